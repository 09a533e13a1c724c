/* Posting lists: what is stored, compared with what FTS5 finds. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/compress.h"
#include "index/db.h"
#include "index/tables.h"
#include "index/orders.h"
#include "index/postings.h"
#include "index/tokenizer.h"

enum {
	WORKS = 1600,
	STEP = 42,		/* distance between rows, so that there is
				   more than one chunk */
	SIZE = (WORKS - 1) * STEP + 1
};

static void *ctx;
static struct tokenizer *tokens;

/* Texts. */

static const char *const common[] = { "treat", "treated", "Treatment",
    "treats", "colour", "color", "na\xC3\xAFve", "\xCE\xB2-blocker", "a",
    "of", "12", "x-ray", "pain", "pains", "tendinopathy" };
enum { COMMON = sizeof(common) / sizeof(common[0]) };

/* The first words are in about half of the works, the others in fewer. */
static char *
some_text(size_t work)
{
	struct buf text = { .data = NULL };
	size_t i;

	for (i = 0; i < COMMON; i++)
		if ((unsigned)rand() % (i / 2 + 2) == 0)
			buf_format(ctx, &text, "%s %s ", common[i], common[i]);
	if (work > WORKS / 2)
		buf_text(ctx, &text, "late ");
	if (work < WORKS / 2)
		buf_text(ctx, &text, "early ");
	buf_format(ctx, &text, "w%dx %c%c%d q%zu", rand() % 500,
	    'a' + rand() % 4, 'b' + rand() % 4, rand() % 4, work);
	return text.data;
}

static void
add_work(struct db *db, struct postings *postings, size_t work)
{
	struct statement *st = db_prepare(db, "INSERT INTO work_text(rowid, "
	    "title, author, abstract) VALUES(?, ?, ?, ?)");
	char *author = some_text(work);

	postings_begin(postings, (int64_t)work * STEP + 1);
	tokenizer_walk(tokens, author, strlen(author),
	    postings_author, postings);
	bind_int(st, 1, (int64_t)work * STEP + 1);
	bind_text(st, 2, some_text(work));
	bind_text(st, 3, author);
	bind_text(st, 4, some_text(work));
	tokenizer_watch(tokens, postings_word, postings);
	statement_run(st);
	tokenizer_watch(tokens, NULL, NULL);
}

/* Looking words up. */

/* What FTS5 finds for a word, whether or not a set is stored. */
static struct bitset *
found(struct db *db, const char *columns, const char *word, bool prefix)
{
	struct statement *st = db_prepare(db, "SELECT rowid FROM work_text "
	    "WHERE work_text MATCH ?");
	struct bitset *bits = bitset_new(ctx, SIZE);

	bind_text(st, 1, mem_format(ctx, "%s \"%s\"%s", columns == NULL ? "" :
	    columns, word, prefix ? " *" : ""));
	while (statement_step(st))
		bitset_add(bits, column_int(st, 0));
	return bits;
}

static void
assert_stored(struct db *db, const char *word, bool prefix)
{
	struct bitset *mine = bitset_new(ctx, SIZE);
	struct bitset *theirs = found(db, NULL, word, prefix);

	assert_true(postings_add(mine, db, NULL, word, prefix));
	assert_int_equal(bitset_count(mine), bitset_count(theirs));
	assert_int_equal(bitset_count_both(mine, theirs), bitset_count(mine));
	if (!prefix)
		return;
	mine = bitset_new(ctx, SIZE);
	theirs = found(db, "author :", word, true);
	assert_true(postings_add(mine, db, "author", word, true));
	assert_int_equal(bitset_count(mine), bitset_count(theirs));
	assert_int_equal(bitset_count_both(mine, theirs), bitset_count(mine));
}

/*
 * Checks the beginnings of a word that the previous word, in order, does not
 * share.
 */
static void
assert_beginnings(struct db *db, const char *word, const char *before)
{
	size_t n;

	for (n = 1; n <= 3 && n <= strspn(word,
	    "abcdefghijklmnopqrstuvwxyz0123456789"); n++)
		if (strncmp(word, before, n) != 0)
			assert_stored(db, mem_text_n(ctx, word, n), true);
}

static void
assert_word(struct db *db, const char *word, int64_t works)
{
	if (works < postings_common_least(SIZE)) {
		assert_false(postings_add(bitset_new(ctx, SIZE), db, NULL, word,
		    false));
		return;
	}
	assert_stored(db, word, false);
	assert_stored(db, tokenizer_stem(tokens, ctx, word, strlen(word)),
	    false);
}

