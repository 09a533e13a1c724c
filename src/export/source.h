/* The input and output of an export. */
#ifndef EXPORT_SOURCE_H
#define EXPORT_SOURCE_H

#include "library/library.h"

/* The input: the hits of a result or, if that is NULL, records at addresses. */
struct export_source {
	struct library		*library;
	const struct result	*result;	/* or NULL */
	const struct list	*addresses;	/* struct address *, resolved */
	const struct list	*keys;		/* keys to print as JSON (char
						   *); NULL: all */
};

/* The output, written in pieces. */
struct export_target {
	void	(*write)(void *user, const char *text, size_t n);
	void	*user;
	char	 end;		/* line end: '\n' or '\0' */
	bool	 raw;		/* do not escape cells: see export_cell() */
};

size_t	 export_count(const struct export_source *source);

/*
 * The type of the i-th record; RECTYPE_COUNT if it is a page of another kind.
 */
enum rectype	 export_type(const struct export_source *source, size_t i);

/*
 * The i-th record, with derived members if `whole`, owned by `ctx`; NULL if
 * there is none.
 */
void	*export_record(const struct export_source *source, const void *ctx,
	    size_t i, bool whole);

/* Writes text to a target. */
void	 export_text(const struct export_target *target, const char *text);

#endif
