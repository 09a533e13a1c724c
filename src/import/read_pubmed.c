/*
 * Reads PubMed XML: PubmedArticleSet, and the older MedlineCitationSet whose
 * records stand directly under the root.
 *
 * Only the PMID directly under MedlineCitation is the record's own; every
 * AbstractText is kept, with its label.  Imported works have no findings and
 * no appraisal.
 */
#include "import/tree.h"

#include "base/mem.h"
#include "base/text.h"
#include "record/level.h"

/* Publication types that tell a design, the strongest statement first. */
static const struct {
	const char	*type;
	const char	*design;
} type_designs[] = {
	{ "Meta-Analysis", "meta-analysis" },
	{ "Systematic Review", "systematic-review" },
	{ "Randomized Controlled Trial", "randomised-controlled-trial" },
	{ "Controlled Clinical Trial", "non-randomised-trial" },
	{ "Case Reports", "case-report" },
	{ "Practice Guideline", "expert-consensus" },
	{ "Guideline", "expert-consensus" },
	{ "Consensus Development Conference", "expert-consensus" },
	{ "Review", "narrative-review" },
	{ "Editorial", "commentary" },
	{ "Comment", "commentary" },
	{ "Letter", "commentary" },
	{ "News", "commentary" },
};

static const struct {
	const char	*relation;
	const char	*notice;
} corrections[] = {
	{ "RetractionIn", "retraction" },
	{ "ErratumIn", "erratum" },
	{ "CorrectedandRepublishedIn", "erratum" },
	{ "ExpressionOfConcernIn", "expression-of-concern" },
};

#define COUNT(table)	(sizeof(table) / sizeof((table)[0]))

static void
begin_record(struct import *im, const struct xml_element *element)
{
	import_begin(im, element->place);
}

/* The record. */

static void
take_pmid(struct import *im, const char *text)
{
	import_set_valid(im, &im->work->pmid, "pmid", text);
	if (im->work->pmid != NULL && im->work->id == NULL)
		im->work->id = mem_format(im->work, "pmid-%s",
		    im->work->pmid);
}

/* NLM ends titles with a full stop and brackets those it translated. */
static void
take_title(struct import *im, const char *text)
{
	size_t n = strlen(text);
	char *title = mem_text_n(im->work, text, n > 1 && text[n - 1] == '.' ?
	    n - 1 : n);

	import_set(im, &im->work->title, title);
	mem_free(title);
}

static void
take_original_title(struct import *im, const char *text)
{
	import_set(im, &im->work->original_title, text);
}

static void
take_journal(struct import *im, const char *text)
{
	import_set(im, &im->work->container, text);
}

static void
take_volume(struct import *im, const char *text)
{
	import_set(im, &im->work->volume, text);
}

static void
take_issue(struct import *im, const char *text)
{
	import_set(im, &im->work->issue, text);
}

static void
take_pages(struct import *im, const char *text)
{
	import_set(im, &im->work->pages, text);
}

static void
take_year(struct import *im, const char *text)
{
	if (im->work->year == NULL)
		im->work->year = import_year(im, text);
}

static void
remember_id_type(struct import *im, const struct xml_element *element)
{
	const char *kind = import_attribute(element, "IdType");
	const char *valid = import_attribute(element, "ValidYN");

	if (kind == NULL)
		kind = import_attribute(element, "EIdType");
	if (text_same(valid, "N"))
		kind = NULL;
	im->kind = kind == NULL ? NULL : mem_text(im->work, kind);
}

static void
take_article_id(struct import *im, const char *text)
{
	if (text_same(im->kind, "doi"))
		import_set_valid(im, &im->work->doi, "doi", text);
	else if (text_same(im->kind, "pmc"))
		import_set_valid(im, &im->work->pmcid, "pmcid", text);
}

/* Authors. */

static void
begin_author(struct import *im, const struct xml_element *element)
{
	im->author = mem_new(im->work, struct author);
	im->author->at = element->place;
}

