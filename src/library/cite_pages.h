/* The pages of a reference, in the form of each style. */
#ifndef LIBRARY_CITE_PAGES_H
#define LIBRARY_CITE_PAGES_H

/* The form of ranges: "502-505", "502-5", or as Chicago abbreviates. */
enum cite_pages { CITE_PAGES_FULL, CITE_PAGES_SHORT, CITE_PAGES_CHICAGO };

/*
 * Pages with their ranges in this form and with this dash, owned by `ctx`; an
 * article number is unchanged.  NULL for NULL.
 */
char	*cite_pages(const void *ctx, const char *text, enum cite_pages form,
	    const char *dash);

#endif
