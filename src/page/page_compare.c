/* Works side by side, point by point, and why reviews disagree. */
#include "page/page_compare.h"

#include <string.h>

#include "base/text.h"
#include "page/makers.h"
#include "page/page_compare_topics.h"
#include "page/wording.h"

enum { ESTIMATES_MAX = 1 };

struct view {
	struct doc		*doc;
	struct library		*library;
	const struct work	*works[COMPARE_MOST];
	size_t			 count;
	struct table		*table;
	struct buf		 same, differ;	/* cells of the labels */
};

/* The points of comparison, in the order of the page. */

static char *
wording_kind(const struct view *view, const struct work *work)
{
	return mem_format(view->doc, "%s, on %s", work_design_label(work), work->subjects == NULL ? "subjects not recorded" :
	    code_label(&subjects, work->subjects));
}

static char *
wording_grade(const struct view *view, const struct work *work)
{
	return wording_level(view->doc, work);
}

static char *
wording_whom(const struct view *view, const struct work *work)
{
	return wording_studied(view->doc, work);
}

static char *
wording_who(const struct view *view, const struct work *work)
{
	return work->participants == NULL || work->participants->population ==
	    NULL ? NULL : mem_text(view->doc, work->participants->population);
}

static char *
compare_harms(const struct view *view, const struct work *work)
{
	return wording_harms(work) == NULL ? NULL : mem_text(view->doc,
	    wording_harms(work));
}

static char *
wording_scores(const struct view *view, const struct work *work)
{
	struct buf out = { .data = NULL };
	const struct appraisal *a;
	const struct work *rater;
	size_t i;

	for (i = 0; i < work->appraisals.count; i++) {
		a = list_at(&work->appraisals, i);
		rater = library_record(view->library, view->doc, RECTYPE_WORK,
		    a->by);
		buf_format(view->doc, &out, "%s%s %s%s%s%s, by %s", i > 0 ?
		    "; " : "", a->tool, a->score == NULL ? "items only" :
		    a->score, a->of == NULL ? "" : " (of ",
		    a->of == NULL ? "" : a->of, a->of == NULL ? "" : ")",
		    rater == NULL ? a->by : wording_short(view->doc, rater));
	}
	return out.data;
}

static char *
wording_search_end(const struct view *view, const struct work *work)
{
	const struct literature_search *s = work->search;

	if (s == NULL || (s->date == NULL && s->period == NULL))
		return NULL;
	return mem_format(view->doc, "%s%s%s", s->date == NULL ? "" : s->date,
	    s->date != NULL && s->period != NULL ? "; " : "", s->period ==
	    NULL ? "" : s->period);
}

static char *
wording_known(const struct view *view, const struct work *work)
{
	return work->confidence == NULL ? NULL : mem_text(view->doc,
	    code_label(&confidences, work->confidence));
}

struct point {
	const char	*label;
	char		*(*say)(const struct view *view,
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
say_point(const struct view *view, const struct point *point,
    const struct work *work)
{
	const char *at = (const char *)work, *text;

	if (point->terms != 0)
		return library_labels(view->library, view->doc,
		    (const void *)(at + point->terms));
	if (point->text == 0)
		return point->say(view, work);
	text = *(const char *const *)(const void *)(at + point->text);
	return text == NULL ? NULL : mem_text(view->doc, text);
}

/* Rows of the table. */

static void
note_row(struct view *view, bool same, const char *label)
{
	struct buf *list = same ? &view->same : &view->differ;

	buf_format(view->doc, list, "%s%s", list->len > 0 ? ", " : "", label);
}

/*
 * Adds the values of all works for one point, unless no work has one.  A
 * missing value counts as neither the same nor different.
 */
static void
compare_put_row(struct view *view, const char *label, char *const *said,
    bool closed, const char *nothing)
{
	struct table_row *row;
	bool any = false, all = true, same = true;
	size_t i;

	for (i = 0; i < view->count; i++) {
		any |= said[i] != NULL;
		all &= said[i] != NULL;
		same &= text_same(said[i], said[0]);
	}
	if (!any)
		return;
	row = table_row(view->table, 0);
	block_add(row->head, ROLE_LABEL, label);
	if (closed && all) {
		note_row(view, same, label);
		block_add(row->head, same ? ROLE_TEXT : ROLE_WARNING, same ?
		    " (same)" : " (different)");
	}
	for (i = 0; i < view->count; i++)
		block_text(table_cell(row), said[i] == NULL ? nothing :
		    said[i]);
}

static bool
are_reviews(const struct view *view)
{
	size_t i;

	for (i = 0; i < view->count; i++)
		if (!work_is_review(view->works[i]))
			return false;
	return true;
}

static void
put_points(struct view *view, const struct point *points, size_t count)
{
	char *said[COMPARE_MOST];
	size_t i, j;

	for (i = 0; i < count; i++) {
		if (points[i].review && !are_reviews(view))
			continue;
		for (j = 0; j < view->count; j++)
			said[j] = say_point(view, &points[i],
			    view->works[j]);
		compare_put_row(view, points[i].label, said, points[i].closed,
		    "not recorded");
	}
}

/* The direction, and the estimates that support it. */
static char *
wording_outcome(const struct view *view, const struct work *work,
    const char *outcome)
{
	const struct code *direction = library_direction(view->library, work,
	    outcome, NULL);
	const struct finding *finding;
	struct buf out = { .data = NULL };
	size_t count = 0, i;

	if (direction == NULL)
		return NULL;
	buf_format(view->doc, &out, "%s%s", wording_direction(view->doc,
	    view->library, work, outcome, NULL, direction), wording_compared(
	    view->doc, view->library, work, outcome, NULL, direction));
	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->estimate == NULL || !text_same(finding->outcome,
		    outcome))
			continue;
		if (++count <= ESTIMATES_MAX)
			buf_format(view->doc, &out, "; %s%s%s", wording_estimate(
			    view->doc, work, finding),
			    finding->estimate->caution == NULL ? "" :
			    ". Caution: ", finding->estimate->caution == NULL
			    ? "" : finding->estimate->caution);
	}
	if (count > ESTIMATES_MAX)
		buf_format(view->doc, &out, "%s%zu more on its page",
		    strchr(".;", out.data[out.len - 1]) != NULL ? " " : "; ",
		    count - ESTIMATES_MAX);
	return out.data;
}

