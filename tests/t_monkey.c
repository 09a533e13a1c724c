/*
 * A monkey at the keyboard: whatever keys are pressed, in windows of any size,
 * the browser keeps working.  The keys are the same in every run.
 */
#include "support.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "tui/app.h"

enum { KEYS = 6000, RUNS = 3 };

static struct library *library;

struct monkey {
	void			*ctx;
	struct app		*app;
	struct app_options	 options;
	unsigned long		 random;
};

/* The generator of the POSIX example, which is good enough here. */
static unsigned
roll(struct monkey *monkey, unsigned faces)
{
	monkey->random = monkey->random * 1103515245UL + 12345UL;
	return (unsigned)(monkey->random >> 16) % faces;
}

static bool
has_key(void *user)
{
	return roll(user, 50) == 0;
}

static const char *const lines[] = { "pain", "heel pain", "level:1..2",
    "design:rct", "(a OR", "\"", "-", "wang 2021", "10.1186/s12998-016-0096-9",
    "手", "e\xCC\x81", "sort year", "theme mono", "open term/pain",
    "open map?rows=region&columns=outcome", "filter design rct", "widen 1",
    "look hit bold", "12", "$", "q!x", "find pain", "bind all z quit",
    "save 3", "bookmark a", "export x.ris", "copy doi", "expand",
    "narrow knee", "nothing", "a.md" };

/* Presses one key, or types a line after a key. */
static unsigned
press(struct monkey *monkey)
{
	const struct binding *row = &bindings[roll(monkey,
	    (unsigned)bindings_count)];
	unsigned effects = EFFECT_NONE, key;
	const char *s;

	switch (roll(monkey, 12)) {
	case 0:
		for (s = lines[roll(monkey, sizeof(lines) /
		    sizeof(lines[0]))]; (key = key_parse(&s)) != K_NONE;)
			effects |= app_key(monkey->app, key);
		return effects;
	case 1:
		return app_key(monkey->app, ' ' + roll(monkey, 95));
	case 2:
		return app_key(monkey->app, roll(monkey, 8) == 0 ?
		    K_PASTE_START : K_PASTE_END);
	case 3:
		return app_click(monkey->app, roll(monkey, 60), roll(monkey,
		    200));
	default:
		effects = app_key(monkey->app, row->key == K_NONE ? K_ENTER :
		    row->key);
		if (row->then != K_NONE && row->then != K_LETTER)
			effects |= app_key(monkey->app, row->then);
		return effects;
	}
}

static void
begin(struct monkey *monkey)
{
	mem_free(monkey->ctx);
	monkey->ctx = mem_context(NULL);
	monkey->options.settings = settings_new(monkey->ctx);
	monkey->options.settings->slow = roll(monkey, 4) == 0;
	monkey->app = app_new(monkey->ctx, library, roll(monkey, 2) ? "" :
	    "gua sha", &monkey->options);
}

static void
resize(struct monkey *monkey)
{
	monkey->options.rows = 1 + roll(monkey, roll(monkey, 3) ? 30 : 80);
	monkey->options.columns = 1 + roll(monkey, roll(monkey, 3) ? 90 :
	    240);
	(void)app_resize(monkey->app, monkey->options.rows,
	    monkey->options.columns);
}

/* The drawing has the size of the window, and the cursor is inside. */
static void
look(struct monkey *monkey)
{
	const struct surface *surface = app_draw(monkey->app);
	struct list links = { .at = NULL };
	void *scratch = mem_context(NULL);

	assert_int_equal(surface->rows, monkey->options.rows);
	assert_int_equal(surface->columns, monkey->options.columns);
	assert_true(surface->cursor_row < surface->rows);
	assert_true(surface->cursor_column < surface->columns);
	if (roll(monkey, 40) == 0)
		assert_non_null(app_linear(monkey->app, scratch, &links));
	mem_free(scratch);
}

static void
play(unsigned seed)
{
	struct monkey monkey = { .random = seed, .options = { .rows = 24,
	    .columns = 80, .has_key = has_key } };
	unsigned effects;
	char *session;
	int i;

	monkey.options.user = &monkey;
	begin(&monkey);
	for (i = 0; i < KEYS / RUNS; i++) {
		effects = press(&monkey);
		if ((effects & EFFECT_RELOAD) != 0)
			(void)app_reload(monkey.app, library);
		if (roll(&monkey, 30) == 0)
			resize(&monkey);
		if ((effects & EFFECT_DRAW) != 0)
			look(&monkey);
		if ((effects & EFFECT_QUIT) == 0)
			continue;
		session = mem_text(NULL, app_session(monkey.app, monkey.ctx));
		begin(&monkey);
		(void)app_restore(monkey.app, session);
		mem_free(session);
	}
	mem_free(monkey.ctx);
}

