/* Citations: formats a work as a reference. */
#include "library/cite.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "library/cite_pages.h"
#include "library/cite_people.h"
#include "library/cite_status.h"
#include "library/cite_title.h"
#include "library/cite_words.h"

/* In sort keys: written after each part of a name, and after the last name. */
#define SORT_SEPARATOR	"\002"
#define SORT_ENDS	"\001"

/* A reference being formatted. */
struct reference_work {
	const void		*ctx;
	const struct work	*work;
	const struct style	*style;
	char			*who;		/* authors, or editors of a
						   book; NULL if neither is
						   known */
	const char		*year;
	struct buf		 out;
};

/* The rules of a style. */
struct style {
	const char		*name;
	struct cite_people	 people;
	bool			 sorted;	/* sorted by author, with
						   years */
	bool			 names_language; /* of a translated title */
	enum cite_pages		 pages;
	const char		*dash;
	const char		*doi;
	const char		*editor[2];	/* label for one editor, for
						   several */
	void			(*body)(struct reference_work *ref);
};

static void	body_numbered(struct reference_work *ref);
static void	body_apa(struct reference_work *ref);
static void	body_harvard(struct reference_work *ref);
static void	body_chicago(struct reference_work *ref);

static const struct style styles[CITE_STYLES] = {
	[CITE_AMA] = { "AMA", { CITE_BARE, 6, 3, ", ", ", ", ", et al",
	    false, false, false }, false, true, CITE_PAGES_FULL, "-", "doi:",
	    { ", ed", ", eds" }, body_numbered },
	[CITE_VANCOUVER] = { "Vancouver", { CITE_BARE, 6, 6, ", ", ", ",
	    ", et al", false, false, true }, false, false, CITE_PAGES_SHORT,
	    "-", "doi: ", { ", editor", ", editors" }, body_numbered },
	[CITE_APA] = { "APA", { CITE_STOPS, 20, 19, ", & ", ", & ",
	    ", . . . ", true, false, false }, true, false, CITE_PAGES_FULL,
	    "\u2013", "https://doi.org/", { " (Ed.)", " (Eds.)" }, body_apa },
	[CITE_HARVARD] = { "Harvard", { CITE_TIGHT, 3, 1, " and ", " and ",
	    " \001et al.\002", false, false, false }, true, false,
	    CITE_PAGES_FULL, "\u2013", "https://doi.org/", { " (ed.)",
	    " (eds)" }, body_harvard },
	[CITE_CHICAGO] = { "Chicago", { CITE_FULL, 6, 3, ", and ", ", and ",
	    ", et al.", false, true, false }, true, true, CITE_PAGES_CHICAGO,
	    "\u2013", "https://doi.org/", { ", ed.", ", eds." },
	    body_chicago },
};

const char *
cite_style_name(enum cite_style style)
{
	assert(style < CITE_STYLES);
	return styles[style].name;
}

bool
cite_style_is_sorted(enum cite_style style)
{
	assert(style < CITE_STYLES);
	return styles[style].sorted;
}

/* Italics. */

/* Marks a text as italic; NULL for NULL. */
static char *
italic(const void *ctx, const char *text)
{
	return text == NULL ? NULL : mem_format(ctx, "%c%s%c",
	    CITE_ITALIC_BEGINS, text, CITE_ITALIC_ENDS);
}

char *
cite_without_italics(char *text)
{
	char *from, *to;

	for (from = to = text; *from != '\0'; from++)
		if (*from != CITE_ITALIC_BEGINS && *from != CITE_ITALIC_ENDS)
			*to++ = *from;
	*to = '\0';
	return text;
}

/* Sentences. */

/*
 * The position before the closing quotation marks and the mark that ends
 * italics.
 */
static size_t
closing(const char *text)
{
	size_t n = strlen(text);

	n -= n > 0 && text[n - 1] == CITE_ITALIC_ENDS;
	while (n > 0 && text[n - 1] == '"')
		n--;
	if (n >= 3 && text_begins(text + n - 3, "\u201d"))
		n -= 3;
	return n;
}

