/* Identifiers: permanent names of works. */
#include "record/identifier.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/text.h"

#define DIGITS	"0123456789"

enum {
	ISSN_SIGNS = 8,
	PII_SIGNS = 16,			/* digits after the letter */
	PII_SHORT = 13			/* digits of the form with hyphens, in
					   DOIs */
};

static const char *const names[IDENTIFIER_COUNT] = {
	[IDENTIFIER_ID] = "id",
	[IDENTIFIER_DOI] = "DOI",
	[IDENTIFIER_PMID] = "PMID",
	[IDENTIFIER_PMCID] = "PMCID",
	[IDENTIFIER_ISBN] = "ISBN",
	[IDENTIFIER_REGISTRATION] = "registration",
	[IDENTIFIER_PII] = "PII",
};

const char *
identifier_name(enum identifier kind)
{
	assert(kind < IDENTIFIER_COUNT);
	return names[kind];
}

/* Labels that people and databases write for each kind of identifier. */
static const struct {
	const char	*name;
	enum identifier	 kind;
} other_names[] = {
	{ "PubMed", IDENTIFIER_PMID },
	{ "MEDLINE", IDENTIFIER_PMID },
	{ "PMC", IDENTIFIER_PMCID },
};

static bool
identifier_is_name(const char *name, const char *text, size_t n)
{
	return strlen(name) == n && strncasecmp(name, text, n) == 0;
}

enum identifier
identifier_find(const char *name, size_t n)
{
	int kind;

	assert(name != NULL);
	for (kind = 0; kind < IDENTIFIER_COUNT; kind++)
		if (identifier_is_name(names[kind], name, n))
			break;
	return (enum identifier)kind;
}

enum identifier
identifier_label(const char *word)
{
	size_t n, i;

	assert(word != NULL);
	word += strspn(word, "([<\"'");
	n = strcspn(word, ":-.]#= ");
	for (i = 0; i < COUNT(other_names); i++)
		if (identifier_is_name(other_names[i].name, word, n))
			return other_names[i].kind;
	return identifier_find(word, n);
}

/* Web addresses of each kind; the identifier follows. */
static const struct {
	const char	*start;
	enum identifier	 kind;
} addresses[] = {
	{ "pubmed/", IDENTIFIER_PMID },
	{ "pubmed.gov/", IDENTIFIER_PMID },
	{ "dx.doi.org/", IDENTIFIER_DOI },
	{ "doi.org/", IDENTIFIER_DOI },
	{ "ncbi.nlm.nih.gov/pubmed/", IDENTIFIER_PMID },
	{ "pubmed.ncbi.nlm.nih.gov/", IDENTIFIER_PMID },
	{ "europepmc.org/article/med/", IDENTIFIER_PMID },
	{ "europepmc.org/abstract/med/", IDENTIFIER_PMID },
	{ "ncbi.nlm.nih.gov/pmc/articles/", IDENTIFIER_PMCID },
	{ "pmc.ncbi.nlm.nih.gov/articles/", IDENTIFIER_PMCID },
	{ "europepmc.org/article/pmc/", IDENTIFIER_PMCID },
	{ "europepmc.org/articles/", IDENTIFIER_PMCID },
	{ "clinicaltrials.gov/ct2/show/", IDENTIFIER_REGISTRATION },
	{ "clinicaltrials.gov/study/", IDENTIFIER_REGISTRATION },
	{ "clinicaltrials.gov/show/", IDENTIFIER_REGISTRATION },
	{ "sciencedirect.com/science/article/abs/pii/", IDENTIFIER_PII },
	{ "sciencedirect.com/science/article/pii/", IDENTIFIER_PII },
	{ "linkinghub.elsevier.com/retrieve/pii/", IDENTIFIER_PII },
};

/* Registers of trials and reviews, by the prefix of their numbers. */
static const char *const registers[] = { "NCT0", "ISRCTN", "ACTRN", "ChiCTR",
    "IRCT", "CTRI/", "DRKS0", "KCT0", "NTR", "TCTR", "UMIN", "jRCT", "RBR-",
    "PACTR", "EUCTR", "CRD42" };

static const char *
skip(const char *text, const char *start)
{
	size_t n = strlen(start);

	return strncasecmp(text, start, n) == 0 ? text + n : text;
}

/*
 * Skips a web address before an identifier and sets *kind; otherwise returns
 * the text unchanged.
 */
static const char *
skip_address(const char *text, enum identifier *kind)
{
	const char *at = text + strspn(text, "<([{\"'"), *rest;
	size_t i;

	*kind = IDENTIFIER_COUNT;
	at = skip(skip(skip(at, "https://"), "http://"), "www.");
	for (i = 0; i < COUNT(addresses); i++) {
		rest = skip(at, addresses[i].start);
		if (rest == at)
			continue;
		*kind = addresses[i].kind;
		return rest;
	}
	return at;
}

