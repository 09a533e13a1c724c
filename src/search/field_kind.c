/* Kinds of fields: the functions of each kind. */
#include "search/field_kind.h"

#include <assert.h>
#include <ctype.h>

#include "base/number.h"
#include "base/text.h"
#include "index/db.h"
#include "index/label_key.h"
#include "record/identifier.h"
#include "search/design.h"
#include "search/vocabulary.h"

enum { SCORE_MAX = 10 };		/* highest PEDro score */

/* Accepts any text that contains a letter or digit. */
static const char *
parse_text(const void *ctx, struct clause *clause)
{
	(void)ctx;
	return text_has_word(clause->text, strlen(clause->text)) ? NULL :
	    "this field needs a value";
}

/* Numbers and ranges of numbers. */

/* Parses the bounds of a range: "2010..2020", "..2000", ">2015", "<=2". */
static void
take_bounds(const void *ctx, struct clause *clause)
{
	const char *value = clause->text;
	const char *dots = strstr(value, "..");
	bool closed = *value != '\0' && value[1] == '=';
	long bound;

	if (dots != NULL) {
		clause->range = true;
		clause->text = mem_text_n(ctx, value,
		    (size_t)(dots - value));
		clause->until = mem_text(ctx, dots + 2);
	} else if (*value == '>' || *value == '<') {
		clause->range = true;
		clause->text = clause->until = "";
		if (!number_natural(value + 1 + closed, QUERY_NUMBER_MAX,
		    &bound))
			return;
		if (*value == '>')
			clause->text = mem_format(ctx, "%ld", bound +
			    !closed);
		else if (bound > 0 || closed)
			clause->until = mem_format(ctx, "%ld", bound -
			    !closed);
	}
}

static bool
is_bound(const char *s)
{
	return strspn(s, "0123456789") == strlen(s);
}

/* Parses a number, or a range of two bounds; one bound may be open. */
static bool
are_bounds(const struct clause *clause)
{
	if (!clause->range)
		return *clause->text != '\0' && is_bound(clause->text);
	return is_bound(clause->text) && is_bound(clause->until) &&
	    (*clause->text != '\0' || *clause->until != '\0');
}

/* Matches numbers within low..high: a number, or each number of a range. */
static struct expr *
plan_range(struct planner *pl, const struct clause *clause, long low,
    long high)
{
	long from = low, to = high;

	if (number_natural(clause->text, QUERY_NUMBER_MAX, &from) &&
	    clause->range && from < low)
		from = low;
	if (!clause->range)
		to = from;
	else if (number_natural(clause->until, QUERY_NUMBER_MAX, &to) &&
	    to > high)
		to = high;
	return expr_numbers(pl->ctx, clause->field->name, from, to);
}

/* "year 2016", "year 2010 to 2015", "year 2018 or more". */
static char *
wording_range(struct planner *pl, const struct clause *clause)
{
	const char *name = clause->field->name;

	if (!clause->range)
		return mem_format(pl->ctx, "%s %s", name, clause->text);
	if (*clause->text == '\0')
		return mem_format(pl->ctx, "%s %s or less", name,
		    clause->until);
	if (*clause->until == '\0')
		return mem_format(pl->ctx, "%s %s or more", name,
		    clause->text);
	return mem_format(pl->ctx, "%s %s to %s", name, clause->text,
	    clause->until);
}

/* Years. */

static const char *
parse_year(const void *ctx, struct clause *clause)
{
	take_bounds(ctx, clause);
	return are_bounds(clause) ? NULL : "not a year or a range of years";
}

static struct expr *
plan_year(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	long low, high;

	vocabulary_years(pl->se, &low, &high);
	*meaning = wording_range(pl, clause);
	return plan_range(pl, clause, low, high);
}

static void
count_years(struct value_sink *to, const struct field *field)
{
	void *scratch = mem_context(NULL);
	long low, high;
	char *text;

	vocabulary_years(to->se, &low, &high);
	for (; low > 0 && low <= high; high--) {
		text = mem_format(scratch, "%ld", high);
		to->take(to, text, text, expr_value(scratch, field->name,
		    text));
	}
	mem_free(scratch);
}

/* Levels. */

static const char *
parse_level(const void *ctx, struct clause *clause)
{
	take_bounds(ctx, clause);
	return are_bounds(clause) || (!clause->range &&
	    text_same(clause->text, "none")) ? NULL :
	    "not a level or a range of levels";
}

static struct expr *
plan_level(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	if (!clause->range && (text_same(clause->text, "none") ||
	    text_same(clause->text, "0"))) {
		*meaning = "no level";
		return expr_value(pl->ctx, "level", "0");
	}
	*meaning = wording_range(pl, clause);
	return plan_range(pl, clause, 1, 5);
}

