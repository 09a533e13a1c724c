/* The sandbox of --restricted. */
#include "cli/sandbox.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#ifdef HAVE_LINUX_LANDLOCK_H
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif
#ifdef HAVE_SECCOMP
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#endif

#include "base/mem.h"

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
enum { IS_WATCHED = true };
#else
enum { IS_WATCHED = false };
#endif

#if defined(HAVE_LINUX_LANDLOCK_H) && defined(SYS_landlock_create_ruleset)

/*
 * Landlock controls truncation only since ABI version 3; older headers lack
 * this.
 */
#define ACCESS_TRUNCATE	((uint64_t)1 << 14)
#define ACCESS_WRITE	((uint64_t)LANDLOCK_ACCESS_FS_WRITE_FILE)
#define ACCESS_OTHER	((uint64_t)(LANDLOCK_ACCESS_FS_EXECUTE | \
    LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | \
    LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | \
    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | \
    LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | \
    LANDLOCK_ACCESS_FS_MAKE_SYM))

/* Allow writing to terminals and /dev/null. */
static bool
allow_device(int rules, const char *path)
{
	struct landlock_path_beneath_attr rule = {
		.allowed_access = ACCESS_WRITE,
		.parent_fd = open(path, O_PATH | O_CLOEXEC),
	};
	bool ok = rule.parent_fd < 0 || syscall(SYS_landlock_add_rule, rules,
	    LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;

	if (rule.parent_fd >= 0)
		(void)close(rule.parent_fd);
	return ok;
}

static bool
restrict_files(unsigned *parts, struct err *err)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0,
	    LANDLOCK_CREATE_RULESET_VERSION);
	const struct landlock_ruleset_attr handled = {
		.handled_access_fs = ACCESS_WRITE | ACCESS_OTHER |
		    (version >= 3 ? ACCESS_TRUNCATE : 0),
	};
	int rules;
	bool ok;

	if (version < 1)
		return true;
	rules = (int)syscall(SYS_landlock_create_ruleset, &handled,
	    sizeof(handled), 0);
	ok = rules >= 0 && allow_device(rules, "/dev/null") &&
	    allow_device(rules, "/dev/tty") &&
	    syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	if (rules >= 0)
		(void)close(rules);
	if (ok)
		*parts |= SANDBOX_FILES;
	return ok || err_set(err, ERR_SYSTEM, "cannot restrict access to "
	    "files: %s",
	    strerror(errno));
}

#else

static bool
restrict_files(unsigned *parts, struct err *err)
{
	(void)parts;
	(void)err;
	return true;
}

#endif

#ifdef HAVE_SECCOMP

/* Refused with EPERM, whatever their arguments. */
static const int refused[] = {
	SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork),
	SCMP_SYS(clone), SCMP_SYS(socket), SCMP_SYS(socketpair),
	SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
	SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
	SCMP_SYS(process_vm_writev), SCMP_SYS(pidfd_open), SCMP_SYS(tkill),
	SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(unshare),
	SCMP_SYS(setns), SCMP_SYS(bpf), SCMP_SYS(perf_event_open),
	SCMP_SYS(userfaultfd), SCMP_SYS(keyctl), SCMP_SYS(add_key),
	SCMP_SYS(request_key), SCMP_SYS(io_uring_setup), SCMP_SYS(chmod),
	SCMP_SYS(fchmod), SCMP_SYS(fchmodat), SCMP_SYS(chown),
	SCMP_SYS(fchown), SCMP_SYS(lchown), SCMP_SYS(fchownat),
	SCMP_SYS(setxattr), SCMP_SYS(lsetxattr), SCMP_SYS(fsetxattr),
	SCMP_SYS(utimensat), SCMP_SYS(mknod), SCMP_SYS(mknodat),
};

/* Signals may be sent only to the process that is restricted. */
static int
refuse_signals(scmp_filter_ctx filter, pid_t pid)
{
	static const int calls[] = { SCMP_SYS(kill), SCMP_SYS(tgkill) };
	const struct scmp_arg_cmp other = { .arg = 0, .op = SCMP_CMP_NE,
	    .datum_a = (scmp_datum_t)pid };
	int failed = 0;
	size_t i;

	for (i = 0; i < COUNT(calls) && failed == 0; i++)
		failed = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM),
		    calls[i], 1, other);
	return failed;
}

