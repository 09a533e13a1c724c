/*
 * Reads EndNote XML, written by EndNote, Zotero and other programs.
 *
 * Source: the RSXML document type supplied with EndNote.
 */
#include "import/tree.h"

#include <ctype.h>
#include <strings.h>

#include "base/text.h"

#define END	{ .name = NULL }

static const struct {
	const char	*name;
	const char	*type;
} types[] = {
	{ "Book", "book" }, { "Electronic Book", "book" },
	{ "Edited Book", "book" }, { "Book Section", "chapter" },
	{ "Electronic Book Section", "chapter" }, { "Thesis", "thesis" },
	{ "Report", "report" }, { "Government Document", "report" },
	{ "Web Page", "report" }, { "Standard", "report" },
	{ "Conference Paper", "conference" },
	{ "Conference Proceedings", "conference" },
};

static void
begin_type(struct draft *draft, const struct xml_element *element)
{
	const char *name = tree_attribute(element, "name");
	size_t i;

	for (i = 0; name != NULL && i < COUNT(types); i++)
		if (strcasecmp(types[i].name, name) == 0)
			draft->work->type = types[i].type;
}

static void
take_secondary_title(struct draft *draft, const char *text, size_t at)
{
	const char *type = draft->work->type;
	bool whole = text_same(type, "book") || text_same(type, "thesis") ||
	    text_same(type, "report");

	draft_text(draft, text, whole ? W(series) : at);
}

static void
take_secondary_author(struct draft *draft, const char *text, size_t at)
{
	if (draft->work->type != NULL)
		draft_person(draft, text, at);
}

static void
endnote_remember_provider(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	if (strcasecmp(text, "NLM") == 0 || strcasecmp(text, "PubMed") == 0 ||
	    strncasecmp(text, "medline", 7) == 0)
		draft->kind = "NLM";
}

/* A date after the year ("Mar 12"), or a whole date. */
static void
take_pub_date(struct draft *draft, const char *text, size_t at)
{
	char *date = draft_iso_date(draft->work, text);

	if (date != NULL || isalpha((unsigned char)*text))
		draft_date(draft, text, at);
}

static void
take_pmcid(struct draft *draft, const char *text, size_t at)
{
	if (strncasecmp(text, "PMC", 3) == 0)
		draft_pmcid(draft, text, at);
}

static void
endnote_end_record(struct draft *draft)
{
	const char *number = draft->extra;

	if (draft->work != NULL && number != NULL) {
		if (text_same(draft->kind, "NLM") && strspn(number,
		    "0123456789") == strlen(number))
			draft_pmid(draft, number, W(pmid));
		else
			draft_list(draft, mem_format(draft->work,
			    "Accession number: %s", number), W(notes));
	}
	draft_finish(draft);
}

static const struct node author_nodes[] = {
	{ .name = "author", .take = draft_person, .at = W(authors) },
	END
};
static const struct node editor_nodes[] = {
	{ .name = "author", .take = take_secondary_author, .at = W(editors) },
	END
};
static const struct node contributor_nodes[] = {
	{ .name = "authors", .children = author_nodes },
	{ .name = "secondary-authors", .children = editor_nodes },
	END
};
static const struct node title_nodes[] = {
	{ .name = "title", .take = draft_title, .at = W(title) },
	{ .name = "translated-title", .take = draft_text,
	  .at = W(original_title) },
	{ .name = "secondary-title", .take = take_secondary_title,
	  .at = W(container) },
	{ .name = "tertiary-title", .take = draft_text, .at = W(series) },
	END
};
static const struct node periodical_nodes[] = {
	{ .name = "full-title", .take = draft_text, .at = W(container) },
	{ .name = "abbr-1", .take = draft_text, .at = W(container_short) },
	END
};
static const struct node other_periodical_nodes[] = {
	{ .name = "abbr-1", .take = draft_text, .at = W(container_short) },
	END
};
static const struct node keyword_nodes[] = {
	{ .name = "keyword", .take = draft_keywords, .at = W(keywords) },
	END
};
static const struct node pub_date_nodes[] = {
	{ .name = "date", .take = take_pub_date, .at = W(published) },
	END
};
static const struct node date_nodes[] = {
	{ .name = "year", .take = draft_date, .at = W(year) },
	{ .name = "pub-dates", .children = pub_date_nodes },
	END
};
static const struct node related_nodes[] = {
	{ .name = "url", .take = draft_url, .at = W(link) },
	END
};
static const struct node url_nodes[] = {
	{ .name = "related-urls", .children = related_nodes },
	{ .name = "web-urls", .children = related_nodes },
	END
};
static const struct node record_nodes[] = {
	{ .name = "ref-type", .begin = begin_type },
	{ .name = "contributors", .children = contributor_nodes },
	{ .name = "titles", .children = title_nodes },
	{ .name = "periodical", .children = periodical_nodes },
	{ .name = "alt-periodical", .children = other_periodical_nodes },
	{ .name = "pages", .take = draft_pages, .at = W(pages) },
	{ .name = "volume", .take = draft_text, .at = W(volume) },
	{ .name = "number", .take = draft_text, .at = W(issue) },
	{ .name = "issue", .take = draft_text, .at = W(issue) }, /* Mendeley */
	{ .name = "edition", .take = draft_edition, .at = W(edition) },
	{ .name = "keywords", .children = keyword_nodes },
	{ .name = "dates", .children = date_nodes },
	{ .name = "pub-location", .take = draft_text,
	  .at = W(publisher_place) },
	{ .name = "publisher", .take = draft_text, .at = W(publisher) },
	{ .name = "isbn", .take = draft_issn, .at = W(issns) },
	/* The number is kept until the name of the database is read. */
	{ .name = "accession-num", .take = draft_remember },
	{ .name = "electronic-resource-num", .take = draft_doi,
	  .at = W(doi) },
	{ .name = "abstract", .take = draft_abstract, .at = W(abstract) },
	{ .name = "notes", .take = draft_note, .at = W(notes) },
	{ .name = "work-type", .take = draft_type,
	  .at = W(publication_types) },
	{ .name = "language", .take = draft_language, .at = W(languages) },
	{ .name = "custom2", .take = take_pmcid, .at = W(pmcid) },
	{ .name = "custom7", .take = draft_number },
	{ .name = "urls", .children = url_nodes },
	{ .name = "remote-database-name", .take = endnote_remember_provider },
	{ .name = "remote-database-provider",
	  .take = endnote_remember_provider },
	END
};
static const struct node records_nodes[] = {
	{ .name = "record", .begin = tree_begin_work,
	  .children = record_nodes, .end = endnote_end_record },
	END
};
static const struct node xml_nodes[] = {
	{ .name = "records", .children = records_nodes },
	END
};

static const struct node endnote_root = { .name = "xml",
    .children = xml_nodes };

const struct reader reader_endnote[] = {
	{ "xml", "", tree_open, &tree_events, "EndNote", &endnote_root },
	{ "records", "", tree_open, &tree_events, "EndNote", &xml_nodes[0] },
	{ .root = NULL }
};
