/* Drawing: the frame around list or page. */
#include "tui/parts.h"

#include <stdlib.h>

#include "base/text.h"
#include "page/page_search.h"
#include "tui/help.h"

static void
draw_right(struct surface *surface, size_t row, enum role role,
    const char *text)
{
	size_t width = text_width(text);

	if (width + 1 < surface->columns)
		(void)surface_text(surface, row, surface->columns - width - 1,
		    width, role, text);
}

/* Where am I, in which bibliography. */
static void
draw_bar(struct app *app)
{
	struct surface *surface = app->surface;
	void *scratch = mem_context(NULL);
	char *right = app->page != NULL ? page_view_status(app->page, scratch,
	    app_body_rows(app)) : mem_format(scratch, "%s  %s",
	    wording_count(scratch, RECTYPE_WORK, library_count(app->library,
	    RECTYPE_WORK)), wording_count(scratch, RECTYPE_CLAIM,
	    library_count(app->library, RECTYPE_CLAIM)));
	char *left = app->page == NULL ? mem_text(scratch, library_title(
	    app->library)) : app_here(app)->address.page == PAGE_FACETS ?
	    mem_format(scratch, "facets  %s", filters_chips(app, scratch)) :
	    app_address(app, scratch);
	size_t room = text_width(right) + 12 < surface->columns ?
	    surface->columns - text_width(right) - 12 : 0;

	(void)surface_text(surface, 0, 1, 8, ROLE_BAR, "strigil");
	(void)surface_text(surface, 0, 10, room, ROLE_BAR, left);
	draw_right(surface, 0, ROLE_BAR, right);
	surface_role(surface, 0, 0, surface->columns, ROLE_BAR);
	mem_free(scratch);
}

/* The query; its filters in brackets, unless it is being typed. */
static void
draw_chips(struct app *app, size_t row, size_t room)
{
	char *text = filters_chips(app, NULL);

	if (app->prompt == NULL || app->ask != ASK_SEARCH)
		(void)surface_text(app->surface, row, 3, room, ROLE_TEXT,
		    text);
	mem_free(text);
}

/* Whether what is typed is not searched for yet: the list is an older one. */
static bool
is_ahead(const struct app *app)
{
	return app->prompt != NULL && app->ask == ASK_SEARCH && !text_same(
	    line_edit_text(app->prompt), results_query(app->results));
}

/* "[14 works] ~24 claims": those in brackets are shown. */
static char *
counts(const struct app *app, const void *ctx)
{
	bool works = results_target(app->results) == PLAN_WORKS, loose;
	long others = results_others(app->results, &loose);
	long total = results_result(app->results)->total;
	char *shown = mem_format(ctx, "[%s]", wording_count(ctx, works ?
	    RECTYPE_WORK : RECTYPE_CLAIM, total));
	char *other = mem_format(ctx, "%s%s", loose ? "~" : "", wording_count(ctx,
	    works ? RECTYPE_CLAIM : RECTYPE_WORK, others));

	if (is_ahead(app))
		return mem_text(ctx, "[not searched yet]");
	return mem_format(ctx, "%s %s", works ? shown : other, works ? other :
	    shown);
}

static void
draw_query(struct app *app, size_t row)
{
	struct surface *surface = app->surface;
	void *scratch = mem_context(NULL);
	char *count = counts(app, scratch);
	size_t room = text_width(count) + 4 < surface->columns ?
	    surface->columns - text_width(count) - 4 : 8;

	(void)surface_text(surface, row, 1, 1, ROLE_KEY, "/");
	draw_chips(app, row, room);
	draw_right(surface, row, ROLE_TEXT, count);
	mem_free(scratch);
}

static void
draw_interpretation(struct app *app, size_t row)
{
	bool ahead = is_ahead(app);
	const char *text = ahead ? results_query(app->results) : app->reading;
	size_t at = 3;

	if (!ahead && *text == '\0')
		return;
	at += surface_text(app->surface, row, at, 9, ROLE_LABEL, ahead ?
	    "list of: " : "read as: ");
	(void)surface_text(app->surface, row, at, app->surface->columns - at,
	    ROLE_TEXT, *text == '\0' ? "everything" : text);
}

