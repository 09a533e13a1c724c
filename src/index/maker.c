/* The maker: makes the tables that searches need from the records. */
#include "index/maker.h"

#include "base/text.h"
#include "record/rectype.h"
#include "record/level.h"
#include "record/serialize.h"
#include "index/document.h"
#include "index/label_key.h"
#include "index/tables.h"
#include "index/value_term.h"
#include "index/strength.h"
#include "index/tally.h"
#include "index/token.h"

enum { SCRATCH_ROOM = 16 << 10 };	/* bytes, for a record */

struct maker {
	struct db			*db;
	const struct maker_watch	*watch;
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
load(struct maker *mk, enum rectype kind, int64_t number)
{
	struct statement *st = db_prepare(mk->db,
	    "SELECT pack FROM record WHERE number=?");
	void *record = NULL;

	bind_int(st, 1, number);
	if (statement_step(st))
		record = record_unpack(mk->scratch, rectype_schema(kind),
		    column_bytes(st, 0), column_size(st, 0));
	statement_reset(st);
	return record;
}

/* Terms. */

static int64_t
term_number(struct maker *mk, const char *id)
{
	struct statement *st = db_prepare(mk->db,
	    "SELECT number FROM term WHERE id=?");
	int64_t number = 0;

	if (!mk->has_terms)
		return 0;
	bind_text(st, 1, id);
	if (statement_step(st))
		number = column_int(st, 0);
	statement_reset(st);
	return number;
}

static void
add_value(struct maker *mk, struct buf *column, const char *field,
    const char *value)
{
	document_add_value(mk->scratch, column, field, value);
}

/* The label of a term into one column, its other wordings into another. */
static void
add_wordings(struct maker *mk, struct buf *label, struct buf *synonym,
    int64_t number)
{
	struct statement *st = db_prepare(mk->db,
	    "SELECT label FROM term WHERE number=?");
	struct statement *other = db_prepare(mk->db,
	    "SELECT text FROM phrase WHERE term=?");

	bind_int(st, 1, number);
	if (statement_step(st))
		document_add(mk->scratch, label, column_text(st, 0));
	statement_reset(st);
	if (synonym == NULL)
		return;
	bind_int(other, 1, number);
	while (statement_step(other))
		document_add(mk->scratch, synonym, column_text(other, 0));
}

/*
 * A term with its broader ones: value terms into `column`, and, when the
 * record is about it, rows of `table` and its label into `label`.
 */
static void
add_term(struct maker *mk, int64_t number, struct buf *column,
    struct buf *label, struct buf *synonym, const char *table)
{
	struct statement *up = db_prepare(mk->db,
	    "SELECT broader FROM ancestor WHERE term=?"), *row = NULL;

	if (number == 0)
		return;
	if (table != NULL)
		row = db_prepare(mk->db, table);
	bind_int(up, 1, number);
	while (statement_step(up)) {
		document_add_word(mk->scratch, column, value_term_of(
		    mk->scratch, (long)column_int(up, 0)));
		if (row == NULL)
			continue;
		bind_int(row, 1, column_int(up, 0));
		bind_int(row, 2, mk->row);
		statement_run(row);
	}
	add_wordings(mk, label, synonym, number);
}

static const char work_term_row[] =
    "INSERT OR IGNORE INTO work_term VALUES(?, ?)";
static const char claim_term_row[] =
    "INSERT OR IGNORE INTO claim_term VALUES(?, ?)";

static void
add_terms(struct maker *mk, const struct list *ids, struct buf *column,
    struct buf *label, struct buf *synonym, const char *table)
{
	size_t i;

	for (i = 0; i < ids->count; i++)
		add_term(mk, term_number(mk, ids->at[i]), column, label,
		    synonym, table);
}

/* The terms that the MeSH headings of an imported work lead to. */
static void
add_headings(struct maker *mk, const struct list *headings,
    struct buf *columns)
{
	struct statement *st;
	char *descriptor, *key;
	size_t i;

