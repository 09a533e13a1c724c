/* The pages of terms and of lists of trials. */
#include "page/makers.h"

#include "base/text.h"
#include "page/findings_table.h"
#include "page/found.h"
#include "page/subjects.h"
#include "page/page_lists.h"
#include "page/page_safety.h"
#include "page/page_search.h"
#include "page/reporting.h"
#include "page/tell.h"
#include "page/wording.h"

enum { SHOWN_MAX = 50, OUTCOMES_SHOWN = 4 };

/* Adds a link to all works if some are not shown. */
static void
term_put_rest(struct doc *doc, const struct result *result, const char *query)
{
	struct address all = { .page = PAGE_SEARCH, .query = query };

	if (result->total <= (long)result->count)
		return;
	block_link(doc_paragraph(doc, 0), address_print(doc, &all),
	    mem_format(doc, "all %ld", result->total));
}

static struct result *
find_works_of(struct doc *doc, struct library *library, const char *query,
    long limit)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL, .limit = (size_t)limit, .strict = true };

	return library_search(library, doc, &search, query);
}

/*
 * Adds the term's row of the gap map: by condition for an outcome, otherwise by
 * outcome.
 */
static void
put_map(struct doc *doc, struct library *library, const struct term *term,
    const struct result *result, const char *query)
{
	const char *other = text_same(term->facet, "outcome") ? "condition" :
	    "outcome";
	const struct address map = { .page = PAGE_MAP, .rows = term->facet,
	    .columns = other, .query = query };
	struct address address = { .page = PAGE_SEARCH };
	const struct map *all = library_map(library, doc, result,
	    term->facet, other, false);
	const struct map_head *head;
	const struct map_cell *cell;
	struct block *line = NULL;
	size_t row, i;

	for (row = 0; row < all->rows.count; row++) {
		head = list_at(&all->rows, row);
		if (text_same(head->id, term->id))
			break;
	}
	for (i = 0; row < all->rows.count && i < all->columns.count; i++) {
		head = list_at(&all->columns, i);
		cell = map_cell(all, row, i);
		if (cell->count == 0 || head->depth > 0)
			continue;
		if (line == NULL)
			line = doc_row(doc, text_same(other, "outcome") ?
			    "Outcomes" : "Conditions");
		else
			block_text(line, ", ");
		address.query = mem_format(doc, "%s %s%s%s", query,
		    library_clause(library, doc, other, head->id), cell->covers
		    == NULL ? "" : " -covers:", cell->covers == NULL ? "" :
		    cell->covers);
		block_link(line, address_print(doc, &address), head->label);
		block_format(line, ROLE_TEXT, " %ld %c", cell->count,
		    cell->best);
	}
	if (line == NULL)
		return;
	block_text(line, " (");
	block_link(line, address_print(doc, &map), "map");
	block_text(line, ")");
}

/* Whether a finding is about an outcome, even if it is only a description. */
static bool
reports_on(struct doc *doc, struct library *library, const struct work *work,
    const char *outcome)
{
	struct list within = library_within(library, doc, outcome);
	size_t i;

	for (i = 0; i < work->findings.count; i++)
		if (finding_is_about(list_at(&work->findings, i), &within))
			return true;
	return false;
}

/*
 * A work: its population, design and results; for an outcome, only the results
 * for it.
 */
static void
term_put_work(struct doc *doc, struct library *library, const struct work *work,
    const struct asked_for *asked)
{
	char *found = wording_found(doc, library, work, asked, OUTCOMES_SHOWN);
	struct block *item = doc_item(doc, 0);

	block_link(item, address_of(doc, RECTYPE_WORK, work->id),
	    wording_short(doc, work));
	block_format(item, ROLE_TEXT, ", %s, %s, %s",
	    wording_studied(doc, work) == NULL ? "subjects not recorded" :
	    wording_studied(doc, work), work_design_label(work),
	    wording_level(doc, work));
	tell_caution(doc, work);
	if (asked->outcomes.count > 0 && !asked->harm && !reports_on(doc,
	    library, work, list_at(&asked->outcomes, 0)))
		found = mem_format(doc, "no result is recorded for this outcome%s%s",
		    found == NULL ? "" : "; ", found == NULL ? "" : found);
	if (found != NULL)
		block_add(doc_paragraph(doc, 1), ROLE_GRADE, found);
	block_text(doc_paragraph(doc, 1), work->title);
}

/* Counts the findings of a work on outcomes: on harms, and on effects. */
static void
count_findings(const struct work *work, const struct list *outcomes,
    size_t *harms, size_t *effects)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (!finding_is_about(finding, outcomes))
			continue;
		if (text_begins(finding->direction, "safety-"))
			++*harms;
		else if (finding_is_on_effect(finding))
			++*effects;
	}
}

/*
 * What the page of a term shows of each work: for an outcome, the findings on
 * it, or the harms if all of these findings are on harm.  Other terms show
 * nothing in particular.
 */
