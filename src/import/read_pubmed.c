/*
 * Reads PubMed XML: PubmedArticleSet and PubmedBookArticleSet, a single record
 * of either, and the older MedlineCitationSet, whose records are directly below
 * the root.
 *
 * Only the PMID directly below MedlineCitation is the record's own; every
 * AbstractText is kept, with its label.  Imported works have no findings and no
 * appraisal.
 *
 * Source: NLM, "PubMed DTD" (pubmed_250101.dtd) and its element descriptions.
 */
#include "import/tree.h"

#include "base/text.h"
#include "import/pubtype.h"
#include "record/language.h"

/* Text that an attribute qualifies. */

static void
remember_id_type(struct draft *draft, const struct xml_element *element)
{
	const char *kind = tree_attribute(element, "IdType");

	if (kind == NULL)
		kind = tree_attribute(element, "EIdType");
	if (text_same(tree_attribute(element, "ValidYN"), "N"))
		kind = NULL;
	draft->kind = kind == NULL ? NULL : mem_text(draft->work, kind);
}

static void
take_article_id(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	if (text_same(draft->kind, "doi"))
		draft_doi(draft, text, W(doi));
	else if (text_same(draft->kind, "pmc"))
		draft_pmcid(draft, text, W(pmcid));
}

static void
pubmed_take_location(struct draft *draft, const char *text, size_t at)
{
	if (text_same(draft->kind, "pii"))
		draft_pii(draft, text, at);
	else
		take_article_id(draft, text, at);
}

/* Dates: year, month and day are separate elements. */

static void
pubmed_begin_date(struct draft *draft, const struct xml_element *element)
{
	(void)element;
	draft->extra = NULL;
}

static void
pubmed_take_date_part(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	draft->extra = draft->extra == NULL ? mem_text(draft->work, text) :
	    mem_format(draft->work, "%s %s", draft->extra, text);
}

static void
pubmed_end_date(struct draft *draft)
{
	if (draft->work != NULL && draft->extra != NULL)
		draft_date(draft, draft->extra, W(published));
}

/* People. */

static void
begin_list(struct draft *draft, const struct xml_element *element)
{
	draft->people = text_same(tree_attribute(element, "Type"), "editors")
	    ? W(editors) : W(authors);
	if (draft->people == W(authors) && text_same(tree_attribute(element,
	    "CompleteYN"), "N"))
		draft_text(draft, "yes", W(and_others));
}

static void
begin_investigators(struct draft *draft, const struct xml_element *element)
{
	(void)element;
	draft->people = W(investigators);
}

/* Takes initials only without a ForeName, which they repeat. */
static void
take_initials(struct draft *draft, const char *text, size_t at)
{
	if (draft->author.given == NULL)
		draft_given(draft, text, at);
}

/* The abstract. */

static void
remember_label(struct draft *draft, const struct xml_element *element)
{
	const char *label = tree_attribute(element, "Label");

	draft->kind = label == NULL || text_same(label, "UNLABELLED") ? NULL :
	    text_clean(draft->work, label, strlen(label));
}

static void
remember_language(struct draft *draft, const struct xml_element *element)
{
	const char *language = tree_attribute(element, "Language");

	draft->extra = mem_text(draft->work, language == NULL ? "other" :
	    language);
}

static void
take_other_abstract(struct draft *draft, const char *text, size_t at)
{
	const char *code = language_code(draft->extra);

	draft->kind = mem_format(draft->work, "%s%sin %s", draft->kind == NULL
	    ? "" : draft->kind, draft->kind == NULL ? "" : ", ", code == NULL
	    ? "another language" : language_name(code));
	draft_section(draft, text, at);
}

/* A qualifier stays with its descriptor: "Insomnia/therapy". */
static void
take_qualifier(struct draft *draft, const char *text, size_t at)
{
	struct list *headings = &draft->work->headings;
	void **last;

	(void)at;
	if (headings->count == 0)
		return;
	last = &headings->at[headings->count - 1];
	*last = mem_format(draft->work, "%s/%s", (char *)*last, text);
}

/* Notices. */

static void
begin_correction(struct draft *draft, const struct xml_element *element)
{
	const char *relation = tree_attribute(element, "RefType");

	draft->kind = relation == NULL ? NULL : pubtype_relation(relation);
	draft->extra = NULL;
	draft->tag = NULL;
}

static void
pubmed_take_reference(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	draft->extra = mem_text(draft->work, text);
	if (draft->kind != NULL)
		(void)draft_notice(draft, draft->kind, text, NULL);
}

static void
take_other_pmid(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	if (draft->kind != NULL)
		(void)draft_notice(draft, draft->kind, draft->extra, text);
}

