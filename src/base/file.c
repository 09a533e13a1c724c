/* User files: reads small files, and replaces files safely. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"

enum {
	LOCK_TRIES = 100,
	LOCK_PAUSE = 20		/* ms between attempts */
};

/* Reading. */

/* Reads from the current position to the end; false on error. */
static bool
read_rest(const void *ctx, int fd, size_t most, struct buf *out)
{
	char bytes[8192];
	ssize_t n;

	do {
		n = read(fd, bytes, sizeof(bytes));
		if (n > 0)
			buf_add(ctx, out, bytes, (size_t)n);
	} while ((n > 0 && out->len <= most) || (n < 0 && errno == EINTR));
	return n >= 0;
}

/* Opens a regular file, without waiting for pipes and devices. */
static int
open_regular(const char *path, off_t *size, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat st;

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		(void)err_set(err, ERR_SYSTEM, "%s is not a regular file",
		    path);
		(void)close(fd);
		return -2;
	}
	*size = st.st_size;
	return fd;
}

/* Reads an open file from an offset, and closes it. */
static enum file_found
read_and_close(const void *ctx, const char *path, int fd, off_t from,
    size_t most, struct buf *out, struct err *err)
{
	bool ok = lseek(fd, from, SEEK_SET) >= 0 && read_rest(ctx, fd, most,
	    out);

	if (!ok)
		(void)err_system(err, "cannot read %s", path);
	(void)close(fd);
	return ok ? FILE_READ : FILE_UNREADABLE;
}

bool
file_leads_nowhere(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISLNK(st.st_mode) && stat(path,
	    &st) != 0;
}

/* Opens a regular file, or sets *err. */
static enum file_found
find_file(const char *path, int *fd, off_t *size, struct err *err)
{
	*size = 0;
	*fd = open_regular(path, size, err);
	if (*fd == -1 && errno == ENOENT && *path != '\0' &&
	    !file_leads_nowhere(path))
		return FILE_MISSING;
	if (*fd == -1 && errno == ENOENT && *path != '\0')
		(void)err_set(err, ERR_SYSTEM, "cannot read %s: it is a link "
		    "to a missing file", path);
	else if (*fd == -1)
		(void)err_system(err, "cannot read %s", *path == '\0' ?
		    "''" : path);
	return *fd < 0 ? FILE_UNREADABLE : FILE_READ;
}

enum file_found
file_read_whole(const void *ctx, const char *path, size_t most,
    struct buf *out, struct err *err)
{
	enum file_found found;
	off_t size;
	int fd;

	assert(path != NULL && out != NULL);
	buf_clear(out);
	found = find_file(path, &fd, &size, err);
	if (found != FILE_READ)
		return found;
	found = read_and_close(ctx, path, fd, 0, most, out, err);
	if (found == FILE_READ && out->len > most) {
		(void)err_set(err, ERR_INPUT, "%s is larger than %zu bytes",
		    path, most);
		found = FILE_UNREADABLE;
	}
	return found;
}

/*
 * Returns the bytes as a string; rejects a NUL byte, which would silently end
 * the string.
 */
static enum file_found
file_take_text(const char *path, const struct buf *bytes, char **text,
    struct err *err)
{
	if (bytes->data == NULL)
		return FILE_READ;
	if (memchr(bytes->data, '\0', bytes->len) != NULL) {
		(void)err_set(err, ERR_INPUT, "%s is compressed or not in UTF-8; "
		    "decompress it, or save it as UTF-8", path);
		return FILE_UNREADABLE;
	}
	*text = bytes->data;
	return FILE_READ;
}

enum file_found
file_read(const void *ctx, const char *path, size_t most, char **text,
    struct err *err)
{
	struct buf out = { .data = NULL };
	enum file_found found = file_read_whole(ctx, path, most, &out, err);

	*text = mem_text(ctx, "");
	return found == FILE_READ ? file_take_text(path, &out, text, err) :
	    found;
}

enum file_found
file_read_newest(const void *ctx, const char *path, size_t most, char **text,
    struct err *err)
{
	struct buf out = { .data = NULL };
	enum file_found found;
	const char *line;
	off_t size;
	bool cut;
	int fd;

	*text = mem_text(ctx, "");
	found = find_file(path, &fd, &size, err);
	if (found != FILE_READ)
		return found;
	cut = size > (off_t)most;
	found = read_and_close(ctx, path, fd, cut ? size - (off_t)most : 0,
	    most, &out, err);
	if (found == FILE_READ)
		found = file_take_text(path, &out, text, err);
	line = cut ? strchr(*text, '\n') : NULL;
	if (line != NULL)
		*text = mem_text(ctx, line + 1);
	return found;
}

