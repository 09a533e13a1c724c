/* Fields: distributes the words of a record to the columns of the index. */
#ifndef INDEX_FIELDS_H
#define INDEX_FIELDS_H

#include "record/claim.h"
#include "record/field.h"
#include "record/work.h"

/*
 * Fills one text for each column, with value terms (value_term.h) for the facts
 * in the record itself; owned by `ctx`.  The indexer, which knows the
 * vocabulary, adds facts from other records, terms and their labels.
 */
void	 fields_of_work(const void *ctx, const struct work *work,
	    struct buf columns[WORK_COLUMNS]);
void	 fields_of_claim(const void *ctx, const struct claim *claim,
	    struct buf columns[CLAIM_COLUMNS]);

/* Adds a text and an end of sentence; does nothing for NULL. */
void	 fields_add_text(const void *ctx, struct buf *column, const char *text);

/* Adds a word, or the value term of a value, which may be NULL. */
void	 fields_add_word(const void *ctx, struct buf *column,
	    const char *word);
void	 fields_add_value(const void *ctx, struct buf *column,
	    const char *field, const char *value);

#endif