static void
count_levels(struct value_sink *to, const struct field *field)
{
	static const char *const labels[] = { "no level", "level 1",
	    "level 2", "level 3", "level 4", "level 5" };
	void *scratch = mem_context(NULL);
	char id[2] = "0";
	size_t i;

	for (i = 0; i < COUNT(labels); i++, id[0]++)
		to->take(to, id, labels[i], expr_value(scratch, field->name,
		    id));
	mem_free(scratch);
}

/* Scores. */

static const char *
parse_score(const void *ctx, struct clause *clause)
{
	take_bounds(ctx, clause);
	return (clause->range ? are_bounds(clause) : text_has_word(
	    clause->text, strlen(clause->text))) ? NULL :
	    "not a score or a range of scores";
}

/* A PEDro score, or the name of any scale in use. */
static struct expr *
plan_score(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	long number;

	if (!clause->range && !number_natural(clause->text, QUERY_NUMBER_MAX,
	    &number)) {
		*meaning = mem_format(pl->ctx, "scored with %s",
		    clause->text);
		return expr_value(pl->ctx, "score", clause->text);
	}
	*meaning = mem_format(pl->ctx, "PEDro %s", wording_range(pl, clause));
	return plan_range(pl, clause, 0, SCORE_MAX);
}

/* Doses: decimal numbers; comparison operators stay as typed. */

/*
 * A number, with or without decimals; if `compared`, it may start with a
 * comparison operator.
 */
static bool
is_dose(const char *s, bool compared)
{
	size_t n;

	if (compared && (*s == '<' || *s == '>'))
		s += s[1] == '=' ? 2 : 1;
	n = strspn(s, "0123456789");
	if (n > 0 && s[n] == '.' && isdigit((unsigned char)s[n + 1]))
		n += 1 + strspn(s + n + 1, "0123456789");
	return s[n] == '\0' && (n > 0 || !compared);
}

static const char *
parse_dose(const void *ctx, struct clause *clause)
{
	if (strstr(clause->text, "..") != NULL)
		take_bounds(ctx, clause);
	return is_dose(clause->text, !clause->range) && (!clause->range ||
	    (is_dose(clause->until, false) && (*clause->text != '\0' ||
	    *clause->until != '\0'))) ? NULL :
	    "not a number or a range of numbers";
}

/* "more than 8 sessions", "weeks 4 to 8". */
static char *
wording_dose(struct planner *pl, const struct clause *clause)
{
	static const struct { const char *sign, *words; } signs[] = {
		{ ">=", "at least" }, { "<=", "at most" },
		{ ">", "more than" }, { "<", "fewer than" },
	};
	const char *value = clause->text;
	size_t i;

	for (i = 0; !clause->range && i < COUNT(signs); i++)
		if (text_begins(value, signs[i].sign))
			return mem_format(pl->ctx, "%s %s %s", signs[i].words,
			    value + strlen(signs[i].sign), clause->field->name);
	return wording_range(pl, clause);
}

static struct expr *
plan_dose(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	*meaning = wording_dose(pl, clause);
	return vocabulary_dose(pl->ctx, pl->se, clause->field->name,
	    clause->text, clause->range ? clause->until : NULL);
}

/* Terms of a facet. */

/* The terms that a value names; in quotes, an id names only its own term. */
static struct expr *
terms_named(struct planner *pl, const struct clause *clause,
    const char *facet, const char **meaning)
{
	struct expr *match = !clause->exact ? NULL : vocabulary_term_with_id(
	    pl->ctx, pl->se, clause->text, facet, meaning);

	return match != NULL ? match : vocabulary_term(pl->ctx, pl->se,
	    clause->text, facet, meaning);
}

static struct expr *
plan_term(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	const struct field *field = clause->field;
	struct expr *match = terms_named(pl, clause, field_facet(field),
	    meaning);

	if (match == NULL && field->facet == FACET_DESIGN)
		match = design_plan(pl, clause->text, meaning);
	if (match != NULL)
		return match;
	/* If the text is not a term, it may be the start of one. */
	match = vocabulary_prefix(pl->ctx, pl->se, clause->text,
	    field_facet(field), meaning);
	if (match != NULL)
		return match;
	return plan_nothing(pl, clause, meaning, mem_format(pl->ctx, "no %s "
	    "with this name in the vocabulary", field->name));
}

/* A treatment by its name or by the start of its name. */
static struct expr *
plan_treatment(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	const char *facet = facet_name(FACET_TECHNIQUE);
	struct expr *match = terms_named(pl, clause, facet, meaning);

	return match != NULL ? match : vocabulary_prefix(pl->ctx, pl->se,
	    clause->text, facet, meaning);
}

/*
 * A treatment on one side of the comparison: the column of sides contains the
 * comparators and their labels; all other columns contain the treatments
 * studied. "sham" means every comparator with that word in its label.
 */
