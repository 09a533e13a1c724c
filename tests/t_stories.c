/*
 * Stories: keys in, screens out, without a terminal.
 *
 * tests/stories/NAME.keys is what a user does, a command a line:
 *
 *	sizes ROWSxCOLUMNS...	the whole story once for each
 *	size ROWSxCOLUMNS	of the screen, at first and later
 *	ascii			no characters beyond ASCII
 *	set SETTING		slow, restricted or no-hints
 *	bibliography NAME	read this bundled one, from the start
 *	start QUERY		begin with this search or address
 *	keys KEYS		press them, as named in tui/key.h
 *	busy			from now on a further key always waits
 *	idle			... no longer
 *	screen WORDS		note the screen
 *	quit			the last key must have asked to quit
 *
 * and NAME.screen what the user sees: the text, then the styles, as runs of
 * the letters of roles ("0-1 B80": rows 0 and 1 are 80 cells of a bar; plain
 * text at the end of a row goes without saying).  Styles that are as on the
 * screen before are left out, and so is text on screens of more than FULL_ROWS
 * rows, where rows have numbers.
 * With UPDATE=1 in the environment the screens are written instead of
 * compared: read them before committing.  With PLAY=NAME the screens of one
 * story are printed, whatever they are.
 */
#include "support.h"

#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "library/notebook.h"
#include "tui/app.h"

enum { FULL_ROWS = 24 };

static void *everything;	/* owns everything until the end */
static struct library *library;

/* The content of a screen, row by row (char *). */
struct layers {
	struct list	text;
	struct list	styles;
};

struct story {
	void			*ctx;
	struct app		*app;
	struct app_options	 options;
	unsigned		 effects;
	struct buf		 out;
	struct layers		 before;	/* of the last screen noted */
	bool			 busy;
	bool			 plays;		/* print only; compare
						   nothing */
};

static bool
has_key(void *user)
{
	const struct story *story = user;

	return story->busy;
}

static void
take_size(struct story *story, const char *text)
{
	unsigned rows, columns;

	assert_int_equal(sscanf(text, "%ux%u", &rows, &columns), 2);
	story->options.rows = rows;
	story->options.columns = columns;
	story->before = (struct layers){ .text = { .at = NULL } };
	if (story->app != NULL)
		(void)app_resize(story->app, rows, columns);
}

static void
take_setting(struct settings *settings, const char *name)
{
	settings->slow |= text_same(name, "slow");
	settings->restricted |= text_same(name, "restricted");
	settings->no_hints |= text_same(name, "no-hints");
}

static void
press(struct story *story, const char *keys)
{
	unsigned key;

	while ((key = key_parse(&keys)) != K_NONE)
		story->effects = app_key(story->app, key);
}

/* A row of letters as runs: "B12 .3 T8"; omits plain ones at the end. */
static char *
runs_of(const void *ctx, const char *letters)
{
	struct buf out = { .data = NULL };
	size_t n = strlen(letters), run;

	while (n > 0 && letters[n - 1] == '.')
		n--;
	for (; n > 0; letters += run, n -= run) {
		for (run = 1; run < n && letters[run] == *letters; run++)
			;
		buf_format(ctx, &out, " %c%zu", *letters, run);
	}
	return out.data != NULL ? out.data : mem_text(ctx, " .");
}

static struct list
rows_of(const void *ctx, const char *text, bool letters)
{
	struct list rows = { .at = NULL };
	char *row;

	while ((row = next_line(ctx, &text)) != NULL)
		list_add(ctx, &rows, letters ? runs_of(ctx, row) : row);
	return rows;
}

/* Whether a row is unchanged, or is plain and new. */
static bool
is_as_before(const struct list *before, const struct list *now, size_t i)
{
	const char *row = now->at[i];

	return i < before->count ? text_same(row, before->at[i]) :
	    *row == '\0' || text_same(row, " .");
}

/* Notes changed rows; consecutive equal rows share a line. */
static void
note_changed(struct story *story, const struct list *before,
    const struct list *now, const char *between)
{
	const char *row;
	size_t i, last;

	for (i = 0; i < now->count; i = last + 1) {
		last = i;
		if (is_as_before(before, now, i))
			continue;
		row = now->at[i];
		while (last + 1 < now->count && text_same(now->at[last + 1],
		    row) && !is_as_before(before, now, last + 1))
			last++;
		buf_format(story->ctx, &story->out, "%2zu", i);
		if (last > i)
			buf_format(story->ctx, &story->out, "-%zu", last);
		buf_format(story->ctx, &story->out, "%s%s\n", between, row);
	}
}

static void
note_text(struct story *story, const struct list *now)
{
	size_t i;

	if (now->count > FULL_ROWS)
		note_changed(story, &story->before.text, now, "|");
	for (i = 0; now->count <= FULL_ROWS && i < now->count; i++)
		buf_format(story->ctx, &story->out, "%s\n",
		    (const char *)now->at[i]);
}

static void
note_screen(struct story *story, const char *words)
{
	const struct surface *surface = app_draw(story->app);
	const struct layers now = {
		rows_of(story->ctx, surface_dump(story->ctx, surface), false),
		rows_of(story->ctx, surface_dump_roles(story->ctx, surface),
		    true)
	};

	buf_format(story->ctx, &story->out, "== %s (%zux%zu, cursor "
	    "%zu,%zu)\n", words, surface->rows, surface->columns,
	    surface->cursor_row, surface->cursor_column);
	note_text(story, &now.text);
	buf_text(story->ctx, &story->out, "== styles\n");
	note_changed(story, &story->before.styles, &now.styles, "");
	story->before = now;
}

