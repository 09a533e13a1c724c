/*
 * The library: the bibliographies that are open, and everything that pages
 * and commands may ask of them.
 */
#ifndef LIBRARY_LIBRARY_H
#define LIBRARY_LIBRARY_H

#include "base/text.h"
#include "library/cache.h"
#include "library/facet.h"
#include "library/filter.h"
#include "library/highlight.h"
#include "library/map.h"
#include "library/result.h"
#include "record/address.h"
#include "record/claim.h"
#include "record/rectype.h"
#include "record/term.h"
#include "record/work.h"

struct library;
struct notebook;

/*
 * Opens the bibliographies of a request, building their index if need be.
 * Owned by `ctx`; NULL on failure, with *err set.  *answer (may be NULL)
 * says where the index came from; it is owned by the library.
 */
struct library	*library_open(const void *ctx,
		    const struct cache_request *request,
		    struct cache_answer *answer, struct err *err) MUST_CHECK;

/*
 * The notebook whose lists and notes are shown with the bibliographies; the
 * caller keeps it as long as the library.  NULL when there is none.
 */
void		 library_attach(struct library *library,
		    struct notebook *notebook);
struct notebook	*library_notebook(const struct library *library);

/*
 * "Could not look" is never "nothing found".  After a failure everything reads
 * as empty until the library is opened again: ask library_ok() after the last
 * read, before anything is shown or printed.
 *
 *	do {
 *		mem_free(doc);
 *		doc = make(library);
 *	} while (library_again(library));
 *	if (!library_ok(library, &err))
 *		return NULL;
 */

/* False when a read failed and was not made good since, with *err set. */
bool	 library_ok(const struct library *library, struct err *err)
	    MUST_CHECK;

/*
 * After a failure: opens the index again, once, or else builds it anew, once.
 * True when that was needed and done: records read since then must be read
 * again.  Searches do this themselves.
 */
bool	 library_again(struct library *library) MUST_CHECK;

/* Once a failure was shown: what comes next may try again. */
void	 library_forgive(struct library *library);

/*
 * What the bibliographies that are open declare, together: the head of the
 * first, with the codes and treatments of all.  NULL when none has a head;
 * borrowed.
 */
const struct about	*library_about(struct library *library);

/* The head (struct about) of each of them, in order, owned by `ctx`. */
struct list	 library_bibliographies(struct library *library,
		    const void *ctx);

/* The name of the bibliography that a record is of, owned by `ctx`; or NULL. */
char	*library_bibliography_of(struct library *library, const void *ctx,
	    enum rectype kind, const char *id);

/* Ids of the other reports of the study of a work, the strongest first. */
struct list	 library_reports(struct library *library, const void *ctx,
		    const char *work);

/* The title of the bibliography; of several their names; borrowed. */
const char	*library_title(struct library *library);

/* How many records of a kind it holds. */
long	 library_count(struct library *library, enum rectype kind);

/*
 * The record of a kind and id, with what is derived from others (which
 * articles cite a work, the proposition of a claim ...), owned by `ctx`; NULL
 * when there is none.
 */
void	*library_record(struct library *library, const void *ctx,
	    enum rectype kind, const char *id);

/* The same by the number that a hit has. */
void	*library_hit(struct library *library, const void *ctx, enum rectype kind,
	    int64_t number);

/*
 * The same for a row of a list, quicker: of a work without what is derived
 * from others.
 */
void	*library_row(struct library *library, const void *ctx, enum rectype kind,
	    int64_t number);

/* The id of a hit alone, owned by `ctx`. */
char	*library_id(struct library *library, const void *ctx,
	    int64_t number);

/*
 * What an address or a bare id means: fills in kind and id, through aliases
 * too; or the one work that a search takes for named (a DOI, a citation), or
 * the term of this name.  False when there is no such record.
 */
bool	 library_resolve(struct library *library, const void *ctx,
	    const char *text, struct address *address);

/*
 * An address as it is kept: without the name of its bibliography, which goes
 * to *bibliography (NULL: it is not a record); both owned by `ctx`.
 */
char	*library_keep(struct library *library, const void *ctx,
	    const struct address *address, const char **bibliography);

/* What an address that was kept means in the bibliographies that are open. */
enum target {
	TARGET_HERE,
	TARGET_GONE,		/* none of them has it */
	TARGET_AMBIGUOUS	/* several have it, and it is not said which */
};

