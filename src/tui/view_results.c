/* The list of search results. */
#include "tui/view_results.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "page/layout.h"
#include "page/page_answer.h"
#include "page/page_search.h"
#include "tui/preview.h"
#include "tui/results_rows.h"

enum {
	ROWS_SMALL = 14,	/* smaller screens get a smaller frame */
	ROWS_HEADER = 4,	/* shorter lists have no column names */
	WHOLE_BAR_MAX = 60	/* up to this many columns, a full bar is cheap */
};

struct view_results {
	struct view		 base;
	struct hits		*hits;
	const struct selection	*marked;
	const struct settings	*settings;
	struct result_rows	*rows;
	struct preview		*preview;
	const struct line_edit	*line;		/* NULL: no prompt */
	struct doc		*answer;	/* document above the rows, or
						   NULL */
	struct layout		*layout;	/* layout of the answer, or
						   NULL */
	struct layout_options	 options;	/* options of that layout */
	bool			 whole;		/* the answer may use the
						   whole screen */
	size_t			 answer_top;	/* first visible line of the
						   answer */
	size_t			 gone;		/* lines of the answer that
						   were scrolled away */
	size_t			 link;		/* selected link in the
						   answer; 0: a row is
						   selected */
	size_t			 selected;
	size_t			 top;
	size_t			 first;		/* row of the first hit at the
						   last drawing */
	size_t			 drawn;		/* rows at the last drawing */
};

static struct view_results *
results_of(struct view *view)
{
	return (struct view_results *)view;
}

static const struct view_results *
results_of_const(const struct view *view)
{
	return (const struct view_results *)view;
}

struct view *
results_view(struct view_results *results)
{
	return &results->base;
}

void
results_type(struct view_results *results, const struct line_edit *line)
{
	results->line = line;
}

size_t
results_row(const struct view_results *results)
{
	return results->selected;
}

char *
results_row_address(struct view_results *results, const void *ctx)
{
	return hits_address(results->hits, ctx, results->selected);
}

/* The frame, and how the parts inside share its rows. */

static bool
results_is_small(const struct view_results *results)
{
	return results->base.rows < ROWS_SMALL;
}

/* The number of rows above the list: the query and remarks. */
static size_t
rows_above(const struct view_results *results)
{
	return !results_is_small(results) ? 3 : *results->hits->remark == '\0' ?
	    1 : 2;
}

/*
 * The rows that the answer and the list would fill; the answer gets three
 * fifths of a screen.  While a query is typed the list counts as long, as a
 * preview would change with each key.
 */
static size_t
rows_used(const struct view_results *results)
{
	size_t hits = hits_total(results->hits), lines =
	    results->layout == NULL ? 0 : results->layout->lines.count;

	if (hits == 0 || results->line != NULL || results->whole)
		return SIZE_MAX - 1;
	/* The list, with a row for its column names. */
	hits = lines + (hits < ROWS_HEADER ? ROWS_HEADER : hits) + 1;
	return hits > (lines * 5 + 2) / 3 ? hits : (lines * 5 + 2) / 3;
}

static struct panes
panes_of(const struct view_results *results)
{
	/* Below the list: the order, and the selected row in words. */
	size_t frame = rows_above(results) + (results_is_small(results) ? 0 :
	    2), all = results->base.rows, rows = all > frame ? all - frame : 1;

	if (results->settings->slow)
		return (struct panes){ rows, results->base.columns, 0, 0 };
	return preview_panes(results->preview, rows, rows_used(results),
	    results->base.rows + 2, results->base.columns);
}

/* The document above the rows. */

static void
lay_out_answer(struct view_results *results, size_t columns)
{
	const struct layout_options options = { .width = columns,
	    .ascii = results->base.ascii, .screen = true };

	if (results->answer == NULL || (results->layout != NULL &&
	    results->options.width == columns && results->options.ascii ==
	    options.ascii))
		return;
	mem_free(results->layout);
	results->options = options;
	results->layout = layout_make(results, results->answer, &options);
}

