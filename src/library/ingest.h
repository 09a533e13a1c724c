/*
 * Ingest: reads sources, checks their records, and writes an index.  The only
 * place where formats and index meet.
 */
#ifndef LIBRARY_INGEST_H
#define LIBRARY_INGEST_H

#include <stdint.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/rectype.h"

struct db;

enum ingest_stage {
	INGEST_WAITING,		/* waiting for another process to build it */
	INGEST_READING,
	INGEST_INDEXING
};

struct ingest_progress {
	enum ingest_stage	stage;
	uint64_t		done;		/* bytes, or records */
	uint64_t		total;
	size_t			records;	/* read so far */
};

/* Called at intervals; returns false to interrupt. */
struct ingest_watch {
	bool	(*report)(void *user, const struct ingest_progress *progress);
	void	*user;
};

/* The outcome of an ingest. */
struct ingest_result {
	size_t	records[RECTYPE_COUNT];
	size_t	items;		/* items of reading lists */
	size_t	noted;		/* pages with a note */
	size_t	refused;	/* incomplete files */
	size_t	elsewhere;	/* problems in files other than the one
				   checked */
};

/*
 * Checks the bibliography at `path`, together with those at `context` (whose
 * own problems are not reported).  A file that is part of the bibliography
 * `whole` (membership_find(); else NULL) is checked with all of it; problems in
 * its other files are only counted.  All problems go to the sink, but not those
 * of ingest_overlaps() unless `path` is checked `alone`; nothing is written.
 * False with *err set if a file cannot be read or the check was interrupted.
 */
bool	 ingest_check(const char *path, const char *whole, bool alone,
	    const char *const *context, size_t context_count,
	    const struct ingest_watch *watch, struct diag_sink *sink,
	    struct ingest_result *result, struct err *err) MUST_CHECK;

/*
 * Reports the works that are in several of the paths, or twice in one, as if
 * they were loaded together.  Skips a path that cannot be read; false with *err set
 * when interrupted.
 */
bool	 ingest_overlaps(const char *const *paths, size_t count,
	    const struct ingest_watch *watch, struct diag_sink *sink,
	    struct err *err) MUST_CHECK;

/*
 * Builds the index of the bibliographies at `paths` in the new file `index`
 * (absolute).  Records with errors are left out and counted; an incomplete file
 * makes the build fail.  On failure the file is removed.  The file is flushed
 * to disk before this returns.
 */
bool	 ingest_build(const char *const *paths, size_t count,
	    const char *index, const struct ingest_watch *watch,
	    struct diag_sink *sink, struct ingest_result *result,
	    struct err *err) MUST_CHECK;

/*
 * Stores in an index the data that a layer above prepared from it, with the
 * version of the rules for these data.
 */
bool	 ingest_keep(const char *index, int64_t version, const char *bytes,
	    size_t n, struct err *err) MUST_CHECK;

/*
 * Removes times and inodes of the sources from an index, so that it is
 * identical wherever and whenever it is built, for installation with its
 * sources.
 */
bool	 ingest_forget_times(const char *index, struct err *err) MUST_CHECK;

/*
 * Builds the index in a private database that is deleted when closed, owned by
 * `ctx`; NULL on failure.
 */
struct db	*ingest_private(const void *ctx, const char *const *paths,
		    size_t count, const struct ingest_watch *watch,
		    struct diag_sink *sink, struct ingest_result *result,
		    struct err *err) MUST_CHECK;

#endif
