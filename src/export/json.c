/* Documents as JSON. */
#include "export/json.h"

#include "base/text.h"

static const char *const kinds[] = {
	[BLOCK_TITLE] = "title",
	[BLOCK_HEADING] = "heading",
	[BLOCK_PARAGRAPH] = "paragraph",
	[BLOCK_ROW] = "row",
	[BLOCK_ITEM] = "item",
	[BLOCK_VERBATIM] = "line",
	[BLOCK_TABLE] = "table",
	[BLOCK_GAP] = "gap",
};

static json_t *
text_json(const struct block *block)
{
	char *text = block_plain(NULL, block), *clean = text_clean(NULL, text,
	    strlen(text));
	json_t *json = json_string(clean);

	mem_free(text);
	mem_free(clean);
	return json;
}

static json_t *
links_json(const struct block *block)
{
	json_t *links = json_array();
	const struct span *span;
	size_t i;

	for (i = 0; i < block->spans.count; i++) {
		span = list_at(&block->spans, i);
		if (span->link != NULL)
			(void)json_array_append_new(links, json_pack(
			    "{s:s, s:s}", "text", span->text, "address",
			    span->link));
	}
	return links;
}

static void
json_add_table(json_t *json, const struct table *table)
{
	json_t *columns = json_array(), *rows = json_array(), *cells;
	const struct table_head *head;
	const struct table_row *row;
	size_t i, j;

	for (i = 0; i < table->heads.count; i++) {
		head = list_at(&table->heads, i);
		(void)json_array_append_new(columns, json_string(
		    head->label));
	}
	for (i = 0; i < table->rows.count; i++) {
		row = list_at(&table->rows, i);
		cells = json_array();
		for (j = 0; j < row->cells.count; j++)
			(void)json_array_append_new(cells, text_json(
			    list_at(&row->cells, j)));
		(void)json_array_append_new(rows, json_pack("{s:o, s:o}",
		    "head", text_json(row->head), "cells", cells));
	}
	(void)json_object_set_new(json, "columns", columns);
	(void)json_object_set_new(json, "rows", rows);
}

static json_t *
block_json(const struct block *block)
{
	json_t *json = json_pack("{s:s}", "kind", kinds[block->kind]);

	if (block->kind == BLOCK_TABLE) {
		json_add_table(json, block->table);
		return json;
	}
	if (block->label != NULL)
		(void)json_object_set_new(json, "label", json_string(
		    block->label));
	(void)json_object_set_new(json, "text", text_json(block));
	(void)json_object_set_new(json, "links", links_json(block));
	return json;
}

json_t *
doc_json(const struct doc *doc)
{
	json_t *blocks = json_array();
	const struct block *block;
	size_t i;

	for (i = 0; i < doc->blocks.count; i++) {
		block = list_at(&doc->blocks, i);
		if (block->kind != BLOCK_GAP && !block->screen)
			(void)json_array_append_new(blocks, block_json(
			    block));
	}
	return json_pack("{s:s, s:o}", "address", doc->address, "blocks",
	    blocks);
}

json_t *
texts_json(const struct list *texts)
{
	json_t *json = json_array();
	size_t i;

	for (i = 0; i < texts->count; i++)
		(void)json_array_append_new(json, json_string(list_at(texts,
		    i)));
	return json;
}
