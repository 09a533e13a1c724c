/*
 * Forests: estimates with their intervals, drawn in rows of cells on one
 * scale.
 *
 * Drawn with lines of half a cell's fineness; in ASCII (text_ascii()) they
 * are "-", the estimate is "o", no difference ":", or "+" on the interval.
 */
#ifndef PAGE_FOREST_H
#define PAGE_FOREST_H

#include "record/work.h"

struct forest_bar {
	double	value, low, high;
};

struct forest_scale {
	bool	ratio;		/* halves and doubles are as far */
	double	low, high;
};

/*
 * The numbers of an estimate that may be drawn beside others: those for which
 * the bibliography names a plot, and that have an interval.  False: it may
 * not.
 */
bool	 forest_bar(const struct estimate *estimate, struct forest_bar *bar);

/* Whether no difference is 1 and not 0. */
bool	 forest_is_ratio(const struct estimate *estimate);

/*
 * A scale for bars: with no difference on it, and all values, and the
 * intervals, but not far beyond the values for the sake of wide intervals.
 */
struct forest_scale	forest_scale(const struct forest_bar *bars,
			    size_t count, bool ratio);

/*
 * A bar in `cells` cells, without trailing blanks; "<" and ">" stand where its
 * interval leaves the scale.  Owned by `ctx`.
 */
char	*forest_draw(const void *ctx, const struct forest_scale *scale,
	    const struct forest_bar *bar, size_t cells);

/* The ends of the scale and no difference under it, in `cells` cells. */
char	*forest_axis(const void *ctx, const struct forest_scale *scale,
	    size_t cells);

/* "the interval includes 0 (no difference)", owned by `ctx`. */
char	*forest_say_null(const void *ctx, const struct forest_bar *bar,
	    bool ratio);

#endif