static void
take_family(struct import *im, const char *text)
{
	import_set(im, &im->author->family, text);
}

static void
take_given(struct import *im, const char *text)
{
	import_set(im, &im->author->given, text);
}

static void
take_suffix(struct import *im, const char *text)
{
	if (im->author->given != NULL)
		im->author->given = mem_format(im->work, "%s, %s",
		    im->author->given, text);
}

static void
end_author(struct import *im, struct xml *xml)
{
	(void)xml;
	if (im->author->family != NULL)
		list_add(im->work, &im->work->authors, im->author);
}

/* The abstract. */

static void
remember_label(struct import *im, const struct xml_element *element)
{
	const char *label = import_attribute(element, "Label");

	im->kind = label == NULL || text_same(label, "UNLABELLED") ? NULL :
	    text_clean(im->work, label, strlen(label));
}

static void
remember_language(struct import *im, const struct xml_element *element)
{
	const char *language = import_attribute(element, "Language");

	im->extra = mem_text(im->work, language == NULL ? "other" : language);
}

static void
take_abstract(struct import *im, const char *text)
{
	struct abstract_section *section;

	if (*text == '\0')
		return;
	section = mem_new(im->work, struct abstract_section);
	section->label = im->kind;
	section->text = mem_text(section, text);
	list_add(im->work, &im->work->abstract, section);
}

static void
take_other_abstract(struct import *im, const char *text)
{
	im->kind = mem_format(im->work, "%s%sin another language: %s",
	    im->kind == NULL ? "" : im->kind, im->kind == NULL ? "" : ", ",
	    im->extra);
	take_abstract(im, text);
}

/* What it is about. */

static void
take_heading(struct import *im, const char *text)
{
	struct list *headings = &im->work->headings;

	if (text_same(text, "Humans") || text_same(text, "Human"))
		im->human = true;
	if (text_same(text, "Animals") || text_same(text, "Animal"))
		im->animal = true;
	list_add(im->work, headings, mem_text(im->work, text));
}

/* A qualifier stays with its descriptor: "Tendinopathy/therapy". */
static void
take_qualifier(struct import *im, const char *text)
{
	struct list *headings = &im->work->headings;
	void **last;

	if (headings->count == 0)
		return;
	last = &headings->at[headings->count - 1];
	*last = mem_format(im->work, "%s/%s", (char *)*last, text);
}

static void
take_keyword(struct import *im, const char *text)
{
	import_add(im, &im->work->keywords, text);
}

static void
add_notice(struct import *im, const char *kind)
{
	struct notice *notice = mem_new(im->work, struct notice);

	notice->kind = kind;
	list_add(im->work, &im->work->notices, notice);
}

static void
take_type(struct import *im, const char *text)
{
	size_t i;

	if (text_same(text, "Retracted Publication"))
		add_notice(im, "retraction");
	for (i = 0; i < COUNT(type_designs); i++) {
		if (!text_same(type_designs[i].type, text))
			continue;
		/* Keep the strongest: the row that comes first. */
		if (im->work->design == NULL || code_find(&designs,
		    type_designs[i].design) < code_find(&designs,
		    im->work->design))
			im->work->design = type_designs[i].design;
		return;
	}
}

static void
begin_correction(struct import *im, const struct xml_element *element)
{
	const char *relation = import_attribute(element, "RefType");
	size_t i;

	for (i = 0; i < COUNT(corrections); i++)
		if (text_same(corrections[i].relation, relation) &&
		    !(text_same(corrections[i].notice, "retraction") &&
		    work_is_retracted(im->work)))
			add_notice(im, corrections[i].notice);
}

static void
take_interests(struct import *im, const char *text)
{
	import_set(im, &im->work->competing_interests, text);
}

static void
take_accession(struct import *im, const char *text)
{
	if (text_begins(text, "NCT") || text_begins(text, "ISRCTN") ||
	    text_begins(text, "ACTRN"))
		import_set(im, &im->work->registration, text);
}

