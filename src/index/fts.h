/* FTS5: how SQLite hands out its interface, for the files that extend it. */
#ifndef INDEX_FTS_H
#define INDEX_FTS_H

struct sqlite3;
struct fts5_api;

/* The interface of a connection, or NULL when SQLite has no FTS5. */
struct fts5_api	*fts_api(struct sqlite3 *handle);

#endif
