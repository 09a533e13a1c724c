/* The man(7) renderer. */
#include "export/formats.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

/*
 * Escapes backslashes and hyphens, and a leading dot or apostrophe, which would
 * begin a request.
 */
static void
man_put_text(const void *ctx, struct buf *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		buf_text(ctx, out, "\\&");
	for (; *text != '\0'; text++) {
		if (*text == '\\')
			buf_text(ctx, out, "\\e");
		else if (*text == '-')
			buf_text(ctx, out, "\\-");
		else
			buf_add(ctx, out, text, 1);
	}
}

static void
man_put_spans(const void *ctx, struct buf *out, const struct block *block)
{
	const struct span *span;
	bool strong;
	size_t i;

	for (i = 0; i < block->spans.count; i++) {
		span = list_at(&block->spans, i);
		strong = role_is_strong(span->role);
		buf_text(ctx, out, strong ? "\\fB" : span->italic ? "\\fI" :
		    i == 0 ? "\\&" : "");
		man_put_text(ctx, out, span->text);
		buf_text(ctx, out, strong || span->italic ? "\\fR" : "");
	}
	buf_text(ctx, out, "\n");
}

static void
put_argument(const void *ctx, struct buf *out, const char *request,
    const char *text)
{
	buf_format(ctx, out, "%s \"", request);
	for (; *text != '\0'; text++) {
		if (*text == '\\')
			buf_text(ctx, out, "\\e");
		else
			buf_add(ctx, out, *text == '"' ? "'" : text, 1);
	}
	buf_text(ctx, out, "\"\n");
}

/* Adds a table, laid out as on a page of 76 columns. */
static void
man_put_table(const void *ctx, struct buf *out, const struct block *block)
{
	const struct print_options how = { .width = 76 };
	struct doc *doc = doc_new(NULL, "");
	char *text, *line, *next = NULL;

	list_add(doc, &doc->blocks, (void *)(uintptr_t)block);
	text = print_plain(doc, doc, &how);
	buf_text(ctx, out, ".PP\n.nf\n");
	for (line = text; line != NULL && *line != '\0'; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		buf_text(ctx, out, "\\&");
		man_put_text(ctx, out, line);
		buf_text(ctx, out, "\n");
	}
	buf_text(ctx, out, ".fi\n");
	mem_free(doc);
}

static void
man_put_block(const void *ctx, struct buf *out, const struct block *block,
    const struct block *before)
{
	bool lines = before != NULL && before->kind == BLOCK_VERBATIM;

	if (lines && block->kind != BLOCK_VERBATIM)
		buf_text(ctx, out, ".fi\n");
	switch (block->kind) {
	case BLOCK_TITLE:
		put_argument(ctx, out, ".SH", block_plain(ctx, block));
		return;
	case BLOCK_HEADING:
		put_argument(ctx, out, ".SS", block_plain(ctx, block));
		return;
	case BLOCK_ROW:
		buf_text(ctx, out, ".TP 16\n\\fB");
		man_put_text(ctx, out, block->label);
		buf_text(ctx, out, "\\fR\n");
		break;
	case BLOCK_ITEM:
		buf_text(ctx, out, ".IP \\(bu 2\n");
		break;
	case BLOCK_VERBATIM:
		buf_text(ctx, out, lines ? "" : ".PP\n.nf\n");
		break;
	case BLOCK_PARAGRAPH:
		if (block->indent > 0)
			buf_text(ctx, out, ".IP \"\" 2\n");
		else if (before != NULL && before->kind != BLOCK_TITLE &&
		    before->kind != BLOCK_HEADING)
			buf_text(ctx, out, ".PP\n");
		break;
	case BLOCK_TABLE:
		man_put_table(ctx, out, block);
		return;
	case BLOCK_GAP:
		return;
	}
	man_put_spans(ctx, out, block);
}

char *
print_man(const void *ctx, const struct list *docs,
    const struct print_options *options)
{
	struct buf out = { .data = NULL };
	const struct block *block, *before;
	const struct doc *doc;
	size_t i, j;

	(void)options;
	buf_text(ctx, &out, ".TH STRIGIL 7 \"\" strigil\n");
	for (i = 0; i < docs->count; i++) {
		doc = list_at(docs, i);
		before = NULL;
		for (j = 0; j < doc->blocks.count; j++) {
			block = list_at(&doc->blocks, j);
			if (block->kind == BLOCK_GAP || block->screen)
				continue;
			man_put_block(ctx, &out, block, before);
			before = block;
		}
		if (before != NULL && before->kind == BLOCK_VERBATIM)
			buf_text(ctx, &out, ".fi\n");
	}
	return out.data;
}
