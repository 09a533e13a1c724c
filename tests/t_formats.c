/* Formats: the guard, strigil XML, PubMed and MEDLINE, MODS, places. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>
#include <uchar.h>
#include <unistd.h>

#include <zlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "import/guard.h"
#include "import/read.h"
#include "record/work_status.h"

static void *ctx;

/* What was read: works as JSON text, and diagnostics as lines. */
struct got {
	struct list	works;		/* struct work */
	struct list	kinds;		/* names of all records */
	struct buf	problems;
	size_t		bad;
};

static void
on_record(void *user, struct found *found)
{
	struct got *got = user;

	got->bad += found->bad;
	list_add(ctx, &got->kinds, mem_text(ctx, rectype_name(found->kind)));
	if (found->kind == RECTYPE_WORK)
		list_add(ctx, &got->works, mem_move(ctx, found->record));
	mem_free(found);
}

static void
on_problem(void *user, const struct diag *diag)
{
	struct got *got = user;

	buf_format(ctx, &got->problems, "%zu:%zu %s\n", diag->place.line,
	    diag->place.column, diag->text);
}

static struct got
read_path(const char *path, bool *whole)
{
	struct got got = { .bad = 0 };
	const struct read_handler handler = { .record = on_record,
	    .user = &got };
	struct diag_sink sink = { on_problem, &got, 0, 0 };
	struct err err = ERR_INIT;

	if (!read_file(path, "file", NULL, &handler, &sink, whole, &err))
		fail_msg("%s", err.text);
	return got;
}

static struct got
read_text(const char *text)
{
	bool whole;

	return read_path(scratch_file(ctx, "sample.xml", text), &whole);
}

#define HEAD	"<bibliography xmlns=\"urn:strigil:bibliography:2\">\n"
#define TAIL	"</bibliography>\n"
#define PUBMED	"<PubmedArticleSet><PubmedArticle><MedlineCitation>"
#define DEMBUP	"</MedlineCitation></PubmedArticle></PubmedArticleSet>"

static const struct work *
only_work(const struct got *got)
{
	assert_int_equal(got->works.count, 1);
	return got->works.at[0];
}

static void
test_guard_counts_lines_and_columns_in_characters(void **state)
{
	struct guard guard;
	struct guard_tag tag;
	const char *text = "<a>\n  \xC3\xBC<b x='>'/>\n</a>";

	(void)state;
	guard_init(&guard, ctx);
	assert_null(guard_head(&guard, text, strlen(text)));
	assert_null(guard_feed(&guard, text, 7));
	assert_null(guard_feed(&guard, text + 7, strlen(text) - 7));
	tag = guard_next_tag(&guard);
	assert_int_equal(tag.line, 1);
	assert_int_equal(tag.column, 1);
	tag = guard_next_tag(&guard);
	assert_int_equal(tag.line, 2);
	assert_int_equal(tag.column, 4);
}

static void
test_reader_resolves_ampersands_in_attributes(void **state)
{
	struct got got = read_text(HEAD "<work id=\"a-2000\" type=\"article\">"
	    "<title>T</title><author family=\"A &amp; B &#38;#38; &lt;C&gt;\"/>"
	    "<design>cohort</design></work>\n" TAIL);
	const struct author *author = only_work(&got)->authors.at[0];

	(void)state;
	assert_string_equal(author->family, "A & B &#38; <C>");
	assert_int_equal(got.problems.len, 0);
}

static void
test_reader_reports_all_problems_with_places(void **state)
{
	struct got got = read_text(HEAD
	    " <work id=\"a-2000\" type=\"artikel\">\n"
	    "  <titel>T</titel>\n"
	    "  <design>cohort</design>\n"
	    "  <issued>20x</issued>\n"
	    " </work>\n" TAIL);

	(void)state;
	assert_string_equal(got.problems.data,
	    "2:2 type 'artikel' is not article, book, chapter, thesis, "
	    "report, conference, guideline, preprint, registration or "
	    "web-page; did you mean 'article'?\n"
	    "3:3 <work> does not take <titel>: write <title>...</title> if "
	    "you mean that, or remove it\n"
	    "5:3 issued '20x' is not a year of four digits\n");
	assert_int_equal(got.bad, 1);
}

