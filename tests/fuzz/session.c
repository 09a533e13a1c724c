/*
 * Whatever is in the files of state, a session begins, and what it keeps is
 * read back as it was.
 */
#include "fuzz.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/run.h"
#include "cli/saved_state.h"
#include "support.h"

static char *directory;

static struct run *
new_run(void)
{
	struct run *run = mem_room(NULL, sizeof(struct run), 1 << 18);

	run->settings = settings_new(run);
	run->history = 50;
	run->quiet = true;
	return run;
}

static void
set_up(void)
{
	directory = mem_format(NULL, "%s/strigil", scratch_directory());
	(void)setenv("XDG_STATE_HOME", scratch_directory(), 1);
}

static void
write_state(const char *name, const uint8_t *bytes, size_t n)
{
	void *ctx = mem_context(NULL);
	struct err err = ERR_INIT;
	FILE *file;

	HOLD(file_make_directory(directory, &err));
	file = fopen(mem_format(ctx, "%s/%s", directory, name), "we");
	HOLD(file != NULL);
	HOLD(fwrite(bytes, 1, n, file) == n);
	HOLD(fclose(file) == 0);
	mem_free(ctx);
}

/* The place of a session, as the program keeps it, and any other line. */
static void
try_place(const uint8_t *bytes, size_t n, unsigned pick)
{
	struct run *run = new_run();
	const struct app_options options = { .rows = 1 + pick % 50,
	    .columns = 1 + pick % 130, .settings = run->settings };
	struct app *app = app_new(run, fuzz_library(), "", &options);
	char *session, *again;

	if (!app_restore(app, text_clean(run, (const char *)bytes, n))) {
		mem_free(run);
		return;
	}
	(void)app_draw(app);
	session = app_session(app, run);
	fuzz_hold_clean(session);
	if (app_restore(app, session)) {
		(void)app_draw(app);
		again = app_session(app, run);
		HOLD(text_same(session, again));
	}
	mem_free(run);
}

static char *
lines_text(const void *ctx, const struct lines *lines)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < lines_count(lines); i++) {
		fuzz_hold_clean(lines_at(lines, i));
		buf_format(ctx, &out, "%s\n", lines_at(lines, i));
	}
	return mem_text(ctx, buf_string(&out));
}

/* Whether a file has its first bytes still, as one with lines of others keeps. */
static bool
is_left(const char *name, const uint8_t *bytes, size_t n)
{
	void *ctx = mem_context(NULL);
	char *got = mem_bytes(ctx, n + 1);
	FILE *file = fopen(mem_format(ctx, "%s/%s", directory, name), "re");
	bool left;

	HOLD(file != NULL);
	left = fread(got, 1, n + 1, file) == n && memcmp(got, bytes, n) == 0;
	HOLD(fclose(file) == 0);
	mem_free(ctx);
	return left;
}

/*
 * Lines that were typed: kept once more, they are the same, unless the file has
 * others and is left as it is.
 */
static void
try_lines(const uint8_t *bytes, size_t n)
{
	struct run *run = new_run(), *next = new_run();

	write_state("history", bytes, n);
	saved_recall_lines(run);
	lines_add(run->settings->searches, "the newest");
	saved_keep_lines(run);
	saved_recall_lines(next);
	if (!is_left("history", bytes, n)) {
		HOLD(text_same(lines_text(run, run->settings->searches),
		    lines_text(next, next->settings->searches)));
		HOLD(text_same(lines_text(run, run->settings->commands),
		    lines_text(next, next->settings->commands)));
	}
	mem_free(run);
	mem_free(next);
}

static void
try_searches(const uint8_t *bytes, size_t n)
{
	struct run *run = new_run(), *next = new_run();
	const char *was, *is;
	size_t i;

	write_state("searches", bytes, n);
	saved_recall_searches(run);
	run->settings->saved_changed = 1;
	saved_keep_searches(run);
	saved_recall_searches(next);
	for (i = 0; i < SAVED_SEARCHES; i++) {
		was = run->settings->saved[i];
		is = next->settings->saved[i];
		HOLD((was == NULL) == (is == NULL));
		HOLD(was == NULL || text_same(was, is));
	}
	mem_free(run);
	mem_free(next);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	(void)fuzz_library();
	if (directory == NULL)
		set_up();
	if (n == 0)
		return 0;
	switch (*bytes) {
	case '/':
	case ':':
		try_lines(bytes, n);
		break;
	case '0': case '1': case '2': case '3': case '4':
	case '5': case '6': case '7': case '8': case '9':
		try_searches(bytes, n);
		break;
	default:
		try_place(bytes, n, (unsigned)n);
	}
	return 0;
}
