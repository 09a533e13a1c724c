/* Records of the bibliographies, and what is derived from others. */
#ifndef LIBRARY_RECORDS_H
#define LIBRARY_RECORDS_H

#include <stdint.h>

#include "record/claim.h"
#include "record/rectype.h"
#include "record/term.h"
#include "record/work.h"

struct library;

/* How many records of a kind it holds. */
long	 library_count(struct library *library, enum rectype kind);

/*
 * The record of a kind and id, with what is derived from others (which
 * articles cite a work, the proposition of a claim ...), owned by `ctx`; NULL
 * when there is none.
 */
void	*library_record(struct library *library, const void *ctx,
	    enum rectype kind, const char *id);

/* The same by the number that a hit has. */
void	*library_hit(struct library *library, const void *ctx, enum rectype kind,
	    int64_t number);

/*
 * The same for a row of a list, quicker: of a work without what is derived
 * from others.
 */
void	*library_row(struct library *library, const void *ctx, enum rectype kind,
	    int64_t number);

/* The id of a hit alone, owned by `ctx`. */
char	*library_id(struct library *library, const void *ctx,
	    int64_t number);

/* The ids of all terms that are broader than a term. */
struct list	 library_broader(struct library *library, const void *ctx,
		    const char *term);

/* Whether the vocabulary has a term of this facet. */
bool		 library_has_terms(struct library *library,
		    const char *facet);

/* Works, claims, terms: all ids of a kind, in reading order. */
struct list	 library_ids(struct library *library, const void *ctx,
		    enum rectype kind);

/* The name of the bibliography that a record is of, owned by `ctx`; or NULL. */
char	*library_bibliography_of(struct library *library, const void *ctx,
	    enum rectype kind, const char *id);

/* Ids of the other reports of the study of a work, the strongest first. */
struct list	 library_reports(struct library *library, const void *ctx,
		    const char *work);

/* The label of a term, or its id when it is unknown; owned by `ctx`. */
char	*library_label(struct library *library, const void *ctx,
	    const char *term);

/*
 * Lists of ids, owned by `ctx`, in reading order: claims to which a work
 * relates, with how; trial lists of a review; a term with all that is narrower,
 * at any depth (the term alone where it is not in the vocabulary); narrower
 * terms of a term.
 */
struct list	 library_claims_of(struct library *library, const void *ctx,
		    const char *work);
struct list	 library_trials_of(struct library *library, const void *ctx,
		    const char *work);
struct list	 library_within(struct library *library, const void *ctx,
		    const char *term);
struct list	 library_narrower(struct library *library, const void *ctx,
		    const char *term);

/*
 * The ids of the `most` top-level outcomes that most works are about, for
 * columns of lists; owned by `ctx`.
 */
struct list	 library_main_outcomes(struct library *library,
		    const void *ctx, size_t most);

/* A short name of a term: an abbreviation, or the start of its label. */
char	*library_short_label(struct library *library, const void *ctx,
	    const char *term);

/* How a work relates to a claim; owned by `ctx`, NULL if it does not. */
struct bearing	*library_bearing(struct library *library, const void *ctx,
		    const char *claim, const char *work);

#endif
