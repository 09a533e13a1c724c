/*
 * Facets: exact counts of the values of a result's records, however many there
 * are.
 */
#ifndef LIBRARY_FACET_H
#define LIBRARY_FACET_H

#include "library/result.h"
#include "record/field.h"
#include "record/work.h"

struct facet_count {
	const char	*id;		/* id of the term, or the value */
	const char	*label;
	long		 count;
};

/*
 * The counts above zero for a field with closed values (a facet of the
 * vocabulary, "level", "year", "subjects", "verdict", "kind"), as a list of
 * struct facet_count owned by `ctx`: terms and choices by count, levels from
 * the strongest, years from the newest.  Broader terms include the counts of
 * narrower ones.
 */
struct list	 library_facet(struct library *library, const void *ctx,
		    const struct result *result, const char *field);

/*
 * The fields of the table that can be counted for works or claims, ended by
 * NULL.
 */
const char *const	*facet_fields(enum rectype target);

/*
 * The fields of works or claims that can be counted, including declared facets,
 * ended by NULL; owned by `ctx`.
 */
const char *const	*library_facet_fields(struct library *library,
			    const void *ctx, enum rectype target);

/* A field by name, or a declared facet; borrowed, or NULL. */
const struct field	*library_field(struct library *library,
			    const char *name, size_t n);

/* The facets declared by the bibliographies (struct field); borrowed. */
const struct list	*library_declared(struct library *library);

/*
 * The clause that finds the works or claims counted under `id` in a field:
 * "level:none", 'instrument:"no name"'; owned by `ctx`.  The id of a term is in
 * quotes if its words are also a name of another term.
 */
char		*library_clause(struct library *library, const void *ctx,
		    const char *field, const char *id);

/*
 * The technique in a query that names exactly one, owned by `ctx`; empty
 * otherwise.
 */
struct viewpoint	 library_technique(struct library *library, const void *ctx,
		    const struct result *result);

#endif
