/* Parts of a text that no record of its answer covers. */
#include "answer/uncovered.h"

#include <ctype.h>
#include <string.h>

#include "answer/denial.h"
#include "answer/sentence.h"
#include "base/text.h"
#include "record/topic.h"

void
features_add(struct knowledge *knowledge, const void *ctx,
    struct list *features, const char *text)
{
	const struct mentions *mentions;
	size_t i, j;

	if (text == NULL)
		return;
	mentions = lexicon_read(knowledge->lexicon, ctx, text, strlen(text),
	    false);
	for (i = 0; i < mentions->count; i++)
		for (j = 0; j < mentions->at[i].count; j++)
			list_add(ctx, features, (void *)(uintptr_t)
			    mentions->at[i].senses[j].feature);
}

bool
features_have(const struct list *features, uint32_t feature)
{
	size_t i;

	for (i = 0; i < features->count; i++)
		if ((uintptr_t)list_at(features, i) == feature)
			return true;
	return false;
}

/*
 * Whether a word asks for an effect, as in "does it work": every topic answers
 * that, whatever its words.
 */
static bool
asks_effect(const char *word, size_t n)
{
	static const char *const words[] = { "work", "works", "worked",
	    "working" };

	return TEXT_WORD_AMONG(word, n, words);
}

/* The words of a question that nothing in the answer has covered so far. */
struct open_words {
	struct knowledge	*knowledge;
	const void		*ctx;
	struct list		 open;		/* struct mention */
};

static bool
has_meaning(const struct list *features, const struct mention *mention)
{
	size_t i;

	for (i = 0; i < mention->count; i++)
		if (features_have(features, mention->senses[i].feature))
			return true;
	return false;
}

static void
drop_covered(struct open_words *covering, const struct list *features)
{
	size_t i = 0;

	while (i < covering->open.count)
		if (has_meaning(features, list_at(&covering->open, i)))
			(void)list_take(&covering->open, i);
		else
			i++;
}

/* Drops the words that a text covers by any of their possible meanings. */
static void
cover(struct open_words *covering, const char *text)
{
	struct list features = { .at = NULL };

	if (covering->open.count == 0)
		return;
	features_add(covering->knowledge, covering->ctx, &features, text);
	drop_covered(covering, &features);
}

static void
cover_terms(struct open_words *covering, const struct list *ids)
{
	const struct term *term;
	size_t i, j;

	for (i = 0; i < ids->count && covering->open.count > 0; i++) {
		term = library_record(covering->knowledge->library,
		    covering->ctx, RECTYPE_TERM, list_at(ids, i));
		if (term == NULL)
			continue;
		cover(covering, term->label);
		for (j = 0; j < term->synonyms.count; j++)
			cover(covering, list_at(&term->synonyms, j));
	}
}

/* Drops the words that a topic and its terms cover. */
static void
cover_topic(struct open_words *covering, const struct topic *topic)
{
	const struct list *const terms[] = { &topic->intervention,
	    &topic->comparators, &topic->conditions, &topic->outcomes,
	    &topic->mechanisms, &topic->terms };
	const char *const texts[] = { topic->question, topic->population,
	    topic->answer, topic->detail, topic->harms };
	size_t i;

	for (i = 0; i < COUNT(texts); i++)
		cover(covering, texts[i]);
	for (i = 0; i < topic->also.count; i++)
		cover(covering, list_at(&topic->also, i));
	for (i = 0; i < COUNT(terms); i++)
		cover_terms(covering, terms[i]);
}

/* Drops the words that the records of the answer cover. */
static void
cover_answer(struct open_words *covering, const struct answer *answer)
{
	const struct answer_proposition *proposition;
	const struct topic *topic = covering->open.count == 0 ||
	    answer->topic == NULL ? NULL :
	    library_record(covering->knowledge->library, covering->ctx,
	    RECTYPE_TOPIC, answer->topic->id);
	size_t i;

	if (topic != NULL)
		cover_topic(covering, topic);
	for (i = 0; i < answer->stated; i++) {
		proposition = list_at(&answer->propositions, i);
		cover(covering, proposition->known->text);
	}
}