static struct expr *
plan_side(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	struct expr *match = plan_treatment(pl, clause, meaning), *words;

	if (!text_same(clause->field->name, "comparator"))
		return match != NULL ? expr_outside(match, "side") :
		    plan_nothing(pl, clause, meaning, mem_format(pl->ctx,
		    "no treatment with this name in the vocabulary"));
	words = expr_in(expr_words(pl->ctx, pl->se, clause->text,
	    WORD_ANY_FORM), "side");
	return match == NULL ? words : expr_either(pl->ctx, expr_in(match,
	    "side"), words);
}

static void
count_codes(struct value_sink *to, const struct field *field,
    const struct codelist *list)
{
	void *scratch = mem_context(NULL);
	size_t i;

	for (i = 0; i < list->count; i++)
		to->take(to, list->at[i].id, list->at[i].label, expr_value(
		    scratch, field->name, list->at[i].id));
	mem_free(scratch);
}

/* The designs that have no term in the vocabulary. */
static void
count_other_designs(struct value_sink *to, const struct field *field)
{
	struct statement *st = db_prepare(to->se->db,
	    "SELECT 1 FROM term WHERE id=?1 AND " FACET_IS("facet", "?2"));
	void *scratch = mem_context(NULL);
	const struct codelist *all = design_list(scratch, to->se);
	const struct code *row;
	bool known;

	for (row = all->at; row < all->at + all->count; row++) {
		bind_text(st, 1, row->id);
		bind_text(st, 2, field_facet(field));
		known = statement_step(st);
		statement_reset(st);
		if (!known)
			to->take(to, row->id, row->label, expr_value(scratch,
			    field->name, row->id));
	}
	mem_free(scratch);
}

static void
count_terms(struct value_sink *to, const struct field *field)
{
	struct statement *st = db_prepare(to->se->db,
	    "SELECT number, id, label FROM term WHERE ?1 IS NULL OR "
	    FACET_IS("facet", "?1") " ORDER BY number");
	void *scratch = mem_context(NULL);

	bind_text(st, 1, field_facet(field));
	while (statement_step(st))
		to->take(to, column_text(st, 1), column_text(st, 2),
		    expr_term(scratch, (long)column_int(st, 0)));
	mem_free(scratch);
	if (field->facet == FACET_DESIGN)
		count_other_designs(to, field);
}

/* Data in the notebook. */

/* Matches the records saved under a value; NULL if there are none. */
static struct expr *
plan_kept(struct planner *pl, const char *field, const char *value)
{
	const struct kept_records *kept = pl->se->kept;
	struct list ids = { .at = NULL };
	struct expr *any;
	size_t i;

	if (kept == NULL || !kept->ids(kept->user, pl->ctx, field, value,
	    pl->plan->target, &ids))
		return NULL;
	if (text_same(field, "list") && pl->plan->listed.count == 0)
		pl->plan->listed = ids;
	if (ids.count == 0)
		return expr_none(pl->ctx);
	any = expr_group(pl->ctx, true);
	for (i = 0; i < ids.count; i++)
		expr_add(any, expr_identifier(pl->ctx, IDENTIFIER_ID, list_at(
		    &ids, i)));
	return any;
}

static struct expr *
plan_notebook(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	bool tag = text_same(clause->field->name, "tag");
	struct expr *kept = plan_kept(pl, clause->field->name, clause->text);

	if (kept == NULL)
		return plan_nothing(pl, clause, meaning, tag ?
		    "none of your notes has this tag" : "none of your notes "
		    "has these words (summary: searches the bottom lines)");
	*meaning = mem_format(pl->ctx, tag ? "tagged %s" : "your note has %s",
	    clause->text);
	return kept;
}

/* Closed lists. */

static struct expr *
plan_choice(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	const struct field *field = clause->field;
	const struct code *row = vocabulary_choice(field->choices,
	    clause->text);
	struct expr *kept;

	if (row == NULL) {
		return plan_nothing(pl, clause, meaning, mem_format(pl->ctx,
		    "not a value of %s: %s", field->name, field->help));
	}
	*meaning = mem_format(pl->ctx, "%s (%s)", row->label, field->name);
	kept = field->choices == &states || field->choices == &contents ?
	    plan_kept(pl, field->name, row->id) : NULL;
	return kept != NULL ? kept : expr_value(pl->ctx, field->name, row->id);
}

static void
count_choices(struct value_sink *to, const struct field *field)
{
	count_codes(to, field, field->choices);
}

/* Lists of trials, values of open lists, identifiers and text. */

static struct expr *
plan_list(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	struct statement *st = db_prepare(pl->se->db, "SELECT 1 FROM trials WHERE "
	    "list=?");
	struct expr *kept;
	bool known;

	bind_text(st, 1, clause->text);
	known = statement_step(st);
	statement_reset(st);
	kept = plan_kept(pl, "list", clause->text);
	if (!known && kept == NULL)
		return plan_nothing(pl, clause, meaning,
		    "no list has this id");
	*meaning = mem_format(pl->ctx, "in %s", clause->text);
	return kept != NULL ? kept : expr_value(pl->ctx, "list", clause->text);
}

