/* Works side by side, point by point, and why reviews disagree. */
#include "page/page_compare.h"

#include <string.h>

#include "base/text.h"
#include "page/makers.h"
#include "page/page_compare_topics.h"
#include "page/wording.h"

enum { ESTIMATES_MAX = 1 };

struct compare_page {
	struct doc		*doc;
	struct library		*library;
	const struct work	*works[COMPARE_MOST];
	size_t			 count;
	struct table		*table;
	struct buf		 same, differ;	/* cells of the labels */
};

/* The points of comparison, in the order of the page. */

static char *
wording_kind(const struct compare_page *page, const struct work *work)
{
	return mem_format(page->doc, "%s, on %s", work_design_label(work),
	    work->subjects == NULL ? "subjects not recorded" :
	    code_label(&subjects, work->subjects));
}

static char *
wording_grade(const struct compare_page *page, const struct work *work)
{
	return wording_level(page->doc, work);
}

static char *
wording_whom(const struct compare_page *page, const struct work *work)
{
	return wording_studied(page->doc, work);
}

static char *
wording_who(const struct compare_page *page, const struct work *work)
{
	return work->participants == NULL || work->participants->population ==
	    NULL ? NULL : mem_text(page->doc, work->participants->population);
}

static char *
compare_harms(const struct compare_page *page, const struct work *work)
{
	return wording_harms(work) == NULL ? NULL : mem_text(page->doc,
	    wording_harms(work));
}

static char *
wording_scores(const struct compare_page *page, const struct work *work)
{
	struct buf out = { .data = NULL };
	const struct appraisal *a;
	const struct work *rater;
	size_t i;

	for (i = 0; i < work->appraisals.count; i++) {
		a = list_at(&work->appraisals, i);
		rater = library_record(page->library, page->doc, RECTYPE_WORK,
		    a->by);
		buf_format(page->doc, &out, "%s%s %s%s%s%s, by %s", i > 0 ?
		    "; " : "", a->tool, a->score == NULL ? "items only" :
		    a->score, a->of == NULL ? "" : " (of ",
		    a->of == NULL ? "" : a->of, a->of == NULL ? "" : ")",
		    rater == NULL ? a->by : wording_short(page->doc, rater));
	}
	return out.data;
}

static char *
wording_search_end(const struct compare_page *page, const struct work *work)
{
	const struct literature_search *s = work->search;

	if (s == NULL || (s->date == NULL && s->period == NULL))
		return NULL;
	return mem_format(page->doc, "%s%s%s", s->date == NULL ? "" : s->date,
	    s->date != NULL && s->period != NULL ? "; " : "", s->period ==
	    NULL ? "" : s->period);
}

static char *
wording_known(const struct compare_page *page, const struct work *work)
{
	return work->confidence == NULL ? NULL : mem_text(page->doc,
	    code_label(&confidences, work->confidence));
}

struct point {
	const char	*label;
	char		*(*say)(const struct compare_page *page,
			    const struct work *work);	/* or instead */
	size_t		 text;		/* offset of the member, a text */
	size_t		 terms;		/* offset of the member, a list of
					   terms */
	bool		 closed;	/* say whether the values agree */
	bool		 review;	/* only reviews have this point */
};

#define TEXT(member)	.text = offsetof(struct work, member)
#define TERMS(member)	.terms = offsetof(struct work, member)

static const struct point before[] = {
	{ "Bottom line", TEXT(evidence_note) },
	{ "Kind", .say = wording_kind, .closed = true },
	{ "Level", .say = wording_grade, .closed = true },
	{ "Reason", TEXT(level_reason) },
	{ "Studied", .say = wording_whom, .closed = true },
	{ "Who", .say = wording_who },
	{ "Treatment", TERMS(techniques), .closed = true },
	{ "Compared with", TERMS(comparators), .closed = true },
	{ "Search", .say = wording_search_end, .closed = true, .review = true },
	{ "Studies", TEXT(included_studies), .closed = true, .review = true },
};
static const struct point behind[] = {
	{ "Harms", .say = compare_harms },
	{ "Follow-up", TEXT(follow_up), .closed = true },
	{ "Scores", .say = wording_scores },
	{ "Limits", TEXT(limitations) },
	{ "Funding", TEXT(funding) },
	{ "Source read", .say = wording_known, .closed = true },
};

static char *
say_point(const struct compare_page *page, const struct point *point,
    const struct work *work)
{
	const char *at = (const char *)work, *text;

	if (point->terms != 0)
		return library_labels(page->library, page->doc,
		    (const void *)(at + point->terms));
	if (point->text == 0)
		return point->say(page, work);
	text = *(const char *const *)(const void *)(at + point->text);
	return text == NULL ? NULL : mem_text(page->doc, text);
}

/* Rows of the table. */

static void
note_row(struct compare_page *page, bool same, const char *label)
{
	struct buf *list = same ? &page->same : &page->differ;

	buf_format(page->doc, list, "%s%s", list->len > 0 ? ", " : "", label);
}

/*
 * Adds the values of all works for one point, unless no work has one.  A
 * missing value counts as neither the same nor different.
 */
