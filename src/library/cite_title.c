/* The title of a reference, in the language of the work and in English. */
#include "library/cite_title.h"

#include <string.h>

#include <unictype.h>

#include "base/text.h"
#include "record/language.h"

char *
cite_languages(const void *ctx, const struct work *work, const char *between)
{
	const struct list *codes = &work->languages;
	struct buf out = { .data = NULL };
	const char *name;
	size_t i;

	if (codes->count == 1 && text_same(list_at(codes, 0), "eng"))
		return NULL;
	for (i = 0; i < codes->count; i++) {
		name = language_name(list_at(codes, i));
		if (!text_same(name, list_at(codes, i)) &&
		    !text_same(name, "undetermined"))
			buf_format(ctx, &out, "%s%s", out.len > 0 ? between :
			    "", name);
	}
	return out.data;
}

/* Whether all of a title is in brackets, as databases print a translation. */
static bool
title_is_bracketed(const char *title)
{
	size_t n = strlen(title), depth = 0, i;

	if (n < 3 || title[0] != '[' || title[n - 1] != ']')
		return false;
	for (i = 0; i + 1 < n; i++) {
		depth += title[i] == '[';
		depth -= title[i] == ']';
		if (depth == 0)
			return false;
	}
	return true;
}

/* Whether most letters are Latin: a few Greek ones may be among them. */
static bool
title_is_latin(const char *title)
{
	size_t latin = 0, others = 0, n;
	unsigned code;

	for (; *title != '\0'; title += n) {
		n = text_char(title, &code);
		if (!uc_is_property_alphabetic(code))
			continue;
		if (strcmp(uc_script(code)->name, "Latin") == 0)
			latin++;
		else
			others++;
	}
	return latin > others;
}

/* Whether the title of a work is a translation of its original title. */
static bool
title_is_translated(const struct work *work)
{
	return work->original_title != NULL && !text_same(work->title,
	    work->original_title) && (title_is_bracketed(work->title) ||
	    (work->languages.count > 0 && !list_holds(&work->languages, "eng")));
}

struct cite_title
cite_title(const void *ctx, const struct work *work, bool names_language)
{
	const char *title = work->title;
	bool bracketed = title_is_bracketed(title);
	char *named;

	if (title_is_translated(work) && title_is_latin(work->original_title))
		return (struct cite_title){ work->original_title, bracketed ?
		    title : mem_format(ctx, "[%s]", title) };
	named = names_language && bracketed && !list_holds(
	    &work->languages, "eng") ? cite_languages(ctx, work, " and ") :
	    NULL;
	if (named == NULL)
		return (struct cite_title){ title, NULL };
	return (struct cite_title){ mem_text_n(ctx, title + 1, strlen(title) -
	    2), mem_format(ctx, "[in %s]", named) };
}