static struct asked_for
asked_by(struct doc *doc, struct library *library, const struct term *term,
    const struct result *result)
{
	struct asked_for asked = { .harm = false };
	struct list within = library_within(library, doc, term->id);
	const struct work *work;
	size_t harms = 0, effects = 0, i;

	if (facet_find(term->facet) != FACET_OUTCOME)
		return asked;
	list_add(doc, &asked.outcomes, mem_text(doc, term->id));
	for (i = 0; i < result->count; i++) {
		work = library_row(library, doc, RECTYPE_WORK,
		    result->hits[i].record);
		if (work != NULL)
			count_findings(work, &within, &harms, &effects);
	}
	asked.harm = harms > 0 && effects == 0;
	return asked;
}

static void
put_works(struct doc *doc, struct library *library, const struct term *term,
    const char *query, const char *filter)
{
	char *seen = subjects_query(doc, query, filter);
	struct result *result = find_works_of(doc, library, seen, SHOWN_MAX);
	const struct asked_for asked = asked_by(doc, library, term, result);
	const struct work *work;
	int level, last = -1;
	size_t i;

	if (result->count == 0) {
		(void)doc_heading(doc, "Works");
		doc_para(doc, filter != NULL ? mem_format(doc, "None (%s).",
		    subjects_name(filter)) : "None: not covered here; evidence "
		    "may exist elsewhere.");
	}
	for (i = 0; i < result->count; i++) {
		work = library_row(library, doc, RECTYPE_WORK,
		    result->hits[i].record);
		if (work == NULL)
			continue;
		level = work_level(work);
		if (level != last)
			(void)doc_heading(doc, level == 0 ?
			    "Works without a level" : mem_format(doc,
			    "Works at level %d", level));
		last = level;
		term_put_work(doc, library, work, &asked);
	}
	term_put_rest(doc, result, seen);
}

/* The claims that a query finds, of these bibliographies (NULL: of all). */
static struct list
term_claims(struct doc *doc, struct library *library, const char *query,
    const struct list *of)
{
	const struct search search = { .target = RECTYPE_CLAIM,
	    .order = ORDER_LEVEL, .limit = SHOWN_MAX, .strict = true };
	struct result *result = library_search(library, doc, &search, query);
	struct list claims = { .at = NULL };
	struct claim *claim;
	char *owner;
	size_t i;

	for (i = 0; i < result->count; i++) {
		claim = library_row(library, doc, RECTYPE_CLAIM,
		    result->hits[i].record);
		if (claim == NULL)
			continue;
		owner = of == NULL ? NULL : library_bibliography_of(library,
		    doc, RECTYPE_CLAIM, claim->id);
		if (owner == NULL || list_holds(of, owner))
			list_add(doc, &claims, claim);
	}
	return claims;
}

static void
term_put_claims(struct doc *doc, const struct list *claims,
    const char *heading)
{
	const struct claim *claim;
	struct block *item;
	size_t i;

	if (claims->count > 0)
		(void)doc_heading(doc, heading);
	for (i = 0; i < claims->count; i++) {
		claim = list_at(claims, i);
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, RECTYPE_CLAIM, claim->id),
		    claim->statement);
		if (claim->verdict != NULL)
			block_format(item, ROLE_GRADE, " [%s]",
			    code_label(&verdicts, claim->verdict));
	}
}

/* The bibliographies that have the term. */
static struct list
term_bibliographies(struct doc *doc, struct library *library,
    const struct term *term)
{
	char *first = library_bibliography_of(library, doc, RECTYPE_TERM,
	    term->id);
	struct list names = { .at = NULL };
	size_t i;

	if (first != NULL)
		list_add(doc, &names, first);
	for (i = 0; i < term->recorded_in.count; i++)
		list_add(doc, &names, list_at(&term->recorded_in, i));
	return names;
}

/*
 * The claims about the term, or else those that contain its words, from the
 * bibliographies that have the term, as its words may mean something else in
 * others.
 */
static void
put_all_claims(struct doc *doc, struct library *library,
    const struct term *term, const char *query)
{
	const char *label = term->label;
	char *words = mem_text_n(doc, label, strcspn(label, "("));
	struct list names = term_bibliographies(doc, library, term);
	struct list claims = term_claims(doc, library, query, NULL);

	term_put_claims(doc, &claims, "Claims in popular articles");
	if (claims.count > 0)
		return;
	claims = term_claims(doc, library, words, &names);
	term_put_claims(doc, &claims,
	    "Claims in popular articles that may be relevant");
}

/* Links to other views of the term's works. */
static void
term_put_ways(struct doc *doc, const char *query)
{
	const struct address search = { .page = PAGE_SEARCH, .query = query };
	const struct address plot = { .page = PAGE_PLOT, .query = query };
	struct block *row;

	doc_gap(doc);
	row = doc_row(doc, "See also");
	block_link(row, address_print(doc, &plot), "findings side by side");
	row = doc_row(doc, "Search");
	block_link(row, address_print(doc, &search), query);
}

