/* The log of searches. */
#include "cli/search_log.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "cli/saved_state.h"
#include "library/filter.h"
#include "page/page_search.h"
#include "record/value.h"

enum { LOG_MAX = 1 << 26, TORN_MAX = 10, MODE = 0600 };

#define SUFFIX	".tsv"

/* The directory of logs; NULL: none are written. */
static char *
log_directory(struct run *run)
{
	char *state = saved_directory(run);

	return state == NULL ? NULL : mem_format(run, "%s/logs", state);
}

/* The file of a log; NULL after complaining. */
static char *
log_path(struct run *run, const char *name)
{
	char *directory = log_directory(run);

	if (!value_is_id(name))
		run_complain("'%s' cannot be the name of a log: use lower-case "
		    "letters, digits and hyphens", text_clean(run, name,
		    strlen(name)));
	else if (directory == NULL)
		run_complain("the log is not saved: %s",
		    run->settings->restricted ? "restricted mode" :
		    "no home directory");
	else
		return mem_format(run, "%s/%s" SUFFIX, directory, name);
	return NULL;
}

static char *
log_time(const void *ctx)
{
	time_t now = time(NULL);
	struct tm day;
	char text[sizeof("2026-01-02T15:04:05+0100")];

	if (localtime_r(&now, &day) == NULL || strftime(text, sizeof(text),
	    "%Y-%m-%dT%H:%M:%S%z", &day) == 0)
		return mem_text(ctx, "unknown");
	return mem_text(ctx, text);
}

/* The filters in a query: "subjects:human, level:1". */
static char *
log_filters(const void *ctx, struct library *library, const char *query)
{
	struct list filters = filter_list(ctx, library_declared(library),
	    query);
	const struct filter *filter;
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < filters.count; i++) {
		filter = list_at(&filters, i);
		buf_format(ctx, &out, "%s%s", i > 0 ? ", " : "",
		    filter->text);
	}
	return mem_text(ctx, buf_string(&out));
}

struct logged *
search_log_make(const void *ctx, struct library *library,
    enum rectype target, const char *query)
{
	const struct search search = { .target = target, .order = ORDER_LEVEL };
	const struct result *result = library_search(library, ctx, &search,
	    query);
	const struct about *about = library_about(library);
	struct logged *logged = mem_new(ctx, struct logged);

	*logged = (struct logged){
		.time = log_time(ctx),
		.bibliography = library_title(library),
		.version = about == NULL || about->version == NULL ? "" :
		    about->version,
		.checksum = library_checksum(library, ctx),
		.target = rectype_name(target),
		.query = result->asked,
		.reading = result->interpretation,
		.note = wording_relaxation(ctx, result),
		.count = mem_format(ctx, "%ld", result->total),
		.filters = log_filters(ctx, library, query),
		.records = mem_format(ctx, "%ld", library_count(library,
		    target)),
		.platform = PACKAGE_STRING,
	};
	return logged;
}

/* The fields of a line, in order. */
#define FIELDS(logged)							\
	{ &(logged)->time, &(logged)->bibliography, &(logged)->version,	\
	  &(logged)->checksum, &(logged)->target, &(logged)->query,	\
	  &(logged)->reading, &(logged)->note, &(logged)->count,	\
	  &(logged)->filters, &(logged)->records, &(logged)->platform }
enum { FIELD_COUNT = 12, FIELDS_BEFORE = 9 };

static char *
log_line(const void *ctx, struct logged *logged)
{
	const char **const values[FIELD_COUNT] = FIELDS(logged);
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < FIELD_COUNT; i++)
		buf_format(ctx, &out, "%s%s", i > 0 ? "\t" : "", text_clean(
		    ctx, *values[i], strlen(*values[i])));
	buf_text(ctx, &out, "\n");
	return out.data;
}

/* Whether a line has all fields, or all fields of the older format. */
static bool
log_line_is_whole(const struct logged *logged, size_t count)
{
	return (count == FIELD_COUNT || count == FIELDS_BEFORE) &&
	    *logged->count != '\0' && (count == FIELDS_BEFORE ||
	    *logged->platform != '\0') && rectype_find(logged->target) !=
	    RECTYPE_COUNT;
}

/* Parses a line; NULL if it is invalid. */
static struct logged *
log_take_line(const void *ctx, const char *line, size_t n)
{
	struct logged *logged = mem_new(ctx, struct logged);
	const char **const values[FIELD_COUNT] = FIELDS(logged), *end = line +
	    n, *tab;
	size_t count = 0, i;

	for (i = 0; i < FIELD_COUNT; i++)
		*values[i] = "";
	for (i = 0; line != NULL; i++, count++) {
		tab = memchr(line, '\t', (size_t)(end - line));
		if (i < FIELD_COUNT)
			*values[i] = text_clean(ctx, line, (size_t)((tab ==
			    NULL ? end : tab) - line));
		line = tab == NULL ? NULL : tab + 1;
	}
	return log_line_is_whole(logged, count) ? logged : NULL;
}

