/*
 * Faults on demand: loaded before the C library (LD_PRELOAD), it lets the
 * n-th call of some functions fail, or kills the program there.
 *
 *	TORTURE_CALLS	"memory", "write" or "read": see the table
 *	TORTURE_AT	which call, from 1 on
 *	TORTURE_DO	"kill", "stop", "interrupt" (SIGINT), "short", or a
 *			name of errno; with "+" behind it from then on, with
 *			"*3" three times
 *	TORTURE_COUNT	a file to which the number of calls is added, and
 *			before it what was interrupted
 *	TORTURE_CLOCK	seconds by which the clock is wrong; with "-" behind
 *			them it goes back by a minute whenever it is read, with
 *			"+" all clocks go forward by one
 *	TORTURE_WITHOUT	"landlock", "seccomp" or both: the kernel lacks them
 *
 * strace(1) can do as much but stops the program at every call: a shim is
 * twenty times as fast, knows of malloc(), and needs no permission.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum kind { MEMORY = 1, WRITE, READ };

static enum kind	wanted;
static long		at, calls, last;
static int		error;		/* or what to do instead */
static int		counted = -1;	/* where calls are added */
static bool		ready;
static bool		clock_is_wrong;
static long		clock_by, clock_step;

enum { KILL = 0, HALF = -1, STOP = -2, INTERRUPT = -3 };

static const struct {
	const char	*name;
	int		 number;
} errors[] = {
	{ "kill", KILL }, { "stop", STOP }, { "interrupt", INTERRUPT },
	{ "short", HALF }, { "EIO", EIO }, { "ENOSPC", ENOSPC }, { "EACCES", EACCES }, { "EINTR", EINTR }, { "EMFILE", EMFILE },
	{ "ENOMEM", ENOMEM }, { "EDQUOT", EDQUOT },
};