static void
assert_all(struct db *db)
{
	struct statement *st;
	size_t words = 0, often = 0;
	const char *word, *before = "";

	db_run(db, "CREATE VIRTUAL TABLE temp.vocabulary USING "
	    "fts5vocab(main, work_text, row)");
	st = db_prepare(db, "SELECT v.term, v.doc, w.works FROM "
	    "temp.vocabulary v LEFT JOIN word w ON w.word=v.term "
	    "ORDER BY v.term");
	while (statement_step(st)) {
		word = mem_text(ctx, column_raw(st, 0));
		assert_word(db, word, column_int(st, 1));
		assert_beginnings(db, word, before);
		before = word;
		if (strcmp(word, TOKEN_STEM) < 0)
			assert_int_equal(column_int(st, 1), column_int(st, 2));
		words++;
		often += column_int(st, 1) >= postings_common_least(SIZE);
	}
	assert_true(words > WORKS + 400);
	assert_true(often > 10 && often < 50);
	assert_int_equal(db_number(db, "SELECT count(*) FROM word"),
	    db_number(db, "SELECT count(*) FROM temp.vocabulary WHERE "
	    "term<'" TOKEN_STEM "'"));
	assert_int_equal(db_number(db, "SELECT count(*) FROM temp.vocabulary "
	    "WHERE term IN ('late', 'early') AND doc>700"), 2);
}

static void
test_postings_are_what_fts_finds(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = db_open(ctx, NULL, DB_SCRATCH, &err);
	struct postings *postings;
	size_t i;

	(void)state;
	assert_non_null(db);
	tokens = tokenizer_register(db, db_handle(db), &err);
	assert_non_null(tokens);
	db_run(db, tables_records);
	db_run(db, tables_sql);
	db_run(db, schema_text(ctx));
	postings = postings_new(ctx, db);
	srand(7);
	for (i = 0; i < WORKS; i++)
		add_work(db, postings, i);
	postings_finish(postings);
	assert_all(db);
	assert_true(db_ok(db, &err));
}

/* The text of a record, partly the same as in other records. */
static struct buf
some_record(void *owner, size_t number)
{
	struct buf pack = { .data = NULL };
	size_t i;

	for (i = 0; i < 100; i++)
		buf_format(owner, &pack, "%s %d ", common[(size_t)rand() %
		    COMMON], rand() % 1000);
	buf_format(owner, &pack, "%zu", number);
	return pack;
}

static size_t
add_record(struct db *db, struct compressor *compressor, size_t number)
{
	struct statement *st = db_prepare(db, "INSERT INTO record(id, article, "
	    "pack) VALUES(?, ?, ?)");
	struct statement *learned = db_prepare(db,
	    "INSERT INTO dictionary VALUES(?)");
	struct buf pack = some_record(compressor, number);
	const struct buf *bytes = compressor_add(compressor, &pack);
	const struct buf *dictionary = compressor_dictionary(compressor);
	size_t stored = bytes->len;

	bind_int(st, 1, (int64_t)number);
	bind_text(st, 2, buf_string(&pack));
	bind_bytes(st, 3, bytes->data, stored);
	statement_run(st);
	if (dictionary != NULL) {
		bind_bytes(learned, 1, dictionary->data, dictionary->len);
		statement_run(learned);
	}
	mem_free(pack.data);
	return stored;
}

/* A database of records; each has its article as text. */
static struct db *
make_records(size_t count)
{
	struct err err = ERR_INIT;
	struct db *db = db_open(ctx, NULL, DB_SCRATCH, &err);
	struct compressor *compressor = compressor_new(ctx, false);
	size_t first, last = 0, i;

	assert_non_null(db);
	compress_register(db);
	db_run(db, tables_records);
	srand(3);
	first = add_record(db, compressor, 0);
	for (i = 1; i < count; i++)
		last = add_record(db, compressor, i);
	assert_true(last * 3 < first * 2);
	return db;
}

static void
test_compressed_records_are_what_was_stored(void **state)
{
	struct db *db = make_records(2000);
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(db_number(db, "SELECT count(*) FROM dictionary"), 1);
	assert_int_equal(db_number(db, "SELECT count(*) FROM record WHERE "
	    "plain(pack)=CAST(article AS BLOB)"), 2000);
	assert_int_equal(db_number(db, "SELECT plain(NULL) IS NULL"), 1);
	assert_true(db_ok(db, &err));
}

/* Damaged bytes never lead to a wrong record, nor to much memory. */
static void
test_damaged_records_are_errors(void **state)
{
	static const char *const faults[] = {
		"SELECT plain(x'0261')", "SELECT plain(x'01')", "SELECT plain(x'0100')",
		"SELECT plain(x'01FFFFFFFFFFFFFFFF7F00')",
		"SELECT plain(x'0181808080'||x'01'||hex(zeroblob(150000)))",
		"SELECT plain(substr(pack, 1, length(pack)-9)) FROM record "
		    "WHERE id=1999",
		"SELECT plain(substr(pack, 1, 99)||substr(pack, 200)) FROM "
		    "record WHERE id=1999",
		"SELECT plain(x'01058080') FROM record WHERE id=1999",
	};
	struct err err;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		struct db *db = make_records(2000);

		err = (struct err)ERR_INIT;
		(void)db_number(db, faults[i]);
		assert_false(db_ok(db, &err));
		assert_int_equal(err.code, ERR_INDEX);
		db_free(db);
	}
}