/*
 * Whether a text ends with sentence punctuation, ignoring italics and quotation
 * marks.
 */
static bool
ends_sentence(const char *text)
{
	size_t n = closing(text);

	return n > 0 && strchr(".?!", text[n - 1]) != NULL;
}

/*
 * Adds a text that ends with the given mark, placed before closing quotation
 * marks, unless the text already ends with punctuation.
 */
static void
cite_add_ended(const void *ctx, struct buf *out, const char *text,
    const char *mark)
{
	size_t n = closing(text);

	if (text[n] == '\0' || text[n] == CITE_ITALIC_ENDS)
		n = strlen(text);
	buf_format(ctx, out, "%.*s%s%s", (int)n, text, ends_sentence(text) ?
	    "" : mark, text + n);
}

/* Adds a part and, unless the part already ends a sentence, a full stop. */
static void
cite_add_sentence(const void *ctx, struct buf *out, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (out->len > 0)
		buf_text(ctx, out, " ");
	cite_add_ended(ctx, out, text, ".");
}

/* Adds words after a space. */
static void
cite_add_words(const void *ctx, struct buf *out, const char *text)
{
	if (text != NULL)
		buf_format(ctx, out, "%s%s", out->len > 0 ? " " : "", text);
}

/* A title in quotation marks; its final punctuation is inside them. */
static char *
quoted(const void *ctx, const char *title, const char *open,
    const char *mark, const char *close)
{
	struct buf out = { .data = NULL };

	buf_text(ctx, &out, open);
	cite_add_ended(ctx, &out, title, mark);
	buf_text(ctx, &out, close);
	return out.data;
}

/* Pages. */

static char *
pages(const struct reference_work *ref)
{
	return cite_pages(ref->ctx, ref->work->pages, ref->style->pages,
	    ref->style->dash);
}

/* The pages as "p. 16" or "pp. 16-19". */
static char *
counted_pages(const struct reference_work *ref)
{
	char *numbers = pages(ref);

	return numbers == NULL ? NULL : mem_format(ref->ctx, "%s %s",
	    strstr(numbers, ref->style->dash) != NULL || strpbrk(numbers,
	    ",;") != NULL ? "pp." : "p.", numbers);
}

/* Parts. */

static bool
is_article(const struct work *work)
{
	return text_same(work->type, "article") || text_same(work->type,
	    "preprint");
}

/* Whether a work is part of a larger one, unlike a book. */
static bool
is_part(const struct work *work)
{
	return is_article(work) || ((text_same(work->type, "chapter") ||
	    text_same(work->type, "conference")) && work->container != NULL);
}

/* The journal or book, or the repository of a preprint; NULL if unknown. */
static const char *
container(const struct work *work)
{
	return work->container == NULL && cite_is_preprint(work) ?
	    work->publisher : work->container;
}

/*
 * The journal's abbreviation without stops, or its name, which some databases
 * give as "Made Up J. Tests."
 */
static const char *
journal(const struct reference_work *ref)
{
	const char *name = ref->work->container_short;
	char *text, *from, *to;

	if (name == NULL)
		name = container(ref->work);
	if (name == NULL || (name != ref->work->container_short &&
	    (*name == '\0' || name[strlen(name) - 1] != '.')))
		return name;
	text = mem_text(ref->ctx, name);
	for (from = to = text; *from != '\0'; from++)
		if (*from != '.')
			*to++ = *from;
	*to = '\0';
	return text;
}

/* "24(1)", "24" or "(1)"; NULL if both are unknown. */
static char *
volume(const struct reference_work *ref, const char *between)
{
	const struct work *work = ref->work;

	if (work->volume == NULL && work->issue == NULL)
		return NULL;
	return work->issue == NULL ? mem_text(ref->ctx, work->volume) :
	    mem_format(ref->ctx, "%s%s(%s)", work->volume == NULL ? "" :
	    work->volume, work->volume == NULL ? "" : between, work->issue);
}

