/*
 * The tables of keys and actions: no key is bound twice, every action is bound.
 */
#include "support.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "tui/help.h"
#include "tui/key.h"
#include "tui/lines.h"

/*
 * Two rows clash if their keys are the same, or if one starts the other's
 * chain.
 */
static bool
clash(const struct binding *a, const struct binding *b)
{
	return (a->modes & b->modes) != 0 && a->key == b->key && a->key != K_NONE &&
	    (a->then == b->then || a->then == K_NONE || b->then == K_NONE);
}

static void
test_no_key_is_bound_twice_in_a_mode(void **state)
{
	size_t i, j;

	(void)state;
	for (i = 0; i < bindings_count; i++)
		for (j = i + 1; j < bindings_count; j++)
			if (clash(&bindings[i], &bindings[j]))
				fail_msg("%s and %s share a key in a mode",
				    action_name(bindings[i].action),
				    action_name(bindings[j].action));
}

/* A row without a key marks an action that deliberately has none. */
static void
test_every_action_is_bound_or_marked_unbound(void **state)
{
	enum action action;
	size_t i;
	bool known;
	int n;

	(void)state;
	for (n = ACTION_NONE + 1; n < ACTION_COUNT; n++) {
		action = (enum action)n;
		known = false;
		for (i = 0; i < bindings_count; i++)
			known |= bindings[i].action == action;
		if (!known)
			fail_msg("no key leads to %s", action_name(action));
		assert_true(*action_name(action) != '\0');
		assert_true(*action_help(action) != '\0');
		assert_int_equal(action_find(action_name(action),
		    strlen(action_name(action))), action);
	}
}

/*
 * A row whose action needs an argument has one; a row without a key has none.
 */
static void
test_arguments_stand_where_they_are_needed(void **state)
{
	const char *argument;
	size_t i;

	(void)state;
	for (i = 0; i < bindings_count; i++) {
		argument = action_argument(bindings[i].action);
		if (bindings[i].key != K_NONE && *argument != '\0' &&
		    *argument != '[' && bindings[i].then != K_LETTER)
			assert_non_null(bindings[i].argument);
		if (bindings[i].key == K_NONE || *argument == '\0')
			assert_null(bindings[i].argument);
	}
}

static void
test_names_of_keys_are_read_back(void **state)
{
	void *ctx = mem_context(NULL);
	const char *name;
	size_t i;

	(void)state;
	for (i = 0; i < bindings_count; i++) {
		if (bindings[i].key == K_NONE)
			continue;
		name = binding_keys(ctx, &bindings[i]);
		assert_int_equal(key_parse(&name), bindings[i].key);
		assert_int_equal(key_parse(&name), bindings[i].then);
		assert_int_equal(*name, '\0');
	}
	mem_free(ctx);
}

static enum action
action_for(const struct keymap *keymap, enum mode mode, unsigned key)
{
	const struct binding *row = keymap_find(keymap, mode, key, K_NONE);

	return row == NULL ? ACTION_NONE : row->action;
}

