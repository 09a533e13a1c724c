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

/*
 * X(NAME, "name", "ARGUMENT", "what it does").  The name with an argument is a
 * command behind ":".  In brackets the argument may be left out.
 */
#define ACTION_LIST(X)							\
	X(MOVE_DOWN,	"move-down",	"",	"one line down")	\
	X(MOVE_UP,	"move-up",	"",	"one line up")		\
	X(HALF_DOWN,	"half-down",	"",	"half a screen down")	\
	X(HALF_UP,	"half-up",	"",	"half a screen up")	\
	X(PAGE_DOWN,	"page-down",	"",	"a screen down")	\
	X(PAGE_UP,	"page-up",	"",	"a screen up")		\
	X(FIRST,	"first",	"",	"to the beginning")	\
	X(LAST,		"last",		"",	"to the end")		\
	X(OPEN,		"open",		"[ADDRESS]",			\
	    "open what is selected")					\
	X(NEXT_LINK,	"next-link",	"",	"select the next link")	\
	X(PREVIOUS_LINK, "previous-link", "",	"select the link before") \
	X(NEXT_HIT,	"next-hit",	"",				\
	    "to the next place of what was searched for")		\
	X(PREVIOUS_HIT,	"previous-hit",	"",	"to the place before")	\
	X(BACK,		"back",		"",	"back to where I was")	\
	X(FORWARD,	"forward",	"",	"forward again")	\
	X(SEARCH,	"search",	"[QUERY]",			\
	    "search, results follow as you type")			\
	X(NARROW,	"narrow",	"[WORDS]",			\
	    "keep only those with these words, too")			\
	X(FILTER,	"filter",	"FIELD VALUE",			\
	    "keep only those with this value")				\
	X(CHOOSE,	"choose",	"",				\
	    "add the value to the filters, and go on choosing")		\
	X(EXPAND,	"expand",	"",				\
	    "all values of the facets, or the most frequent")		\
	X(WIDEN,	"widen",	"[NUMBER]",			\
	    "take a filter out of the query")				\
	X(WIDEN_ALL,	"widen-all",	"",				\
	    "take all filters out of the query")			\
	X(SWITCH,	"switch",	"",				\
	    "from works to claims and back")				\
	X(SORT,		"sort",		"ORDER",	"sort by")	\
	X(REVERSE,	"reverse",	"",				\
	    "the last of the order first")				\
	X(TYPOS,	"correct",	"",				\
	    "search for what was suggested")				\
	X(KEEP,		"keep",		"LETTER",			\
	    "keep this place under")					\
	X(JUMP,		"jump",		"LETTER",			\
	    "go to the place kept under")				\
	X(SAVED,	"saved",	"DIGIT",			\
	    "go to the search saved as")				\
	X(SAVE,		"save",		"DIGIT",			\
	    "save this search as")					\
	X(EXPORT,	"export",	"[FILE]",			\
	    "write what is marked, or this, into a file")		\
	X(FACETS,	"facets",	"",				\
	    "what they are about, and narrow down")			\
	X(MAP,		"map",		"",				\
	    "the map: where there is evidence")				\
	X(PLOT,		"plot",		"",				\
	    "what they found, drawn side by side")			\
	X(TURN,		"turn",		"",				\
	    "rows to columns, columns to rows")				\
	X(SORT_ROWS,	"sort-rows",	"",				\
	    "rows by number of works, or by name")			\
	X(ROLL_UP,	"roll-up",	"",				\
	    "broadest terms only, or all")				\
	X(CELL_DOWN,	"cell-down",	"",	"to the cell below")	\
	X(CELL_UP,	"cell-up",	"",	"to the cell above")	\
	X(CELL_LEFT,	"cell-left",	"",	"to the cell on the left") \
	X(CELL_RIGHT,	"cell-right",	"",	"to the cell on the right") \
	X(READING,	"reading",	"",				\
	    "take a part of the query as text")				\
	X(MARK,		"mark",		"",				\
	    "mark or unmark, and step down")				\
	X(MARK_RANGE,	"mark-range",	"",				\
	    "begin a range of marks, and end it")			\
	X(UNMARK,	"unmark",	"",	"take all marks away")	\
	X(UNDO,		"undo",		"",				\
	    "undo the last change of marks or filters")			\
	X(PREVIEW_MORE,	"preview-more",	"",	"more room for the preview") \
	X(PREVIEW_LESS,	"preview-less",	"",				\
	    "less room for the preview, at last none")			\
	X(COPY,		"copy",		"WHAT",	"copy the")		\
	X(BARE,		"bare",		"",				\
	    "the text alone, to be copied with the mouse")		\
	X(LINK,		"link",		"",				\
	    "show the web address, and open it")			\
	X(PIPE,		"pipe",		"[COMMAND]",			\
	    "give the text to a command")				\
	X(COMPARE,	"compare",	"",	"marked works side by side") \
	X(LENS,		"lens",		"",				\
	    "all works, people, animals, cells")			\
	X(SAFETY,	"safety",	"",				\
	    "harms, precautions, contraindications")			\
	X(TERMS,	"terms",	"",				\
	    "mechanisms, conditions, outcomes ...")			\
	X(CLAIMS,	"claims",	"",	"claims by their verdicts") \
	X(GLOSSARY,	"glossary",	"",				\
	    "words of the trade in plain words")			\
	X(TOUR,		"tour",		"",				\
	    "three minutes on judging evidence")			\
	X(START,	"start",	"",				\
	    "where to begin: what is in it, ways in")			\
	X(COMMAND,	"command",	"",	"type a command")	\
	X(THEME,	"theme",	"NAME",	"change the colours")	\
	X(LOOK,		"look",		"ROLE LOOK",			\
	    "change how a role looks")					\
	X(BIND,		"bind",		"VIEW KEY COMMAND",		\
	    "bind a key to a command")					\
	X(UNBIND,	"unbind",	"VIEW KEY", "free a key")	\
	X(LINEAR,	"linear",	"",				\
	    "go on line by line, for reading aloud")			\
	X(RELOAD,	"reload",	"",	"read the bibliography again") \
	X(HELP,		"help",		"",	"the keys valid here")	\
	X(REDRAW,	"redraw",	"",	"draw the screen again") \
	X(SUSPEND,	"suspend",	"",	"suspend the program")	\
	X(CLOSE,	"close",	"",				\
	    "close this page; at the first, leave")			\
	X(QUIT,		"quit",		"",	"leave")		\
	X(CANCEL,	"cancel",	"",	"cancel")		\
	X(ACCEPT,	"accept",	"",	"done")			\
	X(OLDER,	"older",	"",	"what was typed before") \
	X(NEWER,	"newer",	"",				\
	    "what was typed after that; at the last, done")		\
	X(COMPLETE,	"complete",	"",				\
	    "complete the word, then the next that fits")		\
	X(ERASE,	"erase",	"",				\
	    "erase the character before")				\
	X(ERASE_WORD,	"erase-word",	"",	"erase the word before") \
	X(ERASE_ALL,	"erase-all",	"",	"erase everything")	\
	X(ERASE_REST,	"erase-rest",	"",				\
	    "erase what is behind the cursor")				\
	X(DELETE,	"delete",	"",				\
	    "erase the character under the cursor")			\
	X(LEFT,		"left",		"",	"one character left")	\
	X(RIGHT,	"right",	"",	"one character right")	\
	X(WORD_LEFT,	"word-left",	"",	"one word left")	\
	X(WORD_RIGHT,	"word-right",	"",	"one word right")	\
	X(LINE_START,	"line-start",	"",				\
	    "to the start of the line")					\
	X(LINE_END,	"line-end",	"",	"to the end of the line")

enum action {
	ACTION_NONE,
#define X(id, name, argument, help)	ACTION_##id,
	ACTION_LIST(X)
#undef X
	ACTION_COUNT
};

/* Which keys are valid depends on what the user looks at. */
enum mode { MODE_LIST, MODE_TEXT, MODE_MAP, MODE_PROMPT, MODE_COUNT };

/*
 * A key, or two in a row, and what they do.  K_NONE: the action is valid in
 * this mode, but only by its name.
 */
struct binding {
	enum mode	 mode;
	unsigned	 key;
	unsigned	 then;		/* K_NONE: one key */
	enum action	 action;
	const char	*argument;	/* NULL: none */
};

/* What keys do unless they are bound anew; see tui/keymap.h. */
extern const struct binding	bindings[];
extern const size_t		bindings_count;

/* Whether an action means something in a mode. */
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
