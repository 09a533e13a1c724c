/* Serialises the knowledge base for the index. */
#include "answer/knowledge_pack.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "answer/english.h"

enum {
	KNOWLEDGE_FORMAT = 6,	/* increase when the same records give different
				   bytes */
	SENSE_KINDS = SENSE_BROADER + 1,
	POSTING = 2 * PACKED_FIXED	/* bytes of a packed posting */
};

static XXH64_hash_t
hash_text(const char *text, XXH64_hash_t hash)
{
	return XXH3_64bits_withSeed(text, strlen(text), hash);
}

int64_t
knowledge_pack_version(const struct tuning *propositions,
    const struct tuning *topics)
{
	const char *const lists[] = { english_stop_words,
	    english_question_words, english_general_words, english_more,
	    english_less };
	XXH64_hash_t hash = KNOWLEDGE_FORMAT;
	size_t i;

	hash = XXH3_64bits_withSeed(propositions, sizeof(*propositions), hash);
	hash = XXH3_64bits_withSeed(topics, sizeof(*topics), hash);
	for (i = 0; i < COUNT(lists); i++)
		hash = hash_text(lists[i], hash);
	for (i = 0; i < english_classes_count; i++)
		hash = hash_text(english_classes[i], hash);
	return (int64_t)(hash >> 1);
}

static size_t
version_of(const struct knowledge *knowledge)
{
	return (size_t)knowledge_pack_version(knowledge->propositions.tuning,
	    knowledge->topics.tuning);
}

/* Packs only the parts of a wording that matching uses. */
static void
pack_mentions(const void *ctx, const struct mentions *mentions,
    struct buf *out)
{
	const struct mention *mention;
	size_t i, j;

	pack_number(ctx, mentions->count, out);
	for (i = 0; i < mentions->count; i++) {
		mention = &mentions->at[i];
		pack_number(ctx, mention->word, out);
		pack_number(ctx, mention->subject, out);
		pack_number(ctx, mention->count, out);
		for (j = 0; j < mention->count; j++)
			pack_number(ctx, (size_t)mention->senses[j].feature *
			    SENSE_KINDS + mention->senses[j].kind, out);
	}
}

static void
pack_known(const void *ctx, const struct lexicon *lexicon,
    const struct known *known, struct buf *out)
{
	size_t i;

	pack_string(ctx, known->id, out);
	pack_string(ctx, known->text, out);
	pack_number(ctx, known->wordings.count, out);
	for (i = 0; i < known->wordings.count; i++)
		pack_mentions(ctx, list_at(&known->wordings, i), out);
	lexicon_pack_concepts(ctx, lexicon, &known->conditions, out);
	lexicon_pack_concepts(ctx, lexicon, &known->own, out);
	lexicon_pack_concepts(ctx, lexicon, &known->techniques, out);
	lexicon_pack_features(ctx, &known->places, out);
	lexicon_pack_features(ctx, &known->regions, out);
	lexicon_pack_features(ctx, &known->named, out);
	lexicon_pack_features(ctx, &known->others, out);
	pack_number(ctx, known->works, out);
	pack_number(ctx, known->of_condition, out);
	pack_number(ctx, (size_t)(known->more + 1), out);
}

/* A weight is written as the bits of its float. */
static void
pack_postings(const void *ctx, const struct postings_of *of, struct buf *out)
{
	uint32_t bits;
	size_t i;

	for (i = 0; i < of->count; i++) {
		memcpy(&bits, &of->at[i].weight, sizeof(bits));
		pack_fixed(ctx, of->at[i].known, out);
		pack_fixed(ctx, bits, out);
	}
}

static void
pack_shelf(const void *ctx, const struct knowledge *knowledge,
    const struct shelf *shelf, struct buf *out)
{
	struct item_packer knowns = { .count = 0 }, postings = { .count = 0 };
	uint32_t feature;
	size_t i;

	for (i = 0; i < shelf->knowns.count; i++) {
		pack_known(ctx, knowledge->lexicon, list_at(&shelf->knowns, i),
		    &knowns.bytes);
		pack_item_end(ctx, &knowns);
	}
	pack_items(ctx, &knowns, out);
	for (feature = 0; feature <= knowledge->features; feature++)
		pack_fixed(ctx, shelf->frequency[feature], out);
	for (feature = 0; feature <= knowledge->features; feature++) {
		pack_postings(ctx, &shelf->postings[feature], &postings.bytes);
		pack_item_end(ctx, &postings);
	}
	pack_items(ctx, &postings, out);
}

struct buf
knowledge_pack(const void *ctx, const struct knowledge *knowledge)
{
	struct buf out = { .data = NULL };

	pack_number(ctx, version_of(knowledge), &out);
	lexicon_pack(ctx, knowledge->lexicon, &out);
	pack_shelf(ctx, knowledge, &knowledge->propositions, &out);
	pack_shelf(ctx, knowledge, &knowledge->topics, &out);
	pack_number(ctx, knowledge->subject, &out);
	return out;
}

/* Unpacking: checks that every number is valid in the knowledge base. */

static void
unpack_mention(struct unpacker *in, const struct knowledge *knowledge,
    struct mention *mention)
{
	size_t features = (size_t)knowledge->features + 1, i, sense;

