/* strigil list: shows and changes reading lists. */
#include <stdlib.h>

#include "base/number.h"
#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/keeping.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/spool.h"
#include "library/entries.h"
#include "library/list_edit.h"
#include "library/notebook_file.h"
#include "record/value.h"

const struct option_row cmd_list_options[] = {
	{ 't', "title", "TEXT", "create, add: the title of the list",
	  TEXT(struct list_options, title) },
	{ 0, "description", "TEXT", "what the list is for",
	  TEXT(struct list_options, description) },
	{ 0, "aim", "TEXT", "add an aim, or remove it with -TEXT; may be "
	  "repeated", TEXTS(struct list_options, aims) },
	{ 0, "tag", "WORD", "add a tag, or remove it with -WORD; may be "
	  "repeated", TEXTS(struct list_options, tags) },
	{ 's', "section", "TITLE", "add, move: the section to put items in, "
	  "such as a week; rename: the section to rename",
	  TEXT(struct list_options, section) },
	{ 'i', "importance", "HOW", NULL, NAME(struct list_options,
	  importance), .codes = &importances },
	{ 0, "minutes", "NUMBER", "add: how long an item takes to read",
	  TEXT(struct list_options, minutes) },
	{ 'm', "note", "TEXT", "add: what to look for",
	  TEXT(struct list_options, note) },
	{ 0, "question", "TEXT", "add: a question to answer after reading",
	  TEXT(struct list_options, question) },
	{ 0, "answer", "TEXT", "add: the answer to that question",
	  TEXT(struct list_options, answer) },
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_RECORDS | FORMAT_WORKS),
	OPTION_ROW_JSON,
	OPTION_ROW_NULL("ids on standard input and output end in NUL"),
	{ .name = NULL }
};

static bool	is_action(const char *word);

/* Opens a list of the notebook for changes; NULL after complaining. */
static struct list_draft *
edit_named(struct run *run, const char *name)
{
	struct list_draft *draft = notebook_edit_list(keeping_notebook(run),
	    run, name);

	if (draft == NULL && !keeping_is_broken(run, name))
		run_complain("you have no list '%s'; 'strigil list' shows your "
		    "lists", name);
	return draft;
}

/*
 * Whether an open bibliography has a list of this name.  Lists of the notebook
 * take precedence, as another session may have created one.
 */
static bool
is_published(struct run *run, const char *name)
{
	enum status status;
	struct library *library = run->library != NULL ? run->library :
	    bibliography_open(run, &status);

	return library != NULL && library_record(library, run, RECTYPE_LIST,
	    name) != NULL && notebook_list(keeping_notebook(run), name) ==
	    NULL;
}

/*
 * A new list, unless the name is an action or a published list; NULL after
 * complaining.
 */
static struct list_draft *
list_begin_new(struct run *run, const char *name)
{
	const struct list_options *options = run->options;

	if (is_action(name))
		run_complain("'%s' cannot be the name of a list: it is an "
		    "action of 'strigil list'", name);
	else if (is_published(run, name))
		run_complain("'%s' is a list of the bibliography; 'strigil "
		    "list merge NAME %s' makes a copy for you", name, name);
	else
		return notebook_new_list(run, name, options->title != NULL ?
		    options->title : name);
	return NULL;
}

/* Begins a new list; NULL after complaining about its name. */
static struct list_draft *
begin_named(struct run *run, const char *name)
{
	struct err err = ERR_INIT;

	if (notebook_may_name(keeping_notebook(run), name, &err))
		return list_begin_new(run, name);
	(void)run_fail(&err);
	return NULL;
}

/*
 * Opens the list with this name, or a new one; NULL after complaining.  If two
 * sessions create it at the same time, their versions are merged on saving.
 */
static struct list_draft *
edit_or_begin(struct run *run, const char *name)
{
	struct notebook *notebook = keeping_notebook(run);
	struct err err = ERR_INIT;
	struct list_draft *draft;

	if (notebook_may_name(notebook, name, &err))
		return list_begin_new(run, name);
	draft = notebook_edit_list(notebook, run, name);
	if (draft == NULL && !keeping_is_broken(run, name))
		(void)run_fail(&err);
	return draft;
}

/*
 * Adds the texts of an option that a list does not yet have; "-TEXT" removes
 * one.
 */
static void
add_texts(struct reading_list *list, struct list *to,
    const struct list *texts)
{
	char *text;
	size_t i, k;

	for (i = 0; i < texts->count; i++) {
		text = text_clean(list, list_at(texts, i), strlen(list_at(
		    texts, i)));
		for (k = 0; *text == '-' && k < to->count; k++)
			if (text_same(list_at(to, k), text + 1)) {
				(void)list_take(to, k);
				break;
			}
		if (*text != '-' && !list_holds(to, text))
			list_add(list, to, text);
	}
}

