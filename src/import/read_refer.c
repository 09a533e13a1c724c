/*
 * Reads EndNote's tagged text (.enw), the format of refer(1): "%0 Journal
 * Article", "%A Doe, Jane".
 *
 * Source: EndNote, "EndNote Import" tags.
 */
#include "import/reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "import/tagged.h"

static const char *
refer_type(struct draft *draft, const char *text)
{
	static const struct { const char *name, *type; } types[] = {
		{ "Book", "book" }, { "Electronic Book", "book" },
		{ "Edited Book", "book" }, { "Book Section", "chapter" },
		{ "Thesis", "thesis" }, { "Report", "report" },
		{ "Government Document", "report" }, { "Web Page", "report" },
		{ "Conference Proceedings", "conference" },
		{ "Conference Paper", "conference" },
	};
	size_t i;

	(void)draft;
	for (i = 0; i < COUNT(types); i++)
		if (strcasecmp(types[i].name, text) == 0)
			return types[i].type;
	return "article";
}

static void
refer_take_accession(struct draft *draft, const char *text, size_t at)
{
	if (strspn(text, "0123456789") == strlen(text) && strlen(text) <= 8 &&
	    text_same(draft->kind, "NLM"))
		draft_pmid(draft, text, W(pmid));
	else
		draft_list(draft, mem_format(draft->work,
		    "Accession number: %s", text), at);
}

static void
refer_remember_provider(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	if (strcasecmp(text, "NLM") == 0 || strcasestr(text, "medline") !=
	    NULL || strcasestr(text, "pubmed") != NULL)
		draft->kind = "NLM";
}

static const struct tag_row rows[] = {
	{ "T", draft_title, W(title), OF_ANY },
	{ "Q", draft_text, W(original_title), OF_ANY },
	{ "A", draft_people, W(authors), OF_ANY },
	{ "E", draft_people, W(editors), OF_ANY },
	{ "Y", draft_people, W(editors), OF_ANY },
	{ "J", draft_text, W(container), OF_ANY },
	{ "B", draft_text, W(container), OF_PART },
	{ "B", draft_text, W(series), OF_WHOLE },
	{ "O", draft_text, W(container_short), OF_ANY },
	{ "S", draft_text, W(series), OF_ANY },
	{ "7", draft_text, W(edition), OF_BOOK | OF_CHAPTER },
	{ "7", draft_ignore, 0, OF_ANY },
	{ "D", draft_date, W(year), OF_ANY },
	{ "8", draft_date, W(published), OF_ANY },
	{ "V", draft_text, W(volume), OF_ANY },
	{ "N", draft_text, W(issue), OF_ANY },
	{ "P", draft_pages, W(pages), OF_ANY },
	{ "I", draft_text, W(publisher), OF_ANY },
	{ "C", draft_text, W(publisher_place), OF_ANY & ~OF_ARTICLE },
	{ "C", draft_ignore, 0, OF_ARTICLE },
	{ "@", draft_issn, W(issns), OF_ANY },
	{ "R", draft_doi, W(doi), OF_ANY },
	{ "W", refer_remember_provider, 0, OF_ANY },
	{ "~", refer_remember_provider, 0, OF_ANY },
	{ "M", refer_take_accession, W(notes), OF_ANY },
	{ "2", draft_pmcid, W(pmcid), OF_ANY },
	{ "U", draft_url, W(link), OF_ANY },
	{ "G", draft_language, W(languages), OF_ANY },
	{ "K", draft_keywords, W(keywords), OF_ANY },
	{ "X", draft_abstract, W(abstract), OF_ANY },
	{ "Z", draft_note, W(notes), OF_ANY },
	{ "9", draft_type, W(publication_types), OF_ANY },
	{ "F", draft_key, 0, OF_ANY },
	{ "]", draft_number, 0, OF_ANY },
	{ "&", draft_first_page, 0, OF_ANY },
	{ "+", draft_ignore, 0, OF_ANY }, { "[", draft_ignore, 0, OF_ANY },
	{ ">", draft_ignore, 0, OF_ANY }, { "<", draft_ignore, 0, OF_ANY },
	{ "!", draft_ignore, 0, OF_ANY }, { "L", draft_ignore, 0, OF_ANY },
	{ "H", draft_ignore, 0, OF_ANY }, { "1", draft_ignore, 0, OF_ANY },
	{ "3", draft_ignore, 0, OF_ANY }, { "4", draft_ignore, 0, OF_ANY },
	{ "6", draft_ignore, 0, OF_ANY }, { "(", draft_ignore, 0, OF_ANY },
	{ ")", draft_ignore, 0, OF_ANY }, { "?", draft_ignore, 0, OF_ANY },
};

static bool
refer_split(const char *text, struct tag_line *line)
{
	line->value = text + strspn(text, " \t");
	if (text[0] != '%' || text[1] == '\0' || (text[2] != ' ' &&
	    text[2] != '\0'))
		return true;
	line->tag[0] = text[1];
	line->value = text + 2 + strspn(text + 2, " ");
	line->column = (size_t)(line->value - text) + 1;
	return true;
}

static void
refer_read(struct input_lines *lines, const struct read_handler *handler)
{
	static const struct tagged_format format = { .name = "EndNote",
	    .split = refer_split, .first = "0", .type_tag = "0",
	    .type = refer_type, .rows = rows, .count = COUNT(rows) };

	tagged_read(lines, &format, handler);
}

static bool
refer_begins(const char *text)
{
	text += strspn(text, " \r\n");
	return text_begins(text, "%0 ") || (text[0] == '%' &&
	    strchr("ATDJ", text[1]) != NULL && text[1] != '\0' &&
	    text[2] == ' ');
}

const struct text_reader reader_refer = { refer_begins, refer_read };
