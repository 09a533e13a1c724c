/* The byte guard: checks every byte before the XML parser sees it. */
#include "import/guard.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"

enum {
	TAG_MAX = 16384,
	MISC_MAX = 65536,
	DOCTYPE_MAX = 2048,
	DECLARATION_MAX = 200
};

void
guard_init(struct guard *guard, const void *ctx)
{
	*guard = (struct guard){ .state = GUARD_TEXT, .line = 1, .column = 1,
	    .ctx = ctx };
}

/* The prolog. */

static const struct {
	const char	*bytes;
	size_t		 n;
	const char	*what;
} foreign[] = {
	{ "\xFD" "7zXZ", 5, "an xz-compressed file (unpack it first)" },
	{ "BZh", 3, "a bzip2-compressed file (unpack it first)" },
	{ "PK\x03\x04", 4, "a zip archive (unpack it first)" },
	{ "\x28\xB5\x2F\xFD", 4, "a zstd-compressed file (unpack it first)" },
	{ "\xFF\xFE", 2, "UTF-16 or UTF-32 text (save it as UTF-8)" },
	{ "\xFE\xFF", 2, "UTF-16 or UTF-32 text (save it as UTF-8)" },
	{ "\x4C\x6F\xA7\x94", 4, "EBCDIC, an unsupported encoding (save it as "
	    "UTF-8)" },
	{ "SQLite format 3", 15, "a database, not a bibliography" },
	{ "%PDF", 4, "a PDF, not a bibliography" },
	{ "PMID- ", 6, "a MEDLINE text export (export it as XML)" },
};

static const char *const encodings[] = {
	"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1",
	"iso-8859-15", "windows-1252",
};

static bool
is_known_encoding(const char *name, bool *single_bytes)
{
	size_t i;

	for (i = 0; i < COUNT(encodings); i++) {
		if (strcasecmp(name, encodings[i]) != 0)
			continue;
		*single_bytes = i >= 4;
		return true;
	}
	return false;
}

/* The quoted value after a word in the declaration, or NULL. */
static const char *
declared(char *value, const char *declaration, const char *word)
{
	const char *from = strstr(declaration, word), *end;

	if (from == NULL || (from = strpbrk(from, "\"'")) == NULL ||
	    (end = strchr(from + 1, *from)) == NULL)
		return NULL;
	memcpy(value, from + 1, (size_t)(end - from - 1));
	value[end - from - 1] = '\0';
	return value;
}

/* The XML declaration: only version 1.0 and a few encodings are accepted. */
static const char *
check_declaration(struct guard *guard, const char *declaration)
{
	char value[DECLARATION_MAX + 1];

	if (declared(value, declaration, "version") == NULL)
		return "a broken XML declaration";
	if (strcmp(value, "1.0") != 0)
		return "XML of a version other than 1.0";
	if (strstr(declaration, "encoding") == NULL)
		return NULL;
	if (declared(value, declaration, "encoding") == NULL)
		return "a broken XML declaration";
	if (!is_known_encoding(value, &guard->bytes_are_characters))
		return "text in an unsupported encoding; save it as UTF-8 "
		    "(US-ASCII, ISO-8859-1, ISO-8859-15 and windows-1252 also "
		    "work)";
	return NULL;
}

static const char *
check_start(struct guard *guard, const char *bytes, size_t n)
{
	char declaration[DECLARATION_MAX + 1] = "";
	const char *end;

	if (*bytes != '<')
		return "not XML (it does not start with '<')";
	if (n < 6 || memcmp(bytes, "<?xml", 5) != 0 || bytes[5] == '-')
		return NULL;
	end = memchr(bytes, '>', n);
	if (end == NULL || (size_t)(end - bytes) > DECLARATION_MAX)
		return "an XML declaration longer than 200 bytes";
	memcpy(declaration, bytes, (size_t)(end - bytes));
	return check_declaration(guard, declaration);
}

const char *
guard_head(struct guard *guard, const char *bytes, size_t n)
{
	size_t i;

	assert(bytes != NULL);
	if (n == 0)
		return "an empty file";
	for (i = 0; i < COUNT(foreign); i++)
		if (n >= foreign[i].n &&
		    memcmp(bytes, foreign[i].bytes, foreign[i].n) == 0)
			return foreign[i].what;
	if (n >= 2 && (bytes[0] == '\0' || bytes[1] == '\0'))
		return "not text (it contains NUL bytes)";
	i = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	while (i < n && strchr(" \t\r\n", bytes[i]) != NULL && bytes[i] != 0)
		i++;
	if (i == n)
		return "a file without any XML element";
	return check_start(guard, bytes + i, n - i);
}

/* The body. */

static void
push_tag(struct guard *guard)
{
	size_t end = guard->tags_first + guard->tags_count;

	if (end == guard->tags_capacity && guard->tags_first > 0) {
		memmove(guard->tags, guard->tags + guard->tags_first,
		    guard->tags_count * sizeof(*guard->tags));
		guard->tags_first = 0;
		end = guard->tags_count;
	}
	guard->tags = mem_grow(guard->ctx, guard->tags, &guard->tags_capacity,
	    end + 1, sizeof(*guard->tags));
	guard->tags[end] = guard->tag;
	guard->tags_count++;
}

struct guard_tag
guard_next_tag(struct guard *guard)
{
	if (guard->tags_count == 0)
		return guard->tag;
	guard->tags_count--;
	return guard->tags[guard->tags_first++];
}

