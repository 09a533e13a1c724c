/* Lines: reads text formats of other programs line by line, as UTF-8. */
#include "import/lines.h"

#include <string.h>

#include <unistr.h>

#include "base/mem.h"
#include "base/text.h"

enum { CHUNK = 1 << 16, LINE_MAX_ = 1 << 20, PART = 1 << 16 };

enum coding { CODING_BYTES, CODING_UTF16LE, CODING_UTF16BE };

struct input_lines {
	struct input		*input;
	const char		*name;
	struct diag_sink	*sink;
	char			*chunk;
	size_t			 at;		/* offset in the current
						   chunk */
	size_t			 n;
	bool			 begun;
	bool			 ended;
	bool			 refused;
	bool			 failed;
	bool			 warned;	/* a warning about bytes that
						   are not UTF-8 was given */
	bool			 after_cr;
	enum coding		 coding;
	bool			 parts;		/* return long lines in parts */
	bool			 whole;		/* the current text ends its
						   line */
	bool			 open;		/* a part was returned; its line
						   continues */
	size_t			 number;
	size_t			 column;	/* column of the current part */
	char			 kept[4];	/* an incomplete character from
						   the last part */
	size_t			 kept_n;
	struct buf		 raw;
	struct buf		 text;
	struct err		 err;
};

struct input_lines *
lines_open(const void *ctx, struct input *input, const char *name,
    struct diag_sink *sink)
{
	struct input_lines *lines = mem_new(ctx, struct input_lines);

	assert(input != NULL && name != NULL && sink != NULL);
	lines->input = input;
	lines->name = name;
	lines->sink = sink;
	lines->chunk = mem_array(lines, char, CHUNK);
	return lines;
}

void
lines_in_parts(struct input_lines *lines)
{
	lines->parts = true;
}

static void
lines_complain(struct input_lines *lines, const char *what)
{
	diag_error(lines->sink, (struct place){ lines->name,
	    lines->number + !lines->open, 1 }, "%s", what);
	lines->refused = true;
	lines->ended = true;
}

static void
skip_mark(struct input_lines *lines)
{
	static const struct {
		const char	*mark;
		size_t		 n;
		enum coding	 coding;
	} marks[] = {
		{ "\xEF\xBB\xBF", 3, CODING_BYTES },
		{ "\xFF\xFE", 2, CODING_UTF16LE },
		{ "\xFE\xFF", 2, CODING_UTF16BE },
	};
	size_t i;

	lines->begun = true;
	for (i = 0; i < COUNT(marks); i++)
		if (lines->n >= marks[i].n && memcmp(lines->chunk,
		    marks[i].mark, marks[i].n) == 0) {
			lines->coding = marks[i].coding;
			lines->at = marks[i].n;
			return;
		}
}

/* Reads more bytes; false if there are none. */
static bool
lines_fill(struct input_lines *lines)
{
	if (lines->ended)
		return false;
	lines->at = 0;
	if (!input_read(lines->input, lines->chunk, CHUNK, &lines->n,
	    &lines->err)) {
		lines->n = 0;
		if (lines->err.code == ERR_INPUT)
			lines_complain(lines, lines->err.text);
		else
			lines->failed = true;
		lines->ended = true;
		return false;
	}
	lines->ended = lines->n == 0;
	if (!lines->begun)
		skip_mark(lines);
	return lines->at < lines->n;
}

/* The next two bytes as a UTF-16 unit; false at the end. */
static bool
next_unit(struct input_lines *lines, unsigned *unit)
{
	unsigned char bytes[2];
	int i;

	for (i = 0; i < 2; i++) {
		if (lines->at == lines->n && !lines_fill(lines))
			return false;
		bytes[i] = (unsigned char)lines->chunk[lines->at++];
	}
	*unit = lines->coding == CODING_UTF16LE ?
	    bytes[0] + bytes[1] * 256U : bytes[1] + bytes[0] * 256U;
	return true;
}

/* Whether to return the current text as a part of a line. */
static bool
lines_has_part(const struct input_lines *lines)
{
	return lines->parts && lines->raw.len >= PART;
}

/* Rejects a line that is too long, and returns true. */
static bool
refuse_long(struct input_lines *lines)
{
	if (lines->raw.len > LINE_MAX_)
		lines_complain(lines, "a line longer than 1 MiB");
	return lines->refused;
}

/* Adds a character of UTF-16; NUL is left out. */
static void
add_wide(struct input_lines *lines, ucs4_t c)
{
	uint8_t bytes[6];
	int n = c == 0 ? -1 : u8_uctomb(bytes, c, sizeof(bytes));

	if (n > 0)
		buf_add(lines, &lines->raw, (char *)bytes, (size_t)n);
}

/* Adds a unit, or keeps it as the first half of a surrogate pair. */
static void
add_unit(struct input_lines *lines, unsigned unit, unsigned *high)
{
	bool low = unit >= 0xDC00 && unit < 0xE000;

	if (*high != 0 && !low)
		add_wide(lines, 0xFFFD);
	if (low)
		unit = *high == 0 ? 0xFFFD : 0x10000 +
		    ((*high - 0xD800) << 10U) + (unit - 0xDC00);
	*high = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
	if (*high == 0 && unit != '\r' && unit != '\n')
		add_wide(lines, unit);
}