static void
test_reader_goes_on_after_a_bad_record(void **state)
{
	struct got got = read_text(HEAD
	    "<work id=\"A\" type=\"article\"><title>T</title>"
	    "<design>cohort</design></work>\n"
	    "<work id=\"b-2001\" type=\"article\"><title>U</title>"
	    "<design>cohort</design></work>\n" TAIL);

	(void)state;
	assert_int_equal(got.works.count, 2);
	assert_int_equal(got.bad, 1);
}

static void
test_lines_beyond_65535_are_right(void **state)
{
	struct buf text = { .data = NULL };
	struct got got;
	int i;

	(void)state;
	buf_text(ctx, &text, HEAD);
	for (i = 0; i < 70000; i++)
		buf_text(ctx, &text, "\n");
	buf_text(ctx, &text, "<work/>\n<a></b>");
	got = read_text(text.data);
	assert_non_null(strstr(got.problems.data, "70002:1 <work> lacks"));
	assert_non_null(strstr(got.problems.data, "70003:"));
}

static void
test_pubmed_keeps_the_whole_abstract(void **state)
{
	struct got got = read_text(PUBMED "<PMID Version=\"1\">1</PMID>"
	    "<Article><ArticleTitle>Effect of CO<sub>2</sub> and <i>H<sub>2"
	    "</sub>O</i> on <b>TNF</b>-alpha &lt;0.05.</ArticleTitle>"
	    "<Abstract><AbstractText Label=\"AIMS &amp; METHODS\">One "
	    "<i>P</i>&lt;0.05.</AbstractText><AbstractText Label=\"RESULTS\">"
	    "Two.</AbstractText><AbstractText>Three &#xB1; four."
	    "</AbstractText></Abstract></Article>"
	    "<CommentsCorrectionsList><CommentsCorrections "
	    "RefType=\"ErratumIn\"><PMID>2</PMID></CommentsCorrections>"
	    "</CommentsCorrectionsList>" DEMBUP);
	const struct work *work = only_work(&got);
	const struct abstract_section *section;
	const struct notice *notice;

	(void)state;
	assert_string_equal(work->id, "pmid-1");
	assert_string_equal(work->pmid, "1");
	assert_string_equal(work->title,
	    "Effect of CO2 and H2O on TNF-alpha <0.05");
	assert_int_equal(work->abstract.count, 3);
	section = work->abstract.at[0];
	assert_string_equal(section->label, "AIMS & METHODS");
	assert_string_equal(section->text, "One P<0.05.");
	section = work->abstract.at[2];
	assert_null(section->label);
	assert_string_equal(section->text, "Three ± four.");
	notice = work->notices.at[0];
	assert_string_equal(notice->kind, "erratum");
	assert_string_equal(work->imported, "PubMed");
}

static void
test_pubmed_years_dois_designs_and_groups(void **state)
{
	struct got got = read_text(PUBMED "<PMID>7</PMID><Article><Journal>"
	    "<JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan"
	    "</MedlineDate></PubDate></JournalIssue><Title>J</Title></Journal>"
	    "<ArticleTitle>[Title].</ArticleTitle><ELocationID "
	    "EIdType=\"pii\">S1</ELocationID><ELocationID EIdType=\"doi\" "
	    "ValidYN=\"Y\">10.1234/x</ELocationID><AuthorList><Author>"
	    "<CollectiveName>The Group</CollectiveName></Author></AuthorList>"
	    "<PublicationTypeList><PublicationType>Journal Article"
	    "</PublicationType><PublicationType>Randomized Controlled Trial"
	    "</PublicationType><PublicationType>Letter</PublicationType>"
	    "</PublicationTypeList></Article><MeshHeadingList><MeshHeading>"
	    "<DescriptorName>Humans</DescriptorName></MeshHeading>"
	    "<MeshHeading><DescriptorName>Massage</DescriptorName>"
	    "<QualifierName>methods</QualifierName></MeshHeading>"
	    "</MeshHeadingList>" DEMBUP);
	const struct work *work = only_work(&got);
	const struct author *author = work->authors.at[0];

	(void)state;
	assert_string_equal(work->year, "1998");
	assert_string_equal(work->doi, "10.1234/x");
	assert_string_equal(work->link, "https://doi.org/10.1234/x");
	assert_string_equal(author->family, "The Group");
	assert_string_equal(work->design, "randomised-controlled-trial");
	assert_string_equal(work->subjects, "human");
	assert_string_equal(work->level, "2");
	assert_string_equal(work->headings.at[1], "Massage/methods");
	assert_string_equal(work->title, "[Title]");
}

