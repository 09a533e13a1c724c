/*
 * Facets: what the records of a result are about, counted exactly, whatever
 * the number of records.
 */
#ifndef LIBRARY_FACET_H
#define LIBRARY_FACET_H

#include "library/result.h"
#include "record/field.h"
#include "record/work.h"

struct facet_count {
	const char	*id;		/* of the term, or the value */
	const char	*label;
	long		 count;
};

/*
 * The counts of a field of works or claims that has closed values (a facet of
 * the vocabulary, "level", "year", "subjects", "verdict", "kind"), those that
 * are not 0, as a list of struct facet_count owned by `ctx`: terms and choices
 * by count, levels from the strongest and years from the newest on.  Broader
 * terms count what their narrower ones do.
 */
struct list	 library_facet(struct library *library, const void *ctx,
		    const struct result *result, const char *field);

/* The fields of the table that it counts for works or claims, ended by NULL. */
const char *const	*facet_fields(enum rectype target);

/*
 * The fields of works or claims that it counts, declared facets too, ended by
 * NULL; owned by `ctx`.
 */
const char *const	*library_facet_fields(struct library *library,
			    const void *ctx, enum rectype target);

/* A field by name, a declared facet too; borrowed, or NULL. */
const struct field	*library_field(struct library *library,
			    const char *name, size_t n);

/* The facets that the bibliographies declare (struct field); borrowed. */
const struct list	*library_declared(struct library *library);

/*
 * The technique that a query names, if it names one alone, owned by `ctx`; empty
 * otherwise.
 */
struct viewpoint	 library_technique(struct library *library, const void *ctx,
		    const struct result *result);

#endif
