/* The parts of a question. */
#include "answer/question.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

/* First words of questions that are about the word that follows. */
static const char *const openers[] = {
	"does", "do", "did", "is", "are", "can", "could", "will", "would",
	"should", "best", "which",
};

static const char *const question_words[] = {
	"how", "why", "what", "when", "where", "who",
};

/* Words that precede the name of a treatment or complaint. */
static const char *const before_name[] = {
	"use", "using", "try", "trying", "take", "taking", "vs", "versus", "than",
	"or", "for", "against", "cure", "cures", "treat", "treats", "heal",
	"heals", "fix", "fixes", "reduce", "reduces", "help", "helps",
	"remove", "removes", "prevent", "prevents", "rid", "cause", "causes",
};

/* Words that may come between those words and the name. */
static const char *const articles[] = {
	"a", "an", "the", "my", "your", "with", "some", "any", "of", "me",
	"i", "you", "it", "to",
};

/* After these words and articles, a person is meant: "her sister's leg". */
static const char *const owners[] = { "his", "her", "our", "their", "old",
	"young", "one", "another", "every" };

/* Words that follow the name of a treatment. */
static const char *const after_name[] = {
	"for", "help", "helps", "vs", "versus", "or", "cure", "cures",
	"treat", "treats", "work", "works", "is", "are", "better", "beat",
	"beats", "against", "reduce", "reduces", "protect", "protects",
	"before", "during", "instead", "after", "as",
};

static const char *const comparing[] = {
	"or", "vs", "versus", "than", "better", "instead", "beat", "beats",
	"compared", "comparison", "difference", "differ", "different",
	"same", "just",
};

enum {
	NAME_WORDS = 3,		/* maximum words of a treatment's name */
	NAMED_BY = 5,		/* maximum topics that mention the word */
	NAMED_MOST = 2,		/* maximum topics whose complaint has the
				   word */
	NAMED_RARE = 10		/* only one topic in this many, or fewer, may
				   have the word */
};

/*
 * Moves *at to the word that ends before it; returns its length, 0 at the
 * start.
 */
static size_t
question_word_before(const char *text, size_t *at)
{
	size_t end;

	while (*at > 0 && isspace((unsigned char)text[*at - 1]))
		(*at)--;
	end = *at;
	while (*at > 0 && isalnum((unsigned char)text[*at - 1]))
		(*at)--;
	return end - *at;
}

static size_t
question_word_after(const char *text, size_t *at)
{
	size_t n = 0;

	while (isspace((unsigned char)text[*at]))
		(*at)++;
	while (isalnum((unsigned char)text[*at + n]))
		n++;
	return n;
}

/* Whether the text before a word consists of a question's first words. */
static bool
begins_question(const char *text, size_t at)
{
	size_t first = 0, n = question_word_after(text, &first);

	return at == first || TEXT_WORD_AMONG(text + first, n,
	    question_words);
}

/*
 * Whether the words before a word show that it is a name: "do magnets ...",
 * "... or a brace", "for acne".
 */
static bool
follows_opening(const char *text, size_t at)
{
	size_t n;

	while ((n = question_word_before(text, &at)) > 0)
		if (!TEXT_WORD_AMONG(text + at, n, articles))
			return TEXT_WORD_AMONG(text + at, n, before_name) ||
			    (TEXT_WORD_AMONG(text + at, n, openers) &&
			    begins_question(text, at));
	return false;
}

/*
 * Whether the words after a word show that it is a treatment: "magnets for
 * ...", "shock wave therapy helps ...".
 */
static bool
precedes_purpose(const char *text, size_t at)
{
	size_t words, n;

	for (words = 0; words < NAME_WORDS && (n = question_word_after(text, &at)) > 0;
	    words++, at += n)
		if (TEXT_WORD_AMONG(text + at, n, after_name))
			return true;
	return false;
}

/* Words that may follow a word that is not a name: "a crick in my neck". */
static const char *const joining[] = {
	"in", "on", "at", "of", "with", "my", "the", "when", "and", "after",
	"from", "to",
};

static bool
names_facet(const struct unit *unit, const struct mention *mention,
    enum facet facet)
{
	const struct concept *concept;
	size_t i;

	for (i = 0; i < mention->count; i++) {
		concept = unit_concept(unit, mention, i);
		if (concept != NULL && concept->facet == facet)
			return true;
	}
	return false;
}

/*
 * Whether the text starts with the name of another thing ("tattoo removal
 * ..."), not with an adjective of a complaint ("constant headaches").
 */
static bool
begins_name(const struct unit *unit, const char *text, size_t start, size_t end)
{
	size_t n = question_word_after(text, &end);

	return start == 0 && !(unit->mentions->count > 1 &&
	    unit->mentions->at[1].start == end && (names_facet(unit,
	    &unit->mentions->at[1], FACET_CONDITION) ||
	    (unit->mentions->count > 2 && names_facet(unit,
	    &unit->mentions->at[1], FACET_REGION)))) && n > 0 &&
	    !TEXT_WORD_AMONG(text + end, n, joining);
}

