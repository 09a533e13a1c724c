/*
 * The floor of a build: the same texts into a bare FTS5 table with the same
 * settings, and nothing else.
 *
 *	floor INDEX FILE	reads the records of an index into memory, then
 *				inserts them into a new FILE; prints seconds
 *				by the clock and of the processor
 */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "record/serialize.h"
#include "record/work.h"
#include "index/compress.h"
#include "index/db.h"
#include "index/fields.h"
#include "index/tables.h"
#include "index/tokenizer.h"

struct document {
	struct buf	columns[WORK_COLUMNS];
};

static double
now(clockid_t clock)
{
	struct timespec t;

	(void)clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct list
read_documents(const void *ctx, struct db *db)
{
	struct statement *st = db_prepare(db, "SELECT plain(r.pack) FROM work w "
	    "JOIN record r ON r.number=w.record ORDER BY w.row");
	struct list documents = { .at = NULL };
	struct document *document;
	struct work *work;

	while (statement_step(st)) {
		document = mem_new(ctx, struct document);
		work = record_unpack(NULL, &work_schema, column_bytes(st, 0),
		    column_size(st, 0));
		fields_of_work(document, work, document->columns);
		mem_free(work);
		list_add(ctx, &documents, document);
	}
	return documents;
}

static void
insert(struct db *db, const struct list *documents)
{
	struct statement *st;
	const struct document *document;
	size_t i, c;

	db_run(db, "BEGIN");
	st = db_prepare(db, "INSERT INTO work_text(rowid, title, author, term, "
	    "label, synonym, note, finding, detail, abstract, journal, side) "
	    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	for (i = 0; i < documents->count; i++) {
		document = documents->at[i];
		bind_int(st, 1, (int64_t)i + 1);
		for (c = 0; c < WORK_COLUMNS; c++)
			bind_text(st, (int)c + 2,
			    buf_string(&document->columns[c]));
		statement_run(st);
	}
	db_run(db, "COMMIT");
}

int
main(int argc, char **argv)
{
	void *ctx = mem_context(NULL);
	struct err err = ERR_INIT;
	struct list documents;
	struct db *db;
	double start, busy;

	if (argc != 3) {
		(void)fprintf(stderr, "usage: floor INDEX FILE\n");
		return 2;
	}
	db = db_open(ctx, argv[1], DB_READ, &err);
	if (db != NULL) {
		compress_register(db);
		documents = read_documents(ctx, db);
	}
	(void)unlink(argv[2]);
	if (db == NULL || (db = db_open(ctx, argv[2], DB_BUILD, &err)) == NULL) {
		(void)fprintf(stderr, "floor: %s\n", err.text);
		return 2;
	}
	if (tokenizer_register(db, db_handle(db), &err) == NULL)
		return 2;
	start = now(CLOCK_MONOTONIC);
	busy = now(CLOCK_PROCESS_CPUTIME_ID);
	db_run(db, schema_text(ctx));
	insert(db, &documents);
	if (!db_ok(db, &err)) {
		(void)fprintf(stderr, "floor: %s\n", err.text);
		return 2;
	}
	(void)printf("%.3f %.3f\n", now(CLOCK_MONOTONIC) - start,
	    now(CLOCK_PROCESS_CPUTIME_ID) - busy);
	mem_free(ctx);
	return 0;
}