static void
compare_put_row(struct compare_page *page, const char *label, char *const *said,
    bool closed, const char *nothing)
{
	struct table_row *row;
	bool any = false, all = true, same = true;
	size_t i;

	for (i = 0; i < page->count; i++) {
		any |= said[i] != NULL;
		all &= said[i] != NULL;
		same &= text_same(said[i], said[0]);
	}
	if (!any)
		return;
	row = table_row(page->table, 0);
	block_add(row->head, ROLE_LABEL, label);
	if (closed && all) {
		note_row(page, same, label);
		block_add(row->head, same ? ROLE_TEXT : ROLE_WARNING, same ?
		    " (same)" : " (different)");
	}
	for (i = 0; i < page->count; i++)
		block_text(table_cell(row), said[i] == NULL ? nothing :
		    said[i]);
}

static bool
are_reviews(const struct compare_page *page)
{
	size_t i;

	for (i = 0; i < page->count; i++)
		if (!work_is_review(page->works[i]))
			return false;
	return true;
}

static void
put_points(struct compare_page *page, const struct point *points, size_t count)
{
	char *said[COMPARE_MOST];
	size_t i, j;

	for (i = 0; i < count; i++) {
		if (points[i].review && !are_reviews(page))
			continue;
		for (j = 0; j < page->count; j++)
			said[j] = say_point(page, &points[i],
			    page->works[j]);
		compare_put_row(page, points[i].label, said, points[i].closed,
		    "not recorded");
	}
}

/* The direction, and the estimates that support it. */
static char *
wording_outcome(const struct compare_page *page, const struct work *work,
    const char *outcome)
{
	const struct code *direction = library_direction(page->library, work,
	    outcome, NULL);
	const struct finding *finding;
	struct buf out = { .data = NULL };
	size_t count = 0, i;

	if (direction == NULL)
		return NULL;
	buf_format(page->doc, &out, "%s%s", wording_direction(page->doc,
	    page->library, work, outcome, NULL, direction), wording_compared(
	    page->doc, page->library, work, outcome, NULL, direction));
	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->estimate == NULL || !text_same(finding->outcome,
		    outcome))
			continue;
		if (++count <= ESTIMATES_MAX)
			buf_format(page->doc, &out, "; %s%s%s", wording_estimate(
			    page->doc, work, finding),
			    finding->estimate->caution == NULL ? "" :
			    ". Caution: ", finding->estimate->caution == NULL
			    ? "" : finding->estimate->caution);
	}
	if (count > ESTIMATES_MAX)
		buf_format(page->doc, &out, "%s%zu more on its page",
		    strchr(".;", out.data[out.len - 1]) != NULL ? " " : "; ",
		    count - ESTIMATES_MAX);
	return out.data;
}

static void
put_outcome(struct compare_page *page, const char *outcome)
{
	char *said[COMPARE_MOST];
	const struct code *direction, *first = NULL;
	bool same = true, all = true;
	size_t i;

	for (i = 0; i < page->count; i++) {
		said[i] = wording_outcome(page, page->works[i], outcome);
		direction = library_direction(page->library, page->works[i],
		    outcome, NULL);
		if (i == 0)
			first = direction;
		same &= direction == first;
		all &= direction != NULL;
	}
	compare_put_row(page, mem_format(page->doc, "%s%s", library_label(
	    page->library, page->doc, outcome), !all ? "" : same ?
	    " (same)" : " (different)"), said, false, "not recorded");
	if (all)
		note_row(page, same, library_label(page->library, page->doc,
		    outcome));
}

static void
put_outcomes(struct compare_page *page)
{
	struct list seen = { .at = NULL };
	const struct list *outcomes;
	size_t i, j;

	for (i = 0; i < page->count; i++) {
		outcomes = &page->works[i]->outcomes;
		for (j = 0; j < outcomes->count; j++) {
			if (list_holds(&seen, list_at(outcomes, j)) ||
			    library_direction(page->library, page->works[i],
			    list_at(outcomes, j), NULL) == NULL)
				continue;
			list_add(page->doc, &seen, list_at(outcomes, j));
			put_outcome(page, list_at(outcomes, j));
		}
	}
}

/* The trials that two reviews share, as far as recorded. */

/* The recorded trials of a review (struct included_trial). */
static struct list
trials_of(struct compare_page *page, const struct work *review)
{
	struct list lists = library_trials_of(page->library, page->doc,
	    review->id), trials = { .at = NULL };
	const struct trial_list *list;
	size_t i, j;

	for (i = 0; i < lists.count; i++) {
		list = library_record(page->library, page->doc,
		    RECTYPE_TRIAL_LIST, list_at(&lists, i));
		for (j = 0; list != NULL && j < list->trials.count; j++)
			list_add(page->doc, &trials, list_at(&list->trials, j));
	}
	return trials;
}

static bool
is_same_trial(struct compare_page *page, const struct included_trial *one,
    const struct included_trial *other)
{
	if (one->work != NULL && other->work != NULL)
		return text_same(one->work, other->work);
	return text_same(text_fold(page->doc, one->citation), text_fold(
	    page->doc, other->citation));
}

