/* Printers: every page in every format, without any loss. */
#include "support.h"

#include <ctype.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "page/makers.h"
#include "page/page.h"
#include "export/export.h"
#include "page/wording.h"

static void *ctx;
static struct library *library;

static const struct print_options options = { .width = 80 };

/* What some format writes for one character, or for none. */
static const struct {
	const char	*written;
	const char	*meant;
} marks[] = {
	{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" },
	{ "\\fB", "" }, { "\\fR", "" }, { "\\fI", "" },
	 { "\\&", "" }, { "\\e", "\\" },
	{ "\\(bu", "" }, { "**", "" },
};

/* The letters and digits of a text, without HTML tags and Markdown links. */
static char *
letters(const void *owner, const char *text, bool html)
{
	struct buf out = { .data = NULL };
	size_t i;

	while (*text != '\0') {
		if (html && *text == '<') {
			text += strcspn(text, ">") + 1;
			continue;
		}
		if (text_begins(text, "](<")) {
			text += strcspn(text, ">") + 2;
			continue;
		}
		for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
			if (text_begins(text, marks[i].written))
				break;
		if (i < sizeof(marks) / sizeof(marks[0])) {
			text += strlen(marks[i].written);
			continue;
		}
		if (isalnum((unsigned char)*text) ||
		    (unsigned char)*text >= 0x80)
			buf_add(owner, &out, text, 1);
		text++;
	}
	return out.data != NULL ? out.data : mem_text(owner, "");
}

static void
check_words(const void *scratch, const char *words, const struct doc *doc,
    const struct format *printer, const char *all)
{
	char *part = letters(scratch, words, false);

	if (strstr(all, part) == NULL)
		fail_msg("%s as %s lacks: %s", doc->address, printer->name,
		    part);
}

/* Where the output is read aloud, a drawing is replaced by its text. */
static void
check_part(const void *scratch, const struct block *block,
    const struct doc *doc, const struct format *printer, const char *all)
{
	bool linear = text_same(printer->name, "linear");

	check_words(scratch, block_plain(scratch, linear && block->spoken !=
	    NULL ? block->spoken : block), doc, printer, all);
}

/*
 * Checks each cell, its column and, unless grids of text cut it, the heading of
 * its row.
 */
static void
check_table(const void *scratch, const struct table *table,
    const struct doc *doc, const struct format *printer, const char *all)
{
	bool lines = text_same(printer->name, "text") || text_same(
	    printer->name, "man");
	const struct table_row *row;
	const struct block *cell;
	size_t i, j;

	for (i = 0; i < table->rows.count; i++) {
		row = table->rows.at[i];
		if (!lines)
			check_part(scratch, row->head, doc, printer, all);
		for (j = 0; j < row->cells.count; j++) {
			cell = row->cells.at[j];
			if (table->kind != TABLE_PROSE || !lines)
				check_part(scratch, cell, doc, printer, all);
		}
	}
	for (j = 0; !lines && j < table->heads.count; j++)
		if (!text_same(printer->name, "linear"))
			check_words(scratch, ((const struct table_head *)
			    table->heads.at[j])->label, doc, printer, all);
}

static void
check_whole(const struct doc *doc, const struct format *printer,
    const char *text)
{
	void *scratch = mem_context(NULL);
	bool html = text_same(printer->name, "html");
	char *all = letters(scratch, text, html);
	const struct block *block;
	size_t i;

	for (i = 0; i < doc->blocks.count; i++) {
		block = doc->blocks.at[i];
		if (block->screen || (text_same(printer->name, "linear") &&
		    block->spoken != NULL && block->spoken->spans.count == 0))
			continue;
		if (block->kind == BLOCK_TABLE)
			check_table(scratch, block->table, doc, printer, all);
		else
			check_part(scratch, block, doc, printer, all);
		if (block->label != NULL)
			check_words(scratch, block->label, doc, printer, all);
	}
	mem_free(scratch);
}

/*
 * Box-drawing and block characters (U+2500 to U+25FF) are e2 94 xx to e2 97 xx
 * in UTF-8.
 */
static bool
is_drawing(const char *line)
{
	const unsigned char *at = (const unsigned char *)line;

	for (; *at != '\0'; at++)
		if (at[0] == 0xe2 && at[1] >= 0x94 && at[1] <= 0x97)
			return true;
	return false;
}

/*
 * Output that is read aloud has no columns and no drawings; text keeps its
 * width.
 */
static void
check_lines(const struct format *printer, const char *text)
{
	bool linear = text_same(printer->name, "linear");
	void *scratch = mem_context(NULL);
	char *line;

	if (!linear && !text_same(printer->name, "text")) {
		mem_free(scratch);
		return;
	}
	while ((line = next_line(scratch, &text)) != NULL) {
		if (strchr(line, '/') == NULL)
			assert_true(text_width(line) <= options.width);
		if (linear) {
			assert_null(strstr(line, "  "));
			assert_false(*line == ' ');
			assert_null(strstr(line, "--"));
			assert_false(is_drawing(line));
		}
	}
	mem_free(scratch);
}

static void
check_doc(struct doc *doc)
{
	struct list docs = { .at = NULL };
	char *text;
	size_t i;

	assert_non_null(doc);
	list_add(doc, &docs, doc);
	for (i = 0; i < formats_count; i++) {
		if (formats[i].pages == NULL)
			continue;
		text = formats[i].pages(doc, &docs, &options);
		check_whole(doc, &formats[i], text);
		check_lines(&formats[i], text);
	}
	mem_free(doc);
}

static void
check_kind(enum rectype kind)
{
	void *scratch = mem_context(NULL);
	struct list ids = library_ids(library, scratch, kind);
	struct address address = { .page = PAGE_RECORD, .kind = kind };
	size_t i;

	assert_true(ids.count > 0);
	for (i = 0; i < ids.count; i++) {
		address.id = ids.at[i];
		check_doc(page_make(scratch, library, &address));
	}
	mem_free(scratch);
}

static void
test_printers_lose_nothing_of_works(void **state)
{
	(void)state;
	check_kind(RECTYPE_WORK);
}

static void
test_printers_lose_nothing_of_claims(void **state)
{
	(void)state;
	check_kind(RECTYPE_CLAIM);
	check_kind(RECTYPE_PROPOSITION);
}

static void
test_printers_lose_nothing_of_terms_and_the_rest(void **state)
{
	(void)state;
	check_kind(RECTYPE_TERM);
	check_kind(RECTYPE_ARTICLE);
	check_kind(RECTYPE_TRIAL_LIST);
	check_kind(RECTYPE_ABOUT);
	check_kind(RECTYPE_ENTRY);
	check_kind(RECTYPE_TOUR);
}

static void
test_printers_lose_nothing_of_other_pages(void **state)
{
	static const char *const pages[] = { "start", "glossary", "safety",
	    "safety?q=technique:iastm", "claims", "claims?q=pain", "terms",
	    "terms?facet=mechanism", "facets?q=pain", "search?q=elbow",
	    "compare?works=seffrin-2019,disabil-rehabil-2022,tang-2025",
	    "term/stem-cell-response?subjects=animal" };
	struct address address;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		assert_true(library_resolve(library, ctx, pages[i],
		    &address));
		check_doc(page_make(ctx, library, &address));
	}
}