static void
test_medline_records_stand_under_the_root(void **state)
{
	struct got got = read_text("<MedlineCitationSet><MedlineCitation>"
	    "<PMID>5</PMID><Article><ArticleTitle>T</ArticleTitle></Article>"
	    "</MedlineCitation><MedlineCitation><PMID>6</PMID><Article>"
	    "<ArticleTitle/><VernacularTitle>Titel</VernacularTitle>"
	    "</Article></MedlineCitation></MedlineCitationSet>");
	const struct work *second;

	(void)state;
	assert_int_equal(got.works.count, 2);
	second = got.works.at[1];
	assert_string_equal(second->title, "Titel");
}

static void
test_mods_is_read(void **state)
{
	struct got got = read_text("<modsCollection "
	    "xmlns=\"http://www.loc.gov/mods/v3\"><mods ID=\"Smith2010\">"
	    "<titleInfo><title>A title</title><subTitle>and more</subTitle>"
	    "</titleInfo><name><namePart type=\"given\">Ann</namePart>"
	    "<namePart type=\"family\">Smith</namePart></name>"
	    "<originInfo><dateIssued>2010-05</dateIssued></originInfo>"
	    "<relatedItem type=\"host\"><titleInfo><title>Journal</title>"
	    "</titleInfo><part><detail type=\"volume\"><number>3</number>"
	    "</detail><extent unit=\"page\"><start>1</start><end>9</end>"
	    "</extent></part></relatedItem><identifier type=\"doi\">10.1234/y"
	    "</identifier><location><url>javascript:alert(1)</url></location>"
	    "</mods></modsCollection>");
	const struct work *work = only_work(&got);

	(void)state;
	assert_string_equal(work->id, "smith2010");
	assert_string_equal(work->title, "A title: and more");
	assert_string_equal(work->container, "Journal");
	assert_string_equal(work->volume, "3");
	assert_string_equal(work->pages, "1-9");
	assert_string_equal(work->year, "2010");
	assert_string_equal(work->link, "https://doi.org/10.1234/y");
}

static void
test_mods_genre_precedes_that_of_its_host(void **state)
{
	struct got got = read_text("<modsCollection "
	    "xmlns=\"http://www.loc.gov/mods/v3\"><mods><relatedItem "
	    "type=\"host\"><genre>collection</genre></relatedItem>"
	    "<titleInfo><title>A</title></titleInfo><genre>thesis</genre>"
	    "</mods><mods><relatedItem type=\"host\"><genre>collection</genre>"
	    "</relatedItem><titleInfo><title>B</title></titleInfo></mods>"
	    "<mods><titleInfo><title>C</title></titleInfo></mods>"
	    "</modsCollection>");

	(void)state;
	assert_int_equal(got.works.count, 3);
	assert_string_equal(((struct work *)got.works.at[0])->type, "thesis");
	assert_string_equal(((struct work *)got.works.at[1])->type, "chapter");
	assert_string_equal(((struct work *)got.works.at[2])->type, "article");
}

/* However many comments there are, a retraction is kept, and each its words. */
static void
test_retraction_after_many_comments_is_kept(void **state)
{
	struct buf file = { .data = NULL };
	const struct notice *notice;
	const struct work *work;
	struct got got;
	bool whole;
	int i;

	(void)state;
	buf_text(ctx, &file, "TY  - JOUR\nTI  - A\n");
	for (i = 0; i < 2005; i++)
		buf_format(ctx, &file, "N1  - Comment in: J. %d\n", i);
	buf_text(ctx, &file, "N1  - Comment in: K. PMID: 7\n"
	    "N1  - This article was retracted on 3 March 2021.\nER  - \n");
	got = read_path(scratch_file(ctx, "sample.ris", file.data), &whole);
	work = only_work(&got);
	assert_true(work_is_retracted(work));
	assert_int_equal(work->notices.count, 2001);
	notice = work->notices.at[1999];
	assert_string_equal(notice->reference, "J. 1999");
	assert_null(notice->pmid);
	assert_null(notice->date);
	notice = work->notices.at[2000];
	assert_string_equal(notice->kind, "retraction");
	assert_string_equal(notice->date, "2021-03-03");
	assert_int_equal(got.bad, 0);
}