/* What was done to the search stands where else a rule is. */
static void
draw_remark(struct app *app, size_t row)
{
	if (*app->remark == '\0')
		surface_rule(app->surface, row);
	else
		(void)surface_text(app->surface, row, 3,
		    app->surface->columns - 3, ROLE_WARNING, app->remark);
}

enum { MESSAGE_ROWS = 3 };

/* The next row of a message; an address that is too wide is broken. */
static size_t
message_line(const char *message, size_t width, const char **next)
{
	size_t n = text_line(message, width, next);

	if (text_width_n(message, n) <= width)
		return n;
	n = text_fit(message, width);
	*next = message + n;
	return n;
}

/*
 * A message takes as many rows above `end` as it needs, so that nothing is
 * cut.
 */
static void
draw_message(struct app *app, enum role role, const char *message, size_t end)
{
	struct surface *surface = app->surface;
	size_t width = surface->columns - 2, lengths[MESSAGE_ROWS], rows, i;
	const char *at = message, *next;
	char *line;

	for (rows = 0; rows < MESSAGE_ROWS && *at != '\0'; at = next)
		lengths[rows++] = message_line(at, width, &next);
	for (at = message, i = 0; i < rows; i++) {
		line = mem_text_n(NULL, at, lengths[i]);
		surface_wipe(surface, end - rows + i);
		(void)surface_text(surface, end - rows + i, 1, width, role,
		    line);
		mem_free(line);
		(void)message_line(at, width, &next);
		at = next;
	}
}

/* Words that complete a line, from the one that the key takes next. */
static void
draw_offer(struct app *app, size_t row)
{
	const struct offer *offer = app->offer;
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < offer->words.count; i++)
		buf_format(app, &out, "%s%s", i > 0 ? "  " : "",
		    (const char *)offer->words.at[(offer->next + i) %
		    offer->words.count]);
	surface_wipe(app->surface, row);
	(void)surface_text(app->surface, row, 1, app->surface->columns - 2,
	    ROLE_KEY, buf_string(&out));
	mem_free(out.data);
}

/* What may follow the key that was pressed: "y  c citation  d doi". */
static char *
continuations(const struct app *app, const void *ctx)
{
	const struct keymap *keymap = app->options.settings->keymap;
	enum mode mode = app_mode(app);
	const struct binding *row;
	struct buf out = { .data = NULL };
	const char *word;
	size_t i;

	buf_format(ctx, &out, "%s", key_text(ctx, app->pending));
	for (i = 0; i < keymap_count(keymap); i++) {
		row = keymap_row(keymap, i);
		if (row->mode != mode || row->key != app->pending ||
		    row->then == K_NONE)
			continue;
		word = row->argument != NULL ? row->argument :
		    action_name(row->action);
		if (row->action == ACTION_WIDEN && !text_same(word, "last"))
			word = filters_nth(app, ctx, (size_t)strtoul(word,
			    NULL, 10));
		if (word != NULL)
			buf_format(ctx, &out, "  %s %s", key_text(ctx,
			    row->then), word);
	}
	return out.data;
}

/* On the right, if there is room; else broken like a message. */
static void
draw_chain(struct app *app, const char *text)
{
	struct surface *surface = app->surface;

	if (text_width(text) + 1 < surface->columns)
		draw_right(surface, surface->rows - 1, ROLE_KEY, text);
	else
		draw_message(app, ROLE_KEY, text, surface->rows);
}

/* A line that is typed at the bottom: a command, a pattern. */
static void
draw_bottom_prompt(struct app *app)
{
	struct surface *surface = app->surface;
	size_t row = surface->rows - 1;

	surface_wipe(surface, row);
	(void)surface_text(surface, row, 0, 1, ROLE_KEY, prompt_sign(app));
	line_edit_draw(app->prompt, surface, row, 1, surface->columns - 2);
}

