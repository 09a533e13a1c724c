/* The terms of a bibliography, with the works and claims on each. */
#ifndef EXPORT_TERMS_H
#define EXPORT_TERMS_H

#include <jansson.h>

#include "library/library.h"

/*
 * Returns { "format-version", "terms": [ { "id", "facet", "label", "synonyms",
 * "works", "claims", "people", "animals", "cells", "broader" } ] }: the rows of
 * the page of terms, in its order; `facet` NULL means all.  Works and claims
 * are those on the term or a narrower one; people, animals and cells are works
 * by population studied.  The caller owns it: json_decref().
 */
json_t	*terms_json(struct library *library, const char *facet,
	    const char *query);

#endif
