/* Pages: documents laid out, drawn on surfaces; what every page must say. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "page/changes.h"
#include "page/layout.h"
#include "page/page.h"
#include "export/plain.h"
#include "page/wording.h"
#include "page/surface.h"
#include "library/cite.h"

static void *ctx;
static struct library *library;

static char *
print(const struct doc *doc, size_t width, bool ascii)
{
	const struct print_options options = { .width = width,
	    .ascii = ascii };

	return print_plain(ctx, doc, &options);
}

static void
test_layout_wraps_spans_and_keeps_their_links(void **state)
{
	struct doc *doc = doc_new(ctx, "x");
	struct block *line = doc_paragraph(doc, 1);
	struct layout *layout;

	(void)state;
	block_text(line, "some words and ");
	block_link(line, "work/a", "a link that is long");
	block_text(line, " and more");
	assert_string_equal(print(doc, 24, false),
	    "  some words and a link\n  that is long and more\n");
	layout = layout_make(ctx, doc, &(struct layout_options){ .width = 24,
	    .screen = true });
	assert_int_equal(layout->anchors.count, 1);
	assert_string_equal(layout_anchor(layout, 1)->address, "work/a");
	assert_int_equal(layout_anchor(layout, 1)->line, 0);
	assert_int_equal(layout_anchor(layout, 1)->column, 17);
	assert_null(layout_anchor(layout, 2));
	assert_null(layout_anchor(layout, 0));
}

/* Three columns of numbers; the last row has a single number. */
static struct doc *
make_grid(enum table_kind kind)
{
	static const char *const names[] = { "a", "b", "cc" };
	struct doc *doc = doc_new(ctx, "x");
	struct table *table = doc_table(doc, kind);
	struct table_row *row;
	size_t i, j;

	for (i = 0; i < 3; i++)
		table_head(table, names[i], i == 2 ? "the third" : names[i],
		    NULL);
	for (i = 0; i < 2; i++) {
		row = table_row(table, (unsigned)i);
		block_text(row->head, i == 0 ? "first" : "second");
		for (j = 0; j < 3; j++)
			block_link(table_cell(row), "work/a", i == 0 || j == 1 ?
			    "1 R" : ".");
	}
	return doc;
}

static void
test_layout_draws_grids(void **state)
{
	(void)state;
	/* Labels show whole words, in as few lines as the width allows. */
	assert_string_equal(print(make_grid(TABLE_CELLS), 40, false),
	    "              a      b  the third\n"
	    "first       1 R    1 R        1 R\n"
	    " second       .    1 R          .\n");
	assert_string_equal(print(make_grid(TABLE_FITTED), 24, false),
	    "                    the\n"
	    "           a   b  third\n"
	    "first    1 R 1 R    1 R\n"
	    " second    . 1 R      .\n");
	/* Without room for the labels, the short names are used. */
	assert_string_equal(print(make_grid(TABLE_FITTED), 20, false),
	    "           a   b  cc\n"
	    "first    1 R 1 R 1 R\n"
	    " second    . 1 R   .\n\n"
	    "cc\n  the third\n");
	/* Columns without room come below. */
	assert_string_equal(print(make_grid(TABLE_CELLS), 22, false),
	    "              a      b\n"
	    "first       1 R    1 R\n"
	    " second       .    1 R\n\n"
	    "             cc\n"
	    "first       1 R\n"
	    " second       .\n\n"
	    "cc\n  the third\n");
}

/* The same on narrow screens and with long column names. */
static void
test_layout_cuts_no_word_over_a_column(void **state)
{
	static const char *const labels[] = { "Function and disability",
	    "Measured blood flow or skin temperature", "Pain" };
	struct doc *doc = doc_new(ctx, "x");
	struct table *table = doc_table(doc, TABLE_CELLS);
	struct table_row *row;
	const char *text;
	char *word, *rest;
	size_t i, width;

	(void)state;
	for (i = 0; i < 3; i++)
		table_head(table, labels[i], labels[i], NULL);
	row = table_row(table, 0);
	block_text(row->head, "Soft tissue injury of any kind");
	for (i = 0; i < 3; i++)
		block_text(table_cell(row), "12 S");
	for (width = 20; width < 100; width++) {
		text = print(doc, width, false);
		for (i = 0; i < 3; i++)
			for (word = strtok_r(mem_text(ctx, labels[i]), " ",
			    &rest); word != NULL; word = strtok_r(NULL, " ",
			    &rest))
				assert_non_null(strstr(text, word));
	}
	assert_string_equal(print(doc, 60, false),
	    "                             Function  Measured blood\n"
	    "                                  and    flow or skin\n"
	    "                           disability     temperature   Pain\n"
	    "Soft tissue injury of a…         12 S            12 S   12 S\n");
}