/* Adds what follows a title in brackets. */
static char *
with_after(const struct reference_work *ref, const char *title,
    const char *after)
{
	return mem_format(ref->ctx, "%s%s%s", title, after == NULL ? "" : " ",
	    after == NULL ? "" : after);
}

static struct cite_title
parts_of_title(const struct reference_work *ref)
{
	return cite_title(ref->ctx, ref->work, ref->style->names_language);
}

/*
 * The address of a work that is not an article and has no DOI; never a PubMed
 * address.
 */
static const char *
address(const struct work *work)
{
	return work->doi != NULL || is_article(work) || work->link == NULL ||
	    strstr(work->link, "pubmed.ncbi") != NULL ? NULL : work->link;
}

/* Whether a thesis was published and not only deposited: it has an address. */
static bool
thesis_is_published(const struct work *work)
{
	return work->doi != NULL || address(work) != NULL;
}

/*
 * " [thesis]" after the title or, for a thesis that was published, " [Thesis,
 * University]"; "" in other styles.
 */
static char *
thesis_in_brackets(const struct reference_work *ref)
{
	const struct work *work = ref->work;
	const char *kind = cite_thesis(work);
	bool apa = ref->style == &styles[CITE_APA], placed = apa &&
	    work->publisher != NULL && thesis_is_published(work);

	if (kind == NULL || (!apa && ref->style != &styles[CITE_VANCOUVER]))
		return mem_text(ref->ctx, "");
	if (!apa && text_same(kind, "Thesis"))
		kind = "thesis";
	return mem_format(ref->ctx, " [%s%s%s]", kind, placed ? ", " : "",
	    placed ? work->publisher : "");
}

/* The title, in italics unless it is part of a larger work. */
static char *
title(const struct reference_work *ref)
{
	const struct work *work = ref->work;
	struct cite_title parts = parts_of_title(ref);
	bool alone = is_article(work) && (work->container == NULL ||
	    cite_is_preprint(work)) && ref->style == &styles[CITE_APA];
	bool whole = ref->style != &styles[CITE_VANCOUVER] && (alone ||
	    (!is_part(work) && !text_same(work->type, "chapter")));

	return mem_format(ref->ctx, "%s%s%s", with_after(ref, whole ? italic(
	    ref->ctx, parts.title) : parts.title, parts.after),
	    thesis_in_brackets(ref), ref->style == &styles[CITE_VANCOUVER] &&
	    address(work) != NULL ? " [Internet]" : "");
}

/* For example ". 2nd edn"; "" if there is none. */
static char *
edition_with(const struct reference_work *ref, const char *before,
    const char *after)
{
	char *which = is_article(ref->work) ? NULL :
	    cite_edition(ref->ctx, ref->work->edition);

	return which == NULL ? mem_text(ref->ctx, "") : mem_format(ref->ctx,
	    "%s%s%s", before, which, after);
}

/* The editors of a book with their label, or NULL. */
static char *
editors_of(const void *ctx, const struct work *work,
    const struct style *style, bool turned)
{
	char *who = is_article(work) ? NULL : cite_people(ctx, &work->editors,
	    false, &style->people, turned);

	return who == NULL ? NULL : mem_format(ctx, "%s%s%s", who, style ==
	    &styles[CITE_VANCOUVER] && work->editors.count >
	    style->people.most ? "." : "", style->editor[work->editors.count >
	    1]);
}

/*
 * The people at the start of a reference: authors, or the editors of a whole
 * book.
 */
static char *
first_people(const void *ctx, const struct work *work,
    const struct style *style)
{
	char *who = cite_people(ctx, &work->authors, text_same(
	    work->and_others, "yes"), &style->people, false);

	return who != NULL || is_part(work) ? who : editors_of(ctx, work,
	    style, false);
}

/* AMA and Vancouver. */

