/* Writes the sum that fits an index, for tests that change what is in it. */
#include <stddef.h>

#include "support.h"

int
main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	sum_index(NULL, argv[1]);
	return 0;
}
