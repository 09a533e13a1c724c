/* Serialises records for the index. */
#include "record/serialize.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/pack.h"
#include "base/text.h"

/*
 * A string is its length + 1 and its bytes, or 0 if unknown; an embedded record
 * is 1 and its members, or 0; a list is its count and its values.
 */
enum {
	DEPTH_MAX = 8,
	ROOM_FACTOR = 4		/* bytes in memory per packed byte */
};

static void
pack_value(const void *ctx, const struct member *member, const void *value,
    struct buf *out)
{
	size_t n;

	if (value == NULL) {
		pack_number(ctx, 0, out);
	} else if (member->type == VALUE_RECORD) {
		pack_number(ctx, 1, out);
		record_pack(ctx, member->schema, value, out);
	} else {
		n = strlen(value);
		pack_number(ctx, n + 1, out);
		buf_add(ctx, out, value, n);
	}
}

void
record_pack(const void *ctx, const struct schema *schema, const void *record,
    struct buf *out)
{
	const struct member *m;
	const struct list *list;
	size_t i;

	assert(record != NULL && out != NULL);
	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (m->form == FORM_DERIVED)
			continue;
		if (!m->many) {
			pack_value(ctx, m, record_value(record, m), out);
			continue;
		}
		list = record_list(record, m);
		pack_number(ctx, list->count, out);
		for (i = 0; i < list->count; i++)
			pack_value(ctx, m, list_at(list, i), out);
	}
}

/* Unpacking. */

static void	 unpack_members(struct unpacker *in, void *record,
		    const struct schema *schema);

/*
 * The next `n` bytes as a text.  It is moved by one byte, to where its length
 * was, so that there is room for its NUL.
 */
static char *
unpack_in_place(struct unpacker *in, size_t n)
{
	const char *bytes = unpack_raw(in, n);
	char *text;

	in->wrong |= bytes == NULL || !text_is_safe(bytes, n);
	if (in->wrong)
		return NULL;
	text = (char *)(uintptr_t)bytes - 1;	/* not constant: our copy */
	memmove(text, bytes, n);
	text[n] = '\0';
	return text;
}

static void *
unpack_value(struct unpacker *in, const void *ctx,
    const struct member *member)
{
	size_t n = unpack_number(in);
	void *record;

	if (n == 0 || in->wrong)
		return NULL;
	if (member->type != VALUE_RECORD)
		return unpack_in_place(in, n - 1);
	record = record_new(ctx, member->schema);
	unpack_members(in, record, member->schema);
	return record;
}

static void
unpack_list(struct unpacker *in, void *record, const struct member *member)
{
	size_t count = unpack_count(in);
	void *value;

	if (count > 0)
		record_expect(record, member, count);
	for (; count > 0 && !in->wrong; count--) {
		value = unpack_value(in, record, member);
		if (value == NULL)
			in->wrong = true;
		else
			record_set(record, member, value);
	}
}

static void
unpack_members(struct unpacker *in, void *record, const struct schema *schema)
{
	const struct member *m;
	void *value;

	in->wrong |= ++in->depth > DEPTH_MAX;
	for (m = schema->members; m < schema->members + schema->count &&
	    !in->wrong; m++) {
		if (m->form == FORM_DERIVED)
			continue;
		if (m->many) {
			unpack_list(in, record, m);
			continue;
		}
		value = unpack_value(in, record, m);
		if (value != NULL)
			record_set(record, m, value);
		else
			in->wrong |= in->whole && (m->need & NEED_XML);
	}
	in->depth--;
}

static void *
unpack_record(const void *ctx, const struct schema *schema, const char *bytes,
    size_t n, bool whole)
{
	/*
	 * The record's parts share one block, and its texts are those of a copy
	 * of the bytes: three times as fast as separate ones.
	 */
	void *record = mem_room(ctx, schema->size, n * ROOM_FACTOR);
	struct unpacker in = unpack_begin(mem_copy(record, bytes, n), n);

	in.whole = whole;
	unpack_members(&in, record, schema);
	if (unpack_is_done(&in))
		return record;
	mem_free(record);
	return NULL;
}

void *
record_unpack(const void *ctx, const struct schema *schema, const char *bytes,
    size_t n)
{
	return unpack_record(ctx, schema, bytes, n, false);
}

void *
record_load(const void *ctx, const struct schema *schema, const char *id,
    const char *bytes, size_t n)
{
	void *record = unpack_record(ctx, schema, bytes, n, true);

	if (record == NULL || text_same(record_id(schema, record), id))
		return record;
	mem_free(record);
	return NULL;
}
