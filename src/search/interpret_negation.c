/* Negation in words: "not", "without", "excluding" and what they exclude. */
#include "search/interpret_negation.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "search/design.h"
#include "search/evaluate.h"
#include "search/known_word.h"
#include "search/suggest.h"
#include "search/vocabulary.h"

enum { PHRASE_MOST = 3 };	/* excluded words in sequence */

/*
 * Weak negations often deny a finding ("no difference", "does not work") and
 * then exclude nothing; acts exclude only as requests: "skip reviews" and "can I
 * skip reviews", but not "can I skip exercise".
 */
static const struct {
	const char	*words;
	bool		 weak;
	bool		 act;
} negations[] = {
	{ "but not", false, false }, { "other than", false, false },
	{ "apart from", false, false }, { "aside from", false, false },
	{ "rather than", false, false }, { "instead of", false, false },
	{ "leave out", false, true }, { "leaving out", false, true },
	{ "w o", false, false }, { "w out", false, false },
	{ "anything but", false, false }, { "everything but", false, false },
	{ "all but", false, false }, { "skip", false, true },
	{ "without", false, false }, { "except", false, false },
	{ "excluding", false, false }, { "excludes", false, false },
	{ "exclude", false, true }, { "omitting", false, true },
	{ "omit", false, true }, { "ignoring", false, true },
	{ "ignore", false, true }, { "minus", false, false },
	{ "neither", true, false }, { "nor", true, false },
	{ "not", true, false }, { "no", true, false }, { "non", true, false },
};

/* Words before what somebody does, or may do. */
static const char *const doers[] = { "i", "we", "you", "they", "people",
	"patients", "to", "can", "could", "should", "must", "may", "do", "does",
	"did", "is", "will", "would", "if", "by", "after", "about" };

/* Words before "to" that make an act a request: "I want to exclude". */
static const char *const wishing[] = { "want", "like", "wish", "prefer",
	"trying" };

/*
 * Words that a weak negation does not exclude, as they say what was found or
 * judged: "not effective", "does not reduce pain".
 */
static const char *const not_content[] = { "able", "advised", "affect",
    "allowed", "bad", "benefit", "benefits", "better", "break", "cause",
    "change", "changed", "changes", "clear", "cure", "dangerous",
    "decrease", "decreased", "difference", "differences", "different",
    "effect", "effective", "effects", "enough", "evidence", "faster",
    "find", "found", "gain", "harm", "harmful", "heal", "hurt", "idea",
    "improve", "improved", "improvement", "improves", "increase",
    "increased", "increases", "less", "longer", "lower", "more",
    "necessary", "needed", "one", "painful", "proof", "prevent", "real",
    "recommended", "reduce", "reduced", "reduces", "relieve", "relieved",
    "safe", "shown", "significant", "speed", "sure", "superior",
    "supported", "true", "useful", "way", "worked", "working", "worse",
    "worth" };

/*
 * Words that prevent an exclusion if they follow the denied word, as they say
 * what was found: "no pain relief".
 */
static const char *const outcomes[] = { "relief", "reduction", "reductions",
    "improvement", "improvements", "change", "changes", "difference",
    "differences", "effect", "effects", "increase", "decrease", "gain",
    "gains", "benefit", "benefits" };

/*
 * Negations that exclude nothing, unless what follows says that they do:
 * "include", "want", "tested in".
 */
static const char *const denials[] = { "doesnt", "didnt", "dont", "isnt",
    "arent", "wasnt", "werent", "hasnt", "havent", "wont", "wouldnt", "fails",
    "failed", "cannot", "cant", "never" };

static const char *const includes[] = { "include", "includes", "included",
    "including", "involve", "involves", "involved", "involving" };

/* "Studies that aren't on rats" excludes; "why isn't it used" does not. */
static const char *const copulas[] = { "isnt", "arent", "wasnt", "werent" };

static const char *const relatives[] = { "that", "which", "who" };

/*
 * Refusals ("do not want to take", "I can't take", "who don't have"), and what
 * may come after them.
 */
static const char *const wishes[] = { "want", "wanting", "like", "show",
    "interested", "looking" };

static const char *const taking[] = { "take", "have", "use", "do", "tolerate" };

static const char *const takers[] = { "i", "we", "that", "which", "who" };

static const char *const wished[] = { "to", "take", "have", "use", "see",
    "do", "get", "try", "read", "hear", "me" };

/* What is done in a study: "never tested in people". */
static const char *const studied[] = { "tested", "studied", "tried", "done",
    "used", "made", "performed", "conducted", "measured", "shown" };

