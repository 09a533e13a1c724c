/* Draws the bar, the view and the lines below it. */
#include "tui/app.h"
#include "tui/state.h"

#include <stdlib.h>

#include "base/text.h"
#include "tui/bookmarks.h"
#include "tui/desk.h"
#include "tui/filters.h"
#include "tui/help.h"
#include "tui/key.h"
#include "tui/pico.h"

enum {
	NARROW = 64,		/* columns: narrower screens get shorter words */
	SAVED_CELLS = 20	/* cells of a saved search in hints */
};

/*
 * The current position in words: the type and name of a record, or a page and
 * its query.
 */
static char *
where_in_words(const struct app *app, const void *ctx)
{
	const struct address *here = &app_here(app)->address;
	const struct doc *doc = app_view(app)->ops->text(app_view(app), ctx);
	const char *name = here->page >= PAGE_NAMES || doc->name != NULL ?
	    doc_name(ctx, doc) : text_begins(here->query, "id:") ? "" :
	    here->query;

	if (here->page == PAGE_HELP || here->page == PAGE_TRACE)
		return mem_text(ctx, here->page == PAGE_HELP ? "help" :
		    "trace");
	return mem_format(ctx, "%.*s%s%s", (int)strcspn(doc->address, "/?"),
	    doc->address, *name == '\0' ? "" : "  ", name);
}

/* Draws the name of the page and of the bibliography. */
static void
draw_bar(struct app *app)
{
	struct surface *surface = app->surface;
	void *scratch = mem_context(NULL);
	char *right = app_view(app)->ops->status(app_view(app), scratch);
	const enum page page = app_here(app)->address.page;
	const char *left = page == PAGE_SEARCH ? *app->hits->query == '\0' ?
	    surface->columns < NARROW ? "all" : "everything" : "results" :
	    page == PAGE_FACETS ? mem_format(scratch, "facets  %s",
	    hits_chips(app->hits, scratch)) : where_in_words(app, scratch);
	size_t room = text_width(right) + 12 < surface->columns ?
	    surface->columns - text_width(right) - 12 : 0;

	(void)surface_text(surface, 0, 1, 8, ROLE_BAR, "strigil");
	(void)surface_text(surface, 0, 10, room, ROLE_BAR, left);
	surface_right(surface, 0, ROLE_BAR, right);
	surface_role(surface, 0, 0, surface->columns, ROLE_BAR);
	mem_free(scratch);
}

enum { MESSAGE_ROWS = 3 };

/* The next row of a message; an address wider than the screen is split. */
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

/* Draws a message on as many rows above `end` as it needs: it is never cut. */
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

/* Draws the completions of a line, starting with the next one. */
static void
draw_offer(struct app *app, size_t row, const char *words)
{
	surface_wipe(app->surface, row);
	(void)surface_text(app->surface, row, 1, app->surface->columns - 2,
	    ROLE_KEY, words);
}

/*
 * What a key of a chain does, in a word or two; NULL if there is nothing to do: no
 * such filter, or no search saved under the digit.
 */
static const char *
continuation(const struct app *app, const void *ctx, const struct binding *row)
{
	const char *saved;

	if (row->argument == NULL)
		return action_name(row->action);
	if (row->action == ACTION_WIDEN && !text_same(row->argument, "last"))
		return filters_nth(app, ctx, (size_t)strtoul(row->argument,
		    NULL, 10));
	if (row->action != ACTION_SAVED)
		return row->argument;
	saved = bookmarks_saved(app, row->argument);
	return saved == NULL ? NULL : text_cut(ctx, saved, SAVED_CELLS);
}

/* The keys that may follow the first key of a chain: "y c citation d doi". */
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
		if (!binding_is_in(row, mode) || row->key != app->pending ||
		    row->then == K_NONE)
			continue;
		word = continuation(app, ctx, row);
		if (word != NULL)
			buf_format(ctx, &out, "  %s %s", key_text(ctx,
			    row->then), word);
	}
	return out.data;
}

/*
 * Draws the keys of a chain on the right if they fit, otherwise split like a
 * message.
 */
static void
draw_chain(struct app *app, const char *text)
{
	struct surface *surface = app->surface;

	if (text_width(text) + 1 < surface->columns)
		surface_right(surface, surface->rows - 1, ROLE_KEY, text);
	else
		draw_message(app, ROLE_KEY, text, surface->rows);
}

/* What Enter does in the prompt. */
static const char *
accept_word(const struct app *app)
{
	if (app->prompt == NULL)
		return "";
	switch (prompt_kind(app->prompt)) {
	case PROMPT_SEARCH:
	case PROMPT_NARROW:
		return "search";
	case PROMPT_FIND:
	case PROMPT_FIND_BACK:
		return "find";
	case PROMPT_KEYS:
		return "choose";
	default:
		return "run";
	}
}

