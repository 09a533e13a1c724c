/*
 * Changes: compares two states of a bibliography.
 *
 * A snapshot summarises a state: for each record its name, the facts that
 * readers rely on (level, status, certainty, directions, verdict ...) and a
 * hash of the whole record.  Saved as text, it can be compared with a later
 * state.
 */
#ifndef PAGE_CHANGES_H
#define PAGE_CHANGES_H

#include <stdint.h>

#include "library/library.h"

/* A fact that readers rely on: "Level", "level 2". */
struct fact {
	const char	*what;
	const char	*value;
};

struct snapshot_entry {
	const char	*address;	/* "work/teapot-2021" */
	const char	*bibliography;	/* name of the record's bibliography, or
					   "" */
	const char	*name;
	uint64_t	 hash;		/* hash of the whole record */
	bool		 is_paired;	/* paired with an entry at another
					   address */
	struct list	 facts;		/* struct fact; each name once */
};

struct snapshot {
	const char	*title;		/* title of the bibliography */
	const char	*version;	/* or NULL */
	const char	*date;		/* date on which it was saved, or
					   NULL */
	const char	*stamp;		/* stamp of the files on that date, or
					   NULL */
	long		 left_out;	/* records left out because of errors at
					   that time */
	struct list	 entries;	/* struct snapshot_entry, by address */
};

enum change_kind { CHANGE_ADDED, CHANGE_REMOVED, CHANGE_FACTS, CHANGE_EDITED };

/* The old and new value of a fact; NULL where the record had or has none. */
struct fact_change {
	const char	*what;
	const char	*before;
	const char	*after;
};

struct change {
	enum change_kind	 kind;
	enum rectype		 type;
	const char		*address;	/* address in the newer state */
	const char		*before;	/* address in the older state,
						   if different */
	const char		*bibliography;	/* name of its bibliography, or "" */
	const char		*name;		/* name in the newer state */
	struct list		 facts;		/* struct fact_change */
	struct list		 keys;		/* JSON keys of members that
						   differ; see
						   changes_name_members() */
};

/*
 * A snapshot of a library without the user's lists and notes, owned by `ctx`;
 * check library_ok() afterwards.
 */
struct snapshot	*snapshot_take(const void *ctx, struct library *library);

/*
 * Snapshots of larger libraries are not saved: this would take seconds and
 * megabytes.
 */
enum { SNAPSHOT_MAX = 50000 };

/* Whether a library is small enough to save a snapshot. */
bool		 snapshot_fits(struct library *library);

/* The snapshot as text, with date and stamp; owned by `ctx`. */
char		*snapshot_print(const void *ctx,
		    const struct snapshot *snapshot);

/*
 * Parses such a text into a snapshot owned by `ctx`; NULL when it is not valid.
 */
struct snapshot	*snapshot_read(const void *ctx, const char *text);

/*
 * Whether such a text has a stamp and all of its lines, without reading these.
 */
bool		 snapshot_has_stamp(const char *text, const char *stamp);

/*
 * The differences (struct change), grouped by type: added records, then removed
 * ones, then those whose facts changed, then those changed in any other way.  A
 * work with the same DOI or PMID under another id is the same work.  Owned by
 * `ctx`; borrows from both snapshots.
 */
struct list	 changes_between(const void *ctx, const struct snapshot *old,
		    const struct snapshot *now);

/*
 * Names the members that differ in each record found in both libraries, by
 * their JSON keys.
 */
void		 changes_name_members(const struct list *changes,
		    struct library *old, struct library *now);

#endif
