/* The notebook: its lists and notes, each in a file. */
#include "library/notebook.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "base/text.h"
#include "library/entries.h"
#include "library/note_edit.h"
#include "library/notebook_file.h"
#include "record/value.h"

#define SUFFIX	".xml"

struct notebook {
	const char		*directory;	/* NULL: in memory */
	struct list		 lists;		/* struct notebook_file */
	struct notebook_file	*notes;
	struct notes		*empty;		/* empty notes, used if there
						   is no file */
	size_t			 failures;	/* number of failed reads of
						   the directory */
};

struct notebook *
notebook_open(const void *ctx, const char *directory)
{
	struct notebook *notebook = mem_new(ctx, struct notebook);

	if (directory != NULL)
		notebook->directory = mem_text(notebook, directory);
	notebook->notes = notebook_file_new(notebook, directory == NULL ?
	    NULL : mem_format(notebook, "%s/notes" SUFFIX, directory),
	    RECTYPE_NOTES, "notes");
	notebook->empty = record_new(notebook, &notes_schema);
	notebook->empty->id = "notes";
	return notebook;
}

bool
notebook_is_kept(const struct notebook *notebook)
{
	return notebook->directory != NULL;
}

/* Lists. */

/* The file of a list, whether or not it exists. */
static struct notebook_file *
notebook_file_of(struct notebook *notebook, const char *name)
{
	struct notebook_file *file;
	size_t i;

	for (i = 0; i < notebook->lists.count; i++) {
		file = list_at(&notebook->lists, i);
		if (text_same(notebook_file_id(file), name))
			return file;
	}
	file = notebook_file_new(notebook, notebook->directory == NULL ? NULL :
	    mem_format(notebook, "%s/lists/%s" SUFFIX, notebook->directory,
	    name), RECTYPE_LIST, name);
	list_add(notebook, &notebook->lists, file);
	return file;
}

static int
notebook_by_name(const void *a, const void *b)
{
	const char *const *one = a, *const *other = b;

	return strcmp(*one, *other);
}

/*
 * The name of a list, "week-1" for "week-1.xml", owned by `ctx`; NULL for other
 * files.
 */
static char *
name_of_file(const void *ctx, const char *entry)
{
	size_t n = strlen(entry), suffix = strlen(SUFFIX);
	char *name;

	if (n <= suffix || !text_same(entry + n - suffix, SUFFIX))
		return NULL;
	name = mem_text_n(ctx, entry, n - suffix);
	return value_is_id(name) ? name : NULL;
}

static void
read_names(struct notebook *notebook, const void *ctx, struct list *names)
{
	char *path = mem_format(ctx, "%s/lists", notebook->directory), *name;
	DIR *directory = opendir(path);
	const struct dirent *entry;

	if (directory == NULL) {
		notebook->failures += errno != ENOENT && errno != ENOTDIR;
		return;
	}
	errno = 0;
	while ((entry = readdir(directory)) != NULL) {
		name = name_of_file(ctx, entry->d_name);
		if (name != NULL)
			list_add(ctx, names, name);
		errno = 0;
	}
	notebook->failures += errno != 0;
	(void)closedir(directory);
}

struct list
notebook_names(struct notebook *notebook, const void *ctx)
{
	struct list names = { .at = NULL };
	struct notebook_file *file;
	size_t i;

	if (notebook->directory != NULL)
		read_names(notebook, ctx, &names);
	for (i = 0; notebook->directory == NULL && i < notebook->lists.count;
	    i++) {
		file = list_at(&notebook->lists, i);
		if (notebook_file_record(file) != NULL)
			list_add(ctx, &names, mem_text(ctx, notebook_file_id(
			    file)));
	}
	if (names.count > 1)
		qsort(names.at, names.count, sizeof(*names.at),
		    notebook_by_name);
	return names;
}

