/* Foreign files: identifies files that cannot be read. */
#include "import/foreign.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

static const char rdf[] = "RDF, which is not supported; in Zotero, choose RIS "
    "or CSL JSON as the export format";

static const struct {
	const char	*bytes;
	size_t		 n;
	const char	*what;
} signatures[] = {
	{ "\xFD" "7zXZ", 5, "an xz-compressed file; unpack it first: unxz "
	  "FILE" },
	{ "BZh", 3, "a bzip2-compressed file; unpack it first: bunzip2 FILE" },
	{ "\x28\xB5\x2F\xFD", 4, "a zstd-compressed file; unpack it first: "
	  "unzstd FILE" },
	{ "7z\xBC\xAF", 4, "a 7z archive; unpack it first" },
	{ "%PDF", 4, "a PDF, not a bibliography; save the references as RIS "
	  "or .nbib from PubMed or a reference manager" },
	{ "SQLite format 3", 15, "a database, not a bibliography; in Zotero, "
	  "choose File, Export Library, RIS" },
	{ "\xD0\xCF\x11\xE0", 4, "an old Word or Excel file; export RIS, "
	  "BibTeX or .nbib from the program that has the references" },
	{ "{\\rtf", 5, "an RTF document; export RIS, BibTeX or .nbib from the "
	  "program that has the references" },
	{ "\x4C\x6F\xA7\x94", 4, "EBCDIC, an unsupported encoding (save it as "
	  "UTF-8)" },
};

/* The content of a zip shows which program it comes from. */
static const char *
zip_kind(const char *bytes, size_t n)
{
	static const struct { const char *name, *what; } kinds[] = {
		{ "word/", "a Word document (.docx); in the reference "
		  "manager, select the references and export RIS" },
		{ "xl/", "an Excel workbook (.xlsx); in Excel, save it as "
		  "CSV (UTF-8)" },
		{ "mimetypeapplication/vnd.oasis", "an OpenDocument file; "
		  "export RIS from the reference manager" },
		{ "ppt/", "a presentation (.pptx); export RIS from the "
		  "reference manager" },
	};
	size_t i, at, len;

	for (i = 0; i < COUNT(kinds); i++) {
		len = strlen(kinds[i].name);
		for (at = 0; at + len <= n; at++)
			if (memcmp(bytes + at, kinds[i].name, len) == 0)
				return kinds[i].what;
	}
	return "a zip archive; unpack it first: unzip FILE";
}

/*
 * Whether the bytes are MARC (ISO 2709): five digits of length, status, type;
 * "4500" at byte 20.
 */
static bool
is_marc(const char *bytes, size_t n)
{
	size_t i;

	if (n < 24 || memcmp(bytes + 20, "4500", 4) != 0)
		return false;
	for (i = 0; i < 5; i++)
		if (!isdigit((unsigned char)bytes[i]))
			return false;
	return true;
}

const char *
foreign_bytes(const char *bytes, size_t n)
{
	size_t i;

	assert(bytes != NULL || n == 0);
	for (i = 0; i < COUNT(signatures); i++)
		if (n >= signatures[i].n && memcmp(bytes, signatures[i].bytes,
		    signatures[i].n) == 0)
			return signatures[i].what;
	if (n >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0)
		return zip_kind(bytes, n);
	if (is_marc(bytes, n))
		return "MARC (ISO 2709), which is not supported; convert it to "
		    "MODS: yaz-marcdump -o marcxml FILE, then the Library of "
		    "Congress's MARC21slim2MODS3.xsl";
	return NULL;
}

/*
 * Whether a text is a table: its first line has commas or tabs, and common
 * column names.
 */
static bool
is_table(const char *text)
{
	char line[512];
	size_t n = strcspn(text, "\r\n");

	n = n < sizeof(line) - 1 ? n : sizeof(line) - 1;
	memcpy(line, text, n);
	line[n] = '\0';
	return strpbrk(line, ",\t;") != NULL && (strcasestr(line, "title") !=
	    NULL || strcasestr(line, "doi") != NULL || strcasestr(line,
	    "pmid") != NULL || strcasestr(line, "author") != NULL);
}

