/*
 * Export: writes the selection, or the current record, to a file.  The
 * suffix of the file name selects the format.
 */
#include "tui/exporting.h"

#include "base/text.h"
#include "tui/yank.h"

enum { SUFFIX_CELLS = 48 };	/* cells for the suffixes shown */

/*
 * The text for a file, owned by `ctx`; NULL, with a message, if there is none.
 * *left is set to the number of list items that the text omits.
 */
static char *
text_for(struct app *app, const void *ctx, const char *path, size_t *left)
{
	const struct format *format = format_of_file(path);
	size_t written;
	char *text;

	if (format == NULL) {
		app_format(app, "The name must end in one of %s (Tab: all)",
		    format_suffixes(ctx, SUFFIX_CELLS));
		return NULL;
	}
	text = yank_text(app, ctx, format, &written, left);
	if (text == NULL)
		app_say(app, "Nothing to save in this format");
	return text;
}

unsigned
exporting_to(struct app *app, const char *path)
{
	void *scratch = mem_context(NULL);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	bool again = text_same(app->refused, path);
	size_t left = 0;
	char *text;

	if (app->options.settings->restricted) {
		app_say(app, "Cannot save files in restricted mode");
	} else {
		text = text_for(app, scratch, path, &left);
		if (text != NULL)
			effects = yank_request(app, again ?
			    REQUEST_OVERWRITE : REQUEST_SAVE, text, path);
		if (text != NULL && left > 0)
			app->request.remark = mem_format(app, "Items left out "
			    "because they are not works in the open "
			    "bibliographies: %zu", left);
	}
	mem_free(app->refused);
	app->refused = NULL;
	mem_free(scratch);
	return effects;
}

unsigned
exporting_open(struct app *app)
{
	char *suffixes;

	if (app->options.settings->restricted)
		return exporting_to(app, "");
	app_open_prompt(app, PROMPT_EXPORT, "");
	suffixes = format_suffixes(NULL, SUFFIX_CELLS);
	app_format(app, "Save as (%s; Tab: all):", suffixes);
	mem_free(suffixes);
	return EFFECT_DRAW;
}

struct list
exporting_words(const void *ctx, const char *text, size_t cursor,
    size_t *start)
{
	struct list words = { .at = NULL };
	const char *slash, *dot;
	char *typed = mem_text_n(ctx, text, cursor);
	size_t i;

	slash = strrchr(typed, '/');
	dot = strchr(slash == NULL ? typed : slash, '.');
	*start = dot == NULL ? cursor : (size_t)(dot - typed);
	for (i = 0; *start > 0 && i < formats_count; i++)
		if (formats[i].suffix != NULL && text_begins(
		    formats[i].suffix, typed + *start))
			list_add(ctx, &words, mem_text(ctx,
			    formats[i].suffix));
	return words;
}

/* The main loop reads the file; app_trace() gets its text. */
unsigned
exporting_trace(struct app *app, const char *path)
{
	if (app->options.settings->restricted)
		return app_fail(app, "Cannot read files in restricted mode");
	return yank_request(app, REQUEST_TRACE, "", path);
}