/*
 * Hints that are in no table: on the first screen, in the key filter, and after
 * "?".
 */
static const char *
special_hints(const struct app *app, size_t width)
{
	bool keys = app_here(app)->address.page == PAGE_HELP;

	if (app->prompt == NULL)
		return !keys ? NULL : width < NARROW ? "/ find  Tab  Enter "
		    "run  q back" : "/ and first letters find a command  "
		    "Tab Enter run it  q back";
	if (pico_is_typed(app))
		return "Tab next line  S-Tab previous line  Enter show the works  "
		    "Esc leave the line";
	if (app->first && *prompt_text(app->prompt) == '\0')
		return width < NARROW ? "Type to search  Tab  Esc, then q quit" :
		    "Type to search  Down list  Esc, then keys: f filter  "
		    "? help  q quit";
	return prompt_kind(app->prompt) == PROMPT_FIND_BACK && *prompt_text(
	    app->prompt) == '\0' ? "Find backwards; Enter alone "
	    "shows the keys" : NULL;
}

/* The hints; if there are no results, suggestions come first. */
static char *
hints(const struct app *app, const void *ctx, size_t width)
{
	const struct keymap *keymap = app->options.settings->keymap;
	const char *link = results_tab_word(app->results, true);
	const struct hint_words words = { results_open_word(app->results),
	    app->at == 0 ? "quit" : "back",
	    link != NULL ? link : app->hits->how.target == RECTYPE_WORK ?
	    "claims" : "works", results_tab_word(app->results, false),
	    accept_word(app), desk_has_list(app) };
	bool nothing = app_mode(app) == MODE_LIST &&
	    app->hits->result->total == 0;
	const char *key = keymap_keys(keymap, ctx, MODE_LIST, ACTION_TYPOS,
	    NULL), *query = nothing ? hits_suggestion(app->hits, ctx) : NULL;
	char *first = key == NULL || query == NULL ? mem_text(ctx, "") :
	    mem_format(ctx, "%s try: %s  ", key, query);
	size_t used = text_width(first);

	if (special_hints(app, width) != NULL)
		return mem_text(ctx, special_hints(app, width));
	return mem_format(ctx, "%s%s", first, help_hints(ctx, keymap,
	    app_mode(app), &words, used < width ? width - used : 0));
}

static void
draw_bottom(struct app *app)
{
	struct surface *surface = app->surface;
	bool prompt = app->prompt != NULL && prompt_kind(app->prompt) !=
	    PROMPT_SEARCH;
	size_t row = surface->rows - 1;
	void *scratch = mem_context(NULL);
	char *words = app->prompt == NULL ? NULL : prompt_offered(app->prompt,
	    scratch);

	if (words != NULL)
		draw_offer(app, prompt ? row - 1 : row, words);
	else if (app->message != NULL)
		draw_message(app, ROLE_WARNING, app->message, prompt ? row :
		    row + 1);
	else if (app->pending != K_NONE)
		draw_chain(app, continuations(app, scratch));
	else if (app->count > 0)
		draw_chain(app, mem_format(scratch, "%zu  G line %zu  j k "
		    "steps  n matches  Esc cancel", app->count, app->count));
	else if (!app->options.settings->no_hints)
		(void)surface_text(surface, row, 1, surface->columns,
		    ROLE_KEY, hints(app, scratch, surface->columns - 2));
	if (prompt)
		prompt_draw(app->prompt, surface, row);
	mem_free(scratch);
}

/* After a failed read, the old screen stays instead of blank rows. */
static void
draw_view(struct app *app)
{
	struct surface *surface = app->surface;
	size_t size = surface->rows * surface->columns;
	struct cell *kept = mem_array(NULL, struct cell, size);
	struct view *view = app_view(app);
	struct err err = ERR_INIT;

	memcpy(kept, surface->cells, size * sizeof(*kept));
	surface_clear(surface);
	view->ops->draw(view, surface, app->bare ? 0 : 1);
	if (!library_ok(app->library, &err)) {
		memcpy(surface->cells, kept, size * sizeof(*kept));
		app_say(app, err.text);
		library_forgive(app->library);
	}
	mem_free(kept);
}

const struct surface *
app_draw(struct app *app)
{
	struct surface *surface = app->surface;

	if (app_is_tiny(app)) {
		surface_clear(surface);
		(void)surface_text(surface, 0, 0, surface->columns, ROLE_TEXT,
		    surface->columns < 18 ? "q quits" : "too small; q quits");
		return surface;
	}
	draw_view(app);
	if (app->bare)
		return surface;
	draw_bar(app);
	draw_bottom(app);
	return surface;
}
