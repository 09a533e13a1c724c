/* Citations: a work as a reference. */
#include "library/cite.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

/* What the styles differ in. */
static const struct style {
	const char	*name;
	size_t		 most;		/* authors before "et al" */
	size_t		 kept;		/* of more than that */
	bool		 apa;		/* initials with stops, year in front */
	const char	*doi;
} styles[CITE_STYLES] = {
	[CITE_AMA] = { "AMA", 6, 3, false, "doi:" },
	[CITE_VANCOUVER] = { "Vancouver", 6, 6, false, "doi: " },
	[CITE_APA] = { "APA", 20, 19, true, "https://doi.org/" },
};

const char *
cite_style_name(enum cite_style style)
{
	return styles[style].name;
}

/* Authors. */

/* The bytes of the UTF-8 character at `s`. */
static size_t
character(const char *s)
{
	size_t n = 1;

	while (((unsigned char)s[n] & 0xC0) == 0x80)
		n++;
	return n;
}

static bool
begins_name(const char *given, const char *at)
{
	return at == given || strchr(" .-", at[-1]) != NULL ||
	    (isupper((unsigned char)*at) && isupper((unsigned char)at[-1]));
}

/* "Amy L." is "AL", or "A. L."; "Jean-Pierre" is "JP", or "J.-P.". */
static void
add_initials(const void *ctx, struct buf *out, const char *given, bool apa)
{
	const char *at;
	bool hyphen = false, any = false;
	size_t n;

	for (at = given; *at != '\0'; at += n) {
		n = character(at);
		hyphen |= *at == '-';
		if (strchr(" .-", *at) != NULL || !begins_name(given, at))
			continue;
		if (apa && any)
			buf_text(ctx, out, hyphen ? "-" : " ");
		buf_add(ctx, out, at, n);
		buf_text(ctx, out, apa ? "." : "");
		hyphen = false;
		any = true;
	}
}

/* "Robert H., Jr." is "RH Jr", or "R. H., Jr.". */
static void
add_author(const void *ctx, struct buf *out, const struct author *author,
    bool apa)
{
	const char *comma = author->given == NULL ? NULL :
	    strstr(author->given, ", ");
	char *given;
	size_t n;

	buf_text(ctx, out, author->family);
	if (author->given == NULL)
		return;
	given = comma == NULL ? mem_text(ctx, author->given) :
	    mem_text_n(ctx, author->given, (size_t)(comma - author->given));
	buf_text(ctx, out, apa ? ", " : " ");
	add_initials(ctx, out, given, apa);
	if (comma == NULL)
		return;
	n = strlen(comma + 2);
	if (!apa && comma[1 + n] == '.')
		n--;
	buf_text(ctx, out, apa ? ", " : " ");
	buf_add(ctx, out, comma + 2, n);
}

/* All, or the first ones and "et al" (APA: an ellipsis and the last). */
static char *
authors(const void *ctx, const struct work *work, const struct style *style)
{
	size_t count = work->authors.count, i;
	size_t shown = count > style->most ? style->kept : count;
	struct buf out = { .data = NULL };

	for (i = 0; i < shown; i++) {
		if (i > 0)
			buf_text(ctx, &out, style->apa && i + 1 == count ?
			    ", & " : ", ");
		add_author(ctx, &out, work->authors.at[i], style->apa);
	}
	if (shown < count && style->apa) {
		buf_text(ctx, &out, ", . . . ");
		add_author(ctx, &out, work->authors.at[count - 1], true);
	} else if (shown < count) {
		buf_text(ctx, &out, ", et al");
	}
	return out.data;
}

/* Sentences. */

/* Ends a part with a full stop, unless it ends a sentence already. */
static void
add_sentence(const void *ctx, struct buf *out, const char *text)
{
	size_t n;

	if (text == NULL || *text == '\0')
		return;
	n = strlen(text);
	buf_format(ctx, out, "%s%s%s", out->len > 0 ? " " : "", text,
	    strchr(".?!", text[n - 1]) != NULL ? "" : ".");
}

/* Pages have a dash between them in APA, a hyphen in the others. */
static char *
pages(const void *ctx, const char *text, bool apa)
{
	const char *hyphen = text == NULL ? NULL : strchr(text, '-');

	if (hyphen == NULL || !apa)
		return text == NULL ? NULL : mem_text(ctx, text);
	return mem_format(ctx, "%.*s\u2013%s", (int)(hyphen - text), text,
	    hyphen + 1);
}

/* "2016;24(1):16", or "24(1), 16". */
static char *
place(const void *ctx, const struct work *work, bool apa)
{
	char *numbers = pages(ctx, work->pages, apa);
	struct buf out = { .data = NULL };

	if (!apa && work->year != NULL)
		buf_text(ctx, &out, work->year);
	if (work->volume != NULL)
		buf_format(ctx, &out, "%s%s", apa ? ", " : ";",
		    work->volume);
	if (work->volume != NULL && work->issue != NULL)
		buf_format(ctx, &out, "(%s)", work->issue);
	if (numbers != NULL)
		buf_format(ctx, &out, "%s%s", apa ? ", " : ":", numbers);
	return out.data;
}

/* What stands between the title and the identifier. */
static void
add_container(const void *ctx, struct buf *out, const struct work *work,
    bool apa)
{
	char *where = place(ctx, work, apa);

	if (text_same(work->type, "article")) {
		if (apa && work->container != NULL) {
			add_sentence(ctx, out, mem_format(ctx, "%s%s",
			    work->container, where == NULL ? "" : where));
			return;
		}
		add_sentence(ctx, out, work->container);
		add_sentence(ctx, out, where);
		return;
	}
	if (work->container != NULL)
		add_sentence(ctx, out, mem_format(ctx, apa ? "In %s" :
		    "In: %s", work->container));
	if (apa)
		add_sentence(ctx, out, work->publisher);
	else
		add_sentence(ctx, out, work->publisher != NULL &&
		    work->year != NULL ? mem_format(ctx, "%s; %s",
		    work->publisher, work->year) : work->publisher != NULL ?
		    work->publisher : work->year);
}

static char *
title(const void *ctx, const struct work *work)
{
	return text_same(work->type, "thesis") ? mem_format(ctx,
	    "%s [thesis]", work->title) : mem_text(ctx, work->title);
}

char *
cite(const void *ctx, const struct work *work, enum cite_style number)
{
	const struct style *style = &styles[number];
	struct buf out = { .data = NULL };
	char *who = authors(ctx, work, style);

	if (style->apa && who != NULL)
		add_sentence(ctx, &out, mem_format(ctx, "%s (%s)", who,
		    work->year != NULL ? work->year : "n.d."));
	else
		add_sentence(ctx, &out, who);
	add_sentence(ctx, &out, title(ctx, work));
	if (style->apa && who == NULL)
		add_sentence(ctx, &out, mem_format(ctx, "(%s)",
		    work->year != NULL ? work->year : "n.d."));
	add_container(ctx, &out, work, style->apa);
	if (work_is_retracted(work))
		add_sentence(ctx, &out, "Retracted");
	if (work->doi != NULL)
		buf_format(ctx, &out, " %s%s", style->doi, work->doi);
	return out.data;
}
