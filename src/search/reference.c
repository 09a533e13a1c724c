/* References: finds the work that a reference describes. */
#include "search/reference.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "base/number.h"
#include "base/text.h"
#include "search/rank.h"
#include "index/value_term.h"
#include "index/tuning.h"
#include "record/identifier.h"
#include "record/rectype.h"
#include "record/serialize.h"
#include "search/suggest.h"

enum {
	TOKENS_MAX = 400,		/* maximum tokens of a text to compare */
	TITLE_TOKENS_MAX = 60,
	JOURNAL_CANDIDATES_MAX = 400,
	LIKELY_WORDS = 7,
	CITATION_WORDS = 8,		/* "Lee and colleagues (2016)" */
	DETAILS_WORDS = 6		/* maximum words next to an
					   identifier that has no other
					   details */
};

/*
 * The length of a word and the set of its letters: most words differ in these.
 */
struct shape {
	size_t		n;		/* bytes */
	uint32_t	letters;	/* one bit for each letter in the word */
};

/* The words of a text, folded. */
struct folded_words {
	const char	*at[TOKENS_MAX];
	struct shape	 shape[TOKENS_MAX];
	size_t		 count;
};

static struct shape
shape_of(const char *word)
{
	struct shape shape = { .n = 0 };

	for (; word[shape.n] != '\0'; shape.n++)
		shape.letters |= (uint32_t)1 << ((unsigned char)word[shape.n]
		    % 32);
	return shape;
}

static void
reference_split(const void *ctx, const char *text, struct folded_words *words,
    size_t most)
{
	char *folded = text_fold(ctx, text == NULL ? "" : text), *at;

	words->count = 0;
	for (at = strtok_r(folded, " ", &folded); at != NULL &&
	    words->count < most; at = strtok_r(NULL, " ", &folded)) {
		words->shape[words->count] = shape_of(at);
		words->at[words->count++] = at;
	}
}

/* Whether at most `most` bits are set. */
static bool
has_few_bits(uint32_t bits, size_t most)
{
	for (; bits != 0 && most > 0; most--)
		bits &= bits - 1;
	return bits == 0;
}

/*
 * Whether words are equal or, if long, differ by at most a typing error, which
 * changes two letters at most.
 */
static bool
is_like(const char *a, const struct shape *as, const char *b,
    const struct shape *bs)
{
	const size_t n = as->n, m = bs->n;
	const size_t limit = isdigit((unsigned char)*a) ? 0 : n >= 8 ? 2 :
	    n >= 5 ? 1 : 0;

	if (m + limit < n || n + limit < m || !has_few_bits(as->letters ^
	    bs->letters, 2 * limit))
		return false;
	return strcmp(a, b) == 0 || (limit > 0 && text_distance(a, b,
	    limit) <= limit);
}

static bool
reference_has_word(const struct folded_words *words, const char *word, bool like)
{
	const struct shape shape = shape_of(word);
	size_t i;

	for (i = 0; i < words->count; i++)
		if (like ? is_like(word, &shape, words->at[i],
		    &words->shape[i]) : strcmp(word, words->at[i]) == 0)
			return true;
	return false;
}

/*
 * The share, from 0 to 1, of `part` that one place of `whole` contains: a local
 * alignment (Smith and Waterman, J Mol Biol 1981) of words.
 */
static double
shared_words(const struct folded_words *part, const struct folded_words *whole)
{
	double before[TITLE_TOKENS_MAX + 1] = { 0 }, best = 0, corner, old;
	size_t i, j;

	for (i = 0; i < whole->count; i++) {
		corner = 0;
		for (j = 1; j <= part->count; j++) {
			old = before[j];
			corner += is_like(part->at[j - 1], &part->shape[j - 1],
			    whole->at[i], &whole->shape[i]) ? 1 : -0.5;
			if (before[j] - 0.3 > corner)
				corner = before[j] - 0.3;
			if (before[j - 1] - 0.3 > corner)
				corner = before[j - 1] - 0.3;
			before[j] = corner > 0 ? corner : 0;
			best = before[j] > best ? before[j] : best;
			corner = old;
		}
	}
	return part->count == 0 ? 0 : best / (double)part->count;
}

/* The details of a work found in a text. */
struct details {
	size_t	title_words;
	double	title;
	bool	author;			/* the first author */
	bool	others;			/* any other author */
	bool	late;			/* the first author comes after
					   another */
	bool	year;
	bool	volume;
	bool	page;			/* the number of the first page */
	bool	journal;
};

