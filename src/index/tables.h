/*
 * The schema of an index file, and the marks that identify one as ours.
 *
 * An index is a cache: one of another version is rebuilt from its sources.
 * Changing the tables or the members of records changes the version
 * automatically; raise INDEX_FORMAT after changing their contents.
 */
#ifndef INDEX_TABLES_H
#define INDEX_TABLES_H

#include "index/db.h"

enum {
	INDEX_APPLICATION = 0x53747267,		/* "Strg" */
	INDEX_FORMAT = 24
};

/* The tables filled while reading sources. */
extern const char tables_records[];

/* The tables built from the records for searches, except text tables. */
extern const char tables_sql[];

/* Indexes added to these once they are full. */
extern const char tables_after[];

/* The version, from the format, the tables and the records; positive. */
int	 tables_version(void);

/* "CREATE VIRTUAL TABLE" of the text tables; owned by `ctx`. */
char	*schema_text(const void *ctx);

/*
 * Whether an index has only the tables, indexes, views and triggers above, and
 * those that FTS5 and SQLite add.
 */
bool	 tables_are_ours(struct db *db) MUST_CHECK;

#endif
