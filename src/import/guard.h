/*
 * The byte guard: looks at every byte before the XML parser does.
 *
 * It refuses what a parser would spend unbounded time or memory on or what
 * reaches outside the file: internal DTD subsets (entities, default
 * attributes), tags over 16 KiB, comments and processing instructions over
 * 64 KiB, NUL bytes, encodings that are not ASCII-compatible.  (One tag with
 * 100,000 attributes costs libxml2 a minute.)  It also notes where each start
 * tag begins, exact beyond line 65,535 where libxml2 is not.
 */
#ifndef IMPORT_GUARD_H
#define IMPORT_GUARD_H

#include <stdbool.h>
#include <stddef.h>

enum guard_state {
	GUARD_TEXT, GUARD_LT, GUARD_TAG, GUARD_TAG_QUOTED, GUARD_BANG,
	GUARD_COMMENT, GUARD_CDATA, GUARD_PI, GUARD_DOCTYPE,
	GUARD_DOCTYPE_QUOTED
};

struct guard_tag {
	size_t	line;
	size_t	column;
};

struct guard {
	enum guard_state	 state;
	size_t			 line;		/* of the next byte, from 1 */
	size_t			 column;
	size_t			 run;		/* bytes of this tag or comment */
	char			 last[8];	/* after "<!" */
	size_t			 last_len;
	unsigned		 marks;		/* "-", "]" or "?" seen in a row */
	char			 quote;
	bool			 bytes_are_characters;
	struct guard_tag	 tag;		/* the "<" seen last */
	struct guard_tag	*tags;		/* queue of start tags */
	size_t			 tags_first;
	size_t			 tags_count;
	size_t			 tags_capacity;
	const void		*ctx;		/* owner of the queue */
};

/* Starts at line 1; the queue of tags will be owned by `ctx`. */
void	 guard_init(struct guard *guard, const void *ctx);

/*
 * Looks at the first bytes of a file.  NULL when they may be XML, else what
 * they are instead, static.
 */
const char	*guard_head(struct guard *guard, const char *bytes, size_t n);

/* Looks at the next bytes.  NULL when all is well, else what is wrong. */
const char	*guard_feed(struct guard *guard, const char *bytes, size_t n);

/* Where the next start tag begins that was not taken yet. */
struct guard_tag	 guard_next_tag(struct guard *guard);

#endif
