/* The answer to a typed or pasted text. */
#include "answer/answer.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "answer/exposure.h"
#include "answer/sentence.h"
#include "answer/uncovered.h"
#include "answer/unit.h"
#include "base/text.h"
#include "record/topic.h"

enum {
	STATEMENT_WORDS = 3,	/* minimum content words of a statement */
	STATEMENT_READ = 64,	/* how many words are searched for signs of a
				   complaint */
	CORRECTED_WORDS = 12,	/* longer texts are not corrected */
	COMMON = 5,		/* a word counts as common if every fifth
				   topic has it */
	SYLLABLE = 2		/* words up to this length, such as "de",
				   name nothing by themselves */
};

/*
 * The share of an unknown statement that a topic must explain: a page that
 * mentions a body part does not ask about it.
 */
#define STATEMENT_COVERAGE	0.55

/* Words that begin a question. */
static const char *const openings[] = {
	"does", "do", "did", "is", "are", "can", "could", "should", "will",
	"would", "has", "have", "what", "which", "who", "whom", "whose", "why",
	"how", "when", "where", "was", "were", "am", "may", "must", "best",
};

/* Words that begin a question after a comma as well: "I cannot rest, what". */
static const char *const later_openings[] = {
	"does", "do", "did", "would", "should", "could", "what", "how", "why",
};

static bool
is_question(const char *text)
{
	const struct word_of first = { text, strcspn(text, " ,") };
	struct word_of next;
	const char *at;

	if (strchr(text, '?') != NULL || WORD_AMONG(first, openings))
		return true;
	for (at = strchr(text, ','); at != NULL; at = strchr(at, ',')) {
		at += 1 + strspn(at + 1, " ");
		next = (struct word_of){ at, strcspn(at, " ,") };
		if (WORD_AMONG(next, later_openings))
			return true;
	}
	return false;
}

static bool
has_subject(const struct mentions *mentions)
{
	size_t i = 0;

	while (i < mentions->count && !mentions->at[i].subject)
		i++;
	return i < mentions->count;
}

/* Words of a person who complains, and words that may refer to a treatment. */
static const char *const first_persons[] = { "i", "im", "i'm", "i've", "my",
	"me", "mine" };
static const char *const referring[] = { "it", "this", "that", "they",
	"these" };

/* Whether a text only complains, and so asks for help: "my leg aches". */
static bool
is_complaint(const char *text, const struct mentions *mentions)
{
	struct word_of words[STATEMENT_READ];
	size_t count = words_of(text, words, STATEMENT_READ), i;
	bool own = false;

	if (has_subject(mentions))
		return false;
	for (i = 0; i < count; i++) {
		if (WORD_AMONG(words[i], referring))
			return false;
		own = own || WORD_AMONG(words[i], first_persons);
	}
	return own;
}

/*
 * Whether a text ends as a statement does: questions rarely end in a full stop.
 */
static bool
is_closed(const char *text)
{
	return *text != '\0' && strchr(".!", text[strlen(text) - 1]) != NULL;
}

/* Whether a word of the text names a body part. */
static bool
names_region(struct knowledge *knowledge, const struct mentions *mentions)
{
	const struct concept *concept;
	size_t i, j;

	for (i = 0; i < mentions->count; i++)
		for (j = 0; j < mentions->at[i].count; j++) {
			concept = lexicon_concept(knowledge->lexicon,
			    mentions->at[i].senses[j].feature);
			if (concept != NULL && concept->facet == FACET_REGION)
				return true;
		}
	return false;
}

/*
 * Whether a topic answers the question.  A topic on a condition may measure an
 * outcome among others: if the text asks only about that outcome, and neither
 * the topic's question nor its answer names it, the topic is about something
 * else.
 */
static bool
speaks_of(struct knowledge *knowledge, const void *ctx,
    const struct known *known, const char *text)
{
	const struct topic *topic = library_record(knowledge->library, ctx,
	    RECTYPE_TOPIC, known->id);
	struct list terms = match_terms(knowledge, ctx, text, strlen(text));
	struct list features = { .at = NULL };
	const struct concept *concept;
	bool asked = false;
	size_t i;

	if (topic == NULL || !known->of_condition ||
	    names_region(knowledge, lexicon_read(knowledge->lexicon, ctx, text,
	    strlen(text), false)))
		return true;
	features_add(knowledge, ctx, &features, topic->question);
	features_add(knowledge, ctx, &features, topic->answer);
	for (i = 0; i < terms.count; i++) {
		concept = list_at(&terms, i);
		if (concept->facet == FACET_TECHNIQUE ||
		    concept->facet == FACET_INSTRUMENT)
			continue;
		if (concept->facet != FACET_OUTCOME ||
		    (topic->outcomes.count > 0 && text_same(concept->id,
		    list_at(&topic->outcomes, 0))) || features_have(&features,
		    concept->feature))
			return true;
		asked = true;
	}
	return !asked;
}

