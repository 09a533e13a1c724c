/*
 * Postings: which works have a word, stored ready made where looking it up
 * would take long: for every prefix of one to three letters or digits, and
 * for words that many works have.  (FTS5 merges the lists of all words with a
 * prefix, which takes seconds for "p" among a million works.)  Prefixes of
 * the names of authors are kept besides.
 */
#ifndef INDEX_POSTINGS_H
#define INDEX_POSTINGS_H

#include "index/bitset.h"
#include "index/db.h"
#include "index/tokenizer.h"

/* How many works a common word has, in an index of this many works. */
int64_t	 postings_common_least(int64_t all);

/*
 * Building.  The words of each work are added while it is indexed, in the
 * order of rows; what is common is known at the end and asked of the text
 * table of works, which must be whole by then.  Owned by `ctx`; when the
 * database fails, db_ok() says why.
 */
struct postings;

struct postings	*postings_new(const void *ctx, struct db *db);

/* The words that follow are those of this row; rows rise. */
void	 postings_begin(struct postings *postings, int64_t row);

/* A word of the row; of the name of an author besides.  For tokenizer.h. */
void	 postings_word(void *postings, const struct token *token);
void	 postings_author(void *postings, const struct token *token);

/* Writes the tables posting and word. */
void	 postings_finish(struct postings *postings);

/* Asking. */

/*
 * Adds to `bits` the works that have a word (a token, or the mark and a stem),
 * or a word with this beginning if `prefix`, in some columns (NULL: all).  False
 * when no set is stored for it: then few works have it, or it is not of the
 * kind that is stored.
 */
bool	 postings_add(struct bitset *bits, struct db *db, const char *columns,
	    const char *word, bool prefix);

/*
 * The words with this beginning: adds the works of those for which a set is stored
 * and calls `each` for the others.  False, without having called it, when they
 * are more than `most`.
 */
bool	 postings_add_prefix(struct bitset *bits, struct db *db,
	    const char *start, size_t most, void (*each)(void *user,
	    const char *word), void *user);

#endif
