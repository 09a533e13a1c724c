/*
 * Reads tables of works (CSV), as written by the sites of databases (PubMed,
 * Embase, Scopus, Lens ...), reference managers (Zotero, EndNote, RefWorks),
 * programs for screening (Rayyan, Covidence, ASReview), spreadsheets and
 * ourselves: a header line, in which the usual names are recognised, and a record
 * for each work.
 *
 * Source: RFC 4180, and the headers of these programs.
 */
#include "import/reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "import/csv.h"
#include "import/draft.h"
#include "import/markup.h"
#include "import/name.h"
#include "import/pubtype.h"
#include "import/status_words.h"

enum { RECORD_BYTES_MAX = 4 << 20, STRANGERS_MAX = 50 };

/* Cells. */

/*
 * Takes an item type of Zotero, a reference type of EndNote, or one of our own
 * types.
 */
static void
csv_take_type(struct draft *draft, const char *text, size_t at)
{
	static const struct { const char *name, *type; } types[] = {
		{ "article", "article" }, { "journal article", "article" },
		{ "journalarticle", "article" }, { "preprint", "article" },
		{ "book", "book" }, { "edited book", "book" },
		{ "chapter", "chapter" }, { "booksection", "chapter" },
		{ "book section", "chapter" }, { "book chapter", "chapter" },
		{ "thesis", "thesis" }, { "report", "report" },
		{ "webpage", "report" }, { "conferencepaper", "conference" },
		{ "conference", "conference" },
		{ "conference paper", "conference" },
		{ "conference proceedings", "conference" },
		{ "jour", "article" }, { "chap", "chapter" },
		{ "thes", "thesis" }, { "rprt", "report" },
		{ "conf", "conference" }, { "cpaper", "conference" },
	};
	size_t i;

	for (i = 0; i < COUNT(types); i++)
		if (strcasecmp(types[i].name, text) == 0)
			draft_text(draft, types[i].type, at);
	if (strcasecmp(text, "preprint") == 0)
		(void)draft_notice(draft, "preprint", NULL, NULL);
	if (pubtype_design(text) != NULL || status_of_type(text) != NULL)
		draft_type(draft, text, W(publication_types));
}

/* The label of a status, in our own tables. */
static void
csv_take_status(struct draft *draft, const char *text, size_t at)
{
	size_t i;

	(void)at;
	for (i = 0; i < notice_kinds.count; i++)
		if (strcasecmp(notice_kinds.at[i].label, text) == 0 ||
		    strcasecmp(notice_kinds.at[i].id, text) == 0) {
			(void)draft_notice(draft, notice_kinds.at[i].id, NULL,
			    NULL);
			return;
		}
	draft_note(draft, text, W(notes));
}

static void
csv_take_retracted(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	if (strcasecmp(text, "true") == 0)
		(void)draft_notice(draft, "retraction", NULL, NULL);
}

static void
csv_take_design(struct draft *draft, const char *text, size_t at)
{
	const struct code *code = code_find(&designs, text);

	if (code != NULL)
		draft_text(draft, code->id, at);
}

/* Whether a text consists of initials: "JR", "J.R.", "J. R.", "J.-P.". */
static bool
csv_is_initials(const char *text)
{
	size_t letters = 0;

	for (; *text != '\0'; text++)
		if (isupper((unsigned char)*text))
			letters++;
		else if (strchr(". -", *text) == NULL)
			return false;
	return letters > 0 && letters <= 4;
}

/*
 * Adds names separated by commas: "Doe JR, Roe R." (PubMed), or "Doe, J., Roe,
 * R."
 */
