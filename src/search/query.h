/*
 * Queries: the language of strigil-query(7), from text to a tree of clauses.
 *
 * No input is an error.  What is not understood is taken for text and noted
 * with its place, so that it can be marked with a caret.  Length, number of
 * clauses and depth are bounded; parsing takes linear time.
 */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include "base/mem.h"
#include "record/field.h"

enum {
	QUERY_BYTES_MAX = 65536,
	QUERY_CLAUSES_MAX = 16384,
	QUERY_ANY_MAX = 256,	/* alternatives joined by "OR" */
	QUERY_DEPTH_MAX = 16,
	QUERY_NOTES_MAX = 32,
	QUERY_NUMBER_MAX = 99999,	/* larger ones count as this */
	QUERY_DISTANCE = 10,		/* of NEAR without a number */
	QUERY_DISTANCE_MAX = 1000
};

enum clause_kind {
	CLAUSE_ALL,		/* every part; without parts: everything */
	CLAUSE_ANY,		/* at least one part */
	CLAUSE_NOT,		/* its one part must not match */
	CLAUSE_WORD,		/* a word, in any of its forms */
	CLAUSE_PHRASE,		/* words exactly so, one after the other */
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
	bool			 exact;		/* as written: quotes, "=" */
	bool			 prefix;	/* "word*" */
	bool			 unfinished;	/* the last word, being typed */
	unsigned		 distance;	/* words between, of CLAUSE_NEAR */
	size_t			 start;		/* bytes of the query text */
	size_t			 end;
};

/* Something that was not understood, or left out. */
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

/* Parses any bytes; owned by `ctx`. */
struct query	*query_parse(const void *ctx, const char *bytes, size_t n);

/*
 * The same with fields (struct field) besides those of the table: facets that
 * the bibliographies declare.  They must live as long as the query.
 */
struct query	*query_parse_with(const void *ctx, const struct list *declared,
		    const char *bytes, size_t n);

/* A field of the table, or one that is declared (may be NULL); or NULL. */
const struct field	*query_field(const struct list *declared,
			    const char *name, size_t n);

/*
 * The query in canonical form, owned by `ctx`: parsing it again gives the
 * same tree.
 */
char	*query_print(const void *ctx, const struct query *query);

/* A clause of it in the same form; owned by `ctx`. */
char	*query_print_clause(const void *ctx, const struct clause *clause);

/* Whether a text has a letter or digit (any byte beyond ASCII is a letter). */
bool	 query_has_word(const char *s, size_t n);

#endif
