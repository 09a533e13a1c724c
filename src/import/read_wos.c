/*
 * Reads the plain text of Web of Science (.ciw, savedrecs.txt).
 *
 * Source: "Web of Science Core Collection Field Tags" (Clarivate).
 */
#include "import/reader.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "import/tagged.h"

static const char *
wos_type(struct draft *draft, const char *text)
{
	(void)draft;
	return text_same(text, "B") ? "book" : text_same(text, "S") ?
	    "chapter" : text_same(text, "C") ? "conference" : "article";
}

/* Long values continue on the next line; only names have one line each. */
static void
take_piece(struct draft *draft, const char *text, size_t at)
{
	const char **field = (const char **)(void *)((char *)draft->work +
	    at);

	*field = *field == NULL ? mem_text(draft->work, text) :
	    mem_format(draft->work, "%s %s", *field, text);
}

static void
take_keyword_piece(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	draft->kind = draft->kind == NULL ? mem_text(draft->work, text) :
	    mem_format(draft->work, "%s%s %s", draft->kind,
	    text_same(draft->extra, draft->tag) ? "" : ";", text);
	draft->extra = draft->tag;
}

/*
 * The group that wrote a book; it counts as the author of a paper in the book
 * only if nobody else is named.
 */
static void
take_book_group(struct draft *draft, const char *text, size_t at)
{
	if (draft->work->authors.count == 0)
		draft_group(draft, text, at);
}

/*
 * PT says where a work was published ("B" for everything in books), and DT what
 * it is.
 */
static void
settle_type(struct work *work)
{
	if (text_same(work->type, "article"))
		return;
	if (list_holds(&work->publication_types, "Proceedings Paper"))
		work->type = "conference";
	else if (list_holds(&work->publication_types, "Book Chapter"))
		work->type = "chapter";
}

static void
wos_finish(struct draft *draft)
{
	const char *title = draft->work->title;

	settle_type(draft->work);
	draft->work->title = NULL;
	if (title != NULL)
		draft_title(draft, title, W(title));
	if (draft->kind != NULL)
		draft_keywords(draft, draft->kind, W(keywords));
}

