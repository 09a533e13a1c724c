/* What several targets hold, and how they take their input apart. */
#include "fuzz.h"

#include <locale.h>
#include <stdio.h>
#include <unistd.h>
#include <unistr.h>

#include "base/text.h"
#include "export/export.h"
#include "page/layout.h"
#include "support.h"

/* Not through stderr, which some targets close. */
void
fuzz_fail(const char *file, int line, const char *what)
{
	(void)fflush(stdout);
	(void)dprintf(STDERR_FILENO, "%s:%d: does not hold: %s\n", file, line,
	    what);
	abort();
}

struct library *
fuzz_library(void)
{
	static struct library *library;

	if (library == NULL) {
		(void)setlocale(LC_ALL, "C.UTF-8");
		library = open_bundled(mem_context(NULL), "iastm");
	}
	return library;
}

void
fuzz_hold_library(const struct library *library)
{
	struct err err = ERR_INIT;

	HOLD(library_ok(library, &err));
}

void
fuzz_hold_clean(const char *text)
{
	size_t i;

	HOLD(u8_check((const uint8_t *)text, strlen(text)) == NULL);
	for (i = 0; text[i] != '\0'; i++) {
		HOLD((unsigned char)text[i] >= 0x20 || text[i] == '\n');
		HOLD(text[i] != 0x7F);
		HOLD(text[i] != '\xC2' || (unsigned char)text[i + 1] >= 0xA0);
	}
}

static void
hold_line(const struct line *line)
{
	const struct piece *piece;
	size_t i;

	for (i = 0; i < line->pieces.count; i++) {
		piece = list_at(&line->pieces, i);
		HOLD(strchr(piece->text, '\n') == NULL);
		fuzz_hold_clean(piece->text);
	}
}

static void
hold_layout(const void *ctx, const struct doc *doc, unsigned pick)
{
	const struct layout_options options = { .width = pick % 200,
	    .ascii = pick % 3 == 0, .screen = pick % 2 == 0,
	    .from = pick % 5, .web = pick % 7 == 0 };
	const struct layout *layout = layout_make(ctx, doc, &options);
	const struct anchor *anchor;
	size_t i;

	for (i = 0; i < layout->lines.count; i++)
		hold_line(list_at(&layout->lines, i));
	for (i = 1; i <= layout->anchors.count; i++) {
		anchor = layout_anchor(layout, i);
		HOLD(anchor != NULL);
		HOLD(anchor->line < layout->lines.count);
	}
	HOLD(layout_anchor(layout, layout->anchors.count + 1) == NULL);
}

void
fuzz_print(const void *ctx, const struct doc *doc, unsigned pick)
{
	const struct print_options options = { .width = pick % 120,
	    .ascii = pick % 2 == 0 };
	struct list docs = { .at = NULL };
	size_t i = pick % formats_count;

	list_add(ctx, &docs, (void *)(uintptr_t)doc);
	if (formats[i].pages != NULL)
		fuzz_hold_clean(formats[i].pages(ctx, &docs, &options));
	hold_layout(ctx, doc, pick);
}

unsigned
fuzz_byte(struct fuzz_input *input)
{
	return input->at < input->end ? *input->at++ : 0;
}

uint64_t
fuzz_number(struct fuzz_input *input, size_t bytes)
{
	uint64_t number = 0;

	while (bytes-- > 0)
		number = number << 8 | fuzz_byte(input);
	return number;
}

size_t
fuzz_bytes(struct fuzz_input *input, const uint8_t **bytes)
{
	size_t n = fuzz_byte(input);

	*bytes = input->at;
	if (n > (size_t)(input->end - input->at))
		n = (size_t)(input->end - input->at);
	input->at += n;
	return n;
}

char *
fuzz_text(const void *ctx, struct fuzz_input *input)
{
	const uint8_t *bytes;
	size_t n = fuzz_bytes(input, &bytes);

	return text_clean(ctx, (const char *)bytes, n);
}
