/*
 * Tokens: how text becomes words of the index, and queries words to find.
 *
 * A document's word is indexed as it is written (lower case, diacritics
 * stripped: SQLite's unicode61) and, at the same position and where it is
 * another, as the English stem (Snowball) of its American spelling behind a
 * mark that no text can hold.  So an unfinished word finds by prefix what is
 * written, a finished one finds every form of the word, and a phrase in
 * quotes finds exactly itself, all in one table.
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
 * Makes the tokenizer known to a connection; the source is owned by `ctx` and
 * must outlive the connection's use of text tables.  NULL on failure.
 */
struct tokenizer	*tokenizer_register(const void *ctx,
			    struct sqlite3 *handle, struct err *err)
			    MUST_CHECK;

/*
 * Calls `watch` for every word, unstemmed, that goes into a text table from
 * now on; NULL ends it.
 */
void	 tokenizer_watch(struct tokenizer *source, void (*watch)(void *user,
	    const struct token *token), void *user);

/* Calls `each` for the words of a text, unstemmed, in order. */
void	 tokenizer_walk(struct tokenizer *source, const char *text, size_t n,
	    void (*each)(void *user, const struct token *token), void *user);

/*
 * The token under which all forms of a word are indexed, owned by `ctx`: the
 * marked stem, or the word itself where words of its kind are not stemmed
 * (digits in it, other scripts, fewer than three letters).
 */
char	*tokenizer_stem(struct tokenizer *source, const void *ctx,
	    const char *word, size_t n);

/* How marked stems and the value terms of the index begin: private-use
 * characters, which text_clean() lets into no text. */
#define TOKEN_STEM	"\xEE\x80\x80"		/* U+E000 */
#define TOKEN_VALUE	"\xEE\x80\x81"		/* U+E001 */

/* Before a word of a document that the text negates: only a word that is asked
 * for as it is written finds it. */
#define TOKEN_ABSENT	"\xEE\x80\x82"		/* U+E002 */

/*
 * FTS5 of a connection, for the files that extend it; NULL when SQLite has
 * none.
 */
struct fts5_api	*fts_api(struct sqlite3 *handle);

#endif
