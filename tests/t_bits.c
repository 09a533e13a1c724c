/* Bits: against plain arrays; stored sets against what FTS5 finds. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "search/evaluate.h"
#include "index/sets.h"

enum { SIZE = 3 * BITS_CHUNK / 2 + 13 };

static void *ctx;

/* A set with a member for about every `part` rows, and the same as flags. */
static struct bits *
random_set(bool *flags, unsigned part, unsigned seed)
{
	struct bits *bits = bits_new(ctx, SIZE);
	int64_t i;

	srand(seed);
	for (i = 1; i <= SIZE; i++) {
		flags[i] = (unsigned)rand() % part == 0;
		if (flags[i])
			bits_add(bits, i);
	}
	return bits;
}

static void
assert_same(const struct bits *bits, const bool *flags)
{
	size_t count = 0;
	int64_t i, next = bits_next(bits, 0);

	for (i = 1; i <= SIZE; i++) {
		assert_int_equal(bits_has(bits, i), flags[i]);
		if (!flags[i])
			continue;
		assert_int_equal(next, i);
		if (count % 1000 == 0)
			assert_int_equal(bits_skip(bits, count), i);
		next = bits_next(bits, i);
		count++;
	}
	assert_int_equal(next, 0);
	assert_int_equal(bits_count(bits), count);
	assert_int_equal(bits_skip(bits, count), 0);
}

static void
test_bits_join_like_flags(void **state)
{
	bool *a = calloc(SIZE + 1, 1), *b = calloc(SIZE + 1, 1);
	bool *c = calloc(SIZE + 1, 1);
	struct bits *x = random_set(a, 3, 1), *y = random_set(b, 200, 2), *z;
	size_t i;

	(void)state;
	assert_same(x, a);
	assert_same(y, b);
	z = bits_copy(ctx, x);
	bits_and(z, y);
	assert_int_equal(bits_count_both(x, y), bits_count(z));
	for (i = 1; i <= SIZE; i++)
		c[i] = a[i] && b[i];
	assert_same(z, c);
	z = bits_copy(ctx, x);
	bits_or(z, y);
	for (i = 1; i <= SIZE; i++)
		c[i] = a[i] || b[i];
	assert_same(z, c);
	z = bits_full(ctx, SIZE);
	bits_and_not(z, x);
	for (i = 1; i <= SIZE; i++)
		c[i] = !a[i];
	assert_same(z, c);
	free(a);
	free(b);
	free(c);
}

static void
test_bits_keep_to_their_size(void **state)
{
	struct bits *bits = bits_new(ctx, 64);

	(void)state;
	bits_add(bits, 0);
	bits_add(bits, -5);
	bits_add(bits, 65);
	assert_int_equal(bits_count(bits), 0);
	assert_int_equal(bits_count(bits_full(ctx, 64)), 64);
	assert_int_equal(bits_count(bits_full(ctx, 65)), 65);
	assert_int_equal(bits_next(bits_full(ctx, 64), 64), 0);
	assert_int_equal(bits_next(bits_new(ctx, 0), 0), 0);
}

/* Few members are stored as a list, many as bits. */
static void
test_bits_come_back_from_chunks(void **state)
{
	static uint16_t numbers[BITS_CHUNK];
	static const unsigned parts[] = { 2, 50, 9000 };
	bool *flags = calloc(SIZE + 1, 1);
	struct bits *bits, *back;
	struct buf bytes = { .data = NULL };
	size_t i, chunk, n;

	(void)state;
	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		bits = random_set(flags, parts[i], 3);
		back = bits_new(ctx, SIZE);
		for (chunk = 0; chunk * BITS_CHUNK < SIZE; chunk++) {
			int64_t from = (int64_t)chunk * BITS_CHUNK, at;

			for (n = 0, at = bits_next(bits, from); at > 0 &&
			    at <= from + BITS_CHUNK; at = bits_next(bits, at))
				numbers[n++] = (uint16_t)(at - from - 1);
			bytes.len = 0;
			bits_pack(ctx, numbers, n, &bytes);
			assert_true(bits_unpack(back, chunk, bytes.data,
			    bytes.len));
		}
		assert_same(back, flags);
	}
	assert_false(bits_unpack(back, 0, bytes.data, 3));
	assert_false(bits_unpack(back, 0, bytes.data, BITS_CHUNK));
	free(flags);
}

/* What FTS5 finds for a word, whether or not a set is stored. */
static struct bits *
found(struct db *db, size_t size, const char *columns, const char *word,
    bool prefix)
{
	struct statement *st = db_prepare(db, "SELECT rowid FROM work_text "
	    "WHERE work_text MATCH ?");
	struct bits *bits = bits_new(ctx, size);
	char *match = mem_format(ctx, "%s%s\"%s\"%s", columns == NULL ? "" :
	    columns, columns == NULL ? "" : " : ", word, prefix ? " *" : "");

	bind_text(st, 1, match);
	while (statement_step(st))
		bits_add(bits, column_int(st, 0));
	return bits;
}

static void
assert_stored(struct db *db, size_t size, const char *columns,
    const char *word, bool prefix)
{
	struct bits *mine = bits_new(ctx, size);
	struct bits *theirs = found(db, size, columns, word, prefix);

	assert_true(sets_add(mine, db, columns, word, prefix));
	assert_int_equal(bits_count(mine), bits_count(theirs));
	assert_int_equal(bits_count_both(mine, theirs), bits_count(mine));
}

static void
test_sets_are_what_fts_finds(void **state)
{
	const char *paths[] = { source_path(ctx, "data/iastm") };
	struct diag_sink sink = { .report = NULL };
	struct cache_request request = { .paths = paths, .count = 1,
	    .directory = scratch_directory(), .sink = &sink };
	struct cache_answer answer;
	struct err err = ERR_INIT;
	struct statement *st;
	struct list words = { .at = NULL };
	size_t size, i, n;
	char *word;

	(void)state;
	assert_true(cache_open(ctx, &request, &answer, &err));
	size = evaluate_all(answer.db, PLAN_WORKS);
	assert_true(size > 100);
	st = db_prepare(answer.db, "SELECT DISTINCT word FROM chunk");
	while (statement_step(st))
		list_add(ctx, &words, mem_text(ctx, column_text(st, 0)));
	assert_true(words.count > 1000);
	for (i = 0; i < words.count; i++) {
		word = words.at[i];
		n = strlen(word);
		if (word[n - 1] != '*') {
			assert_stored(answer.db, size, NULL, word, false);
			continue;
		}
		word[n - 1] = '\0';
		if (strncmp(word, "author:", 7) == 0)
			assert_stored(answer.db, size, "author", word + 7,
			    true);
		else
			assert_stored(answer.db, size, NULL, word, true);
	}
	/* No work has such a word; no set is stored of such. */
	assert_true(sets_add(bits_new(ctx, size), answer.db, NULL, "zqx", true));
	assert_false(sets_add(bits_new(ctx, size), answer.db, NULL, "grast",
	    true));
	assert_false(sets_add(bits_new(ctx, size), answer.db, NULL, "zqx",
	    false));
	assert_true(db_ok(answer.db, &err));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bits_join_like_flags),
		cmocka_unit_test(test_bits_keep_to_their_size),
		cmocka_unit_test(test_bits_come_back_from_chunks),
		cmocka_unit_test(test_sets_are_what_fts_finds),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
