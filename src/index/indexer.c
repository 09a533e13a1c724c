/* The indexer: makes the tables that searches need from the records. */
#include "index/indexer.h"

#include "base/text.h"
#include "record/rectype.h"
#include "record/level.h"
#include "record/serialize.h"
#include "index/fields.h"
#include "index/label_key.h"
#include "index/tables.h"
#include "index/value_term.h"
#include "index/strength.h"
#include "index/tally.h"
#include "index/tokenizer.h"

enum { SCRATCH_ROOM = 16 << 10 };	/* bytes, for a record */

struct indexer {
	struct db			*db;
	const struct indexer_watch	*watch;
	size_t				 done;
	size_t				 total;
	bool				 begun;
	bool				 spoilt;
	bool				 has_terms;
	bool				 has_claims;
	void				*scratch;	/* of the record */
	int64_t				 row;
	struct buf			 columns[WORK_COLUMNS];
	const struct prepared		*prepared;	/* NULL: nothing */
	struct tally			*tally;
	struct strength			*strength;
	int64_t				*later;		/* numbers of works */
	size_t				 later_count;
	size_t				 later_capacity;
};

/* Records. */

static void *
load(struct indexer *ix, enum rectype kind, int64_t number)
{
	struct statement *st = db_prepare(ix->db,
	    "SELECT pack FROM record WHERE number=?");
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
	int64_t number = 0;

	if (!ix->has_terms)
		return 0;
	bind_text(st, 1, id);
	if (statement_step(st))
		number = column_int(st, 0);
	statement_reset(st);
	return number;
}

static void
add_value(struct indexer *ix, struct buf *column, const char *field,
    const char *value)
{
	fields_add_value(ix->scratch, column, field, value);
}

