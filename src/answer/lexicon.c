/* The possible meanings of words. */
#include "answer/lexicon_inside.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "answer/english.h"
#include "base/text.h"

enum {
	READING_ROOM = 1 << 15,	/* bytes, enough for a sentence or two */
	PHRASE_WORDS = 8,	/* longer texts are read word by word */
	CAPITALS_BELOW = 4,	/* shorter abbreviations need capitals */
	LETTERS_TO_MEND = 4	/* shorter words are not corrected */
};

/* A word of the text being read. */
struct written {
	char		*stem;
	size_t		 key;		/* offset of its stem in the key */
	size_t		 start;
	size_t		 end;
	bool		 stop;
	struct mention	*mention;	/* NULL: no content */
};

struct reading {
	struct lexicon	*lexicon;
	const void	*ctx;
	const char	*text;
	struct written	*words;
	size_t		 count;
	size_t		 capacity;
	struct buf	 key;		/* all stems, each followed by a
					   space */
};

static void
lexicon_on_word(void *user, const struct token *token)
{
	struct reading *reading = user;
	struct lexicon *lexicon = reading->lexicon;
	struct written *word;

	reading->words = mem_grow(reading->ctx, reading->words,
	    &reading->capacity, reading->count + 1, sizeof(*word));
	word = &reading->words[reading->count++];
	word->stem = library_stem(lexicon->library, reading->ctx,
	    token->word, token->n);
	word->key = reading->key.len;
	buf_text(reading->ctx, &reading->key, word->stem);
	buf_add(reading->ctx, &reading->key, " ", 1);
	word->start = token->start;
	word->end = token->end;
	word->stop = words_find(lexicon->stop, token->word, token->n) != 0;
	word->mention = NULL;
}

static void
split_words(struct reading *reading)
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

/* The phrase that matches a run of words, or NULL; borrowed. */
static struct phrase *
find_phrase(const struct reading *reading, size_t from, size_t to)
{
	size_t n;
	const char *key = key_of(reading, from, to, &n);
	uint32_t number = words_find(reading->lexicon->keys, key, n);

	return number == 0 ? NULL : list_at(&reading->lexicon->phrases,
	    number - 1);
}

/* The phrase for a text, created if new; NULL if it is too long. */
static struct phrase *
lexicon_add_phrase(struct lexicon *lexicon, const char *text)
{
	void *scratch = mem_context(NULL);
	struct reading reading = { .lexicon = lexicon, .ctx = scratch,
	    .text = text };
	struct phrase *phrase = NULL;

	split_words(&reading);
	if (reading.count > 0 && reading.count <= PHRASE_WORDS) {
		if (reading.count > lexicon->longest)
			lexicon->longest = reading.count;
		(void)words_number(lexicon->starts, reading.words[0].stem,
		    strlen(reading.words[0].stem));
		if (words_number(lexicon->keys, reading.key.data,
		    reading.key.len) > lexicon->phrases.count)
			list_add(lexicon, &lexicon->phrases, mem_new(lexicon,
			    struct phrase));
		phrase = find_phrase(&reading, 0, reading.count);
	}
	mem_free(scratch);
	return phrase;
}

/* English. */

static struct words *
word_set(struct lexicon *lexicon, const char *words, bool stemmed)
{
	struct words *set = words_new(lexicon, FEATURES_MAX);
	char *stem;
	size_t n;

	for (; *words != '\0'; words += n + strspn(words + n, " ")) {
		n = strcspn(words, " ");
		stem = stemmed ? library_stem(lexicon->library, lexicon,
		    words, n) : NULL;
		(void)words_number(set, stemmed ? stem : words, stemmed ?
		    strlen(stem) : n);
		mem_free(stem);
	}
	return set;
}

static uint32_t
word_feature(struct lexicon *lexicon, const char *word, size_t n)
{
	char *stem = library_stem(lexicon->library, lexicon, word, n);
	uint32_t number = words_number(lexicon->features, stem, strlen(stem));

	mem_free(stem);
	return number;
}

