/* Parts: the requirements of a query, one by one. plan.c finds them. */
#ifndef SEARCH_PARTS_H
#define SEARCH_PARTS_H

#include "record/rectype.h"
#include "search/clause.h"
#include "search/expr.h"

enum part_kind {
	PART_TERM,		/* a term of the vocabulary */
	PART_FIELD,		/* a field, typed by name or recognised */
	PART_WORD,		/* a word or phrase of text */
	PART_IDENTIFIER,	/* an identifier */
	PART_CITATION,		/* authors and a year */
	PART_CHATTER,		/* a stop word */
	PART_GROUP		/* alternatives, or a group in parentheses */
};

/* One requirement of the query. */
struct plan_part {
	enum part_kind	 kind;
	bool		 negated;
	bool		 plain;		/* a plain word: may be relaxed */
	bool		 decides;	/* an identifier: other words are
					   ignored */
	bool		 begun;		/* an English word that no record has;
					   it finds longer words */
	const char	*words;		/* as typed */
	const char	*meaning;	/* how it was interpreted, NULL for
					   text */
	struct expr	*match;	/* NULL for stop words */
	long		 count;		/* matching records, once counted */
	size_t		 start;		/* bytes of the query text */
	size_t		 end;
};

struct plan {
	enum rectype	 target;
	const struct query	*query;		/* borrowed */
	struct list		 parts;		/* struct plan_part */
	struct list		 notes;		/* struct query_note */
	struct list		 listed;	/* ids (char *) of the first
						   reading list in the query */
	bool			 ranked;	/* has words to rank by */
	bool			 cites;		/* authors with a year */
	bool			 harm;		/* asks about unwanted effects */
};

#endif
