/* Clauses: the parsed tree of a query. query.c builds it. */
#ifndef SEARCH_CLAUSE_H
#define SEARCH_CLAUSE_H

#include "base/mem.h"
#include "record/field.h"

enum {
	QUERY_BYTES_MAX = 65536,
	QUERY_CLAUSES_MAX = 16384,	/* maximum plain words */
	QUERY_COSTLY = 16,	/* other clauses count as this many words */
	QUERY_NEAR_MAX = 64,	/* words joined by "NEAR" */
	QUERY_ANY_MAX = 256,	/* alternatives joined by "OR" */
	QUERY_DEPTH_MAX = 16,
	QUERY_NOTES_MAX = 32,
	QUERY_NUMBER_MAX = 99999,	/* larger distances are cut to this */
	QUERY_DISTANCE = 10,		/* distance of NEAR without a number */
	QUERY_DISTANCE_MAX = 1000
};

enum clause_kind {
	CLAUSE_ALL,		/* all parts must match; no parts: matches
				   everything */
	CLAUSE_ANY,		/* at least one part must match */
	CLAUSE_NOT,		/* its one part must not match */
	CLAUSE_WORD,		/* a word, in any of its forms */
	CLAUSE_PHRASE,		/* words exactly as typed, in sequence */
	CLAUSE_FIELD,		/* a value of a field */
	CLAUSE_NEAR		/* words or phrases close to each other */
};

struct clause {
	enum clause_kind	 kind;
	struct list		 parts;		/* struct clause */
	const struct field	*field;		/* of CLAUSE_FIELD */
	const char		*text;		/* word, words, value */
	const char		*until;		/* end of a range, or NULL */
	bool			 range;		/* "a..b", with open ends */
	bool			 exact;		/* exactly as typed: in
						   quotation marks, or after
						   "=" */
	bool			 prefix;	/* "word*" */
	bool			 unfinished;	/* the last word, still being
						   typed */
	unsigned		 distance;	/* CLAUSE_NEAR: most words
						   between its parts */
	size_t			 start;		/* bytes of the query text */
	size_t			 end;
};

/* A part of the query that was not understood, or was omitted. */
struct query_note {
	size_t		 start;
	size_t		 end;
	const char	*text;
};

struct query {
	const char	*text;		/* as typed, cleaned */
	struct clause	*root;		/* CLAUSE_ALL */
	struct list	 notes;		/* struct query_note */
};

#endif
