/* Tables that show the reports of several works side by side. */
#include "page/findings_table.h"

#include "base/text.h"
#include "page/wording.h"
#include "record/tool.h"

/* Summary of findings. */

struct summary {
	struct doc	*doc;
	struct library	*library;
	struct table	*table;		/* NULL until the first row is added */
};

/* The certainty that the review's source reports for an outcome, or NULL. */
static char *
certainty_for(const struct summary *s, const struct work *work,
    const char *outcome)
{
	struct buf out = { .data = NULL };
	const struct certainty *c;
	const struct work *rater;
	size_t i;

	for (i = 0; i < work->certainty.count; i++) {
		c = list_at(&work->certainty, i);
		if (!text_same(c->outcome, outcome))
			continue;
		rater = library_record(s->library, s->doc, RECTYPE_WORK,
		    c->by);
		buf_format(s->doc, &out, "%s%s (%s%s, by %s)", out.len > 0 ?
		    "; " : "", code_label(&ratings, c->rating),
		    text_same(c->tool, "not named") ? "tool " : "", c->tool,
		    rater == NULL ? c->by : wording_short(s->doc, rater));
	}
	return out.data;
}

/* "155 people, 4 studies": from the finding, or else from the review. */
static char *
size_of(const struct summary *s, const struct work *work,
    const struct finding *finding)
{
	char *all = wording_size(s->doc, work), *people, *studies;

	if (finding == NULL || (finding->people == NULL &&
	    finding->studies == NULL))
		return all == NULL ? NULL : mem_format(s->doc, "%s in all",
		    all);
	people = wording_number(s->doc, finding->people, "person", "people");
	studies = wording_number(s->doc, finding->studies, "study",
	    "studies");
	return mem_format(s->doc, "%s%s%s", people == NULL ? "" : people,
	    people != NULL && studies != NULL ? ", " : "", studies == NULL ?
	    "" : studies);
}

static void
put_heads(struct summary *s)
{
	(void)doc_heading(s->doc, "Summary of findings");
	s->table = doc_table(s->doc, TABLE_PROSE);
	table_head(s->table, "Review", "review", NULL);
	table_head(s->table, "Size", "people and studies", NULL);
	table_head(s->table, "Effect", "effect with interval", NULL);
	table_head(s->table, "Certainty", "certainty, and who rated it", NULL);
	table_head(s->table, "In words", "in words", NULL);
}

static void
findings_put_cell(struct table_row *row, enum role role, const char *text)
{
	block_add(table_cell(row), role, text == NULL ? "not recorded" :
	    text);
}

/* One outcome of one review; `finding` is NULL if there is only a rating. */
static void
put_summary_row(struct summary *s, const struct work *work,
    const char *outcome, const struct finding *finding)
{
	struct table_row *row;

	if (s->table == NULL)
		put_heads(s);
	row = table_row(s->table, 0);
	block_link(row->head, address_of(s->doc, RECTYPE_TERM, outcome),
	    library_label(s->library, s->doc, outcome));
	block_link(table_cell(row), address_of(s->doc, RECTYPE_WORK,
	    work->id), wording_short(s->doc, work));
	findings_put_cell(row, ROLE_TEXT, size_of(s, work, finding));
	findings_put_cell(row, ROLE_GRADE, finding == NULL ||
	    finding->estimate == NULL ? NULL : wording_estimate(s->doc,
	    finding->estimate));
	findings_put_cell(row, ROLE_GRADE, certainty_for(s, work, outcome));
	findings_put_cell(row, ROLE_TEXT, finding == NULL ? NULL :
	    finding->statement);
}

/* Whether a finding reports an effect on its outcome. */
static bool
is_result(const struct finding *finding)
{
	return finding->direction != NULL &&
	    !text_same(finding->direction, "descriptive") &&
	    !text_same(finding->direction, "not-tested") &&
	    !text_same(finding->direction, "proposed");
}

