/*
 * Identifiers in the forms of other programs: after labels and addresses, in
 * lists, inside web addresses.
 */
#include "import/draft.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "record/identifier.h"

static void
set_valid(struct draft *draft, const char *key, const char *text, size_t at)
{
	if (*text == '\0')
		return;
	if (draft_is_valid(key, text))
		draft_text(draft, text, at);
	else
		draft_warn(draft, "'%s' is not %s %s; it is left out", text,
		    text_same(key, "isbn") ? "an" : "a",
		    draft_member(key)->name);
}

/* Skips the labels and addresses before an identifier. */
static const char *
bare(const char *text)
{
	static const char *const before[] = { "https://", "http://", "www.",
	    "dx.doi.org/", "doi.org/", "doi:", "doi",
	    "pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/",
	    "europepmc.org/article/MED/", "ncbi.nlm.nih.gov/pmc/articles/",
	    "pmc.ncbi.nlm.nih.gov/articles/", "pmid:", "pmid", "pmcid:",
	    "medline:", "pubmed", "isbn:", "isbn-", "isbn", ":", " " };
	bool again;
	size_t i;

	do {
		again = false;
		for (i = 0; i < COUNT(before); i++)
			if (strncasecmp(text, before[i], strlen(before[i])) ==
			    0) {
				text += strlen(before[i]);
				again = true;
			}
	} while (again);
	return text;
}

void
draft_doi(struct draft *draft, const char *text, size_t at)
{
	const char *start = strstr(text, "10.");
	char *part, *doi;
	size_t n;

	assert(draft->work != NULL);
	if (start == NULL) {
		set_valid(draft, "doi", bare(text), at);
		return;
	}
	n = strcspn(start, " \t\n");
	while (n > 0 && strchr(".,;", start[n - 1]) != NULL)
		n--;
	part = mem_text_n(NULL, start, n);
	doi = identifier_decode(part, part);
	set_valid(draft, "doi", doi, at);
	mem_free(part);
}

void
draft_pmid(struct draft *draft, const char *text, size_t at)
{
	const char *start = bare(text);
	size_t n = strspn(start, "0123456789");
	char *digits = mem_text_n(NULL, start, n);

	assert(draft->work != NULL);
	if (*digits != '\0' && strspn(digits, "0") == n)
		*digits = '\0';	/* Abstrackr writes "0" for none */
	set_valid(draft, "pmid", n > 0 && (start[n] == '\0' ||
	    strchr(" /.;,[(\n", start[n]) != NULL) ? digits : text, at);
	mem_free(digits);
}

void
draft_pmcid(struct draft *draft, const char *text, size_t at)
{
	const char *start = bare(text);
	bool named = strncasecmp(start, "PMC", 3) == 0;
	size_t n = strspn(start + (named ? 3 : 0), "0123456789");
	char *id = mem_format(NULL, "PMC%.*s", (int)n, start + (named ? 3 :
	    0));

	assert(draft->work != NULL);
	set_valid(draft, "pmcid", n > 0 ? id : text, at);
	mem_free(id);
}

/* The digits and hyphens at the start, after a label if there is one. */
static char *
isbn_in(const char *text)
{
	const char *start = bare(text);

	return mem_text_n(NULL, start, strspn(start, "0123456789Xx-\u2010"));
}

void
draft_isbn(struct draft *draft, const char *text, size_t at)
{
	char *isbn = isbn_in(text);

	assert(draft->work != NULL);
	set_valid(draft, "isbn", *isbn != '\0' ? isbn : bare(text), at);
	mem_free(isbn);
}

/* The length of an ISSN, 0 for anything else; sets its eight digits. */
static size_t
issn_in(const char *text, char digits[9])
{
	size_t n = 0, i;

	digits[8] = '\0';
	for (i = 0; text[i] != '\0'; i++) {
		if (text[i] == '-')
			continue;
		if ((!isdigit((unsigned char)text[i]) && (n != 7 ||
		    toupper((unsigned char)text[i]) != 'X')) || n == 8)
			return 0;
		digits[n++] = (char)toupper((unsigned char)text[i]);
	}
	return n == 8 ? i : 0;
}

/* Takes one ISSN or ISBN, perhaps after letters: "1234-5678", "EISSN-1234-5678". */
static void
take_serial(struct draft *draft, const char *text, size_t at)
{
	char digits[9], *isbn;
	const char *start = text;
	size_t n;

	while (isalpha((unsigned char)*start))
		start++;
	start += strspn(start, ":-.");
	n = issn_in(start, digits);
	isbn = isbn_in(start);
	if (n > 0 && start[n] == '\0')
		draft_list(draft, mem_format(draft->work, "%.4s-%.4s",
		    digits, digits + 4), at);
	else if (draft_is_valid("isbn", isbn))
		draft_text(draft, isbn, W(isbn));
	else if (start == text && *text != '\0' && strspn(text,
	    "0123456789-xX") == strlen(text))
		draft_warn(draft, "'%s' is neither an ISSN nor an ISBN; it is "
		    "left out", text);
	mem_free(isbn);
}

