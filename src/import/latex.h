/*
 * LaTeX: the markup of BibTeX values as plain text.
 *
 * Accents become letters, commands of fonts go, "--" is an en dash, "~" a
 * blank; superscripts keep their meaning as import/markup.h says.
 */
#ifndef IMPORT_LATEX_H
#define IMPORT_LATEX_H

#include "base/mem.h"

/*
 * A copy of `n` bytes as plain text, cleaned, owned by `ctx`.  A command that
 * is not known stays as its name.
 */
char	*latex_plain(const void *ctx, const char *s, size_t n);

#endif
