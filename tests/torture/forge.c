/*
 * Spoils one member of all records of a type in an index, or of what the list
 * of results needs of works, with sums that fit.
 * "forge INDEX NUMBER" makes the change of that number, from 0 on, and prints
 * the address of a record that has it; beyond the last, how many there are.
 */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

#include "index/db.h"
#include "record/rectype.h"
#include "record/serialize.h"

enum { DEPTH = 6 };

/* What becomes of a member; NULL: nothing is left of it. */
static const char *const values[] = { NULL, "", "zzz",
    "99999999999999999999" };
enum { VALUES = sizeof(values) / sizeof(values[0]) };

enum { RESULTS = RECTYPE_COUNT, KINDS };	/* after the types */

struct forger {
	long			 left;		/* changes before this one */
	int			 kind;		/* a type, or RESULTS */
	const struct member	*path[DEPTH];	/* the last is spoiled */
	size_t			 depth;
	const char		*value;
};

/* Counts the changes of a schema; true once it is at the one to make. */
static bool
find_change(struct forger *forger, const struct schema *schema, size_t depth)
{
	const struct member *m;
	size_t i;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (m->form == FORM_DERIVED)
			continue;
		forger->path[depth] = m;
		forger->depth = depth + 1;
		for (i = 0; i < VALUES; i++) {
			forger->value = values[i];
			if (forger->left-- == 0)
				return true;
		}
		if (m->type == VALUE_RECORD && depth + 1 < DEPTH &&
		    find_change(forger, m->schema, depth + 1))
			return true;
	}
	return false;
}

static void
spoil(const struct forger *forger, void *record, size_t depth)
{
	const struct member *m = forger->path[depth];
	const struct list *list;
	void *part;
	size_t i;

	if (depth + 1 == forger->depth) {
		record_clear(record, m);
		if (forger->value != NULL)
			record_store(record, m, m->type == VALUE_RECORD ?
			    record_new(record, m->schema) :
			    mem_text(record, forger->value));
	} else if (m->many) {
		list = record_list(record, m);
		for (i = 0; i < list->count; i++)
			spoil(forger, list_at(list, i), depth + 1);
	} else {
		part = (void *)(uintptr_t)record_value(record, m);
		if (part != NULL)
			spoil(forger, part, depth + 1);
	}
}

static const struct schema *
schema_of(int kind)
{
	return kind == RESULTS ? &work_results_schema :
	    rectype_schema((enum rectype)kind);
}

static const char *
name_of(int kind)
{
	return rectype_name(kind == RESULTS ? RECTYPE_WORK :
	    (enum rectype)kind);
}

/* Stores a record spoiled; whether that changed it. */
static bool
forge_record(const struct forger *forger, const void *ctx, struct db *db,
    int64_t number, const struct buf *pack)
{
	const struct schema *schema = schema_of(forger->kind);
	size_t head = forger->kind == RESULTS ? 0 : 1;
	void *record = record_unpack(ctx, schema, pack->data + head,
	    pack->len - head);
	struct statement *st = db_prepare(db, forger->kind == RESULTS ?
	    "UPDATE work SET results=? WHERE record=?" :
	    "UPDATE record SET pack=? WHERE number=?");
	struct buf out = { .data = NULL };

	assert_non_null(record);
	spoil(forger, record, 0);
	buf_add(ctx, &out, pack->data, head);
	record_pack(ctx, schema, record, &out);
	bind_bytes(st, 1, out.data, out.len);
	bind_int(st, 2, number);
	statement_run(st);
	return out.len != pack->len || memcmp(out.data, pack->data, out.len) !=
	    0;
}

static void
forge(const struct forger *forger, const void *ctx, struct db *db)
{
	struct statement *st = db_prepare(db, forger->kind == RESULTS ?
	    "SELECT number, id, results FROM record JOIN work ON "
	    "work.record=record.number WHERE kind=?" :
	    "SELECT number, id, pack FROM record WHERE kind=? AND "
	    "substr(pack, 1, 1)=x'00'");
	const char *address = "start";
	struct buf pack;

	bind_text(st, 1, name_of(forger->kind));
	while (statement_step(st)) {
		pack = (struct buf){ .data = NULL };
		buf_add(ctx, &pack, column_bytes(st, 2), column_size(st, 2));
		if (forge_record(forger, ctx, db, column_int(st, 0), &pack))
			address = mem_format(ctx, "%s/%s", name_of(
			    forger->kind), column_text(st, 1));
	}
	(void)printf("%s\n", address);
}

int
main(int argc, char **argv)
{
	void *ctx = mem_context(NULL);
	struct forger forger = { .left = argc == 3 ? atol(argv[2]) : -1 };
	struct err err = ERR_INIT;
	struct db *db;

	while (forger.kind < KINDS && !find_change(&forger,
	    schema_of(forger.kind), 0))
		forger.kind++;
	if (forger.kind == KINDS) {
		(void)printf("%ld\n", argc == 3 ? atol(argv[2]) - forger.left :
		    0);
		return 1;
	}
	db = db_open(ctx, argv[1], DB_BUILD, &err);
	assert_non_null(db);
	forge(&forger, ctx, db);
	assert_true(db_ok(db, &err));
	db_free(db);
	sum_index(ctx, argv[1]);
	mem_free(ctx);
	return 0;
}