/* Adds "2016;24(1):16", or "24(1):16" without a year. */
static void
add_issue(struct reference_work *ref)
{
	char *which = volume(ref, ""), *numbers = pages(ref);
	struct buf out = { .data = NULL };

	buf_text(ref->ctx, &out, ref->style == &styles[CITE_VANCOUVER] ?
	    cite_date_short(ref->ctx, ref->work) : ref->work->year == NULL ?
	    "" : ref->work->year);
	if (which != NULL)
		buf_format(ref->ctx, &out, "%s%s", out.len > 0 ? ";" : "",
		    which);
	if (numbers != NULL)
		buf_format(ref->ctx, &out, "%s%s", out.len > 0 ? ":" : "",
		    numbers);
	cite_add_sentence(ref->ctx, &ref->out, out.data);
}

/*
 * Adds "medRxiv. Preprint posted online April 7, 2020." or "medRxiv [Preprint].
 * 2020 Apr 7."
 */
static void
add_preprint(struct reference_work *ref)
{
	const void *ctx = ref->ctx;

	if (ref->style == &styles[CITE_AMA]) {
		cite_add_sentence(ctx, &ref->out, italic(ctx, journal(ref)));
		cite_add_sentence(ctx, &ref->out, mem_format(ctx,
		    "Preprint posted online %s", cite_date_american(ctx,
		    ref->work)));
		return;
	}
	cite_add_sentence(ctx, &ref->out, mem_format(ctx, "%s[Preprint]",
	    journal(ref) == NULL ? "" : mem_format(ctx, "%s ", journal(ref))));
	add_issue(ref);
}

/* Publisher and year: "Press; 2020:5-9" or "Boston: Press; 2020. p. 5-9". */
static char *
publisher_and_year(const struct reference_work *ref)
{
	const struct work *work = ref->work;
	bool ama = ref->style == &styles[CITE_AMA], placed = !ama &&
	    work->publisher_place != NULL;
	char *numbers = pages(ref);

	if (work->publisher == NULL || work->year == NULL)
		return mem_text(ref->ctx, work->publisher != NULL ?
		    work->publisher : work->year != NULL ? work->year : "");
	return mem_format(ref->ctx, "%s%s%s; %s%s%s", placed ?
	    work->publisher_place : "", placed ? ": " : "", work->publisher,
	    work->year, numbers == NULL ? "" : ama ? ":" : ". p. ",
	    numbers == NULL ? "" : numbers);
}

/*
 * Adds the book of a chapter: "In: Doe J, ed. Handbook. 2nd ed. Press; 2020."
 */
static void
add_book(struct reference_work *ref)
{
	const struct work *work = ref->work;
	char *who = editors_of(ref->ctx, work, ref->style, false);
	char *book = ref->style == &styles[CITE_AMA] ? italic(ref->ctx,
	    work->container) : mem_text(ref->ctx, work->container == NULL ?
	    "" : work->container);

	if (is_part(work))
		cite_add_sentence(ref->ctx, &ref->out, who == NULL ?
		    mem_format(ref->ctx, "In: %s", book) :
		    mem_format(ref->ctx, "In: %s. %s", who, book));
	else
		cite_add_sentence(ref->ctx, &ref->out, book);
	cite_add_sentence(ref->ctx, &ref->out, edition_with(ref, "", " ed"));
	if (ref->style == &styles[CITE_AMA] && is_part(work))
		cite_add_sentence(ref->ctx, &ref->out, work->series);
	cite_add_sentence(ref->ctx, &ref->out, publisher_and_year(ref));
	if (ref->style == &styles[CITE_VANCOUVER] && work->series != NULL)
		cite_add_sentence(ref->ctx, &ref->out, mem_format(ref->ctx,
		    "(%s)", work->series));
}

static void
body_numbered(struct reference_work *ref)
{
	bool ama = ref->style == &styles[CITE_AMA];

	cite_add_sentence(ref->ctx, &ref->out, ref->who);
	cite_add_sentence(ref->ctx, &ref->out, title(ref));
	if (ama)
		cite_add_sentence(ref->ctx, &ref->out, cite_thesis(ref->work));
	if (cite_is_preprint(ref->work)) {
		add_preprint(ref);
	} else if (is_article(ref->work)) {
		cite_add_sentence(ref->ctx, &ref->out, ama ? italic(ref->ctx,
		    journal(ref)) : journal(ref));
		add_issue(ref);
	} else {
		add_book(ref);
	}
	if (!ama)
		cite_add_sentence(ref->ctx, &ref->out, cite_languages(ref->ctx,
		    ref->work, ", "));
	if (!ama && address(ref->work) != NULL)
		cite_add_words(ref->ctx, &ref->out, "Available from:");
	cite_add_words(ref->ctx, &ref->out, address(ref->work));
}