/*
 * On a screen the other columns are reached by scrolling; links keep their
 * numbers.
 */
static void
test_layout_scrolls_grids(void **state)
{
	struct doc *doc = make_grid(TABLE_CELLS);
	struct layout_options options = { .width = 22, .screen = true };
	struct layout *layout = layout_make(ctx, doc, &options);
	const struct line *line = layout->lines.at[1];

	(void)state;
	assert_int_equal(layout->anchors.count, 6);
	assert_int_equal(layout->hidden, 1);
	assert_int_equal(line->heads, 1);
	assert_int_equal(line->head, 0);
	assert_true(layout_anchor(layout, 1)->shown);
	assert_false(layout_anchor(layout, 3)->shown);
	assert_int_equal(layout_anchor(layout, 3)->line, 1);
	options.from = 9;		/* more than there is */
	layout = layout_make(ctx, doc, &options);
	assert_int_equal(layout->hidden, 0);
	assert_false(layout_anchor(layout, 1)->shown);
	assert_true(layout_anchor(layout, 3)->shown);
}

static void
test_layout_sets_text_in_columns_or_below(void **state)
{
	struct doc *doc = doc_new(ctx, "x");
	struct table *table = doc_table(doc, TABLE_PROSE);
	struct table_row *row;

	(void)state;
	table_head(table, "One", "One", "work/a");
	table_head(table, "Other", "Other", NULL);
	row = table_row(table, 0);
	block_text(row->head, "Kind");
	block_text(table_cell(row), "a text that is so long that it must be "
	    "broken");
	block_text(table_cell(row), "short");
	assert_string_equal(print(doc, 84, false),
	    "                One                               Other\n"
	    "Kind            a text that is so long that it    short\n"
	    "                must be broken\n");
	assert_string_equal(print(doc, 83, false),
	    "Kind\n"
	    "- One: a text that is so long that it must be broken\n"
	    "- Other: short\n");
	assert_string_equal(print(doc, 24, false),
	    "Kind\n"
	    "- One: a text that is so\n"
	    "    long that it must be\n"
	    "    broken\n"
	    "- Other\n"
	    "    short\n");
}

/*
 * A drawing without room is replaced by its text; blocks for screens are not
 * printed.
 */
static void
test_layout_speaks_where_a_drawing_has_no_room(void **state)
{
	struct doc *doc = doc_new(ctx, "x");
	struct block *line = doc_line(doc);

	(void)state;
	block_text(line, "a drawing of thirty cells or so");
	block_text(block_spoken(line), "what it shows");
	block_text(doc_paragraph(doc, 0), "more");
	doc_screen(doc, 1);
	assert_string_equal(print(doc, 40, false),
	    "a drawing of thirty cells or so\n");
	assert_string_equal(print(doc, 30, false), "what it shows\n");
	assert_int_equal(layout_make(ctx, doc, &(struct layout_options){
	    .width = 40, .screen = true })->lines.count, 2);
}

/* Each wider form of a line is used from its number of columns on. */
static void
test_layout_uses_the_columns_there_are(void **state)
{
	struct doc *doc = doc_new(ctx, "x");
	struct block *line = doc_line(doc);
	struct doc *plot = page_make(ctx, library, &(struct address){
	    .page = PAGE_PLOT, .query = "tang-2025", .plot = "forest" });

	(void)state;
	block_text(line, "-");
	block_text(block_wider(line, 40), "----");
	block_text(block_wider(line, 60), "------");
	assert_string_equal(print(doc, 39, false), "-\n");
	assert_string_equal(print(doc, 40, false), "----\n");
	assert_string_equal(print(doc, 99, false), "------\n");
	/* On a wide screen the line of no difference is farther right. */
	assert_non_null(strstr(print(plot, 80, false), "0.8]         \xe2"));
	assert_non_null(strstr(print(plot, 200, false), "0.8]         \xe2"));
	assert_true(strlen(print(plot, 200, false)) > strlen(print(plot, 80,
	    false)));
}

static void
test_layout_puts_labels_into_a_column(void **state)
{
	struct doc *doc = doc_new(ctx, "x");

	(void)state;
	doc_field(doc, "Level", "one two three four five six seven eight");
	assert_string_equal(print(doc, 44, false),
	    "Level           one two three four five six\n"
	    "                seven eight\n");
	/* On a narrow screen the label is on a line of its own. */
	assert_string_equal(print(doc, 30, false),
	    "Level\n  one two three four five six\n  seven eight\n");
}

