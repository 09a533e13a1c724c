/* Record types: the elements directly below the root of a bibliography. */
#include "record/rectype.h"

#include <assert.h>

#include "base/text.h"
#include "record/claim.h"
#include "record/guide.h"
#include "record/notes.h"
#include "record/term.h"
#include "record/topic.h"
#include "record/work.h"

static const struct {
	const char		*name;
	const char		*plural;
	const struct schema	*schema;
} kinds[RECTYPE_COUNT] = {
	[RECTYPE_ABOUT] = { "about", "about", &about_schema },
	[RECTYPE_ARTICLE] = { "article", "articles", &article_schema },
	[RECTYPE_TERM] = { "term", "terms", &term_schema },
	[RECTYPE_WORK] = { "work", "works", &work_schema },
	[RECTYPE_CLAIM] = { "claim", "claims", &claim_schema },
	[RECTYPE_PROPOSITION] = { "proposition", "propositions",
	    &proposition_schema },
	[RECTYPE_TOPIC] = { "topic", "topics", &topic_schema },
	[RECTYPE_TRIAL_LIST] = { "trial-list", "trial-lists",
	    &trial_list_schema },
	[RECTYPE_ENTRY] = { "entry", "entries", &entry_schema },
	[RECTYPE_TOUR] = { "tour", "tours", &tour_schema },
	[RECTYPE_LIST] = { "list", "lists", &list_schema },
	[RECTYPE_NOTES] = { "notes", "notes", &notes_schema },
};

const char *
rectype_name(enum rectype kind)
{
	assert(kind < RECTYPE_COUNT);
	return kinds[kind].name;
}

const char *
rectype_plural(enum rectype kind)
{
	assert(kind < RECTYPE_COUNT);
	return kinds[kind].plural;
}

const struct schema *
rectype_schema(enum rectype kind)
{
	assert(kind < RECTYPE_COUNT);
	return kinds[kind].schema;
}

enum rectype
rectype_of_member(const struct member *member)
{
	switch (member->type) {
	case VALUE_TERM:
	case VALUE_ANY_TERM:
		return RECTYPE_TERM;
	case VALUE_WORK:
		return RECTYPE_WORK;
	case VALUE_CLAIM:
		return RECTYPE_CLAIM;
	case VALUE_ARTICLE:
		return RECTYPE_ARTICLE;
	case VALUE_PROPOSITION:
		return RECTYPE_PROPOSITION;
	default:
		return RECTYPE_COUNT;
	}
}

enum rectype
rectype_find(const char *name)
{
	int i;

	for (i = 0; i < RECTYPE_COUNT; i++)
		if (text_same(kinds[i].name, name))
			return (enum rectype)i;
	return RECTYPE_COUNT;
}
