/* Line editing. */
#include "tui/line_edit.h"

#include <assert.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>

#include "base/mem.h"
#include "base/text.h"

enum { BYTES_MAX = 4000 };

struct line_edit {
	struct buf	text;
	size_t		at;		/* bytes before the cursor */
	size_t		age;		/* age of the recalled line, from 1;
					   0: the typed line */
	char		*typed;		/* the typed line, while another is
					   recalled */
	bool		 touched;	/* the user has typed */
};

struct line_edit *
line_edit_new(const void *ctx, const char *text)
{
	struct line_edit *prompt = mem_new(ctx, struct line_edit);

	assert(text != NULL);
	buf_text(prompt, &prompt->text, text);
	prompt->at = prompt->text.len;
	return prompt;
}

const char *
line_edit_text(const struct line_edit *prompt)
{
	return buf_string(&prompt->text);
}

bool
line_edit_type(struct line_edit *prompt, unsigned key)
{
	uint8_t bytes[6];
	struct buf *text = &prompt->text;
	int n = key < 0x20 || key >= 0x110000 ? 0 : u8_uctomb(bytes, key,
	    sizeof(bytes));

	if (n <= 0 || text->len + (size_t)n > BYTES_MAX)
		return false;
	prompt->age = 0;
	prompt->touched = true;
	buf_add(prompt, text, (const char *)bytes, (size_t)n);
	/* The text was appended: rotate it to the cursor. */
	memmove(text->data + prompt->at + n, text->data + prompt->at,
	    text->len - prompt->at - (size_t)n);
	memcpy(text->data + prompt->at, bytes, (size_t)n);
	prompt->at += (size_t)n;
	return true;
}

/*
 * Cursor steps follow what people see as one character.  Its start cannot be
 * found from its neighbours alone (families, flags), so the whole line is
 * examined.
 */
static size_t
step(const struct line_edit *prompt, bool forward)
{
	size_t n = prompt->text.len, at = prompt->at;
	char *breaks = mem_array(NULL, char, n + 1);

	u8_grapheme_breaks((const uint8_t *)line_edit_text(prompt), n, breaks);
	breaks[0] = 1;
	breaks[n] = 1;
	do {
		if (at == (forward ? n : 0))
			break;
		at = forward ? at + 1 : at - 1;
	} while (!breaks[at]);
	mem_free(breaks);
	return forward ? at - prompt->at : prompt->at - at;
}

static size_t
forward(const struct line_edit *prompt)
{
	return step(prompt, true);
}

static size_t
backward(const struct line_edit *prompt)
{
	return step(prompt, false);
}

/* Deletes `n` bytes after the cursor. */
static bool
cut_bytes(struct line_edit *prompt, size_t n)
{
	struct buf *text = &prompt->text;

	assert(prompt->at + n <= text->len);
	if (n == 0)
		return false;
	prompt->age = 0;
	prompt->touched = true;
	memmove(text->data + prompt->at, text->data + prompt->at + n,
	    text->len - prompt->at - n + 1);
	text->len -= n;
	return true;
}

/* The start of the word before the cursor, and the end of the word after it. */
static size_t
word_start(const struct line_edit *prompt)
{
	const char *text = line_edit_text(prompt);
	size_t at = prompt->at;

	while (at > 0 && text[at - 1] == ' ')
		at--;
	while (at > 0 && text[at - 1] != ' ')
		at--;
	return at;
}

static size_t
line_edit_word_end(const struct line_edit *prompt)
{
	const char *text = line_edit_text(prompt);
	size_t at = prompt->at;

	at += strspn(text + at, " ");
	return at + strcspn(text + at, " ");
}

static bool
erase_word(struct line_edit *prompt)
{
	size_t end = prompt->at;

	prompt->at = word_start(prompt);
	return cut_bytes(prompt, end - prompt->at);
}

void
line_edit_replace(struct line_edit *prompt, size_t start, const char *text)
{
	size_t end = prompt->at, n = strlen(text);
	char *rest;

	assert(start <= end && end <= prompt->text.len);
	rest = mem_text(NULL, line_edit_text(prompt) + end);
	if (start + n + strlen(rest) <= BYTES_MAX) {
		prompt->text.len = start;
		buf_text(prompt, &prompt->text, text);
		buf_text(prompt, &prompt->text, rest);
		prompt->at = start + n;
	}
	mem_free(rest);
}

size_t
line_edit_cursor(const struct line_edit *prompt)
{
	return prompt->at;
}

static void
set_text(struct line_edit *prompt, const char *text)
{
	/* Copy the new text: it may be part of the text that it replaces. */
	char *copy = mem_text(NULL, text);

	prompt->text.len = 0;
	buf_text(prompt, &prompt->text, copy);
	prompt->at = prompt->text.len;
	mem_free(copy);
}

bool
line_edit_recall(struct line_edit *prompt, const struct lines *lines,
    bool older)
{
	size_t age = prompt->age, count = lines_count(lines);
	const char *start, *line;

	if (prompt->age == 0) {
		mem_free(prompt->typed);
		prompt->typed = mem_text(prompt, line_edit_text(prompt));
	}
	start = prompt->touched ? prompt->typed : "";
	do {
		if (older ? age >= count : age == 0)
			return false;
		age = older ? age + 1 : age - 1;
		line = age == 0 ? prompt->typed : lines_at(lines, count - age);
	} while (age > 0 && (!text_begins(line, start) || text_same(line,
	    line_edit_text(prompt))));
	prompt->age = age;
	set_text(prompt, line);
	return true;
}

bool
line_edit_is_touched(const struct line_edit *prompt)
{
	return prompt->touched || prompt->age > 0 || prompt->text.len > 0;
}

bool
line_edit_is_recalled(const struct line_edit *prompt)
{
	return prompt->age > 0;
}

bool
line_edit_edit(struct line_edit *prompt, enum action action)
{
	size_t n;

	assert(action < ACTION_COUNT);
	switch (action) {
	case ACTION_ERASE:
		n = backward(prompt);
		prompt->at -= n;
		return cut_bytes(prompt, n);
	case ACTION_DELETE:
		return cut_bytes(prompt, forward(prompt));
	case ACTION_ERASE_WORD:
		return erase_word(prompt);
	case ACTION_ERASE_ALL:
		prompt->at = 0;
		return cut_bytes(prompt, prompt->text.len);
	case ACTION_ERASE_REST:
		return cut_bytes(prompt, prompt->text.len - prompt->at);
	case ACTION_WORD_LEFT:
		prompt->at = word_start(prompt);
		return false;
	case ACTION_WORD_RIGHT:
		prompt->at = line_edit_word_end(prompt);
		return false;
	case ACTION_LEFT:
		prompt->at -= backward(prompt);
		return false;
	case ACTION_RIGHT:
		prompt->at += forward(prompt);
		return false;
	case ACTION_LINE_START:
		prompt->at = 0;
		return false;
	case ACTION_LINE_END:
		prompt->at = prompt->text.len;
		return false;
	default:
		return false;
	}
}

void
line_edit_draw(const struct line_edit *prompt, struct surface *surface,
    size_t row, size_t column, size_t cells)
{
	const char *text = line_edit_text(prompt);
	size_t before = text_width_n(text, prompt->at), skip = 0;

	assert(prompt->at <= prompt->text.len);
	if (cells > 1 && before >= cells)
		skip = text_fit(text, before - cells + 2);
	(void)surface_text(surface, row, column, cells, ROLE_TEXT,
	    text + skip);
	surface_cursor(surface, row, column + text_width_n(text + skip,
	    prompt->at - skip));
}
