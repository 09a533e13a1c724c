/*
 * The filter by subjects: people, animals or cells.  A result in animals or
 * cells must never pass for one in people.
 */
#ifndef PAGE_SUBJECTS_H
#define PAGE_SUBJECTS_H

#include "page/doc.h"
#include "library/library.h"

/* The number of works by population. */
struct subject_counts {
	long	people, animals, cells, nobody;
	long	uncontrolled;	/* works in people without a fair comparison */
	long	unknown;	/* works whose population is not recorded */
};

/* Counts the works of a result. */
struct subject_counts	subjects_of_result(struct library *library,
			    const struct result *result);

/* Adds a work to the counts. */
void	 subjects_add(struct subject_counts *counts, const struct work *work);

/* "People 51, animals 4, cells 1, none 7", without zeros; owned by `ctx`. */
char	*subjects_say(const void *ctx, const struct subject_counts *counts);

/* The warning to show if no work studied people, or NULL; static. */
const char	*subjects_warning(const struct subject_counts *counts);

/*
 * The next filter in the order all (NULL), people, animals, cells: the id of a
 * row of `subjects`; static.
 */
const char	*subjects_next(const char *filter);

/* "people only", "animals only"...; "all" for NULL; static. */
const char	*subjects_name(const char *filter);

/* The query with a filter added, owned by `ctx`. */
char	*subjects_query(const void *ctx, const char *query, const char *filter);

/*
 * The filter at the end of the query, or NULL; the query without it goes to
 * *rest, owned by `ctx`.
 */
const char	*subjects_of_query(const void *ctx, const char *query,
		    char **rest);

/*
 * Adds a row of counts (each a link to those works of the query, unless it is
 * NULL), the filter in use, and the warning.
 */
void	 subjects_put(struct doc *doc, const struct subject_counts *counts,
	    const char *query, const char *filter);

/* Whether a filter shows a work. */
bool	 subjects_shows(const char *filter, const struct work *work);

#endif
