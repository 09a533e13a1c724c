/* The text of Markdown and HTML, with the file position of every byte. */
#ifndef ANSWER_MARKUP_H
#define ANSWER_MARKUP_H

#include <stdbool.h>

#include "base/mem.h"

struct plain_text {
	struct buf	 text;
	size_t		*at;		/* offset in the file for each byte */
	size_t		 capacity;
	bool		 cleaned;	/* some bytes were not valid UTF-8 */
};

/*
 * The text, owned by `ctx`: valid UTF-8 without control characters.  HTML loses
 * its tags, comments, scripts and styles; blocks end with a blank line, and
 * headings start with "# ".
 */
struct plain_text	*markup_text(const void *ctx, const char *bytes,
			    size_t n);

#endif