/*
 * Whether a text names the treatment (if that counts), or has a word or term in
 * common with a record, other than question words and general words ("what is",
 * "does it help").  Words of similar meaning are not enough to make a record near.
 */
static bool
is_on_topic(struct knowledge *knowledge, const void *ctx,
    const struct known *known, const char *text, bool subject_counts)
{
	const struct mentions *mentions = lexicon_read(knowledge->lexicon, ctx,
	    text, strlen(text), false);
	const struct mention *mention;
	struct list features = { .at = NULL };
	const struct mentions *wording;
	size_t i, j, k;

	for (i = 0; i < known->wordings.count; i++) {
		wording = list_at(&known->wordings, i);
		for (j = 0; j < wording->count; j++)
			for (k = 0; k < wording->at[j].count; k++)
				if (unit_is_itself(&wording->at[j].senses[k]))
					list_add(ctx, &features,
					    (void *)(uintptr_t)
					    wording->at[j].senses[k].feature);
	}
	for (i = 0; i < mentions->count; i++) {
		mention = &mentions->at[i];
		if (mention->subject && subject_counts)
			return true;
		for (j = 0; !mention->subject && !mention->general &&
		    !mention->question && !mention->asks && mention->end -
		    mention->start > SYLLABLE && !match_follows_unknown(mentions,
		    i) && j < mention->count; j++)
			if (unit_is_itself(&mention->senses[j]) &&
			    features_have(&features, mention->senses[j].feature))
				return true;
	}
	return false;
}

/*
 * Whether a statement names the complaint of a topic by a word that few topics
 * have.  A word such as "injury" would fit any topic.
 */
static bool
names_place_of(struct knowledge *knowledge, const void *ctx,
    const struct known *known, const char *text)
{
	struct shelf *shelf = &knowledge->topics;
	const struct mentions *mentions = lexicon_read(knowledge->lexicon,
	    ctx, text, strlen(text), false);
	const struct sense *sense;
	struct packed_postings of;
	size_t i, j, k;

	for (i = 0; i < mentions->count; i++)
		for (j = 0; unit_is_telling(&mentions->at[i]) && j <
		    mentions->at[i].count; j++) {
			sense = &mentions->at[i].senses[j];
			of = shelf_postings(shelf, sense->feature);
			if (!unit_is_itself(sense) || of.count * COMMON >
			    shelf->knowns.count)
				continue;
			for (k = 0; k < of.count; k++)
				if (posting_at(&of, k).known <
				    shelf->knowns.count && shelf_known(shelf,
				    posting_at(&of, k).known) == known)
					return true;
		}
	return false;
}

/* Whether a topic asks about the treatment in general: "does it work". */
static bool
is_general(struct knowledge *knowledge, const void *ctx,
    const struct known *known)
{
	const struct mentions *question = lexicon_read(knowledge->lexicon,
	    ctx, known->text, strlen(known->text), false);
	size_t i;

	for (i = 0; i < question->count; i++)
		if (!question->at[i].subject && !question->at[i].general)
			return false;
	return !known->of_condition;
}

/*
 * The best topic; if the text names the treatment but nothing specific led to
 * this topic, the best general one; NULL if there is none.
 */
static const struct match *
best_topic(struct knowledge *knowledge, const void *ctx,
    const struct list *topics)
{
	const struct match *match;
	size_t i;

	for (i = 0; i < topics->count; i++) {
		match = list_at(topics, i);
		if (!match->near || match->telling || is_general(knowledge,
		    ctx, match->known))
			return match;
	}
	return NULL;
}

static void
find_topic(struct answer *answer, struct knowledge *knowledge,
    const void *ctx, const char *text)
{
	struct list topics = match_topics(knowledge, ctx, text, strlen(text));
	const struct match *best = best_topic(knowledge, ctx, &topics);

	if (best == NULL || (english_is_practical(text) && !english_is_practical(
	    best->known->text)))
		return;
	if (best->near && !is_on_topic(knowledge, ctx, best->known, text,
	    true))
		return;
	if (best->near || (answer->sentence && answer->stated == 0 &&
	    ((is_closed(text) && best->coverage < STATEMENT_COVERAGE) ||
	    (best->known->of_condition && !names_place_of(knowledge, ctx,
	    best->known, text)))) ||
	    (english_asks_length(text) && !english_asks_length(
	    best->known->text)) ||
	    !speaks_of(knowledge, ctx, best->known, text))
		answer->near_topic = best->known;
	else
		answer->topic = best->known;
}

