/* The desk: adds to lists, and edits them. */
#include "tui/desk.h"

#include "base/text.h"
#include "library/list_edit.h"
#include "library/entries.h"
#include "record/value.h"
#include "tui/reading.h"
#include "tui/noting.h"
#include "tui/selecting.h"
#include "tui/shown.h"

/* Lists. */

/* Asks for the name of a list, and shows the existing ones. */
static unsigned
ask_for_list(struct app *app, struct notebook *notebook)
{
	void *scratch = mem_context(NULL);
	struct list names = notebook_names(notebook, scratch);
	struct buf said = { .data = NULL };
	size_t i;

	for (i = 0; i < names.count; i++)
		buf_format(scratch, &said, "%s%s", i > 0 ? ", " :
		    "Your lists: ", (const char *)list_at(&names, i));
	app_open_prompt(app, PROMPT_COMMAND, "add ");
	app_say(app, said.data != NULL ? said.data : "Name a list with "
	    "lower-case letters, digits and hyphens");
	mem_free(scratch);
	return EFFECT_DRAW;
}

unsigned
desk_add(struct app *app)
{
	struct notebook *notebook = reading_notebook(app);

	if (notebook == NULL)
		return EFFECT_DRAW | EFFECT_BELL;
	if (app->list == NULL || app->count > 0)
		return ask_for_list(app, notebook);
	return desk_add_to(app, app->list);
}

/* Saves a list and shows a message; undo restores the old list. */
static bool
desk_save(struct app *app, struct list_draft *draft, const char *done)
{
	bool saved = reading_save_list(app, draft, done);

	if (saved && draft->replaced != NULL && !entries_are_same(
	    &list_schema, draft->replaced, draft->list))
		selecting_note_list(app, draft->replaced, draft->list);
	return saved;
}

/* The list to add to, created if new; NULL, with a message, on failure. */
static struct list_draft *
draft_of(struct app *app, const void *ctx, const char *name)
{
	struct notebook *notebook = reading_notebook(app);
	struct list_draft *draft = notebook == NULL ? NULL :
	    shown_edit_list(app, ctx, name);
	struct err err = ERR_INIT;

	if (draft != NULL || notebook == NULL)
		return draft;
	if (library_record(app->library, ctx, RECTYPE_LIST, name) != NULL) {
		app_format(app, "%s is a list of the bibliography; choose "
		    "another name", name);
		return NULL;
	}
	if (notebook_may_name(notebook, name, &err))
		return notebook_new_list(ctx, name, name);
	app_say(app, err.text);
	return NULL;
}

/* The address of this page, or of this search. */
static struct list
this_page(struct app *app, const void *ctx)
{
	struct list addresses = { .at = NULL };
	struct address *here = mem_new(ctx, struct address);

	if (library_resolve(app->library, ctx, app_address(app, ctx), here) &&
	    here->page != PAGE_HELP)
		list_add(ctx, &addresses, here);
	return addresses;
}

static size_t
desk_add_pages(struct app *app, struct reading_list *list,
    const char *section, const struct list *addresses)
{
	const char *page, *name;
	size_t added = 0, i;

	for (i = 0; i < addresses->count; i++) {
		page = library_keep(app->library, list, list_at(addresses,
		    i), &name);
		if (library_find_item(app->library, list, address_print(
		    list, list_at(addresses, i))) > 0)
			continue;
		(void)list_append(list, section, page, name);
		added++;
	}
	return added;
}

/* "week-1 Monday" means section "Monday" of list "week-1". */
static const char *
split_section(const void *ctx, const char **name)
{
	const char *blank = strchr(*name, ' ');

	if (blank == NULL)
		return NULL;
	*name = mem_text_n(ctx, *name, (size_t)(blank - *name));
	return blank + strspn(blank, " ");
}

/*
 * The message after adding pages, with a hint that a search can also be added.
 */
static char *
words_of_adding(const struct app *app, const void *ctx, const char *name,
    const char *section, size_t added, size_t all)
{
	if (added == 0)
		return mem_format(ctx, "%s: already has this%s", name,
		    app_has_rows(app) && selection_list(app->selection)->count >
		    0 ? "; U clears the selection" : "");
	return mem_format(ctx, "%s: %zu added%s%s, %zu in total%s", name, added,
	    section == NULL ? "" : " to ", section == NULL ? "" : section, all,
	    app_has_rows(app) && *app->hits->query != '\0' ?
	    "; :add-search adds the search" : "");
}

