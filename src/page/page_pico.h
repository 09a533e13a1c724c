/* PICO: a question in four lines, and how many works each line leaves. */
#ifndef PAGE_PAGE_PICO_H
#define PAGE_PAGE_PICO_H

#include "record/address.h"

enum { PICO_LINES = 4 };

/* A line of the form. */
struct pico_line {
	const char	*name;		/* its command, option and parameter */
	const char	*label;
	const char	*roles;		/* in words, for what is not found */
	const char	*fields[4];	/* that its words may be values of */
};

extern const struct pico_line	pico_lines[PICO_LINES];

/* What a line of an address has, NULL or "" when it is empty; a place for it. */
const char	**pico_words(struct address *address, size_t line);

/*
 * The query that the lines mean together, those in the set `lines` (1 << line)
 * alone; owned by `ctx`.  "a or b" in a line are alternatives.
 */
char	*pico_query(const void *ctx, const struct address *address,
	    unsigned lines);

#endif