static const char *
feed_text(struct guard *guard, char c)
{
	if (c == '\0')
		return "a NUL byte";
	if (c == '<') {
		guard->state = GUARD_LT;
		guard->run = 0;
		guard->tag = (struct guard_tag){ guard->line, guard->column };
	}
	return NULL;
}

static const char *
feed_lt(struct guard *guard, char c)
{
	guard->last_len = 0;
	guard->marks = 0;
	if (c == '!') {
		guard->state = GUARD_BANG;
	} else if (c == '?') {
		guard->state = GUARD_PI;
	} else if (c == '>') {
		guard->state = GUARD_TEXT;
	} else {
		guard->state = GUARD_TAG;
		if (c != '/')
			push_tag(guard);
	}
	return NULL;
}

static const char *
feed_tag(struct guard *guard, char c)
{
	if (guard->state == GUARD_TAG_QUOTED) {
		if (c == guard->quote)
			guard->state = GUARD_TAG;
	} else if (c == '>') {
		guard->state = GUARD_TEXT;
	} else if (c == '"' || c == '\'') {
		guard->quote = c;
		guard->state = GUARD_TAG_QUOTED;
	} else if (c == '\0') {
		return "a NUL byte";
	}
	return ++guard->run > TAG_MAX ? "a tag longer than 16 KiB" : NULL;
}

static const char *
feed_bang(struct guard *guard, char c)
{
	guard->last[guard->last_len++] = c;
	guard->run = 0;
	if (guard->last_len == 2 && memcmp(guard->last, "--", 2) == 0)
		guard->state = GUARD_COMMENT;
	else if (guard->last_len < 7)
		return NULL;
	else if (memcmp(guard->last, "[CDATA[", 7) == 0)
		guard->state = GUARD_CDATA;
	else if (memcmp(guard->last, "DOCTYPE", 7) == 0)
		guard->state = GUARD_DOCTYPE;
	else
		return "a declaration other than DOCTYPE";
	return NULL;
}

static const char *
feed_doctype(struct guard *guard, char c)
{
	if (guard->state == GUARD_DOCTYPE_QUOTED) {
		if (c == guard->quote)
			guard->state = GUARD_DOCTYPE;
	} else if (c == '[') {
		return "a DTD with an internal subset (entities are not read)";
	} else if (c == '>') {
		guard->state = GUARD_TEXT;
	} else if (c == '"' || c == '\'') {
		guard->quote = c;
		guard->state = GUARD_DOCTYPE_QUOTED;
	}
	return ++guard->run > DOCTYPE_MAX ? "a DOCTYPE longer than 2 KiB" :
	    NULL;
}

/* Reads a comment, CDATA section or PI, which ends at `need` marks and ">". */
static const char *
feed_until(struct guard *guard, char c, char mark, unsigned need)
{
	if (c == mark) {
		guard->marks++;
	} else {
		if (c == '>' && guard->marks >= need)
			guard->state = GUARD_TEXT;
		guard->marks = 0;
	}
	if (guard->state == GUARD_CDATA)
		return c == '\0' ? "a NUL byte" : NULL;
	return ++guard->run > MISC_MAX ? "a comment or processing instruction "
	    "longer than 64 KiB" : NULL;
}

static const char *
feed_byte(struct guard *guard, char c)
{
	switch (guard->state) {
	case GUARD_TEXT:
		return feed_text(guard, c);
	case GUARD_LT:
		return feed_lt(guard, c);
	case GUARD_TAG:
	case GUARD_TAG_QUOTED:
		return feed_tag(guard, c);
	case GUARD_BANG:
		return feed_bang(guard, c);
	case GUARD_DOCTYPE:
	case GUARD_DOCTYPE_QUOTED:
		return feed_doctype(guard, c);
	case GUARD_COMMENT:
		return feed_until(guard, c, '-', 2);
	case GUARD_CDATA:
		return feed_until(guard, c, ']', 2);
	case GUARD_PI:
		return feed_until(guard, c, '?', 1);
	}
	return NULL;
}

/* The length of text that only affects the column. */
static size_t
guard_plain_text(const char *bytes, size_t n)
{
	size_t i = 0;

	while (i < n && bytes[i] >= ' ' && bytes[i] < 0x7F && bytes[i] != '<')
		i++;
	return i;
}

/* The length of text within a tag that only affects the column. */
static size_t
plain_tag(const struct guard *guard, const char *bytes, size_t n)
{
	size_t left = TAG_MAX - guard->run, i = 0;

	if (n > left)
		n = left;
	while (i < n && bytes[i] >= ' ' && bytes[i] < 0x7F &&
	    bytes[i] != '>' && bytes[i] != '"' && bytes[i] != '\'')
		i++;
	return i;
}

const char *
guard_feed(struct guard *guard, const char *bytes, size_t n)
{
	const char *wrong;
	size_t i, skip;

	assert(bytes != NULL);
	for (i = 0; i < n; i++) {
		skip = 0;
		if (guard->state == GUARD_TEXT) {
			skip = guard_plain_text(bytes + i, n - i);
		} else if (guard->state == GUARD_TAG ||
		    guard->state == GUARD_TAG_QUOTED) {
			skip = plain_tag(guard, bytes + i, n - i);
			guard->run += skip;
		}
		guard->column += skip;
		i += skip;
		if (i == n)
			break;
		wrong = feed_byte(guard, bytes[i]);
		if (wrong != NULL)
			return wrong;
		if (bytes[i] == '\n') {
			guard->line++;
			guard->column = 1;
		} else if (guard->bytes_are_characters ||
		    ((unsigned char)bytes[i] & 0xC0) != 0x80) {
			guard->column++;
		}
	}
	return NULL;
}