/* Adds the words that need an answer; *subject: whether one is the treatment. */
static void
add_open(struct open_words *covering, const char *text, bool *subject)
{
	const struct mentions *mentions = lexicon_read(
	    covering->knowledge->lexicon, covering->ctx, text, strlen(text),
	    false);
	struct mention *mention;
	size_t i;

	for (i = 0; i < mentions->count; i++) {
		mention = &mentions->at[i];
		*subject = *subject || mention->subject;
		if (!english_is_owner(text + mention->start, mention->end -
		    mention->start) &&
		    !isdigit((unsigned char)text[mention->start]) &&
		    !asks_effect(text + mention->start, mention->end -
		    mention->start) && !mention->subject &&
		    !mention->question && !mention->asks && !mention->general)
			list_add(covering->ctx, &covering->open, mention);
	}
}

enum {
	HEAD_LETTERS = 4,	/* minimum letters of a noun that counts */
	CLAUSE_WORDS = 8,	/* maximum words read before a noun */
	CLAUSE_BYTES = 24	/* maximum bytes read before a noun */
};

/* Words that begin a clause; the word after them may be a verb. */
static const char *const joints[] = { "where", "when", "that", "which", "if",
	"until", "while", "because" };

/* Words after a noun that end its name: "warts on the foot". */
static const char *const after_nouns[] = { "in", "on", "at", "of", "with",
	"from", "after", "before", "and", "or", "when", "that", "who", "help",
	"helps", "work", "works", "while", "during", "by", "as", "better" };

/* Whether a word names the complaint of a topic, or its part of the body. */
static bool
names_complaint_of(const struct known *topic, const struct mention *mention)
{
	size_t i;

	for (i = 0; i < mention->count; i++)
		if (features_have(&topic->places, mention->senses[i].feature) ||
		    features_have(&topic->regions, mention->senses[i].feature))
			return true;
	return false;
}

/* Whether a clause such as "where it ..." ends at `at`. */
static bool
ends_clause(const char *text, size_t at)
{
	struct word_of words[CLAUSE_WORDS];
	size_t from = at > CLAUSE_BYTES ? at - CLAUSE_BYTES : 0, count, i;
	char part[CLAUSE_BYTES + 1];

	/* Not from within a word: the end of "with" would be "it". */
	while (from > 0 && from < at && isalnum((unsigned char)text[from - 1]))
		from++;
	memcpy(part, text + from, at - from);
	part[at - from] = '\0';
	count = words_of(part, words, CLAUSE_WORDS);
	for (i = 0; i < count; i++)
		if (WORD_AMONG(words[i], joints))
			return true;
	return false;
}

/* Whether some work has a word of `n` bytes exactly as typed. */
static bool
is_in_works(struct library *library, const void *ctx, const char *word,
    size_t n)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .strict = true };

	return library_search(library, ctx, &search, mem_format(ctx, "=%.*s",
	    (int)n, word))->total > 0;
}

/* Words before a complaint: "for", "help with". */
static const char *const before_complaints[] = { "for", "help", "helps",
	"treat", "treats", "cure", "cures", "fix", "with", "against", "heal" };

/* Whether the word that ends before `at` introduces a complaint. */
static bool
follows_purpose(const char *text, size_t at)
{
	size_t end;

	while (at > 0 && text[at - 1] == ' ')
		at--;
	for (end = at; at > 0 && text[at - 1] != ' '; at--)
		continue;
	return TEXT_WORD_AMONG(text + at, end - at, before_complaints);
}

/*
 * Whether an unknown word, such as "warts", is the noun of a compound: then the
 * topic is about something else, even if it has the word before the noun.
 */
static bool
is_unknown_head(const struct known *topic, const struct mentions *mentions,
    size_t i, const char *text)
{
	const struct mention *mention = &mentions->at[i], *before;
	const size_t n = mention->end - mention->start;
	const char *next = text + mention->end;

	if (i == 0 || mention->word != 0 || mention->count > 0 || n <
	    HEAD_LETTERS || text_begins(next - 3, "ing"))
		return false;
	before = mention - 1;
	next += strspn(next, " ");
	return before->end + 1 == mention->start && text[before->end] == ' ' &&
	    (names_complaint_of(topic, before) || follows_purpose(text,
	    before->start)) && !ends_clause(text, before->start) &&
	    (*next == '\0' || strchr("?.,;!", *next) != NULL ||
	    TEXT_WORD_AMONG(next, strcspn(next, " ?.,;!"), after_nouns));
}

/*
 * Whether a question is about something that the topic mentions only in part,
 * and no work at all.
 */
