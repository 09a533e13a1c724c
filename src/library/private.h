/* Internals shared by the library's files. */
#ifndef LIBRARY_PRIVATE_H
#define LIBRARY_PRIVATE_H

#include <time.h>

#include "index/db.h"
#include "library/cache.h"
#include "library/notebook.h"
#include "record/rectype.h"
#include "search/search.h"

struct result;

struct library {
	struct db		*db;
	struct searcher		*se;
	struct cache_request	 request;	/* request for reopening the
						   library */
	bool			 rebuilt;	/* the index was rebuilt once,
						   after a failure */
	bool			 reopened;	/* reopened for what is made
						   now: a search or a page */
	struct about		*about;
	const char		*name;		/* name of the first path */
	const char		*title;		/* NULL: not computed yet */
	long			 counts[RECTYPE_COUNT];	/* -1: not counted
							   yet */
	bool			 interrupted;
	bool			(*stop)(void *user);
	void			*stop_user;
	unsigned		 limit;		/* seconds per task, or 0 */
	bool			 late;		/* the limit was exceeded */
	time_t			 deadline;	/* end of the running task's
						   time, or 0 */
	bool			(*end)(void *user);
	void			*end_user;
	void			*memory;	/* data of a layer above */
	char			*parent;	/* the id that
						   library_within() looked up
						   last, or NULL */
	struct list		 within;	/* the ids of that term and
						   of narrower ones */
	struct notebook		*notebook;	/* or NULL */
	struct kept_records	 kept;		/* the notebook's data on
						   records, for searches */
	bool			 unkept;	/* the notebook could not be
						   read for the last search */
	char			*(*seen)(void *user, const void *ctx);
	void			*seen_user;
};

/* The ids that the notebook has; see struct kept_records. */
bool	 library_kept_ids(void *library, const void *ctx, const char *field,
	    const char *value, enum rectype type, struct list *ids);

/* The values in the first column of a statement with one bound text. */
struct list	 library_texts(struct library *library, const void *ctx,
		    const char *sql, const char *text);

/* Runs a search within the current limits; see search_run(). */
struct search_result	*library_run(struct library *library,
			    const void *ctx,
			    const struct search_request *request,
			    const char *text);

/*
 * Asks the layer above for the works of the answer to a result; see struct
 * cache_request.  An incomplete answer would be wrong, so no key interrupts it.
 */
bool	 library_lead(struct library *library, struct result *result,
	    struct list *ids);

/*
 * The expression that matches one value of a countable field; `id` is the id
 * under which the value is counted.
 */
struct expr	*facet_expr(const void *ctx, struct searcher *se,
		    const char *field, const char *id);

#endif
