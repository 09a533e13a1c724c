/* Documents: which words of a record go into which column of the index. */
#ifndef INDEX_DOCUMENT_H
#define INDEX_DOCUMENT_H

#include "domain/claim.h"
#include "domain/field.h"
#include "domain/work.h"

/*
 * Fills one text for each column; owned by `ctx`.  Labels of terms and
 * special words are added by the writer, who knows the vocabulary.
 */
void	 document_of_work(const void *ctx, const struct work *work,
	    struct buf columns[WORK_COLUMNS]);
void	 document_of_claim(const void *ctx, const struct claim *claim,
	    struct buf columns[CLAIM_COLUMNS]);

/* Adds a text and an end of sentence, unless NULL. */
void	 document_add(const void *ctx, struct buf *column, const char *text);

#endif