/* Replacing. */

bool
file_is_not(const char *path, const char *kind, struct err *err)
{
	return err_set(err, ERR_SYSTEM, "%s exists and is not %s; choose "
	    "another name or remove it first", path, kind);
}

bool
file_may_become(const char *path, const struct file_kind *kind,
    struct err *err)
{
	struct buf bytes = { .data = NULL };
	enum file_found found;
	bool same;
	off_t size;
	int fd;

	assert(kind->count > 0);
	found = find_file(path, &fd, &size, err);
	if (found == FILE_READ)
		found = read_and_close(NULL, path, fd, kind->at, kind->count,
		    &bytes, err);
	same = bytes.len >= kind->count && memcmp(bytes.data, kind->bytes,
	    kind->count) == 0;
	mem_free(bytes.data);
	return found == FILE_MISSING || (found == FILE_READ && (same ||
	    size == 0 || file_is_not(path, kind->name, err)));
}

/* Flushes the directory of a file. */
static bool
flush_directory(const char *path, struct err *err)
{
	char *copy = mem_text(NULL, path), *slash = strrchr(copy, '/');
	const char *directory = slash == NULL ? "." : slash == copy ? "/" :
	    copy;
	int fd;
	bool ok;

	if (slash != NULL && slash != copy)
		*slash = '\0';
	fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* Some file systems cannot flush a directory and return EINVAL. */
	ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
	if (!ok)
		(void)err_system(err, "cannot write to the directory %s",
		    directory);
	if (fd >= 0)
		(void)close(fd);
	mem_free(copy);
	return ok;
}

struct file_writer {
	char	*path;		/* path of the target, links resolved */
	char	*fresh;		/* path of the replacement */
	int	 fd;
};

/* The file that a name refers to, links resolved; owned by `ctx`. */
static char *
follow_link(const void *ctx, const char *path)
{
	char *real = realpath(path, NULL), *copy;

	copy = mem_text(ctx, real == NULL ? path : real);
	free(real);
	return copy;
}

/*
 * The path of the replacement: hidden, in the same directory and file system.
 */
static char *
fresh_path(const void *ctx, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;

	return mem_format(ctx, "%.*s.%s.strigil", (int)(name - path), path,
	    name);
}

static mode_t
without_umask(mode_t mode)
{
	mode_t mask = umask(0);

	(void)umask(mask);
	return mode & ~mask;
}

/*
 * *mode becomes the mode of the existing file, if any; false if it must not be
 * replaced.
 */
static bool
may_replace(const char *path, mode_t *mode, struct err *err)
{
	bool is_private = (*mode & 077) == 0;
	struct stat st;

	*mode = without_umask(*mode);
	if (stat(path, &st) != 0)
		return errno == ENOENT || err_system(err, "cannot write %s",
		    path);
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_SYSTEM, "cannot write %s: it is not "
		    "a regular file", path);
	if (is_private && st.st_uid != geteuid())
		return err_set(err, ERR_SYSTEM, "cannot write %s: it belongs "
		    "to another user", path);
	*mode = st.st_mode & 07777;
	return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 ||
	    err_system(err, "cannot write %s", path);
}

/* Whether the open file still has this name. */
static bool
is_still(int fd, const char *path)
{
	struct stat open_one, named;

	return fstat(fd, &open_one) == 0 && lstat(path, &named) == 0 &&
	    open_one.st_dev == named.st_dev && open_one.st_ino ==
	    named.st_ino && S_ISREG(named.st_mode);
}

/*
 * Opens and locks the replacement.  The lock is on the file itself, so it ends
 * with the process; tries again if the file was renamed or removed meanwhile.
 */
static int
open_locked(const char *path, const char *fresh, struct err *err)
{
	int fd, i;

	for (i = 0; i < LOCK_TRIES; i++) {
		fd = open(fresh, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW |
		    O_NONBLOCK, 0600);
		if (fd < 0) {
			(void)err_system(err, "cannot write %s", path);
			return -1;
		}
		if (flock(fd, LOCK_EX | LOCK_NB) == 0 && is_still(fd, fresh))
			return fd;
		(void)close(fd);
		(void)poll(NULL, 0, LOCK_PAUSE);
	}
	(void)err_set(err, ERR_SYSTEM, "cannot write %s: another process is "
	    "writing to it", path);
	return -1;
}

