/* The sentences that a bibliography can recognise. */
#include "answer/knowledge.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "answer/knowledge_pack.h"
#include "answer/words.h"
#include "base/text.h"
#include "record/topic.h"

static const struct tuning of_propositions = {
	.class = 0.66, .concept = 0.59, .broader = 0.31,
	.own = 1, .synonyms = 0.9, .scope = 0.6, .related = 0.11,
	.reason = 0.26, .modifier = 1,
	.unknown = 1, .elsewhere = 3.37, .subject = 0.42, .specific = 1.84,
	.coverage = 0.56, .smooth = 0.98, .single = 0.44, .opposed = 0.83,
	.other = 0.75, .clause = 0.81,
	.threshold = 0.52, .near = 0.4, .ratio = 0.72,
};

static const struct tuning of_topics = {
	.class = 0.87, .concept = 0.68, .broader = 0.41,
	.own = 0.5, .synonyms = 0.81, .scope = 0.62, .related = 0.11,
	.reason = 0.062, .modifier = 0.45,
	.unknown = 2.53, .elsewhere = 2.13, .subject = 0.042, .specific = 1,
	.coverage = 0.53, .smooth = 1.18, .single = 0.85, .opposed = 1,
	.other = 0.48, .clause = 1,
	.condition = 1.15, .elsewise = 0.85, .region = 0.79, .unnamed = 0.6,
	.named = 0.32, .silent = 0.72, .foreign = 1,
	.threshold = 0.35, .near = 0.28, .ratio = 0.57,
};

enum {
	RECORDS_MAX = 1 << 22,
	SUBJECT_TOPICS = 2,	/* minimum topics of a main technique */
	SUBJECT_SHARE = 4	/* minimum propositions, as a share of those
				   on the most frequent technique */
};

/* A cache of records: each record is needed to describe several others. */

struct records {
	struct library		*library;
	struct words		*keys;
	struct list		 read;		/* index: key - 1; NULL: no
						   record */
};

static struct records *
records_new(const void *ctx, struct library *library)
{
	struct records *records = mem_new(ctx, struct records);

	records->library = library;
	records->keys = words_new(records, RECORDS_MAX);
	return records;
}

/* Returns a borrowed record; NULL if it does not exist. */
static const void *
record_of(struct records *records, enum rectype kind, const char *id)
{
	char *key = mem_format(NULL, "%d %s", (int)kind, id);
	uint32_t number = words_number(records->keys, key, strlen(key));

	mem_free(key);
	if (number == 0)
		return library_record(records->library, records, kind, id);
	if (number > records->read.count)
		list_add(records, &records->read, library_record(
		    records->library, records, kind, id));
	return list_at(&records->read, number - 1);
}

/* Building one shelf. */

struct builder {
	struct knowledge	*knowledge;
	struct records		*records;
	struct shelf		*shelf;
	struct list		 parts;		/* struct evidence_text, of
						   all known texts */
	struct list		*described;	/* struct list of struct
						   description, by term
						   feature */
};

/* A text of a term, parsed once for all records with the term. */
struct description {
	struct mentions		*mentions;
	size_t			 head;		/* see struct evidence_text */
	bool			 scope;		/* false: its label or a
						   synonym */
};

/* A wording of a record, with its weight. */
struct evidence_text {
	const struct known	*known;
	struct mentions		*mentions;
	double			 weight;
	size_t			 head;		/* in a name, the number of the
						   word that says what the thing
						   is: "cup" in "tea cup"; 0:
						   all words do */
};

static double
sense_weight(const struct tuning *tuning, enum sense_kind kind)
{
	switch (kind) {
	case SENSE_WORD:
		break;
	case SENSE_CLASS:
		return tuning->class;
	case SENSE_CONCEPT:
		return tuning->concept;
	case SENSE_BROADER:
		return tuning->broader;
	}
	return 1;
}

static struct mentions *
knowledge_read_text(const struct builder *builder, const char *text)
{
	return text == NULL || *text == '\0' ? NULL : lexicon_read(
	    builder->knowledge->lexicon, builder->knowledge, text,
	    strlen(text), true);
}

/* Adds a text as evidence for a record; NULL adds none. */
static void
add_evidence(struct builder *builder, const struct known *known,
    struct mentions *mentions, double weight, size_t head)
{
	struct evidence_text *part;