static void
test_layout_exceeds_its_width_with_addresses_only(void **state)
{
	struct list ids = library_ids(library, ctx, RECTYPE_WORK);
	struct address address = { .page = PAGE_RECORD, .kind = RECTYPE_WORK };
	const size_t widths[] = { 20, 40, 80, 200 };
	struct layout *layout;
	struct piece *piece;
	struct line *line;
	struct doc *doc;
	size_t i, j, k, w;

	(void)state;
	for (i = 0; i < ids.count; i += 5) {
		address.id = ids.at[i];
		doc = page_make(ctx, library, &address);
		for (w = 0; w < 4; w++) {
			layout = layout_make(doc, doc,
			    &(struct layout_options){ .width = widths[w] });
			for (j = 0; j < layout->lines.count; j++) {
				line = layout->lines.at[j];
				for (k = 0; k < line->pieces.count; k++) {
					piece = line->pieces.at[k];
					assert_true(piece->column +
					    text_width(piece->text) <=
					    widths[w] ||
					    strchr(piece->text, '/'));
				}
			}
		}
		mem_free(doc);
	}
}

static void
assert_cited(const char *id, enum cite_style style, const char *reference)
{
	const struct work *work = library_record(library, ctx, RECTYPE_WORK, id);

	assert_non_null(work);
	assert_string_equal(cite(ctx, work, style), reference);
}

/* Articles, books and theses look as in the manuals of the styles. */
static void
test_citations_follow_their_styles(void **state)
{
	struct work work = { .type = "article", .title = "Does it work?",
	    .year = "2020", .container = "A Journal", .volume = "5",
	    .issue = "2", .pages = "10-19" };
	struct author authors[8];
	size_t i;

	(void)state;
	assert_cited("crothers-2016", CITE_AMA, "Crothers AL, French SD, "
	    "Hebert JJ, Walker BF. Spinal manipulative therapy, Graston "
	    "technique® and placebo for non-specific thoracic spine pain: a "
	    "randomised controlled trial. Chiropractic & Manual Therapies. "
	    "2016;24:16. doi:10.1186/s12998-016-0096-9 (Corrected: "
	    "2016-07-11)");
	assert_cited("crothers-2016", CITE_APA, "Crothers, A. L., French, S. "
	    "D., Hebert, J. J., & Walker, B. F. (2016). Spinal manipulative "
	    "therapy, Graston technique® and placebo for non-specific "
	    "thoracic spine pain: a randomised controlled trial. Chiropractic "
	    "& Manual Therapies, 24, 16. "
	    "https://doi.org/10.1186/s12998-016-0096-9 (Corrected: "
	    "2016-07-11)");
	assert_cited("melham-1998", CITE_AMA, mem_format(ctx, "Melham TJ, "
	    "Sevier TL, Malnofski MJ, Wilson JK, Helfst RH Jr. %s. Medicine & "
	    "Science in Sports & Exercise. 1998;30(6):801-804.", ((const struct work *)
	    library_record(library, ctx, RECTYPE_WORK, "melham-1998"))->title));
	assert_cited("juhan-1987", CITE_VANCOUVER, mem_format(ctx, "Juhan D. "
	    "%s. Station Hill Press; 1987.", ((const struct work *)
	    library_record(library, ctx, RECTYPE_WORK, "juhan-1987"))->title));
	for (i = 0; i < 8; i++) {
		authors[i] = (struct author){ .family = "Name",
		    .given = i == 0 ? "Jean-Pierre" : i == 1 ? "Éva M." :
		    "B" };
		list_add(ctx, &work.authors, &authors[i]);
	}
	assert_string_equal(cite(ctx, &work, CITE_AMA), "Name JP, Name ÉM, "
	    "Name B, et al. Does it work? A Journal. 2020;5(2):10-19.");
	assert_string_equal(cite(ctx, &work, CITE_VANCOUVER), "Name JP, Name "
	    "ÉM, Name B, Name B, Name B, Name B, et al. Does it work? A "
	    "Journal. 2020;5(2):10-9.");
	work.authors.count = 2;
	work.doi = "10.1/x";
	assert_string_equal(cite(ctx, &work, CITE_APA), "Name, J.-P., & "
	    "Name, É. M. (2020). Does it work? A Journal, 5(2), 10\u201319. "
	    "https://doi.org/10.1/x");
	work.authors.count = 0;
	work.year = NULL;
	assert_string_equal(cite(ctx, &work, CITE_APA), "Does it work? "
	    "(n.d.). A Journal, 5(2), 10\u201319. https://doi.org/10.1/x");
}