static void
csv_take_names(struct draft *draft, const char *text, size_t at)
{
	struct list parts = { .at = NULL };
	void *scratch = mem_context(NULL);
	const char *next;
	size_t n, i;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, ",");
		list_add(scratch, &parts, text_clean(scratch, text, n));
	}
	for (i = 0; i < parts.count; i++) {
		next = i + 1 < parts.count ? list_at(&parts, i + 1) : "";
		if (csv_is_initials(next)) {
			draft_person(draft, mem_format(scratch, "%s, %s",
			    (char *)list_at(&parts, i), next), at);
			i++;
		} else if (*(char *)list_at(&parts, i) != '\0') {
			draft_person(draft, list_at(&parts, i), at);
		}
	}
	mem_free(scratch);
}

/* Whether commas separate names: each part ends with initials. */
static bool
csv_has_many_names(const char *text)
{
	const char *comma = strchr(text, ','), *blank;
	char *first;
	bool many;

	if (comma == NULL)
		return false;
	if (strchr(comma + 1, ',') != NULL)
		return !name_is_suffix(strrchr(text, ',') + 1 + strspn(strrchr(
		    text, ',') + 1, " "));
	first = text_clean(NULL, text, (size_t)(comma - text));
	blank = strrchr(first, ' ');
	many = blank != NULL && csv_is_initials(blank + 1);
	mem_free(first);
	return many;
}

/* Takes a full name: "Jane R. van der Doe". */
static void
csv_take_full_name(struct draft *draft, const char *text, size_t at)
{
	struct author author = { .family = NULL };

	name_read(draft->work, text, true, &author);
	draft_name(draft, at, author.family, author.given, author.suffix);
}

static void
csv_take_full_names(struct draft *draft, const char *text, size_t at)
{
	draft_split(draft, text, ";\n|", at, csv_take_full_name);
}

/*
 * Whether the first of several names has full given names before the family
 * name.
 */
static bool
csv_has_full_names(const char *text)
{
	char *first = text_clean(NULL, text, strcspn(text, ";\n|"));
	const char *blank = strrchr(first, ' ');
	bool full = strpbrk(text, ",\"") == NULL && blank != NULL &&
	    !csv_is_initials(blank + 1);

	mem_free(first);
	return full;
}

/* Scopus writes its number of a person after the full name: "Doe, J. (5678)". */
static void
csv_take_person(struct draft *draft, const char *text, size_t at)
{
	const char *number = strrchr(text, '(');
	size_t n = number == NULL ? 0 : strspn(number + 1, "0123456789");
	char *name;

	if (n == 0 || number[n + 1] != ')' || number[n + 2] != '\0') {
		draft_person(draft, text, at);
		return;
	}
	name = text_clean(NULL, text, (size_t)(number - text));
	draft_person(draft, name, at);
	mem_free(name);
}

static void
csv_take_people(struct draft *draft, const char *text, size_t at)
{
	/*
	 * Abstrackr puts each name on its own line, all but the first after
	 * "and".
	 */
	size_t n = strlen(text += text_begins(text, "and ") ? 4 : 0);
	char *copy = mem_text(NULL, text), *from = copy, *and;
	bool many = strchr(copy, ';') == NULL && (csv_has_many_names(copy) ||
	    strchr(copy, ',') == NULL);

	/* PubMed ends the list with a full stop, and has none in initials. */
	if (many && n > 2 && strchr(copy, '.') == copy + n - 1)
		copy[n - 1] = '\0';
	if (*copy == '"' || strpbrk(copy, ";\n|") != NULL) {
		draft_split(draft, copy, ";\n|", at, csv_has_full_names(copy)
		    ? csv_take_full_name : csv_take_person);
	} else if (strstr(copy, " and ") != NULL) {
		for (; (and = strstr(from, " and ")) != NULL; from = and + 5) {
			*and = '\0';
			draft_person(draft, from, at);
		}
		draft_person(draft, from, at);
	} else {
		(csv_has_many_names(copy) ? csv_take_names : csv_take_person)(
		    draft, copy, at);
	}
	mem_free(copy);
}

/* Stores the text before one of `ends` in a member; returns the rest. */
static const char *
csv_take_up_to(struct draft *draft, const char *text, const char *ends,
    draft_take *take, size_t at)
{
	size_t n = strcspn(text, ends);
	char *part = text_clean(NULL, text, n);

	take(draft, part, at);
	mem_free(part);
	return text + n + (text[n] != '\0');
}