	if (mentions == NULL)
		return;
	part = mem_new(builder->shelf->knowns.at, struct evidence_text);
	*part = (struct evidence_text){ known, mentions, weight, head };
	list_add(builder->knowledge, &builder->parts, part);
}

static void
add_wording(struct builder *builder, struct known *known, const char *text)
{
	struct mentions *mentions = knowledge_read_text(builder, text);

	add_evidence(builder, known, mentions, 1, 0);
	if (mentions != NULL)
		list_add(builder->knowledge, &known->wordings, mentions);
}

static void
add_feature(struct builder *builder, struct list *list, uint32_t feature)
{
	if (feature != 0)
		list_add(builder->knowledge, list, (void *)(uintptr_t)feature);
}

/*
 * The position of the word in a name that says what the thing is: the last word
 * before "of" or a similar word.  Only such words leave a gap between content
 * words.
 */
static size_t
name_head(const char *text, const struct mentions *mentions)
{
	size_t i;

	for (i = 0; i + 1 < mentions->count; i++)
		if (strspn(text + mentions->at[i].end, " -'s") <
		    mentions->at[i + 1].start - mentions->at[i].end)
			return i + 1;
	return mentions->count;
}

static void
add_description(struct builder *builder, struct list *described,
    const char *text, bool scope)
{
	struct mentions *mentions = knowledge_read_text(builder, text);
	struct description *description;

	if (mentions == NULL)
		return;
	description = mem_new(described, struct description);
	*description = (struct description){ mentions, scope ? 0 :
	    name_head(text, mentions), scope };
	list_add(described, described, description);
}

/* The texts of a term; NULL if there is no such term. */
static const struct list *
description_of(struct builder *builder, const struct concept *concept)
{
	struct list *all = builder->described, *described;
	const struct term *term;
	size_t i;

	while (all->count <= concept->feature)
		list_add(builder->knowledge, all, NULL);
	described = list_at(all, concept->feature);
	if (described != NULL)
		return described;
	term = record_of(builder->records, RECTYPE_TERM, concept->id);
	if (term == NULL)
		return NULL;
	described = mem_new(builder->knowledge, struct list);
	all->at[concept->feature] = described;
	add_description(builder, described, term->label, false);
	for (i = 0; i < term->synonyms.count; i++)
		add_description(builder, described, list_at(&term->synonyms,
		    i), false);
	add_description(builder, described, term->scope, true);
	return described;
}

/* Adds the concepts of a list of ids, with their wordings and scope notes. */
static void
knowledge_add_terms(struct builder *builder, struct known *known,
    const struct list *ids, struct list *concepts, bool describe)
{
	const struct tuning *tuning = builder->shelf->tuning;
	const struct description *description;
	const struct list *described;
	struct concept *concept;
	size_t i, j;

	for (i = 0; i < ids->count; i++) {
		concept = lexicon_term(builder->knowledge->lexicon,
		    list_at(ids, i));
		if (concept == NULL)
			continue;
		list_add(builder->knowledge, concepts, concept);
		described = describe ? description_of(builder, concept) : NULL;
		for (j = 0; described != NULL && j < described->count; j++) {
			description = list_at(described, j);
			add_evidence(builder, known, description->mentions,
			    description->scope ? tuning->scope :
			    tuning->synonyms, description->head);
		}
	}
}

static struct known *
add_known(struct builder *builder, enum rectype kind, const char *id,
    const char *text)
{
	struct known *known = mem_new(builder->knowledge, struct known);
	const struct mentions *mentions;
	size_t more = 0, less = 0, i;

	known->kind = kind;
	known->id = mem_text(builder->knowledge, id);
	known->text = mem_text(builder->knowledge, text);
	list_add(builder->knowledge, &builder->shelf->knowns, known);
	add_wording(builder, known, text);
	mentions = known->wordings.count > 0 ? list_at(&known->wordings, 0) :
	    NULL;
	for (i = 0; mentions != NULL && i < mentions->count; i++) {
		more += mentions->at[i].more > 0;
		less += mentions->at[i].more < 0;
	}
	known->more = (more > 0) == (less > 0) ? 0 : more > 0 ? 1 : -1;
	return known;
}

