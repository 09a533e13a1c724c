/*
 * Reads MEDLINE text, saved by PubMed and ERIC as .nbib or .txt.
 *
 * Source: "MEDLINE/PubMed Data Element (Field) Descriptions" (NLM).
 */
#include "import/reader.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "import/pubtype.h"
#include "import/tagged.h"

/* Takes "10.9999/made.up [doi]" or "e42692 [pii]"; in ERIC, an address. */
static void
nbib_take_location(struct draft *draft, const char *text, size_t at)
{
	const char *kind = strrchr(text, '[');
	char *id;

	(void)at;
	if (kind == NULL) {
		(strchr(text, '/') == NULL ? draft_number : draft_url)(draft,
		    text, W(link));
		return;
	}
	id = text_clean(NULL, text, (size_t)(kind - text));
	if (text_same(kind, "[pii]") && text_same(draft->tag, "LID"))
		draft_pii(draft, id, 0);
	if (text_same(kind, "[doi]"))
		draft_doi(draft, id, W(doi));
	else if (text_same(kind, "[pmc]"))
		draft_pmcid(draft, id, W(pmcid));
	mem_free(id);
}

/*
 * Stores the place: for a journal the country, otherwise the place of
 * publication.
 */
static void
nbib_take_place(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	draft->role = mem_text(draft->work, text);
}

/* Takes an ISSN as ERIC labels it: "ISSN-1234-5678", "EISSN-1234-5678". */
static void
take_labelled_issn(struct draft *draft, const char *text, size_t at)
{
	draft_issn(draft, text + strcspn(text, "0123456789"), at);
}

/* "*Pain/therapy": an asterisk marks main topics. */
static void
take_mesh(struct draft *draft, const char *text, size_t at)
{
	char *heading = mem_array(NULL, char, strlen(text) + 1), *to = heading;

	for (; *text != '\0'; text++)
		if (*text != '*')
			*to++ = *text;
	draft_heading(draft, heading, at);
	mem_free(heading);
}

/*
 * Takes a notice: "Made Up J Tests. 2021;9(9):99. doi: 10.9999/n. PMID:
 * 90000096".
 */
static void
take_relation(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	draft_relation(draft, pubtype_relation(draft->tag), text);
}

#define RELATED(tag)	{ tag, take_relation, W(notices), OF_ANY }