/* The id of the term with this id or name; the text itself if there is none. */
static const char *
covered_id(struct planner *pl, const char *name, enum facet facet)
{
	struct statement *st = db_prepare(pl->se->db, "SELECT id FROM term "
	    "WHERE id=" TERM_ID("?2") " OR (facet=?3 AND EXISTS(SELECT 1 FROM "
	    "phrase p WHERE p.term=number AND p.words=?1)) ORDER BY id IS NOT "
	    TERM_ID("?2") " LIMIT 1");
	const char *id = name;
	char *key = label_key(pl->ctx, name);

	bind_text(st, 1, key);
	bind_text(st, 2, name);
	bind_text(st, 3, facet_name(facet));
	if (statement_step(st))
		id = mem_text(pl->ctx, column_text(st, 0));
	statement_reset(st);
	return id;
}

/* A condition, or a condition and an outcome with "/" between them. */
static struct expr *
plan_covered(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	const char *text = clause->text, *slash = strchr(text, '/');
	const char *condition = slash == NULL ? text : mem_text_n(pl->ctx,
	    text, (size_t)(slash - text));

	*meaning = mem_format(pl->ctx, "no finding on %s", text);
	condition = covered_id(pl, condition, FACET_CONDITION);
	return expr_covering(pl->ctx, condition, slash == NULL ? NULL :
	    covered_id(pl, slash + 1, FACET_OUTCOME));
}

static struct expr *
plan_value(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	(void)meaning;
	return expr_value(pl->ctx, clause->field->name, clause->text);
}

/*
 * "id:" accepts any recognisable identifier, and takes a number as a PMID
 * ("PubMed ID: 123").
 */
static struct expr *
plan_identifier(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	const char *name = clause->field->name;
	enum identifier kind = identifier_find(name, strlen(name));
	enum identifier shown = identifier_kind(clause->text);
	const char *digits = clause->text + strspn(clause->text, "0123456789");

	(void)meaning;
	if (kind == IDENTIFIER_PMID && shown == IDENTIFIER_PMCID)
		kind = shown;
	if (kind == IDENTIFIER_ID && shown == IDENTIFIER_COUNT &&
	    *(digits + strspn(digits, ".,;:)]")) == '\0')
		shown = IDENTIFIER_PMID;
	if (kind != IDENTIFIER_ID || shown == IDENTIFIER_COUNT)
		return expr_identifier(pl->ctx, kind, clause->text);
	return expr_either(pl->ctx, expr_identifier(pl->ctx, IDENTIFIER_ID,
	    clause->text), expr_identifier(pl->ctx, shown, clause->text));
}

static struct expr *
plan_text(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	enum word_form form = clause->prefix ? WORD_PREFIX :
	    clause->exact ? WORD_EXACT : clause->unfinished ?
	    WORD_UNFINISHED : WORD_ANY_FORM;

	(void)meaning;
	/* Names are not stemmed. */
	if (text_same(clause->field->columns, "author"))
		form = form == WORD_ANY_FORM ? WORD_EXACT :
		    form == WORD_UNFINISHED ? WORD_PREFIX : form;
	return expr_in(expr_words(pl->ctx, pl->se, clause->text, form),
	    clause->field->columns);
}

const struct field_kind_row *
field_kind(const struct field *field)
{
	static const struct field_kind_row rows[] = {
	[FIELD_TEXT] = { parse_text, plan_text, NULL, false },
	[FIELD_TERM] = { parse_text, plan_term, count_terms, false },
	[FIELD_SIDE] = { parse_text, plan_side, NULL, false },
	[FIELD_CHOICE] = { parse_text, plan_choice, count_choices, false },
	[FIELD_YEAR] = { parse_year, plan_year, count_years, true },
	[FIELD_LEVEL] = { parse_level, plan_level, count_levels, true },
	[FIELD_SCORE] = { parse_score, plan_score, NULL, false },
	[FIELD_DOSE] = { parse_dose, plan_dose, NULL, false },
	[FIELD_LIST] = { parse_text, plan_list, NULL, false },
	[FIELD_KEPT] = { parse_text, plan_notebook, NULL, false },
	[FIELD_COVERED] = { parse_text, plan_covered, NULL, false },
	[FIELD_VALUE] = { parse_text, plan_value, NULL, false },
	[FIELD_IDENTIFIER] = { parse_text, plan_identifier, NULL, false },
	};

	assert((size_t)field->kind < COUNT(rows) &&
	    rows[field->kind].plan != NULL);
	return &rows[field->kind];
}
