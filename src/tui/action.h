/*
 * Actions: everything that a key can do, and the default keys.
 *
 * Dispatch, help, hints, manual and tests all read these tables.
 */
#ifndef TUI_ACTION_H
#define TUI_ACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "record/address.h"

/*
 * X(NAME, "name", "ARGUMENT", "what it does", HANDLER).  The name,
 * followed by any argument, is the command typed after ":".  Arguments in
 * brackets are optional.  HANDLER is DO(function), WITH(function of the
 * argument), EITHER of both, MOVES (handled by the view), EDITS (handled by the
 * prompt) or GOES (to a page, see PAGE_LIST); only app.c knows the functions.
 */
#define ACTION_WORDS_ALL	""
#define ACTION_WORDS_QUERY	"[WORDS]"
#define ACTION_WORDS_WORDS	"[WORDS]"
#define ACTION_NONE_(id, name, maker, glossed, purpose)
#define ACTION_VIEW_(id, name, maker, glossed, of, modes, key, help)	\
	X(id, name, ACTION_WORDS_##of, help, GOES(PAGE_##id, PAGE_ABOUT_##of))
#define ACTION_LIST(X)							\
	X(MOVE_DOWN, "move-down", "", "one line down", MOVES)		\
	X(MOVE_UP, "move-up", "", "one line up", MOVES)			\
	X(HALF_DOWN, "half-down", "", "half a screen down", MOVES)	\
	X(HALF_UP, "half-up", "", "half a screen up", MOVES)		\
	X(PAGE_DOWN, "page-down", "", "a screen down", MOVES)		\
	X(PAGE_UP, "page-up", "", "a screen up", MOVES)			\
	X(FIRST, "first", "",						\
	    "to the beginning, or to line COUNT", MOVES)		\
	X(LAST, "last", "",						\
	    "to the end, or to line COUNT", MOVES)		\
	X(WHERE, "where", "", "show the position", DO(where))		\
	X(OPEN, "open", "[ADDRESS]",					\
	    "open the selected item", EITHER(history_open, open_words))	\
	X(NEXT_LINK, "next-link", "", "next link", MOVES)		\
	X(PREVIOUS_LINK, "previous-link", "", "previous link", MOVES)	\
	X(NEXT_HIT, "next-hit", "", "next match", DO(find_next))	\
	X(PREVIOUS_HIT, "previous-hit", "",				\
	    "previous match", DO(find_previous))			\
	X(FIND, "find", "[WORDS]",					\
	    "find on this page", EITHER(find_open, find_words))		\
	X(FIND_BACK, "find-back", "[WORDS]",				\
	    "find backwards; an empty line shows the keys",		\
	    EITHER(find_back_open, find_back_words))			\
	X(BACK, "back", "", "back", DO(history_back))			\
	X(FORWARD, "forward", "",					\
	    "forward again", DO(history_forward))			\
	X(SEARCH, "search", "[QUERY]",					\
	    "search the bibliography",					\
	    EITHER(search_line_open, search_line_query))		\
	X(NARROW, "narrow", "[WORDS]",					\
	    "search within results",					\
	    EITHER(search_line_open_narrow, search_line_narrow))	\
	X(FILTER, "filter", "FIELD VALUE",				\
	    "keep only results with this value", WITH(filters_add))	\
	X(CHOOSE, "choose", "",						\
	    "add the value to the filters, and stay here", DO(filters_choose))\
	X(EXPAND, "expand", "",						\
	    "show more: the whole answer, or all values; again: show less", \
	    DO(history_expand))						\
	X(WIDEN, "widen", "[NUMBER]",					\
	    "remove a filter",						\
	    EITHER(filters_widen_last, filters_widen))			\
	X(WIDEN_ALL, "widen-all", "",					\
	    "remove all filters", DO(filters_widen_all))		\
	X(SWITCH, "switch", "",						\
	    "switch between works and claims; on a link above them: next link", \
	    DO(switch_on))						\
	X(SWITCH_BACK, "switch-back", "",				\
	    "go to the links above the list; if none: switch between works " \
	    "and claims",						\
	    DO(switch_back))						\
	X(SORT, "sort", "ORDER", "sort by", WITH(search_line_sort))	\
	X(REVERSE, "reverse", "",					\
	    "reverse the order", DO(search_line_reverse))		\
	X(TYPOS, "correct", "",						\
	    "accept the suggestion", DO(search_line_correct))		\
	X(BOOKMARK, "bookmark", "LETTER",				\
	    "bookmark this place as", WITH(bookmarks_set))		\
	X(JUMP, "jump", "LETTER",					\
	    "go to the bookmark", WITH(bookmarks_go))			\
	X(SAVED, "saved", "DIGIT",					\
	    "run a saved search", WITH(bookmarks_search))		\
	X(SAVE, "save", "DIGIT",					\
	    "save this search as", WITH(bookmarks_save_search))		\
	X(ADD, "add", "[LIST [SECTION]]",				\
	    "add to the last reading list used; after a count, ask for one",	\
	    EITHER(desk_add, desk_add_to))				\
	X(ADD_SEARCH, "add-search", "[LIST [SECTION]]",			\
	    "add this search itself to a reading list",			\
	    EITHER(desk_add_search, desk_add_search_to))		\
	X(NOTE, "note", "[TEXT]",					\
	    "write a note", EITHER(noting_open, noting_text))		\
	X(TAG, "tag", "WORD",						\
	    "add a tag; -WORD removes a tag", WITH(noting_tag))		\
	X(READ, "read", "",						\
	    "mark as read, to read, or neither", DO(noting_read))		\
	X(ITEM_UP, "item-up", "",					\
	    "in your list: move the item up", DO(desk_up))		\
	X(ITEM_DOWN, "item-down", "",					\
	    "in your list: move the item down", DO(desk_down))		\
	X(IMPORTANCE, "importance", "",					\
	    "in your list: set the importance of the item",		\
	    DO(desk_importance))					\
	X(SECTION, "section", "[TITLE]",				\
	    "in your list: move the item to a section",			\
	    EITHER(desk_section_open, desk_section))			\
	X(ITEM, "item", "WHAT TEXT",					\
	    "in your list: set the item's note, question, answer or minutes", \
	    WITH(desk_item))						\
	X(TITLE, "title", "TEXT",					\
	    "in your list: change the title of the list", WITH(desk_title)) \
	X(REMOVE, "remove", "",						\
	    "in your list: remove the item; elsewhere: drop a version of a note", \
	    DO(desk_remove))						\
	X(DROP, "drop", "[NUMBER]",					\
	    "drop one of two versions of a note",			\
	    EITHER(noting_drop, noting_drop_number))			\
	X(PEOPLE, "people", "[WORDS]",					\
	    "PICO: people or condition",			\
	    EITHER(pico_people_open, pico_people))			\
	X(INTERVENTION, "intervention", "[WORDS]",			\
	    "PICO: the treatment",					\
	    EITHER(pico_intervention_open, pico_intervention))		\
	X(COMPARATOR, "comparator", "[WORDS]",				\
	    "PICO: comparator",				\
	    EITHER(pico_comparator_open, pico_comparator))		\
	X(OUTCOME, "outcome", "[WORDS]",				\
	    "PICO: outcome",					\
	    EITHER(pico_outcome_open, pico_outcome))			\
	X(ANSWER, "answer", "[WORDS]",					\
	    "answer the practice question",				\
	    EITHER(practising_open, practising_answer))			\
	X(EXPORT, "export", "[FILE]",					\
	    "save the selection, or this page, to a file",		\
	    EITHER(exporting_open, exporting_to))			\
	X(HANDOUT, "handout", "[LIST]",					\
	    "make a handout of a list; again: with the answers",	\
	    EITHER(pages_handout, pages_handout_of))			\
	X(LOG, "log", "[NAME]",						\
	    "log searches under NAME; - stops logging; alone: show the name", \
	    EITHER(custom_log_which, custom_log))			\
	X(TRACE, "trace", "FILE",					\
	    "mark the claims in the text file", WITH(exporting_trace))	\
	PAGE_LIST(ACTION_NONE_, ACTION_VIEW_)				\
	X(PLOT, "plot", "[QUERY]",					\
	    "findings drawn side by side",				\
	    EITHER(pages_plot, pages_plot_of))				\
	X(TURN, "turn", "", "swap rows and columns", DO(pages_turn))	\
	X(SORT_ROWS, "sort-rows", "",					\
	    "sort rows by number of works, or by name", DO(pages_sort_rows)) \
	X(ROLL_UP, "roll-up", "",					\
	    "show the broadest terms only, or all", DO(pages_roll_up))	\
	X(CELL_DOWN, "cell-down", "", "to the cell below", MOVES)	\
	X(CELL_UP, "cell-up", "", "to the cell above", MOVES)		\
	X(CELL_LEFT, "cell-left", "",					\
	    "to the cell on the left", MOVES)				\
	X(CELL_RIGHT, "cell-right", "",					\
	    "to the cell on the right", MOVES)				\
	X(READING, "reading", "",					\
	    "search as typed, or this part as plain text",			\
	    DO(search_line_interpretation))				\
	X(MARK, "mark", "",						\
	    "select or deselect, then move down", DO(selecting_toggle))	\
	X(MARK_RANGE, "mark-range", "",					\
	    "start a range; again: select it", DO(selecting_range))	\
	X(UNMARK, "unmark", "",						\
	    "clear the selection", DO(selecting_clear))			\
	X(UNDO, "undo", "",						\
	    "undo the last change of selection or filters",		\
	    DO(selecting_undo))						\
	X(PREVIEW_MORE, "preview-more", "",				\
	    "more room for the preview", DO(preview_more))		\
	X(PREVIEW_LESS, "preview-less", "",				\
	    "less room for the preview, then none", DO(preview_less))\
	X(COPY, "copy", "WHAT", "copy the", WITH(yank_copy))		\
	X(BARE, "bare", "",						\
	    "show plain text, for copying with the mouse", DO(yank_bare)) \
	X(LINK, "link", "",						\
	    "show the web address, and open it", DO(yank_link))		\
	X(PIPE, "pipe", "[COMMAND]",					\
	    "pipe to a command", EITHER(yank_pipe, yank_pipe_to))	\
	X(COMPARE, "compare", "[ADDRESS]",				\
	    "compare the selected works, or a topic with another",	\
	    EITHER(pages_compare, pages_compare_with))			\
	X(SUBJECTS, "subjects", "",					\
	    "filter: people / animals / cells", DO(pages_subjects))	\
	X(SAFETY, "safety", "",						\
	    "harms, precautions, contraindications", DO(pages_safety))	\
	X(CLAIMS, "claims", "",						\
	    "claims by verdict", DO(pages_claims))		\
	X(TOUR, "tour", "",						\
	    "three minutes on judging evidence", DO(pages_tour))	\
	X(COMMAND, "command", "", "type a command", DO(open_command))	\
	X(THEME, "theme", "NAME",					\
	    "change the colours", WITH(custom_theme))			\
	X(LOOK, "look", "ROLE LOOK",					\
	    "change the style of a role", WITH(custom_style))		\
	X(BIND, "bind", "VIEW KEY COMMAND",				\
	    "bind a key to a command", WITH(custom_bind))		\
	X(UNBIND, "unbind", "VIEW KEY",					\
	    "free a key", WITH(custom_unbind))				\
	X(LINEAR, "linear", "",						\
	    "line mode, for screen readers", DO(go_linear))		\
	X(RELOAD, "reload", "", "reload", DO(reload))			\
	X(BIBLIOGRAPHY, "bibliography", "[NAME]",			\
	    "open another bibliography",				\
	    EITHER(switch_next, switch_to))				\
	X(HELP, "help", "[WORDS]",					\
	    "keys and commands; type letters to find one",		\
	    EITHER(history_help, history_help_words))			\
	X(REDRAW, "redraw", "", "redraw", DO(redraw))			\
	X(SUSPEND, "suspend", "", "suspend", DO(suspend))		\
	X(CLOSE, "close", "",						\
	    "back; on the first screen, quit", DO(history_close))	\
	X(QUIT, "quit", "", "quit", DO(quit))				\
	X(CANCEL, "cancel", "", "cancel", DO(cancel))			\
	X(ACCEPT, "accept", "", "accept the line", EDITS)		\
	X(OLDER, "older", "", "previous line of the history", EDITS)		\
	X(NEWER, "newer", "",						\
	    "next line of the history; after the last, accept", EDITS)	\
	X(COMPLETE, "complete", "",					\
	    "complete the word; repeat for the next match", EDITS)	\
	X(ERASE, "erase", "", "erase the previous character", EDITS)	\
	X(ERASE_WORD, "erase-word", "",					\
	    "erase the previous word", EDITS)				\
	X(ERASE_ALL, "erase-all", "", "erase everything", EDITS)	\
	X(ERASE_REST, "erase-rest", "",					\
	    "erase to the end of the line", EDITS)			\
	X(DELETE, "delete", "",						\
	    "erase the character under the cursor", EDITS)		\
	X(LEFT, "left", "", "one character left", EDITS)		\
	X(RIGHT, "right", "", "one character right", EDITS)		\
	X(WORD_LEFT, "word-left", "", "one word left", EDITS)		\
	X(WORD_RIGHT, "word-right", "", "one word right", EDITS)	\
	X(LINE_START, "line-start", "",					\
	    "to the beginning of the line", EDITS)			\
	X(LINE_END, "line-end", "", "to the end of the line", EDITS)

enum action {
	ACTION_NONE,
#define X(id, name, argument, help, handler)	ACTION_##id,
	ACTION_LIST(X)
#undef X
	ACTION_COUNT
};

/* The modes, which determine the valid keys. */
enum mode { MODE_LIST, MODE_TEXT, MODE_MAP, MODE_PROMPT, MODE_COUNT };

/*
 * A key, or a chain of two, and its action in some modes.  K_NONE: the action
 * is valid there, but only by name.
 */
struct binding {
	unsigned	 modes;		/* a set: 1 << MODE_LIST ... */
	unsigned	 key;
	unsigned	 then;		/* K_NONE: a single key */
	enum action	 action;
	const char	*argument;	/* NULL: none */
};

/* The default keys; see tui/keymap.h. */
extern const struct binding	bindings[];
extern const size_t		bindings_count;

/* Whether a row applies in a mode. */
bool		 binding_is_in(const struct binding *row, enum mode mode);

/* Whether an action is valid in a mode. */
bool		 action_is_valid(enum mode mode, enum action action);

/* The action with this name, or ACTION_NONE. */
enum action	 action_find(const char *name, size_t n);

const char	*action_name(enum action action);
const char	*action_argument(enum action action);
const char	*action_help(enum action action);

/*
 * "in the results", "on a page", "on the map", "in the search line"; and the names
 * that commands use.
 */
const char	*mode_where(enum mode mode);
const char	*mode_word(enum mode mode);

#endif
