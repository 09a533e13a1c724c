/* Flashcards: a question with its recorded answer. */
#ifndef EXPORT_CARDS_H
#define EXPORT_CARDS_H

#include "export/records.h"

/* A flashcard; only `source` may be NULL. */
struct card {
	const char	*id;		/* the address of its record, with the
					   part that it asks about */
	const char	*question;
	const char	*answer;
	const char	*source;	/* who says so, or a DOI; may be NULL */
	const char	*tags;		/* separated by spaces */
};

/*
 * Calls `each` for the cards of all records of the source, in order: level,
 * findings and appraisal items of a work, the verdict on a claim or
 * proposition, a topic, a word of the glossary, a term with a scope note; for a
 * reading list, its questions and the cards of its items; for a page of all
 * topics, claims, terms or words, those of each.  The card is borrowed for the
 * call.  Returns how many records of the source have cards.
 */
size_t	 cards_each(const struct export_source *source,
	    void (*each)(void *user, const struct card *card), void *user);

#endif
