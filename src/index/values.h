/*
 * Values: what the store notes of records so that searches can ask for it
 * though it is not a word of a text: studies, numbers of a dose, facets that a
 * bibliography declares.
 */
#ifndef INDEX_VALUES_H
#define INDEX_VALUES_H

#include "index/db.h"
#include "record/term.h"
#include "record/work.h"

/* Notes the study of a work and the numbers of its arms. */
void	 values_add_work(struct db *db, const struct work *work);

/* Whether a work is a report of this study. */
bool	 values_has_study(struct db *db, const char *study);

/* Notes the facets that a bibliography declares, and what they act as. */
void	 values_add_facets(struct db *db, const struct about *about);

/* Adds the designs that a bibliography declares or renames. */
void	 values_add_designs(struct db *db, const struct about *about);

/*
 * The member of an arm that the search field `name` ("sessions") asks for, as
 * it was written; NULL where it was not, or where no field is called so.
 */
const char	*values_dose(const struct arm *arm, const char *name);

/* How the index writes a number, "7.50" as "7p5"; owned by `ctx`. */
char	*values_number(const void *ctx, const char *number);

#endif
