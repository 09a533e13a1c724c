/*
 * Saved state: typed lines and the last position, between runs.
 *
 * Each file is locked and read again before it is written, so that parallel
 * sessions keep each other's data.  A file that cannot be read is reported and
 * never replaced.
 */
#include "cli/saved_state.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/text.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/paths.h"
#include "library/sources.h"
#include "page/changes.h"
#include "record/value.h"

char *
saved_directory(struct run *run)
{
	return run->settings->restricted ? NULL : run_home(run,
	    "XDG_STATE_HOME", ".local/state");
}

bool
saved_is_first(struct run *run)
{
	char *directory = saved_directory(run);

	return directory != NULL && access(directory, F_OK) != 0;
}

enum { BYTES_MAX = 1 << 20 };

/* The text of a state file, owned by the run; "" if there is none. */
static char *
recall_state(struct run *run, const char *directory, const char *name)
{
	struct err err = ERR_INIT;
	char *text;

	if (file_read_newest(run, mem_format(run, "%s/%s", directory, name),
	    BYTES_MAX, &text, &err) == FILE_UNREADABLE && !run->quiet)
		(void)run_fail(&err);
	return text;
}

/* A state file being written, and its old content. */
struct update {
	struct file_writer	*writer;
	char			*old;
};

/* Whether a line of a state file is one that we write. */
typedef bool (*is_ours_fn)(const char *line);

static bool
is_typed_line(const char *line)
{
	return *line == '/' || *line == ':';
}

static bool
is_saved_search(const char *line)
{
	return *line >= '0' && *line <= '9' && line[1] == ' ';
}

/* Whether all lines but blank ones are ours; others would be lost. */
static bool
lines_are_ours(const char *path, const char *text, is_ours_fn is_ours,
    struct err *err)
{
	for (; *text != '\0'; text += *text == '\n') {
		if (*text != '\n' && *text != '\r' && !is_ours(text))
			return err_set(err, ERR_SYSTEM, "cannot write %s: it "
			    "has lines that strigil did not write; correct "
			    "or remove the file", path);
		text += strcspn(text, "\n");
	}
	return true;
}

/*
 * False, after complaining, if it cannot be read or written, or if a line of it
 * is not ours; `is_ours` may be NULL.
 */
static bool
update_begin(struct run *run, const char *directory, const char *name,
    is_ours_fn is_ours, struct update *update)
{
	char *path = mem_format(run, "%s/%s", directory, name);
	struct err err = ERR_INIT;

	update->writer = !file_make_directory(directory, &err) ? NULL :
	    file_begin(run, path, 0600, &err);
	if (update->writer != NULL && (file_read_newest(run, path, BYTES_MAX,
	    &update->old, &err) == FILE_UNREADABLE || (is_ours != NULL &&
	    !lines_are_ours(path, update->old, is_ours, &err)))) {
		file_abandon(update->writer);
		update->writer = NULL;
	}
	if (update->writer == NULL && !run->quiet)
		(void)run_fail(&err);
	return update->writer != NULL;
}

static void
update_end(struct run *run, struct update *update, const struct buf *text)
{
	struct err err = ERR_INIT;

	if (!file_commit(update->writer, buf_string(text), text->len, &err) &&
	    !run->quiet)
		(void)run_fail(&err);
}

/* Reads the lines of the file: "/" or ":", then the typed text. */
static void
saved_take_lines(const char *text, struct lines *searches, struct lines *typed)
{
	void *scratch = mem_context(NULL);
	const char *end;
	char *line;

	for (; *text != '\0'; text = *end == '\0' ? end : end + 1) {
		end = text + strcspn(text, "\n");
		line = text_clean(scratch, text, (size_t)(end - text));
		if (*line == '/')
			lines_add(searches, line + 1);
		else if (*line == ':')
			lines_add(typed, line + 1);
	}
	mem_free(scratch);
}

void
saved_recall_lines(struct run *run)
{
	struct settings *settings = run->settings;
	char *directory = saved_directory(run);

	settings->searches = lines_new(settings, (size_t)run->history);
	settings->commands = lines_new(settings, (size_t)run->history);
	if (directory != NULL && run->history > 0)
		saved_take_lines(recall_state(run, directory, "history"),
		    settings->searches, settings->commands);
	lines_settle(settings->searches);
	lines_settle(settings->commands);
}

