/* Interpretation: matches sequences of plain words with the vocabulary. */
#include "search/interpret.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "base/text.h"
#include "record/identifier.h"
#include "search/evaluate.h"
#include "search/known_word.h"
#include "search/suggest.h"
#include "search/vocabulary.h"
#include "index/tuning.h"

enum {
	PHRASE_WORDS_MAX = 8,
	FRAGMENT_MIN = 3,		/* letters of "rev" */
	FRAGMENT_MAX = 8
};

static char *
run_text(struct planner *pl, const struct run *run, size_t from, size_t n)
{
	struct buf text = { .data = NULL };
	size_t i;

	for (i = from; i < from + n; i++) {
		if (i > from)
			buf_text(pl->ctx, &text, " ");
		buf_text(pl->ctx, &text, run->words[i]->text);
	}
	return text.data;
}

static struct plan_part *
run_part(struct planner *pl, enum part_kind kind, const struct run *run,
    size_t from, size_t n, struct expr *match, const char *meaning)
{
	struct plan_part *part = plan_add_part(pl, kind, run->words[from]->start,
	    run->words[from + n - 1]->end, match, meaning);

	part->plain = true;
	return part;
}

static enum word_form
run_form(const struct run *run, size_t last)
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

/*
 * A word without a label may be an identifier: by its form, or else if some
 * record has it.
 */
static struct expr *
read_bare_identifier(struct planner *pl, const char *text)
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

/* "PMID" and "DOI:" before an identifier, "[pmid]" after it. */
static enum identifier
read_label(const char *word)
{
	enum identifier kind = identifier_find(word, strcspn(word, ":]#"));

	return kind == IDENTIFIER_ID ? IDENTIFIER_COUNT : kind;
}

/* An identifier found in the index. */
static size_t
read_identifier(struct planner *pl, const struct run *run, size_t from)
{
	const char *text = run->words[from]->text;
	enum identifier kind = from + 1 < run->count ? read_label(text) :
	    IDENTIFIER_COUNT;
	struct expr *match;
	size_t n = 1;

	if (kind != IDENTIFIER_COUNT) {
		match = held_identifier(pl, kind, run->words[from + 1]->text);
		n = 2;
	} else {
		match = read_bare_identifier(pl, text);
		n += match != NULL && from + 1 < run->count && text_same(
		    run->words[from + 1]->text, "pmid]");
	}
	if (match == NULL)
		return 0;
	run_part(pl, PART_IDENTIFIER, run, from, n, match,
	    "identifier")->decides = true;
	return n;
}

/*
 * Whether a word for strength is about research ("the evidence is weak"), not
 * about the body; only words without content are between them.
 */
static bool
is_of_research(const struct run *run, size_t from)
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
read_term(struct planner *pl, const struct run *run, size_t from)
{
	size_t most = run->count - from, n;
	const char *meaning = NULL;
	struct expr *term, *match;
	char *text;

	if (most > PHRASE_WORDS_MAX)
		most = PHRASE_WORDS_MAX;
	for (n = most; n > (is_of_research(run, from) ? 1 : 0); n--) {
		text = run_text(pl, run, from, n);
		term = vocabulary_term(pl->ctx, pl->se, text, NULL,
		    &meaning);
		if (term == NULL)
			continue;
		match = expr_either(pl->ctx, term, expr_outside(
		    expr_either(pl->ctx, vocabulary_wordings(pl->ctx,
		    pl->se, text), expr_words(pl->ctx, pl->se, text,
		    run_form(run, from + n - 1))), "synonym"));
		(void)run_part(pl, PART_TERM, run, from, n, match, meaning);
		return n;
	}
	return 0;
}

static bool
interpret_is_year(const char *text, long *year)
{
	return strlen(text) == 4 && text_integer(text, 1900, 2099, year);
}

/* Words between names, as in "Kim et al." and "Kettle and Leaf". */
static bool
joins_names(const char *text)
{
	return strcasecmp(text, "et") == 0 || strcasecmp(text, "al") == 0 ||
	    strcasecmp(text, "and") == 0 || strcmp(text, "&") == 0;
}

