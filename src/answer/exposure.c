/* The treatment or exposure that a question names. */
#include "answer/exposure.h"

#include <string.h>

#include "answer/sentence.h"
#include "base/text.h"
#include "library/library.h"
#include "record/term.h"

/* "does X help", "is X good for": words before X. */
static const char *const exposure_acting[] = {
	"does", "do", "did", "can", "could", "will", "would", "should",
};

static const char *const exposure_being[] = { "is", "are", "was", "were" };

/* Words after X that describe its effect. */
static const char *const exposure_acts[] = {
	"help", "helps", "work", "works", "cause", "causes", "cure", "cures",
	"damage", "fix", "harm", "heal", "hurt", "improve", "increase",
	"lower", "make", "prevent", "protect", "raise", "rebuild", "reduce",
	"relieve", "ruin", "stop", "strengthen", "treat", "wear", "worsen",
};

/* Words that blame X for a complaint; then X is not the complaint. */
static const char *const exposure_blames[] = {
	"cause", "causes", "damage", "harm", "ruin", "wear",
};

/* Words after X that judge it. */
static const char *const exposure_judges[] = {
	"good", "bad", "safe", "unsafe", "better", "worse", "best", "harmful",
	"dangerous", "effective", "useful", "worth", "healthy", "unhealthy",
	"any",
};

/* Words that follow X at the start of a question. */
static const char *const exposure_purposes[] = { "for", "against" };

/* A text that starts with one of these words does not start with X. */
static const char *const exposure_openings[] = {
	"what", "whats", "how", "why", "who", "when", "where", "which", "i",
	"my", "it", "this",
};

/* Words for the treatment itself: "does one session help". */
static const char *const exposure_own[] = {
	"session", "sessions", "visit", "visits",
};

/* Kinds of treatment. */
static const char *const exposure_kinds[] = {
	"surgery", "operation", "injection", "injections", "shot", "shots",
	"pill", "pills", "tablet", "tablets", "medicine", "medicines",
	"medication", "cream", "creams", "gel", "ointment", "laser",
	"splint", "splints", "brace", "braces", "insoles", "orthotics",
	"implant", "implants", "transplant", "replacement", "supplement",
	"supplements", "vaccine", "diet",
};

/*
 * Words before a treatment that place it in the past, before the complaint
 * began.
 */
static const char *const exposure_past[] = {
	"after", "since", "from", "following", "post", "had", "have", "having",
	"before", "my",
};

/* Words that may follow a kind of treatment that the question asks about. */
static const char *const exposure_follows[] = {
	"for", "in", "on", "of", "or", "vs", "versus", "cost", "costs", "price",
	"recovery",
	"work", "works", "help", "helps", "better", "to", "at", "side",
};

enum {
	BEFORE_PURPOSE = 5,	/* maximum words of X */
	BEFORE_KIND = 3		/* words searched for `exposure_past` */
};

/* The words that name the exposure run from *from up to the returned index. */
static size_t
find_asked(const struct word_of *words, size_t count, size_t *from,
    bool *acts)
{
	bool is;
	size_t i;

	*from = 0;
	*acts = count > 0 && WORD_AMONG(words[0], exposure_acting);
	is = count > 0 && WORD_AMONG(words[0], exposure_being);
	*from = *acts || is;
	if (count > 0 && WORD_AMONG(words[0], exposure_openings))
		return 0;
	for (i = *from; i < count && i < *from + BEFORE_KIND; i++)
		if (WORD_AMONG(words[i], exposure_own))
			return 0;
	for (i = *from + 1; i < count; i++)
		if (*acts ? WORD_AMONG(words[i], exposure_acts) : is ?
		    WORD_AMONG(words[i], exposure_judges) : i <=
		    BEFORE_PURPOSE && WORD_AMONG(words[i], exposure_purposes))
			return i;
	return 0;
}

static void
exposure_add(const struct unit *unit, const void *ctx, struct list *list,
    const char *start, const char *end, const char *text)
{
	const struct mention *mention;
	size_t i;

	for (i = 0; i < unit->mentions->count; i++) {
		mention = &unit->mentions->at[i];
		if (text + mention->start >= start && text + mention->end <=
		    end && unit_is_telling(mention))
			list_add(ctx, list, (void *)(uintptr_t)mention);
	}
}

/*
 * Whether a kind of treatment is what the question asks about, not a past
 * treatment.
 */
static bool
is_kind(const struct word_of *words, size_t count, size_t at)
{
	size_t i;

	if (!WORD_AMONG(words[at], exposure_kinds) || (at + 1 < count &&
	    !WORD_AMONG(words[at + 1], exposure_follows)))
		return false;
	for (i = at > BEFORE_KIND ? at - BEFORE_KIND : 0; i < at; i++)
		if (WORD_AMONG(words[i], exposure_past))
			return false;
	return true;
}

static void
exposure_add_features(const void *ctx, struct list *features,
    const struct mentions *mentions)
{
	size_t i, j;

	for (i = 0; i < mentions->count; i++)
		for (j = 0; j < mentions->at[i].count; j++)
			if (unit_is_itself(&mentions->at[i].senses[j]))
				list_add(ctx, features, (void *)(uintptr_t)
				    mentions->at[i].senses[j].feature);
}