struct file_writer *
file_begin(const void *ctx, const char *path, mode_t mode, struct err *err)
{
	struct file_writer *writer = mem_new(ctx, struct file_writer);

	assert(path != NULL && err != NULL);
	if (file_leads_nowhere(path)) {
		(void)err_set(err, ERR_SYSTEM, "cannot write %s: it is a link "
		    "to a missing file", path);
		mem_free(writer);
		return NULL;
	}
	writer->path = follow_link(writer, path);
	writer->fresh = fresh_path(writer, writer->path);
	writer->fd = -1;
	if (may_replace(writer->path, &mode, err))
		writer->fd = open_locked(writer->path, writer->fresh, err);
	if (writer->fd >= 0 && (ftruncate(writer->fd, 0) != 0 ||
	    fchmod(writer->fd, mode) != 0)) {
		(void)err_system(err, "cannot write %s", writer->fresh);
		file_abandon(writer);
		return NULL;
	}
	if (writer->fd < 0) {
		mem_free(writer);
		return NULL;
	}
	return writer;
}

const char *
file_fresh(const struct file_writer *writer)
{
	assert(writer->fd >= 0);
	return writer->fresh;
}

static bool
write_all(int fd, const char *bytes, size_t n)
{
	ssize_t k;

	assert(fd >= 0 && (bytes != NULL || n == 0));
	while (n > 0) {
		k = write(fd, bytes, n);
		if (k < 0 && errno != EINTR)
			return false;
		if (k > 0) {
			bytes += k;
			n -= (size_t)k;
		}
	}
	return true;
}

bool
file_commit(struct file_writer *writer, const char *bytes, size_t n,
    struct err *err)
{
	bool ok = write_all(writer->fd, bytes, n) && fsync(writer->fd) == 0 &&
	    rename(writer->fresh, writer->path) == 0;

	if (!ok) {
		(void)err_system(err, "cannot write %s", writer->path);
		file_abandon(writer);
		return false;
	}
	ok = flush_directory(writer->path, err);
	(void)close(writer->fd);
	mem_free(writer);
	return ok;
}

void
file_abandon(struct file_writer *writer)
{
	assert(writer->fd >= 0);
	(void)unlink(writer->fresh);
	(void)close(writer->fd);
	mem_free(writer);
}

bool
file_replace(const char *path, mode_t mode, const char *bytes, size_t n,
    struct err *err)
{
	struct file_writer *writer = file_begin(NULL, path, mode, err);

	return writer != NULL && file_commit(writer, bytes, n, err);
}

bool
file_move(const char *path, const char *name, struct err *err)
{
	assert(path != NULL && name != NULL);
	if (rename(path, name) != 0)
		return err_system(err, "cannot rename %s to %s", path, name);
	return flush_directory(name, err);
}

char *
file_mark(const void *ctx, const char *path)
{
	struct stat st;

	assert(path != NULL);
	if (stat(path, &st) != 0)
		return (errno == ENOENT || errno == ENOTDIR) &&
		    !file_leads_nowhere(path) ? NULL : mem_text(ctx,
		    "unreadable");
	return mem_format(ctx, "%jd %jd %jd %ju %ju", (intmax_t)st.st_size,
	    (intmax_t)file_written(&st), (intmax_t)file_changed(&st),
	    (uintmax_t)st.st_ino, (uintmax_t)st.st_dev);
}

#ifdef HAVE_STRUCT_STAT_ST_MTIMESPEC	/* macOS */
#define st_mtim	st_mtimespec
#define st_ctim	st_ctimespec
#endif

static int64_t
nanoseconds(const struct timespec *time)
{
	return (int64_t)time->tv_sec * 1000000000 + time->tv_nsec;
}

int64_t
file_written(const struct stat *st)
{
	return nanoseconds(&st->st_mtim);
}

int64_t
file_changed(const struct stat *st)
{
	return nanoseconds(&st->st_ctim);
}

/* Directories. */

static bool
make_one_directory(const char *path, struct err *err)
{
	struct stat st;
	int why;

	assert(*path != '\0');
	if (mkdir(path, 0700) == 0)
		return true;
	why = errno;
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return true;
	errno = why;
	return err_system(err, "cannot create the directory %s", path);
}

/*
 * Creates the directories from the root down, so that the first failure is the
 * cause.
 */
bool
file_make_directory(const char *path, struct err *err)
{
	char *copy = mem_text(NULL, path), *slash = copy;
	bool ok = true;

	while (ok && (slash = strchr(slash + 1, '/')) != NULL) {
		*slash = '\0';
		ok = make_one_directory(copy, err);
		*slash = '/';
	}
	ok = ok && make_one_directory(copy, err);
	mem_free(copy);
	return ok;
}