	for (i = 0; mk->has_terms && i < headings->count; i++) {
		descriptor = mem_text(mk->scratch, headings->at[i]);
		descriptor[strcspn(descriptor, "/")] = '\0';
		key = label_key(mk->scratch, descriptor);
		st = db_prepare(mk->db, "SELECT term FROM phrase WHERE "
		    "words=? AND NOT abbreviation");
		bind_text(st, 1, key);
		while (statement_step(st))
			add_term(mk, column_int(st, 0), &columns[WORK_TERM],
			    &columns[WORK_LABEL], &columns[WORK_SYNONYM],
			    work_term_row);
	}
}

/* Works. */

static bool
is_cited(struct maker *mk, const char *id)
{
	struct statement *st = db_prepare(mk->db, "SELECT 1 FROM bearing "
	    "WHERE work=? AND tie IS NOT NULL");
	bool cited;

	if (!mk->has_claims)
		return false;
	bind_text(st, 1, id);
	cited = statement_step(st);
	statement_reset(st);
	return cited;
}

static void
add_lists(struct maker *mk, const char *work, struct buf *column)
{
	struct statement *st = db_prepare(mk->db,
	    "SELECT list FROM listed WHERE work=?");

	if (!mk->has_claims)
		return;
	bind_text(st, 1, work);
	while (statement_step(st))
		add_value(mk, column, "list", column_text(st, 0));
}

static void
describe_work(struct maker *mk, const struct work *work)
{
	struct buf *columns = mk->columns, *term = &columns[WORK_TERM];
	struct buf *label = &columns[WORK_LABEL];
	struct buf *synonym = &columns[WORK_SYNONYM];
	struct buf *side = &columns[WORK_SIDE];
	const struct list *const lists[] = { &work->mechanisms,
	    &work->conditions, &work->outcomes, &work->techniques,
	    &work->instruments, &work->body_regions, &work->populations,
	    &work->design_features };
	size_t i;

	if (mk->prepared == NULL)
		document_of_work(mk->scratch, work, columns);
	for (i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		add_terms(mk, lists[i], term, label, synonym, work_term_row);
	add_term(mk, term_number(mk, work->design), term, label, synonym,
	    work_term_row);
	add_headings(mk, &work->headings, columns);
	add_terms(mk, &work->comparators, side, side, NULL, NULL);
	add_value(mk, term, "is", is_cited(mk, work->id) ? "cited" : NULL);
	add_lists(mk, work->id, term);
}

/* The text of a column: what was prepared, and what was added here. */
static struct buf
text_of(const struct maker *mk, size_t i)
{
	const struct buf *added = &mk->columns[i], *prepared;
	struct buf text = { .data = NULL };

	if (mk->prepared == NULL || mk->prepared->columns[i].len == 0)
		return *added;
	prepared = &mk->prepared->columns[i];
	if (added->len == 0)
		return *prepared;
	buf_add(mk->scratch, &text, prepared->data, prepared->len);
	token_prepare(db_tokens(mk->db), mk->scratch, added->data, added->len,
	    &text);
	return text;
}

/* Puts the columns into a text table, whose statement this is. */
static void
insert_text(struct maker *mk, struct statement *st, size_t count)
{
	struct buf column;
	size_t i;

	bind_int(st, 1, mk->row);
	for (i = 0; i < count; i++) {
		column = text_of(mk, i);
		bind_text_n(st, (int)i + 2, buf_string(&column), column.len);
	}
	statement_run(st);
	for (i = 0; i < count; i++)
		bind_null(st, (int)i + 2);
}

static void
insert_work(struct maker *mk, int64_t number, const struct work *work)
{
	struct statement *row = db_prepare(mk->db,
	    "INSERT INTO work VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
	struct statement *text = db_prepare(mk->db, "INSERT INTO work_text("
	    "rowid, title, author, term, label, synonym, note, finding, "
	    "detail, abstract, journal, side) VALUES(?, ?, ?, ?, ?, ?, ?, ?, "
	    "?, ?, ?, ?)");
	const struct code *studied = code_find(&subjects, work->subjects);
	struct buf author;

	bind_int(row, 1, mk->row);
	bind_int(row, 2, number);
	bind_int(row, 3, work_level(work));
	bind_int(row, 4, work_year(work));
	bind_int(row, 5, work_size(work));
	bind_int(row, 6, studied == NULL ? -1 : studied - subjects.at);
	bind_text(row, 7, work_byline(mk->scratch, work));
	bind_text(row, 8, work->title);
	statement_run(row);
	strength_add(mk->strength, mk->row, number, work);
	describe_work(mk, work);
	author = text_of(mk, WORK_AUTHOR);
	tally_begin(mk->tally, mk->row);
	tally_authors(mk->tally, buf_string(&author), author.len);
	insert_text(mk, text, WORK_COLUMNS);
}

static void
make_work(struct maker *mk, int64_t number)
{
	const struct work *work = load(mk, RECTYPE_WORK, number);

	if (work != NULL)
		insert_work(mk, number, work);
}

/* Claims. */

static const struct proposition *
proposition_of(struct maker *mk, const char *claim)
{
	struct statement *st = db_prepare(mk->db, "SELECT r.number FROM "
	    "member m JOIN record r ON r.kind='proposition' AND "
	    "r.id=m.proposition WHERE m.claim=? AND r.pack IS NOT NULL");
	int64_t number = 0;

	bind_text(st, 1, claim);
	if (statement_step(st))
		number = column_int(st, 0);
	statement_reset(st);
	return number == 0 ? NULL : load(mk, RECTYPE_PROPOSITION, number);
}

static void
add_article(struct maker *mk, const char *id)
{
	struct statement *st = db_prepare(mk->db, "SELECT number FROM record "
	    "WHERE kind='article' AND id=? AND pack IS NOT NULL");
	const struct article *article;
	int64_t number = 0;

	bind_text(st, 1, id);
	if (statement_step(st))
		number = column_int(st, 0);
	statement_reset(st);
	article = number == 0 ? NULL : load(mk, RECTYPE_ARTICLE, number);
	if (article != NULL)
		document_add(mk->scratch, &mk->columns[CLAIM_AUTHOR],
		    article->label);
}

static void
describe_claim(struct maker *mk, const struct claim *claim,
    const struct proposition *proposition)
{
	struct buf *columns = mk->columns, *term = &columns[CLAIM_TERM];
	const struct list *const lists[] = { &claim->mechanisms,
	    &claim->conditions, &claim->outcomes, &claim->techniques };
	size_t i;

	document_of_claim(mk->scratch, claim, columns);
	for (i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		add_terms(mk, lists[i], term, &columns[CLAIM_LABEL],
		    &columns[CLAIM_SYNONYM], claim_term_row);
	add_article(mk, claim->article);
	if (proposition == NULL)
		return;
	document_add(mk->scratch, &columns[CLAIM_FINDING],
	    proposition->statement);
	document_add(mk->scratch, &columns[CLAIM_NOTE],
	    proposition->verdict_reason);
	add_value(mk, term, "verdict", proposition->verdict);
}

static void
make_claim(struct maker *mk, int64_t number)
{
	struct statement *row = db_prepare(mk->db,
	    "INSERT INTO claim VALUES(?, ?, ?)");
	struct statement *text = db_prepare(mk->db, "INSERT INTO claim_text("
	    "rowid, title, author, term, label, synonym, note, finding, "
	    "detail, side) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	const struct claim *claim = load(mk, RECTYPE_CLAIM, number);
	const struct proposition *proposition;
	const struct code *verdict;

	if (claim == NULL)
		return;
	proposition = proposition_of(mk, claim->id);
	verdict = proposition == NULL ? NULL : code_find(&verdicts,
	    proposition->verdict);
	bind_int(row, 1, mk->row);
	bind_int(row, 2, number);
	bind_int(row, 3, verdict == NULL ? -1 : verdict - verdicts.at);
	statement_run(row);
	describe_claim(mk, claim, proposition);
	insert_text(mk, text, CLAIM_COLUMNS);
}

/* The whole. */

static const char ancestors[] =
    "INSERT INTO ancestor WITH RECURSIVE up(term, at) AS ("
    "SELECT number, number FROM term UNION SELECT up.term, b.number FROM up "
    "JOIN term t ON t.number=up.at JOIN term b ON b.id=t.broader AND "
    "b.facet=t.facet) SELECT term, at FROM up";

struct maker *
maker_new(const void *ctx, struct db *db)
{
	struct maker *mk = mem_new(ctx, struct maker);
	char *text = schema_text(mk);
	size_t i;

	mk->db = db;
	mk->strength = strength_new(mk);
	mk->tally = tally_new(mk, db, TALLY_WORDS, TALLY_ROWS);
	/* The columns are the maker's own, and keep their room. */
	for (i = 0; i < WORK_COLUMNS; i++)
		buf_add(mk, &mk->columns[i], "", 0);
	db_run(db, tables_sql);
	db_run(db, text);
	mem_free(text);
	return mk;
}

/* Looks at what works are described with: the vocabulary, the claims. */
static void
begin(struct maker *mk)
{
	if (mk->begun)
		return;
	mk->begun = true;
	db_run(mk->db, ancestors);
	mk->has_terms = db_number(mk->db,
	    "SELECT EXISTS(SELECT 1 FROM term)") > 0;
	mk->has_claims = db_number(mk->db, "SELECT EXISTS(SELECT 1 FROM "
	    "bearing) OR EXISTS(SELECT 1 FROM listed)") > 0;
}

/* Forgets all works: what was said of them no longer holds. */
static void
begin_again(struct maker *mk)
{
	db_run(mk->db, "INSERT INTO work_text(work_text) VALUES('delete-all');"
	    "DELETE FROM work; DELETE FROM work_term; DELETE FROM ancestor;");
	tally_clear(mk->tally);
	strength_clear(mk->strength);
	mk->begun = false;
	mk->row = 0;
	mk->later_count = 0;
}

static void
make(struct maker *mk, int64_t number, const struct work *work,
    void (*make_it)(struct maker *, int64_t))
{
	size_t i;

	mk->row++;
	mk->scratch = mem_room(mk, 0, SCRATCH_ROOM);
	if (work != NULL)
		insert_work(mk, number, work);
	else
		make_it(mk, number);
	for (i = 0; i < WORK_COLUMNS; i++)
		buf_clear(&mk->columns[i]);
	mem_free(mk->scratch);
}

static void
make_later(struct maker *mk, int64_t number)
{
	mk->later = mem_grow(mk, mk->later, &mk->later_capacity,
	    mk->later_count + 1, sizeof(*mk->later));
	mk->later[mk->later_count++] = number;
}

static void
make_all_later(struct maker *mk, const char *sql)
{
	struct statement *st = db_prepare(mk->db, sql);

	while (statement_step(st))
		make_later(mk, column_int(st, 0));
}

void
maker_work(struct maker *mk, int64_t number, const struct work *work,
    const struct prepared *prepared)
{
	if (work->imported == NULL || mk->spoilt) {
		make_later(mk, number);
		return;
	}
	begin(mk);
	mk->prepared = prepared;
	token_next_record(db_tokens(mk->db));
	token_watch(db_tokens(mk->db), tally_word, mk->tally);
	make(mk, number, work, NULL);
	token_watch(db_tokens(mk->db), NULL, NULL);
	mk->prepared = NULL;
}

void
maker_spoil(struct maker *mk)
{
	mk->spoilt = mk->row > 0;
}

static bool
step(struct maker *mk, struct err *err)
{
	mk->done++;
	if (mk->watch == NULL || mk->done % 256 != 0 ||
	    mk->watch->step(mk->watch->user, mk->done, mk->total))
		return true;
	return err_set(err, ERR_INTERRUPTED, "interrupted");
}

/* Makes what was put off. */
static bool
make_listed(struct maker *mk, void (*make_it)(struct maker *, int64_t),
    struct err *err)
{
	size_t i;

	for (i = 0; i < mk->later_count; i++) {
		make(mk, mk->later[i], NULL, make_it);
		if (!step(mk, err))
			return false;
	}
	mk->later_count = 0;
	return db_ok(mk->db, err);
}

static bool
finish_works(struct maker *mk, struct err *err)
{
	bool ok;

	if (mk->spoilt) {
		begin_again(mk);
		make_all_later(mk, "SELECT number FROM record WHERE "
		    "kind='work' AND pack IS NOT NULL ORDER BY number");
	}
	begin(mk);
	mk->total = mk->later_count;
	token_watch(db_tokens(mk->db), tally_word, mk->tally);
	ok = make_listed(mk, make_work, err);
	token_watch(db_tokens(mk->db), NULL, NULL);
	if (!ok)
		return false;
	db_run(mk->db, "INSERT INTO work_text(work_text) VALUES('optimize')");
	tally_finish(mk->tally);
	strength_store(mk->strength, mk->db);
	return true;
}

static bool
finish_claims(struct maker *mk, struct err *err)
{
	mk->row = 0;
	make_all_later(mk, "SELECT number FROM record WHERE kind='claim' AND "
	    "pack IS NOT NULL ORDER BY number");
	mk->total += mk->later_count;
	return make_listed(mk, make_claim, err);
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
maker_finish(struct maker *mk, const struct maker_watch *watch,
    struct err *err)
{
	mk->watch = watch;
	if (!finish_works(mk, err) || !finish_claims(mk, err))
		return false;
	db_run(mk->db, finish);
	set_marks(mk->db);
	return db_ok(mk->db, err);
}
