/*
 * The text of Markdown and HTML, with the place in the file of every byte.
 */
#ifndef ANSWER_MARKUP_H
#define ANSWER_MARKUP_H

#include <stdbool.h>

#include "base/mem.h"

struct plain_text {
	struct buf	 text;
	size_t		*at;		/* byte in the file of each byte */
	size_t		 capacity;
	bool		 cleaned;	/* something was no UTF-8 */
};

/* Whether bytes are HTML: a doctype, or one of its tags near the start. */
bool	 markup_is_html(const char *bytes, size_t n);

/*
 * The text, owned by `ctx`: valid UTF-8 without controls.  Of HTML without
 * tags, comments, scripts and styles, a blank line where a block ends, and
 * "# " before a heading.
 */
struct plain_text	*markup_text(const void *ctx, const char *bytes,
			    size_t n);

#endif