/* The end of a record: what PubMed tells only in other words. */

static const char *
record_link(struct import *im)
{
	const struct work *work = im->work;

	if (work->doi != NULL)
		return mem_format(im->work, "https://doi.org/%s", work->doi);
	if (work->pmid != NULL)
		return mem_format(im->work,
		    "https://pubmed.ncbi.nlm.nih.gov/%s/", work->pmid);
	return NULL;
}

static void
set_level(struct work *work)
{
	int level = work->subjects == NULL ? 0 : level_by_rule(work);

	if (level > 0)
		work->level = mem_format(work, "%d", level);
	work->level_reason = level > 0 ? "from its publication type and MeSH "
	    "headings alone; nobody has appraised it" : "imported; its "
	    "publication type and MeSH headings do not tell a level";
}

static void
end_record(struct import *im, struct xml *xml)
{
	struct work *work = im->work;

	if (work == NULL)
		return;
	if (work->title == NULL)
		work->title = work->original_title != NULL ?
		    work->original_title : "[no title]";
	if (work->design == NULL)
		work->design = "design-not-known";
	if (im->human)
		work->subjects = "human";
	else if (im->animal)
		work->subjects = "animal";
	if (work->type == NULL)
		work->type = "article";
	work->imported = "PubMed";
	work->link = record_link(im);
	set_level(work);
	if (work->id == NULL) {
		diag_error(xml_sink(xml), work->at, "a record without a PMID");
		im->found->bad = true;
	}
	import_finish(im, xml);
}

/* A whole book has a title of its own only. */
static void
end_book(struct import *im, struct xml *xml)
{
	if (im->work != NULL && im->work->title == NULL)
		im->work->title = im->work->container;
	if (im->work != NULL)
		im->work->type = "chapter";
	end_record(im, xml);
}

/* The elements that matter. */

#define END	{ .name = NULL }

