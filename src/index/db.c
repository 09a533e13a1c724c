/* Databases: hardened SQLite that keeps the first error. */
#include "index/db.h"

#include <assert.h>
#include <string.h>

#include <sqlite3.h>

#include "base/mem.h"
#include "base/text.h"
#include "index/page_sum.h"

enum { STEPS_BETWEEN_LOOKS = 1000, ROWS_BETWEEN_LOOKS = 256 };

struct db {
	sqlite3			*handle;
	enum db_mode		 mode;
	struct err		 err;
	bool			 interrupted;
	bool			(*stop)(void *user);
	void			*stop_user;
	unsigned		 rows;		/* rows stepped through, over
						   all statements */
	struct list		 statements;
};

struct statement {
	struct db	*db;
	const char	*sql;
	const char	*from;		/* pointer passed by the caller */
	sqlite3_stmt	*handle;
	bool		 running;
	size_t		 rows;		/* rows stepped through so far */
};

static int
db_destroy(struct db *db)
{
	const struct statement *st;
	size_t i;

	for (i = 0; i < db->statements.count; i++) {
		st = list_at(&db->statements, i);
		(void)sqlite3_finalize(st->handle);
	}
	(void)sqlite3_close_v2(db->handle);
	return 0;
}

void
db_damaged(struct db *db, const char *what)
{
	assert(what != NULL);
	if (db->err.code == ERR_NONE)
		(void)err_set(&db->err, ERR_INDEX, "%s", what);
}

static void
db_fail(struct db *db, int rc)
{
	char *text;

	if (db->err.code != ERR_NONE)
		return;
	if ((rc & 0xFF) == SQLITE_NOMEM)
		mem_exhausted();
	db->interrupted = (rc & 0xFF) == SQLITE_INTERRUPT;
	text = text_clean(db, sqlite3_errmsg(db->handle),
	    strlen(sqlite3_errmsg(db->handle)));
	if (rc == SQLITE_IOERR_DATA)
		db_damaged(db, "a page of the index is damaged");
	else
		(void)err_set(&db->err, db->interrupted ? ERR_INTERRUPTED :
		    (rc & 0xFF) == SQLITE_CORRUPT || (rc & 0xFF) ==
		    SQLITE_NOTADB ? ERR_INDEX : ERR_SYSTEM, "%s", text);
	mem_free(text);
}

/* Disables every feature that lets a file run code or open other files. */
static void
harden(sqlite3 *handle)
{
	static const struct {
		int	option;
		int	value;
	} options[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
	}, limits[] = {
		{ SQLITE_LIMIT_LENGTH, 64 << 20 },
		{ SQLITE_LIMIT_SQL_LENGTH, 64 << 10 },
		{ SQLITE_LIMIT_COLUMN, 100 },
		{ SQLITE_LIMIT_EXPR_DEPTH, 64 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 8 },
		{ SQLITE_LIMIT_FUNCTION_ARG, 32 },
		{ SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256 },
		{ SQLITE_LIMIT_VARIABLE_NUMBER, 64 },
		{ SQLITE_LIMIT_TRIGGER_DEPTH, 4 },
		{ SQLITE_LIMIT_WORKER_THREADS, 0 },
	};
	size_t i;

	for (i = 0; i < COUNT(options); i++)
		(void)sqlite3_db_config(handle, options[i].option,
		    options[i].value, NULL);
	for (i = 0; i < COUNT(limits); i++)
		(void)sqlite3_limit(handle, limits[i].option,
		    limits[i].value);
}

/*
 * The settings of each mode.  A build needs no journal in a file, as no one
 * uses the index until it is complete; "OFF" is ignored in defensive mode.  The
 * mode of the journal comes first, as auto_vacuum writes.  A reader keeps its
 * shared lock, as no one writes to a complete index: this saves a lock per
 * statement.  It keeps 31 pages: of the others few are read twice, and reading
 * one again takes less time than more memory does.
 */
static const char *const pragmas[] = {
	[DB_BUILD] = "PRAGMA journal_mode=MEMORY; PRAGMA page_size=16384; "
	    "PRAGMA auto_vacuum=INCREMENTAL; "
	    "PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; "
	    "PRAGMA cache_size=-49152; PRAGMA temp_store=FILE",
	[DB_READ] = "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; "
	    "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; "
	    "PRAGMA cache_size=-512; PRAGMA locking_mode=EXCLUSIVE",
	[DB_IMMUTABLE] = "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; "
	    "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; "
	    "PRAGMA cache_size=-512",
	[DB_SCRATCH] = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; "
	    "PRAGMA cache_size=-65536; "
	    "PRAGMA temp_store=FILE",
};