static bool
has_result(const struct work *work, const char *outcome)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (is_result(finding) && text_same(finding->outcome,
		    outcome))
			return true;
	}
	return false;
}

static void
put_review(struct summary *s, const struct work *work)
{
	const struct finding *finding;
	const struct certainty *c;
	const char *last = NULL;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (is_result(finding))
			put_summary_row(s, work, finding->outcome, finding);
	}
	for (i = 0; i < work->certainty.count; i++) {
		c = list_at(&work->certainty, i);
		if (!has_result(work, c->outcome) && !text_same(c->outcome,
		    last))
			put_summary_row(s, work, c->outcome, NULL);
		last = c->outcome;
	}
}

void
put_summary_of_findings(struct doc *doc, struct library *library,
    const struct list *works)
{
	struct summary s = { doc, library, NULL };
	const struct work *work;
	size_t i;

	for (i = 0; i < works->count; i++) {
		work = list_at(works, i);
		if (work_is_review(work))
			put_review(&s, work);
	}
}

/* Doses. */

static struct table *
dose_table(struct doc *doc)
{
	struct table *table;

	(void)doc_heading(doc, "Doses");
	table = doc_table(doc, TABLE_PROSE);
	table_head(table, "Arm", "arm", NULL);
	table_head(table, "Sessions", "number of sessions", NULL);
	table_head(table, "Weeks", "weeks", NULL);
	table_head(table, "Minutes", "minutes per session", NULL);
	table_head(table, "As reported", "dose as reported", NULL);
	return table;
}

void
put_doses(struct doc *doc, struct library *library, const struct list *works)
{
	struct table *table = NULL;
	struct table_row *row;
	const struct work *work;
	const struct arm *arm;
	size_t i, j;

	(void)library;
	for (i = 0; i < works->count; i++) {
		work = list_at(works, i);
		for (j = 0; j < work->arms.count; j++) {
			arm = list_at(&work->arms, j);
			if (arm->dose == NULL && arm->sessions == NULL &&
			    arm->weeks == NULL && arm->minutes == NULL)
				continue;
			if (table == NULL)
				table = dose_table(doc);
			row = table_row(table, 0);
			block_link(row->head, address_of(doc, RECTYPE_WORK,
			    work->id), wording_short(doc, work));
			findings_put_cell(row, ROLE_TEXT, arm->name);
			findings_put_cell(row, ROLE_TEXT, arm->sessions);
			findings_put_cell(row, ROLE_TEXT, arm->weeks);
			findings_put_cell(row, ROLE_TEXT, arm->minutes);
			findings_put_cell(row, ROLE_TEXT, arm->dose);
		}
	}
}

/* Appraisal items. */

/* The answer to an item; NULL if none is recorded. */
static const struct appraisal_item *
answer_to(const struct appraisal *appraisal, const char *item)
{
	const struct appraisal_item *answer;
	size_t i;

	for (i = 0; i < appraisal->items.count; i++) {
		answer = list_at(&appraisal->items, i);
		if (text_same(answer->item, item))
			return answer;
	}
	return NULL;
}

/* Adds the items of an appraisal that are not yet in the list. */
static void
items_add(struct doc *doc, struct list *items, const struct appraisal *a)
{
	const struct appraisal_item *item;
	size_t i;

	for (i = 0; i < a->items.count; i++) {
		item = list_at(&a->items, i);
		if (!list_holds(items, item->item))
			list_add(doc, items, mem_text(doc, item->item));
	}
}

/*
 * The items of a tool that appraisals answer, in the order of the tool, or in
 * order of appearance for tools that the format does not define.
 */
