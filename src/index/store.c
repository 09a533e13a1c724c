/* The store: fills an index with records. */
#include "index/store_inside.h"

#include <assert.h>
#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/identifier.h"
#include "record/claim.h"
#include "record/serialize.h"
#include "record/work.h"
#include "index/label_key.h"
#include "index/tables.h"
#include "index/values.h"

struct store *
store_open(const void *ctx, struct db *db, bool plain)
{
	struct store *store = mem_new(ctx, struct store);

	assert(db != NULL);
	store->db = db;
	store->compressor = compressor_new(store, plain);
	compress_register(db);
	db_run(db, "BEGIN");
	db_run(db, tables_records);
	return store;
}

/* Sources. */

void
store_begin_source(struct store *store, const struct source_stamp *mark,
    const char *name)
{
	struct statement *st = db_prepare(store->db, "INSERT INTO source(root, "
	    "name, size, mtime, ctime, inode, hash) VALUES(?, ?, ?, ?, ?, ?, "
	    "?)");

	bind_int(st, 1, (int64_t)mark->root);
	bind_text(st, 2, mark->name);
	bind_int(st, 3, mark->size);
	bind_int(st, 4, mark->mtime);
	bind_int(st, 5, mark->ctime);
	bind_int(st, 6, mark->inode);
	bind_text(st, 7, mark->hash);
	statement_run(st);
	store->source = db_number(store->db, LAST_NUMBER);
	store->in_source = 0;
	list_add(store, &store->names, mem_text(store, name));
}

void
store_end_source(struct store *store, size_t left_out)
{
	struct statement *st = db_prepare(store->db, "UPDATE source SET "
	    "records=?, left_out=? WHERE number=?");

	assert(store->names.count > 0);
	bind_int(st, 1, (int64_t)store->in_source);
	bind_int(st, 2, (int64_t)left_out);
	bind_int(st, 3, store->source);
	statement_run(st);
}

const char *
store_source_name(const struct store *store, int64_t number)
{
	return number < 1 || (size_t)number > store->names.count ? "" :
	    list_at(&store->names, (size_t)number - 1);
}

/* The number of the source with this name; 0 if there is none. */
static int64_t
source_number(const struct store *store, const char *name)
{
	size_t i;

	for (i = store->names.count; i > 0; i--)
		if (list_at(&store->names, i - 1) == name || text_same(
		    list_at(&store->names, i - 1), name))
			return (int64_t)i;
	return 0;
}

void
store_problem(struct store *store, const struct diag *diag)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT INTO problem VALUES(?, ?, ?, ?, ?, ?)");
	int64_t source = source_number(store, diag->place.file);

	assert(diag->text != NULL);
	if (store->problems++ >= STORE_PROBLEMS_MAX)
		return;
	bind_int(st, 1, source);
	bind_text(st, 2, source == 0 ? diag->place.file : NULL);
	bind_int(st, 3, (int64_t)diag->place.line);
	bind_int(st, 4, (int64_t)diag->place.column);
	bind_int(st, 5, (int64_t)diag->severity);
	bind_text(st, 6, diag->text);
	statement_run(st);
}

/* Records. */

void
store_begin_record(struct store *store)
{
	store->last = 0;
}

static void
store_dictionary(struct store *store)
{
	const struct buf *bytes = compressor_dictionary(store->compressor);
	struct statement *st;

	if (bytes == NULL)
		return;
	st = db_prepare(store->db, "INSERT INTO dictionary VALUES(?)");
	bind_bytes(st, 1, bytes->data, bytes->len);
	statement_run(st);
}

void
store_bind_record(struct store *store, struct statement *st, int pack,
    int hash, enum rectype kind, const void *record)
{
	const struct buf *bytes;

	if (record == NULL) {
		bind_text(st, pack, NULL);
		bind_int(st, hash, 0);
		return;
	}
	buf_clear(&store->pack);
	record_pack(store, rectype_schema(kind), record, &store->pack);
	bytes = compressor_add(store->compressor, &store->pack);
	store_dictionary(store);
	bind_bytes(st, pack, bytes->data, bytes->len);
	bind_int(st, hash, (int64_t)XXH3_64bits(store->pack.data,
	    store->pack.len));
}

