/* Everyday words on health, and the words that records use instead. */
#include "search/plain_word.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Sorted by the everyday word. */
static const char *const plain_words[][2] = {
	{ "aerobics", "exercise" }, { "app", "digital" },
	{ "babies", "infant" }, { "baby", "infant" }, { "booze", "alcohol" },
	{ "coffee", "caffeine" }, { "counselling", "psychological" },
	{ "counsellor", "psychological" }, { "cycling", "exercise" },
	{ "dizzy", "dizziness" }, { "doc", "doctor" }, { "docs", "doctor" },
	{ "doze", "sleep" }, { "dozing", "sleep" }, { "elderly", "older" },
	{ "exhausted", "tired" }, { "gran", "older" }, { "grandad", "older" },
	{ "grandma", "older" }, { "grandmother", "older" },
	{ "granny", "older" }, { "gym", "exercise" }, { "herb", "herbal" },
	{ "hiking", "exercise" }, { "internet", "online" },
	{ "jog", "exercise" }, { "jogger", "exercise" },
	{ "jogging", "exercise" }, { "kid", "children" },
	{ "kids", "children" }, { "kip", "sleep" }, { "knackered", "tired" },
	{ "lamp", "light" }, { "lamps", "light" }, { "med", "medication" },
	{ "meds", "medication" }, { "newborn", "infant" }, { "op", "surgery" },
	{ "ops", "surgery" }, { "panicky", "anxiety" },
	{ "pensioner", "older" }, { "pensioners", "older" },
	{ "pill", "medication" }, { "pills", "medication" },
	{ "puffy", "swelling" }, { "quiz", "questionnaire" },
	{ "rowing", "exercise" }, { "running", "exercise" },
	{ "scared", "anxiety" }, { "seniors", "older" },
	{ "shattered", "tired" }, { "slumber", "sleep" },
	{ "smartphone", "digital" }, { "snooze", "sleep" },
	{ "sport", "exercise" }, { "sports", "exercise" },
	{ "stressed", "stress" }, { "swim", "exercise" },
	{ "swimming", "exercise" }, { "tablet", "medication" },
	{ "tablets", "medication" }, { "teen", "adolescent" },
	{ "teenager", "adolescent" }, { "teenagers", "adolescent" },
	{ "teens", "adolescent" }, { "toddler", "children" },
	{ "toddlers", "children" }, { "treadmill", "exercise" },
	{ "tummy", "abdominal" }, { "walk", "exercise" }, { "web", "online" },
	{ "website", "online" }, { "workout", "exercise" },
	{ "workouts", "exercise" },
};

static int
by_word(const void *word, const void *row)
{
	return strcmp(word, *(const char *const *)row);
}

const char *
plain_word(const char *word)
{
	const char *const *row = bsearch(word, plain_words, COUNT(plain_words),
	    sizeof(plain_words[0]), by_word);

	return row == NULL ? NULL : row[1];
}