/*
 * Applies the options about the list itself, and updates its date if it
 * changed.
 */
static void
change_head(struct run *run, struct list_draft *draft)
{
	const struct list_options *options = run->options;
	struct reading_list *list = draft->list;

	if (options->title != NULL)
		list->title = text_clean(list, options->title, strlen(
		    options->title));
	if (options->description != NULL)
		list->description = text_clean(list, options->description,
		    strlen(options->description));
	add_texts(list, &list->aims, &options->aims);
	add_texts(list, &list->tags, &options->tags);
	if (!entries_are_same(&list_schema, draft->base, list))
		list->changed = value_today(list);
}

/* "3 items". */
static char *
count_items(struct run *run, const struct reading_list *list)
{
	size_t n = list_items(list);

	return mem_format(run, "%zu item%s", n, n == 1 ? "" : "s");
}

static enum status
save_and_say(struct run *run, struct list_draft *draft, const char *what)
{
	enum status status;

	if (!keeping_was_read(run))
		return STATUS_ERROR;
	status = keeping_save_list(run, draft);
	if (status == STATUS_FOUND && !run->quiet)
		run_complain("%s: %s", draft->list->id, what);
	return status;
}

/* Actions. */

static enum status
list_create(struct run *run, int argc, char **argv)
{
	struct list_draft *draft = begin_named(run, argv[0]);

	(void)argc;
	if (draft == NULL)
		return STATUS_ERROR;
	change_head(run, draft);
	return save_and_say(run, draft, "created");
}

/* Whether any option is about items. */
static bool
changes_items(const struct list_options *options)
{
	return options->section != NULL || options->importance != NULL ||
	    options->minutes != NULL || options->note != NULL ||
	    options->question != NULL || options->answer != NULL;
}

/* The number of items added, and of existing items changed. */
struct item_counts {
	size_t	 added;
	size_t	 changed;
};

/*
 * Adds a page to the list, or changes its item; false with *err set on failure.
 */
static bool
add_item(struct run *run, struct reading_list *list,
    const struct saved_page *kept, struct item_counts *counts, struct err *err)
{
	const struct list_options *options = run->options;
	const struct item_change change = { options->importance,
	    options->minutes, options->note, options->question,
	    options->answer };
	size_t number = list_find(list, kept->page, kept->bibliography);
	struct reading_item *item;

	if (number == 0) {
		item = list_append(list, options->section, kept->page,
		    kept->bibliography);
		counts->added++;
	} else {
		item = list_item(list, number, NULL);
		if (options->section != NULL) {
			list_move_to_section(list, number, options->section);
			item = list_item(list, list_find(list, kept->page,
			    kept->bibliography), NULL);
		}
		counts->changed += changes_items(options);
	}
	return list_change(item, &change, err);
}

/*
 * Complains if a page is in the list twice, as two versions of a conflict are:
 * only a number says which item is meant.
 */
static bool
names_twice(const struct reading_list *list, size_t number, const char *word)
{
	size_t second = list_version(list, number, 2);

	if (second == 0)
		return false;
	run_complain("'%s' is both item %zu and item %zu of '%s'; use a number "
	    "with 'remove' or 'move'", word, number, second, list->id);
	return true;
}

/*
 * Finds the page that a word names, under the name that the list already uses
 * for it.  False, after complaining, if there is no such page, or if it is
 * unclear which of two items to change.
 */
static bool
find_page(struct run *run, struct library *library,
    const struct reading_list *list, const char *word, struct saved_page *kept)
{
	size_t number = library_find_item(library, list, word);
	const struct reading_item *item = number == 0 ? NULL : list_item(list,
	    number, NULL);

	if (!keeping_page(run, library, word, kept) || (item != NULL &&
	    changes_items(run->options) && names_twice(list, number, word)))
		return false;
	if (item != NULL) {
		kept->page = item->page;
		kept->bibliography = item->bibliography;
	}
	return true;
}

