/*
 * Reads RIS, in the dialects of databases and reference managers: PubMed, Ovid,
 * Embase, Cochrane, Scopus, Web of Science, EBSCO (CINAHL), EndNote, Zotero,
 * Mendeley, RefWorks, Citavi, Rayyan, Covidence, EPPI-Reviewer.
 *
 * Source: "RIS Format Specifications" (Research Information Systems, 2001;
 * Thomson Reuters, 2011), and files from these programs.
 */
#include "import/reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "import/pubtype.h"
#include "import/status_words.h"
#include "import/tagged.h"

static const struct {
	const char	*code;
	const char	*type;
} types[] = {
	{ "BOOK", "book" }, { "EBOOK", "book" }, { "EDBOOK", "book" },
	{ "CHAP", "chapter" }, { "ECHAP", "chapter" }, { "ENCYC", "chapter" },
	{ "DICT", "chapter" }, { "THES", "thesis" }, { "RPRT", "report" },
	{ "GOVDOC", "report" }, { "STAND", "report" }, { "ELEC", "report" },
	{ "WEB", "report" }, { "CONF", "conference" },
	{ "CPAPER", "conference" }, { "ABST", "conference" },
	{ "SLIDE", "conference" },
};

static const char *
ris_type(struct draft *draft, const char *text)
{
	size_t i;

	(void)draft;
	for (i = 0; i < COUNT(types); i++)
		if (text_same(types[i].code, text))
			return types[i].type;
	return "article";
}

/* Cochrane writes "PUBMED 21314913", Embase only the number. */
static void
take_custom_pmid(struct draft *draft, const char *text, size_t at)
{
	size_t n = strspn(text, "0123456789");

	if (strncasecmp(text, "PUBMED ", 7) == 0 ||
	    (n >= 5 && n <= 8 && text[n] == '\0'))
		draft_pmid(draft, text, at);
}

static void
take_custom_pmcid(struct draft *draft, const char *text, size_t at)
{
	if (strncasecmp(text, "PMC", 3) == 0)
		draft_pmcid(draft, text, at);
	else
		take_custom_pmid(draft, text, W(pmid));
}

/*
 * A record number is a PMID if the database is PubMed; Ovid has it in ID, which
 * EndNote uses for its own number.
 */
static void
remember_database(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	if (text_begins(text, "EBSCO"))
		draft->kind = "EBSCO";
	else if (draft->kind != NULL)
		draft->kind = "other";
	else if (strcasestr(text, "medline(r)") != NULL)
		draft->kind = "Ovid";
	else if (strncasecmp(text, "medline", 7) == 0 || strcasecmp(text,
	    "PubMed") == 0 || strcasecmp(text, "NLM") == 0)
		draft->kind = "PubMed";
	else
		draft->kind = "other";
}

static void
ris_take_accession(struct draft *draft, const char *text, size_t at)
{
	bool number = strspn(text, "0123456789") == strlen(text);

	if (number && strlen(text) <= 8 && (text_same(draft->kind, "PubMed") ||
	    text_same(draft->kind, "Ovid")))
		draft_pmid(draft, text, W(pmid));
	else if (!text_begins(text, "rayyan-"))
		draft_list(draft, mem_format(draft->work,
		    "Accession number: %s", text), at);
}

static void
ris_take_id(struct draft *draft, const char *text, size_t at)
{
	size_t digits = strspn(text, "0123456789");

	if (text_same(draft->kind, "Ovid") && text[digits] == '\0' &&
	    digits <= 8)
		draft_pmid(draft, text, W(pmid));
	else if (strspn(text, "0123456789-") != strlen(text))
		draft_key(draft, text, at);
}

/*
 * M1 may be a number, the name of a type, or something else; Embase writes the
 * issue in parentheses.
 */
static void
take_misc(struct draft *draft, const char *text, size_t at)
{
	size_t n = *text == '(' ? strspn(text + 1, "0123456789-/") : 0;

	if (pubtype_design(text) != NULL || status_of_type(text) != NULL)
		draft_type(draft, text, W(publication_types));
	else if (*text == '(' && text[1 + n] == ')' && text[2 + n] == '\0')
		draft_text(draft, mem_text_n(draft->work, text + 1, n),
		    W(issue));
	else if (strlen(text) < 20 && strpbrk(text, "0123456789") != NULL &&
	    strpbrk(text, " ;") == NULL)
		draft_number(draft, text, at);
}

