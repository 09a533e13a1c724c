/* Actions: everything that a key can do, and the keys that do it. */
#include "ui/action.h"

#include "ui/key.h"

static const struct {
	const char	*name;
	const char	*help;
} actions[ACTION_COUNT] = {
#define X(id, name, help)	[ACTION_##id] = { name, help },
	ACTION_LIST(X)
#undef X
};

/* In the order in which help shows them. */
const struct binding bindings[] = {
	{ MODE_LIST,	'j',		ACTION_MOVE_DOWN },
	{ MODE_LIST,	K_DOWN,		ACTION_MOVE_DOWN },
	{ MODE_LIST,	K_CTRL('n'),	ACTION_MOVE_DOWN },
	{ MODE_LIST,	'k',		ACTION_MOVE_UP },
	{ MODE_LIST,	K_UP,		ACTION_MOVE_UP },
	{ MODE_LIST,	K_CTRL('p'),	ACTION_MOVE_UP },
	{ MODE_LIST,	K_CTRL('d'),	ACTION_HALF_DOWN },
	{ MODE_LIST,	K_CTRL('u'),	ACTION_HALF_UP },
	{ MODE_LIST,	K_PAGE_DOWN,	ACTION_PAGE_DOWN },
	{ MODE_LIST,	K_CTRL('f'),	ACTION_PAGE_DOWN },
	{ MODE_LIST,	K_PAGE_UP,	ACTION_PAGE_UP },
	{ MODE_LIST,	K_CTRL('b'),	ACTION_PAGE_UP },
	{ MODE_LIST,	'g',		ACTION_FIRST },
	{ MODE_LIST,	K_HOME,		ACTION_FIRST },
	{ MODE_LIST,	'G',		ACTION_LAST },
	{ MODE_LIST,	K_END,		ACTION_LAST },
	{ MODE_LIST,	K_ENTER,	ACTION_OPEN },
	{ MODE_LIST,	'l',		ACTION_OPEN },
	{ MODE_LIST,	K_RIGHT,	ACTION_OPEN },
	{ MODE_LIST,	'/',		ACTION_SEARCH },
	{ MODE_LIST,	K_TAB,		ACTION_SWITCH },
	{ MODE_LIST,	K_BACK_TAB,	ACTION_SWITCH },
	{ MODE_LIST,	's',		ACTION_SORT },
	{ MODE_LIST,	'f',		ACTION_FACETS },
	{ MODE_LIST,	'm',		ACTION_MAP },
	{ MODE_LIST,	'p',		ACTION_PLOT },
	{ MODE_LIST,	' ',		ACTION_MARK },
	{ MODE_LIST,	'v',		ACTION_MARK_RANGE },
	{ MODE_LIST,	'U',		ACTION_UNMARK },
	{ MODE_LIST,	'u',		ACTION_UNDO },
	{ MODE_LIST,	'w',		ACTION_TYPOS },
	{ MODE_LIST,	'=',		ACTION_READING },
	{ MODE_LIST,	'h',		ACTION_BACK },
	{ MODE_LIST,	K_LEFT,		ACTION_BACK },
	{ MODE_LIST,	K_BACKSPACE,	ACTION_BACK },
	{ MODE_LIST,	'<',		ACTION_BACK },
	{ MODE_LIST,	'>',		ACTION_FORWARD },
	{ MODE_LIST,	'i',		ACTION_ABOUT },
	{ MODE_LIST,	'?',		ACTION_HELP },
	{ MODE_LIST,	K_ESCAPE,	ACTION_CANCEL },
	{ MODE_LIST,	'q',		ACTION_CLOSE },
	{ MODE_LIST,	'Q',		ACTION_QUIT },
	{ MODE_LIST,	K_CTRL('c'),	ACTION_QUIT },
	{ MODE_LIST,	K_CTRL('z'),	ACTION_SUSPEND },
	{ MODE_LIST,	K_CTRL('l'),	ACTION_REDRAW },

	{ MODE_TEXT,	'j',		ACTION_MOVE_DOWN },
	{ MODE_TEXT,	K_DOWN,		ACTION_MOVE_DOWN },
	{ MODE_TEXT,	K_CTRL('n'),	ACTION_MOVE_DOWN },
	{ MODE_TEXT,	'k',		ACTION_MOVE_UP },
	{ MODE_TEXT,	K_UP,		ACTION_MOVE_UP },
	{ MODE_TEXT,	K_CTRL('p'),	ACTION_MOVE_UP },
	{ MODE_TEXT,	K_CTRL('d'),	ACTION_HALF_DOWN },
	{ MODE_TEXT,	K_CTRL('u'),	ACTION_HALF_UP },
	{ MODE_TEXT,	' ',		ACTION_PAGE_DOWN },
	{ MODE_TEXT,	K_PAGE_DOWN,	ACTION_PAGE_DOWN },
	{ MODE_TEXT,	'f',		ACTION_PAGE_DOWN },
	{ MODE_TEXT,	K_CTRL('f'),	ACTION_PAGE_DOWN },
	{ MODE_TEXT,	'b',		ACTION_PAGE_UP },
	{ MODE_TEXT,	K_PAGE_UP,	ACTION_PAGE_UP },
	{ MODE_TEXT,	K_CTRL('b'),	ACTION_PAGE_UP },
	{ MODE_TEXT,	'g',		ACTION_FIRST },
	{ MODE_TEXT,	K_HOME,		ACTION_FIRST },
	{ MODE_TEXT,	'G',		ACTION_LAST },
	{ MODE_TEXT,	K_END,		ACTION_LAST },
	{ MODE_TEXT,	K_TAB,		ACTION_NEXT_LINK },
	{ MODE_TEXT,	K_BACK_TAB,	ACTION_PREVIOUS_LINK },
	{ MODE_TEXT,	K_ENTER,	ACTION_OPEN },
	{ MODE_TEXT,	'l',		ACTION_OPEN },
	{ MODE_TEXT,	K_RIGHT,	ACTION_OPEN },
	{ MODE_TEXT,	'/',		ACTION_SEARCH },
	{ MODE_TEXT,	'h',		ACTION_BACK },
	{ MODE_TEXT,	K_LEFT,		ACTION_BACK },
	{ MODE_TEXT,	K_BACKSPACE,	ACTION_BACK },
	{ MODE_TEXT,	'<',		ACTION_BACK },
	{ MODE_TEXT,	'>',		ACTION_FORWARD },
	{ MODE_TEXT,	'i',		ACTION_ABOUT },
	{ MODE_TEXT,	'?',		ACTION_HELP },
	{ MODE_TEXT,	K_ESCAPE,	ACTION_CANCEL },
	{ MODE_TEXT,	'q',		ACTION_CLOSE },
	{ MODE_TEXT,	'Q',		ACTION_QUIT },
	{ MODE_TEXT,	K_CTRL('c'),	ACTION_QUIT },
	{ MODE_TEXT,	K_CTRL('z'),	ACTION_SUSPEND },
	{ MODE_TEXT,	K_CTRL('l'),	ACTION_REDRAW },

	{ MODE_PROMPT,	K_ENTER,	ACTION_ACCEPT },
	{ MODE_PROMPT,	K_DOWN,		ACTION_ACCEPT },
	{ MODE_PROMPT,	K_ESCAPE,	ACTION_CANCEL },
	{ MODE_PROMPT,	K_CTRL('c'),	ACTION_CANCEL },
	{ MODE_PROMPT,	K_TAB,		ACTION_SWITCH },
	{ MODE_PROMPT,	K_BACKSPACE,	ACTION_ERASE },
	{ MODE_PROMPT,	K_CTRL('h'),	ACTION_ERASE },
	{ MODE_PROMPT,	K_DELETE,	ACTION_DELETE },
	{ MODE_PROMPT,	K_CTRL('d'),	ACTION_DELETE },
	{ MODE_PROMPT,	K_CTRL('w'),	ACTION_ERASE_WORD },
	{ MODE_PROMPT,	K_CTRL('u'),	ACTION_ERASE_ALL },
	{ MODE_PROMPT,	K_LEFT,		ACTION_LEFT },
	{ MODE_PROMPT,	K_RIGHT,	ACTION_RIGHT },
	{ MODE_PROMPT,	K_HOME,		ACTION_LINE_START },
	{ MODE_PROMPT,	K_CTRL('a'),	ACTION_LINE_START },
	{ MODE_PROMPT,	K_END,		ACTION_LINE_END },
	{ MODE_PROMPT,	K_CTRL('e'),	ACTION_LINE_END },
	{ MODE_PROMPT,	K_CTRL('l'),	ACTION_REDRAW },
	{ MODE_PROMPT,	K_CTRL('z'),	ACTION_SUSPEND },
};
const size_t bindings_count = sizeof(bindings) / sizeof(bindings[0]);

enum action
action_for(enum mode mode, unsigned key)
{
	size_t i;

	for (i = 0; i < bindings_count; i++)
		if (bindings[i].mode == mode && bindings[i].key == key)
			return bindings[i].action;
	return ACTION_NONE;
}

const char *
action_name(enum action action)
{
	return action == ACTION_NONE ? "none" : actions[action].name;
}

const char *
action_help(enum action action)
{
	return action == ACTION_NONE ? "" : actions[action].help;
}

const char *
mode_name(enum mode mode)
{
	static const char *const names[MODE_COUNT] = {
		[MODE_LIST] = "results",
		[MODE_TEXT] = "page",
		[MODE_PROMPT] = "search line",
	};

	return names[mode];
}