static enum status
list_add_items(struct run *run, int argc, char **argv)
{
	struct list asked = { .at = NULL };
	struct err err = ERR_INIT;
	struct list_draft *draft;
	struct library *library;
	struct saved_page kept;
	struct item_counts counts = { 0, 0 };
	size_t unknown = 0, i;
	enum status status;

	if (!run_ids(run, argc - 1, argv + 1, &asked))
		return STATUS_ERROR;
	if (argc > 1 && asked.count == 0)
		return STATUS_NOTHING;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	draft = edit_or_begin(run, argv[0]);
	if (draft == NULL)
		return STATUS_ERROR;
	for (i = 0; i < asked.count; i++) {
		if (!find_page(run, library, draft->list, list_at(&asked, i),
		    &kept))
			unknown++;
		else if (!add_item(run, draft->list, &kept, &counts, &err))
			return run_fail(&err);
	}
	if (unknown > 0 && unknown == asked.count)
		return STATUS_NOTHING;
	change_head(run, draft);
	status = save_and_say(run, draft, mem_format(run, "%zu added%s, %s",
	    counts.added, counts.changed == 0 ? "" : mem_format(run,
	    ", %zu changed", counts.changed), count_items(run, draft->list)));
	return status == STATUS_FOUND && unknown > 0 ? STATUS_NOTHING :
	    status;
}

/*
 * The position of an item, given as a number or address; 0, after complaining,
 * if there is none, or several.
 */
static size_t
item_named(struct library *library, const struct reading_list *list,
    const char *word)
{
	size_t number;
	long n;

	if (number_natural(word, 1000000, &n) && list_item(list, (size_t)n,
	    NULL) != NULL)
		return (size_t)n;
	number = library_find_item(library, list, word);
	if (number == 0)
		run_complain("'%s' has no item '%s'", list->id, word);
	return number == 0 || names_twice(list, number, word) ? 0 : number;
}

static int
cli_by_number(const void *a, const void *b)
{
	const size_t *one = a, *other = b;

	return *one < *other ? 1 : *one > *other ? -1 : 0;
}

static enum status
list_remove_items(struct run *run, int argc, char **argv)
{
	struct list_draft *draft = edit_named(run, argv[0]);
	struct list asked = { .at = NULL };
	enum status status = STATUS_ERROR;
	size_t *numbers, found = 0, i;
	struct library *library;

	if (draft == NULL || !run_ids(run, argc - 1, argv + 1, &asked) ||
	    (library = bibliography_open(run, &status)) == NULL)
		return status;
	numbers = mem_array(run, size_t, asked.count + 1);
	for (i = 0; i < asked.count; i++) {
		numbers[found] = item_named(library, draft->list,
		    list_at(&asked, i));
		found += numbers[found] > 0;
	}
	/*
	 * Remove from the last item to the first, so that the other numbers
	 * stay valid.
	 */
	qsort(numbers, found, sizeof(*numbers), cli_by_number);
	for (i = 0; i < found; i++)
		if (i == 0 || numbers[i] != numbers[i - 1])
			list_remove(draft->list, numbers[i]);
	if (found == 0)
		return STATUS_NOTHING;
	draft->list->changed = value_today(draft->list);
	status = save_and_say(run, draft, mem_format(run, "%s left", count_items(run,
	    draft->list)));
	return status == STATUS_FOUND && found < asked.count ?
	    STATUS_NOTHING : status;
}

/* The distance to a position given as a word; false if it is not a position. */
static bool
places_to(size_t number, const char *word, long *places)
{
	enum { FAR = 1000000 };
	static const struct { const char *word; long places; } words[] = {
		{ "up", -1 }, { "down", 1 }, { "first", -FAR },
		{ "last", FAR },
	};
	long to;
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (text_same(words[i].word, word)) {
			*places = words[i].places;
			return true;
		}
	if (!number_natural(word, FAR, &to) || to == 0)
		return false;
	*places = to - (long)number;
	return true;
}

/* Moves the item until it has the number, past section headings. */
static void
move_to_number(struct reading_list *list, const struct reading_item *item,
    size_t number, long places)
{
	char *page = mem_text(list, item->page);
	const char *name = item->bibliography == NULL ? NULL : mem_text(list,
	    item->bibliography);
	size_t to = (size_t)((long)number + places);

	while (number != to && list_item(list, to, NULL) != NULL) {
		list_move(list, number, number < to ? 1 : -1);
		number = list_find(list, page, name);
	}
}

