/*
 * An index that was changed, with a sum that fits: an error, or rebuilt, or
 * read; never a crash.  The input says what to change in the index of a small
 * bibliography: cells of its tables, and bytes of the file.
 */
#include "fuzz.h"

#include <stdio.h>

#include <sqlite3.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "answer/knowledge.h"
#include "base/text.h"
#include "page/page.h"
#include "support.h"

static void		*always;
static const char	*source;
static char		*path;		/* of the index */
static unsigned char	*whole;		/* its bytes */
static sqlite3_int64	 size;
static struct list	 tables;	/* char * */

static struct cache_request
request_of(struct diag_sink *sink)
{
	return (struct cache_request){ .paths = &source, .count = 1,
	    .directory = scratch_directory(), .sink = sink,
	    .prepare = knowledge_prepare };
}

static sqlite3 *
open_copy(void)
{
	unsigned char *copy = sqlite3_malloc64((sqlite3_uint64)size);
	sqlite3 *db;

	memcpy(copy, whole, (size_t)size);
	HOLD(sqlite3_open(":memory:", &db) == SQLITE_OK);
	HOLD(sqlite3_deserialize(db, "main", copy, size, size,
	    SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) ==
	    SQLITE_OK);
	return db;
}

static int
on_table(void *user, int count, char **values, char **names)
{
	(void)user;
	(void)count;
	(void)names;
	list_add(always, &tables, mem_text(always, values[0]));
	return 0;
}

static void
set_up(void)
{
	struct diag_sink sink = { .report = NULL };
	struct cache_request request = request_of(&sink);
	struct err err = ERR_INIT;
	FILE *file;
	sqlite3 *db;

	always = mem_context(NULL);
	source = source_path(always, "data/new-bibliography.template");
	mem_free(library_open(always, &request, NULL, &err));
	path = cache_where(always, &request);
	file = path == NULL ? NULL : fopen(path, "re");
	HOLD(file != NULL);
	HOLD(fseek(file, 0, SEEK_END) == 0);
	size = ftell(file);
	rewind(file);
	whole = mem_array(always, unsigned char, (size_t)size);
	HOLD(fread(whole, 1, (size_t)size, file) == (size_t)size);
	(void)fclose(file);
	db = open_copy();
	HOLD(sqlite3_exec(db, "SELECT name FROM sqlite_schema WHERE type = "
	    "'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY name", on_table,
	    NULL, NULL) == SQLITE_OK);
	(void)sqlite3_close(db);
}

/* The value of a cell becomes a number, a text, bytes, or nothing. */
static void
bind_value(sqlite3_stmt *stmt, struct fuzz_input *input)
{
	unsigned kind = fuzz_byte(input);
	const uint8_t *bytes;
	int n;

	if (kind % 4 == 0) {
		(void)sqlite3_bind_int64(stmt, 1, (sqlite3_int64)fuzz_number(
		    input, 8));
		return;
	}
	n = (int)fuzz_bytes(input, &bytes);
	if (kind % 4 == 1)
		(void)sqlite3_bind_text(stmt, 1, (const char *)bytes, n,
		    SQLITE_STATIC);
	else if (kind % 4 == 2)
		(void)sqlite3_bind_blob(stmt, 1, bytes, n, SQLITE_STATIC);
}

/* The name of a column of a table, owned by `ctx`; NULL if it has none. */
static char *
column_name(const void *ctx, sqlite3 *db, const char *table, unsigned pick)
{
	sqlite3_stmt *stmt;
	char *name = NULL;
	int count;

	if (sqlite3_prepare_v2(db, mem_format(ctx, "SELECT * FROM \"%s\"",
	    table), -1, &stmt, NULL) != SQLITE_OK)
		return NULL;
	count = sqlite3_column_count(stmt);
	if (count > 0)
		name = mem_text(ctx, sqlite3_column_name(stmt, (int)pick %
		    count));
	(void)sqlite3_finalize(stmt);
	return name;
}

static void
change_cell(const void *ctx, sqlite3 *db, struct fuzz_input *input)
{
	const char *table = list_at(&tables, fuzz_byte(input) %
	    tables.count);
	unsigned row = fuzz_byte(input);
	char *column = column_name(ctx, db, table, fuzz_byte(input));
	sqlite3_stmt *stmt;

	if (column == NULL || sqlite3_prepare_v2(db, mem_format(ctx,
	    "UPDATE OR IGNORE \"%s\" SET \"%s\" = ?1 WHERE \"%s\" = (SELECT "
	    "\"%s\" FROM \"%s\" LIMIT 1 OFFSET %u)", table, column, column,
	    column, table, row), -1, &stmt, NULL) != SQLITE_OK)
		return;
	bind_value(stmt, input);
	(void)sqlite3_step(stmt);
	(void)sqlite3_finalize(stmt);
}

