/* Comma-separated values of works or claims (RFC 4180), for spreadsheets. */
#include "export/records.h"

#include "base/text.h"
#include "export/cells.h"
#include "export/references.h"
#include "record/work_status.h"

static void
csv_write_row(const struct export_target *target, const void *ctx,
    const char *const *cells, size_t count)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < count; i++)
		export_csv_cell(ctx, &out, cells[i], target->raw);
	buf_text(ctx, &out, "\r\n");
	export_text(target, out.data);
}

static const char *const work_heads[] = {
	"id", "level", "level reason", "design", "status", "year", "authors",
	"title", "journal", "volume", "issue", "pages", "DOI", "PMID", "URL",
	"type", "published", "editors", "original title",
	"journal abbreviation", "series", "edition", "publisher", "place",
	"PMCID", "ISSN", "ISBN", "language", "publication types", "headings",
	"keywords", "abstract", "notes", "registration",
	"competing interests", "investigators"
};

/* The cells of a work, in the order of the headings. */
static void
csv_add_work(const struct export_target *target, const void *ctx,
    const void *record)
{
	const struct work *work = record;
	const struct notice *status = work_status(work);
	const char *level = work->level_adjusted != NULL ?
	    work->level_adjusted : work->level;
	struct list notes = reference_notes(ctx, work);
	const char *people = reference_people(ctx, &work->authors), *authors =
	    people == NULL || !text_same(work->and_others, "yes") ? people :
	    mem_format(ctx, "%s; et al.", people);
	const char *const cells[] = { work->id, level, level == NULL ? NULL :
	    work->level_reason, work->design, status == NULL ? NULL :
	    code_label(&notice_kinds, status->kind), work->year,
	    authors, work->title, work->container,
	    work->volume, work->issue, work->pages, work->doi, work->pmid,
	    work->link, work->type, work->published, reference_people(ctx,
	    &work->editors), work->original_title, work->container_short,
	    work->series, work->edition, work->publisher,
	    work->publisher_place, work->pmcid, reference_joined(ctx,
	    &work->issns, "; "), work->isbn, reference_joined(ctx,
	    &work->languages, "; "), reference_joined(ctx,
	    &work->publication_types, "; "), reference_joined(ctx,
	    &work->headings, "; "), reference_joined(ctx, &work->keywords,
	    "; "), reference_abstract(ctx, work), reference_joined(ctx, &notes,
	    "\n"), work->registration, work->competing_interests,
	    reference_people(ctx, &work->investigators) };

	static_assert(sizeof(cells) == sizeof(work_heads),
	    "one cell per column heading");
	csv_write_row(target, ctx, cells, COUNT(cells));
}

static const char *const claim_heads[] = {
	"id", "verdict", "kind", "wording", "article", "statement",
	"proposition", "verdict reason"
};

static void
csv_add_claim(const struct export_target *target, const void *ctx,
    const void *record)
{
	const struct claim *claim = record;
	const char *const cells[] = { claim->id, claim->verdict, claim->kind,
	    claim->hedge, claim->article, claim->statement, claim->group,
	    claim->verdict_reason };

	static_assert(sizeof(cells) == sizeof(claim_heads),
	    "one cell per column heading");
	csv_write_row(target, ctx, cells, COUNT(cells));
}

/* One row per type of record that has columns. */
static const struct csv_type {
	enum rectype		 type;
	const char *const	*heads;
	size_t			 count;
	void			(*add)(const struct export_target *target,
				    const void *ctx, const void *record);
} csv_types[] = {
	{ RECTYPE_WORK, work_heads, COUNT(work_heads), csv_add_work },
	{ RECTYPE_CLAIM, claim_heads, COUNT(claim_heads), csv_add_claim },
};

/*
 * The type of the first record that has columns, since a file has one header, or
 * the type that a search without results asked for.
 */
static const struct csv_type *
csv_choose_type(const struct export_source *source)
{
	bool claims = source->result != NULL && source->result->target ==
	    RECTYPE_CLAIM;
	size_t n = export_count(source), i, k;

	for (i = 0; i < n; i++)
		for (k = 0; k < COUNT(csv_types); k++)
			if (csv_types[k].type == export_type(source, i))
				return &csv_types[k];
	return &csv_types[claims ? 1 : 0];
}

static void
csv_write_heads(const struct export_target *target,
    const struct csv_type *type)
{
	size_t i;

	for (i = 0; i < type->count; i++) {
		export_text(target, i > 0 ? "," : "");
		export_text(target, type->heads[i]);
	}
	export_text(target, "\r\n");
}

size_t
export_all_csv(const struct export_source *source,
    const struct export_target *target)
{
	size_t n = export_count(source), written = 0, i;
	const struct csv_type *type = csv_choose_type(source);
	void *scratch, *record;

	csv_write_heads(target, type);
	for (i = 0; i < n; i++) {
		if (export_type(source, i) != type->type)
			continue;
		scratch = mem_context(NULL);
		record = export_record(source, scratch, i, false);
		if (record != NULL) {
			type->add(target, scratch, record);
			written++;
		}
		mem_free(scratch);
	}
	return written;
}
