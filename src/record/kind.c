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
	const struct shape	*shape;
} kinds[KIND_COUNT] = {
	[KIND_ABOUT] = { "about", "about", &about_shape },
	[KIND_ARTICLE] = { "article", "articles", &article_shape },
	[KIND_TERM] = { "term", "terms", &term_shape },
	[KIND_WORK] = { "work", "works", &work_shape },
	[KIND_CLAIM] = { "claim", "claims", &claim_shape },
	[KIND_PROPOSITION] = { "proposition", "propositions",
	    &proposition_shape },
	[KIND_TRIAL_LIST] = { "trial-list", "trial-lists",
	    &trial_list_shape },
	[KIND_ENTRY] = { "entry", "entries", &entry_shape },
	[KIND_TOUR] = { "tour", "tours", &tour_shape },
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

const struct shape *
kind_shape(enum kind kind)
{
	return kinds[kind].shape;
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