static void
add_proposition(struct builder *builder,
    const struct proposition *proposition)
{
	struct known *known = add_known(builder, RECTYPE_PROPOSITION,
	    proposition->id, proposition->statement);
	const struct claim *claim;
	size_t i;

	for (i = 0; i < proposition->members.count; i++) {
		claim = record_of(builder->records, RECTYPE_CLAIM,
		    list_at(&proposition->members, i));
		if (claim != NULL && !text_same(claim->statement,
		    proposition->statement))
			add_wording(builder, known, claim->statement);
	}
	knowledge_add_terms(builder, known, &proposition->conditions,
	    &known->conditions, true);
	knowledge_add_terms(builder, known, &proposition->conditions,
	    &known->own, false);
	knowledge_add_terms(builder, known, &proposition->outcomes, &known->own,
	    true);
	knowledge_add_terms(builder, known, &proposition->mechanisms,
	    &known->own, true);
	knowledge_add_terms(builder, known, &proposition->techniques,
	    &known->techniques, false);
	add_evidence(builder, known, knowledge_read_text(builder,
	    proposition->verdict_reason), builder->shelf->tuning->reason, 0);
}

/* The statements of a topic's propositions are also evidence for it. */
static void
add_propositions(struct builder *builder, struct known *known,
    const struct list *ids)
{
	const struct proposition *proposition;
	size_t i;

	for (i = 0; i < ids->count; i++) {
		proposition = record_of(builder->records, RECTYPE_PROPOSITION,
		    list_at(ids, i));
		if (proposition != NULL)
			add_evidence(builder, known, knowledge_read_text(builder,
			    proposition->statement),
			    builder->shelf->tuning->related, 0);
	}
}

/*
 * Finds the body parts that the wordings name, and treatments in the first
 * wording.
 */
static void
find_named(struct builder *builder, struct known *known)
{
	const struct concept *concept;
	const struct mentions *wording;
	const struct mention *mention;
	size_t i, j, k;

	for (i = 0; i < known->wordings.count; i++) {
		wording = list_at(&known->wordings, i);
		for (j = 0; j < wording->count; j++) {
			mention = &wording->at[j];
			if (i == 0)
				add_feature(builder, &known->places,
				    mention->word);
			for (k = 0; k < mention->count; k++) {
				concept = mention->senses[k].kind !=
				    SENSE_CONCEPT ? NULL : lexicon_concept(
				    builder->knowledge->lexicon,
				    mention->senses[k].feature);
				if (concept == NULL)
					continue;
				if (concept->facet == FACET_REGION)
					add_feature(builder, &known->regions,
					    mention->word);
				if (i == 0 && concept->subject &&
				    concept->facet != FACET_INSTRUMENT)
					add_feature(builder, &known->named,
					    concept->feature);
				else if (i == 0 && concept->facet ==
				    FACET_TECHNIQUE)
					add_feature(builder, &known->others,
					    concept->feature);
			}
		}
	}
}

/* Collects the words of a topic's conditions. */
static void
find_places(struct builder *builder, struct known *known)
{
	const struct description *description;
	const struct list *described;
	size_t i, j, k;

	for (i = 0; i < known->conditions.count; i++) {
		described = description_of(builder,
		    list_at(&known->conditions, i));
		for (j = 0; described != NULL && j < described->count; j++) {
			description = list_at(described, j);
			for (k = 0; !description->scope && k <
			    description->mentions->count; k++)
				add_feature(builder, &known->places,
				    description->mentions->at[k].word);
		}
	}
}

/* Whether a wording names a term. */
static bool
wording_names(const struct mentions *wording, const struct concept *concept)
{
	size_t i;

	for (i = 0; i < wording->count; i++)
		if (mention_names(&wording->at[i], concept->feature))
			return true;
	return false;
}

/*
 * Adds ways to ask a topic's question, with each multiword name of the terms
 * that it names.  Only the first `most` terms are considered; returns whether
 * the question names any of them.
 */
static bool
add_names(struct builder *builder, struct known *known, const struct list *ids,
    size_t most)
{
	const struct description *description;
	const struct concept *concept;
	const struct list *described;
	bool any = false;
	size_t i, j;

	for (i = 0; i < ids->count && i < most; i++) {
		concept = lexicon_term(builder->knowledge->lexicon,
		    list_at(ids, i));
		described = concept == NULL || !wording_names(list_at(
		    &known->wordings, 0), concept) ? NULL :
		    description_of(builder, concept);
		any = any || described != NULL;
		for (j = 1; described != NULL && j < described->count; j++) {
			description = list_at(described, j);
			if (description->scope || description->mentions->count
			    < 2)
				continue;
			add_evidence(builder, known, description->mentions, 1,
			    description->head);
			list_add(builder->knowledge, &known->wordings,
			    description->mentions);
		}
	}
	return any;
}