static struct list
items_of(struct doc *doc, const struct list *works, const char *name)
{
	const struct tool *tool = tool_find(name);
	struct list found = { .at = NULL }, items = { .at = NULL };
	const struct appraisal *a;
	const struct work *work;
	size_t i, j;

	for (i = 0; i < works->count; i++) {
		work = list_at(works, i);
		for (j = 0; j < work->appraisals.count; j++) {
			a = list_at(&work->appraisals, j);
			if (text_same(a->tool, name))
				items_add(doc, &found, a);
		}
	}
	for (i = 0; tool != NULL && i < tool->items->count; i++)
		if (list_holds(&found, tool->items->at[i].id))
			list_add(doc, &items, mem_text(doc,
			    tool->items->at[i].id));
	return tool == NULL ? found : items;
}

/* A letter that readers can guess, and the word for it. */
static void
put_answer(struct doc *doc, struct table_row *row,
    const struct appraisal_item *answer)
{
	struct block *cell = table_cell(row);

	block_add(cell, answer == NULL ? ROLE_TEXT : ROLE_GRADE,
	    answer == NULL ? "." : code_sign(&answers, answer->answer));
	block_text(block_spoken(cell), answer == NULL ? "not recorded" :
	    mem_text(doc, code_label(&answers, answer->answer)));
}

static void
put_item_row(struct doc *doc, struct table *table, const struct work *work,
    const struct appraisal *appraisal, const struct list *items)
{
	struct table_row *row = table_row(table, 0);
	size_t i;

	block_link(row->head, address_of(doc, RECTYPE_WORK, work->id),
	    wording_short(doc, work));
	for (i = 0; i < items->count; i++)
		put_answer(doc, row, answer_to(appraisal, list_at(items, i)));
}

/* One column per item: its number in the tool, with its name below. */
static void
put_item_heads(struct doc *doc, struct table *table, const struct list *items,
    const struct tool *tool)
{
	const char *id;
	size_t i;

	for (i = 0; i < items->count; i++) {
		id = list_at(items, i);
		table_head(table, tool == NULL ? mem_format(doc, "%zu", i + 1) :
		    code_sign(tool->items, id), tool == NULL ? id :
		    code_label(tool->items, id), NULL);
	}
}

/* The letters for the answers that the tool allows. */
static void
put_answer_legend(struct doc *doc, const struct tool *tool)
{
	const struct code *row;

	for (row = answers.at; row < answers.at + answers.count; row++)
		if (tool == NULL || tool_allows(tool, row->id))
			doc_legend(doc, row->sign, row->label);
	doc_legend(doc, ".", "not recorded");
}

static void
put_item_table(struct doc *doc, const struct list *works, const char *name)
{
	const struct tool *tool = tool_find(name);
	struct list items = items_of(doc, works, name);
	const struct appraisal *a;
	const struct work *work;
	struct table *table;
	size_t i, j;

	if (items.count == 0)
		return;
	(void)doc_heading(doc, mem_format(doc, "%s item by item", name));
	table = doc_table(doc, TABLE_FITTED);
	put_item_heads(doc, table, &items, tool);
	for (i = 0; i < works->count; i++) {
		work = list_at(works, i);
		for (j = 0; j < work->appraisals.count; j++) {
			a = list_at(&work->appraisals, j);
			if (text_same(a->tool, name) && a->items.count > 0)
				put_item_row(doc, table, work, a, &items);
		}
	}
	put_answer_legend(doc, tool);
}

void
put_appraisal_items(struct doc *doc, struct library *library,
    const struct list *works)
{
	struct list names = { .at = NULL };
	const struct appraisal *a;
	const struct work *work;
	size_t i, j;

	(void)library;
	for (i = 0; i < works->count; i++) {
		work = list_at(works, i);
		for (j = 0; j < work->appraisals.count; j++) {
			a = list_at(&work->appraisals, j);
			if (a->items.count == 0 || list_holds(&names,
			    a->tool))
				continue;
			list_add(doc, &names, mem_text(doc, a->tool));
		}
	}
	for (i = 0; i < names.count; i++)
		put_item_table(doc, works, list_at(&names, i));
}