static void
put_outcome(struct view *view, const char *outcome)
{
	char *said[COMPARE_MOST];
	const struct code *direction, *first = NULL;
	bool same = true, all = true;
	size_t i;

	for (i = 0; i < view->count; i++) {
		said[i] = wording_outcome(view, view->works[i], outcome);
		direction = library_direction(view->library, view->works[i],
		    outcome, NULL);
		if (i == 0)
			first = direction;
		same &= direction == first;
		all &= direction != NULL;
	}
	compare_put_row(view, mem_format(view->doc, "%s%s", library_label(
	    view->library, view->doc, outcome), !all ? "" : same ?
	    " (same)" : " (different)"), said, false, "not recorded");
	if (all)
		note_row(view, same, library_label(view->library, view->doc,
		    outcome));
}

static void
put_outcomes(struct view *view)
{
	struct list seen = { .at = NULL };
	const struct list *outcomes;
	size_t i, j;

	for (i = 0; i < view->count; i++) {
		outcomes = &view->works[i]->outcomes;
		for (j = 0; j < outcomes->count; j++) {
			if (list_holds(&seen, list_at(outcomes, j)) ||
			    library_direction(view->library, view->works[i],
			    list_at(outcomes, j), NULL) == NULL)
				continue;
			list_add(view->doc, &seen, list_at(outcomes, j));
			put_outcome(view, list_at(outcomes, j));
		}
	}
}

/* The trials that two reviews share, as far as recorded. */

/* The recorded trials of a review (struct included_trial). */
static struct list
trials_of(struct view *view, const struct work *review)
{
	struct list lists = library_trials_of(view->library, view->doc,
	    review->id), trials = { .at = NULL };
	const struct trial_list *list;
	size_t i, j;

	for (i = 0; i < lists.count; i++) {
		list = library_record(view->library, view->doc,
		    RECTYPE_TRIAL_LIST, list_at(&lists, i));
		for (j = 0; list != NULL && j < list->trials.count; j++)
			list_add(view->doc, &trials, list_at(&list->trials, j));
	}
	return trials;
}

static bool
is_same_trial(struct view *view, const struct included_trial *one,
    const struct included_trial *other)
{
	if (one->work != NULL && other->work != NULL)
		return text_same(one->work, other->work);
	return text_same(text_fold(view->doc, one->citation), text_fold(
	    view->doc, other->citation));
}