static bool
has_all(const void *ctx, const struct folded_words *text, const char *part,
    bool like)
{
	struct folded_words words;
	size_t i;

	reference_split(ctx, part, &words, TITLE_TOKENS_MAX);
	for (i = 0; i < words.count; i++)
		if (!reference_has_word(text, words.at[i], like))
			return false;
	return words.count > 0;
}

static bool
is_small_word(const char *word)
{
	static const char *const small[] = { "of", "the", "and", "for", "in" };

	return TEXT_AMONG(word, small);
}

/* "JMPT": the initials of the words in a name, at least two. */
static bool
has_initials(const void *ctx, const struct folded_words *text,
    const struct folded_words *name)
{
	struct buf initials = { .data = NULL };
	size_t i;

	for (i = 0; i < name->count; i++)
		if (!is_small_word(name->at[i]))
			buf_add(ctx, &initials, name->at[i], 1);
	return initials.len > 1 && reference_has_word(text, buf_string(
	    &initials), false);
}

/* "J Athl Train" matches "Journal of Athletic Training": prefixes in order. */
static bool
is_journal(const void *ctx, const struct folded_words *text, const char *name)
{
	struct folded_words words;
	size_t found = 0, wanted = 0, at, i;
	bool small;

	reference_split(ctx, name, &words, TITLE_TOKENS_MAX);
	for (i = 0, at = 0; i < words.count; i++) {
		small = is_small_word(words.at[i]);
		wanted += !small;
		for (; !small && at < text->count; at++)
			if (text_begins(words.at[i], text->at[at]) ||
			    text_begins(text->at[at], words.at[i])) {
				found++;
				at++;
				break;
			}
		at = at == text->count ? 0 : at;
	}
	return wanted > 0 && (found * 4 >= wanted * 3 ||
	    has_initials(ctx, text, &words));
}

/*
 * The index of a family name in a text; the number of words if it is missing.
 */
static size_t
place_of(const void *ctx, const struct folded_words *text, const char *family)
{
	struct folded_words words;
	size_t i;

	reference_split(ctx, family, &words, TITLE_TOKENS_MAX);
	for (i = 0; i < text->count && words.count > 0; i++)
		if (strcmp(text->at[i], words.at[0]) == 0)
			return i;
	return text->count;
}

/* Whether the record's first author is named after another author here. */
static bool
reference_is_late(const void *ctx, const struct folded_words *text,
    const struct list *authors)
{
	const struct author *author;
	size_t first = 0, i, at;

	for (i = 0; i < authors->count; i++) {
		author = list_at(authors, i);
		at = place_of(ctx, text, author->family);
		if (i == 0)
			first = at;
		else if (at < first)
			return first < text->count;
	}
	return false;
}

static struct details
compare_details(const void *ctx, const struct folded_words *text,
    const struct work *work)
{
	struct details d = { .title = 0 };
	const struct author *author;
	struct folded_words title;
	char *page;
	size_t i;

	reference_split(ctx, work->title, &title, TITLE_TOKENS_MAX);
	d.title_words = title.count;
	d.title = shared_words(&title, text);
	for (i = 0; i < work->authors.count; i++) {
		author = list_at(&work->authors, i);
		if (!has_all(ctx, text, author->family, true))
			continue;
		d.author |= i == 0;
		d.others |= i > 0;
	}
	d.late = reference_is_late(ctx, text, &work->authors);
	d.year = work->year != NULL && reference_has_word(text, work->year,
	    false);
	d.volume = work->volume != NULL && has_all(ctx, text, work->volume,
	    false);
	page = work->pages == NULL ? NULL : text_fold(ctx, work->pages);
	if (page != NULL)
		page[strcspn(page, " ")] = '\0';
	d.page = page != NULL && *page != '\0' && reference_has_word(text, page,
	    false);
	d.journal = is_journal(ctx, text, work->container_short) ||
	    is_journal(ctx, text, work->container);
	return d;
}

/* Whether enough details match to rule out other works. */
static bool
is_it(const struct details *d, const struct folded_words *text)
{
	bool dated = d->year && d->volume && d->page;

	if (d->title_words >= 3 && d->title >= 0.75 && (d->author ||
	    (d->others && d->year)))
		return true;
	if (d->title_words >= 5 && d->title >= 0.85 && text->count <=
	    d->title_words * 3 / 2 + 1)
		return true;
	if (d->title_words >= 8 && d->title >= 0.9 && (d->page || (d->year &&
	    d->journal)))
		return true;
	if (d->author && d->page && (d->volume || (d->year && d->journal)))
		return true;
	return dated && d->journal;
}

