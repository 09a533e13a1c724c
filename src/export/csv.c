/*
 * Comma-separated values of works, as RFC 4180 has them, for spreadsheets.
 */
#include "export/records.h"

#include "base/text.h"

const char *
export_cell(const void *ctx, const char *text)
{
	if (text == NULL || *text == '\0')
		return "";
	return strchr("=+-@", *text) == NULL ? text : mem_format(ctx, "'%s",
	    text);
}

void
export_csv_cell(const void *ctx, struct buf *out, const char *text)
{
	buf_text(ctx, out, out->len > 0 ? ",\"" : "\"");
	for (text = export_cell(ctx, text); *text != '\0'; text++) {
		if (*text == '"')
			buf_text(ctx, out, "\"");
		buf_add(ctx, out, text, 1);
	}
	buf_text(ctx, out, "\"");
}

static void
csv_add_row(const struct export_target *target, const void *ctx,
    const struct work *work)
{
	const struct notice *status = work_status(work);
	const char *level = work->level_adjusted != NULL ?
	    work->level_adjusted : work->level;
	const char *const cells[] = { work->id, level, work->design,
	    status == NULL ? NULL : code_label(&notice_kinds, status->kind),
	    work->year, export_authors(ctx, work), work->title, work->container,
	    work->volume, work->issue, work->pages, work->doi, work->pmid,
	    work->link };
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		export_csv_cell(ctx, &out, cells[i]);
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

	export_text(target, "id,level,design,status,year,authors,title,"
	    "journal,volume,issue,pages,DOI,PMID,URL\r\n");
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
