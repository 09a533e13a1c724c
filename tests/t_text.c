/* Text: cleaning, measuring, cutting, wrapping, comparing. */
#include "support.h"

#include <locale.h>

#include "base/mem.h"
#include "base/number.h"
#include "base/text.h"

static void *ctx;

static void
cleans(const char *in, const char *out)
{
	char *once = text_clean(ctx, in, strlen(in));

	assert_string_equal(once, out);
	assert_string_equal(text_clean(ctx, once, strlen(once)), out);
}

static void
test_text_cleaning_keeps_letters_of_all_scripts(void **state)
{
	(void)state;
	cleans("Müller 手技 ש ع", "Müller 手技 ש ع");
	cleans("", "");
	cleans("± 5 °C – “quoted” ≤ 3", "± 5 °C – “quoted” ≤ 3");
}

static void
test_text_cleaning_makes_white_space_one_blank(void **state)
{
	(void)state;
	cleans("  a\t\n b\r c  ", "a b c");
	cleans("a\xC2\xA0" "b", "a b");		/* no-break space */
}

static void
test_text_cleaning_marks_what_acts_on_a_terminal(void **state)
{
	(void)state;
	cleans("a\033[2Jb", "a\xEF\xBF\xBD[2Jb");
	cleans("a\177b", "a\xEF\xBF\xBD" "b");
	cleans("a\xC2\x9B" "2Jb", "a\xEF\xBF\xBD" "2Jb");	/* C1 CSI */
	cleans("a\xE2\x80\xAE" "b", "a\xEF\xBF\xBD" "b");	/* U+202E */
	cleans("a\xE2\x80\xA8" "b", "a\xEF\xBF\xBD" "b");	/* U+2028 */
	cleans("a\xEE\x80\x80" "b", "a\xEF\xBF\xBD" "b");	/* U+E000 */
	cleans("a\xF3\xA0\x81\xA1" "b", "a\xEF\xBF\xBD" "b");	/* tag */
}