static void
put_shared(struct view *view, size_t a, size_t b)
{
	struct list one = trials_of(view, view->works[a]);
	struct list other = trials_of(view, view->works[b]);
	const struct included_trial *trial;
	struct block *line;
	size_t i, j, shared = 0;

	line = doc_item(view->doc, 0);
	if (one.count == 0 || other.count == 0) {
		block_format(line, ROLE_TEXT, "The trials included in %s are "
		    "not recorded, so the overlap is not known.", wording_short(
		    view->doc, view->works[one.count == 0 ? a : b]));
		return;
	}
	block_format(line, ROLE_TEXT, "%s (%zu known) and %s (%zu known) both "
	    "include: ", wording_short(view->doc, view->works[a]), one.count,
	    wording_short(view->doc, view->works[b]), other.count);
	for (i = 0; i < one.count; i++) {
		trial = list_at(&one, i);
		for (j = 0; j < other.count; j++)
			if (is_same_trial(view, trial, list_at(&other, j)))
				break;
		if (j == other.count)
			continue;
		block_text(line, shared++ > 0 ? "; " : "");
		if (trial->work != NULL)
			block_link(line, address_of(view->doc, RECTYPE_WORK,
			    trial->work), trial->citation);
		else
			block_text(line, trial->citation);
	}
	if (shared == 0)
		block_text(line, "none recorded");
}

static void
put_reviews(struct view *view)
{
	size_t i, j;

	(void)doc_heading(view->doc, "Why reviews may disagree");
	doc_para(view->doc, "They may cover different periods, populations, "
	    "comparators or trials, or use a different threshold for an "
	    "important difference: see Search, Studies, Treatment, Reason and "
	    "Limits above.");
	for (i = 0; i < view->count; i++)
		for (j = i + 1; j < view->count; j++)
			put_shared(view, i, j);
}

/* The page. */

static bool
is_taken(const struct view *view, const char *id)
{
	size_t i;

	for (i = 0; i < view->count; i++)
		if (text_same(view->works[i]->id, id))
			return true;
	return false;
}

static void
compare_take_works(struct view *view, const char *ids)
{
	char *copy = mem_text(view->doc, ids), *id, *next = NULL;
	struct address address;

	for (id = strtok_r(copy, ", ", &next); id != NULL &&
	    view->count < COMPARE_MOST; id = strtok_r(NULL, ", ", &next)) {
		if (!library_resolve(view->library, view->doc, id, &address) ||
		    address.page != PAGE_RECORD || address.kind !=
		    RECTYPE_WORK || is_taken(view, address.id))
			continue;
		view->works[view->count] = library_record(view->library,
		    view->doc, RECTYPE_WORK, address.id);
		view->count += view->works[view->count] != NULL;
	}
}

static void
put_cautions(struct view *view)
{
	char *caution;
	size_t i;

	for (i = 0; i < view->count; i++) {
		caution = wording_caution(view->doc, view->works[i]);
		if (caution != NULL)
			block_format(doc_paragraph(view->doc, 0),
			    ROLE_WARNING, "%s: %s", wording_short(view->doc,
			    view->works[i]), caution);
	}
}

static void
compare_put_all(struct view *view)
{
	struct block *same, *differ;
	size_t i;

	(void)doc_title(view->doc, mem_format(view->doc, "%zu works compared",
	    view->count));
	for (i = 0; i < view->count; i++)
		block_link(doc_item(view->doc, 0), address_of(view->doc,
		    RECTYPE_WORK, view->works[i]->id), mem_format(view->doc,
		    "%s. %s", wording_short(view->doc, view->works[i]),
		    view->works[i]->title));
	put_cautions(view);
	doc_gap(view->doc);
	same = doc_row(view->doc, "In common");
	differ = doc_row(view->doc, "Different");
	doc_gap(view->doc);
	view->table = doc_table(view->doc, TABLE_PROSE);
	for (i = 0; i < view->count; i++)
		table_head(view->table, wording_short(view->doc, view->works[i]),
		    wording_short(view->doc, view->works[i]),
		    address_of(view->doc, RECTYPE_WORK, view->works[i]->id));
	put_points(view, before, sizeof(before) / sizeof(before[0]));
	put_outcomes(view);
	put_points(view, behind, sizeof(behind) / sizeof(behind[0]));
	block_text(same, view->same.len > 0 ? view->same.data :
	    "nothing recorded");
	block_text(differ, view->differ.len > 0 ? view->differ.data :
	    "nothing recorded");
	if (are_reviews(view))
		put_reviews(view);
}

struct doc *
page_compare(const void *ctx, struct library *library,
    const struct address *address)
{
	struct view view = { .doc = doc_new(ctx, "compare"),
	    .library = library };

	if (compares_topics(library, address->works)) {
		mem_free(view.doc);
		return page_compare_topics(ctx, library, address);
	}
	view.doc->address = address_print(view.doc, address);
	if (address->works != NULL)
		compare_take_works(&view, address->works);
	if (view.count < COMPARE_LEAST) {
		mem_free(view.doc);
		return NULL;
	}
	compare_put_all(&view);
	return view.doc;
}
