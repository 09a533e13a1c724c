/*
 * Tags: finds XML tags in a text that is edited as text, so that everything
 * else stays the same, byte for byte.
 */
#ifndef BASE_TAG_H
#define BASE_TAG_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The next tag that starts with `tag` ("<work", "</work"), ignoring comments,
 * CDATA sections and processing instructions; NULL if there is none.
 */
const char	*tag_find(const char *at, const char *tag);

/*
 * Whether the text cannot be edited as UTF-8: it is compressed, or declares
 * another encoding.
 */
bool	 tag_text_is_encoded(const char *text);

/* The position of a line and a column (in characters), from 1; or NULL. */
const char	*tag_at(const char *text, size_t line, size_t column);

#endif
