/*
 * Extracts the text of Markdown and HTML. libxml2's HTML parser does not report
 * where in the file a word was, and builds a tree that is not needed here.
 */
#include "answer/markup.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <unistr.h>

#include "base/text.h"

enum { LOOK_BYTES = 1024, ENTITY_BYTES = 10 };

static const struct {
	const char	*name;
	const char	*text;
} entities[] = {
	{ "amp", "&" }, { "lt", "<" }, { "gt", ">" }, { "quot", "\"" },
	{ "apos", "'" }, { "nbsp", " " }, { "rsquo", "'" }, { "lsquo", "'" },
	{ "rdquo", "\"" }, { "ldquo", "\"" }, { "ndash", "-" },
	{ "mdash", " - " }, { "hellip", "..." }, { "shy", "" },
};

/* Tags that start a new paragraph; h1 to h6 are headings. */
static const char *const blocks[] = {
	"p", "div", "li", "ul", "ol", "br", "tr", "td", "th", "table", "h1",
	"h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article",
	"header", "footer", "nav", "main", "title", "body", "dt", "dd",
	"figcaption", "hr",
};

/* Elements whose content is not text. */
static const char *const skipped[] = { "script", "style", "svg", "template" };

/* Whether bytes are HTML: they have a doctype or an HTML tag near the start. */
static bool
markup_is_html(const char *bytes, size_t n)
{
	static const char *const signs[] = { "<!doctype html", "<html",
	    "<head", "<body", "<p>", "<h1", "<div", "<article" };
	size_t at, i;

	for (at = 0; at < n && at < LOOK_BYTES; at++)
		for (i = 0; bytes[at] == '<' && i < COUNT(signs); i++)
			if (strlen(signs[i]) <= n - at && strncasecmp(bytes +
			    at, signs[i], strlen(signs[i])) == 0)
				return true;
	return false;
}

static void
markup_put(struct plain_text *plain, const char *s, size_t n, size_t at)
{
	size_t i;

	plain->at = mem_grow(plain, plain->at, &plain->capacity,
	    plain->text.len + n + 1, sizeof(*plain->at));
	for (i = 0; i < n; i++)
		plain->at[plain->text.len + i] = at;
	buf_add(plain, &plain->text, s, n);
	plain->at[plain->text.len] = at + 1;
}

/* Adds the character at `at`, either its bytes or a decoded entity. */
static size_t
put_character(struct plain_text *plain, const char *bytes, size_t n,
    size_t at)
{
	ucs4_t code;
	int length = u8_mbtoucr(&code, (const uint8_t *)bytes + at, n - at);
	size_t i;

	if (length <= 0) {
		plain->cleaned = true;
		markup_put(plain, "\xEF\xBF\xBD", 3, at);
		return 1;
	}
	if (code < ' ' && code != '\n' && code != '\t' && code != '\r') {
		plain->cleaned = true;
		markup_put(plain, " ", 1, at);
		return 1;
	}
	for (i = 0; i < (size_t)length; i++)
		markup_put(plain, bytes + at + i, 1, at + i);
	return (size_t)length;
}

/* Decodes "&#8217;" or "&rsquo;" at `at`; returns its length in bytes, or 0. */
static size_t
put_entity(struct plain_text *plain, const char *bytes, size_t n, size_t at)
{
	const char *name = bytes + at + 1, *end;
	size_t most = n - at - 1 < ENTITY_BYTES ? n - at - 1 : ENTITY_BYTES;
	uint8_t out[6];
	char digits[ENTITY_BYTES + 1] = "";
	unsigned long code;
	int length;
	size_t i;

	end = memchr(name, ';', most);
	if (end == NULL || end == name)
		return 0;
	if (*name == '#') {
		memcpy(digits, name + 1, (size_t)(end - name) - 1);
		code = digits[0] == 'x' || digits[0] == 'X' ?
		    strtoul(digits + 1, NULL, 16) : strtoul(digits, NULL, 10);
		length = code < ' ' || code > 0x10FFFF ? -1 :
		    u8_uctomb(out, (ucs4_t)code, sizeof(out));
		if (length <= 0)
			return 0;
		markup_put(plain, code == 0x2019 ? "'" : (const char *)out,
		    code == 0x2019 ? 1 : (size_t)length, at);
		return (size_t)(end - name) + 2;
	}
	for (i = 0; i < COUNT(entities); i++)
		if (strlen(entities[i].name) == (size_t)(end - name) &&
		    memcmp(entities[i].name, name, (size_t)(end - name)) == 0) {
			markup_put(plain, entities[i].text,
			    strlen(entities[i].text), at);
			return (size_t)(end - name) + 2;
		}
	return 0;
}

static size_t
find_bytes(const char *bytes, size_t n, size_t at, const char *text)
{
	size_t length = strlen(text);

	for (; at + length <= n; at++)
		if (strncasecmp(bytes + at, text, length) == 0)
			return at;
	return n;
}

/*
 * Handles a tag at `at`; returns its length, including content that is not
 * text.
 */
static size_t
put_tag(struct plain_text *plain, const char *bytes, size_t n, size_t at)
{
	size_t name = at + 1, length = 0, end;
	char close[16] = "</";
	bool closing;

	if (n - at >= 4 && memcmp(bytes + at, "<!--", 4) == 0) {
		end = find_bytes(bytes, n, at, "-->");
		return (end < n ? end + 3 : n) - at;
	}
	closing = name < n && bytes[name] == '/';
	name += closing;
	while (name + length < n && isalnum((unsigned char)bytes[name +
	    length]))
		length++;
	end = find_bytes(bytes, n, at, ">");
	end = end < n ? end + 1 : n;
	if (text_word_among(bytes + name, length, skipped, COUNT(skipped)) && !closing) {
		memcpy(close + 2, bytes + name, length);
		end = find_bytes(bytes, n, end, close);
		return end - at;
	}
	if (text_word_among(bytes + name, length, blocks, COUNT(blocks))) {
		markup_put(plain, "\n\n", 2, at);
		if (!closing && length == 2 && tolower((unsigned
		    char)bytes[name]) == 'h' && isdigit((unsigned
		    char)bytes[name + 1]))
			markup_put(plain, "# ", 2, at);
	}
	return end - at;
}

struct plain_text *
markup_text(const void *ctx, const char *bytes, size_t n)
{
	struct plain_text *plain = mem_new(ctx, struct plain_text);
	size_t at = 0, taken;
	bool html;

	assert(bytes != NULL || n == 0);
	html = markup_is_html(bytes, n);
	while (at < n) {
		taken = 0;
		if (html && bytes[at] == '<')
			taken = put_tag(plain, bytes, n, at);
		else if (html && bytes[at] == '&')
			taken = put_entity(plain, bytes, n, at);
		at += taken > 0 ? taken : put_character(plain, bytes, n, at);
	}
	return plain;
}
