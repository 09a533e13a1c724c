/* Interpretation: matches sequences of plain words with the vocabulary. */
#include "search/interpret.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "base/number.h"
#include "base/text.h"
#include "record/identifier.h"
#include "search/evaluate.h"
#include "search/interpret_citation.h"
#include "search/interpret_negation.h"
#include "search/known_word.h"
#include "search/plain_word.h"
#include "search/suggest.h"
#include "search/vocabulary.h"
#include "index/tuning.h"

enum {
	FRAGMENT_MIN = 3,		/* letters of "rev" */
	FRAGMENT_MAX = 8,
	QUOTED_WORDS = 3		/* "NLM PMID 123" */
};

static enum word_form
run_form(const struct word_run *run, size_t last)
{
	return run->words[last]->unfinished ? WORD_UNFINISHED : WORD_ANY_FORM;
}

/* The expression for an identifier that some work or claim has, or NULL. */
static struct expr *
held_identifier(struct planner *pl, enum identifier kind, const char *text)
{
	char *value = identifier_value(pl->ctx, kind, text);
	struct expr *match = *value == '\0' ? NULL : expr_identifier(pl->ctx,
	    kind, text);

	return match != NULL && (evaluate_count(pl->se, RECTYPE_WORK, match) >
	    0 || evaluate_count(pl->se, RECTYPE_CLAIM, match) > 0) ? match :
	    NULL;
}

/* A word without what surrounds its ASCII letters and digits. */
static char *
unwrapped(const void *ctx, const char *text)
{
	size_t n = strlen(text);

	while (n > 0 && !isalnum((unsigned char)text[n - 1]))
		n--;
	while (n > 0 && !isalnum((unsigned char)*text)) {
		text++;
		n--;
	}
	return mem_text_n(ctx, text, n);
}

/*
 * A word without a label is an identifier if it looks like one or if some
 * record has it as an identifier.
 */
static struct expr *
read_exact_identifier(struct planner *pl, const char *text)
{
	enum identifier kind = identifier_kind(text);
	struct expr *match;
	size_t digits;

	if (kind != IDENTIFIER_COUNT)
		return held_identifier(pl, kind, text);
	digits = strspn(text, "0123456789-Xx");
	if (digits >= 10 && text[digits] == '\0' && (match = held_identifier(
	    pl, IDENTIFIER_ISBN, text)) != NULL)
		return match;
	if (digits >= 5 && text[digits] == '\0' && (match = held_identifier(
	    pl, IDENTIFIER_PMID, text)) != NULL)
		return match;
	return strpbrk(text, "0123456789") == NULL ? NULL :
	    held_identifier(pl, IDENTIFIER_ID, text);
}

/* "[123456]" and "<123456>", too. */
static struct expr *
read_bare_identifier(struct planner *pl, const char *text)
{
	struct expr *match = read_exact_identifier(pl, text);
	const char *inner = match != NULL ? text : unwrapped(pl->ctx, text);

	return match != NULL || text_same(inner, text) ? match :
	    read_exact_identifier(pl, inner);
}

/*
 * Reads the labels before an identifier ("PMID", "DOI:", "PubMed ID:", "NLM
 * PMC"): returns its kind, and in *n the number of label words.
 */
static enum identifier
read_label(const struct planner *pl, const struct word_run *run, size_t from,
    size_t *n)
{
	enum identifier kind = identifier_label(unwrapped(pl->ctx,
	    run->words[from]->text)), next;

	*n = kind != IDENTIFIER_COUNT && kind != IDENTIFIER_ID;
	if (*n == 0 || from + 1 >= run->count)
		return IDENTIFIER_COUNT;
	next = identifier_label(unwrapped(pl->ctx,
	    run->words[from + 1]->text));
	*n += next != IDENTIFIER_COUNT;
	return next == IDENTIFIER_COUNT || next == IDENTIFIER_ID ? kind : next;
}

/*
 * An identifier with its label ("PMID 123") or separated from its prefix ("NCT
 * 0123").
 */
