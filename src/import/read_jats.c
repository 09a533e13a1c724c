/*
 * Reads the front matter of articles in JATS, from PubMed Central and
 * publishers: one article, or a set of them.  Skips the body.
 *
 * Source: ANSI/NISO Z39.96 (JATS), Journal Archiving tag set 1.3.
 */
#include "import/tree.h"

#include "base/text.h"
#include "import/pubtype.h"

#define END	{ .name = NULL }

/* article-type, and PubMed's words for the same. */
static const struct {
	const char	*name;
	const char	*type;
} types[] = {
	{ "research-article", "Journal Article" },
	{ "review-article", "Review" },
	{ "systematic-review", "Systematic Review" },
	{ "case-report", "Case Reports" },
	{ "letter", "Letter" },
	{ "editorial", "Editorial" },
	{ "article-commentary", "Comment" },
	{ "news", "News" },
	{ "retraction", "Retraction of Publication" },
	{ "correction", "Published Erratum" },
	{ "expression-of-concern", "Expression of Concern" },
	{ "preprint", "Preprint" },
};

static void
begin_article(struct draft *draft, const struct xml_element *element)
{
	const char *name = tree_attribute(element, "article-type");
	const char *language = tree_attribute(element, "xml:lang");
	size_t i;

	tree_begin_work(draft, element);
	if (language != NULL)
		draft_language(draft, language, W(languages));
	for (i = 0; name != NULL && i < COUNT(types); i++)
		if (text_same(types[i].name, name))
			draft_type(draft, types[i].type,
			    W(publication_types));
}

/* Journal. */

static void
begin_journal_id(struct draft *draft, const struct xml_element *element)
{
	const char *kind = tree_attribute(element, "journal-id-type");

	draft->kind = text_same(kind, "nlm-ta") || text_same(kind,
	    "iso-abbrev") ? "short" : NULL;
}

static void
take_journal_id(struct draft *draft, const char *text, size_t at)
{
	if (draft->kind != NULL)
		draft_text(draft, text, at);
}

/* Identifiers. */

static void
begin_id(struct draft *draft, const struct xml_element *element)
{
	const char *kind = tree_attribute(element, "pub-id-type");

	draft->kind = kind == NULL ? NULL : mem_text(draft->work, kind);
}

static void
jats_take_id(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	if (text_same(draft->kind, "doi"))
		draft_doi(draft, text, W(doi));
	else if (text_same(draft->kind, "pmid"))
		draft_pmid(draft, text, W(pmid));
	else if (text_same(draft->kind, "pmc") || text_same(draft->kind,
	    "pmcid"))
		draft_pmcid(draft, text, W(pmcid));
}

/* Titles. */

static void
jats_take_subtitle(struct draft *draft, const char *text, size_t at)
{
	struct work *work = draft->work;

	(void)at;
	if (work->title != NULL && *text != '\0')
		work->title = mem_format(work, "%s%s %s", work->title,
		    strchr("?!:", work->title[strlen(work->title) - 1]) !=
		    NULL ? "" : ":", text);
}

/* The translated title is shown; the work's own becomes the original title. */
static void
jats_take_translated(struct draft *draft, const char *text, size_t at)
{
	struct work *work = draft->work;

	(void)at;
	if (work->original_title != NULL || *text == '\0' ||
	    (work->languages.count > 0 && text_same(
	    list_at(&work->languages, 0), "eng")))
		return;
	work->original_title = work->title;
	work->title = mem_text(work, text);
}

/* People. */

static void
begin_contributor(struct draft *draft, const struct xml_element *element)
{
	const char *kind = tree_attribute(element, "contrib-type");

	draft_begin_person(draft, text_same(kind, "editor") ? W(editors) :
	    text_same(kind, "collaborator") ? W(investigators) : W(authors));
}

static void
take_group(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	draft_group(draft, text, draft->people);
}

/* Dates. */

