/* Serialises records for the index. */
#include "record/serialize.h"

#include <assert.h>
#include <string.h>

#include "base/pack.h"
#include "base/text.h"

/*
 * A string is its length + 1 and its bytes, or 0 if unknown; an embedded record
 * is 1 and its members, or 0; a list is its count and its values.
 */
enum {
	DEPTH_MAX = 8,
	ROOM_FACTOR = 8		/* bytes in memory per packed byte */
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

static void *
unpack_value(struct unpacker *in, const void *ctx,
    const struct member *member)
{
	size_t n = unpack_number(in);
	void *record;

	if (n == 0 || in->wrong)
		return NULL;
	if (member->type != VALUE_RECORD)
		return unpack_bytes(in, ctx, n - 1);
	record = record_new(ctx, member->schema);
	unpack_members(in, record, member->schema);
	return record;
}

static void
unpack_list(struct unpacker *in, void *record, const struct member *member)
{
	size_t count = unpack_number(in);
	void *value;

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
unpack_record(struct unpacker *in, const void *ctx,
    const struct schema *schema)
{
	/*
	 * The record's many small values share one block: twice as fast as
	 * separate ones.
	 */
	void *record = mem_room(ctx, schema->size, (size_t)(in->end - in->at) *
	    ROOM_FACTOR);

	unpack_members(in, record, schema);
	if (unpack_is_done(in))
		return record;
	mem_free(record);
	return NULL;
}

void *
record_unpack(const void *ctx, const struct schema *schema, const char *bytes,
    size_t n)
{
	struct unpacker in = unpack_begin(bytes, n);

	return unpack_record(&in, ctx, schema);
}

void *
record_load(const void *ctx, const struct schema *schema, const char *id,
    const char *bytes, size_t n)
{
	struct unpacker in = unpack_begin(bytes, n);
	void *record;

	in.whole = true;
	record = unpack_record(&in, ctx, schema);
	if (record == NULL || text_same(record_id(schema, record), id))
		return record;
	mem_free(record);
	return NULL;
}