/* Initials of a name, at most two: "F", "F.J", "FJ". */
static bool
interpret_is_initials(const char *text)
{
	size_t letters = 0;

	for (; *text != '\0'; text++) {
		if (!isupper((unsigned char)*text) && strchr(".-", *text) ==
		    NULL)
			return false;
		letters += isupper((unsigned char)*text) != 0;
	}
	return letters > 0 && letters <= 3;
}

#define KEY_HYPHENS	"-_:"	/* between the parts of a citation key */

enum {
	NAMES_MAX = 6,
	KEY_YEARS = 50			/* "49" is 2049, "50" 1950 */
};

/* Names of authors and a year, as typed. */
struct citation {
	struct expr	*authors;	/* a group */
	struct buf	 names;
	size_t		 count;
	long		 year;
};

static void
add_name(struct planner *pl, struct citation *citation, const char *name,
    struct expr *words)
{
	expr_add(citation->authors, expr_in(words, "author"));
	buf_format(pl->ctx, &citation->names, "%s%s", citation->count++ > 0 ?
	    " + " : "", name);
}

/* "2021", or "21" at the end of a key; two digits mean a recent year. */
static bool
read_key_year(struct planner *pl, const char *text, long *year)
{
	if (interpret_is_year(mem_text_n(pl->ctx, text, 4), year))
		return true;
	if (strlen(text) != 2 || !text_integer(text, 0, 99, year))
		return false;
	*year += *year < KEY_YEARS ? 2000 : 1900;
	return true;
}

/* Skips "etal", "et_al" and the like in a key. */
static const char *
skip_others(const char *text)
{
	const char *al;

	text += strspn(text, KEY_HYPHENS);
	if (strncasecmp(text, "et", 2) != 0)
		return text;
	al = text + 2 + strspn(text + 2, KEY_HYPHENS);
	if (strncasecmp(al, "al", 2) != 0)
		return text;
	return al + 2 + strspn(al + 2, KEY_HYPHENS);
}

/* A key joins the parts of a name: "odonovan" is "o donovan" as well. */
static struct expr *
key_name(struct planner *pl, const char *name)
{
	struct expr *any = expr_group(pl->ctx, true);
	size_t n = strlen(name), i;

	expr_add(any, expr_words(pl->ctx, pl->se, name, WORD_EXACT));
	for (i = 1; i + 2 < n; i++)
		if (((unsigned char)name[i] & 0xC0) != 0x80)
			expr_add(any, expr_words(pl->ctx, pl->se, mem_format(
			    pl->ctx, "%.*s %s", (int)i, name, name + i),
			    WORD_EXACT));
	return any;
}

/*
 * Reads a citation key: "teapot2021", "Teapot_2021", "teapot21",
 * "Teapot_etal_2021", "teapot2021tea", "@article{teapot2021,".
 */
static size_t
interpret_take_key(struct planner *pl, const char *text,
    struct citation *citation)
{
	const char *brace = strchr(text, '{'), *rest, *name;
	size_t n = 0;

	text = brace != NULL ? brace + 1 : text;
	while (isalpha((unsigned char)text[n]) || (unsigned char)text[n] >=
	    0x80)
		n++;
	rest = skip_others(text + n);
	if (n > 6 && strncasecmp(text + n - 4, "etal", 4) == 0)
		n -= 4;
	if (n < 2 || !read_key_year(pl, mem_text_n(pl->ctx, rest, strcspn(rest,
	    ",}")), &citation->year))
		return 0;
	name = mem_text_n(pl->ctx, text, n);
	add_name(pl, citation, name, key_name(pl, name));
	return 1;
}

/* "Teapot I, Kettle O. 2021": takes as many words as match. */
static size_t
interpret_take_names(struct planner *pl, const struct run *run, size_t from,
    struct citation *citation)
{
	const char *text;
	size_t n;

	for (n = 0; from + n < run->count && citation->count < NAMES_MAX;
	    n++) {
		text = run->words[from + n]->text;
		if (interpret_is_year(text, &citation->year))
			return n + 1;
		if (n > 0 && (joins_names(text) || interpret_is_initials(text)))
			continue;
		add_name(pl, citation, text, expr_words(pl->ctx, pl->se, text,
		    WORD_EXACT));
	}
	return 0;
}

