/* A run of the program: what all commands share. */
#include "cli/run.h"

#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "library/shelf.h"
#include "cli/pager.h"
#include "cli/progress.h"
#include "cli/spool.h"

enum { ID_MAX = 1024 };

/* The one thing that a signal may touch. */
static volatile sig_atomic_t interrupted;

static void
on_interrupt(int signal_number)
{
	(void)signal_number;
	interrupted = 1;
}

void
run_catch_interrupt(void)
{
	struct sigaction action = { .sa_handler = on_interrupt };

	(void)sigaction(SIGINT, &action, NULL);
}

bool
run_is_interrupted(void)
{
	return interrupted != 0;
}

void
run_complain(const char *format, ...)
{
	char *text, *clean;
	va_list ap;

	va_start(ap, format);
	text = talloc_vasprintf(NULL, format, ap);
	va_end(ap);
	clean = text_clean(text, text, strlen(text));
	(void)fprintf(stderr, "strigil: %s\n", clean);
	mem_free(text);
}

enum status
run_fail(const struct err *err)
{
	run_complain("%s", err->text);
	return err->code == ERR_INTERRUPTED ? STATUS_STOPPED : STATUS_ERROR;
}

/* Directories. */

static bool
is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The directory of the running program, owned by `ctx`, or NULL. */
static char *
program_directory(const void *ctx)
{
	char path[4096], *slash;
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (n <= 0)
		return NULL;
	path[n] = '\0';
	slash = strrchr(path, '/');
	if (slash == NULL)
		return NULL;
	*slash = '\0';
	return mem_text(ctx, path);
}

/*
 * The data may have moved with the program (PREFIX/bin, PREFIX/share), or
 * lie beside it where it was built.
 */
const char *
run_data_directory(const void *ctx)
{
	const char *set = getenv("STRIGIL_DATA");
	char *program = program_directory(ctx), *path;

	if (set != NULL && *set == '/')
		return set;
	if (program != NULL) {
		path = mem_format(ctx, "%s/../share/strigil", program);
		if (is_directory(mem_format(ctx, "%s/help", path)))
			return path;
		path = mem_format(ctx, "%s/share", program);
		if (is_directory(mem_format(ctx, "%s/help", path)))
			return path;
	}
	return is_directory(PKGDATADIR) ? PKGDATADIR : NULL;
}

/* XDG Base Directory: relative values are ignored. */
char *
run_home(const void *ctx, const char *variable, const char *below_home)
{
	const char *set = getenv(variable), *home = getenv("HOME");
	const struct passwd *user;

	if (set != NULL && *set == '/')
		return mem_format(ctx, "%s/strigil", set);
	if (home == NULL || *home != '/') {
		user = getpwuid(geteuid());
		home = user == NULL ? NULL : user->pw_dir;
	}
	if (home == NULL || *home != '/' || !is_directory(home))
		return NULL;
	return mem_format(ctx, "%s/%s/strigil", home, below_home);
}

/* The library. */

/* Where bibliographies are installed: the user's own first. */
enum { SHELVES = 2 };

static void
shelves(struct run *run, const char *directories[SHELVES])
{
	char *home = run_home(run, "XDG_DATA_HOME", ".local/share");

	directories[0] = home == NULL ? NULL : mem_format(run,
	    "%s/bibliographies", home);
	directories[1] = run_data_directory(run);
}

struct list
run_shelf(struct run *run)
{
	const char *directories[SHELVES];

	shelves(run, directories);
	return shelf_list(run, directories, SHELVES);
}

/* A file or directory as it is, or an installed bibliography. */
static const char *
find_bibliography(struct run *run, const char *name)
{
	const char *directories[SHELVES];
	char *path;

	if (access(name, F_OK) == 0 || strchr(name, '/') != NULL)
		return name;
	shelves(run, directories);
	path = shelf_find(run, directories, SHELVES, name);
	return path != NULL ? path : name;
}

