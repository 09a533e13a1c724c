/* Bookmarks: pages saved under letters, searches saved under digits. */
#include "tui/bookmarks.h"

#include "base/number.h"
#include "base/text.h"
#include "library/note_edit.h"
#include "tui/history.h"
#include "tui/reading.h"
#include "tui/search_line.h"
#include "tui/shown.h"

/* The index of "a" to "z"; LETTERS for anything else. */
static size_t
letter_number(const char *letter)
{
	return *letter >= 'a' && *letter <= 'z' && letter[1] == '\0' ?
	    (size_t)(*letter - 'a') : LETTERS;
}

static unsigned
no_letter(struct app *app)
{
	return app_fail(app, "A bookmark is a letter from a to z");
}

/* Also saves the bookmark in the notebook, but not the state of the page. */
static void
keep_bookmark(struct app *app, const char *letter)
{
	void *scratch = mem_context(NULL);
	struct notebook *notebook = library_notebook(app->library);
	const struct address *address = &app_here(app)->address;
	struct notes_draft *draft;
	const char *page, *name;

	if (notebook != NULL && address->page != PAGE_HELP && address->page !=
	    PAGE_TRACE) {
		draft = shown_edit_notes(app, scratch);
		page = library_keep(app->library, scratch, address, &name);
		bookmark_put(draft->notes, letter, page, name);
		(void)reading_save_notes(app, draft, NULL);
	}
	mem_free(scratch);
}

unsigned
bookmarks_set(struct app *app, const char *letter)
{
	size_t n = letter_number(letter);

	if (n == LETTERS)
		return no_letter(app);
	history_remember(app);
	mem_free(app->bookmarks[n]);
	app->bookmarks[n] = history_entry_copy(app, app_here(app));
	app_format(app, "Bookmarked as %s", letter);
	keep_bookmark(app, letter);
	return EFFECT_DRAW;
}

/* Goes to a bookmark of an earlier session. */
static unsigned
go_to_kept(struct app *app, const char *letter)
{
	struct notebook *notebook = library_notebook(app->library);
	const struct page_bookmark *bookmark = notebook == NULL ? NULL :
	    bookmark_find(notebook_notes(notebook), letter);
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	struct address address;

	if (bookmark == NULL) {
		if (!reading_notes_are_broken(app))
			app_format(app, "No bookmark %s", letter);
	} else if (library_target(app->library, scratch, bookmark->page,
	    bookmark->bibliography, &address) != TARGET_HERE) {
		app_format(app, "Bookmark %s: %s is not in the open "
		    "bibliographies", letter, bookmark->page);
	} else {
		effects = history_go(app, history_entry_new(app, &address));
	}
	mem_free(scratch);
	return effects;
}

unsigned
bookmarks_go(struct app *app, const char *letter)
{
	size_t n = letter_number(letter);

	if (n == LETTERS)
		return no_letter(app);
	if (app->bookmarks[n] == NULL)
		return go_to_kept(app, letter);
	return history_go(app, history_entry_copy(app, app->bookmarks[n]));
}

/* Saved searches. */

/*
 * The saved search that a digit means; SAVED_SEARCHES, with a message, if it is
 * not a digit.
 */
static size_t
digit_number(struct app *app, const char *digit)
{
	long n = 0;

	if (number_integer(digit, 0, SAVED_SEARCHES - 1, &n))
		return (size_t)n;
	app_say(app, "A search is saved under a digit, 0 to 9");
	return SAVED_SEARCHES;
}

const char *
bookmarks_saved(const struct app *app, const char *digit)
{
	struct notebook *notebook = library_notebook(app->library);
	long n = 0;

	if (!number_integer(digit, 0, SAVED_SEARCHES - 1, &n))
		return NULL;
	if (app->options.settings->saved[n] != NULL)
		return app->options.settings->saved[n];
	return notebook == NULL ? NULL : search_find(notebook_notes(notebook),
	    digit);
}

unsigned
bookmarks_search(struct app *app, const char *digit)
{
	const char *saved = bookmarks_saved(app, digit);

	if (saved != NULL)
		return search_line_query(app, saved);
	if (digit_number(app, digit) == SAVED_SEARCHES)
		return EFFECT_DRAW | EFFECT_BELL;
	if (!reading_notes_are_broken(app))
		app_format(app, "No search is saved as %s; :save %s saves "
		    "this one", digit, digit);
	return EFFECT_DRAW | EFFECT_BELL;
}

static void
keep_search(struct app *app, const char *digit)
{
	void *scratch = mem_context(NULL);
	struct notebook *notebook = library_notebook(app->library);
	struct notes_draft *draft;

	if (notebook != NULL && *app->hits->query != '\0') {
		draft = shown_edit_notes(app, scratch);
		search_put(draft->notes, digit, app->hits->query);
		(void)reading_save_notes(app, draft, NULL);
	}
	mem_free(scratch);
}

unsigned
bookmarks_save_search(struct app *app, const char *digit)
{
	struct settings *settings = app->options.settings;
	size_t n = digit_number(app, digit);

	if (n == SAVED_SEARCHES)
		return EFFECT_DRAW | EFFECT_BELL;
	mem_free(settings->saved[n]);
	settings->saved[n] = mem_text(settings, app->hits->query);
	settings->saved_changed |= 1u << n;
	app_format(app, "Saved; '%s runs it", digit);
	keep_search(app, digit);
	return EFFECT_DRAW;
}