/*
 * Starts the browser; when a story is played alone, reports a failed first
 * search.
 */
static void
begin(struct story *story, const char *query)
{
	struct err err = ERR_INIT;

	story->app = app_new(story->ctx, library, query, &story->options);
	if (story->app == NULL && story->plays) {
		if (!library_ok(library, &err))
			(void)fprintf(stderr, "%s\n", err.text);
		exit(2);
	}
	assert_non_null(story->app);
}

static void
do_command(struct story *story, const char *name, const char *rest)
{
	if (text_same(name, "size"))
		take_size(story, rest);
	else if (text_same(name, "ascii"))
		story->options.ascii = true;
	else if (text_same(name, "set"))
		take_setting(story->options.settings, rest);
	else if (text_same(name, "bibliography"))
		library = open_bundled(everything, rest);
	else if (text_same(name, "start"))
		begin(story, rest);
	else if (text_same(name, "busy") || text_same(name, "idle"))
		story->busy = text_same(name, "busy");
	else if (text_same(name, "keys"))
		press(story, rest);
	else if (text_same(name, "screen"))
		note_screen(story, rest);
	else if (text_same(name, "quit"))
		assert_true(story->plays ||
		    (story->effects & EFFECT_QUIT) != 0);
	else
		fail_msg("no such command: %s", name);
}

/* Plays the story once, in a new browser of this size (if any). */
static void
play(struct story *story, const char *script, const char *size)
{
	char *line, *blank;

	story->app = NULL;
	story->busy = false;
	library = open_bundled(everything, "iastm");
	library_attach(library, notebook_open(everything, NULL));
	story->options = (struct app_options){ .rows = 24, .columns = 80,
	    .settings = settings_new(story->ctx), .has_key = has_key,
	    .user = story };
	if (size != NULL)
		take_size(story, size);
	while ((line = next_line(story->ctx, &script)) != NULL) {
		if (*line == '#' || *line == '\0' || text_begins(line,
		    "sizes "))
			continue;
		blank = strchr(line, ' ');
		if (blank != NULL)
			*blank++ = '\0';
		do_command(story, line, blank == NULL ? "" : blank);
	}
}

/* Plays the story in each size that it names. */
static void
play_all(struct story *story, const char *script)
{
	const char *sizes = strstr(script, "\nsizes ");
	char *line, *size, *rest = NULL;

	if (sizes == NULL) {
		play(story, script, NULL);
		return;
	}
	sizes += strlen("\nsizes ");
	line = next_line(story->ctx, &sizes);
	for (size = strtok_r(line, " ", &rest); size != NULL;
	    size = strtok_r(NULL, " ", &rest))
		play(story, script, size);
}

static char *
script_of(const void *ctx, const char *name)
{
	return file_text(ctx, source_path(ctx, mem_format(ctx,
	    "tests/stories/%s.keys", name)));
}

/* Prints the screens of one story; ends the program if it cannot be opened. */
static int
play_alone(const char *name)
{
	struct story story = { .ctx = everything, .plays = true };
	char *script = script_of(story.ctx, name);

	if (script == NULL)
		return 1;
	play_all(&story, script);
	(void)fputs(buf_string(&story.out), stdout);
	return 0;
}

static void
test_story(void **state)
{
	const char *name = *state;
	struct story story = { .ctx = mem_context(NULL) };
	char *screen = source_path(story.ctx, mem_format(story.ctx,
	    "tests/stories/%s.screen", name));
	char *script = script_of(story.ctx, name), *want;

	assert_non_null(script);
	play_all(&story, script);
	if (getenv("UPDATE") != NULL) {
		write_golden(screen, buf_string(&story.out));
	} else {
		want = file_text(story.ctx, screen);
		if (want == NULL)
			fail_msg("%s is missing; UPDATE=1 writes it", screen);
		compare_screens(name, buf_string(&story.out), want);
	}
	mem_free(story.ctx);
}

static int
is_story(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot != NULL && text_same(dot, ".keys");
}

int
main(void)
{
	void *ctx = mem_context(NULL);
	struct dirent **entries = NULL;
	struct CMUnitTest *tests;
	int n, i, failed;
	char *name;

	(void)setlocale(LC_ALL, "C.UTF-8");
	everything = ctx;
	if (getenv("PLAY") != NULL)
		return play_alone(getenv("PLAY"));
	n = scandir(source_path(ctx, "tests/stories"), &entries, is_story,
	    alphasort);
	if (n <= 0) {
		(void)printf("1..0 # SKIP no stories\n");
		return 1;
	}
	tests = mem_array(ctx, struct CMUnitTest, (size_t)n);
	for (i = 0; i < n; i++) {
		name = mem_text(ctx, entries[i]->d_name);
		*strrchr(name, '.') = '\0';
		tests[i] = (struct CMUnitTest){ .name = name,
		    .test_func = test_story, .initial_state = name };
		free(entries[i]);
	}
	free(entries);
	failed = _cmocka_run_group_tests("stories", tests, (size_t)n, NULL,
	    NULL);
	mem_free(ctx);
	return failed;
}
