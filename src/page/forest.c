/* Forest plots: estimates and their intervals, drawn on one scale. */
#include "page/forest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

enum { BEYOND = 3 };		/* the scale extends at most this many typical
				   interval widths beyond the estimates */

#define LINE		"\xe2\x94\x80"	/* box-drawing characters from U+2500
					   on */
#define LEFT_HALF	"\xe2\x95\xb4"
#define RIGHT_HALF	"\xe2\x95\xb6"
#define NONE		"\xe2\x94\x82"
#define NONE_INSIDE	"\xe2\x94\xbc"
#define VALUE		"\xe2\x96\xa0"

bool
forest_bar(const struct estimate *e, struct forest_bar *bar)
{
	return e->plot != NULL && e->ci_low != NULL && e->ci_high != NULL &&
	    number_decimal(e->value, &bar->value) &&
	    number_decimal(e->ci_low, &bar->low) &&
	    number_decimal(e->ci_high, &bar->high);
}

bool
forest_is_ratio(const struct estimate *e)
{
	static const char *const ratios[] = { "RR", "OR", "HR", "IRR" };

	return TEXT_AMONG(estimate_type(e), ratios);
}

static double
no_difference(bool ratio)
{
	return ratio ? 1 : 0;
}

/* Positions of numbers on the scale. */
static double
scale_value(bool ratio, double x)
{
	return ratio ? log(x > 0 ? x : 1e-9) : x;
}

static double
together(bool ratio, double x)
{
	return ratio ? exp(x) : x;
}

static int
compare_numbers(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The median width of the intervals. */
static double
usual_width(const struct forest_bar *bars, size_t count, bool ratio)
{
	double *widths = mem_array(NULL, double, count + 1), width;
	size_t i;

	for (i = 0; i < count; i++)
		widths[i] = scale_value(ratio,
		    bars[i].high) - scale_value(ratio, bars[i].low);
	qsort(widths, count, sizeof(*widths), compare_numbers);
	width = widths[count / 2];
	mem_free(widths);
	return width;
}

struct forest_scale
forest_scale(const struct forest_bar *bars, size_t count, bool ratio)
{
	double low = scale_value(ratio, no_difference(ratio)), high = low;
	double least = low, most = high, room;
	size_t i;

	for (i = 0; i < count; i++) {
		low = fmin(low, scale_value(ratio, bars[i].value));
		high = fmax(high, scale_value(ratio, bars[i].value));
		least = fmin(least, scale_value(ratio, bars[i].low));
		most = fmax(most, scale_value(ratio, bars[i].high));
	}
	room = count == 0 ? 1 : BEYOND * usual_width(bars, count, ratio);
	return (struct forest_scale){ ratio, together(ratio, fmax(least,
	    low - room)), together(ratio, fmin(most, high + room)) };
}

/* The half cell on the scale, counted from 0, for a number. */
static size_t
half_of(const struct forest_scale *scale, double x, size_t cells)
{
	double low = scale_value(scale->ratio, scale->low);
	double high = scale_value(scale->ratio, scale->high);
	double part = high > low ? (scale_value(scale->ratio, x) - low) /
	    (high - low) : 0.5;

	part = fmin(fmax(part, 0), 1);
	return (size_t)lround(part * (double)(2 * cells - 1));
}

/* The character for one cell of a bar. */
static const char *
glyph(size_t cell, size_t low, size_t high, size_t value, size_t none)
{
	bool left = low <= 2 * cell && 2 * cell <= high;
	bool right = low <= 2 * cell + 1 && 2 * cell + 1 <= high;

	if (value / 2 == cell)
		return VALUE;
	if (none / 2 == cell)
		return left || right ? NONE_INSIDE : NONE;
	if (left && right)
		return LINE;
	return left ? LEFT_HALF : right ? RIGHT_HALF : " ";
}

char *
forest_draw(const void *ctx, const struct forest_scale *scale,
    const struct forest_bar *bar, size_t cells)
{
	size_t low = half_of(scale, bar->low, cells);
	size_t high = half_of(scale, bar->high, cells);
	size_t value = half_of(scale, bar->value, cells);
	size_t none = half_of(scale, no_difference(scale->ratio), cells);
	size_t last = (high > none ? high : none) / 2, i;
	struct buf out = { .data = NULL };

	for (i = 0; i <= last; i++) {
		if (i == 0 && bar->low < scale->low)
			buf_text(ctx, &out, "<");
		else if (i + 1 == cells && bar->high > scale->high)
			buf_text(ctx, &out, ">");
		else
			buf_text(ctx, &out, glyph(i, low, high, value, none));
	}
	return out.data;
}

char *
forest_axis(const void *ctx, const struct forest_scale *scale, size_t cells)
{
	char *left = mem_format(ctx, "%.3g", scale->low);
	char *right = mem_format(ctx, "%.3g", scale->high);
	size_t at = half_of(scale, no_difference(scale->ratio), cells) / 2;
	char *axis = mem_format(ctx, "%*s", (int)cells, "");

	if (at > strlen(left) && at + strlen(right) + 1 < cells)
		axis[at] = scale->ratio ? '1' : '0';
	memcpy(axis, left, strlen(left));
	memcpy(axis + cells - strlen(right), right, strlen(right));
	return axis;
}

char *
forest_say_null(const void *ctx, const struct forest_bar *bar, bool ratio)
{
	double none = no_difference(ratio);
	bool inside = bar->low <= none && bar->high >= none;

	return mem_format(ctx, "the interval %s %g (no difference)", inside ?
	    "includes" : "excludes", none);
}
