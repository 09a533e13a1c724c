/*
 * Designs that can be searched for: those of the format and those that the
 * bibliographies declare, as one code list.
 */
#ifndef SEARCH_DESIGN_H
#define SEARCH_DESIGN_H

#include "record/codelist.h"
#include "search/open.h"
#include "search/planner.h"

/*
 * The declared designs, then those of the format that none of them renames.
 * Owned by `ctx`.
 */
struct codelist	*design_list(const void *ctx, struct searcher *se);

/*
 * What finds the designs that a text means: the one with this id, label or
 * sign, or else all with the text among the words of their labels.  *meaning
 * is set to their labels; NULL when there is none.
 */
struct expr	*design_plan(struct planner *pl, const char *text,
		    const char **meaning);

#endif
