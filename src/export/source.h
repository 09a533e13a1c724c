/* What is exported, and where it goes. */
#ifndef EXPORT_SOURCE_H
#define EXPORT_SOURCE_H

#include "library/library.h"

/* What is exported: the hits of a result, or what lies at addresses. */
struct export_source {
	struct library		*library;
	const struct result	*result;	/* or NULL, and */
	const struct list	*addresses;	/* struct address *, resolved */
	const struct list	*keys;		/* of JSON (char *); NULL: all */
};

/* Where it goes, piece by piece, as it is made. */
struct export_target {
	void	(*write)(void *user, const char *text, size_t n);
	void	*user;
	char	 end;		/* of lines: '\n', or '\0' */
	bool	 raw;		/* cells as they are: see export_cell() */
};

size_t	 export_count(const struct export_source *source);

/* The type of the i-th, RECTYPE_COUNT where another page is. */
enum rectype	 export_type(const struct export_source *source, size_t i);

/*
 * The i-th record, with what is derived from others if `whole`, owned by
 * `ctx`; NULL when there is none.
 */
void	*export_record(const struct export_source *source, const void *ctx,
	    size_t i, bool whole);

/* Text to a target. */
void	 export_text(const struct export_target *target, const char *text);

#endif
