/* Limitations of a work, and the source of each fact. */
#include "page/work_trust.h"

#include "base/text.h"
#include "page/wording.h"
#include "record/tool.h"

static void
trust_put_item(struct doc *doc, const char *label, const struct appraisal_item *item)
{
	struct block *line = doc_paragraph(doc, 2);

	block_format(line, ROLE_TEXT, "%s: ", label);
	if (item == NULL) {
		block_text(line, "not recorded");
		return;
	}
	block_add(line, ROLE_GRADE, code_label(&answers, item->answer));
	if (item->reason != NULL)
		block_format(line, ROLE_TEXT, ". %s", item->reason);
	if (item->source != NULL)
		block_format(line, ROLE_TEXT, " [%s]", item->source);
}

/* Names the items of a tool if only a score is recorded. */
static void
put_missing_items(struct doc *doc, const struct tool *tool)
{
	struct block *line = doc_paragraph(doc, 2);
	size_t i;

	block_text(line, "Items not recorded: ");
	for (i = 0; i < tool->items->count; i++)
		block_format(line, ROLE_TEXT, "%s%s", i == 0 ? "" : ", ",
		    tool->items->at[i].label);
}

/*
 * The answers to the items of an appraisal tool: all items that the format
 * defines, or else those recorded.
 */
static void
put_items(struct doc *doc, const struct appraisal *a)
{
	const struct tool *tool = tool_find(a->tool);
	const struct appraisal_item *item;
	size_t i;

	if (tool != NULL && a->items.count == 0 && a->of == NULL)
		put_missing_items(doc, tool);
	for (i = 0; tool == NULL && i < a->items.count; i++) {
		item = list_at(&a->items, i);
		trust_put_item(doc, item->item, item);
	}
	for (i = 0; tool != NULL && a->items.count > 0 &&
	    i < tool->items->count; i++)
		trust_put_item(doc, tool->items->at[i].label, appraisal_answer(a,
		    tool->items->at[i].id));
}

void
put_appraisals(struct doc *doc, struct library *library,
    const struct work *work)
{
	const struct appraisal *a;
	const struct work *rater;
	struct block *row;
	size_t i;

	if (work->appraisals.count == 0)
		doc_field(doc, "Appraisal", "not recorded");
	for (i = 0; i < work->appraisals.count; i++) {
		a = list_at(&work->appraisals, i);
		row = doc_row(doc, a->tool);
		block_add(row, ROLE_GRADE, a->score != NULL ? a->score :
		    "items only");
		if (a->of != NULL)
			block_format(row, ROLE_TEXT, " (of %s)", a->of);
		block_text(row, ", by ");
		rater = library_record(library, doc, RECTYPE_WORK, a->by);
		if (rater != NULL)
			block_link(row, address_of(doc, RECTYPE_WORK, a->by),
			    wording_short(doc, rater));
		else
			block_text(row, a->by);
		block_format(row, ROLE_TEXT, " [%s]", a->source);
		put_items(doc, a);
	}
}

void
put_certainty(struct doc *doc, struct library *library,
    const struct work *work)
{
	const struct certainty *c;
	const struct work *rater;
	struct block *row;
	size_t i, j;

	for (i = 0; i < work->certainty.count; i++) {
		c = list_at(&work->certainty, i);
		row = doc_row(doc, "Certainty");
		block_link(row, address_of(doc, RECTYPE_TERM, c->outcome),
		    library_label(library, doc, c->outcome));
		block_text(row, ": ");
		block_add(row, ROLE_GRADE, code_label(&ratings, c->rating));
		rater = library_record(library, doc, RECTYPE_WORK, c->by);
		block_format(row, ROLE_TEXT, " (%s, by %s) [%s]", c->tool,
		    rater != NULL ? wording_short(doc, rater) : c->by,
		    c->source);
		for (j = 0; j < c->reasons.count; j++)
			block_format(row, ROLE_TEXT, "%s%s", j == 0 ?
			    "; because of " : ", ",
			    (const char *)list_at(&c->reasons, j));
		if (c->note != NULL)
			block_format(row, ROLE_TEXT, "; %s", c->note);
	}
}

void
put_source(struct doc *doc, const struct source *s)
{
	struct block *row = doc_row(doc, s->id);

	block_text(row, code_label(&source_kinds, s->kind));
	if (s->note != NULL)
		block_format(row, ROLE_TEXT, ", %s", s->note);
	if (s->url != NULL && text_begins(s->url, "article:"))
		block_link(row, address_of(doc, RECTYPE_ARTICLE, s->url +
		    strlen("article:")), mem_format(doc, " %s", s->url));
	else if (s->url != NULL)
		doc_verbatim(doc, mem_format(doc, "  %s", s->url));
}