/* The lines of the answer to show, if answer and list share `rows` rows. */
static size_t
answer_lines(const struct view_results *results, size_t rows)
{
	size_t lines = results->layout == NULL ? 0 :
	    results->layout->lines.count;

	if (!results->whole)
		rows = rows * 3 / 5;
	return lines < rows ? lines : rows;
}

static size_t
answer_links(const struct view_results *results)
{
	return results->layout == NULL ? 0 : results->layout->anchors.count;
}

void
results_set_answer(struct view_results *results, struct doc *doc)
{
	mem_free(results->answer);
	mem_free(results->layout);
	results->layout = NULL;
	results->answer = doc == NULL ? NULL : mem_move(results, doc);
	results->answer_top = results->gone = results->link = 0;
	results->whole = false;
	lay_out_answer(results, panes_of(results).list_columns);
}

void
results_select_link(struct view_results *results, size_t link)
{
	if (link == LINK_ANSWER)
		link = results->answer != NULL && results->answer->answers;
	results->link = link <= answer_links(results) ? link : 0;
}

size_t
results_link(const struct view_results *results)
{
	return results->link;
}

const char *
results_open_word(const struct view_results *results)
{
	return results->link == 1 && results->answer->answers &&
	    results->base.columns > WHOLE_BAR_MAX ? "for the evidence" :
	    "open";
}

bool
results_step_link(struct view_results *results, bool forward)
{
	size_t links = answer_links(results);
	bool rows = hits_total(results->hits) > 0;

	assert(results->link <= links);
	if (forward ? results->link == 0 || (results->link == links && !rows) :
	    (results->link == 0 && links == 0) || (results->link == 1 && !rows))
		return false;
	if (forward)
		results->link = results->link < links ? results->link + 1 : 0;
	else
		results->link = results->link > 0 ? results->link - 1 : links;
	return true;
}

const char *
results_tab_word(const struct view_results *results, bool forward)
{
	size_t links = answer_links(results);
	bool rows = hits_total(results->hits) > 0;

	if (!forward)
		return results->link == 0 && links > 0 ? "link" : NULL;
	if (results->link == 0 || (results->link == links && !rows))
		return NULL;
	return results->link == links ? "list" : "link";
}

bool
results_expand(struct view_results *results)
{
	size_t rows = panes_of(results).list_rows;
	size_t lines = answer_lines(results, rows);
	size_t all = results->layout == NULL ? 0 :
	    results->layout->lines.count;

	if (!results->whole && lines == all)
		return false;
	results->gone = results->selected = results->top = results->link = 0;
	if (!results->whole) {
		results->whole = true;
		results->answer_top = 0;
	} else if (results->answer_top + lines < all) {
		results->answer_top += lines - 1;
		if (results->answer_top + lines > all)
			results->answer_top = all - lines;
	} else {
		results->whole = false;
		results->answer_top = 0;
	}
	return true;
}

/* Scrolls to the selected link, or to the selected row. */
static void
scroll_answer(struct view_results *results, size_t rows)
{
	const struct anchor *anchor = results->link == 0 ? NULL :
	    layout_anchor(results->layout, results->link);
	size_t lines = answer_lines(results, rows), used;

	if (anchor != NULL) {
		results->gone = results->top = 0;
		/* The last line of a cut answer says that there is more. */
		if (lines > 1 && lines < results->layout->lines.count)
			lines--;
		if (anchor->line < results->answer_top)
			results->answer_top = anchor->line;
		if (anchor->line >= results->answer_top + lines)
			results->answer_top = anchor->line - lines + 1;
		return;
	}
	if (results->whole && results->selected == 0)
		return;
	results->whole = false;
	lines = answer_lines(results, rows);
	if (results->selected == 0)
		results->gone = results->answer_top = results->top = 0;
	used = results->selected + 2;
	if (used + lines > rows + results->gone)
		results->gone = used + lines - rows;
	if (results->gone > lines || results->top > 0)
		results->gone = lines;
}