static void
test_text_cleaning_mends_broken_utf8(void **state)
{
	(void)state;
	cleans("a\xFF" "b", "a\xEF\xBF\xBD" "b");
	cleans("\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");
	cleans("\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void
test_text_cleaning_drops_zero_width_characters(void **state)
{
	(void)state;
	cleans("Gra\xE2\x80\x8Bst\xC2\xADon", "Graston");
	cleans("\xEF\xBB\xBF" "a", "a");
	/* A joiner is kept between letters that need it. */
	cleans("\xD8\xB9\xE2\x80\x8D\xD8\xB9", "\xD8\xB9\xE2\x80\x8D\xD8\xB9");
	cleans("a\xE2\x80\x8D" "b", "ab");
}

static void
test_text_cleaning_bounds_combining_marks(void **state)
{
	(void)state;
	cleans("Z\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81" "a",
	    "Z\xCC\x81\xCC\x81\xCC\x81\xCC\x81" "a");
	/* A combining mark at the start gets a space of its own. */
	assert_int_equal(text_width(text_clean(ctx, "\xCC\x81x", 3)), 2);
}

static void
test_text_widths_are_cells(void **state)
{
	(void)state;
	assert_int_equal(text_width("abc"), 3);
	assert_int_equal(text_width("手技"), 4);
	assert_int_equal(text_width("e\xCC\x81"), 1);
}

static void
test_text_is_cut_in_cells_with_a_tilde(void **state)
{
	(void)state;
	assert_string_equal(text_cut(ctx, "abcdef", 6), "abcdef");
	assert_string_equal(text_cut(ctx, "abcdef", 5), "abcd…");
	assert_string_equal(text_cut(ctx, "手技療法", 5), "手技…");
	assert_string_equal(text_cut(ctx, "手技療法", 6), "手技…");
	assert_string_equal(text_cut(ctx, "abc", 0), "");
	assert_string_equal(text_cut_ascii(ctx, "abcdef", 6), "abcdef");
	assert_string_equal(text_cut_ascii(ctx, "abcdef", 5), "ab...");
	assert_string_equal(text_cut_ascii(ctx, "abcdef", 2), "..");
	assert_string_equal(text_cut_ascii(ctx, "abcdef", 1), ">");
	assert_string_equal(text_cut_ascii(ctx, "abcdef", 0), "");
}

static void
wraps(const char *text, size_t cells, const char *joined)
{
	struct buf out = { .data = NULL };
	const char *at, *next;
	size_t n;

	for (at = text; *at != '\0'; at = next) {
		n = text_line(at, cells, &next);
		assert_true(text_width_n(at, n) <= cells);
		assert_true(next > at);
		buf_format(ctx, &out, "%s%.*s", at == text ? "" : "|", (int)n,
		    at);
	}
	assert_string_equal(buf_string(&out), joined);
}

static void
test_text_wraps_at_blanks_and_hyphens(void **state)
{
	(void)state;
	wraps("one two three", 7, "one two|three");
	wraps("one two three", 100, "one two three");
	wraps("soft-tissue work", 8, "soft-|tissue|work");
	wraps("exactly eight", 7, "exactly|eight");
	wraps("", 10, "");
}

static void
test_text_breaks_a_word_that_is_too_long(void **state)
{
	(void)state;
	wraps("abcdefghij", 4, "abcd|efgh|ij");
	wraps("手技療法", 3, "手|技|療|法");
}

static void
test_text_folding_ignores_case_marks_and_hyphens(void **state)
{
	(void)state;
	assert_string_equal(text_fold(ctx, "Jumper's-Knee!"), "jumpers knee");
	assert_string_equal(text_fold(ctx, "cạo gió"), "cao gio");
	assert_string_equal(text_fold(ctx, "LÜDTKE"), "ludtke");
	assert_string_equal(text_fold(ctx, "  --  "), "");
}

static void
test_text_ascii_spells_signs_out(void **state)
{
	(void)state;
	assert_string_equal(text_ascii(ctx, "Müller ± 5°"),
	    "Muller +/- 5 deg");
	assert_string_equal(text_ascii(ctx, "手"), "?");
	assert_string_equal(text_ascii(ctx, "3 x 10⁻⁵, 10⁶, m²"),
	    "3 x 10^-5, 10^6, m^2");
	assert_string_equal(text_ascii(ctx, "CO₂, 3₁₂"), "CO2, 3_12");
	assert_string_equal(text_ascii(ctx, "log₁₀5, 10⁶5, log₂.5, H₂O."),
	    "log_10 5, 10^6 5, log_2 .5, H2O.");
}

static void
test_text_numbers_are_strict(void **state)
{
	long n;
	double x;

	(void)state;
	assert_true(number_integer("42", 0, 100, &n));
	assert_int_equal(n, 42);
	assert_false(number_integer("42x", 0, 100, &n));
	assert_false(number_integer("", 0, 100, &n));
	assert_false(number_integer("101", 0, 100, &n));
	assert_false(number_integer("99999999999999999999", 0, 100, &n));
	assert_true(number_decimal("-0.28", &x));
	assert_true(x < -0.27999 && x > -0.28001);
	assert_false(number_decimal("1e5", &x));
	assert_false(number_decimal("0x1", &x));
	assert_false(number_decimal(".5", &x));
	assert_false(number_decimal("5.", &x));
	assert_false(number_decimal("NaN", &x));
}

static void
test_text_distance_counts_swapped_letters_once(void **state)
{
	(void)state;
	assert_int_equal(text_distance("ankel", "ankle", 2), 1);
	assert_int_equal(text_distance("planter", "plantar", 2), 1);
	assert_int_equal(text_distance("abc", "abc", 2), 0);
	assert_int_equal(text_distance("abc", "xyz", 2), 3);
	assert_int_equal(text_distance("short", "muchlonger", 2), 3);
}

static void
test_text_line_never_breaks_an_address(void **state)
{
	const char *text = "See https://doi.org/10.1186/s12998-016-0096-9 or "
	    "doi:10.1186/s12998-016-0096-9.";
	const char *next;

	(void)state;
	assert_int_equal(text_line(text, 20, &next), 3);
	assert_true(text_begins(next, "https://"));
	assert_int_equal(text_line(next, 20, &next), 41);
	assert_true(text_begins(next, "or "));
	assert_int_equal(text_line(next, 20, &next), 2);
	assert_int_equal(text_line(next, 20, &next), strlen("doi:10.1186/"
	    "s12998-016-0096-9."));
	assert_string_equal(next, "");
	/* "Either/or" is not an address. */
	assert_true(text_line("aaaaaaaaaaaa/bbbbbbbbbbbbbb", 20, &next) <= 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_line_never_breaks_an_address),
		cmocka_unit_test(
		    test_text_cleaning_keeps_letters_of_all_scripts),
		cmocka_unit_test(test_text_cleaning_makes_white_space_one_blank),
		cmocka_unit_test(
		    test_text_cleaning_marks_what_acts_on_a_terminal),
		cmocka_unit_test(test_text_cleaning_mends_broken_utf8),
		cmocka_unit_test(test_text_cleaning_drops_zero_width_characters),
		cmocka_unit_test(test_text_cleaning_bounds_combining_marks),
		cmocka_unit_test(test_text_widths_are_cells),
		cmocka_unit_test(test_text_is_cut_in_cells_with_a_tilde),
		cmocka_unit_test(test_text_wraps_at_blanks_and_hyphens),
		cmocka_unit_test(test_text_breaks_a_word_that_is_too_long),
		cmocka_unit_test(
		    test_text_folding_ignores_case_marks_and_hyphens),
		cmocka_unit_test(test_text_ascii_spells_signs_out),
		cmocka_unit_test(test_text_numbers_are_strict),
		cmocka_unit_test(test_text_distance_counts_swapped_letters_once),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