/* Pages, names, quotation marks, months and languages as the manuals have them. */
static void
test_citations_of_odd_works(void **state)
{
	struct author author = { .family = "Roe", .given = "Maria de la Fe" };
	struct work work = { .type = "article", .title = "Of \"tape\"",
	    .year = "2016", .published = "2016-05", .container = "J",
	    .volume = "5", .pages = "E266-71" };

	(void)state;
	list_add(ctx, &work.authors, &author);
	list_add(ctx, &work.languages, (void *)(uintptr_t)"spa");
	assert_string_equal(cite(ctx, &work, CITE_AMA), "Roe MdlF. Of "
	    "\"tape.\" J. 2016;5:E266-E271.");
	assert_string_equal(cite(ctx, &work, CITE_VANCOUVER), "Roe MdlF. Of "
	    "\"tape.\" J. 2016 May;5:E266-71. Spanish.");
	assert_string_equal(cite(ctx, &work, CITE_CHICAGO), "Roe, Maria de la "
	    "Fe. 2016. \u201cOf \"tape.\"\u201d J 5 (May): E266\u201371.");
	work.pages = "2015-204";
	author.given = "Mikkel Ø";
	assert_string_equal(cite(ctx, &work, CITE_HARVARD), "Roe, M.Ø. (2016) "
	    "\u2018Of \"tape\"\u2019, J, 5, p. 2015-204.");
	work.pages = "1788; discussion 1791";
	author.given = "Maria de la Fe, Jr";
	assert_string_equal(cite(ctx, &work, CITE_HARVARD), "Roe, M. de la "
	    "F., Jr. (2016) \u2018Of \"tape\"\u2019, J, 5, pp. 1788; "
	    "discussion 1791.");
	work.volume = NULL;
	assert_string_equal(cite(ctx, &work, CITE_CHICAGO), "Roe, Maria de la "
	    "Fe, Jr. 2016. \u201cOf \"tape.\"\u201d J, May, 1788; "
	    "discussion 1791.");
}

/* Lists are sorted letter by letter, without accents, one author first. */
static void
test_reference_lists_are_sorted(void **state)
{
	static const struct author people[] = {
		{ .family = "Brown", .given = "Ann" },
		{ .family = "Browning", .given = "Bea" },
		{ .family = "Schäfer", .given = "Carl" },
		{ .family = "Schmidt", .given = "Dan" },
		{ .family = "Tønnesen", .given = "Eve" },
		{ .family = "Tuyumu", .given = "Fay" },
	};
	static const char *const order[] = { "Brown, A", "Brown, A",
		"Browning", "[An old title]", "The other title", "Schäfer",
		"Schmidt", "Tønnesen", "Tuyumu" };
	struct work works[9] = { { .title = "The other title" },
		{ .title = "[An old title]" } };
	struct list list = { .at = NULL }, made;
	size_t i, style;

	(void)state;
	for (i = 0; i < 6; i++)
		list_add(ctx, &works[i + 2].authors, (void *)(uintptr_t)
		    &people[5 - i]);
	list_add(ctx, &works[8].authors, (void *)(uintptr_t)&people[0]);
	list_add(ctx, &works[8].authors, (void *)(uintptr_t)&people[1]);
	for (i = 0; i < 9; i++) {
		works[i].type = "article";
		works[i].year = "2016";
		works[i].container = NULL;
		if (works[i].title == NULL)
			works[i].title = "Same";
		list_add(ctx, &list, &works[i]);
	}
	for (style = CITE_APA; style < CITE_STYLES; style++) {
		made = cite_list(ctx, &list, (enum cite_style)style);
		for (i = 0; i < made.count; i++)
			assert_ptr_equal(strstr(list_at(&made, i), order[i]),
			    (char *)list_at(&made, i) + (text_begins(list_at(
			    &made, i), "\u2018") || text_begins(list_at(&made,
			    i), "\u201c") ? 3 : 0));
	}
}

/* The page of a term says what was not studied in people. */
static void
test_terms_not_seen_in_people_say_so(void **state)
{
	struct list ids = library_ids(library, ctx, RECTYPE_TERM);
	struct search search = { .target = RECTYPE_WORK, .order = ORDER_LEVEL,
	    .limit = 1, .strict = true };
	struct address address = { .page = PAGE_RECORD, .kind = RECTYPE_TERM };
	const struct term *term;
	size_t i, told = 0;
	long all, people;
	char *text;
	bool said;

	(void)state;
	for (i = 0; i < ids.count; i++) {
		term = library_record(library, ctx, RECTYPE_TERM, ids.at[i]);
		address.id = ids.at[i];
		text = print(page_make(ctx, library, &address), 80, false);
		all = library_search(library, ctx, &search, mem_format(ctx,
		    "%s:%s", term->facet, term->id))->total;
		people = library_search(library, ctx, &search, mem_format(ctx,
		    "%s:%s subjects:human", term->facet, term->id))->total;
		said = strstr(text, "NOT STUDIED IN PEOPLE") != NULL ||
		    strstr(text, "NOT STUDIED IN ANYONE") != NULL;
		assert_int_equal(said, all > 0 && people == 0);
		told += said;
	}
	assert_true(told > 0);
}

/*
 * Pages contain the number of records that their query finds, so that no caller
 * searches again.
 */