static void
draw_answer_line(struct view_results *results, struct surface *surface,
    size_t row, const struct line *line)
{
	const struct piece *piece;
	bool selected;
	size_t i;

	for (i = 0; i < line->pieces.count; i++) {
		piece = list_at(&line->pieces, i);
		selected = results->link > 0 && piece->link_number ==
		    results->link;
		(void)surface_text(surface, row, piece->column,
		    surface->columns, selected ? ROLE_SELECTED : piece->role,
		    piece->text);
		if (selected)
			surface_cursor(surface, row, piece->column);
	}
}

/* If the answer is cut off, says so on its last row. */
static void
draw_cut(const struct view_results *results, struct surface *surface,
    size_t row, size_t shown)
{
	size_t end = results->answer_top + results->gone + shown;
	size_t rest = results->layout->lines.count - end + 1;
	char *text;

	if (shown == 0 || end >= results->layout->lines.count)
		return;
	text = mem_format(surface, "(%zu more lines%s)", rest, results->line !=
	    NULL ? "" : results->whole ? ": * shows more" :
	    ": * shows all");
	surface_wipe(surface, row);
	(void)surface_text(surface, row, 2, surface->columns, ROLE_LABEL, text);
	mem_free(text);
}

/* Draws the answer and returns the number of rows that it uses. */
static size_t
draw_answer(struct view_results *results, struct surface *surface, size_t row,
    size_t rows)
{
	size_t lines, i;

	lay_out_answer(results, surface->columns);
	scroll_answer(results, rows);
	lines = answer_lines(results, rows);
	assert(results->gone <= lines);
	/* In a wider window the answer needs fewer lines. */
	if (lines > 0 && results->answer_top + lines >
	    results->layout->lines.count)
		results->answer_top = results->layout->lines.count - lines;
	lines -= results->gone;
	for (i = 0; i < lines; i++)
		draw_answer_line(results, surface, row + i,
		    list_at(&results->layout->lines, results->answer_top +
		    results->gone + i));
	if (lines > 0)
		draw_cut(results, surface, row + lines - 1, lines);
	return lines;
}

/* Moving. */

static void
move_by(struct view_results *results, long step)
{
	long at = (long)results->selected + step;
	long last = (long)hits_total(results->hits) - 1;

	at = at > last ? last : at;
	results->selected = at < 0 ? 0 : (size_t)at;
}

/* Steps over the links above the rows as if they were rows. */
static bool
step_over_links(struct view_results *results, enum action action)
{
	size_t links = answer_links(results);

	if (action == ACTION_MOVE_DOWN && results->link > 0) {
		results->link = results->link < links ? results->link + 1 : 0;
		if (results->link == 0)
			results->selected = 0;
		return true;
	}
	if (action != ACTION_MOVE_UP || links == 0 ||
	    (results->link == 0 && results->selected > 0))
		return false;
	if (results->link != 1)
		results->link = results->link == 0 ? links : results->link - 1;
	return true;
}

static void
results_move(struct view *base, enum action action, size_t count)
{
	struct view_results *results = results_of(base);
	size_t rows = panes_of(results).list_rows;

	rows = rows > ROWS_HEADER ? rows - 1 : rows;
	if (count <= 1 && step_over_links(results, action))
		return;
	results->link = 0;
	if (action == ACTION_FIRST || action == ACTION_LAST)
		results->selected = count > 0 ? count - 1 : action ==
		    ACTION_FIRST ? 0 : hits_total(results->hits);
	move_by(results, view_step(action, rows, count));
}

/* Goes to the next or previous full match. */
static bool
results_find(struct view *base, bool forward)
{
	struct view_results *results = results_of(base);
	size_t to = !forward ? results->selected - 1 : results->selected +
	    (results->link == 0);
	const struct hit *hit = *results->hits->query == '\0' ? NULL :
	    hits_at(results->hits, to);

	if (hit == NULL || hit->partial)
		return false;
	results->link = 0;
	results->selected = to;
	return true;
}

