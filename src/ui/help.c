/* Help: the keys valid in a mode, made from the tables of actions. */
#include "ui/help.h"

#include "base/text.h"
#include "domain/choice.h"
#include "ui/key.h"

/* All keys of an action in a mode, in words. */
static char *
keys_of(const void *ctx, enum mode mode, enum action action)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < bindings_count; i++)
		if (bindings[i].mode == mode && bindings[i].action == action)
			buf_format(ctx, &out, "%s%s", out.len > 0 ? " " : "",
			    key_text(ctx, bindings[i].key));
	return out.data;
}

static void
put_mode(struct doc *doc, enum mode mode)
{
	bool seen[ACTION_COUNT] = { false };
	struct block *row;
	enum action action;
	size_t i;

	(void)doc_heading(doc, mem_format(doc, "Keys in the %s",
	    mode_name(mode)));
	for (i = 0; i < bindings_count; i++) {
		action = bindings[i].action;
		if (bindings[i].mode != mode || seen[action])
			continue;
		seen[action] = true;
		row = doc_row(doc, keys_of(doc, mode, action));
		block_format(row, ROLE_TEXT, "%s (%s)", action_help(action),
		    action_name(action));
	}
}

static void
put_signs(struct doc *doc, const char *heading, const struct choices *list)
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
put_columns(struct doc *doc)
{
	(void)doc_heading(doc, "Columns of the results");
	doc_tell(doc, "lvl", "Level of evidence by the Oxford table of 2011, "
	    "1 to 5: what kind of study it is, not that the treatment works. "
	    "\"*\": graded down one step; the page of the work says why. "
	    "\".\": none.");
	doc_tell(doc, "kind", "The design, see below.");
	doc_tell(doc, "n", "People or animals; \"st\" counts studies. \".\": "
	    "not known.");
	doc_tell(doc, "pain, ...", "What was found for the outcome, see "
	    "below. \".\": nothing recorded.");
	doc_tell(doc, "~", "In a column of an outcome: mixed, or the findings "
	    "differ.");
	doc_tell(doc, "!R, !E", "Retracted, corrected.");
	doc_tell(doc, "*", "In front of a row: it is marked.");
	doc_tell(doc, "~", "In front of a row: it holds only some of the "
	    "words that were searched for.");
}

struct doc *
help_keys(const void *ctx, enum mode mode)
{
	struct doc *doc = doc_new(ctx, "help/keys");

	(void)doc_title(doc, "Help");
	put_mode(doc, mode);
	put_mode(doc, MODE_PROMPT);
	put_columns(doc);
	put_signs(doc, "Signs of directions", &directions);
	put_signs(doc, "Kinds of studies", &designs);
	put_signs(doc, "Verdicts on claims", &verdicts);
	return doc;
}

static const struct {
	enum mode	 mode;
	enum action	 action;
	const char	*word;
} hints[] = {
	{ MODE_LIST, ACTION_OPEN, "open" },
	{ MODE_LIST, ACTION_SEARCH, "search" },
	{ MODE_LIST, ACTION_SWITCH, "works/claims" },
	{ MODE_LIST, ACTION_SORT, "sort" },
	{ MODE_LIST, ACTION_FACETS, "facets" },
	{ MODE_LIST, ACTION_HELP, "help" },
	{ MODE_LIST, ACTION_CLOSE, "close" },
	{ MODE_TEXT, ACTION_PAGE_DOWN, "next screen" },
	{ MODE_TEXT, ACTION_NEXT_LINK, "next link" },
	{ MODE_TEXT, ACTION_OPEN, "open link" },
	{ MODE_TEXT, ACTION_BACK, "back" },
	{ MODE_TEXT, ACTION_HELP, "help" },
	{ MODE_TEXT, ACTION_CLOSE, "close" },
	{ MODE_MAP, ACTION_OPEN, "the works" },
	{ MODE_MAP, ACTION_TURN, "turn" },
	{ MODE_MAP, ACTION_SORT_ROWS, "sort" },
	{ MODE_MAP, ACTION_ROLL_UP, "roll up" },
	{ MODE_MAP, ACTION_BACK, "back" },
	{ MODE_MAP, ACTION_HELP, "help" },
	{ MODE_MAP, ACTION_CLOSE, "close" },
	{ MODE_PROMPT, ACTION_ACCEPT, "to the results" },
	{ MODE_PROMPT, ACTION_CANCEL, "as it was" },
	{ MODE_PROMPT, ACTION_SWITCH, "works/claims" },
	{ MODE_PROMPT, ACTION_ERASE_ALL, "erase" },
};

/* The key of an action that a hint shows: the one named first, in short. */
static char *
hint_key(const void *ctx, enum mode mode, enum action action)
{
	char *name;
	size_t i, n;

	for (i = 0; i < bindings_count; i++)
		if (bindings[i].mode == mode && bindings[i].action == action)
			break;
	if (i == bindings_count)
		return mem_text(ctx, "");
	name = key_text(ctx, bindings[i].key);
	n = strlen(name);
	if (n > 2 && name[0] == '<')		/* <Enter> as Enter */
		return mem_text_n(ctx, name + 1, n - 2);
	return name;
}

char *
help_hints(const void *ctx, enum mode mode)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < sizeof(hints) / sizeof(hints[0]); i++)
		if (hints[i].mode == mode)
			buf_format(ctx, &out, "%s%s %s", out.len > 0 ? "  " :
			    "", hint_key(ctx, mode, hints[i].action),
			    hints[i].word);
	return out.data != NULL ? out.data : mem_text(ctx, "");
}
