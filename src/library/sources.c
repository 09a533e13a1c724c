/* Sources: from the user's paths to the files to read. */
#include "library/sources.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/file.h"
#include "base/text.h"
#include "import/pack.h"
#include "import/read.h"
#include "index/store.h"

enum { CHUNK = 1 << 16, FILES_MAX = 10000, NAME_BYTES = 256 };

static bool
sources_ends_in(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n > m && strcmp(s + n - m, end) == 0;
}

/* Suffixes of sources, plain or gzip; other files are recognised by content. */
static const char *const suffixes[] = { ".xml", ".nxml", ".nbib", ".ris",
	".bib", ".ciw", ".enw", ".csl.json" };

/* Suffixes that may be sources in a pack, which may contain other material. */
static const char *const likely[] = { ".txt", ".csv", ".tsv", ".json" };

/* Suffixes of files that are never sources: backup copies. */
static const char *const unmeant[] = { "~", "#", ".bak", ".orig", ".swp",
	".tmp" };

static bool
ends_in_one_of(const char *name, const char *const *ends, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (sources_ends_in(name, ends[i]))
			return true;
	return false;
}

#define ENDS_IN(name, ends)						\
	ends_in_one_of(name, ends, COUNT(ends))

static bool
is_meant(const char *name)
{
	return *name != '.' && strlen(name) < NAME_BYTES &&
	    !ENDS_IN(name, unmeant) && strcmp(name, "status.csv") != 0;
}

/* The name without its suffix ".gz". */
static void
unpacked_name(char plain[NAME_BYTES], const char *name)
{
	memcpy(plain, name, strlen(name) + 1);
	if (sources_ends_in(plain, ".gz"))
		plain[strlen(plain) - strlen(".gz")] = '\0';
}

static bool
is_source_name(const char *name)
{
	char plain[NAME_BYTES];

	if (!is_meant(name))
		return false;
	unpacked_name(plain, name);
	return ENDS_IN(plain, suffixes);
}

bool
sources_in_pack(const char *name)
{
	return is_source_name(name) || (is_meant(name) && ENDS_IN(name,
	    likely));
}

