/* Value terms: facts about a record besides its text. */
#include "index/value_term.h"

#include <assert.h>
#include <ctype.h>

char *
value_term_of(const void *ctx, long number)
{
	return mem_format(ctx, TOKEN_VALUE "t%ld", number);
}

char *
value_term(const void *ctx, const char *field, const char *value)
{
	struct buf word = { .data = NULL };
	char c;

	buf_format(ctx, &word, TOKEN_VALUE "%s", field);
	for (; *value != '\0'; value++) {
		c = (char)tolower((unsigned char)*value);
		if (isalnum((unsigned char)c))
			buf_add(ctx, &word, &c, 1);
	}
	return word.data;
}

/*
 * Letters and digits stay, other characters become "z" and two hexadecimal
 * digits, and "z" becomes "zz", so that different identifiers never become
 * equal, and the tokenizer keeps each as one word.
 */
char *
value_term_identifier(const void *ctx, enum identifier kind, const char *text)
{
	struct buf word = { .data = NULL };
	char *value = identifier_value(ctx, kind, text), *at;

	assert(kind < IDENTIFIER_COUNT);
	buf_format(ctx, &word, TOKEN_VALUE "id%c", 'a' + (int)kind);
	for (at = value; *at != '\0'; at++) {
		if (*at == 'z' || !isalnum((unsigned char)*at))
			buf_text(ctx, &word, "z");
		if (isalnum((unsigned char)*at))
			buf_add(ctx, &word, at, 1);
		else
			buf_format(ctx, &word, "%02x",
			    (unsigned)(unsigned char)*at);
	}
	mem_free(value);
	return word.data;
}
