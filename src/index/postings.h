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
 * The least number of works that makes a word common, in an index of `all`
 * works.
 */
int64_t	 postings_common_least(int64_t all);

/*
 * Building.  The words of each work are added while it is indexed, in row
 * order.  Common words are known at the end and read from the text table of
 * works, which must be complete by then.  Owned by `ctx`; if the database
 * fails, db_ok() says why.
 */
struct postings;

struct postings	*postings_new(const void *ctx, struct db *db);

/* Starts a row, to which the following words belong; rows ascend. */
void	 postings_begin(struct postings *postings, int64_t row);

/*
 * Adds a word of the row; or also as a word of an author's name.  For
 * tokenizer.h.
 */
void	 postings_word(void *postings, const struct token *token);
void	 postings_author(void *postings, const struct token *token);

/* Writes the tables `posting` and `word`. */
void	 postings_finish(struct postings *postings);

/* Asking. */

/*
 * Adds to `bits` the works with a word (a token, or a marked stem), or with a
 * word that starts with it if `prefix`, in some columns (NULL: all).  False if
 * no set is stored: either few works have it, or its kind is not stored.
 */
bool	 postings_add(struct bitset *bits, struct db *db, const char *columns,
	    const char *word, bool prefix);

/*
 * Words that start with `start`: adds the stored sets and calls `each` for
 * words without a set.  False, without any call, if there are more than `most`
 * such words.
 */
bool	 postings_add_prefix(struct bitset *bits, struct db *db,
	    const char *start, size_t most, void (*each)(void *user,
	    const char *word), void *user);

#endif
