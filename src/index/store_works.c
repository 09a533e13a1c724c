/* Works in the store: looks them up by identifier, and merges them. */
#include "index/store_inside.h"

#include "base/mem.h"
#include "base/text.h"
#include "record/identifier.h"
#include "record/serialize.h"

/* The id of another work with this identifier, owned by `ctx`, or NULL. */
static char *
work_with(struct store *store, const void *ctx, const char *kind,
    const char *value)
{
	struct statement *st = db_prepare(store->db, "SELECT work FROM "
	    "identifier WHERE value=? AND kind=? LIMIT 1");
	char *id = NULL;

	if (value == NULL)
		return NULL;
	bind_text(st, 1, value);
	bind_text(st, 2, kind);
	if (statement_step(st))
		id = mem_text(ctx, column_text(st, 0));
	statement_reset(st);
	return id;
}

enum { TITLED_MAX = 8 };	/* maximum works with the same title to
				   compare */

/*
 * The ids of works with the same title, year and first author, as far as these
 * are known; first the one with the same id, if any.
 */
static struct list
ids_titled(struct store *store, const void *ctx, const struct work *work)
{
	static const char sql[] = "SELECT work FROM identifier WHERE value=?1 "
	    "AND kind='title' AND work=?2 UNION ALL SELECT work FROM (SELECT "
	    "work FROM identifier WHERE value=?1 AND kind='title' LIMIT ?3)";
	struct statement *st = db_prepare(store->db, sql);
	const char *key = store_title_key(ctx, work);
	struct list ids = { .at = NULL };

	if (key == NULL)
		return ids;
	bind_text(st, 1, key);
	bind_text(st, 2, work->id == NULL ? "" : work->id);
	bind_int(st, 3, TITLED_MAX);
	while (statement_step(st))
		list_add(ctx, &ids, mem_text(ctx, column_text(st, 0)));
	statement_reset(st);
	return ids;
}

/* A letter and its reply share title, year and author: all are compared. */
static struct work *
work_titled(struct store *store, const void *ctx, const struct work *work,
    store_is_same *is_same)
{
	struct list ids = ids_titled(store, ctx, work);
	struct work *first = NULL, *other;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		other = store_load(store, ctx, RECTYPE_WORK, list_at(&ids, i));
		if (other != NULL && is_same(work, other))
			return other;
		if (first == NULL)
			first = other;
	}
	return first;
}

struct work *
store_same(struct store *store, const void *ctx, const struct work *work,
    store_is_same *is_same, struct place *where)
{
	const struct { enum identifier kind; const char *text; } names[] = {
		{ IDENTIFIER_DOI, work->doi }, { IDENTIFIER_PMID, work->pmid },
		{ IDENTIFIER_PMCID, work->pmcid },
	};
	struct work *same;
	char *id = NULL;
	size_t i;

	assert(is_same != NULL && where != NULL);
	for (i = 0; i < COUNT(names) && id == NULL; i++)
		if (names[i].text != NULL)
			id = work_with(store, ctx, identifier_name(
			    names[i].kind), identifier_value(ctx,
			    names[i].kind, names[i].text));
	same = id == NULL ? work_titled(store, ctx, work, is_same) :
	    store_load(store, ctx, RECTYPE_WORK, id);
	if (same != NULL)
		*where = store_place(store, RECTYPE_WORK, same->id);
	return same;
}

/* Deletes identifiers or aliases stored by store_relate(). */
static void
forget_value(struct store *store, const char *sql, const char *value,
    const char *id)
{
	struct statement *st = db_prepare(store->db, sql);

	if (value == NULL)
		return;
	bind_text(st, 1, value);
	bind_text(st, 2, id);
	statement_run(st);
}

