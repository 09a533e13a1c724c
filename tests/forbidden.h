/* Forbidden: what no program may send to a terminal. */
#ifndef TESTS_FORBIDDEN_H
#define TESTS_FORBIDDEN_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What is wrong with the character or the sequence at `s`: NULL, with the
 * bytes to go on by in *step, or a word for it.  An OSC 52, which sets the
 * clipboard, is right when `clipboard` is set.
 */
const char	*forbidden_at(const char *s, bool clipboard, size_t *step);

#endif
