/* The list of what a search found. */
#include "tui/view_results.h"

#include "base/text.h"
#include "page/page_search.h"

enum {
	WINDOW = 200,		/* hits fetched at a time */
	FILL = 20,		/* rows filled up with partial hits */
	OUTCOMES = 3,		/* columns of directions */
	TITLE_MIN = 20,
	WHOLE_BAR_MAX = 60	/* columns up to which a bar is cheap */
};

struct view_results {
	struct library		*library;
	const struct selection	*marked;
	char			*query;
	enum plan_target	 target;
	enum search_order	 order;		/* as asked: ORDER_COUNT fits */
	bool			 reversed;
	struct result		*result;
	struct highlights		*marks;		/* of the result */
	size_t			 offset;	/* of the hits fetched */
	long			 others;
	bool			 others_loose;
	size_t			 selected;
	size_t			 top;
	struct list		 outcomes;	/* ids */
	struct list		 within[OUTCOMES];	/* with narrower ones */
	struct list		 outcome_names;
	size_t			 first;		/* row of the surface, when */
	size_t			 rows;		/* it was drawn last */
	void			*scratch;	/* of one drawing */
};

struct view_results *
results_new(const void *ctx, struct library *library,
    const struct selection *marked)
{
	struct view_results *view = mem_new(ctx, struct view_results);
	size_t i;

	view->library = library;
	view->marked = marked;
	view->query = mem_text(view, "");
	view->outcomes = library_main_outcomes(library, view, OUTCOMES);
	for (i = 0; i < view->outcomes.count; i++) {
		list_add(view, &view->outcome_names, library_short_label(
		    library, view, view->outcomes.at[i]));
		view->within[i] = library_within(library, view,
		    view->outcomes.at[i]);
	}
	return view;
}

/* Fetches a window of hits; NULL when it was interrupted. */
static struct result *
fetch(struct view_results *view, const char *query, enum plan_target target,
    enum search_order order, size_t offset, size_t limit)
{
	const struct search search = { .target = target, .order = order,
	    .offset = offset, .limit = limit, .fill = limit > 0 ? FILL : 0 };
	struct result *result = library_search(view->library, view, &search,
	    query);

	if (!library_was_interrupted(view->library))
		return result;
	mem_free(result);
	return NULL;
}

/*
 * How many of the other kind there are; false when it was interrupted.  Where
 * the bibliography has none nobody looks for what may have been mistyped.
 */
static bool
count_others(struct view_results *view, const char *query,
    enum plan_target target, long *count, bool *loose)
{
	struct result *others;

	*count = 0;
	*loose = false;
	if (library_count(view->library, target == PLAN_CLAIMS ? RECTYPE_CLAIM :
	    RECTYPE_WORK) == 0)
		return true;
	others = fetch(view, query, target, ORDER_LEVEL, 0, 0);
	if (others == NULL)
		return false;
	*count = others->total;
	*loose = others->total > 0 && others->relaxation > RELAXED_CORRECTED;
	mem_free(others);
	return true;
}

bool
results_search(struct view_results *view, const char *query,
    enum plan_target target, enum search_order order)
{
	struct result *result = fetch(view, query, target, order, 0, WINDOW);
	long others;
	bool loose;
	char *copy;

	if (result == NULL)
		return false;
	if (!count_others(view, query, target == PLAN_WORKS ? PLAN_CLAIMS :
	    PLAN_WORKS, &others, &loose)) {
		mem_free(result);
		return false;
	}
	copy = mem_text(view, query);
	mem_free(view->query);
	mem_free(view->result);
	view->query = copy;
	view->result = result;
	view->marks = library_highlights(view->library, result, result->plan);
	view->others = others;
	view->others_loose = loose;
	view->target = target;
	view->order = order;
	view->offset = view->selected = view->top = 0;
	return true;
}

const char *
results_query(const struct view_results *view)
{
	return view->query;
}

enum plan_target
results_target(const struct view_results *view)
{
	return view->target;
}

enum search_order
results_order(const struct view_results *view)
{
	return view->order;
}

const struct result *
results_result(const struct view_results *view)
{
	return view->result;
}

const struct highlights *
results_highlights(const struct view_results *view)
{
	return view->marks;
}

long
results_others(const struct view_results *view, bool *loose)
{
	*loose = view->others_loose;
	return view->others;
}

void
results_reverse(struct view_results *view, bool reversed)
{
	view->reversed = reversed;
}

