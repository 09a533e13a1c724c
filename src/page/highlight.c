/* Highlights: marks search terms on a page. */
#include "page/highlight.h"

#include <assert.h>
#include <string.h>

static void
highlight_add_piece(struct block *block, const struct span *span,
    enum role role, size_t start, size_t end)
{
	char *text;

	if (start == end)
		return;
	text = mem_text_n(NULL, span->text + start, end - start);
	block_add(block, role, text);
	mem_free(text);
}

static void
mark_span(struct block *block, const struct span *span,
    const struct highlights *marks)
{
	struct list ranges = highlights_find(block, marks, span->text);
	const struct range *range;
	size_t at = 0, i;

	for (i = 0; i < ranges.count; i++) {
		range = list_at(&ranges, i);
		highlight_add_piece(block, span, span->role, at, range->start);
		highlight_add_piece(block, span, ROLE_HIT, range->start,
		    range->end);
		at = range->end;
	}
	highlight_add_piece(block, span, span->role, at, strlen(span->text));
}

void
page_highlight(struct doc *doc, const struct highlights *marks, size_t from)
{
	struct block *block;
	struct list spans;
	struct span *span;
	size_t i, j;

	assert(from <= doc->blocks.count);
	for (i = from; i < doc->blocks.count; i++) {
		block = list_at(&doc->blocks, i);
		if (block->kind == BLOCK_HEADING ||
		    block->kind == BLOCK_VERBATIM)
			continue;
		spans = block->spans;
		block->spans = (struct list){ .at = NULL };
		for (j = 0; j < spans.count; j++) {
			span = list_at(&spans, j);
			if (span->link != NULL || (span->role != ROLE_TEXT &&
			    span->role != ROLE_TITLE))
				list_add(block, &block->spans, span);
			else
				mark_span(block, span, marks);
		}
	}
}