/* The authors' works of that year, or of the nearest following year. */
static struct expr *
match_citation(struct planner *pl, const struct citation *citation)
{
	struct expr *both;
	long off;

	for (off = 0; off <= 2; off++) {
		both = expr_group(pl->ctx, false);
		expr_add(both, citation->authors);
		expr_add(both, expr_either(pl->ctx, expr_numbers(pl->ctx,
		    "year", citation->year - off, citation->year - off),
		    expr_numbers(pl->ctx, "year", citation->year + off,
		    citation->year + off)));
		if (evaluate_count(pl->se, RECTYPE_WORK, both) > 0)
			return both;
	}
	return NULL;
}

/*
 * Reads a citation that matches some work; returns the number of words, or 0.
 */
static size_t
take_citation(struct planner *pl, const struct run *run, size_t from,
    struct expr **match, struct buf *meaning)
{
	struct citation citation = { expr_group(pl->ctx, false), { NULL, 0,
	    0 }, 0, 0 };
	const char *first = run->words[from]->text;
	size_t n;

	if (joins_names(first))
		return 0;
	n = interpret_take_key(pl, first, &citation);
	if (n == 0)
		n = interpret_take_names(pl, run, from, &citation);
	*match = n == 0 || citation.count == 0 ? NULL : match_citation(pl,
	    &citation);
	if (*match == NULL)
		return 0;
	buf_format(pl->ctx, meaning, "%s%s (author) + year %ld",
	    meaning->len > 0 ? " or " : "", citation.names.data,
	    citation.year);
	return n;
}

/*
 * "Teapot 2021", "teapot2021": names and a year that match some work; several
 * in a row are alternatives ("Teapot 2021; Kettle 2019").
 */
static size_t
read_citation(struct planner *pl, const struct run *run, size_t from)
{
	struct expr *match = NULL, *one;
	struct buf meaning = { .data = NULL };
	size_t n = 0, more, joined;

	if (pl->plan->target != RECTYPE_WORK)
		return 0;
	while (from + n < run->count) {
		joined = n > 0 && joins_names(run->words[from + n]->text);
		more = from + n + joined < run->count ? take_citation(pl, run,
		    from + n + joined, &one, &meaning) : 0;
		if (more == 0)
			break;
		n += joined + more;
		match = match == NULL ? one : expr_either(pl->ctx, match, one);
	}
	if (n > 0)
		(void)run_part(pl, PART_CITATION, run, from, n, match,
		    buf_string(&meaning));
	return n;
}

/* "since 2018", "before 2000", "2010-2015"; a single year is also text. */
static size_t
read_years(struct planner *pl, const struct run *run, size_t from)
{
	const char *text = run->words[from]->text, *meaning;
	long low, high, year, until;
	struct expr *match;

	vocabulary_years(pl->se, &low, &high);
	if (strlen(text) == 9 && text[4] == '-' &&
	    interpret_is_year(mem_text_n(pl->ctx, text, 4), &year) &&
	    interpret_is_year(text + 5, &until)) {
		(void)run_part(pl, PART_FIELD, run, from, 1,
		    expr_numbers(pl->ctx, "year", year, until),
		    mem_format(pl->ctx, "year %ld to %ld", year, until));
		return 1;
	}
	if (interpret_is_year(text, &year)) {
		match = expr_either(pl->ctx, expr_numbers(pl->ctx,
		    "year", year, year), expr_words(pl->ctx, pl->se,
		    text, WORD_EXACT));
		/* It only affects the ranking, as it may be off by one. */
		(void)run_part(pl, PART_WORD, run, from, 1, match,
		    mem_format(pl->ctx, "year %ld", year));
		return 1;
	}
	if (from + 1 >= run->count ||
	    !interpret_is_year(run->words[from + 1]->text, &year) ||
	    !vocabulary_time_word(text, year, &low, &high))
		return 0;
	meaning = mem_format(pl->ctx, "year %ld to %ld", low, high);
	(void)run_part(pl, PART_FIELD, run, from, 2,
	    expr_numbers(pl->ctx, "year", low, high), meaning);
	return 2;
}

