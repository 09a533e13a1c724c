/*
 * Databases: SQLite, hardened and with the first error kept.  Only those who
 * extend FTS5 see more of SQLite than this.
 *
 * A statement that fails yields no more rows and marks its database as
 * failed; from then on everything is a no-op.  db_ok() is asked once, after
 * the last step, so "no more rows" is never taken for "it went wrong".  A read
 * from an existing file that fails is tried once more before that.  Damage of
 * a page is noticed when it is read (page_sum.h).
 */
#ifndef INDEX_DB_H
#define INDEX_DB_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct db;
struct statement;
struct sqlite3;

enum db_mode {
	DB_BUILD,		/* a new file, for one writer, not durable */
	DB_READ,		/* an existing file, read only */
	DB_IMMUTABLE,		/* the same, on a file that never changes */
	DB_SCRATCH		/* a private one that goes when it is closed */
};

/*
 * Opens a database; `path` must be absolute (NULL for DB_SCRATCH).  Owned by
 * `ctx`; NULL on failure, with *err set.
 */
struct db	*db_open(const void *ctx, const char *path, enum db_mode mode,
		    struct err *err) MUST_CHECK;
void		 db_free(struct db *db);

/* True when nothing failed since it was opened; else false, with *err set. */
bool	 db_ok(const struct db *db, struct err *err) MUST_CHECK;

/* Makes it failed, as damaged: bytes read are not those that were written. */
void	 db_damaged(struct db *db, const char *what);

/* Runs statements that yield no rows; the text is a constant. */
void	 db_run(struct db *db, const char *sql);

/* Prepares a constant text; owned by the database, kept for the next time. */
struct statement	*db_prepare(struct db *db, const char *sql);

/*
 * Interrupts a running statement whenever `stop` says so; asked every
 * thousand or so steps of SQLite's machine, and every few hundred rows of all
 * statements.  NULL takes it away.  What was interrupted counts as failed with
 * ERR_INTERRUPTED until db_forgive().
 */
void	 db_interrupt_when(struct db *db, bool (*stop)(void *user),
	    void *user);
bool	 db_was_interrupted(const struct db *db);

/* Asks it at once, for work without statements: false when that must stop. */
bool	 db_goes_on(struct db *db) MUST_CHECK;
void	 db_forgive(struct db *db);

/* Reads all there is and checks it; false with *err set if it is damaged. */
bool	 db_is_whole(struct db *db, struct err *err) MUST_CHECK;

/* A value of a PRAGMA that yields one number, -1 on failure. */
int64_t	 db_number(struct db *db, const char *sql);

/* The id of the row inserted last, and how many rows changed last. */
int64_t	 db_last_id(struct db *db);
int	 db_changes(struct db *db);

/* Binding, from 1.  Text and bytes are borrowed until the next reset. */
void	 bind_int(struct statement *st, int column, int64_t value);
void	 bind_text(struct statement *st, int column, const char *text);
void	 bind_bytes(struct statement *st, int column, const char *bytes,
	    size_t n);
/* Borrowed until the next binding; `type` is a constant that names it. */
void	 bind_pointer(struct statement *st, int column, const void *pointer,
	    const char *type);
void	 bind_null(struct statement *st, int column);

/*
 * True while there is a row.  At the end, or on failure, the statement is
 * reset and may be bound and run again.
 *
 *	bind_int(st, 1, year);
 *	while (statement_step(st))
 *		use(column_text(st, 0));
 */
bool	 statement_step(struct statement *st);

/* For statements that yield no row: runs it once. */
void	 statement_run(struct statement *st);

/* Ends a statement before its last row. */
void	 statement_reset(struct statement *st);

/*
 * Columns, from 0; text is borrowed until the next step.  No text was written
 * that acts on a terminal: such a one is damaged, and read as "", as is NULL
 * where nobody asked column_is_null() before.
 */
bool		 column_is_null(struct statement *st, int column);
int64_t		 column_int(struct statement *st, int column);
double		 column_real(struct statement *st, int column);
const char	*column_text(struct statement *st, int column);
/* The same unchecked: file names (any bytes), words, the schema. */
const char	*column_raw(struct statement *st, int column);
const char	*column_bytes(struct statement *st, int column);
size_t		 column_size(struct statement *st, int column);

/* The connection, for those who extend FTS5 (fts.h); borrowed. */
struct sqlite3	*db_handle(struct db *db);

#endif