static void
test_pages_know_how_many_they_found(void **state)
{
	static const struct {
		enum page	 page;
		enum rectype	 target;
		const char	*query;
	} cases[] = {
		{ PAGE_MAP, RECTYPE_WORK, "pain" },
		{ PAGE_MAP, RECTYPE_WORK, "year:1801" },
		{ PAGE_PLOT, RECTYPE_WORK, "pain" },
		{ PAGE_PLOT, RECTYPE_WORK, "year:1801" },
		{ PAGE_CLAIMS, RECTYPE_CLAIM, "" },
		{ PAGE_CLAIMS, RECTYPE_CLAIM, "verdict:supported kind:none" },
	};
	struct search search = { .order = ORDER_LEVEL };
	const struct result *result;
	struct address address;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		search.target = cases[i].target;
		address = (struct address){ .page = cases[i].page,
		    .query = cases[i].query };
		result = library_search(library, ctx, &search,
		    cases[i].query);
		assert_int_equal(page_make(ctx, library, &address)->found,
		    result->total);
		assert_true((result->total == 0) == (i % 2 == 1));
	}
	address = (struct address){ .page = PAGE_START };
	assert_int_equal(page_make(ctx, library, &address)->found, -1);
}

/* A text without spaces and newlines, for comparing. */
static char *
flat(const char *text)
{
	char *copy = mem_text(ctx, text), *to = copy;

	for (; *text != '\0'; text++)
		if (*text != ' ' && *text != '\n')
			*to++ = *text;
	*to = '\0';
	return copy;
}

static void
says(const char *page, const char *text)
{
	if (text != NULL && strstr(page, flat(text)) == NULL)
		fail_msg("the page does not say: %s", text);
}

/* Every number, direction and caution of a work is on its page. */
static void
check_work_page(const struct work *work, const char *page)
{
	const struct finding *finding;
	const struct appraisal *appraisal;
	size_t i;

	says(page, work->title);
	says(page, work->evidence_note);
	says(page, wording_level(ctx, work));
	says(page, work->level_reason);
	says(page, wording_caution(ctx, work));
	says(page, work->limitations);
	for (i = 0; i < work->unresolved.count; i++)
		says(page, work->unresolved.at[i]);
	for (i = 0; i < work->article_discrepancy.count; i++)
		says(page, work->article_discrepancy.at[i]);
	for (i = 0; i < work->appraisals.count; i++) {
		appraisal = work->appraisals.at[i];
		says(page, appraisal->score);
	}
	for (i = 0; i < work->findings.count; i++) {
		finding = work->findings.at[i];
		says(page, finding->statement);
		says(page, wording_finding(ctx, library, work, finding));
		says(page, finding->p);
		if (finding->estimate == NULL)
			continue;
		says(page, finding->estimate->value);
		says(page, finding->estimate->ci_low);
		says(page, finding->estimate->ci_high);
		says(page, finding->estimate->p);
		says(page, finding->estimate->caution);
	}
}

/* "Favours" needs two sides; a cohort or a single group has only one. */
static void
test_favours_needs_a_treatment_and_a_comparison(void **state)
{
	struct estimate e = { .type = "MD", .value = "2", .favours = "lower" };
	struct finding finding = { .direction = "no-difference",
	    .estimate = &e };
	struct work work = { .id = "a-2001" };

	(void)state;
	assert_string_equal(wording_side(ctx, &work, &finding),
	    "lower is better");
	list_add(ctx, &work.techniques, mem_text(ctx, "tea"));
	assert_string_equal(wording_side(ctx, &work, &finding),
	    "lower favours the treatment studied");
	e.type = "within-arm mean change";
	assert_string_equal(wording_side(ctx, &work, &finding),
	    "lower is better");
}

/* "No control group" is not said of a trial with a control group. */
static void
test_within_controlled_trials_lacks_the_comparison(void **state)
{
	struct finding finding = { .direction = "improved-no-control" };
	struct work work = { .id = "a-2001" };

	(void)state;
	assert_string_equal(wording_finding(ctx, library, &work, &finding),
	    "improved from baseline, no control group");
	list_add(ctx, &work.comparators, mem_text(ctx, "water"));
	assert_string_equal(wording_finding(ctx, library, &work, &finding),
	    "improved from baseline, no comparison reported");
}

static void
test_page_of_every_work_says_all_that_is_known(void **state)
{
	struct list ids = library_ids(library, ctx, RECTYPE_WORK);
	struct address address = { .page = PAGE_RECORD, .kind = RECTYPE_WORK };
	struct doc *doc;
	size_t i;

	(void)state;
	assert_true(ids.count > 100);
	for (i = 0; i < ids.count; i++) {
		address.id = ids.at[i];
		doc = page_make(ctx, library, &address);
		check_work_page(library_record(library, doc, RECTYPE_WORK,
		    ids.at[i]), flat(print(doc, 100, false)));
		mem_free(doc);
	}
}

