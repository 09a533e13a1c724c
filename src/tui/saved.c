/* Saved searches: a query under each digit. */
#include "tui/parts.h"

#include "base/text.h"

/* The number of a digit; SAVED_SEARCHES, after saying so, if it is none. */
static size_t
digit_number(struct app *app, const char *digit)
{
	long n = 0;

	if (text_integer(digit, 0, SAVED_SEARCHES - 1, &n))
		return (size_t)n;
	app_say(app, "Searches are saved under the digits 0 to 9.");
	return SAVED_SEARCHES;
}

unsigned
saved_go(struct app *app, const char *digit)
{
	size_t n = digit_number(app, digit);
	char *text;

	if (n == SAVED_SEARCHES)
		return EFFECT_DRAW | EFFECT_BELL;
	if (app->options.settings->saved[n] != NULL)
		return search_line_query(app, app->options.settings->saved[n]);
	text = mem_format(NULL, "No search is saved here; :save %s saves this "
	    "one.", digit);
	app_say(app, text);
	mem_free(text);
	return EFFECT_DRAW | EFFECT_BELL;
}

unsigned
saved_keep(struct app *app, const char *digit)
{
	struct settings *settings = app->options.settings;
	size_t n = digit_number(app, digit);
	char *text;

	if (n == SAVED_SEARCHES)
		return EFFECT_DRAW | EFFECT_BELL;
	mem_free(settings->saved[n]);
	settings->saved[n] = mem_text(settings, results_query(app->results));
	settings->saved_changed = true;
	text = mem_format(NULL, "Saved; %s brings it back.", digit);
	app_say(app, text);
	mem_free(text);
	return EFFECT_DRAW;
}
