/*
 * Tagged text: formats whose records are lines of a tag and a value (RIS,
 * MEDLINE, Web of Science, EndNote's "refer").
 *
 * A record is collected first.  Then the rows of the format's table are
 * processed in order, each with the values of its tag, so that the order of the
 * rows decides which tag is preferred if several have the same member.
 */
#ifndef IMPORT_TAGGED_H
#define IMPORT_TAGGED_H

#include "import/draft.h"
#include "import/lines.h"

enum { TAG_MAX = 8 };

/* Types of work, to limit a row to some: T2 in a book is a series. */
enum {
	OF_ARTICLE = 1, OF_BOOK = 2, OF_CHAPTER = 4, OF_THESIS = 8,
	OF_REPORT = 16, OF_CONFERENCE = 32, OF_ANY = 63,
	OF_PART = OF_ARTICLE | OF_CHAPTER | OF_CONFERENCE,
	OF_WHOLE = OF_BOOK | OF_THESIS | OF_REPORT
};

struct tag_row {
	const char	*tag;
	draft_take	*take;
	size_t		 at;
	unsigned	 types;
};

/* A parsed line. */
struct tag_line {
	char		 tag[TAG_MAX];	/* "": continues the previous value */
	const char	*value;
	size_t		 column;	/* column of the value, from 1 */
};

struct tagged_format {
	const char		*name;		/* "RIS" */
	/*
	 * Parses a line; false if it is not part of a record.  A line that
	 * continues nothing (a numbering, a provider's header) is skipped.
	 */
	bool			(*split)(const char *text,
				    struct tag_line *line);
	const char		*first;		/* tag that starts a record */
	const char		*last;		/* tag that ends it; NULL: a
						   blank line */
	const char		*type_tag;	/* tag with the type of work */
	/* The type of work; may store more in the draft. */
	const char		*(*type)(struct draft *draft, const char *text);
	const struct tag_row	*rows;
	size_t			 count;
	bool			 wraps;		/* continuation lines form one
						   text */
	size_t			 breaks_at;	/* column where words are split;
						   0: none */
	/* Called after the rows, unless NULL. */
	void			(*finish)(struct draft *draft);
};

/*
 * Reads all records of the file; problems go to the sink of `lines`.  Check
 * lines_failed() and lines_refused() afterwards.
 */
void	 tagged_read(struct input_lines *lines, const struct tagged_format *format,
	    const struct read_handler *handler);

#endif
