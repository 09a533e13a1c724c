/* Value terms: what the index knows of a record besides its text. */
#include "index/value_term.h"

#include <ctype.h>
#include <strings.h>

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

char *
identifier_normalize(const void *ctx, const char *text)
{
	static const char *const prefixes[] = { "https://", "http://",
	    "dx.doi.org/", "doi.org/", "www.ncbi.nlm.nih.gov/pubmed/",
	    "pubmed.ncbi.nlm.nih.gov/", "pmc.ncbi.nlm.nih.gov/articles/",
	    "www.ncbi.nlm.nih.gov/pmc/articles/", "doi:", "pmid:", "pmcid:",
	    "isbn:", "work/", "claim/" };
	size_t i, n;

	for (i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
		if (strncasecmp(text, prefixes[i], strlen(prefixes[i])) == 0)
			text += strlen(prefixes[i]);
	n = strlen(text);
	while (n > 0 && strchr(".,;/ ", text[n - 1]) != NULL)
		n--;
	return mem_text_n(ctx, text, n);
}
