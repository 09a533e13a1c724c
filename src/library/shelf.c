/* The shelf: the available bibliographies. */
#include "library/shelf.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/text.h"
#include "import/read.h"
#include "library/sources.h"

/* The header of a bibliography; reading stops after it. */
struct head {
	const void	*ctx;
	struct about	*about;
	bool		 seen;		/* a record of any type */
	bool		 ended;		/* the header has been read */
};

static void
shelf_on_record(void *user, struct found *found)
{
	struct head *head = user;

	head->seen = true;
	if (found->kind == RECTYPE_ABOUT && head->about == NULL)
		head->about = mem_move(head->ctx, found->record);
	head->ended = head->about != NULL || found->kind == RECTYPE_WORK;
	mem_free(found);
}

static bool
shelf_goes_on(void *user, uint64_t done, uint64_t total)
{
	const struct head *head = user;

	(void)done;
	(void)total;
	return !head->ended;
}

/*
 * Takes the name and title of a bibliography from its header; *err is set if a
 * file of it cannot be read.  A bibliography that cannot be used gets no title.
 */
static void
shelf_read_head(struct shelved *one, struct err *err)
{
	void *scratch = mem_context(NULL);
	struct head head = { .ctx = scratch };
	const struct read_handler handler = { .record = shelf_on_record,
	    .user = &head };
	const struct input_watch watch = { shelf_goes_on, &head };
	struct diag_sink silent = { .report = NULL };
	struct list files = { .at = NULL };
	const struct source_file *file;
	struct err why = ERR_INIT;
	size_t i;
	bool whole;

	if (!sources_list(scratch, &one->path, 1, &files, &why))
		files.count = 0;
	for (i = 0; i < files.count && !head.ended && why.code != ERR_SYSTEM;
	    i++) {
		/*
		 * Reading is stopped on purpose, so its result does not matter.
		 */
		file = list_at(&files, i);
		(void)!read_file(file->path, file->path, &watch, &handler,
		    &silent, &whole, &why);
	}
	if (head.about != NULL && head.about->id != NULL) {
		one->name = mem_text(one, head.about->id);
		one->named = true;
	}
	if (head.seen)
		one->title = mem_text(one, head.about == NULL ||
		    head.about->title == NULL ? one->name :
		    head.about->title);
	if (why.code == ERR_SYSTEM)
		*err = why;
	mem_free(scratch);
}

/*
 * The name "sleep" for the directory sleep, for sleep.xml and for sleep.xml.gz.
 */
static char *
shelf_name_of(const void *ctx, const char *file)
{
	static const char *const endings[] = { ".xml", ".xml.gz" };
	size_t n = strlen(file), end, i;

	for (i = 0; i < 2; i++) {
		end = strlen(endings[i]);
		if (n > end && text_same(file + n - end, endings[i]))
			return mem_text_n(ctx, file, n - end);
	}
	return mem_text(ctx, file);
}

static void
add_entry(const void *ctx, struct list *list, const char *directory,
    const char *file, struct err *err)
{
	struct shelved *one = mem_new(ctx, struct shelved);
	struct stat st;

	one->name = one->file = shelf_name_of(one, file);
	one->path = mem_format(one, "%s/%s", directory, file);
	if (*file != '.' && stat(one->path, &st) != 0) {
		if (errno != ENOENT)
			(void)err_system(err, "cannot read %s", one->path);
	} else if (*file != '.' && (S_ISDIR(st.st_mode) ||
	    (S_ISREG(st.st_mode) && !text_same(one->file, file)))) {
		shelf_read_head(one, err);
	}
	if (one->title != NULL)
		list_add(ctx, list, one);
	else
		mem_free(one);
}

/*
 * Sorts by name.  Among bibliographies with the same name, those that declare it
 * come before those that only have it as their file name.
 */
static int
compare_shelved(const void *a, const void *b)
{
	const struct shelved *one = *(const struct shelved *const *)a;
	const struct shelved *other = *(const struct shelved *const *)b;
	int order = strcmp(one->name, other->name);

	if (order == 0)
		order = (int)other->named - (int)one->named;
	if (order == 0)
		order = one->shelf < other->shelf ? -1 : one->shelf > other->shelf;
	return order != 0 ? order : strcmp(one->path, other->path);
}

/* Marks each bibliography that has the same name as an earlier one. */
static void
mark_hidden(struct list *list)
{
	struct shelved *one, *first = NULL;
	size_t i;

	if (list->count > 0)
		qsort(list->at, list->count, sizeof(*list->at),
		    compare_shelved);
	for (i = 0; i < list->count; i++) {
		one = list_at(list, i);
		if (first != NULL && text_same(first->name, one->name))
			one->hidden_by = first;
		else
			first = one;
	}
}

static void
add_entries(const void *ctx, struct list *list, const char *directory,
    struct err *err)
{
	DIR *open = opendir(directory);
	const struct dirent *entry;

	if (open != NULL)
		errno = 0;
	while (open != NULL && (entry = readdir(open)) != NULL) {
		add_entry(ctx, list, directory, entry->d_name, err);
		errno = 0;
	}
	if (errno != 0 && errno != ENOENT)
		(void)err_system(err, "cannot read the directory %s",
		    directory);
	if (open != NULL)
		(void)closedir(open);
}

struct list
shelf_list(const void *ctx, const char *const *directories, size_t count,
    struct err *err)
{
	struct list list = { .at = NULL };
	size_t i, n;

	for (i = 0; i < count; i++) {
		n = list.count;
		if (directories[i] != NULL)
			add_entries(ctx, &list, directories[i], err);
		for (; n < list.count; n++)
			((struct shelved *)list_at(&list, n))->shelf = i;
	}
	mark_hidden(&list);
	return list;
}

const struct shelved *
shelf_find(const struct list *list, const char *name)
{
	const struct shelved *one, *by_file = NULL;
	size_t i;

	assert(name != NULL);
	for (i = 0; i < list->count; i++) {
		one = list_at(list, i);
		if (text_same(one->name, name))
			return one;
		if (by_file == NULL && text_same(one->file, name))
			by_file = one;
	}
	return by_file;
}
