/* Marking: picking rows of the results out, and undoing that. */
#include "ui/parts.h"

static void
say_marked(struct app *app)
{
	size_t n = marked_list(app->marked)->count;
	char *text = n == 0 ? mem_text(NULL, "Nothing is marked.") :
	    mem_format(NULL, "%zu marked.", n);

	app_say(app, text);
	mem_free(text);
}

/* Whether there is a row to mark; says so if not. */
static bool
has_row(struct app *app, char **address)
{
	*address = app->page != NULL ? NULL : results_selected(app->results,
	    app);
	if (*address == NULL)
		app_say(app, "There is nothing to mark here.");
	return *address != NULL;
}

unsigned
marking_toggle(struct app *app)
{
	char *address;

	if (!has_row(app, &address))
		return EFFECT_DRAW | EFFECT_BELL;
	marked_note(app->marked);
	marked_set(app->marked, address, !marked_has(app->marked, address));
	mem_free(address);
	results_move(app->results, ACTION_MOVE_DOWN, app_body_rows(app));
	say_marked(app);
	return EFFECT_DRAW;
}

/* The rows from where the range began to the selected one. */
static void
mark_range(struct app *app, size_t from, size_t to)
{
	char *address;
	size_t row;

	marked_note(app->marked);
	for (row = from < to ? from : to; row <= (from < to ? to : from);
	    row++) {
		address = results_address(app->results, app, row);
		if (address != NULL)
			marked_set(app->marked, address, true);
		mem_free(address);
	}
}

unsigned
marking_range(struct app *app)
{
	size_t row, top;
	char *address;

	if (!has_row(app, &address))
		return EFFECT_DRAW | EFFECT_BELL;
	mem_free(address);
	results_place(app->results, &row, &top);
	if (app->range == 0) {
		app->range = row + 1;
		app_say(app, "A range begins here; the same key marks up to "
		    "the row where it ends.");
		return EFFECT_DRAW;
	}
	mark_range(app, app->range - 1, row);
	app->range = 0;
	say_marked(app);
	return EFFECT_DRAW;
}

unsigned
marking_clear(struct app *app)
{
	if (marked_list(app->marked)->count > 0) {
		marked_note(app->marked);
		marked_clear(app->marked);
	}
	say_marked(app);
	return EFFECT_DRAW;
}

unsigned
marking_undo(struct app *app)
{
	if (!marked_undo(app->marked)) {
		app_say(app, "There is nothing to undo.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	say_marked(app);
	return EFFECT_DRAW;
}