static struct expr *
read_labelled(struct planner *pl, const struct word_run *run, size_t from,
    size_t *n)
{
	enum identifier kind = read_label(pl, run, from, n);
	const char *text, *joined;
	struct expr *match;

	if (from + 1 >= run->count)
		return NULL;
	text = run->words[from + 1]->text;
	joined = mem_format(pl->ctx, "%s%s", run->words[from]->text, text);
	if (kind != IDENTIFIER_COUNT && from + *n < run->count) {
		text = run->words[from + *n]->text;
		*n += 1;
		match = held_identifier(pl, kind, text);
		return match != NULL ? match : held_identifier(pl, kind,
		    unwrapped(pl->ctx, text));
	}
	*n = 2;
	return isdigit((unsigned char)*text) && identifier_kind(joined) ==
	    IDENTIFIER_REGISTRATION ? held_identifier(pl,
	    IDENTIFIER_REGISTRATION, joined) : NULL;
}

/* An identifier found in the index, in *n words; NULL if there is none. */
static struct expr *
find_identifier(struct planner *pl, const struct word_run *run, size_t from,
    size_t *n)
{
	struct expr *match = read_labelled(pl, run, from, n);

	if (match != NULL)
		return match;
	match = read_bare_identifier(pl, run->words[from]->text);
	*n = 1;
	*n += match != NULL && from + 1 < run->count && text_same(
	    run->words[from + 1]->text, "pmid]");
	return match;
}

struct expr *
interpret_quoted_identifier(struct planner *pl, const struct clause *phrase)
{
	char *word, *rest = mem_text(pl->ctx, phrase->text);
	struct word_run run = { mem_array(pl->ctx, const struct clause *,
	    QUOTED_WORDS), 0 };
	struct clause *clause;
	struct expr *match;
	size_t n;

	while ((word = strtok_r(rest, " ", &rest)) != NULL) {
		if (run.count == QUOTED_WORDS)
			return NULL;
		clause = mem_new(pl->ctx, struct clause);
		clause->text = word;
		run.words[run.count++] = clause;
	}
	match = run.count == 0 ? NULL : find_identifier(pl, &run, 0, &n);
	return match != NULL && n == run.count ? match : NULL;
}

/* An identifier found in the index. */
static size_t
read_identifier(struct planner *pl, const struct word_run *run, size_t from)
{
	size_t n;
	struct expr *match = find_identifier(pl, run, from, &n);

	if (match == NULL)
		return 0;
	interpret_part(pl, PART_IDENTIFIER, run, from, n, match,
	    "identifier")->decides = true;
	return n;
}

/*
 * Whether a word for strength is about research ("the evidence is weak"), not
 * about the body.  Only stop words may come between it and a word for
 * research.
 */
static bool
is_of_research(const struct word_run *run, size_t from)
{
	const char *word = run->words[from]->text;
	size_t at;

	if (!vocabulary_is_strength(word, strlen(word)))
		return false;
	for (at = from + 1; at < run->count; at++) {
		word = run->words[at]->text;
		if (vocabulary_is_research(word, strlen(word)))
			return true;
		if (!vocabulary_is_chatter(word))
			break;
	}
	for (at = from; at > 0; at--) {
		word = run->words[at - 1]->text;
		if (vocabulary_is_research(word, strlen(word)))
			return true;
		if (!vocabulary_is_chatter(word))
			break;
	}
	return false;
}

/* The longest phrase of the vocabulary that starts here. */
static size_t
read_term(struct planner *pl, const struct word_run *run, size_t from)
{
	size_t most = run->count - from, n;
	const char *meaning = NULL;
	struct expr *term, *match;
	char *text;

	if (most > INTERPRET_WORDS_MAX)
		most = INTERPRET_WORDS_MAX;
	for (n = most; n > (is_of_research(run, from) ? 1 : 0); n--) {
		text = interpret_text(pl, run, from, n);
		term = vocabulary_term(pl->ctx, pl->se, text, NULL,
		    &meaning);
		if (term == NULL)
			continue;
		match = expr_either(pl->ctx, term, expr_outside(
		    expr_either(pl->ctx, vocabulary_wordings(pl->ctx,
		    pl->se, text), expr_words(pl->ctx, pl->se, text,
		    run_form(run, from + n - 1))), "synonym"));
		(void)interpret_part(pl, PART_TERM, run, from, n, match, meaning);
		return n;
	}
	return 0;
}