void
store_forget_identifiers(struct store *store, const struct work *work)
{
	static const char sql[] = "DELETE FROM identifier WHERE value=? AND "
	    "work=?";
	const struct { enum identifier kind; const char *text; } names[] = {
		{ IDENTIFIER_DOI, work->doi }, { IDENTIFIER_PMID, work->pmid },
		{ IDENTIFIER_PMCID, work->pmcid },
		{ IDENTIFIER_ISBN, work->isbn },
		{ IDENTIFIER_REGISTRATION, work->registration },
	};
	void *scratch = mem_context(NULL);
	size_t i;

	for (i = 0; i < COUNT(names); i++)
		if (names[i].text != NULL)
			forget_value(store, sql, identifier_value(scratch,
			    names[i].kind, names[i].text), work->id);
	forget_value(store, sql, store_title_key(scratch, work), work->id);
	mem_free(scratch);
}

/*
 * Deletes the identifiers of a work, its study and its additional ids,
 * including ids from merging.
 */
static void
forget_names(struct store *store, const struct work *work)
{
	static const char sql[] = "DELETE FROM alias WHERE id=? AND work=?";
	const struct recorded *recorded;
	void *scratch = mem_context(NULL);
	size_t i;

	store_forget_identifiers(store, work);
	for (i = 0; i < work->aliases.count; i++)
		forget_value(store, sql, list_at(&work->aliases, i), work->id);
	for (i = 0; i < work->read_as.count; i++)
		forget_value(store, sql, list_at(&work->read_as, i), work->id);
	for (i = 0; i < work->recorded.count; i++) {
		recorded = list_at(&work->recorded, i);
		forget_value(store, sql, recorded->id, work->id);
		if (recorded->bibliography != NULL)
			forget_value(store, sql, mem_format(scratch, "%s:%s",
			    recorded->bibliography, recorded->id), work->id);
	}
	forget_value(store, "DELETE FROM study WHERE study=? AND work=?",
	    work->study, work->id);
	mem_free(scratch);
}

/* The number of the work with an id; 0 if there is none. */
static int64_t
number_of(struct store *store, const char *id)
{
	struct statement *st = db_prepare(store->db, "SELECT number FROM "
	    "record WHERE kind='work' AND id=?");

	bind_text(st, 1, id);
	return statement_number(st, 0);
}

/* Stores the relations of the record again, under its current source. */
static void
relate_again(struct store *store, int64_t number, const struct work *work)
{
	struct statement *plots = db_prepare(store->db,
	    "DELETE FROM plot WHERE record=?");
	struct statement *st = db_prepare(store->db,
	    "SELECT source FROM record WHERE number=?");
	int64_t source = store->source;

	bind_int(plots, 1, number);
	statement_run(plots);
	bind_int(st, 1, number);
	store->source = statement_number(st, store->source);
	store->last = number;
	store_relate(store, RECTYPE_WORK, work);
	store->source = source;
}

/*
 * Moves a record to the current source; the references of the old text no
 * longer count.
 */
static void
move_record(struct store *store, int64_t number)
{
	struct statement *source = db_prepare(store->db, "UPDATE source SET "
	    "records=records-1 WHERE number=(SELECT source FROM record WHERE "
	    "number=?1 AND source<>?2)");
	struct statement *st = db_prepare(store->db, "UPDATE reference SET "
	    "record=0 WHERE record=?");

	bind_int(source, 1, number);
	bind_int(source, 2, store->source);
	statement_run(source);
	store->in_source += db_number(store->db, CHANGES) > 0;
	bind_int(st, 1, number);
	statement_run(st);
}

bool
store_replace(struct store *store, const struct work *old,
    struct work *work, const struct place *place)
{
	struct statement *st = db_prepare(store->db, "UPDATE record SET id=?, "
	    "hash=?, pack=?, source=coalesce(?, source), line=coalesce(?, "
	    "line), col=coalesce(?, col) WHERE number=?");
	int64_t number = number_of(store, old->id), other = number_of(store,
	    work->id);

	if (number == 0 || (other != 0 && other != number))
		return false;
	if (place != NULL)
		move_record(store, number);
	bind_text(st, 1, work->id);
	store_bind_record(store, st, 3, 2, RECTYPE_WORK, work);
	if (place != NULL) {
		bind_int(st, 4, store->source);
		bind_int(st, 5, (int64_t)place->line);
		bind_int(st, 6, (int64_t)place->column);
	} else {
		bind_text(st, 4, NULL);
		bind_text(st, 5, NULL);
		bind_text(st, 6, NULL);
	}
	bind_int(st, 7, number);
	statement_run(st);
	if (!text_same(old->id, work->id))
		forget_names(store, old);
	relate_again(store, number, work);
	return true;
}

