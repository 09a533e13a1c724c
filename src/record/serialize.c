/* Packing: a record as bytes, for the index. */
#include "record/serialize.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

/*
 * A number is written seven bits at a time, the lowest first; all bytes but
 * the last have the high bit.  A string is its length + 1 and its bytes, or 0
 * when unknown; a single record is 1 and its members, or 0; a list is its
 * count and its values.
 */
enum { NUMBER_MAX = 10, DEPTH_MAX = 8 };

static void
pack_number(const void *ctx, size_t number, struct buf *out)
{
	char bytes[NUMBER_MAX];
	size_t n = 0;

	for (; number >= 0x80; number >>= 7)
		bytes[n++] = (char)(number | 0x80);
	bytes[n++] = (char)number;
	buf_add(ctx, out, bytes, n);
}

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

/*
 * Unpacking: never beyond the end, and never a text that was not cleaned,
 * whatever the bytes are.
 */

struct unpacker {
	const unsigned char	*at;
	const unsigned char	*end;
	unsigned		 depth;
	bool			 wrong;
};

static size_t
unpack_number(struct unpacker *in)
{
	size_t number = 0;
	unsigned shift = 0;

	for (; in->at < in->end && shift < 63; shift += 7) {
		number |= (size_t)(*in->at & 0x7F) << shift;
		if (*in->at++ < 0x80)
			return number;
	}
	in->wrong = true;
	return 0;
}

static void	*unpack_record(struct unpacker *in, const void *ctx,
		    const struct schema *schema);

static void *
unpack_value(struct unpacker *in, const void *ctx,
    const struct member *member)
{
	size_t n = unpack_number(in);
	char *text;

	if (n == 0 || in->wrong)
		return NULL;
	if (member->type == VALUE_RECORD)
		return unpack_record(in, ctx, member->schema);
	n--;
	if (n > (size_t)(in->end - in->at) || !text_is_safe((const char *)
	    in->at, n)) {
		in->wrong = true;
		return NULL;
	}
	text = mem_text_n(ctx, (const char *)in->at, n);
	in->at += n;
	return text;
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
			record_store(record, member, value);
	}
}

static void *
unpack_record(struct unpacker *in, const void *ctx, const struct schema *schema)
{
	void *record = record_new(ctx, schema), *value;
	const struct member *m;

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
			record_store(record, m, value);
	}
	in->depth--;
	return record;
}

void *
record_unpack(const void *ctx, const struct schema *schema, const char *bytes,
    size_t n)
{
	struct unpacker in = { (const unsigned char *)bytes,
	    (const unsigned char *)bytes + n, 0, false };
	void *record = unpack_record(&in, ctx, schema);

	if (!in.wrong && in.at == in.end)
		return record;
	mem_free(record);
	return NULL;
}
