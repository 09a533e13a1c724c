/* Parts: what a query means, requirement by requirement.  plan.c finds them. */
#ifndef SEARCH_PARTS_H
#define SEARCH_PARTS_H

#include "record/rectype.h"
#include "search/clause.h"
#include "search/expr.h"

enum part_kind {
	PART_TERM,		/* a term of the vocabulary */
	PART_FIELD,		/* a field asked for by name, or understood */
	PART_WORD,		/* a word or phrase of text */
	PART_IDENTIFIER,	/* an identifier */
	PART_CITATION,		/* authors and a year */
	PART_CHATTER,		/* a word without weight */
	PART_GROUP		/* alternatives, or something in brackets */
};

/* One requirement of the query. */
struct plan_part {
	enum part_kind	 kind;
	bool		 negated;
	bool		 plain;		/* typed freely: may be relaxed */
	bool		 decides;	/* an identifier: no other word counts */
	const char	*words;		/* as typed */
	const char	*meaning;	/* how it was read, NULL for text */
	struct expr	*match;	/* NULL for words without content */
	long		 count;		/* of records, once it was asked for */
	size_t		 start;		/* bytes of the query text */
	size_t		 end;
};

struct plan {
	enum rectype	 target;
	const struct query	*query;		/* borrowed */
	struct list		 parts;		/* struct plan_part */
	struct list		 notes;		/* struct query_note */
	bool			 ranked;	/* words to be relevant for */
	bool			 cites;		/* authors with a year */
	bool			 harm;		/* asks about unwanted effects */
	struct expr	*match;		/* of all parts; never NULL */
};

#endif