static void
add_topic(struct builder *builder, const struct topic *topic)
{
	struct known *known = add_known(builder, RECTYPE_TOPIC, topic->id,
	    topic->question);
	size_t i;

	for (i = 0; i < topic->also.count; i++)
		add_wording(builder, known, list_at(&topic->also, i));
	knowledge_add_terms(builder, known, &topic->conditions,
	    &known->conditions, true);
	knowledge_add_terms(builder, known, &topic->conditions, &known->own,
	    false);
	knowledge_add_terms(builder, known, &topic->outcomes, &known->own,
	    true);
	knowledge_add_terms(builder, known, &topic->mechanisms, &known->own,
	    true);
	knowledge_add_terms(builder, known, &topic->terms, &known->own, true);
	knowledge_add_terms(builder, known, &topic->intervention,
	    &known->techniques, false);
	knowledge_add_terms(builder, known, &topic->comparators,
	    &known->techniques, true);
	add_propositions(builder, known, &topic->propositions);
	add_evidence(builder, known, knowledge_read_text(builder, topic->answer),
	    builder->shelf->tuning->reason, 0);
	known->works = topic->works.count;
	find_named(builder, known);
	find_places(builder, known);
	known->of_condition = add_names(builder, known, &topic->conditions,
	    topic->conditions.count);
	(void)add_names(builder, known, &topic->outcomes, 1);
	(void)add_names(builder, known, &topic->mechanisms, 1);
}

/* From texts to postings. */

static void
post(struct builder *builder, uint32_t feature, uint32_t number,
    double weight)
{
	struct postings_of *of = &builder->shelf->postings[feature];
	struct posting *last = of->count > 0 ? &of->at[of->count - 1] : NULL;

	if (last != NULL && last->known == number) {
		if (weight > (double)last->weight)
			last->weight = (float)weight;
		return;
	}
	of->at = mem_grow(builder->knowledge, of->at, &of->capacity,
	    of->count + 1, sizeof(*of->at));
	of->at[of->count++] = (struct posting){ number, (float)weight };
}

static void
post_part(struct builder *builder, const struct evidence_text *part, uint32_t number)
{
	const struct mention *mention;
	double weight;
	size_t i, j;

	for (i = 0; i < part->mentions->count; i++) {
		mention = &part->mentions->at[i];
		weight = part->head == 0 || part->head == i + 1 ?
		    part->weight : part->weight * builder->shelf->tuning->modifier;
		for (j = 0; j < mention->count; j++)
			post(builder, mention->senses[j].feature, number,
			    weight * sense_weight(builder->shelf->tuning,
			    mention->senses[j].kind));
	}
}

/* Adds a record to the counts of the features in its wordings. */
static void
count_features(struct builder *builder, const struct known *known,
    uint32_t *last, uint32_t number)
{
	const struct mentions *mentions;
	uint32_t feature;
	size_t i, j, k;

	for (i = 0; i < known->wordings.count; i++) {
		mentions = list_at(&known->wordings, i);
		for (j = 0; j < mentions->count; j++)
			for (k = 0; k < mentions->at[j].count; k++) {
				feature = mentions->at[j].senses[k].feature;
				if (last[feature] == number + 1)
					continue;
				last[feature] = number + 1;
				builder->shelf->frequency[feature]++;
			}
	}
}

static void
finish_shelf(struct builder *builder)
{
	struct knowledge *knowledge = builder->knowledge;
	struct shelf *shelf = builder->shelf;
	uint32_t *last = mem_array(knowledge, uint32_t, knowledge->features +
	    1), number;
	const struct concept *concept;
	const struct known *known;
	size_t at = 0, i;

	shelf->frequency = mem_array(knowledge, uint32_t,
	    knowledge->features + 1);
	shelf->postings = mem_array(knowledge, struct postings_of,
	    knowledge->features + 1);
	for (number = 0; number < shelf->knowns.count; number++) {
		known = list_at(&shelf->knowns, number);
		count_features(builder, known, last, number);
		for (; at < builder->parts.count && ((struct evidence_text *)
		    list_at(&builder->parts, at))->known == known; at++)
			post_part(builder, list_at(&builder->parts, at),
			    number);
		for (i = 0; i < known->own.count; i++) {
			concept = list_at(&known->own, i);
			post(builder, concept->feature, number,
			    shelf->tuning->own);
		}
	}
	mem_free(last);
}