static size_t
total(const struct view_results *view)
{
	return view->result == NULL ? 0 : (size_t)view->result->total +
	    view->result->partial;
}

/*
 * The hit of a row, fetched if it is not at hand; NULL past the end.  What
 * holds only some of the words stands at the end in any order.
 */
static const struct hit *
hit_at(struct view_results *view, size_t row)
{
	struct result *result;

	if (row >= total(view))
		return NULL;
	if (view->reversed && row < (size_t)view->result->total)
		row = (size_t)view->result->total - 1 - row;
	if (row < view->offset || row >= view->offset + view->result->count) {
		view->offset = row < WINDOW / 2 ? 0 : row - WINDOW / 2;
		result = fetch(view, view->query, view->target, view->order,
		    view->offset, WINDOW);
		if (result == NULL)
			return NULL;
		mem_free(view->result);
		view->result = result;
		view->marks = library_highlights(view->library, result,
		    result->plan);
		if (row >= view->offset + result->count)
			return NULL;
	}
	return &view->result->hits[row - view->offset];
}

/* Moving. */

static void
move_by(struct view_results *view, long step)
{
	long at = (long)view->selected + step, last = (long)total(view) - 1;

	at = at > last ? last : at;
	view->selected = at < 0 ? 0 : (size_t)at;
}

void
results_move(struct view_results *view, enum action action, size_t rows)
{
	long page = rows < 2 ? 1 : (long)rows - 1;

	switch (action) {
	case ACTION_MOVE_DOWN:
		move_by(view, 1);
		break;
	case ACTION_MOVE_UP:
		move_by(view, -1);
		break;
	case ACTION_HALF_DOWN:
		move_by(view, (page + 1) / 2);
		break;
	case ACTION_HALF_UP:
		move_by(view, -(page + 1) / 2);
		break;
	case ACTION_PAGE_DOWN:
		move_by(view, page);
		break;
	case ACTION_PAGE_UP:
		move_by(view, -page);
		break;
	case ACTION_FIRST:
		view->selected = 0;
		break;
	case ACTION_LAST:
		move_by(view, (long)total(view));
		break;
	default:
		break;
	}
}

static void
scroll(struct view_results *view, size_t rows)
{
	if (view->selected < view->top)
		view->top = view->selected;
	if (rows > 0 && view->selected >= view->top + rows)
		view->top = view->selected - rows + 1;
}

void
results_place(const struct view_results *view, size_t *selected, size_t *top)
{
	*selected = view->selected;
	*top = view->top;
}

void
results_restore(struct view_results *view, size_t selected, size_t top)
{
	view->selected = selected;
	view->top = top;
	move_by(view, 0);
}

bool
results_click(struct view_results *view, size_t row, bool *again)
{
	size_t to = view->top + row - view->first;

	if (row < view->first || row >= view->first + view->rows || to >=
	    total(view))
		return false;
	*again = view->selected == to;
	view->selected = to;
	return true;
}

char *
results_address(struct view_results *view, const void *ctx, size_t row)
{
	const struct hit *hit = hit_at(view, row);
	enum rectype kind = view->target == PLAN_WORKS ? RECTYPE_WORK : RECTYPE_CLAIM;
	void *record;
	char *address;

	if (hit == NULL)
		return NULL;
	record = library_row(view->library, NULL, kind, hit->record);
	if (record == NULL)
		return NULL;
	address = address_of(ctx, kind, record_id(rectype_schema(kind), record));
	mem_free(record);
	return address;
}

char *
results_selected(struct view_results *view, const void *ctx)
{
	return results_address(view, ctx, view->selected);
}

/*
 * Columns.  On a narrow screen they go in this order: size, authors, year,
 * directions, design; level and title stay.
 */

struct columns {
	size_t	level;		/* widths; 0: not shown */
	size_t	design;
	size_t	size;
	size_t	outcome;	/* of each */
	size_t	year;
	size_t	authors;
	size_t	title;
};

static size_t
used(const struct columns *c, size_t outcomes)
{
	return 2 + c->level + c->design + c->size + c->outcome * outcomes +
	    c->year + c->authors;
}

static struct columns
choose_columns(const struct view_results *view, size_t width)
{
	struct columns c = { .level = 4, .design = 5, .size = 6,
	    .outcome = 5, .year = 5, .authors = width >= 120 ? 26 : 18 };
	size_t n = view->outcomes.count;
	size_t *const given_up[] = { &c.size, &c.authors, &c.year,
	    &c.outcome, &c.design };
	size_t i;

	for (i = 0; i < 5 && used(&c, n) + TITLE_MIN > width; i++)
		*given_up[i] = 0;
	c.title = width > used(&c, n) ? width - used(&c, n) : 1;
	return c;
}

