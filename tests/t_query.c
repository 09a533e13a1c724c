/* The query language: cases of three lines, and input of any kind. */
#include "support.h"

#include <locale.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "library/filter.h"
#include "search/query.h"

static void *ctx;

static const char *
skip_remarks(const char *s)
{
	while (*s == '#' || *s == '\n')
		s += strcspn(s, "\n") + (s[strcspn(s, "\n")] == '\n');
	return s;
}

/*
 * Each case of tests/cases/query is a query, its printed form and its notes
 * ("-": none).
 */
static void
test_query_cases_print_as_they_were_understood(void **state)
{
	char *cases = file_text(ctx, source_path(ctx, "tests/cases/query"));
	const char *s = cases;
	char *query, *printed, *notes;
	struct query *parsed;
	struct buf noted;
	size_t i, n = 0;

	(void)state;
	assert_non_null(cases);
	for (s = skip_remarks(s); *s != '\0'; s = skip_remarks(s)) {
		query = next_line(ctx, &s);
		printed = next_line(ctx, &s);
		notes = next_line(ctx, &s);
		assert_non_null(notes);
		parsed = query_parse(ctx, NULL, query, strlen(query));
		assert_string_equal(query_print(ctx, parsed), text_same(
		    printed, "-") ? "" : printed);
		noted = (struct buf){ .data = NULL };
		for (i = 0; i < parsed->notes.count; i++) {
			const struct query_note *note = parsed->notes.at[i];

			buf_format(ctx, &noted, "%s%zu %s", i > 0 ? "; " : "",
			    note->start, note->text);
		}
		assert_string_equal(noted.len == 0 ? "-" : noted.data, notes);
		n++;
	}
	assert_true(n > 30);
}

/* A small random generator, the same on all systems. */
static uint64_t seed = 20161;

static size_t
any(size_t below)
{
	seed = seed * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (size_t)(seed >> 33) % below;
}

static const char *const pieces[] = { "pain", "heel", "\"low back\"", "-rat",
    "NOT ", "OR ", "AND ", "(", ")", "year:2010..2020", "level:<3", "c:knee",
    "outcome:\"range of motion\"", "graston*", "=stroke", "\"", "-", ":", "*",
    "author:", "doi:10.1/x", "ñandú", "手", "\xFF", "\t", "NEAR(", "a:b:c",
    "..", ">", "kind:safety", "NEAR ", "NEAR/3 ", "score:>5" };

static char *
random_query(void)
{
	struct buf text = { .data = NULL };
	size_t n = any(12), i;

	for (i = 0; i < n; i++) {
		buf_text(ctx, &text, pieces[any(sizeof(pieces) /
		    sizeof(pieces[0]))]);
		if (any(3) > 0)
			buf_text(ctx, &text, " ");
	}
	return text.data != NULL ? text.data : mem_text(ctx, "");
}

static void
test_query_printing_is_a_fixed_point(void **state)
{
	char *text, *once, *twice;
	int i;

	(void)state;
	for (i = 0; i < 10000; i++) {
		text = random_query();
		once = query_print(ctx, query_parse(ctx, NULL, text, strlen(text)));
		twice = query_print(ctx, query_parse(ctx, NULL, once,
		    strlen(once)));
		assert_string_equal(once, twice);
		mem_free(text);
		mem_free(once);
		mem_free(twice);
	}
}

static void
test_query_takes_any_bytes(void **state)
{
	char bytes[64];
	struct query *query;
	size_t n, i;
	int round;

	(void)state;
	for (round = 0; round < 10000; round++) {
		n = any(sizeof(bytes));
		for (i = 0; i < n; i++)
			bytes[i] = (char)any(256);
		query = query_parse(ctx, NULL, bytes, n);
		assert_non_null(query_print(query, query));
		mem_free(query);
	}
}

/*
 * Extreme values of every numeric field, and of NEAR: each is read to the end,
 * and its printed form gives the same query.
 */
