/* Filters: the fields in a query. */
#ifndef TUI_FILTERS_H
#define TUI_FILTERS_H

#include "tui/state.h"

/* The n-th filter from 1, as typed, owned by `ctx`; NULL if there are fewer. */
char		*filters_nth(const struct app *app, const void *ctx, size_t n);

/* Remove the n-th filter ("last": the last), the last, or all. */
unsigned	 filters_widen(struct app *app, const char *n);
unsigned	 filters_widen_last(struct app *app);
unsigned	 filters_widen_all(struct app *app);

/* Add the value selected on the facets and stay there; add any value. */
unsigned	 filters_choose(struct app *app);
unsigned	 filters_add(struct app *app, const char *text);

#endif
