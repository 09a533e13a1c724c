/*
 * Tagged text: formats whose records are lines of a tag and a value (RIS,
 * MEDLINE, Web of Science, EndNote's "refer").
 *
 * A record is collected, then the rows of the format's table are walked in
 * order, each taking the values of its tag: so the order of the rows says
 * which tag is preferred where several hold the same member.
 */
#ifndef IMPORT_TAGGED_H
#define IMPORT_TAGGED_H

#include "import/draft.h"
#include "import/lines.h"

enum { TAG_MAX = 8 };

/* Types of work, to limit a row to some: a book's T2 is a series. */
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

/* What a line is. */
struct tag_line {
	char		 tag[TAG_MAX];	/* "" : it continues the value before */
	const char	*value;
	size_t		 column;	/* of the value, from 1 */
};

struct tagged_format {
	const char		*name;		/* "RIS" */
	/*
	 * What the line is; false when it belongs to no record.  A line that
	 * continues none (a numbering, a provider's header) is passed over.
	 */
	bool			(*split)(const char *text,
				    struct tag_line *line);
	const char		*first;		/* tag that begins a record */
	const char		*last;		/* that ends it; NULL: blank */
	const char		*type_tag;	/* that says the type of work */
	/* The type of work; may note more in the draft. */
	const char		*(*type)(struct draft *draft, const char *text);
	const struct tag_row	*rows;
	size_t			 count;
	bool			 wraps;		/* a continued line is one text */
	size_t			 breaks_at;	/* column within words; 0: none */
	/* After the rows; NULL for nothing. */
	void			(*finish)(struct draft *draft);
};

/*
 * Reads all records of the file; what is wrong goes to the sink of `lines`.
 * Afterwards lines_failed() and lines_refused() say how it ended.
 */
void	 tagged_read(struct lines *lines, const struct tagged_format *format,
	    const struct read_handler *handler);

#endif
