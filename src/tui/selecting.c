/* Selects rows of the results, and undoes changes. */
#include "tui/selecting.h"

#include <assert.h>

#include "library/entries.h"
#include "tui/history.h"
#include "tui/reading.h"

enum { UNDOS_MAX = 100 };

/* A change that can be undone: of the selection, of the search or of a list. */
struct undo {
	struct entry		*search;	/* the search before the
						   change, or NULL */
	struct reading_list	*list;		/* the list before the
						   change, or NULL */
	struct reading_list	*list_after;	/* the list after the change */
	struct notes		*notes;		/* the notes that changed; if
						   all are NULL, the
						   selection changed */
	struct notes		*notes_after;
};

static void
push_undo(struct app *app, struct undo *undo)
{
	struct list *undos = &app->undos;

	assert(undos->count <= UNDOS_MAX);
	if (undos->count == UNDOS_MAX)
		mem_free(list_take(undos, 0));
	list_add(app, undos, undo);
}

void
selecting_note(struct app *app, struct entry *search)
{
	struct undo *undo = mem_new(app, struct undo);

	undo->search = search == NULL ? NULL : mem_move(undo, search);
	if (search == NULL)
		selection_note(app->selection);
	push_undo(app, undo);
}

void
selecting_note_list(struct app *app, const struct reading_list *before,
    const struct reading_list *after)
{
	struct undo *undo = mem_new(app, struct undo);

	undo->list = record_copy(undo, &list_schema, before);
	undo->list_after = record_copy(undo, &list_schema, after);
	push_undo(app, undo);
}

void
selecting_note_notes(struct app *app, const struct notes *before,
    const struct notes *after)
{
	struct undo *undo = mem_new(app, struct undo);

	undo->notes = entries_difference(undo, &notes_schema, before, after);
	undo->notes_after = entries_difference(undo, &notes_schema, after,
	    before);
	if (entries_are_same(&notes_schema, undo->notes, undo->notes_after))
		mem_free(undo);
	else
		push_undo(app, undo);
}

static void
say_marked(struct app *app)
{
	size_t n = selection_list(app->selection)->count;

	if (n == 0)
		app_say(app, "Nothing selected");
	else
		app_format(app, "%zu selected", n);
}

/*
 * Whether there is a row to select; shows a message if not.  The cursor leaves
 * the links above the rows.
 */
static bool
selecting_has_row(struct app *app, char **address)
{
	results_select_link(app->results, 0);
	*address = !app_has_rows(app) ? NULL : results_row_address(
	    app->results, app);
	if (*address == NULL)
		app_say(app, "Nothing to select here");
	return *address != NULL;
}

unsigned
selecting_toggle(struct app *app)
{
	char *address;

	if (!selecting_has_row(app, &address))
		return EFFECT_DRAW | EFFECT_BELL;
	selecting_note(app, NULL);
	selection_set(app->selection, address, !selection_has(app->selection,
	    address));
	mem_free(address);
	app_view(app)->ops->move(app_view(app), ACTION_MOVE_DOWN, 0);
	say_marked(app);
	return EFFECT_DRAW;
}

/* Selects the rows from the start of the range to the current one. */
static void
mark_range(struct app *app, size_t from, size_t to)
{
	char *address;
	size_t row;

	selecting_note(app, NULL);
	for (row = from < to ? from : to; row <= (from < to ? to : from);
	    row++) {
		address = hits_address(app->hits, app, row);
		if (address != NULL)
			selection_set(app->selection, address, true);
		mem_free(address);
	}
}

unsigned
selecting_range(struct app *app)
{
	size_t row = results_row(app->results);
	char *address;

	if (!selecting_has_row(app, &address))
		return EFFECT_DRAW | EFFECT_BELL;
	mem_free(address);
	if (app->range == 0) {
		app->range = row + 1;
		app_say(app, "Range begins here; v again ends it");
		return EFFECT_DRAW;
	}
	mark_range(app, app->range - 1, row);
	app->range = 0;
	say_marked(app);
	return EFFECT_DRAW;
}

unsigned
selecting_clear(struct app *app)
{
	if (selection_list(app->selection)->count > 0) {
		selecting_note(app, NULL);
		selection_clear(app->selection);
	}
	say_marked(app);
	return EFFECT_DRAW;
}

/* Restores a search in the history; a facets page replaces the current one. */
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

	if (app->undos.count == 0)
		return app_fail(app, "Nothing to undo");
	undo = list_pop(&app->undos);
	if (undo->search != NULL) {
		effects = bring_back(app, mem_move(app, undo->search));
		app_say(app, "Search restored");
	} else if (undo->list != NULL) {
		effects = reading_restore(app, undo->list, undo->list_after);
	} else if (undo->notes_after != NULL) {
		effects = reading_restore_notes(app, undo->notes,
		    undo->notes_after);
	} else {
		(void)selection_undo(app->selection);
		say_marked(app);
	}
	mem_free(undo);
	return effects;
}

struct list
selecting_addresses(struct app *app, const void *ctx)
{
	bool picked = app_has_rows(app) || app_here(app)->address.page ==
	    PAGE_COMPARE;
	struct list texts = { .at = NULL }, addresses = { .at = NULL };
	struct address *address;
	char *here;
	size_t i;

	if (picked)
		texts = *selection_list(app->selection);
	if (texts.count == 0) {
		here = app_subject(app, ctx);
		texts = (struct list){ .at = NULL };
		if (here != NULL)
			list_add(ctx, &texts, here);
	}
	for (i = 0; i < texts.count; i++) {
		address = mem_new(ctx, struct address);
		if (library_resolve(app->library, ctx, list_at(&texts, i),
		    address))
			list_add(ctx, &addresses, address);
	}
	return addresses;
}