__attribute__((constructor)) static void
set_up(void)
{
	const char *kind = getenv("TORTURE_CALLS"), *when = getenv(
	    "TORTURE_AT"), *what = getenv("TORTURE_DO");
	size_t i, n = what == NULL ? 0 : strcspn(what, "+*");
	const char *by = getenv("TORTURE_CLOCK");
	const char *path = getenv("TORTURE_COUNT");
	int fd;

	if (by != NULL) {
		clock_by = atol(by);
		clock_step = by[strlen(by) - 1] == '-' ? -60 :
		    by[strlen(by) - 1] == '+' ? 60 : 0;
		clock_is_wrong = true;
	}
	if (kind == NULL)
		return;
	wanted = *kind == 'm' ? MEMORY : *kind == 'w' ? WRITE : READ;
	at = when == NULL ? 0 : atol(when);
	for (i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		if (strlen(errors[i].name) == n && memcmp(errors[i].name,
		    what, n) == 0)
			error = errors[i].number;
	last = what == NULL || what[n] == '\0' ? at : what[n] == '+' ?
	    LONG_MAX : at + atol(what + n + 1) - 1;
	/* Now, and out of the way: a sandbox would not let us later. */
	if (path != NULL && (fd = open(path, O_WRONLY | O_CREAT | O_APPEND |
	    O_CLOEXEC, 0600)) >= 0) {
		counted = fcntl(fd, F_DUPFD_CLOEXEC, 100);
		(void)close(fd);
	}
	ready = true;
}

__attribute__((destructor)) static void
tell(void)
{
	char text[32];
	int n;

	ready = false;
	if (counted < 0)
		return;
	n = snprintf(text, sizeof(text), "%ld\n", calls);
	(void)!write(counted, text, (size_t)n);
}

/* Whether this call is one that fails. */
static bool
fails(enum kind kind)
{
	long n;

	if (!ready || kind != wanted)
		return false;
	n = __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
	if (at == 0 || n < at || n > last)
		return false;
	if (error == KILL)
		(void)kill(getpid(), SIGKILL);
	if (error == INTERRUPT && counted >= 0)
		(void)!write(counted, "interrupted\n", 12);
	if (error == STOP || error == INTERRUPT) {
		(void)kill(getpid(), error == STOP ? SIGSTOP : SIGINT);
		return false;
	}
	errno = error > 0 ? error : EIO;
	return true;
}

/* The function behind ours. */
#define REAL(name)							\
	static __typeof__(name) *real;					\
	if (real == NULL) {						\
		void *found = dlsym(RTLD_NEXT, #name);			\
		memcpy(&real, &found, sizeof(found));			\
	}

/* dlsym() itself wants memory before there is any. */
static char first[1 << 16];
static size_t used;

static void *
early(size_t n)
{
	void *p = first + used;

	used += (n + 15) & ~(size_t)15;
	return used <= sizeof(first) ? p : NULL;
}

static bool
is_early(const void *p)
{
	return (const char *)p >= first && (const char *)p < first +
	    sizeof(first);
}

void *
malloc(size_t n)
{
	static bool looking;
	static void *(*real)(size_t);

	if (real == NULL) {
		if (looking)
			return early(n);
		looking = true;
		void *found = dlsym(RTLD_NEXT, "malloc");
		memcpy(&real, &found, sizeof(found));
	}
	return fails(MEMORY) ? NULL : real(n);
}

void *
calloc(size_t n, size_t size)
{
	static bool looking;
	static void *(*real)(size_t, size_t);

	if (real == NULL) {
		if (looking)
			return early(n * size);
		looking = true;
		void *found = dlsym(RTLD_NEXT, "calloc");
		memcpy(&real, &found, sizeof(found));
	}
	return fails(MEMORY) ? NULL : real(n, size);
}

void *
realloc(void *p, size_t n)
{
	REAL(realloc)
	if (is_early(p))
		return memcpy(malloc(n), p, n);
	return fails(MEMORY) ? NULL : real(p, n);
}

void
free(void *p)
{
	REAL(free)
	if (!is_early(p))
		real(p);
}

/* Files.  Reading and writing may also stop half way. */

#define FAIL_OR(kind, n, half)						\
	if (fails(kind)) {						\
		if (error != HALF || (n) < 2)				\
			return -1;					\
		return half;						\
	}

ssize_t
write(int fd, const void *bytes, size_t n)
{
	REAL(write)
	FAIL_OR(WRITE, n, real(fd, bytes, n / 2))
	return real(fd, bytes, n);
}

ssize_t
pwrite64(int fd, const void *bytes, size_t n, off64_t from)
{
	REAL(pwrite64)
	FAIL_OR(WRITE, n, real(fd, bytes, n / 2, from))
	return real(fd, bytes, n, from);
}

ssize_t
read(int fd, void *bytes, size_t n)
{
	REAL(read)
	FAIL_OR(READ, n, real(fd, bytes, n / 2))
	return real(fd, bytes, n);
}

ssize_t
pread64(int fd, void *bytes, size_t n, off64_t from)
{
	REAL(pread64)
	FAIL_OR(READ, n, real(fd, bytes, n / 2, from))
	return real(fd, bytes, n, from);
}

/* Those that either work or do not. */
#define WRAP(name, parameters, ...)					\
	int								\
	name parameters							\
	{								\
		REAL(name)						\
		return fails(WRITE) ? -1 : real(__VA_ARGS__);		\
	}

WRAP(fsync, (int fd), fd)
WRAP(fdatasync, (int fd), fd)
WRAP(ftruncate, (int fd, off_t n), fd, n)
WRAP(ftruncate64, (int fd, off64_t n), fd, n)
WRAP(rename, (const char *from, const char *to), from, to)
WRAP(unlink, (const char *path), path)
WRAP(mkdir, (const char *path, mode_t mode), path, mode)
WRAP(fchmod, (int fd, mode_t mode), fd, mode)

#define OPEN(name)							\
	int								\
	name(const char *path, int flags, ...)				\
	{								\
		mode_t mode;						\
		va_list ap;						\
									\
		REAL(name)						\
		va_start(ap, flags);					\
		mode = (flags & O_CREAT) != 0 ? va_arg(ap, mode_t) : 0;	\
		va_end(ap);						\
		if (fails((flags & O_ACCMODE) == O_RDONLY ? READ : WRITE)) \
			return -1;					\
		return real(path, flags, mode);				\
	}

OPEN(open)
OPEN(open64)

/* Directories. */

DIR *
opendir(const char *path)
{
	REAL(opendir)
	return fails(READ) ? NULL : real(path);
}

struct dirent *
readdir(DIR *directory)
{
	REAL(readdir)
	return fails(READ) ? NULL : real(directory);
}

struct dirent64 *
readdir64(DIR *directory)
{
	REAL(readdir64)
	return fails(READ) ? NULL : real(directory);
}

int
scandir(const char *path, struct dirent ***entries,
    int (*filter)(const struct dirent *),
    int (*compare)(const struct dirent **, const struct dirent **))
{
	REAL(scandir)
	return fails(READ) ? -1 : real(path, entries, filter, compare);
}

/* Clocks that are wrong; those that only count are right. */

static time_t
wrong_by(void)
{
	if (!clock_is_wrong)
		return 0;
	clock_by += clock_step;
	return clock_by;
}

int
clock_gettime(clockid_t which, struct timespec *now)
{
	int result;

	REAL(clock_gettime)
	result = real(which, now);
	if (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE ||
	    clock_step > 0)
		now->tv_sec += wrong_by();
	return result;
}

time_t
time(time_t *to)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_REALTIME, &now);
	if (to != NULL)
		*to = now.tv_sec;
	return now.tv_sec;
}

int
gettimeofday(struct timeval *restrict to, void *restrict zone)
{
	struct timespec now;

	(void)zone;
	(void)clock_gettime(CLOCK_REALTIME, &now);
	to->tv_sec = now.tv_sec;
	to->tv_usec = now.tv_nsec / 1000;
	return 0;
}

/* Sandboxes that a kernel may lack. */

static bool
is_missing(const char *what)
{
	const char *without = getenv("TORTURE_WITHOUT");

	return without != NULL && strstr(without, what) != NULL;
}

static bool
lacks(long number)
{
#ifdef SYS_landlock_create_ruleset
	if (number == SYS_landlock_create_ruleset)
		return is_missing("landlock");
#endif
	return number == SYS_seccomp && is_missing("seccomp");
}

long
syscall(long number, ...)
{
	long a[6];
	va_list ap;
	int i;

	REAL(syscall)
	va_start(ap, number);
	for (i = 0; i < 6; i++)
		a[i] = va_arg(ap, long);
	va_end(ap);
	if (!lacks(number))
		return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
	errno = ENOSYS;
	return -1;
}

int
prctl(int option, ...)
{
	unsigned long a[4];
	va_list ap;
	int i;

	REAL(prctl)
	va_start(ap, option);
	for (i = 0; i < 4; i++)
		a[i] = va_arg(ap, unsigned long);
	va_end(ap);
	if (option != PR_SET_SECCOMP || !is_missing("seccomp"))
		return real(option, a[0], a[1], a[2], a[3]);
	errno = EINVAL;
	return -1;
}
