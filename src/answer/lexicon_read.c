/* Finds the possible meanings of the words of a text. */
#include "answer/lexicon_inside.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "answer/english.h"
#include "base/text.h"

enum {
	READING_ROOM = 1 << 15,	/* bytes, enough for a sentence or two */
	CAPITALS_BELOW = 4	/* shorter abbreviations need capitals */
};

/* Meanings. */

static void
add_sense(struct mention *mention, uint32_t feature, enum sense_kind kind)
{
	size_t i;

	for (i = 0; i < mention->count; i++)
		if (mention->senses[i].feature == feature) {
			if (kind < mention->senses[i].kind)
				mention->senses[i].kind = kind;
			return;
		}
	if (mention->count < SENSES_MAX)
		mention->senses[mention->count++] = (struct sense){ feature,
		    kind };
}

static void
add_classes(struct lexicon *lexicon, struct mention *mention)
{
	const struct list *classes = lexicon_classes(lexicon, mention->word,
	    false);
	size_t i;

	for (i = 0; classes != NULL && mention->word != 0 && i <
	    classes->count; i++)
		add_sense(mention, (uint32_t)(uintptr_t)list_at(classes, i),
		    SENSE_CLASS);
}

/*
 * A word or phrase means a concept and all broader ones.  An instrument is not
 * the treatment: a text about tools does not name their use.
 */
static void
lexicon_add_meaning(const struct lexicon *lexicon, struct mention *mention,
    const struct concept *concept)
{
	enum sense_kind kind = SENSE_CONCEPT;
	size_t steps = lexicon->concepts.count;

	if (concept->subject && mention->which != 0)
		mention->word = mention->which;
	else if (concept->subject && concept->facet != FACET_INSTRUMENT)
		mention->subject = true;
	for (; concept != NULL && steps-- > 0;
	    concept = lexicon_broader(lexicon, concept)) {
		add_sense(mention, concept->feature, kind);
		kind = SENSE_BROADER;
	}
}

static struct mention *
add_mention(struct reading *reading, struct written *word, bool learn)
{
	struct lexicon *lexicon = reading->lexicon;
	struct mention *mention = mem_new(reading->ctx, struct mention);
	size_t n = strlen(word->stem);

	mention->start = word->start;
	mention->end = word->end;
	mention->word = learn ? words_number(lexicon->features, word->stem,
	    n) : words_find(lexicon->features, word->stem, n);
	mention->question = words_find(lexicon->question, word->stem, n) != 0;
	mention->general = words_find(lexicon->general, word->stem, n) != 0;
	mention->more = words_find(lexicon->more, word->stem, n) != 0 ? 1 :
	    words_find(lexicon->less, word->stem, n) != 0 ? -1 : 0;
	if (mention->word != 0)
		add_sense(mention, mention->word, SENSE_WORD);
	add_classes(lexicon, mention);
	word->mention = mention;
	return mention;
}

/*
 * Short abbreviations count only in capitals: LET is not "let".  Inflected
 * words are never abbreviations: "letting".
 */
static bool
is_abbreviated(const struct reading *reading, size_t from, size_t to)
{
	size_t letters = 0, capitals = 0, at;

	for (at = reading->words[from].start; at < reading->words[to -
	    1].end; at++) {
		letters += isalpha((unsigned char)reading->text[at]) != 0;
		capitals += isupper((unsigned char)reading->text[at]) != 0;
	}
	return letters >= CAPITALS_BELOW || capitals == letters;
}

/*
 * Whether a word is in capitals but the rest of its text is not: then LET
 * cannot be "let".
 */
static bool
stands_out(const struct reading *reading, size_t i)
{
	const struct written *word = &reading->words[i];
	size_t at;

	for (at = word->start; at < word->end; at++)
		if (!isupper((unsigned char)reading->text[at]))
			return false;
	for (at = 0; reading->text[at] != '\0'; at++)
		if (islower((unsigned char)reading->text[at]))
			return true;
	return reading->count == 1;
}

