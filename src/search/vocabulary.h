/*
 * The vocabulary: the possible meanings of typed words.
 *
 * Terms come from the vocabulary of the bibliography.  The few words that name
 * a field ("since", "randomised", "animal") and the stop words ("does", "for")
 * are English and listed here.
 */
#ifndef SEARCH_VOCABULARY_H
#define SEARCH_VOCABULARY_H

#include "record/field.h"
#include "index/db.h"
#include "search/expr.h"
#include "search/open.h"

/* In SQL: whether a term's facet is `arg`, or is declared to act like it. */
#define FACET_IS(column, arg)						\
	"(" column "=" arg " OR " column " IN (SELECT id FROM facet "	\
	"WHERE acts=" arg "))"

/* In SQL: the id of the term that has, or had before a merger, the id `arg`. */
#define TERM_ID(arg)							\
	"coalesce((SELECT id FROM term WHERE id=" arg "), (SELECT term "	\
	"FROM merged_term WHERE id=" arg "))"

/*
 * The expression for the terms that a phrase names (`facet` NULL: in any
 * facet), owned by `ctx`, with *meaning "Label (facet)"; NULL if it names
 * none.  A lower-case word of two letters is never an abbreviation.
 */
struct expr	*vocabulary_term(const void *ctx, struct searcher *se,
			    const char *phrase, const char *facet,
			    const char **meaning);

/*
 * The records about conditions that have this word in one of their names
 * ("sleep" of "sleep disorder"), and about techniques whose name begins with it;
 * NULL: none.  Owned by `ctx`.
 */
struct expr	*vocabulary_named_with(const void *ctx, struct searcher *se,
		    const char *word);

/* Like vocabulary_term(), but only for the term with this id. */
struct expr	*vocabulary_term_with_id(const void *ctx,
			    struct searcher *se, const char *id,
			    const char *facet, const char **meaning);

/* Whether the words of a term's id are also a name of another such term. */
bool	 vocabulary_names_others(struct searcher *se, const char *id,
	    const char *facet);

/*
 * The expression for all wordings of the terms that a phrase names, in any
 * form, or NULL.  It also finds records that use only another wording.
 */
struct expr	*vocabulary_wordings(const void *ctx, struct searcher *se,
			    const char *phrase);

/*
 * Like vocabulary_term(), for the terms of a facet whose labels or synonyms
 * start with `start`.
 */
struct expr	*vocabulary_prefix(const void *ctx, struct searcher *se,
			    const char *start, const char *facet,
			    const char **meaning);

/* The facets declared by the bibliographies (struct field); borrowed. */
const struct list	*vocabulary_facets(struct searcher *se);

/*
 * The expression for the numbers of a field (FIELD_DOSE) within a value: "8",
 * ">8", "<=8", or "4" with `until` "8"; owned by `ctx`.
 */
struct expr	*vocabulary_dose(const void *ctx, struct searcher *se,
			    const char *field, const char *value,
			    const char *until);

/* The row of a closed list with this id, label or symbol, or NULL. */
const struct code	*vocabulary_choice(const struct codelist *list,
			    const char *text);

/* The first and the last year of all works; both 0 if there are none. */
void	 vocabulary_years(struct searcher *se, long *low, long *high);

/* Whether "since", "before" ... `year` means a range within low..high. */
bool	 vocabulary_time_word(const char *word, long year, long *low,
	    long *high);

/* The expression for a word that names a field, or NULL. */
struct expr	*vocabulary_field_word(const void *ctx,
			    const char *word, const char **meaning);

/* Whether a word is in an array, whatever its case and its apostrophe. */
#define IS_IN(words, word)	vocabulary_is_in(words, COUNT(words), word)
bool	 vocabulary_is_in(const char *const *words, size_t count,
	    const char *word);

/*
 * Whether a word is a stop word; whether it is a stop word that counts if there
 * are no other words.
 */
bool	 vocabulary_is_chatter(const char *word);
bool	 vocabulary_is_light(const char *word);

/*
 * The kind of claim that the words of a question ask for ("how many"), or NULL;
 * *unknown is the word for a gap in the evidence on it, or NULL.
 */
const char	*vocabulary_question(const char *phrase, const char **unknown);

/* Whether a word compares: "versus", "difference". */
bool	 vocabulary_compares(const char *word);

/*
 * Whether a text asks about unwanted effects: "is it safe", "side effects"; and
 * whether it is their name: "safety", "adverse events".
 */
bool		 vocabulary_asks_harm(const char *text);
bool		 vocabulary_names_harm(const char *text);

/*
 * Whether a word of `n` bytes names research, and whether it describes its
 * strength ("the evidence is weak"), in particular a weakness.
 */
bool	 vocabulary_is_research(const char *word, size_t n);
bool	 vocabulary_is_strength(const char *word, size_t n);
bool	 vocabulary_is_weakness(const char *word, size_t n);

#endif
