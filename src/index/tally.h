/*
 * Tally: which works have which words, counted while they are made.  From it
 * come the sets that sets.h finds, and the list of words.
 *
 * Each word has a list of rows of the chunk at hand (bitset.h), which is stored
 * and begun anew when the chunk is full, or memory is.  What turns out to be
 * common later than in its first chunk is asked of the text table at the end;
 * so is everything when there are more words than can be remembered.
 */
#ifndef INDEX_TALLY_H
#define INDEX_TALLY_H

#include "index/bitset.h"
#include "index/db.h"

struct tally;

enum {
	TALLY_WORDS = 1 << 19,		/* that are counted */
	TALLY_ROWS = 16 << 20		/* of them in a part */
};

/* `words` and `rows` limit what is remembered; owned by `ctx`. */
struct tally	*tally_new(const void *ctx, struct db *db, size_t words,
		    size_t rows);

/* Forgets all that was counted or stored. */
void	 tally_clear(struct tally *tally);

/* The words that follow are those of the work of this row; rows rise. */
void	 tally_begin(struct tally *tally, int64_t row);

/*
 * Counts a word of the work, however often it comes; called by tokenizer_watch().
 * `number` is the word's in the count of whoever prepared the text, or 0.
 */
void	 tally_word(void *tally, const char *word, size_t n,
	    uint32_t number);

/* The names of authors, as text or prepared (token.h). */
void	 tally_authors(struct tally *tally, const char *text, size_t n);

/* Writes the sets and the list of words, when the text table is whole. */
void	 tally_finish(struct tally *tally);

#endif
