/*
 * Identity: one work is one record, even if several files have it.
 *
 * Two records are of the same work if they share an identifier and the title;
 * or, if neither has an identifier, and volume and pages do not differ, if they
 * share the title, year and first author (or editor, if there is no author).
 * Without a year or people they must also be on the same page of a journal or
 * book, or have the same address, ISBN, or publisher and year, and the title must
 * be more than "Editorial"; or the source gave both the same id.  A title,
 * translated or original, is the same if half of its words are, or four fifths if
 * the journal is another.  This applies to all sources, exports of databases and
 * bibliographies, in any order.
 *
 * The most thoroughly appraised record leads (appraisals, findings, level;
 * imported ones last), or else the first; of two bibliographies never one whose
 * record will be left out for a reference without a target.  The other records
 * add what the leading one lacks.  The same DOI with another PMID or title is a
 * conflict: both records are kept and reported. The same DOI twice in one
 * bibliography is an error (index/whole.c).
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
	IDENTITY_LEADS,		/* merged; the new record is the leading one */
	IDENTITY_TAKEN		/* left out: the bibliography uses the id twice */
};

struct identity_request {
	struct store		*store;
	struct naming		*merged;	/* naming_new(): the ids to
						   rename */
	const char		*bibliography;	/* current bibliography, or
						   NULL */
	const char		*id;		/* id of the new work in its
						   source */
	bool			 apart;		/* the bibliography is one of
						   several */
	bool			 dangles;	/* naming_dangles() */
	struct diag_sink	*sink;
	struct diag_sink	*remarks;	/* warnings about works that
						   other sources also have */
};

/*
 * Adds a work to the store, or merges it with the same work there.  Warnings go
 * to the sinks; for IDENTITY_TAKEN *first is where the id was first used.
 */
enum identity	 identity_add(const struct identity_request *request,
		    struct found *found, struct place *first);

/* The reason why two records may be of different works, or NULL; static. */
const char	*identity_conflict(const struct work *a,
		    const struct work *b);

/* Whether identity_conflict() has no such reason. */
bool	 identity_agrees(const struct work *a, const struct work *b);

/*
 * Whether an import reader generated the id of a work, so that nothing refers to
 * it.
 */
bool	 identity_is_made_up(const struct work *work);

/* Whether two works share an identifier, not only title, year and author. */
bool	 identity_is_shared(const struct work *a, const struct work *b);

/*
 * Removes from `work` the identifiers that it shares with `held`, and reports
 * the conflict as unresolved: within one bibliography an identifier belongs to
 * one work.
 */
void	 identity_give_up(struct work *work, const struct work *held);

#endif