static void
put_lines(const void *ctx, struct buf *out, char sign,
    const struct lines *lines)
{
	size_t i;

	for (i = 0; i < lines_count(lines); i++)
		buf_format(ctx, out, "%c%s\n", sign, lines_at(lines, i));
}

/*
 * Appends the lines of this run to the file, which another run may have written
 * meanwhile.
 */
static void
add_fresh(struct lines *to, const struct lines *from)
{
	size_t count = lines_count(from), i;

	for (i = count - lines_fresh(from); i < count; i++)
		lines_add(to, lines_at(from, i));
}

void
saved_keep_lines(struct run *run)
{
	const struct settings *settings = run->settings;
	char *directory = saved_directory(run);
	struct lines *searches, *typed;
	struct buf out = { .data = NULL };
	struct update update;

	if (directory == NULL || run->history == 0 ||
	    lines_fresh(settings->searches) +
	    lines_fresh(settings->commands) == 0 ||
	    !update_begin(run, directory, "history", is_typed_line,
	    &update))
		return;
	searches = lines_new(run, (size_t)run->history);
	typed = lines_new(run, (size_t)run->history);
	saved_take_lines(update.old, searches, typed);
	add_fresh(searches, settings->searches);
	add_fresh(typed, settings->commands);
	put_lines(run, &out, '/', searches);
	put_lines(run, &out, ':', typed);
	update_end(run, &update, &out);
}

/*
 * Reads lines of a digit, a space and a query; leaves the searches in the set
 * `keep` unchanged.
 */
static void
take_searches(struct settings *settings, const char *text, unsigned keep)
{
	const char *at, *end;
	size_t n;

	for (at = text; *at != '\0'; at = *end == '\0' ? end : end + 1) {
		end = at + strcspn(at, "\n");
		if (!is_saved_search(at))
			continue;
		n = (size_t)(*at - '0');
		if ((keep & 1u << n) != 0)
			continue;
		mem_free(settings->saved[n]);
		settings->saved[n] = text_clean(settings, at + 2, (size_t)(end
		    - at) - 2);
	}
}

void
saved_recall_searches(struct run *run)
{
	char *directory = saved_directory(run);

	if (directory != NULL)
		take_searches(run->settings, recall_state(run, directory,
		    "searches"), 0);
}

void
saved_keep_searches(struct run *run)
{
	struct settings *settings = run->settings;
	char *directory = saved_directory(run);
	struct buf out = { .data = NULL };
	struct update update;
	size_t i;

	if (directory == NULL || settings->saved_changed == 0 ||
	    !update_begin(run, directory, "searches", is_saved_search,
	    &update))
		return;
	take_searches(settings, update.old, settings->saved_changed);
	for (i = 0; i < SAVED_SEARCHES; i++)
		if (settings->saved[i] != NULL)
			buf_format(run, &out, "%zu %s\n", i,
			    settings->saved[i]);
	update_end(run, &update, &out);
}

/* Names the open bibliographies: a saved position applies only to them. */
static char *
bibliography(struct run *run)
{
	struct list paths = { .at = NULL };
	struct buf out = { .data = NULL };
	size_t i;

	if (!paths_of_run(run, &paths))
		return mem_text(run, "");
	for (i = 0; i < paths.count; i++)
		buf_format(run, &out, "%s%s", i > 0 ? " " : "",
		    (const char *)list_at(&paths, i));
	return text_clean(run, buf_string(&out), out.len);
}

void
saved_recall_place(struct run *run, struct app *app)
{
	char *directory = saved_directory(run), *text, *end;

	if (directory == NULL || run->no_session || run->fresh)
		return;
	text = recall_state(run, directory, "session");
	end = strchr(text, '\n');
	if (end == NULL)
		return;
	*end = '\0';
	if (text_same(text, bibliography(run)) && app_restore(app,
	    text_clean(run, end + 1, strlen(end + 1))))
		app_tell(app, "Resumed your last session (--fresh to start over).");
}

