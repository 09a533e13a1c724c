/*
 * The schema of an index file, and what marks one as ours.
 *
 * An index is a cache: one of another version is rebuilt from its sources.
 * A change of the tables or of the members of records makes another version
 * by itself; a change of what is written into them raises INDEX_FORMAT.
 */
#ifndef INDEX_TABLES_H
#define INDEX_TABLES_H

#include "index/db.h"

enum {
	INDEX_APPLICATION = 0x53747267,		/* "Strg" */
	INDEX_FORMAT = 15
};

/* Everything that is filled while sources are read. */
extern const char tables_records[];

/* The tables that are made from the records for searches, without text. */
extern const char tables_sql[];

/* What is added to these once they are filled. */
extern const char tables_after[];

/* The version: of the format, the tables and the records; positive. */
int	 tables_version(void);

/* "CREATE VIRTUAL TABLE" of the text tables; owned by `ctx`. */
char	*schema_text(const void *ctx);

/*
 * Whether an index has no table, index, view or trigger but those above, and
 * what FTS5 and SQLite add to them.
 */
bool	 tables_are_ours(struct db *db) MUST_CHECK;

#endif
