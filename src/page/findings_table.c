/* Tables that show the reports of several works side by side. */
#include "page/findings_table.h"

#include <stdint.h>

#include "base/text.h"
#include "page/wording.h"
#include "record/tool.h"
#include "record/topic.h"

enum { WORKS_MAX = 500 };

/* Summary of findings. */

struct summary {
	struct doc	*doc;
	struct library	*library;
	enum rectype	 kind;		/* type of the record that the page
					   is about */
	struct list	 works;		/* struct work, strongest first */
	struct list	 outcomes;	/* show these only; empty: show all */
	struct table	*table;		/* NULL until a row is added */
	bool		 some;		/* some rows are omitted */
};

/*
 * The people and studies behind a finding, as "155 people, 4 studies".  A
 * single result often rests on less than the whole review.
 */
static char *
size_of(const struct summary *s, const struct work *work,
    const struct finding *finding)
{
	char *all = wording_size(s->doc, work), *people, *studies;

	if (finding == NULL || (finding->people == NULL &&
	    finding->studies == NULL))
		return all == NULL ? NULL : mem_format(s->doc, "not recorded "
		    "(%s in the review)", all);
	people = wording_number(s->doc, finding->people, "person", "people");
	studies = wording_number(s->doc, finding->studies, "study",
	    "studies");
	return mem_format(s->doc, "%s%s%s", people == NULL ? "" : people,
	    people != NULL && studies != NULL ? ", " : "", studies == NULL ?
	    "" : studies);
}

static const char *
comparison_of(const struct summary *s, const struct finding *finding)
{
	if (finding == NULL || finding->comparison != NULL ||
	    finding->against == NULL)
		return finding == NULL ? NULL : finding->comparison;
	return mem_format(s->doc, "with %s", library_label(s->library, s->doc,
	    finding->against));
}

static void
put_heads(struct summary *s)
{
	(void)doc_heading(s->doc, "Summary of findings");
	s->table = doc_table(s->doc, TABLE_PROSE);
	if (s->kind != RECTYPE_WORK)
		table_head(s->table, "Review", "review", NULL);
	table_head(s->table, "Size", "people and studies", NULL);
	table_head(s->table, "Compared", "comparison", NULL);
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

/* The outcomes of a finding as links; for a rating, only its outcome. */
static void
put_row_head(struct summary *s, struct block *head, const char *outcome,
    const struct finding *finding)
{
	size_t also = finding == NULL ? 0 : finding->also_outcomes.count, i;

	for (i = 0; i <= also; i++) {
		if (i > 0) {
			block_text(head, ", ");
			outcome = list_at(&finding->also_outcomes, i - 1);
		}
		block_link(head, address_of(s->doc, RECTYPE_TERM, outcome),
		    library_label(s->library, s->doc, outcome));
	}
}

/* The cell of the review, with its warnings. */
static void
put_review_cell(struct summary *s, struct table_row *row,
    const struct work *work)
{
	char *caution = wording_caution_brief(s->doc, work);
	struct block *cell = table_cell(row);

	block_link(cell, address_of(s->doc, RECTYPE_WORK, work->id),
	    wording_short(s->doc, work));
	if (caution != NULL)
		block_add(cell, ROLE_WARNING, mem_format(s->doc, " %s",
		    caution));
}

static void
put_effect_cell(struct summary *s, struct table_row *row,
    const struct work *work, const struct finding *finding)
{
	const struct estimate *e = finding == NULL ? NULL : finding->estimate;
	struct block *cell = table_cell(row);

	block_add(cell, ROLE_GRADE, e == NULL ? "not recorded" :
	    wording_estimate(s->doc, work, finding));
	if (e != NULL && e->caution != NULL)
		block_add(cell, ROLE_WARNING, mem_format(s->doc,
		    ". Caution: %s", e->caution));
}

/*
 * Adds the row of one outcome of one review; `finding` is NULL if there is only
 * a rating.
 */
static void
put_summary_row(struct summary *s, const struct work *work,
    const char *outcome, const struct finding *finding)
{
	struct table_row *row;

	if (s->table == NULL)
		put_heads(s);
	row = table_row(s->table, 0);
	put_row_head(s, row->head, outcome, finding);
	if (s->kind != RECTYPE_WORK)
		put_review_cell(s, row, work);
	findings_put_cell(row, ROLE_TEXT, size_of(s, work, finding));
	findings_put_cell(row, ROLE_TEXT, comparison_of(s, finding));
	put_effect_cell(s, row, work, finding);
	findings_put_cell(row, ROLE_GRADE, finding == NULL ?
	    wording_certainty(s->doc, s->library, work, outcome) :
	    wording_finding_certainty(s->doc, s->library, work, finding));
	findings_put_cell(row, ROLE_TEXT, finding == NULL ? NULL :
	    finding->statement);
}

/*
 * Whether a finding gets a row.  On the page of a term with many reviews, only
 * findings with a number or a rating do; the list of works shows the rest.
 */
static bool
has_row(struct summary *s, const struct work *work,
    const struct finding *finding)
{
	if (!finding_is_on_effect(finding) || (s->outcomes.count > 0 &&
	    !finding_is_about(finding, &s->outcomes)))
		return false;
	if (s->kind != RECTYPE_TERM || finding->estimate != NULL ||
	    wording_finding_certainty(s->doc, s->library, work, finding) !=
	    NULL)
		return true;
	s->some = true;
	return false;
}

/* Whether a review has numbers or ratings, not just findings in words. */
static bool
has_figures(struct summary *s, const struct work *work)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (has_row(s, work, finding) && (finding->estimate != NULL ||
		    finding->people != NULL || finding->studies != NULL))
			return true;
	}
	return work->certainty.count > 0;
}

