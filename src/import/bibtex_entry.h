/*
 * Parses entries of BibTeX and BibLaTeX, and expands @string and "#". The
 * reader (read_bibtex.c) interprets the fields.
 *
 * Sources: O. Patashnik, "BibTeXing" (1988); P. Lehman et al., "The biblatex
 * Package".
 */
#ifndef IMPORT_BIBTEX_ENTRY_H
#define IMPORT_BIBTEX_ENTRY_H

#include "base/mem.h"
#include "import/lines.h"

/* A name with a value: a field, or a defined string. */
struct bibtex_field {
	const char	*name;		/* in lower case */
	const char	*value;		/* value as in the source, including
					   braces */
	struct place	 place;
	const struct bibtex_field	*next;	/* set by the reader */
};

struct bibtex_entry {
	const char	*type;		/* in lower case */
	const char	*key;
	const char	*parent;	/* crossref, or NULL */
	struct list	 fields;	/* struct bibtex_field */
	struct place	 place;
};

/* Whether a text has an entry at the start of a line. */
bool	 bibtex_begins(const char *text);

/* Receives an entry, which it frees or moves to another owner. */
typedef void	 bibtex_take(void *user, struct bibtex_entry *entry);

/*
 * Parses all entries and calls `take` with each, in order.  Errors go to the
 * sink of the lines; what cannot be parsed is left out.
 */
void	 bibtex_entries(struct input_lines *lines, bibtex_take *take, void *user);

/* The field with a name, ignoring case, or NULL; borrowed. */
const struct bibtex_field	*bibtex_field(const struct list *fields,
			    const char *name);

#endif
