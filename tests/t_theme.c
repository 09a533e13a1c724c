/* Themes: what all of them must comply with. */
#include "support.h"

#include <math.h>

#include "base/text.h"
#include "tui/theme.h"

/*
 * Yellow, white and bright black are unreadable on some screens; plain blue is
 * on dark ones.
 */
static void
test_no_colour_is_used_that_some_screens_hide(void **state)
{
	const struct look *look;
	size_t i;
	int role;

	(void)state;
	for (i = 0; i < themes_count; i++)
		for (role = 0; role < ROLE_COUNT; role++) {
			look = &themes[i].looks[role];
			assert_true(look->color == COLOR_OWN ||
			    look->color == COLOR_NR_RED ||
			    look->color == COLOR_NR_GREEN ||
			    look->color == COLOR_NR_CYAN ||
			    look->color == COLOR_NR_MAGENTA ||
			    (look->color == COLOR_NR_BLUE &&
			    text_same(themes[i].name, "light")));
		}
}

/* The colours of xterm in linear RGB, from which WCAG 2 computes contrast. */
static const double xterm[][3] = {
	[COLOR_NR_RED] = { 205, 0, 0 }, [COLOR_NR_GREEN] = { 0, 205, 0 },
	[COLOR_NR_BLUE] = { 0, 0, 238 }, [COLOR_NR_MAGENTA] = { 205, 0, 205 },
	[COLOR_NR_CYAN] = { 0, 205, 205 },
};

static double
linear(double value)
{
	value /= 255;
	return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055,
	    2.4);
}

/* The contrast of a colour on black (0) or white (1): 1 to 21. */
static double
contrast(int color, double background)
{
	double light = 0.2126 * linear(xterm[color][0]) + 0.7152 *
	    linear(xterm[color][1]) + 0.0722 * linear(xterm[color][2]);
	double high = light > background ? light : background;
	double low = light > background ? background : light;

	return (high + 0.05) / (low + 0.05);
}

/* WCAG 2, 1.4.3 (AA): 4.5 for text, 3 for bold and short text. */
static void
assert_contrast(const struct theme *theme, double background)
{
	const struct look *look;
	int role;

	for (role = 0; role < ROLE_COUNT; role++) {
		look = &theme->looks[role];
		if (look->color != COLOR_OWN)
			assert_true(contrast(look->color, background) >=
			    (look->bold ? 3 : 4.5));
	}
}

static void
test_colours_have_contrast_on_their_screens(void **state)
{
	(void)state;
	assert_contrast(theme_find("default"), 0);
	assert_contrast(theme_find("default"), 1);
	assert_contrast(theme_find("light"), 1);
	assert_contrast(theme_find("dark"), 0);
	/* The test can fail: cyan suits only dark screens. */
	assert_true(contrast(COLOR_NR_CYAN, 1) < 3);
	assert_true(contrast(COLOR_NR_CYAN, 0) > 4.5);
}

/*
 * How people without red or green cones see a colour (Vienot, Brettel and
 * Mollon 1999, for deuteranopia and protanopia): red and green become one
 * value, blue stays.
 */
static void
simulate(int color, bool protan, double seen[2])
{
	double r = linear(xterm[color][0]), g = linear(xterm[color][1]);

	seen[0] = protan ? 0.11238 * r + 0.88762 * g : 0.29275 * r +
	    0.70725 * g;
	seen[1] = linear(xterm[color][2]);
}

static double
distance(int a, int b, bool protan)
{
	double x[2], y[2];

	simulate(a, protan, x);
	simulate(b, protan, y);
	return fabs(x[0] - y[0]) + fabs(x[1] - y[1]);
}

static void
test_for_and_against_differ_without_red_or_green_cones(void **state)
{
	const struct look *looks;
	size_t i;
	int protan;

	(void)state;
	for (i = 0; i < themes_count; i++) {
		looks = themes[i].looks;
		if (looks[ROLE_FOR].color == COLOR_OWN)
			continue;
		for (protan = 0; protan < 2; protan++)
			assert_true(distance(looks[ROLE_FOR].color,
			    looks[ROLE_AGAINST].color, protan != 0) > 0.3);
	}
	/*
	 * The test can fail: red and green of similar lightness look the same.
	 */
	assert_true(distance(COLOR_NR_RED, COLOR_NR_GREEN, false) < 0.3);
}

