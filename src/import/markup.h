/*
 * Markup inside texts: superscripts, subscripts and formulas as plain text
 * that keeps their meaning.
 *
 * "10<sup>6</sup>" is "10⁶", never "106"; what has no raised form gets "^".
 * "CO<sub>2</sub>" is "CO2", but beside digits "3<sub>2</sub>" is "3₂" and
 * "log<sub>10</sub>5" is "log₁₀5".
 */
#ifndef IMPORT_MARKUP_H
#define IMPORT_MARKUP_H

#include "base/mem.h"

/* Raises, or lowers, what the buffer holds from `from` on. */
void	 markup_raise(const void *ctx, struct buf *buf, size_t from);
void	 markup_lower(const void *ctx, struct buf *buf, size_t from);

/* Completes what the two began, when all of the text is there. */
void	 markup_settle(const void *ctx, struct buf *buf);

/*
 * A copy of a text in which inline tags of HTML are gone or applied, and
 * character references are the characters; cleaned, owned by `ctx`.  "<" and
 * "&" that begin no such tag or reference stay.
 */
char	*markup_plain(const void *ctx, const char *text);

/*
 * Formulas in MathML: what to write before the child number `child` of an
 * element, "" for nothing; and after its last one.
 */
const char	*markup_math_before(const char *element, size_t child);
const char	*markup_math_after(const char *element);

#endif