/* APA. */

/*
 * A journal in APA's form: "Journal, 24(1), 5-9", with journal and volume in
 * italics.
 */
static char *
apa_journal(const struct reference_work *ref)
{
	const struct work *work = ref->work;
	const char *numbers = pages(ref), *name = work->container, *issue =
	    work->issue == NULL ? "" : mem_format(ref->ctx, "(%s)",
	    work->issue), *before = numbers == NULL ? "" :
	    cite_is_article_number(numbers) ? ", Article " : ", ";

	if (work->volume != NULL)
		name = mem_format(ref->ctx, "%s, %s", name, work->volume);
	return mem_format(ref->ctx, "%s%s%s%s%s", italic(ref->ctx, name),
	    work->volume == NULL && *issue != '\0' ? ", " : "", issue,
	    before, numbers == NULL ? "" : numbers);
}

/* " (2nd ed., pp. 5-9)", or " (Series)" for a report; "" if all are unknown. */
static char *
apa_parentheses(const struct reference_work *ref)
{
	const struct work *work = ref->work;
	const char *const parts[] = { edition_with(ref, "", " ed."),
	    text_same(work->type, "report") ? work->series : NULL,
	    is_part(work) ? counted_pages(ref) : NULL };
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < COUNT(parts); i++)
		if (parts[i] != NULL && *parts[i] != '\0')
			buf_format(ref->ctx, &out, "%s%s", out.len == 0 ?
			    " (" : ", ", parts[i]);
	if (out.len > 0)
		buf_text(ref->ctx, &out, ")");
	return mem_text(ref->ctx, buf_string(&out));
}

/* The publisher, unless it is the author or in brackets after the title. */
static const char *
apa_publisher(const struct work *work)
{
	const struct author *only = work->authors.count != 1 ? NULL :
	    list_at(&work->authors, 0);

	return (cite_thesis(work) != NULL && thesis_is_published(work)) ||
	    (only != NULL && only->given == NULL && text_same(only->family,
	    work->publisher)) ? NULL : work->publisher;
}

static void
add_apa_source(struct reference_work *ref)
{
	const struct work *work = ref->work;
	const void *ctx = ref->ctx;
	char *who = editors_of(ctx, work, ref->style, true);

	if (is_article(work)) {
		cite_add_sentence(ctx, &ref->out, cite_is_preprint(work) ?
		    container(work) : work->container == NULL ? NULL :
		    apa_journal(ref));
		return;
	}
	if (is_part(work))
		cite_add_sentence(ctx, &ref->out, mem_format(ctx,
		    "In %s%s%s%s", who == NULL ? "" : who, who == NULL ? "" :
		    ", ", italic(ctx, work->container), apa_parentheses(ref)));
	cite_add_sentence(ctx, &ref->out, apa_publisher(work));
}

static void
body_apa(struct reference_work *ref)
{
	const void *ctx = ref->ctx;
	char *year = mem_format(ctx, "(%s)", ref->year), *name = mem_format(
	    ctx, "%s%s%s", title(ref), is_part(ref->work) ? "" :
	    apa_parentheses(ref), cite_is_preprint(ref->work) ?
	    " [Preprint]" : "");

	cite_add_sentence(ctx, &ref->out, ref->who != NULL ? ref->who : name);
	cite_add_sentence(ctx, &ref->out, year);
	if (ref->who != NULL)
		cite_add_sentence(ctx, &ref->out, name);
	add_apa_source(ref);
	cite_add_words(ctx, &ref->out, address(ref->work));
}

/* Harvard. */

/* Ends the previous sentence and begins another. */
static void
harvard_begin(struct reference_work *ref, const char *text)
{
	buf_format(ref->ctx, &ref->out, "%s%s", ends_sentence(ref->out.data) ?
	    " " : ". ", text);
}