/*
 * The list has no text to find; the words are searched for in the bibliography
 * instead.
 */
static bool
results_seek(struct view *base, const char *text)
{
	(void)base;
	(void)text;
	return false;
}

static void
results_place(const struct view *base, size_t *selected, size_t *top)
{
	*selected = results_of_const(base)->selected;
	*top = results_of_const(base)->top;
}

static void
results_restore(struct view *base, size_t selected, size_t top)
{
	struct view_results *results = results_of(base);

	results->selected = selected;
	results->top = top;
	results->link = 0;
	move_by(results, 0);
}

static char *
results_selected(struct view *base, const void *ctx)
{
	struct view_results *results = results_of(base);
	const struct anchor *anchor = results->link == 0 ? NULL :
	    layout_anchor(results->layout, results->link);

	return anchor != NULL ? mem_text(ctx, anchor->address) :
	    results_row_address(results, ctx);
}

/* The link at a cell of the document above the rows, or 0. */
static size_t
link_at(const struct view_results *results, size_t row, size_t column)
{
	size_t at = results->answer_top + results->gone + row;
	const struct line *line = results->layout == NULL || at >=
	    results->layout->lines.count ? NULL :
	    list_at(&results->layout->lines, at);
	const struct piece *piece;
	size_t i;

	for (i = 0; line != NULL && i < line->pieces.count; i++) {
		piece = list_at(&line->pieces, i);
		if (piece->link_number > 0 && column >= piece->column &&
		    column < piece->column + text_width(piece->text))
			return piece->link_number;
	}
	return 0;
}

static bool
results_click(struct view *base, size_t row, size_t column, bool *again)
{
	struct view_results *results = results_of(base);
	size_t to = results->top + row - results->first, above =
	    rows_above(results), link;

	if (column >= panes_of(results).list_columns || row < above)
		return false;
	if (row < results->first) {
		link = link_at(results, row - above, column);
		*again = link == results->link;
		if (link > 0)
			results->link = link;
		return link > 0;
	}
	if (row >= results->first + results->drawn || to >= hits_total(
	    results->hits))
		return false;
	*again = results->link == 0 && results->selected == to;
	results->link = 0;
	results->selected = to;
	return true;
}

const char *
results_preview(struct view_results *results, bool more)
{
	bool wanted = preview_is_wanted(results->preview);

	if (panes_of(results).rows == 0 && (!more || wanted))
		return !more && !wanted ? "The preview is off" :
		    results->settings->slow ? "No preview with "
		    "--slow" : "Too small for a preview";
	preview_resize(results->preview, more);
	return NULL;
}

/* Drawing. */

/* Whether the list is older than the typed query. */
static bool
is_ahead(const struct view_results *results)
{
	return results->line != NULL && !text_same(line_edit_text(
	    results->line), results->hits->query);
}

/* "[14 works] ~24 claims": the listed type is in brackets. */
static char *
counts(const struct view_results *results, const void *ctx)
{
	const struct hits *hits = results->hits;
	bool works = hits_kind(hits) == RECTYPE_WORK;
	char *shown = mem_format(ctx, "[%s]", wording_count(ctx,
	    hits_kind(hits), hits->result->total));
	char *other = mem_format(ctx, "%s%s", hits->others_loose ? "~" : "",
	    wording_count(ctx, works ? RECTYPE_CLAIM : RECTYPE_WORK,
	    hits->others));

	if (is_ahead(results) && *line_edit_text(results->line) != '\0')
		return mem_text(ctx, "[not searched yet]");
	return mem_format(ctx, "%s %s", works ? shown : other, works ? other :
	    shown);
}

