/*
 * Detects the language of a text.  The word list and the records are English: a
 * text in another script, or mostly of words found in neither, is probably in
 * another language.
 */
#ifndef LIBRARY_LANGUAGE_H
#define LIBRARY_LANGUAGE_H

#include "base/mem.h"

struct library;
struct token;

/* Calls `each` for each word of a text, unstemmed, in order. */
void	 library_words(struct library *library, const char *text,
	    void (*each)(void *user, const struct token *token), void *user);

/* The stem that all forms of a word share, owned by `ctx`; see tokenizer.h. */
char	*library_stem(struct library *library, const void *ctx,
	    const char *word, size_t n);

/*
 * library_is_research(): whether a word of `n` bytes names research.
 * library_is_strength(): whether it describes the strength of research ("the
 * evidence is weak"); library_is_weakness(): whether it describes a weakness.
 */
bool	 library_is_research(const char *word, size_t n);
bool	 library_is_strength(const char *word, size_t n);
bool	 library_is_weakness(const char *word, size_t n);

enum language {
	LANGUAGE_ENGLISH,
	LANGUAGE_UNSURE,		/* most words are in neither list nor
					   records */
	LANGUAGE_OTHER		/* in a script other than Latin or Greek */
};

/* The language of a text; English by default. */
enum language	 library_language(struct library *library, const char *text);

/* The remark to show, without a full stop; NULL for English.  Static. */
const char	*language_remark(enum language language);

#endif
