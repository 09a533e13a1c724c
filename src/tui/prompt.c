/*
 * Asking: a line that is being typed over list or page.  What it asks for is
 * a row of a table; editing, history and completion are the same for all.
 */
#include "tui/parts.h"

#include "base/text.h"

static const struct {
	const char	*sign;
	void		(*follow)(struct app *app);	/* as it is typed */
	unsigned	(*accept)(struct app *app);
	unsigned	(*cancel)(struct app *app);
} kinds[ASK_COUNT] = {
	[ASK_SEARCH] = { "/", search_line_follow, search_line_accept,
	    search_line_cancel },
	[ASK_NARROW] = { "&", search_line_follow, search_line_accept,
	    search_line_cancel },
	[ASK_COMMAND] = { ":", NULL, command_accept, prompt_close },
	[ASK_FILTER] = { "/", history_filter_typed, history_filter_accept,
	    history_filter_cancel },
	[ASK_EXPORT] = { ">", NULL, exporting_accept, prompt_close },
	[ASK_PIPE] = { "|", NULL, yank_pipe_accept, prompt_close },
};

const char *
prompt_sign(const struct app *app)
{
	return kinds[app->ask].sign;
}

struct lines *
prompt_lines(const struct app *app)
{
	const struct settings *settings = app->options.settings;

	return app->ask == ASK_SEARCH || app->ask == ASK_NARROW ?
	    settings->searches : settings->commands;
}

void
prompt_open(struct app *app, enum ask ask, const char *text)
{
	app->ask = ask;
	app->prompt = line_edit_new(app, text);
}

unsigned
prompt_close(struct app *app)
{
	mem_free(app->prompt);
	mem_free(app->before);
	mem_free(app->offer);
	app->prompt = NULL;
	app->before = NULL;
	app->offer = NULL;
	return EFFECT_DRAW;
}

/* Completion. */

/* Which words could stand before the cursor. */
static void
make_offer(struct app *app)
{
	const char *text = line_edit_text(app->prompt);
	size_t cursor = line_edit_cursor(app->prompt);

	app->offer = mem_new(app, struct offer);
	app->offer->words = app->ask == ASK_COMMAND ? command_words(app,
	    app->offer, text, cursor, &app->offer->start) :
	    app->ask != ASK_SEARCH && app->ask != ASK_NARROW ?
	    (struct list){ .at = NULL } :
	    complete_query(app->library, app->offer, text, cursor,
	    &app->offer->start);
}

/* The next word that fits, and after the last one what was typed. */
static bool
complete(struct app *app)
{
	struct offer *offer;

	if (app->offer == NULL) {
		make_offer(app);
		app->offer->typed = mem_text_n(app->offer, line_edit_text(
		    app->prompt) + app->offer->start, line_edit_cursor(
		    app->prompt) - app->offer->start);
	}
	offer = app->offer;
	if (offer->words.count == 0) {
		app_say(app, "Nothing is known that begins so.");
		return false;
	}
	line_edit_replace(app->prompt, offer->start, offer->next <
	    offer->words.count ? offer->words.at[offer->next] : offer->typed);
	offer->next = (offer->next + 1) % (offer->words.count + 1);
	return true;
}

/* Keys. */

static bool
edit(struct app *app, enum action action, unsigned key)
{
	switch (action) {
	case ACTION_COMPLETE:
		return complete(app);
	case ACTION_OLDER:
	case ACTION_NEWER:
		return line_edit_recall(app->prompt, prompt_lines(app),
		    action == ACTION_OLDER);
	case ACTION_NONE:
		return line_edit_type(app->prompt, key);
	default:
		return line_edit_edit(app->prompt, action);
	}
}

static bool
is_search(const struct app *app)
{
	return app->ask == ASK_SEARCH || app->ask == ASK_NARROW;
}

/* Actions that end the line, or have nothing to do with it. */
static bool
is_done(struct app *app, enum action action, unsigned *effects)
{
	switch (action) {
	case ACTION_ACCEPT:
		lines_add(prompt_lines(app), line_edit_text(app->prompt));
		*effects = kinds[app->ask].accept(app);
		return true;
	case ACTION_CANCEL:
		*effects = kinds[app->ask].cancel(app);
		return true;
	case ACTION_SUSPEND:
		*effects = app_suspend(app);
		return true;
	case ACTION_REDRAW:
		*effects = EFFECT_DRAW | EFFECT_REPAINT;
		return true;
	case ACTION_SWITCH:
		*effects = EFFECT_DRAW;
		if (is_search(app)) {
			search_line_typed(app);
			*effects = search_line_switch(app);
		}
		return true;
	default:
		return false;
	}
}

unsigned
prompt_key(struct app *app, enum action action, unsigned key)
{
	unsigned effects;
	bool changed;

	if (action != ACTION_COMPLETE) {
		mem_free(app->offer);
		app->offer = NULL;
	}
	/* Down, where nothing newer was typed, goes to the results. */
	if (action == ACTION_NEWER && !line_edit_is_recalled(app->prompt))
		action = is_search(app) ? ACTION_ACCEPT : ACTION_LINE_END;
	if (is_done(app, action, &effects))
		return effects;
	changed = edit(app, action, key);
	if ((changed || app->late) && kinds[app->ask].follow != NULL)
		kinds[app->ask].follow(app);
	return EFFECT_DRAW;
}

/*
 * What was pasted is text, whatever it holds; but if its end was lost on the
 * way, ^C is the way out, which terminals do not let through in a paste.
 */
unsigned
prompt_paste(struct app *app, unsigned key)
{
	if (key == K_PASTE_END || key == K_CTRL('c')) {
		app->pasting = false;
		if (app->prompt != NULL && kinds[app->ask].follow != NULL)
			kinds[app->ask].follow(app);
		return EFFECT_DRAW;
	}
	if (app->prompt == NULL)
		app_say(app, "What is pasted is taken only by a line that is "
		    "being typed; / opens one.");
	else
		(void)line_edit_type(app->prompt, key == K_ENTER || key == '\n' ||
		    key == K_TAB ? ' ' : key);
	return EFFECT_NONE;
}