static bool
is_half_known(struct knowledge *knowledge, const void *ctx,
    const struct known *topic, const char *text)
{
	const struct mentions *mentions = lexicon_read(knowledge->lexicon, ctx,
	    text, strlen(text), false);
	const struct mention *head;
	size_t i = 0;

	while (i < mentions->count && !is_unknown_head(topic, mentions, i,
	    text))
		i++;
	head = &mentions->at[i];
	return i < mentions->count && !is_in_works(knowledge->library, ctx,
	    text + head->start, head->end - head->start);
}

enum {
	NAME_MOST = 3,		/* words of a name: "high blood pressure" */
	COMPLAINT_MOST = 2	/* of one with a body part: "wrist swelling" */
};

static bool
is_open(const struct open_words *covering, const struct mention *mention)
{
	size_t i = 0;

	while (i < covering->open.count && ((const struct mention *)list_at(
	    &covering->open, i))->start != mention->start)
		i++;
	return i < covering->open.count;
}

/*
 * Whether a question asks about a treatment for something whose name is mostly
 * unknown ("help high blood pressure"): nothing covers the last word of the name
 * and most of the others.
 */
static bool
is_mostly_open(const struct open_words *covering, const char *text)
{
	const struct mentions *mentions = lexicon_read(
	    covering->knowledge->lexicon, covering->ctx, text, strlen(text),
	    false);
	size_t i = 0, n, open;

	while (i < mentions->count && !follows_purpose(text,
	    mentions->at[i].start))
		i++;
	for (n = 0, open = 0; i + n < mentions->count && (n == 0 ||
	    mentions->at[i + n - 1].end + 1 == mentions->at[i + n].start); n++)
		open += is_open(covering, &mentions->at[i + n]);
	return n > 1 && n <= NAME_MOST && open * 2 > n && is_open(covering,
	    &mentions->at[i + n - 1]);
}

static bool
is_of_facet(const struct knowledge *knowledge, const struct mention *mention,
    enum facet facet)
{
	const struct concept *concept;
	size_t i;

	for (i = 0; i < mention->count; i++) {
		concept = lexicon_concept(knowledge->lexicon,
		    mention->senses[i].feature);
		if (concept != NULL && concept->facet == facet)
			return true;
	}
	return false;
}

/*
 * Whether a word that nothing covers is a complaint of the body part beside it:
 * its noun ("wrist fracture"), or the name of a complaint ("swollen wrist").
 */
static bool
is_open_complaint(const struct open_words *covering,
    const struct mentions *mentions, size_t i)
{
	const struct mention *mention = &mentions->at[i];
	const bool follows = i > 0 && mention[-1].end + 1 == mention->start &&
	    is_of_facet(covering->knowledge, mention - 1, FACET_REGION);
	const bool leads = i + 1 < mentions->count && mention->end + 1 ==
	    mention[1].start && is_of_facet(covering->knowledge, mention + 1,
	    FACET_REGION);
	const bool noun = follows && mention->word != 0 && mention->more == 0 &&
	    mention->end - mention->start >= HEAD_LETTERS;

	return is_open(covering, mention) && (noun || ((follows || leads) &&
	    (is_of_facet(covering->knowledge, mention, FACET_CONDITION) ||
	    is_of_facet(covering->knowledge, mention, FACET_OUTCOME))));
}

/*
 * Whether a few words name a complaint other than the topic's: only the body part
 * is the same ("wrist swelling"), or only the rest ("hip arthritis").
 */
static bool
is_other_complaint(const struct open_words *covering, const struct known *topic,
    size_t asked, const char *text)
{
	const struct mentions *mentions = lexicon_read(
	    covering->knowledge->lexicon, covering->ctx, text, strlen(text),
	    false);
	bool elsewhere = false, there = !topic->of_condition;
	size_t i;

	for (i = 0; i < mentions->count && asked <= COMPLAINT_MOST; i++) {
		if (is_open_complaint(covering, mentions, i))
			return true;
		if (names_complaint_of(topic, &mentions->at[i]) &&
		    is_of_facet(covering->knowledge, &mentions->at[i],
		    FACET_REGION))
			there = true;
		else if (is_of_facet(covering->knowledge, &mentions->at[i],
		    FACET_REGION))
			elsewhere = true;
	}
	return elsewhere && !there;
}

/* Whether the topic is about something else that shares a part of a name. */
static bool
is_only_near(const struct answer *answer, const struct open_words *covering,
    size_t asked, bool subject, const char *text)
{
	const size_t open = covering->open.count;

	return (answer->stated == 0 && open > 1 && open * 2 > asked && asked <=
	    NAME_MOST && !subject && !answer->question) || is_mostly_open(
	    covering, text) || is_other_complaint(covering, answer->topic,
	    asked, text) || is_half_known(covering->knowledge,
	    covering->ctx, answer->topic, text);
}