void
saved_keep_place(struct run *run, struct app *app)
{
	char *directory = saved_directory(run);
	struct buf out = { .data = NULL };
	struct update update;

	if (directory == NULL || run->no_session || !update_begin(run,
	    directory, "session", NULL, &update))
		return;
	buf_format(run, &out, "%s\n%s\n", bibliography(run),
	    app_session(app, run));
	update_end(run, &update, &out);
}

/* The state last seen, one file per bibliography. */

enum { SEEN_MAX = 1 << 26 };

/*
 * The file with that state; NULL if none is saved. Its name depends on the
 * folder, as other folders may have files of the same name.
 */
static char *
saved_seen_path(struct run *run, const void *ctx)
{
	char *directory = run->no_session ? NULL : saved_directory(run), *real;
	struct list paths = { .at = NULL };
	struct buf names = { .data = NULL };
	size_t i;

	if (directory == NULL || !paths_of_run(run, &paths))
		return NULL;
	for (i = 0; i < paths.count; i++) {
		real = realpath(list_at(&paths, i), NULL);
		buf_format(ctx, &names, "%s\n", real == NULL ? (const char *)
		    list_at(&paths, i) : real);
		free(real);
	}
	return mem_format(ctx, "%s/seen/%016" PRIx64, directory,
	    (uint64_t)XXH3_64bits(names.data, names.len));
}

static char *
read_seen(struct run *run, const void *ctx)
{
	char *path = saved_seen_path(run, ctx);
	struct buf text = { .data = NULL };
	struct err err = ERR_INIT;

	if (path == NULL || file_read_whole(ctx, path, SEEN_MAX, &text,
	    &err) != FILE_READ)
		return NULL;
	return text.len == 0 ? mem_text(ctx, "") : text.data;
}

char *
saved_recall_seen(void *user, const void *ctx)
{
	struct run *run = user;

	run->looked = true;
	return read_seen(run, ctx);
}

/* A stamp of the files, sixteen letters; NULL if they cannot be listed. */
static char *
seen_stamp(struct run *run, const void *ctx)
{
	struct list paths = { .at = NULL };
	char *files;

	if (!paths_of_run(run, &paths))
		return NULL;
	files = sources_snapshot(ctx, (const char *const *)paths.at,
	    paths.count);
	return *files == '\0' ? NULL : mem_format(ctx, "%016" PRIx64,
	    (uint64_t)XXH3_64bits(files, strlen(files)));
}

/* Whether the files had this stamp when the user last saw them. */
static bool
seen_is(struct run *run, const void *ctx, const char *stamp)
{
	char *text = read_seen(run, ctx);

	return text != NULL && snapshot_has_stamp(text, stamp);
}

void
saved_keep_seen(struct run *run, struct library *library)
{
	void *scratch = mem_context(run);
	char *path = saved_seen_path(run, scratch), *directory = saved_directory(
	    run), *stamp = seen_stamp(run, scratch), *text;
	struct err err = ERR_INIT;
	bool unseen = run->changes > 0 && !run->looked;
	struct snapshot *now;

	run->changes = 0;
	run->looked = false;
	if (path != NULL && stamp != NULL && !unseen &&
	    !seen_is(run, scratch, stamp) && snapshot_fits(library)) {
		now = snapshot_take(scratch, library);
		now->stamp = stamp;
		now->date = value_today(scratch);
		if (now->date == NULL)
			now->date = "unknown";
		text = snapshot_print(scratch, now);
		if (library_ok(library, &err) && (!file_make_directory(
		    mem_format(scratch, "%s/seen", directory), &err) ||
		    !file_replace(path, 0600, text, strlen(text), &err)) &&
		    !run->quiet)
			(void)run_fail(&err);
	}
	mem_free(scratch);
}

size_t
saved_count_new(struct run *run, struct library *library)
{
	void *scratch = mem_context(run);
	char *text = read_seen(run, scratch);
	const struct snapshot *old = text == NULL || snapshot_has_stamp(text,
	    seen_stamp(run, scratch)) || !snapshot_fits(library) ? NULL :
	    snapshot_read(scratch, text);
	size_t count = old == NULL ? 0 : changes_between(scratch, old,
	    snapshot_take(scratch, library)).count;

	mem_free(scratch);
	run->changes = count;
	return count;
}
