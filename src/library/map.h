/*
 * Maps: counts the works of a result for each pair of values of two fields,
 * with the best kind of study among them.  A pair without works is a gap in
 * this bibliography.
 *
 * A work does not count under a condition, or a condition and an outcome, that
 * it only covers (index/covered.h).
 */
#ifndef LIBRARY_MAP_H
#define LIBRARY_MAP_H

#include "library/facet.h"

struct map_head {
	const char	*id;
	const char	*label;
	long		 count;		/* works of the result with this
					   value */
	unsigned	 depth;		/* number of broader terms above the
					   term */
};

struct map_cell {
	long	count;
	char	best;		/* a letter of map_letters; ' ' if empty */
	const char *covers;	/* value of the field "covers" for works that
				   are left out; NULL: none */
};

struct map {
	const char		*row_field;
	const char		*column_field;
	struct list		 rows;		/* struct map_head */
	struct list		 columns;	/* struct map_head */
	struct map_cell		*cells;		/* row by row */
};

/* What the letters mean, strongest first. */
struct map_letter {
	char		 letter;
	const char	*meaning;
};
extern const struct map_letter	map_letters[];
extern const size_t		map_letters_count;

/*
 * The map of a result's works by two fields of library_facet_fields(); owned by
 * `ctx`.  Rows and columns are values found in the set: terms below their
 * broader ones, otherwise in the order of facet_counts(), rows by label if
 * `by_name`.
 */
struct map	*library_map(struct library *library, const void *ctx,
		    const struct result *result, const char *rows,
		    const char *columns, bool by_name);

const struct map_cell	*map_cell(const struct map *map, size_t row,
			    size_t column);

#endif