/* Marks the topic and the stated propositions as only near. */
static void
demote(struct answer *answer)
{
	size_t i;

	answer->near_topic = answer->topic;
	answer->topic = NULL;
	for (i = 0; i < answer->stated; i++)
		((struct answer_proposition *)list_at(&answer->propositions,
		    i))->near = true;
	answer->stated = 0;
}

/*
 * The words of a question that no record of the answer mentions.  If they make
 * up most of a name, or are its noun, the topic is only near: "blood flow" does
 * not answer "high blood pressure".
 */
static void
uncovered_find_words(struct answer *answer, struct knowledge *knowledge,
    const char *text)
{
	void *scratch = mem_context(NULL);
	struct open_words covering = { .knowledge = knowledge, .ctx = scratch };
	const struct mention *mention;
	bool subject = false;
	size_t asked, i;

	if (answer->topic != NULL || answer->stated > 0)
		add_open(&covering, text, &subject);
	asked = covering.open.count;
	cover_answer(&covering, answer);
	if (answer->topic != NULL && is_only_near(answer, &covering, asked,
	    subject, text)) {
		demote(answer);
		covering.open.count = 0;
	}
	for (i = 0; i < covering.open.count; i++) {
		mention = list_at(&covering.open, i);
		list_add(answer, &answer->uncovered, mem_text_n(answer, text +
		    mention->start, mention->end - mention->start));
	}
	mem_free(scratch);
}

/* Parts of a statement. */

/*
 * A part of a text with corrected typing errors, in the words that the user
 * typed: those at the same positions.
 */
static char *
as_typed(const void *ctx, const char *typed, const char *text,
    const char *part)
{
	enum { WORDS = 512 };
	struct word_of words[WORDS], from[WORDS];
	size_t count = words_of(text, words, WORDS), n = strlen(part), i, last;

	if (words_of(typed, from, WORDS) != count)
		return mem_text(ctx, part);
	for (i = 0; i < count && strncmp(words[i].at, part, n) != 0; i++)
		continue;
	for (last = i; last + 1 < count && words[last + 1].at <
	    words[i].at + n; last++)
		continue;
	return i == count ? mem_text(ctx, part) : mem_text_n(ctx, from[i].at,
	    (size_t)(from[last].at - from[i].at) + from[last].n);
}

/* Words before a part that makes a claim of its own. */
static const char *const part_joints[] = { "and", "or", "but", "nor",
	"because", "which", "so" };

/* Words that begin a part without a claim: "of course", "in the end". */
static const char *const asides[] = { "for", "in", "of", "at", "by", "from",
	"with", "without", "on", "to", "as", "however", "though", "after",
	"before", "during", "until", "unless", "while", "when", "if", "since",
	"not", "even", "especially", "including", "like", "such" };

/* Whether a clause may make its own claim, judging by its form alone. */
static bool
uncovered_is_part(const char *text, const struct list *clauses, size_t i)
{
	const struct span_of *clause = list_at(clauses, i), *before;
	const char *from = text + clause->start;
	const struct word_of first = { from, strcspn(from, " ,.;:") };
	struct word_of joint;

	if (WORD_AMONG(first, asides) || english_hedge(from, clause->end -
	    clause->start) == HEDGE_REPORTED)
		return false;
	if (i == 0)
		return true;
	before = list_at(clauses, i - 1);
	if (memchr(text + before->end, '(', clause->start - before->end) !=
	    NULL)
		return false;
	joint = denial_joint(text, clause->start);
	return joint.n == 0 || joint.at < text + before->end ||
	    WORD_AMONG(joint, part_joints);
}

/* Drops the words that any wording or term of a stated record covers. */
static void
cover_stated(struct open_words *covering, const struct answer *answer)
{
	struct list features = { .at = NULL };
	const struct known *known;
	const struct mentions *wording;
	size_t i, j, k, l;

	for (i = 0; i < answer->stated; i++) {
		known = ((const struct answer_proposition *)list_at(
		    &answer->propositions, i))->known;
		for (j = 0; j < known->own.count; j++)
			list_add(covering->ctx, &features, (void *)(uintptr_t)
			    ((const struct concept *)list_at(&known->own,
			    j))->feature);
		for (j = 0; j < known->wordings.count; j++) {
			wording = list_at(&known->wordings, j);
			for (k = 0; k < wording->count; k++)
				for (l = 0; l < wording->at[k].count; l++)
					list_add(covering->ctx, &features,
					    (void *)(uintptr_t)wording->
					    at[k].senses[l].feature);
		}
	}
	drop_covered(covering, &features);
}

