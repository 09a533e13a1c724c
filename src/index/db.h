/*
 * Databases: hardened SQLite that keeps the first error.  Only files that
 * extend FTS5 use other parts of SQLite.
 *
 * A failed statement returns no more rows and marks its database as failed;
 * from then on every call does nothing.  Call db_ok() once, after the last
 * step, so that a failure never looks like the end of the rows.  A failed read
 * from an existing file is first repeated once.  A damaged page is detected
 * when it is read (page_sum.h).
 */
#ifndef INDEX_DB_H
#define INDEX_DB_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"

struct db;
struct statement;
struct sqlite3;

enum db_mode {
	DB_BUILD,		/* new file, for one writer, not durable */
	DB_READ,		/* existing file, read only */
	DB_IMMUTABLE,		/* the same, for a file that never changes */
	DB_SCRATCH		/* private file, deleted when closed */
};

/*
 * Opens a database; `path` must be absolute (NULL for DB_SCRATCH).  Owned by
 * `ctx`; NULL on failure, with *err set.
 */
struct db	*db_open(const void *ctx, const char *path, enum db_mode mode,
		    struct err *err) MUST_CHECK;
void		 db_free(struct db *db);

/*
 * True if nothing has failed since the database was opened; otherwise false,
 * with *err set.
 */
bool	 db_ok(const struct db *db, struct err *err) MUST_CHECK;

/* Marks the database as failed because bytes read differ from those written. */
void	 db_damaged(struct db *db, const char *what);

/* Runs statements without results; the text is a constant. */
void	 db_run(struct db *db, const char *sql);

/*
 * Adds a function to SQL, from bytes (at least one) to bytes: `make` writes
 * them to *out, owned by `ctx`; false if they are damaged, which fails the
 * statement.  `user` must outlive the database.
 */
void	 db_add_function(struct db *db, const char *name, bool (*make)(
	    void *user, const void *ctx, const char *bytes, size_t n,
	    struct buf *out), void *user);

/* Prepares a constant text; owned by the database, which reuses it. */
struct statement	*db_prepare(struct db *db, const char *sql);

/*
 * Interrupts statements once `stop` returns true; it is called about every
 * thousand steps of SQLite's machine, and every few hundred rows of all
 * statements.  NULL disables this.  An interrupted database has failed with
 * ERR_INTERRUPTED until db_forgive().
 */
void	 db_interrupt_when(struct db *db, bool (*stop)(void *user),
	    void *user);
bool	 db_was_interrupted(const struct db *db);

/*
 * Calls `stop` at once, during work without statements; false if that work must
 * stop.
 */
bool	 db_goes_on(struct db *db) MUST_CHECK;
void	 db_forgive(struct db *db);

/* Reads and checks the whole file; false with *err set if it is damaged. */
bool	 db_is_whole(struct db *db, struct err *err) MUST_CHECK;

/* The number that a constant statement returns; -1 on failure. */
int64_t	 db_number(struct db *db, const char *sql);

/*
 * The bytes in a column of the first row of a table, owned by `ctx`; none on
 * failure.  Large ones are read without a copy.
 */
struct buf	 db_blob(struct db *db, const void *ctx, const char *table,
		    const char *column);

/*
 * Bind parameters, from 1; a text that is NULL binds NULL.  Text and bytes are
 * borrowed until the next reset.
 */
void	 bind_int(struct statement *st, int column, int64_t value);
void	 bind_text(struct statement *st, int column, const char *text);
void	 bind_bytes(struct statement *st, int column, const char *bytes,
	    size_t n);
/* Borrowed until the next binding; `type` is a constant name for it. */
void	 bind_pointer(struct statement *st, int column, const void *pointer,
	    const char *type);

/*
 * True while there is a row.  At the end, or on failure, the statement is reset
 * and can be bound and run again.
 *
 *	bind_int(st, 1, year);
 *	while (statement_step(st))
 *		use(column_text(st, 0));
 */
bool	 statement_step(struct statement *st);

/* Runs a statement without results once. */
void	 statement_run(struct statement *st);

/* The number in the first column of the only row; `none` if there is no row. */
int64_t	 statement_number(struct statement *st, int64_t none);

/* Ends a statement before its last row. */
void	 statement_reset(struct statement *st);

/*
 * Columns, from 0; text is borrowed until the next step.  Stored text never
 * affects a terminal: text that would is damaged and read as "", and so is
 * NULL, unless column_is_null() was called before.
 */
bool		 column_is_null(struct statement *st, int column);
int64_t		 column_int(struct statement *st, int column);
double		 column_real(struct statement *st, int column);
const char	*column_text(struct statement *st, int column);
/*
 * The text of a column without checks, for file names (any bytes), words and
 * the schema.
 */
const char	*column_raw(struct statement *st, int column);
const char	*column_bytes(struct statement *st, int column);
size_t		 column_size(struct statement *st, int column);

/* The connection, for files that extend FTS5; borrowed. */
struct sqlite3	*db_handle(struct db *db);

#endif
