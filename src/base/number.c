/* Reads numbers in text. */
#include "base/number.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool
number_integer(const char *s, long low, long high, long *value)
{
	const char *p = *s == '-' ? s + 1 : s;
	long n;

	if (*p == '\0' || strspn(p, "0123456789") != strlen(p))
		return false;
	errno = 0;
	n = strtol(s, NULL, 10);
	if (errno != 0 || n < low || n > high)
		return false;
	*value = n;
	return true;
}

bool
number_natural(const char *s, long most, long *value)
{
	const char *p;
	long n = 0;

	assert(most >= 9);
	if (*s == '\0' || strspn(s, "0123456789") != strlen(s))
		return false;
	for (p = s; *p != '\0' && n < most; p++)
		n = n > (most - (*p - '0')) / 10 ? most : n * 10 + *p - '0';
	*value = n;
	return true;
}

bool
number_decimal(const char *s, double *value)
{
	const char *p = *s == '-' ? s + 1 : s;
	size_t whole = strspn(p, "0123456789"), rest;
	double scale = 1, n = 0;
	const char *q;

	if (whole == 0 || whole > 15)
		return false;
	rest = p[whole] == '.' ? strspn(p + whole + 1, "0123456789") : 0;
	if (p[whole] == '.' ? rest == 0 || rest > 15 ||
	    p[whole + 1 + rest] != '\0' : p[whole] != '\0')
		return false;
	/* Not strtod(), whose decimal point depends on the locale. */
	for (q = p; *q != '\0'; q++) {
		if (*q == '.')
			continue;
		n = n * 10 + (*q - '0');
		if (q > p + whole)
			scale *= 10;
	}
	*value = (*s == '-' ? -1 : 1) * n / scale;
	return true;
}