static void
test_query_numbers_have_borders(void **state)
{
	/* The text before and after a number. */
	static const char *const forms[][2] = { { "", "" }, { "..", "" },
	    { "", ".." }, { "1..", "" }, { ">", "" }, { "<", "" }, { ">=", "" },
	    { "<=", "" } };
	static const char *const values[] = { "", "0", "1", "5", "6", "10",
	    "11", "9999", "10000", "99999", "100000", "2147483647",
	    "2147483648", "9223372036854775807", "9223372036854775808",
	    "1000000000000000000000000000000", "-1", "-9223372036854775808",
	    "00001", "1e9", "0x10", "text", "\"\"" };
	size_t f, v, k;
	char *text, *once;

	(void)state;
	for (f = 0; f < fields_count; f++)
		for (v = 0; v < sizeof(values) / sizeof(values[0]); v++)
			for (k = 0; k < sizeof(forms) / sizeof(forms[0]); k++) {
				text = mem_format(ctx, "%s:%s%s%s",
				    fields[f].name, forms[k][0], values[v],
				    forms[k][1]);
				once = query_print(ctx, query_parse(ctx, NULL,
				    text, strlen(text)));
				assert_string_equal(once, query_print(ctx,
				    query_parse(ctx, NULL, once, strlen(once))));
			}
	for (v = 0; v < sizeof(values) / sizeof(values[0]); v++) {
		text = mem_format(ctx, "knee NEAR/%s pain", values[v]);
		(void)query_print(ctx, query_parse(ctx, NULL, text, strlen(text)));
	}
}

static void
test_query_takes_any_number_of_brackets(void **state)
{
	enum { BRACKETS = 100000 };
	char *text = mem_zero(ctx, BRACKETS + 1, 1);
	const char *const kinds[] = { "(", ")", "()", ")(", "((a)", "\"(" };
	size_t i, j, n;

	(void)state;
	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		n = strlen(kinds[i]);
		for (j = 0; j < BRACKETS; j++)
			text[j] = kinds[i][j % n];
		assert_in_range(query_parse(ctx, NULL, text, BRACKETS)->notes.count,
		    0, QUERY_NOTES_MAX);
	}
}

static void
test_query_is_bounded(void **state)
{
	struct buf text = { .data = NULL };
	struct query *query;
	int i;

	(void)state;
	for (i = 0; i < 3000; i++)
		buf_text(ctx, &text, "(a ");
	query = query_parse(ctx, NULL, text.data, text.len);
	assert_true(query->notes.count > 0);
	buf_clear(&text);
	/* A pasted text is read whole. */
	for (i = 0; i < 2000; i++)
		buf_text(ctx, &text, "word ");
	query = query_parse(ctx, NULL, text.data, text.len);
	assert_int_equal(query->root->parts.count, 2000);
	assert_int_equal(query->notes.count, 0);
	buf_clear(&text);
	for (i = 0; i < 30000; i++)
		buf_text(ctx, &text, "a ");
	query = query_parse(ctx, NULL, text.data, text.len);
	assert_int_equal(query->root->parts.count, QUERY_CLAUSES_MAX);
	assert_true(query->notes.count > 0);
	buf_clear(&text);
	for (i = 0; i < 10000; i++)
		buf_text(ctx, &text, "a OR ");
	query = query_parse(ctx, NULL, text.data, text.len);
	assert_int_equal(((const struct clause *)list_at(&query->root->parts,
	    0))->parts.count, QUERY_ANY_MAX);
	assert_true(query->notes.count > 0);
}

/* Clauses, other than plain words, of the whole tree. */
static size_t
count_costly(const struct clause *clause)
{
	size_t n = clause->kind != CLAUSE_ALL && (clause->kind !=
	    CLAUSE_WORD || clause->prefix || clause->exact), i;

	for (i = 0; i < clause->parts.count; i++)
		n += count_costly(list_at(&clause->parts, i));
	return n;
}

