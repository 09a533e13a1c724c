/* The query language: cases of three lines, and what no input may break. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "index/query.h"

static void *ctx;

static const char *
skip_remarks(const char *s)
{
	while (*s == '#' || *s == '\n')
		s += strcspn(s, "\n") + (s[strcspn(s, "\n")] == '\n');
	return s;
}

/* tests/cases/query: a query, how it prints, its notes ("-": none). */
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
		parsed = query_parse(ctx, query, strlen(query));
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

/* A small generator of its own, the same everywhere. */
static unsigned long seed = 20161;

static size_t
any(size_t below)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
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
		once = query_print(ctx, query_parse(ctx, text, strlen(text)));
		twice = query_print(ctx, query_parse(ctx, once,
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
		query = query_parse(ctx, bytes, n);
		assert_non_null(query_print(query, query));
		mem_free(query);
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
	query = query_parse(ctx, text.data, text.len);
	assert_true(query->notes.count > 0);
	buf_clear(&text);
	for (i = 0; i < 2000; i++)
		buf_text(ctx, &text, "word ");
	query = query_parse(ctx, text.data, text.len);
	assert_int_equal(query->root->parts.count, QUERY_CLAUSES_MAX);
	assert_true(query->notes.count > 0);
}

static void
test_query_last_word_is_unfinished_until_a_blank(void **state)
{
	const struct clause *last;
	struct query *query;

	(void)state;
	query = query_parse(ctx, "heel pa", 7);
	last = query->root->parts.at[1];
	assert_true(last->unfinished);
	query = query_parse(ctx, "heel pain ", 10);
	last = query->root->parts.at[1];
	assert_false(last->unfinished);
	query = query_parse(ctx, "=pain", 5);
	last = query->root->parts.at[0];
	assert_false(last->unfinished);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_query_cases_print_as_they_were_understood),
		cmocka_unit_test(test_query_printing_is_a_fixed_point),
		cmocka_unit_test(test_query_takes_any_bytes),
		cmocka_unit_test(test_query_is_bounded),
		cmocka_unit_test(test_query_last_word_is_unfinished_until_a_blank),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