static void
test_notice_has_no_doi_that_is_none(void **state)
{
	struct got got;
	const struct notice *notice;
	bool whole;

	(void)state;
	got = read_path(scratch_file(ctx, "sample.ris", "TY  - JOUR\nTI  - A\n"
	    "N1  - Retraction in: J. doi: 10. 2021. doi: 10.x.\nER  - \n"),
	    &whole);
	notice = only_work(&got)->notices.at[0];
	assert_string_equal(notice->reference, "J. doi: 10. 2021. doi: 10.x");
	assert_null(notice->doi);

	got = read_path(scratch_file(ctx, "sample.json", "[{\"title\": \"A\", "
	    "\"update-to\": [{\"type\": \"retraction\", \"DOI\": \"10.\"}]}]"),
	    &whole);
	notice = only_work(&got)->notices.at[0];
	assert_string_equal(notice->kind, "retraction-of");
	assert_null(notice->doi);
}

static void
test_gzip_is_unpacked_and_bounded(void **state)
{
	char *path = mem_format(ctx, "%s/x.xml.gz", scratch_directory());
	gzFile file = gzopen(path, "wb");
	struct got got;
	bool whole;
	int i;

	(void)state;
	(void)gzputs(file, PUBMED "<PMID>1</PMID>" DEMBUP);
	(void)gzclose(file);
	got = read_path(path, &whole);
	assert_true(whole);
	assert_int_equal(got.works.count, 1);

	file = gzopen(path, "wb");
	(void)gzputs(file, HEAD);
	for (i = 0; i < 100000; i++)
		(void)gzputs(file, "                                        "
		    "                                                        ");
	(void)gzputs(file, TAIL);
	(void)gzclose(file);
	got = read_path(path, &whole);
	assert_false(whole);
	assert_non_null(strstr(got.problems.data, "compressed file"));
}

static void
test_broken_gzip_is_refused(void **state)
{
	char *path = mem_format(ctx, "%s/cut.xml.gz", scratch_directory());
	gzFile file = gzopen(path, "wb");
	struct got got;
	bool whole;

	(void)state;
	(void)gzputs(file, PUBMED "<PMID>1</PMID>" DEMBUP);
	(void)gzclose(file);
	assert_int_equal(truncate(path, 40), 0);
	got = read_path(path, &whole);
	assert_false(whole);
	assert_non_null(strstr(got.problems.data, "incomplete"));
}

/* A lone surrogate is replaced, and the text around it is kept. */
static void
test_lone_surrogates_are_replaced(void **state)
{
	static const char16_t text[] = u"\xFEFFTY  - JOUR\nTI  - One \xD800 "
	    u"two \xD800\xD83D\xDE00 three \xD800\nER  - \n";
	char *path = mem_format(ctx, "%s/wide.ris", scratch_directory());
	FILE *file = fopen(path, "we");
	struct got got;
	bool whole;

	(void)state;
	assert_non_null(file);
	assert_int_equal(fwrite(text, sizeof(text) - sizeof(*text), 1, file),
	    1);
	assert_int_equal(fclose(file), 0);
	got = read_path(path, &whole);
	assert_string_equal(only_work(&got)->title, "One \uFFFD two \uFFFD"
	    "\U0001F600 three \uFFFD");
}

/* A DOI that ended at "%00" would belong to another work. */
static void
test_escapes_do_not_shorten_a_doi(void **state)
{
	struct got got = read_text("[{\"title\": \"T\", \"DOI\": "
	    "\"10.1234%2Fabc%00def\"}]");

	(void)state;
	assert_string_equal(only_work(&got)->doi, "10.1234/abc%00def");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_guard_counts_lines_and_columns_in_characters),
		cmocka_unit_test(test_reader_resolves_ampersands_in_attributes),
		cmocka_unit_test(test_reader_reports_all_problems_with_places),
		cmocka_unit_test(test_reader_goes_on_after_a_bad_record),
		cmocka_unit_test(test_lines_beyond_65535_are_right),
		cmocka_unit_test(test_pubmed_keeps_the_whole_abstract),
		cmocka_unit_test(test_pubmed_years_dois_designs_and_groups),
		cmocka_unit_test(test_medline_records_stand_under_the_root),
		cmocka_unit_test(test_mods_is_read),
		cmocka_unit_test(test_mods_genre_precedes_that_of_its_host),
		cmocka_unit_test(test_retraction_after_many_comments_is_kept),
		cmocka_unit_test(test_notice_has_no_doi_that_is_none),
		cmocka_unit_test(test_gzip_is_unpacked_and_bounded),
		cmocka_unit_test(test_broken_gzip_is_refused),
		cmocka_unit_test(test_lone_surrogates_are_replaced),
		cmocka_unit_test(test_escapes_do_not_shorten_a_doi),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
