/* The notebook in the browser: saving, and showing pages again. */
#include "tui/reading.h"

#include "base/text.h"
#include "library/entries.h"
#include "tui/history.h"

struct notebook *
reading_notebook(struct app *app)
{
	struct notebook *notebook = library_notebook(app->library);

	if (notebook == NULL)
		app_say(app, "There is no notebook here");
	return notebook;
}

static bool
say_saved(struct app *app, bool saved, const char *done, size_t conflicts,
    const struct err *err)
{
	if (!saved)
		app_say(app, err->text);
	else if (conflicts > 0)
		app_say(app, "Another session changed this too: both versions "
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
	bool saved = notebook_save_list(library_notebook(app->library), draft,
	    &conflicts, &err);

	return say_saved(app, saved, done, conflicts, &err);
}

bool
reading_save_notes(struct app *app, struct notes_draft *draft,
    const char *done)
{
	struct err err = ERR_INIT;
	size_t conflicts = 0;
	bool saved = notebook_save_notes(library_notebook(app->library),
	    draft, &conflicts, &err);

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

unsigned
reading_restore(struct app *app, const struct reading_list *before,
    const struct reading_list *after)
{
	void *scratch = mem_context(NULL);
	struct notebook *notebook = reading_notebook(app);
	struct list_draft *draft = notebook == NULL ? NULL :
	    notebook_edit_list(notebook, scratch, before->id);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;

	if (draft != NULL)
		draft->base = after;
	else if (notebook != NULL)
		draft = notebook_new_list(scratch, before->id, before->title);
	if (draft != NULL) {
		draft->list = entries_copy(draft, &list_schema, before);
		if (reading_save_list(app, draft, "List restored"))
			effects = EFFECT_DRAW;
		reading_show(app, NULL);
	}
	mem_free(scratch);
	return effects;
}
