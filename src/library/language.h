/*
 * The language of what was typed.  The word list and the records are English: a
 * text in another script, or with mostly words that neither of them has, is
 * probably in another language.
 */
#ifndef LIBRARY_LANGUAGE_H
#define LIBRARY_LANGUAGE_H

#include "base/mem.h"

struct library;
struct token;

/* Calls `each` for the words of a text, unstemmed, in order. */
void	 library_words(struct library *library, const char *text,
	    void (*each)(void *user, const struct token *token), void *user);

/* What all forms of a word have in common, owned by `ctx`; see tokenizer.h. */
char	*library_stem(struct library *library, const void *ctx,
	    const char *word, size_t n);

enum language {
	LANGUAGE_ENGLISH,
	LANGUAGE_UNSURE,		/* most words are in neither list nor records */
	LANGUAGE_OTHER		/* written in another script than Latin or Greek */
};

/* The language of a text; English where no word says otherwise. */
enum language	 library_language(struct library *library, const char *text);

/* What to say of it, without a full stop; NULL for English.  Static. */
const char	*language_remark(enum language language);

#endif