static const struct tag_row rows[] = {
	{ "PMID", draft_pmid, W(pmid), OF_ANY },
	{ "TI", draft_title, W(title), OF_ANY },
	{ "TT", draft_original_title, W(original_title), OF_ANY },
	{ "BTI", draft_title, W(title), OF_ANY },
	{ "BTI", draft_title, W(container), OF_ANY },
	{ "CTI", draft_text, W(series), OF_ANY },
	{ "FAU", draft_full_name, W(authors), OF_ANY },
	{ "AU", draft_short_name, W(authors), OF_ANY },
	{ "CN", draft_group, W(authors), OF_ANY },
	{ "FED", draft_person, W(editors), OF_ANY },
	{ "FIR", draft_person, W(investigators), OF_ANY },
	{ "JT", draft_text, W(container), OF_ANY },
	{ "TA", draft_text, W(container_short), OF_ANY },
	{ "DP", draft_date, W(published), OF_ANY },
	{ "DEP", draft_date, W(year), OF_ANY },
	{ "VI", draft_text, W(volume), OF_ANY },
	{ "VTI", draft_ignore, 0, OF_ANY },
	{ "IP", draft_text, W(issue), OF_ANY },
	{ "PG", draft_pages, W(pages), OF_ANY },
	{ "LID", nbib_take_location, 0, OF_ANY },
	{ "AID", nbib_take_location, 0, OF_ANY },
	{ "PMC", draft_pmcid, W(pmcid), OF_ANY },
	{ "IS", draft_issn, W(issns), OF_ANY },
	{ "ISSN", take_labelled_issn, W(issns), OF_ANY },
	{ "ISBN", draft_isbn, W(isbn), OF_ANY },
	{ "EN", draft_text, W(edition), OF_ANY },
	{ "PB", draft_text, W(publisher), OF_ANY },
	{ "LA", draft_language, W(languages), OF_ANY },
	{ "PT", draft_type, W(publication_types), OF_ANY },
	{ "AB", draft_abstract, W(abstract), OF_ANY },
	{ "OAB", draft_abstract, W(abstract), OF_ANY },
	{ "MH", take_mesh, W(headings), OF_ANY },
	{ "OT", draft_words, W(keywords), OF_ANY },
	{ "SI", draft_registration, W(registration), OF_ANY },
	{ "COIS", draft_text, W(competing_interests), OF_ANY },
	RELATED("RIN"), RELATED("PRIN"), RELATED("RRI"), RELATED("RRF"), RELATED("ECI"),
	RELATED("EIN"), RELATED("CRI"), RELATED("UIN"), RELATED("ROF"), RELATED("PROF"),
	RELATED("ECF"), RELATED("EFR"), RELATED("CRF"), RELATED("UOF"), RELATED("CIN"),
	RELATED("CON"), RELATED("RPI"), RELATED("RPF"),
	/* Addresses, personal identifiers, funding, NLM's processing data. */
	{ "AD", draft_ignore, 0, OF_ANY }, { "AUID", draft_ignore, 0, OF_ANY },
	{ "IRAD", draft_ignore, 0, OF_ANY }, { "IR", draft_ignore, 0, OF_ANY },
	{ "ED", draft_ignore, 0, OF_ANY }, { "CI", draft_ignore, 0, OF_ANY },
	{ "CDAT", draft_ignore, 0, OF_ANY }, { "CTDT", draft_ignore, 0, OF_ANY },
	{ "CRDT", draft_ignore, 0, OF_ANY }, { "DA", draft_ignore, 0, OF_ANY },
	{ "DCOM", draft_ignore, 0, OF_ANY }, { "DRDT", draft_ignore, 0, OF_ANY },
	{ "EDAT", draft_ignore, 0, OF_ANY }, { "FPS", draft_ignore, 0, OF_ANY },
	{ "GN", draft_note, W(notes), OF_ANY }, { "GR", draft_ignore, 0, OF_ANY },
	{ "GS", draft_ignore, 0, OF_ANY }, { "JID", draft_ignore, 0, OF_ANY },
	{ "LR", draft_ignore, 0, OF_ANY }, { "MHDA", draft_ignore, 0, OF_ANY },
	{ "MID", draft_ignore, 0, OF_ANY }, { "NM", draft_ignore, 0, OF_ANY },
	{ "OABL", draft_ignore, 0, OF_ANY }, { "OCI", draft_ignore, 0, OF_ANY },
	{ "OID", draft_remember, 0, OF_ANY }, { "ORI", draft_ignore, 0, OF_ANY },
	{ "OTO", draft_ignore, 0, OF_ANY }, { "OWN", draft_ignore, 0, OF_ANY },
	{ "PHST", draft_ignore, 0, OF_ANY }, { "PL", nbib_take_place, 0, OF_ANY },
	{ "PMCR", draft_ignore, 0, OF_ANY }, { "PS", draft_ignore, 0, OF_ANY },
	{ "PST", draft_ignore, 0, OF_ANY }, { "PUBM", draft_ignore, 0, OF_ANY },
	{ "RF", draft_ignore, 0, OF_ANY }, { "RN", draft_ignore, 0, OF_ANY },
	{ "SB", draft_ignore, 0, OF_ANY }, { "SFM", draft_ignore, 0, OF_ANY },
	{ "SO", draft_ignore, 0, OF_ANY }, { "SPIN", draft_ignore, 0, OF_ANY },
	{ "STAT", draft_ignore, 0, OF_ANY }, { "TTO", draft_ignore, 0, OF_ANY },
	{ "FPSX", draft_ignore, 0, OF_ANY }, { "DDIN", draft_ignore, 0, OF_ANY },
};

