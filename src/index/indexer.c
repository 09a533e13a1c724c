/* The indexer: builds the search tables from the records. */
#include "index/indexer.h"

#include <assert.h>

#include "base/text.h"
#include "record/rectype.h"
#include "record/level.h"
#include "record/serialize.h"
#include "index/covered.h"
#include "index/fields.h"
#include "index/label_key.h"
#include "index/lengths.h"
#include "index/orders.h"
#include "index/tables.h"
#include "index/tokenizer.h"
#include "index/value_term.h"
#include "index/postings.h"

enum { SCRATCH_ROOM = 16 << 10 };	/* bytes reserved for one record */

struct indexer {
	struct db			*db;
	const struct indexer_watch	*watch;
	size_t				 done;
	size_t				 total;
	bool				 has_terms;
	bool				 has_claims;
	void				*scratch;	/* memory for the
							   current record */
	int64_t				 row;
	struct buf			 columns[WORK_COLUMNS];
	struct postings			*postings;
	struct tokenizer		*tokens;
};

/* Records. */

static void *
indexer_load(struct indexer *ix, enum rectype kind, int64_t number)
{
	struct statement *st = db_prepare(ix->db,
	    "SELECT plain(pack) FROM record WHERE number=?");
	void *record = NULL;

	bind_int(st, 1, number);
	if (statement_step(st))
		record = record_unpack(ix->scratch, rectype_schema(kind),
		    column_bytes(st, 0), column_size(st, 0));
	statement_reset(st);
	return record;
}

/* Terms. */

static int64_t
term_number(struct indexer *ix, const char *id)
{
	struct statement *st = db_prepare(ix->db,
	    "SELECT number FROM term WHERE id=?");

	if (!ix->has_terms)
		return 0;
	bind_text(st, 1, id);
	return statement_number(st, 0);
}

static void
indexer_add_value(struct indexer *ix, struct buf *column, const char *field,
    const char *value)
{
	fields_add_value(ix->scratch, column, field, value);
}

/* Adds the label of a term to one column, and its other wordings to another. */
static void
add_wordings(struct indexer *ix, struct buf *label, struct buf *synonym,
    int64_t number)
{
	struct statement *st = db_prepare(ix->db,
	    "SELECT label FROM term WHERE number=?");
	struct statement *other = db_prepare(ix->db,
	    "SELECT text FROM phrase WHERE term=? AND abbreviation<2");

	bind_int(st, 1, number);
	if (statement_step(st))
		fields_add_text(ix->scratch, label, column_text(st, 0));
	statement_reset(st);
	if (synonym == NULL)
		return;
	bind_int(other, 1, number);
	while (statement_step(other))
		fields_add_text(ix->scratch, synonym, column_text(other, 0));
}

/*
 * Adds a term and its broader terms: value terms to `column` and, for terms of
 * the record itself, rows to `table` and its label to `label`.
 */
static void
indexer_add_term(struct indexer *ix, int64_t number, struct buf *column,
    struct buf *label, struct buf *synonym, const char *table)
{
	struct statement *up = db_prepare(ix->db,
	    "SELECT broader FROM ancestor WHERE term=?"), *row = NULL;

	if (number == 0)
		return;
	if (table != NULL)
		row = db_prepare(ix->db, table);
	bind_int(up, 1, number);
	while (statement_step(up)) {
		fields_add_word(ix->scratch, column, value_term_of(
		    ix->scratch, (long)column_int(up, 0)));
		if (row == NULL)
			continue;
		bind_int(row, 1, column_int(up, 0));
		bind_int(row, 2, ix->row);
		statement_run(row);
	}
	add_wordings(ix, label, synonym, number);
}

static const char work_term_row[] =
    "INSERT OR IGNORE INTO work_term VALUES(?, ?)";
static const char claim_term_row[] =
    "INSERT OR IGNORE INTO claim_term VALUES(?, ?)";

static void
indexer_add_terms(struct indexer *ix, const struct list *ids,
    struct buf *column, struct buf *label, struct buf *synonym,
    const char *table)
{
	size_t i;

	for (i = 0; i < ids->count; i++)
		indexer_add_term(ix, term_number(ix, list_at(ids, i)), column,
		    label, synonym, table);
}

/* Adds the terms for the MeSH headings of an imported work. */
static void
add_headings(struct indexer *ix, const struct list *headings,
    struct buf *columns)
{
	struct statement *st;
	char *descriptor, *key;
	size_t i;

