/* Documents: which words of a record go into which column of the index. */
#include "index/document.h"

void
document_add(const void *ctx, struct buf *column, const char *text)
{
	if (text == NULL)
		return;
	buf_text(ctx, column, text);
	buf_text(ctx, column, " . ");
}

static void
add_all(const void *ctx, struct buf *column, const struct list *texts)
{
	size_t i;

	for (i = 0; i < texts->count; i++)
		document_add(ctx, column, texts->at[i]);
}

static void
add_authors(const void *ctx, struct buf *column, const struct list *authors)
{
	const struct author *author;
	size_t i;

	for (i = 0; i < authors->count; i++) {
		author = authors->at[i];
		document_add(ctx, column, author->family);
		document_add(ctx, column, author->given);
	}
}

static void
add_findings(const void *ctx, struct buf *column, const struct list *findings)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < findings->count; i++) {
		finding = findings->at[i];
		document_add(ctx, column, finding->measure);
		document_add(ctx, column, finding->comparison);
		document_add(ctx, column, finding->timepoint);
		document_add(ctx, column, finding->statement);
	}
}

static void
add_details(const void *ctx, struct buf *column, const struct work *work)
{
	const struct arm *arm;
	size_t i;

	if (work->participants != NULL) {
		document_add(ctx, column, work->participants->population);
		document_add(ctx, column, work->participants->setting);
		document_add(ctx, column, work->participants->country);
	}
	for (i = 0; i < work->arms.count; i++) {
		arm = work->arms.at[i];
		document_add(ctx, column, arm->name);
		document_add(ctx, column, arm->intervention);
		document_add(ctx, column, arm->dose);
	}
	document_add(ctx, column, work->follow_up);
	document_add(ctx, column, work->adverse_events);
	document_add(ctx, column, work->limitations);
	add_all(ctx, column, &work->article_discrepancy);
	document_add(ctx, column, work->article_says);
	document_add(ctx, column, work->identification);
	document_add(ctx, column, work->funding);
	document_add(ctx, column, work->registration);
}

static void
add_abstract(const void *ctx, struct buf *column, const struct work *work)
{
	const struct abstract_section *section;
	size_t i;

	for (i = 0; i < work->abstract.count; i++) {
		section = work->abstract.at[i];
		document_add(ctx, column, section->text);
	}
	add_all(ctx, column, &work->headings);
	add_all(ctx, column, &work->keywords);
}

void
document_of_work(const void *ctx, const struct work *work,
    struct buf columns[WORK_COLUMNS])
{
	document_add(ctx, &columns[WORK_TITLE], work->title);
	document_add(ctx, &columns[WORK_TITLE], work->original_title);
	add_authors(ctx, &columns[WORK_AUTHOR], &work->authors);
	document_add(ctx, &columns[WORK_NOTE], work->evidence_note);
	add_findings(ctx, &columns[WORK_FINDING], &work->findings);
	add_details(ctx, &columns[WORK_DETAIL], work);
	add_abstract(ctx, &columns[WORK_ABSTRACT], work);
	document_add(ctx, &columns[WORK_JOURNAL], work->container);
	document_add(ctx, &columns[WORK_JOURNAL], work->publisher);
}

static void
add_reasons(const void *ctx, struct buf *column, const struct list *list)
{
	const struct bearing *bearing;
	size_t i;

	for (i = 0; i < list->count; i++) {
		bearing = list->at[i];
		document_add(ctx, column, bearing->why);
	}
}

void
document_of_claim(const void *ctx, const struct claim *claim,
    struct buf columns[CLAIM_COLUMNS])
{
	document_add(ctx, &columns[CLAIM_TITLE], claim->statement);
	add_reasons(ctx, &columns[CLAIM_DETAIL], &claim->support);
	add_reasons(ctx, &columns[CLAIM_DETAIL], &claim->related);
	document_add(ctx, &columns[CLAIM_DETAIL], claim->where);
}
