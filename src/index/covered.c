/* Conditions that a work covers without a finding on them. */
#include "index/covered.h"

#include <assert.h>
#include <string.h>

#include "index/fields.h"
#include "index/label_key.h"
#include "index/values.h"

/*
 * A work with this many terms, listed or broader, is not examined and covers
 * nothing.
 */
enum { TERMS_MAX = 100 };

/* The terms that a work lists, and all broader terms. */
struct side {
	struct list	 listed;	/* ids */
	struct list	 all;		/* ids, including the listed ones */
	bool		*within;	/* listed x all: whether the listed
					   term equals the other one or is
					   narrower */
	size_t		 place[TERMS_MAX];	/* index in `all` of each
						   listed term; unused for
						   unknown terms, whose row
						   of `within` is empty */
};

struct covering {
	void			*scratch;
	struct db		*db;
	const struct work	*work;
	struct side		 conditions;
	struct side		 outcomes;
	struct list		 labels[TERMS_MAX];	/* names of each listed
							   condition */
	bool			*on;		/* findings x conditions; at
						   first those that a finding
						   names */
	bool			*reports;	/* findings x outcomes */
	bool			*listed_has;	/* listed conditions x all
						   outcomes: some finding is on
						   both */
	bool			*has;		/* all conditions x all
						   outcomes: some finding is on
						   both */
};

/* Terms. */

/* The index of an id in a list; the list's length if it is not there. */
static size_t
covered_place_of(const struct list *ids, const char *id)
{
	size_t i;

	for (i = 0; i < ids->count && !text_same(list_at(ids, i), id); i++)
		continue;
	return i;
}

static void
side_add(struct covering *cv, struct side *side, const char *id)
{
	struct statement *st = db_prepare(cv->db, "SELECT b.id FROM term t "
	    "JOIN ancestor a ON a.term=t.number JOIN term b ON "
	    "b.number=a.broader WHERE t.id=?");
	size_t row = side->listed.count, at;

	if (covered_place_of(&side->listed, id) < row || row == TERMS_MAX)
		return;
	list_add(cv->scratch, &side->listed, mem_text(cv->scratch, id));
	bind_text(st, 1, id);
	while (statement_step(st)) {
		at = covered_place_of(&side->all, column_text(st, 0));
		if (at == TERMS_MAX)
			continue;
		if (at == side->all.count)
			list_add(cv->scratch, &side->all, mem_text(cv->scratch,
			    column_text(st, 0)));
		side->within[row * TERMS_MAX + at] = true;
	}
	side->place[row] = covered_place_of(&side->all, id);
}

static void
side_add_all(struct covering *cv, struct side *side, const struct list *ids)
{
	size_t i;

	for (i = 0; i < ids->count; i++)
		side_add(cv, side, list_at(ids, i));
}

static bool
is_full(const struct side *side)
{
	return side->listed.count == TERMS_MAX || side->all.count == TERMS_MAX;
}

static bool
side_is_within(const struct side *side, size_t listed, const char *id)
{
	size_t at = covered_place_of(&side->all, id);

	return at < side->all.count && side->within[listed * TERMS_MAX + at];
}

/* The conditions that findings name. */

/* The names of each listed condition as label_key_words() writes them. */
static void
covering_read_names(struct covering *cv)
{
	struct statement *st = db_prepare(cv->db, "SELECT p.text FROM phrase p "
	    "JOIN term t ON t.number=p.term WHERE t.id=? AND NOT "
	    "p.abbreviation");
	const struct list *listed = &cv->conditions.listed;
	char *words;
	size_t i;

	for (i = 0; i < listed->count; i++) {
		bind_text(st, 1, list_at(listed, i));
		while (statement_step(st)) {
			words = label_key_words(cv->scratch, column_text(st,
			    0));
			list_add(cv->scratch, &cv->labels[i], words);
		}
	}
}

static bool
covered_is_named(const struct list *labels, const char *text)
{
	size_t i;

	for (i = 0; i < labels->count; i++)
		if (strstr(text, list_at(labels, i)) != NULL)
			return true;
	return false;
}

/* Marks the conditions that a finding names; returns whether it names any. */
static bool
read_finding(struct covering *cv, size_t number)
{
	const struct finding *finding = list_at(&cv->work->findings, number);
	const char *const parts[] = { finding->measure, finding->comparison,
	    finding->timepoint, finding->statement };
	struct buf text = { .data = NULL };
	bool any = false;
	size_t i;

	/* A phrase must not reach from one part into the next. */
	for (i = 0; i < COUNT(parts); i++)
		if (parts[i] != NULL)
			buf_format(cv->scratch, &text, "%s |", label_key_words(
			    cv->scratch, parts[i]));
	for (i = 0; text.data != NULL && i < cv->conditions.listed.count; i++) {
		cv->on[number * TERMS_MAX + i] = covered_is_named(
		    &cv->labels[i], text.data);
		any |= cv->on[number * TERMS_MAX + i];
	}
	return any;
}

/*
 * Whether a finding names a condition, and the work also lists a broader one.
 */
static bool
covered_is_part(const struct covering *cv, size_t condition)
{
	const struct list *listed = &cv->conditions.listed;
	bool named = false, part = false;
	size_t i;

	for (i = 0; i < cv->work->findings.count; i++)
		named |= cv->on[i * TERMS_MAX + condition];
	for (i = 0; named && i < listed->count; i++)
		part |= i != condition && side_is_within(&cv->conditions,
		    condition, list_at(listed, i));
	return part;
}

