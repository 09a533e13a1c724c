/* The text renderers for people: as on screen, and for screen readers. */
#include "export/formats.h"

#include <string.h>

#include "base/text.h"

char *
print_text(const void *ctx, const struct list *docs,
    const struct print_options *options)
{
	struct buf out = { .data = NULL };
	char *text;
	size_t i;

	for (i = 0; i < docs->count; i++) {
		text = print_plain(NULL, list_at(docs, i), options);
		buf_format(ctx, &out, "%s%s", i > 0 ? "\n" : "", text);
		mem_free(text);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* For screen readers: every block on its own line, with its kind. */

/* The text of a block; "" if it has none. */
static char *
spoken_text(const void *ctx, const struct block *block)
{
	char *text = block_plain(ctx, block->spoken != NULL ? block->spoken :
	    block);

	return text_clean(ctx, text, strlen(text));
}

/*
 * Adds a paragraph for a row: "Pain: Function 3, best randomised trial;
 * Strength ...".
 */
static void
wording_row(struct doc *linear, const struct table *table,
    const struct table_row *row)
{
	bool prose = table->kind == TABLE_PROSE;
	const char *between = prose ? " " : "; ";
	const struct table_head *head;
	struct buf out = { .data = NULL };
	char *text;
	size_t i;

	for (i = 0; i < row->cells.count; i++) {
		head = list_at(&table->heads, i);
		text = spoken_text(linear, list_at(&row->cells, i));
		if (*text != '\0')
			buf_format(linear, &out, "%s%s%s%s%s", out.len > 0 ?
			    between : "", head->label, *head->label == '\0' ?
			    "" : prose ? ": " : " ", text, prose &&
			    strchr(".!?", text[strlen(text) - 1]) == NULL ?
			    "." : "");
	}
	doc_para(linear, mem_format(linear, "%s: %s", spoken_text(linear,
	    row->head), out.len > 0 ? out.data : "nothing"));
}

static void
wording_block(struct doc *linear, const struct block *block)
{
	const char *name = block->kind == BLOCK_TITLE ? "Title: " :
	    block->kind == BLOCK_HEADING ? "Heading: " : "";
	char *text = spoken_text(linear, block);
	size_t i;

	if (block->kind == BLOCK_TABLE)
		for (i = 0; i < block->table->rows.count; i++)
			wording_row(linear, block->table,
			    list_at(&block->table->rows, i));
	else if (block->spoken != NULL && *text == '\0')
		return;
	else if (block->label != NULL)
		doc_para(linear, mem_format(linear, "%s: %s", text_clean(
		    linear, block->label, strlen(block->label)), text));
	else if (*text != '\0')
		doc_para(linear, mem_format(linear, "%s%s", name, text));
}

static struct doc *
linear_doc(const void *ctx, const struct doc *doc)
{
	struct doc *linear = doc_new(ctx, doc->address);
	const struct block *block;
	size_t i;

	for (i = 0; i < doc->blocks.count; i++) {
		block = list_at(&doc->blocks, i);
		if (!block->screen)
			wording_block(linear, block);
	}
	return linear;
}

char *
print_linear(const void *ctx, const struct list *docs,
    const struct print_options *options)
{
	void *scratch = mem_context(NULL);
	struct list linear = { .at = NULL };
	char *out;
	size_t i;

	for (i = 0; i < docs->count; i++)
		list_add(scratch, &linear, linear_doc(scratch,
		    list_at(docs, i)));
	out = print_text(ctx, &linear, options);
	mem_free(scratch);
	return out;
}
