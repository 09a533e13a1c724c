/* Membership: finds the bibliography that a file is part of. */
#include "library/membership.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"
#include "import/read.h"
#include "library/sources.h"

/* The content of a file, judged by its start. */
struct glance {
	bool	about;		/* the file has an <about> */
	bool	imported;	/* the file is in another format and belongs
				   to no bibliography */
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

/* Reads the start of a file; a file that is not regular has no content. */
static bool
glance_at(const char *path, struct glance *glance, struct err *err)
{
	const struct read_handler handler = { .record = on_glance,
	    .user = glance };
	const struct input_watch watch = { membership_goes_on, glance };
	struct diag_sink silent = { .report = NULL };
	struct err why = ERR_INIT;
	struct stat st;
	bool whole;

	*glance = (struct glance){ .about = false };
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return true;
	if (read_file(path, path, &watch, &handler, &silent, &whole, &why) ||
	    why.code == ERR_INTERRUPTED)
		return true;
	*err = why;
	return false;
}

bool
membership_is_kept(const char *path, bool *kept, struct err *err)
{
	struct glance glance;

	if (!glance_at(path, &glance, err))
		return false;
	*kept = glance.kept && !glance.others;
	return true;
}

bool
membership_same(const char *a, const char *b)
{
	struct stat x, y;

	return text_same(a, b) || (stat(a, &x) == 0 && stat(b, &y) == 0 &&
	    x.st_dev == y.st_dev && x.st_ino == y.st_ino);
}

/*
 * Sets *has to whether the sources of a path include the file and, unless it is
 * NULL, *abouts to the number of headers.  False if that cannot be determined.
 */
static bool
look_for_source(const char *whole, const char *path, bool *has,
    size_t *abouts, struct err *err)
{
	void *scratch = mem_context(NULL);
	struct list files = { .at = NULL };
	const struct source_file *file;
	struct glance glance = { .about = false };
	bool ok = sources_list(scratch, &whole, 1, &files, err);
	size_t i;

	if (!ok && err->code != ERR_SYSTEM) {
		files.count = 0;	/* the path is not a bibliography */
		ok = true;
	}
	*has = false;
	for (i = 0; ok && i < files.count; i++) {
		file = list_at(&files, i);
		*has |= membership_same(file->path, path);
		if (abouts == NULL || *abouts > 1)
			continue;
		ok = glance_at(file->path, &glance, err);
		if (!ok && err->code != ERR_SYSTEM) {
			*err = (struct err)ERR_INIT;
			ok = true;	/* a damaged file, which is reported
					   when it is checked */
		}
		*abouts += glance.about;
	}
	mem_free(scratch);
	return ok;
}

bool
membership_find(const void *ctx, const char *path, const char *const *context,
    size_t count, char **whole, struct err *err)
{
	const char *slash = strrchr(path, '/');
	struct glance glance;
	size_t i, abouts = 0;
	struct stat st;
	char *directory;
	bool has;

	*whole = NULL;
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return true;
	for (i = 0; i < count; i++) {
		if (membership_same(context[i], path))
			continue;
		if (!look_for_source(context[i], path, &has, NULL, err))
			return false;
		if (has) {
			*whole = mem_text(ctx, context[i]);
			return true;
		}
	}
	if (!glance_at(path, &glance, err))
		return false;
	if (glance.about || glance.imported || count > 0)
		return true;
	directory = slash == NULL ? mem_text(ctx, ".") : mem_text_n(ctx, path,
	    slash == path ? 1 : (size_t)(slash - path));
	/* Who may not see the neighbours can still check the file alone. */
	if (access(directory, R_OK) != 0 && errno == EACCES)
		return true;
	if (!look_for_source(directory, path, &has, &abouts, err))
		return false;
	if (has && abouts == 1)
		*whole = directory;
	else
		mem_free(directory);
	return true;
}
