/*
 * Forest plots: estimates and their intervals, drawn in rows of cells on one
 * scale.
 *
 * Lines are drawn at half-cell resolution.  In ASCII (text_ascii()), lines are
 * "-", the estimate is "o" and no difference is ":", or "+" on the interval.
 */
#ifndef PAGE_FOREST_H
#define PAGE_FOREST_H

#include "record/work.h"

struct forest_bar {
	double	value, low, high;
};

struct forest_scale {
	bool	ratio;		/* logarithmic: halving and doubling have
				   equal lengths */
	double	low, high;
};

/*
 * The numbers of an estimate for a plot with others.  False unless it has an
 * interval and the bibliography names its plot.
 */
bool	 forest_bar(const struct estimate *estimate, struct forest_bar *bar);

/* Whether no difference is 1 rather than 0. */
bool	 forest_is_ratio(const struct estimate *estimate);

/*
 * A scale for bars.  It includes no difference and all estimates, and the
 * intervals unless they reach far beyond the estimates.
 */
struct forest_scale	forest_scale(const struct forest_bar *bars,
			    size_t count, bool ratio);

/*
 * A bar of `cells` cells, without trailing blanks; "<" and ">" mark an interval
 * that leaves the scale.  Owned by `ctx`.
 */
char	*forest_draw(const void *ctx, const struct forest_scale *scale,
	    const struct forest_bar *bar, size_t cells);

/* The axis in `cells` cells: the ends of the scale and no difference. */
char	*forest_axis(const void *ctx, const struct forest_scale *scale,
	    size_t cells);

/* "the interval includes 0 (no difference)", owned by `ctx`. */
char	*forest_say_null(const void *ctx, const struct forest_bar *bar,
	    bool ratio);

#endif
