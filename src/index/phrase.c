/* Phrases: how typed words are matched with the vocabulary. */
#include "index/phrase.h"

#include <string.h>

#include "base/text.h"

/* British spellings, at the end of a word or anywhere in it. */
static const struct {
	const char	*british;
	const char	*american;
	bool		 at_end;
} spellings[] = {
	{ "isation", "ization", true },
	{ "isations", "izations", true },
	{ "ise", "ize", true },
	{ "ised", "ized", true },
	{ "ising", "izing", true },
	{ "yse", "yze", true },
	{ "ysed", "yzed", true },
	{ "fibre", "fiber", false },
	{ "centre", "center", false },
	{ "oedema", "edema", false },
	{ "haem", "hem", false },
	{ "aemia", "emia", false },
	{ "aemic", "emic", false },
	{ "paed", "ped", false },
	{ "anaes", "anes", false },
	{ "behaviour", "behavior", false },
	{ "tumour", "tumor", false },
	{ "modelling", "modeling", false },
	{ "signalling", "signaling", false },
	{ "localis", "localiz", false },
};

/* Words that end so without being British. */
static bool
is_exception(const char *word)
{
	static const char *const words[] = { "exercise", "rise", "wise",
	    "precise", "otherwise", "likewise", "noise", "bruise", "disease",
	    "raise", "raised", "raising", "exercised", "exercising",
	    "bruised", "bruising" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

static char *
american(const void *ctx, const char *word)
{
	char *now = mem_text(ctx, word), *at;
	size_t i, n;

	if (is_exception(word))
		return now;
	for (i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		n = strlen(spellings[i].british);
		if (strlen(now) <= n && spellings[i].at_end)
			continue;
		at = spellings[i].at_end ? now + strlen(now) - n :
		    strstr(now, spellings[i].british);
		if (at == NULL || strncmp(at, spellings[i].british, n) != 0)
			continue;
		now = mem_format(ctx, "%.*s%s%s", (int)(at - now), now,
		    spellings[i].american, at + n);
	}
	return now;
}

char *
phrase_key(struct token_source *source, const void *ctx, const char *phrase)
{
	void *scratch = mem_context(NULL);
	char *folded = text_fold(scratch, phrase), *word, *rest = NULL, *stem;
	struct buf key = { .data = NULL };

	for (word = strtok_r(folded, " ", &rest); word != NULL;
	    word = strtok_r(NULL, " ", &rest)) {
		word = american(scratch, word);
		stem = token_stem(source, scratch, word, strlen(word));
		if ((unsigned char)*stem == 0xEE)	/* the mark */
			stem += 3;
		buf_text(ctx, &key, stem);
	}
	mem_free(scratch);
	return key.data != NULL ? key.data : mem_text(ctx, "");
}
