/*
 * Tags of XML, found in a text that is edited as text: what strigil does not
 * write stays byte for byte.
 */
#ifndef BASE_TAG_H
#define BASE_TAG_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The next tag with this beginning ("<work", "</work") outside comments and the
 * like, or NULL.
 */
const char	*tag_find(const char *at, const char *tag);

/*
 * Whether the text cannot be edited as UTF-8: it is packed, or says that it is
 * in another encoding.
 */
bool	 tag_text_is_encoded(const char *text);

/* Where a line and a column (in characters), from 1, are; or NULL. */
const char	*tag_at(const char *text, size_t line, size_t column);

#endif