/* Whether words match a name exactly, or its plural. */
static bool
is_named(const struct reading *reading, size_t from, size_t to,
    const char *name)
{
	size_t start = reading->words[from].start, n = strlen(name);
	size_t length = reading->words[to - 1].end - start;

	return length >= n && strncasecmp(reading->text + start, name, n) ==
	    0 && (length == n || (length == n + 1 && reading->text[start +
	    n] == 's'));
}

/* Gives words the concepts that have exactly their spelling as a name. */
static void
lexicon_add_named(const struct reading *reading, const struct list *names,
    size_t from, size_t to, struct mention *mention)
{
	const struct name *name;
	size_t i;

	for (i = 0; i < names->count; i++) {
		name = list_at(names, i);
		if (is_named(reading, from, to, name->text))
			lexicon_add_meaning(reading->lexicon, mention,
			    name->concept);
	}
}

static void
apply_phrase(struct reading *reading, const struct phrase *phrase,
    size_t from, size_t to)
{
	bool abbreviated = is_abbreviated(reading, from, to);
	const struct name *name;
	struct mention *mention;
	size_t i, j;

	for (i = from; i < to; i++) {
		if (reading->words[i].mention == NULL && to - from == 1 &&
		    phrase->abbreviated.count > 0 && stands_out(reading, from)) {
			name = list_at(&phrase->abbreviated, 0);
			add_mention(reading, &reading->words[i], false)->word =
			    name->concept->feature;
		}
		mention = reading->words[i].mention;
		reading->words[i].phrased = to - from > 1;
		if (mention == NULL)
			continue;
		for (j = 0; j < phrase->concepts.count; j++)
			lexicon_add_meaning(reading->lexicon, mention,
			    list_at(&phrase->concepts, j));
		if (abbreviated)
			lexicon_add_named(reading, &phrase->abbreviated, from,
			    to, mention);
		lexicon_add_named(reading, &phrase->named, from, to, mention);
	}
}

/* Gives a word the meaning of a class only. */
static void
mean_only(struct mention *mention, uint32_t class)
{
	mention->subject = mention->question = mention->general = false;
	mention->more = 0;
	mention->count = 0;
	mention->word = class;
	add_sense(mention, class, SENSE_WORD);
}

static const char *
word_at(const struct reading *reading, size_t i, size_t *n)
{
	*n = reading->words[i].end - reading->words[i].start;
	return reading->text + reading->words[i].start;
}

/* Whether words ask for a degree: "how deep" is not about depth. */
static bool
asks_degree(const struct reading *reading, size_t from, size_t to)
{
	static const char *const how[] = { "how" };
	static const char *const degrees[] = { "deep", "hard", "firm", "strong",
	    "heavy" };
	const char *word, *degree;
	size_t n, degree_n;

	word = word_at(reading, from, &n);
	degree = to - from != 2 ? "" : word_at(reading, to - 1, &degree_n);
	return to - from == 2 && TEXT_WORD_AMONG(word, n, how) &&
	    TEXT_WORD_AMONG(degree, degree_n, degrees);
}

/*
 * An everyday phrase gives its meaning to its first content word, or removes
 * that word's meaning ("last week"); a phrase without a content word ("how
 * often") acts as a word itself.
 */
static void
apply_everyday(struct reading *reading, const struct phrase *phrase,
    size_t from, size_t to)
{
	struct mention *mention;
	uint32_t class = phrase->class;
	size_t i;

	for (i = from; i < to && reading->words[i].mention == NULL; i++)
		continue;
	if (i < to) {
		mention = reading->words[i].mention;
		if (asks_degree(reading, from, to)) {
			mean_only(mention, class);
			return;
		}
		mention->question = phrase->silent;
		mention->which = phrase->silent ? 0 : class;
		add_sense(mention, class, SENSE_CLASS);
		while (++i < to)
			if (reading->words[i].mention != NULL)
				reading->words[i].mention->question = true;
		return;
	}
	if (phrase->silent)
		return;
	mention = mem_new(reading->ctx, struct mention);
	mention->start = reading->words[from].start;
	mention->end = reading->words[to - 1].end;
	mention->word = class;
	mention->asks = true;
	add_sense(mention, class, SENSE_WORD);
	reading->words[from].mention = mention;
}