/* Splits a line: up to four letters, padded with spaces, "- ", the value. */
static bool
nbib_split(const char *text, struct tag_line *line)
{
	size_t n = 0, blanks;

	while (n < 5 && text[n] >= 'A' && text[n] <= 'Z')
		n++;
	line->value = text + strspn(text, " \t");
	if (n < 2 || n > 4)
		return true;
	blanks = strspn(text + n, " ");
	if (n + blanks != 4 || text[4] != '-' || (text[5] != ' ' &&
	    text[5] != '\0'))
		return true;
	memcpy(line->tag, text, n);
	line->value = text + 5 + strspn(text + 5, " ");
	line->column = (size_t)(line->value - text) + 1;
	return true;
}

/* A record with a book title (BTI) is that book, or a chapter of it. */
static const char *
nbib_type(struct draft *draft, const char *text)
{
	(void)draft;
	(void)text;
	return "book";
}

static int
nbib_by_line(const void *a, const void *b)
{
	const struct author *one = *(void *const *)a, *other = *(void *const *)
	    b;

	return (one->at.line > other->at.line) - (one->at.line <
	    other->at.line);
}

/*
 * In ERIC, a work outside a journal has a number with "ED", its publisher in JT,
 * and in PT "Books" or "Dissertations/Theses - Doctoral Dissertations".
 */
static void
settle_eric(struct work *work, const char *number)
{
	const char *type;
	size_t i;

	if (number == NULL || strncmp(number, "ED", 2) != 0 ||
	    !isdigit((unsigned char)number[2]))
		return;
	work->type = "report";
	for (i = 0; i < work->publication_types.count; i++) {
		type = list_at(&work->publication_types, i);
		if (text_same(type, "Books"))
			work->type = "book";
		else if (text_begins(type, "Dissertations/Theses"))
			work->type = "thesis";
	}
	if (work->publisher == NULL)
		work->publisher = work->container;
	work->container = NULL;
}

static void
nbib_finish(struct draft *draft)
{
	struct work *work = draft->work;

	/* Groups (CN) are listed among people (FAU), and the order matters. */
	if (work->authors.count > 1)
		qsort(work->authors.at, work->authors.count,
		    sizeof(*work->authors.at), nbib_by_line);
	if (list_holds(&work->publication_types, "Academic Dissertation"))
		work->type = "thesis";
	else if (list_holds(&work->publication_types, "Technical Report") &&
	    work->container == NULL)
		work->type = "report";
	if (text_same(work->type, "book")) {
		if (text_same(work->title, work->container))
			work->container = NULL;
		else
			work->type = "chapter";
	}
	settle_eric(work, draft->extra);
	/* The place of a journal is its country, unless a publisher is named. */
	if (work->type != NULL || work->publisher != NULL)
		work->publisher_place = draft->role;
}

static void
nbib_read(struct input_lines *lines, const struct read_handler *handler)
{
	static const struct tagged_format format = { .name = "PubMed",
	    .split = nbib_split, .first = "PMID", .type_tag = "BTI",
	    .type = nbib_type, .rows = rows, .count = COUNT(rows),
	    .wraps = true, .finish = nbib_finish };

	tagged_read(lines, &format, handler);
}

static bool
nbib_begins(const char *text)
{
	struct tag_line line = { .column = 1 };
	char first[8] = "";

	text += strspn(text, " \r\n");
	strncpy(first, text, sizeof(first) - 1);
	return text_begins(text, "PMID- ") || text_begins(text, "OWN - ERIC")
	    || (nbib_split(first, &line) &&
	    strlen(line.tag) >= 2 && (strstr(text, "\nPMID- ") != NULL));
}

const struct text_reader reader_nbib = { nbib_begins, nbib_read };
