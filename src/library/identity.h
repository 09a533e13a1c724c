/*
 * Identity: one work is one record, in however many files it is.
 *
 * Works are the same that share DOI and PMID, or one of them and the title;
 * or, where neither has an identifier, a volume or a page against it, title,
 * year and first author.  This holds for sources of all kinds: exports of
 * databases and bibliographies, in whatever order they are read.  Of the records
 * of a work the one leads of which more was judged (appraised, findings, level;
 * imported ones last), else the one that came first; the others add what it lacks.
 * The same DOI with another PMID, or with another title, is a conflict: both are
 * kept, and both are named.  Within one bibliography the same DOI twice is an
 * error (index/whole.c).
 */
#ifndef LIBRARY_IDENTITY_H
#define LIBRARY_IDENTITY_H

#include "base/diag.h"
#include "record/work.h"

struct found;
struct naming;
struct store;

enum identity {
	IDENTITY_NEW,		/* added as a new work */
	IDENTITY_MERGED,	/* merged with an existing work */
	IDENTITY_LEADS,		/* the same; it speaks for both */
	IDENTITY_TAKEN		/* left out: a curated id is used twice */
};

struct identity_request {
	struct store		*store;
	struct naming		*merged;	/* naming_new(): what to rename */
	const char		*bibliography;	/* at hand, or NULL */
	const char		*id;		/* of the work there */
	bool			 apart;		/* it is beside others */
	struct diag_sink	*sink;
	struct diag_sink	*remarks;	/* on what others have, too */
};

/*
 * Adds a work to the store, or merges it with the same work there.  Findings go
 * to the sinks as warnings; for IDENTITY_TAKEN *first is where the id was first
 * used.
 */
enum identity	 identity_add(const struct identity_request *request,
		    struct found *found, struct place *first);

/* The reason why they may be different works, or NULL; static. */
const char	*identity_conflict(const struct work *a,
		    const struct work *b);

/* Whether they share an identifier, not only title, year and author. */
bool	 identity_is_shared(const struct work *a, const struct work *b);

#endif
