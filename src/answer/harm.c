/* Questions about harm. */
#include "answer/harm.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

static const char *const asking[] = {
	"can", "could", "does", "do", "did", "will", "would", "may", "might",
};

/* The treatment, unless it is named. */
static const char *const pronouns[] = { "it", "this", "that", "they", "these",
	"treatment", "therapy" };

/* Words between the treatment and the verb. */
static const char *const between[] = { "ever", "really", "also", "actually",
	"permanently", "not", "be", "just", "easily", "sometimes" };

/* They ask about harm, whatever follows. */
static const char *const damages[] = {
	"damage", "damages", "burst", "bursts", "harm", "harms", "injure",
	"injures", "worsen", "worsens", "aggravate", "aggravates", "rupture",
	"ruptures", "infect", "bleed", "leave", "leaves", "ruin", "ruins",
	"dislocate",
};

/* They do unless what follows is an effect that is meant ("break up lumps"). */
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

struct harm_word {
	const char	*at;
	size_t		 n;
};

#define IS_IN(table, word)	\
	harm_has((table), sizeof(table) / sizeof((table)[0]), (word))

static bool
harm_has(const char *const *table, size_t count, struct harm_word word)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strlen(table[i]) == word.n && strncasecmp(table[i],
		    word.at, word.n) == 0)
			return true;
	return false;
}

static size_t
harm_words(const char *text, struct harm_word *words, size_t most)
{
	size_t count = 0, n;

	while (*text != '\0' && count < most) {
		for (n = 0; isalnum((unsigned char)text[n]) || text[n] == '\'';
		    n++)
			continue;
		if (n > 0)
			words[count++] = (struct harm_word){ text, n };
		text += n > 0 ? n : 1;
	}
	return count;
}

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
 * Whether an effect that treatments are meant to have is named after `at`, or a
 * condition that is meant to go.
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

/* Whether the words from `i` on, after the treatment, are about damage. */
static bool
tells_of_harm(const struct unit *unit, const char *text,
    const struct harm_word *words, size_t count, size_t i)
{
	size_t at;

	while (i < count && IS_IN(between, words[i]))
		i++;
	if (i == count)
		return false;
	if (IS_IN(damages, words[i]))
		return true;
	if (IS_IN(breaks, words[i]))
		return i + 1 < count && !IS_IN(particles, words[i + 1]) &&
		    !names_effect(unit, (size_t)(words[i + 1].at - text),
		    !IS_IN(causes, words[i]));
	for (at = i + 1; IS_IN(makes, words[i]) && at < count; at++)
		if (IS_IN(worse, words[at]))
			return true;
	return false;
}

bool
harm_is_asked(const struct unit *unit, const char *text)
{
	struct harm_word words[WORDS_MOST_READ];
	size_t count = harm_words(text, words, WORDS_MOST_READ), i, at;

	for (i = 0; i + 2 < count; i++) {
		if (!IS_IN(asking, words[i]))
			continue;
		for (at = i + 1; at < count && at <= i + NAME_MOST; at++)
			if ((IS_IN(pronouns, words[at]) || names_subject(unit,
			    (size_t)(words[at].at - text))) &&
			    tells_of_harm(unit, text, words, count, at + 1))
				return true;
	}
	return false;
}

/* Whether the name of an outcome is one of harms. */
static bool
names_harm(const struct concept *concept)
{
	struct harm_word words[WORDS_MOST_READ];
	size_t count = harm_words(concept->label, words, WORDS_MOST_READ), i;

	for (i = 0; i < count; i++)
		if (IS_IN(names, words[i]))
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