static bool
insert_record(struct store *store, enum rectype kind, const char *id,
    struct place place, bool bad, const void *record)
{
	const struct claim *claim = kind == RECTYPE_CLAIM ? record : NULL;
	struct statement *st = db_prepare(store->db, "INSERT OR IGNORE INTO "
	    "record(kind, id, source, line, col, hash, article, pack) "
	    "VALUES(?, ?, ?, ?, ?, ?, ?, ?)");

	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	bind_int(st, 3, store->source);
	bind_int(st, 4, (int64_t)place.line);
	bind_int(st, 5, (int64_t)place.column);
	bind_text(st, 7, claim == NULL ? NULL : claim->article);
	store_bind_record(store, st, 8, 6, kind, bad ? NULL : record);
	statement_run(st);
	if (db_number(store->db, CHANGES) == 0)
		return false;
	store->last = db_number(store->db, LAST_NUMBER);
	return true;
}

struct place
store_place(struct store *store, enum rectype kind, const char *id)
{
	struct statement *st = db_prepare(store->db, "SELECT source, line, col "
	    "FROM record WHERE kind=? AND id=?");
	struct place place = { NULL, 0, 1 };

	assert(kind < RECTYPE_COUNT && id != NULL);
	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	if (statement_step(st)) {
		place.file = store_source_name(store, column_int(st, 0));
		place.line = (size_t)column_int(st, 1);
		place.column = (size_t)column_int(st, 2);
	}
	statement_reset(st);
	return place;
}

/* Maximum bytes of records with errors to keep for checks. */
enum { BROKEN_MAX = 16 << 20 };

static void
keep_broken(struct store *store, enum rectype kind, const void *record)
{
	struct broken *broken;

	if (store->broken_bytes > BROKEN_MAX)
		return;
	broken = mem_new(store, struct broken);
	broken->kind = kind;
	broken->number = store->last;
	record_pack(broken, rectype_schema(kind), record, &broken->pack);
	store->broken_bytes += broken->pack.len;
	list_add(store, &store->broken, broken);
}

/*
 * Whether a work has this additional id: one in another bibliography or, if a
 * converter generated it, in any source.
 */
static bool
is_other_id(struct store *store, const char *id, const struct work *work,
    struct place *first)
{
	struct statement *st = db_prepare(store->db, "SELECT work FROM alias "
	    "WHERE id=? AND (merged=1 OR ?)");
	bool found;

	bind_text(st, 1, id);
	bind_int(st, 2, work->imported != NULL);
	found = statement_step(st);
	if (found)
		*first = store_place(store, RECTYPE_WORK, column_text(st, 0));
	statement_reset(st);
	return found;
}

bool
store_add(struct store *store, enum rectype kind, void *record,
    struct place place, bool bad, struct place *first)
{
	const struct schema *schema;
	const char *id;
	bool added;

	assert(kind < RECTYPE_COUNT);
	schema = rectype_schema(kind);
	id = record_id(schema, record);
	if (id == NULL) {
		store_lost(store, kind, "");
		return true;
	}
	if (kind == RECTYPE_WORK && is_other_id(store, id, record, first))
		return false;
	added = insert_record(store, kind, id, place, bad, record);
	if (!added) {
		*first = store_place(store, kind, id);
		/*
		 * If the id has no position, the database has failed: see
		 * db_ok().
		 */
		return first->file == NULL;
	}
	if (bad) {
		keep_broken(store, kind, record);
	} else {
		store_relate(store, kind, record);
		store->counts[kind]++;
		store->in_source++;
	}
	return true;
}

void
store_lost(struct store *store, enum rectype kind, const char *id)
{
	struct statement *st = db_prepare(store->db, "INSERT OR IGNORE INTO "
	    "record(kind, id, source, hash) VALUES(?, ?, ?, 0)");

	/* Names of bibliographies are never guessed. */
	if (kind == RECTYPE_ABOUT)
		return;
	bind_text(st, 1, kind == RECTYPE_COUNT ? "" : rectype_name(kind));
	bind_text(st, 2, id);
	bind_int(st, 3, store->source);
	statement_run(st);
}

bool
store_has(struct store *store, enum rectype kind, const char *id)
{
	struct statement *st = db_prepare(store->db, "SELECT 1 FROM record "
	    "WHERE kind=? AND id=?");
	bool found;

	assert(kind < RECTYPE_COUNT);
	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	found = statement_step(st);
	statement_reset(st);
	return found;
}

