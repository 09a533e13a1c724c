/* Saves the content of a pipe in a file. */
#include "cli/spool.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"

#define SPOOL_NAME	"strigil-XXXXXX"

enum {
	CHUNK = 1 << 16,
	SWEPT_AFTER = 60	/* seconds; newer directories may not be
				   locked yet */
};

static const uint64_t bytes_max = 1 << 30;

/* A file in a directory of its own, so that it can have a familiar name. */
struct spool {
	char	*directory;
	char	*path;
	int	 lock;		/* locks the directory while in use */
};

static int
spool_destroy(struct spool *spool)
{
	(void)unlink(spool->path);
	(void)rmdir(spool->directory);
	if (spool->lock >= 0)
		(void)close(spool->lock);
	return 0;
}

/* Removes a directory left by a process that has ended. */
static void
sweep_one(int below, const char *name)
{
	int fd = openat(below, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
	    O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0 && st.st_uid == geteuid() &&
	    st.st_mtime < time(NULL) - SWEPT_AFTER &&
	    flock(fd, LOCK_EX | LOCK_NB) == 0) {
		(void)unlinkat(fd, "input", 0);
		(void)unlinkat(below, name, AT_REMOVEDIR);
	}
	(void)close(fd);
}

/* Removes files of processes that were killed or ran out of memory. */
static void
sweep(const char *below)
{
	const size_t start = strlen(SPOOL_NAME) - strlen("XXXXXX");
	const struct dirent *entry;
	DIR *directory = opendir(below);

	while (directory != NULL && (entry = readdir(directory)) != NULL)
		if (strlen(entry->d_name) == strlen(SPOOL_NAME) &&
		    strncmp(entry->d_name, SPOOL_NAME, start) == 0)
			sweep_one(dirfd(directory), entry->d_name);
	if (directory != NULL)
		(void)closedir(directory);
}

bool
spool_is_pipe(const char *path)
{
	struct stat st;

	return text_same(path, "-") || (stat(path, &st) == 0 &&
	    (S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode)));
}

static bool
copy_file(int from, int to, const char *name, struct err *err)
{
	char *bytes = mem_array(NULL, char, CHUNK);
	uint64_t all = 0;
	ssize_t n;
	bool ok = true;

	while (ok && (n = read(from, bytes, CHUNK)) != 0) {
		if (n < 0 && errno == EINTR)
			ok = err_set(err, ERR_INTERRUPTED, "interrupted");
		else if (n < 0)
			ok = err_system(err, "cannot read %s", name);
		else if ((all += (uint64_t)n) > bytes_max)
			ok = err_set(err, ERR_INPUT, "%s is larger than 1 GiB; "
			    "save it as a file", name);
		else if (write(to, bytes, (size_t)n) != n)
			ok = err_system(err, "cannot write to a temporary file");
	}
	mem_free(bytes);
	return ok;
}

/* Creates the file for the bytes; -1 on failure, with *err set. */
static int
create(struct spool *spool, struct err *err)
{
	const char *below = getenv("TMPDIR");
	int fd;

	if (below == NULL || *below != '/')
		below = "/tmp";
	sweep(below);
	spool->lock = -1;
	spool->directory = mem_format(spool, "%s/" SPOOL_NAME, below);
	spool->path = mem_text(spool, "");
	if (mkdtemp(spool->directory) == NULL) {
		(void)err_system(err, "cannot create the temporary directory %s",
		    spool->directory);
		return -1;
	}
	spool->lock = open(spool->directory, O_RDONLY | O_DIRECTORY |
	    O_CLOEXEC);
	if (spool->lock >= 0)
		(void)flock(spool->lock, LOCK_SH | LOCK_NB);
	spool->path = mem_format(spool, "%s/input", spool->directory);
	fd = open(spool->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		(void)err_system(err, "cannot write %s", spool->path);
	return fd;
}

/* Makes the terminal standard input again, for the keys of the browser. */
static void
return_terminal(void)
{
	int fd;

	if (!isatty(STDOUT_FILENO))
		return;
	fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return;
	(void)dup2(fd, STDIN_FILENO);
	(void)close(fd);
}

const char *
spool_pipe(const void *ctx, const char *path, struct err *err)
{
	bool standard = text_same(path, "-");
	const char *name = standard ? "standard input" : path;
	struct spool *spool;
	int from, to;
	bool ok;

	if (standard && isatty(STDIN_FILENO)) {
		(void)err_set(err, ERR_USAGE, "standard input is a "
		    "terminal; pipe a file into it, or name one");
		return NULL;
	}
	from = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC |
	    O_NOCTTY);
	if (from < 0) {
		(void)(errno == EINTR ? err_set(err, ERR_INTERRUPTED,
		    "interrupted") : err_system(err, "cannot open %s", path));
		return NULL;
	}
	spool = mem_new(ctx, struct spool);
	to = create(spool, err);
	talloc_set_destructor(spool, spool_destroy);
	ok = to >= 0 && copy_file(from, to, name, err);
	if (to >= 0)
		(void)close(to);
	if (standard)
		return_terminal();
	else
		(void)close(from);
	if (ok)
		return spool->path;
	mem_free(spool);
	return NULL;
}

const char *
spool_text(const void *ctx, const char *bytes, size_t n, struct err *err)
{
	struct spool *spool = mem_new(ctx, struct spool);
	int to = create(spool, err);
	bool ok;

	talloc_set_destructor(spool, spool_destroy);
	ok = to >= 0 && (write(to, bytes, n) == (ssize_t)n || err_system(err,
	    "cannot write to a temporary file"));
	if (to >= 0)
		(void)close(to);
	if (ok)
		return spool->path;
	mem_free(spool);
	return NULL;
}