/* Finds the conditions that each finding is on. */
static void
read_findings(struct covering *cv)
{
	bool names[TERMS_MAX] = { false }, part[TERMS_MAX] = { false };
	const size_t findings = cv->work->findings.count;
	const size_t conditions = cv->conditions.listed.count;
	size_t i, c;

	for (i = 0; i < findings && db_goes_on(cv->db); i++)
		names[i] = read_finding(cv, i);
	for (c = 0; c < conditions; c++)
		part[c] = covered_is_part(cv, c);
	for (i = 0; i < findings; i++)
		for (c = 0; !names[i] && c < conditions; c++)
			cv->on[i * TERMS_MAX + c] = !part[c];
}

/* Pairs. */

/*
 * Marks the outcomes that a finding is on: the named one, and the listed
 * outcomes that are narrower or broader.
 */
static void
note_report(struct covering *cv, size_t number, const char *id)
{
	const struct side *side = &cv->outcomes;
	size_t at = covered_place_of(&side->listed, id), o;
	size_t place = covered_place_of(&side->all, id);

	if (at == side->listed.count)
		return;
	for (o = 0; o < side->listed.count; o++)
		cv->reports[number * TERMS_MAX + o] |=
		    side->within[o * TERMS_MAX + place] ||
		    side->within[at * TERMS_MAX + side->place[o]];
}

static void
read_reports(struct covering *cv)
{
	const struct finding *finding;
	size_t i, k;

	for (i = 0; i < cv->work->findings.count; i++) {
		finding = list_at(&cv->work->findings, i);
		note_report(cv, i, finding->outcome);
		for (k = 0; k < finding->also_outcomes.count; k++)
			note_report(cv, i, list_at(&finding->also_outcomes,
			    k));
	}
}

/*
 * Marks, for an outcome and all broader ones, the conditions of the findings on
 * it, or of all findings if none is on it.
 */
static void
note_outcome(struct covering *cv, size_t outcome)
{
	const struct side *side = &cv->outcomes;
	const size_t findings = cv->work->findings.count;
	bool reported = false, on;
	size_t i, c, o;

	for (i = 0; i < findings; i++)
		reported |= cv->reports[i * TERMS_MAX + outcome];
	for (c = 0; c < cv->conditions.listed.count; c++) {
		for (i = 0, on = false; i < findings && !on; i++)
			on = cv->on[i * TERMS_MAX + c] && (!reported ||
			    cv->reports[i * TERMS_MAX + outcome]);
		for (o = 0; on && o < side->all.count; o++)
			cv->listed_has[c * TERMS_MAX + o] |=
			    side->within[outcome * TERMS_MAX + o];
	}
}

/*
 * Marks the outcomes of a listed condition for all broader conditions as well.
 */
static void
note_broader(struct covering *cv, size_t condition)
{
	const struct side *side = &cv->conditions;
	size_t c, o;

	for (c = 0; c < side->all.count; c++)
		for (o = 0; side->within[condition * TERMS_MAX + c] &&
		    o < cv->outcomes.all.count; o++)
			cv->has[c * TERMS_MAX + o] |=
			    cv->listed_has[condition * TERMS_MAX + o];
}

static void
add_covered(struct covering *cv, size_t condition, struct buf *column)
{
	const char *id = list_at(&cv->conditions.all, condition);
	bool any = false;
	size_t o;

	for (o = 0; o < cv->outcomes.all.count; o++) {
		if (cv->has[condition * TERMS_MAX + o])
			any = true;
		else
			fields_add_value(cv->scratch, column, "covers",
			    values_covered(cv->scratch, id, list_at(
			    &cv->outcomes.all, o)));
	}
	if (!any)
		fields_add_value(cv->scratch, column, "covers",
		    values_covered(cv->scratch, id, NULL));
}

static void
read_terms(struct covering *cv)
{
	const struct finding *finding;
	size_t i;

	side_add_all(cv, &cv->conditions, &cv->work->conditions);
	side_add_all(cv, &cv->outcomes, &cv->work->outcomes);
	for (i = 0; i < cv->work->findings.count; i++) {
		finding = list_at(&cv->work->findings, i);
		if (finding->outcome != NULL)
			side_add(cv, &cv->outcomes, finding->outcome);
		side_add_all(cv, &cv->outcomes, &finding->also_outcomes);
	}
}

static void
add_all_covered(struct covering *cv, struct buf *column)
{
	size_t i;

	covering_read_names(cv);
	read_findings(cv);
	read_reports(cv);
	for (i = 0; i < cv->outcomes.listed.count && db_goes_on(cv->db); i++)
		note_outcome(cv, i);
	for (i = 0; i < cv->conditions.listed.count; i++)
		note_broader(cv, i);
	for (i = 0; i < cv->conditions.all.count && db_goes_on(cv->db); i++)
		add_covered(cv, i, column);
}

void
covered_add(struct db *db, const struct work *work, struct buf *column)
{
	const size_t square = (size_t)TERMS_MAX * TERMS_MAX;
	struct covering cv = { .db = db, .work = work };

	assert(work->id != NULL && column != NULL);
	if (work->conditions.count < 2 || work->findings.count == 0 ||
	    work->findings.count > TERMS_MAX)
		return;
	cv.scratch = mem_context(NULL);
	cv.conditions.within = mem_array(cv.scratch, bool, square);
	cv.outcomes.within = mem_array(cv.scratch, bool, square);
	cv.on = mem_array(cv.scratch, bool, square);
	cv.reports = mem_array(cv.scratch, bool, square);
	cv.listed_has = mem_array(cv.scratch, bool, square);
	cv.has = mem_array(cv.scratch, bool, square);
	read_terms(&cv);
	if (!is_full(&cv.conditions) && !is_full(&cv.outcomes))
		add_all_covered(&cv, column);
	mem_free(cv.scratch);
}