bool
store_is_taken(struct store *store, enum rectype kind, const char *id,
    bool anywhere)
{
	struct statement *st = db_prepare(store->db, "SELECT 1 FROM alias "
	    "WHERE id=? AND merged<=?");
	bool found;

	if (store_has(store, kind, id))
		return true;
	if (kind != RECTYPE_WORK)
		return false;
	bind_text(st, 1, id);
	bind_int(st, 2, anywhere ? ALIAS_READ : ALIAS_RECORDED);
	found = statement_step(st);
	statement_reset(st);
	return found;
}

struct list
store_owners(struct store *store, const void *ctx, enum rectype kind,
    const char *id, const char *bibliography)
{
	assert(kind < RECTYPE_COUNT && id != NULL);
	/*
	 * If two bibliographies use the same id, the id of the later one gets
	 * its name as a prefix.
	 */
	struct statement *st = db_prepare(store->db, "SELECT DISTINCT "
	    "coalesce((SELECT a.id FROM record a JOIN source b ON "
	    "b.number=a.source WHERE a.kind='about' AND b.root<=s.root ORDER "
	    "BY b.root DESC LIMIT 1), '') AS owner FROM record r JOIN source "
	    "s ON s.number=r.source WHERE r.kind=?1 AND (r.id=?2 OR r.id IN "
	    "(SELECT id || ':' || ?2 FROM record WHERE kind='about') OR "
	    "(?1='work' AND r.id IN (SELECT work FROM alias WHERE id=?2 AND "
	    "merged<>1))) ORDER BY s.root");
	/*
	 * If several bibliographies record a work or a term, each of them
	 * counts as having it.
	 */
	struct statement *merged = db_prepare(store->db, "SELECT n.id FROM "
	    "record n JOIN (SELECT 'work' AS kind, id, work AS here FROM alias "
	    "WHERE merged=1 UNION ALL SELECT 'term', id, term FROM "
	    "merged_term) a ON a.id=n.id || ':' || ?2 WHERE n.kind='about' AND "
	    "a.kind=?1 AND (n.id=?3 OR (?3 IS NULL AND a.here<>?2)) GROUP BY "
	    "CASE WHEN ?3 IS NULL THEN a.here ELSE n.id END ORDER BY "
	    "n.number");
	struct list names = { .at = NULL };

	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	while (statement_step(st))
		if (bibliography == NULL || text_same(column_text(st, 0),
		    bibliography))
			list_add(ctx, &names, mem_text(ctx,
			    column_text(st, 0)));
	bind_text(merged, 1, rectype_name(kind));
	bind_text(merged, 2, id);
	bind_text(merged, 3, bibliography);
	while (statement_step(merged))
		list_add(ctx, &names, mem_text(ctx, column_text(merged, 0)));
	return names;
}

bool
store_has_study(struct store *store, const char *study)
{
	return values_has_study(store->db, study);
}

/* Terms shared by several bibliographies. */

char *
store_term_like(struct store *store, const void *ctx,
    const struct term *term)
{
	struct statement *st = db_prepare(store->db, "SELECT t.id FROM term t "
	    "WHERE t.facet=?1 AND (t.mesh=?2 OR EXISTS(SELECT 1 FROM phrase p "
	    "WHERE p.term=t.number AND p.words=?3 AND p.text=t.label))");
	char *id = NULL, *key;

	if (term->facet == NULL || term->label == NULL)
		return NULL;
	key = label_key(NULL, term->label);
	bind_text(st, 1, term->facet);
	bind_text(st, 2, term->mesh);
	bind_text(st, 3, key);
	if (statement_step(st))
		id = mem_text(ctx, column_text(st, 0));
	statement_reset(st);
	mem_free(key);
	return id;
}

char *
store_term_called(struct store *store, const void *ctx, const char *facet,
    const char *phrase)
{
	struct statement *st = db_prepare(store->db, "SELECT t.id FROM term t "
	    "JOIN phrase p ON p.term=t.number WHERE t.facet=? AND p.words=?");
	char *key = label_key(NULL, phrase), *id = NULL;

	bind_text(st, 1, facet);
	bind_text(st, 2, key);
	if (statement_step(st))
		id = mem_text(ctx, column_text(st, 0));
	statement_reset(st);
	mem_free(key);
	return id;
}