	for (i = 0; ix->has_terms && i < headings->count; i++) {
		descriptor = mem_text(ix->scratch, list_at(headings, i));
		descriptor[strcspn(descriptor, "/")] = '\0';
		key = label_key(ix->scratch, descriptor);
		st = db_prepare(ix->db, "SELECT term FROM phrase WHERE "
		    "words=? AND NOT abbreviation");
		bind_text(st, 1, key);
		while (statement_step(st))
			indexer_add_term(ix, column_int(st, 0),
			    &columns[WORK_TERM], &columns[WORK_LABEL],
			    &columns[WORK_SYNONYM], work_term_row);
	}
}

/* Works. */

static bool
is_cited(struct indexer *ix, const char *id)
{
	struct statement *st = db_prepare(ix->db, "SELECT 1 FROM bearing "
	    "WHERE work=? AND tie IS NOT NULL");
	bool cited;

	if (!ix->has_claims)
		return false;
	bind_text(st, 1, id);
	cited = statement_step(st);
	statement_reset(st);
	return cited;
}

static void
add_lists(struct indexer *ix, const char *work, struct buf *column)
{
	struct statement *st = db_prepare(ix->db,
	    "SELECT list FROM listed WHERE work=?");

	if (!ix->has_claims)
		return;
	bind_text(st, 1, work);
	while (statement_step(st))
		indexer_add_value(ix, column, "list", column_text(st, 0));
}

static void
describe_work(struct indexer *ix, const struct work *work)
{
	struct buf *columns = ix->columns, *term = &columns[WORK_TERM];
	struct buf *label = &columns[WORK_LABEL];
	struct buf *synonym = &columns[WORK_SYNONYM];
	struct buf *side = &columns[WORK_SIDE];
	const struct list *const lists[] = { &work->mechanisms,
	    &work->conditions, &work->outcomes, &work->techniques,
	    &work->instruments, &work->body_regions, &work->populations,
	    &work->design_features, &work->terms };
	size_t i;

	fields_of_work(ix->scratch, work, columns);
	for (i = 0; i < COUNT(lists); i++)
		indexer_add_terms(ix, lists[i], term, label, synonym,
		    work_term_row);
	indexer_add_term(ix, term_number(ix, work->design), term, label,
	    synonym, work_term_row);
	add_headings(ix, &work->headings, columns);
	indexer_add_terms(ix, &work->comparators, side, side, NULL, NULL);
	indexer_add_value(ix, term, "is", is_cited(ix, work->id) ? "cited" :
	    NULL);
	add_lists(ix, work->id, term);
	if (ix->has_terms)
		covered_add(ix->db, work, term);
}

/* Inserts the columns into a text table, using its statement. */
static void
insert_text(struct indexer *ix, struct statement *st, size_t count)
{
	size_t i;

	bind_int(st, 1, ix->row);
	for (i = 0; i < count; i++)
		bind_text(st, (int)i + 2, buf_string(&ix->columns[i]));
	statement_run(st);
	for (i = 0; i < count; i++)
		bind_text(st, (int)i + 2, NULL);
}

/* SQL for a text table, from the list of its columns (record/field.h). */
#define COLUMN_NAME(id, name, weight)	", " name
#define COLUMN_VALUE(id, name, weight)	", ?"