/* The query with its filters in brackets, or the prompt. */
static void
draw_query(const struct view_results *results, struct surface *surface,
    size_t row)
{
	void *scratch = mem_context(NULL);
	char *count = counts(results, scratch);
	size_t room = text_width(count) + 4 < surface->columns ?
	    surface->columns - text_width(count) - 4 : 8;

	(void)surface_text(surface, row, 1, 1, ROLE_KEY, "/");
	if (results->line == NULL)
		(void)surface_text(surface, row, 3, room, ROLE_TEXT,
		    hits_chips(results->hits, scratch));
	surface_right(surface, row, ROLE_TEXT, count);
	mem_free(scratch);
}

static void
draw_interpretation(const struct view_results *results,
    struct surface *surface, size_t row)
{
	bool ahead = is_ahead(results);
	const char *text = ahead ? results->hits->query :
	    results->hits->interpretation;
	size_t at = 3;

	if (!ahead && *text == '\0')
		return;
	at += surface_text(surface, row, at, 15, ROLE_LABEL, ahead ?
	    "list of: " : "Searching for: ");
	(void)surface_text(surface, row, at, surface->columns - at, ROLE_TEXT,
	    *text == '\0' ? "everything" : text);
}

/*
 * The legend of the symbols in the column "all", on a rule.  "For" and "against"
 * refer to the technique searched for, which the next row names; without one,
 * to the arm named in the description of the selected work.
 */
static void
draw_legend(const struct view_results *results, struct surface *surface,
    size_t row)
{
	static const char against[] = " s sham a active n none u usual ";
	const char *found = results->hits->own.ids.count > 0 ?
	    " + for technique - against = neither ~ mixed " :
	    " + for arm named - against = neither ~ mixed ";
	size_t at = 2;

	surface_rule(surface, row);
	if (hits_kind(results->hits) != RECTYPE_WORK || hits_total(
	    results->hits) == 0)
		return;
	if (at + strlen(found) + 1 + strlen(against) <= surface->columns)
		at += surface_text(surface, row, at, surface->columns,
		    ROLE_LABEL, found) + 1;
	if (at + strlen(against) <= surface->columns)
		(void)surface_text(surface, row, at, surface->columns,
		    ROLE_LABEL, against);
}

/* Draws the remark or, if there is none, the legend on a rule. */
static void
draw_remark(const struct view_results *results, struct surface *surface,
    size_t row)
{
	if (*results->hits->remark == '\0')
		draw_legend(results, surface, row);
	else
		(void)surface_text(surface, row, 3, surface->columns - 3,
		    ROLE_WARNING, results->hits->remark);
}

/* The number of marked records, the population and the order. */
static void
draw_order(const struct view_results *results, struct surface *surface,
    size_t row)
{
	const struct hits *hits = results->hits;
	char *text = mem_format(NULL, " sorted by %s%s ", order_name(
	    hits->result->order), hits->how.reversed ? ", reversed" : "");
	size_t marked = selection_list(results->marked)->count;

	surface_rule(surface, row);
	if (*hits->studied != '\0')
		(void)surface_text(surface, row, marked > 0 ? 16 : 2,
		    surface->columns - text_width(text) - 20, hits->unseen ?
		    ROLE_WARNING : ROLE_LABEL, hits->studied);
	surface_right(surface, row, ROLE_BAR, text);
	if (marked > 0)
		(void)surface_text(surface, row, 2, 20, ROLE_BAR,
		    mem_format(text, " %zu marked ", marked));
	mem_free(text);
}

/*
 * Marks the selected row with a symbol and a bar.  On a slow connection a step
 * may send 200 bytes, so the bar has two columns on wide screens.
 */
static void
draw_selection(const struct view_results *results, struct surface *surface,
    size_t row)
{
	bool whole = !results->settings->slow || surface->columns <=
	    WHOLE_BAR_MAX;

	(void)surface_text(surface, row, 0, 1, ROLE_TEXT, ">");
	surface_role(surface, row, 0, whole ? surface->columns :
	    result_rows_bar(results->rows, surface->columns), ROLE_SELECTED);
	surface_cursor(surface, row, 0);
}

/*
 * The first two cells of a row; the selection symbol only if any row is
 * selected.
 */
