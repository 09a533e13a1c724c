/* Comma-separated values of works (RFC 4180), for spreadsheets. */
#include "export/records.h"

#include "base/text.h"
#include "export/cells.h"
#include "export/references.h"

static const char *const heads[] = {
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
csv_add_row(const struct export_target *target, const void *ctx,
    const struct work *work)
{
	const struct notice *status = work_status(work);
	const char *level = work->level_adjusted != NULL ?
	    work->level_adjusted : work->level;
	struct list notes = reference_notes(ctx, work);
	const char *const cells[] = { work->id, level, level == NULL ? NULL :
	    work->level_reason, work->design, status == NULL ? NULL :
	    code_label(&notice_kinds, status->kind), work->year,
	    reference_people(ctx, &work->authors), work->title, work->container,
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
	struct buf out = { .data = NULL };
	size_t i;

	static_assert(sizeof(cells) == sizeof(heads), "a cell for each head");
	for (i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		export_csv_cell(ctx, &out, cells[i], target->raw);
	buf_text(ctx, &out, "\r\n");
	export_text(target, out.data);
}

size_t
export_all_csv(const struct export_source *source,
    const struct export_target *target)
{
	size_t n = export_count(source), written = 0, i;
	const struct work *work;
	void *scratch;

	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		export_text(target, i > 0 ? "," : "");
		export_text(target, heads[i]);
	}
	export_text(target, "\r\n");
	for (i = 0; i < n; i++) {
		if (export_type(source, i) != RECTYPE_WORK)
			continue;
		scratch = mem_context(NULL);
		work = export_record(source, scratch, i, false);
		if (work != NULL) {
			csv_add_row(target, scratch, work);
			written++;
		}
		mem_free(scratch);
	}
	return written;
}
