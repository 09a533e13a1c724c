/*
 * The session: where the user is, as one line of text: "works" or "claims",
 * the order ("-" before it: reversed), the selected row and the topmost one, the
 * address.
 */
#include "tui/app.h"
#include "tui/history.h"
#include "tui/search_line.h"

#include "base/text.h"

#include <stdio.h>

char *
app_session(struct app *app, const void *ctx)
{
	const struct entry *now;

	history_remember(app);
	now = app_here(app);
	/* A text of the user's own is kept by no file of ours. */
	if (now->address.page == PAGE_TRACE)
		return mem_text(ctx, "");
	return mem_format(ctx, "%s %s%s %zu %zu %s", now->how.target ==
	    RECTYPE_CLAIM ? "claims" : "works", now->how.reversed ? "-" : "",
	    now->how.order == ORDER_COUNT ?
	    "fitting" : order_name(now->how.order), now->selected,
	    now->top, address_print(ctx, &now->address));
}

bool
app_restore(struct app *app, const char *session)
{
	char target[8], order[16];
	struct address address;
	struct entry *to;
	size_t selected, top;
	int n = 0;
	bool ok;

	if (sscanf(session, "%7s %15s %9zu %9zu %n", target, order,
	    &selected, &top, &n) < 4 || n == 0)
		return false;
	if (!library_resolve(app->library, app, session + n, &address) ||
	    address.page == PAGE_HELP)
		return false;
	to = history_entry_new(app, &address);
	to->how.target = text_same(target, "claims") ? RECTYPE_CLAIM : RECTYPE_WORK;
	to->how.reversed = *order == '-';
	to->how.order = order_find(order + to->how.reversed);
	to->selected = selected;
	to->top = top;
	ok = address.page == PAGE_SEARCH ? *address.query != '\0' ||
	    selected > 0 : true;
	if (ok) {
		search_line_close(app);
		(void)history_go(app, to);
	}
	return ok;
}
