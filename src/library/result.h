/*
 * Results: what a search of the library found, how it understood the query,
 * and what it did where nothing has all that was asked for.
 */
#ifndef LIBRARY_RESULT_H
#define LIBRARY_RESULT_H

#include <stdint.h>

#include "base/mem.h"
#include "record/order.h"
#include "record/rectype.h"

struct library;
struct search_result;
struct work;

struct search {
	enum rectype	 target;	/* RECTYPE_WORK or RECTYPE_CLAIM */
	enum order	 order;		/* ORDER_COUNT: as fits */
	size_t		 offset;
	size_t		 limit;
	bool		 strict;	/* never relax */
	size_t		 fill;		/* up to this many hits with those that
					   have some of the words; 0: no */
};

struct hit {
	int64_t	record;			/* number, for library_row() */
	bool	partial;		/* has only some of the words */
};

/* What the hits have of what was asked for. */
enum matched {
	MATCH_ALL,			/* everything */
	MATCH_CORRECTED,		/* with mistyped words replaced */
	MATCH_KNOWN,			/* without the words that no text has */
	MATCH_SOME			/* each only some of the words */
};

/* One thing that was asked for, and what it does to the result. */
struct part {
	const char	*words;		/* as typed */
	const char	*meaning;	/* what they were taken for, or NULL */
	bool		 negated;
	bool		 noted;		/* a note says what is wrong with it */
	size_t		 start;		/* bytes of the query */
	size_t		 end;
	long		 alone;		/* hits of it alone */
	long		 without;	/* hits of all the others */
	const char	*suggestion;	/* for an unknown word, or NULL */
};

/* Something in the query that was not understood. */
struct note {
	size_t		 start;		/* bytes of the query */
	size_t		 end;
	const char	*text;
};

struct result {
	enum rectype	 target;
	const char	*asked;		/* the query as typed, cleaned */
	const char	*corrected;	/* it with words replaced, or NULL */
	const char	*query;		/* which of the two found the hits */
	const char	*interpretation;	/* "Insomnia (condition) + light";
					   "": all was taken as text */
	bool		 by_words;	/* the query has words to rank by */
	bool		 by_name;	/* nothing but an identifier, a reference
					   or a citation */
	bool		 cites;		/* authors with a year */
	bool		 harm;		/* asks about unwanted effects */
	const char	*language;	/* what to say of its language where it
					   found not all, or NULL; static */
	enum matched	 match;
	enum order	 order;
	long		 total;		/* without partial hits */
	long		 repeated;	/* of them, further reports of a study
					   among them */
	struct hit	*hits;
	size_t		 count;		/* of hits fetched */
	size_t		 partial;	/* of them, at the end */
	struct list	 parts;		/* struct part, unless MATCH_ALL with hits */
	struct list	 notes;		/* struct note */
	struct search_result	*found;	/* for facets, maps and highlights */
};

/*
 * Runs a query; owned by `ctx`.  Never NULL: on failure or interruption there
 * are no hits, and library_ok() or library_was_interrupted() says so.
 */
struct result	*library_search(struct library *library, const void *ctx,
		    const struct search *search, const char *text);

/*
 * How many works a query finds as it is written: 0 also when the index could
 * not be read, which library_ok() says.
 */
long	 library_count_found(struct library *library, const char *query);

/* A reference that was recognised. */
struct reference_match {
	const struct work	*work;		/* that it describes */
	struct list		 wrong;		/* char *: "year: 2007, not 2011" */
};

/*
 * The work that a text describes, owned by `ctx`; NULL when it describes none
 * that is held, or not clearly.
 */
struct reference_match	*library_reference(struct library *library,
			    const void *ctx, const char *text);

/*
 * The query with every plain word that no text has replaced by the nearest one
 * of the bibliography, owned by `ctx`; NULL when there is nothing to replace.
 */
char	*library_correct(struct library *library, const void *ctx,
	    const char *query);

/* The same with these words marked, so that no search replaces them. */
char	*library_as_typed(struct library *library, const void *ctx,
	    const char *query);

/* Whether a word is ordinary English or medical: spelt right, held or not. */
bool	 library_is_word(const char *word);

/*
 * The query with one of its interpretations switched off: the words of the one
 * numbered `off` (from 1) as text, or, after the last, those of all.  NULL when
 * there is no such number.  *what are the words.  Both are owned by `ctx`.
 */
char	*library_as_text(struct library *library, const void *ctx,
	    const char *query, enum rectype target, size_t off,
	    char **what);

/* Whether it has works with all that was asked for, mistyped words mended. */
bool	 result_has_all(const struct result *result);

#endif
