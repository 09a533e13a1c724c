/*
 * Line mode: the page as text to be read from top to bottom, with numbered
 * links.
 */
#include "tui/app.h"
#include "tui/state.h"

#include "base/text.h"
#include "page/web_link.h"

enum { WIDTH = 76 };

/*
 * A page being converted to text: the output, and the addresses of its links so
 * far.
 */
struct linear_page {
	const void	*ctx;
	struct buf	*out;
	struct list	*links;		/* char *, numbered from 1 */
	bool		 ascii;
	bool		 hyperlinks;	/* mark web addresses by OSC 8 */
};

/* Adds a text, followed by the number of its link. */
static void
add_linked(struct linear_page *reading, struct buf *line, const char *text,
    const char *link)
{
	buf_text(reading->ctx, line, text);
	if (link == NULL)
		return;
	list_add(reading->ctx, reading->links, mem_text(reading->ctx, link));
	buf_format(reading->ctx, line, " [%zu]", reading->links->count);
}

/*
 * Whether a block is of use only on a screen: an empty cell, a legend of
 * symbols.
 */
static bool
linear_is_silent(const struct block *block)
{
	return block->spoken != NULL && block->spoken->spans.count == 0;
}

static bool
has_link(const struct block *block)
{
	const struct span *span;
	size_t i;

	for (i = 0; i < block->spans.count; i++) {
		span = list_at(&block->spans, i);
		if (span->link != NULL)
			return true;
	}
	return false;
}

/* Drawings are replaced by their text, but keep their links. */
static void
add_spans(struct linear_page *reading, struct buf *line,
    const struct block *block)
{
	const struct block *said = block->spoken != NULL ? block->spoken :
	    block;
	const struct span *span;
	size_t i;

	for (i = 0; i < said->spans.count; i++) {
		span = list_at(&said->spans, i);
		add_linked(reading, line, span->text, span->link);
	}
	for (i = 0; said->spans.count > 0 && !has_link(said) &&
	    i < block->spans.count; i++) {
		span = list_at(&block->spans, i);
		if (span->link != NULL)
			add_linked(reading, line, "", span->link);
	}
}

/* Writes a line, wrapped; omits an empty one. */
static void
put_wrapped(struct linear_page *reading, struct buf *line)
{
	char *clean = text_clean(NULL, buf_string(line), line->len);
	const char *text = reading->ascii ? text_ascii(clean, clean) : clean;
	const char *at, *next;
	size_t n;

	for (at = text; *at != '\0'; at = next) {
		n = text_line(at, WIDTH, &next);
		if (reading->hyperlinks && !reading->ascii)
			web_link_mark(reading->ctx, reading->out, text,
			    (size_t)(at - text), (size_t)(at - text) + n);
		else
			buf_add(reading->ctx, reading->out, at, n);
		buf_text(reading->ctx, reading->out, "\n");
	}
	mem_free(clean);
	line->len = 0;
}

/*
 * Writes a row as "Pain: Function 3 [7]; Strength 2" or, in prose, as
 * "A: says this. B: says that."
 */
static void
put_table_row(struct linear_page *reading, const struct table *table,
    const struct table_row *row)
{
	bool prose = table->kind == TABLE_PROSE, any = false;
	const struct table_head *head;
	struct buf line = { .data = NULL };
	struct block *cell;
	size_t i;

	add_spans(reading, &line, row->head);
	for (i = 0; i < row->cells.count; i++) {
		cell = list_at(&row->cells, i);
		head = list_at(&table->heads, i);
		if (cell->spans.count == 0 || linear_is_silent(cell))
			continue;
		buf_format(reading->ctx, &line, "%s%s%s", !any ? ": " : prose
		    ? " " : "; ", head->label, *head->label == '\0' ? "" :
		    prose ? ": " : " ");
		add_spans(reading, &line, cell);
		if (prose)
			buf_text(reading->ctx, &line, ".");
		any = true;
	}
	if (!any)
		buf_text(reading->ctx, &line, ": nothing");
	put_wrapped(reading, &line);
}

static void
app_linear_put_block(struct linear_page *reading, const struct block *block)
{
	struct buf line = { .data = NULL };
	size_t i;

	for (i = 0; block->kind == BLOCK_TABLE &&
	    i < block->table->rows.count; i++)
		put_table_row(reading, block->table,
		    list_at(&block->table->rows, i));
	if (block->kind != BLOCK_TABLE && linear_is_silent(block))
		return;
	buf_text(reading->ctx, &line, block->kind == BLOCK_TITLE ? "Title: " :
	    block->kind == BLOCK_HEADING ? "Heading: " : "");
	if (block->label != NULL) {
		add_linked(reading, &line, block->label, block->label_link);
		buf_text(reading->ctx, &line, ": ");
	}
	add_spans(reading, &line, block);
	put_wrapped(reading, &line);
}

char *
app_linear(struct app *app, const void *ctx, struct list *links)
{
	void *scratch = mem_context(ctx);
	const struct doc *doc = app_view(app)->ops->text(app_view(app),
	    scratch);
	struct buf out = { .data = NULL };
	struct linear_page reading = { ctx, &out, links, app->options.ascii,
	    app->options.hyperlinks };
	size_t i;

	for (i = 0; i < doc->blocks.count; i++)
		app_linear_put_block(&reading, list_at(&doc->blocks, i));
	return out.data != NULL ? out.data : mem_text(ctx, "");
}
