/*
 * Addresses: every page has one, "work/crothers-2016", "search?q=heel+pain".
 * They can be typed, linked, kept and printed.
 */
#ifndef DOMAIN_ADDRESS_H
#define DOMAIN_ADDRESS_H

#include "base/mem.h"
#include "domain/kind.h"

enum page {
	PAGE_SEARCH,		/* search?q=... */
	PAGE_FACETS,		/* facets?q=... */
	PAGE_MAP,		/* map?rows=...&columns=...&q=... */
	PAGE_PLOT,		/* plot?q=... */
	PAGE_RECORD,		/* KIND/ID */
	PAGE_HELP		/* help/TOPIC */
};

struct address {
	enum page	 page;
	enum kind	 kind;		/* of PAGE_RECORD */
	const char	*id;		/* of PAGE_RECORD; topic of PAGE_HELP */
	const char	*query;		/* of all but PAGE_RECORD, PAGE_HELP */
	const char	*rows;		/* of PAGE_MAP: fields, NULL if not told */
	const char	*columns;
	size_t		 from;		/* of PAGE_MAP: columns passed over */
};

/*
 * Reads an address; a bare word is the id of a record of unknown kind
 * (KIND_COUNT).  Strings are owned by `ctx`.  False when it has no form of an
 * address.
 */
bool	 address_parse(const void *ctx, const char *text,
	    struct address *address);

/* The address as text, owned by `ctx`. */
char	*address_print(const void *ctx, const struct address *address);

/* "work/ID" and so on, owned by `ctx`. */
char	*address_of(const void *ctx, enum kind kind, const char *id);

#endif
