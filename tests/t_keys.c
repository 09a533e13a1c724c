/* The tables of keys and actions: no key twice, every action bound. */
#include "support.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "ui/action.h"
#include "ui/help.h"
#include "ui/key.h"

static void
test_no_key_is_bound_twice_in_a_mode(void **state)
{
	size_t i, j;

	(void)state;
	for (i = 0; i < bindings_count; i++)
		for (j = i + 1; j < bindings_count; j++)
			if (bindings[i].mode == bindings[j].mode &&
			    bindings[i].key == bindings[j].key)
				fail_msg("%s and %s have one key in the %s",
				    action_name(bindings[i].action),
				    action_name(bindings[j].action),
				    mode_name(bindings[i].mode));
}

static void
test_every_action_is_bound_named_and_explained(void **state)
{
	enum action action;
	size_t i;
	bool bound;
	int n;

	(void)state;
	for (n = ACTION_NONE + 1; n < ACTION_COUNT; n++) {
		action = (enum action)n;
		bound = false;
		for (i = 0; i < bindings_count; i++)
			bound |= bindings[i].action == action;
		if (!bound)
			fail_msg("no key leads to %s", action_name(action));
		assert_true(*action_name(action) != '\0');
		assert_true(*action_help(action) != '\0');
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
		name = key_text(ctx, bindings[i].key);
		assert_int_equal(key_parse(&name), bindings[i].key);
		assert_int_equal(*name, '\0');
	}
	mem_free(ctx);
}

/* The keys everyone tries (ui-conventions of the field) are not taken away. */
static void
test_help_and_leaving_are_everywhere(void **state)
{
	(void)state;
	assert_int_equal(action_for(MODE_LIST, '?'), ACTION_HELP);
	assert_int_equal(action_for(MODE_TEXT, '?'), ACTION_HELP);
	assert_int_equal(action_for(MODE_LIST, 'q'), ACTION_CLOSE);
	assert_int_equal(action_for(MODE_TEXT, 'q'), ACTION_CLOSE);
	assert_int_equal(action_for(MODE_PROMPT, K_ESCAPE), ACTION_CANCEL);
	assert_int_equal(action_for(MODE_PROMPT, K_CTRL('c')),
	    ACTION_CANCEL);
}

static void
test_hints_name_keys_that_are_bound(void **state)
{
	void *ctx = mem_context(NULL);
	int mode;

	(void)state;
	for (mode = 0; mode < MODE_COUNT; mode++)
		assert_true(text_width(help_hints(ctx, (enum mode)mode)) <=
		    78);
	mem_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_key_is_bound_twice_in_a_mode),
		cmocka_unit_test(
		    test_every_action_is_bound_named_and_explained),
		cmocka_unit_test(test_names_of_keys_are_read_back),
		cmocka_unit_test(test_help_and_leaving_are_everywhere),
		cmocka_unit_test(test_hints_name_keys_that_are_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
