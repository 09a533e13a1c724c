/* Postings: what is stored against what FTS5 finds. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/db.h"
#include "index/tables.h"
#include "index/postings.h"
#include "index/tokenizer.h"

enum {
	WORKS = 1600,
	STEP = 42,		/* rows between them: more than one chunk */
	SIZE = (WORKS - 1) * STEP + 1
};

static void *ctx;
static struct tokenizer *tokens;

/* Texts. */

static const char *const common[] = { "treat", "treated", "Treatment",
    "treats", "colour", "color", "na\xC3\xAFve", "\xCE\xB2-blocker", "a",
    "of", "12", "x-ray", "pain", "pains", "tendinopathy" };
enum { COMMON = sizeof(common) / sizeof(common[0]) };

/* The first words are in half of the works, others in a few of one part. */
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

/* Looking. */

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

/* Those that the word before, in order, does not have. */
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_postings_are_what_fts_finds),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
