/*
 * Value terms: what the index knows of a record besides its text, as words
 * of its own that no text can hold.  So a query with terms, levels and years
 * is one full-text expression like any other.
 */
#ifndef INDEX_VALUE_TERM_H
#define INDEX_VALUE_TERM_H

#include "base/mem.h"
#include "index/tokenizer.h"
#include "record/identifier.h"

/* The word that every record has. */
#define VALUE_TERM_ALL	TOKEN_VALUE "all"

/* The word of a term, by its number. */
char	*value_term_of(const void *ctx, long number);

/*
 * The word of a value of a field ("level", "2"); whatever is neither letter
 * nor digit is left out of it.
 */
char	*value_term(const void *ctx, const char *field, const char *value);

/*
 * The word of an identifier, which no other kind and no other spelling but
 * that of another case shares.
 */
char	*value_term_identifier(const void *ctx, enum identifier kind,
	    const char *text);

#endif
