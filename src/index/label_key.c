/* Label keys: match typed words with the vocabulary. */
#include "index/label_key.h"

#include <string.h>

#include "base/text.h"
#include "index/spelling.h"

static bool
label_key_ends_in(const char *word, size_t n, const char *end)
{
	size_t m = strlen(end);

	return n > m && memcmp(word + n - m, end, m) == 0;
}

/*
 * The length of a word without a plural "s"; "ies" becomes "y" (D. Harman, "How
 * effective is suffixing?", JASIS 42:7-15, 1991).
 */
static size_t
singular(char *word, size_t n)
{
	if (n < 4 || word[n - 1] != 's')
		return n;
	if (label_key_ends_in(word, n, "ies") && !label_key_ends_in(word, n,
	    "eies") && !label_key_ends_in(word, n, "aies")) {
		word[n - 3] = 'y';
		return n - 2;
	}
	if (label_key_ends_in(word, n, "us") || label_key_ends_in(word, n,
	    "ss") || label_key_ends_in(word, n, "is"))
		return n;
	return n - 1;
}

/* The words of a key, joined by `space`. */
static char *
make_key(const void *ctx, const char *phrase, bool finished, const char *space)
{
	char *folded = text_fold(NULL, phrase), *word, *rest = NULL, *next;
	struct buf key = { .data = NULL };
	char american[SPELLING_MAX];
	size_t n;

	for (word = strtok_r(folded, " ", &rest); word != NULL; word = next) {
		next = strtok_r(NULL, " ", &rest);
		n = spelling_american(american, word, strlen(word));
		if (n == 0 || (next == NULL && !finished))
			buf_text(ctx, &key, word);
		else
			buf_add(ctx, &key, american, singular(american, n));
		buf_text(ctx, &key, space);
	}
	mem_free(folded);
	return key.data != NULL ? key.data : mem_text(ctx, "");
}

char *
label_key(const void *ctx, const char *phrase)
{
	return make_key(ctx, phrase, true, "");
}

char *
label_key_prefix(const void *ctx, const char *start)
{
	return make_key(ctx, start, false, "");
}

char *
label_key_words(const void *ctx, const char *text)
{
	char *words = make_key(NULL, text, true, " ");
	char *all = mem_format(ctx, " %s", words);

	mem_free(words);
	return all;
}