static void
test_page_of_every_claim_says_verdict_and_bearings(void **state)
{
	struct list ids = library_ids(library, ctx, RECTYPE_CLAIM);
	struct address address = { .page = PAGE_RECORD, .kind = RECTYPE_CLAIM };
	const struct proposition *proposition;
	const struct bearing *bearing;
	const struct claim *claim;
	struct doc *doc;
	char *page;
	size_t i, j;

	(void)state;
	for (i = 0; i < ids.count; i++) {
		address.id = ids.at[i];
		doc = page_make(ctx, library, &address);
		page = flat(print(doc, 100, false));
		claim = library_record(library, doc, RECTYPE_CLAIM, ids.at[i]);
		proposition = library_record(library, doc, RECTYPE_PROPOSITION,
		    claim->group);
		says(page, claim->statement);
		says(page, proposition->verdict);
		says(page, proposition->verdict_reason);
		for (j = 0; j < claim->support.count; j++) {
			bearing = claim->support.at[j];
			says(page, bearing->why);
			says(page, wording_bears(library_record(library, doc,
			    RECTYPE_WORK, bearing->work), bearing->bears));
		}
		for (j = 0; j < claim->related.count; j++) {
			bearing = claim->related.at[j];
			says(page, bearing->why);
		}
		mem_free(doc);
	}
}

static void
test_pages_of_all_other_kinds_exist(void **state)
{
	static const enum rectype kinds[] = { RECTYPE_ABOUT, RECTYPE_ARTICLE,
	    RECTYPE_TERM, RECTYPE_PROPOSITION, RECTYPE_TRIAL_LIST, RECTYPE_ENTRY,
	    RECTYPE_TOUR };
	struct address address = { .page = PAGE_RECORD };
	struct list ids;
	struct doc *doc;
	size_t i, j;

	(void)state;
	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		address.kind = kinds[i];
		ids = library_ids(library, ctx, kinds[i]);
		assert_true(ids.count > 0);
		for (j = 0; j < ids.count; j++) {
			address.id = ids.at[j];
			doc = page_make(ctx, library, &address);
			assert_non_null(doc);
			assert_true(strlen(print(doc, 80, true)) > 40);
			mem_free(doc);
		}
	}
	address.id = "no-such-id";
	assert_null(page_make(ctx, library, &address));
}

static void
test_animal_studies_say_so_first(void **state)
{
	const struct address address = { .page = PAGE_RECORD,
	    .kind = RECTYPE_WORK, .id = "gehlsen-1999" };
	char *page = print(page_make(ctx, library, &address), 80, false);

	(void)state;
	assert_non_null(strstr(page, "ANIMALS, NOT PEOPLE"));
	assert_true(strstr(page, "ANIMALS, NOT PEOPLE") < strstr(page,
	    "Findings"));
}

static void
test_ascii_output_is_ascii(void **state)
{
	struct list ids = library_ids(library, ctx, RECTYPE_WORK);
	struct address address = { .page = PAGE_RECORD, .kind = RECTYPE_WORK };
	const char *p;
	size_t i;

	(void)state;
	for (i = 0; i < ids.count; i++) {
		address.id = ids.at[i];
		for (p = print(page_make(ctx, library, &address), 80, true);
		    *p != '\0'; p++)
			assert_true((unsigned char)*p < 0x7F);
	}
}

static void
test_surface_keeps_wide_characters_whole(void **state)
{
	struct surface *surface = surface_new(ctx, 2, 6);

	(void)state;
	assert_int_equal(surface_text(surface, 0, 0, 6, ROLE_TEXT, "手技ab"),
	    6);
	assert_int_equal(surface_cell(surface, 0, 0)->width, 2);
	assert_int_equal(surface_cell(surface, 0, 1)->width, 0);
	/*
	 * If half of a wide character is overwritten, the other half
	 * disappears.
	 */
	(void)surface_text(surface, 0, 1, 1, ROLE_TEXT, "x");
	assert_string_equal(surface_dump(ctx, surface), " x技ab\n\n");
	/* Text that does not fit ends in an ellipsis. */
	(void)surface_text(surface, 1, 2, 6, ROLE_HIT, "手技療法");
	assert_string_equal(surface_dump(ctx, surface), " x技ab\n  手…\n");
	assert_string_equal(surface_dump_roles(ctx, surface),
	    "......\n..FFF.\n");
}

static void
test_surface_joins_marks_to_their_characters(void **state)
{
	struct surface *surface = surface_new(ctx, 1, 4);

	(void)state;
	(void)surface_text(surface, 0, 0, 4, ROLE_TEXT, "e\xCC\x81" "a");
	assert_string_equal(surface_cell(surface, 0, 0)->text,
	    "e\xCC\x81");
	assert_string_equal(surface_cell(surface, 0, 1)->text, "a");
}

