/*
 * Plain words: what people say, and the word that records of health use.  The
 * list is general English and knows no subject.
 */
#ifndef SEARCH_PLAIN_WORD_H
#define SEARCH_PLAIN_WORD_H

/*
 * The words that records use for a folded everyday word, perhaps a plural; NULL:
 * not in the list.
 */
const char	*plain_word(const char *word);

#endif
