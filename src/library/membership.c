/* Membership: finds the bibliography that a file is part of. */
#include "library/membership.h"

#include <sys/stat.h>

#include "base/mem.h"
#include "base/text.h"
#include "import/read.h"
#include "library/sources.h"

/* What a glance at a file shows. */
struct glance {
	bool	about;		/* it has an <about> */
	bool	imported;	/* in another format: part of nothing */
	bool	kept;		/* lists or notes */
	bool	others;		/* other records */
};

static void
on_glance(void *user, struct found *found)
{
	struct glance *glance = user;

	glance->about |= found->kind == RECTYPE_ABOUT;
	glance->imported |= found->imported;
	if (found->kind == RECTYPE_LIST || found->kind == RECTYPE_NOTES)
		glance->kept = true;
	else
		glance->others = true;
	mem_free(found);
}

/* Whether more of the file must be read. */
static bool
membership_goes_on(void *user, uint64_t done, uint64_t total)
{
	const struct glance *glance = user;

	(void)done;
	(void)total;
	return !glance->about && !glance->imported;
}

static struct glance
glance_at(const char *path)
{
	struct glance glance = { .about = false };
	const struct read_handler handler = { .record = on_glance,
	    .user = &glance };
	const struct input_watch watch = { membership_goes_on, &glance };
	struct diag_sink silent = { .report = NULL };
	struct err err = ERR_INIT;
	bool whole;

	(void)!read_file(path, path, &watch, &handler, &silent, &whole, &err);
	return glance;
}

bool
membership_is_kept(const char *path)
{
	struct glance glance = glance_at(path);

	return glance.kept && !glance.others;
}

bool
membership_same(const char *a, const char *b)
{
	struct stat x, y;

	return text_same(a, b) || (stat(a, &x) == 0 && stat(b, &y) == 0 &&
	    x.st_dev == y.st_dev && x.st_ino == y.st_ino);
}

/*
 * Whether the sources of a path include the file; *abouts is the number of
 * heads.
 */
static bool
has_source(const char *whole, const char *path, size_t *abouts)
{
	void *scratch = mem_context(NULL);
	struct list files = { .at = NULL };
	const struct source_file *file;
	struct err err = ERR_INIT;
	bool has = false;
	size_t i;

	if (!sources_list(scratch, &whole, 1, &files, &err))
		files.count = 0;
	for (i = 0; i < files.count; i++) {
		file = list_at(&files, i);
		has |= membership_same(file->path, path);
		if (abouts != NULL && *abouts < 2)
			*abouts += glance_at(file->path).about;
	}
	mem_free(scratch);
	return has;
}

char *
membership_find(const void *ctx, const char *path, const char *const *context,
    size_t count)
{
	const char *slash = strrchr(path, '/');
	struct glance glance;
	size_t i, abouts = 0;
	struct stat st;
	char *directory;

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return NULL;
	for (i = 0; i < count; i++)
		if (!membership_same(context[i], path) && has_source(
		    context[i], path, NULL))
			return mem_text(ctx, context[i]);
	glance = glance_at(path);
	if (glance.about || glance.imported || count > 0)
		return NULL;
	directory = slash == NULL ? mem_text(ctx, ".") : mem_text_n(ctx, path,
	    slash == path ? 1 : (size_t)(slash - path));
	if (has_source(directory, path, &abouts) && abouts == 1)
		return directory;
	mem_free(directory);
	return NULL;
}