/*
 * Unless asked not to, libseccomp since 2.5 reports every error as ECANCELED.
 */
static int
report_errors(scmp_filter_ctx filter)
{
#if SCMP_VER_MAJOR > 2 || (SCMP_VER_MAJOR == 2 && SCMP_VER_MINOR >= 5)
	return seccomp_attr_set(filter, SCMP_FLTATR_API_SYSRAWRC, 1);
#else
	(void)filter;
	return 0;
#endif
}

/* Writes the filter for a process to `out`; 0, or a negative errno. */
static int
write_filter(pid_t pid, int out)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	int failed = filter == NULL ? -ENOMEM : report_errors(filter);
	size_t i;

	for (i = 0; i < COUNT(refused); i++)
		if (failed == 0)
			failed = seccomp_rule_add(filter, SCMP_ACT_ERRNO(
			    EPERM), refused[i], 0);
	/*
	 * clone3() fails with ENOSYS, as on kernels without it: its flags are
	 * in memory, where seccomp cannot check them.
	 */
	if (failed == 0)
		failed = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS),
		    SCMP_SYS(clone3), 0);
	if (failed == 0)
		failed = refuse_signals(filter, pid);
	return failed == 0 ? seccomp_export_bpf(filter, out) : failed;
}

/* Reads a filter up to the end of the pipe; its instructions, 0 on failure. */
static size_t
read_filter(int in, struct sock_filter *filter, size_t most)
{
	size_t got = 0, size = most * sizeof(*filter);
	ssize_t n;

	do {
		n = read(in, (char *)filter + got, size - got);
		got += n > 0 ? (size_t)n : 0;
	} while (got < size && (n > 0 || (n < 0 && errno == EINTR)));
	return n == 0 && got % sizeof(*filter) == 0 ? got / sizeof(*filter) : 0;
}

/*
 * The filter is made by a child process: where memory runs out, libseccomp 2.5
 * frees a rule twice, which then ends only the child.  Its status is 0 if all
 * of the filter was written.
 */
static size_t
make_filter(struct sock_filter *filter, size_t most)
{
	pid_t self = getpid(), child;
	int ends[2], status;
	size_t count;

	if (pipe(ends) != 0)
		return 0;
	child = fork();
	if (child == 0) {
		/* The C library reports a double free there. */
		(void)close(STDERR_FILENO);
		_exit(write_filter(self, ends[1]) != 0);
	}
	(void)close(ends[1]);
	count = child < 0 ? 0 : read_filter(ends[0], filter, most);
	(void)close(ends[0]);
	while (child > 0 && waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return 0;
	return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 ?
	    count : 0;
}

static bool
restrict_calls(unsigned *parts, struct err *err)
{
	struct sock_filter filter[BPF_MAXINSNS];
	struct sock_fprog program = { .filter = filter };

	program.len = (unsigned short)make_filter(filter, BPF_MAXINSNS);
	if (program.len == 0)
		return err_set(err, ERR_SYSTEM, "cannot restrict system "
		    "calls: not enough memory or processes for the filter; "
		    "close other programs and try again");
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0)
		*parts |= SANDBOX_CALLS;
	/* The kernel may have been built without seccomp. */
	return (*parts & SANDBOX_CALLS) != 0 || errno == EINVAL ||
	    errno == ENOSYS || err_set(err, ERR_SYSTEM, "cannot restrict "
	    "system calls: %s", strerror(errno));
}

#else

static bool
restrict_calls(unsigned *parts, struct err *err)
{
	(void)parts;
	(void)err;
	return true;
}

#endif

bool
sandbox_enter(unsigned *parts, struct err *err)
{
	static unsigned entered;
	static bool inside;

	*parts = entered;
	if (IS_WATCHED || inside)
		return true;
#ifdef HAVE_LINUX_LANDLOCK_H
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return err_set(err, ERR_SYSTEM, "cannot drop privileges: %s",
		    strerror(errno));
#endif
	inside = restrict_files(&entered, err) && restrict_calls(&entered, err);
	*parts = entered;
	return inside;
}
