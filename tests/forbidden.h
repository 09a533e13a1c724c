/* Forbidden: what no program may send to a terminal. */
#ifndef TESTS_FORBIDDEN_H
#define TESTS_FORBIDDEN_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What is wrong with the character or sequence at `s`: a word for it, or NULL,
 * with its length in *step.  An OSC 52, which sets the clipboard, is allowed if
 * `clipboard` is set.
 */
const char	*forbidden_at(const char *s, bool clipboard, size_t *step);

#endif