/* The keys that everyone tries (see ui-conventions) keep their meaning. */
static void
test_keys_that_everyone_knows(void **state)
{
	static const struct {
		enum mode	mode;
		unsigned	key;
		enum action	action;
	} known[] = {
		{ MODE_LIST, 'j', ACTION_MOVE_DOWN },
		{ MODE_LIST, 'k', ACTION_MOVE_UP },
		{ MODE_LIST, 'g', ACTION_FIRST },
		{ MODE_LIST, 'G', ACTION_LAST },
		{ MODE_LIST, ' ', ACTION_MARK },
		{ MODE_TEXT, ' ', ACTION_PAGE_DOWN },
		{ MODE_LIST, '/', ACTION_SEARCH },
		{ MODE_LIST, '?', ACTION_HELP },
		{ MODE_TEXT, '?', ACTION_FIND_BACK },
		{ MODE_TEXT, '/', ACTION_FIND },
		{ MODE_TEXT, 'H', ACTION_HELP },
		{ MODE_TEXT, K_F1, ACTION_HELP },
		{ MODE_LIST, K_F1, ACTION_HELP },
		{ MODE_TEXT, 'd', ACTION_HALF_DOWN },
		{ MODE_TEXT, 'u', ACTION_HALF_UP },
		{ MODE_LIST, 'n', ACTION_NEXT_HIT },
		{ MODE_LIST, ':', ACTION_COMMAND },
		{ MODE_TEXT, ':', ACTION_COMMAND },
		{ MODE_TEXT, 'n', ACTION_NEXT_HIT },
		{ MODE_LIST, 'q', ACTION_CLOSE },
		{ MODE_TEXT, 'q', ACTION_CLOSE },
		{ MODE_LIST, 'Q', ACTION_QUIT },
		{ MODE_TEXT, 'Q', ACTION_QUIT },
		{ MODE_LIST, K_ESCAPE, ACTION_CANCEL },
		{ MODE_TEXT, K_ESCAPE, ACTION_CANCEL },
		{ MODE_LIST, '!', ACTION_NONE },
		{ MODE_TEXT, '!', ACTION_NONE },
		{ MODE_LIST, K_F5, ACTION_RELOAD },
		{ MODE_PROMPT, K_ESCAPE, ACTION_CANCEL },
		{ MODE_PROMPT, K_CTRL('c'), ACTION_CANCEL },
		{ MODE_PROMPT, K_UP, ACTION_OLDER },
	};
	struct keymap *keymap = keymap_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		assert_int_equal(action_for(keymap, known[i].mode,
		    known[i].key), known[i].action);
	mem_free(keymap);
}

/*
 * Function keys, and keys that are hard to type on other layouts, are never the
 * only ones.
 */
static bool
is_easy(unsigned key)
{
	static const char hidden[] = "[]{}@\\~";

	return key != K_F1 && key != K_F5 && key != K_CTRL('b') && key != K_CTRL('a') &&
	    (key > 0x7E || strchr(hidden, (int)key) == NULL);
}

static bool
has_easy_key(enum mode mode, enum action action)
{
	bool bound = false;
	size_t i;

	for (i = 0; i < bindings_count; i++) {
		if (!binding_is_in(&bindings[i], mode) ||
		    bindings[i].action != action || bindings[i].key == K_NONE)
			continue;
		if (is_easy(bindings[i].key))
			return true;
		bound = true;
	}
	return !bound;
}

static void
test_no_action_needs_a_key_that_some_lack(void **state)
{
	int mode, action;

	(void)state;
	for (mode = 0; mode < MODE_COUNT; mode++)
		for (action = 1; action < ACTION_COUNT; action++)
			if (!has_easy_key((enum mode)mode,
			    (enum action)action))
				fail_msg("%s %s", action_name(
				    (enum action)action), mode_where(
				    (enum mode)mode));
}

static void
test_hints_name_keys_that_are_bound(void **state)
{
	void *ctx = mem_context(NULL);
	const struct hint_words words = { .close = "back", .other = "claims",
	    .above = "link", .accept = "search" };
	struct keymap *keymap = keymap_new(ctx);
	size_t width;
	char *hints;
	int mode;

	(void)state;
	for (mode = 0; mode < MODE_COUNT; mode++)
		for (width = 10; width < 100; width++) {
			hints = help_hints(ctx, keymap, (enum mode)mode,
			    &words, width);
			assert_true(text_width(hints) <= width);
			if (mode == MODE_PROMPT || width < 38)
				continue;
			assert_non_null(strstr(hints, " help"));
			assert_non_null(strstr(hints, "Tab "));
			assert_non_null(strstr(hints, "q back"));
		}
	mem_free(ctx);
}

/* Binding keys. */

static void
expect_bind(struct keymap *keymap, const char *text, const char *wrong)
{
	struct err err = ERR_INIT;
	bool ok = keymap_bind(keymap, text, &err);

	if (ok != (wrong == NULL) || (wrong != NULL && strstr(err.text,
	    wrong) == NULL))
		fail_msg("bind %s: %s", text, ok ? "taken" : err.text);
}