/* "level 1": by the design, before any grading down. */
static size_t
read_level(struct planner *pl, const struct run *run, size_t from)
{
	long level;

	if (from + 1 >= run->count ||
	    strcasecmp(run->words[from]->text, "level") != 0 ||
	    !text_integer(run->words[from + 1]->text, 1, 5, &level))
		return 0;
	(void)run_part(pl, PART_FIELD, run, from, 2,
	    expr_numbers(pl->ctx, "base", level, level),
	    mem_format(pl->ctx, "level %ld by kind of study", level));
	return 2;
}

static size_t
read_field_word(struct planner *pl, const struct run *run, size_t from)
{
	const char *text = run->words[from]->text, *meaning = NULL;
	struct expr *field;

	if (pl->plan->target == RECTYPE_CLAIM)
		return 0;
	field = vocabulary_field_word(pl->ctx, text, &meaning);
	if (field == NULL)
		return 0;
	(void)run_part(pl, PART_FIELD, run, from, 1, expr_either(
	    pl->ctx, field, expr_words(pl->ctx, pl->se, text,
	    run_form(run, from))), meaning);
	return 1;
}

/*
 * "How many" in a search of claims prefers those on dosage, and claims that it
 * is unknown; it only affects the ranking.
 */
static size_t
interpret_read_question(struct planner *pl, const struct run *run, size_t from)
{
	const char *kind = NULL, *text = NULL, *unknown = NULL;
	struct expr *match, *gap;
	size_t n;

	if (pl->plan->target != RECTYPE_CLAIM)
		return 0;
	for (n = 3; n > 0 && kind == NULL; n--)
		if (from + n <= run->count) {
			text = run_text(pl, run, from, n);
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
	(void)run_part(pl, PART_WORD, run, from, n, match,
	    mem_format(pl->ctx, "%s (kind)", kind));
	return n;
}

/* "A versus B": claims about differences. */
static size_t
read_comparison(struct planner *pl, const struct run *run, size_t from)
{
	static const char *const forms[] = { "difference", "different", "than",
	    "unlike", "same", "equal" };
	struct expr *match;
	size_t i;

	if (pl->plan->target != RECTYPE_CLAIM ||
	    !vocabulary_compares(run->words[from]->text))
		return 0;
	match = expr_words(pl->ctx, pl->se, "differ", WORD_ANY_FORM);
	for (i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		match = expr_either(pl->ctx, match, expr_words(pl->ctx, pl->se,
		    forms[i], WORD_ANY_FORM));
	(void)run_part(pl, PART_WORD, run, from, 1, match, NULL);
	return 1;
}

static size_t
read_chatter(struct planner *pl, const struct run *run, size_t from)
{
	if (!vocabulary_is_chatter(run->words[from]->text))
		return 0;
	(void)run_part(pl, PART_CHATTER, run, from, 1, NULL, NULL);
	return 1;
}

/*
 * A word, or a fragment of one: "syst rev" means "systematic review", even if a
 * record contains "rev" itself.
 */
static size_t
interpret_read_word(struct planner *pl, const struct run *run, size_t from)
{
	const struct clause *clause = run->words[from];
	struct expr *match = plan_word(pl, clause), *longer;
	size_t letters = strlen(clause->text);
	long works, more;

	if (!clause->unfinished && letters >= FRAGMENT_MIN && letters <=
	    FRAGMENT_MAX && match != NULL && strpbrk(clause->text,
	    "0123456789") == NULL && !known_word(text_fold(pl->ctx,
	    clause->text))) {
		longer = expr_words(pl->ctx, pl->se, clause->text,
		    WORD_PREFIX);
		works = evaluate_count(pl->se, pl->plan->target, match);
		more = evaluate_count(pl->se, pl->plan->target, longer);
		if (more > works * FRAGMENT_RATIO)
			match = expr_either(pl->ctx, match, longer);
	}
	(void)run_part(pl, PART_WORD, run, from, 1, match, NULL);
	return 1;
}

/* Negation in words. */

static const char *const negations[] = { "but not", "other than",
    "apart from", "rather than", "instead of", "not in", "not on", "without",
    "except", "excluding", "excludes", "minus", "not", "no" };

/* Words after "no" or "not" that are not excluded. */
static const char *const not_content[] = { "difference", "differences",
    "effect", "effects", "effective", "benefit", "benefits", "improvement",
    "change", "harm", "evidence", "proof", "longer", "one", "way", "idea",
    "real", "true", "safe", "better", "working", "worked", "significant",
    "sure" };

/* Negations that exclude nothing. */
static const char *const denials[] = { "doesn't", "doesnt", "didn't", "didnt",
    "don't", "dont", "isn't", "isnt", "wasn't", "wasnt", "fails", "failed",
    "cannot", "can't", "cant" };

static bool
interpret_is_in(const char *const *words, size_t count, const char *text)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcasecmp(words[i], text) == 0)
			return true;
	return false;
}

