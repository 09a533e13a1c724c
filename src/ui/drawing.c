/* Drawing: the frame around list or page. */
#include "ui/parts.h"

#include "base/text.h"
#include "page/page_search.h"
#include "ui/help.h"

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
	    say_count(scratch, KIND_WORK, library_count(app->library,
	    KIND_WORK)), say_count(scratch, KIND_CLAIM,
	    library_count(app->library, KIND_CLAIM)));
	char *left = app->page != NULL ? app_address(app, scratch) :
	    mem_text(scratch, library_title(app->library));
	size_t room = text_width(right) + 12 < surface->columns ?
	    surface->columns - text_width(right) - 12 : 0;

	(void)surface_text(surface, 0, 1, 8, ROLE_BAR, "strigil");
	(void)surface_text(surface, 0, 10, room, ROLE_BAR, left);
	draw_right(surface, 0, ROLE_BAR, right);
	surface_role(surface, 0, 0, surface->columns, ROLE_BAR);
	mem_free(scratch);
}

static void
draw_query(struct app *app, size_t row)
{
	struct surface *surface = app->surface;
	const struct result *result = results_result(app->results);
	void *scratch = mem_context(NULL);
	bool works = results_target(app->results) == PLAN_WORKS;
	char *count = mem_format(scratch, works ? "[%s] %s" : "%s [%s]",
	    say_count(scratch, KIND_WORK, works ? result->total :
	    results_others(app->results)), say_count(scratch, KIND_CLAIM,
	    works ? results_others(app->results) : result->total));
	size_t room = text_width(count) + 4 < surface->columns ?
	    surface->columns - text_width(count) - 4 : 8;

	(void)surface_text(surface, row, 1, 1, ROLE_KEY, "/");
	(void)surface_text(surface, row, 3, room, ROLE_TEXT,
	    app->prompt != NULL ? "" : results_query(app->results));
	draw_right(surface, row, ROLE_TEXT, count);
	mem_free(scratch);
}

static void
draw_reading(struct app *app, size_t row)
{
	size_t at = 3;

	if (*app->reading == '\0')
		return;
	at += surface_text(app->surface, row, at, 9, ROLE_LABEL,
	    "read as: ");
	(void)surface_text(app->surface, row, at, app->surface->columns - at,
	    ROLE_TEXT, app->reading);
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

static void
draw_bottom(struct app *app)
{
	struct surface *surface = app->surface;
	size_t row = surface->rows - 1;
	void *scratch = mem_context(NULL);

	(void)surface_text(surface, row, 1, surface->columns,
	    app->message != NULL ? ROLE_WARNING : ROLE_KEY,
	    app->message != NULL ? app->message :
	    help_hints(scratch, app_mode(app)));
	mem_free(scratch);
}

static void
draw_order(struct app *app, size_t row)
{
	char *text = mem_format(NULL, " sorted by %s ", search_order_name(
	    results_result(app->results)->order));
	size_t marked = marked_list(app->marked)->count;

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

static void
draw_results(struct app *app)
{
	struct frame_rows frame = app_frame(app);

	draw_query(app, 1);
	if (frame.top > 3)
		draw_reading(app, 2);
	if (frame.top > 2)
		draw_remark(app, frame.top - 1);
	if (frame.bottom > 1)
		draw_order(app, app->surface->rows - 2);
	results_draw(app->results, app->surface, frame.top, app_body_rows(app));
	if (app->prompt != NULL)
		prompt_draw(app->prompt, app->surface, 1, 3,
		    app->surface->columns > 30 ? app->surface->columns - 28 :
		    app->surface->columns - 4);
}

const struct surface *
app_draw(struct app *app)
{
	struct surface *surface = app->surface;

	surface_clear(surface);
	if (app_is_tiny(app)) {
		(void)surface_text(surface, 0, 0, surface->columns, ROLE_TEXT,
		    surface->columns < 18 ? "q quits" : "too small; q quits");
		return surface;
	}
	draw_bar(app);
	draw_bottom(app);
	if (app->page != NULL)
		page_view_draw(app->page, surface, 1, app_body_rows(app));
	else
		draw_results(app);
	return surface;
}