static void
jats_begin_date(struct draft *draft, const struct xml_element *element)
{
	const char *kind = tree_attribute(element, "pub-type");

	if (kind == NULL)
		kind = tree_attribute(element, "date-type");
	draft->kind = kind == NULL ? "" : mem_text(draft->work, kind);
	draft->date[0] = draft->date[1] = draft->date[2] = NULL;
}

static void
jats_take_date_part(struct draft *draft, const char *text, size_t at)
{
	draft->date[at] = mem_text(draft->work, text);
}

/* Citations use the date of the issue, not PMC's. */
static void
jats_end_date(struct draft *draft)
{
	struct work *work = draft->work;
	char *date;

	if (work == NULL || draft->date[0] == NULL || text_same(draft->kind,
	    "pmc-release") || text_same(draft->kind, "nihms-submitted"))
		return;
	if (text_same(draft->kind, "ppub") || text_same(draft->kind,
	    "collection"))
		work->year = work->published = NULL;
	date = mem_format(work, "%s %s %s", draft->date[0],
	    draft->date[1] == NULL ? "" : draft->date[1],
	    draft->date[2] == NULL ? "" : draft->date[2]);
	if (work->year == NULL)
		draft_date(draft, date, W(published));
}

/* The abstract: paragraphs, in sections with titles. */

static void
begin_abstract(struct draft *draft, const struct xml_element *element)
{
	const char *kind = tree_attribute(element, "abstract-type");

	draft->kind = NULL;
	draft->extra = text_same(kind, "graphical") || text_same(kind,
	    "teaser") || text_same(kind, "toc") || text_same(kind,
	    "web-summary") ? "skip" : NULL;
}

static void
take_heading(struct draft *draft, const char *text, size_t at)
{
	size_t n = strlen(text);

	(void)at;
	draft->kind = mem_text_n(draft->work, text, n > 0 &&
	    strchr(":.", text[n - 1]) != NULL ? n - 1 : n);
}

static void
take_paragraph(struct draft *draft, const char *text, size_t at)
{
	if (draft->extra != NULL || *text == '\0')
		return;
	if (draft->kind == NULL) {
		draft_abstract(draft, text, at);
		return;
	}
	draft_section(draft, text, at);
	draft->kind = NULL;
}

/* Other elements. */

static void
begin_license(struct draft *draft, const struct xml_element *element)
{
	const char *address = tree_attribute(element, "xlink:href");

	if (address != NULL)
		draft_text(draft, strstr(address, "creativecommons.org") !=
		    NULL ? mem_format(draft->work, "Creative Commons: %s",
		    address) : address, W(license));
}

static void
begin_related(struct draft *draft, const struct xml_element *element)
{
	const char *relation = tree_attribute(element,
	    "related-article-type");
	const char *address = tree_attribute(element, "xlink:href");
	const char *kind = relation == NULL ? NULL :
	    pubtype_relation(relation);
	struct notice notice = { .kind = kind };

	if (kind == NULL)
		return;
	if (address != NULL && draft_is_valid("doi", address))
		notice.doi = address;
	else if (address != NULL && text_same(tree_attribute(element,
	    "ext-link-type"), "pmid") && draft_is_valid("pmid", address))
		notice.pmid = address;
	(void)draft_add_notice(draft, &notice);
}