static void
test_printers_lose_nothing_of_maps(void **state)
{
	struct address address = { .page = PAGE_MAP, .query = "pain" };

	(void)state;
	check_doc(page_map(ctx, library, &address));
	address.columns = "subjects";
	check_doc(page_map(ctx, library, &address));
}

/* Every estimate of the works is printed, with its caution. */
static void
test_printers_lose_nothing_of_plots(void **state)
{
	struct address address = { .page = PAGE_PLOT, .query = "" };
	struct list ids = library_ids(library, ctx, RECTYPE_WORK), docs = {
	    .at = NULL };
	const struct finding *finding;
	const struct estimate *e;
	const struct work *work;
	struct doc *doc = page_plot(ctx, library, &address);
	char *all;
	size_t i, j;

	(void)state;
	list_add(doc, &docs, doc);
	all = letters(ctx, print_linear(ctx, &docs, &options), false);
	for (i = 0; i < ids.count; i++) {
		work = library_record(library, ctx, RECTYPE_WORK, ids.at[i]);
		for (j = 0; j < work->findings.count; j++) {
			finding = work->findings.at[j];
			e = finding->estimate;
			if (e == NULL)
				continue;
			assert_non_null(strstr(all, letters(ctx,
			    wording_estimate(ctx, work,
			    finding), false)));
			if (e->caution != NULL)
				assert_non_null(strstr(all, letters(ctx,
				    e->caution, false)));
		}
	}
	check_doc(doc);
}

/* Links lead only to pages in the same file. */
static void
test_html_links_stay_in_the_file(void **state)
{
	struct address work = { .page = PAGE_RECORD, .kind = RECTYPE_WORK,
	    .id = "crothers-2016" };
	struct address term = { .page = PAGE_RECORD, .kind = RECTYPE_TERM,
	    .id = "pain" };
	struct list docs = { .at = NULL };
	char *text;

	(void)state;
	list_add(ctx, &docs, page_make(ctx, library, &work));
	text = print_html(ctx, &docs, &options);
	assert_null(strstr(text, "href=\"#term/pain\""));
	assert_non_null(strstr(text, "id=\"work/crothers-2016\""));
	assert_non_null(strstr(text, "href=\"https://doi.org/"));
	list_add(ctx, &docs, page_make(ctx, library, &term));
	text = print_html(ctx, &docs, &options);
	assert_non_null(strstr(text, "href=\"#term/pain\""));
	assert_null(strstr(text, "<script"));
}

static int
use_bundled(void **state)
{
	library = open_bundled(ctx, *state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ON_BOTH(test_printers_lose_nothing_of_works, use_bundled),
		ON_BOTH(test_printers_lose_nothing_of_claims, use_bundled),
		ON_BOTH(test_printers_lose_nothing_of_terms_and_the_rest,
		    use_bundled),
		ON("iastm", test_printers_lose_nothing_of_other_pages,
		    use_bundled),
		ON_BOTH(test_printers_lose_nothing_of_maps, use_bundled),
		ON_BOTH(test_printers_lose_nothing_of_plots, use_bundled),
		ON("iastm", test_html_links_stay_in_the_file, use_bundled),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