static void
test_binding_replaces_and_help_follows(void **state)
{
	void *ctx = mem_context(NULL);
	struct keymap *keymap = keymap_new(ctx);
	const struct binding *row;
	struct err err = ERR_INIT;

	(void)state;
	expect_bind(keymap, "list x sort year", NULL);
	row = keymap_find(keymap, MODE_LIST, 'x', K_NONE);
	assert_int_equal(row->action, ACTION_SORT);
	assert_string_equal(row->argument, "year");
	expect_bind(keymap, "all <C-x> quit", NULL);
	assert_int_equal(action_for(keymap, MODE_TEXT, K_CTRL('x')),
	    ACTION_QUIT);
	assert_int_equal(action_for(keymap, MODE_LIST, K_CTRL('x')),
	    ACTION_QUIT);
	/*
	 * A single key ends the chain that it started, and the other way round.
	 */
	expect_bind(keymap, "list y map", NULL);
	assert_false(keymap_is_chain(keymap, MODE_LIST, 'y'));
	assert_true(keymap_is_chain(keymap, MODE_TEXT, 'y'));
	expect_bind(keymap, "list gg first", NULL);
	assert_int_equal(action_for(keymap, MODE_LIST, 'g'), ACTION_NONE);
	assert_string_equal(keymap_keys(keymap, ctx, MODE_LIST, ACTION_FIRST,
	    NULL), "<Home> gg");
	/* An action without a key is still a command. */
	assert_true(keymap_unbind(keymap, "list f", &err));
	assert_null(keymap_keys(keymap, ctx, MODE_LIST, ACTION_FACETS,
	    NULL));
	assert_true(action_is_valid(MODE_LIST, ACTION_FACETS));
	assert_false(keymap_unbind(keymap, "list f", &err));
	mem_free(ctx);
}

static void
test_wrong_bindings_are_told_and_change_nothing(void **state)
{
	void *ctx = mem_context(NULL);
	struct keymap *keymap = keymap_new(ctx);
	size_t rows = keymap_count(keymap);

	(void)state;
	expect_bind(keymap, "", "invalid view");
	expect_bind(keymap, "tree x quit", "invalid view 'tree'");
	expect_bind(keymap, "list", "invalid key");
	expect_bind(keymap, "list xyz quit", "invalid key");
	expect_bind(keymap, "list x fly", "unknown command 'fly'");
	expect_bind(keymap, "list x", "unknown command");
	expect_bind(keymap, "list x erase", "no erase in the results");
	expect_bind(keymap, "line x mark", "no mark in the search line");
	assert_int_equal(keymap_count(keymap), rows);
	mem_free(ctx);
}

static void
test_lines_are_kept_without_doubles_up_to_a_number(void **state)
{
	struct lines *lines = lines_new(NULL, 3);

	(void)state;
	lines_add(lines, "a");
	lines_add(lines, "b");
	lines_settle(lines);
	lines_add(lines, "");
	lines_add(lines, "a");
	assert_int_equal(lines_count(lines), 2);
	assert_string_equal(lines_at(lines, 1), "a");
	assert_int_equal(lines_fresh(lines), 1);
	lines_add(lines, "c");
	lines_add(lines, "d");
	assert_int_equal(lines_count(lines), 3);
	assert_string_equal(lines_at(lines, 0), "a");
	mem_free(lines);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_key_is_bound_twice_in_a_mode),
		cmocka_unit_test(test_every_action_is_bound_or_marked_unbound),
		cmocka_unit_test(test_arguments_stand_where_they_are_needed),
		cmocka_unit_test(test_names_of_keys_are_read_back),
		cmocka_unit_test(test_keys_that_everyone_knows),
		cmocka_unit_test(test_no_action_needs_a_key_that_some_lack),
		cmocka_unit_test(test_hints_name_keys_that_are_bound),
		cmocka_unit_test(test_binding_replaces_and_help_follows),
		cmocka_unit_test(
		    test_wrong_bindings_are_told_and_change_nothing),
		cmocka_unit_test(
		    test_lines_are_kept_without_doubles_up_to_a_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