static const char *const been[] = { "been", "yet", "ever" };

static const char *const prepositions[] = { "in", "on", "of", "for", "from",
    "with", "about", "by", "using", "involving", "among" };

/* Words between a negation and what it excludes: "not in any of the". */
static const char *const between[] = { "a", "an", "the", "any", "in", "on",
    "of", "for", "from", "with", "about", "all", "by", "among", "using",
    "include", "includes", "included", "including", "involve", "involves",
    "involved", "involving" };

/*
 * Names of studies and of those who took part: "no studies on rats" and "no rat
 * studies" are about rats.
 */
static const char *const searched[] = { "ones", "those", "anything", "study",
    "studies", "trial", "trials", "paper", "papers", "article", "articles",
    "work", "works", "research", "experiment", "experiments", "model",
    "models", "group", "groups", "population", "populations", "players",
    "controlled" };

static const char *const persons[] = { "people", "persons", "patients",
    "participants", "subjects", "individuals", "volunteers", "adults" };

static const char *const people[] = { "people", "persons", "person",
    "humans" };

static const char *const reviews[] = { "review", "reviews" };

/* Words that exclude what is named before them: "reviews not included". */
static const char *const left_out[] = { "excluded", "omitted", "left out",
    "not included", "not wanted" };

/* IS_IN() for a word of a run, if it has one at `at`. */
#define HAS(list, run, at)	((at) < (run)->count && IS_IN(list,	\
				    (run)->words[at]->text))

/*
 * Whether the words at `at` name records or those studied: nobody can do without
 * rats or reviews, so "can you exclude rats" is a request.
 */
static bool
names_records(struct planner *pl, const struct word_run *run, size_t at)
{
	const char *meaning;
	size_t n;

	while (HAS(between, run, at))
		at++;
	for (n = 1; n <= PHRASE_MOST && at + n <= run->count; n++) {
		if (HAS(searched, run, at + n - 1) || HAS(reviews, run, at + n -
		    1) || HAS(people, run, at + n - 1) || vocabulary_term(
		    pl->ctx, pl->se, interpret_text(pl, run, at, n),
		    "population", &meaning) != NULL)
			return true;
		if (vocabulary_is_chatter(run->words[at + n - 1]->text))
			return false;
	}
	return false;
}

/* Whether an act of `n` words at `from` is what somebody does or may do. */
static bool
is_done(struct planner *pl, const struct word_run *run, size_t from, size_t n)
{
	return from > 0 && HAS(doers, run, from - 1) && !(from > 1 &&
	    HAS(wishing, run, from - 2)) && !names_records(pl, run, from + n);
}

/* The number of words at `from` that negate the words after them; 0: none. */
static size_t
negation_words(struct planner *pl, const struct word_run *run, size_t from,
    bool *weak)
{
	size_t i, n;
	char *text;

	for (n = 2; n > 0; n--) {
		text = from + n < run->count ? interpret_text(pl, run, from,
		    n) : NULL;
		for (i = 0; text != NULL && i < COUNT(negations); i++) {
			*weak = negations[i].weak;
			if (strcasecmp(negations[i].words, text) == 0 &&
			    !(negations[i].act && is_done(pl, run, from, n)))
				return n;
		}
	}
	return 0;
}

/* Whether the word at `from` is a negation: "not", "no", "never", "don't". */
static bool
is_denying(const struct word_run *run, size_t from)
{
	static const char *const plain[] = { "not", "no" };

	return HAS(denials, run, from) || HAS(plain, run, from);
}

/* The words of "don't want to take" at `from`, or 0. */
static size_t
refusal_words(const struct word_run *run, size_t from)
{
	size_t at = from + 2;

	if (!is_denying(run, from) || (!HAS(wishes, run, from + 1) && (from ==
	    0 || !HAS(takers, run, from - 1) || !HAS(taking, run, from + 1))))
		return 0;
	while (at + 1 < run->count && HAS(wished, run, at))
		at++;
	return at < run->count ? at - from : 0;
}

/* The words of "never been tested" before "in people" at `from`, or 0. */
static size_t
untested_words(const struct word_run *run, size_t from)
{
	size_t at = from + 1;

	while (HAS(been, run, at))
		at++;
	return is_denying(run, from) && HAS(studied, run, at) && at + 2 <
	    run->count && HAS(prepositions, run, at + 1) ? at + 1 - from : 0;
}

/*
 * The number of words at `from` that exclude only with the words around them:
 * "nothing about", "that aren't", "don't include", "don't want"; 0: none.
 */