static bool
is_unknown(const struct unit *unit, const struct mention *mention,
    const char *text)
{
	size_t i;

	for (i = 0; i < mention->count; i++)
		if (mention->senses[i].kind == SENSE_CLASS ||
		    shelf_postings(unit->shelf,
		    mention->senses[i].feature).count > 0)
			return false;
	return !mention->question && !isdigit((unsigned char)text[
	    mention->start]);
}

/* If a word may mean the main treatment or another, it means the main one. */
static void
add_technique(struct question *asked, const void *ctx,
    const struct mention *mention, const struct concept *concept,
    uint32_t subject)
{
	void *feature = (void *)(uintptr_t)concept->feature;

	if ((concept->subject && concept->feature != subject &&
	    mention_names(mention, subject)) ||
	    unit_holds(&asked->techniques, feature))
		return;
	list_add(ctx, &asked->techniques, feature);
	asked->special += concept->subject && concept->feature != subject;
}

/* Whether a question starts with a treatment outside the subject. */
static bool
begins_with_other(const struct unit *unit, const struct mention *mention,
    const char *text)
{
	const struct concept *concept;
	size_t at = mention->start, n, i;

	n = question_word_before(text, &at);
	if (n > 0 && (at > 0 || !TEXT_WORD_AMONG(text, n, openers)))
		return false;
	for (i = 0; i < mention->count; i++) {
		concept = unit_concept(unit, mention, i);
		if (concept != NULL && concept->facet == FACET_TECHNIQUE &&
		    !concept->subject)
			return true;
	}
	return false;
}

/*
 * Whether a word that is not a term by itself comes from the name of a complaint
 * that one or two of many topics are about: "Bell's" of "Bell's palsy".
 */
static bool
names_complaint(const struct unit *unit, const struct mention *mention)
{
	struct shelf *shelf = unit->shelf;
	struct packed_postings of = { .count = 0 };
	size_t among = 0, i;

	if (mention->word != 0)
		of = shelf_postings(shelf, mention->word);
	if (of.count == 0 || of.count > NAMED_BY || !unit_is_telling(mention))
		return false;
	for (i = 0; i < mention->count; i++)
		if (mention->senses[i].kind != SENSE_WORD)
			return false;
	for (i = 0; i < of.count; i++)
		among += posting_at(&of, i).known < shelf->knowns.count &&
		    unit_holds(&shelf_known(shelf, posting_at(&of,
		    i).known)->places, (void *)(uintptr_t)mention->word);
	return among > 0 && among <= NAMED_MOST && among * NAMED_RARE <=
	    shelf->knowns.count;
}

static void
add_named(struct question *asked, const void *ctx, const struct unit *unit,
    const struct mention *mention, uint32_t subject)
{
	const struct concept *concept;
	size_t i;

	if (names_complaint(unit, mention))
		list_add(ctx, &asked->regions, (void *)(uintptr_t)
		    mention->word);
	for (i = 0; i < mention->count; i++) {
		concept = unit_concept(unit, mention, i);
		if (concept == NULL)
			continue;
		if (concept->facet == FACET_CONDITION)
			list_add(ctx, &asked->conditions,
			    (void *)(uintptr_t)concept);
		else if (concept->facet == FACET_REGION)
			list_add(ctx, &asked->regions,
			    (void *)(uintptr_t)mention->word);
		else if (concept->facet == FACET_TECHNIQUE)
			add_technique(asked, ctx, mention, concept, subject);
	}
}

/*
 * If a question asks nothing else about a treatment, its question words count.
 */
static void
hear_question(struct mentions *mentions)
{
	size_t i;

	for (i = 0; i < mentions->count; i++)
		if (!mentions->at[i].subject && !mentions->at[i].question &&
		    !mentions->at[i].asks)
			return;
	for (i = 0; i < mentions->count; i++)
		mentions->at[i].question = false;
}

static bool
question_compares(const char *text)
{
	size_t at = 0, n;

	for (; text[at] != '\0'; at += n > 0 ? n : text[at] != '\0') {
		n = question_word_after(text, &at);
		if (n > 0 && TEXT_WORD_AMONG(text + at, n, comparing))
			return true;
	}
	return false;
}

/* maximum words between "by" and "who": "by a man who" */
enum { AGENT_WORDS = 4 };

