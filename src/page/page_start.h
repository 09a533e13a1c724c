/* The first screen: what can be typed, and the ways in. */
#ifndef PAGE_PAGE_START_H
#define PAGE_PAGE_START_H

#include "page/doc.h"
#include "library/library.h"

/*
 * What is above the list of everything (`all`): examples of what can be typed,
 * from the records, and the ways in.  Owned by `ctx`.
 */
struct doc	*page_welcome(const void *ctx, struct library *library,
		    const struct result *all);

/*
 * How to read each bibliography that is open, in its own words; found is how
 * many of them say so.  Owned by `ctx`.
 */
struct doc	*page_reading(const void *ctx, struct library *library);

#endif