/* Reads a line of UTF-16; unpaired surrogates become U+FFFD. */
static bool
read_wide(struct input_lines *lines)
{
	unsigned unit = 0, high = 0;
	bool any = false;

	lines->whole = true;
	while (unit != '\n' && lines->whole && !refuse_long(lines) &&
	    next_unit(lines, &unit)) {
		any = true;
		add_unit(lines, unit, &high);
		lines->whole = unit == '\n' || !lines_has_part(lines);
	}
	if (high != 0)
		add_wide(lines, 0xFFFD);
	return any && !lines->refused;
}

/* The number of bytes before the line end, or before the end of the text. */
static size_t
bytes_of_line(const char *from, size_t n)
{
	const char *end = memchr(from, '\n', n);

	n = end == NULL ? n : (size_t)(end - from);
	end = memchr(from, '\r', n);
	return end == NULL ? n : (size_t)(end - from);
}

/* Keeps an incomplete character for the next part. */
static void
keep_begun(struct input_lines *lines)
{
	size_t n = 0;
	ucs4_t c;

	while (n < 3 && n < lines->raw.len && ((unsigned char)
	    lines->raw.data[lines->raw.len - 1 - n] & 0xC0U) == 0x80)
		n++;
	n += n < lines->raw.len;
	if (u8_mbtoucr(&c, (const uint8_t *)lines->raw.data + lines->raw.len -
	    n, n) != -2)
		return;
	lines->raw.len -= n;
	memcpy(lines->kept, lines->raw.data + lines->raw.len, n);
	lines->kept_n = n;
	lines->raw.data[lines->raw.len] = '\0';
}

/* Adds bytes up to the end of the line or part; true if that was reached. */
static bool
take_bytes(struct input_lines *lines)
{
	const char *from = lines->chunk + lines->at;
	size_t left = lines->n - lines->at, n = 0;

	if (lines->after_cr && *from == '\n') {
		from++;
		left--;
		lines->at++;
	}
	lines->after_cr = false;
	n = bytes_of_line(from, left);
	if (memchr(from, '\0', n) != NULL) {
		lines_complain(lines, "a NUL byte: this is not text");
		return true;
	}
	buf_add(lines, &lines->raw, from, n);
	lines->at += n;
	if (n == left && lines_has_part(lines)) {
		lines->whole = false;
		keep_begun(lines);
		return true;
	}
	if (refuse_long(lines) || n == left)
		return lines->refused;
	lines->after_cr = from[n] == '\r';
	lines->at++;
	return true;
}

static bool
read_bytes(struct input_lines *lines)
{
	bool any = lines->open;

	lines->whole = true;
	while (lines->at < lines->n || lines_fill(lines)) {
		if (lines->coding != CODING_BYTES)
			return read_wide(lines);
		any = true;
		if (take_bytes(lines))
			return !lines->refused;
	}
	return any && !lines->refused && lines->raw.len > 0;
}

/* Where Windows-1252 differs from ISO 8859-1: 0x80 to 0x9F. */
static const unsigned short windows[32] = {
	0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
	0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178
};

static void
lines_convert(struct input_lines *lines)
{
	uint8_t bytes[6];
	unsigned char c;
	size_t i;
	int n;

	buf_clear(&lines->text);
	for (i = 0; i < lines->raw.len; i++) {
		c = (unsigned char)lines->raw.data[i];
		n = u8_uctomb(bytes, c >= 0x80 && c < 0xA0 ?
		    windows[c - 0x80] : c, sizeof(bytes));
		buf_add(lines, &lines->text, (char *)bytes, (size_t)n);
	}
	if (!lines->warned)
		diag_warning(lines->sink, (struct place){ lines->name,
		    lines->number, 1 }, "this is not UTF-8; read as "
		    "Windows-1252 (Latin-1)");
	lines->warned = true;
}

bool
lines_next(struct input_lines *lines, struct input_line *line)
{
	buf_clear(&lines->raw);
	buf_add(lines, &lines->raw, lines->kept, lines->kept_n);
	lines->kept_n = 0;
	if (!(lines->coding == CODING_BYTES ? read_bytes(lines) :
	    read_wide(lines)))
		return false;
	if (!lines->open) {
		lines->number++;
		lines->column = 1;
	}
	line->place = (struct place){ lines->name, lines->number,
	    lines->column };
	line->ended = lines->whole;
	lines->open = !lines->whole;
	lines->column += lines->raw.len;
	line->text = buf_string(&lines->raw);
	line->n = lines->raw.len;
	if (!text_is_ascii(line->text, line->n) && u8_check((const uint8_t *)
	    line->text, line->n) != NULL) {
		lines_convert(lines);
		line->text = buf_string(&lines->text);
		line->n = lines->text.len;
	}
	return true;
}

bool
lines_failed(const struct input_lines *lines, struct err *err)
{
	if (lines->failed)
		*err = lines->err;
	return lines->failed;
}

bool
lines_refused(const struct input_lines *lines)
{
	return lines->refused;
}

void
lines_refuse(struct input_lines *lines)
{
	lines->refused = true;
}

struct diag_sink *
lines_sink(struct input_lines *lines)
{
	return lines->sink;
}
