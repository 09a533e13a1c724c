/*
 * Ingest: reads sources, checks their records, and writes an index.  The one
 * place where formats and index meet.
 */
#ifndef LIBRARY_INGEST_H
#define LIBRARY_INGEST_H

#include <stdint.h>

#include "base/diag.h"
#include "base/mem.h"

struct db;

enum ingest_stage {
	INGEST_WAITING,		/* for another process, which builds it */
	INGEST_READING,
	INGEST_INDEXING
};

struct ingest_progress {
	enum ingest_stage	stage;
	uint64_t		done;		/* bytes, or records */
	uint64_t		total;
	size_t			records;	/* read so far */
};

/* Called now and then; returns false to interrupt. */
struct ingest_watch {
	bool	(*report)(void *user, const struct ingest_progress *progress);
	void	*user;
};

/* What came of it. */
struct ingest_result {
	size_t	files;
	size_t	works;
	size_t	claims;
	size_t	terms;
	size_t	left_out;	/* records with errors */
	size_t	refused;	/* files that are not whole */
	size_t	elsewhere;	/* problems in other files than the checked */
};

/*
 * Checks the bibliography at `path`, read together with the ones at
 * `context` (whose own problems are not reported).  A file that is part of the
 * bibliography `whole` (membership_find(); else NULL) is checked with all of
 * it; problems in the other files are counted.  Everything that is wrong
 * goes to the sink; nothing is written.  False when a file cannot be read or
 * the check was interrupted, with *err set.
 */
bool	 ingest_check(const char *path, const char *whole, const char *const *context,
	    size_t context_count, const struct ingest_watch *watch,
	    struct diag_sink *sink, struct ingest_result *result,
	    struct err *err) MUST_CHECK;

/*
 * Builds the index of the bibliographies at `paths` in the new file `index`
 * (absolute).  A record with errors is left out and counted, a file that is
 * not whole fails the build.  On failure the file is removed.  The file is
 * flushed to the disk before this returns.
 */
bool	 ingest_build(const char *const *paths, size_t count,
	    const char *index, const struct ingest_watch *watch,
	    struct diag_sink *sink, struct ingest_result *result,
	    struct err *err) MUST_CHECK;

/* Puts what a layer above prepared of an index into it. */
bool	 ingest_keep(const char *index, const char *bytes, size_t n,
	    struct err *err) MUST_CHECK;

/*
 * Takes times and inodes of the sources out of an index, which then is the same
 * wherever and whenever it was built: it is to be installed with them.
 */
bool	 ingest_forget_times(const char *index, struct err *err) MUST_CHECK;

/*
 * The same in a private database that goes when it is closed, owned by `ctx`;
 * NULL on failure.
 */
struct db	*ingest_private(const void *ctx, const char *const *paths,
		    size_t count, const struct ingest_watch *watch,
		    struct diag_sink *sink, struct ingest_result *result,
		    struct err *err) MUST_CHECK;

#endif
