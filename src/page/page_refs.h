/*
 * The check of a reference list: which references are found, wrong, not held or
 * retracted.
 */
#ifndef PAGE_PAGE_REFS_H
#define PAGE_PAGE_REFS_H

#include "page/doc.h"
#include "library/library.h"

/* The result for a reference. */
enum refs_status {
	REFS_FOUND,
	REFS_DIFFERS,		/* found, but with wrong details */
	REFS_NOT_HELD,		/* not in this bibliography */
	REFS_STATUS_COUNT
};

struct refs_row {
	const char			*text;		/* the reference as
							   written */
	enum refs_status		 status;
	const struct reference_match		*reference;	/* NULL: not held */
	struct list			 remarks;	/* char *, about the
							   work */
};

struct refs {
	struct list	rows;				/* struct refs_row */
	size_t		count[REFS_STATUS_COUNT];
	size_t		warned;		/* retracted, corrected, superseded */
	size_t		skipped;	/* number of pieces that are not
					   references */
};

/* The name of the status in JSON: "found", "differs", "not-held". */
const char	*refs_status_name(enum refs_status status);

/* Looks up every reference in a text; owned by `ctx`. */
struct refs	*refs_make(const void *ctx, struct library *library,
		    const char *text);

/* Whether every reference was found as written, without a warning. */
bool		 refs_are_clean(const struct refs *refs);

/* The results of the check as a document. */
struct doc	*page_refs(const void *ctx, const struct refs *refs);

#endif
