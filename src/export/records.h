/* Export: records in formats for other programs. */
#ifndef EXPORT_RECORDS_H
#define EXPORT_RECORDS_H

#include <jansson.h>

#include "library/library.h"

enum { EXPORT_FORMAT_VERSION = 1 };

/*
 * An empty answer: format-version and an empty list for each kind.  The
 * caller owns it: json_decref().
 */
json_t	*export_json(void);

/* Adds a record of a kind, with everything derived, to its list. */
void	 export_json_add(json_t *answer, enum rectype kind, const void *record);

/*
 * One line of tab-separated values, without its end, owned by `ctx`: id, level,
 * design, n, year, authors, title; id, verdict, kind, hedge, article,
 * statement.
 */
char	*export_tsv_work(const void *ctx, const struct work *work);
char	*export_tsv_claim(const void *ctx, struct library *library,
	    const struct claim *claim);

#endif