/* Works of which many are equal in each order, in more than two chunks. */
static struct db *
make_works(size_t count)
{
	struct err err = ERR_INIT;
	struct db *db = db_open(ctx, NULL, DB_SCRATCH, &err);
	struct statement *st;
	size_t i;

	assert_non_null(db);
	db_run(db, tables_records);
	db_run(db, tables_sql);
	st = db_prepare(db, "INSERT INTO work(row, record, year, size, byline, "
	    "title) VALUES(?, ?, ?, ?, ?, ?)");
	srand(11);
	for (i = 1; i <= count; i++) {
		bind_int(st, 1, (int64_t)i);
		bind_int(st, 2, (int64_t)(count - i + 1));
		bind_int(st, 3, rand() % 60);
		bind_int(st, 4, rand() % 900);
		bind_text(st, 5, mem_format(ctx, "%c%c", "aAbBzZ"[rand() % 6],
		    "eEoO"[rand() % 4]));
		bind_text(st, 6, mem_format(ctx, "%cn %d", "aAtT"[rand() % 4],
		    rand() % 3000));
		statement_run(st);
	}
	orders_store(db);
	return db;
}

/* The rows of a set as sorted by SQL. */
static void
assert_order(struct db *db, enum order order, const char *columns,
    const struct bitset *set, size_t offset, size_t limit)
{
	struct statement *st = db_prepare(db, mem_format(ctx, "SELECT row "
	    "FROM work ORDER BY %s, row", columns));
	size_t count, at = 0;
	int64_t *rows = orders_take(ctx, db, order, set, offset, limit, &count);

	while (at < count && statement_step(st)) {
		if (!bitset_has(set, column_int(st, 0)))
			continue;
		if (offset > 0)
			offset--;
		else
			assert_int_equal(column_int(st, 0), rows[at++]);
	}
	statement_reset(st);
	assert_int_equal(at, count);
}

static void
test_orders_are_those_of_sql(void **state)
{
	static const size_t pages[][2] = { { 0, 20 }, { 0, 100000 },
	    { 15, 3 }, { 4100, 50 }, { 8990, 20 }, { 20000, 20 } };
	enum { COUNT = 9001 };
	struct db *db = make_works(COUNT);
	struct bitset *set = bitset_full(ctx, COUNT);
	struct err err = ERR_INIT;
	size_t i, n, row;

	(void)state;
	for (n = 1; n < 300; n *= 16) {
		for (row = 1; row <= COUNT; row++)
			if (n > 1 && (size_t)rand() % n != 0)
				bitset_remove(set, (int64_t)row);
		for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
			assert_order(db, ORDER_YEAR, "year DESC", set,
			    pages[i][0], pages[i][1]);
			assert_order(db, ORDER_SIZE, "size DESC", set,
			    pages[i][0], pages[i][1]);
			assert_order(db, ORDER_AUTHOR, "byline COLLATE NOCASE",
			    set, pages[i][0], pages[i][1]);
			assert_order(db, ORDER_TITLE, "title COLLATE NOCASE",
			    set, pages[i][0], pages[i][1]);
		}
	}
	assert_true(db_ok(db, &err));
}

/*
 * Rows missing from an order, or in it twice, are damage: no shorter answer is
 * given.
 */
static void
test_an_order_that_is_not_whole_is_damage(void **state)
{
	static const char *const damage[] = {
		"DELETE FROM ordered WHERE number & 255=1",
		"UPDATE ordered SET rows=zeroblob(40) WHERE number & 255=0",
		("UPDATE ordered SET rows=(SELECT rows FROM ordered o WHERE "
		"o.number=ordered.number-1) WHERE number & 255=1"),
		"UPDATE ordered SET rows=substr(rows, 1, 1001)",
	};
	struct bitset *set = bitset_full(ctx, 9001);
	struct err err = ERR_INIT;
	struct db *db;
	size_t i, count;

	(void)state;
	for (i = 0; i < sizeof(damage) / sizeof(damage[0]); i++) {
		db = make_works(9001);
		db_run(db, damage[i]);
		assert_true(db_ok(db, &err));
		(void)orders_take(ctx, db, ORDER_TITLE, set, 0, 9001, &count);
		assert_false(db_ok(db, &err));
		assert_int_equal(err.code, ERR_INDEX);
		mem_free(db);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compressed_records_are_what_was_stored),
		cmocka_unit_test(test_damaged_records_are_errors),
		cmocka_unit_test(test_postings_are_what_fts_finds),
		cmocka_unit_test(test_orders_are_those_of_sql),
		cmocka_unit_test(test_an_order_that_is_not_whole_is_damage),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