static void
draw_signs(const struct view_results *results, struct surface *surface,
    size_t row, const char *id, bool partial)
{
	bool marked = selection_list(results->marked)->count > 0 &&
	    selection_has(results->marked, address_of(results->rows->scratch,
	    hits_kind(results->hits), id));

	if (partial)
		(void)surface_text(surface, row, marked ? 0 : 1, 1, ROLE_TEXT,
		    "~");
	if (marked)
		(void)surface_text(surface, row, 1, 1, ROLE_KEY, "*");
}

static void
results_draw_row(struct view_results *results, struct surface *surface,
    size_t row, size_t index)
{
	const struct hit *hit = hits_at(results->hits, index);
	enum rectype kind = hits_kind(results->hits);
	void *record = hit == NULL ? NULL : library_row(
	    results->hits->library, results->rows->scratch, kind, hit->record);

	if (record == NULL)
		return;
	result_rows_draw(results->rows, surface, row, record);
	draw_signs(results, surface, row, record_id(rectype_schema(kind),
	    record), hit->partial);
	if (index == results->selected && results->link == 0)
		draw_selection(results, surface, row);
}

/* The selected row in words, below the list. */
static void
draw_words(struct view_results *results, struct surface *surface, size_t row)
{
	const struct hit *hit = results->link > 0 ? NULL : hits_at(
	    results->hits, results->selected);
	void *record;

	results->rows->scratch = mem_context(results);
	record = hit == NULL ? NULL : library_row(results->hits->library,
	    results->rows->scratch, hits_kind(results->hits), hit->record);
	if (record != NULL)
		(void)surface_text(surface, row, 1, surface->columns - 2,
		    ROLE_TEXT, result_rows_words(results->rows, record));
	mem_free(results->rows->scratch);
	results->rows->scratch = NULL;
}

/* Says why there are no results, in place of the list. */
static void
draw_emptiness(const struct view_results *results, struct surface *surface,
    size_t row, size_t rows)
{
	void *scratch = mem_context(NULL);
	struct list lines = wording_emptiness(scratch, results->hits->result);
	size_t i;

	if (rows > 0)
		(void)surface_text(surface, row, 2, surface->columns,
		    ROLE_WARNING, hits_kind(results->hits) == RECTYPE_WORK ?
		    "No works." : "No claims.");
	for (i = 0; i < lines.count && i + 2 < rows; i++)
		(void)surface_text(surface, row + 2 + i, 2, surface->columns,
		    ROLE_TEXT, list_at(&lines, i));
	if (results->link == 0)
		surface_cursor(surface, row, 0);
	mem_free(scratch);
}

static void
scroll(struct view_results *results, size_t rows)
{
	if (results->selected < results->top)
		results->top = results->selected;
	if (rows > 0 && results->selected >= results->top + rows)
		results->top = results->selected - rows + 1;
}

/* Draws the document, the names of the columns and the rows. */
static void
draw_list(struct view_results *results, struct surface *surface, size_t row,
    size_t rows)
{
	size_t used = draw_answer(results, surface, row, rows), i;

	assert(used <= rows);
	row += used;
	rows -= used;
	results->rows->scratch = mem_context(results);
	if (hits_total(results->hits) == 0) {
		draw_emptiness(results, surface, row, rows);
		rows = 0;
	} else if (rows > ROWS_HEADER) {
		result_rows_header(results->rows, surface, row++);
		rows--;
	}
	scroll(results, rows);
	results->first = row;
	results->drawn = rows;
	for (i = 0; i < rows; i++)
		results_draw_row(results, surface, row + i, results->top + i);
	mem_free(results->rows->scratch);
	results->rows->scratch = NULL;
}