static double
points(const struct details *d)
{
	double words = d->title_words > 12 ? 12 : (double)d->title_words;

	return d->title * words + 4 * d->author + d->others + 2 * d->year +
	    d->volume + 3 * d->page + d->journal;
}

/* Reading a text that may be a reference. */

static struct work *
reference_read_work(const void *ctx, struct searcher *se, int64_t row)
{
	struct statement *st = db_prepare(se->db, "SELECT plain(r.pack), r.id FROM "
	    "work w JOIN record r ON r.number=w.record WHERE w.row=?");
	struct work *work = NULL;

	bind_int(st, 1, row);
	if (statement_step(st) && column_bytes(st, 0) != NULL) {
		work = record_load(ctx, rectype_schema(RECTYPE_WORK),
		    column_text(st, 1), column_bytes(st, 0),
		    column_size(st, 0));
		if (work == NULL)
			db_damaged(se->db, "a record is damaged");
	}
	statement_reset(st);
	return work;
}

struct reference_search {
	const void		*ctx;
	struct searcher		*se;
	struct folded_words		 text;
	const struct work	*best;
	struct details		 details;
	double			 points;
};

static void
reference_consider(struct reference_search *search, const struct work *work)
{
	struct details d;
	double sum;

	if (work == NULL)
		return;
	d = compare_details(work, &search->text, work);
	sum = points(&d);
	if (!is_it(&d, &search->text) || sum <= search->points)
		return;
	search->best = work;
	search->details = d;
	search->points = sum;
}

struct rare_token {
	const char	*word;
	long		 works;
};

static int
reference_by_works(const void *a, const void *b)
{
	const struct rare_token *x = a, *y = b;

	return x->works != y->works ? (x->works > y->works) - (x->works <
	    y->works) : strcmp(x->word, y->word);
}

/* Finds the rarest words that the bibliography knows; returns how many. */
static size_t
rarest(struct reference_search *search, struct rare_token found[TOKENS_MAX])
{
	const struct folded_words *text = &search->text;
	size_t count = 0, kept, i, k;
	long works, sum = 0;

	for (i = 0; i < text->count; i++) {
		if (strlen(text->at[i]) < 3 ||
		    isdigit((unsigned char)*text->at[i]))
			continue;
		for (k = 0; k < count && strcmp(found[k].word, text->at[i]) !=
		    0; k++)
			continue;
		works = k < count ? 0 : suggest_known(search->se,
		    text->at[i]);
		if (works > 0)
			found[count++] = (struct rare_token){ text->at[i], works };
	}
	qsort(found, count, sizeof(found[0]), reference_by_works);
	for (kept = 0; kept < count && kept < REFERENCE_RARE_WORDS; kept++) {
		sum += found[kept].works;
		if (kept >= 2 && sum > REFERENCE_WALK_MAX)
			break;
	}
	return kept;
}

/* The works that share most of the text's rarest words, weighted by rarity. */
static void
consider_words(struct reference_search *search, size_t works)
{
	struct statement *st = db_prepare(search->se->db, "SELECT rowid FROM "
	    "work_text WHERE work_text MATCH ?1 ORDER BY strigil_rank("
	    "work_text, ?2), rowid LIMIT ?3");
	struct rank_query rank = { .columns = work_columns,
	    .count = WORK_COLUMNS, .leading = WORK_AUTHOR };
	struct rare_token found[TOKENS_MAX];
	struct buf match = { .data = NULL };
	size_t count = rarest(search, found), i;

	for (i = 0; i < count; i++) {
		buf_format(search->ctx, &match, "%s\"%s\"", i > 0 ? " OR " :
		    "{title author journal} : (", found[i].word);
		rank.part_of[i] = (unsigned char)i;
		rank.rarity[i] = rank_rarity(found[i].works, (long)works);
	}
	if (count == 0)
		return;
	buf_text(search->ctx, &match, ")");
	rank.phrases = rank.parts = count;
	bind_text(st, 1, match.data);
	bind_pointer(st, 2, &rank, RANK_POINTER);
	bind_int(st, 3, REFERENCE_CANDIDATES_MAX);
	while (statement_step(st))
		reference_consider(search, reference_read_work(search->ctx,
		    search->se, column_int(st, 0)));
}

