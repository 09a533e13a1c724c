/*
 * The cache: where the index of a bibliography lies, whether it is fresh, and
 * how it is replaced.
 *
 * An index is looked for beside its bibliography if root installed both, and
 * then in the user's cache directory, which must be the user's alone; there it
 * is built when there is none, or a stale, foreign or damaged one.  A new index
 * takes the old one's place by rename, so a reader sees one or the other.
 */
#ifndef LIBRARY_CACHE_H
#define LIBRARY_CACHE_H

#include "library/ingest.h"

struct db;
struct library;

struct cache_request {
	const char *const	*paths;		/* of the bibliographies */
	size_t			 count;
	const char		*directory;	/* NULL: no place to write */
	const char		*installed;	/* where root's data is, or NULL */
	bool			 rebuild;	/* even when it is fresh */
	bool			 whole;		/* every byte is checked */
	const struct ingest_watch	*watch;
	struct diag_sink	*sink;		/* problems found on building */
	/* Completes a new index before it takes its place, library_prepare();
	   false with *err set: it is not used.  NULL: it is complete. */
	bool			(*finish)(const struct cache_request *request,
				    const char *index, struct err *err);
	/* For library_prepare(): what a layer above keeps in an index
	   (library_prepared()), made of its records, owned by `ctx`. */
	struct buf		(*prepare)(struct library *library,
				    const void *ctx);
};

/* How an index was come by. */
enum cache_origin {
	CACHE_INSTALLED,	/* beside the bibliography */
	CACHE_FRESH,		/* in the cache directory */
	CACHE_BUILT,		/* just built */
	CACHE_PRIVATE		/* built for this process alone */
};

struct cache_answer {
	enum cache_origin	 origin;
	const char		*path;		/* NULL for CACHE_PRIVATE */
	const char		*unsaved;	/* why it is private, or NULL */
	struct ingest_result	 result;	/* of building */
};

/*
 * Opens the index, building it if need be; everything is owned by `ctx`.
 * NULL when the sources cannot be used or it was interrupted, with *err set;
 * an index that was there before is then as it was.
 */
struct db	*cache_open(const void *ctx, const struct cache_request *request,
		    struct cache_answer *answer, struct err *err) MUST_CHECK;

/*
 * The path of the index that cache_open() would use or make, owned by `ctx`;
 * NULL when there is no cache directory and none beside.
 */
char	*cache_where(const void *ctx, const struct cache_request *request);

/* Whether `path` is free or an index, so that one may be built there. */
bool	 cache_may_replace(const char *path, struct err *err) MUST_CHECK;

/* Builds the index of one bibliography at a given path, for installing. */
bool	 cache_build_at(const struct cache_request *request, const char *path,
	    struct ingest_result *result, struct err *err) MUST_CHECK;

#endif