static void
test_any_keys_in_any_window(void **state)
{
	unsigned seed;

	(void)state;
	for (seed = 1; seed <= RUNS; seed++)
		play(seed);
}

static bool
shows(struct app *app, const char *text)
{
	char *screen = surface_dump(NULL, app_draw(app));
	bool found = strstr(screen, text) != NULL;

	mem_free(screen);
	return found;
}

/* The start page is made if no position is restored, and on the way back. */
static void
test_resumes_or_starts(void **state)
{
	static const char start[] = "Type words, a sentence";
	void *ctx = mem_context(NULL);
	const struct app_options options = { .rows = 24, .columns = 80,
	    .settings = settings_new(ctx) };
	struct app *app = app_new(ctx, library, NULL, &options);

	(void)state;
	assert_true(app_restore(app, "works fitting 0 0 search?q=hamstring"));
	app_start(app);
	assert_true(shows(app, "amstring"));
	assert_false(shows(app, start));
	(void)app_key(app, K_ESCAPE);
	(void)app_key(app, K_LEFT);
	assert_true(shows(app, start));
	app = app_new(ctx, library, NULL, &options);
	assert_false(app_restore(app, "works fitting 0 0 work/none"));
	app_start(app);
	assert_true(shows(app, start));
	mem_free(ctx);
}

static bool
has_key_if(void *user)
{
	const bool *busy = user;

	return *busy;
}

/*
 * Types or deletes one letter, interrupted; then presses a key that changes
 * nothing.
 */
static char *
type_interrupted(const void *ctx, struct app *app, bool *busy, bool longer)
{
	*busy = true;
	(void)app_key(app, longer ? 'n' : K_BACKSPACE);
	*busy = false;
	/* To be interrupted is no failure to tell. */
	assert_null(strstr(surface_dump(ctx, app_draw(app)), "interrupted"));
	(void)app_key(app, K_END);
	return surface_dump(ctx, app_draw(app));
}

enum { INTERRUPTIONS = 1500 };

/*
 * Wherever a key interrupts, no count is left incomplete.  (SQLite asks whether
 * a key is waiting after a number of steps, counted over all statements; it
 * takes many runs to interrupt everywhere.)
 */
static void
test_interrupted_anywhere(void **state)
{
	void *ctx = mem_context(NULL), *scratch = mem_context(ctx);
	bool busy = false;
	struct app_options options = { .rows = 24, .columns = 80,
	    .settings = settings_new(ctx), .has_key = has_key_if,
	    .user = &busy };
	struct app *app = app_new(ctx, library, "", &options);
	const char *s, *want[2];
	size_t blocks = 0;
	int i;

	(void)state;
	for (s = "/pain in huma"; *s != '\0'; s++)
		(void)app_key(app, (unsigned char)*s);
	want[0] = surface_dump(ctx, app_draw(app));
	(void)app_key(app, 'n');
	want[1] = surface_dump(ctx, app_draw(app));
	for (i = 0; i < INTERRUPTIONS; i++) {
		assert_string_equal(type_interrupted(scratch, app, &busy,
		    i % 2 == 1), want[i % 2]);
		mem_free(scratch);
		scratch = mem_context(ctx);
		if (i == INTERRUPTIONS / 2 - 1)
			blocks = talloc_total_blocks(library) +
			    talloc_total_blocks(app);
	}
	/* No memory is kept after a key, and no index is opened again. */
	assert_int_equal(blocks, talloc_total_blocks(library) +
	    talloc_total_blocks(app));
	mem_free(ctx);
}

/*
 * No refusal is silent: whatever the command and wherever it is given, the
 * screen changes, at least by a message, or the program acts.
 */

enum {
	DOES = EFFECT_QUIT | EFFECT_SUSPEND | EFFECT_REPAINT | EFFECT_REQUEST |
	    EFFECT_RELOAD | EFFECT_LINEAR | EFFECT_SWITCH
};

