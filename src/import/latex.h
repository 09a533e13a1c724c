/*
 * LaTeX: converts markup in BibTeX values to plain text.
 *
 * Accents become letters, font commands are removed, "--" becomes an en dash,
 * "~" a space; superscripts keep their meaning, see import/markup.h.
 */
#ifndef IMPORT_LATEX_H
#define IMPORT_LATEX_H

#include "base/mem.h"

/*
 * A copy of `n` bytes as plain text, cleaned, owned by `ctx`.  Unknown commands
 * are replaced by their names.
 */
char	*latex_plain(const void *ctx, const char *s, size_t n);

/*
 * Whether latex_plain() would leave `n` bytes unchanged.  A quick check: false
 * for everything but ASCII.
 */
bool	 latex_is_plain(const char *s, size_t n);

#endif
