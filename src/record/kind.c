/* Kinds: the records that stand directly under the root of a bibliography. */
#include "record/kind.h"

#include "base/text.h"
#include "record/claim.h"
#include "record/guide.h"
#include "record/term.h"
#include "record/work.h"

static const struct {
	const char		*name;
	const char		*plural;
	const struct schema	*schema;
} kinds[KIND_COUNT] = {
	[KIND_ABOUT] = { "about", "about", &about_schema },
	[KIND_ARTICLE] = { "article", "articles", &article_schema },
	[KIND_TERM] = { "term", "terms", &term_schema },
	[KIND_WORK] = { "work", "works", &work_schema },
	[KIND_CLAIM] = { "claim", "claims", &claim_schema },
	[KIND_PROPOSITION] = { "proposition", "propositions",
	    &proposition_schema },
	[KIND_TRIAL_LIST] = { "trial-list", "trial-lists",
	    &trial_list_schema },
	[KIND_ENTRY] = { "entry", "entries", &entry_schema },
	[KIND_TOUR] = { "tour", "tours", &tour_schema },
};

const char *
kind_name(enum kind kind)
{
	return kinds[kind].name;
}

const char *
kind_plural(enum kind kind)
{
	return kinds[kind].plural;
}

const struct schema *
kind_schema(enum kind kind)
{
	return kinds[kind].schema;
}

enum kind
kind_find(const char *name)
{
	int i;

	for (i = 0; i < KIND_COUNT; i++)
		if (text_same(kinds[i].name, name))
			return (enum kind)i;
	return KIND_COUNT;
}
