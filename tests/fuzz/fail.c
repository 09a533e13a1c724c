/* The end of a run in which something does not hold. */
#include "fuzz.h"

#include <stdio.h>

void
fuzz_fail(const char *file, int line, const char *what)
{
	(void)fflush(stdout);
	(void)fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
	abort();
}
