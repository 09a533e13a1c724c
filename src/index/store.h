/*
 * The store: fills an index with records, in the order in which sources are
 * read, and checks what only all of them together can show.  The tables for
 * searching are made by indexer.h.
 */
#ifndef INDEX_STORE_H
#define INDEX_STORE_H

#include "base/diag.h"
#include "record/rectype.h"
#include "record/term.h"
#include "record/work.h"
#include "index/db.h"

struct store;

enum { STORE_PROBLEMS_MAX = 5000 };	/* noted; the rest is counted */

/* A source file, as it was when it was read. */
struct source_stamp {
	size_t		 root;		/* which of the paths it came from */
	const char	*name;		/* within that path; "" for itself */
	int64_t		 size;
	int64_t		 mtime;		/* nanoseconds */
	int64_t		 ctime;		/* of the last change, nanoseconds */
	int64_t		 inode;
	const char	*hash;		/* of the content, hexadecimal */
};

/* Makes the tables in an empty database; owned by `ctx`. */
struct store	*store_open(const void *ctx, struct db *db);

/*
 * Begins a source; what is added belongs to it.  `name` is what diagnostics
 * call it, borrowed for the life of the store.
 */
void	 store_begin_source(struct store *store,
	    const struct source_stamp *mark, const char *name);

/* Ends it; how many of its records were left out. */
void	 store_end_source(struct store *store, size_t left_out);

/* Begins a record: what is noted next belongs to it once it is added. */
void	 store_begin_record(struct store *store);

/*
 * Adds a record (`bad`: only its id, so that references to it resolve).  False
 * when the id is taken; *first is where.
 */
bool	 store_add(struct store *store, enum rectype kind, void *record,
	    struct place place, bool bad, struct place *first);

/*
 * Notes that a record could not be read: references that may be to it are not
 * called missing.  RECTYPE_COUNT for one of any kind, a blank id for one of
 * any id.
 */
void	 store_lost(struct store *store, enum rectype kind, const char *id);

/* Whether a record of this kind and id was added. */
bool	 store_has(struct store *store, enum rectype kind, const char *id);

/* The same, or a work has it beside its own; `anywhere`: in exports, too. */
bool	 store_had(struct store *store, enum rectype kind, const char *id,
	    bool anywhere);

/*
 * The names of the bibliographies in which a record of this kind and id (for
 * works, or alias) was added, owned by `ctx`; only `bibliography` if it is not
 * NULL.  A blank name is that of one without <about>.
 */
struct list	 store_owners(struct store *store, const void *ctx,
		    enum rectype kind, const char *id,
		    const char *bibliography);

/*
 * The id of this kind that is nearest, owned by `ctx`; NULL if none is near, or
 * several are as near.
 */
char	*store_nearest(struct store *store, const void *ctx,
	    enum rectype kind, const char *id);

/* Whether a work is a report of this study. */
bool	 store_has_study(struct store *store, const char *study);

/*
 * The id of a term of the same facet with the same label or MeSH heading,
 * owned by `ctx`; NULL when there is none.
 */
char	*store_term_like(struct store *store, const void *ctx,
	    const struct term *term);

/*
 * The id of the term of this facet to which a word or phrase leads, owned by
 * `ctx`; NULL when there is none.
 */
char	*store_term_called(struct store *store, const void *ctx,
	    const char *facet, const char *phrase);

/*
 * Whether the estimates of this plot, if there are any, have the type and
 * unit of this estimate.
 */
bool	 store_plot_fits(struct store *store, const struct estimate *estimate);

/*
 * Adds the words of a term of the bibliography `name` to those of the term
 * `id`, which it is, and its scope note and broader term.
 */
void	 store_merge_term(struct store *store, const char *id,
	    const struct term *term, const char *name);
/*
 * A work of the store that shares a DOI, PMID or PMCID with this one, or
 * title, year and first author, or its id; owned by `ctx`.  NULL when there is
 * none; *where is its place.
 */
struct work	*store_same(struct store *store, const void *ctx,
		    const struct work *work, struct place *where);

/*
 * Puts `work` where the work `old` was; its id may be another.  `place` is
 * where it was read, NULL to keep the old one.  False when its id is that of
 * a third work; then nothing has changed.
 */
bool	 store_replace(struct store *store, const struct work *old,
	    struct work *work, const struct place *place);

/* Takes back the identifiers of a work, which stays. */
void	 store_forget_identifiers(struct store *store,
	    const struct work *work);

/*
 * Whether the work of this id came from the path at hand; the name of the
 * bibliography that has it, owned by `ctx`, NULL if that has no <about>.
 */
bool	 store_is_here(struct store *store, const char *id);
char	*store_bibliography(struct store *store, const void *ctx,
	    const char *id);

/*
 * Notes that a work, or a study, is called otherwise from now on, for what was
 * noted of others; store_rewrite() changes the records.
 */
void	 store_rename_work(struct store *store, const char *from,
	    const char *to);
void	 store_rename_study(struct store *store, const char *from,
	    const char *to);

/* Calls `each` for every record but terms; what it changed is stored. */
void	 store_rewrite(struct store *store,
	    bool (*each)(void *user, enum rectype kind, void *record),
	    void *user);

/* Notes a mention of another record. */
void	 store_refer(struct store *store, enum rectype kind, enum facet facet,
	    const char *id, struct place place);

/* How many records of a kind were added and not left out. */
size_t	 store_count(const struct store *store, enum rectype kind);

/* The record of a type and id, owned by `ctx`; NULL when it was left out. */
void	*store_load(struct store *store, const void *ctx, enum rectype kind,
	    const char *id);

/* Calls `each` for every record of a type that was not left out. */
void	 store_each(struct store *store, enum rectype kind,
	    void (*each)(void *user, const void *record, struct place place),
	    void *user);

/*
 * Looks at what only all records together can show: references without a
 * target, terms in the wrong facet, words that lead to two terms, claims in
 * no proposition or in two.  Reports to the sink, and leaves those records out
 * like any with an error.  Returns how many.
 */
size_t	 store_check(struct store *store, struct diag_sink *sink);

/* Notes a problem, so that it can be shown later (STORE_PROBLEMS_MAX). */
void	 store_problem(struct store *store, const struct diag *diag);

#endif
