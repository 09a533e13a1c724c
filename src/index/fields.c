/* Fields: distributes the words of a record to the columns of the index. */
#include "index/fields.h"

#include <assert.h>

#include "base/text.h"
#include "record/level.h"
#include "index/negation.h"
#include "index/value_term.h"
#include "index/values.h"

void
fields_add_text(const void *ctx, struct buf *column, const char *text)
{
	if (text == NULL)
		return;
	buf_text(ctx, column, text);
	buf_text(ctx, column, " . ");
}

/*
 * Like fields_add_text(), for sentences about a work: negated words are not
 * content (negation.h).
 */
static void
fields_add_prose(const void *ctx, struct buf *column, const char *text)
{
	if (text != NULL)
		fields_add_text(ctx, column, negation_mark(ctx, text));
}

void
fields_add_word(const void *ctx, struct buf *column, const char *word)
{
	assert(word != NULL);
	buf_text(ctx, column, word);
	buf_text(ctx, column, " ");
}

void
fields_add_value(const void *ctx, struct buf *column, const char *field,
    const char *value)
{
	char *word;

	if (value == NULL)
		return;
	word = value_term(ctx, field, value);
	fields_add_word(ctx, column, word);
	mem_free(word);
}

static void
fields_add_all(const void *ctx, struct buf *column, const struct list *texts)
{
	size_t i;

	for (i = 0; i < texts->count; i++)
		fields_add_text(ctx, column, list_at(texts, i));
}

static void
fields_add_authors(const void *ctx, struct buf *column,
    const struct list *authors)
{
	const struct author *author;
	size_t i;

	for (i = 0; i < authors->count; i++) {
		author = list_at(authors, i);
		fields_add_text(ctx, column, author->family);
		fields_add_text(ctx, column, author->given);
	}
}

static void
add_findings(const void *ctx, struct buf *column, const struct list *findings)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < findings->count; i++) {
		finding = list_at(findings, i);
		fields_add_text(ctx, column, finding->measure);
		fields_add_prose(ctx, column, finding->comparison);
		fields_add_text(ctx, column, finding->timepoint);
		fields_add_prose(ctx, column, finding->statement);
	}
}

static void
add_details(const void *ctx, struct buf *column, const struct work *work)
{
	const struct arm *arm;
	size_t i;

	if (work->participants != NULL) {
		fields_add_prose(ctx, column, work->participants->population);
		fields_add_text(ctx, column, work->participants->setting);
		fields_add_text(ctx, column, work->participants->country);
	}
	for (i = 0; i < work->arms.count; i++) {
		arm = list_at(&work->arms, i);
		fields_add_text(ctx, column, arm->name);
		fields_add_text(ctx, column, arm->intervention);
		fields_add_text(ctx, column, arm->dose);
	}
	fields_add_text(ctx, column, work->follow_up);
	fields_add_prose(ctx, column, work->adverse_events);
	fields_add_prose(ctx, column, work->limitations);
	fields_add_all(ctx, column, &work->article_discrepancy);
	fields_add_text(ctx, column, work->article_says);
	fields_add_text(ctx, column, work->identification);
	fields_add_text(ctx, column, work->funding);
	fields_add_text(ctx, column, work->registration);
}

static void
fields_add_abstract(const void *ctx, struct buf *column,
    const struct work *work)
{
	const struct abstract_section *section;
	size_t i;

	for (i = 0; i < work->abstract.count; i++) {
		section = list_at(&work->abstract, i);
		fields_add_prose(ctx, column, section->text);
	}
	fields_add_all(ctx, column, &work->headings);
	fields_add_all(ctx, column, &work->keywords);
}

/* Facts recorded in the work itself, as value terms. */

/* The state of a work that has a notice of this kind. */
static const struct {
	const char	*notice;
	const char	*state;
} notice_states[] = {
	{ "retraction", "retracted" },
	{ "withdrawal", "withdrawn" },
	{ "retraction-and-republication", "republished" },
	{ "partial-retraction", "partly-retracted" },
	{ "expression-of-concern", "concern" },
	{ "superseded", "superseded" },
	{ "preprint", "preprint" },
	{ "erratum", "corrected" },
	{ "retraction-of", "notice" },
	{ "concern-about", "notice" },
	{ "erratum-for", "notice" },
};

static void
fields_add_notices(const void *ctx, struct buf *column,
    const struct list *notices)
{
	const struct notice *notice;
	size_t i, k;

	for (i = 0; i < notices->count; i++) {
		notice = list_at(notices, i);
		for (k = 0; k < COUNT(notice_states); k++)
			if (text_same(notice_states[k].notice, notice->kind))
				fields_add_value(ctx, column, "is",
				    notice_states[k].state);
	}
}