static const struct tag_row rows[] = {
	{ "TI", take_piece, W(title), OF_ANY },
	{ "FT", take_piece, W(original_title), OF_ANY },
	{ "AF", draft_full_name, W(authors), OF_ANY },
	{ "AU", draft_short_name, W(authors), OF_ANY },
	{ "CA", draft_group, W(authors), OF_ANY },
	{ "GP", take_book_group, W(authors), OF_BOOK },
	{ "BE", draft_person, W(editors), OF_ANY },
	{ "ED", draft_person, W(editors), OF_ANY },
	{ "SO", take_piece, W(container), OF_ANY },
	{ "JI", draft_text, W(container_short), OF_ANY },
	{ "J9", draft_text, W(container_short), OF_ANY },
	{ "SE", take_piece, W(series), OF_ANY },
	{ "BS", draft_ignore, 0, OF_ANY },
	{ "PY", draft_date, W(year), OF_ANY },
	{ "VL", draft_text, W(volume), OF_ANY },
	{ "IS", draft_text, W(issue), OF_ANY },
	{ "BP", draft_first_page, 0, OF_ANY },
	{ "EP", draft_last_page, 0, OF_ANY },
	{ "PS", draft_pages, W(pages), OF_ANY },
	{ "AR", draft_number, 0, OF_ANY },
	{ "PU", draft_text, W(publisher), OF_ANY },
	{ "PI", draft_text, W(publisher_place), OF_ANY },
	{ "SN", draft_issn, W(issns), OF_ANY },
	{ "EI", draft_issn, W(issns), OF_ANY },
	{ "BN", draft_isbn, W(isbn), OF_ANY },
	{ "DI", draft_doi, W(doi), OF_ANY },
	{ "D2", draft_ignore, 0, OF_ANY },
	{ "PM", draft_pmid, W(pmid), OF_ANY },
	{ "LA", draft_language, W(languages), OF_ANY },
	{ "DT", draft_type, W(publication_types), OF_ANY },
	{ "AB", draft_abstract, W(abstract), OF_ANY },
	{ "DE", take_keyword_piece, 0, OF_ANY },
	{ "ID", take_keyword_piece, 0, OF_ANY },
	/* BIOSIS: concepts and further words. */
	{ "MC", take_keyword_piece, 0, OF_ANY },
	{ "MQ", take_keyword_piece, 0, OF_ANY },
	{ "AN", draft_key, 0, OF_ANY },
	{ "UT", draft_key, 0, OF_ANY },
	/*
	 * Addresses, cited references, counts, the database's processing data.
	 */
	{ "C1", draft_ignore, 0, OF_ANY }, { "C3", draft_ignore, 0, OF_ANY },
	{ "CR", draft_ignore, 0, OF_ANY }, { "CL", draft_ignore, 0, OF_ANY },
	{ "CT", draft_ignore, 0, OF_ANY }, { "CY", draft_ignore, 0, OF_ANY },
	{ "DA", draft_ignore, 0, OF_ANY }, { "EA", draft_ignore, 0, OF_ANY },
	{ "EM", draft_ignore, 0, OF_ANY }, { "FU", draft_ignore, 0, OF_ANY },
	{ "FX", draft_ignore, 0, OF_ANY }, { "GA", draft_ignore, 0, OF_ANY },
	{ "HC", draft_ignore, 0, OF_ANY }, { "HO", draft_ignore, 0, OF_ANY },
	{ "HP", draft_ignore, 0, OF_ANY }, { "MA", draft_ignore, 0, OF_ANY },
	{ "NR", draft_ignore, 0, OF_ANY }, { "OA", draft_ignore, 0, OF_ANY },
	{ "OI", draft_ignore, 0, OF_ANY }, { "PA", draft_ignore, 0, OF_ANY },
	{ "PD", draft_ignore, 0, OF_ANY }, { "PG", draft_ignore, 0, OF_ANY },
	{ "PN", draft_ignore, 0, OF_ANY }, { "RI", draft_ignore, 0, OF_ANY },
	{ "RP", draft_ignore, 0, OF_ANY }, { "SC", draft_ignore, 0, OF_ANY },
	{ "SI", draft_ignore, 0, OF_ANY }, { "SP", draft_ignore, 0, OF_ANY },
	{ "SU", draft_ignore, 0, OF_ANY }, { "TC", draft_ignore, 0, OF_ANY },
	{ "U1", draft_ignore, 0, OF_ANY }, { "U2", draft_ignore, 0, OF_ANY },
	{ "WC", draft_ignore, 0, OF_ANY }, { "WE", draft_ignore, 0, OF_ANY },
	{ "Z9", draft_ignore, 0, OF_ANY }, { "ZB", draft_ignore, 0, OF_ANY },
	{ "ZR", draft_ignore, 0, OF_ANY }, { "ZS", draft_ignore, 0, OF_ANY },
	{ "Z8", draft_ignore, 0, OF_ANY }, { "ZA", draft_ignore, 0, OF_ANY },
};

/*
 * Splits a line: two characters and a space.  Continuation lines start with
 * three spaces, which some programs remove.
 */
static bool
wos_split(const char *text, struct tag_line *line)
{
	line->value = text + strspn(text, " ");
	if (!isupper((unsigned char)text[0]) || (!isupper((unsigned char)
	    text[1]) && !isdigit((unsigned char)text[1])) || (text[2] != ' ' &&
	    text[2] != '\0'))
		return true;
	if (text_begins(text, "FN ") || text_begins(text, "VR ") ||
	    strcmp(text, "EF") == 0)
		return false;
	memcpy(line->tag, text, 2);
	line->value = text + 2 + strspn(text + 2, " ");
	line->column = (size_t)(line->value - text) + 1;
	return true;
}

static void
wos_read(struct input_lines *lines, const struct read_handler *handler)
{
	static const struct tagged_format format = {
	    .name = "Web of Science", .split = wos_split, .first = "PT",
	    .last = "ER", .type_tag = "PT", .type = wos_type, .rows = rows,
	    .count = COUNT(rows), .finish = wos_finish };

	tagged_read(lines, &format, handler);
}

static bool
wos_begins(const char *text)
{
	text += strspn(text, " \r\n");
	return (text_begins(text, "FN ") && (strstr(text, "\nVR ") != NULL ||
	    strstr(text, "\rVR ") != NULL)) || (text_begins(text, "PT ") &&
	    strstr(text, "\nAU ") != NULL);
}

const struct text_reader reader_wos = { wos_begins, wos_read };