/*
 * The number of the item of a list that a text names, as list_edit.h counts
 * them: its page as it is kept, or any name of it in the open bibliographies;
 * 0 where there is none.
 */
struct reading_list;
size_t	 library_find_item(struct library *library,
	    const struct reading_list *list, const char *text);

/*
 * Looks up an address that was kept with the name of its bibliography (NULL:
 * it was not said), and fills in *address if it is here.
 */
enum target	library_target(struct library *library, const void *ctx,
		    const char *page, const char *bibliography,
		    struct address *address);

/*
 * The address that begins with the word given or else is nearest in
 * spelling, owned by `ctx`, or NULL.
 */
char	*library_nearest(struct library *library, const void *ctx,
	    const char *text);

/* How many records had errors and were left out when it was indexed. */
long	 library_left_out(struct library *library);

/*
 * What was wrong when the sources were read (struct diag), in the order in
 * which it was found; owned by `ctx`.
 */
struct list	 library_problems(struct library *library, const void *ctx);

/* The label of a term, or its id when it is unknown; owned by `ctx`. */
char	*library_label(struct library *library, const void *ctx,
	    const char *term);

/*
 * Lists of ids, owned by `ctx`, in reading order: claims to which a work
 * relates, with how; trial lists of a review; a term with all that is narrower,
 * at any depth (the term alone where it is not in the vocabulary); narrower
 * terms of a term.
 */
struct list	 library_claims_of(struct library *library, const void *ctx,
		    const char *work);
struct list	 library_trials_of(struct library *library, const void *ctx,
		    const char *work);
struct list	 library_within(struct library *library, const void *ctx,
		    const char *term);
struct list	 library_narrower(struct library *library, const void *ctx,
		    const char *term);

/*
 * The ids of the `most` top-level outcomes that most works are about, for
 * columns of lists; owned by `ctx`.
 */
struct list	 library_main_outcomes(struct library *library,
		    const void *ctx, size_t most);

/* A short name of a term: an abbreviation, or the start of its label. */
char	*library_short_label(struct library *library, const void *ctx,
	    const char *term);

/* How a work relates to a claim; owned by `ctx`, NULL if it does not. */
struct bearing	*library_bearing(struct library *library, const void *ctx,
		    const char *claim, const char *work);

/* Interrupts searches while `stop` says so; NULL takes it away. */
void	 library_interrupt_when(struct library *library,
	    bool (*stop)(void *user), void *user);

/*
 * From now on everything that is asked is interrupted, too, once `end` says
 * so: the program is about to end.
 */
void	 library_end_when(struct library *library, bool (*end)(void *user),
	    void *user);

/* A search that takes longer fails; in seconds, 0: no limit. */
void	 library_limit(struct library *library, unsigned seconds);

/* Whether a search was interrupted since it was asked last. */
bool	 library_was_interrupted(struct library *library);

/*
 * The XXH128 hash of the file that is indexed, of several that of their hashes in
 * lines; owned by `ctx`.
 */
char	*library_checksum(struct library *library, const void *ctx);

/*
 * From now on `seen` says what the user saw last, as a text owned by `ctx`, or
 * NULL; the layer above knows what it means (page/changes.h).
 */
void	 library_seen_by(struct library *library,
	    char *(*seen)(void *user, const void *ctx), void *user);

/* That text; NULL where nothing is known. */
char	*library_seen(const struct library *library, const void *ctx);

/*
 * A place for what a layer above remembers of the library; NULL at first,
 * owned by the library, as its context.
 */
void	**library_memory(struct library *library);

/*
 * What such a layer had kept in the index when it was built (struct
 * cache_request), owned by `ctx`; empty when it kept nothing.
 */
struct buf	 library_prepared(struct library *library, const void *ctx);

/* Calls `each` for the words of a text, unstemmed, in order. */
void	 library_words(struct library *library, const char *text,
	    void (*each)(void *user, const struct token *token), void *user);

/* What all forms of a word have in common, owned by `ctx`; see tokenizer.h. */
char	*library_stem(struct library *library, const void *ctx,
	    const char *word, size_t n);

/* Works, claims, terms: all ids of a kind, in reading order. */
struct list	 library_ids(struct library *library, const void *ctx,
		    enum rectype kind);

#endif
