/*
 * Foreign files: identifies files that cannot be read, and names the command or
 * menu that converts them.
 */
#ifndef IMPORT_FOREIGN_H
#define IMPORT_FOREIGN_H

#include <stddef.h>

/*
 * The kind of file that starts with these `n` bytes, as the end of "this is
 * ..."; NULL if it may be text.  Static.
 */
const char	*foreign_bytes(const char *bytes, size_t n);

/* The kind of file, for text that no reader recognises; never NULL. */
const char	*foreign_text(const char *head);

/* The kind of XML with this root element and namespace, or NULL. */
const char	*foreign_root(const char *root, const char *space);

#endif