static size_t
excluding_words(const struct word_run *run, size_t from, bool *weak)
{
	static const char *const nothing[] = { "nothing" };
	static const char *const being[] = { "is", "theres", "there" };
	size_t n;

	*weak = false;
	if (from + 2 < run->count && ((HAS(denials, run, from) && HAS(includes,
	    run, from + 1)) || (HAS(nothing, run, from) && HAS(prepositions,
	    run, from + 1) && (from == 0 || !HAS(being, run, from - 1)))))
		return 1;
	*weak = from > 0 && from + 1 < run->count && HAS(copulas, run, from) &&
	    HAS(relatives, run, from - 1);
	if (*weak)
		return 1;
	n = refusal_words(run, from);
	return n > 0 ? n : untested_words(run, from);
}

/* Notes that the direction of findings cannot be searched. */
static size_t
note_denial(struct planner *pl, const struct word_run *run, size_t from)
{
	if (run->count > 1)
		plan_add_note(pl, run->words[from], "does not limit the "
		    "search; each work shows its findings");
	return 0;
}

static size_t
note_not_understood(struct planner *pl, const struct word_run *run, size_t from)
{
	plan_add_note(pl, run->words[from], "not understood; nothing is "
	    "excluded");
	return 0;
}

/*
 * The number of words from `at` on before the first stop word or sign: "static
 * stretching" of "static stretching, or".
 */
static size_t
words_of_phrase(const struct planner *pl, const struct word_run *run, size_t at)
{
	const char *text = pl->plan->query->text;
	size_t n = 1;

	while (at + n < run->count && n < PHRASE_MOST && !vocabulary_is_chatter(
	    run->words[at + n]->text) && strspn(text + run->words[at + n -
	    1]->end, " ") == run->words[at + n]->start - run->words[at + n -
	    1]->end)
		n++;
	return n;
}

/*
 * The records with several words in sequence, if the first does not name a
 * term and some record has them: "static stretching"; *n is set to their number.
 */
static struct expr *
excluded_phrase(struct planner *pl, const struct word_run *run, size_t at, size_t *n)
{
	const char *meaning = NULL, *first = run->words[at]->text;
	struct expr *match;

	if (vocabulary_term(pl->ctx, pl->se, first, NULL, &meaning) != NULL ||
	    vocabulary_field_word(pl->ctx, first, &meaning) != NULL)
		return NULL;
	for (*n = words_of_phrase(pl, run, at); *n > 1; --*n) {
		match = expr_words(pl->ctx, pl->se, interpret_text(pl, run, at,
		    *n), WORD_ANY_FORM);
		if (evaluate_count(pl->se, pl->plan->target, match) > 0)
			return match;
	}
	return NULL;
}

/* The works whose design is a review of any kind. */
static struct expr *
review_designs(struct planner *pl)
{
	const struct codelist *list = design_list(pl->ctx, pl->se);
	struct expr *match = NULL;
	size_t i;

	for (i = 0; i < list->count; i++)
		if (strstr(list->at[i].label, "review") != NULL ||
		    strstr(list->at[i].label, "meta-analysis") != NULL)
			match = expr_either(pl->ctx, match, expr_value(
			    pl->ctx, "design", list->at[i].id));
	return match;
}

/*
 * The records with an excluded word, or about what is called by it; people and
 * reviews also by other words.
 */
static struct expr *
excluded_as_typed(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	struct clause word = *clause;
	struct expr *match;

	if (IS_IN(people, word.text))
		word.text = "humans";
	match = plan_negated_word(pl, &word, meaning);
	if (match != NULL && *meaning == NULL)
		match = expr_either(pl->ctx, match, vocabulary_named_with(
		    pl->ctx, pl->se, word.text));
	return IS_IN(reviews, word.text) ? expr_either(pl->ctx, match,
	    review_designs(pl)) : match;
}

/* The records with one excluded word, which may be mistyped. */
static struct expr *
excluded_word(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	struct expr *match = excluded_as_typed(pl, clause, meaning);
	struct clause word = *clause;

	if (match == NULL || evaluate_count(pl->se, pl->plan->target, match) >
	    0)
		return match;
	word.text = suggest_word(pl->ctx, pl->se, clause->text);
	if (word.text == NULL)
		return match;
	plan_add_note(pl, clause, mem_format(pl->plan, "searched as \"%s\"",
	    word.text));
	match = excluded_as_typed(pl, &word, meaning);
	if (*meaning == NULL)
		*meaning = word.text;
	return match;
}

/*
 * Removes all notes but the first `kept`: they are about an exclusion that is
 * not made after all.
 */
