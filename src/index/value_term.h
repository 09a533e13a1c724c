/*
 * Value terms: facts about a record besides its text, indexed as special words
 * that cannot occur in text.  So a query for terms, levels and years is a
 * full-text expression like any other.
 */
#ifndef INDEX_VALUE_TERM_H
#define INDEX_VALUE_TERM_H

#include "base/mem.h"
#include "index/tokenizer.h"
#include "record/identifier.h"

/* The word that every record has. */
#define VALUE_TERM_ALL	TOKEN_VALUE "all"

/* The word for a term, by its number. */
char	*value_term_of(const void *ctx, long number);

/*
 * The word for a value of a field ("level", "2"); only its letters and digits
 * are used.
 */
char	*value_term(const void *ctx, const char *field, const char *value);

/*
 * The word for an identifier; other kinds and other spellings, except for case,
 * have different words.
 */
char	*value_term_identifier(const void *ctx, enum identifier kind,
	    const char *text);

#endif