static struct list *
classes_of(struct lexicon *lexicon, uint32_t word, bool make)
{
	while (make && lexicon->classes.count <= word)
		list_add(lexicon, &lexicon->classes, NULL);
	if (word >= lexicon->classes.count)
		return NULL;
	if (list_at(&lexicon->classes, word) == NULL && make)
		lexicon->classes.at[word] = mem_new(lexicon, struct list);
	return list_at(&lexicon->classes, word);
}

static void
add_number(struct lexicon *lexicon, struct list *list, uint32_t number)
{
	list_add(lexicon, list, (void *)(uintptr_t)number);
}

static void
read_class(struct lexicon *lexicon, const char *line, size_t index)
{
	char *name = mem_format(lexicon, "=%zu", index), *text;
	uint32_t class = words_number(lexicon->features, name, strlen(name));
	struct phrase *phrase;
	size_t n = strcspn(line, " "), i;
	char *first = library_stem(lexicon->library, lexicon, line, n);
	bool silent = words_find(lexicon->question, first, strlen(first)) !=
	    0;

	mem_free(first);
	for (; *line != '\0'; line += n + strspn(line + n, " ")) {
		n = strcspn(line, " ");
		if (memchr(line, '_', n) == NULL) {
			add_number(lexicon, classes_of(lexicon, word_feature(
			    lexicon, line, n), true), class);
			continue;
		}
		text = mem_text_n(lexicon, line, n);
		for (i = 0; i < n; i++)
			if (text[i] == '_')
				text[i] = ' ';
		phrase = lexicon_add_phrase(lexicon, text);
		if (phrase != NULL) {
			phrase->class = class;
			phrase->silent = silent;
		}
		mem_free(text);
	}
	mem_free(name);
}

/* The vocabulary. */

static void
lexicon_add_wording(struct lexicon *lexicon, struct concept *concept,
    const char *text)
{
	struct phrase *phrase = lexicon_add_phrase(lexicon, text);
	struct name *name;

	if (phrase == NULL)
		return;
	if (concept->facet != FACET_INSTRUMENT || strchr(text, ' ') != NULL) {
		list_add(lexicon, &phrase->concepts, concept);
		return;
	}
	name = mem_new(lexicon, struct name);
	name->concept = concept;
	name->text = mem_text(lexicon, text);
	list_add(lexicon, &phrase->named, name);
}

/* Each word of "Posture and alignment" is also a name for it. */
static void
add_halves(struct lexicon *lexicon, struct concept *concept, const char *label)
{
	const char *joint = strstr(label, " and ");
	const char *rest = joint == NULL ? NULL : joint + strlen(" and ");
	char *first;

	if (joint == NULL || strchr(rest, ' ') != NULL || strcspn(label, " ") !=
	    (size_t)(joint - label))
		return;
	first = mem_text_n(lexicon, label, (size_t)(joint - label));
	lexicon_add_wording(lexicon, concept, first);
	lexicon_add_wording(lexicon, concept, rest);
	mem_free(first);
}

static void
add_concept(struct lexicon *lexicon, const struct term *term)
{
	struct concept *concept = mem_new(lexicon, struct concept);
	char *name = mem_format(lexicon, "c:%s", term->id);
	struct phrase *phrase;
	size_t i;

	concept->id = mem_text(lexicon, term->id);
	concept->label = mem_text(lexicon, term->label);
	concept->facet = facet_find(term->facet);
	concept->feature = words_number(lexicon->features, name,
	    strlen(name));
	concept->broader = CONCEPT_NONE;
	mem_free(name);
	(void)words_number(lexicon->ids, term->id, strlen(term->id));
	list_add(lexicon, &lexicon->concepts, concept);
	for (i = 0; i <= term->synonyms.count; i++)
		lexicon_add_wording(lexicon, concept, i == 0 ? term->label :
		    list_at(&term->synonyms, i - 1));
	add_halves(lexicon, concept, term->label);
	for (i = 0; i < term->everyday.count; i++) {
		phrase = lexicon_add_phrase(lexicon,
		    list_at(&term->everyday, i));
		if (phrase != NULL)
			list_add(lexicon, &phrase->concepts, concept);
	}
	for (i = 0; i < term->abbreviations.count; i++) {
		phrase = lexicon_add_phrase(lexicon,
		    list_at(&term->abbreviations, i));
		if (phrase != NULL)
			list_add(lexicon, &phrase->abbreviated, concept);
	}
}

