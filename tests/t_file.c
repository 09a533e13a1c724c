/* The user's files: complete or unchanged, never blocked on, never lost. */
#include "support.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"

static void *ctx;

static char *
path_of(const char *name)
{
	return mem_format(ctx, "%s/%s", scratch_directory(), name);
}

static void
put(const char *path, const char *text)
{
	struct err err = ERR_INIT;

	assert_true(file_replace(path, 0600, text, strlen(text), &err));
}

static char *
get(const char *path)
{
	struct err err = ERR_INIT;
	char *text;

	assert_int_equal(file_read(ctx, path, 1 << 20, &text, &err),
	    FILE_READ);
	return text;
}

static void
test_file_is_replaced_whole(void **state)
{
	char *path = path_of("one");
	struct stat st;

	(void)state;
	put(path, "first\n");
	assert_int_equal(chmod(path, 0640), 0);
	put(path, "second\n");
	assert_string_equal(get(path), "second\n");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_int_not_equal(access(path_of(".one.strigil"), F_OK), 0);
}

static void
test_link_stays_a_link(void **state)
{
	char *target = path_of("target"), *link = path_of("link");
	struct stat st;

	(void)state;
	put(target, "old\n");
	assert_int_equal(symlink(target, link), 0);
	put(link, "new\n");
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_string_equal(get(target), "new\n");
}

/* The target of the link may be on a disk that is absent today. */
static void
test_link_to_nothing_is_kept(void **state)
{
	char *link = path_of("dangling"), *text;
	struct err err = ERR_INIT;
	struct stat st;

	(void)state;
	assert_int_equal(symlink("/nowhere/at-all", link), 0);
	assert_int_equal(file_read(ctx, link, 100, &text, &err),
	    FILE_UNREADABLE);
	err = (struct err)ERR_INIT;
	assert_false(file_replace(link, 0600, "new\n", 4, &err));
	err = (struct err)ERR_INIT;
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
}

static void
test_missing_is_not_unreadable(void **state)
{
	struct err err = ERR_INIT;
	char *text;

	(void)state;
	assert_int_equal(file_read(ctx, path_of("none"), 9, &text, &err),
	    FILE_MISSING);
	assert_int_equal(file_read(ctx, scratch_directory(), 9, &text, &err),
	    FILE_UNREADABLE);
	assert_non_null(strstr(err.text, "not a regular file"));
}

/* A pipe without a writer and an endless device do not block. */
static void
test_pipes_and_devices_are_refused(void **state)
{
	char *fifo = path_of("fifo");
	struct err err = ERR_INIT;
	char *text;

	(void)state;
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_int_equal(file_read(ctx, fifo, 9, &text, &err),
	    FILE_UNREADABLE);
	assert_int_equal(file_read(ctx, "/dev/zero", 9, &text, &err),
	    FILE_UNREADABLE);
	assert_false(file_replace(fifo, 0600, "x", 1, &err));
	assert_non_null(strstr(err.text, "not a regular file"));
	assert_false(file_replace("/dev/null", 0600, "x", 1, &err));
}

/*
 * Private files are replaced only if they are ours: otherwise a session of root
 * with the user's HOME would take over the user's history.
 */
static void
test_files_of_others_stay(void **state)
{
	char *path = path_of("theirs");
	struct err err = ERR_INIT;
	struct stat st;

	(void)state;
	put(path, "theirs\n");
	if (geteuid() != 0) {
		assert_int_equal(chmod(path, 0444), 0);
		assert_false(file_replace(path, 0666, "ours\n", 5, &err));
		assert_non_null(strstr(err.text, "cannot write"));
		assert_string_equal(get(path), "theirs\n");
		return;
	}
	assert_int_equal(chown(path, 1, 1), 0);
	assert_false(file_replace(path, 0600, "ours\n", 5, &err));
	assert_non_null(strstr(err.text, "belongs to another user"));
	assert_string_equal(get(path), "theirs\n");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_uid, 1);
}

static void
test_long_file_keeps_its_newest_lines(void **state)
{
	char *path = path_of("long");
	struct err err = ERR_INIT;
	char *text;

	(void)state;
	put(path, "oldest\nolder\nnew\nnewest\n");
	assert_int_equal(file_read_newest(ctx, path, 13, &text, &err),
	    FILE_READ);
	assert_string_equal(text, "new\nnewest\n");
}

