/* What the files of the library share and nobody else sees. */
#ifndef LIBRARY_PRIVATE_H
#define LIBRARY_PRIVATE_H

#include <time.h>

#include "index/db.h"
#include "library/cache.h"
#include "library/notebook.h"
#include "record/rectype.h"
#include "search/search.h"

struct library {
	struct db		*db;
	struct searcher		*se;
	struct cache_request	 request;	/* to open it again */
	bool			 rebuilt;	/* for a failure; once */
	bool			 reopened;	/* since a search succeeded */
	struct about		*about;
	const char		*name;		/* of the first path */
	const char		*title;		/* NULL until it is asked for */
	long			 counts[RECTYPE_COUNT];	/* -1: not asked yet */
	bool			 interrupted;
	bool			(*stop)(void *user);
	void			*stop_user;
	unsigned		 limit;		/* seconds of a search, or 0 */
	bool			 late;		/* it took longer */
	time_t			 deadline;	/* of the one that runs, or 0 */
	bool			(*end)(void *user);
	void			*end_user;
	void			*memory;	/* of a layer above */
	struct notebook		*notebook;	/* or NULL */
	struct kept_records	 kept;		/* what it has, for searches */
	bool			 unkept;	/* it could not be read for the last
						   search */
	char			*(*seen)(void *user, const void *ctx);
	void			*seen_user;
};

/* The ids that the notebook keeps; see struct kept_records. */
bool	 library_kept_ids(void *library, const void *ctx, const char *field,
	    const char *value, enum rectype type, struct list *ids);

/* What a statement with one bound text yields in its first column. */
struct list	 library_texts(struct library *library, const void *ctx,
		    const char *sql, const char *text);

/* Runs a search within the limits that were set; see search_run(). */
struct search_result	*library_run(struct library *library,
			    const void *ctx,
			    const struct search_request *request,
			    const char *text);

/* What asks for a value (the id of a count) of a field that is counted. */
struct expr	*facet_expr(const void *ctx, struct searcher *se,
		    const char *field, const char *id);

#endif