/* The label of a term into one column, its other wordings into another. */
static void
add_wordings(struct indexer *ix, struct buf *label, struct buf *synonym,
    int64_t number)
{
	struct statement *st = db_prepare(ix->db,
	    "SELECT label FROM term WHERE number=?");
	struct statement *other = db_prepare(ix->db,
	    "SELECT text FROM phrase WHERE term=?");

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
 * A term with its broader ones: value terms into `column`, and, when the
 * record is about it, rows of `table` and its label into `label`.
 */
static void
add_term(struct indexer *ix, int64_t number, struct buf *column,
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
add_terms(struct indexer *ix, const struct list *ids, struct buf *column,
    struct buf *label, struct buf *synonym, const char *table)
{
	size_t i;

	for (i = 0; i < ids->count; i++)
		add_term(ix, term_number(ix, ids->at[i]), column, label,
		    synonym, table);
}

/* The terms that the MeSH headings of an imported work lead to. */
static void
add_headings(struct indexer *ix, const struct list *headings,
    struct buf *columns)
{
	struct statement *st;
	char *descriptor, *key;
	size_t i;

	for (i = 0; ix->has_terms && i < headings->count; i++) {
		descriptor = mem_text(ix->scratch, headings->at[i]);
		descriptor[strcspn(descriptor, "/")] = '\0';
		key = label_key(ix->scratch, descriptor);
		st = db_prepare(ix->db, "SELECT term FROM phrase WHERE "
		    "words=? AND NOT abbreviation");
		bind_text(st, 1, key);
		while (statement_step(st))
			add_term(ix, column_int(st, 0), &columns[WORK_TERM],
			    &columns[WORK_LABEL], &columns[WORK_SYNONYM],
			    work_term_row);
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
		add_value(ix, column, "list", column_text(st, 0));
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
	    &work->design_features };
	size_t i;

	if (ix->prepared == NULL)
		fields_of_work(ix->scratch, work, columns);
	for (i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		add_terms(ix, lists[i], term, label, synonym, work_term_row);
	add_term(ix, term_number(ix, work->design), term, label, synonym,
	    work_term_row);
	add_headings(ix, &work->headings, columns);
	add_terms(ix, &work->comparators, side, side, NULL, NULL);
	add_value(ix, term, "is", is_cited(ix, work->id) ? "cited" : NULL);
	add_lists(ix, work->id, term);
}

/* The text of a column: what was prepared, and what was added here. */
static struct buf
text_of(const struct indexer *ix, size_t i)
{
	const struct buf *added = &ix->columns[i], *prepared;
	struct buf text = { .data = NULL };

	if (ix->prepared == NULL || ix->prepared->columns[i].len == 0)
		return *added;
	prepared = &ix->prepared->columns[i];
	if (added->len == 0)
		return *prepared;
	buf_add(ix->scratch, &text, prepared->data, prepared->len);
	tokenizer_prepare(db_tokenizer(ix->db), ix->scratch, added->data, added->len,
	    &text);
	return text;
}

/* Puts the columns into a text table, whose statement this is. */
static void
insert_text(struct indexer *ix, struct statement *st, size_t count)
{
	struct buf column;
	size_t i;

	bind_int(st, 1, ix->row);
	for (i = 0; i < count; i++) {
		column = text_of(ix, i);
		bind_text_n(st, (int)i + 2, buf_string(&column), column.len);
	}
	statement_run(st);
	for (i = 0; i < count; i++)
		bind_null(st, (int)i + 2);
}

static void
insert_work(struct indexer *ix, int64_t number, const struct work *work)
{
	struct statement *row = db_prepare(ix->db,
	    "INSERT INTO work VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
	struct statement *text = db_prepare(ix->db, "INSERT INTO work_text("
	    "rowid, title, author, term, label, synonym, note, finding, "
	    "detail, abstract, journal, side) VALUES(?, ?, ?, ?, ?, ?, ?, ?, "
	    "?, ?, ?, ?)");
	const struct code *studied = code_find(&subjects, work->subjects);
	struct buf author;

	bind_int(row, 1, ix->row);
	bind_int(row, 2, number);
	bind_int(row, 3, work_level(work));
	bind_int(row, 4, work_year(work));
	bind_int(row, 5, work_size(work));
	bind_int(row, 6, studied == NULL ? -1 : studied - subjects.at);
	bind_text(row, 7, work_byline(ix->scratch, work));
	bind_text(row, 8, work->title);
	statement_run(row);
	strength_add(ix->strength, ix->row, number, work);
	describe_work(ix, work);
	author = text_of(ix, WORK_AUTHOR);
	tally_begin(ix->tally, ix->row);
	tally_authors(ix->tally, buf_string(&author), author.len);
	insert_text(ix, text, WORK_COLUMNS);
}

static void
make_work(struct indexer *ix, int64_t number)
{
	const struct work *work = load(ix, RECTYPE_WORK, number);

	if (work != NULL)
		insert_work(ix, number, work);
}

/* Claims. */

static const struct proposition *
proposition_of(struct indexer *ix, const char *claim)
{
	struct statement *st = db_prepare(ix->db, "SELECT r.number FROM "
	    "member m JOIN record r ON r.kind='proposition' AND "
	    "r.id=m.proposition WHERE m.claim=? AND r.pack IS NOT NULL");
	int64_t number = 0;

	bind_text(st, 1, claim);
	if (statement_step(st))
		number = column_int(st, 0);
	statement_reset(st);
	return number == 0 ? NULL : load(ix, RECTYPE_PROPOSITION, number);
}

static void
add_article(struct indexer *ix, const char *id)
{
	struct statement *st = db_prepare(ix->db, "SELECT number FROM record "
	    "WHERE kind='article' AND id=? AND pack IS NOT NULL");
	const struct article *article;
	int64_t number = 0;

	bind_text(st, 1, id);
	if (statement_step(st))
		number = column_int(st, 0);
	statement_reset(st);
	article = number == 0 ? NULL : load(ix, RECTYPE_ARTICLE, number);
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
	    &claim->conditions, &claim->outcomes, &claim->techniques };
	size_t i;

	fields_of_claim(ix->scratch, claim, columns);
	for (i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		add_terms(ix, lists[i], term, &columns[CLAIM_LABEL],
		    &columns[CLAIM_SYNONYM], claim_term_row);
	add_article(ix, claim->article);
	if (proposition == NULL)
		return;
	fields_add_text(ix->scratch, &columns[CLAIM_FINDING],
	    proposition->statement);
	fields_add_text(ix->scratch, &columns[CLAIM_NOTE],
	    proposition->verdict_reason);
	add_value(ix, term, "verdict", proposition->verdict);
}

static void
make_claim(struct indexer *ix, int64_t number)
{
	struct statement *row = db_prepare(ix->db,
	    "INSERT INTO claim VALUES(?, ?, ?)");
	struct statement *text = db_prepare(ix->db, "INSERT INTO claim_text("
	    "rowid, title, author, term, label, synonym, note, finding, "
	    "detail, side) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	const struct claim *claim = load(ix, RECTYPE_CLAIM, number);
	const struct proposition *proposition;
	const struct code *verdict;

	if (claim == NULL)
		return;
	proposition = proposition_of(ix, claim->id);
	verdict = proposition == NULL ? NULL : code_find(&verdicts,
	    proposition->verdict);
	bind_int(row, 1, ix->row);
	bind_int(row, 2, number);
	bind_int(row, 3, verdict == NULL ? -1 : verdict - verdicts.at);
	statement_run(row);
	describe_claim(ix, claim, proposition);
	insert_text(ix, text, CLAIM_COLUMNS);
}

/* The whole. */

static const char ancestors[] =
    "INSERT INTO ancestor WITH RECURSIVE up(term, at) AS ("
    "SELECT number, number FROM term UNION SELECT up.term, b.number FROM up "
    "JOIN term t ON t.number=up.at JOIN term b ON b.id=t.broader AND "
    "b.facet=t.facet) SELECT term, at FROM up";

struct indexer *
indexer_new(const void *ctx, struct db *db)
{
	struct indexer *ix = mem_new(ctx, struct indexer);
	char *text = schema_text(ix);
	size_t i;

	ix->db = db;
	ix->strength = strength_new(ix);
	ix->tally = tally_new(ix, db, TALLY_WORDS, TALLY_ROWS);
	/* The columns are the maker's own, and keep their room. */
	for (i = 0; i < WORK_COLUMNS; i++)
		buf_add(ix, &ix->columns[i], "", 0);
	db_run(db, tables_sql);
	db_run(db, text);
	mem_free(text);
	return ix;
}

/* Looks at what works are described with: the vocabulary, the claims. */
static void
begin(struct indexer *ix)
{
	if (ix->begun)
		return;
	ix->begun = true;
	db_run(ix->db, ancestors);
	ix->has_terms = db_number(ix->db,
	    "SELECT EXISTS(SELECT 1 FROM term)") > 0;
	ix->has_claims = db_number(ix->db, "SELECT EXISTS(SELECT 1 FROM "
	    "bearing) OR EXISTS(SELECT 1 FROM listed)") > 0;
}

/* Forgets all works: what was said of them no longer holds. */
static void
begin_again(struct indexer *ix)
{
	db_run(ix->db, "INSERT INTO work_text(work_text) VALUES('delete-all');"
	    "DELETE FROM work; DELETE FROM work_term; DELETE FROM ancestor;");
	tally_clear(ix->tally);
	strength_clear(ix->strength);
	ix->begun = false;
	ix->row = 0;
	ix->later_count = 0;
}

static void
make(struct indexer *ix, int64_t number, const struct work *work,
    void (*make_it)(struct indexer *, int64_t))
{
	size_t i;

	ix->row++;
	ix->scratch = mem_room(ix, 0, SCRATCH_ROOM);
	if (work != NULL)
		insert_work(ix, number, work);
	else
		make_it(ix, number);
	for (i = 0; i < WORK_COLUMNS; i++)
		buf_clear(&ix->columns[i]);
	mem_free(ix->scratch);
}

static void
make_later(struct indexer *ix, int64_t number)
{
	ix->later = mem_grow(ix, ix->later, &ix->later_capacity,
	    ix->later_count + 1, sizeof(*ix->later));
	ix->later[ix->later_count++] = number;
}

static void
make_all_later(struct indexer *ix, const char *sql)
{
	struct statement *st = db_prepare(ix->db, sql);

	while (statement_step(st))
		make_later(ix, column_int(st, 0));
}

void
indexer_work(struct indexer *ix, int64_t number, const struct work *work,
    const struct prepared *prepared)
{
	if (work->imported == NULL || ix->spoilt) {
		make_later(ix, number);
		return;
	}
	begin(ix);
	ix->prepared = prepared;
	tokenizer_next_record(db_tokenizer(ix->db));
	tokenizer_watch(db_tokenizer(ix->db), tally_word, ix->tally);
	make(ix, number, work, NULL);
	tokenizer_watch(db_tokenizer(ix->db), NULL, NULL);
	ix->prepared = NULL;
}

void
indexer_spoil(struct indexer *ix)
{
	ix->spoilt = ix->row > 0;
}

static bool
step(struct indexer *ix, struct err *err)
{
	ix->done++;
	if (ix->watch == NULL || ix->done % 256 != 0 ||
	    ix->watch->step(ix->watch->user, ix->done, ix->total))
		return true;
	return err_set(err, ERR_INTERRUPTED, "interrupted");
}

/* Makes what was put off. */
static bool
make_listed(struct indexer *ix, void (*make_it)(struct indexer *, int64_t),
    struct err *err)
{
	size_t i;

	for (i = 0; i < ix->later_count; i++) {
		make(ix, ix->later[i], NULL, make_it);
		if (!step(ix, err))
			return false;
	}
	ix->later_count = 0;
	return db_ok(ix->db, err);
}

static bool
finish_works(struct indexer *ix, struct err *err)
{
	bool ok;

	if (ix->spoilt) {
		begin_again(ix);
		make_all_later(ix, "SELECT number FROM record WHERE "
		    "kind='work' AND pack IS NOT NULL ORDER BY number");
	}
	begin(ix);
	ix->total = ix->later_count;
	tokenizer_watch(db_tokenizer(ix->db), tally_word, ix->tally);
	ok = make_listed(ix, make_work, err);
	tokenizer_watch(db_tokenizer(ix->db), NULL, NULL);
	if (!ok)
		return false;
	db_run(ix->db, "INSERT INTO work_text(work_text) VALUES('optimize')");
	tally_finish(ix->tally);
	strength_store(ix->strength, ix->db);
	return true;
}

static bool
finish_claims(struct indexer *ix, struct err *err)
{
	ix->row = 0;
	make_all_later(ix, "SELECT number FROM record WHERE kind='claim' AND "
	    "pack IS NOT NULL ORDER BY number");
	ix->total += ix->later_count;
	return make_listed(ix, make_claim, err);
}

static const char finish[] =
    "INSERT INTO claim_text(claim_text) VALUES('optimize');"
    "INSERT INTO property SELECT 'first-year', min(year) FROM work WHERE "
    "year > 0;"
    "INSERT INTO property SELECT 'last-year', max(year) FROM work;"
    "INSERT INTO property SELECT 'works', count(*) FROM work;"
    "INSERT INTO property SELECT 'claims', count(*) FROM claim;"
    "DROP TABLE reference; DROP TABLE plot; COMMIT; ANALYZE;";

static void
set_marks(struct db *db)
{
	char *sql = mem_format(NULL, "PRAGMA application_id=%d; "
	    "PRAGMA user_version=%d", INDEX_APPLICATION,
	    tables_version());

	db_run(db, sql);
	mem_free(sql);
}

bool
indexer_finish(struct indexer *ix, const struct indexer_watch *watch,
    struct err *err)
{
	ix->watch = watch;
	if (!finish_works(ix, err) || !finish_claims(ix, err))
		return false;
	db_run(ix->db, finish);
	set_marks(ix->db);
	return db_ok(ix->db, err);
}