/* Takes volume, issue and pages from a citation: "24(1):16-19". */
static void
csv_take_issue(struct draft *draft, const char *text)
{
	text = csv_take_up_to(draft, text, "(:.", draft_text, W(volume));
	if (text[-1] == '(')
		text = csv_take_up_to(draft, text, ")", draft_text, W(issue));
	if (*text == ':' || text[-1] == ':')
		(void)csv_take_up_to(draft, text + (*text == ':'), ". ",
		    draft_pages, W(pages));
}

/*
 * Takes PubMed's citation: "Made Up J. 2020 Apr 7;3(2):502-5. doi:
 * 10.9999/made."
 */
static void
csv_take_citation(struct draft *draft, const char *text, size_t at)
{
	const char *stop = strstr(text, ". "), *semicolon;
	char *part;

	(void)at;
	while (stop != NULL && !isdigit((unsigned char)stop[2]))
		stop = strstr(stop + 1, ". ");
	if (stop == NULL)
		return;
	part = text_clean(NULL, text, (size_t)(stop - text));
	draft_text(draft, part, W(container_short));
	mem_free(part);
	text = stop + 2;
	part = text_clean(NULL, text, strcspn(text, ";:."));
	draft_date(draft, part, W(published));
	mem_free(part);
	semicolon = text + strcspn(text, ";:.");
	if (*semicolon == ';')
		csv_take_issue(draft, semicolon + 1);
}

/*
 * Takes a source.  In Embase it is a citation, "Made Up Journal (2014) 3:3
 * (152-160). Date of Publication: 2014"; in Cochrane the journal; Scopus names
 * itself.
 */
static void
csv_take_source(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	if (strstr(text, "Date of Publication") == NULL) {
		if (!text_same(text, "Scopus"))
			draft_text(draft, text, W(container));
		return;
	}
	text = csv_take_up_to(draft, text, "(", draft_text, W(container));
	text = csv_take_up_to(draft, text, ")", draft_date, W(year));
	text += strspn(text, " ");
	text = csv_take_up_to(draft, text, ":( .", draft_text, W(volume));
	if (text[-1] == ':')
		text = csv_take_up_to(draft, text, "( .", draft_text,
		    W(issue));
	if (text[strspn(text, " ")] == '(' || text[-1] == '(')
		(void)csv_take_up_to(draft, text + strspn(text, " ("), ")",
		    draft_pages, W(pages));
}

static void
csv_take_reason(struct draft *draft, const char *text, size_t at)
{
	if (draft->extra != NULL && !text_same(text, DRAFT_LEVEL_REASON))
		draft_list(draft, mem_format(draft->work, "Level of evidence "
		    "%s: %s", draft->extra, text), at);
	draft->extra = NULL;
}

/*
 * Adds keywords separated by semicolons, lines or bars (EndNote), or else by
 * commas.
 */
static void
csv_take_keywords(struct draft *draft, const char *text, size_t at)
{
	bool commas = strpbrk(text, ";\n|") == NULL;

	draft_split(draft, text, commas ? "," : ";\n|", at, draft_keywords);
}

static void
csv_take_headings(struct draft *draft, const char *text, size_t at)
{
	draft_split(draft, text, ";\n", at, draft_heading);
}

/*
 * Headings in lower case, without spaces and punctuation, in order of
 * preference: the first with a value counts.
 */