static bool
has_result(struct summary *s, const struct work *work, const char *outcome)
{
	struct list one = { .at = NULL };
	const struct finding *finding;
	size_t i;

	list_add(s->doc, &one, mem_text(s->doc, outcome));
	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding_is_on_effect(finding) && finding_is_about(finding,
		    &one))
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
		if (has_row(s, work, finding))
			put_summary_row(s, work, finding->outcome, finding);
	}
	for (i = 0; i < work->certainty.count; i++) {
		c = list_at(&work->certainty, i);
		if ((s->outcomes.count == 0 || list_holds(&s->outcomes,
		    c->outcome)) && !has_result(s, work, c->outcome) &&
		    !text_same(c->outcome, last))
			put_summary_row(s, work, c->outcome, NULL);
		last = c->outcome;
	}
}

static void
take_works_of_topic(struct summary *s, const struct topic *topic)
{
	const struct topic_work *entry;
	struct list within;
	struct work *work;
	size_t i, j;

	for (i = 0; i < topic->outcomes.count; i++) {
		within = library_within(s->library, s->doc, list_at(
		    &topic->outcomes, i));
		for (j = 0; j < within.count; j++)
			list_add(s->doc, &s->outcomes, list_at(&within, j));
	}
	for (i = 0; i < topic->works.count; i++) {
		entry = list_at(&topic->works, i);
		work = library_record(s->library, s->doc, RECTYPE_WORK,
		    entry->work);
		if (work != NULL)
			list_add(s->doc, &s->works, work);
	}
}

/*
 * Adds all works on the term; for an outcome, shows only findings on that
 * outcome.
 */
static void
take_works_of_term(struct summary *s, const struct term *term)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL, .limit = WORKS_MAX, .strict = true };
	const struct result *result = library_search(s->library, s->doc,
	    &search, library_clause(s->library, s->doc, term->facet,
	    term->id));
	struct work *work;
	size_t i;

	if (text_same(term->facet, "outcome"))
		s->outcomes = library_within(s->library, s->doc, term->id);
	for (i = 0; i < result->count; i++) {
		work = library_row(s->library, s->doc, RECTYPE_WORK,
		    result->hits[i].record);
		if (work != NULL)
			list_add(s->doc, &s->works, work);
	}
}

static struct summary
summary_of(struct doc *doc, struct library *library, enum rectype kind,
    const void *record)
{
	struct summary s = { .doc = doc, .library = library, .kind = kind };

	if (kind == RECTYPE_TOPIC)
		take_works_of_topic(&s, record);
	else if (kind == RECTYPE_TERM)
		take_works_of_term(&s, record);
	else if (kind == RECTYPE_WORK)
		list_add(doc, &s.works, (void *)(uintptr_t)record);
	return s;
}

void
put_summary_of_findings(struct doc *doc, struct library *library,
    enum rectype kind, const void *record)
{
	struct summary s = summary_of(doc, library, kind, record);
	const struct work *work;
	size_t i;

	for (i = 0; i < s.works.count; i++) {
		work = list_at(&s.works, i);
		if (work_is_review(work) && (kind != RECTYPE_WORK ||
		    has_figures(&s, work)))
			put_review(&s, work);
	}
	if (s.table != NULL && s.some)
		doc_para(doc, "Findings with neither a number nor a rating "
		    "are in the list of works.");
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

size_t
put_doses(struct doc *doc, const struct list *works)
{
	struct table *table = NULL;
	struct table_row *row;
	const struct work *work, *last = NULL;
	const struct arm *arm;
	size_t given = 0, i, j;

	for (i = 0; i < works->count; i++) {
		work = list_at(works, i);
		for (j = 0; j < work->arms.count; j++) {
			arm = list_at(&work->arms, j);
			if (arm->dose == NULL && arm->sessions == NULL &&
			    arm->weeks == NULL && arm->minutes == NULL)
				continue;
			if (table == NULL)
				table = dose_table(doc);
			given += work != last;
			last = work;
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
	return given;
}

/* Appraisal items. */

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
 * All items of a tool, answered or not; if the format does not define the
 * tool, only the answered items, in order of appearance.
 */
static struct list
items_of(struct doc *doc, const struct list *works, const char *name)
{
	const struct tool *tool = tool_find(name);
	struct list items = { .at = NULL };
	const struct appraisal *a;
	const struct work *work;
	size_t i, j;

	for (i = 0; tool != NULL && i < tool->items->count; i++)
		list_add(doc, &items, mem_text(doc, tool->items->at[i].id));
	for (i = 0; tool == NULL && i < works->count; i++) {
		work = list_at(works, i);
		for (j = 0; j < work->appraisals.count; j++) {
			a = list_at(&work->appraisals, j);
			if (text_same(a->tool, name))
				items_add(doc, &items, a);
		}
	}
	return items;
}

/* Adds the letter of an answer and, for screen readers, its word. */
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
		put_answer(doc, row, appraisal_answer(appraisal, list_at(items,
		    i)));
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
			if (text_same(a->tool, name) && (a->of == NULL ||
			    a->items.count > 0))
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
