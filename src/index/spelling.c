/* Spelling: converts British endings to American ones. */
#include "index/spelling.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/mem.h"

/* At the end of a word, or anywhere in it. */
static const struct {
	const char	*british;
	const char	*american;
	bool		 at_end;
} spellings[] = {
	{ "isation", "ization", true },
	{ "isations", "izations", true },
	{ "ise", "ize", true },
	{ "ises", "izes", true },
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
	{ "anaesth", "anesth", false },
	{ "oestr", "estr", false },
	{ "behaviour", "behavior", false },
	{ "tumour", "tumor", false },
	{ "favour", "favor", false },
	{ "colour", "color", false },
	{ "modelling", "modeling", false },
	{ "signalling", "signaling", false },
	{ "aluminium", "aluminum", false },
};

/* Words with these endings that are not British. */
static const char *const exceptions[] = {
	"advertise", "advise", "advised", "arise", "bruise", "bruised",
	"bruises", "bruising", "comprise", "comprised", "concise", "devise",
	"disease", "enterprise", "exercise", "exercised", "exercises",
	"exercising", "expertise", "likewise", "noise", "noises", "otherwise",
	"paradise", "poise", "praise", "precise", "premise", "promise",
	"raise", "raised", "raises", "raising", "revise", "revised", "rise",
	"rises", "rising", "supervise", "supervised", "surprise",
	"surprising", "wise",
};

static bool
is_exception(const char *word)
{
	size_t i;

	for (i = 0; i < COUNT(exceptions); i++)
		if (strcmp(exceptions[i], word) == 0)
			return true;
	return false;
}

/*
 * A quick check: most words contain none of the letters that these spellings
 * start with.
 */
static bool
may_be_british(const char *word, size_t n)
{
	return strstr(word, "ae") != NULL || strstr(word, "oe") != NULL ||
	    strstr(word, "our") != NULL || strstr(word, "tre") != NULL ||
	    strstr(word, "bre") != NULL || strstr(word, "lling") != NULL ||
	    strstr(word, "nium") != NULL || (n > 5 && (strstr(word + n - 5,
	    "is") != NULL || strstr(word + n - 4, "ys") != NULL ||
	    strstr(word, "isation") != NULL));
}

static char *
find_part(char *word, size_t n, const char *part, bool at_end)
{
	size_t m = strlen(part);
	char *at;

	if (!at_end)
		return strstr(word, part);
	/* An ending must follow a stem. */
	if (n < m + 3)
		return NULL;
	at = word + n - m;
	return strcmp(at, part) == 0 ? at : NULL;
}

size_t
spelling_american(char out[SPELLING_MAX], const char *word, size_t n)
{
	size_t i, m, k, rest;
	char *at;

	assert(word != NULL);
	if (n + 8 >= SPELLING_MAX)
		return 0;
	memcpy(out, word, n);
	out[n] = '\0';
	if (!may_be_british(out, n) || is_exception(out))
		return n;
	for (i = 0; i < COUNT(spellings); i++) {
		at = find_part(out, n, spellings[i].british,
		    spellings[i].at_end);
		if (at == NULL)
			continue;
		m = strlen(spellings[i].british);
		k = strlen(spellings[i].american);
		rest = n - (size_t)(at - out) - m;
		memmove(at + k, at + m, rest + 1);
		memcpy(at, spellings[i].american, k);
		n = n - m + k;
	}
	return n;
}
