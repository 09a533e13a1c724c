/*
 * The check of a reference list: which references are found, wrong, not held or
 * retracted.
 */
#include "page/page_refs.h"

#include <assert.h>

#include "base/text.h"
#include "page/reference_list.h"
#include "page/wording.h"
#include "record/work_status.h"

static const char *const names[REFS_STATUS_COUNT] = {
	[REFS_FOUND] = "found",
	[REFS_DIFFERS] = "differs",
	[REFS_NOT_HELD] = "not-held",
};

static const char *const words[REFS_STATUS_COUNT] = {
	[REFS_FOUND] = "found",
	[REFS_DIFFERS] = "found, with different details",
	[REFS_NOT_HELD] = "not found here",
};

const char *
refs_status_name(enum refs_status status)
{
	assert(status < REFS_STATUS_COUNT);
	return names[status];
}

/* Making. */

static void
add_remarks(struct refs *refs, struct library *library,
    struct refs_row *row, const struct work *work)
{
	const struct about *about = library_about(library);
	const struct directness *directness = directness_of(library, work);
	const struct notice *notice = work_status(work);
	size_t i;

	if (notice != NULL)
		list_add(refs, &row->remarks, mem_format(refs, "%s%s%s",
		    notice->kind, notice->date != NULL ? ", " : "",
		    notice->date != NULL ? notice->date : ""));
	if (work_is_superseded(work) && (notice == NULL ||
	    !text_same(notice->kind, "superseded")))
		list_add(refs, &row->remarks, mem_text(refs, "superseded"));
	refs->warned += notice != NULL || work_is_superseded(work);
	if (text_same(work->confidence, "article-only"))
		list_add(refs, &row->remarks, mem_text(refs,
		    "known only from a web article"));
	if (directness != NULL && list_at(&about->directness, 0) != directness)
		list_add(refs, &row->remarks, mem_format(refs,
		    "treatment studied: %s", directness->label));
	for (i = 0; i < work->article_discrepancy.count; i++)
		list_add(refs, &row->remarks, mem_format(refs,
		    "in the popular articles: %s", (const char *)
		    list_at(&work->article_discrepancy, i)));
}

/*
 * Whether an identifier in running text belongs to a citation that it follows,
 * or a citation to the identifier before it: both are of one work.
 */
static bool
is_same_citation(const struct refs *refs, const struct reference_text *text,
    const struct reference_text *before,
    const struct reference_match *reference)
{
	const struct refs_row *last = refs->rows.count == 0 ? NULL :
	    list_at(&refs->rows, refs->rows.count - 1);

	return reference != NULL && reference->wrong.count == 0 &&
	    before != NULL && (text->beside || before->beside) &&
	    last != NULL && last->reference != NULL &&
	    text_same(last->reference->work->id, reference->work->id);
}

static void
refs_page_add_row(struct refs *refs, struct library *library,
    const struct reference_text *text, const struct reference_text *before)
{
	struct reference_match *reference = library_reference(library, refs,
	    text->text);
	struct refs_row *row;

	if (is_same_citation(refs, text, before, reference))
		return;
	if (reference == NULL && !reference_list_is_one(text->text)) {
		refs->skipped++;
		return;
	}
	row = mem_new(refs, struct refs_row);
	row->text = text->text;
	row->reference = reference;
	row->status = reference == NULL ? REFS_NOT_HELD :
	    reference->wrong.count > 0 ? REFS_DIFFERS : REFS_FOUND;
	refs->count[row->status]++;
	if (reference != NULL)
		add_remarks(refs, library, row, reference->work);
	list_add(refs, &refs->rows, row);
}

struct refs *
refs_make(const void *ctx, struct library *library, const char *text)
{
	struct refs *refs = mem_new(ctx, struct refs);
	struct list pieces = reference_list_split(refs, text);
	size_t i;

	for (i = 0; i < pieces.count && library_goes_on(library); i++)
		refs_page_add_row(refs, library, list_at(&pieces, i), i == 0 ?
		    NULL : list_at(&pieces, i - 1));
	return refs;
}

bool
refs_are_clean(const struct refs *refs)
{
	return refs->count[REFS_DIFFERS] + refs->count[REFS_NOT_HELD] +
	    refs->warned == 0;
}

/* Printing. */

static void
refs_page_put_row(struct doc *doc, const struct refs_row *row, size_t number)
{
	const struct reference_match *reference = row->reference;
	struct block *line = doc_paragraph(doc, 0);
	size_t i;

	block_format(line, row->status == REFS_FOUND ? ROLE_TEXT :
	    ROLE_WARNING, "%zu. %s", number, words[row->status]);
	if (reference != NULL) {
		block_add(line, ROLE_TEXT, ": ");
		block_link(line, address_of(doc, RECTYPE_WORK,
		    reference->work->id), reference->work->id);
		block_format(line, ROLE_TEXT, ", %s, ", wording_short(doc,
		    reference->work));
		block_add(line, ROLE_GRADE, wording_level(doc,
		    reference->work));
	}
	block_text(doc_paragraph(doc, 1), text_clean(doc, row->text,
	    strlen(row->text)));
	for (i = 0; reference != NULL && i < reference->wrong.count; i++)
		block_add(doc_item(doc, 1), ROLE_WARNING,
		    list_at(&reference->wrong, i));
	for (i = 0; i < row->remarks.count; i++)
		block_text(doc_item(doc, 1), list_at(&row->remarks, i));
	doc_gap(doc);
}

struct doc *
page_refs(const void *ctx, const struct refs *refs)
{
	struct doc *doc = doc_new(ctx, "refs");
	size_t i;

	(void)doc_title(doc, mem_format(doc, "%zu reference%s",
	    refs->rows.count, refs->rows.count == 1 ? "" : "s"));
	doc_para(doc, mem_format(doc, "%zu found, %zu found with different "
	    "details, %zu not found here; %zu retracted, corrected or "
	    "superseded.",
	    refs->count[REFS_FOUND], refs->count[REFS_DIFFERS],
	    refs->count[REFS_NOT_HELD], refs->warned));
	if (refs->skipped > 0)
		doc_para(doc, mem_format(doc, "%zu line%s without a "
		    "reference.", refs->skipped, refs->skipped == 1 ? "" :
		    "s"));
	if (refs->count[REFS_NOT_HELD] > 0)
		doc_para(doc, "References not found here may well exist.");
	doc_gap(doc);
	for (i = 0; i < refs->rows.count; i++)
		refs_page_put_row(doc, list_at(&refs->rows, i), i + 1);
	return doc;
}
