/* Actions: everything that a key can do, and the keys that do it. */
#include "tui/action.h"

#include <string.h>

#include "base/text.h"
#include "tui/key.h"

static const struct {
	const char	*name;
	const char	*argument;
	const char	*help;
} actions[ACTION_COUNT] = {
#define X(id, name, argument, help)	[ACTION_##id] = { name, argument, help },
	ACTION_LIST(X)
#undef X
};

#define KEY(mode, key, action)						\
	{ MODE_##mode, key, K_NONE, ACTION_##action, NULL }
#define CHAIN(mode, key, then, action, argument)			\
	{ MODE_##mode, key, then, ACTION_##action, argument }
/* Two keys, the second of which is any letter, and the argument. */
#define LETTER(mode, key, action)					\
	{ MODE_##mode, key, K_LETTER, ACTION_##action, NULL }
#define NAME(mode, action)						\
	{ MODE_##mode, K_NONE, K_NONE, ACTION_##action, NULL }

/* In the order in which help shows them. */
const struct binding bindings[] = {
	KEY(LIST, 'j', MOVE_DOWN),
	KEY(LIST, K_DOWN, MOVE_DOWN),
	KEY(LIST, K_CTRL('n'), MOVE_DOWN),
	KEY(LIST, 'k', MOVE_UP),
	KEY(LIST, K_UP, MOVE_UP),
	KEY(LIST, K_CTRL('p'), MOVE_UP),
	KEY(LIST, K_CTRL('d'), HALF_DOWN),
	KEY(LIST, K_CTRL('u'), HALF_UP),
	KEY(LIST, K_PAGE_DOWN, PAGE_DOWN),
	KEY(LIST, K_CTRL('f'), PAGE_DOWN),
	KEY(LIST, K_PAGE_UP, PAGE_UP),
	KEY(LIST, K_CTRL('b'), PAGE_UP),
	KEY(LIST, 'g', FIRST),
	KEY(LIST, K_HOME, FIRST),
	KEY(LIST, 'G', LAST),
	KEY(LIST, K_END, LAST),
	KEY(LIST, K_ENTER, OPEN),
	KEY(LIST, 'l', OPEN),
	KEY(LIST, K_RIGHT, OPEN),
	KEY(LIST, '/', SEARCH),
	KEY(LIST, '&', NARROW),
	KEY(LIST, K_TAB, SWITCH),
	KEY(LIST, K_BACK_TAB, SWITCH),
	CHAIN(LIST, 's', 'r', SORT, "relevance"),
	CHAIN(LIST, 's', 'l', SORT, "level"),
	CHAIN(LIST, 's', 'y', SORT, "year"),
	CHAIN(LIST, 's', 'a', SORT, "author"),
	CHAIN(LIST, 's', 't', SORT, "title"),
	CHAIN(LIST, 's', 'n', SORT, "n"),
	CHAIN(LIST, 's', '-', REVERSE, NULL),
	KEY(LIST, 'f', FACETS),
	KEY(LIST, 'm', MAP),
	KEY(LIST, 'p', PLOT),
	KEY(LIST, ' ', MARK),
	KEY(LIST, 'v', MARK_RANGE),
	KEY(LIST, 'U', UNMARK),
	KEY(LIST, 'u', UNDO),
	CHAIN(LIST, 'y', 'c', COPY, "citation"),
	CHAIN(LIST, 'y', 'd', COPY, "doi"),
	CHAIN(LIST, 'y', 'b', COPY, "bibtex"),
	CHAIN(LIST, 'y', 'r', COPY, "ris"),
	CHAIN(LIST, 'y', 'u', COPY, "address"),
	CHAIN(LIST, 'y', 'n', COPY, "note"),
	KEY(LIST, 'Y', BARE),
	KEY(LIST, 'o', LINK),
	KEY(LIST, '|', PIPE),
	KEY(LIST, 'w', TYPOS),
	KEY(LIST, '=', READING),
	CHAIN(LIST, '-', '1', WIDEN, "1"),
	CHAIN(LIST, '-', '2', WIDEN, "2"),
	CHAIN(LIST, '-', '3', WIDEN, "3"),
	CHAIN(LIST, '-', '4', WIDEN, "4"),
	CHAIN(LIST, '-', '5', WIDEN, "5"),
	CHAIN(LIST, '-', '6', WIDEN, "6"),
	CHAIN(LIST, '-', '-', WIDEN, "last"),
	KEY(LIST, 'F', WIDEN_ALL),
	CHAIN(LIST, '0', K_NONE, SAVED, "0"),
	CHAIN(LIST, '1', K_NONE, SAVED, "1"),
	CHAIN(LIST, '2', K_NONE, SAVED, "2"),
	CHAIN(LIST, '3', K_NONE, SAVED, "3"),
	CHAIN(LIST, '4', K_NONE, SAVED, "4"),
	CHAIN(LIST, '5', K_NONE, SAVED, "5"),
	CHAIN(LIST, '6', K_NONE, SAVED, "6"),
	CHAIN(LIST, '7', K_NONE, SAVED, "7"),
	CHAIN(LIST, '8', K_NONE, SAVED, "8"),
	CHAIN(LIST, '9', K_NONE, SAVED, "9"),
	KEY(LIST, 'x', EXPORT),
	KEY(LIST, '+', PREVIEW_MORE),
	KEY(LIST, '_', PREVIEW_LESS),
	KEY(LIST, 'h', BACK),
	KEY(LIST, K_LEFT, BACK),
	KEY(LIST, K_BACKSPACE, BACK),
	KEY(LIST, '<', BACK),
	KEY(LIST, '>', FORWARD),
	KEY(LIST, 'c', COMPARE),
	KEY(LIST, 't', LENS),
	KEY(LIST, 'S', SAFETY),
	KEY(LIST, 'T', TERMS),
	KEY(LIST, 'C', CLAIMS),
	KEY(LIST, 'W', GLOSSARY),
	KEY(LIST, 'B', TOUR),
	KEY(LIST, 'i', START),
	KEY(LIST, ':', COMMAND),
	KEY(LIST, '?', HELP),
	KEY(LIST, K_ESCAPE, CANCEL),
	KEY(LIST, 'q', CLOSE),
	KEY(LIST, 'Q', QUIT),
	KEY(LIST, K_CTRL('c'), QUIT),
	KEY(LIST, K_CTRL('z'), SUSPEND),
	KEY(LIST, K_CTRL('l'), REDRAW),
	KEY(LIST, 'R', RELOAD),
	KEY(LIST, K_F5, RELOAD),
	NAME(LIST, SAVE),
	NAME(LIST, KEEP),
	LETTER(LIST, '\'', JUMP),
	NAME(LIST, FILTER),
	NAME(LIST, THEME),
	NAME(LIST, LOOK),
	NAME(LIST, BIND),
	NAME(LIST, UNBIND),
	NAME(LIST, LINEAR),

	KEY(TEXT, 'j', MOVE_DOWN),
	KEY(TEXT, K_DOWN, MOVE_DOWN),
	KEY(TEXT, K_CTRL('n'), MOVE_DOWN),
	KEY(TEXT, 'k', MOVE_UP),
	KEY(TEXT, K_UP, MOVE_UP),
	KEY(TEXT, K_CTRL('p'), MOVE_UP),
	KEY(TEXT, K_CTRL('d'), HALF_DOWN),
	KEY(TEXT, K_CTRL('u'), HALF_UP),
	KEY(TEXT, ' ', PAGE_DOWN),
	KEY(TEXT, K_PAGE_DOWN, PAGE_DOWN),
	KEY(TEXT, 'f', PAGE_DOWN),
	KEY(TEXT, K_CTRL('f'), PAGE_DOWN),
	KEY(TEXT, 'b', PAGE_UP),
	KEY(TEXT, K_PAGE_UP, PAGE_UP),
	KEY(TEXT, K_CTRL('b'), PAGE_UP),
	KEY(TEXT, 'g', FIRST),
	KEY(TEXT, K_HOME, FIRST),
	KEY(TEXT, 'G', LAST),
	KEY(TEXT, K_END, LAST),
	KEY(TEXT, K_TAB, NEXT_LINK),
	KEY(TEXT, K_BACK_TAB, PREVIOUS_LINK),
	KEY(TEXT, K_ENTER, OPEN),
	KEY(TEXT, 'l', OPEN),
	KEY(TEXT, K_RIGHT, OPEN),
	KEY(TEXT, '/', SEARCH),
	KEY(TEXT, 'n', NEXT_HIT),
	KEY(TEXT, 'N', PREVIOUS_HIT),
	KEY(TEXT, '+', CHOOSE),
	KEY(TEXT, '*', EXPAND),
	KEY(TEXT, '-', WIDEN),
	KEY(TEXT, 'F', WIDEN_ALL),
	KEY(TEXT, 'u', UNDO),
	CHAIN(TEXT, 'y', 'c', COPY, "citation"),
	CHAIN(TEXT, 'y', 'd', COPY, "doi"),
	CHAIN(TEXT, 'y', 'b', COPY, "bibtex"),
	CHAIN(TEXT, 'y', 'r', COPY, "ris"),
	CHAIN(TEXT, 'y', 'u', COPY, "address"),
	CHAIN(TEXT, 'y', 'n', COPY, "note"),
	KEY(TEXT, 'Y', BARE),
	KEY(TEXT, 'o', LINK),
	KEY(TEXT, '|', PIPE),
	KEY(TEXT, 'h', BACK),
	KEY(TEXT, K_LEFT, BACK),
	KEY(TEXT, K_BACKSPACE, BACK),
	KEY(TEXT, '<', BACK),
	KEY(TEXT, '>', FORWARD),
	KEY(TEXT, 'c', COMPARE),
	KEY(TEXT, 't', LENS),
	KEY(TEXT, 'S', SAFETY),
	KEY(TEXT, 'T', TERMS),
	KEY(TEXT, 'C', CLAIMS),
	KEY(TEXT, 'W', GLOSSARY),
	KEY(TEXT, 'B', TOUR),
	KEY(TEXT, 'i', START),
	KEY(TEXT, ':', COMMAND),
	KEY(TEXT, '?', HELP),
	KEY(TEXT, K_ESCAPE, CANCEL),
	KEY(TEXT, 'q', CLOSE),
	KEY(TEXT, 'Q', QUIT),
	KEY(TEXT, K_CTRL('c'), QUIT),
	KEY(TEXT, K_CTRL('z'), SUSPEND),
	KEY(TEXT, K_CTRL('l'), REDRAW),
	KEY(TEXT, 'R', RELOAD),
	KEY(TEXT, K_F5, RELOAD),
	LETTER(TEXT, 'm', KEEP),
	LETTER(TEXT, '\'', JUMP),
	KEY(TEXT, 'x', EXPORT),
	NAME(TEXT, FILTER),
	NAME(TEXT, THEME),
	NAME(TEXT, LOOK),
	NAME(TEXT, BIND),
	NAME(TEXT, UNBIND),
	NAME(TEXT, LINEAR),

	KEY(MAP, 'j', CELL_DOWN),
	KEY(MAP, K_DOWN, CELL_DOWN),
	KEY(MAP, K_CTRL('n'), CELL_DOWN),
	KEY(MAP, 'k', CELL_UP),
	KEY(MAP, K_UP, CELL_UP),
	KEY(MAP, K_CTRL('p'), CELL_UP),
	KEY(MAP, 'h', CELL_LEFT),
	KEY(MAP, K_LEFT, CELL_LEFT),
	KEY(MAP, 'l', CELL_RIGHT),
	KEY(MAP, K_RIGHT, CELL_RIGHT),
	KEY(MAP, K_ENTER, OPEN),
	KEY(MAP, 't', TURN),
	KEY(MAP, 's', SORT_ROWS),
	KEY(MAP, 'r', ROLL_UP),
	KEY(MAP, K_CTRL('d'), HALF_DOWN),
	KEY(MAP, K_CTRL('u'), HALF_UP),
	KEY(MAP, ' ', PAGE_DOWN),
	KEY(MAP, K_PAGE_DOWN, PAGE_DOWN),
	KEY(MAP, K_CTRL('f'), PAGE_DOWN),
	KEY(MAP, 'b', PAGE_UP),
	KEY(MAP, K_PAGE_UP, PAGE_UP),
	KEY(MAP, K_CTRL('b'), PAGE_UP),
	KEY(MAP, 'g', FIRST),
	KEY(MAP, K_HOME, FIRST),
	KEY(MAP, 'G', LAST),
	KEY(MAP, K_END, LAST),
	KEY(MAP, K_TAB, NEXT_LINK),
	KEY(MAP, K_BACK_TAB, PREVIOUS_LINK),
	KEY(MAP, '/', SEARCH),
	LETTER(MAP, 'm', KEEP),
	LETTER(MAP, '\'', JUMP),
	KEY(MAP, 'x', EXPORT),
	CHAIN(MAP, 'y', 'u', COPY, "address"),
	KEY(MAP, 'Y', BARE),
	KEY(MAP, '|', PIPE),
	KEY(MAP, K_BACKSPACE, BACK),
	KEY(MAP, '<', BACK),
	KEY(MAP, '>', FORWARD),
	KEY(MAP, 'i', START),
	KEY(MAP, ':', COMMAND),
	KEY(MAP, '?', HELP),
	KEY(MAP, K_ESCAPE, CANCEL),
	KEY(MAP, 'q', CLOSE),
	KEY(MAP, 'Q', QUIT),
	KEY(MAP, K_CTRL('c'), QUIT),
	KEY(MAP, K_CTRL('z'), SUSPEND),
	KEY(MAP, K_CTRL('l'), REDRAW),
	KEY(MAP, 'R', RELOAD),
	KEY(MAP, K_F5, RELOAD),
	NAME(MAP, THEME),
	NAME(MAP, LOOK),
	NAME(MAP, BIND),
	NAME(MAP, UNBIND),
	NAME(MAP, LINEAR),

	KEY(PROMPT, K_ENTER, ACCEPT),
	KEY(PROMPT, K_ESCAPE, CANCEL),
	KEY(PROMPT, K_CTRL('c'), CANCEL),
	KEY(PROMPT, K_TAB, COMPLETE),
	KEY(PROMPT, K_BACK_TAB, SWITCH),
	KEY(PROMPT, K_UP, OLDER),
	KEY(PROMPT, K_CTRL('p'), OLDER),
	KEY(PROMPT, K_DOWN, NEWER),
	KEY(PROMPT, K_CTRL('n'), NEWER),
	KEY(PROMPT, K_BACKSPACE, ERASE),
	KEY(PROMPT, K_CTRL('h'), ERASE),
	KEY(PROMPT, K_DELETE, DELETE),
	KEY(PROMPT, K_CTRL('d'), DELETE),
	KEY(PROMPT, K_CTRL('w'), ERASE_WORD),
	KEY(PROMPT, K_CTRL('u'), ERASE_ALL),
	KEY(PROMPT, K_CTRL('k'), ERASE_REST),
	KEY(PROMPT, K_LEFT, LEFT),
	KEY(PROMPT, K_CTRL('b'), LEFT),
	KEY(PROMPT, K_RIGHT, RIGHT),
	KEY(PROMPT, K_CTRL('f'), RIGHT),
	KEY(PROMPT, K_WORD_LEFT, WORD_LEFT),
	KEY(PROMPT, K_WORD_RIGHT, WORD_RIGHT),
	KEY(PROMPT, K_HOME, LINE_START),
	KEY(PROMPT, K_CTRL('a'), LINE_START),
	KEY(PROMPT, K_END, LINE_END),
	KEY(PROMPT, K_CTRL('e'), LINE_END),
	KEY(PROMPT, K_CTRL('l'), REDRAW),
	KEY(PROMPT, K_CTRL('z'), SUSPEND),
};
const size_t bindings_count = sizeof(bindings) / sizeof(bindings[0]);

bool
action_is_valid(enum mode mode, enum action action)
{
	size_t i;

	for (i = 0; i < bindings_count; i++)
		if (bindings[i].mode == mode && bindings[i].action == action)
			return true;
	return false;
}

enum action
action_find(const char *name, size_t n)
{
	int i;

	for (i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		if (strncmp(actions[i].name, name, n) == 0 &&
		    actions[i].name[n] == '\0')
			return (enum action)i;
	return ACTION_NONE;
}

const char *
action_name(enum action action)
{
	return action == ACTION_NONE ? "none" : actions[action].name;
}

const char *
action_argument(enum action action)
{
	return action == ACTION_NONE ? "" : actions[action].argument;
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
		[MODE_MAP] = "map",
		[MODE_PROMPT] = "search line",
	};

	return names[mode];
}

const char *
mode_word(enum mode mode)
{
	static const char *const words[MODE_COUNT] = {
		[MODE_LIST] = "list",
		[MODE_TEXT] = "page",
		[MODE_MAP] = "map",
		[MODE_PROMPT] = "line",
	};

	return words[mode];
}