size_t
identifier_doi_length(const char *s)
{
	size_t digits = strncmp(s, "10.", 3) != 0 ? 0 :
	    strspn(s + 3, DIGITS "."), n;

	if (digits < 4 || (s[3 + digits] != '/' && strncasecmp(s + 3 + digits,
	    "%2F", 3) != 0))
		return 0;
	n = strcspn(s + 4 + digits, " \t\n\"<>");
	return n == 0 ? 0 : 4 + digits + n;
}

/*
 * Whether a label ends at `rest`: it is followed by a sign or, as in "PMID123"
 * and "doi10.1000/182", by the number of an identifier that has no letters.
 */
static bool
ends_label(enum identifier kind, const char *rest)
{
	if (*rest == ':' || *rest == '#' || *rest == '=')
		return true;
	rest += *rest == '-';		/* "PMID-123", but "ISBN-13" */
	return isdigit((unsigned char)*rest) && (kind == IDENTIFIER_PMID ||
	    kind == IDENTIFIER_PMCID || (kind == IDENTIFIER_DOI &&
	    identifier_doi_length(rest) > 0));
}

/* Skips a label such as "PMID:" or "PMID#", or "PMID" before a number. */
static const char *
skip_label(const char *text, enum identifier *kind)
{
	int label;
	size_t n;

	for (label = IDENTIFIER_DOI; label <= IDENTIFIER_ISBN; label++) {
		n = strlen(names[label]);
		if (strncasecmp(text, names[label], n) != 0 ||
		    !ends_label((enum identifier)label, text + n))
			continue;
		*kind = (enum identifier)label;
		text += n + strspn(text + n, ":#=-");
		return text + strspn(text, " ");
	}
	*kind = IDENTIFIER_COUNT;
	return text;
}

size_t
identifier_pii_length(const char *s)
{
	size_t signs = 0, n = 0, i;

	if (tolower((unsigned char)*s) != 's')
		return 0;
	for (i = 1; n < PII_SIGNS && (isalnum((unsigned char)s[i]) ||
	    (s[i] != '\0' && strchr("-()", s[i]) != NULL)); i++) {
		signs += !isalnum((unsigned char)s[i]);
		n += isalnum((unsigned char)s[i]) != 0;
		/* The check digit of an ISSN or a PII can be "x". */
		if (isalpha((unsigned char)s[i]) && (n < ISSN_SIGNS ||
		    tolower((unsigned char)s[i]) != 'x'))
			return 0;
	}
	if (isalnum((unsigned char)s[i]))
		return 0;
	return n == PII_SIGNS || (n == PII_SHORT && signs == 3) ? i : 0;
}

/* The DOI in a text, at its start or in a path; NULL if there is none. */
static const char *
find_doi(const char *text)
{
	const char *at;

	for (at = strstr(text, "10."); at != NULL; at = strstr(at + 1, "10."))
		if (identifier_doi_length(at) > 0 && (at == text ||
		    strchr("/=:([{", at[-1]) != NULL))
			return at;
	return NULL;
}

/*
 * A closing bracket belongs to a DOI only if the DOI also has the opening one.
 */
static bool
is_unpaired(const char *s, size_t n)
{
	static const char pairs[] = ")(][}{>";
	const char *pair = strchr(pairs, s[n - 1]);
	int open = 0;
	size_t i;

	if (pair == NULL || (pair - pairs) % 2 != 0)
		return false;
	for (i = 0; i < n; i++)
		open += s[i] == pair[1] ? 1 : s[i] == pair[0] ? -1 : 0;
	return open < 0;
}

/*
 * The length of a DOI without additions from a web address ("/full", "?...") or
 * a sentence (a full stop).
 */
static size_t
trim_doi(const char *s, bool address)
{
	static const char *const endings[] = { "/full", "/abstract", "/pdf",
	    "/epdf", "/fulltext" };
	size_t n = address ? strcspn(s, "?#") : strlen(s), i, m;

	while (n > 0 && (strchr(".,;:/'\"", s[n - 1]) != NULL ||
	    is_unpaired(s, n)))
		n--;
	for (i = 0; i < COUNT(endings); i++) {
		m = strlen(endings[i]);
		if (address && n > m && strncasecmp(s + n - m, endings[i],
		    m) == 0)
			n -= m;
	}
	return n;
}

/*
 * The byte that two hexadecimal digits denote; negative unless it is printable.
 */
static int
escaped_byte(const char *s)
{
	char digits[3] = { s[0], s[0] != '\0' ? s[1] : '\0', '\0' };
	char *end;
	long byte = strtol(digits, &end, 16);

	return isxdigit((unsigned char)*digits) && *end == '\0' && end ==
	    digits + 2 && isgraph((int)byte) ? (int)byte : -1;
}

