/* The browser's state: helpers that all its files use. */
#include "tui/state.h"

#include <assert.h>
#include <stdarg.h>

#include "base/text.h"

enum { ROWS_MIN = 5, COLUMNS_MIN = 20 };

struct entry *
app_here(const struct app *app)
{
	assert(app->at < app->history.count);
	return list_at(&app->history, app->at);
}

struct view *
app_view(const struct app *app)
{
	struct view *view = app->page != NULL ? app->page : results_view(
	    app->results);
	size_t frame = app->bare ? 0 : 2;

	assert(view != NULL && view->ops->mode != MODE_PROMPT);
	view->rows = app->options.rows > frame ? app->options.rows - frame : 1;
	view->columns = app->options.columns;
	view->ascii = app->options.ascii;
	return view;
}

bool
app_has_rows(const struct app *app)
{
	return app->page == NULL;
}

enum mode
app_mode(const struct app *app)
{
	return app->prompt != NULL ? MODE_PROMPT : app_view(app)->ops->mode;
}

void
app_say(struct app *app, const char *text)
{
	char *copy = text == NULL ? NULL : mem_text(app, text);

	mem_free(app->message);
	app->message = copy;
}

void
app_format(struct app *app, const char *format, ...)
{
	va_list args;
	char *text;

	assert(format != NULL);
	va_start(args, format);
	text = mem_format_list(app, format, args);
	va_end(args);
	mem_free(app->message);
	app->message = text;
}

unsigned
app_fail(struct app *app, const char *text)
{
	assert(text != NULL);
	app_say(app, text);
	return EFFECT_DRAW | EFFECT_BELL;
}

void
app_open_prompt(struct app *app, enum prompt_kind kind, const char *text)
{
	const struct settings *settings = app->options.settings;
	bool search = kind == PROMPT_SEARCH || kind == PROMPT_NARROW;

	assert(kind < PROMPT_KINDS);
	(void)app_close_prompt(app);
	app->prompt = prompt_new(app, kind, text, search ?
	    settings->searches : settings->commands);
	if (kind == PROMPT_SEARCH)
		results_type(app->results, prompt_line(app->prompt));
}

unsigned
app_close_prompt(struct app *app)
{
	results_type(app->results, NULL);
	mem_free(app->prompt);
	app->prompt = NULL;
	return EFFECT_DRAW;
}

bool
app_is_tiny(const struct app *app)
{
	return app->options.rows < ROWS_MIN ||
	    app->options.columns < COLUMNS_MIN;
}

char *
app_address(const struct app *app, const void *ctx)
{
	return address_print(ctx, &app_here(app)->address);
}

char *
app_subject(const struct app *app, const void *ctx)
{
	struct view *results = results_view(app->results);

	return app_has_rows(app) ? results->ops->selected(results, ctx) :
	    app_address(app, ctx);
}
