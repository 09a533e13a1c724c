/* Memory: what was typed, and where the user was, from run to run. */
#include "cli/saved_state.h"

#include "base/text.h"
#include "library/state.h"

/* Where it is kept, or NULL: nothing is. */
static char *
state_directory(struct run *run)
{
	return run->settings->restricted ? NULL : run_home(run,
	    "XDG_STATE_HOME", ".local/state");
}

/* A line of the file: "/" or ":", and what was typed behind it. */
static void
take_lines(const char *text, struct lines *searches, struct lines *typed)
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
	char *directory = state_directory(run);

	settings->searches = lines_new(settings, (size_t)run->history);
	settings->commands = lines_new(settings, (size_t)run->history);
	if (directory != NULL && run->history > 0)
		take_lines(state_load(run, directory, "history"),
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

/* Another run may have written meanwhile: what is new here goes behind. */
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
	char *directory = state_directory(run);
	struct lines *searches, *typed;
	struct buf out = { .data = NULL };
	struct err err = ERR_INIT;

	if (directory == NULL || run->history == 0 ||
	    lines_fresh(settings->searches) +
	    lines_fresh(settings->commands) == 0)
		return;
	searches = lines_new(run, (size_t)run->history);
	typed = lines_new(run, (size_t)run->history);
	take_lines(state_load(run, directory, "history"), searches, typed);
	add_fresh(searches, settings->searches);
	add_fresh(typed, settings->commands);
	put_lines(run, &out, '/', searches);
	put_lines(run, &out, ':', typed);
	if (!state_save(directory, "history", buf_string(&out), &err) &&
	    !run->quiet)
		(void)run_fail(&err);
}

/* A line of the file: the digit, a blank, and the query. */
void
saved_recall_searches(struct run *run)
{
	struct settings *settings = run->settings;
	char *directory = state_directory(run), *text;
	const char *at, *end;
	size_t n;

	text = directory == NULL ? mem_text(run, "") : state_load(run,
	    directory, "searches");
	for (at = text; *at != '\0'; at = *end == '\0' ? end : end + 1) {
		end = at + strcspn(at, "\n");
		if (*at < '0' || *at > '9' || at[1] != ' ')
			continue;
		n = (size_t)(*at - '0');
		mem_free(settings->saved[n]);
		settings->saved[n] = text_clean(settings, at + 2, (size_t)(end
		    - at) - 2);
	}
}

void
saved_keep_searches(struct run *run)
{
	const struct settings *settings = run->settings;
	char *directory = state_directory(run);
	struct buf out = { .data = NULL };
	struct err err = ERR_INIT;
	size_t i;

	if (directory == NULL || !settings->saved_changed)
		return;
	for (i = 0; i < SAVED_SEARCHES; i++)
		if (settings->saved[i] != NULL)
			buf_format(run, &out, "%zu %s\n", i,
			    settings->saved[i]);
	if (!state_save(directory, "searches", buf_string(&out), &err) &&
	    !run->quiet)
		(void)run_fail(&err);
}

/* What was read: a place means nothing in another bibliography. */
static char *
bibliography(struct run *run)
{
	struct list paths = { .at = NULL };
	struct buf out = { .data = NULL };
	size_t i;

	if (!run_paths(run, &paths))
		return mem_text(run, "");
	for (i = 0; i < paths.count; i++)
		buf_format(run, &out, "%s%s", i > 0 ? " " : "",
		    (const char *)paths.at[i]);
	return text_clean(run, buf_string(&out), out.len);
}

void
saved_recall_place(struct run *run, struct app *app)
{
	char *directory = state_directory(run), *text, *end;

	if (directory == NULL || run->no_session || run->fresh)
		return;
	text = state_load(run, directory, "session");
	end = strchr(text, '\n');
	if (end == NULL)
		return;
	*end = '\0';
	if (text_same(text, bibliography(run)) && app_restore(app,
	    text_clean(run, end + 1, strlen(end + 1))))
		app_tell(app, "Where you left; --fresh begins anew.");
}

void
saved_keep_place(struct run *run, struct app *app)
{
	char *directory = state_directory(run);
	struct err err = ERR_INIT;

	if (directory == NULL || run->no_session)
		return;
	if (!state_save(directory, "session", mem_format(run, "%s\n%s\n",
	    bibliography(run), app_session(app, run)), &err) && !run->quiet)
		(void)run_fail(&err);
}