/*
 * Adds ", Journal, 24(1), pp. 5-9" or ", in E. Editor (ed.) Book" after a
 * title.
 */
static void
add_harvard_source(struct reference_work *ref, const char *whole)
{
	const struct work *work = ref->work;
	const void *ctx = ref->ctx;
	char *which = volume(ref, ""), *numbers = counted_pages(ref);
	char *who = editors_of(ctx, work, ref->style, true);

	if (is_article(work)) {
		if (whole != NULL)
			buf_format(ctx, &ref->out, ", %s", italic(ctx, whole));
		if (cite_is_preprint(work))
			buf_text(ctx, &ref->out, " [Preprint]");
		if (which != NULL)
			buf_format(ctx, &ref->out, ", %s", which);
	} else if (whole != NULL) {
		buf_format(ctx, &ref->out, ", in %s%s%s", who == NULL ? "" :
		    who, who == NULL ? "" : " ", italic(ctx, whole));
	}
	if (cite_thesis(work) != NULL)
		harvard_begin(ref, cite_thesis(work));
	if (*edition_with(ref, "", " edn") != '\0')
		harvard_begin(ref, edition_with(ref, "", " edn"));
	if (!is_article(work) && work->publisher != NULL)
		harvard_begin(ref, work->publisher_place == NULL ?
		    work->publisher : mem_format(ctx, "%s: %s",
		    work->publisher_place, work->publisher));
	if (!is_article(work) && work->series != NULL)
		buf_format(ctx, &ref->out, " (%s)", work->series);
	if (numbers != NULL)
		buf_format(ctx, &ref->out, ", %s", numbers);
}

static void
body_harvard(struct reference_work *ref)
{
	const struct work *work = ref->work;
	const void *ctx = ref->ctx;
	struct cite_title parts = parts_of_title(ref);
	bool by_journal = ref->who == NULL && is_article(work) &&
	    work->container != NULL;
	const char *first = ref->who != NULL ? ref->who : by_journal ?
	    work->container : NULL, *url = work->doi != NULL ? mem_format(ctx,
	    "%s%s", ref->style->doi, work->doi) : address(work);

	if (first != NULL)
		buf_format(ctx, &ref->out, "%s (%s)", by_journal ? italic(ctx,
		    first) : first, ref->year);
	cite_add_words(ctx, &ref->out, with_after(ref, is_part(work) ||
	    text_same(work->type, "chapter") ? quoted(ctx, parts.title,
	    "\u2018", "", "\u2019") : italic(ctx, parts.title), parts.after));
	if (first == NULL)
		buf_format(ctx, &ref->out, " (%s)", ref->year);
	add_harvard_source(ref, by_journal || !is_part(work) ? NULL :
	    container(work));
	buf_text(ctx, &ref->out, ends_sentence(ref->out.data) ? "" : ".");
	if (url != NULL)
		cite_add_sentence(ctx, &ref->out, mem_format(ctx,
		    "Available at: %s", url));
}

/* Chicago. */

/*
 * " 24 (1): 16-19", " 24 (May): 16", ", no. 7 (May): 16" or ", May, 16-19", after
 * the journal: the month is named unless both volume and issue are.
 */
static char *
chicago_issue(const struct reference_work *ref)
{
	const struct work *work = ref->work;
	const void *ctx = ref->ctx;
	char *numbers = pages(ref), *which = work->volume == NULL ? NULL :
	    volume(ref, " ");
	const char *month = which != NULL && work->issue != NULL ? NULL :
	    cite_month(work);

	if (which == NULL && work->issue == NULL)
		return mem_format(ctx, "%s%s%s%s", month == NULL ? "" : ", ",
		    month == NULL ? "" : month, numbers == NULL ? "" : ", ",
		    numbers == NULL ? "" : numbers);
	return mem_format(ctx, "%s%s%s%s%s", which != NULL ? " " : ", no. ",
	    which != NULL ? which : work->issue, month == NULL ? "" :
	    mem_format(ctx, " (%s)", month), numbers == NULL ? "" : ": ",
	    numbers == NULL ? "" : numbers);
}

