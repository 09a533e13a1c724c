/* Finds the negated words of a text. */
#include "index/negation.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "index/tokenizer.h"

enum { SCOPE = 5 };	/* words in the scope of a trigger, as in NegEx */

struct negation_word {
	const char	*at;
	size_t		 n;
	bool		 ends;		/* the clause ends after it */
	bool		 absent;
};

struct negation_words {
	struct negation_word	*at;
	size_t			 count;
	size_t			 capacity;
};

/* Triggers before the words that they negate. */
static const char *const negation_before[] = {
	"no", "without", "excluding", "except", "except for", "absence of",
	"lack of", "lacked", "not in", "not on", "not with",
	"not for", "other than", "apart from", "instead of",
};

/* Triggers after the words that they negate. */
static const char *const negation_after[] = {
	"was excluded", "were excluded", "are excluded", "is excluded",
	"not included", "not eligible", "not studied", "not tested",
	"not measured", "not assessed", "not examined", "not recorded",
	"not reported", "not described",
};

/* Phrases that start like a trigger but negate nothing. */
static const char *const negation_pseudo[] = {
	"no longer", "no doubt", "no matter", "no one", "no less", "no more",
	"no better", "no worse", "without doubt", "not in doubt",
	"not excluded", "without exception", "no treatment",
	"no intervention", "with or without", "with and without",
};

/* A trigger "no" before these words reports a result. */
static const char *const negation_found[] = {
	"advantage", "association", "benefit", "change", "changes",
	"correlation", "decrease", "difference", "differences", "different",
	"effect", "effects", "evidence", "gain", "gains", "improvement",
	"improvements", "increase", "influence", "interaction", "reduction",
	"relationship", "superiority",
};

/* Words that end a clause. */
static const char *const negation_ends[] = {
	"but", "however", "although", "though", "while", "whereas", "because",
	"which", "who", "that", "and", "than", "so", "since", "yet", "was",
	"were", "is", "are", "had", "has", "have", "did",
};

#define IN(table, word)	\
	TEXT_WORD_AMONG((word)->at, (word)->n, (table))

/* Phrases, and the letters that they start with: most words start no phrase. */
struct negation_phrases {
	const char *const	*at;
	size_t			 count;
	uint32_t		 letters;	/* see letter_bit() */
};

/* The same bit for a small and a capital letter. */
static uint32_t
letter_bit(char letter)
{
	return UINT32_C(1) << (letter & 31);
}

#define PHRASES(table)	phrases_of((table), COUNT(table))

static struct negation_phrases
phrases_of(const char *const *table, size_t count)
{
	struct negation_phrases phrases = { table, count, 0 };
	size_t i;

	for (i = 0; i < count; i++)
		phrases.letters |= letter_bit(*table[i]);
	return phrases;
}

/* Splits a text into words, like the tokenizer. */
static void
split(const void *ctx, struct negation_words *words, const char *text)
{
	size_t n;

	while (*text != '\0') {
		for (n = 0; text_is_word_byte(text[n]); n++)
			continue;
		if (n > 0) {
			words->at = mem_grow(ctx, words->at, &words->capacity,
			    words->count + 1, sizeof(*words->at));
			words->at[words->count++] = (struct negation_word){
			    text, n, false, false };
		} else if (words->count > 0 && strchr(".,;:()", *text) != NULL)
			words->at[words->count - 1].ends = true;
		text += n > 0 ? n : 1;
	}
}

/*
 * The number of words that match a phrase at an index: all of the phrase, or 0.
 */
static size_t
phrase_length(const char *phrase, const struct negation_words *words,
    size_t from)
{
	size_t at = from, n;

	if (!text_may_match(words->at[from].at, phrase))
		return 0;
	for (; *phrase != '\0'; phrase += n + (phrase[n] == ' '), at++) {
		n = strcspn(phrase, " ");
		if (at == words->count || words->at[at].n != n ||
		    strncasecmp(words->at[at].at, phrase, n) != 0 ||
		    (phrase[n] != '\0' && words->at[at].ends))
			return 0;
	}
	return at - from;
}

static size_t
longest_phrase(const struct negation_phrases *phrases,
    const struct negation_words *words, size_t from)
{
	size_t longest = 0, n, i;

	if ((phrases->letters & letter_bit(*words->at[from].at)) == 0)
		return 0;
	for (i = 0; i < phrases->count; i++) {
		n = phrase_length(phrases->at[i], words, from);
		longest = n > longest ? n : longest;
	}
	return longest;
}

/* The end of the scope of a trigger whose words end just before `from`. */
static size_t
end_of_scope(const struct negation_words *words, size_t from)
{
	size_t at = from;

	while (at < words->count && at < from + SCOPE &&
	    !IN(negation_ends, &words->at[at]))
		if (words->at[at++].ends)
			break;
	return at;
}

/* The start of the scope of a trigger after it; *to is its end. */
static size_t
start_of_scope(const struct negation_words *words, size_t *to)
{
	size_t at;

	if (*to > 0 && IN(negation_ends, &words->at[*to - 1]))
		(*to)--;	/* skip "was" in "was not measured" */
	for (at = *to; at > 0 && at + SCOPE > *to; at--)
		if (words->at[at - 1].ends || IN(negation_ends,
		    &words->at[at - 1]))
			break;
	return at;
}

/* "no significant difference" is a result, not a negation. */
static bool
says_found(const struct negation_words *words, size_t from, size_t to)
{
	for (; from < to; from++)
		if (IN(negation_found, &words->at[from]))
			return true;
	return false;
}

static void
negate(struct negation_words *words, size_t from, size_t to)
{
	for (; from < to; from++)
		words->at[from].absent = true;
}

/* Marks the negated words; returns whether there are any. */
static bool
find_negated(struct negation_words *words)
{
	struct negation_phrases pseudo = PHRASES(negation_pseudo),
	    after = PHRASES(negation_after), before = PHRASES(negation_before);
	size_t at, n, from, to;
	bool any = false;

	for (at = 0; at < words->count; at += n > 0 ? n : 1) {
		n = longest_phrase(&pseudo, words, at);
		if (n > 0)
			continue;
		n = longest_phrase(&after, words, at);
		if (n > 0) {
			to = at;
			from = start_of_scope(words, &to);
			negate(words, from, to);
			any = any || from < to;
			continue;
		}
		n = longest_phrase(&before, words, at);
		if (n == 0 || words->at[at + n - 1].ends)
			continue;
		to = end_of_scope(words, at + n);
		if (says_found(words, at + n, to))
			continue;
		negate(words, at + n, to);
		any = any || to > at + n;
	}
	return any;
}

const char *
negation_mark(const void *ctx, const char *text)
{
	void *scratch = mem_context(NULL);
	struct negation_words words = { .at = NULL };
	struct buf out = { .data = NULL };
	const char *rest = text;
	size_t i;

	split(scratch, &words, text);
	if (find_negated(&words)) {
		for (i = 0; i < words.count; i++) {
			if (!words.at[i].absent)
				continue;
			buf_add(ctx, &out, rest, (size_t)(words.at[i].at -
			    rest));
			buf_text(ctx, &out, TOKEN_ABSENT);
			rest = words.at[i].at;
		}
		buf_text(ctx, &out, rest);
	}
	mem_free(scratch);
	return out.data == NULL ? text : buf_string(&out);
}
