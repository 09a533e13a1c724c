/* Documents: which words of a record go into which column of the index. */
#include "index/document.h"

#include "base/text.h"
#include "record/level.h"
#include "index/value_term.h"

void
document_add(const void *ctx, struct buf *column, const char *text)
{
	if (text == NULL)
		return;
	buf_text(ctx, column, text);
	buf_text(ctx, column, " . ");
}

void
document_add_word(const void *ctx, struct buf *column, const char *word)
{
	buf_text(ctx, column, word);
	buf_text(ctx, column, " ");
}

void
document_add_value(const void *ctx, struct buf *column, const char *field,
    const char *value)
{
	char *word;

	if (value == NULL)
		return;
	word = value_term(ctx, field, value);
	document_add_word(ctx, column, word);
	mem_free(word);
}

static void
add_all(const void *ctx, struct buf *column, const struct list *texts)
{
	size_t i;

	for (i = 0; i < texts->count; i++)
		document_add(ctx, column, texts->at[i]);
}

static void
add_authors(const void *ctx, struct buf *column, const struct list *authors)
{
	const struct author *author;
	size_t i;

	for (i = 0; i < authors->count; i++) {
		author = authors->at[i];
		document_add(ctx, column, author->family);
		document_add(ctx, column, author->given);
	}
}

static void
add_findings(const void *ctx, struct buf *column, const struct list *findings)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < findings->count; i++) {
		finding = findings->at[i];
		document_add(ctx, column, finding->measure);
		document_add(ctx, column, finding->comparison);
		document_add(ctx, column, finding->timepoint);
		document_add(ctx, column, finding->statement);
	}
}

static void
add_details(const void *ctx, struct buf *column, const struct work *work)
{
	const struct arm *arm;
	size_t i;

	if (work->participants != NULL) {
		document_add(ctx, column, work->participants->population);
		document_add(ctx, column, work->participants->setting);
		document_add(ctx, column, work->participants->country);
	}
	for (i = 0; i < work->arms.count; i++) {
		arm = work->arms.at[i];
		document_add(ctx, column, arm->name);
		document_add(ctx, column, arm->intervention);
		document_add(ctx, column, arm->dose);
	}
	document_add(ctx, column, work->follow_up);
	document_add(ctx, column, work->adverse_events);
	document_add(ctx, column, work->limitations);
	add_all(ctx, column, &work->article_discrepancy);
	document_add(ctx, column, work->article_says);
	document_add(ctx, column, work->identification);
	document_add(ctx, column, work->funding);
	document_add(ctx, column, work->registration);
}

static void
add_abstract(const void *ctx, struct buf *column, const struct work *work)
{
	const struct abstract_section *section;
	size_t i;

	for (i = 0; i < work->abstract.count; i++) {
		section = work->abstract.at[i];
		document_add(ctx, column, section->text);
	}
	add_all(ctx, column, &work->headings);
	add_all(ctx, column, &work->keywords);
}

/* What is known of a work by itself, as value terms. */

static void
add_states(const void *ctx, struct buf *column, const struct work *work)
{
	const struct notice *notice;
	size_t i;

	for (i = 0; i < work->notices.count; i++) {
		notice = work->notices.at[i];
		document_add_value(ctx, column, "is", text_same(notice->kind,
		    "retraction") ? "retracted" : text_same(notice->kind,
		    "erratum") ? "corrected" : notice->kind);
	}
	if (work_is_open(work))
		document_add_value(ctx, column, "is", "open");
	if (work->appraisals.count > 0) {
		document_add_value(ctx, column, "is", "appraised");
		document_add_value(ctx, column, "has", "score");
	}
	if (work->imported != NULL)
		document_add_value(ctx, column, "is", "imported");
}

static bool
speaks_of_harm(const struct work *work)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = work->findings.at[i];
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
		{ "note", work->evidence_note != NULL },
		{ "abstract", work->abstract.count > 0 },
	};
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = work->findings.at[i];
		has[0].it |= finding->estimate != NULL;
		has[1].it |= finding->estimate != NULL &&
		    finding->estimate->ci_low != NULL;
	}
	for (i = 0; i < sizeof(has) / sizeof(has[0]); i++)
		if (has[i].it)
			document_add_value(ctx, column, "has", has[i].what);
}