static void
test_surface_ignores_what_lies_outside(void **state)
{
	struct surface *surface = surface_new(ctx, 1, 1);

	(void)state;
	assert_int_equal(surface_text(surface, 5, 0, 9, ROLE_TEXT, "x"), 0);
	assert_int_equal(surface_text(surface, 0, 5, 9, ROLE_TEXT, "x"), 0);
	surface_rule(surface, 7);
	surface_cursor(surface, 99, 99);
	assert_int_equal(surface->cursor_row, 0);
}

static void
test_snapshots_go_there_and_back(void **state)
{
	struct snapshot *now = snapshot_take(ctx, library), *old;
	struct snapshot_entry *entry;
	const struct change *change;
	const struct fact_change *fact;
	struct list changes;
	char *text, *cut;
	size_t i;

	(void)state;
	now->date = "2026-01-02";
	now->stamp = "1";
	text = snapshot_print(ctx, now);
	old = snapshot_read(ctx, text);
	assert_non_null(old);
	assert_string_equal(old->date, "2026-01-02");
	assert_string_equal(old->title, library_title(library));
	assert_int_equal(old->entries.count, now->entries.count);
	assert_int_equal(changes_between(ctx, old, now).count, 0);
	assert_null(snapshot_read(ctx, ""));
	assert_null(snapshot_read(ctx, "strigil-snapshot 2\n"));
	assert_true(snapshot_has_stamp(text, "1"));
	assert_false(snapshot_has_stamp(text, "2"));
	assert_false(snapshot_has_stamp("", "1"));
	for (i = 1; i < 50; i++) {
		cut = mem_text_n(ctx, text, strlen(text) * i / 50);
		assert_null(snapshot_read(ctx, cut));
		assert_false(snapshot_has_stamp(cut, "1"));
	}
	cut = mem_text_n(ctx, text, strlen(text) - 1);
	assert_null(snapshot_read(ctx, cut));
	assert_false(snapshot_has_stamp(cut, "1"));
	strrchr(cut, '\n')[1] = '\0';
	assert_null(snapshot_read(ctx, cut));
	assert_false(snapshot_has_stamp(cut, "1"));
	assert_null(snapshot_read(ctx, "strigil-snapshot 2\td\ts\tT\t\t1\n"
	    "x\t\t0\tN\tDOI\t10.5555/1\n"));

	entry = list_at(&old->entries, old->entries.count - 1);
	assert_string_equal(entry->facts.count == 0 ? "" : ((struct fact *)
	    list_at(&entry->facts, 0))->what, "Level");
	((struct fact *)list_at(&entry->facts, 0))->value = "none";
	entry->hash++;
	changes = changes_between(ctx, old, now);
	assert_int_equal(changes.count, 1);
	change = list_at(&changes, 0);
	assert_int_equal(change->kind, CHANGE_FACTS);
	assert_string_equal(change->address, entry->address);
	fact = list_at(&change->facts, 0);
	assert_string_equal(fact->before, "none");
	old->entries.count--;
	changes = changes_between(ctx, old, now);
	assert_int_equal(((struct change *)list_at(&changes, 0))->kind,
	    CHANGE_ADDED);
	changes = changes_between(ctx, now, old);
	assert_int_equal(((struct change *)list_at(&changes, 0))->kind,
	    CHANGE_REMOVED);
}

static void
test_addresses_go_there_and_back(void **state)
{
	static const char *const texts[] = { "work/crothers-2016",
	    "claim/stem-cells-002", "term/pain", "search",
	    "search?q=tennis+elbow", "search?q=year:2010..2020+%26", "help",
	    "help/keys", "start", "glossary", "safety?q=technique:graston",
	    "map?rows=mechanism&columns=outcome&sort=name&depth=top&q=pain",
	    "plot?kind=forest&q=id:tang-2024", "claims?q=verdict:mixed",
	    "terms?facet=mechanism&q=stem", "compare?works=a-1,b-2",
	    "term/pain?subjects=animal", "tour/judging", "entry/smd" };
	struct address address;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		assert_true(address_parse(ctx, texts[i], &address));
		assert_string_equal(address_print(ctx, &address), texts[i]);
	}
	assert_false(address_parse(ctx, "nothing/x", &address));
	assert_false(address_parse(ctx, "", &address));
}