static void
test_query_has_few_parts_that_take_time(void **state)
{
	static const char *const repeated[] = { "a* ", "=a ", "\"a b\" ",
	    "year:>1 ", "-a ", "NOT a* ", "(a OR b) ", "(a* NEAR b) ",
	    "a -b ", "a NEAR b ", "a* NEAR " };
	const struct query_note *note;
	const struct query *query;
	struct buf text = { .data = NULL };
	size_t i, n;

	(void)state;
	for (i = 0; i < sizeof(repeated) / sizeof(repeated[0]); i++) {
		for (n = 0; n < 20000; n++)
			buf_text(ctx, &text, repeated[i]);
		query = query_parse(ctx, NULL, text.data, text.len);
		assert_true(count_costly(query->root) <= 2 *
		    QUERY_CLAUSES_MAX / QUERY_COSTLY);
		assert_int_equal(query->notes.count, 1);
		note = list_at(&query->notes, 0);
		assert_string_equal(note->text, "query shortened to fit");
		buf_clear(&text);
	}
}

static void
test_query_last_word_is_unfinished_until_a_blank(void **state)
{
	const struct clause *last;
	struct query *query;

	(void)state;
	query = query_parse(ctx, NULL, "heel pa", 7);
	last = query->root->parts.at[1];
	assert_true(last->unfinished);
	query = query_parse(ctx, NULL, "heel pain ", 10);
	last = query->root->parts.at[1];
	assert_false(last->unfinished);
	query = query_parse(ctx, NULL, "=pain", 5);
	last = query->root->parts.at[0];
	assert_false(last->unfinished);
}

/* The filters of queries, and the query without each of them. */
static void
test_filters_go_one_by_one(void **state)
{
	static const struct {
		const char	*query;
		const char	*left[5];
	} cases[] = {
		{ "pain", { NULL } },
		{ "pain design:rct -level:5 knee", { "pain -level:5 knee",
		    "pain design:rct knee", NULL } },
		{ "NOT level:1 pain", { "pain", NULL } },
		{ "level:1 OR level:2", { "level:2", "level:1", NULL } },
		{ "pain (level:1 OR level:2) knee", { "pain level:2 knee",
		    "pain level:1 knee", NULL } },
		{ "( level:1 OR level:2 OR level:3 )", {
		    "level:2 OR level:3", "level:1 OR level:3",
		    "level:1 OR level:2", NULL } },
		{ "((level:1 OR level:2)) x", { "level:2 x", "level:1 x",
		    NULL } },
		{ "does it help? l:1 -\"a  b\" (mood OR pain NEAR/3 low) y:>2015",
		    { "does it help -\"a b\" (mood OR pain NEAR/3 low) "
		    "year:2016..", "does it help level:1 -\"a b\" (mood OR "
		    "pain NEAR/3 low)", NULL } },
		{ "year:2000..2010 condition:\"heel pain\"", {
		    "condition:\"heel pain\"", "year:2000..2010", NULL } },
		/* Alternatives of different fields are not filters. */
		{ "(level:1 OR design:rct) (level:1 OR knee)", { NULL } },
		{ "knee level:1 OR level:2", { NULL } },
	};
	struct list filters;
	size_t i, j;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		filters = filter_list(ctx, NULL, cases[i].query);
		for (j = 0; cases[i].left[j] != NULL; j++) {
			assert_true(j < filters.count);
			assert_string_equal(filter_leave_out(ctx, NULL,
			    cases[i].query, j), cases[i].left[j]);
		}
		assert_int_equal(filters.count, j);
	}
	assert_string_equal(filter_leave_out_all(ctx, NULL,
	    "a (level:1 OR level:2) -design:rct b"), "a b");
}

static const struct field *
field_of(const char *name)
{
	return field_find(name, strlen(name));
}

/*
 * A further value for a field with values, and the query for what it would add.
 */