/* A pipe is read once; its file takes its place. */
static bool
spool_paths(struct run *run, struct list *named)
{
	struct err err = ERR_INIT;
	const char *path;
	size_t i;

	for (i = 0; i < named->count; i++) {
		if (!spool_is_pipe(named->at[i]))
			continue;
		path = spool_pipe(run, named->at[i], &err);
		if (path == NULL) {
			run_complain("%s", err.text);
			return false;
		}
		named->at[i] = mem_text(run, path);
		run->spooled = true;
	}
	return true;
}

bool
run_paths(struct run *run, struct list *paths)
{
	struct list *named = run->paths.count > 0 ? &run->paths :
	    &run->configured;
	const char *data;
	size_t i;

	if (!spool_paths(run, named))
		return false;
	for (i = 0; i < named->count; i++)
		list_add(run, paths, mem_text(run, find_bibliography(run,
		    named->at[i])));
	if (paths->count > 0)
		return true;
	data = run_data_directory(run);
	if (data == NULL) {
		run_complain("the bundled bibliography is not installed; name "
		    "one with -b, or set STRIGIL_DATA");
		return false;
	}
	list_add(run, paths, mem_format(run, "%s/" BIBLIOGRAPHY, data));
	return true;
}

bool
run_request(struct run *run, struct cache_request *request)
{
	struct list paths = { .at = NULL };

	if (!run_paths(run, &paths))
		return false;
	*request = (struct cache_request){
		.paths = (const char *const *)paths.at,
		.count = paths.count,
		.directory = run->spooled ? NULL : run_home(run,
		    "XDG_CACHE_HOME", ".cache"),
	};
	return true;
}

/* What was left out is told: a search that lacks it must not seem whole. */
static void
complain_left_out(const struct run *run, long count)
{
	if (count > 0 && !run->quiet)
		run_complain("%ld %s left out; 'strigil check' shows why",
		    count, count == 1 ? "record has errors and was" :
		    "records have errors and were");
}

struct library *
run_library(struct run *run, enum status *status)
{
	struct cache_request request;
	struct progress *progress = progress_new(run);
	struct err err = ERR_INIT;
	struct cache_answer answer;
	struct library *library;

	*status = STATUS_ERROR;
	if (!run_request(run, &request))
		return NULL;
	request.watch = progress_watch(progress);
	request.sink = progress_sink(progress);
	run_catch_interrupt();
	library = library_open(run, &request, &answer, &err);
	progress_end(progress);
	if (library == NULL) {
		*status = run_fail(&err);
		return NULL;
	}
	run->library = library;
	complain_left_out(run, library_left_out(library));
	*status = STATUS_FOUND;
	return library;
}

bool
run_has_failed(const struct run *run)
{
	struct err err = ERR_INIT;

	return run->library != NULL && !library_ok(run->library, &err);
}

enum status
run_nothing(struct run *run, const char *what, const char *query)
{
	if (run_has_failed(run))
		return STATUS_ERROR;
	run_complain("%s: %s", what, query);
	return run_finish(STATUS_NOTHING);
}

void
run_unknown(struct run *run, struct library *library, const char *text)
{
	char *near = library_nearest(library, run, text);

	if (run_has_failed(run))
		return;
	if (near != NULL)
		run_complain("there is no '%s'; did you mean '%s'?", text,
		    near);
	else
		run_complain("there is no '%s'; 'strigil search' finds ids",
		    text);
}

/* Output. */

size_t
run_width(const struct run *run)
{
	size_t width = pager_width(run);

	return width == 0 ? 80 : width < 20 ? 20 : width;
}

bool
run_is_set(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0';
}

bool
run_is_dumb(void)
{
	const char *term = getenv("TERM");

	return term == NULL || text_same(term, "dumb");
}

