/* Preparing: what can be made of a work without asking the index. */
#include "index/prepare.h"

#include "record/serialize.h"
#include "index/fields.h"
#include "index/tally.h"
#include "index/tokenizer.h"

struct preparer {
	struct tokenizer	*tokens;
	struct buf		 columns[WORK_COLUMNS];	/* as text */
	struct buf		 bytes;
};

struct preparer *
preparer_new(const void *ctx, struct db *db)
{
	struct preparer *preparer = mem_new(ctx, struct preparer);
	size_t i;

	/* They are the preparer's own, and keep their room. */
	buf_add(preparer, &preparer->bytes, "", 0);
	for (i = 0; i < WORK_COLUMNS; i++)
		buf_add(preparer, &preparer->columns[i], "", 0);
	preparer->tokens = tokenizer_twin(preparer, db_tokenizer(db), TALLY_WORDS);
	if (preparer->tokens != NULL)
		return preparer;
	mem_free(preparer);
	return NULL;
}

/* Moves the bytes at hand into a buffer of the size that they need. */
static void
keep(struct preparer *preparer, const void *ctx, struct buf *to)
{
	buf_add(ctx, to, preparer->bytes.data, preparer->bytes.len);
	buf_clear(&preparer->bytes);
}

struct prepared *
prepare_work(struct preparer *preparer, const void *ctx,
    const struct work *work)
{
	struct prepared *prepared = mem_new(ctx, struct prepared);
	struct buf *text;
	size_t i;

	record_pack(preparer, &work_schema, work, &preparer->bytes);
	keep(preparer, prepared, &prepared->pack);
	fields_of_work(preparer, work, preparer->columns);
	tokenizer_next_record(preparer->tokens);
	for (i = 0; i < WORK_COLUMNS; i++) {
		text = &preparer->columns[i];
		if (text->len == 0)
			continue;
		tokenizer_prepare(preparer->tokens, preparer, text->data,
		    text->len, &preparer->bytes);
		keep(preparer, prepared, &prepared->columns[i]);
		buf_clear(text);
	}
	return prepared;
}
