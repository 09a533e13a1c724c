/* Belts: pieces come in order, however many and large, and nothing is lost. */
#include "support.h"

#include "base/belt.h"

struct load {
	size_t	count;
	size_t	bytes;		/* of each piece */
	size_t	put;
};

static void
put_all(void *user, struct belt *belt)
{
	struct load *load = user;
	size_t *piece;

	for (load->put = 0; load->put < load->count; load->put++) {
		piece = mem_zero(NULL, load->bytes, 1);
		*piece = load->put;
		if (!belt_put(belt, piece))
			break;
	}
}

/* Takes so many; how many came. */
static size_t
take(struct belt *belt, size_t most)
{
	size_t *piece, n;

	for (n = 0; n < most && (piece = belt_take(belt)) != NULL; n++) {
		assert_int_equal(*piece, n);
		mem_free(piece);
	}
	return n;
}

static void
test_belt_carries_all_in_order(void **state)
{
	static const size_t loads[][2] = { { 0, 8 }, { 1, 8 }, { 127, 8 },
	    { 100000, 8 }, { 40, 3 << 20 }, { 3, 20 << 20 } };
	struct err err = ERR_INIT;
	struct belt *belt;
	struct load load;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(loads) / sizeof(loads[0]); i++) {
		load = (struct load){ loads[i][0], loads[i][1], 0 };
		belt = belt_new(NULL, put_all, &load, &err);
		assert_non_null(belt);
		assert_int_equal(take(belt, SIZE_MAX), load.count);
		assert_null(belt_take(belt));
		belt_free(belt);
	}
}

/* What is large makes the other thread wait: it is never far ahead. */
static void
test_belt_ends_when_nobody_takes_any_more(void **state)
{
	static const size_t loads[][3] = { { 100000, 8, 300 },
	    { 100, 3 << 20, 3 }, { 100, 20 << 20, 1 } };
	struct err err = ERR_INIT;
	struct belt *belt;
	struct load load;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(loads) / sizeof(loads[0]); i++) {
		load = (struct load){ loads[i][0], loads[i][1], 0 };
		belt = belt_new(NULL, put_all, &load, &err);
		assert_non_null(belt);
		assert_int_equal(take(belt, 2), 2);
		belt_free(belt);
		assert_in_range(load.put, 2, 2 + loads[i][2]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_belt_carries_all_in_order),
		cmocka_unit_test(test_belt_ends_when_nobody_takes_any_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
