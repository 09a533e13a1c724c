/*
 * The session: the user's position as one line of text: "works" or "claims",
 * the order (after "-" if reversed), the selected row and the top row, the
 * address; then the selected addresses, and "@" with the name of the list used
 * last.
 */
#include "tui/app.h"
#include "tui/history.h"
#include "tui/search_line.h"

#include "base/text.h"

#include <stdio.h>

/* Addresses contain no spaces, so a space ends each. */
static char *
session_selection(const struct app *app, const void *ctx)
{
	const struct list *selected = selection_list(app->selection);
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < selected->count; i++)
		buf_format(ctx, &out, " %s", (const char *)list_at(selected,
		    i));
	if (app->list != NULL)
		buf_format(ctx, &out, " @%s", app->list);
	return mem_text(ctx, buf_string(&out));
}

/* Restores the selection, without records that no longer exist. */
static void
restore_selection(struct app *app, const char *rest)
{
	struct address address;
	void *scratch = mem_context(NULL);
	char *word;
	size_t n;

	for (; *rest != '\0'; rest += n) {
		rest += strspn(rest, " ");
		n = strcspn(rest, " ");
		word = mem_text_n(scratch, rest, n);
		if (*word == '@') {
			mem_free(app->list);
			app->list = mem_text(app, word + 1);
		} else if (n > 0 && library_resolve(app->library, scratch,
		    word, &address) && address.page == PAGE_RECORD) {
			selection_set(app->selection, word, true);
		}
	}
	mem_free(scratch);
}

const char *
app_searched(const struct app *app, enum rectype *target)
{
	const struct entry *now = list_at(&app->history, app->at);

	if (app->prompt != NULL || app->page != NULL || now->address.page !=
	    PAGE_SEARCH)
		return NULL;
	*target = now->how.target;
	return now->address.query;
}

char *
app_session(struct app *app, const void *ctx)
{
	const struct entry *now;

	history_remember(app);
	now = app_here(app);
	/* A text that the user traced is not saved. */
	if (now->address.page == PAGE_TRACE)
		return mem_text(ctx, "");
	return mem_format(ctx, "%s %s%s %zu %zu %s%s", now->how.target ==
	    RECTYPE_CLAIM ? "claims" : "works", now->how.reversed ? "-" : "",
	    now->how.order == ORDER_COUNT ?
	    "fitting" : order_name(now->how.order), now->selected,
	    now->top, address_print(ctx, &now->address),
	    session_selection(app, ctx));
}

bool
app_restore(struct app *app, const char *session)
{
	char target[8], order[16];
	struct address address;
	struct entry *to;
	char *page;
	size_t selected, top;
	int n = 0;
	bool ok;

	if (sscanf(session, "%7s %15s %9zu %9zu %n", target, order,
	    &selected, &top, &n) < 4 || n == 0)
		return false;
	page = mem_text_n(app, session + n, strcspn(session + n, " "));
	restore_selection(app, session + n + strlen(page));
	if (!library_resolve(app->library, app, page, &address) ||
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
	if (!ok)
		return false;
	search_line_close(app);
	app->resuming = false;
	(void)history_go(app, to);
	if (app->page == NULL && !app->options.linear)
		search_line_begin(app);
	return true;
}
