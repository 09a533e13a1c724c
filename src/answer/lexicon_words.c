/* Splits a text into words, and finds words, phrases and broader terms. */
#include "answer/lexicon_inside.h"

#include <string.h>

#include "answer/english.h"

static void
lexicon_add_word(struct reading *reading, const char *text, size_t n,
    size_t start, size_t end)
{
	struct lexicon *lexicon = reading->lexicon;
	const char *singular = english_singular(text, n);
	struct written *word;

	reading->words = mem_grow(reading->ctx, reading->words,
	    &reading->capacity, reading->count + 1, sizeof(*word));
	word = &reading->words[reading->count++];
	word->stem = singular == NULL ? library_stem(lexicon->library,
	    reading->ctx, text, n) : library_stem(lexicon->library,
	    reading->ctx, singular, strlen(singular));
	word->key = reading->key.len;
	buf_text(reading->ctx, &reading->key, word->stem);
	buf_add(reading->ctx, &reading->key, " ", 1);
	word->start = start;
	word->end = end;
	word->stop = words_find(lexicon->stop, text, n) != 0;
	word->phrased = false;
	word->mention = NULL;
}

static void
add_uncontracted(struct reading *reading, const char *whole, size_t start,
    size_t end)
{
	const char *rest = strchr(whole, ' ');

	lexicon_add_word(reading, whole, strcspn(whole, " "), start, end);
	if (rest != NULL)
		lexicon_add_word(reading, rest + 1, strlen(rest + 1), start,
		    end);
}

/*
 * Reads "shouldn" before "'t" as "should not"; false if the last word and this
 * "t" are not a contraction.
 */
static bool
lexicon_add_contraction(struct reading *reading, const struct token *token)
{
	struct written last = reading->count > 0 ? reading->words[
	    reading->count - 1] : (struct written){ .stem = NULL };
	const char *whole;

	if (last.stem == NULL || token->n != 1 || *token->word != 't' ||
	    !english_is_apostrophe(reading->text + last.end, token->start -
	    last.end))
		return false;
	whole = english_uncontracted(reading->text + last.start, last.end -
	    last.start);
	if (whole == NULL)
		return false;
	reading->count--;
	reading->key.len = last.key;
	add_uncontracted(reading, whole, last.start, token->end);
	return true;
}

/* Adds a contraction typed without its apostrophe, "shouldnt"; else false. */
static bool
add_unmarked(struct reading *reading, const struct token *token)
{
	const char *whole = token->n < 2 || token->word[token->n - 1] != 't' ?
	    NULL : english_uncontracted(token->word, token->n - 1);

	if (whole == NULL)
		return false;
	add_uncontracted(reading, whole, token->start, token->end);
	return true;
}

static void
lexicon_on_word(void *user, const struct token *token)
{
	struct reading *reading = user;

	if (!lexicon_add_contraction(reading, token) &&
	    !add_unmarked(reading, token))
		lexicon_add_word(reading, token->word, token->n, token->start,
		    token->end);
}

void
lexicon_split(struct reading *reading)
{
	library_words(reading->lexicon->library, reading->text,
	    lexicon_on_word, reading);
}

/* The key for a run of words, *n bytes. */
static const char *
key_of(const struct reading *reading, size_t from, size_t to, size_t *n)
{
	size_t start = reading->words[from].key;

	*n = (to == reading->count ? reading->key.len :
	    reading->words[to].key) - start;
	return reading->key.data + start;
}

struct phrase *
lexicon_find_phrase(const struct reading *reading, size_t from, size_t to)
{
	size_t n;
	const char *key = key_of(reading, from, to, &n);
	uint32_t number = words_find(reading->lexicon->keys, key, n);

	return number == 0 ? NULL : lexicon_phrase_at(reading->lexicon,
	    number - 1);
}

uint32_t
lexicon_word(const struct lexicon *lexicon, const char *word)
{
	char *stem = library_stem(lexicon->library, NULL, word, strlen(word));
	uint32_t number = words_find(lexicon->features, stem, strlen(stem));

	mem_free(stem);
	return number;
}

const struct phrase *
lexicon_phrase(struct lexicon *lexicon, const char *text)
{
	void *scratch = mem_context(NULL);
	struct reading reading = { .lexicon = lexicon, .ctx = scratch,
	    .text = text };
	const struct phrase *phrase;

	lexicon_split(&reading);
	phrase = reading.count == 0 ? NULL : lexicon_find_phrase(&reading, 0,
	    reading.count);
	mem_free(scratch);
	return phrase;
}

struct list *
lexicon_classes(struct lexicon *lexicon, uint32_t word, bool make)
{
	while (make && lexicon->classes.count <= word)
		list_add(lexicon, &lexicon->classes, NULL);
	if (word >= lexicon->classes.count)
		return NULL;
	if (list_at(&lexicon->classes, word) == NULL && make)
		lexicon->classes.at[word] = mem_new(lexicon, struct list);
	return lexicon_classes_at(lexicon, word);
}

const struct concept *
lexicon_broader(const struct lexicon *lexicon, const struct concept *concept)
{
	return concept->broader == CONCEPT_NONE ? NULL :
	    list_at(&lexicon->concepts, concept->broader);
}
