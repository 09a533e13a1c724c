/* Finds text on a page, and moves between matches. */
#include "tui/find.h"

#include <assert.h>

enum { STEPS_MAX = 1000 };

/* Why there are no more matches. */
static const char *
no_match(const struct app *app)
{
	if (app_mode(app) != MODE_LIST)
		return "No more matches";
	return *app->hits->query == '\0' ? "No search words: all works are "
	    "shown" : app->hits->result->partial > 0 ? "No more full "
	    "matches; ~ marks partial ones" : "No more matches";
}

static unsigned
move_to_hit(struct app *app, bool forward)
{
	size_t i = 0;

	do
		if (!app_view(app)->ops->find(app_view(app), forward))
			return app_fail(app, no_match(app));
	while (++i < app->count && i < STEPS_MAX);
	return EFFECT_DRAW;
}

unsigned
find_next(struct app *app)
{
	return move_to_hit(app, !app->backwards);
}

unsigned
find_previous(struct app *app)
{
	return move_to_hit(app, app->backwards);
}

/* Finds text on the page, first in the given direction, then in the other. */
unsigned
find_text(struct app *app, const char *text, bool forward)
{
	struct view *view = app_view(app);

	assert(text != NULL);
	app->backwards = !forward;
	(void)view->ops->seek(view, text);
	if (view->ops->find(view, forward) || view->ops->find(view, !forward))
		return EFFECT_DRAW;
	app_format(app, "Not on this page: %s", text);
	return EFFECT_DRAW | EFFECT_BELL;
}

unsigned
find_words(struct app *app, const char *text)
{
	return find_text(app, text, true);
}

unsigned
find_back_words(struct app *app, const char *text)
{
	return find_text(app, text, false);
}

/* Opens a prompt; on the page of keys, it filters the keys. */
static unsigned
find_ask(struct app *app, enum prompt_kind kind)
{
	app_open_prompt(app, app_here(app)->address.page == PAGE_HELP ?
	    PROMPT_KEYS : kind, "");
	return EFFECT_DRAW;
}

unsigned
find_open(struct app *app)
{
	return find_ask(app, PROMPT_FIND);
}

unsigned
find_back_open(struct app *app)
{
	return find_ask(app, PROMPT_FIND_BACK);
}
