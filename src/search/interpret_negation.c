/* Negation in words: "not", "without", "excluding" and what they exclude. */
#include "search/interpret_inside.h"

#include <strings.h>

#include "base/text.h"
#include "search/evaluate.h"
#include "search/suggest.h"
#include "search/vocabulary.h"

/*
 * Weak negations often deny a finding ("no difference", "does not work"); then
 * they exclude nothing.
 */
static const struct {
	const char	*words;
	bool		 weak;
} negations[] = {
	{ "but not", false }, { "other than", false }, { "apart from", false },
	{ "aside from", false }, { "rather than", false },
	{ "instead of", false }, { "leave out", false },
	{ "leaving out", false }, { "w o", false }, { "without", false },
	{ "except", false }, { "excluding", false }, { "excludes", false },
	{ "exclude", false }, { "omitting", false }, { "omit", false },
	{ "ignoring", false }, { "ignore", false }, { "minus", false },
	{ "neither", true }, { "nor", true }, { "not", true }, { "no", true },
	{ "non", true },
};

/*
 * Words that a weak negation does not exclude, as they say what was found or
 * judged: "not effective", "does not reduce pain".
 */
static const char *const not_content[] = { "able", "advised", "affect",
    "allowed", "bad", "benefit", "benefits", "better", "break", "cause",
    "change", "changed", "changes", "clear", "cure", "dangerous", "decrease",
    "decreased", "difference", "differences", "different", "effect",
    "effective", "effects", "enough", "evidence", "faster", "gain", "harm",
    "harmful", "heal", "hurt", "idea", "improve", "improved", "improvement",
    "improves", "increase", "increased", "increases", "less", "longer",
    "lower", "more", "necessary", "needed", "one", "painful", "proof",
    "prevent", "real", "recommended", "reduce", "reduced", "reduces",
    "relieve", "relieved", "safe", "shown", "significant", "speed", "sure",
    "superior", "supported", "true", "useful", "way", "worked", "working",
    "worse", "worth" };

/*
 * Words that prevent an exclusion if they follow the denied word, as they say
 * what was found: "no pain relief".
 */
static const char *const outcomes[] = { "relief", "reduction", "reductions",
    "improvement", "improvements", "change", "changes", "difference",
    "differences", "effect", "effects", "increase", "decrease", "gain",
    "gains", "benefit", "benefits" };

/* Negations that exclude nothing, unless "include" follows. */
static const char *const denials[] = { "doesn't", "doesnt", "didn't", "didnt",
    "don't", "dont", "isn't", "isnt", "wasn't", "wasnt", "fails", "failed",
    "cannot", "can't", "cant", "never" };

static const char *const includes[] = { "include", "includes", "included",
    "including", "involve", "involves", "involved", "involving" };

/* Words between a negation and what it excludes: "not in any of the". */
static const char *const between[] = { "a", "an", "the", "any", "in", "on",
    "of", "for", "from", "with", "about", "all", "using", "include",
    "includes", "included", "including", "involve", "involves", "involved",
    "involving" };

static const char *const people[] = { "people", "persons", "person",
    "humans" };

static const char *const reviews[] = { "review", "reviews" };

static const char *const review_designs[] = { "systematic-review",
    "meta-analysis", "umbrella-review", "scoping-review", "narrative-review" };

static const char *const left_out[] = { "excluded", "omitted" };

#define IS_IN(words, text)	is_in(words, sizeof(words) / sizeof(*(words)), text)

static bool
is_in(const char *const *words, size_t count, const char *text)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcasecmp(words[i], text) == 0)
			return true;
	return false;
}

/* The number of words at `from` that negate the words after them; 0: none. */
static size_t
negation_words(struct planner *pl, const struct run *run, size_t from,
    bool *weak)
{
	size_t i, n;
	char *text;

	for (n = 2; n > 0; n--) {
		text = from + n < run->count ? interpret_text(pl, run, from,
		    n) : NULL;
		for (i = 0; text != NULL && i < sizeof(negations) /
		    sizeof(negations[0]); i++) {
			*weak = negations[i].weak;
			if (strcasecmp(negations[i].words, text) == 0)
				return n;
		}
	}
	*weak = false;
	return from + 2 < run->count && IS_IN(denials,
	    run->words[from]->text) && IS_IN(includes,
	    run->words[from + 1]->text) ? 1 : 0;
}

/* Notes that the direction of findings cannot be searched. */
static size_t
note_denial(struct planner *pl, const struct run *run, size_t from)
{
	if (run->count > 1)
		plan_add_note(pl, run->words[from], "does not limit the "
		    "search; each work says what it found");
	return 0;
}

static size_t
note_not_understood(struct planner *pl, const struct run *run, size_t from)
{
	plan_add_note(pl, run->words[from], "not understood; nothing is "
	    "excluded");
	return 0;
}