/* The command line goes before the environment, that before strigil.conf. */
bool
run_has_style(const struct run *run)
{
	bool forbidden = run_is_set("STRIGIL_NO_COLOR") ||
	    run_is_set("NO_COLOR");
	bool asked = options_had(run, "color");

	if (run->color == WHEN_AUTO || (forbidden && !asked))
		return !forbidden && pager_on_terminal(run) && !run_is_dumb();
	return run->color == WHEN_ALWAYS;
}

char *
run_operands(struct run *run, int argc, char **argv)
{
	struct buf out = { .data = NULL };
	int i;

	for (i = 0; i < argc; i++)
		buf_format(run, &out, "%s%s", i > 0 ? " " : "", argv[i]);
	return out.data != NULL ? out.data : mem_text(run, "");
}

/* Ids on stdin. */

/* The next one, owned by the run, "" for an empty line; NULL at the end. */
static char *
read_id(struct run *run)
{
	struct buf line = { .data = NULL };
	int end = run->null ? '\0' : '\n', c;
	char byte;

	while ((c = getc(stdin)) != EOF && c != end && line.len <= ID_MAX) {
		byte = (char)c;
		buf_add(run, &line, &byte, 1);
	}
	if (c == EOF && line.len == 0)
		return NULL;
	return text_clean(run, buf_string(&line), line.len);
}

static bool
read_ids(struct run *run, struct list *ids)
{
	char *id;

	while ((id = read_id(run)) != NULL) {
		if (strlen(id) >= ID_MAX) {
			run_complain("standard input: not a list of ids");
			return false;
		}
		if (*id != '\0')
			list_add(run, ids, id);
	}
	if (!ferror(stdin))
		return true;
	run_complain("cannot read the standard input: %s", strerror(errno));
	return false;
}

bool
run_ids(struct run *run, int argc, char **argv, struct list *ids)
{
	bool ok = true;
	int i;

	for (i = 0; i < argc && ok; i++)
		if (text_same(argv[i], "-"))
			ok = read_ids(run, ids);
		else
			list_add(run, ids, argv[i]);
	if (ok && argc > 0 && ids->count == 0)
		run_complain("there are no ids on the standard input");
	return ok;
}

bool
run_reads_ids(int argc, char **argv)
{
	int i;

	for (i = 0; i < argc; i++)
		if (text_same(argv[i], "-"))
			return true;
	return false;
}

/* Formats. */

void
run_put_lines(const struct run *run, const char *lines)
{
	size_t n;

	if (!run->null) {
		(void)fputs(lines, stdout);
		return;
	}
	for (; *lines != '\0'; lines += n + 1) {
		n = strcspn(lines, "\n");
		(void)fwrite(lines, 1, n, stdout);
		(void)putchar('\0');
	}
}

bool
run_may_print(const struct run *run, unsigned uses)
{
	if ((run->format->takes & uses) == 0) {
		run_complain("only works can be printed as references");
		return false;
	}
	if (!run->null || run->format->lines)
		return true;
	run_complain("--null: only the lines of ids and tsv can end so");
	return false;
}

static void
write_out(void *user, const char *text, size_t n)
{
	(void)user;
	(void)fwrite(text, 1, n, stdout);
}

struct export_target
run_target(const struct run *run)
{
	return (struct export_target){ .write = write_out,
	    .end = run->null ? '\0' : '\n' };
}

void
run_print(struct run *run, const struct list *docs)
{
	const struct print_options options = { run_width(run), run->ascii,
	    run_has_style(run) };
	void *scratch = mem_context(NULL);

	if (run_has_failed(run))
		return;
	pager_start(run);
	(void)fputs(run->format->pages(scratch, docs, &options), stdout);
	mem_free(scratch);
}

void
run_print_one(struct run *run, struct doc *doc)
{
	struct list docs = { .at = NULL };

	list_add(doc, &docs, doc);
	run_print(run, &docs);
}

enum status
run_finish(enum status status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	/* A reader that has seen enough is no error. */
	if (errno == EPIPE)
		return status;
	run_complain("cannot write the output: %s", strerror(errno));
	return STATUS_ERROR;
}
