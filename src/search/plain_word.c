/* Everyday words on health, and the words that records use instead. */
#include "search/plain_word.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Sorted by the everyday word. */
static const char *const plain_words[][2] = {
	{ "aerobics", "exercise" }, { "app", "digital" },
	{ "babies", "infant" }, { "baby", "infant" }, { "blues", "depression" },
	{ "booze", "alcohol" }, { "cardio", "exercise" },
	{ "coffee", "caffeine" }, { "counselling", "psychological" },
	{ "counsellor", "psychological" }, { "cycling", "exercise" },
	{ "dizzy", "dizziness" }, { "doc", "doctor" }, { "doze", "sleep" },
	{ "dozing", "sleep" }, { "elderly", "older" }, { "exhausted", "tired" },
	{ "fitness", "exercise" }, { "gran", "older" }, { "grandad", "older" },
	{ "granddad", "older" }, { "grandma", "older" },
	{ "grandmother", "older" }, { "grandparent", "older" },
	{ "granny", "older" }, { "gym", "exercise" }, { "herb", "herbal" },
	{ "hiking", "exercise" }, { "internet", "online" },
	{ "jog", "exercise" }, { "jogger", "exercise" },
	{ "jogging", "exercise" }, { "kid", "children" }, { "kip", "sleep" },
	{ "knackered", "tired" }, { "lad", "adolescent" }, { "lamp", "light therapy" },
	{ "leaflet", "education" }, { "lightbox", "light therapy" },
	{ "med", "medication" }, { "nan", "older" }, { "nana", "older" },
	{ "newborn", "infant" }, { "op", "surgery" }, { "panicky", "anxiety" },
	{ "pensioner", "older" }, { "pill", "medication" },
	{ "puffy", "swelling" }, { "quiz", "questionnaire" },
	{ "rowing", "exercise" }, { "running", "exercise" },
	{ "scared", "anxiety" }, { "seniors", "older" },
	{ "shattered", "tired" }, { "slumber", "sleep" },
	{ "smartphone", "digital" }, { "snooze", "sleep" },
	{ "sport", "exercise" }, { "stressed", "stress" },
	{ "swim", "exercise" }, { "swimming", "exercise" },
	{ "tablet", "medication" }, { "teen", "adolescent" },
	{ "teenager", "adolescent" }, { "toddler", "children" },
	{ "treadmill", "exercise" }, { "tummy", "abdominal" },
	{ "walk", "exercise" }, { "web", "online" }, { "website", "online" },
	{ "workout", "exercise" }, { "worried", "anxiety" },
	{ "worry", "anxiety" }, { "worrying", "anxiety" },
	{ "youngster", "adolescent" },
};

static int
by_word(const void *word, const void *row)
{
	return strcmp(word, *(const char *const *)row);
}

static const char *
plain_word_of(const char *word)
{
	const char *const *row = bsearch(word, plain_words, COUNT(plain_words),
	    sizeof(plain_words[0]), by_word);

	return row == NULL ? NULL : row[1];
}

const char *
plain_word(const char *word)
{
	const char *found = plain_word_of(word);
	const size_t n = strlen(word);
	char *one;

	if (found != NULL || n < 2 || word[n - 1] != 's')
		return found;
	one = mem_text_n(NULL, word, n - 1);
	found = plain_word_of(one);
	mem_free(one);
	return found;
}