size_t
question_agent(const char *text, size_t n)
{
	static const char *const by[] = { "by" };
	static const char *const who[] = { "who", "whose" };
	size_t at = 0, from = n, words = 0, length;

	for (; at < n; at += length > 0 ? length : 1) {
		length = question_word_after(text, &at);
		if (TEXT_WORD_AMONG(text + at, length, by)) {
			from = at;
			words = 0;
		} else if (from < n && TEXT_WORD_AMONG(text + at, length,
		    who)) {
			return from;
		} else if (length == 0 || ++words > AGENT_WORDS) {
			from = n;
		}
	}
	return n;
}

/* Whether two words are parts of the same term: "writer's cramp". */
static bool
share_term(const struct mention *one, const struct mention *other)
{
	size_t i;

	for (i = 0; i < one->count; i++)
		if (one->senses[i].kind == SENSE_CONCEPT && mention_names(other,
		    one->senses[i].feature))
			return true;
	return false;
}

/*
 * Whether a word and the next one name a complaint that no record has, at the
 * end of a text: people and a part of their body, as in "baker's leg".  "My
 * sister's leg" is not a name.
 */
static bool
names_ailment(const struct unit *unit, const struct mentions *mentions,
    size_t i, const char *text)
{
	const struct mention *who = &mentions->at[i], *part = who + 1;
	size_t at = who->start, gap, n;

	if (i + 1 == mentions->count || share_term(who, part) ||
	    !names_facet(unit, part, FACET_REGION))
		return false;
	gap = strcspn(text + who->end, " ");
	if (who->end + gap + 1 != part->start || (gap > 0 &&
	    !english_is_apostrophe(text + who->end, gap - (text[who->end + gap -
	    1] == 's'))) || (gap == 0 && !names_facet(unit, who,
	    FACET_POPULATION)))
		return false;
	if (english_is_owner(text + who->start, who->end - who->start) ||
	    (gap > 0 && text[who->end + gap - 1] != 's'))
		return false;
	n = question_word_before(text, &at);
	for (i += 2; i < mentions->count; i++)
		if (unit_is_telling(&mentions->at[i]))
			return false;
	return !TEXT_WORD_AMONG(text + at, n, articles) &&
	    !TEXT_WORD_AMONG(text + at, n, owners);
}

/* Whether a word only describes the body part after it. */
static bool
describes(const struct unit *unit, const struct mentions *mentions, size_t i)
{
	return i > 0 && i + 1 < mentions->count &&
	    mentions->at[i].end + 1 == mentions->at[i + 1].start &&
	    names_facet(unit, &mentions->at[i + 1], FACET_REGION);
}

/* In "mum's leg", "mum's" says whose leg it is, not who gives the treatment. */
static void
forget_owners(struct mentions *mentions, const char *text)
{
	struct mention *mention;
	size_t i;

	for (i = 0; i < mentions->count; i++) {
		mention = &mentions->at[i];
		if (english_is_owner(text + mention->start, mention->end -
		    mention->start)) {
			mention->question = true;
			mention->count = 0;
		}
	}
}

/* Names of ailments are unknown words, whatever their parts mean. */
static bool
forget_ailments(const struct unit *unit, struct mentions *mentions,
    const char *text)
{
	bool any = false;
	size_t i;

	for (i = 0; i < mentions->count; i++)
		if (names_ailment(unit, mentions, i, text)) {
			mentions->at[i].word = 0;
			mentions->at[i].count = 0;
			any = true;
		}
	return any;
}

struct question
question_read(const struct unit *unit, const void *ctx,
    struct mentions *mentions, const char *text, uint32_t subject)
{
	struct question asked = { .unknown = false };
	struct mention *mention;
	bool known = false;	/* the question has a known, specific word */
	bool treated;	/* the treatment is also known: no other word names one */
	size_t i;

	forget_owners(mentions, text);
	hear_question(mentions);
	for (i = 0; i < mentions->count; i++) {
		mention = &mentions->at[i];
		add_named(&asked, ctx, unit, mention, subject);
		asked.other = asked.other || begins_with_other(unit, mention,
		    text);
		asked.telling = asked.telling || unit_is_telling(
		    mention);
		asked.subject = asked.subject || mention->subject;
		known = known || (unit_is_telling(mention) && !is_unknown(unit,
		    mention, text));
	}
	asked.comparison = question_compares(text);
	treated = asked.subject && !asked.comparison && known;
	for (i = 0; i < mentions->count; i++) {
		mention = &mentions->at[i];
		if (!is_unknown(unit, mention, text))
			continue;
		if ((follows_opening(text, mention->start) && !describes(unit,
		    mentions, i)) || (!treated &&
		    (precedes_purpose(text, mention->end) || begins_name(unit,
		    text, mention->start, mention->end))))
			asked.foreign = asked.unknown = true;
		else if (asked.conditions.count + asked.regions.count == 0 &&
		    !(asked.comparison && asked.techniques.count > 1))
			asked.unknown = true;
		else
			mention->question = true;
	}
	if (forget_ailments(unit, mentions, text))
		asked.foreign = asked.unknown = true;
	return asked;
}