static void
apply_phrases(struct reading *reading, bool learn)
{
	const struct phrase *phrase;
	size_t from, to, last, taken = 0, heard = 0;

	for (from = 0; from < reading->count; from++) {
		if (words_find(reading->lexicon->starts,
		    reading->words[from].stem, strlen(
		    reading->words[from].stem)) == 0)
			continue;
		last = from + reading->lexicon->longest;
		for (to = last < reading->count ? last : reading->count; to >
		    from; to--) {
			phrase = lexicon_find_phrase(reading, from, to);
			if (phrase == NULL)
				continue;
			/*
			 * A record has every phrase; a question asks by the
			 * longest, not "what is" of "what is the evidence".
			 */
			if (phrase->class != 0 && (learn || to > heard)) {
				apply_everyday(reading, phrase, from, to);
				heard = to;
			}
			if (from < taken || phrase->concepts.count +
			    phrase->abbreviated.count + phrase->named.count ==
			    0)
				continue;
			apply_phrase(reading, phrase, from, to);
			taken = to;
		}
	}
}

/*
 * "Who can perform it" asks for the person: the verb after a leading "who" gets
 * the meaning of "who gives".
 */
static void
apply_who(struct reading *reading)
{
	const struct phrase *who;
	struct mention *mention;
	const char *word;
	size_t n, i;

	word = reading->count == 0 ? "" : word_at(reading, 0, &n);
	if (*word == '\0' || n != 3 || strncasecmp(word, "who", 3) != 0)
		return;
	who = lexicon_phrase(reading->lexicon, english_who);
	for (i = 1; i < reading->count && who != NULL; i++) {
		mention = reading->words[i].mention;
		word = word_at(reading, i, &n);
		if (mention == NULL || !english_is_doing(word, n))
			continue;
		mean_only(mention, who->class);
		return;
	}
}

/*
 * The word for research next to word i, with at most a few stop words between;
 * NULL if there is none.
 */
static struct mention *
research_beside(const struct reading *reading, size_t i)
{
	enum { BETWEEN = 3 };
	size_t at, n;
	const char *word;

	for (at = i + 1; at < reading->count && at <= i + BETWEEN; at++) {
		word = word_at(reading, at, &n);
		if (library_is_research(word, n))
			return reading->words[at].mention;
		if (!reading->words[at].stop)
			break;
	}
	for (at = i; at > 0 && at + BETWEEN > i; at--) {
		word = word_at(reading, at - 1, &n);
		if (library_is_research(word, n))
			return reading->words[at - 1].mention;
		if (!reading->words[at - 1].stop)
			break;
	}
	return NULL;
}

/* The first class of an English word; 0: none. */
static uint32_t
first_class(struct lexicon *lexicon, const char *word)
{
	const struct list *classes = lexicon_classes(lexicon,
	    lexicon_word(lexicon, word), false);

	return classes == NULL || classes->count == 0 ? 0 :
	    (uint32_t)(uintptr_t)list_at(classes, 0);
}

/*
 * "The evidence is weak" is not about weakness: such a word asks for the
 * certainty of the evidence, and "weak" also says that there is little.
 */