static void
add_states(const void *ctx, struct buf *column, const struct work *work)
{
	fields_add_notices(ctx, column, &work->notices);
	if (text_same(work->type, "registration"))
		fields_add_value(ctx, column, "is", "registered");
	if (work_is_open(work))
		fields_add_value(ctx, column, "is", "open");
	if (work->appraisals.count > 0 || work->certainty.count > 0)
		fields_add_value(ctx, column, "is", "appraised");
	if (work->appraisals.count > 0)
		fields_add_value(ctx, column, "has", "score");
	if (work->imported != NULL)
		fields_add_value(ctx, column, "is", "imported");
}

static bool
speaks_of_harm(const struct work *work)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (text_begins(finding->direction, "safety-"))
			return true;
	}
	return work->adverse_events != NULL;
}

static void
add_contents(const void *ctx, struct buf *column, const struct work *work)
{
	const struct finding *finding;
	struct { const char *what; bool it; } has[] = {
		{ "estimate", false },
		{ "interval", false },
		{ "harms", speaks_of_harm(work) },
		{ "harm-reported", work_harm(work, true) != NULL },
		{ "summary", work->evidence_note != NULL },
		{ "abstract", work->abstract.count > 0 },
	};
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		has[0].it |= finding->estimate != NULL;
		has[1].it |= finding->estimate != NULL &&
		    finding->estimate->ci_low != NULL;
	}
	for (i = 0; i < COUNT(has); i++)
		if (has[i].it)
			fields_add_value(ctx, column, "has", has[i].what);
}

static void
fields_add_identifier(const void *ctx, struct buf *column, enum identifier kind,
    const char *text)
{
	char *word;

	if (text == NULL)
		return;
	word = value_term_identifier(ctx, kind, text);
	fields_add_word(ctx, column, word);
	mem_free(word);
}

/* The PII at the end of a DOI, or of an address: "10.1016/S0140-...". */
static void
add_publisher_item(const void *ctx, struct buf *column, const char *text)
{
	const char *tail = text == NULL ? NULL : strrchr(text, '/');

	tail = tail == NULL ? text : tail + 1;
	if (tail != NULL && identifier_pii_length(tail) > 0)
		fields_add_identifier(ctx, column, IDENTIFIER_PII, tail);
}

static void
add_identifiers(const void *ctx, struct buf *column, const struct work *work)
{
	const char *const ids[IDENTIFIER_COUNT] = {
		[IDENTIFIER_ID] = work->id,
		[IDENTIFIER_DOI] = work->doi,
		[IDENTIFIER_PMID] = work->pmid,
		[IDENTIFIER_PMCID] = work->pmcid,
		[IDENTIFIER_ISBN] = work->isbn,
		[IDENTIFIER_REGISTRATION] = work->registration,
	};
	int kind;
	size_t i;

	for (kind = 0; kind < IDENTIFIER_COUNT; kind++)
		fields_add_identifier(ctx, column, (enum identifier)kind,
		    ids[kind]);
	add_publisher_item(ctx, column, work->doi);
	for (i = 0; i < work->aliases.count; i++) {
		fields_add_identifier(ctx, column, IDENTIFIER_ID,
		    list_at(&work->aliases, i));
		add_publisher_item(ctx, column, list_at(&work->aliases, i));
	}
	for (i = 0; i < work->read_as.count; i++)
		fields_add_identifier(ctx, column, IDENTIFIER_ID,
		    list_at(&work->read_as, i));
	for (i = 0; i < work->recorded.count; i++)
		fields_add_identifier(ctx, column, IDENTIFIER_ID,
		    ((const struct recorded *)list_at(&work->recorded, i))->id);
}

/* Adds the scores of the work itself: the scale, and the number in "7/10". */
static void
add_scores(const void *ctx, struct buf *column, const struct work *work)
{
	const struct appraisal *appraisal;
	char *number;
	size_t n, i;

	for (i = 0; i < work->appraisals.count; i++) {
		appraisal = list_at(&work->appraisals, i);
		if (appraisal->of != NULL)
			continue;
		fields_add_value(ctx, column, "score", appraisal->tool);
		if (appraisal->score == NULL)
			continue;
		n = strspn(appraisal->score, "0123456789");
		if (n == 0 || !text_same(appraisal->score + n, "/10"))
			continue;
		number = mem_text_n(ctx, appraisal->score, n);
		fields_add_value(ctx, column, "score", number);
	}
}

static void
add_each(const void *ctx, struct buf *column, const char *field,
    const struct list *values)
{
	size_t i;

	for (i = 0; i < values->count; i++)
		fields_add_value(ctx, column, field, list_at(values, i));
}

static void
add_certainty(const void *ctx, struct buf *column, const struct work *work)
{
	const struct certainty *certainty;
	size_t i;

	for (i = 0; i < work->certainty.count; i++) {
		certainty = list_at(&work->certainty, i);
		fields_add_value(ctx, column, "certainty", certainty->rating);
	}
}

