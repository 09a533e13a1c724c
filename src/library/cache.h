/*
 * The cache: where the index of a bibliography is stored, whether it is fresh,
 * and how it is replaced.
 *
 * An index next to its bibliography is used if root installed both, otherwise
 * one in the user's cache directory, which only the user may write.  It is
 * built there if it is missing, stale, damaged or someone else's.  A new index
 * replaces the old one by rename, so readers see either one or the other.
 */
#ifndef LIBRARY_CACHE_H
#define LIBRARY_CACHE_H

#include "library/ingest.h"

struct db;
struct library;
struct result;

struct cache_request {
	const char *const	*paths;		/* paths of the
						   bibliographies */
	size_t			 count;
	const char		*directory;	/* NULL: not writable */
	const char		*installed;	/* directory of root's data, or
						   NULL */
	bool			 rebuild;	/* build even if the index is
						   up to date */
	bool			 whole;		/* check every byte */
	const struct ingest_watch	*watch;
	struct diag_sink	*sink;		/* gets problems found while
						   building */
	/*
	 * Completes a new index before it is used, as library_prepare() does.
	 * False with *err set: the index must not be used.  NULL: nothing to
	 * complete.
	 */
	bool			(*finish)(const struct cache_request *request,
				    const char *index, struct err *err);
	/*
	 * For library_prepare(): data that a layer above derives from the
	 * records and stores in the index (library_prepared()), owned by `ctx`.
	 */
	struct buf		(*prepare)(struct library *library,
				    const void *ctx);
	int64_t			 version;	/* version of the rules of
						   `prepare`; data of other
						   versions are stale */
	/*
	 * For searches: adds to `ids` the works on which the layer above rests
	 * its answer to the query of a result whose hits are not fetched yet;
	 * returns whether the answer mentions all words of the query.  NULL:
	 * there are no answers.
	 */
	bool			(*lead)(struct library *library,
				    struct result *result, struct list *ids);
};

/* Where an index was found or built. */
enum cache_origin {
	CACHE_INSTALLED,	/* next to the bibliography */
	CACHE_FRESH,		/* in the cache directory */
	CACHE_BUILT,		/* just built */
	CACHE_PRIVATE		/* built for this process only */
};

struct cache_answer {
	enum cache_origin	 origin;
	const char		*path;		/* NULL for CACHE_PRIVATE */
	const char		*unsaved;	/* why the index is private, or
						   NULL */
	struct ingest_result	 result;	/* result of the build */
};

/*
 * Opens the index, building it if needed; everything is owned by `ctx`.  NULL
 * with *err set if the sources cannot be used or it was interrupted; an
 * existing index is then unchanged.
 */
struct db	*cache_open(const void *ctx, const struct cache_request *request,
		    struct cache_answer *answer, struct err *err) MUST_CHECK;

/*
 * The path of the index that cache_open() would use or build, owned by `ctx`;
 * NULL if there is neither a cache directory nor an installed index.
 */
char	*cache_where(const void *ctx, const struct cache_request *request);

/*
 * Builds the index of one bibliography at a given path, for installation.
 * Replaces only an index, and only the checksum of an index next to it
 * (PATH.sum); a symbolic link stays.  On failure the old index is unchanged.
 */
bool	 cache_build_at(const struct cache_request *request, const char *path,
	    struct ingest_result *result, struct err *err) MUST_CHECK;

#endif
