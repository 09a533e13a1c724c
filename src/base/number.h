/*
 * Reads the numbers of queries, options, files and the index: all of them, with
 * bounds.  A text that is not wholly a number is refused, and *value is then
 * unchanged.
 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>

/*
 * Parses a whole decimal number within [low, high]; an empty range contains
 * none.
 */
bool	 number_integer(const char *s, long low, long high, long *value);

/*
 * Parses decimal digits only; stores the number, or `most` (at least 9) if it
 * is larger, however many digits there are.
 */
bool	 number_natural(const char *s, long most, long *value);

/* Parses a plain decimal number, "-0.28". */
bool	 number_decimal(const char *s, double *value);

#endif
