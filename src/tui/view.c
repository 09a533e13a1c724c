/* Views: their common code. */
#include "tui/view.h"

#include <assert.h>

enum { COUNT_MAX = 1000000 };

long
view_step(enum action action, size_t rows, size_t count)
{
	long page = rows < 2 ? 1 : (long)rows - 1;
	long n = count == 0 ? 1 : count > COUNT_MAX ? COUNT_MAX : (long)count;

	assert(action < ACTION_COUNT);
	switch (action) {
	case ACTION_MOVE_DOWN:
		return n;
	case ACTION_MOVE_UP:
		return -n;
	case ACTION_HALF_DOWN:
		return n * ((page + 1) / 2);
	case ACTION_HALF_UP:
		return -n * ((page + 1) / 2);
	case ACTION_PAGE_DOWN:
		return n * page;
	case ACTION_PAGE_UP:
		return -n * page;
	default:
		return 0;
	}
}
