/* Questions about harm. */
#include "answer/harm.h"

#include "answer/sentence.h"
#include "base/text.h"

static const char *const asking[] = {
	"can", "could", "does", "do", "did", "will", "would", "may", "might",
};

/* Words that refer to the treatment without naming it. */
static const char *const pronouns[] = { "it", "this", "that", "they", "these",
	"treatment", "therapy" };

/* Words between the treatment and the verb. */
static const char *const between[] = { "ever", "really", "also", "actually",
	"permanently", "not", "be", "just", "easily", "sometimes" };

/* Verbs that ask about harm, whatever follows. */
static const char *const damages[] = {
	"damage", "damages", "burst", "bursts", "harm", "harms", "injure",
	"injures", "worsen", "worsens", "aggravate", "aggravates", "rupture",
	"ruptures", "infect", "bleed", "leave", "leaves", "ruin", "ruins",
	"dislocate",
};

/*
 * Verbs that ask about harm unless an intended effect follows ("break up
 * lumps").
 */
static const char *const breaks[] = {
	"break", "breaks", "tear", "tears", "cause", "causes", "crack",
	"fracture", "provoke", "provokes", "trigger", "triggers",
};

static const char *const causes[] = { "cause", "causes", "provoke",
	"provokes", "trigger", "triggers" };

static const char *const particles[] = { "up", "down", "apart", "loose",
	"through", "me", "out" };

static const char *const makes[] = { "make", "makes", "get", "gets" };
static const char *const worse[] = { "worse", "ill", "sick", "sicker" };

/* Names of outcomes that are harms. */
static const char *const names[] = { "safety", "harm", "harms", "adverse",
	"complications", "tolerability", "unwanted" };

enum { WORDS_MOST_READ = 64, NAME_MOST = 4 };

static bool
names_subject(const struct unit *unit, size_t at)
{
	size_t i;

	for (i = 0; i < unit->mentions->count; i++)
		if (unit->mentions->at[i].subject &&
		    unit->mentions->at[i].start <= at &&
		    unit->mentions->at[i].end > at)
			return true;
	return false;
}

/*
 * Whether an intended effect of treatments is named after `at`, or a condition
 * that they are meant to remove.
 */
static bool
names_effect(const struct unit *unit, size_t at, bool conditions)
{
	const struct mention *mention;
	const struct concept *concept;
	size_t i, j;

	for (i = 0; i < unit->mentions->count; i++) {
		mention = &unit->mentions->at[i];
		for (j = 0; mention->start >= at && j < mention->count; j++) {
			concept = unit_concept(unit, mention, j);
			if (concept != NULL && (concept->facet ==
			    FACET_MECHANISM || concept->facet ==
			    FACET_OUTCOME || (conditions && concept->facet ==
			    FACET_CONDITION)))
				return true;
		}
	}
	return false;
}

/*
 * Whether the words from `i` on, which follow the treatment, are about damage.
 */
static bool
tells_of_harm(const struct unit *unit, const char *text,
    const struct word_of *words, size_t count, size_t i)
{
	size_t at;

	while (i < count && WORD_AMONG(words[i], between))
		i++;
	if (i == count)
		return false;
	if (WORD_AMONG(words[i], damages))
		return true;
	if (WORD_AMONG(words[i], breaks))
		return i + 1 < count && !WORD_AMONG(words[i + 1],
		    particles) && !names_effect(unit, (size_t)(words[i +
		    1].at - text), !WORD_AMONG(words[i], causes));
	for (at = i + 1; WORD_AMONG(words[i], makes) && at < count; at++)
		if (WORD_AMONG(words[at], worse))
			return true;
	return false;
}

bool
harm_is_asked(const struct unit *unit, const char *text)
{
	struct word_of words[WORDS_MOST_READ];
	size_t count = words_of(text, words, WORDS_MOST_READ), i, at;

	for (i = 0; i + 2 < count; i++) {
		if (!WORD_AMONG(words[i], asking))
			continue;
		for (at = i + 1; at < count && at <= i + NAME_MOST; at++)
			if ((WORD_AMONG(words[at], pronouns) ||
			    names_subject(unit, (size_t)(words[at].at -
			    text))) &&
			    tells_of_harm(unit, text, words, count, at + 1))
				return true;
	}
	return false;
}

/* Whether the name of an outcome is one of harms. */
static bool
names_harm(const struct concept *concept)
{
	struct word_of words[WORDS_MOST_READ];
	size_t count = words_of(concept->label, words, WORDS_MOST_READ), i;

	for (i = 0; i < count; i++)
		if (WORD_AMONG(words[i], names))
			return true;
	return false;
}

static const struct concept *
first_outcome(const struct known *known)
{
	const struct concept *concept;
	size_t i;

	for (i = 0; i < known->own.count; i++) {
		concept = list_at(&known->own, i);
		if (concept->facet == FACET_OUTCOME)
			return concept;
	}
	return NULL;
}

bool
harm_is_named(const struct unit *unit, const struct known *known)
{
	const struct concept *outcome = first_outcome(known);
	size_t i;

	for (i = 0; outcome != NULL && i < unit->mentions->count; i++)
		if (mention_names(&unit->mentions->at[i], outcome->feature))
			return true;
	return false;
}

bool
harm_is_topic(const struct unit *unit, const struct known *known, bool any)
{
	const struct lexicon *lexicon = unit->knowledge->lexicon;
	const struct concept *concept = first_outcome(known);
	size_t steps;

	for (steps = 0; concept != NULL && steps < SENSES_MAX; steps++) {
		if (names_harm(concept))
			return any || (steps == 0 && known->conditions.count ==
			    0);
		concept = lexicon_broader(lexicon, concept);
	}
	return false;
}
