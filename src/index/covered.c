/* Conditions that a work covers without a finding on them. */
#include "index/covered.h"

#include <string.h>

#include "index/fields.h"
#include "index/label_key.h"
#include "index/values.h"

/*
 * A work with this many terms, listed or broader, counts as covering nothing.
 */
enum { TERMS_MAX = 100 };

/* The terms that a work lists, and all broader terms. */
struct side {
	struct list	 listed;	/* ids */
	struct list	 all;		/* ids, the listed ones included */
	bool		*within;	/* listed x all: whether the listed term
					   is the other one, or narrower */
};

struct covering {
	void			*scratch;
	struct db		*db;
	const struct work	*work;
	struct side		 conditions;
	struct side		 outcomes;
	bool			*names;		/* findings x conditions */
	bool			*has;		/* all conditions x all
						   outcomes: a finding is on
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

static bool
covered_is_named(struct covering *cv, const char *condition, const char *text)
{
	struct statement *st = db_prepare(cv->db, "SELECT p.text FROM phrase p "
	    "JOIN term t ON t.number=p.term WHERE t.id=? AND NOT "
	    "p.abbreviation");
	bool named = false;

	bind_text(st, 1, condition);
	while (!named && statement_step(st))
		named = strstr(text, label_key_words(cv->scratch,
		    column_text(st, 0))) != NULL;
	statement_reset(st);
	return named;
}

static void
read_finding(struct covering *cv, size_t number)
{
	const struct finding *finding = list_at(&cv->work->findings, number);
	const char *const parts[] = { finding->measure, finding->comparison,
	    finding->timepoint, finding->statement };
	const struct list *listed = &cv->conditions.listed;
	struct buf text = { .data = NULL };
	size_t i;

	/* A phrase must not reach from one part into the next. */
	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (parts[i] != NULL)
			buf_format(cv->scratch, &text, "%s |", label_key_words(
			    cv->scratch, parts[i]));
	for (i = 0; i < listed->count; i++)
		cv->names[number * TERMS_MAX + i] = text.data != NULL &&
		    covered_is_named(cv, list_at(listed, i), text.data);
}

static bool
names_any(const struct covering *cv, size_t number)
{
	size_t i;

	for (i = 0; i < cv->conditions.listed.count; i++)
		if (cv->names[number * TERMS_MAX + i])
			return true;
	return false;
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
		named |= cv->names[i * TERMS_MAX + condition];
	for (i = 0; i < listed->count; i++)
		part |= i != condition && side_is_within(&cv->conditions, condition,
		    list_at(listed, i));
	return named && part;
}

static bool
covered_is_on(const struct covering *cv, size_t number, size_t condition)
{
	return names_any(cv, number) ? cv->names[number * TERMS_MAX +
	    condition] : !covered_is_part(cv, condition);
}

/* Pairs. */

/* Notes a finding on a condition and an outcome, and on all broader ones. */
static void
note_pair(struct covering *cv, size_t condition, size_t outcome)
{
	size_t c, o;

	for (c = 0; c < cv->conditions.all.count; c++)
		for (o = 0; o < cv->outcomes.all.count; o++)
			cv->has[c * TERMS_MAX + o] |=
			    cv->conditions.within[condition * TERMS_MAX + c] &&
			    cv->outcomes.within[outcome * TERMS_MAX + o];
}

/* Whether a finding is on an outcome, or on a narrower or broader one. */
static bool
reports(const struct covering *cv, const struct finding *finding,
    size_t outcome)
{
	const char *id = list_at(&cv->outcomes.listed, outcome);
	size_t i, at = covered_place_of(&cv->outcomes.listed, finding->outcome);

	if (side_is_within(&cv->outcomes, outcome, finding->outcome) ||
	    side_is_within(&cv->outcomes, at, id))
		return true;
	for (i = 0; i < finding->also_outcomes.count; i++) {
		at = covered_place_of(&cv->outcomes.listed, list_at(
		    &finding->also_outcomes, i));
		if (side_is_within(&cv->outcomes, outcome, list_at(
		    &finding->also_outcomes, i)) ||
		    side_is_within(&cv->outcomes, at, id))
			return true;
	}
	return false;
}

/*
 * Notes the conditions of the findings on an outcome; if there are no such
 * findings, those of all findings.
 */
static void
note_outcome(struct covering *cv, size_t outcome)
{
	const struct list *findings = &cv->work->findings;
	bool reported = false;
	size_t i, c;

	for (i = 0; i < findings->count; i++)
		reported |= reports(cv, list_at(findings, i), outcome);
	for (i = 0; i < findings->count; i++) {
		if (reported && !reports(cv, list_at(findings, i), outcome))
			continue;
		for (c = 0; c < cv->conditions.listed.count; c++)
			if (covered_is_on(cv, i, c))
				note_pair(cv, c, outcome);
	}
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

void
covered_add(struct db *db, const struct work *work, struct buf *column)
{
	const size_t square = (size_t)TERMS_MAX * TERMS_MAX;
	struct covering cv = { .db = db, .work = work };
	size_t i;

	if (work->conditions.count < 2 || work->findings.count == 0 ||
	    work->findings.count > TERMS_MAX)
		return;
	cv.scratch = mem_context(NULL);
	cv.conditions.within = mem_array(cv.scratch, bool, square);
	cv.outcomes.within = mem_array(cv.scratch, bool, square);
	cv.names = mem_array(cv.scratch, bool, square);
	cv.has = mem_array(cv.scratch, bool, square);
	read_terms(&cv);
	if (!is_full(&cv.conditions) && !is_full(&cv.outcomes)) {
		for (i = 0; i < work->findings.count; i++)
			read_finding(&cv, i);
		for (i = 0; i < cv.outcomes.listed.count; i++)
			note_outcome(&cv, i);
		for (i = 0; i < cv.conditions.all.count; i++)
			add_covered(&cv, i, column);
	}
	mem_free(cv.scratch);
}
