/*
 * The status of a work, as a note that other programs keep and that our readers
 * (import/status_words.c) understand: "Retraction in: J. 2021;9:99.  PMID: 1".
 */
#ifndef EXPORT_STATUS_H
#define EXPORT_STATUS_H

#include "record/work.h"

/* The note for a notice, owned by `ctx`. */
char	*status_note(const void *ctx, const struct notice *notice);

/*
 * The known details of the other publication: "J. 2021;9:99. doi: 10.9/n. PMID:
 * 1. Date: 2021-02-03."; NULL if there are none.
 */
char	*status_details(const void *ctx, const struct notice *notice);

/* The MEDLINE tag for a kind of notice ("RIN"), or NULL. */
const char	*status_tag(const char *kind);

#endif
