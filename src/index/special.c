/* Special words: what the index knows of a record besides its text. */
#include "index/special.h"

#include <ctype.h>

#include "index/token.h"

char *
special_term(const void *ctx, long number)
{
	return mem_format(ctx, TOKEN_SPECIAL "t%ld", number);
}

char *
special_value(const void *ctx, const char *field, const char *value)
{
	struct buf word = { .data = NULL };
	char c;

	buf_format(ctx, &word, TOKEN_SPECIAL "%s", field);
	for (; *value != '\0'; value++) {
		c = (char)tolower((unsigned char)*value);
		if (isalnum((unsigned char)c))
			buf_add(ctx, &word, &c, 1);
	}
	return word.data;
}