static void
put_shared(struct compare_page *page, size_t a, size_t b)
{
	struct list one = trials_of(page, page->works[a]);
	struct list other = trials_of(page, page->works[b]);
	const struct included_trial *trial;
	struct block *line;
	size_t i, j, shared = 0;

	line = doc_item(page->doc, 0);
	if (one.count == 0 || other.count == 0) {
		block_format(line, ROLE_TEXT, "The trials included in %s are "
		    "not recorded, so the overlap is not known.", wording_short(
		    page->doc, page->works[one.count == 0 ? a : b]));
		return;
	}
	block_format(line, ROLE_TEXT, "%s (%zu known) and %s (%zu known) both "
	    "include: ", wording_short(page->doc, page->works[a]), one.count,
	    wording_short(page->doc, page->works[b]), other.count);
	for (i = 0; i < one.count; i++) {
		trial = list_at(&one, i);
		for (j = 0; j < other.count; j++)
			if (is_same_trial(page, trial, list_at(&other, j)))
				break;
		if (j == other.count)
			continue;
		block_text(line, shared++ > 0 ? "; " : "");
		if (trial->work != NULL)
			block_link(line, address_of(page->doc, RECTYPE_WORK,
			    trial->work), trial->citation);
		else
			block_text(line, trial->citation);
	}
	if (shared == 0)
		block_text(line, "none recorded");
}

static void
put_reviews(struct compare_page *page)
{
	size_t i, j;

	(void)doc_heading(page->doc, "Why reviews may disagree");
	doc_para(page->doc, "They may cover different periods, populations, "
	    "comparators or trials, or use a different threshold for an "
	    "important difference: see Search, Studies, Treatment, Reason and "
	    "Limits above.");
	for (i = 0; i < page->count; i++)
		for (j = i + 1; j < page->count; j++)
			put_shared(page, i, j);
}

/* The page. */

static bool
is_taken(const struct compare_page *page, const char *id)
{
	size_t i;

	for (i = 0; i < page->count; i++)
		if (text_same(page->works[i]->id, id))
			return true;
	return false;
}

static void
compare_take_works(struct compare_page *page, const char *ids)
{
	char *copy = mem_text(page->doc, ids), *id, *next = NULL;
	struct address address;

	for (id = strtok_r(copy, ", ", &next); id != NULL &&
	    page->count < COMPARE_MOST; id = strtok_r(NULL, ", ", &next)) {
		if (!library_resolve(page->library, page->doc, id, &address) ||
		    address.page != PAGE_RECORD || address.kind !=
		    RECTYPE_WORK || is_taken(page, address.id))
			continue;
		page->works[page->count] = library_record(page->library,
		    page->doc, RECTYPE_WORK, address.id);
		page->count += page->works[page->count] != NULL;
	}
}

static void
put_cautions(struct compare_page *page)
{
	char *caution;
	size_t i;

	for (i = 0; i < page->count; i++) {
		caution = wording_caution(page->doc, page->works[i]);
		if (caution != NULL)
			block_format(doc_paragraph(page->doc, 0),
			    ROLE_WARNING, "%s: %s", wording_short(page->doc,
			    page->works[i]), caution);
	}
}

static void
compare_put_all(struct compare_page *page)
{
	struct block *same, *differ;
	size_t i;

	(void)doc_title(page->doc, mem_format(page->doc, "%zu works compared",
	    page->count));
	for (i = 0; i < page->count; i++)
		block_link(doc_item(page->doc, 0), address_of(page->doc,
		    RECTYPE_WORK, page->works[i]->id), mem_format(page->doc,
		    "%s. %s", wording_short(page->doc, page->works[i]),
		    page->works[i]->title));
	put_cautions(page);
	doc_gap(page->doc);
	same = doc_row(page->doc, "In common");
	differ = doc_row(page->doc, "Different");
	doc_gap(page->doc);
	page->table = doc_table(page->doc, TABLE_PROSE);
	for (i = 0; i < page->count; i++)
		table_head(page->table, wording_short(page->doc, page->works[i]),
		    wording_short(page->doc, page->works[i]),
		    address_of(page->doc, RECTYPE_WORK, page->works[i]->id));
	put_points(page, before, COUNT(before));
	put_outcomes(page);
	put_points(page, behind, COUNT(behind));
	block_text(same, page->same.len > 0 ? page->same.data :
	    "nothing recorded");
	block_text(differ, page->differ.len > 0 ? page->differ.data :
	    "nothing recorded");
	if (are_reviews(page))
		put_reviews(page);
}

struct doc *
page_compare(const void *ctx, struct library *library,
    const struct address *address)
{
	struct compare_page page = { .doc = doc_new(ctx, "compare"),
	    .library = library };

	if (compares_topics(library, address->works)) {
		mem_free(page.doc);
		return page_compare_topics(ctx, library, address);
	}
	page.doc->address = address_print(page.doc, address);
	if (address->works != NULL)
		compare_take_works(&page, address->works);
	if (page.count < COMPARE_LEAST) {
		mem_free(page.doc);
		return NULL;
	}
	compare_put_all(&page);
	return page.doc;
}
