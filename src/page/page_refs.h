/* What a list of references holds: found, wrong, not held, retracted. */
#ifndef PAGE_PAGE_REFS_H
#define PAGE_PAGE_REFS_H

#include "page/doc.h"
#include "library/library.h"

/* What is said of a reference. */
enum refs_status {
	REFS_FOUND,
	REFS_DIFFERS,		/* found with wrong details */
	REFS_NOT_HELD,		/* it may well exist */
	REFS_STATUS_COUNT
};

struct refs_row {
	const char			*text;		/* as written */
	enum refs_status		 status;
	const struct reference_match		*reference;	/* NULL: not held */
	struct list			 remarks;	/* char *, on the work */
};

struct refs {
	struct list	rows;				/* struct refs_row */
	size_t		count[REFS_STATUS_COUNT];
	size_t		warned;		/* retracted, corrected, superseded */
	size_t		skipped;	/* pieces that are no references */
};

/* What the status is called in JSON: "found", "differs", "not-held". */
const char	*refs_status_name(enum refs_status status);

/* Looks every reference of a text up; owned by `ctx`. */
struct refs	*refs_make(const void *ctx, struct library *library,
		    const char *text);

/* Whether each is found as written, and nothing is to be said against it. */
bool		 refs_are_clean(const struct refs *refs);

/* The same as a document. */
struct doc	*page_refs(const void *ctx, const struct refs *refs);

#endif