/* The searches of a file; complains about each incomplete line. */
static struct list
log_take_lines(const void *ctx, const char *path, const char *text,
    size_t *torn)
{
	struct list searches = { .at = NULL };
	struct logged *logged;
	size_t line = 1, n;

	for (; *text != '\0'; text += n + (text[n] == '\n'), line++) {
		n = strcspn(text, "\n");
		logged = text[n] == '\0' ? NULL : log_take_line(ctx, text, n);
		if (logged != NULL)
			list_add(ctx, &searches, logged);
		else if (++*torn <= TORN_MAX)
			run_complain("%s:%zu: incomplete log line; left out",
			    path, line);
	}
	return searches;
}

enum status
search_log_read(struct run *run, const char *name, struct list *searches,
    size_t *torn)
{
	char *path = log_path(run, name);
	struct buf text = { .data = NULL };
	struct err err = ERR_INIT;
	enum file_found found = path == NULL ? FILE_UNREADABLE :
	    file_read_whole(run, path, LOG_MAX, &text, &err);

	if (found == FILE_MISSING)
		run_complain("no log named %s; 'strigil log' lists them",
		    name);
	else if (found == FILE_UNREADABLE && path != NULL)
		(void)run_fail(&err);
	if (found != FILE_READ)
		return found == FILE_MISSING ? STATUS_NOTHING : STATUS_ERROR;
	*searches = log_take_lines(run, path, buf_string(&text), torn);
	return STATUS_FOUND;
}

struct list
search_log_names(struct run *run, struct err *err)
{
	char *directory = log_directory(run);
	struct list names = { .at = NULL };
	DIR *open = directory == NULL ? NULL : opendir(directory);
	const struct dirent *entry;
	size_t n;

	if (open != NULL)
		errno = 0;
	while (open != NULL && (entry = readdir(open)) != NULL) {
		n = strlen(entry->d_name);
		if (n > strlen(SUFFIX) && *entry->d_name != '.' &&
		    text_same(entry->d_name + n - strlen(SUFFIX), SUFFIX))
			list_add(run, &names, mem_text_n(run, entry->d_name,
			    n - strlen(SUFFIX)));
		errno = 0;
	}
	if (directory != NULL && errno != 0 && errno != ENOENT)
		(void)err_system(err, "cannot read %s", directory);
	if (open != NULL)
		(void)closedir(open);
	if (names.count > 1)
		qsort(names.at, names.count, sizeof(*names.at), text_order);
	return names;
}

/* Appends a line to the current content of the file. */
static bool
log_append(struct run *run, const char *path, const char *line,
    struct err *err)
{
	void *scratch = mem_context(NULL);
	struct buf text = { .data = NULL };
	struct file_writer *writer = !file_make_directory(log_directory(run),
	    err) ? NULL : file_begin(run, path, MODE, err);
	bool ok = false;

	if (writer != NULL && file_read_whole(scratch, path, LOG_MAX, &text,
	    err) == FILE_UNREADABLE) {
		file_abandon(writer);
	} else if (writer != NULL) {
		/* Keeps an incomplete last line, separate from the new line. */
		if (text.len > 0 && text.data[text.len - 1] != '\n')
			buf_text(scratch, &text, "\t\n");
		buf_text(scratch, &text, line);
		ok = file_commit(writer, buf_string(&text), text.len, err);
	}
	mem_free(scratch);
	return ok;
}

/* Whether this run has already logged a search; records it if not. */
static bool
is_logged(struct run *run, struct library *library, enum rectype target,
    const char *query)
{
	void *scratch = mem_context(NULL);
	const char *key = mem_format(scratch, "%s %s %s %s",
	    run->settings->log, library_checksum(library, scratch),
	    rectype_name(target), query);
	bool is = list_holds(&run->logged, key);

	if (!is)
		list_add(run, &run->logged, mem_text(run, key));
	mem_free(scratch);
	return is;
}

char *
search_log_add(struct run *run, struct library *library, enum rectype target,
    const char *query)
{
	struct err err = ERR_INIT;
	void *scratch;
	char *path, *line, *problem = NULL;

	if (run->settings->log == NULL || run->settings->restricted ||
	    run_has_failed(run) || run->statuses_problem != NULL ||
	    is_logged(run, library, target, query))
		return NULL;
	path = log_path(run, run->settings->log);
	if (path == NULL) {
		run->settings->log = NULL;
		return NULL;
	}
	scratch = mem_context(NULL);
	line = log_line(scratch, search_log_make(scratch, library, target,
	    query));
	if (library_ok(library, &err) && !log_append(run, path, line, &err)) {
		run->unlogged = true;
		problem = mem_text(run, err.text);
	}
	mem_free(scratch);
	return problem;
}

void
search_log_of_command(struct run *run, struct library *library,
    enum rectype target, const char *query)
{
	const char *problem = search_log_add(run, library, target, query);

	if (problem != NULL)
		run_complain("%s", problem);
}
