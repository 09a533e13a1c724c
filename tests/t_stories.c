/*
 * Stories: keys in, screens out, without a terminal.
 *
 * tests/stories/NAME.keys is what a user does, a command a line:
 *
 *	size ROWSxCOLUMNS	of the screen, at first and later
 *	ascii			no characters beyond ASCII
 *	set SETTING		slow, restricted or no-hints
 *	start QUERY		begin with this search or address
 *	keys KEYS		press them, as named in ui/key.h
 *	busy			from now on a further key always waits
 *	idle			... no longer
 *	screen WORDS		note the screen
 *	styles WORDS		note the roles of its cells
 *	quit			the last key must have asked to quit
 *
 * and NAME.screen what the user sees.  With UPDATE=1 in the environment the
 * screens are written instead of compared: read them before committing.
 */
#include "support.h"

#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "ui/app.h"

static struct library *library;

struct story {
	void			*ctx;
	struct app		*app;
	struct app_options	 options;
	unsigned		 effects;
	struct buf		 out;
	bool			 busy;
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

static void
note_screen(struct story *story, const char *words, bool styles)
{
	const struct surface *surface = app_draw(story->app);

	buf_format(story->ctx, &story->out, "== %s (cursor %zu,%zu)\n%s",
	    words, surface->cursor_row, surface->cursor_column, styles ?
	    surface_dump_roles(story->ctx, surface) :
	    surface_dump(story->ctx, surface));
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
	else if (text_same(name, "start"))
		story->app = app_new(story->ctx, library, rest,
		    &story->options);
	else if (text_same(name, "busy") || text_same(name, "idle"))
		story->busy = text_same(name, "busy");
	else if (text_same(name, "keys"))
		press(story, rest);
	else if (text_same(name, "screen"))
		note_screen(story, rest, false);
	else if (text_same(name, "styles"))
		note_screen(story, rest, true);
	else if (text_same(name, "quit"))
		assert_true((story->effects & EFFECT_QUIT) != 0);
	else
		fail_msg("no such command: %s", name);
}

static void
play(struct story *story, const char *script)
{
	char *line, *blank;

	while ((line = next_line(story->ctx, &script)) != NULL) {
		if (*line == '#' || *line == '\0')
			continue;
		blank = strchr(line, ' ');
		if (blank != NULL)
			*blank++ = '\0';
		do_command(story, line, blank == NULL ? "" : blank);
	}
}

/* The first line that differs, for the message. */
static void
compare(const char *name, const char *got, const char *want)
{
	void *ctx = mem_context(NULL);
	char *a = NULL, *b = NULL;
	size_t line = 0;

	do {
		a = next_line(ctx, &got);
		b = next_line(ctx, &want);
		line++;
	} while (a != NULL && b != NULL && strcmp(a, b) == 0);
	if (a != NULL || b != NULL)
		fail_msg("%s.screen:%zu\n  got:  %s\n  want: %s", name, line,
		    a == NULL ? "(end)" : a, b == NULL ? "(end)" : b);
	mem_free(ctx);
}

static void
write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

static void
test_story(void **state)
{
	const char *name = *state;
	struct story story = { .ctx = mem_context(NULL) };
	char *keys = source_path(story.ctx, mem_format(story.ctx,
	    "tests/stories/%s.keys", name));
	char *screen = source_path(story.ctx, mem_format(story.ctx,
	    "tests/stories/%s.screen", name));
	char *script = file_text(story.ctx, keys), *want;

	assert_non_null(script);
	story.options.rows = 24;
	story.options.columns = 80;
	story.options.settings = settings_new(story.ctx);
	story.options.has_key = has_key;
	story.options.user = &story;
	play(&story, script);
	if (getenv("UPDATE") != NULL) {
		write_file(screen, buf_string(&story.out));
	} else {
		want = file_text(story.ctx, screen);
		if (want == NULL)
			fail_msg("%s is missing; UPDATE=1 writes it", screen);
		compare(name, buf_string(&story.out), want);
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
	library = open_library(ctx, NULL);
	failed = _cmocka_run_group_tests("stories", tests, (size_t)n, NULL,
	    NULL);
	mem_free(ctx);
	return failed;
}
