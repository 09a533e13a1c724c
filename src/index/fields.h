/* Documents: which words of a record go into which column of the index. */
#ifndef INDEX_FIELDS_H
#define INDEX_FIELDS_H

#include "record/claim.h"
#include "record/field.h"
#include "record/work.h"

/*
 * Fills one text for each column, with the value terms (value_term.h) of what
 * a record says of itself; owned by `ctx`.  What others say of it, its terms
 * and their labels are added by the indexer, which knows the vocabulary.
 */
void	 fields_of_work(const void *ctx, const struct work *work,
	    struct buf columns[WORK_COLUMNS]);
void	 fields_of_claim(const void *ctx, const struct claim *claim,
	    struct buf columns[CLAIM_COLUMNS]);

/* Adds a text and an end of sentence, unless NULL. */
void	 fields_add_text(const void *ctx, struct buf *column, const char *text);

/* The same, of sentences on a work: what they negate is not its content
 * (negation.h). */
void	 fields_add_prose(const void *ctx, struct buf *column, const char *text);

/* Adds a word; the value term of a value, unless NULL. */
void	 fields_add_word(const void *ctx, struct buf *column,
	    const char *word);
void	 fields_add_value(const void *ctx, struct buf *column,
	    const char *field, const char *value);

#endif