static void
apply_strength(struct reading *reading)
{
	uint32_t grade = first_class(reading->lexicon, english_grade);
	uint32_t scarce = first_class(reading->lexicon, english_scarce);
	struct mention *mention, *research;
	const char *word;
	size_t n, i;

	for (i = 0; i < reading->count && grade != 0 && scarce != 0; i++) {
		mention = reading->words[i].mention;
		word = word_at(reading, i, &n);
		research = mention == NULL || !library_is_strength(word, n) ?
		    NULL : research_beside(reading, i);
		if (research == NULL)
			continue;
		mean_only(research, lexicon_word(reading->lexicon,
		    english_research));
		add_classes(reading->lexicon, research);
		mean_only(mention, grade);
		if (library_is_weakness(word, n))
			add_sense(mention, scarce, SENSE_CLASS);
	}
}

static void
remove_sense(struct mention *mention, uint32_t feature)
{
	size_t i, n = 0;

	for (i = 0; i < mention->count; i++)
		if (mention->senses[i].feature != feature)
			mention->senses[n++] = mention->senses[i];
	mention->count = n;
}

static const char *
word_before(const struct reading *reading, size_t i, size_t *n)
{
	*n = 0;
	return i == 0 ? "" : word_at(reading, i - 1, n);
}

static const char *
word_after(const struct reading *reading, size_t i, size_t *n)
{
	*n = 0;
	return i + 1 == reading->count ? "" : word_at(reading, i + 1, n);
}

/* The word before word i, or before its article in "since the". */
static const char *
word_since(const struct reading *reading, size_t i, size_t *n)
{
	static const char *const its[] = { "the", "my", "his", "her", "their",
	    "your" };
	static const char *const since[] = { "since", "after" };
	const char *before = word_before(reading, i, n), *earlier;
	size_t earlier_n;

	if (i < 2 || !TEXT_WORD_AMONG(before, *n, its))
		return before;
	earlier = word_at(reading, i - 2, &earlier_n);
	if (!TEXT_WORD_AMONG(earlier, earlier_n, since))
		return before;
	*n = earlier_n;
	return earlier;
}

/* Keeps strokes of a hand apart from the illness of that name. */
static void
apply_stroke(struct reading *reading)
{
	uint32_t class = first_class(reading->lexicon, english_movement);
	size_t n, before_n, after_n, i;
	const char *word, *before, *after;
	struct mention *mention;

	for (i = 0; i < reading->count && class != 0; i++) {
		mention = reading->words[i].mention;
		word = word_at(reading, i, &n);
		before = word_since(reading, i, &before_n);
		after = word_after(reading, i, &after_n);
		switch (mention == NULL ? STROKE_NOT : english_stroke(word,
		    n, before, before_n, after, after_n)) {
		case STROKE_MOVEMENT:
			mean_only(mention, class);
			break;
		case STROKE_ILLNESS:
			remove_sense(mention, class);
			break;
		case STROKE_NOT:
			break;
		}
	}
}

/* In "at the back of the house", "back" is not a body part. */
static void
apply_positions(struct reading *reading)
{
	struct mention *mention;
	const char *word, *after;
	size_t n, after_n, i, j, kept;

	for (i = 0; i < reading->count; i++) {
		mention = reading->words[i].mention;
		word = word_at(reading, i, &n);
		after = word_after(reading, i, &after_n);
		if (mention == NULL || reading->words[i].phrased ||
		    !english_is_position(word, n, after, after_n))
			continue;
		for (j = kept = 0; j < mention->count; j++)
			if (mention->senses[j].kind == SENSE_CLASS)
				mention->senses[kept++] = mention->senses[j];
		mention->count = kept;
		mention->question = true;
	}
}

/* Whether the verb at word i is said of the treatment: "it does not hurt". */
static bool
follows_treatment(const struct reading *reading, size_t i)
{
	static const char *const names[] = { "it", "this", "treatment" };
	static const char *const between[] = { "not", "never", "does", "do",
	    "did", "may", "can", "could", "will", "would", "should", "doesn't",
	    "won't", "can't", "didn't", "shouldn't", "hardly", "really" };
	const struct mention *mention;
	const char *word;
	size_t n;

	while (i-- > 0) {
		word = word_at(reading, i, &n);
		mention = reading->words[i].mention;
		if (TEXT_WORD_AMONG(word, n, names) || (mention != NULL &&
		    mention->subject))
			return true;
		if (!TEXT_WORD_AMONG(word, n, between))
			return false;
	}
	return false;
}