char *
identifier_decode(const void *ctx, const char *s)
{
	char *out = mem_text(ctx, s), *to = out;
	int byte;

	for (; *s != '\0'; s++) {
		byte = *s == '%' ? escaped_byte(s + 1) : -1;
		*to++ = byte >= 0 ? (char)byte : *s;
		s += byte >= 0 ? 2 : 0;
	}
	*to = '\0';
	return out;
}

static char *
lower_n(const void *ctx, const char *s, size_t n)
{
	char *out = mem_text_n(ctx, s, n);
	size_t i;

	for (i = 0; out[i] != '\0'; i++)
		out[i] = (char)tolower((unsigned char)out[i]);
	return out;
}

/*
 * Copies letters and digits in lower case; skips `signs`, and stops at any
 * other character.
 */
static char *
plain_value(const void *ctx, const char *s, const char *signs)
{
	struct buf out = { .data = NULL };
	char c;

	for (; isalnum((unsigned char)*s) || (*s != '\0' && strchr(signs, *s) !=
	    NULL); s++) {
		c = (char)tolower((unsigned char)*s);
		if (isalnum((unsigned char)c))
			buf_add(ctx, &out, &c, 1);
	}
	return out.len == 0 ? mem_text(ctx, "") : out.data;
}

char *
identifier_value(const void *ctx, enum identifier kind, const char *text)
{
	enum identifier label;
	const char *s = skip_address(text, &label), *doi;
	bool address = label != IDENTIFIER_COUNT || strchr(text, ':') != NULL;
	char *plain, *value;
	size_t n;

	assert(kind < IDENTIFIER_COUNT);
	s = skip_label(s, &label);
	switch (kind) {
	case IDENTIFIER_DOI:
		doi = find_doi(s);
		plain = identifier_decode(NULL, doi != NULL ? doi : s);
		value = lower_n(ctx, plain, trim_doi(plain, address));
		mem_free(plain);
		return value;
	case IDENTIFIER_PMID:
		s = skip(s, "?term=");
		s += strspn(s, "0");
		return mem_text_n(ctx, s, strspn(s, DIGITS));
	case IDENTIFIER_PMCID:
		s = skip(s, "PMC");
		n = strspn(s, DIGITS);
		return n == 0 ? mem_text(ctx, "") : mem_format(ctx,
		    "pmc%.*s", (int)n, s);
	case IDENTIFIER_ISBN:
		return plain_value(ctx, s, "- ");
	case IDENTIFIER_PII:
		n = identifier_pii_length(s);
		plain = mem_text_n(NULL, s, n);
		value = plain_value(ctx, plain, "-()");
		mem_free(plain);
		return value;
	case IDENTIFIER_ID:
		s = skip(skip(s, "work/"), "claim/");
		break;
	case IDENTIFIER_REGISTRATION:
	case IDENTIFIER_COUNT:
		break;
	}
	n = strcspn(s, kind == IDENTIFIER_ID ? " " : " ?#");
	while (n > 0 && strchr(".,;:/)]", s[n - 1]) != NULL)
		n--;
	return lower_n(ctx, s, n);
}

static bool
is_registration(const char *s)
{
	size_t i, n;

	for (i = 0; i < COUNT(registers); i++) {
		n = strlen(registers[i]);
		if (strncasecmp(s, registers[i], n) == 0 &&
		    strpbrk(s + n, DIGITS) != NULL)
			return true;
	}
	return false;
}

enum identifier
identifier_kind(const char *text)
{
	enum identifier kind, label;
	const char *s, *open = strrchr(text, '[');

	if (strpbrk(text, DIGITS) == NULL)
		return IDENTIFIER_COUNT;
	s = skip_label(skip_address(text, &kind), &label);
	if (label != IDENTIFIER_COUNT)
		return strpbrk(s, DIGITS) != NULL ? label : IDENTIFIER_COUNT;
	if (find_doi(s) != NULL)
		return IDENTIFIER_DOI;
	if (kind != IDENTIFIER_COUNT)
		return strpbrk(s, DIGITS) != NULL ? kind : IDENTIFIER_COUNT;
	if (open != NULL && open > text && isdigit((unsigned char)*text) &&
	    (strcasecmp(open, "[pmid]") == 0 || strcasecmp(open, "[uid]") == 0))
		return IDENTIFIER_PMID;
	if (identifier_pii_length(s) > 0)
		return IDENTIFIER_PII;
	if (strncasecmp(s, "PMC", 3) == 0 && isdigit((unsigned char)s[3]))
		return IDENTIFIER_PMCID;
	return is_registration(s) ? IDENTIFIER_REGISTRATION :
	    IDENTIFIER_COUNT;
}

char *
identifier_doi_address(const void *ctx, const char *doi)
{
	struct buf out = { .data = NULL };

	buf_text(ctx, &out, "https://doi.org/");
	text_add_address(ctx, &out, doi, strlen(doi));
	return out.data;
}
