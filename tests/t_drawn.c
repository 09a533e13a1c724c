/*
 * Forest plots and the filter by subjects: drawing and counting without a page.
 */
#include "support.h"

#include <locale.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "page/forest.h"
#include "page/subjects.h"

static void *ctx;

/* Forest plots. */

static const struct estimate whole = { .type = "SMD", .value = "0.6",
	.ci_low = "0.41", .ci_high = "0.8", .unit = "SD", .plot = "pain" };

static void
test_only_what_may_be_drawn_is(void **state)
{
	struct estimate e = whole;
	struct forest_bar bar;

	(void)state;
	assert_true(forest_bar(&e, &bar));
	assert_float_equal(bar.low, 0.41, 1e-9);
	e.plot = NULL;
	assert_false(forest_bar(&e, &bar));
	e = whole;
	e.ci_low = NULL;
	assert_false(forest_bar(&e, &bar));
	e = whole;
	e.value = "about 0.6";
	assert_false(forest_bar(&e, &bar));
}

static void
test_ratios_are_told_by_type(void **state)
{
	struct estimate e = whole;

	(void)state;
	assert_false(forest_is_ratio(&e));
	e.type = "RR";
	assert_true(forest_is_ratio(&e));
	e.type = "OR";
	assert_true(forest_is_ratio(&e));
	e.type = "HR";
	assert_true(forest_is_ratio(&e));
	e.type = "of-our-own";
	e.type_like = "IRR";
	assert_true(forest_is_ratio(&e));
}

static void
test_no_difference_is_always_on_the_scale(void **state)
{
	const struct forest_bar far[] = { { 5, 4, 6 } };
	const struct forest_bar ratio[] = { { 2.9, 1.55, 5.41 } };
	struct forest_scale scale;

	(void)state;
	scale = forest_scale(far, 1, false);
	assert_float_equal(scale.low, 0, 1e-9);
	assert_float_equal(scale.high, 6, 1e-9);
	scale = forest_scale(ratio, 1, true);
	assert_float_equal(scale.low, 1, 1e-9);
	assert_float_equal(scale.high, 5.41, 1e-6);
	scale = forest_scale(NULL, 0, false);
	assert_true(scale.low <= 0 && scale.high >= 0);
}

static char *
drawn(const struct forest_scale *scale, const struct forest_bar *bar)
{
	return text_ascii(ctx, forest_draw(ctx, scale, bar, 21));
}

static void
test_bars_stand_where_their_numbers_are(void **state)
{
	const struct forest_scale scale = { false, -10, 10 };
	const struct forest_bar worse = { -5, -8, -2 }, across = { 1, -3, 5 };
	const struct forest_bar on_null = { 0, -1, 1 };

	(void)state;
	assert_string_equal(drawn(&scale, &worse), "  ---o--- :");
	assert_string_equal(drawn(&scale, &across), "       ---+o----");
	assert_string_equal(drawn(&scale, &on_null), "         -o-");
}

/* One wide interval does not compress the others. */
static void
test_intervals_that_leave_the_scale_are_marked(void **state)
{
	const struct forest_bar bars[] = { { 1, 0.5, 1.5 }, { 2, 1.5, 2.5 },
		{ 1, -90, 90 } };
	struct forest_scale scale = forest_scale(bars, 3, false);
	char *wide = drawn(&scale, &bars[2]), *usual = drawn(&scale, &bars[0]);

	(void)state;
	assert_true(scale.low > -90 && scale.high < 90);
	assert_int_equal(wide[0], '<');
	assert_int_equal(wide[strlen(wide) - 1], '>');
	assert_null(strpbrk(usual, "<>"));
}

static void
test_ratios_are_as_far_halved_as_doubled(void **state)
{
	const struct forest_scale scale = { true, 0.25, 4 };
	const struct forest_bar half = { 0.5, 0.5, 0.5 }, twice = { 2, 2, 2 };
	char *left = drawn(&scale, &half), *right = drawn(&scale, &twice);

	(void)state;
	assert_int_equal(strcspn(left, "o"), 5);
	assert_int_equal(strcspn(right, "o"), 15);
	assert_int_equal(strcspn(left, ":"), 10);
}