static enum status
list_move_item(struct run *run, int argc, char **argv)
{
	const struct list_options *options = run->options;
	struct list_draft *draft = edit_named(run, argv[0]);
	enum status status = STATUS_ERROR;
	struct library *library;
	size_t number;
	long places = 0;

	if (draft == NULL || (library = bibliography_open(run, &status)) ==
	    NULL)
		return status;
	number = item_named(library, draft->list, argv[1]);
	if (number == 0)
		return STATUS_NOTHING;
	if (argc > 2 ? !places_to(number, argv[2], &places) :
	    options->section == NULL) {
		run_complain("missing position; use up, down, first, last, a "
		    "number or --section=TITLE");
		return STATUS_ERROR;
	}
	if (options->section != NULL)
		list_move_to_section(draft->list, number, options->section);
	else if (*argv[2] >= '0' && *argv[2] <= '9')
		move_to_number(draft->list, list_item(draft->list, number,
		    NULL), number, places);
	else
		list_move(draft->list, number, places);
	draft->list->changed = value_today(draft->list);
	return save_and_say(run, draft, "moved");
}

static enum status
rename_section(struct run *run, const char *name, const char *title)
{
	const struct list_options *options = run->options;
	struct list_draft *draft = edit_named(run, name);

	if (draft == NULL)
		return STATUS_ERROR;
	title = text_clean(run, title, strlen(title));
	if (*title == '\0' || !list_rename_section(draft->list,
	    options->section, title)) {
		run_complain(*title == '\0' ? "a section needs a title" :
		    "'%s' has no section '%s'", name, options->section);
		return STATUS_NOTHING;
	}
	draft->list->changed = value_today(draft->list);
	return save_and_say(run, draft, "section renamed");
}

static enum status
list_rename(struct run *run, int argc, char **argv)
{
	const struct list_options *options = run->options;
	struct err err = ERR_INIT;

	(void)argc;
	if (options->section != NULL)
		return rename_section(run, argv[0], argv[1]);
	if (is_action(argv[1])) {
		run_complain("'%s' cannot be the name of a list: it is an "
		    "action of 'strigil list'", argv[1]);
		return STATUS_ERROR;
	}
	if (edit_named(run, argv[0]) == NULL)
		return STATUS_ERROR;
	return notebook_rename_list(keeping_notebook(run), argv[0], argv[1],
	    &err) ? STATUS_FOUND : run_fail(&err);
}

static enum status
list_delete(struct run *run, int argc, char **argv)
{
	struct err err = ERR_INIT;

	(void)argc;
	if (edit_named(run, argv[0]) == NULL)
		return STATUS_ERROR;
	if (!notebook_remove_list(keeping_notebook(run), argv[0], &err))
		return run_fail(&err);
	if (!run->quiet)
		run_complain("%s: deleted; its file is kept as %s~", argv[0],
		    notebook_path(keeping_notebook(run), argv[0]));
	return STATUS_FOUND;
}

/*
 * Lists in a bibliography need not name the bibliography of their pages; lists
 * of the user do, as they are read with others.  Returns the number of items
 * in none of the open bibliographies, or in several.
 */
static size_t
name_bibliographies(struct library *library, struct reading_list *list)
{
	struct reading_item *item;
	struct address address;
	const char *name;
	size_t missing = 0, i;

	for (i = 1; (item = list_item(list, i, NULL)) != NULL; i++) {
		if (library_target(library, item, item->page,
		    item->bibliography, &address) != TARGET_HERE) {
			missing++;
		} else if (item->bibliography == NULL) {
			item->page = library_keep(library, item, &address,
			    &name);
			item->bibliography = name;
		}
	}
	return missing;
}

/* Adds the items of lists in the notebook or in the open bibliographies. */
static enum status
list_merge(struct run *run, int argc, char **argv)
{
	struct reading_list *from;
	struct list_draft *draft;
	struct library *library;
	size_t added = 0;
	enum status status;
	int i;

	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	draft = edit_or_begin(run, argv[0]);
	for (i = 1; draft != NULL && i < argc; i++) {
		from = library_record(library, run, RECTYPE_LIST, argv[i]);
		if (from == NULL) {
			if (keeping_was_read(run))
				run_complain("no list named '%s'", argv[i]);
			return STATUS_ERROR;
		}
		(void)name_bibliographies(library, from);
		added += list_add_all(draft->list, from);
	}
	if (draft == NULL)
		return STATUS_ERROR;
	change_head(run, draft);
	return save_and_say(run, draft, mem_format(run, "%zu added, %s",
	    added, count_items(run, draft->list)));
}

/* Saves one imported list as a new file, so nothing is merged. */
static enum status
import_list(struct run *run, struct reading_list *list, const char *name)
{
	struct list_draft *draft = begin_named(run, name);
	size_t missing;

	if (draft == NULL)
		return STATUS_ERROR;
	list->id = mem_text(list, name);
	draft->list = list;
	missing = run->library == NULL ? 0 : name_bibliographies(run->library,
	    list);
	return save_and_say(run, draft, mem_format(run, "imported, %s%s",
	    count_items(run, list), missing == 0 ? "" : mem_format(run, "; items "
	        "in no open bibliography, or in several: %zu",
	    missing)));
}

