/* Help: the keys valid in a mode, made from the tables of actions. */
#ifndef UI_HELP_H
#define UI_HELP_H

#include "page/doc.h"
#include "ui/action.h"

/* A page of keys for a mode and the search line, owned by `ctx`. */
struct doc	*help_keys(const void *ctx, enum mode mode);

/* The most useful keys of a mode in one line, owned by `ctx`. */
char	*help_hints(const void *ctx, enum mode mode);

#endif