const struct reading_list *
notebook_list(struct notebook *notebook, const char *name)
{
	return value_is_id(name) ? notebook_file_record(notebook_file_of(
	    notebook, name)) : NULL;
}

const struct notes *
notebook_notes(struct notebook *notebook)
{
	const struct notes *notes = notebook_file_record(notebook->notes);

	return notes == NULL ? notebook->empty : notes;
}

const struct page_note *
notebook_note(struct notebook *notebook, const char *page,
    const char *bibliography)
{
	return note_find(notebook_notes(notebook), page, bibliography);
}

size_t
notebook_notes_version(const struct notebook *notebook)
{
	return notebook_file_version(notebook->notes);
}

void
notebook_settle(struct notebook *notebook)
{
	size_t i;

	notebook_file_settle(notebook->notes);
	for (i = 0; i < notebook->lists.count; i++)
		notebook_file_settle(list_at(&notebook->lists, i));
}

/* Problems. */

static void
add_problems(const void *ctx, struct list *all, struct notebook_file *file)
{
	const struct list *problems = notebook_file_problems(file);
	const struct diag *diag;
	struct diag *copy;
	size_t i;

	for (i = 0; i < problems->count; i++) {
		diag = list_at(problems, i);
		copy = mem_new(ctx, struct diag);
		*copy = *diag;
		copy->text = mem_text(copy, diag->text);
		list_add(ctx, all, copy);
	}
}

struct list
notebook_problems_of(struct notebook *notebook, const void *ctx,
    const char *name)
{
	struct list all = { .at = NULL };

	add_problems(ctx, &all, name == NULL ? notebook->notes :
	    notebook_file_of(notebook, name));
	return all;
}

char *
notebook_error(struct notebook *notebook, const void *ctx, const char *name)
{
	struct list problems = notebook_problems_of(notebook, ctx, name);
	const struct diag *diag;
	size_t i;

	for (i = 0; i < problems.count; i++) {
		diag = list_at(&problems, i);
		if (diag->severity == SEVERITY_ERROR)
			return diag->place.line == 0 ? mem_text(ctx,
			    diag->text) : mem_format(ctx, "%s: %s: %s",
			    diag_where(ctx, diag->place), severity_name(
			    diag->severity), diag->text);
	}
	return NULL;
}

struct list
notebook_problems(struct notebook *notebook, const void *ctx)
{
	struct list names = notebook_names(notebook, ctx);
	struct list all = notebook_problems_of(notebook, ctx, NULL);
	size_t i;

	for (i = 0; i < names.count; i++)
		add_problems(ctx, &all, notebook_file_of(notebook, list_at(
		    &names, i)));
	return all;
}

size_t
notebook_failures(const struct notebook *notebook)
{
	size_t all = notebook->failures + notebook_file_failures(
	    notebook->notes), i;

	for (i = 0; i < notebook->lists.count; i++)
		all += notebook_file_failures(list_at(&notebook->lists, i));
	return all;
}

const char *
notebook_path(struct notebook *notebook, const char *name)
{
	return notebook_file_path(name == NULL ? notebook->notes :
	    notebook_file_of(notebook, name));
}

/* Editing. */

struct list_draft *
notebook_edit_list(struct notebook *notebook, const void *ctx,
    const char *name)
{
	const struct reading_list *list = notebook_list(notebook, name);
	struct list_draft *draft;

	if (list == NULL)
		return NULL;
	draft = mem_new(ctx, struct list_draft);
	draft->base = record_copy(draft, &list_schema, list);
	draft->list = record_copy(draft, &list_schema, list);
	return draft;
}

struct list_draft *
notebook_new_list(const void *ctx, const char *name, const char *title)
{
	struct list_draft *draft = mem_new(ctx, struct list_draft);

	assert(name != NULL && title != NULL);
	draft->list = record_new(draft, &list_schema);
	draft->list->id = mem_text(draft->list, name);
	draft->list->title = mem_text(draft->list, title);
	draft->list->added = value_today(draft->list);
	return draft;
}

