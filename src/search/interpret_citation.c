/* Citations: names with a year, and citation keys, among the words of a query. */
#include "search/interpret_citation.h"

#include <assert.h>
#include <ctype.h>
#include <strings.h>

#include "base/number.h"
#include "base/text.h"
#include "search/evaluate.h"

bool
interpret_is_year(const char *text, long *year)
{
	return strlen(text) == 4 && number_integer(text, 1900, 2099, year);
}

/* Words between names, as in "Kim et al." and "Kettle and Leaf". */
static bool
joins_names(const char *text)
{
	return strcasecmp(text, "et") == 0 || strcasecmp(text, "al") == 0 ||
	    strcasecmp(text, "and") == 0 || strcmp(text, "&") == 0;
}

/* The initials of a name, at most two: "F", "F.J", "FJ". */
static bool
is_initials(const char *text)
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

#define KEY_HYPHENS	"-_:."	/* characters between parts of a key */

enum {
	NAMES_MAX = 6,
	KEY_NAMES_MAX = 5,		/* maximum ends of a name to try in a
					   key */
	KEY_YEARS = 50			/* "49" is 2049, "50" 1950 */
};

/* Names of authors and a year, as typed. */
struct citation {
	struct expr	*authors;	/* an expr_group() */
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
	if (strlen(text) != 2 || !number_integer(text, 0, 99, year))
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

static bool
citation_is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/*
 * Whether a name in a key may end before a letter or symbol: "teapotTea",
 * "teapot_tea".
 */
static bool
ends_name(const char *text, size_t n)
{
	return !citation_is_letter(text[n]) || (isupper((unsigned char)text[n]) &&
	    islower((unsigned char)text[n - 1]));
}

/* The year at the end of a key, after words of the title: "teapotTea2021". */
static bool
read_last_year(struct planner *pl, const char *text, long *year)
{
	size_t n = strcspn(text, ",}]");

	n -= n > 4 && isalpha((unsigned char)text[n - 1]) &&
	    isdigit((unsigned char)text[n - 2]);	/* "2021a" */
	return n > 4 && !isdigit((unsigned char)text[n - 5]) &&
	    interpret_is_year(mem_text_n(pl->ctx, text + n - 4, 4), year);
}

/*
 * The name and year of a citation key: "teapot2021", "Teapot_2021", "teapot21",
 * "Teapot_etal_2021", "teapot2021tea", "@article{teapot2021,"; and with `n` the
 * length of the name, "teapotBlackTea2021", "teapot_black_2021".
 */
static bool
read_key(struct planner *pl, const char *text, size_t n,
    struct citation *citation)
{
	const char *rest = skip_others(text + n), *name;

	if (!read_key_year(pl, mem_text_n(pl->ctx, rest, strcspn(rest,
	    ",}]")), &citation->year) && !read_last_year(pl, text + n,
	    &citation->year))
		return false;
	if (n > 6 && strncasecmp(text + n - 4, "etal", 4) == 0)
		n -= 4;
	name = mem_text_n(pl->ctx, text, n);
	add_name(pl, citation, name, key_name(pl, name));
	return true;
}

/* "Teapot I, Kettle O. 2021": takes as many words as match. */
static size_t
take_names(struct planner *pl, const struct word_run *run, size_t from,
    struct citation *citation)
{
	const char *text;
	size_t n;

	for (n = 0; from + n < run->count && citation->count < NAMES_MAX;
	    n++) {
		text = run->words[from + n]->text;
		if (interpret_is_year(text, &citation->year))
			return n + 1;
		if (n > 0 && (joins_names(text) || is_initials(text)))
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

static void
say_citation(struct planner *pl, const struct citation *citation,
    struct buf *meaning)
{
	buf_format(pl->ctx, meaning, "%s%s (author) + year %ld",
	    meaning->len > 0 ? " or " : "", citation->names.data,
	    citation->year);
}

/* Reads one word as a citation key of some work; returns 1, or 0. */
static size_t
take_key(struct planner *pl, const char *text, struct expr **match,
    struct buf *meaning)
{
	const char *brace = strchr(text, '{');
	struct citation citation;
	size_t n, tried = 0;

	text = brace != NULL ? brace + 1 : text;
	if (strpbrk(text, "0123456789") == NULL)
		return 0;
	for (n = 2; n < strlen(text) && tried < KEY_NAMES_MAX && citation_is_letter(
	    *text) && !isdigit((unsigned char)text[n - 1]); n++) {
		if (!ends_name(text, n))
			continue;
		tried++;
		citation = (struct citation){ .authors = expr_group(pl->ctx,
		    false) };
		*match = read_key(pl, text, n, &citation) ? match_citation(pl,
		    &citation) : NULL;
		if (*match == NULL)
			continue;
		say_citation(pl, &citation, meaning);
		return 1;
	}
	return 0;
}

/*
 * Reads a citation that matches some work; returns the number of words, or 0.
 */
static size_t
take_citation(struct planner *pl, const struct word_run *run, size_t from,
    struct expr **match, struct buf *meaning)
{
	struct citation citation = { .authors = expr_group(pl->ctx, false) };
	const char *first = run->words[from]->text;
	size_t n;

	if (joins_names(first))
		return 0;
	if (take_key(pl, first, match, meaning) > 0)
		return 1;
	n = take_names(pl, run, from, &citation);
	*match = n == 0 || citation.count == 0 ? NULL : match_citation(pl,
	    &citation);
	if (*match == NULL)
		return 0;
	say_citation(pl, &citation, meaning);
	return n;
}

/*
 * "Teapot 2021", "teapot2021": names and a year that match some work; several
 * in a row are alternatives ("Teapot 2021; Kettle 2019").
 */
size_t
interpret_citation(struct planner *pl, const struct word_run *run, size_t from)
{
	struct expr *match = NULL, *one;
	struct buf meaning = { .data = NULL };
	size_t n = 0, more, joined;

	assert(from < run->count);
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
		(void)interpret_part(pl, PART_CITATION, run, from, n, match,
		    buf_string(&meaning));
	return n;
}
