/* Bit sets: compared with plain arrays; stored sets compared with FTS5. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/db.h"
#include "search/evaluate.h"
#include "index/postings.h"

enum { SIZE = 3 * BITSET_CHUNK / 2 + 13 };

static void *ctx;

/* A set with about one member in `part` rows, and the same members as flags. */
static struct bitset *
random_set(bool *flags, unsigned part, unsigned seed)
{
	struct bitset *bits = bitset_new(ctx, SIZE);
	int64_t i;

	srand(seed);
	for (i = 1; i <= SIZE; i++) {
		flags[i] = (unsigned)rand() % part == 0;
		if (flags[i])
			bitset_add(bits, i);
	}
	return bits;
}

static void
assert_same(const struct bitset *bits, const bool *flags)
{
	size_t count = 0;
	int64_t i, next = bitset_next(bits, 0);

	for (i = 1; i <= SIZE; i++) {
		assert_int_equal(bitset_has(bits, i), flags[i]);
		if (!flags[i])
			continue;
		assert_int_equal(next, i);
		if (count % 1000 == 0)
			assert_int_equal(bitset_skip(bits, count), i);
		next = bitset_next(bits, i);
		count++;
	}
	assert_int_equal(next, 0);
	assert_int_equal(bitset_count(bits), count);
	assert_int_equal(bitset_skip(bits, count), 0);
}

/* A set of no rows has no words: what lies behind it is not read. */
static void
test_a_shorter_set_has_no_further_rows(void **state)
{
	struct bitset *bits = bitset_full(ctx, SIZE);
	struct bitset *none = bitset_new(ctx, 0);

	(void)state;
	memset(none->words, 0xFF, sizeof(*none->words));
	bitset_and_not(bits, none);
	bitset_or(bits, none);
	assert_int_equal(bitset_count(bits), SIZE);
	bitset_and(bits, none);
	assert_int_equal(bitset_count(bits), 0);
}

static void
test_bits_join_like_flags(void **state)
{
	bool *a = calloc(SIZE + 1, 1), *b = calloc(SIZE + 1, 1);
	bool *c = calloc(SIZE + 1, 1);
	struct bitset *x = random_set(a, 3, 1), *y = random_set(b, 200, 2), *z;
	size_t i;

	(void)state;
	assert_same(x, a);
	assert_same(y, b);
	z = bitset_copy(ctx, x);
	bitset_and(z, y);
	assert_int_equal(bitset_count_both(x, y), bitset_count(z));
	for (i = 1; i <= SIZE; i++)
		c[i] = a[i] && b[i];
	assert_same(z, c);
	z = bitset_copy(ctx, x);
	bitset_or(z, y);
	for (i = 1; i <= SIZE; i++)
		c[i] = a[i] || b[i];
	assert_same(z, c);
	z = bitset_full(ctx, SIZE);
	bitset_and_not(z, x);
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
	struct bitset *bits = bitset_new(ctx, 64);

	(void)state;
	bitset_add(bits, 0);
	bitset_add(bits, -5);
	bitset_add(bits, 65);
	assert_int_equal(bitset_count(bits), 0);
	assert_int_equal(bitset_count(bitset_full(ctx, 64)), 64);
	assert_int_equal(bitset_count(bitset_full(ctx, 65)), 65);
	assert_int_equal(bitset_next(bitset_full(ctx, 64), 64), 0);
	assert_int_equal(bitset_next(bitset_new(ctx, 0), 0), 0);
}

/* A few members are stored as a list, many as bits. */
static void
test_bits_come_back_from_chunks(void **state)
{
	static uint16_t numbers[BITSET_CHUNK];
	static const unsigned parts[] = { 2, 50, 9000 };
	bool *flags = calloc(SIZE + 1, 1);
	struct bitset *bits, *back;
	struct buf bytes = { .data = NULL };
	size_t i, chunk, n;

	(void)state;
	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		bits = random_set(flags, parts[i], 3);
		back = bitset_new(ctx, SIZE);
		for (chunk = 0; chunk * BITSET_CHUNK < SIZE; chunk++) {
			int64_t from = (int64_t)chunk * BITSET_CHUNK, at;

			for (n = 0, at = bitset_next(bits, from); at > 0 &&
			    at <= from + BITSET_CHUNK; at = bitset_next(bits, at))
				numbers[n++] = (uint16_t)(at - from - 1);
			bytes.len = 0;
			bitset_pack(ctx, numbers, n, &bytes);
			assert_true(bitset_unpack(back, chunk, bytes.data,
			    bytes.len));
		}
		assert_same(back, flags);
	}
	assert_false(bitset_unpack(back, 0, "\x80", 1));
	assert_false(bitset_unpack(back, 0, "\x80\x80\x04", 3));
	assert_false(bitset_unpack(back, 0, "\xFF\xFF\x03\x00", 4));
	assert_false(bitset_unpack(back, 0, bytes.data, BITSET_CHUNK));
	free(flags);
}

/* The matches of FTS5 for a word, whether or not a set is stored. */
static struct bitset *
found(struct db *db, size_t size, const char *columns, const char *word,
    bool prefix)
{
	struct statement *st = db_prepare(db, "SELECT rowid FROM work_text "
	    "WHERE work_text MATCH ?");
	struct bitset *bits = bitset_new(ctx, size);
	char *match = mem_format(ctx, "%s%s\"%s\"%s", columns == NULL ? "" :
	    columns, columns == NULL ? "" : " : ", word, prefix ? " *" : "");

	bind_text(st, 1, match);
	while (statement_step(st))
		bitset_add(bits, column_int(st, 0));
	return bits;
}

static void
assert_stored(struct db *db, size_t size, const char *columns,
    const char *word, bool prefix)
{
	struct bitset *mine = bitset_new(ctx, size);
	struct bitset *theirs = found(db, size, columns, word, prefix);

	assert_true(postings_add(mine, db, columns, word, prefix));
	assert_int_equal(bitset_count(mine), bitset_count(theirs));
	assert_int_equal(bitset_count_both(mine, theirs), bitset_count(mine));
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
	struct searcher *se;
	struct db *db;
	size_t size, i, n;
	char *word;

	(void)state;
	db = cache_open(ctx, &request, &answer, &err);
	assert_non_null(db);
	se = search_open(ctx, db, &err);
	assert_non_null(se);
	size = evaluate_all(se, RECTYPE_WORK);
	assert_true(size > 100);
	st = db_prepare(db, "SELECT DISTINCT term FROM posting");
	while (statement_step(st))
		list_add(ctx, &words, mem_text(ctx, column_raw(st, 0)));
	assert_true(words.count > 1000);
	for (i = 0; i < words.count; i++) {
		word = words.at[i];
		n = strlen(word);
		if (word[n - 1] != '*') {
			assert_stored(db, size, NULL, word, false);
			continue;
		}
		word[n - 1] = '\0';
		if (strncmp(word, "author:", 7) == 0)
			assert_stored(db, size, "author", word + 7,
			    true);
		else
			assert_stored(db, size, NULL, word, true);
	}
	/* No work has this word, so no set is stored for it. */
	assert_true(postings_add(bitset_new(ctx, size), db, NULL, "zqx", true));
	assert_false(postings_add(bitset_new(ctx, size), db, NULL, "grast",
	    true));
	assert_false(postings_add(bitset_new(ctx, size), db, NULL, "zqx",
	    false));
	assert_true(db_ok(db, &err));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_shorter_set_has_no_further_rows),
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
