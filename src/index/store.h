/*
 * The store: fills an index with records, in the order in which sources are
 * read, and runs the checks that need all of them. indexer.h builds the tables
 * for searching.
 */
#ifndef INDEX_STORE_H
#define INDEX_STORE_H

#include "base/diag.h"
#include "record/rectype.h"
#include "record/term.h"
#include "record/work.h"
#include "index/db.h"

struct store;

enum { STORE_PROBLEMS_MAX = 5000 };	/* problems stored; further ones are
					   counted */

/* A source file as it was when read. */
struct source_stamp {
	size_t		 root;		/* index of the path that the file
					   belongs to */
	const char	*name;		/* relative to that path; "" for the
					   path itself */
	int64_t		 size;
	int64_t		 mtime;		/* nanoseconds */
	int64_t		 ctime;		/* time of the last change,
					   nanoseconds */
	int64_t		 inode;
	const char	*hash;		/* of the content, in hexadecimal */
};

/*
 * Creates the tables in an empty database; owned by `ctx`.  With `plain` records
 * are not compressed: for a store that is not kept.
 */
struct store	*store_open(const void *ctx, struct db *db, bool plain);

/*
 * Starts a source: the records that follow belong to it.  `name` is used in
 * diagnostics and borrowed for the life of the store.
 */
void	 store_begin_source(struct store *store,
	    const struct source_stamp *mark, const char *name);

/* Ends the source, given how many of its records were left out. */
void	 store_end_source(struct store *store, size_t left_out);

/* Starts a record: the notes that follow belong to it once it is added. */
void	 store_begin_record(struct store *store);

/*
 * Adds a record (`bad`: only its id, so that references to it resolve).  False
 * if the id is taken; *first is then where it was first used.
 */
bool	 store_add(struct store *store, enum rectype kind, void *record,
	    struct place place, bool bad, struct place *first);

/*
 * Notes that a record could not be read, so that references to it are not
 * reported as missing.  RECTYPE_COUNT: its type is unknown; a blank id: its id
 * is unknown.
 */
void	 store_lost(struct store *store, enum rectype kind, const char *id);

/* Whether a record with this type and id was added. */
bool	 store_has(struct store *store, enum rectype kind, const char *id);

/*
 * Whether an id is taken: by a record of this type, or as an additional id of a
 * work; `anywhere`: also by an id that only exports use.
 */
bool	 store_is_taken(struct store *store, enum rectype kind, const char *id,
	    bool anywhere);

/*
 * The names of the bibliographies that have a record with this type and id (for
 * works, or alias), owned by `ctx`; only `bibliography` unless it is NULL.  A
 * bibliography without <about> has a blank name.
 */
struct list	 store_owners(struct store *store, const void *ctx,
		    enum rectype kind, const char *id,
		    const char *bibliography);

/*
 * The nearest id of this type, owned by `ctx`; NULL if none is near, or several
 * are equally near.
 */
char	*store_nearest(struct store *store, const void *ctx,
	    enum rectype kind, const char *id);

/* Whether a work is a report of this study. */
bool	 store_has_study(struct store *store, const char *study);

/*
 * The id of a term in the same facet with the same label or MeSH heading, owned
 * by `ctx`; NULL if there is none.
 */
char	*store_term_like(struct store *store, const void *ctx,
	    const struct term *term);

/*
 * The id of the term in this facet that a word or phrase names, owned by `ctx`;
 * NULL if there is none.
 */
char	*store_term_called(struct store *store, const void *ctx,
	    const char *facet, const char *phrase);

/*
 * Whether the estimates already in this plot, if any, have the type and unit of
 * this one.
 */
bool	 store_plot_fits(struct store *store, const struct estimate *estimate);

/*
 * Merges a term of the bibliography `name`, where its id is `own`, into the
 * same term `id`: adds its words, scope note and broader term.
 */
void	 store_merge_term(struct store *store, const char *id,
	    const char *own, const struct term *term, const char *name);

/* Whether two works with the same title may be the same work. */
typedef bool	 store_is_same(const struct work *work,
		    const struct work *other);

/*
 * The work in the store that shares a DOI, PMID or PMCID with this one, or title,
 * year and first author as far as they are known; owned by `ctx`.  Of several
 * works with this title, one that is the same, or else any.  NULL if there is
 * none; *where is its position.
 */
struct work	*store_same(struct store *store, const void *ctx,
		    const struct work *work, store_is_same *is_same,
		    struct place *where);

/*
 * Replaces the work `old` by `work`, whose id may differ.  `place` is where the
 * new record was read; NULL keeps the old position.  False if its id belongs to
 * a third work; then nothing has changed.
 */
bool	 store_replace(struct store *store, const struct work *old,
	    struct work *work, const struct place *place);

/* Deletes the identifiers of a work, but not the work. */
void	 store_forget_identifiers(struct store *store,
	    const struct work *work);

/*
 * Whether the work with this id came from the current path; and the name of its
 * bibliography, owned by `ctx`, NULL if that has no <about>.
 */
bool	 store_is_here(struct store *store, const char *id);
char	*store_bibliography(struct store *store, const void *ctx,
	    const char *id);

/*
 * Changes the id of a work, or of a study, in the data stored about other
 * records; store_rewrite() changes the records.
 */
void	 store_rename(struct store *store, bool study, const char *from,
	    const char *to);

/*
 * Calls `each` for every record except terms, and stores the records that it
 * changed.
 */
void	 store_rewrite(struct store *store,
	    bool (*each)(void *user, enum rectype kind, void *record),
	    void *user);

/* Stores a reference to another record. */
void	 store_refer(struct store *store, enum rectype kind, enum facet facet,
	    const char *id, struct place place);

/*
 * Whether a reference has a target so far; whether its only target was left
 * out; and whether a work has a reference without a target.
 */
bool	 store_resolves(struct store *store, enum rectype kind,
	    enum facet facet, const char *id);
bool	 store_dangles(struct store *store, const char *id);

/* The number of records of a type that were added and not left out. */
size_t	 store_count(const struct store *store, enum rectype kind);

/* The record with a type and id, owned by `ctx`; NULL if it was left out. */
void	*store_load(struct store *store, const void *ctx, enum rectype kind,
	    const char *id);

/* Calls `each` for every record of a type that was not left out. */
void	 store_each(struct store *store, enum rectype kind,
	    void (*each)(void *user, const void *record, struct place place),
	    void *user);

/*
 * Runs the checks that need all records: references without a target, terms in
 * the wrong facet, words that name two terms, claims in no proposition or in
 * two.  Reports to the sink, and leaves these records out like any others with
 * an error.
 */
void	 store_check(struct store *store, struct diag_sink *sink);

/* Stores a problem for later display (STORE_PROBLEMS_MAX). */
void	 store_problem(struct store *store, const struct diag *diag);

#endif
