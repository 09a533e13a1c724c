/*
 * Sets: which works have a word, stored ready made where looking it up would
 * take long: for every beginning of one to three letters or digits, and for
 * words that many works have.  (FTS5 merges the lists of all words that begin
 * so, which takes seconds for "p" among a million works.)  Beginnings of the
 * names of authors are kept besides.
 */
#ifndef INDEX_SETS_H
#define INDEX_SETS_H

#include "index/bits.h"
#include "index/db.h"

/* Building. */

struct sets;

/* Collects the beginnings of the words of works; owned by `ctx`. */
struct sets	*sets_new(const void *ctx, struct db *db);

/* Forgets all that was collected or stored. */
void	 sets_clear(struct sets *sets);

/* The words that follow are those of the work of this row; rows rise. */
void	 sets_begin(struct sets *sets, int64_t row);
void	 sets_word(void *sets, const char *word, size_t n);
void	 sets_authors(struct sets *sets, const char *text, size_t n);

/* Writes what is left of the beginnings, then the sets of common words. */
void	 sets_finish(struct sets *sets);

/* Searching. */

/*
 * Adds to `bits` the works that have a word (a token, or the mark and a stem),
 * or a word that begins so if `prefix`, in some columns (NULL: all).  False
 * when no set is stored for it: then few works have it, or it is not of the
 * kind that is stored.
 */
bool	 sets_add(struct bits *bits, struct db *db, const char *columns,
	    const char *word, bool prefix);

/*
 * The words that begin so: adds the works of those for which a set is stored
 * and calls `each` for the others.  False, without having called it, when they
 * are more than `most`.
 */
bool	 sets_add_beginning(struct bits *bits, struct db *db,
	    const char *start, size_t most, void (*each)(void *user,
	    const char *word), void *user);

#endif
