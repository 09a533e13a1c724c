/* Layout: a document as lines of a given width. */
#include "page/layout.h"

#include "base/text.h"

enum {
	WIDTH_MIN = 20,
	TEXT_MAX = 76,		/* cells of running text in a line */
	STEP = 2,		/* cells of one indent */
	LABEL_MAX = 14		/* cells of a row's label */
};

struct writer {
	const void	*ctx;
	struct layout	*layout;
	size_t		 width;
	bool		 ascii;
};

/* The text of a block in one string, and where its spans begin in it. */
struct flat {
	struct buf	 text;
	size_t		*starts;	/* one for each span, and the end */
	size_t		*links;		/* number of each span's link, or 0 */
	size_t		 count;
};

static struct line *
add_line(struct writer *wr)
{
	struct line *line = mem_new(wr->layout, struct line);

	list_add(wr->layout, &wr->layout->lines, line);
	return line;
}

static void
add_piece(struct writer *wr, struct line *line, size_t column,
    const char *text, size_t n, const struct span *span, size_t link)
{
	struct piece *piece;

	if (n == 0)
		return;
	piece = mem_new(wr->layout, struct piece);
	piece->column = column;
	piece->text = mem_text_n(piece, text, n);
	piece->role = span == NULL ? ROLE_TEXT : span->role;
	piece->link = span == NULL ? NULL : span->link;
	piece->link_number = link;
	list_add(wr->layout, &line->pieces, piece);
}

static void
flatten(struct writer *wr, const struct block *block, struct flat *flat)
{
	const struct span *span;
	char *ascii;
	size_t i;

	flat->count = block->spans.count;
	flat->starts = mem_array(wr->ctx, size_t, flat->count + 1);
	flat->links = mem_array(wr->ctx, size_t, flat->count + 1);
	for (i = 0; i < flat->count; i++) {
		span = block->spans.at[i];
		flat->starts[i] = flat->text.len;
		if (span->link != NULL)
			flat->links[i] = ++wr->layout->links;
		ascii = wr->ascii ? text_ascii(wr->ctx, span->text) : NULL;
		buf_text(wr->ctx, &flat->text, ascii != NULL ? ascii :
		    span->text);
	}
	flat->starts[flat->count] = flat->text.len;
}

/* Puts bytes from..to of the flat text on a line, span by span. */
static void
put_range(struct writer *wr, struct line *line, const struct block *block,
    const struct flat *flat, size_t from, size_t to, size_t column)
{
	const char *text = buf_string(&flat->text);
	size_t i, start, end;

	for (i = 0; i < flat->count; i++) {
		start = flat->starts[i] > from ? flat->starts[i] : from;
		end = flat->starts[i + 1] < to ? flat->starts[i + 1] : to;
		if (start >= end)
			continue;
		add_piece(wr, line, column + text_width_n(text + from,
		    start - from), text + start, end - start,
		    block->spans.at[i], flat->links[i]);
	}
}

/*
 * Wraps a block: its first line begins at `first`, the others at `rest`.  The
 * first line may exist already, with a label or a bullet.
 */
static void
wrap(struct writer *wr, const struct block *block, struct line *line,
    size_t first, size_t rest)
{
	struct flat flat = { .text = { .data = NULL } };
	const char *text, *at, *next;
	size_t room, n, column = first;

	flatten(wr, block, &flat);
	text = buf_string(&flat.text);
	for (at = text; *at != '\0'; at = next) {
		room = wr->width > column + 1 ? wr->width - column : 1;
		if (room > TEXT_MAX)
			room = TEXT_MAX;
		n = text_line(at, room, &next);
		if (line == NULL)
			line = add_line(wr);
		put_range(wr, line, block, &flat, (size_t)(at - text),
		    (size_t)(at - text) + n, column);
		line = NULL;
		column = rest;
	}
}

/* Labels share a column; on a narrow screen they get a line of their own. */
static void
put_row(struct writer *wr, const struct block *block)
{
	struct line *line = add_line(wr);
	const struct span label = { .role = ROLE_LABEL };
	size_t width = text_width(block->label), column = LABEL_MAX + STEP;

	add_piece(wr, line, 0, block->label, strlen(block->label), &label, 0);
	if (width > LABEL_MAX || wr->width < 40) {
		line = NULL;
		column = wr->width < 40 ? STEP : column;
	}
	wrap(wr, block, line, column, column);
}

static void
put_item(struct writer *wr, const struct block *block)
{
	struct line *line = add_line(wr);
	size_t column = block->indent * STEP;

	add_piece(wr, line, column, "-", 1, NULL, 0);
	wrap(wr, block, line, column + 2, column + 2);
}

static void
put_verbatim(struct writer *wr, const struct block *block)
{
	struct line *line = add_line(wr);
	struct flat flat = { .text = { .data = NULL } };

	flatten(wr, block, &flat);
	/* An address that is cut leads elsewhere: screens mark what they cut. */
	put_range(wr, line, block, &flat, 0, flat.text.len, 0);
}

static void
put_block(struct writer *wr, const struct block *block)
{
	size_t indent = block->indent * STEP;
	struct line *line;

	switch (block->kind) {
	case BLOCK_GAP:
		(void)add_line(wr);
		break;
	case BLOCK_TITLE:
	case BLOCK_HEADING:
		line = add_line(wr);
		line->heading = true;
		wrap(wr, block, line, 0, 0);
		break;
	case BLOCK_PARAGRAPH:
		wrap(wr, block, NULL, indent, indent);
		break;
	case BLOCK_ROW:
		put_row(wr, block);
		break;
	case BLOCK_ITEM:
		put_item(wr, block);
		break;
	case BLOCK_VERBATIM:
		put_verbatim(wr, block);
		break;
	}
}

struct layout *
layout_make(const void *ctx, const struct doc *doc, size_t width, bool ascii)
{
	struct layout *layout = mem_new(ctx, struct layout);
	void *scratch = mem_context(NULL);
	struct writer wr = { scratch, layout, width < WIDTH_MIN ? WIDTH_MIN :
	    width, ascii };
	size_t i;

	for (i = 0; i < doc->blocks.count; i++)
		put_block(&wr, doc->blocks.at[i]);
	mem_free(scratch);
	return layout;
}

static const struct piece *
find_link(const struct layout *layout, size_t number, size_t *at)
{
	const struct piece *piece;
	const struct line *line;
	size_t i, j;

	for (i = 0; i < layout->lines.count; i++) {
		line = layout->lines.at[i];
		for (j = 0; j < line->pieces.count; j++) {
			piece = line->pieces.at[j];
			if (piece->link_number != number)
				continue;
			*at = i;
			return piece;
		}
	}
	*at = 0;
	return NULL;
}

size_t
layout_link_line(const struct layout *layout, size_t number)
{
	size_t at;

	(void)find_link(layout, number, &at);
	return at;
}

const char *
layout_link(const struct layout *layout, size_t number)
{
	size_t at;
	const struct piece *piece = number == 0 ? NULL :
	    find_link(layout, number, &at);

	return piece == NULL ? NULL : piece->link;
}