static void
read_vocabulary(struct lexicon *lexicon, struct library *library)
{
	void *scratch = mem_context(NULL);
	struct list ids = library_ids(library, scratch, RECTYPE_TERM);
	struct list broader = { .at = NULL };
	const struct concept *above;
	const struct term *term;
	struct concept *concept;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		term = library_record(library, scratch, RECTYPE_TERM,
		    list_at(&ids, i));
		if (term == NULL)
			continue;
		add_concept(lexicon, term);
		list_add(scratch, &broader, mem_text(scratch, term->broader ==
		    NULL ? "" : term->broader));
	}
	for (i = 0; i < lexicon->concepts.count; i++) {
		concept = list_at(&lexicon->concepts, i);
		above = lexicon_term(lexicon, list_at(&broader, i));
		if (above != NULL && above != concept)
			concept->broader = words_find(lexicon->ids, above->id,
			    strlen(above->id)) - 1;
	}
	mem_free(scratch);
}

void
lexicon_index_concepts(struct lexicon *lexicon)
{
	const struct concept *concept;
	size_t i;

	lexicon->by_feature_count = words_count(lexicon->features) + 1;
	lexicon->by_feature = mem_array(lexicon, size_t,
	    lexicon->by_feature_count);
	for (i = 0; i < lexicon->concepts.count; i++) {
		concept = list_at(&lexicon->concepts, i);
		lexicon->by_feature[concept->feature] = i + 1;
	}
}

struct lexicon *
lexicon_new(const void *ctx, struct library *library)
{
	struct lexicon *lexicon = mem_new(ctx, struct lexicon);
	size_t i;

	lexicon->library = library;
	lexicon->features = words_new(lexicon, FEATURES_MAX);
	lexicon->keys = words_new(lexicon, FEATURES_MAX);
	lexicon->starts = words_new(lexicon, FEATURES_MAX);
	lexicon->ids = words_new(lexicon, FEATURES_MAX);
	lexicon->stop = word_set(lexicon, english_stop_words, false);
	lexicon->question = word_set(lexicon, english_question_words, true);
	lexicon->general = word_set(lexicon, english_general_words, true);
	lexicon->more = word_set(lexicon, english_more, true);
	lexicon->less = word_set(lexicon, english_less, true);
	for (i = 0; i < english_classes_count; i++)
		read_class(lexicon, english_classes[i], i);
	read_vocabulary(lexicon, library);
	lexicon_index_concepts(lexicon);
	return lexicon;
}

uint32_t
lexicon_features(const struct lexicon *lexicon)
{
	return words_count(lexicon->features);
}

const struct concept *
lexicon_concept(const struct lexicon *lexicon, uint32_t feature)
{
	size_t index = feature < lexicon->by_feature_count ?
	    lexicon->by_feature[feature] : 0;

	return index == 0 ? NULL : list_at(&lexicon->concepts, index - 1);
}

struct concept *
lexicon_term(struct lexicon *lexicon, const char *id)
{
	uint32_t number = words_find(lexicon->ids, id, strlen(id));

	return number == 0 ? NULL : list_at(&lexicon->concepts, number - 1);
}

const struct concept *
lexicon_broader(const struct lexicon *lexicon, const struct concept *concept)
{
	return concept->broader == CONCEPT_NONE ? NULL :
	    list_at(&lexicon->concepts, concept->broader);
}

