/* FTS5: how SQLite hands out its interface. */
#include "index/fts.h"

#include <stddef.h>

#include <sqlite3.h>

/* As the manual of FTS5 has it (fts5.html, 7.). */
struct fts5_api *
fts_api(struct sqlite3 *handle)
{
	struct fts5_api *api = NULL;
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &st, NULL) ==
	    SQLITE_OK) {
		(void)sqlite3_bind_pointer(st, 1, &api, "fts5_api_ptr", NULL);
		(void)sqlite3_step(st);
	}
	(void)sqlite3_finalize(st);
	return api;
}