/* "since 2018", "before 2000", "2010-2015"; a single year is also text. */
static size_t
read_years(struct planner *pl, const struct word_run *run, size_t from)
{
	const char *text = run->words[from]->text, *meaning;
	long low, high, year, until;
	struct expr *match;

	vocabulary_years(pl->se, &low, &high);
	if (strlen(text) == 9 && text[4] == '-' &&
	    interpret_is_year(mem_text_n(pl->ctx, text, 4), &year) &&
	    interpret_is_year(text + 5, &until)) {
		(void)interpret_part(pl, PART_FIELD, run, from, 1,
		    expr_numbers(pl->ctx, "year", year, until),
		    mem_format(pl->ctx, "year %ld to %ld", year, until));
		return 1;
	}
	if (interpret_is_year(text, &year)) {
		match = expr_either(pl->ctx, expr_numbers(pl->ctx,
		    "year", year, year), expr_words(pl->ctx, pl->se,
		    text, WORD_EXACT));
		/* A year only affects the ranking, as it may be off by one. */
		(void)interpret_part(pl, PART_WORD, run, from, 1, match,
		    mem_format(pl->ctx, "year %ld", year));
		return 1;
	}
	if (from + 1 >= run->count ||
	    !interpret_is_year(run->words[from + 1]->text, &year) ||
	    !vocabulary_time_word(text, year, &low, &high))
		return 0;
	meaning = mem_format(pl->ctx, "year %ld to %ld", low, high);
	(void)interpret_part(pl, PART_FIELD, run, from, 2,
	    expr_numbers(pl->ctx, "year", low, high), meaning);
	return 2;
}

/* "level 1": the level of the design, before any grading down. */
static size_t
read_level(struct planner *pl, const struct word_run *run, size_t from)
{
	long level;

	if (from + 1 >= run->count ||
	    strcasecmp(run->words[from]->text, "level") != 0 ||
	    !number_integer(run->words[from + 1]->text, 1, 5, &level))
		return 0;
	(void)interpret_part(pl, PART_FIELD, run, from, 2,
	    expr_base(pl->ctx, level),
	    mem_format(pl->ctx, "level %ld by study design", level));
	return 2;
}

static size_t
read_field_word(struct planner *pl, const struct word_run *run, size_t from)
{
	const char *text = run->words[from]->text, *meaning = NULL;
	struct expr *field;

	if (pl->plan->target == RECTYPE_CLAIM)
		return 0;
	field = vocabulary_field_word(pl->ctx, text, &meaning);
	if (field == NULL)
		return 0;
	(void)interpret_part(pl, PART_FIELD, run, from, 1, expr_either(
	    pl->ctx, field, expr_words(pl->ctx, pl->se, text,
	    run_form(run, from))), meaning);
	return 1;
}

/*
 * In a search of claims, "how many" ranks claims on dosage higher, including
 * claims that the dosage is unknown; no claim is excluded.
 */
static size_t
interpret_read_question(struct planner *pl, const struct word_run *run, size_t from)
{
	const char *kind = NULL, *text = NULL, *unknown = NULL;
	struct expr *match, *gap;
	size_t n;

	if (pl->plan->target != RECTYPE_CLAIM)
		return 0;
	for (n = 3; n > 0 && kind == NULL; n--)
		if (from + n <= run->count) {
			text = interpret_text(pl, run, from, n);
			kind = vocabulary_question(text, &unknown);
		}
	if (kind == NULL)
		return 0;
	n++;
	match = expr_value(pl->ctx, "kind", kind);
	if (unknown != NULL) {
		gap = expr_group(pl->ctx, false);
		expr_add(gap, expr_value(pl->ctx, "kind", "evidence-gap"));
		expr_add(gap, expr_words(pl->ctx, pl->se, unknown,
		    WORD_ANY_FORM));
		match = expr_either(pl->ctx, match, gap);
	}
	if (n == 1)
		match = expr_either(pl->ctx, match, expr_words(pl->ctx,
		    pl->se, text, WORD_ANY_FORM));
	(void)interpret_part(pl, PART_WORD, run, from, n, match,
	    mem_format(pl->ctx, "%s (kind)", kind));
	return n;
}

/*
 * If no term of the bibliography has that name, "adverse events" finds the
 * works that report on harms.
 */
