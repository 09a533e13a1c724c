/* What store.c and whole.c share: the store itself. */
#ifndef INDEX_STORE_INSIDE_H
#define INDEX_STORE_INSIDE_H

#include "index/store.h"
#include "record/term.h"
#include "record/work.h"

struct store {
	struct db	*db;
	int64_t		 source;	/* at hand */
	size_t		 in_source;	/* records added of it */
	struct list	 names;		/* of sources, for diagnostics */
	size_t		 counts[RECTYPE_COUNT];
	int64_t		 last;		/* number of the record; 0: none yet */
	size_t		 problems;	/* noted */
	struct buf	 pack;		/* of the record at hand */
	struct list	 broken;	/* struct broken */
	size_t		 broken_bytes;
};

/* Who has another id for a work. */
enum alias_kind {
	ALIAS_OWN,		/* its bibliography */
	ALIAS_RECORDED,		/* another bibliography */
	ALIAS_READ		/* an export; a converter may have made it up */
};

/* A record with errors, kept until all have been checked together. */
struct broken {
	enum rectype	 kind;
	int64_t		 number;
	struct buf	 pack;
};

/*
 * Notes of the record that was added last by which others find it: terms,
 * names, claims, members ...
 */
void	 store_relate(struct store *store, enum rectype kind,
	    const void *record);

/* Notes of a term, by its number, what leads to it and what is broader. */
void	 store_relate_term(struct store *store, int64_t number,
	    const struct term *term);

/*
 * Title, year and first author, owned by `ctx`; NULL where one of them is not
 * known.
 */
char	*store_title_key(const void *ctx, const struct work *work);

/*
 * Notes of a record with errors what checks over all records look at, as far
 * as it is known.
 */
void	 store_relate_broken(struct store *store, enum rectype kind,
	    const void *record);

/* Where the record of this kind and id is; .file is NULL where it is not. */
struct place	 store_place(struct store *store, enum rectype kind,
		    const char *id);

/* What diagnostics call a source; sources are numbered from 1. */
const char	*store_source_name(const struct store *store, int64_t number);

#endif
