/*
 * Sets: which works have a word, stored ready made where looking it up would
 * take long: for every beginning of one to three letters or digits, and for
 * words that many works have.  (FTS5 merges the lists of all words that begin
 * so, which takes seconds for "p" among a million works.)  Beginnings of the
 * names of authors are kept besides.  tally.h makes them.
 */
#ifndef INDEX_POSTINGS_H
#define INDEX_POSTINGS_H

#include "index/bitset.h"
#include "index/db.h"

/* What stands before a beginning of the name of an author. */
#define POSTINGS_AUTHOR	"author:"

/* How many works a common word has, if there are so many in all. */
int64_t	 postings_common_least(int64_t all);

/*
 * Adds to `bits` the works that have a word (a token, or the mark and a stem),
 * or a word that begins so if `prefix`, in some columns (NULL: all).  False
 * when no set is stored for it: then few works have it, or it is not of the
 * kind that is stored.
 */
bool	 postings_add(struct bitset *bits, struct db *db, const char *columns,
	    const char *word, bool prefix);

/*
 * The words that begin so: adds the works of those for which a set is stored
 * and calls `each` for the others.  False, without having called it, when they
 * are more than `most`.
 */
bool	 postings_add_prefix(struct bitset *bits, struct db *db,
	    const char *start, size_t most, void (*each)(void *user,
	    const char *word), void *user);

#endif
