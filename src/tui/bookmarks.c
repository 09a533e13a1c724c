/* Bookmarks: places under letters, searches under digits. */
#include "tui/bookmarks.h"

#include "base/text.h"
#include "tui/history.h"
#include "tui/search_line.h"

/* "a" to "z": its number; LETTERS if it is none. */
static size_t
letter_number(const char *letter)
{
	return *letter >= 'a' && *letter <= 'z' && letter[1] == '\0' ?
	    (size_t)(*letter - 'a') : LETTERS;
}

static unsigned
no_letter(struct app *app)
{
	return app_fail(app, "Bookmarks are the letters a to z");
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
	return EFFECT_DRAW;
}

unsigned
bookmarks_go(struct app *app, const char *letter)
{
	size_t n = letter_number(letter);

	if (n == LETTERS)
		return no_letter(app);
	if (app->bookmarks[n] == NULL) {
		app_format(app, "No bookmark %s", letter);
		return EFFECT_DRAW | EFFECT_BELL;
	}
	return history_go(app, history_entry_copy(app, app->bookmarks[n]));
}

/* Saved searches. */

/* The number of a digit; SAVED_SEARCHES, after saying so, if it is none. */
static size_t
digit_number(struct app *app, const char *digit)
{
	long n = 0;

	if (text_integer(digit, 0, SAVED_SEARCHES - 1, &n))
		return (size_t)n;
	app_say(app, "Searches are saved as 0 to 9");
	return SAVED_SEARCHES;
}

unsigned
bookmarks_search(struct app *app, const char *digit)
{
	size_t n = digit_number(app, digit);

	if (n == SAVED_SEARCHES)
		return EFFECT_DRAW | EFFECT_BELL;
	if (app->options.settings->saved[n] != NULL)
		return search_line_query(app, app->options.settings->saved[n]);
	app_format(app, "No search is saved as %s; :save %s saves this one",
	    digit, digit);
	return EFFECT_DRAW | EFFECT_BELL;
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
	return EFFECT_DRAW;
}
