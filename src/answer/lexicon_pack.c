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
	pack_string(ctx, concept->id, out);
	pack_string(ctx, concept->label, out);
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
		pack_string(ctx, name->text, out);
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
	struct item_packer phrases = { .count = 0 }, classes = { .count = 0 };
	struct words **sets[WORD_SETS];
	const struct list *list;
	size_t i;

	list_sets(lexicon, sets);
	for (i = 0; i < WORD_SETS; i++)
		words_pack(*sets[i], ctx, out);
	pack_number(ctx, lexicon->concepts.count, out);
	for (i = 0; i < lexicon->concepts.count; i++)
		pack_concept(ctx, list_at(&lexicon->concepts, i), out);
	for (i = 0; i < lexicon->phrases.count; i++) {
		pack_phrase(ctx, lexicon, list_at(&lexicon->phrases, i),
		    &phrases.bytes);
		pack_item_end(ctx, &phrases);
	}
	pack_items(ctx, &phrases, out);
	for (i = 0; i < lexicon->classes.count; i++) {
		list = list_at(&lexicon->classes, i);
		lexicon_pack_features(ctx, list == NULL ? &none : list,
		    &classes.bytes);
		pack_item_end(ctx, &classes);
	}
	pack_items(ctx, &classes, out);
	pack_number(ctx, lexicon->longest, out);
}

/* Unpacking. */

/* An empty list with room for the next items. */
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
	list.count = in->wrong ? 0 : list.count;
	return list;
}

static void
unpack_concept(struct unpacker *in, const struct lexicon *lexicon,
    struct concept *concept, size_t count)
{
	size_t features = words_count(lexicon->features) + 1;

	concept->id = unpack_string(in);
	concept->label = unpack_string(in);
	concept->facet = (enum facet)unpack_below(in, FACET_COUNT + 1);
	concept->feature = (uint32_t)unpack_below(in, features);
	concept->broader = unpack_below(in, count + 1);
	concept->broader = concept->broader == 0 ? CONCEPT_NONE :
	    concept->broader - 1;
	concept->subject = unpack_below(in, 2) == 1;
	concept->group = unpack_below(in, features);
}

static struct list
unpack_names(struct unpacker *in, const struct lexicon *lexicon)
{
	struct list names = unpack_list_of(in, lexicon);
	struct name *name;

	while (names.count < names.capacity && !in->wrong) {
		name = mem_new(lexicon, struct name);
		name->concept = unpack_number_of(in, lexicon);
		name->text = unpack_string(in);
		names.at[names.count++] = name;
	}
	names.count = in->wrong ? 0 : names.count;
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

struct phrase *
lexicon_phrase_at(struct lexicon *lexicon, size_t i)
{
	struct phrase *phrase = list_at(&lexicon->phrases, i);
	struct unpacker in;

	if (phrase == NULL) {
		in = items_at(&lexicon->packed_phrases, i);
		lexicon->phrases.at[i] = phrase = unpack_phrase(&in, lexicon);
		if (!unpack_is_done(&in))
			library_damaged(lexicon->library);
	}
	return phrase;
}

struct list *
lexicon_classes_at(struct lexicon *lexicon, size_t i)
{
	struct list *classes = list_at(&lexicon->classes, i);
	struct unpacker in;

	if (classes == NULL && i < lexicon->packed_classes.count) {
		in = items_at(&lexicon->packed_classes, i);
		classes = mem_new(lexicon, struct list);
		*classes = lexicon_unpack_features(&in, lexicon, classes);
		lexicon->classes.at[i] = classes;
		if (!unpack_is_done(&in))
			library_damaged(lexicon->library);
	}
	return classes;
}

void
lexicon_index_concepts(struct lexicon *lexicon)
{
	const struct concept *concept;
	size_t i;

	lexicon->by_feature_count = words_count(lexicon->features) + 1;
	lexicon->by_feature = mem_array(lexicon, uint32_t,
	    lexicon->by_feature_count);
	for (i = 0; i < lexicon->concepts.count; i++) {
		concept = list_at(&lexicon->concepts, i);
		lexicon->by_feature[concept->feature] = (uint32_t)i + 1;
	}
}

static void
unpack_concepts(struct unpacker *in, struct lexicon *lexicon)
{
	struct list concepts = unpack_list_of(in, lexicon);
	struct concept *all = mem_array(lexicon, struct concept,
	    concepts.capacity);

	while (concepts.count < concepts.capacity && !in->wrong) {
		unpack_concept(in, lexicon, &all[concepts.count],
		    concepts.capacity);
		concepts.at[concepts.count] = &all[concepts.count];
		concepts.count++;
	}
	lexicon->concepts = concepts;
	in->wrong |= concepts.count != words_count(lexicon->ids);
}

/* A list whose items are NULL until they are needed. */
static struct list
list_of_items(const void *ctx, const struct items *items)
{
	return (struct list){ .at = mem_array(ctx, void *, items->count),
	    .count = items->count, .capacity = items->count };
}

struct lexicon *
lexicon_unpack(struct unpacker *in, const void *ctx, struct library *library)
{
	struct lexicon *lexicon = mem_new(ctx, struct lexicon);
	struct words **sets[WORD_SETS];
	size_t i;

	lexicon->library = library;
	list_sets(lexicon, sets);
	for (i = 0; i < WORD_SETS; i++)
		*sets[i] = words_unpack(in, lexicon);
	unpack_concepts(in, lexicon);
	lexicon->packed_phrases = unpack_items(in);
	lexicon->phrases = list_of_items(lexicon, &lexicon->packed_phrases);
	lexicon->packed_classes = unpack_items(in);
	lexicon->classes = list_of_items(lexicon, &lexicon->packed_classes);
	in->wrong |= lexicon->phrases.count != words_count(lexicon->keys);
	lexicon->longest = unpack_number(in);
	if (!in->wrong)
		lexicon_index_concepts(lexicon);
	return lexicon;
}
