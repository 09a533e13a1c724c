/* Sets: which works have a word, stored ready made. */
#include "index/postings.h"

#include <string.h>

#include "index/prefix.h"

enum {
	COMMON_LEAST = 64,		/* works that have a common word */
	COMMON_PART = 100		/* and one of so many of all */
};

int64_t
postings_common_least(int64_t all)
{
	int64_t part = all / COMMON_PART;

	return part < COMMON_LEAST ? COMMON_LEAST : part;
}

bool
postings_add(struct bitset *bits, struct db *db, const char *columns,
    const char *word, bool prefix)
{
	const char *mark = columns == NULL ? "" : POSTINGS_AUTHOR;
	struct statement *st = db_prepare(db,
	    "SELECT chunk, bits FROM chunk WHERE word=?");
	bool found = prefix && prefix_is(word);
	char *key = NULL;

	if (prefix != found || (columns != NULL && (!prefix ||
	    strcmp(columns, "author") != 0)))
		return false;
	if (prefix)
		word = key = mem_format(NULL, "%s%s*", mark, word);
	bind_text(st, 1, word);
	while (statement_step(st)) {
		found = true;
		(void)bitset_unpack(bits, (size_t)column_int(st, 0),
		    column_bytes(st, 1), column_size(st, 1));
	}
	mem_free(key);
	return found;
}

bool
postings_add_prefix(struct bitset *bits, struct db *db, const char *start,
    size_t most, void (*each)(void *user, const char *word), void *user)
{
	struct statement *st = db_prepare(db, "SELECT word, works FROM word "
	    "WHERE word>=?1 AND word<?1||char(0x10FFFF)");
	int64_t least = postings_common_least((int64_t)bits->size);
	void *scratch = mem_context(NULL);
	struct list rare = { .at = NULL };
	size_t i;

	bind_text(st, 1, start);
	while (statement_step(st) && rare.count <= most)
		if (column_int(st, 1) < least || !postings_add(bits, db,
		    NULL, column_text(st, 0), false))
			list_add(scratch, &rare, mem_text(scratch,
			    column_text(st, 0)));
	statement_reset(st);
	for (i = 0; i < rare.count && rare.count <= most; i++)
		each(user, rare.at[i]);
	mem_free(scratch);
	return rare.count <= most;
}
