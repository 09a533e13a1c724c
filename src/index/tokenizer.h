/*
 * Tokens: splits text into index words, and queries into search words.
 *
 * A word of a document is indexed as written (lower case, without diacritics:
 * SQLite's unicode61) and, at the same position and if different, as the
 * English stem (Snowball) of its American spelling, after a mark that cannot
 * occur in text.  So an unfinished word finds written words by prefix, a
 * finished one finds every form of the word, and a quoted phrase finds exactly
 * itself, all in one table.
 */
#ifndef INDEX_TOKENIZER_H
#define INDEX_TOKENIZER_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct sqlite3;
struct tokenizer;

/* Names of the tokenizer and its settings, for CREATE VIRTUAL TABLE. */
#define TOKENIZER	"strigil"

/*
 * Registers the tokenizer with a connection; the source is owned by `ctx` and
 * must outlive all use of the connection's text tables.  NULL on failure.
 */
struct tokenizer	*tokenizer_register(const void *ctx,
			    struct sqlite3 *handle, struct err *err)
			    MUST_CHECK;

/*
 * Calls `watch` for every word, unstemmed, added to a text table from now on;
 * NULL stops this.
 */
void	 tokenizer_watch(struct tokenizer *source, void (*watch)(void *user,
	    const struct token *token), void *user);

/* Calls `each` for each word of a text, unstemmed, in order. */
void	 tokenizer_walk(struct tokenizer *source, const char *text, size_t n,
	    void (*each)(void *user, const struct token *token), void *user);

/*
 * The token under which all forms of a word are indexed, owned by `ctx`: the
 * marked stem, or the word itself if it is not stemmed (with digits, in other
 * scripts, or of fewer than three letters).
 */
char	*tokenizer_stem(struct tokenizer *source, const void *ctx,
	    const char *word, size_t n);

/*
 * Prefixes of marked stems and of the index's value terms: private-use
 * characters, which text_clean() allows in no text.
 */
#define TOKEN_STEM	"\xEE\x80\x80"		/* U+E000 */
#define TOKEN_VALUE	"\xEE\x80\x81"		/* U+E001 */

/*
 * Precedes a negated word in a document, which only a search for the exact word
 * finds.
 */
#define TOKEN_ABSENT	"\xEE\x80\x82"		/* U+E002 */

/*
 * The FTS5 API of a connection, for files that extend it; NULL if SQLite lacks
 * it.
 */
struct fts5_api	*fts_api(struct sqlite3 *handle);

#endif