bool
store_plot_fits(struct store *store, const struct estimate *estimate)
{
	struct statement *st = db_prepare(store->db, "SELECT 1 FROM plot WHERE "
	    "name=? AND (type<>? OR unit<>?)");
	bool fits;

	bind_text(st, 1, estimate->plot);
	bind_text(st, 2, estimate->type);
	bind_text(st, 3, estimate->unit);
	fits = !statement_step(st);
	statement_reset(st);
	return fits;
}

static void
store_add_words(void *record, struct list *to, const struct list *from)
{
	size_t i;

	for (i = 0; i < from->count; i++)
		if (!list_holds(to, list_at(from, i)))
			list_add(record, to, mem_text(record,
			    list_at(from, i)));
}

static void
replace_term(struct store *store, const struct term *term)
{
	struct statement *st = db_prepare(store->db, "UPDATE record SET "
	    "pack=?, hash=? WHERE kind='term' AND id=?");

	store_bind_record(store, st, 1, 2, RECTYPE_TERM, term);
	bind_text(st, 3, term->id);
	statement_run(st);
}

/* Records the id of a merged term: `own` in the bibliography `name`. */
static void
store_note_merged(struct store *store, const char *id, const char *own,
    const char *name)
{
	struct statement *st = db_prepare(store->db, "INSERT OR IGNORE INTO "
	    "merged_term SELECT ?2 || ':' || ?3, ?1 UNION ALL SELECT ?3, ?1 "
	    "WHERE ?3<>?1");

	bind_text(st, 1, id);
	bind_text(st, 2, name);
	bind_text(st, 3, own);
	statement_run(st);
}

void
store_merge_term(struct store *store, const char *id, const char *own,
    const struct term *term, const char *name)
{
	void *scratch = mem_context(NULL);
	struct term *ours = store_load(store, scratch, RECTYPE_TERM, id);
	int64_t number;

	if (ours != NULL) {
		number = db_number(store->db, mem_format(scratch, "SELECT "
		    "number FROM term WHERE id='%s'", id));
		store_add_words(ours, &ours->synonyms, &term->synonyms);
		store_add_words(ours, &ours->abbreviations,
		    &term->abbreviations);
		store_add_words(ours, &ours->everyday, &term->everyday);
		list_add(ours, &ours->recorded_in, mem_text(ours, name));
		if (term->scope != NULL)
			ours->scope = mem_format(ours, "%s%sIn %s: %s",
			    ours->scope == NULL ? "" : ours->scope,
			    ours->scope == NULL ? "" : " ", name,
			    term->scope);
		replace_term(store, ours);
		store_note_merged(store, id, own, name);
		store_relate_term(store, number, term);
	}
	mem_free(scratch);
}

size_t
store_count(const struct store *store, enum rectype kind)
{
	assert(kind < RECTYPE_COUNT);
	return store->counts[kind];
}

/* Complete records. */

void *
store_load(struct store *store, const void *ctx, enum rectype kind,
    const char *id)
{
	struct statement *st = db_prepare(store->db, "SELECT plain(pack) "
	    "FROM record WHERE kind=? AND id=? AND pack IS NOT NULL");
	void *record = NULL;

	assert(kind < RECTYPE_COUNT);
	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	if (statement_step(st))
		record = record_unpack(ctx, rectype_schema(kind),
		    column_bytes(st, 0), column_size(st, 0));
	statement_reset(st);
	return record;
}

void
store_each(struct store *store, enum rectype kind,
    void (*each)(void *user, const void *record, struct place place),
    void *user)
{
	struct statement *st = db_prepare(store->db, "SELECT plain(pack), source, "
	    "line, col FROM record WHERE kind=? AND id>='' AND pack IS NOT "
	    "NULL ORDER BY number");
	struct place place;
	void *record;

	assert(kind < RECTYPE_COUNT);
	assert(each != NULL);
	bind_text(st, 1, rectype_name(kind));
	while (statement_step(st)) {
		place.file = store_source_name(store, column_int(st, 1));
		place.line = (size_t)column_int(st, 2);
		place.column = (size_t)column_int(st, 3);
		record = record_unpack(NULL, rectype_schema(kind),
		    column_bytes(st, 0), column_size(st, 0));
		if (record != NULL)
			each(user, record, place);
		mem_free(record);
	}
}