/* Whether a text is "3", "3A", "3-4", "3 Suppl 1", "(Pt_2)" or "Spring". */
static bool
is_issue(const char *text)
{
	static const char *const words[] = { "suppl", "supplement", "pt",
	    "part", "spec", "special", "no", "issue", "sup", "spring",
	    "summer", "autumn", "fall", "winter", "jan", "january", "feb",
	    "february", "mar", "march", "apr", "april", "may", "jun", "june",
	    "jul", "july", "aug", "august", "sep", "sept", "september", "oct",
	    "october", "nov", "november", "dec", "december" };
	size_t n;

	for (; *text != '\0'; text += n) {
		text += strspn(text, "0123456789-/()., _");
		n = strcspn(text, "0123456789-/()., _");
		if (n > 1 && !TEXT_WORD_AMONG(text, n, words))
			return false;
	}
	return true;
}

/* CP is an issue, or in Web of Science the title of a conference. */
static void
take_conference(struct draft *draft, const char *text, size_t at)
{
	struct work *work = draft->work;

	if (text_same(work->type, "conference") && work->container == NULL)
		draft_text(draft, text, at);
	else if (!text_same(work->container, text))
		draft_list(draft, mem_format(work, "Conference: %s", text),
		    W(notes));
}

static void
take_issue(struct draft *draft, const char *text, size_t at)
{
	if (is_issue(text))
		draft_text(draft, text, at);
	else
		take_conference(draft, text, W(container));
}

/* EBSCO has the title in English of a work in another language in T2. */
static void
take_other_title(struct draft *draft, const char *text, size_t at)
{
	struct work *work = draft->work;

	if (text_same(draft->kind, "EBSCO") && !text_same(text,
	    work->container) && !text_same(text, work->container_short))
		draft_list(draft, mem_format(work, "Other title: %s", text),
		    at);
}

/* ERIC marks editors among the authors: "Roe, John, Ed.". */
static void
ris_take_people(struct draft *draft, const char *text, size_t at)
{
	size_t n = strlen(text);

	n -= n > 0 && text[n - 1] == '.';
	if (n > 4 && strncmp(text + n - 4, ", Ed", 4) == 0 &&
	    strchr(text, ',') != text + n - 4)
		draft_people(draft, mem_text_n(draft->work, text, n - 4),
		    W(editors));
	else
		draft_people(draft, text, at);
}

static void
take_file(struct draft *draft, const char *text, size_t at)
{
	if (text_begins(text, "10."))
		draft_doi(draft, text, W(doi));
	else if (text_begins(text, "http"))
		draft_url(draft, text, at);
}

/*
 * EBSCO (CINAHL) puts everything without a tag into one note: "Accession
 * Number: 1. Language: English. Publication Type: Journal Article. PMID:
 * NLM21314913."
 */
static void
ris_take_note(struct draft *draft, const char *text, size_t at)
{
	static const struct {
		const char	*label;
		draft_take	*take;
		size_t		 at;
	} parts[] = {
		{ " Language: ", draft_language, W(languages) },
		{ " Publication Type: ", draft_type, W(publication_types) },
		{ " PMID: NLM", draft_pmid, W(pmid) },
	};
	const char *value, *end;
	size_t i;

	for (i = 0; i < COUNT(parts) && text_begins(text, "Accession Number: ");
	    i++) {
		value = strstr(text, parts[i].label);
		if (value == NULL)
			continue;
		value += strlen(parts[i].label);
		end = strstr(value, ". ");
		parts[i].take(draft, mem_text_n(draft->work, value,
		    end != NULL ? (size_t)(end - value) : strcspn(value, ".")),
		    parts[i].at);
	}
	draft_note(draft, text, at);
}

