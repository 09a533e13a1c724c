/* Serialises the lexicon for the index. */
#include "answer/lexicon_inside.h"

#include <stdint.h>
#include <string.h>

enum { WORD_SETS = 9 };

/* The sets of words, in the order of the format. */
static void
list_sets(struct lexicon *lexicon, struct words **sets[WORD_SETS])
{
	sets[0] = &lexicon->features;
	sets[1] = &lexicon->stop;
	sets[2] = &lexicon->question;
	sets[3] = &lexicon->general;
	sets[4] = &lexicon->more;
	sets[5] = &lexicon->less;
	sets[6] = &lexicon->keys;
	sets[7] = &lexicon->starts;
	sets[8] = &lexicon->ids;
}

static void
pack_words(const void *ctx, const struct words *words, struct buf *out)
{
	uint32_t i;

	pack_number(ctx, words_count(words), out);
	for (i = 1; i <= words_count(words); i++)
		pack_text(ctx, words_text(words, i), out);
}

void
lexicon_pack_features(const void *ctx, const struct list *features,
    struct buf *out)
{
	size_t i;

	pack_number(ctx, features->count, out);
	for (i = 0; i < features->count; i++)
		pack_number(ctx, (uintptr_t)list_at(features, i), out);
}

static size_t
concept_number(const struct lexicon *lexicon, const struct concept *concept)
{
	return words_find(lexicon->ids, concept->id, strlen(concept->id)) - 1;
}

void
lexicon_pack_concepts(const void *ctx, const struct lexicon *lexicon,
    const struct list *concepts, struct buf *out)
{
	size_t i;

	pack_number(ctx, concepts->count, out);
	for (i = 0; i < concepts->count; i++)
		pack_number(ctx, concept_number(lexicon, list_at(concepts, i)),
		    out);
}

static void
pack_concept(const void *ctx, const struct concept *concept, struct buf *out)
{
	pack_text(ctx, concept->id, out);
	pack_text(ctx, concept->label, out);
	pack_number(ctx, concept->facet, out);
	pack_number(ctx, concept->feature, out);
	pack_number(ctx, concept->broader == CONCEPT_NONE ? 0 :
	    concept->broader + 1, out);
	pack_number(ctx, concept->subject, out);
	pack_number(ctx, concept->group, out);
}

static void
pack_names(const void *ctx, const struct lexicon *lexicon,
    const struct list *names, struct buf *out)
{
	const struct name *name;
	size_t i;

	pack_number(ctx, names->count, out);
	for (i = 0; i < names->count; i++) {
		name = list_at(names, i);
		pack_number(ctx, concept_number(lexicon, name->concept), out);
		pack_text(ctx, name->text, out);
	}
}

static void
pack_phrase(const void *ctx, const struct lexicon *lexicon,
    const struct phrase *phrase, struct buf *out)
{
	lexicon_pack_concepts(ctx, lexicon, &phrase->concepts, out);
	pack_names(ctx, lexicon, &phrase->abbreviated, out);
	pack_names(ctx, lexicon, &phrase->named, out);
	pack_number(ctx, phrase->class, out);
	pack_number(ctx, phrase->silent, out);
}

void
lexicon_pack(const void *ctx, struct lexicon *lexicon, struct buf *out)
{
	static const struct list none = { .at = NULL };
	struct words **sets[WORD_SETS];
	const struct list *classes;
	size_t i;

	list_sets(lexicon, sets);
	for (i = 0; i < WORD_SETS; i++)
		pack_words(ctx, *sets[i], out);
	pack_number(ctx, lexicon->concepts.count, out);
	for (i = 0; i < lexicon->concepts.count; i++)
		pack_concept(ctx, list_at(&lexicon->concepts, i), out);
	pack_number(ctx, lexicon->phrases.count, out);
	for (i = 0; i < lexicon->phrases.count; i++)
		pack_phrase(ctx, lexicon, list_at(&lexicon->phrases, i), out);
	pack_number(ctx, lexicon->classes.count, out);
	for (i = 0; i < lexicon->classes.count; i++) {
		classes = list_at(&lexicon->classes, i);
		lexicon_pack_features(ctx, classes == NULL ? &none : classes,
		    out);
	}
	pack_number(ctx, lexicon->longest, out);
}

/* Unpacking. */

/*
 * Each word keeps its number, as none occurs twice.  Packed words may contain
 * characters that no text can have.
 */
static struct words *
unpack_words(struct unpacker *in, const void *ctx)
{
	struct words *words = words_new(ctx, FEATURES_MAX);
	size_t count = unpack_count(in), i, n;
	const char *word;

	for (i = 1; i <= count && !in->wrong; i++) {
		n = unpack_number(in);
		word = unpack_raw(in, n);
		in->wrong |= word == NULL || memchr(word, '\0', n) != NULL ||
		    words_number(words, word, n) != i;
	}
	return words;
}

