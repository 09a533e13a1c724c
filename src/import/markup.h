/*
 * Markup: converts superscripts, subscripts and formulas to plain text without
 * losing their meaning.
 *
 * "10<sup>6</sup>" becomes "10⁶", never "106"; text without a superscript form
 * gets "^". "CO<sub>2</sub>" becomes "CO2", but next to digits "3<sub>2</sub>"
 * becomes "3₂" and "log<sub>10</sub>5" becomes "log₁₀5".
 */
#ifndef IMPORT_MARKUP_H
#define IMPORT_MARKUP_H

#include "base/mem.h"

/*
 * Converts the end of the buffer, starting at `from`, to superscript or
 * subscript.  The buffer may then contain marks: call markup_settle() once the
 * whole text is there.
 */
void	 markup_raise(const void *ctx, struct buf *buf, size_t from);
void	 markup_lower(const void *ctx, struct buf *buf, size_t from);

/* Replaces the marks, depending on the text after them. */
void	 markup_settle(const void *ctx, struct buf *buf);

/*
 * A copy of a text without HTML's inline tags, after applying them, and with
 * character references decoded; cleaned, owned by `ctx`.  Other "<" and "&"
 * stay.
 */
char	*markup_plain(const void *ctx, const char *text);

/*
 * Formulas in MathML: the text to write before child number `child` of an
 * element ("" for none), and the text to write after its last child.
 */
const char	*markup_math_before(const char *element, size_t child);
const char	*markup_math_after(const char *element);

#endif