/* The name of the bibliography that has a work. */

bool
store_is_here(struct store *store, const char *id)
{
	struct statement *st = db_prepare(store->db, "SELECT 1 FROM record r "
	    "JOIN source s ON s.number=r.source JOIN source here ON "
	    "here.number=? WHERE r.kind='work' AND r.id=? AND "
	    "s.root=here.root");
	bool here;

	bind_int(st, 1, store->source);
	bind_text(st, 2, id);
	here = statement_step(st);
	statement_reset(st);
	return here;
}

char *
store_bibliography(struct store *store, const void *ctx, const char *id)
{
	struct statement *st = db_prepare(store->db, "SELECT a.id FROM record "
	    "r JOIN source s ON s.number=r.source JOIN record a ON "
	    "a.kind='about' JOIN source b ON b.number=a.source AND "
	    "b.root<=s.root WHERE r.kind='work' AND r.id=? ORDER BY b.root "
	    "DESC LIMIT 1");
	char *name = NULL;

	bind_text(st, 1, id);
	if (statement_step(st))
		name = mem_text(ctx, column_text(st, 0));
	statement_reset(st);
	return name;
}

/* Additional ids. */

void
store_rename(struct store *store, bool study, const char *from, const char *to)
{
	static const char *const noted[] = {
		"UPDATE OR REPLACE study SET study=?2 WHERE study=?1",
		"UPDATE bearing SET work=?2 WHERE work=?1",
		"UPDATE trials SET review=?2 WHERE review=?1",
		"UPDATE OR REPLACE listed SET work=?2 WHERE work=?1",
		"UPDATE reference SET id=?2 WHERE id=?1 AND kind='work'",
	};
	size_t end = study ? 1 : COUNT(noted), i;
	struct statement *st;

	assert(from != NULL && to != NULL);
	for (i = study ? 0 : 1; i < end; i++) {
		st = db_prepare(store->db, noted[i]);
		bind_text(st, 1, from);
		bind_text(st, 2, to);
		statement_run(st);
	}
}

/* The numbers of the records that may have references. */
static struct list
records_to_rewrite(struct store *store, const void *ctx)
{
	struct statement *st = db_prepare(store->db, "SELECT number FROM "
	    "record WHERE pack IS NOT NULL AND kind<>'term'");
	struct list numbers = { .at = NULL };
	int64_t *number;

	while (statement_step(st)) {
		number = mem_new(ctx, int64_t);
		*number = column_int(st, 0);
		list_add(ctx, &numbers, number);
	}
	return numbers;
}

static void
put_record_again(struct store *store, int64_t number, enum rectype kind,
    const void *record)
{
	struct statement *st = db_prepare(store->db, "UPDATE record SET "
	    "pack=?, hash=? WHERE number=?");

	store_bind_record(store, st, 1, 2, kind, record);
	bind_int(st, 3, number);
	statement_run(st);
}

void
store_rewrite(struct store *store,
    bool (*each)(void *user, enum rectype kind, void *record), void *user)
{
	void *scratch = mem_context(NULL), *record;
	struct list numbers = records_to_rewrite(store, scratch);
	struct statement *st;
	enum rectype kind;
	int64_t number;
	size_t i;

	assert(each != NULL);
	for (i = 0; i < numbers.count; i++) {
		number = *(int64_t *)list_at(&numbers, i);
		st = db_prepare(store->db,
		    "SELECT kind, plain(pack) FROM record WHERE number=?");
		bind_int(st, 1, number);
		record = NULL;
		kind = RECTYPE_COUNT;
		if (statement_step(st)) {
			kind = rectype_find(column_text(st, 0));
			record = record_unpack(NULL, rectype_schema(kind),
			    column_bytes(st, 1), column_size(st, 1));
		}
		statement_reset(st);
		if (record != NULL && each(user, kind, record))
			put_record_again(store, number, kind, record);
		mem_free(record);
	}
	mem_free(scratch);
}
