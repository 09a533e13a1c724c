/*
 * Postings: stored sets of works, where looking them up would be slow: for
 * every prefix of one to three letters or digits, and for common words. (FTS5
 * merges the lists of all words with a prefix, which takes seconds for "p"
 * among a million works.) Prefixes in names of authors are stored separately.
 */
#ifndef INDEX_POSTINGS_H
#define INDEX_POSTINGS_H

#include "index/bitset.h"
#include "index/db.h"
#include "index/tokenizer.h"

/*
 * The minimum number of works that make a word common, so that its set is
 * stored, in an index of `all` works.
 */
int64_t	 postings_common_least(int64_t all);

/*
 * Building.  The words of each work are added while it is indexed, in row
 * order.  Common words are only known at the end, and are then read from the
 * text table of works, which must be complete.  Owned by `ctx`; if the database
 * fails, db_ok() says why.
 */
struct postings;

struct postings	*postings_new(const void *ctx, struct db *db);

/* Starts a row; the words added next belong to it.  Rows must ascend. */
void	 postings_begin(struct postings *postings, int64_t row);

/*
 * Adds a word of the current row, or a word of an author's name in it.  To be
 * called by the tokenizer.
 */
void	 postings_word(void *postings, const struct token *token);
void	 postings_author(void *postings, const struct token *token);

/* Writes the tables `posting` and `word`. */
void	 postings_finish(struct postings *postings);

/* Lookup. */

/*
 * Adds to `bits` the works with a word (a token, or a marked stem) or, if
 * `prefix`, with any word that starts with it, in some columns (NULL: all).
 * False if no set is stored, because few works have the word or because words
 * of its kind have no sets.
 */
bool	 postings_add(struct bitset *bits, struct db *db, const char *columns,
	    const char *word, bool prefix);

/*
 * Adds the stored sets of the words that start with `start`, and calls `each`
 * for those without a set.  False, without any call, if there are more than
 * `most` such words.
 */
bool	 postings_add_prefix(struct bitset *bits, struct db *db,
	    const char *start, size_t most, void (*each)(void *user,
	    const char *word), void *user);

#endif