static void
negation_drop_notes(struct planner *pl, size_t kept)
{
	while (pl->plan->notes.count > kept)
		mem_free(list_pop(&pl->plan->notes));
}

/*
 * The term that some words from `at` on name, perhaps with another noun for
 * people: "healthy people" for "healthy volunteers"; NULL: none.
 */
static struct expr *
excluded_term(struct planner *pl, const struct word_run *run, size_t at, size_t n,
    const char **meaning)
{
	struct expr *match = vocabulary_term(pl->ctx, pl->se, interpret_text(pl,
	    run, at, n), NULL, meaning);
	const char *before;
	size_t i;

	if (match != NULL || !HAS(persons, run, at + n - 1))
		return match;
	before = interpret_text(pl, run, at, n - 1);
	for (i = 0; match == NULL && i < COUNT(persons); i++)
		match = vocabulary_term(pl->ctx, pl->se, mem_format(pl->ctx,
		    "%s %s", before, persons[i]), NULL, meaning);
	return match;
}

/*
 * Reads the excluded words at `at`: the longest term, or else one word; *n is
 * their number.
 */
static struct expr *
read_excluded(struct planner *pl, const struct word_run *run, size_t at, size_t *n,
    const char **meaning)
{
	size_t most = run->count - at;
	struct expr *match;

	*meaning = NULL;
	for (*n = most < INTERPRET_WORDS_MAX ? most : INTERPRET_WORDS_MAX;
	    *n > 1; --*n) {
		match = excluded_term(pl, run, at, *n, meaning);
		if (match != NULL)
			return match;
	}
	match = excluded_phrase(pl, run, at, n);
	if (match == NULL) {
		*n = 1;
		match = excluded_word(pl, run->words[at], meaning);
	}
	if (*meaning == NULL)
		*meaning = interpret_text(pl, run, at, *n);
	return match;
}

/* Whether "studies on" or "done in" leads to what is excluded. */
static bool
is_leading(const struct word_run *run, size_t at)
{
	static const char *const being[] = { "is", "are", "was", "were", "have",
	    "has" };

	return ((HAS(searched, run, at) || HAS(persons, run, at)) &&
	    (HAS(prepositions, run, at + 1) ||
	    HAS(relatives, run, at + 1) || HAS(studied, run, at + 1))) ||
	    (HAS(studied, run, at) && HAS(prepositions, run, at + 1)) ||
	    (HAS(relatives, run, at) && HAS(being, run, at + 1)) ||
	    (HAS(being, run, at) && HAS(relatives, run, at - 1));
}

/* Skips "in any of the" and the like, but never the last word. */
static size_t
skip_between(const struct word_run *run, size_t at)
{
	while (at + 1 < run->count && (HAS(between, run, at) || is_leading(run,
	    at)))
		at++;
	return at;
}

/* Skips nouns that belong to what ends at `at`: "rat studies". */
static size_t
skip_heads(const struct word_run *run, size_t at)
{
	while (HAS(searched, run, at) || HAS(persons, run, at))
		at++;
	return at;
}

static bool
is_of_outcome(const struct word_run *run, size_t at, size_t n)
{
	return (n > 1 && IS_IN(outcomes, run->words[at + n - 1]->text)) ||
	    (at + n < run->count && IS_IN(outcomes, run->words[at + n]->text));
}

/*
 * Reads what is excluded from `at` on, with alternatives ("animals or
 * reviews"); returns where it ends, or `at` if it excludes nothing.
 */
static size_t
read_list(struct planner *pl, const struct word_run *run, size_t at, bool weak,
    struct expr **match, struct buf *meaning)
{
	size_t next = at, end = at, n, notes;
	const char *said;
	struct expr *one;

	do {
		next = skip_between(run, next);
		if (vocabulary_is_chatter(run->words[next]->text) && !IS_IN(
		    people, run->words[next]->text))
			break;
		notes = pl->plan->notes.count;
		one = read_excluded(pl, run, next, &n, &said);
		if (one == NULL || (weak && is_of_outcome(run, next, n))) {
			negation_drop_notes(pl, notes);
			break;
		}
		buf_format(pl->ctx, meaning, "%s%s", meaning->len > 0 ?
		    " or " : "", said);
		*match = expr_either(pl->ctx, *match, one);
		end = skip_heads(run, next + n);
		next = end + 1;
	} while (next < run->count && (text_same(run->words[end]->text,
	    "or") || text_same(run->words[end]->text, "nor") ||
	    (!weak && text_same(run->words[end]->text, "and"))));
	return end;
}

/*
 * Adds the part that excludes the words from `at` to `end`, if any record has
 * them.
 */
