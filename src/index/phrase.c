/* Phrases: how typed words are matched with the vocabulary. */
#include "index/phrase.h"

#include <string.h>

#include "base/text.h"

char *
phrase_key(struct token_source *source, const void *ctx, const char *phrase)
{
	void *scratch = mem_context(NULL);
	char *folded = text_fold(scratch, phrase), *word, *rest = NULL, *stem;
	struct buf key = { .data = NULL };

	for (word = strtok_r(folded, " ", &rest); word != NULL;
	    word = strtok_r(NULL, " ", &rest)) {
		stem = token_stem(source, scratch, word, strlen(word));
		if (text_begins(stem, TOKEN_STEM))
			stem += strlen(TOKEN_STEM);
		buf_text(ctx, &key, stem);
	}
	mem_free(scratch);
	return key.data != NULL ? key.data : mem_text(ctx, "");
}
