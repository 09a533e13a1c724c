/* Lengths: how many words each text of a work has. */
#include "index/lengths.h"

enum {
	CHUNK_ROWS = 256,
	NUMBER = 2,		/* bytes of a length, lowest first */
	ROW = WORK_COLUMNS * NUMBER
};

struct lengths {
	struct db	*db;
	int64_t		 chunk;		/* index of the block of lengths in
					   memory */
	struct buf	 bytes;
};

static void
store_lengths(struct db *db, int64_t chunk, struct buf *bytes)
{
	struct statement *st = db_prepare(db,
	    "INSERT INTO length(chunk, bytes) VALUES(?, ?)");

	if (bytes->len == 0)
		return;
	bind_int(st, 1, chunk);
	bind_bytes(st, 2, bytes->data, bytes->len);
	statement_run(st);
	buf_clear(bytes);
}

/* Adds the numbers that FTS5 has for a row: seven bits a byte, highest first. */
static void
add_lengths(const void *ctx, struct buf *bytes, const char *sizes, size_t n)
{
	size_t column, i = 0;

	for (column = 0; column < WORK_COLUMNS; column++) {
		unsigned char byte = 0x80;
		uint64_t length = 0;

		for (; i < n && byte >= 0x80; i++) {
			byte = (unsigned char)sizes[i];
			length = length << 7 | (byte & 0x7F);
		}
		if (length > UINT16_MAX)
			length = UINT16_MAX;
		buf_add(ctx, bytes, (const char[NUMBER]){ (char)(length &
		    0xFF), (char)(length >> 8) }, NUMBER);
	}
}

void
lengths_store(struct db *db)
{
	struct statement *st = db_prepare(db,
	    "SELECT id, sz FROM work_text_docsize ORDER BY id");
	struct buf bytes = { .data = NULL };
	int64_t row, chunk = 0;

	while (statement_step(st)) {
		row = column_int(st, 0) - 1;
		if (row / CHUNK_ROWS != chunk)
			store_lengths(db, chunk, &bytes);
		chunk = row / CHUNK_ROWS;
		add_lengths(db, &bytes, column_bytes(st, 1), column_size(st,
		    1));
	}
	store_lengths(db, chunk, &bytes);
	mem_free(bytes.data);
}

struct lengths *
lengths_new(const void *ctx, struct db *db)
{
	struct lengths *lengths = mem_new(ctx, struct lengths);

	lengths->db = db;
	lengths->chunk = -1;
	return lengths;
}

static void
read_lengths(struct lengths *lengths, int64_t chunk)
{
	struct statement *st = db_prepare(lengths->db,
	    "SELECT bytes FROM length WHERE chunk=?");

	buf_clear(&lengths->bytes);
	bind_int(st, 1, chunk);
	if (statement_step(st))
		buf_add(lengths, &lengths->bytes, column_bytes(st, 0),
		    column_size(st, 0));
	statement_reset(st);
	lengths->chunk = chunk;
}

bool
lengths_of(struct lengths *lengths, int64_t row, uint16_t texts[WORK_COLUMNS])
{
	int64_t chunk = (row - 1) / CHUNK_ROWS;
	size_t at = (size_t)((row - 1) % CHUNK_ROWS) * ROW, i;
	const unsigned char *bytes;

	if (row < 1)
		return false;
	if (chunk != lengths->chunk)
		read_lengths(lengths, chunk);
	if (at + ROW > lengths->bytes.len)
		return false;
	bytes = (const unsigned char *)lengths->bytes.data + at;
	for (i = 0; i < WORK_COLUMNS; i++) {
		texts[i] = (uint16_t)(bytes[NUMBER * i] |
		    bytes[NUMBER * i + 1] << 8);
		if (texts[i] == UINT16_MAX)
			return false;
	}
	return true;
}
