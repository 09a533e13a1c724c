/* Marking: picking rows of the results out, and undoing that. */
#include "tui/parts.h"

enum { UNDOS_MAX = 100 };

/* A change that can be undone: of marks, or of what is searched for. */
struct undo {
	struct entry	*search;	/* as it was; NULL: of marks */
};

void
selecting_note(struct app *app, struct entry *search)
{
	struct list *undos = &app->undos;
	struct undo *undo = mem_new(app, struct undo);

	undo->search = search == NULL ? NULL : mem_move(undo, search);
	if (search == NULL)
		selection_note(app->marked);
	if (undos->count == UNDOS_MAX) {
		mem_free(undos->at[0]);
		undos->count--;
		memmove(undos->at, undos->at + 1, undos->count *
		    sizeof(*undos->at));
	}
	list_add(app, undos, undo);
}

static void
wording_marked(struct app *app)
{
	size_t n = selection_list(app->marked)->count;
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
selecting_toggle(struct app *app)
{
	char *address;

	if (!has_row(app, &address))
		return EFFECT_DRAW | EFFECT_BELL;
	selecting_note(app, NULL);
	selection_set(app->marked, address, !selection_has(app->marked, address));
	mem_free(address);
	results_move(app->results, ACTION_MOVE_DOWN, app_body_rows(app));
	wording_marked(app);
	return EFFECT_DRAW;
}

/* The rows from where the range began to the selected one. */
static void
mark_range(struct app *app, size_t from, size_t to)
{
	char *address;
	size_t row;

	selecting_note(app, NULL);
	for (row = from < to ? from : to; row <= (from < to ? to : from);
	    row++) {
		address = results_address(app->results, app, row);
		if (address != NULL)
			selection_set(app->marked, address, true);
		mem_free(address);
	}
}

unsigned
selecting_range(struct app *app)
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
	wording_marked(app);
	return EFFECT_DRAW;
}

unsigned
selecting_clear(struct app *app)
{
	if (selection_list(app->marked)->count > 0) {
		selecting_note(app, NULL);
		selection_clear(app->marked);
	}
	wording_marked(app);
	return EFFECT_DRAW;
}

/* Facets take each other's place, a search is a place of its own. */
static unsigned
bring_back(struct app *app, struct entry *to)
{
	if (to->address.page != PAGE_FACETS ||
	    app_here(app)->address.page != PAGE_FACETS)
		return history_go(app, to);
	mem_free(app_here(app));
	app->history.at[app->at] = to;
	(void)history_show(app);
	return EFFECT_DRAW;
}

unsigned
selecting_undo(struct app *app)
{
	struct undo *undo;
	unsigned effects = EFFECT_DRAW;

	if (app->undos.count == 0) {
		app_say(app, "There is nothing to undo.");
		return EFFECT_DRAW | EFFECT_BELL;
	}
	undo = app->undos.at[--app->undos.count];
	if (undo->search != NULL) {
		effects = bring_back(app, mem_move(app, undo->search));
		app_say(app, "The search is as it was before.");
	} else {
		(void)selection_undo(app->marked);
		wording_marked(app);
	}
	mem_free(undo);
	return effects;
}
