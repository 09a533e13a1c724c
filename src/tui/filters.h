/* Filters: the parts of a query that name a field. */
#ifndef TUI_FILTERS_H
#define TUI_FILTERS_H

#include "tui/state.h"

/* The n-th from 1, as it is written, owned by `ctx`; NULL: there are fewer. */
char		*filters_nth(const struct app *app, const void *ctx, size_t n);

/* Takes the n-th ("last": the last), the last, or all out of the query. */
unsigned	 filters_widen(struct app *app, const char *n);
unsigned	 filters_widen_last(struct app *app);
unsigned	 filters_widen_all(struct app *app);

/* Adds the value selected among facets, and stays there; adds any. */
unsigned	 filters_choose(struct app *app);
unsigned	 filters_add(struct app *app, const char *text);

#endif