static void
test_filters_become_alternatives(void **state)
{
	static const struct {
		const char	*query;
		const char	*with;
		const char	*beyond;
	} cases[] = {
		{ "pain", NULL, NULL },
		{ "pain -level:1", NULL, NULL },
		{ "level:1", "level:1 OR level:2", "-level:1" },
		{ "a level:1 b", "a (level:1 OR level:2) b", "a -level:1 b" },
		{ "a (level:1 OR level:3) b",
		    "a (level:1 OR level:3 OR level:2) b",
		    "a -level:1 -level:3 b" },
		{ "level:1 OR level:3", "level:1 OR level:3 OR level:2",
		    "-level:1 -level:3" },
		/* Values that were both required stay so. */
		{ "level:1 level:3", "level:1 (level:3 OR level:2)",
		    "level:1 -level:3" },
	};
	char *with, *beyond;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		with = filter_or(ctx, NULL, cases[i].query, field_of("level"),
		    "level:2");
		beyond = filter_beyond(ctx, NULL, cases[i].query, field_of("level"));
		assert_true((with == NULL) == (cases[i].with == NULL));
		assert_true((beyond == NULL) == (cases[i].beyond == NULL));
		if (with == NULL)
			continue;
		assert_string_equal(with, cases[i].with);
		assert_string_equal(beyond, cases[i].beyond);
	}
}

/*
 * Alternatives stay together; a space at the end means that a word is finished.
 */
static void
test_filters_are_added(void **state)
{
	static const char *const cases[][3] = {
		{ "", "level:1", "level:1" },
		{ "pain", "", "pain" },
		{ "pain", "level:1", "pain level:1" },
		{ "pain OR mood", "level:1", "(pain OR mood) level:1" },
		{ "pain", "l:1 OR l:2", "pain (level:1 OR level:2)" },
		{ "a OR b", "c OR d ", "(a OR b) (c OR d) " },
		{ "pain", "sle ", "pain sle " },
		{ "10.1000/x(1)-2", "level:1", "10.1000/x(1)-2 level:1" },
		{ "doi:10.1000/112", "pmid:7", "doi:10.1000/112 pmid:7" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(filter_both(ctx, NULL, cases[i][0], cases[i][1]),
		    cases[i][2]);
}

/* Filters come before the words at the end, the last of them unfinished. */
static void
test_filters_come_before_a_word_being_typed(void **state)
{
	static const char *const cases[][2] = {
		{ "heel pa", "level:1 heel pa" },
		{ "year:2010 pa", "year:2010 level:1 pa" },
		{ "title:acup", "level:1 title:acup" },
		{ "year:2010 title:acup", "year:2010 level:1 title:acup" },
		{ "title:heel OR title:acup",
		    "level:1 (title:heel OR title:acup)" },
		{ "title:acup ", "title:acup level:1" },
		{ "title:\"heel pain\"", "title:\"heel pain\" level:1" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(filter_before(ctx, NULL, cases[i][0],
		    "level:1"), cases[i][1]);
}

/* After any change, the printed query is read back the same. */
static void
test_filters_print_what_is_read_again(void **state)
{
	char *text, *once;
	size_t n, i, round;

	(void)state;
	for (round = 0; round < 3000; round++) {
		text = random_query();
		n = filter_list(ctx, NULL, text).count;
		for (i = 0; i <= n; i++) {
			once = i < n ? filter_leave_out(ctx, NULL, text, i) :
			    filter_both(ctx, NULL, text, "level:1 OR level:2");
			assert_string_equal(query_print(ctx, query_parse(ctx, NULL,
			    once, strlen(once))), once);
		}
		once = filter_leave_out_all(ctx, NULL, text);
		assert_string_equal(query_print(ctx, query_parse(ctx, NULL, once,
		    strlen(once))), once);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_query_cases_print_as_they_were_understood),
		cmocka_unit_test(test_query_printing_is_a_fixed_point),
		cmocka_unit_test(test_query_takes_any_bytes),
		cmocka_unit_test(test_query_numbers_have_borders),
		cmocka_unit_test(test_query_takes_any_number_of_brackets),
		cmocka_unit_test(test_query_is_bounded),
		cmocka_unit_test(test_query_has_few_parts_that_take_time),
		cmocka_unit_test(test_query_last_word_is_unfinished_until_a_blank),
		cmocka_unit_test(test_filters_go_one_by_one),
		cmocka_unit_test(test_filters_are_added),
		cmocka_unit_test(test_filters_come_before_a_word_being_typed),
		cmocka_unit_test(test_filters_print_what_is_read_again),
		cmocka_unit_test(test_filters_become_alternatives),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