	mention->word = (uint32_t)unpack_below(in, features);
	mention->subject = unpack_below(in, 2) == 1;
	mention->count = unpack_below(in, SENSES_MAX + 1);
	for (i = 0; i < mention->count; i++) {
		sense = unpack_below(in, features * SENSE_KINDS);
		mention->senses[i].feature = (uint32_t)(sense / SENSE_KINDS);
		mention->senses[i].kind = (enum sense_kind)(sense %
		    SENSE_KINDS);
	}
}

static struct mentions *
unpack_mentions(struct unpacker *in, const struct knowledge *knowledge)
{
	struct mentions *mentions = mem_new(knowledge, struct mentions);

	mentions->capacity = unpack_count(in);
	mentions->at = mem_array(knowledge, struct mention,
	    mentions->capacity);
	while (mentions->count < mentions->capacity && !in->wrong)
		unpack_mention(in, knowledge,
		    &mentions->at[mentions->count++]);
	return mentions;
}

static struct known *
unpack_known(struct unpacker *in, const struct knowledge *knowledge,
    enum rectype kind)
{
	const struct lexicon *lexicon = knowledge->lexicon;
	struct known *known = mem_new(knowledge, struct known);
	size_t count;

	known->kind = kind;
	known->id = unpack_string(in);
	known->text = unpack_string(in);
	for (count = unpack_count(in); count > 0 && !in->wrong; count--)
		list_add(knowledge, &known->wordings, unpack_mentions(in,
		    knowledge));
	if (known->wordings.count == 0)
		list_add(knowledge, &known->wordings, mem_new(knowledge,
		    struct mentions));
	known->conditions = lexicon_unpack_concepts(in, lexicon, knowledge);
	known->own = lexicon_unpack_concepts(in, lexicon, knowledge);
	known->techniques = lexicon_unpack_concepts(in, lexicon, knowledge);
	known->places = lexicon_unpack_features(in, lexicon, knowledge);
	known->regions = lexicon_unpack_features(in, lexicon, knowledge);
	known->named = lexicon_unpack_features(in, lexicon, knowledge);
	known->others = lexicon_unpack_features(in, lexicon, knowledge);
	known->works = unpack_number(in);
	known->of_condition = unpack_below(in, 2) == 1;
	known->more = (int)unpack_below(in, 3) - 1;
	return known;
}

const struct known *
shelf_known(struct shelf *shelf, size_t number)
{
	const struct known *known = list_at(&shelf->knowns, number);
	struct unpacker in;

	if (known == NULL) {
		in = items_at(&shelf->packed_knowns, number);
		shelf->knowns.at[number] = unpack_known(&in, shelf->knowledge,
		    shelf->kind);
		known = shelf->knowns.at[number];
		if (!unpack_is_done(&in))
			library_damaged(shelf->knowledge->library);
	}
	return known;
}

uint32_t
shelf_frequency(const struct shelf *shelf, uint32_t feature)
{
	return fixed_at(shelf->packed_frequency, feature);
}

struct packed_postings
shelf_postings(const struct shelf *shelf, uint32_t feature)
{
	struct unpacker in = items_at(&shelf->packed_postings, feature);

	return (struct packed_postings){ in.at, (size_t)(in.end - in.at) /
	    POSTING };
}

struct posting
posting_at(const struct packed_postings *postings, size_t i)
{
	struct posting posting = { .known = fixed_at(postings->at, 2 * i) };
	uint32_t bits = fixed_at(postings->at, 2 * i + 1);

	memcpy(&posting.weight, &bits, sizeof(bits));
	return posting;
}

static void
unpack_shelf(struct unpacker *in, struct knowledge *knowledge,
    struct shelf *shelf, enum rectype kind)
{
	size_t features = (size_t)knowledge->features + 1;

	shelf->knowledge = knowledge;
	shelf->kind = kind;
	shelf->packed_knowns = unpack_items(in);
	shelf->knowns.count = shelf->packed_knowns.count;
	shelf->knowns.at = mem_array(knowledge, void *, shelf->knowns.count);
	shelf->packed_frequency = (const unsigned char *)unpack_raw(in,
	    features * PACKED_FIXED);
	shelf->packed_postings = unpack_items(in);
	in->wrong |= shelf->packed_postings.count != features;
}

/* Scratch memory for matching, by records and features. */
static void
make_scratch(struct knowledge *knowledge)
{
	struct shelf *const shelves[] = { &knowledge->propositions,
	    &knowledge->topics };
	struct shelf *shelf;
	size_t i, count;

	for (i = 0; i < COUNT(shelves); i++) {
		shelf = shelves[i];
		count = shelf->knowns.count + 1;
		shelf->found = mem_array(knowledge, double, count);
		shelf->current = mem_array(knowledge, double, count);
		shelf->agreeing = mem_array(knowledge, unsigned, count);
	}
	knowledge->present = mem_array(knowledge, double,
	    knowledge->features + 1);
}

bool
knowledge_unpack(struct knowledge *knowledge, const char *bytes, size_t n)
{
	struct unpacker in = unpack_begin(bytes, n);

	if (unpack_number(&in) != version_of(knowledge))
		return false;
	knowledge->lexicon = lexicon_unpack(&in, knowledge,
	    knowledge->library);
	knowledge->features = lexicon_features(knowledge->lexicon);
	unpack_shelf(&in, knowledge, &knowledge->propositions,
	    RECTYPE_PROPOSITION);
	unpack_shelf(&in, knowledge, &knowledge->topics, RECTYPE_TOPIC);
	knowledge->subject = (uint32_t)unpack_below(&in,
	    (size_t)knowledge->features + 1);
	make_scratch(knowledge);
	return unpack_is_done(&in);
}