static const struct csv_row {
	const char	*head;
	draft_take	*take;
	size_t		 at;
} rows[] = {
	{ "id", draft_key, 0 },
	{ "itemtype", csv_take_type, W(type) },
	{ "type", csv_take_type, W(type) },
	{ "typeofreference", csv_take_type, W(type) },
	{ "referencetype", csv_take_type, W(type) },
	{ "title", draft_title, W(title) },
	{ "primarytitle", draft_title, W(title) },
	{ "displayname", draft_title, W(title) },	/* OpenAlex */
	{ "titleprimary", draft_title, W(title) },	/* RefWorks */
	{ "articletitle", draft_title, W(title) },
	{ "documenttitle", draft_title, W(title) },
	{ "originalforeigntitle", draft_original_title, W(original_title) },
	{ "originaltitle", draft_original_title, W(original_title) },
	{ "authorfullnames", csv_take_people, W(authors) },
	{ "authors", csv_take_people, W(authors) },
	{ "author", csv_take_people, W(authors) },
	{ "authorsprimary", csv_take_people, W(authors) },
	{ "firstauthors", csv_take_people, W(authors) },
	{ "authornames", csv_take_people, W(authors) },
	{ "authorshipsauthordisplayname", csv_take_full_names, W(authors) },
	{ "editors", csv_take_people, W(editors) },
	{ "editor", csv_take_people, W(editors) },
	{ "authorssecondary", csv_take_people, W(editors) },
	{ "secondaryauthors", csv_take_people, W(editors) },
	{ "year", draft_date, W(year) },
	{ "publicationyear", draft_date, W(year) },
	{ "pubyear", draft_date, W(year) },
	{ "publishedyear", draft_date, W(year) },
	{ "published", draft_date, W(published) },
	{ "date", draft_date, W(published) },
	{ "dateofpublication", draft_date, W(published) },
	{ "publicationdate", draft_date, W(published) },
	{ "datepublished", draft_date, W(published) },
	{ "journal", draft_text, W(container) },
	{ "journalbook", draft_text, W(container) },
	{ "publicationtitle", draft_text, W(container) },
	{ "publicationname", draft_text, W(container) },
	{ "publication", draft_text, W(container) },
	{ "periodicalfull", draft_text, W(container) },
	{ "titlesecondary", draft_text, W(container) },
	{ "sourcetitle", draft_text, W(container) },
	{ "secondarytitle", draft_text, W(container) },
	{ "journaltitle", draft_text, W(container) },
	{ "primarylocationsourcedisplayname", draft_text, W(container) },
	{ "journalabbreviation", draft_text, W(container_short) },
	{ "periodicalabbrev", draft_text, W(container_short) },
	{ "abbreviatedsourcetitle", draft_text, W(container_short) },
	{ "alternatename", draft_text, W(container_short) },
	{ "series", draft_text, W(series) },
	{ "edition", draft_text, W(edition) },
	{ "bibliovolume", draft_text, W(volume) },
	{ "volume", draft_text, W(volume) },
	{ "biblioissue", draft_text, W(issue) },
	{ "issue", draft_text, W(issue) },
	{ "issuenumber", draft_text, W(issue) },
	{ "number", draft_text, W(issue) },
	{ "pages", draft_pages, W(pages) },
	{ "artno", draft_number, 0 },
	{ "pagestart", draft_first_page, 0 },
	{ "firstpage", draft_first_page, 0 },
	{ "bibliofirstpage", draft_first_page, 0 },
	{ "bibliolastpage", draft_last_page, 0 },
	{ "otherpages", draft_last_page, 0 },
	{ "startpage", draft_first_page, 0 },
	{ "endpage", draft_last_page, 0 },
	{ "lastpage", draft_last_page, 0 },
	{ "pageend", draft_last_page, 0 },
	{ "citation", csv_take_citation, 0 },
	{ "source", csv_take_source, 0 },
	{ "publisher", draft_text, W(publisher) },
	{ "bookpublisher", draft_text, W(publisher) },
	{ "place", draft_text, W(publisher_place) },
	{ "placeofpublication", draft_text, W(publisher_place) },
	{ "placepublished", draft_text, W(publisher_place) },
	{ "location", draft_text, W(publisher_place) },
	{ "doi", draft_doi, W(doi) },
	{ "pmid", draft_pmid, W(pmid) },
	{ "medlinepmid", draft_pmid, W(pmid) },
	{ "pubmedid", draft_pmid, W(pmid) },
	{ "idspmid", draft_pmid, W(pmid) },
	{ "pmcid", draft_pmcid, W(pmcid) },
	{ "pmc", draft_pmcid, W(pmcid) },
	{ "issn", draft_issn, W(issns) },
	{ "issnisbn", draft_issn, W(issns) },
	{ "isbnissn", draft_issn, W(issns) },
	{ "issns", draft_issn, W(issns) },
	{ "primarylocationsourceissnl", draft_issn, W(issns) },
	{ "isbn", draft_issn, W(issns) },
	{ "url", draft_url, W(link) },
	{ "link", draft_url, W(link) },
	{ "externalurl", draft_url, W(link) },
	{ "language", draft_language, W(languages) },
	{ "articlelanguage", draft_language, W(languages) },
	{ "languageoforiginaldocument", draft_language, W(languages) },
	{ "design", csv_take_design, W(design) },
	{ "publicationtypes", draft_type, W(publication_types) },
	{ "publicationtype", draft_type, W(publication_types) },
	{ "doctype", draft_type, W(publication_types) },
	{ "documenttype", draft_type, W(publication_types) },
	{ "meshterms", csv_take_headings, W(headings) },
	{ "headings", csv_take_headings, W(headings) },
	{ "keywords", csv_take_keywords, W(keywords) },
	{ "authorkeywords", csv_take_keywords, W(keywords) },
	{ "subjects", csv_take_keywords, W(keywords) },
	{ "indexkeywords", csv_take_keywords, W(keywords) },
	{ "manualtags", csv_take_keywords, W(keywords) },
	{ "automatictags", csv_take_keywords, W(keywords) },
	{ "abstract", draft_abstract, W(abstract) },
	{ "abstractnote", draft_abstract, W(abstract) },
	{ "investigators", draft_people, W(investigators) },
	{ "registration", draft_registration, W(registration) },
	{ "competinginterests", draft_text, W(competing_interests) },
	/* The text also contains the reason: "Level of evidence 3: why". */
	{ "level", draft_remember, 0 },
	{ "levelreason", csv_take_reason, W(notes) },
	{ "status", csv_take_status, 0 },
	{ "isretracted", csv_take_retracted, 0 },
	{ "notes", draft_note, W(notes) },
	{ "note", draft_note, W(notes) },
	{ "extra", draft_note, W(notes) },	/* Zotero: "PMID: 123" */
	{ "key", draft_key, 0 },
	/* Data on the program or database, and citation counts. */
	{ "firstauthor", draft_ignore, 0 },
	{ "createdate", draft_ignore, 0 },
	{ "nihmsid", draft_ignore, 0 },
	{ "dateadded", draft_ignore, 0 }, { "datemodified", draft_ignore, 0 },
	{ "accessdate", draft_ignore, 0 }, { "shorttitle", draft_ignore, 0 },
	{ "fileattachments", draft_ignore, 0 },
	{ "linkattachments", draft_ignore, 0 },
	{ "librarycatalog", draft_ignore, 0 }, { "rights", draft_ignore, 0 },
	{ "pdfrelativepath", draft_ignore, 0 },
	{ "authorsid", draft_ignore, 0 }, { "citedby", draft_ignore, 0 },
	{ "eid", draft_ignore, 0 },
	{ "publicationstage", draft_ignore, 0 },
	{ "openaccess", draft_ignore, 0 }, { "pagecount", draft_ignore, 0 },
	{ "authoraddress", draft_ignore, 0 },
	{ "affiliations", draft_ignore, 0 },
	{ "authorswithaffiliations", draft_ignore, 0 },
	{ "covidence", draft_ignore, 0 }, { "ref", draft_ignore, 0 },
	{ "month", draft_ignore, 0 }, { "day", draft_ignore, 0 },
	{ "publishedmonth", draft_ignore, 0 }, { "study", draft_ignore, 0 },
	{ "authoraddresses", draft_ignore, 0 },
	{ "correspondenceaddress", draft_ignore, 0 },
	{ "aipipentrydate", draft_ignore, 0 },
	{ "fullrecordentrydate", draft_ignore, 0 },
	{ "summarylanguage", draft_ignore, 0 },
	{ "openurllink", draft_ignore, 0 }, { "embaselink", draft_ignore, 0 },
	{ "pui", draft_ignore, 0 }, { "copyright", draft_ignore, 0 },
	{ "plink", draft_ignore, 0 }, { "accessionnumber", draft_ignore, 0 },
	{ "referenceid", draft_ignore, 0 },
	{ "outputlanguage", draft_ignore, 0 },
	{ "lensid", draft_ignore, 0 }, { "sourcecountry", draft_ignore, 0 },
	{ "sourceurls", draft_ignore, 0 }, { "references", draft_ignore, 0 },
	{ "microsoftacademicid", draft_ignore, 0 },
	{ "citingpatentscount", draft_ignore, 0 },
	{ "citingworkscount", draft_ignore, 0 },
	{ "citedbycount", draft_ignore, 0 }, { "fwci", draft_ignore, 0 },
	{ "isopenaccess", draft_ignore, 0 },
	{ "openaccesslicense", draft_ignore, 0 },
	{ "openaccesscolour", draft_ignore, 0 },
};