/* Whether any record of a shelf has one of a word's possible meanings. */
static bool
is_on_shelf(const struct shelf *shelf, const struct mention *mention)
{
	size_t i;

	for (i = 0; i < mention->count; i++)
		if (shelf_postings(shelf, mention->senses[i].feature).count > 0)
			return true;
	return false;
}

static void
find_unheld(struct answer *answer, struct knowledge *knowledge,
    const char *text)
{
	const struct mentions *mentions = lexicon_read(knowledge->lexicon,
	    answer, text, strlen(text), false);
	const struct mention *mention;
	size_t i;

	for (i = 0; i < mentions->count && !answer_is_found(answer); i++) {
		mention = &mentions->at[i];
		if (!mention->question && !mention->general &&
		    !isdigit((unsigned char)text[mention->start]) &&
		    !is_on_shelf(&knowledge->propositions, mention) &&
		    !is_on_shelf(&knowledge->topics, mention))
			list_add(answer, &answer->unheld, mem_text_n(answer,
			    text + mention->start, mention->end -
			    mention->start));
	}
}

/*
 * Propositions about the subject's treatments do not answer a question about
 * another treatment.
 */
static void
demote_others(struct knowledge *knowledge, const void *ctx, const char *text,
    struct list *found)
{
	const struct unit unit = { .knowledge = knowledge,
	    .shelf = &knowledge->propositions,
	    .mentions = lexicon_read(knowledge->lexicon, ctx, text,
	    strlen(text), false) };
	struct exposure exposure = exposure_read(&unit, ctx, text);
	struct match *match;
	size_t i;

	for (i = 0; i < found->count; i++) {
		match = list_at(found, i);
		match->near = match->near || !exposure_is_of(&unit, &exposure,
		    match->known);
	}
	matches_sort(found);
}

/*
 * Whether a text such as "laser for X" asks about a treatment that no record
 * covers.
 */
static bool
is_of_unknown(struct knowledge *knowledge, const void *ctx, const char *text)
{
	const struct unit unit = { .knowledge = knowledge,
	    .shelf = &knowledge->propositions,
	    .mentions = lexicon_read(knowledge->lexicon, ctx, text,
	    strlen(text), false) };
	struct exposure exposure = exposure_read(&unit, ctx, text);
	size_t i;

	for (i = 0; i < exposure.asked.count; i++)
		if (((const struct mention *)list_at(&exposure.asked,
		    i))->word == 0)
			return true;
	return exposure.treatments.count > 0;
}

static void
find_propositions(struct answer *answer, struct knowledge *knowledge,
    const void *ctx, const char *text)
{
	const struct context alone = { .covered = false };
	struct list found = match_propositions(knowledge, ctx, text,
	    strlen(text), &alone);
	struct answer_proposition *proposition;
	const struct match *match;
	size_t i;

	if (answer->question || (!answer->sentence && is_of_unknown(knowledge,
	    ctx, text)))
		demote_others(knowledge, ctx, text, &found);
	for (i = 0; i < found.count; i++) {
		match = list_at(&found, i);
		if (match->near && !answer->sentence &&
		    (english_is_practical(text) || !is_on_topic(knowledge,
		    ctx, match->known, text, false)))
			continue;
		proposition = mem_new(ctx, struct answer_proposition);
		proposition->known = match->known;
		proposition->score = match->score;
		proposition->near = match->near || (answer->sentence &&
		    english_leaps(text, match->known->text));
		proposition->denied = !answer->question && english_is_denied(
		    text + match->start, match->end - match->start,
		    match->known->text);
		answer->stated += !proposition->near;
		list_add(ctx, &answer->propositions, proposition);
	}
}

/* The only known word similar to a word, or to its stem; NULL if none. */
static const char *
nearest_word(struct knowledge *knowledge, const void *ctx, const char *word)
{
	const char *nearest = lexicon_nearest(knowledge->lexicon, word);

	return nearest != NULL ? nearest : lexicon_nearest(knowledge->lexicon,
	    library_stem(knowledge->library, ctx, word, strlen(word)));
}

/* Replaces each unknown word by the only similar known word. */
static char *
correct_by_knowledge(struct knowledge *knowledge, const void *ctx, char *text)
{
	const struct mentions *mentions = lexicon_read(knowledge->lexicon,
	    ctx, text, strlen(text), false);
	const struct mention *mention;
	struct buf out = { .data = NULL };
	const char *nearest;
	size_t at = 0, i;
	char *word;

	for (i = 0; i < mentions->count; i++) {
		mention = &mentions->at[i];
		if (mention->word != 0 || (mention->start > 0 &&
		    text[mention->start - 1] == '='))
			continue;
		word = text_fold(ctx, mem_text_n(ctx, text + mention->start,
		    mention->end - mention->start));
		nearest = library_is_word(word) ? NULL :
		    nearest_word(knowledge, ctx, word);
		if (nearest == NULL)
			continue;
		buf_add(ctx, &out, text + at, mention->start - at);
		buf_text(ctx, &out, nearest);
		at = mention->end;
	}
	if (at == 0)
		return text;
	buf_text(ctx, &out, text + at);
	return out.data;
}

