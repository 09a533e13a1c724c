/*
 * Foreign files: what is not read, named for what it is, with the command or
 * the menu that makes something of it that is.
 */
#ifndef IMPORT_FOREIGN_H
#define IMPORT_FOREIGN_H

#include <stddef.h>

/*
 * What the first `n` bytes of a file are, as the end of "this is ...", or
 * NULL when nothing speaks against text.  Static.
 */
const char	*foreign_bytes(const char *bytes, size_t n);

/* The same for text that no reader knows; never NULL. */
const char	*foreign_text(const char *head);

/* The same for XML with this root element and namespace, or NULL. */
const char	*foreign_root(const char *root, const char *space);

#endif
