/* Citations: a work as a reference. */
#include "library/cite.h"

#include <assert.h>
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
	assert(style < CITE_STYLES);
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
cite_add_author(const void *ctx, struct buf *out, const struct author *author,
    bool apa)
{
	const char *given, *suffix;
	size_t n;

	author_parts(ctx, author, &given, &suffix);
	buf_text(ctx, out, author->family);
	if (given == NULL)
		return;
	buf_text(ctx, out, apa ? ", " : " ");
	add_initials(ctx, out, given, apa);
	if (suffix == NULL)
		return;
	n = strlen(suffix);
	if (!apa && n > 0 && suffix[n - 1] == '.')
		n--;
	buf_text(ctx, out, apa ? ", " : " ");
	buf_add(ctx, out, suffix, n);
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
		cite_add_author(ctx, &out, list_at(&work->authors, i),
		    style->apa);
	}
	if (shown < count && style->apa) {
		buf_text(ctx, &out, ", . . . ");
		cite_add_author(ctx, &out, list_at(&work->authors, count - 1),
		    true);
	} else if (shown < count) {
		buf_text(ctx, &out, ", et al");
	}
	return out.data;
}

/* Sentences. */

/* Ends a part with a full stop, unless it ends a sentence already. */
static void
cite_add_sentence(const void *ctx, struct buf *out, const char *text)
{
	size_t n;

	if (text == NULL || *text == '\0')
		return;
	n = strlen(text);
	buf_format(ctx, out, "%s%s%s", out->len > 0 ? " " : "", text,
	    strchr(".?!", text[n - 1]) != NULL ? "" : ".");
}

/* How many of `n` digits the shorter `last` lacks: in "502-5", two. */
static size_t
digits_left_out(size_t n, const char *last)
{
	size_t m = strspn(last, "0123456789");

	return m == 0 || m >= n ? 0 : n - m;
}

/*
 * Pages: AMA and APA write both numbers in full ("502-505"), Vancouver as
 * MEDLINE has them; APA puts a dash between them.
 */
static char *
pages(const void *ctx, const char *text, const struct style *style)
{
	struct buf out = { .data = NULL };
	size_t n;

	if (text == NULL || style == &styles[CITE_VANCOUVER])
		return text == NULL ? NULL : mem_text(ctx, text);
	while (*text != '\0') {
		n = strspn(text, "0123456789");
		buf_add(ctx, &out, text, n > 0 ? n : 1);
		if (n == 0 || text[n] != '-') {
			text += n > 0 ? n : 1;
			continue;
		}
		buf_text(ctx, &out, style->apa ? "\u2013" : "-");
		buf_add(ctx, &out, text, digits_left_out(n, text + n + 1));
		text += n + 1;
	}
	return out.data;
}

/* "2016;24(1):16", or "24(1), 16". */
static char *
cite_place(const void *ctx, const struct work *work, const struct style *style)
{
	bool apa = style->apa;
	char *numbers = pages(ctx, work->pages, style);
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
    const struct style *style)
{
	bool apa = style->apa;
	char *where = cite_place(ctx, work, style);

	if (text_same(work->type, "article")) {
		if (apa && work->container != NULL) {
			cite_add_sentence(ctx, out, mem_format(ctx, "%s%s",
			    work->container, where == NULL ? "" : where));
			return;
		}
		cite_add_sentence(ctx, out, work->container_short != NULL ?
		    work->container_short : work->container);
		cite_add_sentence(ctx, out, where);
		return;
	}
	if (work->container != NULL)
		cite_add_sentence(ctx, out, mem_format(ctx, apa ? "In %s" :
		    "In: %s", work->container));
	if (apa)
		cite_add_sentence(ctx, out, work->publisher);
	else
		cite_add_sentence(ctx, out, work->publisher != NULL &&
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

/* What a reader of the reference must know, or NULL. */
static const char *
status(const struct work *work)
{
	static const struct { const char *kind, *words; } words[] = {
		{ "retraction", "Retracted" }, { "withdrawal", "Withdrawn" },
		{ "retraction-and-republication",
		  "Retracted and republished" },
		{ "partial-retraction", "Partly retracted" },
		{ "expression-of-concern", "Expression of concern" },
		{ "superseded", "Superseded by a newer version" },
		{ "preprint", "Preprint" },
	};
	const struct notice *notice = work_status(work);
	size_t i;

	for (i = 0; notice != NULL && i < sizeof(words) / sizeof(words[0]); i++)
		if (text_same(words[i].kind, notice->kind))
			return words[i].words;
	return NULL;
}

char *
cite(const void *ctx, const struct work *work, enum cite_style number)
{
	const struct style *style = &styles[number];
	struct buf out = { .data = NULL };
	char *who = authors(ctx, work, style);

	assert(number < CITE_STYLES);
	if (style->apa && who != NULL)
		cite_add_sentence(ctx, &out, mem_format(ctx, "%s (%s)", who,
		    work->year != NULL ? work->year : "n.d."));
	else
		cite_add_sentence(ctx, &out, who);
	cite_add_sentence(ctx, &out, title(ctx, work));
	if (style->apa && who == NULL)
		cite_add_sentence(ctx, &out, mem_format(ctx, "(%s)",
		    work->year != NULL ? work->year : "n.d."));
	add_container(ctx, &out, work, style);
	cite_add_sentence(ctx, &out, status(work));
	if (work->doi != NULL)
		buf_format(ctx, &out, " %s%s", style->doi, work->doi);
	return out.data;
}