/* What the bibliography is about. */

struct count_of {
	const char	*id;
	size_t		 count;
};

static void
count_id(void *ctx, struct list *counts, const char *id)
{
	struct count_of *count;
	size_t i;

	for (i = 0; i < counts->count; i++) {
		count = list_at(counts, i);
		if (text_same(count->id, id)) {
			count->count++;
			return;
		}
	}
	count = mem_new(ctx, struct count_of);
	count->id = mem_text(ctx, id);
	count->count = 1;
	list_add(ctx, counts, count);
}

/* Counts the topics or propositions about each technique. */
static void
count_techniques(void *ctx, struct records *records, enum rectype kind,
    struct list *counts)
{
	struct list ids = library_ids(records->library, ctx, kind);
	const struct list *techniques;
	const void *record;
	size_t i, j;

	for (i = 0; i < ids.count; i++) {
		record = record_of(records, kind, list_at(&ids, i));
		if (record == NULL)
			continue;
		techniques = kind == RECTYPE_TOPIC ?
		    &((const struct topic *)record)->intervention :
		    &((const struct proposition *)record)->techniques;
		for (j = 0; j < techniques->count; j++)
			count_id(ctx, counts, list_at(techniques, j));
	}
}

static size_t
count_together(const void *ctx, struct records *records, const char *one,
    const char *other)
{
	struct list ids = library_ids(records->library, ctx, RECTYPE_TOPIC);
	const struct topic *topic;
	size_t i, n = 0;

	for (i = 0; i < ids.count; i++) {
		topic = record_of(records, RECTYPE_TOPIC, list_at(&ids, i));
		n += topic != NULL && list_holds(&topic->intervention, one) &&
		    list_holds(&topic->intervention, other);
	}
	return n;
}

/*
 * Treatments that appear together in the questions of several topics form one
 * group.
 */
static void
join_subjects(struct knowledge *knowledge, struct records *records,
    const struct list *chosen)
{
	void *scratch = mem_context(NULL);
	size_t i, j;

	for (i = 0; i < chosen->count; i++)
		for (j = i + 1; j < chosen->count; j++)
			if (count_together(scratch, records, list_at(chosen,
			    i), list_at(chosen, j)) >= SUBJECT_TOPICS)
				lexicon_join_subjects(knowledge->lexicon,
				    list_at(chosen, i), list_at(chosen, j));
	mem_free(scratch);
}

/*
 * The main techniques: the ones with several topics or, without topics, with
 * many propositions.
 */
static void
find_subjects(struct knowledge *knowledge, struct records *records)
{
	void *scratch = mem_context(NULL);
	struct list counts = { .at = NULL }, chosen = { .at = NULL };
	const struct count_of *count;
	size_t least = SUBJECT_TOPICS, i;

	count_techniques(scratch, records, RECTYPE_TOPIC, &counts);
	if (counts.count == 0) {
		count_techniques(scratch, records, RECTYPE_PROPOSITION,
		    &counts);
		for (i = 0; i < counts.count; i++) {
			count = list_at(&counts, i);
			if (count->count > least * SUBJECT_SHARE)
				least = count->count / SUBJECT_SHARE;
		}
	}
	for (i = 0; i < counts.count; i++) {
		count = list_at(&counts, i);
		if (count->count >= least)
			list_add(scratch, &chosen, mem_text(scratch,
			    count->id));
	}
	lexicon_set_subjects(knowledge->lexicon, records->library, &chosen);
	join_subjects(knowledge, records, &chosen);
	mem_free(scratch);
}

static void
read_propositions(struct builder *builder)
{
	void *scratch = mem_context(NULL);
	struct list ids = library_ids(builder->records->library, scratch,
	    RECTYPE_PROPOSITION);
	const struct proposition *proposition;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		proposition = record_of(builder->records, RECTYPE_PROPOSITION,
		    list_at(&ids, i));
		if (proposition != NULL)
			add_proposition(builder, proposition);
	}
	mem_free(scratch);
}

