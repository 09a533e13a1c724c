/* Changes to the notebook, shared by the commands and the browser. */
#include "cli/keeping.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/spool.h"

struct notebook *
keeping_notebook(struct run *run)
{
	if (run->notebook == NULL)
		run->notebook = notebook_open(run, run->settings->restricted ?
		    NULL : run_home(run, "XDG_DATA_HOME", ".local/share"));
	return run->notebook;
}

bool
keeping_may(struct run *run)
{
	if (run->settings->restricted)
		run_complain("nothing is saved in restricted mode");
	else if (!notebook_is_kept(keeping_notebook(run)))
		run_complain("no home directory in which to save it");
	else
		return true;
	return false;
}

bool
keeping_page(struct run *run, struct library *library, const char *text,
    struct saved_page *kept)
{
	struct address address;

	if (!library_resolve(library, run, text, &address)) {
		run_unknown(run, library, text);
		return false;
	}
	kept->page = library_keep(library, run, &address,
	    &kept->bibliography);
	return true;
}

bool
keeping_is_broken(struct run *run, const char *name)
{
	const char *error = notebook_error(keeping_notebook(run), run, name);

	if (error != NULL)
		run_complain("%s", error);
	return error != NULL;
}

bool
keeping_has_failed(struct run *run, enum status status)
{
	struct list names;
	size_t i;

	if (run->notebook == NULL || notebook_failures(run->notebook) == 0)
		return false;
	if (status == STATUS_ERROR || status == STATUS_PROBLEMS ||
	    keeping_is_broken(run, NULL))
		return true;
	names = notebook_names(run->notebook, run);
	for (i = 0; i < names.count; i++)
		if (keeping_is_broken(run, list_at(&names, i)))
			return true;
	run_complain("your lists and notes could not be read for a while, so "
	    "some may be missing here");
	return true;
}

bool
keeping_was_read(const struct run *run)
{
	if (run->notebook == NULL || notebook_failures(run->notebook) == 0)
		return true;
	run_complain("your lists and notes could not be read, so nothing was "
	    "changed; try again");
	return false;
}

static enum status
say_conflicts(const struct run *run, const char *path, size_t conflicts)
{
	if (conflicts > 0 && !run->quiet)
		run_complain("%s: another session changed %zu of the same "
		    "parts at the same time; both versions are kept", path,
		    conflicts);
	return STATUS_FOUND;
}

enum status
keeping_save_list(struct run *run, struct list_draft *draft)
{
	struct err err = ERR_INIT;
	size_t conflicts;

	if (!notebook_save_list(keeping_notebook(run), draft, &conflicts,
	    &err))
		return run_fail(&err);
	return say_conflicts(run, draft->list->id, conflicts);
}

enum status
keeping_save_notes(struct run *run, struct notes_draft *draft)
{
	struct err err = ERR_INIT;
	size_t conflicts;

	if (!notebook_save_notes(keeping_notebook(run), draft, &conflicts,
	    &err))
		return run_fail(&err);
	return say_conflicts(run, "notes", conflicts);
}

/* The editor. */

static const char *
editor_name(void)
{
	const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");

	if (visual != NULL && *visual != '\0')
		return visual;
	return editor != NULL && *editor != '\0' ? editor : "vi";
}

/*
 * Runs the editor on a file; returns its exit status, or -1.  ^C reaches only
 * the editor.
 */
static int
run_editor(const void *ctx, const char *path)
{
	char *command = mem_format(ctx, "%s \"$1\"", editor_name());
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before, quit;
	int status = 0;
	pid_t pid;
	sigset_t none;

	(void)sigaction(SIGINT, &ignore, &before);
	(void)sigaction(SIGQUIT, &ignore, &quit);
	pid = fork();
	if (pid == 0) {
		(void)signal(SIGINT, SIG_DFL);
		(void)signal(SIGQUIT, SIG_DFL);
		(void)signal(SIGPIPE, SIG_DFL);
		(void)signal(SIGXFSZ, SIG_DFL);
		(void)sigemptyset(&none);
		(void)sigprocmask(SIG_SETMASK, &none, NULL);
		(void)execl("/bin/sh", "sh", "-c", command, "strigil", path,
		    (char *)NULL);
		_exit(127);
	}
	while (pid > 0 && waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			pid = -1;
	(void)sigaction(SIGINT, &before, NULL);
	(void)sigaction(SIGQUIT, &quit, NULL);
	return pid < 0 || !WIFEXITED(status) ? -1 : WEXITSTATUS(status);
}

char *
keeping_edit(const void *ctx, const char *text, struct err *err)
{
	enum { TEXT_MAX = 1 << 20 };
	void *scratch = mem_context(NULL);
	const char *path = spool_text(scratch, text, strlen(text), err);
	char *edited = NULL;
	int status;

	if (path != NULL) {
		status = run_editor(scratch, path);
		if (status != 0)
			(void)err_set(err, ERR_SYSTEM, "the editor '%s' %s; "
			    "nothing was changed", editor_name(), status ==
			    127 ? "was not found" : "failed");
		else if (file_read(ctx, path, TEXT_MAX, &edited, err) !=
		    FILE_READ)
			edited = NULL;
	}
	mem_free(scratch);
	return edited;
}
