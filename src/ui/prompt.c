/* The search line: a text that is being typed. */
#include "ui/prompt.h"

#include <unictype.h>
#include <unistr.h>

#include "base/mem.h"
#include "base/text.h"

enum { BYTES_MAX = 4000 };

struct prompt {
	struct buf	text;
	size_t		at;		/* bytes in front of the cursor */
};

struct prompt *
prompt_new(const void *ctx, const char *text)
{
	struct prompt *prompt = mem_new(ctx, struct prompt);

	buf_text(prompt, &prompt->text, text);
	prompt->at = prompt->text.len;
	return prompt;
}

const char *
prompt_text(const struct prompt *prompt)
{
	return buf_string(&prompt->text);
}

bool
prompt_type(struct prompt *prompt, unsigned key)
{
	uint8_t bytes[6];
	struct buf *text = &prompt->text;
	int n = key < 0x20 || key >= 0x110000 ? 0 : u8_uctomb(bytes, key,
	    sizeof(bytes));

	if (n <= 0 || text->len + (size_t)n > BYTES_MAX)
		return false;
	buf_add(prompt, text, (const char *)bytes, (size_t)n);
	/* It was added at the end: turn it to where the cursor is. */
	memmove(text->data + prompt->at + n, text->data + prompt->at,
	    text->len - prompt->at - (size_t)n);
	memcpy(text->data + prompt->at, bytes, (size_t)n);
	prompt->at += (size_t)n;
	return true;
}

static size_t
forward(const struct prompt *prompt)
{
	const char *p = prompt_text(prompt) + prompt->at;
	unsigned code;
	size_t n;

	if (*p == '\0')
		return 0;
	n = text_char(p, &code);
	while (p[n] != '\0') {
		size_t m = text_char(p + n, &code);

		if (text_width_n(p + n, m) > 0)
			break;
		n += m;
	}
	return n;
}

static size_t
backward(const struct prompt *prompt)
{
	return text_back(prompt_text(prompt), prompt_text(prompt) +
	    prompt->at);
}

/* Takes `n` bytes behind the cursor away. */
static bool
cut(struct prompt *prompt, size_t n)
{
	struct buf *text = &prompt->text;

	if (n == 0)
		return false;
	memmove(text->data + prompt->at, text->data + prompt->at + n,
	    text->len - prompt->at - n + 1);
	text->len -= n;
	return true;
}

static bool
erase_word(struct prompt *prompt)
{
	size_t end = prompt->at;
	const char *text = prompt_text(prompt);

	while (prompt->at > 0 && text[prompt->at - 1] == ' ')
		prompt->at--;
	while (prompt->at > 0 && text[prompt->at - 1] != ' ')
		prompt->at--;
	return cut(prompt, end - prompt->at);
}

bool
prompt_edit(struct prompt *prompt, enum action action)
{
	size_t n;

	switch (action) {
	case ACTION_ERASE:
		n = backward(prompt);
		prompt->at -= n;
		return cut(prompt, n);
	case ACTION_DELETE:
		return cut(prompt, forward(prompt));
	case ACTION_ERASE_WORD:
		return erase_word(prompt);
	case ACTION_ERASE_ALL:
		prompt->at = 0;
		return cut(prompt, prompt->text.len);
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
prompt_draw(const struct prompt *prompt, struct surface *surface, size_t row,
    size_t column, size_t cells)
{
	const char *text = prompt_text(prompt);
	size_t before = text_width_n(text, prompt->at), skip = 0;

	if (cells > 1 && before >= cells)
		skip = text_fit(text, before - cells + 2);
	(void)surface_text(surface, row, column, cells, ROLE_TEXT,
	    text + skip);
	surface_cursor(surface, row, column + text_width_n(text + skip,
	    prompt->at - skip));
}
