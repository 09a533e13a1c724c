/* Citations among the words of a query: names with a year, citation keys. */
#ifndef SEARCH_INTERPRET_CITATION_H
#define SEARCH_INTERPRET_CITATION_H

#include "search/interpret_part.h"

bool	 interpret_is_year(const char *text, long *year);

/*
 * "Teapot 2021", "teapot2021": names and a year that match some work; several
 * in a row are alternatives ("Teapot 2021; Kettle 2019").
 */
size_t	 interpret_citation(struct planner *pl, const struct word_run *run,
	    size_t from);

#endif
