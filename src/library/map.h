/*
 * Maps: how many works of a result have each pair of values of two fields,
 * and the best kind of study among them.  A pair without a work is a
 * gap in this bibliography.
 */
#ifndef LIBRARY_MAP_H
#define LIBRARY_MAP_H

#include "library/facet.h"

struct map_head {
	const char	*id;
	const char	*label;
	long		 count;		/* works of the result that have it */
	unsigned	 depth;		/* below how many broader terms */
};

struct map_cell {
	long	count;
	char	best;		/* a letter of map_letters; ' ' when empty */
};

struct map {
	const char		*row_field;
	const char		*column_field;
	struct list		 rows;		/* struct map_head */
	struct list		 columns;	/* struct map_head */
	struct map_cell		*cells;		/* row by row */
};

/* What the letters mean, the strongest first. */
struct map_letter {
	char		 letter;
	const char	*meaning;
};
extern const struct map_letter	map_letters[];
extern const size_t		map_letters_count;

/*
 * The map of the works of a result by two fields of library_facet_fields(); owned by `ctx`.
 * Rows and columns are the values that some work of the set has: terms below
 * their broader ones, otherwise in the order of facet_counts(), rows by their
 * labels if `by_name`.
 */
struct map	*library_map(struct library *library, const void *ctx,
		    const struct result *result, const char *rows,
		    const char *columns, bool by_name);

const struct map_cell	*map_cell(const struct map *map, size_t row,
			    size_t column);

#endif