static void
exposure_add_names(const struct unit *unit, const void *ctx,
    struct list *features, const struct concept *concept)
{
	struct knowledge *knowledge = unit->knowledge;
	const struct term *term = library_record(knowledge->library, ctx,
	    RECTYPE_TERM, concept->id);
	const char *name;
	size_t i;

	for (i = 0; term != NULL && i <= term->synonyms.count; i++) {
		name = i == 0 ? term->label : list_at(&term->synonyms, i - 1);
		exposure_add_features(ctx, features, lexicon_read(
		    knowledge->lexicon, ctx, name, strlen(name), false));
	}
}

/* The possible meanings of the words that name the subject's treatments. */
static struct list
names_of_subject(const struct unit *unit, const void *ctx)
{
	const struct lexicon *lexicon = unit->knowledge->lexicon;
	uint32_t feature, count = lexicon_features(lexicon);
	struct list features = { .at = NULL };
	const struct concept *concept;

	for (feature = 1; feature <= count; feature++) {
		concept = lexicon_concept(lexicon, feature);
		if (concept != NULL && concept->subject)
			exposure_add_names(unit, ctx, &features, concept);
	}
	return features;
}

struct exposure
exposure_read(const struct unit *unit, const void *ctx, const char *text)
{
	enum { WORDS = 64 };
	static const char *const better[] = { "better" };
	struct word_of words[WORDS];
	size_t count = words_of(text, words, WORDS), from, to, i;
	struct exposure exposure = { .asked = { .at = NULL } };

	for (i = 0; i < unit->mentions->count; i++)
		if (unit->mentions->at[i].subject)
			return exposure;
	to = find_asked(words, count, &from, &exposure.acts);
	exposure.acts = exposure.acts && to > 0 && !WORD_AMONG(words[to],
	    exposure_blames);
	exposure.compared = to > 0 && WORD_AMONG(words[to], better);
	if (to > 0)
		exposure_add(unit, ctx, &exposure.asked, words[from].at,
		    words[to - 1].at + words[to - 1].n, text);
	for (i = 0; i < count; i++)
		if (is_kind(words, count, i))
			exposure_add(unit, ctx, &exposure.treatments,
			    words[i].at, words[i].at + words[i].n, text);
	if (exposure.asked.count > 0)
		exposure.names = names_of_subject(unit, ctx);
	return exposure;
}

/* Whether a word occurs in a wording. */
static bool
is_of_wording(const struct mention *mention, const struct mentions *wording)
{
	const struct mention *other;
	size_t i, j, k;

	for (i = 0; i < mention->count; i++)
		for (j = 0; unit_is_itself(&mention->senses[i]) && j <
		    wording->count; j++) {
			other = &wording->at[j];
			for (k = 0; k < other->count; k++)
				if (unit_is_itself(&other->senses[k]) &&
				    other->senses[k].feature ==
				    mention->senses[i].feature)
					return true;
		}
	return false;
}

/* Whether a word names a treatment or one of a list of terms. */
static bool
is_own(const struct unit *unit, const struct mention *mention,
    const struct known *known, const struct list *terms)
{
	const struct concept *concept;
	size_t i;

	for (i = 0; i < mention->count; i++) {
		concept = unit_concept(unit, mention, i);
		if (concept != NULL && (unit_holds_kind(unit,
		    &known->techniques, concept) || unit_holds_kind(unit,
		    terms, concept)))
			return true;
	}
	return false;
}

static bool
is_name(const struct mention *mention, const struct list *names)
{
	size_t i;

	for (i = 0; i < mention->count; i++)
		if (unit_is_itself(&mention->senses[i]) && unit_holds(names,
		    (void *)(uintptr_t)mention->senses[i].feature))
			return true;
	return false;
}

/*
 * Whether a word belongs to a topic: it names the subject or one of the topic's
 * terms, or it occurs in the topic's question (in any wording of the question,
 * if treatments are compared).
 */
static bool
is_of_topic(const struct unit *unit, const struct exposure *exposure,
    const struct mention *mention, const struct known *known)
{
	size_t most = exposure->compared ? known->wordings.count :
	    exposure->acts ? 1 : 0, i;

	for (i = 0; i < most && i < known->wordings.count; i++)
		if (is_of_wording(mention, list_at(&known->wordings, i)))
			return true;
	return is_name(mention, &exposure->names) || is_own(unit, mention,
	    known, exposure->acts ? &known->own : &known->conditions);
}

/*
 * The word for what acts may be an outcome ("does strength improve"); then one
 * word of the exposure is enough.
 */
bool
exposure_is_of(const struct unit *unit, const struct exposure *exposure,
    const struct known *known)
{
	size_t count = exposure->asked.count, of = 0, i;

	for (i = 0; i < count; i++)
		of += is_of_topic(unit, exposure, list_at(&exposure->asked, i),
		    known);
	if (count > 0 && of < (exposure->acts ? 1 : count))
		return false;
	for (i = 0; i < exposure->treatments.count; i++)
		if (!is_own(unit, list_at(&exposure->treatments, i), known,
		    &known->conditions))
			return false;
	return true;
}
