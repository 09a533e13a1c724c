/* An index opened for searches. */
#include "search/open.h"

#include <assert.h>

#include "index/compress.h"
#include "search/rank.h"

struct searcher *
search_open(const void *ctx, struct db *db, struct err *err)
{
	struct searcher *se = mem_new(ctx, struct searcher);

	assert(db != NULL && err != NULL);
	se->db = db;
	compress_register(db);
	/* Text tables keep using the tokenizer as long as they are open. */
	se->tokenizer = tokenizer_register(db, db_handle(db), err);
	if (se->tokenizer != NULL && rank_register(db_handle(db), err))
		return se;
	mem_free(se);
	return NULL;
}
