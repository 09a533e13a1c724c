/* Packing: serialises numbers and texts for the index. */
#include "base/pack.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

enum { NUMBER_MAX = 10, NUMBER_BITS = 63 };

void
pack_number(const void *ctx, size_t number, struct buf *out)
{
	char bytes[NUMBER_MAX];
	size_t n = 0;

	for (; number >= 0x80; number >>= 7)
		bytes[n++] = (char)(number | 0x80);
	bytes[n++] = (char)number;
	buf_add(ctx, out, bytes, n);
}

void
pack_string(const void *ctx, const char *text, struct buf *out)
{
	size_t n = strlen(text) + 1;

	pack_number(ctx, n, out);
	buf_add(ctx, out, text, n);
}

void
pack_fixed(const void *ctx, uint32_t number, struct buf *out)
{
	const char bytes[PACKED_FIXED] = { (char)(number & 0xFF),
	    (char)(number >> 8 & 0xFF), (char)(number >> 16 & 0xFF),
	    (char)(number >> 24) };

	buf_add(ctx, out, bytes, sizeof(bytes));
}

void
pack_item_end(const void *ctx, struct item_packer *items)
{
	pack_fixed(ctx, (uint32_t)items->bytes.len, &items->ends);
	items->count++;
}

void
pack_items(const void *ctx, struct item_packer *items, struct buf *out)
{
	pack_number(ctx, items->bytes.len, out);
	pack_number(ctx, items->count, out);
	buf_add(ctx, out, buf_string(&items->ends), items->ends.len);
	buf_add(ctx, out, buf_string(&items->bytes), items->bytes.len);
	mem_free(items->ends.data);
	mem_free(items->bytes.data);
}

struct unpacker
unpack_begin(const char *bytes, size_t n)
{
	const unsigned char *at = (const unsigned char *)bytes;

	assert(bytes != NULL || n == 0);
	return (struct unpacker){ .at = at, .end = at + n };
}

bool
unpack_is_done(const struct unpacker *in)
{
	return !in->wrong && in->at == in->end;
}

size_t
unpack_long_number(struct unpacker *in)
{
	/* A local pointer can stay in a register; *in might alias the bytes. */
	const unsigned char *at = in->at;
	size_t number = 0;
	unsigned shift = 0;

	for (; !in->wrong && at < in->end && shift < NUMBER_BITS; shift += 7) {
		number |= (size_t)(*at & 0x7F) << shift;
		if (*at++ < 0x80) {
			in->at = at;
			return number;
		}
	}
	in->wrong = true;
	return 0;
}

size_t
unpack_count(struct unpacker *in)
{
	size_t count;

	assert(in->at <= in->end);
	count = unpack_number(in);
	in->wrong |= count > (size_t)(in->end - in->at);
	return in->wrong ? 0 : count;
}

const char *
unpack_raw(struct unpacker *in, size_t n)
{
	const char *bytes = (const char *)in->at;

	in->wrong |= n > (size_t)(in->end - in->at);
	if (in->wrong)
		return NULL;
	in->at += n;
	return bytes;
}

const char *
unpack_string(struct unpacker *in)
{
	size_t n = unpack_number(in);
	const char *text = unpack_raw(in, n);

	in->wrong |= n == 0 || text == NULL || text[n - 1] != '\0' ||
	    !text_is_safe(text, n - 1);
	return in->wrong ? "" : text;
}

struct items
unpack_items(struct unpacker *in)
{
	struct items items = { .count = 0 };

	items.n = unpack_number(in);
	items.count = unpack_count(in);
	items.ends = (const unsigned char *)unpack_raw(in, items.count *
	    PACKED_FIXED);
	items.bytes = (const unsigned char *)unpack_raw(in, items.n);
	return in->wrong ? (struct items){ .count = 0 } : items;
}

struct unpacker
items_at(const struct items *items, size_t i)
{
	size_t start, end;

	if (i >= items->count)
		return (struct unpacker){ .wrong = true };
	start = i == 0 ? 0 : fixed_at(items->ends, i - 1);
	end = fixed_at(items->ends, i);
	if (start > end || end > items->n)
		return (struct unpacker){ .wrong = true };
	return (struct unpacker){ .at = items->bytes + start,
	    .end = items->bytes + end };
}