/* Some bytes of one packed record, or of the knowledge. */
static void
change_bytes(sqlite3 *db, struct fuzz_input *input, bool knowledge)
{
	unsigned row = fuzz_byte(input), at = (unsigned)fuzz_number(input, 2);
	const uint8_t *bytes;
	size_t n = fuzz_bytes(input, &bytes);
	sqlite3_blob *blob;
	int room;

	if (sqlite3_blob_open(db, "main", knowledge ? "prepared" : "record",
	    knowledge ? "bytes" : "pack", knowledge ? 1 : row, 1, &blob) !=
	    SQLITE_OK)
		return;
	room = sqlite3_blob_bytes(blob);
	if (room > 0 && n > 0) {
		at %= (unsigned)room;
		if (n > (size_t)room - at)
			n = (size_t)room - at;
		(void)sqlite3_blob_write(blob, bytes, (int)n, (int)at);
	}
	(void)sqlite3_blob_close(blob);
}

/* The sums of its pages fit, too, or nothing of it would be believed. */
static void
write_index(unsigned char *bytes, sqlite3_int64 n)
{
	char sum[sizeof(".sum") + 4096];
	FILE *file = fopen(path, "we");

	if (n >= 512)
		sum_pages((char *)bytes, (size_t)n);
	HOLD(file != NULL);
	HOLD(fwrite(bytes, 1, (size_t)n, file) == (size_t)n);
	HOLD(fclose(file) == 0);
	(void)snprintf(sum, sizeof(sum), "%s.sum", path);
	file = fopen(sum, "we");
	HOLD(file != NULL);
	HOLD(fprintf(file, "%lld %016llx\n", (long long)n,
	    (unsigned long long)XXH3_64bits(bytes, (size_t)n)) > 0);
	HOLD(fclose(file) == 0);
}

/* Makes the index that the input asks for. */
static void
make_index(const void *ctx, struct fuzz_input *input)
{
	sqlite3 *db = open_copy();
	unsigned char *bytes;
	sqlite3_int64 n, at;
	unsigned changes = 1 + fuzz_byte(input) % 6, kind;

	while (changes-- > 0 && input->at < input->end) {
		kind = fuzz_byte(input);
		if (kind % 2 == 0)
			change_cell(ctx, db, input);
		else
			change_bytes(db, input, kind % 8 == 7);
	}
	bytes = sqlite3_serialize(db, "main", &n, 0);
	HOLD(bytes != NULL);
	while (input->at < input->end && n > 0) {
		at = (sqlite3_int64)fuzz_number(input, 3) % n;
		bytes[at] = (unsigned char)fuzz_byte(input);
	}
	write_index(bytes, n);
	sqlite3_free(bytes);
	(void)sqlite3_close(db);
}

static void
show_pages(const void *ctx, struct library *library, unsigned pick)
{
	static const char *const pages[] = { "start", "glossary", "facets",
	    "map", "plot", "claims", "terms", "safety", "problems", "lists",
	    "doses", "new", "trace?q=Tea+helps+in+headache.", 	    "search?q=tea", "search?q=tae+OR+headache" };
	struct address address;
	struct doc *doc;
	enum rectype kind;
	struct list ids;
	size_t i;

	for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		doc = address_parse(ctx, pages[i], &address) ? page_make(ctx,
		    library, &address) : NULL;
		if (doc != NULL)
			fuzz_print(ctx, doc, pick);
	}
	for (kind = 0; kind < RECTYPE_COUNT; kind++) {
		ids = library_ids(library, ctx, kind);
		for (i = 0; i < ids.count && i < 5; i++) {
			address = (struct address){ .page = PAGE_RECORD,
			    .kind = kind, .id = list_at(&ids, i),
			    .query = "" };
			doc = page_make(ctx, library, &address);
			if (doc != NULL)
				fuzz_print(ctx, doc, pick);
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct fuzz_input input = { bytes, bytes + n };
	struct diag_sink sink = { .report = NULL };
	struct cache_request request;
	struct err err = ERR_INIT;
	struct library *library;
	void *ctx = mem_context(NULL);

	if (always == NULL)
		set_up();
	make_index(ctx, &input);
	request = request_of(&sink);
	library = library_open(ctx, &request, NULL, &err);
	if (library != NULL)
		show_pages(ctx, library, (unsigned)n);
	else
		HOLD(*err.text != '\0');
	mem_free(ctx);
	return 0;
}
