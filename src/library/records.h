/* Records of the bibliographies, with members derived from other records. */
#ifndef LIBRARY_RECORDS_H
#define LIBRARY_RECORDS_H

#include <stdint.h>

#include "record/claim.h"
#include "record/rectype.h"
#include "record/term.h"
#include "record/work.h"

struct result;

struct library;

/* The number of records of a type. */
long	 library_count(struct library *library, enum rectype kind);

/* Whether there is a record of a type: faster than to count them. */
bool	 library_has(struct library *library, enum rectype kind);

/*
 * The record with a type and id, with members derived from others (articles
 * that cite a work, the proposition of a claim ...), owned by `ctx`; NULL if
 * there is none.
 */
void	*library_record(struct library *library, const void *ctx,
	    enum rectype kind, const char *id);

/* The record of a hit, by its number; otherwise like library_record(). */
void	*library_hit(struct library *library, const void *ctx, enum rectype kind,
	    int64_t number);

/* A record for a row of a list: faster, as works lack the derived members. */
void	*library_row(struct library *library, const void *ctx, enum rectype kind,
	    int64_t number);

/*
 * The next claim in reading order, without the derived members; *row is 0 at
 * first, and is changed.  Owned by `ctx`; NULL after the last one.
 */
struct claim	*library_next_claim(struct library *library, const void *ctx,
		    int64_t *row);

/*
 * The next full match of a result, strongest first, with only the members of
 * work_results_schema: seven times as fast.  *row is 0 at first, and is changed.
 * Owned by `ctx`; NULL after the last one, and where a work cannot be read.
 */
struct work	*library_next_results(struct library *library, const void *ctx,
		    const struct result *result, int64_t *row);

/* Only the id of a hit, owned by `ctx`. */
char	*library_id(struct library *library, const void *ctx,
	    int64_t number);

/*
 * The other work that a DOI, PMID or PMCID of a work leads to, because both
 * works claim it (library/identity.h); owned by `ctx`, NULL if there is none.
 */
struct work	*library_rival(struct library *library, const void *ctx,
		    const struct work *work);

/* The ids of all terms broader than a term. */
struct list	 library_broader(struct library *library, const void *ctx,
		    const char *term);

/* Whether the vocabulary has terms of this facet. */
bool		 library_has_terms(struct library *library,
		    const char *facet);

/* All ids of a type (works, claims, terms ...), in reading order. */
struct list	 library_ids(struct library *library, const void *ctx,
		    enum rectype kind);

/* The name of a record's bibliography, owned by `ctx`; or NULL. */
char	*library_bibliography_of(struct library *library, const void *ctx,
	    enum rectype kind, const char *id);

/* Ids of other reports of the same study, strongest first. */
struct list	 library_reports(struct library *library, const void *ctx,
		    const char *work);

/* The label of a term, or its id if it is unknown; owned by `ctx`. */
char	*library_label(struct library *library, const void *ctx,
	    const char *term);

/* The labels of several terms with ", " between, or NULL if there are none. */
char	*library_labels(struct library *library, const void *ctx,
	    const struct list *terms);

/*
 * A work's direction for an outcome or a narrower one: see work_direction().
 * `own` may be NULL: see finding_direction_from().
 */
const struct code	*library_direction(struct library *library,
			    const struct work *work, const char *outcome,
			    const struct viewpoint *own);

/*
 * Lists of ids, owned by `ctx`, in reading order: claims that a work relates
 * to, and how; trial lists of a review; the terms of a facet; a term with all
 * narrower ones, at any depth (only the term if it is not in the vocabulary);
 * terms directly below a term.
 */
struct list	 library_claims_of(struct library *library, const void *ctx,
		    const char *work);
struct list	 library_trials_of(struct library *library, const void *ctx,
		    const char *work);
struct list	 library_terms_of(struct library *library, const void *ctx,
		    const char *facet);
struct list	 library_within(struct library *library, const void *ctx,
		    const char *term);
struct list	 library_narrower(struct library *library, const void *ctx,
		    const char *term);

/*
 * The label of the term of a facet that most works have, owned by `ctx`; NULL if
 * there is none.
 */
char		*library_main_term(struct library *library, const void *ctx,
		    enum facet facet);

/*
 * The ids of the `most` top-level outcomes with the most works, for columns of
 * lists; owned by `ctx`.
 */
struct list	 library_main_outcomes(struct library *library,
		    const void *ctx, size_t most);

/* A short name of a term: an abbreviation, or the first word of its label. */
char	*library_short_label(struct library *library, const void *ctx,
	    const char *term);

/* How a work relates to a claim; owned by `ctx`, NULL if it does not. */
struct bearing	*library_bearing(struct library *library, const void *ctx,
		    const char *claim, const char *work);

#endif