static int
is_listed(const struct dirent *entry)
{
	return is_meant(entry->d_name);
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* The file to open for a source: itself, or the pack that contains it. */
static const char *
opened_file(const void *ctx, const char *path)
{
	const char *name, *pack = pack_of(ctx, path, &name);

	return pack != NULL ? pack : path;
}

/*
 * Whether an entry of a directory is passed over after this error of a call;
 * others, such as those of a failing disk, end the reading.
 */
static bool
is_passed_over(int error)
{
	return error == ENOENT || error == ELOOP || error == ENOTDIR ||
	    error == EACCES || error == ENAMETOOLONG;
}

/*
 * The reason why an entry of a directory cannot be read, whatever its name,
 * owned by `ctx`, or NULL.  `error` is that of its stat(), or 0.
 */
static char *
why_unreadable(const void *ctx, const char *path, const struct stat *st,
    int error)
{
	if (error == ENOENT && file_leads_nowhere(path))
		return mem_text(ctx, "this is a link to a missing file");
	if (error == 0 && S_ISDIR(st->st_mode))
		return mem_text(ctx, "this is a directory; name it with -b as "
		    "well");
	if (error == 0 && !S_ISREG(st->st_mode))
		return mem_text(ctx, "this is not a regular file");
	if (error == 0 && access(path, R_OK) != 0 && is_passed_over(errno))
		error = errno;
	return error == 0 ? NULL : mem_format(ctx, "it cannot be opened: %s",
	    strerror(error));
}

/*
 * The reason why a file of a directory or pack is not read, owned by `ctx`, or
 * NULL.
 */
static char *
why_foreign(const void *ctx, const char *path, const char *name)
{
	if (is_source_name(name))
		return NULL;
	if (pack_is_named(name))
		return mem_text(ctx, "this is a course pack; name it with -b");
	return read_foreign(ctx, path);
}

static bool
add_file(const void *ctx, struct list *files, const char *path, size_t root,
    const char *name, struct err *err)
{
	struct source_file *file = mem_new(ctx, struct source_file);
	const char *opened = opened_file(file, path);
	struct stat st = { .st_size = 0 };
	int error = stat(opened, &st) == 0 ? 0 : errno;

	if (error != 0 && (*name == '\0' || !is_passed_over(error)))
		return err_system(err, "cannot open %s", opened);
	if (*name != '\0') {
		file->foreign = why_unreadable(file, opened, &st, error);
		file->unreadable = file->foreign != NULL &&
		    !S_ISDIR(st.st_mode);
		if (file->foreign == NULL)
			file->foreign = why_foreign(file, path, name);
	}
	file->path = mem_text(file, path);
	file->root = root;
	file->name = mem_text(file, name);
	file->size = st.st_size;
	list_add(ctx, files, file);
	return true;
}

/* Adds the files of a directory or pack, including those that are not read. */
static bool
add_directory(const void *ctx, struct list *files, const char *path,
    size_t root, struct err *err)
{
	struct dirent **entries = NULL;
	int n = scandir(path, &entries, is_listed, by_name), i;
	bool ok = true;
	char *full;

	if (n < 0)
		return err_system(err, "cannot read the directory %s", path);
	if (n > FILES_MAX)
		ok = err_set(err, ERR_INPUT, "the directory %s contains more "
		    "than %d files", path, FILES_MAX);
	for (i = 0; i < n; i++) {
		full = mem_format(ctx, "%s%s%s", path, sources_ends_in(path,
		    "/") || text_same(path, "/") ? "" : "/",
		    entries[i]->d_name);
		ok = ok && add_file(ctx, files, full, root,
		    entries[i]->d_name, err);
		free(entries[i]);
	}
	free(entries);
	return ok;
}

static bool
add_pack(const void *ctx, struct list *files, const char *path, size_t root,
    struct err *err)
{
	struct list names = { .at = NULL };
	const char *name;
	size_t i;

	if (!pack_list(ctx, path, sources_in_pack, &names, err))
		return false;
	for (i = 0; i < names.count; i++) {
		name = list_at(&names, i);
		if (!add_file(ctx, files, mem_format(ctx, "%s/%s", path,
		    name), root, name, err))
			return false;
	}
	return true;
}

/* Adds all files of a path, including the files that are not read. */
static bool
add_path(const void *ctx, struct list *files, const char *path, size_t root,
    struct err *err)
{
	struct stat st;

	if (*path == '\0')
		return err_set(err, ERR_USAGE, "PATH is empty; name a file or "
		    "directory");
	if (stat(path, &st) != 0)
		return err_system(err, "cannot open %s", path);
	return S_ISDIR(st.st_mode) ? add_directory(ctx, files, path, root,
	    err) : S_ISREG(st.st_mode) && pack_is_named(path) ?
	    add_pack(ctx, files, path, root, err) :
	    add_file(ctx, files, path, root, "", err);
}

static bool
refuse_empty(const char *path, const struct list *all, struct err *err)
{
	const struct source_file *first;

	if (all->count == 0)
		return err_set(err, ERR_INPUT, "%s contains no "
		    "bibliography", path);
	first = list_at(all, 0);
	return err_set(err, ERR_INPUT, "%s contains no bibliography.  %s: %s",
	    path, first->name, first->foreign);
}

bool
sources_list(const void *ctx, const char *const *paths, size_t count,
    struct list *files, struct err *err)
{
	struct source_file *file;
	size_t i, k, before;
	struct list all;

	assert((paths != NULL || count == 0) && files != NULL);
	for (i = 0; i < count; i++) {
		all = (struct list){ .at = NULL };
		before = files->count;
		if (!add_path(ctx, &all, paths[i], i, err))
			return false;
		for (k = 0; k < all.count; k++) {
			file = list_at(&all, k);
			if (file->foreign == NULL)
				list_add(ctx, files, file);
		}
		if (files->count == before)
			return refuse_empty(paths[i], &all, err);
	}
	return true;
}

struct list
sources_passed_over(const void *ctx, const char *const *paths, size_t count)
{
	struct list all = { .at = NULL }, passed = { .at = NULL };
	struct err err = ERR_INIT;
	struct source_file *file;
	size_t i;

	for (i = 0; i < count; i++)
		(void)!add_path(ctx, &all, paths[i], i, &err);
	for (i = 0; i < all.count; i++) {
		file = list_at(&all, i);
		if (file->foreign != NULL)
			list_add(ctx, &passed, file);
	}
	return passed;
}

/*
 * Hashes a file with 128-bit XXH3, which detects changes but does not withstand
 * attackers.
 */
static bool
hash_file(const void *ctx, const char *path, int fd, const char **hash,
    struct err *err)
{
	XXH3_state_t *state = XXH3_createState();
	char *bytes = mem_array(ctx, char, CHUNK);
	XXH128_hash_t digest;
	ssize_t n = -1;

	if (state == NULL || XXH3_128bits_reset(state) != XXH_OK)
		goto out;
	do {
		n = read(fd, bytes, CHUNK);
		if (n > 0)
			(void)XXH3_128bits_update(state, bytes, (size_t)n);
	} while (n > 0 || (n < 0 && errno == EINTR));
	digest = XXH3_128bits_digest(state);
	*hash = mem_format(ctx, "%016llx%016llx",
	    (unsigned long long)digest.high64,
	    (unsigned long long)digest.low64);
out:
	(void)XXH3_freeState(state);
	mem_free(bytes);
	return n == 0 ? true : err_system(err, "cannot read %s", path);
}

bool
source_stamp(const void *ctx, const struct source_file *file, bool with_hash,
    struct source_stamp *mark, struct err *err)
{
	const char *path = opened_file(ctx, file->path);
	int fd = !with_hash ? -1 : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY |
	    O_NONBLOCK);
	struct stat st;
	bool ok = true;

	assert(mark != NULL && err != NULL);
	if (with_hash && fd < 0)
		return err_system(err, "cannot open %s", path);
	if ((with_hash ? fstat(fd, &st) : stat(path, &st)) != 0)
		ok = err_system(err, "cannot read %s", path);
	else if (!S_ISREG(st.st_mode))
		ok = err_set(err, ERR_INPUT, "%s is not a regular file",
		    path);
	*mark = (struct source_stamp){ .root = file->root,
	    .name = mem_text(ctx, file->name), .hash = "" };
	if (ok) {
		mark->size = st.st_size;
		mark->mtime = file_written(&st);
		mark->ctime = file_changed(&st);
		mark->inode = (int64_t)st.st_ino;
		if (with_hash)
			ok = hash_file(ctx, path, fd, &mark->hash, err);
	}
	if (fd >= 0)
		(void)close(fd);
	return ok;
}

bool
source_stamp_same(const struct source_stamp *a, const struct source_stamp *b)
{
	return a->size == b->size && a->mtime == b->mtime &&
	    a->ctime == b->ctime && a->inode == b->inode;
}

char *
sources_snapshot(const void *ctx, const char *const *paths, size_t count)
{
	void *scratch = mem_context(NULL);
	struct list files = { .at = NULL };
	struct buf out = { .data = NULL };
	const struct source_file *file;
	struct err err = ERR_INIT;
	char *mark;
	size_t i;

	if (!sources_list(scratch, paths, count, &files, &err))
		files.count = 0;
	for (i = 0; i < files.count; i++) {
		file = list_at(&files, i);
		mark = file_mark(scratch, opened_file(scratch, file->path));
		if (mark != NULL)
			buf_format(ctx, &out, "%s %s\n", file->path, mark);
	}
	mem_free(scratch);
	return out.data != NULL ? out.data : mem_text(ctx, "");
}
