/*
 * Results: the hits of a search, how it understood the query, and how it
 * changed the query if no record matched all of it.
 */
#ifndef LIBRARY_RESULT_H
#define LIBRARY_RESULT_H

#include <stdint.h>

#include "base/mem.h"
#include "record/order.h"
#include "record/rectype.h"

struct answer;
struct library;
struct search_result;
struct work;

struct search {
	enum rectype	 target;	/* RECTYPE_WORK or RECTYPE_CLAIM */
	enum order	 order;		/* ORDER_COUNT: the default */
	size_t		 offset;
	size_t		 limit;
	bool		 strict;	/* never relax the query */
	size_t		 fill;		/* add partial matches up to this many
					   hits; 0: none */
};

struct hit {
	int64_t	record;			/* number, for library_row() */
	bool	partial;		/* a partial match */
};

/* How the hits match the query. */
enum matched {
	MATCH_ALL,			/* everything */
	MATCH_CORRECTED,		/* typing errors corrected */
	MATCH_KNOWN,			/* without unknown words */
	MATCH_SOME			/* each matches only some words */
};

/* One part of the query, and its effect on the result. */
struct part {
	const char	*words;		/* as typed */
	const char	*meaning;	/* meaning of the words, or NULL */
	bool		 negated;
	bool		 noted;		/* a note explains the problem with
					   this part */
	size_t		 start;		/* bytes of the query */
	size_t		 end;
	long		 alone;		/* hits of this part on its own */
	long		 without;	/* hits of all other parts */
	const char	*suggestion;	/* correction of an unknown word, or
					   NULL */
};

/* A part of the query that was not understood. */
struct note {
	size_t		 start;		/* bytes of the query */
	size_t		 end;
	const char	*text;
};

struct result {
	enum rectype	 target;
	const char	*asked;		/* the query as typed, cleaned */
	const char	*corrected;	/* the query with words replaced, or
					   NULL */
	const char	*query;		/* the query that found the hits:
					   `typed` or `corrected` */
	const char	*interpretation;	/* "Insomnia (condition) +
						   light"; "": all plain text */
	bool		 by_words;	/* the query has words to rank by */
	bool		 listed;	/* the query names a reading list */
	bool		 by_name;	/* consists only of an identifier, a
					   reference or a citation */
	bool		 cites;		/* the query names authors and a year */
	bool		 harm;		/* the query asks about unwanted
					   effects */
	const char	*language;	/* remark on its language if not all
					   words match, or NULL; static */
	enum matched	 match;
	enum order	 order;
	long		 total;		/* without partial matches */
	long		 repeated;	/* further reports of studies among
					   them */
	struct hit	*hits;
	size_t		 count;		/* hits fetched */
	size_t		 partial;	/* partial matches, at the end */
	struct list	 parts;		/* struct part, unless MATCH_ALL with hits */
	struct list	 notes;		/* struct note */
	struct search_result	*found;	/* the search, for facets, maps and
					   highlights */
	struct answer	*answer;	/* of the layer above, if it was asked
					   which works lead, or NULL */
	bool		 led;		/* the works of the answer come first */
	long		 added;		/* works of the answer, in addition to
					   those that match all words; 0 if
					   partial matches are shown */
};

/*
 * Runs a query; owned by `ctx`.  Never NULL: after failure or interruption
 * there are no hits, and library_ok() or library_was_interrupted() says which.
 */
struct result	*library_search(struct library *library, const void *ctx,
		    const struct search *search, const char *text);

/*
 * The query without the parts that it excludes ("neck pain, no surgery"), owned
 * by `ctx`; NULL if it excludes nothing.  What a sentence denies ("does not
 * help") is not excluded.  *excluded is set to the excluded parts, as typed;
 * NULL if no work has them.
 */
char	*result_kept(const void *ctx, struct library *library,
	    const struct result *result, char **excluded);

/*
 * Whether a work has the fields, quoted words and other strict parts of the
 * query, and is not excluded by it.
 */
bool	 result_allows(struct library *library, const struct result *result,
	    const char *id);

/*
 * Whether the last word of the query is unfinished and found more than it finds
 * as a whole word, so that filters have their place before it
 * (filter_before()).
 */
bool		 result_is_begun(struct library *library,
		    const struct result *result);

/*
 * The number of works that match a query exactly as written; also 0 if the
 * index could not be read, see library_ok().
 */
long	 library_count_found(struct library *library, const char *query);

/* A reference that was recognised. */
struct reference_match {
	const struct work	*work;		/* the work that it describes */
	struct list		 wrong;		/* char *: "year: 2007, not 2011" */
};

/*
 * The work that a text describes, owned by `ctx`; NULL if it clearly describes
 * no work in the library.
 */
struct reference_match	*library_reference(struct library *library,
			    const void *ctx, const char *text);

/*
 * The query with every unknown plain word replaced by the nearest word of the
 * bibliography, owned by `ctx`; NULL if nothing needs replacing.
 * library_correct_misspelt() replaces no correctly spelt word.
 */
char	*library_correct(struct library *library, const void *ctx,
	    const char *query);
char	*library_correct_misspelt(struct library *library, const void *ctx,
	    const char *query);

/* The query with these words marked, so that no search replaces them. */
char	*library_as_typed(struct library *library, const void *ctx,
	    const char *query);

/* Whether a word is correct English or medical, even if no record has it. */
bool	 library_is_word(const char *word);

/*
 * The query with one of its interpretations switched off: number `off` (from 1)
 * as plain text or, after the last, all of them.  NULL if there is no such
 * number.  *what is set to the interpreted words.  Both are owned by `ctx`.
 */
char	*library_as_text(struct library *library, const void *ctx,
	    const char *query, enum rectype target, size_t off,
	    char **what);

/*
 * Whether some works match the whole query, perhaps with typing errors
 * corrected.  A last word that finds only longer ones does not match.
 */
bool	 result_has_all(const struct result *result);

#endif