/* Whether an arm before number `n` has the same number in a field. */
static bool
is_dose_again(const struct work *work, size_t n, const char *field)
{
	const char *number = values_dose(list_at(&work->arms, n), field);
	size_t i;

	for (i = 0; i < n; i++)
		if (text_same(values_dose(list_at(&work->arms, i), field),
		    number))
			return true;
	return false;
}

/* Adds the numbers of a work's arms, each once per field. */
static void
add_doses(const void *ctx, struct buf *column, const struct work *work)
{
	const char *number;
	size_t i, k;

	for (k = 0; k < fields_count; k++) {
		if (fields[k].kind != FIELD_DOSE)
			continue;
		for (i = 0; i < work->arms.count; i++) {
			number = values_dose(list_at(&work->arms, i),
			    fields[k].name);
			if (number != NULL && !is_dose_again(work, i,
			    fields[k].name))
				fields_add_value(ctx, column, fields[k].name,
				    values_number(ctx, number));
		}
	}
}

static void
fields_add_values(const void *ctx, struct buf *column, const struct work *work)
{
	char *level = mem_format(ctx, "%d", work_level(work));
	char *base = work->level == NULL ? NULL : mem_format(ctx, "%s%c",
	    work->level, level_letter(work));
	const struct { const char *field, *value; } values[] = {
		{ "level", level },
		{ "base", base },
		{ "year", work->year },
		{ "design", work->design },
		{ "design", work->design_like },
		{ "subjects", work->subjects },
		{ "known", work->confidence },
		{ "study", work->study },
	};
	size_t i;

	fields_add_word(ctx, column, VALUE_TERM_ALL);
	for (i = 0; i < COUNT(values); i++)
		fields_add_value(ctx, column, values[i].field,
		    values[i].value);
	mem_free(level);
	mem_free(base);
	add_each(ctx, column, "type", &work->publication_types);
	fields_add_value(ctx, column, "type", work->type);
	add_each(ctx, column, "lang", &work->languages);
	add_identifiers(ctx, column, work);
	add_scores(ctx, column, work);
	add_states(ctx, column, work);
	add_contents(ctx, column, work);
	add_certainty(ctx, column, work);
	add_doses(ctx, column, work);
}

void
fields_of_work(const void *ctx, const struct work *work,
    struct buf columns[WORK_COLUMNS])
{
	fields_add_text(ctx, &columns[WORK_TITLE], work->title);
	fields_add_text(ctx, &columns[WORK_TITLE], work->original_title);
	fields_add_authors(ctx, &columns[WORK_AUTHOR], &work->authors);
	fields_add_prose(ctx, &columns[WORK_NOTE], work->evidence_note);
	add_findings(ctx, &columns[WORK_FINDING], &work->findings);
	add_details(ctx, &columns[WORK_DETAIL], work);
	fields_add_abstract(ctx, &columns[WORK_ABSTRACT], work);
	fields_add_text(ctx, &columns[WORK_JOURNAL], work->container);
	fields_add_text(ctx, &columns[WORK_JOURNAL], work->container_short);
	fields_add_text(ctx, &columns[WORK_JOURNAL], work->publisher);
	/* Among the terms, the place would make each term count for less. */
	if (work->year != NULL && work->volume != NULL && work->pages != NULL)
		fields_add_value(ctx, &columns[WORK_JOURNAL], "place",
		    values_place(ctx, work->year, work->volume, work->pages));
	fields_add_values(ctx, &columns[WORK_TERM], work);
}

static void
add_reasons(const void *ctx, struct buf *column, const struct list *list)
{
	const struct bearing *bearing;
	size_t i;

	for (i = 0; i < list->count; i++) {
		bearing = list_at(list, i);
		fields_add_text(ctx, column, bearing->why);
	}
}

void
fields_of_claim(const void *ctx, const struct claim *claim,
    struct buf columns[CLAIM_COLUMNS])
{
	fields_add_text(ctx, &columns[CLAIM_TITLE], claim->statement);
	add_reasons(ctx, &columns[CLAIM_DETAIL], &claim->support);
	add_reasons(ctx, &columns[CLAIM_DETAIL], &claim->related);
	fields_add_text(ctx, &columns[CLAIM_DETAIL], claim->where);
	fields_add_word(ctx, &columns[CLAIM_TERM], VALUE_TERM_ALL);
	fields_add_identifier(ctx, &columns[CLAIM_TERM], IDENTIFIER_ID,
	    claim->id);
	fields_add_value(ctx, &columns[CLAIM_TERM], "kind", claim->kind);
	fields_add_value(ctx, &columns[CLAIM_TERM], "hedge", claim->hedge);
}
