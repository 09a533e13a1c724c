/* Places: year, volume and first page, as in "2021;57(3):758-766". */
#include "search/place.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "index/values.h"
#include "search/evaluate.h"

enum {
	PLACE_WORDS = 16,	/* longer texts are not a place alone */
	YEAR_FIRST = 1800,
	YEAR_LAST = 2099
};

/* The words of a text, folded. */
struct place_words {
	char	*at[PLACE_WORDS];
	size_t	 count;
	bool	 all;		/* false: the text has more words */
};

/* Words of a reference that are not in the name of a journal. */
static const char *const labels[] = { "vol", "volume", "no", "issue", "iss",
	"p", "pp", "pg", "page", "pages", "suppl" };

static struct place_words
place_split(const void *ctx, const char *text)
{
	struct place_words words = { .count = 0, .all = true };
	char *rest = text_fold(ctx, text), *word;

	while ((word = strtok_r(rest, " ", &rest)) != NULL && words.all) {
		words.all = words.count < PLACE_WORDS;
		if (words.all)
			words.at[words.count++] = word;
	}
	return words;
}

static bool
has_digit(const char *word)
{
	return strpbrk(word, "0123456789") != NULL;
}

static bool
place_is_year(const char *word)
{
	long year;

	return strlen(word) == 4 && number_integer(word, YEAR_FIRST, YEAR_LAST,
	    &year);
}

/* The works of a year whose volume and first page are numbers in the text. */
static struct expr *
place_works(const void *ctx, struct searcher *se,
    const struct place_words *words, const char *year)
{
	struct expr *match;
	size_t i, j;

	for (i = 0; i < words->count; i++)
		for (j = i + 1; j < words->count; j++) {
			if (!has_digit(words->at[i]) || !has_digit(
			    words->at[j]) || words->at[i] == year ||
			    words->at[j] == year)
				continue;
			match = expr_value(ctx, "place", values_place(ctx,
			    year, words->at[i], words->at[j]));
			if (evaluate_count(se, RECTYPE_WORK, match) > 0)
				return match;
		}
	return NULL;
}

/*
 * The works whose journal, author or title has a name from the text; all if the
 * text has no name.
 */
static struct expr *
place_named(const void *ctx, struct searcher *se,
    const struct place_words *words, struct expr *works)
{
	struct expr *names = NULL, *both;
	size_t i;

	for (i = 0; i < words->count; i++)
		if (!has_digit(words->at[i]) && !TEXT_AMONG(words->at[i],
		    labels))
			names = expr_either(ctx, names, expr_in(expr_words(ctx,
			    se, words->at[i], WORD_PREFIX),
			    "journal author title"));
	if (names == NULL)
		return works;
	both = expr_group(ctx, false);
	expr_add(both, works);
	expr_add(both, names);
	return evaluate_count(se, RECTYPE_WORK, both) > 0 ? both : NULL;
}

struct expr *
place_find(const void *ctx, struct searcher *se, const char *text)
{
	const struct place_words words = place_split(ctx, text);
	struct expr *works = NULL;
	size_t i;

	assert(text != NULL);
	for (i = 0; words.all && i < words.count && works == NULL; i++)
		if (place_is_year(words.at[i]))
			works = place_works(ctx, se, &words, words.at[i]);
	return works == NULL ? NULL : place_named(ctx, se, &words, works);
}