struct notes_draft *
notebook_edit_notes(struct notebook *notebook, const void *ctx)
{
	struct notes_draft *draft = mem_new(ctx, struct notes_draft);
	const struct notes *notes = notebook_file_record(notebook->notes);

	if (notes != NULL)
		draft->base = record_copy(draft, &notes_schema, notes);
	draft->notes = record_copy(draft, &notes_schema, notes == NULL ?
	    notebook->empty : notes);
	return draft;
}

/* Saves a version; returns the saved record, borrowed, or NULL. */
static const void *
save_version(struct notebook_file *file, const void *base, const void *mine,
    size_t *conflicts, struct err *err)
{
	const void *now;

	*conflicts = 0;
	if (!notebook_file_save(file, base, mine, conflicts, err))
		return NULL;
	now = notebook_file_record(file);
	if (now == NULL)
		(void)err_set(err, ERR_INPUT, "%s cannot be read back after it "
		    "was saved", notebook_file_path(file));
	return now;
}

static const void *
copy_of_replaced(const void *ctx, const struct schema *schema,
    const struct notebook_file *file)
{
	const void *before = notebook_file_replaced(file);

	return before == NULL ? NULL : record_copy(ctx, schema, before);
}

bool
notebook_save_list(struct notebook *notebook, struct list_draft *draft,
    size_t *conflicts, struct err *err)
{
	const struct reading_list *now = save_version(notebook_file_of(
	    notebook, draft->list->id), draft->base, draft->list, conflicts,
	    err);

	if (now == NULL)
		return false;
	draft->base = record_copy(draft, &list_schema, now);
	draft->list = record_copy(draft, &list_schema, now);
	draft->replaced = copy_of_replaced(draft, &list_schema,
	    notebook_file_of(notebook, draft->list->id));
	return true;
}

bool
notebook_save_notes(struct notebook *notebook, struct notes_draft *draft,
    size_t *conflicts, struct err *err)
{
	const struct notes *now = save_version(notebook->notes, draft->base,
	    draft->notes, conflicts, err);

	if (now == NULL)
		return false;
	draft->base = record_copy(draft, &notes_schema, now);
	draft->notes = record_copy(draft, &notes_schema, now);
	draft->replaced = copy_of_replaced(draft, &notes_schema,
	    notebook->notes);
	return true;
}

bool
notebook_may_name(struct notebook *notebook, const char *name,
    struct err *err)
{
	if (!value_is_id(name))
		return err_set(err, ERR_USAGE, "'%s' cannot be the name of a "
		    "list: use lower-case letters, digits and hyphens", name);
	if (notebook_list(notebook, name) != NULL)
		return err_set(err, ERR_USAGE, "a list '%s' already exists",
		    name);
	return !notebook_file_is_broken(notebook_file_of(notebook, name),
	    err);
}

bool
notebook_remove_list(struct notebook *notebook, const char *name,
    struct err *err)
{
	struct notebook_file *file = notebook_file_of(notebook, name);

	return notebook_file_remove(file, notebook_file_record(file), err);
}

/* The new file is complete before the old one is removed. */
bool
notebook_rename_list(struct notebook *notebook, const char *name,
    const char *to, struct err *err)
{
	void *scratch = mem_context(NULL);
	struct list_draft *draft = notebook_edit_list(notebook, scratch,
	    name);
	size_t conflicts = 0;
	bool ok;

	ok = (draft != NULL || err_set(err, ERR_USAGE, "no readable list named "
	    "'%s'", name)) && notebook_may_name(notebook, to,
	    err);
	if (ok) {
		draft->base = NULL;
		draft->list->id = mem_text(draft->list, to);
		ok = notebook_save_list(notebook, draft, &conflicts, err) &&
		    notebook_remove_list(notebook, name, err);
	}
	mem_free(scratch);
	return ok;
}