static enum status
list_import(struct run *run, int argc, char **argv)
{
	struct diag_sink sink = { .report = progress_report };
	struct list lists = { .at = NULL };
	struct err err = ERR_INIT;
	struct reading_list *list;
	enum status status = STATUS_FOUND;
	const char *path;
	size_t i;

	if (!run_may_read(run, argv[0]))
		return STATUS_ERROR;
	path = spool_is_pipe(argv[0]) ? spool_pipe(run, argv[0], &err) :
	    argv[0];
	if (path == NULL || !notebook_file_lists(run, path, &lists, &sink,
	    &err))
		return run_fail(&err);
	if (lists.count == 0 || sink.errors > 0 || (argc > 1 && lists.count >
	    1)) {
		run_complain(sink.errors > 0 ? "nothing was imported" :
		    lists.count == 0 ? "%s contains no reading list" :
		    "%s contains several lists, which keep their names: leave "
		    "out NAME", argv[0]);
		return sink.errors > 0 ? STATUS_PROBLEMS : STATUS_ERROR;
	}
	for (i = 0; i < lists.count && status == STATUS_FOUND; i++) {
		list = list_at(&lists, i);
		status = import_list(run, list, argc > 1 ? argv[1] :
		    list->id);
	}
	return status;
}

static enum status
list_export(struct run *run, int argc, char **argv)
{
	const struct reading_list *list;
	struct library *library;
	enum status status;

	(void)argc;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	list = library_record(library, run, RECTYPE_LIST, argv[0]);
	if (list == NULL) {
		if (!keeping_is_broken(run, argv[0]) && keeping_was_read(run))
			run_complain("no list named '%s'", argv[0]);
		return STATUS_NOTHING;
	}
	(void)fputs(notebook_file_print(run, list), stdout);
	return STATUS_FOUND;
}

/* Showing. */

static enum status
list_show(struct run *run, int argc, char **argv)
{
	char *address = mem_format(run, "%s%s", argc == 0 || text_begins(
	    argv[0], "list/") ? "" : "list/", argc == 0 ? "" : argv[0]);
	char *lists[] = { argc == 0 ? (char[]){ "lists" } : address };

	if (argc > 0 && keeping_is_broken(run, argv[0]))
		return STATUS_PROBLEMS;
	return cmd_show(run, 1, lists);
}

static const struct list_action {
	const char	*name;
	int		 least;		/* number of operands */
	int		 most;		/* -1: any number */
	bool		 keeps;		/* changes the notebook */
	const char	*usage;
	enum status	(*run)(struct run *run, int argc, char **argv);
} list_actions[] = {
	{ "show", 0, 1, false, "[NAME]", list_show },
	{ "create", 1, 1, true, "NAME", list_create },
	{ "add", 1, -1, true, "NAME ADDRESS...", list_add_items },
	{ "remove", 2, -1, true, "NAME ITEM...", list_remove_items },
	{ "move", 2, 3, true, "NAME ITEM TO", list_move_item },
	{ "rename", 2, 2, true, "NAME NEW", list_rename },
	{ "delete", 1, 1, true, "NAME", list_delete },
	{ "merge", 2, -1, true, "NAME OTHER...", list_merge },
	{ "import", 1, 2, true, "FILE [NAME]", list_import },
	{ "export", 1, 1, false, "NAME", list_export },
};

static const struct list_action *
find_action(const char *word)
{
	size_t i;

	for (i = 0; i < COUNT(list_actions); i++)
		if (text_same(list_actions[i].name, word))
			return &list_actions[i];
	return NULL;
}

static bool
is_action(const char *word)
{
	return find_action(word) != NULL;
}

void
list_actions_print(const char *start)
{
	size_t i;

	for (i = 0; i < COUNT(list_actions); i++)
		if (text_begins(list_actions[i].name, start))
			(void)printf("%s\n", list_actions[i].name);
}

enum status
cmd_list(struct run *run, int argc, char **argv)
{
	const struct list_action *action = argc == 0 ? NULL : find_action(
	    argv[0]);

	if (action == NULL)
		action = &list_actions[0];
	else {
		argc--;
		argv++;
	}
	if (argc < action->least || (action->most >= 0 && argc >
	    action->most)) {
		run_complain("usage: strigil list %s %s", action->name,
		    action->usage);
		return STATUS_ERROR;
	}
	if (action->keeps && !keeping_may(run))
		return STATUS_ERROR;
	return run_finish(action->run(run, argc, argv));
}
