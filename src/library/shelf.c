/* The shelf: the available bibliographies. */
#include "library/shelf.h"

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
};

static void
shelf_on_record(void *user, struct found *found)
{
	struct head *head = user;

	head->seen = true;
	if (found->kind == RECTYPE_ABOUT && head->about == NULL)
		head->about = mem_move(head->ctx, found->record);
	mem_free(found);
}

static bool
shelf_goes_on(void *user, uint64_t done, uint64_t total)
{
	const struct head *head = user;

	(void)done;
	(void)total;
	return !head->seen;
}

/*
 * The title of a bibliography, owned by `ctx`; NULL if it cannot be used, with
 * *err set if the system is the cause.
 */
static char *
title_of(const void *ctx, const char *path, const char *name, struct err *err)
{
	void *scratch = mem_context(NULL);
	struct head head = { scratch, NULL, false };
	const struct read_handler handler = { .record = shelf_on_record,
	    .user = &head };
	const struct input_watch watch = { shelf_goes_on, &head };
	struct diag_sink silent = { .report = NULL };
	struct list files = { .at = NULL };
	const struct source_file *first;
	struct err why = ERR_INIT;
	char *title = NULL;
	bool whole;

	if (sources_list(scratch, &path, 1, &files, &why)) {
		/*
		 * Reading was interrupted on purpose, so it ends in an error.
		 */
		first = list_at(&files, 0);
		(void)!read_file(first->path, first->path, &watch, &handler,
		    &silent, &whole, &why);
		if (head.seen)
			title = mem_text(ctx, head.about == NULL ||
			    head.about->title == NULL ? name :
			    head.about->title);
	}
	if (title == NULL && why.code == ERR_SYSTEM)
		*err = why;
	mem_free(scratch);
	return title;
}

static bool
shelf_is_listed(const struct list *list, const char *name)
{
	const struct shelved *one;
	size_t i;

	for (i = 0; i < list->count; i++) {
		one = list_at(list, i);
		if (text_same(one->name, name))
			return true;
	}
	return false;
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

	one->name = shelf_name_of(one, file);
	one->path = mem_format(one, "%s/%s", directory, file);
	if (*file != '.' && !shelf_is_listed(list, one->name) && stat(one->path,
	    &st) == 0 && (S_ISDIR(st.st_mode) || (S_ISREG(st.st_mode) &&
	    !text_same(one->name, file))))
		one->title = title_of(one, one->path, one->name, err);
	if (one->title != NULL)
		list_add(ctx, list, one);
	else
		mem_free(one);
}

static int
compare_names(const void *a, const void *b)
{
	const struct shelved *const *one = a, *const *other = b;

	return strcmp((*one)->name, (*other)->name);
}

struct list
shelf_list(const void *ctx, const char *const *directories, size_t count,
    struct err *err)
{
	struct list list = { .at = NULL };
	struct dirent *entry;
	DIR *directory;
	size_t i;

	for (i = 0; i < count; i++) {
		directory = directories[i] == NULL ? NULL :
		    opendir(directories[i]);
		while (directory != NULL && (entry = readdir(directory)) !=
		    NULL)
			add_entry(ctx, &list, directories[i], entry->d_name,
			    err);
		if (directory == NULL && directories[i] != NULL && errno !=
		    ENOENT)
			(void)err_system(err, "cannot read the directory %s",
			    directories[i]);
		if (directory != NULL)
			(void)closedir(directory);
	}
	if (list.count > 0)
		qsort(list.at, list.count, sizeof(*list.at), compare_names);
	return list;
}

char *
shelf_find(const void *ctx, const char *const *directories, size_t count,
    const char *name)
{
	static const char *const endings[] = { "", ".xml", ".xml.gz" };
	struct stat st;
	size_t i, j;
	char *path;

	for (i = 0; i < count; i++)
		for (j = 0; directories[i] != NULL && j < 3; j++) {
			path = mem_format(ctx, "%s/%s%s", directories[i],
			    name, endings[j]);
			if (stat(path, &st) == 0)
				return path;
			mem_free(path);
		}
	return NULL;
}