/* Only the selected row is in reverse video, except in one theme. */
static void
test_the_selected_row_is_in_reverse_in_all(void **state)
{
	size_t i;
	int role;

	(void)state;
	for (i = 0; i < themes_count; i++) {
		assert_true(themes[i].looks[ROLE_SELECTED].reverse);
		for (role = 0; role < ROLE_COUNT; role++)
			if (role != ROLE_SELECTED && !text_same(
			    themes[i].name, "contrast"))
				assert_false(themes[i].looks[role].reverse);
	}
}

static void
test_mono_has_no_colour_and_lacks_no_role(void **state)
{
	const struct theme *mono = theme_find("mono"), *other =
	    theme_find("default");
	int role;

	(void)state;
	assert_non_null(mono);
	for (role = 0; role < ROLE_COUNT; role++)
		assert_int_equal(mono->looks[role].color, COLOR_OWN);
	/* Roles that are bold or underlined are so in both themes. */
	for (role = 0; role < ROLE_COUNT; role++) {
		assert_int_equal(mono->looks[role].bold,
		    other->looks[role].bold);
		assert_int_equal(mono->looks[role].underlined,
		    other->looks[role].underlined);
	}
}

/*
 * "For" and "against" have different colours, if any, and never red and green;
 * without colour they are still bold.
 */
static void
test_for_and_against_are_seen_by_all(void **state)
{
	const struct look *look, *other;
	size_t i;

	(void)state;
	for (i = 0; i < themes_count; i++) {
		look = &themes[i].looks[ROLE_FOR];
		other = &themes[i].looks[ROLE_AGAINST];
		assert_true(look->bold && other->bold &&
		    themes[i].looks[ROLE_MIXED].bold);
		assert_int_not_equal(look->color, COLOR_NR_GREEN);
		if (look->color != COLOR_OWN)
			assert_int_not_equal(look->color, other->color);
	}
	/* A change without a comparison never looks like a benefit. */
	assert_int_equal(role_of_code("improved-no-control"), ROLE_GRADE);
	assert_int_equal(role_of_code("no-difference"), ROLE_GRADE);
	assert_int_equal(role_of_code("favours"), ROLE_FOR);
}

static void
test_roles_are_changed_one_by_one(void **state)
{
	struct theme theme = *theme_find("default");
	const struct look before = theme.looks[ROLE_TITLE];
	struct err err = ERR_INIT;

	(void)state;
	assert_true(theme_change(&theme, "hit bold  cyan", &err));
	assert_true(theme.looks[ROLE_HIT].bold);
	assert_false(theme.looks[ROLE_HIT].underlined);
	assert_int_equal(theme.looks[ROLE_HIT].color, COLOR_NR_CYAN);
	assert_true(theme_change(&theme, "hit", &err));
	assert_false(theme.looks[ROLE_HIT].bold);
	assert_false(theme_change(&theme, "title yellow", &err));
	assert_non_null(strstr(err.text, "invalid style 'yellow'"));
	assert_false(theme_change(&theme, "borders red", &err));
	assert_non_null(strstr(err.text, "invalid role 'borders'"));
	assert_int_equal(theme.looks[ROLE_TITLE].bold, before.bold);
	assert_int_equal(theme.looks[ROLE_TITLE].color, before.color);
}

static void
test_names_are_found(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < themes_count; i++)
		assert_ptr_equal(theme_find(themes[i].name), &themes[i]);
	assert_null(theme_find("solarized"));
	assert_null(theme_find(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_no_colour_is_used_that_some_screens_hide),
		cmocka_unit_test(test_the_selected_row_is_in_reverse_in_all),
		cmocka_unit_test(test_mono_has_no_colour_and_lacks_no_role),
		cmocka_unit_test(test_for_and_against_are_seen_by_all),
		cmocka_unit_test(test_colours_have_contrast_on_their_screens),
		cmocka_unit_test(
		    test_for_and_against_differ_without_red_or_green_cones),
		cmocka_unit_test(test_roles_are_changed_one_by_one),
		cmocka_unit_test(test_names_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