/* Headings. */

/* A heading in the form of the table, owned by `ctx`. */
static char *
csv_head(const void *ctx, const char *text)
{
	char *head = text_fold(ctx, text), *from, *to;

	for (from = to = head; *from != '\0'; from++)
		if (*from != ' ')
			*to++ = *from;
	*to = '\0';
	return head;
}

/* The first row of a heading; NULL if the heading is not known. */
static const struct csv_row *
csv_known(const char *head)
{
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		if (text_same(rows[i].head, head))
			return &rows[i];
	return NULL;
}

/* Whether a line comes before the header: Embase's query, blank lines, dashes. */
static bool
csv_is_preamble(const char *text, size_t n)
{
	return text_begins(text, "SEARCH QUERY") || text_begins(text,
	    "\"SEARCH QUERY\"") || strspn(text, "-;,\t \"") >= n;
}

/*
 * Whether the first line has the headings of works: a title, and an abstract or
 * two other known ones.  Lists of retractions also have titles.
 */
static bool
csv_begins(const char *text)
{
	void *scratch = mem_context(NULL);
	struct list cells = { .at = NULL };
	struct csv csv;
	size_t known = 0, i;
	bool titled = false;
	const struct csv_row *row;
	char *head;

	text += strspn(text, "\r\n");
	while (*text != '\0' && csv_is_preamble(text, strcspn(text, "\r\n"))) {
		text += strcspn(text, "\r\n");
		text += strspn(text, "\r\n");
	}
	csv = csv_begin(mem_text_n(scratch, text, strcspn(text, "\r\n")));
	(void)csv_next(&csv, scratch, &cells);
	for (i = 0; i < cells.count; i++) {
		head = csv_head(scratch, list_at(&cells, i));
		row = csv_known(head);
		titled |= row != NULL && row->take == draft_title;
		known += row == NULL ? 0 : row->take == draft_abstract ? 2 : 1;
		if (text_same(head, "retractiondoi"))
			cells.count = known = 0;
	}
	mem_free(scratch);
	return titled && known >= 3;
}

