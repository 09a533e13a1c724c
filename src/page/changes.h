/*
 * Changes: what two states of a bibliography have in common, and what not.
 *
 * A snapshot is a state in short: of each record its name, what readers go by
 * (level, status, certainty, directions, verdict ...) and a hash of the whole.
 * It can be kept as text, so that a later state is compared with it.
 */
#ifndef PAGE_CHANGES_H
#define PAGE_CHANGES_H

#include <stdint.h>

#include "library/library.h"

/* One thing that readers go by: "Level", "level 2". */
struct fact {
	const char	*what;
	const char	*value;
};

struct snapshot_entry {
	const char	*address;	/* "work/teapot-2021" */
	const char	*name;
	uint64_t	 hash;		/* of the whole record */
	struct list	 facts;		/* struct fact; each `what` once */
};

struct snapshot {
	const char	*title;		/* of the bibliography */
	const char	*version;	/* or NULL */
	const char	*date;		/* on which it was kept, or NULL */
	const char	*stamp;		/* of the files then, or NULL */
	struct list	 entries;	/* struct snapshot_entry, by address */
};

enum change_kind { CHANGE_ADDED, CHANGE_REMOVED, CHANGE_FACTS, CHANGE_EDITED };

/* What a fact was and is; NULL where there was none, or is none. */
struct fact_change {
	const char	*what;
	const char	*before;
	const char	*after;
};

struct change {
	enum change_kind	 kind;
	enum rectype		 type;
	const char		*address;
	const char		*name;		/* the newer one */
	struct list		 facts;		/* struct fact_change */
	struct list		 keys;		/* of members (char *) that differ;
						   see changes_name_members() */
};

/* The state of a library, owned by `ctx`; check library_ok() afterwards. */
struct snapshot	*snapshot_take(const void *ctx, struct library *library);

/* More records are not kept: it would take seconds, and megabytes. */
enum { SNAPSHOT_MAX = 50000 };

/* Whether a library is small enough for that. */
bool		 snapshot_fits(struct library *library);

/* The state as text, with date and stamp; owned by `ctx`. */
char		*snapshot_print(const void *ctx,
		    const struct snapshot *snapshot);

/* The state from such a text, owned by `ctx`; NULL when it is not one. */
struct snapshot	*snapshot_read(const void *ctx, const char *text);

/*
 * What differs (struct change): by type, added ones first, then removed ones,
 * then those whose facts changed, then those of which something else changed;
 * owned by `ctx`, and borrows from both.
 */
struct list	 changes_between(const void *ctx, const struct snapshot *old,
		    const struct snapshot *now);

/*
 * Names the members of each record that is in both libraries and differs, by
 * their keys in JSON.
 */
void		 changes_name_members(const struct list *changes,
		    struct library *old, struct library *now);

#endif