static size_t
read_harms(struct planner *pl, const struct word_run *run, size_t from)
{
	const char *text = NULL;
	struct expr *words, *match;
	bool named = false;
	size_t n, i;

	if (pl->plan->target != RECTYPE_WORK)
		return 0;
	for (n = 2; n > 0 && !named; n--)
		if (from + n <= run->count) {
			text = interpret_text(pl, run, from, n);
			named = vocabulary_names_harm(text);
		}
	match = expr_value(pl->ctx, "has", "harms");
	if (!named || evaluate_count(pl->se, RECTYPE_WORK, match) == 0)
		return 0;
	n++;
	words = expr_group(pl->ctx, false);
	for (i = from; i < from + n; i++)
		expr_add(words, expr_words(pl->ctx, pl->se, run->words[i]->text,
		    WORD_ANY_FORM));
	(void)interpret_part(pl, PART_WORD, run, from, n, expr_either(pl->ctx,
	    match, words), "harms (reported on)");
	return n;
}

/* "A versus B": claims about differences. */
static size_t
read_comparison(struct planner *pl, const struct word_run *run, size_t from)
{
	static const char *const forms[] = { "difference", "different", "than",
	    "unlike", "same", "equal" };
	struct expr *match;
	size_t i;

	if (pl->plan->target != RECTYPE_CLAIM ||
	    !vocabulary_compares(run->words[from]->text))
		return 0;
	match = expr_words(pl->ctx, pl->se, "differ", WORD_ANY_FORM);
	for (i = 0; i < COUNT(forms); i++)
		match = expr_either(pl->ctx, match, expr_words(pl->ctx, pl->se,
		    forms[i], WORD_ANY_FORM));
	(void)interpret_part(pl, PART_WORD, run, from, 1, match, NULL);
	return 1;
}

static size_t
read_chatter(struct planner *pl, const struct word_run *run, size_t from)
{
	if (!vocabulary_is_chatter(run->words[from]->text))
		return 0;
	(void)interpret_part(pl, PART_CHATTER, run, from, 1, NULL, NULL);
	return 1;
}

static bool
can_be_fragment(const struct clause *clause)
{
	size_t letters = strlen(clause->text);

	return letters >= FRAGMENT_MIN && letters <= FRAGMENT_MAX &&
	    strpbrk(clause->text, "0123456789") == NULL;
}

/* Whether no record has this word, but some have words that begin with it. */
static bool
is_only_begun(struct planner *pl, const struct clause *clause)
{
	struct expr *word = plan_word(pl, clause);

	return word != NULL && evaluate_count(pl->se, pl->plan->target,
	    expr_words(pl->ctx, pl->se, clause->text, WORD_ANY_FORM)) == 0 &&
	    evaluate_count(pl->se, pl->plan->target, expr_words(pl->ctx, pl->se,
	    clause->text, WORD_PREFIX)) > 0;
}

/* Whether a word is English, but no record has it in this form. */
static bool
is_strange(struct planner *pl, const char *word)
{
	const char *folded = text_fold(pl->ctx, word);

	return known_word(folded) && suggest_known(pl->se, folded) < 0;
}

/*
 * An English word that no record has is taken for a fragment if another
 * fragment is next to it: "plant fasc", "flex hamst".
 */
static bool
is_beside_fragment(struct planner *pl, const struct word_run *run, size_t from)
{
	const struct clause *other;
	size_t i;

	if (strlen(run->words[from]->text) <= FRAGMENT_MIN || !is_only_begun(pl,
	    run->words[from]))
		return false;
	for (i = 0; i < run->count; i++) {
		other = run->words[i];
		if (i != from && can_be_fragment(other) && !known_word(
		    text_fold(pl->ctx, other->text)) && is_only_begun(pl,
		    other))
			return true;
	}
	return false;
}

/*
 * Reads a word, or a fragment of one: "syst rev" means "systematic review",
 * even if a record contains "rev" itself.
 */