/* "Preprint, medRxiv, April 7", as far as known. */
static char *
chicago_preprint(const struct reference_work *ref)
{
	const struct work *work = ref->work;
	const char *place = container(work), *month = cite_month(work);
	const char *day = month == NULL || strlen(work->published) <= 8 ? "" :
	    mem_format(ref->ctx, " %ld", strtol(work->published + 8, NULL, 10));

	return mem_format(ref->ctx, "Preprint%s%s%s%s%s", place == NULL ? "" :
	    ", ", place == NULL ? "" : place, month == NULL ? "" : ", ",
	    month == NULL ? "" : month, day);
}

/* "PhD thesis, University". */
static char *
chicago_thesis(const struct reference_work *ref)
{
	const struct work *work = ref->work;

	return mem_format(ref->ctx, "%s%s%s", cite_thesis(work),
	    work->publisher == NULL ? "" : ", ", work->publisher == NULL ? "" :
	    work->publisher);
}

static void
add_chicago_source(struct reference_work *ref)
{
	const struct work *work = ref->work;
	const void *ctx = ref->ctx;
	char *who = cite_people(ctx, &work->editors, false,
	    &ref->style->people, true);

	if (cite_is_preprint(work))
		cite_add_sentence(ctx, &ref->out, chicago_preprint(ref));
	else if (is_article(work) && work->container != NULL)
		cite_add_sentence(ctx, &ref->out, mem_format(ctx, "%s%s",
		    italic(ctx, work->container), chicago_issue(ref)));
	if (is_article(work))
		return;
	if (is_part(work))
		cite_add_sentence(ctx, &ref->out, mem_format(ctx,
		    "In %s%s%s%s", italic(ctx, work->container),
		    edition_with(ref, ", ", " ed."), who == NULL ? "" :
		    ", edited by ", who == NULL ? "" : who));
	else
		cite_add_sentence(ctx, &ref->out, edition_with(ref, "",
		    " ed."));
	cite_add_sentence(ctx, &ref->out, work->series);
	cite_add_sentence(ctx, &ref->out, cite_thesis(work) == NULL ?
	    work->publisher : chicago_thesis(ref));
}

/* Adds the title: in quotation marks, in italics, or as it is. */
static void
add_chicago_title(struct reference_work *ref)
{
	const struct work *work = ref->work;
	const void *ctx = ref->ctx;
	struct cite_title parts = parts_of_title(ref);
	bool in_quotes = (is_part(work) && container(work) != NULL) ||
	    text_same(work->type, "thesis");

	if (!in_quotes) {
		cite_add_sentence(ctx, &ref->out, with_after(ref,
		    is_part(work) ? parts.title : italic(ctx, parts.title),
		    parts.after));
		return;
	}
	cite_add_words(ctx, &ref->out, quoted(ctx, parts.title, "\u201c",
	    parts.after == NULL ? "." : "", "\u201d"));
	cite_add_sentence(ctx, &ref->out, parts.after);
}

static void
body_chicago(struct reference_work *ref)
{
	const struct work *work = ref->work;
	const void *ctx = ref->ctx;

	if (ref->who != NULL) {
		cite_add_sentence(ctx, &ref->out, ref->who);
		cite_add_sentence(ctx, &ref->out, ref->year);
	}
	add_chicago_title(ref);
	if (ref->who == NULL)
		cite_add_sentence(ctx, &ref->out, ref->year);
	add_chicago_source(ref);
	cite_add_sentence(ctx, &ref->out, work->doi != NULL ? mem_format(ctx,
	    "%s%s", ref->style->doi, work->doi) : address(work));
}

char *
cite_lettered(const void *ctx, const struct work *work,
    enum cite_style number, char letter)
{
	const struct style *style = &styles[number];
	const char tail[] = { letter, '\0' };
	char *status;
	struct reference_work ref = { .ctx = ctx, .work = work,
	    .style = style, .year = work->year != NULL ? mem_format(ctx,
	    "%s%s", work->year, tail) : mem_format(ctx, "%s%s%s", number ==
	    CITE_HARVARD ? "no date" : "n.d.", letter == '\0' ? "" : "-",
	    tail) };