/* One name per line, or several separated by semicolons. */
static const struct tag_row rows[] = {
	{ "TI", draft_title, W(title), OF_ANY },
	{ "T1", draft_title, W(title), OF_ANY },
	{ "CT", draft_title, W(title), OF_ANY },
	{ "BT", draft_title, W(title), OF_WHOLE },
	{ "TT", draft_text, W(original_title), OF_ANY },
	{ "OP", draft_text, W(original_title), OF_ANY },
	{ "ST", draft_ignore, 0, OF_ANY },
	{ "AU", ris_take_people, W(authors), OF_ANY },
	{ "ED", draft_people, W(editors), OF_ANY },
	{ "A2", draft_people, W(editors), OF_ANY & ~OF_ARTICLE },
	{ "A3", draft_people, W(editors), OF_ANY & ~OF_ARTICLE },
	{ "A2", draft_ignore, 0, OF_ARTICLE },
	{ "A3", draft_ignore, 0, OF_ARTICLE },
	{ "A4", draft_ignore, 0, OF_ANY },
	{ "JF", draft_text, W(container), OF_PART },
	{ "BT", draft_text, W(container), OF_PART },
	{ "T2", draft_text, W(container), OF_PART },
	{ "C3", take_custom_pmid, W(pmid), OF_ARTICLE },
	{ "C3", draft_text, W(container), OF_CONFERENCE },
	{ "JO", draft_text, W(container), OF_PART },
	{ "JA", draft_text, W(container_short), OF_ANY },
	{ "J2", draft_text, W(container_short), OF_ANY },
	{ "JI", draft_text, W(container_short), OF_ANY },
	{ "JO", draft_text, W(container_short), OF_ANY },
	{ "J1", draft_text, W(container_short), OF_ANY },
	{ "J9", draft_text, W(container_short), OF_ANY },
	{ "T2", draft_text, W(series), OF_WHOLE },
	{ "T3", draft_text, W(series), OF_ANY },
	{ "ET", draft_edition, W(edition), OF_ANY },
	{ "PY", draft_date, W(year), OF_ANY },
	{ "DA", draft_date, W(published), OF_ANY },
	{ "Y1", draft_date, W(published), OF_ANY },
	{ "PD", draft_ignore, 0, OF_ANY },
	{ "Y2", draft_ignore, 0, OF_ANY },
	{ "VL", draft_text, W(volume), OF_ANY },
	{ "VO", draft_text, W(volume), OF_ANY },
	{ "IS", draft_text, W(issue), OF_ANY },
	{ "CP", take_issue, W(issue), OF_ANY & ~OF_CONFERENCE },
	{ "CP", take_conference, W(container), OF_CONFERENCE },
	{ "SP", draft_first_page, 0, OF_ANY },
	{ "EP", draft_last_page, 0, OF_ANY },
	{ "PG", draft_pages, W(pages), OF_ANY },
	{ "C7", draft_number, 0, OF_ANY },
	{ "AR", draft_number, 0, OF_ANY },
	{ "SE", draft_ignore, 0, OF_ANY },
	{ "M1", take_misc, 0, OF_ANY },
	{ "PB", draft_text, W(publisher), OF_ANY },
	{ "PU", draft_text, W(publisher), OF_ANY },
	{ "CY", draft_text, W(publisher_place), OF_ANY & ~OF_ARTICLE },
	{ "PP", draft_text, W(publisher_place), OF_ANY },
	{ "CY", draft_ignore, 0, OF_ARTICLE },
	{ "PI", draft_ignore, 0, OF_ANY },
	{ "PA", draft_ignore, 0, OF_ANY },
	{ "SN", draft_issn, W(issns), OF_ANY },
	{ "NS", draft_issn, W(issns), OF_ANY },
	{ "BN", draft_issn, W(issns), OF_ANY },
	{ "DO", draft_doi, W(doi), OF_ANY },
	{ "DI", draft_doi, W(doi), OF_ANY },
	{ "PM", draft_pmid, W(pmid), OF_ANY },
	{ "C2", take_custom_pmcid, W(pmcid), OF_ANY },
	{ "C5", take_custom_pmid, W(pmid), OF_ANY },
	{ "DB", remember_database, 0, OF_ANY },
	{ "DP", remember_database, 0, OF_ANY },
	{ "T2", take_other_title, W(notes), OF_ARTICLE },
	{ "AN", ris_take_accession, W(notes), OF_ANY },
	{ "ID", ris_take_id, 0, OF_ANY },
	{ "L3", take_file, W(link), OF_ANY },
	{ "UR", draft_url, W(link), OF_ANY },
	{ "L2", take_file, W(link), OF_ANY },
	{ "LK", take_file, W(link), OF_ANY },
	{ "L1", draft_ignore, 0, OF_ANY },
	{ "L4", draft_ignore, 0, OF_ANY },
	{ "AB", draft_abstract, W(abstract), OF_ANY },
	{ "N2", draft_abstract, W(abstract), OF_ANY },
	{ "KW", draft_keywords, W(keywords), OF_ANY },
	{ "DE", draft_keywords, W(keywords), OF_ANY },
	{ "MH", draft_heading, W(headings), OF_ANY },
	{ "LA", draft_language, W(languages), OF_ANY },
	{ "LG", draft_language, W(languages), OF_ANY },
	{ "M3", draft_type, W(publication_types), OF_ANY },
	{ "PT", draft_type, W(publication_types), OF_ANY },
	{ "RI", draft_note, W(notes), OF_ANY },
	{ "N1", ris_take_note, W(notes), OF_ANY },
	{ "RN", draft_note, W(notes), OF_ANY },
	{ "NT", draft_note, W(notes), OF_ANY },
	{ "CN", draft_registration, W(registration), OF_ANY },
	/*
	 * Addresses, personal identifiers, funding, the database's processing
	 * data.
	 */
	{ "AD", draft_ignore, 0, OF_ANY },
	{ "AI", draft_ignore, 0, OF_ANY },
	{ "AV", draft_ignore, 0, OF_ANY },
	{ "C1", draft_ignore, 0, OF_ANY },
	{ "C3", draft_ignore, 0, OF_ANY },
	{ "C4", draft_ignore, 0, OF_ANY },
	{ "C6", draft_ignore, 0, OF_ANY },
	{ "C8", draft_ignore, 0, OF_ANY },
	{ "CA", draft_ignore, 0, OF_ANY },
	{ "CC", draft_ignore, 0, OF_ANY },
	{ "FU", draft_ignore, 0, OF_ANY },
	{ "FX", draft_ignore, 0, OF_ANY },
	{ "M2", draft_ignore, 0, OF_ANY },
	{ "M4", draft_ignore, 0, OF_ANY },
	{ "NL", draft_ignore, 0, OF_ANY },
	{ "NV", draft_ignore, 0, OF_ANY },
	{ "RP", draft_ignore, 0, OF_ANY },
	{ "SR", draft_ignore, 0, OF_ANY },
	{ "TA", draft_ignore, 0, OF_ANY },
	{ "TS", draft_ignore, 0, OF_ANY },
	{ "U1", draft_ignore, 0, OF_ANY },
	{ "U2", draft_ignore, 0, OF_ANY },
	{ "U3", draft_ignore, 0, OF_ANY },
	{ "U4", draft_ignore, 0, OF_ANY },
	{ "U5", draft_ignore, 0, OF_ANY },
	{ "WE", draft_ignore, 0, OF_ANY },
	{ "WT", draft_ignore, 0, OF_ANY },
	{ "WV", draft_ignore, 0, OF_ANY },
};