/* Whether a proposition is near a part that is read on its own. */
static bool
has_near(struct knowledge *knowledge, const void *ctx, const char *part,
    const struct concept *treatment)
{
	const struct context context = { .covered = true,
	    .treatment = treatment };

	return match_propositions(knowledge, ctx, part, strlen(part),
	    &context).count > 0;
}

/* Drops verbs such as "boosts": the words after them state the claim. */
static void
drop_verbs(struct open_words *covering, const char *text)
{
	const struct mention *mention;
	size_t i = 0;

	while (i < covering->open.count && covering->open.count > 1) {
		mention = list_at(&covering->open, i);
		if (english_is_verb(text + mention->start, mention->end -
		    mention->start))
			(void)list_take(&covering->open, i);
		else
			i++;
	}
}

/* Drops words covered by the topic's question or answer, as shown. */
static void
cover_shown(struct open_words *covering, const struct answer *answer)
{
	const struct topic *topic = answer->topic == NULL ? NULL :
	    library_record(covering->knowledge->library, covering->ctx,
	    RECTYPE_TOPIC, answer->topic->id);

	if (topic == NULL)
		return;
	cover(covering, topic->question);
	cover(covering, topic->answer);
}

/*
 * Whether the words of a part are about something that nothing in the answer
 * mentions, and that no proposition is near.  A first part without a treatment
 * is an opening ("as a runner, ..."), a single adverb claims nothing.
 */
static bool
is_left_out(struct knowledge *knowledge, const void *ctx,
    const struct answer *answer, const char *part, bool first,
    const struct concept *treatment)
{
	struct open_words covering = { .knowledge = knowledge, .ctx = ctx };
	bool subject = false;
	const struct mention *word;
	size_t count;

	add_open(&covering, part, &subject);
	drop_verbs(&covering, part);
	count = covering.open.count;
	word = count == 0 ? NULL : list_at(&covering.open, 0);
	if (count == 0 || (first && !subject) || (count == 1 && word->end > 1 &&
	    text_begins(part + word->end - 2, "ly")))
		return false;
	cover_stated(&covering, answer);
	cover_shown(&covering, answer);
	return covering.open.count == count && !has_near(knowledge, ctx, part,
	    treatment);
}

/*
 * The next part of a sentence from clause *i on; a pronoun that follows a verb
 * starts no part ("makes you taller").
 */
static char *
uncovered_next_part(const void *ctx, const char *text, const struct list *clauses,
    size_t *i)
{
	const struct span_of *clause = list_at(clauses, *i), *next;
	size_t start = clause->start, end = clause->end;
	char *part;

	for (; ++*i < clauses->count; end = next->end) {
		next = list_at(clauses, *i);
		if (strspn(text + end, " ") != next->start - end)
			break;
	}
	part = mem_text_n(ctx, text + start, end - start);
	part[strcspn(part, ".!")] = '\0';
	return part;
}

static void
find_parts(struct answer *answer, struct knowledge *knowledge,
    const char *text, const char *typed)
{
	void *scratch = mem_context(NULL);
	struct list sentences = sentences_of(scratch, text, strlen(text));
	bool other;
	const struct concept *treatment = match_treatment(knowledge, text,
	    strlen(text), &other);
	const struct span_of *sentence;
	struct list clauses;
	char *said, *part;
	size_t i, at, from;

	for (i = 0; i < sentences.count; i++) {
		sentence = list_at(&sentences, i);
		said = mem_text_n(scratch, text + sentence->start,
		    sentence->end - sentence->start);
		clauses = clauses_of(scratch, said, strlen(said));
		for (at = 0; at < clauses.count && clauses.count > 1;) {
			from = at;
			part = uncovered_next_part(scratch, said, &clauses, &at);
			if (uncovered_is_part(said, &clauses, from) && is_left_out(
			    knowledge, scratch, answer, part, from == 0,
			    treatment))
				list_add(answer, &answer->parts,
				    as_typed(answer, typed, text, part));
		}
	}
	mem_free(scratch);
}

void
uncovered_find(struct answer *answer, struct knowledge *knowledge,
    const char *text, const char *typed)
{
	if (!answer->sentence)
		uncovered_find_words(answer, knowledge, text);
	else if (answer->stated > 0)
		find_parts(answer, knowledge, text, typed);
}
