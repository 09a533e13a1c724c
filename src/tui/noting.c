/* Notes, tags and reading states. */
#include "tui/noting.h"

#include "base/number.h"
#include "base/text.h"
#include "library/note_edit.h"
#include "record/value.h"
#include "tui/reading.h"
#include "tui/selecting.h"
#include "tui/shown.h"
#include "tui/yank.h"

/*
 * The address of the current page or row as saved; NULL, with a message, if
 * there is none.
 */
static const char *
page_at_hand(struct app *app, const void *ctx, const char **name)
{
	char *text = app_subject(app, ctx);
	struct address address;

	if (text == NULL)
		text = app_address(app, ctx);
	if (!library_resolve(app->library, ctx, text, &address) ||
	    address.page == PAGE_HELP) {
		app_say(app, "This page cannot have a note");
		return NULL;
	}
	return library_keep(app->library, ctx, &address, name);
}

/* The type of the functions in note_edit.h that change a note. */
typedef void	 note_change(struct notes *notes, const char *page,
		    const char *bibliography, const char *value);

/* Changes the notes on pages (struct kept_name). */
static unsigned
change_page_notes(struct app *app, const struct list *pages,
    note_change *change, const char *value, const char *done)
{
	void *scratch = mem_context(NULL);
	struct notes_draft *draft = pages->count == 0 ||
	    reading_notebook(app) == NULL ? NULL : shown_edit_notes(app,
	    scratch);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	const struct kept_name *kept;
	size_t i;

	for (i = 0; draft != NULL && i < pages->count; i++) {
		kept = list_at(pages, i);
		change(draft->notes, kept->page, kept->bibliography, value);
	}
	if (draft != NULL) {
		if (reading_save_notes(app, draft, pages->count == 1 ? done :
		    mem_format(scratch, "%s: %zu selected; U clears the "
		    "selection", done, pages->count))) {
			selecting_note_notes(app, draft->replaced,
			    draft->notes);
			effects = EFFECT_DRAW;
		}
		reading_show(app, NULL);
	}
	mem_free(scratch);
	return effects;
}

static void
noting_add_page(const void *ctx, struct list *pages, const char *page,
    const char *bibliography)
{
	struct kept_name *kept = mem_new(ctx, struct kept_name);

	kept->page = page;
	kept->bibliography = bibliography;
	list_add(ctx, pages, kept);
}

/* The current page or row; an empty list, with a message, if there is none. */
static struct list
one_at_hand(struct app *app, const void *ctx)
{
	struct list pages = { .at = NULL };
	const char *name = NULL, *page = page_at_hand(app, ctx, &name);

	if (page != NULL)
		noting_add_page(ctx, &pages, page, name);
	return pages;
}

/* The selected rows, or else the current page or row. */
static struct list
all_at_hand(struct app *app, const void *ctx)
{
	struct list pages = { .at = NULL }, addresses = { .at = NULL };
	const char *page, *name;
	size_t i;

	if (app_has_rows(app))
		addresses = selecting_addresses(app, ctx);
	for (i = 0; i < addresses.count; i++) {
		page = library_keep(app->library, ctx, list_at(&addresses, i),
		    &name);
		noting_add_page(ctx, &pages, page, name);
	}
	return pages.count > 0 ? pages : one_at_hand(app, ctx);
}

unsigned
noting_text(struct app *app, const char *text)
{
	void *scratch = mem_context(NULL);
	struct list pages = one_at_hand(app, scratch);
	unsigned effects = change_page_notes(app, &pages, note_set_text, text,
	    "Note saved");

	mem_free(scratch);
	return effects;
}

unsigned
noting_tag(struct app *app, const char *word)
{
	void *scratch = mem_context(NULL);
	struct list pages = all_at_hand(app, scratch);
	unsigned effects = change_page_notes(app, &pages, note_set_tag, word,
	    *word == '-' ? "Tag removed" : "Tagged");

	mem_free(scratch);
	return effects;
}

/* The current note, for the editor or the prompt. */
static const struct page_note *
noting_begin(struct app *app, const char *page, const char *name)
{
	shown_take(app);
	return note_find(shown_notes(app), page, name);
}

/* What was written about a page and could not be saved, or its note. */
static char *
text_to_edit(const struct app *app, const void *ctx, const char *page,
    const struct page_note *note)
{
	if (page != NULL && text_same(app->unsaved_page, page))
		return mem_text(ctx, app->unsaved_note);
	return note == NULL ? mem_text(ctx, "") : note_text(ctx, note);
}

unsigned
noting_open(struct app *app)
{
	void *scratch = mem_context(NULL);
	const char *name = NULL, *page = reading_notebook(app) == NULL ||
	    reading_notes_are_broken(app) ? NULL : page_at_hand(app, scratch,
	    &name);
	const struct page_note *note = page == NULL ? NULL :
	    noting_begin(app, page, name);
	char *text = text_to_edit(app, scratch, page, note);
	unsigned effects = EFFECT_DRAW;

	if (page != NULL && app->options.settings->editor &&
	    !app->options.settings->restricted) {
		effects = yank_request(app, REQUEST_EDIT, text, page);
	} else if (note != NULL && note->paragraphs.count > 1) {
		effects = app_fail(app, "This note has several lines: set "
		    "EDITOR to change them; ':note TEXT' replaces them");
	} else if (page != NULL) {
		text = text_clean(scratch, text, strlen(text));
		app_open_prompt(app, PROMPT_COMMAND, mem_format(scratch,
		    "note %s", text));
	}
	mem_free(scratch);
	return effects;
}