/* Splits a line: two characters, spaces, a hyphen, a space, as in "TY - ". */
static bool
ris_split(const char *text, struct tag_line *line)
{
	const char *at = text + strspn(text, " \t");
	size_t blanks;

	line->value = text + strspn(text, " \t");
	if (!isupper((unsigned char)at[0]) ||
	    (!isupper((unsigned char)at[1]) &&
	    !isdigit((unsigned char)at[1])))
		return true;
	blanks = strspn(at + 2, " ");
	if (blanks > 4 || at[2 + blanks] != '-' || (at[3 + blanks] != ' ' &&
	    at[3 + blanks] != '\0' && blanks < 2))
		return true;
	if (blanks == 0)
		return true;
	/* Authors under two tags keep their order in the file. */
	memcpy(line->tag, strncmp(at, "A1", 2) == 0 ? "AU" : at, 2);
	line->value = at + 3 + blanks;
	line->value += strspn(line->value, " ");
	line->column = (size_t)(line->value - text) + 1;
	return true;
}

static void
ris_finish(struct draft *draft)
{
	struct work *work = draft->work;

	if (text_same(work->container, work->container_short))
		work->container_short = NULL;
}

static void
ris_read(struct input_lines *lines, const struct read_handler *handler)
{
	static const struct tagged_format format = { .name = "RIS",
	    .split = ris_split, .first = "TY", .last = "ER", .type_tag = "TY",
	    .type = ris_type, .rows = rows, .count = COUNT(rows),
	    .breaks_at = 70, .finish = ris_finish };

	tagged_read(lines, &format, handler);
}

/* Whether the start of the file has a line "TY  - ". */
static bool
ris_begins(const char *text)
{
	struct tag_line line = { .column = 1 };
	const char *end;
	char first[16];
	size_t n;

	for (; *text != '\0'; text = *end == '\0' ? end : end + 1) {
		end = text + strcspn(text, "\r\n");
		n = (size_t)(end - text) < sizeof(first) - 1 ?
		    (size_t)(end - text) : sizeof(first) - 1;
		memcpy(first, text, n);
		first[n] = '\0';
		line.tag[0] = '\0';
		if (ris_split(first, &line) && (text_same(line.tag,
		    "TY") || text_same(line.tag, "ER")))
			return true;
	}
	return false;
}

const struct text_reader reader_ris = { ris_begins, ris_read };