static bool
reference_is_year(const char *word)
{
	long year;

	return strlen(word) == 4 && number_natural(word, 9999, &year) &&
	    year >= 1800 && year <= 2099;
}

/* "J Athl Train 2019;54(7):808": the works of that year and journal. */
static void
consider_journal(struct reference_search *search)
{
	struct statement *st = db_prepare(search->se->db, "SELECT rowid FROM "
	    "work_text WHERE work_text MATCH ?1 LIMIT ?2");
	const struct folded_words *text = &search->text;
	struct buf match = { .data = NULL };
	const char *year = NULL;
	size_t letters = 0, i;

	for (i = 0; i < text->count; i++) {
		if (year == NULL && reference_is_year(text->at[i]))
			year = text->at[i];
		if (isdigit((unsigned char)*text->at[i]))
			continue;
		buf_format(search->ctx, &match, "%s\"%s\" *", letters++ > 0 ?
		    " AND " : "{journal} : (", text->at[i]);
	}
	if (year == NULL || letters == 0 || letters > 10 || text->count <
	    letters + 3)
		return;
	buf_format(search->ctx, &match, ") AND \"%s\"",
	    value_term(search->ctx, "year", year));
	bind_text(st, 1, match.data);
	bind_int(st, 2, JOURNAL_CANDIDATES_MAX);
	while (statement_step(st))
		reference_consider(search, reference_read_work(search->ctx,
		    search->se, column_int(st, 0)));
}

/* "et al.", "and colleagues": words of a citation that are not names. */
static bool
is_and_others(const char *word)
{
	static const char *const words[] = { "et", "al", "and", "colleagues",
	    "coworkers", "others" };

	return TEXT_AMONG(word, words);
}

/* The query for the years up to `off` away from one. */
static char *
years_near(const void *ctx, const char *year, long off)
{
	struct buf match = { .data = NULL };
	long at = strtol(year, NULL, 10) - off;

	for (off = at + 2 * off; at <= off; at++)
		buf_format(ctx, &match, "%s\"%s\"", match.len > 0 ? " OR " :
		    "", value_term(ctx, "year", mem_format(ctx, "%ld", at)));
	return match.data;
}

/*
 * The query for the authors and year of a citation, which may be wrong by `off`;
 * NULL if it is not one.
 */
static char *
author_year_match(const struct reference_search *search, long off)
{
	const struct folded_words *text = &search->text;
	struct buf match = { .data = NULL };
	const char *year = NULL;
	size_t names = 0, i;

	for (i = 0; i < text->count; i++) {
		if (year == NULL && reference_is_year(text->at[i]))
			year = text->at[i];
		else if (isdigit((unsigned char)*text->at[i]))
			return NULL;
		else if (!is_and_others(text->at[i]))
			buf_format(search->ctx, &match, "%s\"%s\"",
			    names++ > 0 ? " AND " : "{author} : (",
			    text->at[i]);
	}
	if (year == NULL || names == 0 || text->count > CITATION_WORDS)
		return NULL;
	buf_format(search->ctx, &match, ") AND (%s)", years_near(search->ctx,
	    year, names > 1 ? 2 * off : off));
	return match.data;
}

/*
 * "Lee et al. (2016)": the works with this first author and year, or with a year
 * near it.  Adds the ids of further candidates to `others`.
 */
static void
consider_citation(struct reference_search *search, struct list *others, long off)
{
	struct statement *st = db_prepare(search->se->db, "SELECT rowid FROM "
	    "work_text WHERE work_text MATCH ? ORDER BY rowid LIMIT 20");
	char *match = author_year_match(search, off);
	const struct work *work;
	struct details d;

	if (match == NULL)
		return;
	bind_text(st, 1, match);
	while (statement_step(st)) {
		work = reference_read_work(search->ctx, search->se,
		    column_int(st, 0));
		if (work == NULL)
			continue;
		d = compare_details(search->ctx, &search->text, work);
		if (!d.author || d.late)
			continue;
		if (search->best != NULL) {
			list_add(search->ctx, others, mem_text(search->ctx,
			    work->id));
			continue;
		}
		search->best = work;
		search->details = d;
	}
}

/* Identifiers. */