/* Reading. */

/* The use of a cell; an unknown column has no row (NULL). */
struct csv_column {
	const struct csv_row	*row;
	size_t			 cell;
};

struct csv_table {
	struct input_lines	*lines;
	struct draft	 draft;
	char		 separator;	/* '\0': the header has not been read
					   yet */
	struct list	 heads;		/* char * */
	struct list	 columns;	/* struct csv_column, in row order */
	struct list	 strangers;	/* headings, reported once */
	struct place	 begun;		/* position of the current record */
	const struct csv_row	*people[2];	/* columns that gave the editors
						   and authors */
	struct buf	 record;
	size_t		 quotes;
};

/*
 * A cell without the apostrophe that protects it in spreadsheets; R writes "NA"
 * into empty ones.
 */
static const char *
csv_plain_cell(const char *text)
{
	if (text_same(text, "NA"))
		return "";
	return text[0] == '\'' && text[1] != '\0' && strchr("=+-@", text[1]) !=
	    NULL ? text + 1 : text;
}

/*
 * The text in ="1932-6203", as EBSCO protects it; the items of a list as ASReview
 * writes it, "['Poe, Pat', 'Roe, R.']", separated by semicolons.  Owned by the
 * caller; NULL for other texts.
 */
static char *
csv_unwrapped(const char *text)
{
	size_t n = strlen(text);
	char *list, *end;

	if (n > 3 && text_begins(text, "=\"") && text[n - 1] == '"')
		return mem_text_n(NULL, text + 2, n - 3);

	if (n < 4 || text[0] != '[' || strchr("'\"", text[1]) == NULL ||
	    text[n - 1] != ']' || text[n - 2] != text[1])
		return NULL;
	list = mem_text_n(NULL, text + 2, n - 4);
	for (end = list; (end = strstr(end, "', ")) != NULL; end += 3)
		if (strchr("'\"", end[3]) != NULL)
			memcpy(end, ";   ", 4);
	return list;
}

