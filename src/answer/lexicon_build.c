/* The possible meanings of words. */
#include "answer/lexicon_inside.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "answer/english.h"
#include "base/text.h"

enum {
	PHRASE_WORDS = 8,	/* longer texts are read word by word */
	LETTERS_TO_MEND = 4	/* shorter words are not corrected */
};

/* The phrase for a text, created if new; NULL if it is too long. */
static struct phrase *
lexicon_add_phrase(struct lexicon *lexicon, const char *text)
{
	void *scratch = mem_context(NULL);
	struct reading reading = { .lexicon = lexicon, .ctx = scratch,
	    .text = text };
	struct phrase *phrase = NULL;

	lexicon_split(&reading);
	if (reading.count > 0 && reading.count <= PHRASE_WORDS) {
		if (reading.count > lexicon->longest)
			lexicon->longest = reading.count;
		(void)words_number(lexicon->starts, reading.words[0].stem,
		    strlen(reading.words[0].stem));
		if (words_number(lexicon->keys, reading.key.data,
		    reading.key.len) > lexicon->phrases.count)
			list_add(lexicon, &lexicon->phrases, mem_new(lexicon,
			    struct phrase));
		phrase = lexicon_find_phrase(&reading, 0, reading.count);
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
			add_number(lexicon, lexicon_classes(lexicon, word_feature(
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
lexicon_add_name(struct lexicon *lexicon, struct list *names,
    const struct concept *concept, const char *text)
{
	struct name *name = mem_new(lexicon, struct name);

	name->concept = concept;
	name->text = mem_text(lexicon, text);
	list_add(lexicon, names, name);
}

static void
lexicon_add_wording(struct lexicon *lexicon, struct concept *concept,
    const char *text)
{
	struct phrase *phrase = lexicon_add_phrase(lexicon, text);

	if (phrase == NULL)
		return;
	if (concept->facet != FACET_INSTRUMENT || strchr(text, ' ') != NULL)
		list_add(lexicon, &phrase->concepts, concept);
	else
		lexicon_add_name(lexicon, &phrase->named, concept, text);
}

/* Makes each half of "Posture and alignment" a further name of the term. */
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
			lexicon_add_name(lexicon, &phrase->abbreviated, concept,
			    list_at(&term->abbreviations, i));
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
		/* A concept has the number of its id, so none is there twice. */
		if (term == NULL || words_number(lexicon->ids, term->id,
		    strlen(term->id)) <= lexicon->concepts.count)
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
			phrase = lexicon_find_phrase(reading, from, to);
			if (phrase == NULL)
				continue;
			for (i = 0; i < phrase->concepts.count +
			    phrase->abbreviated.count; i++) {
				concept = i < phrase->concepts.count ?
				    list_at(&phrase->concepts, i) :
				    ((const struct name *)list_at(
				    &phrase->abbreviated, i -
				    phrase->concepts.count))->concept;
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

		lexicon_split(&reading);
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
	const struct concept *from, *to;
	struct concept *concept;
	size_t i, old;

	assert(one != NULL && other != NULL);
	from = lexicon_term(lexicon, one);
	to = lexicon_term(lexicon, other);
	if (from == NULL || to == NULL || !from->subject || !to->subject)
		return;
	old = from->group;
	for (i = 0; i < lexicon->concepts.count; i++) {
		concept = list_at(&lexicon->concepts, i);
		if (concept->subject && concept->group == old)
			concept->group = to->group;
	}
}

bool
lexicon_has_subject(const struct lexicon *lexicon)
{
	size_t i;

	for (i = 0; i < lexicon->concepts.count; i++)
		if (((const struct concept *)list_at(&lexicon->concepts,
		    i))->subject)
			return true;
	return false;
}

bool
lexicon_is_divided(const struct lexicon *lexicon)
{
	const struct concept *concept;
	size_t group = 0, i;

	for (i = 0; i < lexicon->concepts.count; i++) {
		concept = list_at(&lexicon->concepts, i);
		if (!concept->subject || concept->facet != FACET_TECHNIQUE)
			continue;
		if (group != 0 && concept->group != group)
			return true;
		group = concept->group;
	}
	return false;
}