static const struct work *
find_identified(struct reference_search *search, enum identifier kind,
    const char *text)
{
	struct statement *st = db_prepare(search->se->db, "SELECT rowid FROM "
	    "work_text WHERE work_text MATCH ? LIMIT 1");
	const struct work *work = NULL;
	char *match = mem_format(search->ctx, "\"%s\"",
	    value_term_identifier(search->ctx, kind, text));

	bind_text(st, 1, match);
	if (statement_step(st))
		work = reference_read_work(search->ctx, search->se,
		    column_int(st, 0));
	statement_reset(st);
	return work;
}

/*
 * The first identifier in a text, and its kind; NULL if there is none.  The
 * label may be a separate word ("PMID 123").
 */
static char *
first_identifier(const void *ctx, const char *text, enum identifier *kind)
{
	enum identifier label = IDENTIFIER_COUNT;
	char *copy = mem_text(ctx, text), *word, *next = NULL;

	for (word = strtok_r(copy, " \t\r\n", &next); word != NULL;
	    word = strtok_r(NULL, " \t\r\n", &next)) {
		*kind = identifier_kind(word);
		if (*kind == IDENTIFIER_COUNT && (label == IDENTIFIER_PMID ||
		    label == IDENTIFIER_PMCID) && isdigit((unsigned char)*word))
			*kind = label;
		if (*kind != IDENTIFIER_COUNT && *identifier_value(ctx, *kind,
		    word) != '\0')
			return word;
		label = identifier_find(word, strcspn(word, ":-. "));
	}
	return NULL;
}

/* Differences. */

static void
add_wrong(struct reference_found *reference, const char *what, const char *text,
    const char *held)
{
	list_add(reference, &reference->wrong, text == NULL ?
	    mem_format(reference, "%s: %s in the record", what, held) :
	    mem_format(reference, "%s: %s, not %s", what, held,
	    text_clean(reference, text, strlen(text))));
}

static const char *
year_of(const struct folded_words *text)
{
	size_t i;

	for (i = 0; i < text->count; i++)
		if (reference_is_year(text->at[i]))
			return text->at[i];
	return NULL;
}

/* The words of a title that are missing or different in the text. */
static char *
missing_words(const void *ctx, const struct folded_words *text, const char *title)
{
	struct buf out = { .data = NULL };
	struct folded_words words;
	size_t i;

	reference_split(ctx, title, &words, TITLE_TOKENS_MAX);
	for (i = 0; i < words.count; i++)
		if (strlen(words.at[i]) > 2 && !reference_has_word(text,
		    words.at[i], true))
			buf_format(ctx, &out, "%s%s", out.len > 0 ? " " : "",
			    words.at[i]);
	return out.data;
}

static bool
reference_has_number(const struct folded_words *text)
{
	size_t i, n = 0;

	for (i = 0; i < text->count; i++)
		n += isdigit((unsigned char)*text->at[i]) &&
		    !reference_is_year(text->at[i]);
	return n > 1;
}

/*
 * Finds a DOI that differs from the record's; `other` is the work that has it,
 * or NULL.
 */
static void
find_wrong_doi(struct reference_found *reference, const char *doi,
    const struct work *other)
{
	const char *held = reference->work->doi;

	if (held == NULL || text_same(identifier_value(reference,
	    IDENTIFIER_DOI, held), identifier_value(reference, IDENTIFIER_DOI,
	    doi)))
		return;
	add_wrong(reference, "DOI", other == NULL ? doi : mem_format(reference,
	    "%s, which is %s", doi, other->id), held);
}

static void
find_wrong(struct reference_found *reference, const struct folded_words *text,
    const struct details *d)
{
	const struct work *work = reference->work;
	const char *year = year_of(text);
	const struct author *first = work->authors.count == 0 ? NULL :
	    list_at(&work->authors, 0);
	char *missing = missing_words(reference, text, work->title);

	if (missing != NULL && d->title > 0.5)
		list_add(reference, &reference->wrong, mem_format(reference,
		    "title: without \"%s\"", missing));
	if (first != NULL && (d->late || (!d->author && text->count >
	    d->title_words + 4)))
		add_wrong(reference, "first author", NULL, first->family);
	if (work->year != NULL && !d->year && year != NULL)
		add_wrong(reference, "year", year, work->year);
	if (work->container != NULL && !d->journal && (d->volume || d->page) &&
	    reference_has_number(text))
		add_wrong(reference, "journal", NULL, work->container);
	if (work->volume != NULL && !d->volume && reference_has_number(text))
		add_wrong(reference, "volume", NULL, work->volume);
	if (work->pages != NULL && !d->page && reference_has_number(text))
		add_wrong(reference, "pages", NULL, work->pages);
}

