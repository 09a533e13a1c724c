/*
 * Designs for searches: the format's and the bibliographies' own, as one code
 * list.
 */
#ifndef SEARCH_DESIGN_H
#define SEARCH_DESIGN_H

#include "record/codelist.h"
#include "search/open.h"
#include "search/planner.h"

/*
 * The declared designs, then the designs of the format that were not renamed.
 * Owned by `ctx`.
 */
struct codelist	*design_list(const void *ctx, struct searcher *se);

/*
 * The expression for the designs that a text means: the design with this id,
 * label or symbol or, failing that, all designs whose labels contain its words.
 * *meaning is set to their labels; NULL if there are none.
 */
struct expr	*design_plan(struct planner *pl, const char *text,
		    const char **meaning);

#endif