/* A "file:" URI for a path, with characters escaped as URIs require. */
static char *
immutable_uri(const void *ctx, const char *path)
{
	struct buf uri = { .data = NULL };

	buf_text(ctx, &uri, "file:");
	for (; *path != '\0'; path++) {
		if (strchr("%?#", *path) != NULL)
			buf_format(ctx, &uri, "%%%02X",
			    (unsigned)(unsigned char)*path);
		else
			buf_add(ctx, &uri, path, 1);
	}
	buf_text(ctx, &uri, "?immutable=1");
	return uri.data;
}

/*
 * A path without symbolic links to directories, as SQLite requires; owned by
 * `ctx`.
 */
static char *
without_links(const void *ctx, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *directory = mem_text_n(ctx, path, slash == NULL ? 0 :
	    (size_t)(slash - path) + 1), *real = realpath(directory, NULL);
	char *out = real == NULL ? mem_text(ctx, path) : mem_format(ctx,
	    "%s/%s", text_same(real, "/") ? "" : real, slash + 1);

	free(real);
	mem_free(directory);
	return out;
}

static int
open_handle(struct db *db, const char *path, enum db_mode mode)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
	    SQLITE_OPEN_NOFOLLOW;

	/*
	 * The file itself must not be a symbolic link; its directories may be.
	 */
	if (path != NULL)
		path = without_links(db, path);

	switch (mode) {
	case DB_BUILD:
		return sqlite3_open_v2(path, &db->handle, flags |
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	case DB_READ:
		return sqlite3_open_v2(path, &db->handle, flags |
		    SQLITE_OPEN_READONLY, NULL);
	case DB_IMMUTABLE:
		return sqlite3_open_v2(immutable_uri(db, path), &db->handle,
		    flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
	case DB_SCRATCH:
		/* An empty name means a private file, which SQLite deletes. */
		return sqlite3_open_v2("", &db->handle, flags |
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	}
	return SQLITE_MISUSE;
}

struct db *
db_open(const void *ctx, const char *path, enum db_mode mode, struct err *err)
{
	struct db *db = mem_new(ctx, struct db);
	int rc;

	assert((path == NULL) == (mode == DB_SCRATCH));
	/*
	 * One thread and no memory statistics: saves a fifth of the build time.
	 */
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	talloc_set_destructor(db, db_destroy);
	db->mode = mode;
	rc = open_handle(db, path, mode);
	if (rc != SQLITE_OK) {
		(void)err_set(err, ERR_SYSTEM, "cannot open %s: %s",
		    path == NULL ? "a temporary database" : path,
		    sqlite3_errstr(rc));
		mem_free(db);
		return NULL;
	}
	if (mode != DB_SCRATCH && !page_sum_add(db, db->handle, mode ==
	    DB_BUILD))
		db_damaged(db, "this build of SQLite cannot verify "
		    "the pages that it reads");
	harden(db->handle);
	db_run(db, pragmas[mode]);
	if (!db_ok(db, err)) {
		mem_free(db);
		return NULL;
	}
	return db;
}

void
db_free(struct db *db)
{
	mem_free(db);
}

bool
db_ok(const struct db *db, struct err *err)
{
	if (db->err.code == ERR_NONE)
		return true;
	*err = db->err;
	return false;
}

void
db_run(struct db *db, const char *sql)
{
	int rc;

	if (db->err.code != ERR_NONE)
		return;
	rc = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		db_fail(db, rc);
}

/*
 * Whether a failed read may be repeated.  SQLite also reports a page as damaged
 * if reading it ended in EIO.
 */
static bool
is_read_error(const struct db *db, int rc)
{
	return ((rc & 0xFF) == SQLITE_IOERR || (rc & 0xFF) ==
	    SQLITE_CORRUPT) && (db->mode == DB_READ ||
	    db->mode == DB_IMMUTABLE);
}

/* An idle statement with this text, or NULL. */
static struct statement *
prepared(const struct db *db, const char *sql)
{
	struct statement *st;
	size_t i;

	/* Most texts are constants, so compare addresses first. */
	for (i = 0; i < db->statements.count; i++) {
		st = list_at(&db->statements, i);
		if (!st->running && st->from == sql &&
		    strcmp(st->sql, sql) == 0)
			return st;
	}
	for (i = 0; i < db->statements.count; i++) {
		st = list_at(&db->statements, i);
		if (!st->running && strcmp(st->sql, sql) == 0)
			return st;
	}
	return NULL;
}

struct statement *
db_prepare(struct db *db, const char *sql)
{
	struct statement *st;
	int rc;

	assert(sql != NULL);
	st = prepared(db, sql);
	if (st != NULL)
		return st;
	st = mem_new(db, struct statement);
	st->from = sql;
	st->db = db;
	st->sql = mem_text(st, sql);
	rc = sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
	    &st->handle, NULL);
	if (is_read_error(db, rc))
		rc = sqlite3_prepare_v3(db->handle, sql, -1,
		    SQLITE_PREPARE_PERSISTENT, &st->handle, NULL);
	if (rc != SQLITE_OK)
		db_fail(db, rc);
	list_add(db, &db->statements, st);
	return st;
}

static int
on_progress(void *user)
{
	struct db *db = user;

	return db->stop != NULL && db->stop(db->stop_user);
}

void
db_interrupt_when(struct db *db, bool (*stop)(void *user), void *user)
{
	db->stop = stop;
	db->stop_user = user;
	sqlite3_progress_handler(db->handle, STEPS_BETWEEN_LOOKS,
	    stop == NULL ? NULL : on_progress, db);
}

bool
db_was_interrupted(const struct db *db)
{
	return db->interrupted;
}

void
db_forgive(struct db *db)
{
	if (!db->interrupted)
		return;
	db->interrupted = false;
	db->err.code = ERR_NONE;
}

bool
db_is_whole(struct db *db, struct err *err)
{
	struct statement *st = db_prepare(db, "PRAGMA integrity_check(1)");
	bool whole = statement_step(st) && text_same(column_text(st, 0), "ok");

	assert(err != NULL);
	statement_reset(st);
	if (!whole)
		db_damaged(db, "the index is damaged");
	return db_ok(db, err);
}

int64_t
db_number(struct db *db, const char *sql)
{
	return statement_number(db_prepare(db, sql), -1);
}

static int
read_blob(struct db *db, const void *ctx, const char *table,
    const char *column, struct buf *bytes)
{
	sqlite3_blob *blob = NULL;
	int rc = sqlite3_blob_open(db->handle, "main", table, column, 1, 0,
	    &blob);

	if (rc == SQLITE_OK) {
		bytes->len = (size_t)sqlite3_blob_bytes(blob);
		bytes->data = mem_bytes(ctx, bytes->len);
		rc = sqlite3_blob_read(blob, bytes->data, (int)bytes->len, 0);
	}
	(void)sqlite3_blob_close(blob);
	return rc;
}

struct buf
db_blob(struct db *db, const void *ctx, const char *table, const char *column)
{
	struct buf bytes = { .data = NULL };
	int rc = db->err.code != ERR_NONE ? SQLITE_OK : read_blob(db, ctx,
	    table, column, &bytes);

	if (is_read_error(db, rc)) {
		mem_free(bytes.data);
		bytes = (struct buf){ .data = NULL };
		rc = read_blob(db, ctx, table, column, &bytes);
	}
	if (rc == SQLITE_OK)
		return bytes;
	db_fail(db, rc);
	mem_free(bytes.data);
	return (struct buf){ .data = NULL };
}

/* SQL functions. */

struct function {
	bool	(*make)(void *user, const void *ctx, const char *bytes,
		    size_t n, struct buf *out);
	void	*user;
};

/* Calls a registered function; the result for NULL or no bytes is NULL. */
static void
on_function(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct function *function = sqlite3_user_data(context);
	const char *bytes = sqlite3_value_blob(values[0]);
	int n = sqlite3_value_bytes(values[0]);
	struct buf out = { .data = NULL };
	void *scratch;

	(void)count;
	if (bytes == NULL || n == 0)
		return;
	scratch = mem_context(NULL);
	if (function->make(function->user, scratch, bytes, (size_t)n, &out))
		sqlite3_result_blob64(context, out.data, out.len,
		    SQLITE_TRANSIENT);
	else
		sqlite3_result_error_code(context, SQLITE_CORRUPT);
	mem_free(scratch);
}

void
db_add_function(struct db *db, const char *name, bool (*make)(void *user,
    const void *ctx, const char *bytes, size_t n, struct buf *out), void *user)
{
	struct function *function = mem_new(db, struct function);
	int rc;

	assert(name != NULL && make != NULL);
	*function = (struct function){ make, user };
	rc = sqlite3_create_function_v2(db->handle, name, 1, SQLITE_UTF8 |
	    SQLITE_DIRECTONLY, function, on_function, NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		db_fail(db, rc);
}

/* Binding. */

static void
bound(struct statement *st, int rc)
{
	if (rc != SQLITE_OK)
		db_fail(st->db, rc);
}

void
bind_int(struct statement *st, int column, int64_t value)
{
	assert(column > 0);
	if (st->handle != NULL)
		bound(st, sqlite3_bind_int64(st->handle, column, value));
}

void
bind_bytes(struct statement *st, int column, const char *bytes, size_t n)
{
	assert(column > 0);
	if (st->handle != NULL)
		bound(st, sqlite3_bind_blob64(st->handle, column, bytes, n,
		    SQLITE_STATIC));
}

void
bind_text(struct statement *st, int column, const char *text)
{
	assert(column > 0);
	if (st->handle == NULL)
		return;
	bound(st, text == NULL ? sqlite3_bind_null(st->handle, column) :
	    sqlite3_bind_text64(st->handle, column, text, strlen(text),
	    SQLITE_STATIC, SQLITE_UTF8));
}

void
bind_pointer(struct statement *st, int column, const void *pointer,
    const char *type)
{
	assert(column > 0 && type != NULL);
	/* SQLite passes the pointer on and never writes through it. */
	if (st->handle != NULL)
		bound(st, sqlite3_bind_pointer(st->handle, column,
		    (void *)(uintptr_t)pointer, type, NULL));
}

/* Running. */

void
statement_reset(struct statement *st)
{
	if (st->handle == NULL)
		return;
	(void)sqlite3_reset(st->handle);
	st->running = false;
	st->rows = 0;
}

/*
 * Repeats a failed read once: from the start up to the row that failed.  A file
 * opened for reading does not change, so the earlier rows are the same.
 */
static int
step_again(struct statement *st)
{
	int rc = SQLITE_ROW;
	size_t i;

	(void)sqlite3_reset(st->handle);
	for (i = 0; i <= st->rows && rc == SQLITE_ROW; i++)
		rc = sqlite3_step(st->handle);
	return rc;
}


bool
db_goes_on(struct db *db)
{
	if (db->err.code == ERR_NONE && on_progress(db)) {
		db->interrupted = true;
		(void)err_set(&db->err, ERR_INTERRUPTED, "interrupted");
	}
	return db->err.code == ERR_NONE;
}

/*
 * Whether a statement may step.  Also asks for interruption every few hundred
 * rows: many short statements can take as long as a long one, and SQLite counts
 * steps only within a statement.
 */
static bool
may_step(struct statement *st)
{
	struct db *db = st->db;

	if (db->err.code != ERR_NONE || st->handle == NULL)
		return false;
	if (++db->rows % ROWS_BETWEEN_LOOKS != 0 || db_goes_on(db))
		return true;
	statement_reset(st);
	return false;
}

bool
statement_step(struct statement *st)
{
	int rc;

	if (!may_step(st))
		return false;
	rc = sqlite3_step(st->handle);
	if (is_read_error(st->db, rc))
		rc = step_again(st);
	st->running = rc == SQLITE_ROW;
	st->rows += rc == SQLITE_ROW;
	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE)
		db_fail(st->db, rc);
	statement_reset(st);
	return false;
}

void
statement_run(struct statement *st)
{
	while (statement_step(st))
		continue;
}

int64_t
statement_number(struct statement *st, int64_t none)
{
	int64_t number = statement_step(st) ? column_int(st, 0) : none;

	statement_reset(st);
	return number;
}

int64_t
column_int(struct statement *st, int column)
{
	assert(column >= 0);
	return sqlite3_column_int64(st->handle, column);
}

double
column_real(struct statement *st, int column)
{
	return sqlite3_column_double(st->handle, column);
}

/* A value that is missing for lack of memory is not NULL. */
static const char *
present(const struct statement *st, const void *value)
{
	if (value == NULL && sqlite3_errcode(st->db->handle) == SQLITE_NOMEM)
		mem_exhausted();
	return value;
}

const char *
column_raw(struct statement *st, int column)
{
	assert(column >= 0);
	return present(st, sqlite3_column_text(st->handle, column));
}

const char *
column_text(struct statement *st, int column)
{
	const char *text = column_raw(st, column);

	if (text != NULL && text_is_safe(text, column_size(st, column)))
		return text;
	db_damaged(st->db, text == NULL ? "a stored text is missing" :
	    "a stored text is damaged");
	return "";
}

bool
column_is_null(struct statement *st, int column)
{
	assert(column >= 0);
	return sqlite3_column_type(st->handle, column) == SQLITE_NULL;
}

const char *
column_bytes(struct statement *st, int column)
{
	assert(column >= 0);
	return present(st, sqlite3_column_blob(st->handle, column));
}

size_t
column_size(struct statement *st, int column)
{
	assert(column >= 0);
	return (size_t)sqlite3_column_bytes(st->handle, column);
}

struct sqlite3 *
db_handle(struct db *db)
{
	return db->handle;
}
