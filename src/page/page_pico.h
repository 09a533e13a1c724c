/* PICO: a question in four lines, and how many works match after each line. */
#ifndef PAGE_PAGE_PICO_H
#define PAGE_PAGE_PICO_H

#include "record/address.h"

enum { PICO_LINES = 4 };

/* One line of the form. */
struct pico_line {
	const char	*name;		/* name of its command, option and
					   parameter */
	const char	*label;
	const char	*roles;		/* name in messages about missing
					   results */
	const char	*fields[4];	/* the fields that its words may
					   match */
};

extern const struct pico_line	pico_lines[PICO_LINES];

/* The text of a line of an address, NULL or "" if empty; can be assigned. */
const char	**pico_words(struct address *address, size_t line);

/*
 * The combined query of the lines in the set `lines` (1 << line); owned by
 * `ctx`.  "a or b" in a line are alternatives.
 */
char	*pico_query(const void *ctx, const struct address *address,
	    unsigned lines);

#endif