bool
mention_names(const struct mention *mention, uint32_t feature)
{
	size_t i;

	for (i = 0; i < mention->count; i++)
		if (mention->senses[i].feature == feature &&
		    mention->senses[i].kind == SENSE_CONCEPT)
			return true;
	return false;
}

const char *
lexicon_nearest(const struct lexicon *lexicon, const char *word)
{
	size_t n = strlen(word), length;
	const char *nearest = NULL, *known;
	uint32_t i, count = words_count(lexicon->features);

	for (i = 1; i <= count && n >= LETTERS_TO_MEND; i++) {
		known = words_text(lexicon->features, i);
		length = strlen(known);
		if (*known != *word || length + 1 < n || length > n + 1 ||
		    strpbrk(known, " :=") != NULL || text_distance(word,
		    known, 1) > 1)
			continue;
		if (nearest != NULL)
			return NULL;
		nearest = known;
	}
	return nearest != NULL && text_is_safe(nearest, strlen(nearest)) ?
	    nearest : NULL;
}

/* The subject of the bibliography. */

/* The topmost marked concept at or above a concept; stops at cycles. */
static const struct concept *
subject_above(const struct lexicon *lexicon, const struct concept *concept)
{
	const struct concept *found = NULL;
	size_t steps = lexicon->concepts.count;

	for (; concept != NULL && steps-- > 0;
	    concept = lexicon_broader(lexicon, concept))
		if (concept->subject)
			found = concept;
	return found;
}

/* Whether a wording of an instrument names a marked technique. */
static bool
is_called_after(const struct reading *reading)
{
	const struct phrase *phrase;
	const struct concept *concept;
	size_t from, to, i;

	for (from = 0; from < reading->count; from++)
		for (to = from + 1; to <= reading->count; to++) {
			if (from == 0 && to == reading->count)
				continue;
			phrase = find_phrase(reading, from, to);
			if (phrase == NULL)
				continue;
			for (i = 0; i < phrase->concepts.count +
			    phrase->abbreviated.count; i++) {
				concept = i < phrase->concepts.count ?
				    list_at(&phrase->concepts, i) :
				    list_at(&phrase->abbreviated,
				    i - phrase->concepts.count);
				if (concept->subject && concept->facet !=
				    FACET_INSTRUMENT)
					return true;
			}
		}
	return false;
}

static void
mark_instrument(struct lexicon *lexicon, struct library *library,
    struct concept *concept)
{
	void *scratch = mem_context(NULL);
	const struct term *term = library_record(library, scratch,
	    RECTYPE_TERM, concept->id);
	size_t i;

	for (i = 0; term != NULL && i < term->synonyms.count &&
	    !concept->subject; i++) {
		struct reading reading = { .lexicon = lexicon,
		    .ctx = scratch, .text = list_at(&term->synonyms, i) };

		split_words(&reading);
		concept->subject = is_called_after(&reading);
	}
	mem_free(scratch);
}

void
lexicon_set_subjects(struct lexicon *lexicon, struct library *library,
    const struct list *ids)
{
	const struct concept *above;
	struct concept *concept;
	size_t i;

	for (i = 0; i < ids->count; i++) {
		concept = lexicon_term(lexicon, list_at(ids, i));
		if (concept != NULL)
			concept->subject = true;
	}
	for (i = 0; i < lexicon->concepts.count; i++) {
		concept = list_at(&lexicon->concepts, i);
		if (concept->facet == FACET_INSTRUMENT && !concept->subject)
			mark_instrument(lexicon, library, concept);
	}
	for (i = 0; i < lexicon->concepts.count; i++) {
		concept = list_at(&lexicon->concepts, i);
		above = subject_above(lexicon, concept);
		concept->subject = above != NULL;
		concept->group = above == NULL ? 0 : above->feature;
	}
}