static void
test_axis_has_its_ends_and_no_difference(void **state)
{
	const struct forest_scale plain = { false, -10, 10 };
	const struct forest_scale ratio = { true, 0.25, 4 };

	(void)state;
	assert_string_equal(forest_axis(ctx, &plain, 21),
	    "-10       0        10");
	assert_string_equal(forest_axis(ctx, &ratio, 21),
	    "0.25      1         4");
}

static void
test_no_difference_is_told_in_words(void **state)
{
	const struct forest_bar touching = { 1.8, 1.0, 3.25 };
	const struct forest_bar beyond = { -0.66, -0.83, -0.49 };

	(void)state;
	assert_string_equal(forest_say_null(ctx, &touching, true),
	    "the interval includes 1 (no difference)");
	assert_string_equal(forest_say_null(ctx, &beyond, false),
	    "the interval excludes 0 (no difference)");
}

/* The filter by subjects. */

static void
test_filter_goes_round(void **state)
{
	const char *filter = NULL;

	(void)state;
	assert_string_equal(filter = subjects_next(filter), "human");
	assert_string_equal(filter = subjects_next(filter), "animal");
	assert_string_equal(filter = subjects_next(filter), "cells");
	assert_null(filter = subjects_next(filter));
	assert_string_equal(subjects_name(NULL), "all");
	assert_string_equal(subjects_name("human"), "people only");
}

static void
test_lens_is_the_end_of_a_query(void **state)
{
	static const char *const queries[] = { "", "pain", "a b c",
	    "gua sha year:2010..2020" };
	char *rest, *narrow;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		narrow = subjects_query(ctx, queries[i], "animal");
		assert_string_equal(subjects_of_query(ctx, narrow, &rest),
		    "animal");
		assert_string_equal(rest, queries[i]);
		assert_null(subjects_of_query(ctx, queries[i], &rest));
		assert_string_equal(rest, queries[i]);
	}
	assert_string_equal(subjects_query(ctx, "knee OR ankle", "human"),
	    "(knee OR ankle) subjects:human");
	assert_null(subjects_of_query(ctx, "subjects:everybody", &rest));
}

static void
test_lens_warns_where_nobody_was_looked_at(void **state)
{
	const struct subject_counts people = { .people = 1, .animals = 9 };
	const struct subject_counts rats = { .animals = 2, .nobody = 1 };
	const struct subject_counts theory = { .nobody = 3 };
	const struct subject_counts aside = { .people = 2, .animals = 2,
	    .uncontrolled = 2 };
	const struct subject_counts none = { .people = 0 };

	(void)state;
	assert_null(subjects_warning(&people));
	assert_null(subjects_warning(&none));
	assert_true(text_begins(subjects_warning(&rats), "NOT STUDIED IN PEOPLE"));
	assert_true(text_begins(subjects_warning(&theory),
	    "NOT STUDIED IN ANYONE"));
	assert_true(text_begins(subjects_warning(&aside),
	    "IN PEOPLE ONLY WITHOUT A FAIR COMPARISON"));
	assert_string_equal(subjects_say(ctx, &rats), "animals 2, none 1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_what_may_be_drawn_is),
		cmocka_unit_test(test_ratios_are_told_by_type),
		cmocka_unit_test(test_no_difference_is_always_on_the_scale),
		cmocka_unit_test(test_bars_stand_where_their_numbers_are),
		cmocka_unit_test(
		    test_intervals_that_leave_the_scale_are_marked),
		cmocka_unit_test(test_ratios_are_as_far_halved_as_doubled),
		cmocka_unit_test(test_axis_has_its_ends_and_no_difference),
		cmocka_unit_test(test_no_difference_is_told_in_words),
		cmocka_unit_test(test_filter_goes_round),
		cmocka_unit_test(test_lens_is_the_end_of_a_query),
		cmocka_unit_test(test_lens_warns_where_nobody_was_looked_at),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
