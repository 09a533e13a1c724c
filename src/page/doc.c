/* Documents: the content of a page before layout. */
#include "page/doc.h"

#include <assert.h>
#include <stdarg.h>

struct doc *
doc_new(const void *ctx, const char *address)
{
	struct doc *doc = mem_new(ctx, struct doc);

	assert(address != NULL);
	doc->address = mem_text(doc, address);
	doc->found = -1;
	return doc;
}

static struct block *
doc_add_block(struct doc *doc, enum block_kind kind, unsigned indent)
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
	struct block *block = doc_add_block(doc, BLOCK_TITLE, 0);

	assert(text != NULL);
	block_add(block, ROLE_TITLE, text);
	return block;
}

struct block *
doc_heading(struct doc *doc, const char *text)
{
	struct block *block;

	assert(text != NULL);
	doc_gap(doc);
	block = doc_add_block(doc, BLOCK_HEADING, 0);
	block_add(block, ROLE_HEADING, text);
	return block;
}

struct block *
doc_paragraph(struct doc *doc, unsigned indent)
{
	return doc_add_block(doc, BLOCK_PARAGRAPH, indent);
}

struct block *
doc_row(struct doc *doc, const char *label)
{
	struct block *block = doc_add_block(doc, BLOCK_ROW, 0);

	assert(label != NULL);
	block->label = mem_text(block, label);
	return block;
}

struct block *
doc_item(struct doc *doc, unsigned indent)
{
	return doc_add_block(doc, BLOCK_ITEM, indent);
}

void
doc_verbatim(struct doc *doc, const char *line)
{
	assert(line != NULL);
	block_text(doc_add_block(doc, BLOCK_VERBATIM, 0), line);
}

struct block *
doc_line(struct doc *doc)
{
	return doc_add_block(doc, BLOCK_VERBATIM, 0);
}

static struct block *
paragraph_new(const void *ctx, unsigned indent)
{
	struct block *block = mem_new(ctx, struct block);

	block->kind = BLOCK_PARAGRAPH;
	block->indent = indent;
	return block;
}

void
doc_screen(struct doc *doc, size_t from)
{
	struct block *block;

	assert(from <= doc->blocks.count);
	for (; from < doc->blocks.count; from++) {
		block = list_at(&doc->blocks, from);
		block->screen = true;
	}
}

void
doc_legend(struct doc *doc, const char *sign, const char *meaning)
{
	struct block *row = doc_row(doc, sign);

	assert(meaning != NULL);
	block_text(row, meaning);
	(void)block_spoken(row);
}

struct block *
block_wider(struct block *block, size_t needs)
{
	struct block *wider = paragraph_new(block, 0);

	assert(block->needs == 0);
	wider->kind = block->kind;
	wider->needs = needs;
	list_add(block, &block->wider, wider);
	return wider;
}

struct block *
block_spoken(struct block *block)
{
	assert(block->spoken == NULL);
	block->spoken = paragraph_new(block, 0);
	return block->spoken;
}

/* Tables. */

struct table *
doc_table(struct doc *doc, enum table_kind kind)
{
	struct block *block = doc_add_block(doc, BLOCK_TABLE, 0);

	block->table = mem_new(block, struct table);
	block->table->kind = kind;
	return block->table;
}

void
table_head(struct table *table, const char *name, const char *label,
    const char *link)
{
	struct table_head *head = mem_new(table, struct table_head);

	assert(name != NULL && label != NULL);
	head->name = mem_text(head, name);
	head->label = mem_text(head, label);
	head->link = link == NULL ? NULL : mem_text(head, link);
	list_add(table, &table->heads, head);
}

struct table_row *
table_row(struct table *table, unsigned depth)
{
	struct table_row *row = mem_new(table, struct table_row);

	row->head = paragraph_new(row, depth);
	list_add(table, &table->rows, row);
	return row;
}

struct block *
table_cell(struct table_row *row)
{
	struct block *cell = paragraph_new(row, 0);

	list_add(row, &row->cells, cell);
	return cell;
}

/* Never adds two empty lines in a row, nor one at the start. */
void
doc_gap(struct doc *doc)
{
	const struct block *last;

	if (doc->blocks.count == 0)
		return;
	last = list_at(&doc->blocks, doc->blocks.count - 1);
	if (last->kind != BLOCK_GAP)
		(void)doc_add_block(doc, BLOCK_GAP, 0);
}

