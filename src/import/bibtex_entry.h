/*
 * Entries of BibTeX and BibLaTeX as they are written, with @string and "#" for
 * what they mean.  What fields mean is for the reader (read_bibtex.c).
 *
 * Sources: O. Patashnik, "BibTeXing" (1988); P. Lehman et al., "The biblatex
 * Package".
 */
#ifndef IMPORT_BIBTEX_ENTRY_H
#define IMPORT_BIBTEX_ENTRY_H

#include "base/mem.h"
#include "import/lines.h"

/* A name with a value: a field, or a string that was defined. */
struct bibtex_field {
	const char	*name;		/* in lower-case letters */
	const char	*value;		/* as it is written, braces and all */
	struct place	 place;
	const struct bibtex_field	*next;	/* for the reader's use */
};

struct bibtex_entry {
	const char	*type;		/* in lower-case letters */
	const char	*key;
	const char	*parent;	/* crossref, or NULL */
	struct list	 fields;	/* struct bibtex_field */
	struct place	 place;
};

/* Whether a text has an entry at the start of a line. */
bool	 bibtex_begins(const char *text);

/* Takes an entry: frees it, or moves it to another owner. */
typedef void	 bibtex_take(void *user, struct bibtex_entry *entry);

/*
 * Reads all entries and calls `take` with each in order.  What cannot be read
 * is reported to the sink of the lines and left out.
 */
void	 bibtex_entries(struct lines *lines, bibtex_take *take, void *user);

/* The field with a name, in letters of any case, or NULL; borrowed. */
const struct bibtex_field	*bibtex_field(const struct list *fields,
			    const char *name);

#endif
