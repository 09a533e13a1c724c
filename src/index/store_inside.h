/* What store.c and whole.c share: the store itself. */
#ifndef INDEX_STORE_INSIDE_H
#define INDEX_STORE_INSIDE_H

#include "index/store.h"

struct store {
	struct db	*db;
	int64_t		 source;	/* at hand */
	size_t		 in_source;	/* records added of it */
	struct list	 names;		/* of sources, for diagnostics */
	size_t		 counts[RECTYPE_COUNT];
	int64_t		 last;		/* number of the record; 0: none yet */
	size_t		 problems;	/* noted */
	struct buf	 pack;		/* of the record at hand */
};

/* What diagnostics call a source; sources are numbered from 1. */
const char	*store_source_name(const struct store *store, int64_t number);

#endif
