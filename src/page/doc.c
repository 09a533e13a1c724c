/* Documents: what a page says, before anything is drawn. */
#include "page/doc.h"

#include <stdarg.h>

struct doc *
doc_new(const void *ctx, const char *address)
{
	struct doc *doc = mem_new(ctx, struct doc);

	doc->address = mem_text(doc, address);
	return doc;
}

static struct block *
add(struct doc *doc, enum block_kind kind, unsigned indent)
{
	struct block *block = mem_new(doc, struct block);

	block->kind = kind;
	block->indent = indent;
	list_add(doc, &doc->blocks, block);
	return block;
}

struct block *
doc_title(struct doc *doc, const char *text)
{
	struct block *block = add(doc, BLOCK_TITLE, 0);

	block_add(block, ROLE_TITLE, text);
	return block;
}

struct block *
doc_heading(struct doc *doc, const char *text)
{
	struct block *block;

	doc_gap(doc);
	block = add(doc, BLOCK_HEADING, 0);
	block_add(block, ROLE_HEADING, text);
	return block;
}

struct block *
doc_paragraph(struct doc *doc, unsigned indent)
{
	return add(doc, BLOCK_PARAGRAPH, indent);
}

struct block *
doc_row(struct doc *doc, const char *label)
{
	struct block *block = add(doc, BLOCK_ROW, 0);

	block->label = mem_text(block, label);
	return block;
}

struct block *
doc_item(struct doc *doc, unsigned indent)
{
	return add(doc, BLOCK_ITEM, indent);
}

void
doc_verbatim(struct doc *doc, const char *line)
{
	block_text(add(doc, BLOCK_VERBATIM, 0), line);
}

struct block *
doc_line(struct doc *doc)
{
	return add(doc, BLOCK_VERBATIM, 0);
}

/* Never two empty lines, none at the start. */
void
doc_gap(struct doc *doc)
{
	const struct block *last;

	if (doc->blocks.count == 0)
		return;
	last = doc->blocks.at[doc->blocks.count - 1];
	if (last->kind != BLOCK_GAP)
		(void)add(doc, BLOCK_GAP, 0);
}

static void
add_span(struct block *block, enum role role, const char *text,
    const char *link)
{
	struct span *span;

	if (text == NULL || *text == '\0')
		return;
	span = mem_new(block, struct span);
	span->role = role;
	span->text = mem_text(span, text);
	span->link = link == NULL ? NULL : mem_text(span, link);
	list_add(block, &block->spans, span);
}

void
block_text(struct block *block, const char *text)
{
	add_span(block, ROLE_TEXT, text, NULL);
}

void
block_add(struct block *block, enum role role, const char *text)
{
	add_span(block, role, text, NULL);
}

void
block_link(struct block *block, const char *address, const char *text)
{
	add_span(block, ROLE_LINK, text, address);
}

void
block_format(struct block *block, enum role role, const char *format, ...)
{
	va_list ap;
	char *text;

	va_start(ap, format);
	text = talloc_vasprintf(NULL, format, ap);
	va_end(ap);
	add_span(block, role, text, NULL);
	mem_free(text);
}

void
doc_say(struct doc *doc, const char *text)
{
	if (text != NULL)
		block_text(doc_paragraph(doc, 0), text);
}

void
doc_tell(struct doc *doc, const char *label, const char *text)
{
	if (text != NULL)
		block_text(doc_row(doc, label), text);
}