static void
csv_add_column(struct csv_table *table, const struct csv_row *row,
    size_t cell)
{
	struct csv_column *column = mem_new(table, struct csv_column);

	*column = (struct csv_column){ row, cell };
	list_add(table, &table->columns, column);
}

/*
 * Sorts the columns: the known ones in the order of the rows, then the others.
 */
static void
csv_take_heads(struct csv_table *table)
{
	void *scratch = mem_context(NULL);
	struct list heads = { .at = NULL };
	size_t i, k;

	for (k = 0; k < table->heads.count; k++)
		list_add(scratch, &heads, csv_head(scratch, list_at(
		    &table->heads, k)));
	for (i = 0; i < COUNT(rows); i++)
		for (k = 0; k < heads.count; k++)
			if (text_same(list_at(&heads, k), rows[i].head))
				csv_add_column(table, &rows[i], k);
	for (k = 0; k < heads.count; k++)
		if (csv_known(list_at(&heads, k)) == NULL)
			csv_add_column(table, NULL, k);
	mem_free(scratch);
}

/* Passes on a text of a cell, without its markup. */
static void
csv_take_text(struct csv_table *table, const struct csv_row *row,
    const char *text)
{
	char *plain = strpbrk(text, "<&") == NULL ? csv_unwrapped(text) :
	    markup_plain(NULL, text);

	if (plain != NULL)
		text = plain;
	if (*text != '\0')
		row->take(&table->draft, text, row->at);
	mem_free(plain);
}

static void
csv_take_cell(struct csv_table *table, const struct csv_row *row,
    const char *text)
{
	char *line;
	size_t n;

	table->draft.tag = row->head;
	text = csv_plain_cell(text);
	if (row->take == draft_abstract || strchr(text, '\n') == NULL) {
		csv_take_text(table, row, text);
		return;
	}
	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, "\n");
		line = mem_text_n(NULL, text, n);
		csv_take_text(table, row, line);
		mem_free(line);
	}
}

/* The cells of an unknown column become notes. */
static void
csv_take_stranger(struct csv_table *table, const char *head, const char *text)
{
	struct draft *draft = &table->draft;

	text = csv_plain_cell(text);
	/* OpenAlex: "authorships.institutions.id" and the like. */
	if (*text == '\0' || *head == '\0' || strchr(head, '.') != NULL)
		return;
	draft_list(draft, mem_format(draft->work, "%s: %s", head, text),
	    W(notes));
	if (list_holds(&table->strangers, head) ||
	    table->strangers.count >= STRANGERS_MAX)
		return;
	list_add(table, &table->strangers, mem_text(table, head));
	diag_warning(draft->sink, table->begun, "unknown column '%s'; its text "
	    "is kept as a note", head);
}

