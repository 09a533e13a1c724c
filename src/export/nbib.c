/*
 * MEDLINE text, the .nbib of PubMed.
 *
 * Source: "MEDLINE/PubMed Data Element (Field) Descriptions" (NLM).
 */
#include "export/formats.h"

#include <string.h>

#include "base/text.h"
#include "export/references.h"
#include "export/status.h"

static void
nbib_add(const void *ctx, struct buf *out, const char *tag, const char *value)
{
	if (value != NULL)
		buf_format(ctx, out, "%-4s- %s\n", tag, value);
}

static void
nbib_add_all(const void *ctx, struct buf *out, const char *tag,
    const struct list *values)
{
	size_t i;

	for (i = 0; i < values->count; i++)
		nbib_add(ctx, out, tag, list_at(values, i));
}

/*
 * Whether a name without given names belongs to a person, "Suryadi", rather
 * than to a group, "Made-up Group" or "WHO"; records do not say.
 */
static bool
is_single_name(const char *name)
{
	return strpbrk(name, " 0123456789") == NULL && strpbrk(name,
	    "abcdefghijklmnopqrstuvwxyz") != NULL;
}

/*
 * Adds people: "FAU - Doe, Jane R 3rd".  Groups among authors have the tag CN;
 * there is none for those among editors and investigators.
 */
static void
nbib_add_people(const void *ctx, struct buf *out, const char *tag,
    const struct list *people)
{
	const struct author *author;
	const char *given, *suffix;
	size_t i;

	for (i = 0; i < people->count; i++) {
		author = list_at(people, i);
		author_parts(ctx, author, &given, &suffix);
		if (given == NULL && text_same(tag, "FAU") &&
		    !is_single_name(author->family))
			nbib_add(ctx, out, "CN", author->family);
		else if (given == NULL)
			nbib_add(ctx, out, tag, strchr(author->family, ',') ==
			    NULL ? author->family : reference_group(ctx,
			    author->family));
		else
			nbib_add(ctx, out, tag, mem_format(ctx, "%s, %s%s%s",
			    author->family, given, suffix == NULL ? "" : " ",
			    suffix == NULL ? "" : suffix));
	}
}

static void
nbib_add_notices(const void *ctx, struct buf *out, const struct list *notices)
{
	const struct notice *notice;
	const char *tag, *details;
	size_t i;

	for (i = 0; i < notices->count; i++) {
		notice = list_at(notices, i);
		tag = status_tag(notice->kind);
		details = status_details(ctx, notice);
		if (tag != NULL && details != NULL)
			nbib_add(ctx, out, tag, details);
		else if (details == NULL && text_same(notice->kind,
		    "retraction"))
			nbib_add(ctx, out, "PT", "Retracted Publication");
		else if (details == NULL && text_same(notice->kind, "preprint"))
			nbib_add(ctx, out, "PT", "Preprint");
		else
			nbib_add(ctx, out, "GN", status_note(ctx, notice));
	}
}

/* The publication type, unless it is an article. */
static void
nbib_add_type(const void *ctx, struct buf *out, const struct work *work)
{
	const char *type = text_same(work->type, "thesis") ?
	    "Academic Dissertation" : text_same(work->type, "report") ?
	    "Technical Report" : NULL;

	if (type != NULL && !list_holds(&work->publication_types, type))
		nbib_add(ctx, out, "PT", type);
}

char *
reference_nbib(const void *ctx, const struct work *work)
{
	bool book = text_same(work->type, "book");
	struct list remarks = reference_remarks(ctx, work);
	struct buf out = { .data = NULL };

	nbib_add(ctx, &out, "PMID", work->pmid == NULL ? "" : work->pmid);
	nbib_add_all(ctx, &out, "IS", &work->issns);
	nbib_add(ctx, &out, "ISBN", work->isbn);
	nbib_add(ctx, &out, "VI", work->volume);
	nbib_add(ctx, &out, "IP", work->issue);
	nbib_add(ctx, &out, "DP", work->published != NULL ? work->published :
	    work->year);
	nbib_add(ctx, &out, book ? "BTI" : "TI", work->title);
	nbib_add(ctx, &out, "TT", work->original_title);
	if (text_same(work->type, "chapter") && work->container == NULL)
		nbib_add(ctx, &out, "BTI", "[Not Available]");
	nbib_add(ctx, &out, text_same(work->type, "chapter") ? "BTI" : "JT",
	    work->container);
	nbib_add(ctx, &out, "TA", work->container_short);
	nbib_add(ctx, &out, "CTI", work->series);
	nbib_add(ctx, &out, "EN", work->edition);
	nbib_add(ctx, &out, "PB", work->publisher);
	nbib_add(ctx, &out, "PG", work->pages);
	if (work->doi != NULL)
		nbib_add(ctx, &out, "LID", mem_format(ctx, "%s [doi]",
		    work->doi));
	nbib_add(ctx, &out, "PMC", work->pmcid);
	nbib_add(ctx, &out, "AB", reference_abstract(ctx, work));
	nbib_add_people(ctx, &out, "FAU", &work->authors);
	if (text_same(work->and_others, "yes"))
		nbib_add(ctx, &out, "FAU", "et al.");
	nbib_add_people(ctx, &out, "FED", &work->editors);
	nbib_add_people(ctx, &out, "FIR", &work->investigators);
	nbib_add_all(ctx, &out, "LA", &work->languages);
	nbib_add_all(ctx, &out, "PT", &work->publication_types);
	nbib_add_type(ctx, &out, work);
	nbib_add(ctx, &out, "PL", work->publisher_place);
	nbib_add_all(ctx, &out, "MH", &work->headings);
	nbib_add_all(ctx, &out, "OT", &work->keywords);
	nbib_add(ctx, &out, "COIS", work->competing_interests);
	nbib_add(ctx, &out, "SI", work->registration);
	nbib_add_all(ctx, &out, "GN", &remarks);
	nbib_add_notices(ctx, &out, &work->notices);
	return out.data;
}