/* The number of words at `from` that negate the words after them; 0: none. */
static size_t
negation_words(struct planner *pl, const struct run *run, size_t from)
{
	size_t count = sizeof(negations) / sizeof(negations[0]), n;

	for (n = 2; n > 0; n--)
		if (from + n < run->count && interpret_is_in(negations, count,
		    run_text(pl, run, from, n)))
			return n;
	return 0;
}

/* Notes that the direction of findings cannot be searched. */
static size_t
read_denial(struct planner *pl, const struct run *run, size_t from)
{
	if (run->count > 1)
		plan_add_note(pl, run->words[from], "does not limit the "
		    "search; each work says what it found");
	return 0;
}

/* The words that "no" or "without" excludes, if they are known. */
static size_t
read_negation(struct planner *pl, const struct run *run, size_t from)
{
	size_t n = negation_words(pl, run, from), at = from + n, most;
	const char *meaning = NULL, *text;
	struct expr *match = NULL;
	struct plan_part *part;
	bool weak;

	/* Claims may be about a negation: "sleep without medicine". */
	if (pl->plan->target == RECTYPE_CLAIM)
		return 0;
	if (interpret_is_in(denials, sizeof(denials) / sizeof(denials[0]),
	    run->words[from]->text))
		return read_denial(pl, run, from);
	if (n == 0)
		return 0;
	text = run->words[at]->text;
	weak = n == 1 && text_begins(text_fold(pl->ctx,
	    run->words[from]->text), "no");
	if (vocabulary_is_chatter(text) || (weak && interpret_is_in(not_content,
	    sizeof(not_content) / sizeof(not_content[0]), text)))
		return weak ? read_denial(pl, run, from) : 0;
	most = run->count - at < PHRASE_WORDS_MAX ? run->count - at :
	    PHRASE_WORDS_MAX;
	for (; most > 0 && match == NULL; most--)
		match = vocabulary_term(pl->ctx, pl->se, run_text(pl, run,
		    at, most), NULL, &meaning);
	most = match != NULL ? most + 1 : 1;
	if (match == NULL || most == 1)
		match = plan_negated_word(pl, run->words[at], &meaning);
	/* A punctuation mark cannot be excluded. */
	if (match == NULL || evaluate_count(pl->se, pl->plan->target,
	    match) == 0) {
		plan_add_note(pl, run->words[from], "not understood; nothing "
		    "is excluded");
		return 0;
	}
	part = run_part(pl, PART_WORD, run, from, n + most, match, meaning !=
	    NULL ? meaning : run_text(pl, run, at, most));
	part->negated = true;
	return n + most;
}

/* Tried in this order at each word. */
static size_t	(*const interpretations[])(struct planner *, const struct run *,
		    size_t) = {
	read_identifier,
	read_citation,
	read_negation,
	interpret_read_question,
	read_term,
	read_years,
	read_level,
	read_field_word,
	read_comparison,
	read_chatter,
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
shorten_run(struct planner *pl, struct run *run)
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
interpret_run(struct planner *pl, struct run *run)
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