/*
 * Whether a column with another name gave the same people: full names precede
 * others.  Columns with one name may have a person each.
 */
static bool
csv_has_people(struct csv_table *table, const struct csv_row *row)
{
	const struct work *work = table->draft.work;
	bool authors = row->at == W(authors);
	const struct list *people = authors ? &work->authors : &work->editors;
	const struct csv_row **from = &table->people[authors];

	if (!authors && row->at != W(editors))
		return false;
	if (people->count == 0)
		*from = row;
	return *from != row;
}

static void
csv_take_record(struct csv_table *table, const struct list *cells)
{
	const struct csv_column *column;
	size_t i;

	draft_begin(&table->draft, table->begun);
	for (i = 0; i < table->columns.count; i++) {
		column = list_at(&table->columns, i);
		if (column->cell >= cells->count)
			continue;
		if (column->row == NULL)
			csv_take_stranger(table, list_at(&table->heads,
			    column->cell), list_at(cells, column->cell));
		else if (!csv_has_people(table, column->row))
			csv_take_cell(table, column->row, list_at(cells,
			    column->cell));
	}
	if (table->draft.extra != NULL)
		draft_list(&table->draft, mem_format(table->draft.work,
		    "Level of evidence %s", table->draft.extra), W(notes));
	draft_finish(&table->draft);
}

/* Ends the current record: the header, or a work. */
static void
csv_end_record(struct csv_table *table)
{
	void *scratch = mem_context(table);
	const char *text = buf_string(&table->record);
	struct csv csv = table->separator == '\0' ? csv_begin(text) :
	    csv_begin_with(text, table->separator);
	struct list cells;

	csv.keeps_lines = table->separator != '\0';
	if (csv_next(&csv, table->separator == '\0' ? (void *)table : scratch,
	    &cells)) {
		if (table->separator == '\0') {
			table->separator = csv.separator;
			table->heads = cells;
			csv_take_heads(table);
		} else {
			csv_take_record(table, &cells);
		}
	}
	buf_clear(&table->record);
	table->quotes = 0;
	mem_free(scratch);
}

static void
csv_take_line(struct csv_table *table, const struct input_line *line)
{
	const char *quote;

	if (table->separator == '\0' && table->record.len == 0 &&
	    csv_is_preamble(line->text, line->n))
		return;
	if (table->record.len == 0)
		table->begun = line->place;
	else
		buf_text(table, &table->record, "\n");
	if (table->record.len + line->n > RECORD_BYTES_MAX) {
		diag_error(table->draft.sink, table->begun, "a record longer "
		    "than 4 MiB: a quotation mark is missing");
		lines_refuse(table->lines);
		return;
	}
	buf_add(table, &table->record, line->text, line->n);
	for (quote = line->text; (quote = strchr(quote, '"')) != NULL; quote++)
		table->quotes++;
	if (table->quotes % 2 == 0)
		csv_end_record(table);
}

static void
csv_read(struct input_lines *lines, const struct read_handler *handler)
{
	struct csv_table *table = mem_new(lines, struct csv_table);
	struct input_line line;

	table->lines = lines;
	table->draft.ctx = table;
	table->draft.handler = handler;
	table->draft.sink = lines_sink(lines);
	table->draft.format = "CSV";
	while (!lines_refused(lines) && lines_next(lines, &line))
		csv_take_line(table, &line);
	if (table->record.len > 0 && !lines_refused(lines)) {
		diag_warning(table->draft.sink, table->begun, "an unclosed "
		    "quotation mark; is the file complete?");
		csv_end_record(table);
	}
	mem_free(table);
}

const struct text_reader reader_csv = { csv_begins, csv_read };