static void
end_correction(struct draft *draft)
{
	if (draft->work != NULL && draft->kind != NULL &&
	    draft->extra == NULL)
		(void)draft_notice(draft, draft->kind, NULL, NULL);
	draft->kind = NULL;
}

/* The end of a record. */

static void
pubmed_end_record(struct draft *draft)
{
	struct work *work = draft->work;

	if (work != NULL && work->pmid == NULL) {
		diag_error(draft->sink, work->at, "a record without a PMID");
		draft->found->bad = true;
	}
	draft_finish(draft);
}

/* A whole book has only its own title. */
static void
end_book(struct draft *draft)
{
	struct work *work = draft->work;

	if (work != NULL && work->title == NULL) {
		work->title = work->container;
		work->container = NULL;
		work->type = "book";
	} else if (work != NULL) {
		work->type = "chapter";
	}
	pubmed_end_record(draft);
}

static void
end_deleted(struct draft *draft)
{
	diag_warning(draft->sink, draft->place, "PubMed has deleted these "
	    "records; export them again if another source still has them");
}

/* The elements that are used. */

#define END	{ .name = NULL }

static const struct node date_nodes[] = {
	{ .name = "Year", .take = pubmed_take_date_part },
	{ .name = "Month", .take = pubmed_take_date_part },
	{ .name = "Day", .take = pubmed_take_date_part },
	{ .name = "MedlineDate", .take = pubmed_take_date_part },
	END
};
static const struct node issue_nodes[] = {
	{ .name = "Volume", .take = draft_text, .at = W(volume) },
	{ .name = "Issue", .take = draft_text, .at = W(issue) },
	{ .name = "PubDate", .begin = pubmed_begin_date, .children = date_nodes,
	  .end = pubmed_end_date },
	END
};
static const struct node journal_nodes[] = {
	{ .name = "ISSN", .take = draft_issn, .at = W(issns) },
	{ .name = "JournalIssue", .children = issue_nodes },
	{ .name = "Title", .take = draft_text, .at = W(container) },
	{ .name = "ISOAbbreviation", .take = draft_ignore },
	END
};
static const struct node info_nodes[] = {
	{ .name = "MedlineTA", .take = draft_text,
	  .at = W(container_short) },
	{ .name = "ISSNLinking", .take = draft_issn, .at = W(issns) },
	END
};
static const struct node page_nodes[] = {
	{ .name = "MedlinePgn", .take = draft_pages, .at = W(pages) },
	{ .name = "StartPage", .take = draft_first_page },
	{ .name = "EndPage", .take = draft_last_page },
	END
};
static const struct node abstract_nodes[] = {
	{ .name = "AbstractText", .begin = remember_label,
	  .take = draft_section },
	END
};
static const struct node other_abstract_nodes[] = {
	{ .name = "AbstractText", .begin = remember_label,
	  .take = take_other_abstract },
	END
};
static const struct node author_nodes[] = {
	{ .name = "LastName", .take = draft_family },
	{ .name = "CollectiveName", .take = draft_family },
	{ .name = "ForeName", .take = draft_given },
	{ .name = "Initials", .take = take_initials },
	{ .name = "Suffix", .take = draft_suffix },
	END
};
static const struct node authors_nodes[] = {
	{ .name = "Author", .begin = tree_begin_person, .children = author_nodes,
	  .end = draft_end_person },
	END
};
static const struct node investigators_nodes[] = {
	{ .name = "Investigator", .begin = tree_begin_person,
	  .children = author_nodes, .end = draft_end_person },
	END
};
static const struct node type_nodes[] = {
	{ .name = "PublicationType", .take = draft_type,
	  .at = W(publication_types) },
	END
};
static const struct node accession_nodes[] = {
	{ .name = "AccessionNumber", .take = draft_registration,
	  .at = W(registration) },
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
	{ .name = "ArticleTitle", .take = draft_title, .at = W(title) },
	{ .name = "VernacularTitle", .take = draft_original_title,
	  .at = W(original_title) },
	{ .name = "Pagination", .children = page_nodes },
	{ .name = "ELocationID", .begin = remember_id_type,
	  .take = pubmed_take_location },
	{ .name = "Abstract", .children = abstract_nodes },
	{ .name = "AuthorList", .begin = begin_list,
	  .children = authors_nodes },
	{ .name = "Language", .take = draft_language, .at = W(languages) },
	{ .name = "PublicationTypeList", .children = type_nodes },
	{ .name = "DataBankList", .children = banks_nodes },
	END
};
static const struct node heading_nodes[] = {
	{ .name = "DescriptorName", .take = draft_heading,
	  .at = W(headings) },
	{ .name = "QualifierName", .take = take_qualifier },
	END
};
static const struct node headings_nodes[] = {
	{ .name = "MeshHeading", .children = heading_nodes },
	END
};
static const struct node keyword_nodes[] = {
	{ .name = "Keyword", .take = draft_list, .at = W(keywords) },
	END
};
static const struct node correction_nodes[] = {
	{ .name = "RefSource", .take = pubmed_take_reference },
	{ .name = "PMID", .take = take_other_pmid },
	END
};
static const struct node corrections_nodes[] = {
	{ .name = "CommentsCorrections", .begin = begin_correction,
	  .children = correction_nodes, .end = end_correction },
	END
};
static const struct node citation_nodes[] = {
	{ .name = "PMID", .take = draft_pmid, .at = W(pmid) },
	{ .name = "Article", .children = article_nodes },
	{ .name = "MedlineJournalInfo", .children = info_nodes },
	{ .name = "MeshHeadingList", .children = headings_nodes },
	{ .name = "KeywordList", .children = keyword_nodes },
	{ .name = "OtherAbstract", .begin = remember_language,
	  .children = other_abstract_nodes },
	{ .name = "CommentsCorrectionsList", .children = corrections_nodes },
	{ .name = "CoiStatement", .take = draft_text,
	  .at = W(competing_interests) },
	{ .name = "InvestigatorList", .begin = begin_investigators,
	  .children = investigators_nodes },
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
static const struct node publisher_nodes[] = {
	{ .name = "PublisherName", .take = draft_text, .at = W(publisher) },
	{ .name = "PublisherLocation", .take = draft_text,
	  .at = W(publisher_place) },
	END
};
static const struct node book_nodes[] = {
	{ .name = "Publisher", .children = publisher_nodes },
	{ .name = "BookTitle", .take = draft_title, .at = W(container) },
	{ .name = "PubDate", .begin = pubmed_begin_date, .children = date_nodes,
	  .end = pubmed_end_date },
	{ .name = "AuthorList", .begin = begin_list,
	  .children = authors_nodes },
	{ .name = "Volume", .take = draft_text, .at = W(volume) },
	{ .name = "Edition", .take = draft_text, .at = W(edition) },
	{ .name = "CollectionTitle", .take = draft_text, .at = W(series) },
	{ .name = "Isbn", .take = draft_isbn, .at = W(isbn) },
	END
};
static const struct node document_nodes[] = {
	{ .name = "PMID", .take = draft_pmid, .at = W(pmid) },
	{ .name = "ArticleIdList", .children = id_nodes },
	{ .name = "Book", .children = book_nodes },
	{ .name = "ArticleTitle", .take = draft_title, .at = W(title) },
	{ .name = "VernacularTitle", .take = draft_original_title,
	  .at = W(original_title) },
	{ .name = "Pagination", .children = page_nodes },
	{ .name = "Language", .take = draft_language, .at = W(languages) },
	{ .name = "AuthorList", .begin = begin_list,
	  .children = authors_nodes },
	{ .name = "InvestigatorList", .begin = begin_investigators,
	  .children = investigators_nodes },
	{ .name = "PublicationType", .take = draft_type,
	  .at = W(publication_types) },
	{ .name = "Abstract", .children = abstract_nodes },
	{ .name = "KeywordList", .children = keyword_nodes },
	END
};
static const struct node book_record_nodes[] = {
	{ .name = "BookDocument", .children = document_nodes },
	END
};
static const struct node pubmed_nodes[] = {
	{ .name = "PubmedBookArticle", .begin = tree_begin_work,
	  .children = book_record_nodes, .end = end_book },
	{ .name = "PubmedArticle", .begin = tree_begin_work,
	  .children = record_nodes, .end = pubmed_end_record },
	{ .name = "DeleteCitation", .end = end_deleted },
	END
};
static const struct node medline_nodes[] = {
	{ .name = "MedlineCitation", .begin = tree_begin_work,
	  .children = citation_nodes, .end = pubmed_end_record },
	{ .name = "DeleteCitation", .end = end_deleted },
	END
};
static const struct node set_root = { .name = "PubmedArticleSet",
    .children = pubmed_nodes };
static const struct node medline_root = { .name = "MedlineCitationSet",
    .children = medline_nodes };

#define TREE(root)	"", tree_open, &tree_events, "PubMed", (root)

const struct reader reader_pubmed[] = {
	{ "PubmedArticleSet", TREE(&set_root) },
	{ "PubmedBookArticleSet", TREE(&set_root) },
	{ "PubmedArticle", TREE(&pubmed_nodes[1]) },
	{ "PubmedBookArticle", TREE(&pubmed_nodes[0]) },
	{ "MedlineCitationSet", TREE(&medline_root) },
	{ "MedlineCitation", TREE(&medline_nodes[0]) },
	{ .root = NULL }
};