static const struct node publisher_nodes[] = {
	{ .name = "publisher-name", .take = draft_text, .at = W(publisher) },
	{ .name = "publisher-loc", .take = draft_text,
	  .at = W(publisher_place) },
	END
};
static const struct node journal_title_nodes[] = {
	{ .name = "journal-title", .take = draft_text, .at = W(container) },
	{ .name = "abbrev-journal-title", .take = draft_text,
	  .at = W(container_short) },
	END
};
static const struct node journal_nodes[] = {
	{ .name = "journal-id", .begin = begin_journal_id,
	  .take = take_journal_id, .at = W(container_short) },
	{ .name = "journal-title-group", .children = journal_title_nodes },
	{ .name = "journal-title", .take = draft_text, .at = W(container) },
	{ .name = "abbrev-journal-title", .take = draft_text,
	  .at = W(container_short) },
	{ .name = "issn", .take = draft_issn, .at = W(issns) },
	{ .name = "publisher", .children = publisher_nodes },
	END
};
static const struct node translated_nodes[] = {
	{ .name = "trans-title", .take = jats_take_translated },
	END
};
static const struct node title_nodes[] = {
	{ .name = "article-title", .take = draft_title, .at = W(title) },
	{ .name = "subtitle", .take = jats_take_subtitle },
	{ .name = "trans-title-group", .children = translated_nodes },
	{ .name = "trans-title", .take = jats_take_translated },
	END
};
static const struct node name_nodes[] = {
	{ .name = "surname", .take = draft_family },
	{ .name = "given-names", .take = draft_given },
	{ .name = "suffix", .take = draft_suffix },
	END
};
static const struct node names_nodes[] = {
	/* If a name is given in two scripts, the last form is kept. */
	{ .name = "name", .begin = tree_begin_person, .children = name_nodes },
	END
};
static const struct node contributor_nodes[] = {
	{ .name = "name", .children = name_nodes },
	{ .name = "name-alternatives", .children = names_nodes },
	{ .name = "collab", .take = take_group },
	END
};
static const struct node contributors_nodes[] = {
	{ .name = "contrib", .begin = begin_contributor,
	  .children = contributor_nodes, .end = draft_end_person },
	END
};
static const struct node date_nodes[] = {
	{ .name = "year", .take = jats_take_date_part, .at = 0 },
	{ .name = "month", .take = jats_take_date_part, .at = 1 },
	{ .name = "day", .take = jats_take_date_part, .at = 2 },
	END
};
static const struct node section_nodes[] = {
	{ .name = "title", .take = take_heading },
	{ .name = "p", .take = take_paragraph, .at = W(abstract) },
	END
};
static const struct node abstract_nodes[] = {
	{ .name = "sec", .children = section_nodes },
	{ .name = "p", .take = take_paragraph, .at = W(abstract) },
	END
};
static const struct node keyword_nodes[] = {
	{ .name = "kwd", .take = draft_list, .at = W(keywords) },
	END
};
static const struct node permission_nodes[] = {
	{ .name = "license", .begin = begin_license },
	END
};
static const struct node article_meta_nodes[] = {
	{ .name = "article-id", .begin = begin_id, .take = jats_take_id },
	{ .name = "title-group", .children = title_nodes },
	{ .name = "contrib-group", .children = contributors_nodes },
	{ .name = "pub-date", .begin = jats_begin_date, .children = date_nodes,
	  .end = jats_end_date },
	{ .name = "volume", .take = draft_text, .at = W(volume) },
	{ .name = "issue", .take = draft_text, .at = W(issue) },
	{ .name = "fpage", .take = draft_first_page },
	{ .name = "lpage", .take = draft_last_page },
	{ .name = "page-range", .take = draft_pages, .at = W(pages) },
	{ .name = "elocation-id", .take = draft_number },
	{ .name = "isbn", .take = draft_isbn, .at = W(isbn) },
	{ .name = "abstract", .begin = begin_abstract,
	  .children = abstract_nodes },
	{ .name = "kwd-group", .children = keyword_nodes },
	{ .name = "permissions", .children = permission_nodes },
	{ .name = "related-article", .begin = begin_related },
	END
};
static const struct node front_nodes[] = {
	{ .name = "journal-meta", .children = journal_nodes },
	{ .name = "article-meta", .children = article_meta_nodes },
	END
};
static const struct node article_nodes[] = {
	{ .name = "front", .children = front_nodes },
	END
};
static const struct node set_nodes[] = {
	{ .name = "article", .begin = begin_article,
	  .children = article_nodes, .end = draft_finish },
	END
};

static const struct node set_root = { .name = "pmc-articleset",
    .children = set_nodes };

const struct reader reader_jats[] = {
	{ "article", "", tree_open, &tree_events, "JATS", &set_nodes[0] },
	{ "pmc-articleset", "", tree_open, &tree_events, "JATS", &set_root },
	{ .root = NULL }
};