/*
 * Gives a word the meaning of a class, but keeps the terms that it has as part
 * of a longer phrase: "does it hurt".
 */
static void
mean_painful(struct written *word, uint32_t class)
{
	const struct mention before = *word->mention;
	size_t i;

	mean_only(word->mention, class);
	for (i = 0; word->phrased && i < before.count; i++)
		if (before.senses[i].kind == SENSE_CONCEPT ||
		    before.senses[i].kind == SENSE_BROADER)
			add_sense(word->mention, before.senses[i].feature,
			    before.senses[i].kind);
}

/*
 * "It hurts" asks how it feels, "it can hurt you" what harm it does; "my leg
 * hurts" is a complaint.
 */
static void
apply_hurting(struct reading *reading)
{
	const struct phrase *painful = lexicon_phrase(reading->lexicon,
	    english_painful);
	const struct phrase *harmed = lexicon_phrase(reading->lexicon,
	    english_harmed);
	uint32_t injured = first_class(reading->lexicon, english_injured);
	struct mention *mention;
	const char *word, *after;
	size_t n, after_n, i;

	for (i = 0; i < reading->count && painful != NULL && harmed != NULL;
	    i++) {
		mention = reading->words[i].mention;
		word = word_at(reading, i, &n);
		after = word_after(reading, i, &after_n);
		switch (mention == NULL ? HURTING_NOT : english_hurting(word, n,
		    after, after_n)) {
		case HURTING_IS_PAINFUL:
			remove_sense(mention, injured);
			if (follows_treatment(reading, i))
				mean_painful(&reading->words[i],
				    painful->class);
			break;
		case HURTING_HARMS:
			mean_only(mention, harmed->class);
			break;
		case HURTING_NOT:
			break;
		}
	}
}

static bool
lexicon_is_listed(const struct mentions *mentions,
    const struct reading *reading, const struct mention *mention)
{
	size_t n = mention->end - mention->start, i;
	const struct mention *other;

	for (i = 0; i < mentions->count; i++) {
		other = &mentions->at[i];
		if (mention->word != 0 ? other->word == mention->word :
		    other->word == 0 && other->end - other->start == n &&
		    memcmp(reading->text + other->start, reading->text +
		    mention->start, n) == 0)
			return true;
	}
	return false;
}

struct mentions *
lexicon_read(struct lexicon *lexicon, const void *ctx, const char *text,
    size_t n, bool learn)
{
	struct mentions *mentions = mem_new(ctx, struct mentions);
	void *scratch = mem_room(NULL, 1, READING_ROOM);
	struct reading reading = { .lexicon = lexicon, .ctx = scratch };
	size_t i;

	assert(text != NULL || n == 0);
	reading.text = mem_text_n(scratch, text, n);
	lexicon_split(&reading);
	for (i = 0; i < reading.count; i++)
		if (!reading.words[i].stop)
			(void)add_mention(&reading, &reading.words[i], learn);
	apply_phrases(&reading, learn);
	apply_who(&reading);
	apply_strength(&reading);
	apply_stroke(&reading);
	apply_hurting(&reading);
	apply_positions(&reading);
	for (i = 0; i < reading.count; i++) {
		if (reading.words[i].mention == NULL ||
		    lexicon_is_listed(mentions, &reading,
		    reading.words[i].mention))
			continue;
		mentions->at = mem_grow(mentions, mentions->at,
		    &mentions->capacity, mentions->count + 1,
		    sizeof(*mentions->at));
		mentions->at[mentions->count++] = *reading.words[i].mention;
	}
	mem_free(scratch);
	return mentions;
}