/* What RDF is called that is not XML: Turtle, N-Triples, JSON-LD. */
static bool
is_rdf(const char *head)
{
	return strncasecmp(head, "@prefix ", 8) == 0 ||
	    strncasecmp(head, "@base ", 6) == 0 ||
	    text_begins(head, "PREFIX ") || text_begins(head, "<http") ||
	    text_begins(head, "_:") ||
	    (strchr("{[", *head) != NULL && strstr(head, "\"@context\"") !=
	    NULL);
}

const char *
foreign_text(const char *head)
{
	assert(head != NULL);
	head += strspn(head, " \t\r\n");
	if (*head == '\0')
		return "an empty file";
	if (strncasecmp(head, "<!doctype html", 14) == 0 ||
	    strncasecmp(head, "<html", 5) == 0)
		return "an HTML page, not a bibliography; on PubMed's page, "
		    "choose Save, Format: PubMed";
	if (is_rdf(head))
		return rdf;
	if (*head == '<')
		return "Ovid's text; on Ovid's page, choose Export, Format: "
		    "RIS";
	if (text_begins(head, "Record #") && strstr(head, "\nID: ") != NULL)
		return "Cochrane's plain text; export RIS (EndNote) there "
		    "instead";
	if (is_table(head))
		return "a CSV table that lacks a title column or two other "
		    "known columns (see strigil-bibliography(5), Imported "
		    "formats); 'strigil status' reads lists of retractions";
	if (*head == '{' || *head == '[')
		return "JSON, but not CSL-JSON (expected an array of objects, "
		    "[{...}])";
	if (text_begins(head, "1. ") || text_begins(head, "1: "))
		return "a list of references as text; on PubMed's page, "
		    "choose Save, Format: PubMed";
	return "text in an unknown format (supported: RIS, MEDLINE text, "
	    "BibTeX, CSL-JSON, Web of Science, EndNote, XML, CSV with a "
	    "Title column)";
}

static const struct {
	const char	*root;
	const char	*space;		/* prefix of the namespace */
	const char	*what;
} roots[] = {
	{ "RDF", "http://www.w3.org/1999/02/22-rdf", rdf },
	{ "collection", "http://www.loc.gov/MARC21", "MARCXML, which is not "
	  "supported; convert it to MODS with the Library of Congress's "
	  "MARC21slim2MODS3.xsl" },
	{ "record", "http://www.loc.gov/MARC21", "MARCXML, which is not "
	  "supported; convert it to MODS with the Library of Congress's "
	  "MARC21slim2MODS3.xsl" },
	{ "Sources", "http://schemas.openxmlformats.org/", "a Word document's "
	  "list of sources, which is not supported; export RIS or BibTeX from "
	  "the program that has the references" },
	{ "TEI", "", "TEI, which is not supported; export RIS or BibTeX "
	    "instead" },
	{ "eSearchResult", "", "a list of PMIDs, not records; fetch them with "
	  "efetch -db pubmed -format xml" },
	{ "DocumentSummarySet", "", "PubMed summaries, not full records; fetch "
	  "them with efetch -db pubmed -format xml" },
	{ "eSummaryResult", "", "PubMed summaries, not full records; fetch "
	  "them with efetch -db pubmed -format xml" },
	{ "opml", "", "an outline (OPML), not a bibliography" },
	{ "feed", "", "a news feed, not a bibliography" },
	{ "rss", "", "a news feed, not a bibliography" },
	{ "html", "", "an HTML page, not a bibliography; on PubMed's page, "
	  "choose Save, Format: PubMed" },
	{ "HTML", "", "an HTML page, not a bibliography; on PubMed's page, "
	  "choose Save, Format: PubMed" },
};

const char *
foreign_root(const char *root, const char *space)
{
	size_t i;

	for (i = 0; i < COUNT(roots); i++)
		if (text_same(roots[i].root, root) && (space == NULL ||
		    text_begins(space, roots[i].space)))
			return roots[i].what;
	return NULL;
}