/* The blocks of memory of the page of a claim that cites `n` works. */
static size_t
blocks_of_claim(size_t n)
{
	const struct address address = { .page = PAGE_RECORD,
	    .kind = RECTYPE_CLAIM, .id = "c" };
	struct buf text = { .data = NULL }, cites = { .data = NULL };
	struct library *made_up;
	struct doc *doc;
	size_t i, blocks;

	buf_text(ctx, &text, "<bibliography xmlns=\"urn:strigil:bibliography:2"
	    "\"><article id=\"x\"><label>X</label><description>D"
	    "</description></article>");
	for (i = 0; i < n; i++) {
		buf_format(ctx, &text, "<work id=\"w%zu\" type=\"article\">"
		    "<title>T</title><design>cohort</design></work>", i);
		buf_format(ctx, &cites, "<cites work=\"w%zu\" tie=\"cited\" "
		    "bears=\"%s\">Why</cites>", i, i < n / 2 ?
		    "contradicts" : "supports");
	}
	buf_format(ctx, &text, "<claim id=\"c\" article=\"x\" kind=\"outcome\""
	    " hedge=\"asserted\"><statement>S</statement>%s</claim>"
	    "<proposition id=\"p\" verdict=\"mixed\" verdict-on=\"whether it "
	    "helps\"><statement>S</statement><reason>R</reason>"
	    "<member>c</member></proposition></bibliography>", buf_string(&cites));
	made_up = open_library(NULL, scratch_file(ctx, mem_format(ctx,
	    "cites-%zu.xml", n), text.data));
	doc = page_make(ctx, made_up, &address);
	assert_non_null(strstr(print(doc, 80, false), mem_format(ctx,
	    "%zu supports", n / 2)));
	blocks = talloc_total_blocks(doc);
	mem_free(doc);
	mem_free(made_up);
	return blocks;
}

/* Each cited work is loaded a fixed number of times, however many there are. */
static void
test_page_of_a_claim_grows_with_its_works(void **state)
{
	(void)state;
	assert_in_range(blocks_of_claim(80), 1, 5 * blocks_of_claim(20));
}

/* Links in a table laid out as prose remain valid after the layout. */
static void
test_links_of_prose_tables_stay(void **state)
{
	static const char *const addresses[] = { "work/a", "work/c", "term/b" };
	const struct layout_options options = { .width = 76, .screen = true };
	struct doc *doc = doc_new(NULL, "doses");
	struct table *table = doc_table(doc, TABLE_PROSE);
	const struct layout *layout;
	struct table_row *row;
	size_t i;

	(void)state;
	table_head(table, "Arm", "arm", addresses[1]);
	row = table_row(table, 0);
	block_link(row->head, addresses[0], "First");
	block_link(table_cell(row), addresses[2], "Second");
	layout = layout_make(doc, doc, &options);
	assert_int_equal(layout->anchors.count, 3);
	for (i = 0; i < 3; i++)
		assert_string_equal(layout_anchor(layout, i + 1)->address,
		    addresses[i]);
	mem_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages_know_how_many_they_found),
		cmocka_unit_test(test_layout_wraps_spans_and_keeps_their_links),
		cmocka_unit_test(test_layout_uses_the_columns_there_are),
		cmocka_unit_test(test_layout_puts_labels_into_a_column),
		cmocka_unit_test(test_layout_draws_grids),
		cmocka_unit_test(test_layout_cuts_no_word_over_a_column),
		cmocka_unit_test(test_layout_scrolls_grids),
		cmocka_unit_test(test_layout_sets_text_in_columns_or_below),
		cmocka_unit_test(
		    test_layout_speaks_where_a_drawing_has_no_room),
		cmocka_unit_test(
		    test_layout_exceeds_its_width_with_addresses_only),
		cmocka_unit_test(
		    test_favours_needs_a_treatment_and_a_comparison),
		cmocka_unit_test(
		    test_within_controlled_trials_lacks_the_comparison),
		cmocka_unit_test(
		    test_page_of_every_work_says_all_that_is_known),
		cmocka_unit_test(
		    test_page_of_every_claim_says_verdict_and_bearings),
		cmocka_unit_test(test_pages_of_all_other_kinds_exist),
		cmocka_unit_test(test_animal_studies_say_so_first),
		cmocka_unit_test(test_citations_follow_their_styles),
		cmocka_unit_test(test_citations_of_odd_works),
		cmocka_unit_test(test_reference_lists_are_sorted),
		cmocka_unit_test(test_terms_not_seen_in_people_say_so),
		cmocka_unit_test(test_ascii_output_is_ascii),
		cmocka_unit_test(test_surface_keeps_wide_characters_whole),
		cmocka_unit_test(test_surface_joins_marks_to_their_characters),
		cmocka_unit_test(test_surface_ignores_what_lies_outside),
		cmocka_unit_test(test_snapshots_go_there_and_back),
		cmocka_unit_test(test_addresses_go_there_and_back),
		cmocka_unit_test(test_links_of_prose_tables_stay),
		cmocka_unit_test(test_page_of_a_claim_grows_with_its_works),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	library = open_library(ctx, NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
