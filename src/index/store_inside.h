/* The internals of the store, shared by its files. */
#ifndef INDEX_STORE_INSIDE_H
#define INDEX_STORE_INSIDE_H

#include "index/compress.h"
#include "index/store.h"
#include "record/term.h"
#include "record/work.h"

/* How many rows the last statement inserted, updated or deleted. */
#define CHANGES	"SELECT changes()"

/* The number of the last row inserted. */
#define LAST_NUMBER	"SELECT last_insert_rowid()"

struct store {
	struct db	*db;
	int64_t		 source;	/* number of the current source */
	size_t		 in_source;	/* records added from this source */
	struct list	 names;		/* names of the sources, for
					   diagnostics */
	size_t		 counts[RECTYPE_COUNT];
	int64_t		 last;		/* number of the last record; 0: none */
	size_t		 problems;	/* problems so far */
	struct buf	 pack;		/* packed bytes of the current record */
	struct compressor	*compressor;
	struct list	 broken;	/* struct broken */
	size_t		 broken_bytes;
};

/* The origin of an additional id of a work. */
enum alias_kind {
	ALIAS_OWN,		/* its bibliography */
	ALIAS_RECORDED,		/* another bibliography */
	ALIAS_READ		/* the id in an export; a converter may have
				   generated it */
};

/* A record with errors, kept until all records have been checked together. */
struct broken {
	enum rectype	 kind;
	int64_t		 number;
	struct buf	 pack;
};

/*
 * Stores the data that let other records find the last record added: terms,
 * names, claims, members ...
 */
void	 store_relate(struct store *store, enum rectype kind,
	    const void *record);

/* Stores the names of a term, by its number, and its broader term. */
void	 store_relate_term(struct store *store, int64_t number,
	    const struct term *term);

/*
 * Title, and year and first author as far as they are known, owned by `ctx`;
 * NULL if there is no title.
 */
char	*store_title_key(const void *ctx, const struct work *work);

/* Stores the data of a record with errors that checks over all records need. */
void	 store_relate_broken(struct store *store, enum rectype kind,
	    const void *record);

/*
 * The position of the record with this type and id; .file is NULL if there is
 * none.
 */
struct place	 store_place(struct store *store, enum rectype kind,
		    const char *id);

/*
 * Packs a record and binds its bytes, NULL for a blank one, and their hash:
 * parameters of a statement that is run before the next call.
 */
void	 store_bind_record(struct store *store, struct statement *st, int pack,
	    int hash, enum rectype kind, const void *record);

/* The name of a source in diagnostics; sources are numbered from 1. */
const char	*store_source_name(const struct store *store, int64_t number);

#endif
