/*
 * Inserts elements into a bibliography that its user edits by hand.  The
 * existing content stays unchanged, byte for byte.
 */
#ifndef CLI_SPLICE_H
#define CLI_SPLICE_H

#include "base/diag.h"

struct splice;

/*
 * Opens the file at `path` for insertions, and locks it against other strigil
 * processes; a new file starts with the text `head`.  Owned by `ctx`; freeing
 * it leaves the file unchanged.  NULL with *err set if the file is not
 * suitable: packed, not UTF-8, or with namespace prefixes.
 */
struct splice	*splice_open(const void *ctx, const char *path,
		    const char *head, struct err *err) MUST_CHECK;

/* Inserts elements at the end of the work that starts at `where`. */
bool	 splice_into(struct splice *splice, struct place where,
	    const char *elements);

/* Inserts records at the end of the bibliography. */
void	 splice_append(struct splice *splice, const char *records);

/*
 * Writes the new content.  Refuses if that would add errors (they go to the
 * sink), or if the file has changed meanwhile.
 */
bool	 splice_commit(struct splice *splice, struct diag_sink *sink,
	    struct err *err) MUST_CHECK;

#endif