void
lexicon_join_subjects(struct lexicon *lexicon, const char *one,
    const char *other)
{
	const struct concept *from = lexicon_term(lexicon, one);
	const struct concept *to = lexicon_term(lexicon, other);
	struct concept *concept;
	size_t i, old;

	if (from == NULL || to == NULL || !from->subject || !to->subject)
		return;
	old = from->group;
	for (i = 0; i < lexicon->concepts.count; i++) {
		concept = list_at(&lexicon->concepts, i);
		if (concept->subject && concept->group == old)
			concept->group = to->group;
	}
}

/* Reading. */

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
	const struct list *classes = classes_of(lexicon, mention->word,
	    false);
	size_t i;

	for (i = 0; classes != NULL && mention->word != 0 && i <
	    classes->count; i++)
		add_sense(mention, (uint32_t)(uintptr_t)list_at(classes, i),
		    SENSE_CLASS);
}

/* A word or phrase means a concept and all broader ones. */
static void
lexicon_add_meaning(const struct lexicon *lexicon, struct mention *mention,
    const struct concept *concept)
{
	enum sense_kind kind = SENSE_CONCEPT;
	size_t steps = lexicon->concepts.count;

	if (concept->subject && mention->which != 0)
		mention->word = mention->which;
	else if (concept->subject)
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

/* Short abbreviations count only in capitals: LET is not "let". */
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

static void
apply_phrase(struct reading *reading, const struct phrase *phrase,
    size_t from, size_t to)
{
	const struct lexicon *lexicon = reading->lexicon;
	bool abbreviated = is_abbreviated(reading, from, to);
	const struct name *name;
	struct mention *mention;
	size_t i, j;

	for (i = from; i < to; i++) {
		mention = reading->words[i].mention;
		if (mention == NULL)
			continue;
		for (j = 0; j < phrase->concepts.count; j++)
			lexicon_add_meaning(lexicon, mention,
			    list_at(&phrase->concepts, j));
		for (j = 0; abbreviated && j < phrase->abbreviated.count; j++)
			lexicon_add_meaning(lexicon, mention,
			    list_at(&phrase->abbreviated, j));
		for (j = 0; j < phrase->named.count; j++) {
			name = list_at(&phrase->named, j);
			if (is_named(reading, from, to, name->text))
				lexicon_add_meaning(lexicon, mention, name->concept);
		}
	}
}

/*
 * An everyday phrase gives its meaning to its first content word, or removes
 * that word's meaning ("last week"); without a content word ("how often") it
 * acts as a word itself.
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
		mention->question = phrase->silent;
		mention->which = phrase->silent ? 0 : class;
		add_sense(mention, class, SENSE_CLASS);
		return;
	}
	if (phrase->silent)
		return;
	mention = mem_new(reading->ctx, struct mention);
	mention->start = reading->words[from].start;
	mention->end = reading->words[to - 1].end;
	mention->word = class;
	add_sense(mention, class, SENSE_WORD);
	reading->words[from].mention = mention;
}

static void
apply_phrases(struct reading *reading)
{
	const struct phrase *phrase;
	size_t from, to, last, taken = 0;

	for (from = 0; from < reading->count; from++) {
		if (words_find(reading->lexicon->starts,
		    reading->words[from].stem, strlen(
		    reading->words[from].stem)) == 0)
			continue;
		last = from + reading->lexicon->longest;
		for (to = last < reading->count ? last : reading->count; to >
		    from; to--) {
			phrase = find_phrase(reading, from, to);
			if (phrase == NULL)
				continue;
			if (phrase->class != 0)
				apply_everyday(reading, phrase, from, to);
			if (from < taken || phrase->concepts.count +
			    phrase->abbreviated.count + phrase->named.count ==
			    0)
				continue;
			apply_phrase(reading, phrase, from, to);
			taken = to;
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
	struct reading reading = { .lexicon = lexicon, .ctx = scratch,
	    .text = mem_text_n(scratch, text, n) };
	size_t i;

	split_words(&reading);
	for (i = 0; i < reading.count; i++)
		if (!reading.words[i].stop)
			(void)add_mention(&reading, &reading.words[i], learn);
	apply_phrases(&reading);
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