/*
 * The length of an ISBN with blanks, "978 3 16 148410 0", of which it sets the
 * digits; 0 for anything else.
 */
static size_t
spaced_isbn(const char *text, char digits[14])
{
	size_t n = strspn(text, "0123456789Xx- "), count = 0, i;

	for (i = 0; i < n && count < 14; i++)
		if (text[i] != ' ' && text[i] != '-')
			digits[count++] = text[i];
	while (n > 0 && text[n - 1] == ' ')
		n--;
	if (memchr(text, ' ', n) == NULL || (count != 10 && count != 13))
		return 0;
	digits[count] = '\0';
	return draft_is_valid("isbn", digits) ? n : 0;
}

/*
 * Several of them: "1234-5678 (Print) 2345-6789", "978-3-16-148410-0 1234-5678",
 * and Rayyan's ["1234-5678", "2345-6789"].
 */
void
draft_issn(struct draft *draft, const char *text, size_t at)
{
	static const char between[] = ":;, \t\n()[]\"'";
	char *part, digits[14];
	size_t n;

	assert(draft->work != NULL);
	for (; *text != '\0'; text += n) {
		text += strspn(text, between);
		n = spaced_isbn(text, digits);
		if (n > 0) {
			draft_text(draft, digits, W(isbn));
			continue;
		}
		n = strcspn(text, between);
		part = mem_text_n(NULL, text, n);
		take_serial(draft, part, at);
		mem_free(part);
	}
}

/*
 * Whether a text can be an article number, which a PII is not:
 * "S1080-6032(22)00139-9", "S1080603222001399".
 */
static bool
is_article_number(const char *text)
{
	size_t n = strlen(text);

	return n < 20 && strspn(text, "0123456789abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ.-") == n && (n != 17 || *text != 'S');
}

void
draft_pii(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	if (draft->work->volume != NULL && is_article_number(text))
		draft_number(draft, text, at);
}

static bool
address_holds(const char *text, const char *part, const char **after)
{
	const char *found = strstr(text, part);

	if (found == NULL)
		return false;
	*after = found + strlen(part);
	return true;
}

/*
 * Sets the address as a link, unless it leads to a personal search.  EndNote's
 * "<Go to ISI>://WOS:000298449100001" works in EndNote alone.
 */
static void
take_address(struct draft *draft, const char *text, size_t at)
{
	struct work *work = draft->work;
	const char *after;

	if (address_holds(text, "doi.org/", &after)) {
		if (work->doi == NULL)
			draft_doi(draft, after, W(doi));
	} else if (address_holds(text, "/pmc/articles/", &after) ||
	    address_holds(text, "pmc.ncbi.nlm.nih.gov/articles/", &after)) {
		draft_pmcid(draft, after, W(pmcid));
	} else if (address_holds(text, "pubmed.ncbi.nlm.nih.gov/", &after) ||
	    address_holds(text, "ncbi.nlm.nih.gov/pubmed/", &after)) {
		if (isdigit((unsigned char)*after))
			draft_pmid(draft, after, W(pmid));
	} else if (draft_is_valid("link", text)) {
		draft_text(draft, text, at);
	} else if (strstr(text, "://") != NULL && !text_begins(text, "ISI>")) {
		draft_warn(draft, "'%s' is not a web address; it is left out",
		    text);
	}
}

void
draft_url(struct draft *draft, const char *text, size_t at)
{
	assert(draft->work != NULL);
	draft_split(draft, text, " \t\n;", at, take_address);
}

void
draft_registration(struct draft *draft, const char *text, size_t at)
{
	static const char *const registers[] = { "NCT", "ISRCTN", "ACTRN",
	    "ChiCTR", "CTRI", "DRKS", "EUCTR", "JPRN", "UMIN", "KCT", "PACTR",
	    "CRD", "RBR-", "NTR", "IRCT", "TCTR" };
	const char *slash = strrchr(text, '/');
	size_t i;

	assert(draft->work != NULL);
	if (slash != NULL)
		text = slash + 1;
	for (i = 0; i < COUNT(registers); i++)
		if (text_begins(text, registers[i]))
			draft_text(draft, text, at);
}

/* Pages. */

void
draft_pages(struct draft *draft, const char *text, size_t at)
{
	static const char *const dashes[] = { "–", "—", "−", "‐", "‑", "‒" };
	struct buf pages = { .data = NULL };
	size_t i;

	assert(draft->work != NULL);
	/* BibTeX writes an en dash as "--". */
	for (; *text != '\0'; text++) {
		for (i = 0; i < COUNT(dashes); i++)
			if (text_begins(text, dashes[i]))
				break;
		if (i < COUNT(dashes))
			buf_text(draft->work, &pages, "-"), text += 2;
		else if (*text != '-' || text[1] != '-')
			buf_add(draft->work, &pages, text, 1);
	}
	if (strspn(buf_string(&pages), "- ") != pages.len)
		draft_text(draft, buf_string(&pages), at);
}
