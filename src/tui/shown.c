/* The notebook data on screen. */
#include "tui/shown.h"

#include "base/text.h"
#include "library/entries.h"

static void
set_notes(struct app *app, const struct notes *notes)
{
	struct notes *copy = record_copy(app, &notes_schema, notes);

	mem_free(app->shown_notes);
	app->shown_notes = copy;
}

static void
set_list(struct app *app, const struct reading_list *list)
{
	struct reading_list *copy = list == NULL ? NULL : record_copy(app,
	    &list_schema, list);

	mem_free(app->shown_list);
	app->shown_list = copy;
}

void
shown_take(struct app *app)
{
	struct notebook *notebook = library_notebook(app->library);
	const struct address *here = &app_here(app)->address;
	const struct notes *notes;
	bool typed = app->prompt != NULL && prompt_kind(app->prompt) ==
	    PROMPT_COMMAND;

	if (notebook == NULL || typed)
		return;
	notes = notebook_notes(notebook);
	if (app->shown_version != notebook_notes_version(notebook))
		set_notes(app, notes);
	app->shown_version = notebook_notes_version(notebook);
	set_list(app, here->page == PAGE_RECORD && here->kind ==
	    RECTYPE_LIST ? notebook_list(notebook, here->id) : NULL);
}

const struct notes *
shown_notes(struct app *app)
{
	if (app->shown_notes == NULL)
		set_notes(app, notebook_notes(library_notebook(
		    app->library)));
	return app->shown_notes;
}

struct notes_draft *
shown_edit_notes(struct app *app, const void *ctx)
{
	struct notes_draft *draft = mem_new(ctx, struct notes_draft);

	draft->base = record_copy(draft, &notes_schema, shown_notes(app));
	draft->notes = record_copy(draft, &notes_schema, draft->base);
	return draft;
}

struct list_draft *
shown_edit_list(struct app *app, const void *ctx, const char *name)
{
	struct list_draft *draft;

	if (app->shown_list == NULL || !text_same(app->shown_list->id, name))
		return notebook_edit_list(library_notebook(app->library), ctx,
		    name);
	draft = mem_new(ctx, struct list_draft);
	draft->base = record_copy(draft, &list_schema, app->shown_list);
	draft->list = record_copy(draft, &list_schema, app->shown_list);
	return draft;
}

bool
shown_save_notes(struct app *app, struct notes_draft *draft,
    size_t *conflicts, struct err *err)
{
	struct notes *mine = record_copy(NULL, &notes_schema, draft->notes);
	bool saved = notebook_save_notes(library_notebook(app->library),
	    draft, conflicts, err);

	if (saved)
		set_notes(app, *conflicts > 0 ? draft->notes : mine);
	mem_free(mine);
	return saved;
}

bool
shown_save_list(struct app *app, struct list_draft *draft,
    size_t *conflicts, struct err *err)
{
	struct reading_list *mine = record_copy(NULL, &list_schema,
	    draft->list);
	bool saved = notebook_save_list(library_notebook(app->library), draft,
	    conflicts, err);

	if (saved && app->shown_list != NULL && text_same(
	    app->shown_list->id, mine->id))
		set_list(app, *conflicts > 0 ? draft->list : mine);
	mem_free(mine);
	return saved;
}