static void
add_identifiers(const void *ctx, struct buf *column, const struct work *work)
{
	const char *const ids[] = { work->id, work->doi, work->pmid,
	    work->pmcid, work->isbn, work->registration };
	size_t i;

	for (i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
		document_add_value(ctx, column, "id", ids[i]);
	for (i = 0; i < work->aliases.count; i++)
		document_add_value(ctx, column, "id", work->aliases.at[i]);
}

/* Scores of the work itself: the tool, and the number of "7/10". */
static void
add_scores(const void *ctx, struct buf *column, const struct work *work)
{
	const struct appraisal *appraisal;
	char *number;
	size_t n, i;

	for (i = 0; i < work->appraisals.count; i++) {
		appraisal = work->appraisals.at[i];
		if (appraisal->of != NULL)
			continue;
		document_add_value(ctx, column, "score", appraisal->tool);
		n = strspn(appraisal->score, "0123456789");
		if (n == 0 || !text_same(appraisal->score + n, "/10"))
			continue;
		number = mem_text_n(ctx, appraisal->score, n);
		document_add_value(ctx, column, "score", number);
	}
}

static void
add_values(const void *ctx, struct buf *column, const struct work *work)
{
	char *level = mem_format(ctx, "%d", work_level(work));
	const struct { const char *field, *value; } values[] = {
		{ "level", level },
		{ "base", work->level },
		{ "year", work->year },
		{ "design", work->design },
		{ "subjects", work->subjects },
		{ "known", work->confidence },
	};
	size_t i;

	document_add_word(ctx, column, VALUE_TERM_ALL);
	for (i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		document_add_value(ctx, column, values[i].field,
		    values[i].value);
	mem_free(level);
	add_identifiers(ctx, column, work);
	add_scores(ctx, column, work);
	add_states(ctx, column, work);
	add_contents(ctx, column, work);
}

void
document_of_work(const void *ctx, const struct work *work,
    struct buf columns[WORK_COLUMNS])
{
	document_add(ctx, &columns[WORK_TITLE], work->title);
	document_add(ctx, &columns[WORK_TITLE], work->original_title);
	add_authors(ctx, &columns[WORK_AUTHOR], &work->authors);
	document_add(ctx, &columns[WORK_NOTE], work->evidence_note);
	add_findings(ctx, &columns[WORK_FINDING], &work->findings);
	add_details(ctx, &columns[WORK_DETAIL], work);
	add_abstract(ctx, &columns[WORK_ABSTRACT], work);
	document_add(ctx, &columns[WORK_JOURNAL], work->container);
	document_add(ctx, &columns[WORK_JOURNAL], work->publisher);
	add_values(ctx, &columns[WORK_TERM], work);
}

static void
add_reasons(const void *ctx, struct buf *column, const struct list *list)
{
	const struct bearing *bearing;
	size_t i;

	for (i = 0; i < list->count; i++) {
		bearing = list->at[i];
		document_add(ctx, column, bearing->why);
	}
}

void
document_of_claim(const void *ctx, const struct claim *claim,
    struct buf columns[CLAIM_COLUMNS])
{
	document_add(ctx, &columns[CLAIM_TITLE], claim->statement);
	add_reasons(ctx, &columns[CLAIM_DETAIL], &claim->support);
	add_reasons(ctx, &columns[CLAIM_DETAIL], &claim->related);
	document_add(ctx, &columns[CLAIM_DETAIL], claim->where);
	document_add_word(ctx, &columns[CLAIM_TERM], VALUE_TERM_ALL);
	document_add_value(ctx, &columns[CLAIM_TERM], "id", claim->id);
	document_add_value(ctx, &columns[CLAIM_TERM], "kind", claim->kind);
	document_add_value(ctx, &columns[CLAIM_TERM], "hedge", claim->hedge);
}