static size_t
interpret_read_word(struct planner *pl, const struct word_run *run, size_t from)
{
	const struct clause *clause = run->words[from];
	struct expr *match = plan_word(pl, clause), *longer;
	const char *meaning = NULL;
	long works, more;
	bool begun;

	/* "sleep" finds "sleeper", but a note says so. */
	begun = clause->unfinished && is_strange(pl, clause->text) &&
	    is_only_begun(pl, clause);
	if (begun)
		meaning = mem_format(pl->ctx, "%s...", clause->text);
	if (!clause->unfinished && match != NULL && can_be_fragment(clause)) {
		longer = expr_words(pl->ctx, pl->se, clause->text,
		    WORD_PREFIX);
		works = evaluate_count(pl->se, pl->plan->target, match);
		more = evaluate_count(pl->se, pl->plan->target, longer);
		if (more <= works * FRAGMENT_RATIO)
			longer = NULL;
		else if (known_word(text_fold(pl->ctx, clause->text))) {
			longer = is_beside_fragment(pl, run, from) ? longer :
			    NULL;
			meaning = longer == NULL ? NULL : mem_format(pl->ctx,
			    "%s...", clause->text);
		}
		match = expr_either(pl->ctx, match, longer);
	}
	interpret_part(pl, PART_WORD, run, from, 1, match, meaning)->begun =
	    begun;
	return 1;
}

/*
 * Reads an everyday word that no record has as the word of records: "jogging" is
 * exercise.
 */
static size_t
read_plain_word(struct planner *pl, const struct word_run *run, size_t from)
{
	const struct clause *clause = run->words[from];
	const char *folded = text_fold(pl->ctx, clause->text);
	const char *word = plain_word(folded), *meaning = word;
	struct expr *match;

	if (word == NULL || suggest_known(pl->se, folded) > 0 ||
	    evaluate_count(pl->se, pl->plan->target, plan_word(pl, clause)) >
	    0)
		return 0;
	match = expr_either(pl->ctx, vocabulary_term(pl->ctx, pl->se, word,
	    NULL, &meaning), expr_words(pl->ctx, pl->se, word,
	    WORD_ANY_FORM));
	if (evaluate_count(pl->se, pl->plan->target, match) == 0)
		return 0;
	(void)interpret_part(pl, PART_WORD, run, from, 1, match, meaning);
	return 1;
}

/* The functions that are tried, in this order, at each word. */
static size_t	(*const interpretations[])(struct planner *, const struct word_run *,
		    size_t) = {
	read_identifier,
	interpret_citation,
	interpret_negation,
	interpret_read_question,
	read_term,
	read_years,
	read_level,
	read_field_word,
	read_harms,
	read_comparison,
	read_chatter,
	read_plain_word,
	interpret_read_word,
};

struct rare_word {
	size_t	at;
	long	works;
};

static int
interpret_by_works(const void *a, const void *b)
{
	const struct rare_word *x = a, *y = b;

	return x->works != y->works ? (x->works > y->works) - (x->works <
	    y->works) : (x->at > y->at) - (x->at < y->at);
}

static int
by_place(const void *a, const void *b)
{
	const struct rare_word *x = a, *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

/*
 * Shortens a long text to its identifiers and the rarest known words, in order.
 */
static void
shorten_run(struct planner *pl, struct word_run *run)
{
	struct rare_word *rare = mem_array(pl->ctx, struct rare_word,
	    run->count);
	size_t count = 0, i;
	const char *text;
	long works;

	for (i = 0; i < run->count; i++) {
		text = run->words[i]->text;
		works = suggest_known(pl->se, text);
		if (identifier_kind(text) != IDENTIFIER_COUNT)
			works = 0;
		else if (works <= 0 || vocabulary_is_chatter(text))
			continue;
		rare[count++] = (struct rare_word){ i, works };
	}
	qsort(rare, count, sizeof(rare[0]), interpret_by_works);
	count = count < RUN_LONG ? count : RUN_LONG;
	qsort(rare, count, sizeof(rare[0]), by_place);
	for (i = 0; i < count; i++)
		run->words[i] = run->words[rare[i].at];
	run->count = count;
	mem_free(rare);
}

void
interpret_run(struct planner *pl, struct word_run *run)
{
	size_t at = 0, n, i;

	if (run->count > RUN_LONG)
		shorten_run(pl, run);

	while (at < run->count) {
		for (i = 0, n = 0; n == 0; i++)
			n = interpretations[i](pl, run, at);
		at += n;
	}
}