/*
 * Removes lines of RIS and BibTeX that do not identify a work: abstracts,
 * keywords.
 */
static char *
without_abstract(const void *ctx, const char *text)
{
	static const char *const tags[] = { "AB  -", "N2  -", "KW  -",
	    "N1  -", "UR  -", "abstract ", "abstract=", "keywords",
	    "MH  -", "OT  -", "FAU -", "AD  -" };
	struct buf out = { .data = NULL };
	const char *line, *at;
	size_t n, i;

	for (line = text; *line != '\0'; line += n + (line[n] != '\0')) {
		n = strcspn(line, "\n");
		at = line + strspn(line, " \t");
		for (i = 0; i < COUNT(tags) &&
		    strncasecmp(at, tags[i], strlen(tags[i])) != 0; i++)
			continue;
		if (i < COUNT(tags))
			continue;
		buf_add(ctx, &out, line, n);
		buf_text(ctx, &out, " ");
	}
	return out.data == NULL ? mem_text(ctx, "") : out.data;
}

/* Removes identifiers, as their numbers are neither years nor volumes. */
static char *
without_identifiers(const void *ctx, const char *text)
{
	struct buf out = { .data = NULL };
	char *copy = mem_text(ctx, text), *word, *next = NULL;

	for (word = strtok_r(copy, " \t\r\n", &next); word != NULL;
	    word = strtok_r(NULL, " \t\r\n", &next))
		if (identifier_kind(word) == IDENTIFIER_COUNT)
			buf_format(ctx, &out, "%s ", word);
	return out.data == NULL ? mem_text(ctx, "") : out.data;
}

/* Lists where the reference differs from the record. */
static void
compare_with_record(struct reference_found *reference, const char *text)
{
	struct details details;
	struct folded_words words;

	reference_split(reference, without_identifiers(reference, text), &words,
	    TOKENS_MAX);
	if (reference->identified && words.count <= DETAILS_WORDS)
		return;
	details = compare_details(reference, &words, reference->work);
	find_wrong(reference, &words, &details);
}

static long
reference_count_works(struct searcher *se)
{
	return (long)db_number(se->db, "SELECT value FROM property WHERE "
	    "name='works'");
}

struct reference_found *
reference_find(const void *ctx, struct searcher *se, const char *text, size_t n)
{
	struct reference_found *reference = mem_new(ctx, struct reference_found);
	struct reference_search search = { .ctx = reference, .se = se };
	char *plain = without_abstract(reference, mem_text_n(reference, text,
	    n < REFERENCE_BYTES_MAX ? n : REFERENCE_BYTES_MAX));
	enum identifier kind = IDENTIFIER_COUNT;
	const char *word = first_identifier(reference, plain, &kind);
	const struct work *named = word == NULL ? NULL :
	    find_identified(&search, kind, word);
	struct list others = { .at = NULL };
	size_t i;

	reference_split(reference, plain, &search.text, TOKENS_MAX);
	consider_words(&search, (size_t)reference_count_works(se));
	if (search.best == NULL)
		consider_journal(&search);
	if (search.best == NULL && named == NULL)
		consider_citation(&search, &others, 0);
	/* A year may be wrong if the names leave no other choice. */
	if (search.best == NULL && named == NULL)
		consider_citation(&search, &others, 1);
	if (others.count > 0 && !search.details.year)
		search.best = NULL;
	if (named != NULL && (search.best == NULL ||
	    text_same(named->id, search.best->id))) {
		search.best = named;
		reference->identified = true;
	}
	if (search.best == NULL) {
		mem_free(reference);
		return NULL;
	}
	reference->work = search.best;
	compare_with_record(reference, plain);
	for (i = 0; i < others.count; i++)
		list_add(reference, &reference->wrong, mem_format(reference,
		    "may be another work: %s", (const char *)list_at(&others,
		    i)));
	if (kind == IDENTIFIER_DOI)
		find_wrong_doi(reference, word, named);
	return reference;
}

bool
reference_is_likely(const char *text, size_t n)
{
	size_t words = 0, digits = 0, i;

	assert(text != NULL);
	for (i = 0; i < n && words <= LIKELY_WORDS; i++) {
		words += isalnum((unsigned char)text[i]) && (i == 0 ||
		    !isalnum((unsigned char)text[i - 1]));
		digits += isdigit((unsigned char)text[i]) != 0;
	}
	return words >= LIKELY_WORDS || (words >= 5 && digits >= 7);
}
