/*
 * The lexicon: what typed words may mean besides themselves.
 *
 * Terms come from the vocabulary of the bibliography; the few words that ask
 * for a field ("since", "randomised", "animal") or carry no weight ("does",
 * "for") are English and listed here.
 */
#ifndef SEARCH_VOCABULARY_H
#define SEARCH_VOCABULARY_H

#include "record/field.h"
#include "index/db.h"
#include "search/expr.h"
#include "search/open.h"

/*
 * In SQL, whether a term's facet is the one that is bound as `arg`, or is
 * declared to act as it.
 */
#define FACET_IS(column, arg)						\
	"(" column "=" arg " OR " column " IN (SELECT id FROM facet "	\
	"WHERE acts=" arg "))"

/*
 * The expression for the terms that a phrase names (`facet` NULL: in any
 * facet), owned by `ctx`, with *meaning "Label (facet)"; NULL when it names
 * none.  A lower-case word of two letters is never taken for an
 * abbreviation.
 */
struct expr	*vocabulary_term(const void *ctx, struct searcher *se,
			    const char *phrase, const char *facet,
			    const char **meaning);

/*
 * The expression for all wordings of the terms that a phrase names, in any
 * form, or NULL: a record that only writes "lateral epicondylitis" is found
 * by "jet lag".
 */
struct expr	*vocabulary_wordings(const void *ctx, struct searcher *se,
			    const char *phrase);

/* The same for the terms of a facet with labels or synonyms that begin with it. */
struct expr	*vocabulary_prefix(const void *ctx, struct searcher *se,
			    const char *start, const char *facet,
			    const char **meaning);

/* The facets that the bibliographies declare (struct field); borrowed. */
const struct list	*vocabulary_facets(struct searcher *se);

/*
 * The numbers of a field (FIELD_DOSE) that works have and that a value asks
 * for: "8", ">8", "<=8", or "4" with `until` "8"; owned by `ctx`.
 */
struct expr	*vocabulary_dose(const void *ctx, struct searcher *se,
			    const char *field, const char *value,
			    const char *until);

/* The row of a closed list whose id, label or sign is meant, or NULL. */
const struct code	*vocabulary_choice(const struct codelist *list,
			    const char *text);

/* The first and the last year of a work; both 0 when there are none. */
void	 vocabulary_years(struct searcher *se, long *low, long *high);

/* Whether "since", "before" ... `year` is a range within low..high. */
bool	 vocabulary_time_word(const char *word, long year, long *low,
	    long *high);

/* The expression of a word that asks for a field, or NULL. */
struct expr	*vocabulary_field_word(const void *ctx,
			    const char *word, const char **meaning);

/*
 * Whether a word carries no weight; whether it says something nevertheless
 * where only such words were typed.
 */
bool	 vocabulary_is_chatter(const char *word);
bool	 vocabulary_is_light(const char *word);

/*
 * The kind of claim that a question's words ask for ("how many"), or NULL; in
 * *unknown what a gap in the evidence on it is called, or NULL.
 */
const char	*vocabulary_question(const char *phrase, const char **unknown);

/* Whether a word compares: "versus", "difference". */
bool	 vocabulary_compares(const char *word);

/* Whether a text asks about unwanted effects: "is it safe", "side effects". */
bool		 vocabulary_asks_harm(const char *text);

#endif
