/* Help: the valid keys of a mode, generated from the tables of actions. */
#include "tui/help.h"

#include <assert.h>

#include "base/text.h"
#include "record/codelist.h"
#include "tui/key.h"

/* "NAME" is required, "[ADDRESS]" is optional. */
static bool
needs_argument(enum action action)
{
	const char *argument = action_argument(action);

	return *argument != '\0' && *argument != '[';
}

/* "one line down (move-down)", "sort by year (sort year)". */
static void
put_action(struct doc *doc, const struct keymap *keymap, enum mode mode,
    const struct binding *binding)
{
	const char *name = action_name(binding->action);
	const char *argument = binding->argument;
	char *keys = keymap_keys(keymap, doc, mode, binding->action, argument);
	struct block *row;

	bool asks = argument == NULL && needs_argument(binding->action);

	row = doc_row(doc, keys != NULL ? keys : "(no key)");
	block_format(row, ROLE_TEXT, "%s%s%s (", action_help(binding->action),
	    argument != NULL ? " " : "", argument != NULL ? argument : "");
	if (argument != NULL)
		name = mem_format(doc, "%s %s", name, argument);
	if (mode == MODE_PROMPT)
		block_text(row, name);
	else
		block_link(row, mem_format(doc, HELP_DO "%s%s", name, asks ?
		    " " : ""), name);
	if (asks)
		block_format(row, ROLE_TEXT, " %s", action_argument(
		    binding->action));
	block_text(row, ")");
}

/* Whether the keys, name or help of a row contain the letters of `filter`. */
static bool
fits(const struct keymap *keymap, enum mode mode, const struct binding *row,
    const char *filter)
{
	void *scratch = mem_context(NULL);
	char *keys = keymap_keys(keymap, scratch, mode, row->action,
	    row->argument);
	char *text = mem_format(scratch, "%s %s %s", action_help(row->action),
	    action_name(row->action), row->argument == NULL ? "" :
	    row->argument);
	char *wanted = text_fold(scratch, filter == NULL ? "" : filter);
	bool found = filter == NULL || *filter == '\0' ||
	    (keys != NULL && strstr(keys, filter) != NULL) ||
	    (*wanted != '\0' && strstr(text_fold(scratch, text), wanted) !=
	    NULL);

	mem_free(scratch);
	return found;
}

/* Whether an earlier row of a mode has the same action and argument. */
bool
help_repeats(const struct keymap *keymap, enum mode mode, size_t row)
{
	const struct binding *this = keymap_row(keymap, row), *that;
	size_t i;

	for (i = 0; i < row; i++) {
		that = keymap_row(keymap, i);
		if (binding_is_in(that, mode) && that->action == this->action &&
		    text_same(that->argument, this->argument))
			return true;
	}
	return false;
}

static void
put_mode(struct doc *doc, const struct keymap *keymap, enum mode mode,
    const char *filter)
{
	const struct binding *row;
	size_t i;

	(void)doc_heading(doc, mem_format(doc, "Keys %s", mode_where(
	    mode)));
	for (i = 0; i < keymap_count(keymap); i++) {
		row = keymap_row(keymap, i);
		if (binding_is_in(row, mode) && !help_repeats(keymap, mode,
		    i) && fits(keymap, mode, row, filter))
			put_action(doc, keymap, mode, row);
	}
}

static void
put_signs(struct doc *doc, const char *heading, const struct codelist *list)
{
	struct block *row;
	size_t i;

	(void)doc_heading(doc, heading);
	for (i = 0; i < list->count; i++) {
		row = doc_row(doc, list->at[i].sign);
		block_format(row, ROLE_TEXT, "%s. %s", list->at[i].label,
		    list->at[i].meaning);
	}
}

static void
help_put_columns(struct doc *doc)
{
	(void)doc_heading(doc, "Columns of the results");
	doc_field(doc, "lvl, level", "Level of evidence, 1 to 5 (Oxford 2011): "
	    "how strong this kind of study is, not whether the treatment "
	    "works. \"*\": graded down one step; the page of the work says "
	    "why. \".\": no level.");
	doc_field(doc, "kind", "The study design; see below.");
	doc_field(doc, "n", "People or animals; \"st\" counts studies. \".\": "
	    "unknown.");
	doc_field(doc, "pain, ...", "The direction for the outcome; see below. "
	    "\".\": not recorded.");
	doc_field(doc, "~", "In an outcome column: mixed, or the findings differ.");
	doc_field(doc, "!R, !E", "Retracted, corrected.");
	doc_field(doc, "*", "Before a row: selected.");
	doc_field(doc, "~", "Before a row: a partial match; before a number: "
	    "all of these are partial matches.");
}

struct doc *
help_keys(const void *ctx, const struct keymap *keymap, enum mode mode,
    const char *filter)
{
	struct doc *doc = doc_new(ctx, "help/keys");
	int shown;

	assert(mode <= MODE_COUNT);
	(void)doc_title(doc, "Help");
	if (mode != MODE_COUNT && (filter == NULL || *filter == '\0'))
		block_link(doc_row(doc, "Begin here"), "start", "this "
		    "bibliography: its contents, and how to read it");
	for (shown = 0; shown < MODE_COUNT; shown++)
		if (mode == MODE_COUNT || shown == (int)mode ||
		    shown == MODE_PROMPT)
			put_mode(doc, keymap, (enum mode)shown, filter);
	if (filter != NULL && *filter != '\0')
		return doc;
	help_put_columns(doc);
	put_signs(doc, "Direction symbols", &directions);
	put_signs(doc, "Study designs", &designs);
	put_signs(doc, "Verdicts on claims", &verdicts);
	return doc;
}

