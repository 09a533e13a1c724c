/*
 * Status in words that other programs keep as a note, and that our readers
 * (import/pubtype.c) understand: "Retraction in: J. 2021;9:99. PMID: 1".
 */
#ifndef EXPORT_STATUS_H
#define EXPORT_STATUS_H

#include "record/work.h"

/* The note of a notice, owned by `ctx`. */
char	*status_note(const void *ctx, const struct notice *notice);

/*
 * What is known of the other publication: "J. 2021;9:99. doi: 10.9/n. PMID: 1.
 * Date: 2021-02-03."; NULL where that is nothing.
 */
char	*status_details(const void *ctx, const struct notice *notice);

/* The tag of MEDLINE text for a kind of notice ("RIN"), or NULL. */
const char	*status_tag(const char *kind);

#endif