unsigned
noting_edited(struct app *app, const char *page, const char *text)
{
	void *scratch = mem_context(NULL);
	struct list pages = { .at = NULL };
	struct address address;
	const char *name = NULL;
	unsigned effects;

	/* The next edit of the page begins with it unless it can be saved. */
	mem_free(app->unsaved_page);
	mem_free(app->unsaved_note);
	app->unsaved_page = mem_text(app, page);
	app->unsaved_note = mem_text(app, text);
	if (library_resolve(app->library, scratch, page, &address)) {
		page = library_keep(app->library, scratch, &address, &name);
		noting_add_page(scratch, &pages, page, name);
	}
	effects = change_page_notes(app, &pages, note_set_text, text,
	    "Note saved");
	if ((effects & EFFECT_BELL) == 0) {
		mem_free(app->unsaved_page);
		app->unsaved_page = NULL;
	}
	mem_free(scratch);
	return effects;
}

unsigned
noting_read(struct app *app)
{
	void *scratch = mem_context(NULL);
	struct list pages = { .at = NULL };
	const struct kept_name *first;
	const struct page_note *note;
	const char *state;
	unsigned effects;

	if (reading_notebook(app) != NULL)
		pages = all_at_hand(app, scratch);
	first = pages.count == 0 ? NULL : list_at(&pages, 0);
	note = first == NULL ? NULL : note_find(shown_notes(app), first->page,
	    first->bibliography);
	state = note == NULL || note->state == NULL ? "read" :
	    text_same(note->state, "read") ? "to-read" : "none";
	effects = change_page_notes(app, &pages, note_set_state, state,
	    text_same(state, "none") ? "Reading mark removed" :
	    code_label(&reading_states, state));

	mem_free(scratch);
	return effects;
}

/* Dropping one of two versions. */

static unsigned
drop_version(struct app *app, const char *page, const char *name,
    size_t number)
{
	void *scratch = mem_context(NULL);
	struct notes_draft *draft = shown_edit_notes(app, scratch);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	bool last = note_versions(draft->notes, page, name) == 1;

	if (!note_drop(draft->notes, page, name, number)) {
		app_format(app, "There is no version %zu", number);
	} else if (reading_save_notes(app, draft, last ?
	    "Note removed; z undoes it" : mem_format(scratch,
	    "Version %zu dropped; z undoes it", number))) {
		selecting_note_notes(app, draft->replaced, draft->notes);
		effects = EFFECT_DRAW;
	}
	reading_show(app, NULL);
	mem_free(scratch);
	return effects;
}

/* On the page of all notes, drops the selected one. */
static unsigned
drop_selected(struct app *app, const void *ctx)
{
	char *link = app_view(app)->ops->selected(app_view(app), ctx);
	struct address address;
	const char *page, *name = NULL;

	if (link == NULL)
		return app_fail(app, "Select a note first, with Tab");
	page = library_resolve(app->library, ctx, link, &address) ?
	    library_keep(app->library, ctx, &address, &name) : link;
	if (note_versions(shown_notes(app), page, name) == 0)
		return app_fail(app, "Select a note first, with Tab");
	return drop_version(app, page, name, reading_version(app, link));
}

unsigned
noting_drop(struct app *app)
{
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	const char *name = NULL, *page;
	size_t versions;

	if (reading_notebook(app) == NULL || reading_notes_are_broken(app)) {
		mem_free(scratch);
		return effects;
	}
	if (app_here(app)->address.page == PAGE_NOTES) {
		effects = drop_selected(app, scratch);
	} else if ((page = page_at_hand(app, scratch, &name)) != NULL) {
		versions = note_versions(shown_notes(app), page, name);
		if (versions < 2) {
			app_say(app, versions == 0 ? "No note here" :
			    "This note has only one version; e edits it");
		} else {
			app_open_prompt(app, PROMPT_COMMAND, "drop ");
			app_format(app, "Type the number of the version to "
			    "drop, 1 to %zu", versions);
			effects = EFFECT_DRAW;
		}
	}
	mem_free(scratch);
	return effects;
}

unsigned
noting_drop_number(struct app *app, const char *number)
{
	enum { VERSIONS_MAX = 1000 };
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	const char *name = NULL, *page;
	long n = 0;

	if (!number_integer(number, 1, VERSIONS_MAX, &n))
		effects = app_fail(app, "Usage: :drop NUMBER (of the version "
		    "to drop)");
	else if (reading_notebook(app) != NULL && !reading_notes_are_broken(
	    app) && (page = page_at_hand(app, scratch, &name)) != NULL)
		effects = drop_version(app, page, name, (size_t)n);
	mem_free(scratch);
	return effects;
}