/* Writes a cell of a column and returns where the next one starts. */
static size_t
put(struct surface *surface, size_t row, size_t column, size_t width,
    enum role role, const char *text)
{
	if (width > 0)
		(void)surface_text(surface, row, column, width - 1, role,
		    text);
	return column + width;
}

/* The same of a text in which a search found its words. */
static void
put_marked(const struct view_results *view, struct surface *surface,
    size_t row, size_t column, size_t width, const char *text)
{
	const char *shown = surface->ascii ? text_ascii(view->scratch, text) :
	    text;
	struct list ranges = highlights_find(view->scratch, view->marks, shown);
	const struct range *range;
	size_t room = width - 1, from, to, i;

	(void)put(surface, row, column, width, ROLE_TEXT, shown);
	if (text_width(shown) > room)
		room--;			/* for the "~" */
	for (i = 0; i < ranges.count; i++) {
		range = ranges.at[i];
		from = text_width_n(shown, range->start);
		to = text_width_n(shown, range->end);
		to = to < room ? to : room;
		if (from < to)
			surface_role(surface, row, column + from, to - from,
			    ROLE_HIT);
	}
}

static void
draw_work_header(const struct view_results *view, struct surface *surface,
    size_t row, const struct columns *c)
{
	size_t at = put(surface, row, 2, c->level, ROLE_LABEL, "lvl"), i;

	at = put(surface, row, at, c->design, ROLE_LABEL, "kind");
	at = put(surface, row, at, c->size, ROLE_LABEL, "    n");
	for (i = 0; i < view->outcomes.count; i++)
		at = put(surface, row, at, c->outcome, ROLE_LABEL,
		    view->outcome_names.at[i]);
	at = put(surface, row, at, c->year, ROLE_LABEL, "year");
	at = put(surface, row, at, c->authors, ROLE_LABEL, "who");
	(void)put(surface, row, at, c->title + 1, ROLE_LABEL, "title");
}

/* "143", or "7 st" where studies are counted. */
static char *
short_size(const void *ctx, const struct work *work)
{
	if (work->participants != NULL && work->participants->n != NULL)
		return mem_format(ctx, "%5s", work->participants->n);
	if (work->included_studies != NULL)
		return mem_format(ctx, "%2s st", work->included_studies);
	return mem_text(ctx, "    .");
}

/* Returns where the title starts. */
static size_t
draw_work(struct view_results *view, struct surface *surface, size_t row,
    const struct columns *c, const struct work *work)
{
	char level[3] = { '.', '\0', '\0' };
	const struct code *direction;
	size_t at, i;
	char *mark;

	if (work_level(work) > 0)
		level[0] = (char)('0' + work_level(work));
	if (work->level_adjusted != NULL)
		level[1] = '*';
	at = put(surface, row, 2, c->level, ROLE_GRADE, level);
	at = put(surface, row, at, c->design, ROLE_TEXT,
	    code_sign(&designs, work->design));
	at = put(surface, row, at, c->size, ROLE_TEXT,
	    short_size(view->scratch, work));
	for (i = 0; i < view->outcomes.count; i++) {
		direction = work_direction(work, &view->within[i]);
		at = put(surface, row, at, c->outcome, direction == NULL ?
		    ROLE_TEXT : ROLE_GRADE, direction == NULL ? " ." :
		    mem_format(view->scratch, " %s", direction->sign));
	}
	at = put(surface, row, at, c->year, ROLE_TEXT, work->year == NULL ?
	    "." : work->year);
	at = put(surface, row, at, c->authors, ROLE_TEXT,
	    work_byline(view->scratch, work));
	mark = work_status(work) == NULL ? mem_text(view->scratch,
	    work->title) : mem_format(view->scratch, "%s %s", code_sign(
	    &notice_kinds, work_status(work)->kind), work->title);
	put_marked(view, surface, row, at, c->title + 1, mark);
	return at;
}

enum { VERDICT_CELLS = 14, ARTICLE_CELLS = 5 };

