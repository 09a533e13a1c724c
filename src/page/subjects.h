/*
 * Subjects: in whom something was studied.  What was seen in animals or cells
 * must never pass for what happens in people.
 */
#ifndef PAGE_SUBJECTS_H
#define PAGE_SUBJECTS_H

#include "page/doc.h"
#include "library/library.h"

/* How many works were done in whom. */
struct subject_counts {
	long	people, animals, cells, nobody;
	long	uncontrolled;	/* of people: no fair comparison */
	long	unknown;	/* nobody recorded in whom */
};

/* Of the works of a result. */
struct subject_counts	subjects_of_result(struct library *library,
			    const struct result *result);

/* Adds a work to counts. */
void	 subjects_add(struct subject_counts *counts, const struct work *work);

/*
 * "People 51, animals 4, cells 1, nobody 7", those that are not 0; owned by
 * `ctx`.
 */
char	*subjects_say(const void *ctx, const struct subject_counts *counts);

/* What must be said where no work studied people, or NULL; static. */
const char	*subjects_warning(const struct subject_counts *counts);

/*
 * The next lens in the order all (NULL), people, animals, cells: the id of a
 * row of `subjects`; static.
 */
const char	*subjects_next(const char *lens);

/* "people only", "animals only"...; "all" for NULL; static. */
const char	*subjects_name(const char *lens);

/* A query that finds only works seen through a lens, owned by `ctx`. */
char	*subjects_query(const void *ctx, const char *query, const char *lens);

/*
 * The lens that a query ends in, or NULL; the query without it goes to *rest,
 * owned by `ctx`.
 */
const char	*subjects_of_query(const void *ctx, const char *query,
		    char **rest);

/*
 * Puts a row of counts (each leads to those works of the query, if that is not
 * NULL), which lens is on, and the warning.
 */
void	 subjects_put(struct doc *doc, const struct subject_counts *counts,
	    const char *query, const char *lens);

/* Whether a work is seen through a lens. */
bool	 subjects_shows(const char *lens, const struct work *work);

#endif