/* The part cut off would be missing from the file that replaces this one. */
static void
test_no_part_counts_as_the_file(void **state)
{
	char *path = path_of("part");
	struct err err = ERR_INIT;
	char *text;

	(void)state;
	put(path, "oldest\nnewest\n");
	assert_int_equal(file_read(ctx, path, 14, &text, &err), FILE_READ);
	assert_int_equal(file_read(ctx, path, 13, &text, &err),
	    FILE_UNREADABLE);
	assert_non_null(strstr(err.text, "larger than 13 bytes"));
	assert_string_equal(text, "");
	assert_true(file_replace(path, 0600, "first\n\0last\n", 12, &err));
	assert_int_equal(file_read(ctx, path, 99, &text, &err),
	    FILE_UNREADABLE);
	assert_non_null(strstr(err.text, "compressed or not in UTF-8"));
	assert_int_equal(file_read_newest(ctx, path, 9, &text, &err),
	    FILE_UNREADABLE);
	assert_string_equal(text, "");
}

/* Simulates a full disk for this process. */
static void
test_failed_write_keeps_the_old_file(void **state)
{
	const struct rlimit full = { .rlim_cur = 4, .rlim_max = RLIM_INFINITY };
	char *path = path_of("full");
	struct rlimit before;
	struct err err = ERR_INIT;
	bool ok;

	(void)state;
	put(path, "old text\n");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
	ok = file_replace(path, 0600, "much newer text\n", 16, &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_false(ok);
	assert_string_equal(get(path), "old text\n");
	assert_int_not_equal(access(path_of(".full.strigil"), F_OK), 0);
}

/* What a killed process left does not hinder the next one. */
static void
test_leftover_is_taken_over(void **state)
{
	char *path = path_of("left");
	struct err err = ERR_INIT;
	int status;
	pid_t pid;

	(void)state;
	put(path, "old\n");
	pid = fork();
	if (pid == 0) {
		if (file_begin(ctx, path, 0600, &err) != NULL)
			(void)raise(SIGKILL);
		_exit(1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_string_equal(get(path), "old\n");
	put(path, "new\n");
	assert_string_equal(get(path), "new\n");
	assert_int_not_equal(access(path_of(".left.strigil"), F_OK), 0);
}

/* Many writers each read the file and add a byte: none is lost. */
static void
test_writers_take_turns(void **state)
{
	enum { WRITERS = 8, TURNS = 5 };
	char *path = path_of("turns"), *old;
	struct file_writer *writer;
	struct err err = ERR_INIT;
	int i, j, status;

	(void)state;
	put(path, "");
	for (i = 0; i < WRITERS; i++) {
		if (fork() != 0)
			continue;
		for (j = 0; j < TURNS; j++) {
			writer = file_begin(ctx, path, 0600, &err);
			if (writer == NULL || file_read(ctx, path, 999, &old,
			    &err) != FILE_READ)
				_exit(1);
			old = mem_format(ctx, "%sx", old);
			if (!file_commit(writer, old, strlen(old), &err))
				_exit(1);
		}
		_exit(0);
	}
	for (i = 0; i < WRITERS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_int_equal(strlen(get(path)), WRITERS * TURNS);
}

/* The first directory that cannot be created is named, with its reason. */
static void
test_first_missing_directory_is_named(void **state)
{
	char *link = path_of("nowhere");
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(symlink("/nonexistent/folder", link), 0);
	assert_false(file_make_directory(mem_format(ctx, "%s/a/b", link),
	    &err));
	assert_string_equal(err.text, mem_format(ctx, "cannot create the "
	    "directory %s: File exists", link));
	assert_true(file_make_directory(path_of("new//a/b/"), &err));
	assert_true(file_make_directory(path_of("new/a/b"), &err));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_missing_directory_is_named),
		cmocka_unit_test(test_file_is_replaced_whole),
		cmocka_unit_test(test_link_stays_a_link),
		cmocka_unit_test(test_link_to_nothing_is_kept),
		cmocka_unit_test(test_missing_is_not_unreadable),
		cmocka_unit_test(test_pipes_and_devices_are_refused),
		cmocka_unit_test(test_files_of_others_stay),
		cmocka_unit_test(test_long_file_keeps_its_newest_lines),
		cmocka_unit_test(test_no_part_counts_as_the_file),
		cmocka_unit_test(test_failed_write_keeps_the_old_file),
		cmocka_unit_test(test_leftover_is_taken_over),
		cmocka_unit_test(test_writers_take_turns),
	};
	int failed;

	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
