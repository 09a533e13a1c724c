/*
 * Actions: everything that a key can do, and the keys that do it.
 *
 * One row says it all: dispatch, help, hints, manual and tests read these
 * tables.
 */
#ifndef TUI_ACTION_H
#define TUI_ACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "record/address.h"

/*
 * X(NAME, "name", "ARGUMENT", "what it does", HANDLER).  The name with an
 * argument is a command after ":".  In brackets the argument may be left out.
 * HANDLER is DO(function), WITH(function of the argument), EITHER of both,
 * MOVES (the view does it), EDITS (the line that is typed) or GOES (to a page,
 * see PAGE_LIST); app.c alone knows the functions.
 */
#define ACTION_NONE_(id, name, maker, glossed, purpose)
#define ACTION_VIEW_(id, name, maker, glossed, of, modes, key, help)	\
	X(id, name, "", help, GOES(PAGE_##id, PAGE_ABOUT_##of))
#define ACTION_LIST(X)							\
	X(MOVE_DOWN, "move-down", "", "one line down", MOVES)		\
	X(MOVE_UP, "move-up", "", "one line up", MOVES)			\
	X(HALF_DOWN, "half-down", "", "half a screen down", MOVES)	\
	X(HALF_UP, "half-up", "", "half a screen up", MOVES)		\
	X(PAGE_DOWN, "page-down", "", "a screen down", MOVES)		\
	X(PAGE_UP, "page-up", "", "a screen up", MOVES)			\
	X(FIRST, "first", "", "to the beginning", MOVES)		\
	X(LAST, "last", "", "to the end", MOVES)			\
	X(OPEN, "open", "[ADDRESS]",					\
	    "open what is selected",					\
	    EITHER(history_open, history_go_to))			\
	X(NEXT_LINK, "next-link", "", "select the next link", MOVES)	\
	X(PREVIOUS_LINK, "previous-link", "",				\
	    "select the link before", MOVES)				\
	X(NEXT_HIT, "next-hit", "",					\
	    "to the next place of what was searched for", DO(find_next))\
	X(PREVIOUS_HIT, "previous-hit", "",				\
	    "to the place before", DO(find_previous))			\
	X(BACK, "back", "", "back to where I was", DO(history_back))	\
	X(FORWARD, "forward", "",					\
	    "forward again", DO(history_forward))			\
	X(SEARCH, "search", "[QUERY]",					\
	    "search, results follow as you type",			\
	    EITHER(search_line_open, search_line_query))		\
	X(NARROW, "narrow", "[WORDS]",					\
	    "keep only those with these words, too",			\
	    EITHER(search_line_open_narrow, search_line_narrow))	\
	X(FILTER, "filter", "FIELD VALUE",				\
	    "keep only those with this value", WITH(filters_add))	\
	X(CHOOSE, "choose", "",						\
	    "add the value to the filters, and go on choosing",		\
	    DO(filters_choose))						\
	X(EXPAND, "expand", "",						\
	    "all values of the facets, or the most frequent",		\
	    DO(history_expand))						\
	X(WIDEN, "widen", "[NUMBER]",					\
	    "take a filter out of the query",				\
	    EITHER(filters_widen_last, filters_widen))			\
	X(WIDEN_ALL, "widen-all", "",					\
	    "take all filters out of the query", DO(filters_widen_all))	\
	X(SWITCH, "switch", "",						\
	    "from works to claims and back", DO(search_line_switch))	\
	X(SORT, "sort", "ORDER", "sort by", WITH(search_line_sort))	\
	X(REVERSE, "reverse", "",					\
	    "the last of the order first", DO(search_line_reverse))	\
	X(TYPOS, "correct", "",						\
	    "search for what was suggested", DO(search_line_correct))	\
	X(KEEP, "keep", "LETTER",					\
	    "keep this place under", WITH(bookmarks_set))		\
	X(JUMP, "jump", "LETTER",					\
	    "go to the place kept under", WITH(bookmarks_go))		\
	X(SAVED, "saved", "DIGIT",					\
	    "go to the search saved as", WITH(bookmarks_search))	\
	X(SAVE, "save", "DIGIT",					\
	    "save this search as", WITH(bookmarks_save_search))		\
	X(EXPORT, "export", "[FILE]",					\
	    "write what is marked, or this, into a file",		\
	    EITHER(exporting_open, exporting_to))			\
	PAGE_LIST(ACTION_NONE_, ACTION_VIEW_)				\
	X(PLOT, "plot", "",						\
	    "what they found, drawn side by side", DO(pages_plot))	\
	X(TURN, "turn", "",						\
	    "rows to columns, columns to rows", DO(pages_turn))		\
	X(SORT_ROWS, "sort-rows", "",					\
	    "rows by number of works, or by name", DO(pages_sort_rows))	\
	X(ROLL_UP, "roll-up", "",					\
	    "broadest terms only, or all", DO(pages_roll_up))		\
	X(CELL_DOWN, "cell-down", "", "to the cell below", MOVES)	\
	X(CELL_UP, "cell-up", "", "to the cell above", MOVES)		\
	X(CELL_LEFT, "cell-left", "",					\
	    "to the cell on the left", MOVES)				\
	X(CELL_RIGHT, "cell-right", "",					\
	    "to the cell on the right", MOVES)				\
	X(READING, "reading", "",					\
	    "take a part of the query as text",				\
	    DO(search_line_interpretation))				\
	X(MARK, "mark", "",						\
	    "mark or unmark, and step down", DO(selecting_toggle))	\
	X(MARK_RANGE, "mark-range", "",					\
	    "begin a range of marks, and end it", DO(selecting_range))	\
	X(UNMARK, "unmark", "",						\
	    "take all marks away", DO(selecting_clear))			\
	X(UNDO, "undo", "",						\
	    "undo the last change of marks or filters",			\
	    DO(selecting_undo))						\
	X(PREVIEW_MORE, "preview-more", "",				\
	    "more room for the preview", DO(preview_more))		\
	X(PREVIEW_LESS, "preview-less", "",				\
	    "less room for the preview, at last none", DO(preview_less))\
	X(COPY, "copy", "WHAT", "copy the", WITH(yank_copy))		\
	X(BARE, "bare", "",						\
	    "the text alone, to be copied with the mouse",		\
	    DO(yank_bare))						\
	X(LINK, "link", "",						\
	    "show the web address, and open it", DO(yank_link))		\
	X(PIPE, "pipe", "[COMMAND]",					\
	    "give the text to a command",				\
	    EITHER(yank_pipe, yank_pipe_to))				\
	X(COMPARE, "compare", "",					\
	    "marked works side by side", DO(pages_compare))		\
	X(LENS, "lens", "",						\
	    "all works, people, animals, cells", DO(pages_subjects))	\
	X(SAFETY, "safety", "",						\
	    "harms, precautions, contraindications", DO(pages_safety))	\
	X(CLAIMS, "claims", "",						\
	    "claims by their verdicts", DO(pages_claims))		\
	X(TOUR, "tour", "",						\
	    "three minutes on judging evidence", DO(pages_tour))	\
	X(COMMAND, "command", "", "type a command", DO(open_command))	\
	X(THEME, "theme", "NAME",					\
	    "change the colours", WITH(custom_theme))			\
	X(LOOK, "look", "ROLE LOOK",					\
	    "change how a role looks", WITH(custom_style))		\
	X(BIND, "bind", "VIEW KEY COMMAND",				\
	    "bind a key to a command", WITH(custom_bind))		\
	X(UNBIND, "unbind", "VIEW KEY",					\
	    "free a key", WITH(custom_unbind))				\
	X(LINEAR, "linear", "",						\
	    "go on line by line, for reading aloud", DO(go_linear))	\
	X(RELOAD, "reload", "",						\
	    "read the bibliography again", DO(reload))			\
	X(HELP, "help", "", "the keys valid here", DO(history_help))	\
	X(REDRAW, "redraw", "", "draw the screen again", DO(redraw))	\
	X(SUSPEND, "suspend", "", "suspend the program", DO(suspend))	\
	X(CLOSE, "close", "",						\
	    "close this page; at the first, leave", DO(history_close))	\
	X(QUIT, "quit", "", "leave", DO(quit))				\
	X(CANCEL, "cancel", "", "cancel", DO(cancel))			\
	X(ACCEPT, "accept", "", "done", EDITS)				\
	X(OLDER, "older", "", "what was typed before", EDITS)		\
	X(NEWER, "newer", "",						\
	    "what was typed after that; at the last, done", EDITS)	\
	X(COMPLETE, "complete", "",					\
	    "complete the word, then the next that fits", EDITS)	\
	X(ERASE, "erase", "", "erase the character before", EDITS)	\
	X(ERASE_WORD, "erase-word", "",					\
	    "erase the word before", EDITS)				\
	X(ERASE_ALL, "erase-all", "", "erase everything", EDITS)	\
	X(ERASE_REST, "erase-rest", "",					\
	    "erase what is behind the cursor", EDITS)			\
	X(DELETE, "delete", "",						\
	    "erase the character under the cursor", EDITS)		\
	X(LEFT, "left", "", "one character left", EDITS)		\
	X(RIGHT, "right", "", "one character right", EDITS)		\
	X(WORD_LEFT, "word-left", "", "one word left", EDITS)		\
	X(WORD_RIGHT, "word-right", "", "one word right", EDITS)	\
	X(LINE_START, "line-start", "",					\
	    "to the start of the line", EDITS)				\
	X(LINE_END, "line-end", "", "to the end of the line", EDITS)

enum action {
	ACTION_NONE,
#define X(id, name, argument, help, handler)	ACTION_##id,
	ACTION_LIST(X)
#undef X
	ACTION_COUNT
};

/* Which keys are valid depends on what the user looks at. */
enum mode { MODE_LIST, MODE_TEXT, MODE_MAP, MODE_PROMPT, MODE_COUNT };

/*
 * A key, or two in a row, and what they do in some modes.  K_NONE: the action
 * is valid there, but only by its name.
 */
struct binding {
	unsigned	 modes;		/* a set: 1 << MODE_LIST ... */
	unsigned	 key;
	unsigned	 then;		/* K_NONE: one key */
	enum action	 action;
	const char	*argument;	/* NULL: none */
};

/* What keys do unless they are bound anew; see tui/keymap.h. */
extern const struct binding	bindings[];
extern const size_t		bindings_count;

/* Whether a row is valid in a mode. */
bool		 binding_is_in(const struct binding *row, enum mode mode);

/* Whether an action is valid in a mode. */
bool		 action_is_valid(enum mode mode, enum action action);

/* The action of this name, or ACTION_NONE. */
enum action	 action_find(const char *name, size_t n);

const char	*action_name(enum action action);
const char	*action_argument(enum action action);
const char	*action_help(enum action action);

/* "results", "page", "map", "search line"; and as commands call them. */
const char	*mode_name(enum mode mode);
const char	*mode_word(enum mode mode);

#endif