static const struct node date_nodes[] = {
	{ .name = "Year", .take = take_year },
	{ .name = "MedlineDate", .take = take_year },
	END
};
static const struct node issue_nodes[] = {
	{ .name = "Volume", .take = take_volume },
	{ .name = "Issue", .take = take_issue },
	{ .name = "PubDate", .children = date_nodes },
	END
};
static const struct node journal_nodes[] = {
	{ .name = "JournalIssue", .children = issue_nodes },
	{ .name = "Title", .take = take_journal },
	END
};
static const struct node page_nodes[] = {
	{ .name = "MedlinePgn", .take = take_pages },
	END
};
static const struct node abstract_nodes[] = {
	{ .name = "AbstractText", .begin = remember_label,
	  .take = take_abstract },
	END
};
static const struct node other_abstract_nodes[] = {
	{ .name = "AbstractText", .begin = remember_label,
	  .take = take_other_abstract },
	END
};
static const struct node author_nodes[] = {
	{ .name = "LastName", .take = take_family },
	{ .name = "CollectiveName", .take = take_family },
	{ .name = "ForeName", .take = take_given },
	{ .name = "Initials", .take = take_given },
	{ .name = "Suffix", .take = take_suffix },
	END
};
static const struct node authors_nodes[] = {
	{ .name = "Author", .begin = begin_author, .children = author_nodes,
	  .end = end_author },
	END
};
static const struct node type_nodes[] = {
	{ .name = "PublicationType", .take = take_type },
	END
};
static const struct node accession_nodes[] = {
	{ .name = "AccessionNumber", .take = take_accession },
	END
};
static const struct node bank_nodes[] = {
	{ .name = "AccessionNumberList", .children = accession_nodes },
	END
};
static const struct node banks_nodes[] = {
	{ .name = "DataBank", .children = bank_nodes },
	END
};
static const struct node article_nodes[] = {
	{ .name = "Journal", .children = journal_nodes },
	{ .name = "ArticleTitle", .take = take_title },
	{ .name = "VernacularTitle", .take = take_original_title },
	{ .name = "Pagination", .children = page_nodes },
	{ .name = "ELocationID", .begin = remember_id_type,
	  .take = take_article_id },
	{ .name = "Abstract", .children = abstract_nodes },
	{ .name = "AuthorList", .children = authors_nodes },
	{ .name = "PublicationTypeList", .children = type_nodes },
	{ .name = "DataBankList", .children = banks_nodes },
	END
};
static const struct node heading_nodes[] = {
	{ .name = "DescriptorName", .take = take_heading },
	{ .name = "QualifierName", .take = take_qualifier },
	END
};
static const struct node headings_nodes[] = {
	{ .name = "MeshHeading", .children = heading_nodes },
	END
};
static const struct node keyword_nodes[] = {
	{ .name = "Keyword", .take = take_keyword },
	END
};
static const struct node correction_nodes[] = {
	{ .name = "CommentsCorrections", .begin = begin_correction },
	END
};
static const struct node citation_nodes[] = {
	{ .name = "PMID", .take = take_pmid },
	{ .name = "Article", .children = article_nodes },
	{ .name = "MeshHeadingList", .children = headings_nodes },
	{ .name = "KeywordList", .children = keyword_nodes },
	{ .name = "OtherAbstract", .begin = remember_language,
	  .children = other_abstract_nodes },
	{ .name = "CommentsCorrectionsList", .children = correction_nodes },
	{ .name = "CoiStatement", .take = take_interests },
	END
};
static const struct node id_nodes[] = {
	{ .name = "ArticleId", .begin = remember_id_type,
	  .take = take_article_id },
	END
};
static const struct node data_nodes[] = {
	{ .name = "ArticleIdList", .children = id_nodes },
	END
};
static const struct node record_nodes[] = {
	{ .name = "MedlineCitation", .children = citation_nodes },
	{ .name = "PubmedData", .children = data_nodes },
	END
};
static const struct node book_nodes[] = {
	{ .name = "BookTitle", .take = take_journal },
	{ .name = "PubDate", .children = date_nodes },
	END
};
static const struct node document_nodes[] = {
	{ .name = "PMID", .take = take_pmid },
	{ .name = "ArticleIdList", .children = id_nodes },
	{ .name = "Book", .children = book_nodes },
	{ .name = "ArticleTitle", .take = take_title },
	{ .name = "Abstract", .children = abstract_nodes },
	{ .name = "AuthorList", .children = authors_nodes },
	{ .name = "PublicationType", .take = take_type },
	{ .name = "KeywordList", .children = keyword_nodes },
	END
};
static const struct node book_record_nodes[] = {
	{ .name = "BookDocument", .children = document_nodes },
	END
};
static const struct node pubmed_nodes[] = {
	{ .name = "PubmedBookArticle", .begin = begin_record,
	  .children = book_record_nodes, .end = end_book },
	{ .name = "PubmedArticle", .begin = begin_record,
	  .children = record_nodes, .end = end_record },
	END
};
static const struct node medline_nodes[] = {
	{ .name = "MedlineCitation", .begin = begin_record,
	  .children = citation_nodes, .end = end_record },
	END
};

static void *
pubmed_open(void *ctx, const struct read_handler *handler)
{
	static const struct node root = { .name = "PubmedArticleSet",
	    .children = pubmed_nodes };

	return import_open(ctx, handler, &root);
}

static void *
medline_open(void *ctx, const struct read_handler *handler)
{
	static const struct node root = { .name = "MedlineCitationSet",
	    .children = medline_nodes };

	return import_open(ctx, handler, &root);
}

const struct reader reader_pubmed = {
	.root = "PubmedArticleSet",
	.space = "",
	.open = pubmed_open,
	.events = &import_events,
};

const struct reader reader_medline = {
	.root = "MedlineCitationSet",
	.space = "",
	.open = medline_open,
	.events = &import_events,
};