/* Adds pages to a list ("NAME SECTION"), which becomes the list used last. */
static unsigned
desk_add_addresses(struct app *app, const char *name,
    const struct list *addresses, bool search)
{
	void *scratch = mem_context(NULL);
	const char *section = split_section(scratch, &name);
	struct list_draft *draft = draft_of(app, scratch, name);
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;
	size_t added;
	char *last, *done;

	if (draft != NULL) {
		added = desk_add_pages(app, draft->list, section, addresses);
		if (added > 0)
			draft->list->changed = value_today(draft->list);
		done = search ? mem_format(scratch, "%s: %s", name, added > 0 ?
		    "the search was added" : "already has this search") :
		    words_of_adding(app, scratch, name, section, added,
		    list_items(draft->list));
		if (desk_save(app, draft, done)) {
			/*
			 * The name may be app->list itself, so copy it first.
			 */
			last = mem_text(app, name);
			mem_free(app->list);
			app->list = last;
			effects = EFFECT_DRAW;
		}
	}
	mem_free(scratch);
	return effects;
}

unsigned
desk_add_to(struct app *app, const char *name)
{
	void *scratch = mem_context(NULL);
	struct list addresses = { .at = NULL };
	unsigned effects;

	/* The selection or the current row; on a page, always the page. */
	if (app_has_rows(app))
		addresses = selecting_addresses(app, scratch);
	if (addresses.count == 0)
		addresses = this_page(app, scratch);
	effects = desk_add_addresses(app, name, &addresses, false);
	mem_free(scratch);
	return effects;
}

unsigned
desk_add_search_to(struct app *app, const char *name)
{
	void *scratch = mem_context(NULL);
	struct list addresses = this_page(app, scratch);
	unsigned effects = !app_has_rows(app) ? app_fail(app, "No search "
	    "here; a adds the page") : desk_add_addresses(app, name,
	    &addresses, true);

	mem_free(scratch);
	return effects;
}

unsigned
desk_add_search(struct app *app)
{
	if (app->list != NULL)
		return desk_add_search_to(app, app->list);
	app_open_prompt(app, PROMPT_COMMAND, "add-search ");
	return EFFECT_DRAW;
}

/* Editing the list on screen. */

/* An item of the list on screen, with its draft. */
struct at_hand {
	struct list_draft	*draft;
	size_t			 number;
	char			*link;	/* the selected address */
	const char		*problem;	/* reason why the item cannot
						   be changed */
};

typedef void	 item_edit(struct at_hand *at, const char *argument);

static const char not_own[] = "Only items of your own lists can be changed; a "
	"adds to a list";

/* The name of the list on screen, or NULL. */
static const char *
list_here(const struct app *app)
{
	const struct address *here = &app_here(app)->address;

	return library_notebook(app->library) == NULL || here->page !=
	    PAGE_RECORD || here->kind != RECTYPE_LIST ? NULL : here->id;
}

bool
desk_has_list(const struct app *app)
{
	const char *name = list_here(app);

	return name != NULL && notebook_list(library_notebook(app->library),
	    name) != NULL;
}

bool
desk_select(struct app *app, const char *command, const char *address,
    size_t n)
{
	enum action action = action_find(command, strcspn(command, " "));
	struct view *view = app_view(app);
	size_t link, top, i;
	char *selected;
	bool found = false;

	if (!desk_has_list(app) || (action != ACTION_ITEM_UP && action !=
	    ACTION_ITEM_DOWN && action != ACTION_IMPORTANCE && action !=
	    ACTION_SECTION && action != ACTION_ITEM && action !=
	    ACTION_REMOVE))
		return false;
	view->ops->place(view, &link, &top);
	for (i = 1; !found; i++) {
		view->ops->restore(view, i, top);
		selected = view->ops->selected(view, NULL);
		if (selected == NULL)
			return false;
		found = text_same(selected, address) && --n == 0;
		mem_free(selected);
	}
	return true;
}

static bool
find_list(struct app *app, const void *ctx, struct at_hand *at)
{
	const char *name = list_here(app);

	at->draft = name == NULL ? NULL : shown_edit_list(app, ctx, name);
	if (at->draft == NULL)
		app_say(app, not_own);
	return at->draft != NULL;
}

static bool
find_item(struct app *app, const void *ctx, struct at_hand *at)
{
	if (!find_list(app, ctx, at))
		return false;
	at->link = app_view(app)->ops->selected(app_view(app), ctx);
	at->number = at->link == NULL ? 0 : list_version(at->draft->list,
	    library_find_item(app->library, at->draft->list, at->link),
	    reading_version(app, at->link));
	if (at->number == 0)
		app_say(app, "Select an item first, with Tab; in line mode "
		    "put its number before the command");
	return at->number > 0;
}