static void
draw_claim_header(struct surface *surface, size_t row)
{
	size_t at = put(surface, row, 2, VERDICT_CELLS, ROLE_LABEL,
	    "verdict");

	if (surface->columns >= 60)
		at = put(surface, row, at, ARTICLE_CELLS, ROLE_LABEL, "in");
	(void)put(surface, row, at, 20, ROLE_LABEL, "claim");
}

/* Returns where the statement starts. */
static size_t
draw_claim(struct view_results *view, struct surface *surface, size_t row,
    const struct claim *claim)
{
	const struct proposition *proposition = claim->group == NULL ? NULL :
	    library_record(view->library, view->scratch, RECTYPE_PROPOSITION,
	    claim->group);
	size_t at = 2;

	at = put(surface, row, at, VERDICT_CELLS, ROLE_GRADE, proposition ==
	    NULL ? "." : code_sign(&verdicts, proposition->verdict));
	if (surface->columns >= 60)
		at = put(surface, row, at, ARTICLE_CELLS, ROLE_TEXT,
		    claim->article);
	put_marked(view, surface, row, at, surface->columns - at + 1,
	    claim->statement);
	return at;
}

/*
 * The selected row: its sign, and what comes before the text in reverse.  The
 * whole row would cost a slow line more than the 200 bytes that a step may
 * take, and would hide the words that were found in the text.
 */
static void
draw_selection(struct surface *surface, size_t row, size_t text)
{
	(void)surface_text(surface, row, 0, 1, ROLE_TEXT, ">");
	surface_role(surface, row, 0, surface->columns > WHOLE_BAR_MAX ?
	    text : surface->columns, ROLE_SELECTED);
	surface_cursor(surface, row, 0);
}

/* What stands in front of a row; the marks, only if there are any. */
static void
draw_signs(struct view_results *view, struct surface *surface, size_t row,
    const char *id, bool partial)
{
	enum rectype kind = view->target == PLAN_WORKS ? RECTYPE_WORK : RECTYPE_CLAIM;
	bool marked = selection_list(view->marked)->count > 0 &&
	    selection_has(view->marked, address_of(view->scratch, kind, id));

	if (partial)
		(void)surface_text(surface, row, marked ? 0 : 1, 1, ROLE_TEXT,
		    "~");
	if (marked)
		(void)surface_text(surface, row, 1, 1, ROLE_KEY, "*");
}

static void
draw_row(struct view_results *view, struct surface *surface, size_t row,
    size_t index, const struct columns *c)
{
	const struct hit *hit = hit_at(view, index);
	enum rectype kind = view->target == PLAN_WORKS ? RECTYPE_WORK : RECTYPE_CLAIM;
	void *record = hit == NULL ? NULL : library_row(view->library,
	    view->scratch, kind, hit->record);
	size_t text;

	if (record == NULL)
		return;
	text = kind == RECTYPE_WORK ? draw_work(view, surface, row, c, record) :
	    draw_claim(view, surface, row, record);
	draw_signs(view, surface, row, record_id(rectype_schema(kind), record),
	    hit->partial);
	if (index == view->selected)
		draw_selection(surface, row, text);
}

/* Why there is nothing, where the list would be. */
static void
draw_emptiness(struct view_results *view, struct surface *surface,
    size_t row, size_t rows)
{
	struct list lines = wording_emptiness(view->scratch, view->result);
	size_t i;

	if (rows == 0)
		return;
	(void)surface_text(surface, row, 2, surface->columns, ROLE_WARNING,
	    view->target == PLAN_WORKS ? "No works." : "No claims.");
	for (i = 0; i < lines.count && i + 2 < rows; i++)
		(void)surface_text(surface, row + 2 + i, 2, surface->columns,
		    ROLE_TEXT, lines.at[i]);
	surface_cursor(surface, row, 0);
}

void
results_draw(struct view_results *view, struct surface *surface, size_t row,
    size_t rows)
{
	struct columns c = choose_columns(view, surface->columns);
	bool header = rows > 4;
	size_t i;

	view->scratch = mem_context(view);
	if (total(view) == 0) {
		draw_emptiness(view, surface, row, rows);
		rows = 0;
	} else if (header) {
		if (view->target == PLAN_WORKS)
			draw_work_header(view, surface, row, &c);
		else
			draw_claim_header(surface, row);
		row++;
		rows--;
	}
	scroll(view, rows);
	view->first = row;
	view->rows = rows;
	for (i = 0; i < rows; i++)
		draw_row(view, surface, row + i, view->top + i, &c);
	mem_free(view->scratch);
	view->scratch = NULL;
}