static size_t
add_exclusion(struct planner *pl, const struct word_run *run, size_t from,
    size_t end, struct expr *match, const char *meaning)
{
	plan_note_exclusion(pl, run->words[from], run->words[end - 1], match);
	interpret_part(pl, PART_WORD, run, from, end - from, match,
	    meaning)->negated = true;
	return end - from;
}

/* The number of words at `at` that exclude what is named before them, or 0. */
static size_t
left_out_words(struct planner *pl, const struct word_run *run, size_t at)
{
	size_t n = 2;

	while (n > 0 && (at + n > run->count || !IS_IN(left_out,
	    interpret_text(pl, run, at, n))))
		n--;
	return n;
}

/* Reads "children were excluded", "reviews omitted", "reviews not included". */
static size_t
read_left_out(struct planner *pl, const struct word_run *run, size_t from)
{
	const size_t notes = pl->plan->notes.count;
	size_t last = from + 1, ends = 0, n;
	const char *meaning;
	struct expr *match;

	if (vocabulary_is_chatter(run->words[from]->text))
		return 0;
	while (last < run->count && last <= from + INTERPRET_WORDS_MAX &&
	    (ends = left_out_words(pl, run, last)) == 0)
		last++;
	if (ends == 0)
		return 0;
	match = read_excluded(pl, run, from, &n, &meaning);
	n += from;
	while (n < last && vocabulary_is_chatter(run->words[n]->text))
		n++;
	if (n == last && match != NULL)
		return add_exclusion(pl, run, from, last + ends, match, meaning);
	negation_drop_notes(pl, notes);
	return 0;
}

/*
 * Reads "non-surgical" and "nonsurgical" as an exclusion, unless a record has
 * that word.
 */
static size_t
read_prefix(struct planner *pl, const struct word_run *run, size_t from)
{
	struct clause rest = *run->words[from];
	const char *meaning = NULL;
	struct expr *match;

	if (strncasecmp(rest.text, "non", 3) != 0)
		return 0;
	rest.text += rest.text[3] == '-' ? 4 : 3;
	if (rest.text[0] == '\0' || (rest.text[-1] != '-' && !known_word(
	    text_fold(pl->ctx, rest.text))) || evaluate_count(pl->se,
	    pl->plan->target, plan_word(pl, run->words[from])) > 0)
		return 0;
	match = excluded_word(pl, &rest, &meaning);
	return match == NULL ? 0 : add_exclusion(pl, run, from, from + 1,
	    match, meaning != NULL ? meaning : rest.text);
}

/* "non specific" does not negate anything if a record has these words. */
static bool
is_written_so(struct planner *pl, const struct word_run *run, size_t from)
{
	return strcasecmp(run->words[from]->text, "non") == 0 &&
	    evaluate_count(pl->se, pl->plan->target, expr_words(pl->ctx,
	    pl->se, interpret_text(pl, run, from, 2), WORD_ANY_FORM)) > 0;
}

/* Whether a denied word says what does not happen: "not sleeping". */
static bool
is_happening(struct planner *pl, const char *word)
{
	const size_t n = strlen(word);
	const char *meaning;

	return n > 4 && strcasecmp(word + n - 3, "ing") == 0 &&
	    vocabulary_term(pl->ctx, pl->se, word, "technique", &meaning) ==
	    NULL;
}

size_t
interpret_negation(struct planner *pl, const struct word_run *run, size_t from)
{
	const char *text = run->words[from]->text;
	struct buf meaning = { .data = NULL };
	struct expr *match = NULL;
	size_t n, at, end;
	bool weak;

	/* A claim may itself be about a negation: "sleep without medicine". */
	if (pl->plan->target == RECTYPE_CLAIM)
		return 0;
	n = excluding_words(run, from, &weak);
	if (n == 0)
		n = negation_words(pl, run, from, &weak);
	if (n == 0 && IS_IN(denials, text))
		return note_denial(pl, run, from);
	if (n == 0 || is_written_so(pl, run, from)) {
		n = read_left_out(pl, run, from);
		return n > 0 ? n : read_prefix(pl, run, from);
	}
	at = skip_between(run, from + n);
	if (weak && (IS_IN(not_content, run->words[at]->text) ||
	    is_happening(pl, run->words[at]->text)))
		return note_denial(pl, run, from);
	end = read_list(pl, run, at, weak, &match, &meaning);
	if (match == NULL)
		return (weak ? note_denial : note_not_understood)(pl, run,
		    from);
	return add_exclusion(pl, run, from, end, match, buf_string(&meaning));
}
