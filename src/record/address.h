/*
 * Addresses: every page has one, "work/crothers-2016", "search?q=heel+pain".
 * They can be typed, linked, kept and printed.
 */
#ifndef RECORD_ADDRESS_H
#define RECORD_ADDRESS_H

#include "base/mem.h"
#include "record/rectype.h"

enum page {
	PAGE_SEARCH,		/* search?q=... */
	PAGE_FACETS,		/* facets?q=... */
	PAGE_MAP,		/* map?rows=...&columns=...&q=... */
	PAGE_PLOT,		/* plot?kind=...&q=... */
	PAGE_CLAIMS,		/* claims?q=... */
	PAGE_TERMS,		/* terms?facet=...&q=... */
	PAGE_COMPARE,		/* compare?works=ID,ID... */
	PAGE_SAFETY,		/* safety?q=... */
	PAGE_GLOSSARY,		/* glossary */
	PAGE_START,		/* start */
	PAGE_RECORD,		/* KIND/ID, and ?subjects=... */
	PAGE_HELP		/* help/TOPIC */
};

struct address {
	enum page	 page;
	enum rectype	 kind;		/* of PAGE_RECORD */
	const char	*id;		/* of PAGE_RECORD; topic of PAGE_HELP */
	/* What is param_slot behind "?"; NULL when it is not. */
	const char	*rows;		/* of PAGE_MAP: fields */
	const char	*columns;
	const char	*sort;		/* "name", or by evidence */
	const char	*depth;		/* "top": broadest terms only */
	const char	*plot;		/* of PAGE_PLOT: "direction", "forest" */
	const char	*works;		/* of PAGE_COMPARE */
	const char	*facet;		/* of PAGE_TERMS */
	const char	*subjects;	/* of PAGE_RECORD: only works on these */
	const char	*query;		/* never NULL */
};

/* The name of a page that is no record, from 0; NULL behind the last. */
const char	*address_page_name(int page);

/*
 * Reads an address; a bare word is the id of a record of unknown kind
 * (RECTYPE_COUNT).  Strings are owned by `ctx`.  False when it has no form of an
 * address.
 */
bool	 address_parse(const void *ctx, const char *text,
	    struct address *address);

/* The same address with strings of its own, owned by `ctx`. */
struct address	 address_copy(const void *ctx, const struct address *address);

/* The address as text, owned by `ctx`. */
char	*address_print(const void *ctx, const struct address *address);

/* "work/ID" and so on, owned by `ctx`. */
char	*address_of(const void *ctx, enum rectype kind, const char *id);

#endif
