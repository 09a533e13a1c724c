/* The status of retracted, corrected or replaced works in references. */
#include "library/cite_status.h"

#include <string.h>

#include "base/text.h"
#include "record/work_status.h"

static const char *
cite_status_words(const char *kind)
{
	static const struct { const char *kind, *words; } words[] = {
		{ "retraction", "Retracted" }, { "withdrawal", "Withdrawn" },
		{ "retraction-and-republication",
		  "Retracted and republished" },
		{ "partial-retraction", "Partly retracted" },
		{ "expression-of-concern", "Expression of concern" },
		{ "superseded", "Superseded by a newer version" },
		{ "erratum", "Corrected" }, { "preprint", "Preprint" },
	};
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (text_same(words[i].kind, kind))
			return words[i].words;
	return NULL;
}

/*
 * Appends a detail of the notice's reference, without punctuation at its end.
 */
static void
add_place(const void *ctx, struct buf *place, const char *before,
    const char *text)
{
	size_t n = text == NULL ? 0 : strlen(text);

	while (n > 0 && strchr(". ,;", text[n - 1]) != NULL)
		n--;
	if (n > 0)
		buf_format(ctx, place, "%s%s%.*s", place->len > 0 ? ", " : "",
		    before, (int)n, text);
}

char *
cite_status(const void *ctx, const struct work *work, const char *doi)
{
	const struct notice *notice = work_status(work);
	const char *words = notice == NULL ? NULL : cite_status_words(notice->kind);
	struct buf place = { .data = NULL };

	if (words == NULL)
		return NULL;
	add_place(ctx, &place, "", notice->reference != NULL ?
	    notice->reference : notice->date);
	if (notice->doi != NULL && strstr(buf_string(&place), notice->doi) ==
	    NULL)
		add_place(ctx, &place, doi, notice->doi);
	if (notice->doi == NULL)
		add_place(ctx, &place, "PMID ", notice->pmid);
	if (notice->doi == NULL && notice->pmid == NULL)
		add_place(ctx, &place, "", notice->url);
	return place.len == 0 ? mem_text(ctx, words) : mem_format(ctx,
	    "%s: %s", words, place.data);
}