/* Where nothing is found, what could be searched for comes first. */
static char *
hints(const struct app *app, const void *ctx, size_t width)
{
	const struct keymap *keymap = app->options.settings->keymap;
	bool nothing = app_mode(app) == MODE_LIST &&
	    results_result(app->results)->total == 0;
	const char *key = keymap_keys(keymap, ctx, MODE_LIST, ACTION_TYPOS,
	    NULL), *query = nothing ? search_line_suggestion(app, ctx) : NULL;
	char *first = key == NULL || query == NULL ? mem_text(ctx, "") :
	    mem_format(ctx, "%s try: %s  ", key, query);
	size_t used = text_width(first);

	return mem_format(ctx, "%s%s", first, help_hints(ctx, keymap,
	    app_mode(app), used < width ? width - used : 0));
}

static void
draw_bottom(struct app *app)
{
	struct surface *surface = app->surface;
	bool prompt = app->prompt != NULL && app->ask != ASK_SEARCH;
	size_t row = surface->rows - 1;
	void *scratch = mem_context(NULL);

	if (app->offer != NULL && app->offer->words.count > 0)
		draw_offer(app, prompt ? row - 1 : row);
	else if (app->message != NULL)
		draw_message(app, ROLE_WARNING, app->message, prompt ? row :
		    row + 1);
	else if (app->pending != K_NONE)
		draw_chain(app, continuations(app, scratch));
	else if (!app->options.settings->no_hints)
		(void)surface_text(surface, row, 1, surface->columns,
		    ROLE_KEY, hints(app, scratch, surface->columns - 2));
	if (prompt)
		draw_bottom_prompt(app);
	mem_free(scratch);
}

static void
draw_order(struct app *app, size_t row)
{
	char *text = mem_format(NULL, " sorted by %s%s ", search_order_name(
	    results_result(app->results)->order), app_here(app)->reversed ?
	    ", reversed" : "");
	size_t marked = selection_list(app->marked)->count;

	surface_rule(app->surface, row);
	if (*app->studied != '\0')
		(void)surface_text(app->surface, row, marked > 0 ? 16 : 2,
		    app->surface->columns - text_width(text) - 20, app->unseen ? ROLE_WARNING :
		    ROLE_LABEL, app->studied);
	draw_right(app->surface, row, ROLE_BAR, text);
	if (marked > 0)
		(void)surface_text(app->surface, row, 2, 20, ROLE_BAR,
		    mem_format(text, " %zu marked ", marked));
	mem_free(text);
}

/* The list, and the page of its selected row where there is room. */
static void
draw_body(struct app *app, size_t row, size_t rows)
{
	struct surface *surface = app->surface, *part;
	struct panes panes = preview_panes(app, rows);

	if (panes.rows == 0) {
		results_draw(app->results, surface, row, rows);
		return;
	}
	part = surface_new(NULL, panes.list_rows, panes.list_columns);
	part->ascii = surface->ascii;
	results_draw(app->results, part, 0, panes.list_rows);
	surface_paste(surface, row, 0, part);
	preview_draw(app, row, &panes);
	surface_cursor(surface, row + part->cursor_row, part->cursor_column);
	mem_free(part);
}

static void
draw_results(struct app *app)
{
	struct frame_rows frame = app_frame(app);

	draw_query(app, 1);
	if (frame.top > 3)
		draw_interpretation(app, 2);
	if (frame.top > 2)
		draw_remark(app, frame.top - 1);
	if (frame.bottom > 1)
		draw_order(app, app->surface->rows - 2);
	draw_body(app, frame.top, app->options.rows > frame.top +
	    frame.bottom ? app->options.rows - frame.top - frame.bottom : 1);
	if (app->prompt != NULL && app->ask == ASK_SEARCH)
		line_edit_draw(app->prompt, app->surface, 1, 3,
		    app->surface->columns > 30 ? app->surface->columns - 28 :
		    app->surface->columns - 4);
}

const struct surface *
app_draw(struct app *app)
{
	struct surface *surface = app->surface;
	struct frame_rows frame;

	surface_clear(surface);
	if (app_is_tiny(app)) {
		(void)surface_text(surface, 0, 0, surface->columns, ROLE_TEXT,
		    surface->columns < 18 ? "q quits" : "too small; q quits");
		return surface;
	}
	frame = app_frame(app);
	if (app->page != NULL)
		page_view_draw(app->page, surface, frame.top,
		    app_body_rows(app));
	else
		draw_results(app);
	if (app->bare)
		return surface;
	draw_bar(app);
	draw_bottom(app);
	return surface;
}
