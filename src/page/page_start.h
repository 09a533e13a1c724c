/* Where to begin: what a bibliography is, and the ways into it. */
#ifndef PAGE_PAGE_START_H
#define PAGE_PAGE_START_H

#include "page/doc.h"
#include "library/library.h"

/* Owned by `ctx`. */
struct doc	*page_start(const void *ctx, struct library *library);

#endif