static struct span *
doc_add_span(struct block *block, enum role role, const char *text,
    const char *link)
{
	struct span *span;

	if (text == NULL || *text == '\0')
		return NULL;
	span = mem_new(block, struct span);
	span->role = role;
	span->text = mem_text(span, text);
	span->link = link == NULL ? NULL : mem_text(span, link);
	list_add(block, &block->spans, span);
	return span;
}

void
block_text(struct block *block, const char *text)
{
	(void)doc_add_span(block, ROLE_TEXT, text, NULL);
}

void
block_italic(struct block *block, const char *text)
{
	struct span *span = doc_add_span(block, ROLE_TEXT, text, NULL);

	if (span != NULL)
		span->italic = true;
}

void
block_add(struct block *block, enum role role, const char *text)
{
	assert(role < ROLE_COUNT);
	(void)doc_add_span(block, role, text, NULL);
}

void
block_link(struct block *block, const char *address, const char *text)
{
	assert(text != NULL);
	(void)doc_add_span(block, ROLE_LINK, text, address);
}

void
block_format(struct block *block, enum role role, const char *format, ...)
{
	va_list ap;
	char *text;

	assert(format != NULL);
	assert(role < ROLE_COUNT);
	va_start(ap, format);
	text = mem_format_list(NULL, format, ap);
	va_end(ap);
	(void)doc_add_span(block, role, text, NULL);
	mem_free(text);
}

void
doc_para(struct doc *doc, const char *text)
{
	if (text != NULL)
		block_text(doc_paragraph(doc, 0), text);
}

void
doc_field(struct doc *doc, const char *label, const char *text)
{
	if (text != NULL)
		block_text(doc_row(doc, label), text);
}

void
doc_texts(struct doc *doc, const char *label, const struct list *texts,
    const char *between)
{
	struct buf out = { .data = NULL };
	size_t i;

	assert(between != NULL);
	for (i = 0; i < texts->count; i++)
		buf_format(doc, &out, "%s%s", i > 0 ? between : "",
		    (const char *)list_at(texts, i));
	doc_field(doc, label, out.data);
}

static void
block_links(const struct block *block, void (*found)(void *, const char *),
    void *user)
{
	const struct span *span;
	size_t i;

	if (block->label_link != NULL)
		found(user, block->label_link);
	for (i = 0; i < block->spans.count; i++) {
		span = list_at(&block->spans, i);
		if (span->link != NULL)
			found(user, span->link);
	}
}

static void
table_links(const struct table *table, void (*found)(void *, const char *),
    void *user)
{
	const struct table_head *head;
	const struct table_row *row;
	size_t i, j;

	for (i = 0; i < table->heads.count; i++) {
		head = list_at(&table->heads, i);
		if (head->link != NULL)
			found(user, head->link);
	}
	for (i = 0; i < table->rows.count; i++) {
		row = list_at(&table->rows, i);
		block_links(row->head, found, user);
		for (j = 0; j < row->cells.count; j++)
			block_links(list_at(&row->cells, j), found, user);
	}
}

void
doc_links(const struct doc *doc, void (*found)(void *, const char *),
    void *user)
{
	const struct block *block;
	size_t i;

	assert(found != NULL);
	for (i = 0; i < doc->blocks.count; i++) {
		block = list_at(&doc->blocks, i);
		if (block->screen)
			continue;
		block_links(block, found, user);
		if (block->table != NULL)
			table_links(block->table, found, user);
	}
}

char *
block_plain(const void *ctx, const struct block *block)
{
	struct buf out = { .data = NULL };
	const struct span *span;
	size_t i;

	for (i = 0; i < block->spans.count; i++) {
		span = list_at(&block->spans, i);
		buf_text(ctx, &out, span->text);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

char *
doc_name(const void *ctx, const struct doc *doc)
{
	const struct block *block;
	size_t i;

	for (i = 0; doc->name == NULL && i < doc->blocks.count; i++) {
		block = list_at(&doc->blocks, i);
		if (block->kind == BLOCK_TITLE)
			return block_plain(ctx, block);
	}
	return mem_text(ctx, doc->name != NULL ? doc->name : "");
}