/* One screen of each kind. */
static const struct {
	const char	*address;
	enum mode	 mode;
} places[] = {
	{ "graston", MODE_LIST },
	{ "zzzz qqqq", MODE_LIST },
	{ "work/crothers-2016", MODE_TEXT },
	{ "term/pain", MODE_TEXT },
	{ "claim/stem-cells-002", MODE_TEXT },
	{ "topic/tennis-elbow", MODE_TEXT },
	{ "list/start-here", MODE_TEXT },
	{ "map?q=graston", MODE_MAP },
	{ "plot?q=graston", MODE_TEXT },
	{ "practice?q=", MODE_TEXT },
	{ "pico?q=", MODE_TEXT },
	{ "facets?q=graston", MODE_TEXT },
	{ "terms?q=", MODE_TEXT },
};

struct visit {
	void		*ctx;
	struct app	*app;
	const char	*address;
	char		*before;	/* the screen */
};

static char *
screen_of(const void *ctx, struct app *app)
{
	const struct surface *surface = app_draw(app);

	return mem_format(ctx, "%s%s%zu,%zu", surface_dump(ctx, surface),
	    surface_dump_roles(ctx, surface), surface->cursor_row,
	    surface->cursor_column);
}

/* Whether Esc led back to the previous screen. */
static bool
is_there(struct visit *visit)
{
	void *scratch = mem_context(NULL);
	bool there;

	(void)app_key(visit->app, K_ESCAPE);
	there = strcmp(screen_of(scratch, visit->app), visit->before) == 0;
	mem_free(scratch);
	return there;
}

static void
go_there(struct visit *visit)
{
	struct app_options options = { .rows = 24, .columns = 80 };

	mem_free(visit->ctx);
	visit->ctx = mem_context(NULL);
	options.settings = settings_new(visit->ctx);
	visit->app = app_new(visit->ctx, library, visit->address, &options);
	assert_non_null(visit->app);
	(void)app_key(visit->app, K_ESCAPE);
	visit->before = screen_of(visit->ctx, visit->app);
}

/* Runs a command, and fails if nothing shows that it was typed. */
static void
expect_answer(struct visit *visit, const char *name, const char *argument)
{
	unsigned effects = EFFECT_NONE, key;
	const char *s;

	if (visit->app == NULL || !is_there(visit))
		go_there(visit);
	s = mem_format(visit->ctx, ":%s%s<Enter>", name, argument);
	while ((key = key_parse(&s)) != K_NONE)
		effects |= app_key(visit->app, key);
	if ((effects & DOES) == 0 && strcmp(screen_of(visit->ctx, visit->app),
	    visit->before) == 0)
		fail_msg("%s: silence after :%s%s", visit->address, name,
		    argument);
}

/* Whether an action may leave the position unchanged. */
static bool
is_step(enum action action)
{
	return action == ACTION_CANCEL || action == ACTION_NEXT_LINK ||
	    action == ACTION_PREVIOUS_LINK || action == ACTION_NEXT_HIT ||
	    (action >= ACTION_MOVE_DOWN && action <= ACTION_LAST) ||
	    (action >= ACTION_CELL_DOWN && action <= ACTION_CELL_RIGHT);
}

static void
test_no_command_is_refused_in_silence(void **state)
{
	struct visit visit;
	enum action action;
	size_t i;
	int n;

	(void)state;
	for (i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		visit = (struct visit){ .address = places[i].address };
		for (n = ACTION_NONE + 1; n < ACTION_COUNT; n++) {
			action = (enum action)n;
			/*
			 * On other screens all are refused with the same
			 * message.
			 */
			if (i > 0 && !action_is_valid(places[i].mode, action))
				continue;
			if (!is_step(action))
				expect_answer(&visit, action_name(action), "");
			expect_answer(&visit, action_name(action), " zzzz 3");
		}
		mem_free(visit.ctx);
	}
}

/* A longer run on demand: MONKEY=SEED plays from that seed on. */
static void
test_more_on_demand(void **state)
{
	const char *text = getenv("MONKEY");
	unsigned seed = text == NULL ? 0 : (unsigned)strtoul(text, NULL, 10);
	int i;

	(void)state;
	for (i = 0; text != NULL && i < 100; i++) {
		(void)fprintf(stderr, "# seed %u\n", seed);
		play(seed++);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_any_keys_in_any_window),
		cmocka_unit_test(test_resumes_or_starts),
		cmocka_unit_test(test_interrupted_anywhere),
		cmocka_unit_test(test_no_command_is_refused_in_silence),
		cmocka_unit_test(test_more_on_demand),
	};
	void *ctx = mem_context(NULL);
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	library = open_library(ctx, NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
