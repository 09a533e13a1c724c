/* Detects the language of a text. */
#include "library/language.h"

#include <string.h>

#include <unictype.h>
#include <unistr.h>

#include "library/private.h"
#include "search/known_word.h"
#include "search/suggest.h"
#include "search/vocabulary.h"

enum {
	LETTERS_MIN = 3,	/* shortest word that indicates a language */
	CYRILLIC = 0x400,	/* first character beyond Latin and Greek */
	UNREADABLE = 0xFFFD	/* invalid UTF-8 */
};

void
library_words(struct library *library, const char *text,
    void (*each)(void *user, const struct token *token), void *user)
{
	tokenizer_walk(library->se->tokenizer, text, strlen(text), each, user);
}

char *
library_stem(struct library *library, const void *ctx, const char *word,
    size_t n)
{
	return tokenizer_stem(library->se->tokenizer, ctx, word, n);
}

bool
library_is_research(const char *word, size_t n)
{
	return vocabulary_is_research(word, n);
}

bool
library_is_strength(const char *word, size_t n)
{
	return vocabulary_is_strength(word, n);
}

bool
library_is_weakness(const char *word, size_t n)
{
	return vocabulary_is_weakness(word, n);
}

/*
 * Short words of other languages that are not English words.  Names and titles
 * of works also contain them, so two are needed.
 */
static const char *const foreign_words[] = {
	/* Spanish and Portuguese */
	"el", "la", "los", "las", "una", "para", "por", "con", "del", "que",
	"qué", "cómo", "como", "es", "dolor", "ayuda", "contra", "uma", "não",
	"dor", "em", "funciona", "com", "ao", "pela", "pelo", "tenho", "tengo",
	/* French */
	"le", "les", "des", "une", "est", "et", "pour", "avec", "dans", "qui",
	"mal", "sur", "il", "elle", "contre", "au", "aux", "du", "de", "je",
	"mon", "ma", "ça", "c'est", "quoi",
	/* Italian */
	"di", "il", "che", "della", "dolore", "alla", "sono",
	/* German and Dutch */
	"der", "das", "und", "ist", "nicht", "mit", "für", "ein", "eine",
	"gegen", "bei", "wie", "wirkt", "ich", "hilft", "het", "een", "voor", "niet",
	"tegen", "helpt",
};

enum { FOREIGN_LEAST = 2 };

struct language_counts {
	struct library	*library;
	size_t		 known;
	size_t		 unknown;
	size_t		 foreign;	/* small words of other languages */
	bool		 other;		/* has a letter of another script */
};

static bool
has_other_script(const char *word, size_t n)
{
	ucs4_t c;
	size_t at;

	for (at = 0; at < n;) {
		at += (size_t)u8_mbtouc(&c, (const uint8_t *)word + at, n -
		    at);
		if (c >= CYRILLIC && c != UNREADABLE &&
		    uc_is_property_alphabetic(c))
			return true;
	}
	return false;
}

static void
language_count(void *user, const struct token *token)
{
	struct language_counts *counts = user;
	char *word;

	counts->other = counts->other || has_other_script(token->word,
	    token->n);
	if (TEXT_WORD_AMONG(token->word, token->n, foreign_words))
		counts->foreign++;
	if (token->n < LETTERS_MIN)
		return;
	word = mem_text_n(NULL, token->word, token->n);
	/*
	 * Words in the list above do not count if no record has them: "dolor"
	 * is in the list.
	 */
	if (strpbrk(word, "0123456789") == NULL) {
		if (suggest_known(counts->library->se, word) >= 0)
			counts->known++;
		else if (!known_word(word))
			counts->unknown++;
	}
	mem_free(word);
}

/* A text without its addresses and identifiers, which are in no language. */
static char *
without_addresses(const char *text)
{
	char *words = mem_text(NULL, text), *at;
	size_t n, i;

	for (at = words; *at != '\0'; at += n) {
		at += strspn(at, " \t\n");
		n = strcspn(at, " \t\n");
		for (i = 0; i < n && strchr("0123456789/", at[i]) == NULL; i++)
			continue;
		if (i < n)
			memset(at, ' ', n);
	}
	return words;
}

enum language
library_language(struct library *library, const char *text)
{
	struct language_counts counts = { .library = library };
	char *words = without_addresses(text);

	library_words(library, words, language_count, &counts);
	mem_free(words);
	return counts.other ? LANGUAGE_OTHER : counts.unknown > counts.known ||
	    counts.foreign >= FOREIGN_LEAST ? LANGUAGE_UNSURE :
	    LANGUAGE_ENGLISH;
}

const char *
language_remark(enum language language)
{
	switch (language) {
	case LANGUAGE_ENGLISH:
		break;
	case LANGUAGE_UNSURE:
		return "if this is not English, use English: other languages "
		    "are not covered";
	case LANGUAGE_OTHER:
		return "this language is not covered; use English";
	}
	return NULL;
}