static void
put_bibliographies(struct doc *doc, struct library *library,
    const struct term *term)
{
	struct list names = term_bibliographies(doc, library, term);

	doc_texts(doc, "Bibliography", &names, ", ");
}

void
page_term(struct doc *doc, struct library *library, const void *record,
    const char *filter)
{
	const struct term *term = record;
	struct list narrower = library_narrower(library, doc, term->id);
	struct list broader = { .at = NULL };
	char *query = library_clause(library, doc, term->facet, term->id);
	const struct result *all = find_works_of(doc, library, query, 0);
	struct subject_counts counts = subjects_of_result(library, all);
	enum facet facet = facet_find(term->facet);

	(void)doc_title(doc, term->label);
	doc_gap(doc);
	doc_para(doc, term->scope);
	doc_gap(doc);
	doc_field(doc, "Facet", lists_facet_label(library, term->facet));
	if (library_bibliographies(library, doc).count > 1)
		put_bibliographies(doc, library, term);
	doc_field(doc, "As control", term->control == NULL ? NULL :
	    code_label(&controls, term->control));
	doc_field(doc, "Added", term->added);
	doc_field(doc, "Changed", term->changed);
	doc_texts(doc, "Also called", &term->synonyms, ", ");
	doc_texts(doc, "Short", &term->abbreviations, ", ");
	doc_texts(doc, "Everyday words", &term->everyday, ", ");
	doc_field(doc, "MeSH", term->mesh);
	if (term->broader != NULL)
		list_add(doc, &broader, mem_text(doc, term->broader));
	tell_terms(doc, library, "Broader", &broader);
	tell_terms(doc, library, "Narrower", &narrower);
	subjects_put(doc, &counts, query, filter);
	put_reporting(doc, library, query);
	put_map(doc, library, term, all, query);
	if (facet == FACET_TECHNIQUE || facet == FACET_INSTRUMENT ||
	    facet == FACET_CONDITION)
		put_safety(doc, library, facet == FACET_TECHNIQUE ?
		    library_clause(library, doc, "intervention", term->id) :
		    query);
	if (filter == NULL || text_same(filter, "human"))
		put_summary_of_findings(doc, library, RECTYPE_TERM, term);
	put_works(doc, library, term, query, filter);
	put_all_claims(doc, library, term, query);
	term_put_ways(doc, query);
}

/* Lists of trials. */

static void
put_trial(struct doc *doc, const struct included_trial *trial)
{
	struct block *item = doc_item(doc, 0);
	size_t i;

	if (trial->work != NULL)
		block_link(item, address_of(doc, RECTYPE_WORK, trial->work),
		    trial->citation);
	else
		block_text(item, trial->citation);
	for (i = 0; i < trial->sources.count; i++)
		block_format(item, ROLE_TEXT, " [%s]",
		    (const char *)list_at(&trial->sources, i));
	doc_field(doc, "  Group", trial->group);
	doc_field(doc, "  Who", trial->participants);
	doc_field(doc, "  Comparison", trial->comparison);
	doc_field(doc, "  Dose", trial->dose);
	doc_field(doc, "  Result", trial->result);
	doc_field(doc, "  Score", trial->score);
}

void
page_trial_list(struct doc *doc, struct library *library, const void *record,
    const char *only)
{
	const struct trial_list *list = record;
	const struct work *review = list->review == NULL ? NULL :
	    library_record(library, doc, RECTYPE_WORK, list->review);
	const struct source *source;
	struct block *row;
	size_t i;

	(void)only;
	(void)doc_title(doc, list->title);
	doc_gap(doc);
	if (review != NULL)
		block_link(doc_row(doc, "Review"), address_of(doc, RECTYPE_WORK,
		    review->id), wording_short(doc, review));
	doc_field(doc, "Id", list->id);
	doc_field(doc, "Added", list->added);
	doc_field(doc, "Changed", list->changed);
	for (i = 0; i < list->notes.count; i++)
		doc_para(doc, list_at(&list->notes, i));
	if (list->trials.count > 0)
		(void)doc_heading(doc, "Trials");
	for (i = 0; i < list->trials.count; i++)
		put_trial(doc, list_at(&list->trials, i));
	(void)doc_heading(doc, "Sources");
	for (i = 0; i < list->sources.count; i++) {
		source = list_at(&list->sources, i);
		row = doc_row(doc, source->id);
		block_text(row, code_label(&source_kinds, source->kind));
		if (source->note != NULL)
			block_format(row, ROLE_TEXT, ", %s", source->note);
		if (source->url != NULL)
			doc_verbatim(doc, mem_format(doc, "  %s",
			    source->url));
	}
}