	assert(number < CITE_STYLES);
	ref.who = first_people(ctx, work, style);
	style->body(&ref);
	if (work->doi != NULL && number != CITE_HARVARD && number !=
	    CITE_CHICAGO)
		buf_format(ctx, &ref.out, " %s%s", style->doi, work->doi);
	status = cite_status(ctx, work, style->doi);
	if (status != NULL && !(cite_is_preprint(work) && text_same(status,
	    "Preprint")))
		buf_format(ctx, &ref.out, " (%s)", status);
	return ref.out.data;
}

char *
cite_marked(const void *ctx, const struct work *work, enum cite_style style)
{
	assert(style < CITE_STYLES);
	return cite_lettered(ctx, work, style, '\0');
}

char *
cite(const void *ctx, const struct work *work, enum cite_style style)
{
	return cite_without_italics(cite_marked(ctx, work, style));
}

char *
cite_group(const void *ctx, const struct work *work, enum cite_style style)
{
	char *who;

	assert(style < CITE_STYLES);
	who = first_people(ctx, work, &styles[style]);
	return who == NULL ? mem_text(ctx, "") : mem_format(ctx, "%s %s", who,
	    work->year == NULL ? "" : work->year);
}

/*
 * Adds a sort key: lower case, without spaces or punctuation, accents folded;
 * without the leading article if `is_title`.
 */
static void
add_sorted(const void *ctx, struct buf *out, const char *text, bool is_title)
{
	static const char *const articles[] = { "the ", "an ", "a " };
	const char *folded = text_fold(ctx, text), *letter, *ascii;
	unsigned code;
	size_t i;

	for (i = 0; is_title && i < COUNT(articles); i++)
		if (text_begins(folded, articles[i])) {
			folded += strlen(articles[i]);
			break;
		}
	while (*folded != '\0') {
		letter = mem_text_n(ctx, folded, text_char(folded, &code));
		folded += strlen(letter);
		ascii = code < 0x80 ? letter : text_ascii(ctx, letter);
		if (code != ' ')
			buf_text(ctx, out, strchr("?^_", *ascii) == NULL ? ascii
			    : letter);
	}
}

/*
 * Adds "doe" SEPARATOR "jr" SEPARATOR "roe" ... ENDS: a name sorts before
 * longer names that begin with it, so that Brown precedes Browning and one
 * author precedes several.
 */
static void
add_sorted_people(const void *ctx, struct buf *out, const struct work *work,
    const struct style *style)
{
	struct cite_people plain = style->people;
	const struct list *people = work->authors.count > 0 || is_part(work) ?
	    &work->authors : &work->editors;
	const char *who;
	size_t n;

	plain.last = plain.last_of_two = ", ";
	plain.others = ", ";
	plain.turned = false;
	who = cite_people(ctx, people, false, &plain, false);
	for (; who != NULL && *who != '\0'; who += n + (who[n] == ',')) {
		n = strcspn(who, ",");
		add_sorted(ctx, out, mem_text_n(ctx, who, n), false);
		buf_text(ctx, out, SORT_SEPARATOR);
	}
}

char *
cite_sort_key(const void *ctx, const struct work *work, enum cite_style number)
{
	const struct style *style = &styles[number];
	const char *year = work->year != NULL ? work->year : number ==
	    CITE_APA ? "" : "~";
	const char *name = cite_title(ctx, work, style->names_language).title;
	struct buf out = { .data = NULL };

	assert(number < CITE_STYLES);
	add_sorted_people(ctx, &out, work, style);
	if (out.len == 0)
		add_sorted(ctx, &out, number == CITE_HARVARD && is_article(work)
		    && work->container != NULL ? work->container : name, true);
	buf_format(ctx, &out, SORT_ENDS "%s" SORT_ENDS, year);
	add_sorted(ctx, &out, name, true);
	return out.data;
}
