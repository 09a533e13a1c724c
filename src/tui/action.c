/* Actions: everything that a key can do, and the keys that do it. */
#include "tui/action.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "tui/key.h"

static const struct {
	const char	*name;
	const char	*argument;
	const char	*help;
} actions[ACTION_COUNT] = {
#define X(id, name, argument, help, handler)				\
	[ACTION_##id] = { name, argument, help },
	ACTION_LIST(X)
#undef X
};

/* Sets of modes: list, text, map and prompt. */
#define L	(1U << MODE_LIST)
#define T	(1U << MODE_TEXT)
#define M	(1U << MODE_MAP)
#define P	(1U << MODE_PROMPT)
#define LT	(L | T)
#define LTM	(L | T | M)
#define TM	(T | M)

#define KEY(modes, key, action)						\
	{ modes, key, K_NONE, ACTION_##action, NULL }
#define CHAIN(modes, key, then, action, argument)			\
	{ modes, key, then, ACTION_##action, argument }
/* A chain of a key and any letter; the letter is the argument. */
#define LETTER(modes, key, action)					\
	{ modes, key, K_LETTER, ACTION_##action, NULL }
#define NAME(modes, action)						\
	{ modes, K_NONE, K_NONE, ACTION_##action, NULL }

/* The rows are in the order of the help page. */
const struct binding bindings[] = {
	KEY(LT, 'j', MOVE_DOWN),
	KEY(LT, K_DOWN, MOVE_DOWN),
	KEY(LT, K_CTRL('n'), MOVE_DOWN),
	KEY(LT, K_CTRL('e'), MOVE_DOWN),
	KEY(LTM, K_WHEEL_DOWN, MOVE_DOWN),
	KEY(LT, 'k', MOVE_UP),
	KEY(LT, K_UP, MOVE_UP),
	KEY(LT, K_CTRL('p'), MOVE_UP),
	KEY(LT, K_CTRL('y'), MOVE_UP),
	KEY(LTM, K_WHEEL_UP, MOVE_UP),
	KEY(TM, 'd', HALF_DOWN),
	KEY(LTM, K_CTRL('d'), HALF_DOWN),
	KEY(TM, 'u', HALF_UP),
	KEY(LTM, K_CTRL('u'), HALF_UP),
	KEY(TM, ' ', PAGE_DOWN),
	KEY(LTM, K_PAGE_DOWN, PAGE_DOWN),
	KEY(T, 'f', PAGE_DOWN),
	KEY(LTM, K_CTRL('f'), PAGE_DOWN),
	KEY(LTM, 'b', PAGE_UP),
	KEY(LTM, K_PAGE_UP, PAGE_UP),
	KEY(LTM, K_CTRL('b'), PAGE_UP),
	KEY(LTM, 'g', FIRST),
	KEY(LTM, K_HOME, FIRST),
	KEY(LTM, 'G', LAST),
	KEY(LTM, K_END, LAST),
	KEY(TM, '=', WHERE),
	KEY(LTM, K_CTRL('g'), WHERE),
	KEY(TM, K_TAB, NEXT_LINK),
	KEY(TM, K_BACK_TAB, PREVIOUS_LINK),
	KEY(LTM, K_ENTER, OPEN),
	KEY(LT, 'l', OPEN),
	KEY(LT, K_RIGHT, OPEN),
	KEY(L, '/', SEARCH),
	KEY(LTM, 'O', SEARCH),
	KEY(TM, '/', FIND),
	KEY(TM, '?', FIND_BACK),
	KEY(LTM, 'n', NEXT_HIT),
	KEY(LTM, 'N', PREVIOUS_HIT),
	KEY(L, '&', NARROW),
	KEY(L, K_TAB, SWITCH),
	KEY(L, K_BACK_TAB, SWITCH_BACK),
	CHAIN(L, 's', 'r', SORT, "relevance"),
	CHAIN(L, 's', 'l', SORT, "level"),
	CHAIN(L, 's', 'y', SORT, "year"),
	CHAIN(L, 's', 'a', SORT, "author"),
	CHAIN(L, 's', 't', SORT, "title"),
	CHAIN(L, 's', 'n', SORT, "n"),
	CHAIN(L, 's', 'o', SORT, "list"),
	CHAIN(L, 's', '-', REVERSE, NULL),
#define X_PAGE(id, name, maker, glossed, purpose)
#define X_VIEW(id, name, maker, glossed, of, modes, key, purpose)		\
	KEY(modes, key, id),
	PAGE_LIST(X_PAGE, X_VIEW)
#undef X_PAGE
#undef X_VIEW
	KEY(L, 'p', PLOT),
	NAME(TM, MAP),
	NAME(TM, PLOT),
	NAME(TM, DOSES),
	KEY(L, ' ', MARK),
	KEY(L, 'v', MARK_RANGE),
	KEY(L, 'U', UNMARK),
	KEY(L, 'u', UNDO),
	KEY(LT, 'z', UNDO),
	KEY(LTM, 'a', ADD),
	NAME(L, ADD_SEARCH),
	KEY(LT, 'e', NOTE),
	KEY(LT, 'r', READ),
	NAME(LT, TAG),
	KEY(T, 'K', ITEM_UP),
	KEY(T, 'J', ITEM_DOWN),
	KEY(T, 'I', IMPORTANCE),
	KEY(T, 's', SECTION),
	KEY(T, 'X', REMOVE),
	NAME(LT, DROP),
	NAME(T, ANSWER),
	NAME(T, ITEM),
	NAME(T, TITLE),
	KEY(T, 'p', HANDOUT),
	NAME(LT, PEOPLE),
	NAME(LT, INTERVENTION),
	NAME(LT, COMPARATOR),
	NAME(LT, OUTCOME),
	CHAIN(LT, 'y', 'c', COPY, "citation"),
	CHAIN(LT, 'y', 'd', COPY, "doi"),
	CHAIN(LT, 'y', 'b', COPY, "bibtex"),
	CHAIN(LT, 'y', 'r', COPY, "ris"),
	CHAIN(LTM, 'y', 'u', COPY, "address"),
	CHAIN(LT, 'y', 'n', COPY, "note"),
	KEY(LTM, 'Y', BARE),
	KEY(LT, 'o', LINK),
	KEY(LTM, '|', PIPE),
	KEY(L, 'w', TYPOS),
	KEY(L, '=', READING),
	CHAIN(L, '-', '1', WIDEN, "1"),
	CHAIN(L, '-', '2', WIDEN, "2"),
	CHAIN(L, '-', '3', WIDEN, "3"),
	CHAIN(L, '-', '4', WIDEN, "4"),
	CHAIN(L, '-', '5', WIDEN, "5"),
	CHAIN(L, '-', '6', WIDEN, "6"),
	CHAIN(L, '-', '-', WIDEN, "last"),
	KEY(LT, 'F', WIDEN_ALL),
	CHAIN(LTM, '\'', '0', SAVED, "0"),
	CHAIN(LTM, '\'', '1', SAVED, "1"),
	CHAIN(LTM, '\'', '2', SAVED, "2"),
	CHAIN(LTM, '\'', '3', SAVED, "3"),
	CHAIN(LTM, '\'', '4', SAVED, "4"),
	CHAIN(LTM, '\'', '5', SAVED, "5"),
	CHAIN(LTM, '\'', '6', SAVED, "6"),
	CHAIN(LTM, '\'', '7', SAVED, "7"),
	CHAIN(LTM, '\'', '8', SAVED, "8"),
	CHAIN(LTM, '\'', '9', SAVED, "9"),
	KEY(LTM, 'x', EXPORT),
	KEY(L, '+', PREVIEW_MORE),
	KEY(L, '_', PREVIEW_LESS),
	KEY(LT, 'h', BACK),
	KEY(LT, K_LEFT, BACK),
	KEY(LTM, K_BACKSPACE, BACK),
	KEY(LTM, K_CTRL('o'), BACK),
	KEY(LTM, '<', BACK),
	KEY(LTM, '>', FORWARD),
	KEY(LT, 'c', COMPARE),
	KEY(LT, 't', SUBJECTS),
	KEY(LT, 'S', SAFETY),
	KEY(LT, 'C', CLAIMS),
	KEY(LT, 'B', TOUR),
	KEY(LTM, ':', COMMAND),
	KEY(L, '?', HELP),
	KEY(LTM, 'H', HELP),
	KEY(LTM, K_F1, HELP),
	KEY(LTM, K_ESCAPE, CANCEL),
	KEY(LTM, 'q', CLOSE),
	KEY(LTM, 'Q', QUIT),
	CHAIN(LTM, 'Z', 'Z', QUIT, NULL),
	CHAIN(LTM, 'Z', 'Q', QUIT, NULL),
	KEY(LTM, K_CTRL('c'), QUIT),
	KEY(LTM, K_CTRL('z'), SUSPEND),
	KEY(LTM, K_CTRL('l'), REDRAW),
	KEY(LTM, 'R', RELOAD),
	KEY(LTM, K_F5, RELOAD),
	KEY(LTM, K_CTRL('r'), RELOAD),
	KEY(LTM, 'L', BIBLIOGRAPHY),
	NAME(L, SAVE),
	NAME(L, BOOKMARK),
	LETTER(LTM, '\'', JUMP),
	NAME(LT, FILTER),
	NAME(LTM, THEME),
	NAME(LTM, LOOK),
	NAME(LTM, BIND),
	NAME(LTM, UNBIND),
	NAME(LTM, LINEAR),
	NAME(LTM, TRACE),
	NAME(LTM, LOG),
	KEY(T, '+', CHOOSE),
	KEY(LT, '*', EXPAND),
	KEY(T, '-', WIDEN),
	LETTER(TM, 'm', BOOKMARK),
	KEY(M, 'j', CELL_DOWN),
	KEY(M, K_DOWN, CELL_DOWN),
	KEY(M, K_CTRL('n'), CELL_DOWN),
	KEY(M, 'k', CELL_UP),
	KEY(M, K_UP, CELL_UP),
	KEY(M, K_CTRL('p'), CELL_UP),
	KEY(M, 'h', CELL_LEFT),
	KEY(M, K_LEFT, CELL_LEFT),
	KEY(M, 'l', CELL_RIGHT),
	KEY(M, K_RIGHT, CELL_RIGHT),
	KEY(M, 't', TURN),
	KEY(M, 's', SORT_ROWS),
	KEY(M, 'r', ROLL_UP),
	KEY(P, K_ENTER, ACCEPT),
	KEY(P, K_ESCAPE, CANCEL),
	KEY(P, K_CTRL('c'), CANCEL),
	KEY(P, K_TAB, COMPLETE),
	KEY(P, K_BACK_TAB, SWITCH),
	KEY(P, K_UP, OLDER),
	KEY(P, K_CTRL('p'), OLDER),
	KEY(P, K_DOWN, NEWER),
	KEY(P, K_CTRL('n'), NEWER),
	KEY(P, K_BACKSPACE, ERASE),
	KEY(P, K_CTRL('h'), ERASE),
	KEY(P, K_DELETE, DELETE),
	KEY(P, K_CTRL('d'), DELETE),
	KEY(P, K_CTRL('w'), ERASE_WORD),
	KEY(P, K_CTRL('u'), ERASE_ALL),
	KEY(P, K_CTRL('k'), ERASE_REST),
	KEY(P, K_LEFT, LEFT),
	KEY(P, K_CTRL('b'), LEFT),
	KEY(P, K_RIGHT, RIGHT),
	KEY(P, K_CTRL('f'), RIGHT),
	KEY(P, K_WORD_LEFT, WORD_LEFT),
	KEY(P, K_WORD_RIGHT, WORD_RIGHT),
	KEY(P, K_HOME, LINE_START),
	KEY(P, K_CTRL('a'), LINE_START),
	KEY(P, K_END, LINE_END),
	KEY(P, K_CTRL('e'), LINE_END),
	KEY(P, K_CTRL('l'), REDRAW),
	KEY(P, K_CTRL('z'), SUSPEND),
};
const size_t bindings_count = COUNT(bindings);

bool
binding_is_in(const struct binding *row, enum mode mode)
{
	assert(mode < MODE_COUNT);
	return (row->modes & 1U << mode) != 0;
}

bool
action_is_valid(enum mode mode, enum action action)
{
	size_t i;

	assert(mode < MODE_COUNT && action < ACTION_COUNT);
	for (i = 0; i < bindings_count; i++)
		if (binding_is_in(&bindings[i], mode) &&
		    bindings[i].action == action)
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
	assert(action < ACTION_COUNT);
	return action == ACTION_NONE ? "none" : actions[action].name;
}

const char *
action_argument(enum action action)
{
	assert(action < ACTION_COUNT);
	return action == ACTION_NONE ? "" : actions[action].argument;
}

const char *
action_help(enum action action)
{
	assert(action < ACTION_COUNT);
	return action == ACTION_NONE ? "" : actions[action].help;
}

const char *
mode_where(enum mode mode)
{
	static const char *const names[MODE_COUNT] = {
		[MODE_LIST] = "in the results",
		[MODE_TEXT] = "on a page",
		[MODE_MAP] = "on the map",
		[MODE_PROMPT] = "in the search line",
	};

	assert(mode < MODE_COUNT);
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

	assert(mode < MODE_COUNT);
	return words[mode];
}