/* Draws the list, and the preview if there is room. */
static void
draw_body(struct view_results *results, struct surface *surface, size_t row)
{
	struct panes panes = panes_of(results);
	struct surface *part = surface_new(NULL, panes.list_rows,
	    panes.list_columns);
	char *address = results_selected(&results->base, part);

	part->ascii = surface->ascii;
	draw_list(results, part, 0, panes.list_rows);
	results->first += rows_above(results);
	surface_paste(surface, row, 0, part);
	if (panes.rows > 0)
		preview_draw(results->preview, address, surface, row, &panes);
	surface_cursor(surface, row + part->cursor_row, part->cursor_column);
	mem_free(part);
}

static void
results_draw(struct view *base, struct surface *surface, size_t row)
{
	struct view_results *results = results_of(base);
	size_t above = rows_above(results);

	draw_query(results, surface, row);
	if (!results_is_small(results))
		draw_interpretation(results, surface, row + 1);
	if (above > 1)
		draw_remark(results, surface, row + above - 1);
	if (!results_is_small(results)) {
		draw_order(results, surface, row + base->rows - 2);
		draw_words(results, surface, row + base->rows - 1);
	}
	draw_body(results, surface, row + above);
	if (results->line != NULL)
		line_edit_draw(results->line, surface, row, 3,
		    surface->columns > 30 ? surface->columns - 28 :
		    surface->columns - 4);
}

static char *
results_status(const struct view *base, const void *ctx)
{
	struct library *library = results_of_const(base)->hits->library;
	long works = library_count(library, RECTYPE_WORK);
	long claims = library_count(library, RECTYPE_CLAIM);
	struct err err = ERR_INIT;

	if (!library_ok(library, &err))
		return mem_text(ctx, "");	/* not "0", as the counts
						   could not be read */
	return mem_format(ctx, "%s  %s", wording_count(ctx, RECTYPE_WORK,
	    works), wording_count(ctx, RECTYPE_CLAIM, claims));
}

/*
 * Adds the number of matches of the other type, and the command to list them.
 */
static void
put_counts(struct doc *doc, const struct view_results *results)
{
	bool works = hits_kind(results->hits) == RECTYPE_WORK;
	char *others = wording_count(doc, works ? RECTYPE_CLAIM :
	    RECTYPE_WORK, results->hits->others);

	if (results->hits->others > 0)
		block_format(doc_paragraph(doc, 0), ROLE_TEXT, "%s%s: type "
		    "%s", results->hits->others_loose ? "About " : "", others,
		    works ? "claims" : "works");
}

/*
 * The document above the rows, then the results from the selected one on.  It
 * borrows blocks of the view.
 */
static const struct doc *
results_text(struct view *base, const void *ctx)
{
	struct view_results *results = results_of(base);
	const struct result *result = hits_page(results->hits, ctx,
	    results->selected, LINEAR_HITS);
	struct doc *doc = doc_new(ctx, "search");
	size_t i;

	for (i = 0; results->answer != NULL && results->selected == 0 &&
	    i < results->answer->blocks.count; i++)
		list_add(doc, &doc->blocks,
		    list_at(&results->answer->blocks, i));
	if (results->selected == 0)
		put_counts(doc, results);

	/* The last paragraph is advice for the command line. */
	put_result(doc, results->hits->library, result, result_answer(doc,
	    results->hits->library, result), true);
	if (result->total > (long)result->count)
		doc->blocks.count--;
	if (result->total > (long)(results->selected + result->count))
		doc_para(doc, "More: type next");
	return doc;
}

static const struct view_ops results_ops = { MODE_LIST, results_draw,
    results_move, results_find, results_seek, results_click, results_selected,
    results_place, results_restore, results_status, results_text };

struct view_results *
results_new(const void *ctx, struct hits *hits,
    const struct selection *marked, const struct settings *settings)
{
	struct view_results *results = mem_new(ctx, struct view_results);

	assert(hits != NULL);
	results->base = (struct view){ &results_ops, 1, 80, false };
	results->hits = hits;
	results->marked = marked;
	results->settings = settings;
	results->rows = result_rows_new(results, hits);
	results->preview = preview_new(results, hits);
	return results;
}