/* Changes the list on screen, saves it and shows it. */
static unsigned
change_list(struct app *app, struct at_hand *at, item_edit *change,
    const char *argument, const char *done)
{
	unsigned effects = EFFECT_DRAW | EFFECT_BELL;

	change(at, argument);
	if (at->problem != NULL)
		return app_fail(app, at->problem);
	at->draft->list->changed = value_today(at->draft->list);
	if (desk_save(app, at->draft, done))
		effects = EFFECT_DRAW;
	reading_show(app, at->link);
	return effects;
}

static unsigned
change_item(struct app *app, item_edit *change, const char *argument,
    const char *done)
{
	void *scratch = mem_context(NULL);
	struct at_hand at = { .draft = NULL };
	unsigned effects = !find_item(app, scratch, &at) ? EFFECT_DRAW |
	    EFFECT_BELL : change_list(app, &at, change, argument, done);

	mem_free(scratch);
	return effects;
}

/* Moves the item "up" or "down" by one place. */
static void
move_item(struct at_hand *at, const char *way)
{
	list_move(at->draft->list, at->number, text_same(way, "up") ? -1 : 1);
}

/* Cycles through essential, recommended, further reading, none. */
static void
next_importance(struct at_hand *at, const char *argument)
{
	struct reading_item *item = list_item(at->draft->list, at->number,
	    NULL);
	size_t i;

	(void)argument;
	for (i = 0; item->importance != NULL && i < importances.count; i++)
		if (text_same(importances.at[i].id, item->importance))
			break;
	i = item->importance == NULL ? 0 : i + 1;
	item->importance = i >= importances.count ? NULL :
	    importances.at[i].id;
}

static void
remove_item(struct at_hand *at, const char *argument)
{
	(void)argument;
	list_remove(at->draft->list, at->number);
}

static void
to_section(struct at_hand *at, const char *title)
{
	list_move_to_section(at->draft->list, at->number, title);
}

/* Parses a change: "minutes 15", "question How many people?", "note -". */
static bool
read_item_change(const char *text, struct item_change *change)
{
	const struct { const char *name; const char **value; } parts[] = {
		{ "note ", &change->note }, { "question ", &change->question },
		{ "answer ", &change->answer },
		{ "minutes ", &change->minutes },
	};
	const char *value;
	size_t i;

	for (i = 0; i < COUNT(parts); i++)
		if (text_begins(text, parts[i].name)) {
			value = text + strlen(parts[i].name);
			*parts[i].value = text_same(value, "-") ? "" : value;
			return true;
		}
	return false;
}

static void
set_item(struct at_hand *at, const char *text)
{
	struct item_change change = { .note = NULL };
	struct err err = ERR_INIT;

	if (!read_item_change(text, &change))
		at->problem = "Type note, question, answer or minutes, then "
		    "the text; - removes it";
	else if (!list_change(list_item(at->draft->list, at->number, NULL),
	    &change, &err))
		at->problem = mem_text(at->draft, err.text);
}

unsigned
desk_item(struct app *app, const char *text)
{
	return change_item(app, set_item, text, "Changed; z undoes it");
}

static void
set_title(struct at_hand *at, const char *title)
{
	at->draft->list->title = mem_text(at->draft->list, title);
}

unsigned
desk_title(struct app *app, const char *title)
{
	void *scratch = mem_context(NULL);
	struct at_hand at = { .draft = NULL };
	unsigned effects = !find_list(app, scratch, &at) ? EFFECT_DRAW |
	    EFFECT_BELL : change_list(app, &at, set_title, title,
	    "Title changed; z undoes it");

	mem_free(scratch);
	return effects;
}

unsigned
desk_up(struct app *app)
{
	return change_item(app, move_item, "up", "Moved up; z undoes it");
}

unsigned
desk_down(struct app *app)
{
	return change_item(app, move_item, "down", "Moved down; z undoes it");
}

unsigned
desk_importance(struct app *app)
{
	return change_item(app, next_importance, NULL, "Importance changed; z "
	    "undoes it");
}

unsigned
desk_remove(struct app *app)
{
	if (list_here(app) == NULL)
		return noting_drop(app);
	return change_item(app, remove_item, NULL, "Removed; z undoes it");
}

unsigned
desk_section_open(struct app *app)
{
	if (list_here(app) == NULL)
		return app_fail(app, not_own);
	app_open_prompt(app, PROMPT_COMMAND, "section ");
	return EFFECT_DRAW;
}

unsigned
desk_section(struct app *app, const char *title)
{
	return change_item(app, to_section, title, "Moved; z undoes it");
}