/* A list with capacity for the next items. */
static struct list
unpack_list_of(struct unpacker *in, const void *ctx)
{
	size_t count = unpack_count(in);

	return (struct list){ .at = count == 0 ? NULL : mem_array(ctx, void *,
	    count), .capacity = count };
}

struct list
lexicon_unpack_features(struct unpacker *in, const struct lexicon *lexicon,
    const void *ctx)
{
	struct list list = unpack_list_of(in, ctx);

	while (list.count < list.capacity && !in->wrong)
		list.at[list.count++] = (void *)(uintptr_t)unpack_below(in,
		    words_count(lexicon->features) + 1);
	return list;
}

static struct concept *
unpack_number_of(struct unpacker *in, const struct lexicon *lexicon)
{
	size_t i = unpack_below(in, lexicon->concepts.count);

	return in->wrong ? NULL : list_at(&lexicon->concepts, i);
}

struct list
lexicon_unpack_concepts(struct unpacker *in, const struct lexicon *lexicon,
    const void *ctx)
{
	struct list list = unpack_list_of(in, ctx);

	while (list.count < list.capacity && !in->wrong)
		list.at[list.count++] = unpack_number_of(in, lexicon);
	return list;
}

static struct concept *
unpack_concept(struct unpacker *in, const struct lexicon *lexicon, size_t count)
{
	struct concept *concept = mem_new(lexicon, struct concept);
	size_t features = words_count(lexicon->features) + 1;

	concept->id = unpack_text(in, lexicon);
	concept->label = unpack_text(in, lexicon);
	concept->facet = (enum facet)unpack_below(in, FACET_COUNT + 1);
	concept->feature = (uint32_t)unpack_below(in, features);
	concept->broader = unpack_below(in, count + 1);
	concept->broader = concept->broader == 0 ? CONCEPT_NONE :
	    concept->broader - 1;
	concept->subject = unpack_below(in, 2) == 1;
	concept->group = unpack_below(in, features);
	return concept;
}

static struct list
unpack_names(struct unpacker *in, const struct lexicon *lexicon)
{
	struct list names = unpack_list_of(in, lexicon);
	struct name *name;

	while (names.count < names.capacity && !in->wrong) {
		name = mem_new(lexicon, struct name);
		name->concept = unpack_number_of(in, lexicon);
		name->text = unpack_text(in, lexicon);
		names.at[names.count++] = name;
	}
	return names;
}

static struct phrase *
unpack_phrase(struct unpacker *in, const struct lexicon *lexicon)
{
	struct phrase *phrase = mem_new(lexicon, struct phrase);

	phrase->concepts = lexicon_unpack_concepts(in, lexicon, lexicon);
	phrase->abbreviated = unpack_names(in, lexicon);
	phrase->named = unpack_names(in, lexicon);
	phrase->class = (uint32_t)unpack_below(in, words_count(
	    lexicon->features) + 1);
	phrase->silent = unpack_below(in, 2) == 1;
	return phrase;
}

static void
unpack_concepts_and_phrases(struct unpacker *in, struct lexicon *lexicon)
{
	struct list concepts = unpack_list_of(in, lexicon);
	struct list phrases;

	while (concepts.count < concepts.capacity && !in->wrong)
		concepts.at[concepts.count++] = unpack_concept(in, lexicon,
		    concepts.capacity);
	lexicon->concepts = concepts;
	phrases = unpack_list_of(in, lexicon);
	while (phrases.count < phrases.capacity && !in->wrong)
		phrases.at[phrases.count++] = unpack_phrase(in, lexicon);
	lexicon->phrases = phrases;
	in->wrong |= concepts.count != words_count(lexicon->ids) ||
	    phrases.count != words_count(lexicon->keys);
}

struct lexicon *
lexicon_unpack(struct unpacker *in, const void *ctx, struct library *library)
{
	struct lexicon *lexicon = mem_new(ctx, struct lexicon);
	struct words **sets[WORD_SETS];
	struct list *classes;
	size_t i;

	lexicon->library = library;
	list_sets(lexicon, sets);
	for (i = 0; i < WORD_SETS; i++)
		*sets[i] = unpack_words(in, lexicon);
	unpack_concepts_and_phrases(in, lexicon);
	lexicon->classes = unpack_list_of(in, lexicon);
	while (lexicon->classes.count < lexicon->classes.capacity &&
	    !in->wrong) {
		classes = mem_new(lexicon, struct list);
		*classes = lexicon_unpack_features(in, lexicon, classes);
		lexicon->classes.at[lexicon->classes.count++] = classes;
	}
	lexicon->longest = unpack_number(in);
	if (!in->wrong)
		lexicon_index_concepts(lexicon);
	return lexicon;
}
