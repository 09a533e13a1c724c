/* The printer of Markdown (CommonMark 0.31). */
#include "export/formats.h"

#include <string.h>

#include "base/text.h"

/* Punctuation that could begin something; addresses stay as they are. */
static void
markdown_put_text(const void *ctx, struct buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (text_begins(text, "https://") ||
		    text_begins(text, "http://")) {
			buf_text(ctx, out, "<");
			for (; *text != '\0' && *text != ' '; text++)
				buf_add(ctx, out, text, 1);
			buf_text(ctx, out, ">");
			text--;
			continue;
		}
		if (strchr("\\`*_[]<>#|~&", *text) != NULL)
			buf_text(ctx, out, "\\");
		buf_add(ctx, out, text, 1);
	}
}

static void
markdown_put_spans(const void *ctx, struct buf *out, const struct block *block,
    const char *end)
{
	const struct span *span;
	bool strong;
	size_t i;

	for (i = 0; i < block->spans.count; i++) {
		span = list_at(&block->spans, i);
		strong = role_is_strong(span->role) && *span->text != ' ' &&
		    span->text[strlen(span->text) - 1] != ' ';
		buf_text(ctx, out, strong ? "**" : "");
		markdown_put_text(ctx, out, span->text);
		buf_text(ctx, out, strong ? "**" : "");
	}
	buf_text(ctx, out, end);
}

static void
markdown_put_label(const void *ctx, struct buf *out, const struct block *block)
{
	buf_text(ctx, out, "- **");
	markdown_put_text(ctx, out, block->label);
	buf_text(ctx, out, ":** ");
}

/* Whether two blocks belong to one list or one piece of code. */
static bool
markdown_goes_on(const struct block *before, const struct block *block)
{
	bool listed = block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW;

	if (before == NULL)
		return true;
	return listed ? before->kind == BLOCK_ITEM || before->kind ==
	    BLOCK_ROW : block->kind == BLOCK_VERBATIM && before->kind ==
	    BLOCK_VERBATIM;
}

/* Tables of GitHub Flavored Markdown, which most readers take. */
static void
markdown_put_table(const void *ctx, struct buf *out, const struct table *table)
{
	const struct table_head *head;
	const struct table_row *row;
	size_t i, j;

	buf_text(ctx, out, "| |");
	for (i = 0; i < table->heads.count; i++) {
		head = list_at(&table->heads, i);
		buf_text(ctx, out, " ");
		markdown_put_text(ctx, out, head->label);
		buf_text(ctx, out, " |");
	}
	buf_text(ctx, out, "\n|---|");
	for (i = 0; i < table->heads.count; i++)
		buf_text(ctx, out, table->kind == TABLE_PROSE ? "---|" : "--:|");
	for (i = 0; i < table->rows.count; i++) {
		row = list_at(&table->rows, i);
		buf_text(ctx, out, "\n| ");
		markdown_put_spans(ctx, out, row->head, " |");
		for (j = 0; j < row->cells.count; j++) {
			buf_text(ctx, out, " ");
			markdown_put_spans(ctx, out, list_at(&row->cells, j),
			    " |");
		}
	}
	buf_text(ctx, out, "\n");
}

static void
markdown_put_block(const void *ctx, struct buf *out, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_TITLE:
		buf_text(ctx, out, "# ");
		break;
	case BLOCK_HEADING:
		buf_text(ctx, out, "## ");
		break;
	case BLOCK_ROW:
		markdown_put_label(ctx, out, block);
		break;
	case BLOCK_ITEM:
		buf_text(ctx, out, "- ");
		break;
	case BLOCK_VERBATIM:
		buf_format(ctx, out, "    %s\n", block_plain(ctx, block));
		return;
	case BLOCK_PARAGRAPH:
		buf_text(ctx, out, block->indent > 0 ? "  " : "");
		break;
	case BLOCK_TABLE:
		markdown_put_table(ctx, out, block->table);
		return;
	case BLOCK_GAP:
		break;
	}
	markdown_put_spans(ctx, out, block, "\n");
}

char *
print_markdown(const void *ctx, const struct list *docs,
    const struct print_options *options)
{
	struct buf out = { .data = NULL };
	const struct block *block, *before = NULL;
	const struct doc *doc;
	size_t i, j;

	(void)options;
	for (i = 0; i < docs->count; i++) {
		doc = list_at(docs, i);
		for (j = 0; j < doc->blocks.count; j++) {
			block = list_at(&doc->blocks, j);
			if (block->kind == BLOCK_GAP || block->screen)
				continue;
			if (!markdown_goes_on(before, block))
				buf_text(ctx, &out, "\n");
			markdown_put_block(ctx, &out, block);
			before = block;
		}
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}
