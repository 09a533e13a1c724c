/*
 * Identifiers: permanent names of works.  Each kind is a separate namespace:
 * 10.1000/112 is not 10.10001/12, and PMID 112 is neither.
 */
#ifndef RECORD_IDENTIFIER_H
#define RECORD_IDENTIFIER_H

#include <stdbool.h>
#include <stddef.h>

enum identifier {
	IDENTIFIER_ID,			/* the id or an alias of a record */
	IDENTIFIER_DOI,
	IDENTIFIER_PMID,
	IDENTIFIER_PMCID,
	IDENTIFIER_ISBN,
	IDENTIFIER_REGISTRATION,	/* registration of a trial or review */
	IDENTIFIER_PII,			/* of a publisher's item (NISO, 1995) */
	IDENTIFIER_COUNT
};

/*
 * The name of a kind, such as "DOI"; the kind with a given name, or
 * IDENTIFIER_COUNT if it is unknown.
 */
const char	*identifier_name(enum identifier kind);
enum identifier	 identifier_find(const char *name, size_t n);

/*
 * The kind that a label before an identifier denotes ("PMID", "DOI:", "PMC",
 * "PubMed"); IDENTIFIER_COUNT if none.
 */
enum identifier	 identifier_label(const char *word);

/*
 * The form in which identifiers of a kind are compared: lower case, without an
 * address or label at the start or additions at the end (punctuation,
 * "?utm_source=...").  Owned by `ctx`; "" if nothing is left.
 */
char	*identifier_value(const void *ctx, enum identifier kind,
	    const char *text);

/*
 * The kind of identifier that a word is, judged by its form or label
 * ("10.1000/182", "https://www.doi.org/10.1000/182", "PMID:123", "PMID#123",
 * "PMID123", "123[pmid]", "PMC123", "NCT01234567"); IDENTIFIER_COUNT if it is none.
 */
enum identifier	 identifier_kind(const char *text);

/*
 * A copy with "%2F" and the like as characters (RFC 3986), owned by `ctx`.
 * Escapes of anything but printable ASCII stay: no DOI ends at "%00".
 */
char	*identifier_decode(const void *ctx, const char *s);

/*
 * The length of the publisher item identifier at the start of `s`
 * ("S0161-4754(09)00125-2", "S0161475409001252", "s12998-016-0096-9"); 0 if there
 * is none.  Many DOIs end with it.
 */
size_t	 identifier_pii_length(const char *s);

/*
 * The length of the DOI at the start of `s`, up to a space; 0 if there is none.
 */
size_t	 identifier_doi_length(const char *s);

/* The web address of a DOI, owned by `ctx`. */
char	*identifier_doi_address(const void *ctx, const char *doi);

#endif
