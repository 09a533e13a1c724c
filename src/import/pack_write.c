/* Course packs: writes a pack. */
#include "import/pack_write.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include <zlib.h>

#include "base/text.h"
#include "import/pack.h"
#include "import/tar.h"

enum { CHUNK = 1 << 16 };

struct pack_writer {
	struct buf	 tar;
	struct list	 names;		/* char * */
};

struct pack_writer *
pack_writer_new(const void *ctx)
{
	struct pack_writer *writer = mem_new(ctx, struct pack_writer);

	*writer = (struct pack_writer){ .tar = { .data = NULL } };
	return writer;
}

/*
 * Fills in a header, without times and owners so that equal files give equal
 * packs.
 */
static void
fill_head(struct tar_head *head, const char *name, size_t size)
{
	const unsigned char *bytes = (const unsigned char *)head;
	unsigned sum = 0;
	size_t i;

	assert(strlen(name) <= sizeof(head->name));
	memset(head, 0, sizeof(*head));
	memcpy(head->name, name, strlen(name));
	memcpy(head->mode, "0000644", 7);
	memcpy(head->uid, "0000000", 7);
	memcpy(head->gid, "0000000", 7);
	(void)snprintf(head->size, sizeof(head->size), "%011zo", size);
	memcpy(head->mtime, "00000000000", 11);
	memset(head->checksum, ' ', sizeof(head->checksum));
	head->type = '0';
	memcpy(head->magic, "ustar", 6);
	memcpy(head->version, "00", 2);
	for (i = 0; i < sizeof(*head); i++)
		sum += bytes[i];
	(void)snprintf(head->checksum, sizeof(head->checksum), "%06o", sum);
}

static void
pad(struct pack_writer *writer, size_t n)
{
	static const char zeros[TAR_BLOCK];

	buf_add(writer, &writer->tar, zeros, n);
}

bool
pack_writer_add(struct pack_writer *writer, const char *name,
    const char *bytes, size_t n, struct err *err)
{
	struct tar_head head;

	if (strlen(name) > sizeof(head.name))
		return err_set(err, ERR_INPUT, "the name %s is longer than %zu "
		    "bytes", name, sizeof(head.name));
	if (list_holds(&writer->names, name))
		return err_set(err, ERR_INPUT, "%s would be in the pack twice",
		    name);
	if (writer->names.count == PACK_SOURCES_MAX)
		return err_set(err, ERR_INPUT, "a pack can contain at most %d "
		    "sources", PACK_SOURCES_MAX);
	if (writer->tar.len + n > PACK_BYTES_MAX)
		return err_set(err, ERR_INPUT, "a pack can contain at most %d "
		    "MiB",
		    PACK_BYTES_MAX >> 20);
	list_add(writer, &writer->names, mem_text(writer, name));
	fill_head(&head, name, n);
	buf_add(writer, &writer->tar, (const char *)&head, sizeof(head));
	buf_add(writer, &writer->tar, bytes, n);
	pad(writer, (TAR_BLOCK - n % TAR_BLOCK) % TAR_BLOCK);
	return true;
}

bool
pack_writer_add_file(struct pack_writer *writer, const char *name,
    const char *path, struct err *err)
{
	struct input *input = pack_open(path, NULL, err);
	struct buf bytes = { .data = NULL };
	char *chunk = mem_array(NULL, char, CHUNK);
	size_t got = 0;
	bool ok = input != NULL;

	do {
		ok = ok && input_read(input, chunk, CHUNK, &got, err);
		if (ok)
			buf_add(NULL, &bytes, chunk, got);
	} while (ok && got > 0 && bytes.len <= PACK_BYTES_MAX);
	ok = ok && pack_writer_add(writer, name, buf_string(&bytes), bytes.len,
	    err);
	if (input != NULL)
		input_free(input);
	mem_free(bytes.data);
	mem_free(chunk);
	return ok;
}

bool
pack_writer_end(struct pack_writer *writer, const void *ctx, struct buf *out,
    struct err *err)
{
	z_stream z = { .zalloc = NULL };
	char *chunk = mem_array(NULL, char, CHUNK);
	int rc;

	pad(writer, TAR_BLOCK);
	pad(writer, TAR_BLOCK);
	/* 16 + MAX_WBITS: the gzip wrapper, see zlib.h. */
	rc = deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS,
	    8, Z_DEFAULT_STRATEGY);
	z.next_in = (unsigned char *)writer->tar.data;
	z.avail_in = (unsigned)writer->tar.len;
	while (rc == Z_OK) {
		z.next_out = (unsigned char *)chunk;
		z.avail_out = CHUNK;
		rc = deflate(&z, Z_FINISH);
		buf_add(ctx, out, chunk, CHUNK - z.avail_out);
	}
	(void)deflateEnd(&z);
	mem_free(chunk);
	return rc == Z_STREAM_END || err_set(err, ERR_SYSTEM, "zlib cannot "
	    "compress the pack");
}
