/*
 * The byte guard: checks every byte before the XML parser sees it.
 *
 * It rejects everything that could cost a parser unlimited time or memory, or
 * that refers to other files: internal DTD subsets (entities, default
 * attributes), tags over 16 KiB, comments and processing instructions over 64
 * KiB, NUL bytes, encodings that are not ASCII-compatible. (One tag with
 * 100,000 attributes costs libxml2 a minute.) It also records the position of
 * each start tag, which libxml2 does not know exactly beyond line 65,535.
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
	size_t			 line;		/* line of the next byte, from
						   1 */
	size_t			 column;
	size_t			 run;		/* bytes of the current tag or
						   comment */
	char			 last[8];	/* after "<!" */
	size_t			 last_len;
	unsigned		 marks;		/* consecutive "-", "]" or
						   "?" */
	char			 quote;
	bool			 bytes_are_characters;
	struct guard_tag	 tag;		/* the last "<" */
	struct guard_tag	*tags;		/* queue of start tags */
	size_t			 tags_first;
	size_t			 tags_count;
	size_t			 tags_capacity;
	const void		*ctx;		/* owner of the queue */
};

/* Starts at line 1; `ctx` owns the queue of tags. */
void	 guard_init(struct guard *guard, const void *ctx);

/*
 * Checks the first bytes of a file.  NULL if they may be XML, otherwise a
 * description of their format, static.
 */
const char	*guard_head(struct guard *guard, const char *bytes, size_t n);

/* Checks the next bytes.  NULL if they are valid, otherwise the problem. */
const char	*guard_feed(struct guard *guard, const char *bytes, size_t n);

/* The position of the next start tag in the queue. */
struct guard_tag	 guard_next_tag(struct guard *guard);

#endif
