/*
 * Values: data that the store keeps so that searches can use them although they
 * are not words of a text: studies, numbers of arms (sessions, weeks, minutes),
 * and the facets and designs that a bibliography declares.
 */
#ifndef INDEX_VALUES_H
#define INDEX_VALUES_H

#include "index/db.h"
#include "record/term.h"
#include "record/work.h"

/*
 * Stores the study that a work reports, and the sessions, weeks and minutes of
 * its arms.
 */
void	 values_add_work(struct db *db, const struct work *work);

/* Whether any work is a report of this study. */
bool	 values_has_study(struct db *db, const char *study);

/*
 * Stores the facets that a bibliography declares, each with the facet that it
 * acts like.
 */
void	 values_add_facets(struct db *db, const struct about *about);

/* Stores the designs that a bibliography declares or renames. */
void	 values_add_designs(struct db *db, const struct about *about);

/*
 * The member of an arm for the search field `name` ("sessions"), as written in
 * the source; NULL if it is missing, or there is no such field.
 */
const char	*values_dose(const struct arm *arm, const char *name);

/*
 * A number in the form used by the index ("7.50" becomes "7p5"); owned by
 * `ctx`.
 */
char	*values_number(const void *ctx, const char *number);

/*
 * The value of the field "covers" for a condition, or for a condition and an
 * outcome (NULL: none), by their ids; owned by `ctx`.
 */
char	*values_covered(const void *ctx, const char *condition,
	    const char *outcome);

/*
 * The value that says where a work was published: its year, volume and the first
 * of its pages; owned by `ctx`.
 */
char	*values_place(const void *ctx, const char *year, const char *volume,
	    const char *pages);

#endif
