/*
 * MEDLINE text, the .nbib of PubMed.
 *
 * Source: "MEDLINE/PubMed Data Element (Field) Descriptions" (NLM).
 */
#include "export/formats.h"

#include "base/text.h"
#include "export/status.h"

static void
add(const void *ctx, struct buf *out, const char *tag, const char *value)
{
	if (value != NULL)
		buf_format(ctx, out, "%-4s- %s\n", tag, value);
}

static void
add_all(const void *ctx, struct buf *out, const char *tag,
    const struct list *values)
{
	size_t i;

	for (i = 0; i < values->count; i++)
		add(ctx, out, tag, values->at[i]);
}

/* "FAU - Doe, Jane R 3rd"; groups are CN. */
static void
add_people(const void *ctx, struct buf *out, const char *tag,
    const struct list *people)
{
	const struct author *author;
	const char *given, *suffix;
	size_t i;

	for (i = 0; i < people->count; i++) {
		author = people->at[i];
		author_parts(ctx, author, &given, &suffix);
		if (given == NULL)
			add(ctx, out, "CN", author->family);
		else
			add(ctx, out, tag, mem_format(ctx, "%s, %s%s%s",
			    author->family, given, suffix == NULL ? "" : " ",
			    suffix == NULL ? "" : suffix));
	}
}

static void
add_abstract(const void *ctx, struct buf *out, const struct list *sections)
{
	struct buf text = { .data = NULL };
	const struct abstract_section *section;
	size_t i;

	for (i = 0; i < sections->count; i++) {
		section = sections->at[i];
		buf_format(ctx, &text, "%s%s%s%s", i > 0 ? " " : "",
		    section->label == NULL ? "" : section->label,
		    section->label == NULL ? "" : ": ", section->text);
	}
	add(ctx, out, "AB", text.data);
}

static void
add_notices(const void *ctx, struct buf *out, const struct list *notices)
{
	const struct notice *notice;
	const char *tag;
	size_t i;

	for (i = 0; i < notices->count; i++) {
		notice = notices->at[i];
		tag = status_tag(notice->kind);
		if (tag != NULL && notice->reference != NULL)
			add(ctx, out, tag, mem_format(ctx, "%s.%s%s%s%s",
			    notice->reference, notice->doi == NULL ? "" :
			    " doi: ", notice->doi == NULL ? "" : notice->doi,
			    notice->pmid == NULL ? "" : ". PMID: ",
			    notice->pmid == NULL ? "" : notice->pmid));
		else if (text_same(notice->kind, "retraction"))
			add(ctx, out, "PT", "Retracted Publication");
		else if (text_same(notice->kind, "preprint"))
			add(ctx, out, "PT", "Preprint");
	}
}

char *
reference_nbib(const void *ctx, const struct work *work)
{
	bool book = text_same(work->type, "book");
	struct buf out = { .data = NULL };

	add(ctx, &out, "PMID", work->pmid == NULL ? "" : work->pmid);
	add_all(ctx, &out, "IS", &work->issns);
	add(ctx, &out, "ISBN", work->isbn);
	add(ctx, &out, "VI", work->volume);
	add(ctx, &out, "IP", work->issue);
	add(ctx, &out, "DP", work->published != NULL ? work->published :
	    work->year);
	add(ctx, &out, book ? "BTI" : "TI", work->title);
	add(ctx, &out, "TT", work->original_title);
	add(ctx, &out, text_same(work->type, "chapter") ? "BTI" : "JT",
	    work->container);
	add(ctx, &out, "TA", work->container_short);
	add(ctx, &out, "CTI", work->series);
	add(ctx, &out, "EN", work->edition);
	add(ctx, &out, "PB", work->publisher);
	add(ctx, &out, "PG", work->pages);
	if (work->doi != NULL)
		add(ctx, &out, "LID", mem_format(ctx, "%s [doi]", work->doi));
	add(ctx, &out, "PMC", work->pmcid);
	add_abstract(ctx, &out, &work->abstract);
	add_people(ctx, &out, "FAU", &work->authors);
	add_people(ctx, &out, "FED", &work->editors);
	add_people(ctx, &out, "FIR", &work->investigators);
	add_all(ctx, &out, "LA", &work->languages);
	add_all(ctx, &out, "PT", &work->publication_types);
	add_all(ctx, &out, "MH", &work->headings);
	add_all(ctx, &out, "OT", &work->keywords);
	add(ctx, &out, "COIS", work->competing_interests);
	add_notices(ctx, &out, &work->notices);
	return out.data;
}
