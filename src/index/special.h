/*
 * Special words: what the index knows of a record besides its text, as words
 * of its own that no text can hold.  So a query with terms, levels and years
 * is one full-text expression like any other.
 */
#ifndef INDEX_SPECIAL_H
#define INDEX_SPECIAL_H

#include <stdbool.h>

#include "base/mem.h"
#include "index/token.h"

/* The word that every record has. */
#define SPECIAL_ALL	TOKEN_SPECIAL "all"

/* The word of a term, by its number. */
char	*special_term(const void *ctx, long number);

/*
 * The word of a value of a field ("level", "2"); whatever is neither letter
 * nor digit is left out of it.
 */
char	*special_value(const void *ctx, const char *field, const char *value);

/* Whether a word is that of an identifier: nearly every work has its own. */
bool	 special_is_identifier(const char *word, size_t n);

/*
 * An identifier as it is compared: without the address or word in front of
 * it ("https://doi.org/", "doi:", "PMID:") and without punctuation behind.
 */
char	*special_identifier(const void *ctx, const char *text);

#endif
