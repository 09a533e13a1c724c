/* The notebook in the browser: saving, and showing pages again. */
#include "tui/reading.h"

#include "base/text.h"
#include "library/entries.h"
#include "tui/history.h"
#include "tui/shown.h"

struct notebook *
reading_notebook(struct app *app)
{
	struct notebook *notebook = library_notebook(app->library);

	if (notebook == NULL)
		app_say(app, "No notebook here");
	return notebook;
}

bool
reading_notes_are_broken(struct app *app)
{
	struct notebook *notebook = library_notebook(app->library);
	void *scratch = mem_context(NULL);
	const char *error = notebook == NULL ? NULL : notebook_error(notebook,
	    scratch, NULL);

	if (error != NULL)
		app_say(app, error);
	mem_free(scratch);
	return error != NULL;
}

static bool
say_saved(struct app *app, bool saved, const char *done, size_t conflicts,
    const struct err *err)
{
	if (!saved)
		app_say(app, err->text);
	else if (conflicts > 0)
		app_say(app, "Another session also changed this: both versions "
		    "are kept");
	else if (done != NULL)
		app_say(app, done);
	return saved;
}

bool
reading_save_list(struct app *app, struct list_draft *draft,
    const char *done)
{
	struct err err = ERR_INIT;
	size_t conflicts = 0;
	bool saved = shown_save_list(app, draft, &conflicts, &err);

	return say_saved(app, saved, done, conflicts, &err);
}

bool
reading_save_notes(struct app *app, struct notes_draft *draft,
    const char *done)
{
	struct err err = ERR_INIT;
	size_t conflicts = 0;
	bool saved = shown_save_notes(app, draft, &conflicts, &err);

	return say_saved(app, saved, done, conflicts, &err);
}

void
reading_show(struct app *app, const char *address)
{
	enum { LINKS_MAX = 2000 };
	void *scratch = mem_context(NULL);
	char *message = app->message == NULL ? NULL : mem_text(scratch,
	    app->message);
	size_t link, top, i;
	struct view *view;
	char *selected;

	app_view(app)->ops->place(app_view(app), &link, &top);
	if (!app_has_rows(app))
		(void)history_replace(app, &app_here(app)->address);
	view = app_view(app);
	view->ops->restore(view, link, top);
	for (i = 1; address != NULL && i < LINKS_MAX; i++) {
		view->ops->restore(view, i, top);
		selected = view->ops->selected(view, scratch);
		if (selected == NULL)
			view->ops->restore(view, link < i ? link : i - 1,
			    top);
		if (selected == NULL || text_same(selected, address))
			break;
	}
	if (message != NULL)
		app_say(app, message);
	mem_free(scratch);
}

size_t
reading_version(struct app *app, const char *address)
{
	struct view *view = app_view(app);
	size_t link, top, i, version = 0;
	char *selected;

	view->ops->place(view, &link, &top);
	for (i = 1; i <= link; i++) {
		view->ops->restore(view, i, top);
		selected = view->ops->selected(view, NULL);
		version += text_same(selected, address);
		mem_free(selected);
	}
	return version;
}

unsigned
reading_restore(struct app *app, const struct reading_list *before,
    const struct reading_list *after)
{
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	struct list_draft *draft = mem_new(scratch, struct list_draft);

	draft->base = after;
	draft->list = record_copy(draft, &list_schema, before);
	if (reading_notebook(app) != NULL) {
		if (reading_save_list(app, draft, "List restored"))
			effects = EFFECT_DRAW;
		reading_show(app, NULL);
	}
	mem_free(scratch);
	return effects;
}

unsigned
reading_restore_notes(struct app *app, const struct notes *before,
    const struct notes *after)
{
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	struct notes_draft *draft = mem_new(scratch, struct notes_draft);

	draft->base = after;
	draft->notes = record_copy(draft, &notes_schema, before);
	if (reading_notebook(app) != NULL) {
		if (reading_save_notes(app, draft, "Notes restored"))
			effects = EFFECT_DRAW;
		reading_show(app, NULL);
	}
	mem_free(scratch);
	return effects;
}