static void
insert_work(struct indexer *ix, int64_t number, const struct work *work)
{
	struct statement *row = db_prepare(ix->db,
	    "INSERT INTO work VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
	const struct code *studied = code_find(&subjects, work->subjects);
	struct buf results = { .data = NULL };

	record_pack(ix->scratch, &work_results_schema, work, &results);
	bind_int(row, 1, ix->row);
	bind_int(row, 2, number);
	bind_int(row, 3, work_level(work));
	bind_int(row, 4, work_year(work));
	bind_int(row, 5, work_size(work));
	bind_int(row, 6, studied == NULL ? -1 : studied - subjects.at);
	bind_text(row, 7, work_byline(ix->scratch, work));
	bind_text(row, 8, work->title);
	bind_bytes(row, 9, results.data, results.len);
	statement_run(row);
}

static void
indexer_make_work(struct indexer *ix, int64_t number)
{
	struct statement *text = db_prepare(ix->db, "INSERT INTO work_text("
	    "rowid" WORK_COLUMN_LIST(COLUMN_NAME) ") VALUES(?"
	    WORK_COLUMN_LIST(COLUMN_VALUE) ")");
	const struct work *work = indexer_load(ix, RECTYPE_WORK, number);
	const struct buf *author = &ix->columns[WORK_AUTHOR];

	if (work == NULL)
		return;
	insert_work(ix, number, work);
	describe_work(ix, work);
	postings_begin(ix->postings, ix->row);
	tokenizer_walk(ix->tokens, buf_string(author), author->len,
	    postings_author, ix->postings);
	tokenizer_watch(ix->tokens, postings_word, ix->postings);
	insert_text(ix, text, WORK_COLUMNS);
	tokenizer_watch(ix->tokens, NULL, NULL);
}

/* Claims. */

static const struct proposition *
indexer_proposition_of(struct indexer *ix, const char *claim)
{
	struct statement *st = db_prepare(ix->db, "SELECT r.number FROM "
	    "member m JOIN record r ON r.kind='proposition' AND "
	    "r.id=m.proposition WHERE m.claim=? AND r.pack IS NOT NULL");
	int64_t number;

	bind_text(st, 1, claim);
	number = statement_number(st, 0);
	return number == 0 ? NULL : indexer_load(ix, RECTYPE_PROPOSITION,
	    number);
}

static void
add_article(struct indexer *ix, const char *id)
{
	struct statement *st = db_prepare(ix->db, "SELECT number FROM record "
	    "WHERE kind='article' AND id=? AND pack IS NOT NULL");
	const struct article *article;
	int64_t number;

	bind_text(st, 1, id);
	number = statement_number(st, 0);
	article = number == 0 ? NULL : indexer_load(ix, RECTYPE_ARTICLE,
	    number);
	if (article != NULL)
		fields_add_text(ix->scratch, &ix->columns[CLAIM_AUTHOR],
		    article->label);
}

static void
describe_claim(struct indexer *ix, const struct claim *claim,
    const struct proposition *proposition)
{
	struct buf *columns = ix->columns, *term = &columns[CLAIM_TERM];
	const struct list *const lists[] = { &claim->mechanisms,
	    &claim->conditions, &claim->outcomes, &claim->techniques,
	    &claim->terms };
	size_t i;

	fields_of_claim(ix->scratch, claim, columns);
	for (i = 0; i < COUNT(lists); i++)
		indexer_add_terms(ix, lists[i], term, &columns[CLAIM_LABEL],
		    &columns[CLAIM_SYNONYM], claim_term_row);
	add_article(ix, claim->article);
	if (proposition == NULL)
		return;
	fields_add_text(ix->scratch, &columns[CLAIM_FINDING],
	    proposition->statement);
	fields_add_text(ix->scratch, &columns[CLAIM_NOTE],
	    proposition->verdict_reason);
	indexer_add_value(ix, term, "verdict", proposition->verdict);
}

static void
make_claim(struct indexer *ix, int64_t number)
{
	struct statement *row = db_prepare(ix->db,
	    "INSERT INTO claim VALUES(?, ?, ?)");
	struct statement *text = db_prepare(ix->db, "INSERT INTO claim_text("
	    "rowid" CLAIM_COLUMN_LIST(COLUMN_NAME) ") VALUES(?"
	    CLAIM_COLUMN_LIST(COLUMN_VALUE) ")");
	const struct claim *claim = indexer_load(ix, RECTYPE_CLAIM, number);
	const struct proposition *proposition;
	const struct code *verdict;

	if (claim == NULL)
		return;
	proposition = indexer_proposition_of(ix, claim->id);
	verdict = proposition == NULL ? NULL : code_find(&verdicts,
	    proposition->verdict);
	bind_int(row, 1, ix->row);
	bind_int(row, 2, number);
	bind_int(row, 3, verdict == NULL ? -1 : verdict - verdicts.at);
	statement_run(row);
	describe_claim(ix, claim, proposition);
	insert_text(ix, text, CLAIM_COLUMNS);
}

/* The whole index. */

static const char ancestors[] =
    "INSERT INTO ancestor WITH RECURSIVE up(term, at) AS ("
    "SELECT number, number FROM term UNION SELECT up.term, b.number FROM up "
    "JOIN broader e ON e.term=up.at JOIN term t ON t.number=up.at JOIN "
    "term b ON b.id=e.id AND b.facet=t.facet) SELECT term, at FROM up";

/* Creates the empty tables, and loads the vocabulary. */
static void
indexer_begin(struct indexer *ix)
{
	char *text = schema_text(ix);
	size_t i;

	/* The indexer owns the columns, and their memory is reused. */
	for (i = 0; i < WORK_COLUMNS; i++)
		buf_add(ix, &ix->columns[i], "", 0);
	db_run(ix->db, "DELETE FROM identifier WHERE kind='title'");
	db_run(ix->db, tables_sql);
	db_run(ix->db, text);
	db_run(ix->db, ancestors);
	ix->has_terms = db_number(ix->db,
	    "SELECT EXISTS(SELECT 1 FROM term)") > 0;
	ix->has_claims = db_number(ix->db, "SELECT EXISTS(SELECT 1 FROM "
	    "bearing) OR EXISTS(SELECT 1 FROM listed)") > 0;
	ix->total = (size_t)db_number(ix->db, "SELECT count(*) FROM ranked") +
	    (size_t)db_number(ix->db, "SELECT count(*) FROM record WHERE "
	    "kind='claim' AND id>='' AND pack IS NOT NULL");
	mem_free(text);
}

static bool
indexer_report(struct indexer *ix, struct err *err)
{
	ix->done++;
	if (ix->watch == NULL || ix->done % 256 != 0 ||
	    ix->watch->step(ix->watch->user, ix->done, ix->total))
		return true;
	return err_set(err, ERR_INTERRUPTED, "interrupted");
}

/* Indexes the records whose numbers a statement returns: rows 1, 2, 3 ... */
static bool
index_all(struct indexer *ix, const char *sql,
    void (*index_one)(struct indexer *, int64_t), struct err *err)
{
	struct statement *st = db_prepare(ix->db, sql);
	bool goes_on = true;
	size_t i;

	ix->row = 0;
	while (goes_on && statement_step(st)) {
		ix->row++;
		ix->scratch = mem_room(ix, 0, SCRATCH_ROOM);
		index_one(ix, column_int(st, 0));
		for (i = 0; i < WORK_COLUMNS; i++)
			buf_clear(&ix->columns[i]);
		mem_free(ix->scratch);
		goes_on = indexer_report(ix, err);
	}
	statement_reset(st);
	return goes_on && db_ok(ix->db, err);
}

static const char work_numbers[] =
    "SELECT record FROM ranked ORDER BY rank, record";
static const char claim_numbers[] =
    "SELECT number FROM record WHERE kind='claim' AND pack IS NOT NULL "
    "ORDER BY number";

static const char properties[] =
    "INSERT INTO property SELECT 'first-year', min(year) FROM work WHERE "
    "year > 0;"
    "INSERT INTO property SELECT 'last-year', max(year) FROM work;"
    "INSERT INTO property SELECT 'works', count(*) FROM work;"
    "INSERT INTO property SELECT 'claims', count(*) FROM claim;"
    "DROP TABLE reference; DROP TABLE plot; DROP TABLE ranked; COMMIT; ANALYZE;";

static void
set_marks(struct db *db)
{
	char *sql = mem_format(NULL, "PRAGMA application_id=%d; "
	    "PRAGMA user_version=%d", INDEX_APPLICATION,
	    tables_version());

	db_run(db, sql);
	mem_free(sql);
}

static void
finish(struct indexer *ix)
{
	db_run(ix->db, "INSERT INTO work_text(work_text) VALUES('optimize');"
	    "INSERT INTO claim_text(claim_text) VALUES('optimize');");
	postings_finish(ix->postings);
	orders_store(ix->db);
	lengths_store(ix->db);
	db_run(ix->db, properties);
	db_run(ix->db, "INSERT INTO level_last SELECT coalesce(nullif(level, "
	    "0), 6), max(row) FROM work GROUP BY 1");
	set_marks(ix->db);
}

/*
 * Removes from the file the pages that temporary tables and merged words no
 * longer need: some pages at a time, as SQLite keeps the pages that a statement
 * moves in memory.
 */
static void
give_back_pages(struct db *db)
{
	int64_t last = INT64_MAX, free;

	/* In a private file, no pages can be removed. */
	while ((free = db_number(db, "PRAGMA freelist_count")) > 0 && free <
	    last) {
		db_run(db, "PRAGMA incremental_vacuum(512)");
		last = free;
	}
}

/* Whether to interrupt; also called during long single statements. */
static bool
is_stopped(void *user)
{
	struct indexer *ix = user;

	return !ix->watch->step(ix->watch->user, ix->done, ix->total);
}

bool
indexer_run(struct db *db, const struct indexer_watch *watch, struct err *err)
{
	struct indexer *ix = mem_new(NULL, struct indexer);
	bool ok;

	assert(db != NULL && err != NULL);
	ix->db = db;
	ix->watch = watch;
	ix->postings = postings_new(ix, db);
	/* Text tables keep using the tokenizer as long as they are open. */
	ix->tokens = tokenizer_register(db, db_handle(db), err);
	if (ix->tokens == NULL) {
		mem_free(ix);
		return false;
	}
	indexer_begin(ix);
	ok = index_all(ix, work_numbers, indexer_make_work, err) &&
	    index_all(ix, claim_numbers, make_claim, err);
	if (ok) {
		if (watch != NULL)
			db_interrupt_when(db, is_stopped, ix);
		finish(ix);
		give_back_pages(ix->db);
		db_interrupt_when(db, NULL, NULL);
		ok = db_ok(db, err);
	}
	mem_free(ix);
	return ok;
}