static void
read_topics(struct builder *builder)
{
	void *scratch = mem_context(NULL);
	struct list ids = library_ids(builder->records->library, scratch,
	    RECTYPE_TOPIC);
	const struct topic *topic;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		topic = record_of(builder->records, RECTYPE_TOPIC,
		    list_at(&ids, i));
		if (topic != NULL)
			add_topic(builder, topic);
	}
	mem_free(scratch);
}

/* Adds 1 to the count of each treatment that a topic asks about. */
static void
count_named(const struct known *known, size_t *counts)
{
	size_t i, j;

	for (i = 0; i < known->named.count; i++) {
		for (j = 0; list_at(&known->named, j) != list_at(&known->named,
		    i);)
			j++;
		counts[(uintptr_t)list_at(&known->named, i)] += j == i;
	}
}

/* The treatment that most topics ask about; of several, the first. */
static uint32_t
main_subject(const struct knowledge *knowledge)
{
	const struct list *topics = &knowledge->topics.knowns;
	size_t *counts = mem_array(NULL, size_t, (size_t)knowledge->features +
	    1);
	const struct known *known;
	size_t i, most = 0;
	uint32_t best = 0, first;

	for (i = 0; i < topics->count; i++)
		count_named(list_at(topics, i), counts);
	for (i = 0; i < topics->count; i++) {
		known = list_at(topics, i);
		if (known->named.count == 0)
			continue;
		first = (uint32_t)(uintptr_t)list_at(&known->named, 0);
		if (counts[first] > most) {
			most = counts[first];
			best = first;
		}
	}
	mem_free(counts);
	return best;
}

static struct knowledge *
knowledge_new(const void *ctx, struct library *library)
{
	struct knowledge *knowledge = mem_new(ctx, struct knowledge);

	knowledge->library = library;
	knowledge->propositions.tuning = &of_propositions;
	knowledge->topics.tuning = &of_topics;
	return knowledge;
}

/* Builds the knowledge base from the records of a library; owned by `ctx`. */
static struct knowledge *
knowledge_build(struct library *library, const void *ctx)
{
	struct knowledge *knowledge = knowledge_new(ctx, library);
	struct records *records = records_new(NULL, library);
	struct list described = { .at = NULL };
	struct builder propositions = { .knowledge = knowledge,
	    .records = records, .shelf = &knowledge->propositions,
	    .described = &described };
	struct builder topics = { .knowledge = knowledge,
	    .records = records, .shelf = &knowledge->topics,
	    .described = &described };

	knowledge->lexicon = lexicon_new(knowledge, library);
	find_subjects(knowledge, records);
	read_propositions(&propositions);
	read_topics(&topics);
	knowledge->features = lexicon_features(knowledge->lexicon);
	finish_shelf(&propositions);
	finish_shelf(&topics);
	knowledge->subject = main_subject(knowledge);
	mem_free(records);
	return knowledge;
}

int64_t
knowledge_version(void)
{
	return knowledge_pack_version(&of_propositions, &of_topics);
}

struct buf
knowledge_prepare(struct library *library, const void *ctx)
{
	struct knowledge *knowledge = knowledge_build(library, NULL);
	struct buf bytes = knowledge_pack(ctx, knowledge);

	mem_free(knowledge);
	return bytes;
}

/*
 * The knowledge base that is stored in the index, or one built from its
 * records; NULL if the bytes are not valid.
 */
static struct knowledge *
knowledge_read_packed(struct library *library, bool stored)
{
	struct knowledge *knowledge = knowledge_new(library, library);
	struct buf bytes = stored ? library_prepared(library, knowledge) :
	    knowledge_prepare(library, knowledge);

	if (bytes.len > 0 && knowledge_unpack(knowledge, bytes.data, bytes.len))
		return knowledge;
	mem_free(knowledge);
	return NULL;
}

struct knowledge *
knowledge_of(struct library *library)
{
	void **memory = library_memory(library);
	struct knowledge *knowledge = *memory;
	struct err err = ERR_INIT;

	if (knowledge != NULL)
		return knowledge;
	knowledge = knowledge_read_packed(library, true);
	if (knowledge == NULL)
		knowledge = knowledge_read_packed(library, false);
	assert(knowledge != NULL);
	if (library_ok(library, &err))
		*memory = knowledge;
	return knowledge;
}

bool
knowledge_is_empty(const struct knowledge *knowledge)
{
	return knowledge->propositions.knowns.count +
	    knowledge->topics.knowns.count == 0;
}