/* The records with an excluded word; people and reviews also by other words. */
static struct expr *
excluded_as_typed(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	struct clause word = *clause;
	struct expr *match;
	size_t i;

	if (IS_IN(people, word.text))
		word.text = "humans";
	match = plan_negated_word(pl, &word, meaning);
	for (i = 0; IS_IN(reviews, word.text) && i < sizeof(review_designs) /
	    sizeof(review_designs[0]); i++)
		match = expr_either(pl->ctx, match, expr_value(pl->ctx,
		    "design", review_designs[i]));
	return match;
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
 * Removes the notes after the first `kept`, which are about an exclusion that
 * is not made after all.
 */
static void
negation_drop_notes(struct planner *pl, size_t kept)
{
	while (pl->plan->notes.count > kept)
		mem_free(list_pop(&pl->plan->notes));
}

/*
 * Reads the excluded words at `at`: the longest term, or else one word; *n is
 * their number.
 */
static struct expr *
read_excluded(struct planner *pl, const struct run *run, size_t at, size_t *n,
    const char **meaning)
{
	size_t most = run->count - at;
	struct expr *match;

	*meaning = NULL;
	for (*n = most < INTERPRET_WORDS_MAX ? most : INTERPRET_WORDS_MAX;
	    *n > 1; --*n) {
		match = vocabulary_term(pl->ctx, pl->se, interpret_text(pl,
		    run, at, *n), NULL, meaning);
		if (match != NULL)
			return match;
	}
	match = excluded_word(pl, run->words[at], meaning);
	if (*meaning == NULL)
		*meaning = run->words[at]->text;
	return match;
}

/* Skips "in any of the" and the like, but never the last word. */
static size_t
skip_between(const struct run *run, size_t at)
{
	while (at + 1 < run->count && IS_IN(between, run->words[at]->text))
		at++;
	return at;
}

static bool
is_of_outcome(const struct run *run, size_t at, size_t n)
{
	return (n > 1 && IS_IN(outcomes, run->words[at + n - 1]->text)) ||
	    (at + n < run->count && IS_IN(outcomes, run->words[at + n]->text));
}

/*
 * Reads what is excluded from `at` on, with alternatives ("animals or
 * reviews"); returns where it ends, or `at` if it excludes nothing.
 */
static size_t
read_list(struct planner *pl, const struct run *run, size_t at, bool weak,
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
		end = next + n;
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
add_exclusion(struct planner *pl, const struct run *run, size_t from,
    size_t end, struct expr *match, const char *meaning)
{
	if (evaluate_count(pl->se, pl->plan->target, match) == 0)
		plan_add_note(pl, run->words[from], "no record has these "
		    "words; nothing is excluded");
	interpret_part(pl, PART_WORD, run, from, end - from, match,
	    meaning)->negated = true;
	return end - from;
}

/* Reads "children were excluded", "reviews omitted". */
static size_t
read_left_out(struct planner *pl, const struct run *run, size_t from)
{
	const size_t notes = pl->plan->notes.count;
	size_t last, n;
	const char *meaning;
	struct expr *match;

	for (last = from + 1; last < run->count && !IS_IN(left_out,
	    run->words[last]->text); last++)
		continue;
	if (last >= run->count || vocabulary_is_chatter(run->words[from]->text))
		return 0;
	match = read_excluded(pl, run, from, &n, &meaning);
	n += from;
	while (n < last && vocabulary_is_chatter(run->words[n]->text))
		n++;
	if (n == last && match != NULL)
		return add_exclusion(pl, run, from, last + 1, match, meaning);
	negation_drop_notes(pl, notes);
	return 0;
}

/* Reads "non-surgical" as an exclusion, unless a record has that word. */
static size_t
read_prefix(struct planner *pl, const struct run *run, size_t from)
{
	struct clause rest = *run->words[from];
	const char *meaning = NULL;
	struct expr *match;

	if (strncasecmp(rest.text, "non-", 4) != 0 || rest.text[4] == '\0' ||
	    evaluate_count(pl->se, pl->plan->target, plan_word(pl,
	    run->words[from])) > 0)
		return 0;
	rest.text += 4;
	match = excluded_word(pl, &rest, &meaning);
	return match == NULL ? 0 : add_exclusion(pl, run, from, from + 1,
	    match, meaning != NULL ? meaning : rest.text);
}

/* "non specific" does not negate anything if a record has these words. */
static bool
is_written_so(struct planner *pl, const struct run *run, size_t from)
{
	return strcasecmp(run->words[from]->text, "non") == 0 &&
	    evaluate_count(pl->se, pl->plan->target, expr_words(pl->ctx,
	    pl->se, interpret_text(pl, run, from, 2), WORD_ANY_FORM)) > 0;
}

size_t
interpret_negation(struct planner *pl, const struct run *run, size_t from)
{
	const char *text = run->words[from]->text;
	struct buf meaning = { .data = NULL };
	struct expr *match = NULL;
	size_t n, at, end;
	bool weak;

	/* A claim may itself be about a negation: "sleep without medicine". */
	if (pl->plan->target == RECTYPE_CLAIM)
		return 0;
	n = negation_words(pl, run, from, &weak);
	if (n == 0 && IS_IN(denials, text))
		return note_denial(pl, run, from);
	if (n == 0 || is_written_so(pl, run, from)) {
		n = read_left_out(pl, run, from);
		return n > 0 ? n : read_prefix(pl, run, from);
	}
	at = skip_between(run, from + n);
	if (weak && IS_IN(not_content, run->words[at]->text))
		return note_denial(pl, run, from);
	end = read_list(pl, run, at, weak, &match, &meaning);
	if (match == NULL)
		return (weak ? note_denial : note_not_understood)(pl, run,
		    from);
	return add_exclusion(pl, run, from, end, match, buf_string(&meaning));
}