/*
 * Corrects the unknown words of a short text to words of the bibliography, or
 * else of the knowledge base; owned by `ctx`.
 */
static char *
correct_text(struct knowledge *knowledge, const void *ctx, char *text)
{
	const struct mentions *mentions = lexicon_read(knowledge->lexicon,
	    ctx, text, strlen(text), false);
	char *corrected = NULL;
	size_t i = 0;

	if (mentions->count > CORRECTED_WORDS)
		return text;
	while (i < mentions->count && mentions->at[i].word != 0)
		i++;
	if (i < mentions->count)
		corrected = library_correct_misspelt(knowledge->library, ctx,
		    text);
	return correct_by_knowledge(knowledge, ctx, corrected != NULL ? corrected :
	    text);
}

/* The length of the word at `text`, and the blanks that follow it. */
static size_t
word_and_blanks(const char *text, size_t *blanks)
{
	size_t n = strcspn(text, " ");

	*blanks = strspn(text + n, " ");
	return n;
}

/* Which words of a text were replaced; all of it if words were added. */
static void
answer_note_replaced(struct answer *answer, const char *typed, const char *read)
{
	struct answer_replaced *replaced;
	size_t n, m, blanks, gap;

	for (; *typed != '\0' || *read != '\0'; typed += n + blanks,
	    read += m + gap) {
		n = word_and_blanks(typed, &blanks);
		m = word_and_blanks(read, &gap);
		/* The same, or the last word, which may be unfinished. */
		if (n <= m && strncmp(typed, read, n) == 0 && (n == m ||
		    typed[n] == '\0'))
			continue;
		replaced = mem_new(answer, struct answer_replaced);
		replaced->typed = mem_text_n(replaced, typed, n);
		replaced->read = mem_text_n(replaced, read, m);
		list_add(answer, &answer->replaced, replaced);
	}
}

struct answer *
answer_find(struct knowledge *knowledge, const void *ctx, const char *text)
{
	struct answer *answer = mem_new(ctx, struct answer);
	const struct mentions *mentions;
	char *typed, *read = mem_text_n(answer, text, strnlen(text,
	    ANSWER_BYTES_MAX));

	typed = text_clean(answer, read, strlen(read));
	read = correct_text(knowledge, answer, typed);
	answer_note_replaced(answer, typed, read);
	mentions = lexicon_read(knowledge->lexicon, answer, read,
	    strlen(read), false);
	answer->question = is_question(read) || (!is_closed(read) &&
	    is_complaint(read, mentions));
	answer->sentence = !answer->question && ((mentions->count >=
	    STATEMENT_WORDS && is_closed(read)) || (english_has_verb(read) &&
	    (mentions->count >= STATEMENT_WORDS || (mentions->count > 1 &&
	    has_subject(mentions)))));
	answer->fragment = !answer->question && !answer->sentence &&
	    mentions->count >= STATEMENT_WORDS && strchr(read, ' ') != NULL;
	find_propositions(answer, knowledge, answer, read);
	find_topic(answer, knowledge, answer, read);
	uncovered_find(answer, knowledge, read, typed);
	find_unheld(answer, knowledge, read);
	answer->terms = match_terms(knowledge, answer, read, strlen(read));
	return answer;
}

/* Whether a record is only about conditions that are ruled out. */
static bool
answer_is_ruled_out(const struct known *known, const struct list *terms)
{
	size_t i = 0;

	while (known != NULL && i < known->conditions.count && list_holds(terms,
	    list_at(&known->conditions, i)))
		i++;
	return known != NULL && i > 0 && i == known->conditions.count;
}

void
answer_exclude(struct answer *answer, struct knowledge *knowledge,
    const char *excluded)
{
	const struct list terms = match_terms(knowledge, answer, excluded,
	    strlen(excluded));
	struct answer_proposition *proposition;
	size_t i;

	answer->excluded = excluded;
	if (answer_is_ruled_out(answer->topic, &terms))
		answer->topic = NULL;
	if (answer_is_ruled_out(answer->near_topic, &terms))
		answer->near_topic = NULL;
	for (i = answer->propositions.count; i-- > 0;) {
		proposition = list_at(&answer->propositions, i);
		proposition->denied = false;
		if (!answer_is_ruled_out(proposition->known, &terms))
			continue;
		answer->stated -= i < answer->stated;
		(void)list_take(&answer->propositions, i);
	}
}

bool
answer_is_found(const struct answer *answer)
{
	return answer->topic != NULL || answer->stated > 0;
}