/* The hints, in screen order. */
static const struct {
	enum mode	 mode;
	enum action	 action;
	const char	*word;		/* NULL: the caller supplies the word */
	enum {
		IF_ROOM,
		ALWAYS,			/* shown on any screen */
		IN_LIST,		/* shown if the page is a list that can
					   be edited */
		NOT_IN_LIST
	}		 when;
} hints[] = {
	{ MODE_LIST, ACTION_OPEN, NULL, IF_ROOM },
	{ MODE_LIST, ACTION_SEARCH, "search", IF_ROOM },
	{ MODE_LIST, ACTION_SWITCH, NULL, ALWAYS },
	{ MODE_LIST, ACTION_SORT, "sort", IF_ROOM },
	{ MODE_LIST, ACTION_FACETS, "filter", IF_ROOM },
	{ MODE_LIST, ACTION_SWITCH_BACK, NULL, IF_ROOM },
	{ MODE_LIST, ACTION_HELP, "help", ALWAYS },
	{ MODE_LIST, ACTION_CLOSE, NULL, ALWAYS },
	{ MODE_TEXT, ACTION_PAGE_DOWN, "next screen", NOT_IN_LIST },
	{ MODE_TEXT, ACTION_NEXT_LINK, "link", ALWAYS },
	{ MODE_TEXT, ACTION_ITEM_DOWN, "down", IN_LIST },
	{ MODE_TEXT, ACTION_ITEM_UP, "up", IN_LIST },
	{ MODE_TEXT, ACTION_SECTION, "section", IN_LIST },
	{ MODE_TEXT, ACTION_IMPORTANCE, "importance", IN_LIST },
	{ MODE_TEXT, ACTION_REMOVE, "remove", IN_LIST },
	{ MODE_TEXT, ACTION_OPEN, "open", IF_ROOM },
	{ MODE_TEXT, ACTION_FIND, "find", IF_ROOM },
	{ MODE_TEXT, ACTION_SEARCH, "search", IF_ROOM },
	{ MODE_TEXT, ACTION_HELP, "help", ALWAYS },
	{ MODE_TEXT, ACTION_CLOSE, NULL, ALWAYS },
	{ MODE_MAP, ACTION_OPEN, "the works", IF_ROOM },
	{ MODE_MAP, ACTION_NEXT_LINK, "next", ALWAYS },
	{ MODE_MAP, ACTION_TURN, "swap", IF_ROOM },
	{ MODE_MAP, ACTION_SORT_ROWS, "sort", IF_ROOM },
	{ MODE_MAP, ACTION_ROLL_UP, "roll up", IF_ROOM },
	{ MODE_MAP, ACTION_SEARCH, "search", IF_ROOM },
	{ MODE_MAP, ACTION_HELP, "help", ALWAYS },
	{ MODE_MAP, ACTION_CLOSE, NULL, ALWAYS },
	{ MODE_PROMPT, ACTION_ACCEPT, NULL, ALWAYS },
	{ MODE_PROMPT, ACTION_CANCEL, "cancel", ALWAYS },
	{ MODE_PROMPT, ACTION_COMPLETE, "complete", IF_ROOM },
	{ MODE_PROMPT, ACTION_OLDER, "history", IF_ROOM },
};

/* The key shown in hints for an action: the first one bound, abbreviated. */
static char *
hint_key(const void *ctx, const struct keymap *keymap, enum mode mode,
    enum action action)
{
	const struct binding *row = NULL;
	char *name;
	size_t i, n;

	for (i = 0; i < keymap_count(keymap); i++) {
		row = keymap_row(keymap, i);
		if (binding_is_in(row, mode) && row->action == action &&
		    row->key != K_NONE)
			break;
		row = NULL;
	}
	if (row == NULL)
		return NULL;
	name = key_text(ctx, row->key);
	n = strlen(name);
	if (n > 2 && name[0] == '<')		/* shorten <Enter> to Enter */
		return mem_text_n(ctx, name + 1, n - 2);
	return name;
}

/* "Enter open", owned by `ctx`; NULL if there is none. */
static char *
hint(const void *ctx, const struct keymap *keymap, size_t i,
    const struct hint_words *words)
{
	char *key = hint_key(ctx, keymap, hints[i].mode, hints[i].action);
	const char *word = hints[i].word != NULL ? hints[i].word :
	    hints[i].action == ACTION_OPEN ? words->open :
	    hints[i].action == ACTION_CLOSE ? words->close :
	    hints[i].action == ACTION_SWITCH ? words->other :
	    hints[i].action == ACTION_SWITCH_BACK ? words->above :
	    words->accept;

	return key == NULL || word == NULL || hints[i].when == (words->list ?
	    NOT_IN_LIST : IN_LIST) ? NULL : mem_format(ctx, "%s %s", key,
	    word);
}

char *
help_hints(const void *ctx, const struct keymap *keymap, enum mode mode,
    const struct hint_words *words, size_t width)
{
	size_t count = COUNT(hints), kept = 0, n, i;
	struct buf out = { .data = NULL };
	char *text;

	assert(mode < MODE_COUNT);
	for (i = 0; i < count; i++)
		if (hints[i].mode == mode && hints[i].when == ALWAYS &&
		    (text = hint(ctx, keymap, i, words)) != NULL)
			kept += text_width(text) + 2;
	for (i = 0; i < count; i++) {
		text = hints[i].mode != mode ? NULL : hint(ctx, keymap, i,
		    words);
		if (text == NULL)
			continue;
		n = text_width(text) + (out.len > 0 ? 2 : 0);
		if (hints[i].when == ALWAYS)
			kept -= text_width(text) + 2;
		if (out.len + n + (hints[i].when == ALWAYS ? 0 : kept) <= width)
			buf_format(ctx, &out, "%s%s", out.len > 0 ? "  " :
			    "", text);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}
