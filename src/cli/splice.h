/*
 * Splicing: elements are put into a bibliography that its user writes by hand;
 * all that is there stays, byte for byte.
 */
#ifndef CLI_SPLICE_H
#define CLI_SPLICE_H

#include "base/diag.h"

struct splice;

/*
 * Opens the file at `path` to be added to, and keeps other processes of
 * strigil from writing it; where there is none, it will begin with `head`.
 * Owned by `ctx`; freeing it leaves the file as it was.  NULL with *err set
 * when it is not such a file: packed, not UTF-8, or with prefixes.
 */
struct splice	*splice_open(const void *ctx, const char *path,
		    const char *head, struct err *err) MUST_CHECK;

/* Puts elements at the end of the work that begins at `where`. */
bool	 splice_into(struct splice *splice, struct place where,
	    const char *elements);

/* Puts records at the end of the bibliography. */
void	 splice_append(struct splice *splice, const char *records);

/*
 * Replaces the file by what it becomes.  Refuses when that has more errors
 * than before (they go to the sink), or when somebody changed the file
 * meanwhile.
 */
bool	 splice_commit(struct splice *splice, struct diag_sink *sink,
	    struct err *err) MUST_CHECK;

#endif
