/* Works: publications, their methods and results. */
#include "record/work.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/row.h"

#define S struct author
static const struct member author_members[] = {
	ONE("family", "family", ATTRIBUTE, TEXT, NEED_XML, family),
	ONE("given", "given", ATTRIBUTE, TEXT, NEED_NONE, given),
	ONE("suffix", "suffix", ATTRIBUTE, TEXT, NEED_NONE, suffix),
};
const struct schema SHAPE(author, "author");
#undef S

#define S struct notice
static const struct member notice_members[] = {
	PICK("kind", "kind", ATTRIBUTE, notice_kinds, NEED_XML, kind),
	ONE("date", "date", ATTRIBUTE, DATE, NEED_NONE, date),
	ONE("reference", "reference", ATTRIBUTE, TEXT, NEED_NONE, reference),
	ONE("doi", "DOI", ATTRIBUTE, DOI, NEED_NONE, doi),
	ONE("pmid", "PMID", ATTRIBUTE, PMID, NEED_NONE, pmid),
	ONE("url", "URL", ATTRIBUTE, URL, NEED_NONE, url),
	ONE("reason", "reason", ATTRIBUTE, TEXT, NEED_NONE, reason),
	ONE("source", "source", ATTRIBUTE, TEXT, NEED_NONE, source),
};
static const struct schema SHAPE(notice, "notice");
#undef S

#define S struct participants
static const struct member participants_members[] = {
	ONE("n", "n", ATTRIBUTE, INTEGER, NEED_NONE, n),
	ONE("population", "population", ELEMENT, TEXT, NEED_NONE, population),
	ONE("setting", "setting", ELEMENT, TEXT, NEED_NONE, setting),
	ONE("country", "country", ELEMENT, TEXT, NEED_NONE, country),
};
static const struct schema SHAPE(participants, "participants");
#undef S

#define S struct arm
static const struct member arm_members[] = {
	ONE("name", "name", ELEMENT, TEXT, NEED_XML, name),
	ONE("n", "n", ATTRIBUTE, INTEGER, NEED_NONE, n),
	ONE("intervention", "intervention", ELEMENT, TEXT, NEED_NONE,
	    intervention),
	ONE("dose", "dose", ELEMENT, TEXT, NEED_NONE, dose),
	TERM("technique", "technique", ATTRIBUTE, TECHNIQUE, NEED_NONE,
	    technique),
	ONE("sessions", "sessions", ATTRIBUTE, INTEGER, NEED_NONE, sessions),
	ONE("weeks", "weeks", ATTRIBUTE, NUMBER, NEED_NONE, weeks),
	ONE("minutes", "minutes", ATTRIBUTE, NUMBER, NEED_NONE, minutes),
};
static const struct schema SHAPE(arm, "arm");
#undef S

#define S struct literature_search
static const struct member literature_search_members[] = {
	ONE("date", "date", ELEMENT, TEXT, NEED_NONE, date),
	ONE("period", "period", ELEMENT, TEXT, NEED_NONE, period),
	MANY("databases", "database", ELEMENT, TEXT, NEED_NONE, databases),
	ONE("terms", "terms", ELEMENT, TEXT, NEED_NONE, terms),
	ONE("inclusion", "inclusion", ELEMENT, TEXT, NEED_NONE, inclusion),
};
static const struct schema SHAPE(literature_search, "search");
#undef S

#define S struct estimate
static const struct member estimate_members[] = {
	CODE("type", "type", ATTRIBUTE, estimate_types, NEED_XML, type),
	ONE("type_like", "type-like", NONE, TEXT, NEED_NONE, type_like),
	ONE("type_label", "type-label", NONE, TEXT, NEED_NONE, type_label),
	ONE("value", "value", ATTRIBUTE, NUMBER, NEED_XML, value),
	ONE("sd", "sd", ATTRIBUTE, NUMBER, NEED_NONE, sd),
	ONE("ci_low", "ci-low", ATTRIBUTE, NUMBER, NEED_NONE, ci_low),
	ONE("ci_high", "ci-high", ATTRIBUTE, NUMBER, NEED_NONE, ci_high),
	ONE("ci_level", "ci-level", ATTRIBUTE, INTEGER, NEED_NONE, ci_level),
	ONE("unit", "unit", ATTRIBUTE, TEXT, NEED_XML, unit),
	ONE("p", "p", ATTRIBUTE, TEXT, NEED_NONE, p),
	ONE("i2", "i2", ATTRIBUTE, NUMBER, NEED_NONE, i2),
	ONE("pi_low", "pi-low", ATTRIBUTE, NUMBER, NEED_NONE, pi_low),
	ONE("pi_high", "pi-high", ATTRIBUTE, NUMBER, NEED_NONE, pi_high),
	PICK("favours", "favours", ATTRIBUTE, favours, NEED_NONE, favours),
	ONE("plot", "plot", ATTRIBUTE, TEXT, NEED_JSON, plot),
	ONE("estimate_caution", "caution", ELEMENT, TEXT, NEED_NONE, caution),
};
static const struct schema SHAPE(estimate, "estimate");
#undef S

#define S struct arm_result
static const struct member arm_result_members[] = {
	ONE("arm", "arm", ATTRIBUTE, TEXT, NEED_XML, arm),
	ONE("n", "n", ATTRIBUTE, INTEGER, NEED_NONE, n),
	ONE("mean", "mean", ATTRIBUTE, NUMBER, NEED_NONE, mean),
	ONE("sd", "sd", ATTRIBUTE, NUMBER, NEED_NONE, sd),
	ONE("median", "median", ATTRIBUTE, NUMBER, NEED_NONE, median),
	ONE("low", "low", ATTRIBUTE, NUMBER, NEED_NONE, low),
	ONE("high", "high", ATTRIBUTE, NUMBER, NEED_NONE, high),
	ONE("events", "events", ATTRIBUTE, INTEGER, NEED_NONE, events),
	ONE("unit", "unit", ATTRIBUTE, TEXT, NEED_NONE, unit),
};
const struct schema SHAPE(arm_result, "arm-result");
#undef S

#define S struct smallest_difference
static const struct member smallest_difference_members[] = {
	ONE("value", "value", ATTRIBUTE, NUMBER, NEED_XML, value),
	ONE("unit", "unit", ATTRIBUTE, TEXT, NEED_NONE, unit),
	ONE("source", "source", ATTRIBUTE, SOURCE, NEED_NONE, source),
	ONE("note", "note", ELEMENT, TEXT, NEED_NONE, note),
};
const struct schema SHAPE(smallest_difference, "smallest-difference");
#undef S

#define S struct two_by_two
static const struct member two_by_two_members[] = {
	ONE("tp", "tp", ATTRIBUTE, INTEGER, NEED_XML, tp),
	ONE("fp", "fp", ATTRIBUTE, INTEGER, NEED_XML, fp),
	ONE("fn", "fn", ATTRIBUTE, INTEGER, NEED_XML, fn),
	ONE("tn", "tn", ATTRIBUTE, INTEGER, NEED_XML, tn),
};
const struct schema SHAPE(two_by_two, "two-by-two");
#undef S

#define S struct finding
static const struct member finding_members[] = {
	TERM("outcome", "outcome", ATTRIBUTE, OUTCOME, NEED_XML, outcome),
	TERMS("also_outcomes", "also-outcome", OUTCOME, NEED_NONE,
	    also_outcomes),
	TERM("mechanism", "mechanism", ATTRIBUTE, MECHANISM, NEED_NONE,
	    mechanism),
	ONE("measure", "measure", ELEMENT, TEXT, NEED_NONE, measure),
	ONE("comparison", "comparison", ELEMENT, TEXT, NEED_NONE, comparison),
	ONE("timepoint", "timepoint", ELEMENT, TEXT, NEED_NONE, timepoint),
	ONE("direction", "direction", ATTRIBUTE, DIRECTION, NEED_XML,
	    direction),
	ONE("favours", "favours", ATTRIBUTE, ANY_TERM, NEED_NONE, favours),
	PICK("side", "side", ATTRIBUTE, sides, NEED_NONE, side),
	ONE("against", "against", ATTRIBUTE, ANY_TERM, NEED_NONE, against),
	ONE("studies", "studies", ATTRIBUTE, INTEGER, NEED_NONE, studies),
	ONE("people", "people", ATTRIBUTE, INTEGER, NEED_NONE, people),
	PART("estimate", "estimate", estimate_schema, NEED_NONE, estimate),
	PARTS("arms", "arm-result", arm_result_schema, NEED_NONE, arms),
	PART("smallest_difference", "smallest-difference",
	    smallest_difference_schema, NEED_NONE, smallest_difference),
	PART("two_by_two", "two-by-two", two_by_two_schema, NEED_NONE,
	    two_by_two),
	ONE("p", "p", ELEMENT, TEXT, NEED_NONE, p),
	ONE("statement", "statement", ELEMENT, TEXT, NEED_XML, statement),
	ONE("note", "note", ELEMENT, TEXT, NEED_NONE, note),
	ONE("source", "source", ATTRIBUTE, SOURCE, NEED_XML, source),
};
static const struct schema SHAPE(finding, "finding");
#undef S

#define S struct appraisal_item
static const struct member appraisal_item_members[] = {
	ONE("item", "id", ATTRIBUTE, ID, NEED_XML, item),
	PICK("answer", "answer", ATTRIBUTE, answers, NEED_XML, answer),
	ONE("reason", "reason", ELEMENT, TEXT, NEED_NONE, reason),
	ONE("source", "source", ATTRIBUTE, SOURCE, NEED_NONE, source),
};
static const struct schema SHAPE(appraisal_item, "item");
#undef S

#define S struct appraisal
static const struct member appraisal_members[] = {
	ONE("tool", "tool", ATTRIBUTE, TEXT, NEED_XML, tool),
	ONE("of", "of", ELEMENT, TEXT, NEED_NONE, of),
	ONE("score", "score", ELEMENT, TEXT, NEED_NONE, score),
	ONE("by", "by", ATTRIBUTE, TEXT, NEED_XML, by),
	ONE("source", "source", ATTRIBUTE, SOURCE, NEED_XML, source),
	PARTS("items", "item", appraisal_item_schema, NEED_NONE, items),
};
static const struct schema SHAPE(appraisal, "appraisal");
#undef S

#define S struct certainty
static const struct member certainty_members[] = {
	TERM("outcome", "outcome", ATTRIBUTE, OUTCOME, NEED_XML, outcome),
	PICK("rating", "rating", ATTRIBUTE, ratings, NEED_XML, rating),
	ONE("tool", "tool", ATTRIBUTE, TEXT, NEED_XML, tool),
	ONE("by", "by", ATTRIBUTE, TEXT, NEED_XML, by),
	ONE("source", "source", ATTRIBUTE, SOURCE, NEED_XML, source),
	ONE("note", "note", ELEMENT, TEXT, NEED_NONE, note),
	MANY("reasons", "reason", ELEMENT, TEXT, NEED_NONE, reasons),
};
const struct schema SHAPE(certainty, "certainty");
#undef S

#define S struct recommendation
static const struct member recommendation_members[] = {
	PICK("strength", "strength", ATTRIBUTE, strengths, NEED_XML,
	    strength),
	PICK("certainty", "certainty", ATTRIBUTE, ratings, NEED_NONE,
	    certainty),
	ONE("for", "for", ATTRIBUTE, ANY_TERM, NEED_NONE, technique),
	PICK("direction", "direction", ATTRIBUTE, recommendations, NEED_NONE,
	    direction),
	ONE("source", "source", ATTRIBUTE, SOURCE, NEED_XML, source),
	ONE("statement", "statement", ELEMENT, TEXT, NEED_XML, statement),
	TERMS("conditions", "condition", CONDITION, NEED_NONE, conditions),
};
static const struct schema SHAPE(recommendation, "recommendation");
#undef S

#define S struct source
static const struct member source_members[] = {
	ONE("id", "id", ATTRIBUTE, LABEL, NEED_XML, id),
	PICK("kind", "kind", ATTRIBUTE, source_kinds, NEED_XML, kind),
	ONE("url", "URL", ELEMENT, LINK, NEED_NONE, url),
	ONE("note", "note", ELEMENT, TEXT, NEED_NONE, note),
};
const struct schema SHAPE(source, "source");
#undef S

#define S struct abstract_section
static const struct member abstract_section_members[] = {
	ONE("label", "label", ATTRIBUTE, TEXT, NEED_NONE, label),
	ONE("text", "abstract", CONTENT, TEXT, NEED_XML, text),
};
static const struct schema SHAPE(abstract_section, "abstract");
#undef S

#define S struct recorded
static const struct member recorded_members[] = {
	ONE("bibliography", "bibliography", NONE, TEXT, NEED_NONE,
	    bibliography),
	ONE("id", "id", NONE, TEXT, NEED_XML, id),
	ONE("where", "where", NONE, TEXT, NEED_XML, where),
	ONE("design", "design", NONE, TEXT, NEED_NONE, design),
	ONE("design_label", "design-label", NONE, TEXT, NEED_NONE,
	    design_label),
	ONE("level", "level", NONE, LEVEL, NEED_NONE, level),
	ONE("level_adjusted", "level-adjusted", NONE, LEVEL, NEED_NONE,
	    level_adjusted),
	ONE("level_reason", "level-reason", NONE, TEXT, NEED_NONE,
	    level_reason),
	ONE("evidence_note", "evidence-note", NONE, TEXT, NEED_NONE,
	    evidence_note),
	MADE("findings", finding_schema, findings),
	MADE("certainty", certainty_schema, certainty),
	MADE("appraisals", appraisal_schema, appraisals),
	MADE("sources", source_schema, sources),
};
const struct schema SHAPE(recorded, "recorded");
#undef S

#define S struct work
static const struct member work_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	MANY("aliases", "alias", ELEMENT, ID, NEED_NONE, aliases),
	MANY("cited_by_articles", "cited-by", DERIVED, ARTICLE, NEED_JSON,
	    cited_by),
	PICK("type", "type", ATTRIBUTE, work_types, NEED_XML, type),
	PARTS("authors", "author", author_schema, NEED_JSON, authors),
	PICK("and_others", "and-others", ELEMENT, truths, NEED_NONE,
	    and_others),
	ONE("authors_note", "authors-note", ELEMENT, TEXT, NEED_NONE,
	    authors_note),
	PARTS("editors", "editor", author_schema, NEED_NONE, editors),
	PARTS("investigators", "investigator", author_schema, NEED_NONE,
	    investigators),
	ONE("title", "title", ELEMENT, TEXT, NEED_XML, title),
	ONE("original_title", "original-title", ELEMENT, TEXT, NEED_NONE,
	    original_title),
	MANY("languages", "language", ELEMENT, TEXT, NEED_NONE, languages),
	ONE("year", "issued", ELEMENT, YEAR, NEED_NONE, year),
	ONE("published", "published", ELEMENT, DATE, NEED_NONE, published),
	ONE("container", "container-title", ELEMENT, TEXT, NEED_NONE,
	    container),
	ONE("container_short", "container-title-short", ELEMENT, TEXT,
	    NEED_NONE, container_short),
	ONE("series", "collection-title", ELEMENT, TEXT, NEED_NONE, series),
	ONE("edition", "edition", ELEMENT, TEXT, NEED_NONE, edition),
	ONE("volume", "volume", ELEMENT, TEXT, NEED_NONE, volume),
	ONE("issue", "issue", ELEMENT, TEXT, NEED_NONE, issue),
	ONE("pages", "page", ELEMENT, TEXT, NEED_NONE, pages),
	ONE("publisher", "publisher", ELEMENT, TEXT, NEED_NONE, publisher),
	ONE("publisher_place", "publisher-place", ELEMENT, TEXT, NEED_NONE,
	    publisher_place),
	ONE("doi", "DOI", ELEMENT, DOI, NEED_NONE, doi),
	ONE("pmid", "PMID", ELEMENT, PMID, NEED_NONE, pmid),
	ONE("pmcid", "PMCID", ELEMENT, PMCID, NEED_NONE, pmcid),
	ONE("isbn", "ISBN", ELEMENT, ISBN, NEED_NONE, isbn),
	MANY("issns", "ISSN", ELEMENT, TEXT, NEED_NONE, issns),
	ONE("license", "license", ELEMENT, TEXT, NEED_NONE, license),
	ONE("link", "URL", ELEMENT, URL, NEED_NONE, link),
	PARTS("notices", "notice", notice_schema, NEED_NONE, notices),
	MANY("publication_types", "publication-type", ELEMENT, TEXT,
	    NEED_NONE, publication_types),
	CODE("design", "design", ELEMENT, designs, NEED_XML, design),
	ONE("design_like", "design-like", NONE, TEXT, NEED_NONE, design_like),
	ONE("design_label", "design-label", NONE, TEXT, NEED_NONE,
	    design_label),
	TERMS("design_features", "design-feature", DESIGN, NEED_NONE,
	    design_features),
	ONE("study", "study", ELEMENT, ID, NEED_NONE, study),
	PICK("level_question", "level-question", ELEMENT, level_questions,
	    NEED_NONE, level_question),
	PICK("trial_status", "trial-status", ELEMENT, trial_statuses,
	    NEED_NONE, trial_status),
	PICK("subjects", "subjects", ELEMENT, subjects, NEED_NONE, subjects),
	ONE("directness", "directness", ELEMENT, DIRECTNESS, NEED_NONE,
	    directness),
	ONE("level", "level", ELEMENT, LEVEL, NEED_JSON, level),
	ONE("level_adjusted", "level-adjusted", ELEMENT, LEVEL, NEED_NONE,
	    level_adjusted),
	ONE("level_reason", "level-reason", ELEMENT, TEXT, NEED_NONE,
	    level_reason),
	PART("participants", "participants", participants_schema, NEED_NONE,
	    participants),
	TERMS("populations", "population", POPULATION, NEED_JSON, populations),
	ONE("included_studies", "included-studies", ELEMENT, INTEGER,
	    NEED_NONE, included_studies),
	PART("search", "search", literature_search_schema, NEED_NONE, search),
	PARTS("arms", "arm", arm_schema, NEED_NONE, arms),
	ONE("follow_up", "follow-up", ELEMENT, TEXT, NEED_NONE, follow_up),
	TERMS("conditions", "condition", CONDITION, NEED_JSON, conditions),
	TERMS("body_regions", "region", REGION, NEED_JSON, body_regions),
	TERMS("mechanisms", "mechanism", MECHANISM, NEED_JSON, mechanisms),
	TERMS("outcomes", "outcome", OUTCOME, NEED_JSON, outcomes),
	TERMS("techniques", "technique", TECHNIQUE, NEED_JSON, techniques),
	TERMS("comparators", "comparator", TECHNIQUE, NEED_NONE, comparators),
	TERMS("instruments", "instrument", INSTRUMENT, NEED_NONE,
	    instruments),
	MANY("terms", "term", ELEMENT, ANY_TERM, NEED_NONE, terms),
	ONE("reference_standard", "reference-standard", ELEMENT, TEXT,
	    NEED_NONE, reference_standard),
	PARTS("findings", "finding", finding_schema, NEED_JSON, findings),
	PARTS("certainty", "certainty", certainty_schema, NEED_NONE,
	    certainty),
	PARTS("appraisals", "appraisal", appraisal_schema, NEED_NONE,
	    appraisals),
	PARTS("recommendations", "recommendation", recommendation_schema,
	    NEED_NONE, recommendations),
	ONE("adverse_events", "adverse-events", ELEMENT, TEXT, NEED_NONE,
	    adverse_events),
	ONE("limitations", "limitations", ELEMENT, TEXT, NEED_NONE,
	    limitations),
	ONE("funding", "funding", ELEMENT, TEXT, NEED_NONE, funding),
	ONE("competing_interests", "competing-interests", ELEMENT, TEXT,
	    NEED_NONE, competing_interests),
	ONE("registration", "registration", ELEMENT, TEXT, NEED_NONE,
	    registration),
	ONE("evidence_note", "evidence-note", ELEMENT, TEXT, NEED_NONE,
	    evidence_note),
	MANY("article_discrepancy", "article-discrepancy", ELEMENT, TEXT,
	    NEED_NONE, article_discrepancy),
	ONE("article_says", "article-says", ELEMENT, TEXT, NEED_NONE,
	    article_says),
	ONE("identification", "identification", ELEMENT, TEXT, NEED_NONE,
	    identification),
	PARTS("abstract", "abstract", abstract_section_schema, NEED_NONE,
	    abstract),
	MANY("headings", "heading", ELEMENT, TEXT, NEED_NONE, headings),
	MANY("keywords", "keyword", ELEMENT, TEXT, NEED_NONE, keywords),
	MANY("notes", "remark", ELEMENT, TEXT, NEED_NONE, notes),
	MANY("also_in", "also-in", NONE, TEXT, NEED_NONE, also_in),
	MANY("read_as", "read-as", NONE, TEXT, NEED_NONE, read_as),
	MADE("also_recorded", recorded_schema, recorded),
	ONE("imported", "imported", NONE, TEXT, NEED_NONE, imported),
	PARTS("sources", "source", source_schema, NEED_NONE, sources),
	PICK("confidence", "confidence", ELEMENT, confidences, NEED_NONE,
	    confidence),
	MANY("unresolved", "unresolved", ELEMENT, TEXT, NEED_JSON, unresolved),
	DATES,
};
const struct schema SHAPE(work, "work");
#undef S

#define S struct finding
static const struct member finding_result_members[] = {
	TERM("outcome", "outcome", ATTRIBUTE, OUTCOME, NEED_XML, outcome),
	TERMS("also_outcomes", "also-outcome", OUTCOME, NEED_NONE,
	    also_outcomes),
	ONE("direction", "direction", ATTRIBUTE, DIRECTION, NEED_XML,
	    direction),
	PICK("side", "side", ATTRIBUTE, sides, NEED_NONE, side),
};
static const struct schema SHAPE(finding_result, "finding");
#undef S

#define S struct work
static const struct member work_results_members[] = {
	PICK("subjects", "subjects", ELEMENT, subjects, NEED_NONE, subjects),
	ONE("adverse_events", "adverse-events", ELEMENT, TEXT, NEED_NONE,
	    adverse_events),
	PARTS("findings", "finding", finding_result_schema, NEED_JSON,
	    findings),
};
const struct schema SHAPE(work_results, "work");
#undef S

int
work_level(const struct work *work)
{
	return (int)record_number(work->level_adjusted != NULL ?
	    work->level_adjusted : work->level);
}

bool
work_lacks_origin(const struct work *work)
{
	return work->year == NULL || work->authors.count +
	    work->editors.count == 0;
}

long
work_size(const struct work *work)
{
	long n = work->participants == NULL ? 0 :
	    record_number(work->participants->n);

	return work_is_review(work) ? record_number(work->included_studies) :
	    n;
}

int
work_year(const struct work *work)
{
	return (int)record_number(work->year);
}

char *
work_byline(const void *ctx, const struct work *work)
{
	const struct author *first, *second;

	if (work->authors.count == 0)
		return mem_text(ctx, work->container != NULL ?
		    work->container : "author not recorded");
	first = list_at(&work->authors, 0);
	if (text_same(work->and_others, "yes"))
		return mem_format(ctx, "%s et al.", first->family);
	if (work->authors.count == 1)
		return mem_text(ctx, first->family);
	second = list_at(&work->authors, 1);
	if (work->authors.count == 2)
		return mem_format(ctx, "%s & %s", first->family,
		    second->family);
	return mem_format(ctx, "%s et al.", first->family);
}

void
author_parts(const void *ctx, const struct author *author,
    const char **given, const char **suffix)
{
	const char *comma = author->given == NULL ? NULL :
	    strstr(author->given, ", ");

	*given = author->given;
	*suffix = author->suffix;
	if (comma == NULL || author->suffix != NULL)
		return;
	*given = mem_text_n(ctx, author->given, (size_t)(comma -
	    author->given));
	*suffix = comma + 2;
}

bool
work_is_open(const struct work *work)
{
	return work->pmcid != NULL || (work->license != NULL &&
	    (text_begins(work->license, "CC") ||
	    text_begins(work->license, "Creative Commons")));
}

const struct appraisal_item *
appraisal_answer(const struct appraisal *appraisal, const char *item)
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

const char *
work_design(const struct work *work)
{
	return work->design_like != NULL ? work->design_like : work->design;
}

const char *
work_design_label(const struct work *work)
{
	return work->design_label != NULL ? work->design_label :
	    code_label(&designs, work->design);
}

const char *
estimate_type(const struct estimate *estimate)
{
	return estimate->type_like != NULL ? estimate->type_like :
	    estimate->type;
}

const char *
estimate_type_label(const struct estimate *estimate)
{
	return estimate->type_label != NULL ? estimate->type_label :
	    code_label(&estimate_types, estimate->type);
}

bool
estimate_is_between(const struct estimate *estimate)
{
	static const char *const types[] = { "MD", "SMD", "RR", "OR", "HR",
	    "IRR", "RD", "median difference", "% difference" };

	return TEXT_AMONG(estimate_type(estimate), types);
}

bool
work_is_review(const struct work *work)
{
	static const char *const reviews[] = { "systematic-review",
	    "meta-analysis", "network-meta-analysis", "umbrella-review" };

	assert(work != NULL);
	return TEXT_AMONG(work_design(work), reviews);
}

const struct certainty *
work_certainty(const struct work *work, const struct list *outcomes)
{
	const struct certainty *c, *least = NULL;
	size_t i;

	/* The ratings are listed from high to very low. */
	for (i = 0; i < work->certainty.count; i++) {
		c = list_at(&work->certainty, i);
		if (c->outcome != NULL && list_holds(outcomes, c->outcome) &&
		    (least == NULL || code_find(&ratings, c->rating) >
		    code_find(&ratings, least->rating)))
			least = c;
	}
	return least;
}

bool
finding_is_on_effect(const struct finding *finding)
{
	static const char *const others[] = { "descriptive", "not-tested",
	    "proposed" };

	return finding->direction != NULL && !TEXT_AMONG(finding->direction,
	    others);
}

bool
finding_is_on_exposure(const struct finding *finding)
{
	return text_same(finding->direction, "higher-with-exposure") ||
	    text_same(finding->direction, "lower-with-exposure");
}

bool
finding_is_about(const struct finding *finding, const struct list *outcomes)
{
	size_t i;

	if (finding->outcome != NULL && list_holds(outcomes,
	    finding->outcome))
		return true;
	for (i = 0; i < finding->also_outcomes.count; i++)
		if (list_holds(outcomes, list_at(&finding->also_outcomes, i)))
			return true;
	return false;
}

/* How much a direction says about an effect, as a rank. */
enum weight { SAYS_NOTHING, SAYS_ALONE, SAYS_COMPARED };

static enum weight
weight_of(const struct code *direction)
{
	static const char *const compared[] = { "favours",
	    "favours-comparator", "no-difference", "mixed",
	    "higher-with-exposure", "lower-with-exposure" };
	size_t i;

	if (direction == NULL || text_same(direction->id, "descriptive") ||
	    text_same(direction->id, "not-tested"))
		return SAYS_NOTHING;
	for (i = 0; i < COUNT(compared); i++)
		if (text_same(direction->id, compared[i]))
			return SAYS_COMPARED;
	return SAYS_ALONE;
}

const struct code *
finding_direction(const struct finding *finding)
{
	if (text_same(finding->direction, "favours") &&
	    text_same(finding->side, "comparator"))
		return &direction_comparator;
	return code_find(&directions, finding->direction);
}

const char *
work_side_of(const struct work *work, const char *term)
{
	return list_holds(&work->techniques, term) ||
	    list_holds(&work->terms, term) ? "technique" :
	    list_holds(&work->comparators, term) ? "comparator" : NULL;
}

bool
work_side_is_unclear(const struct work *work, const char *term)
{
	return list_holds(&work->comparators, term) &&
	    (list_holds(&work->terms, term) ||
	    list_holds(&work->techniques, term)) &&
	    work->techniques.count + work->comparators.count > 2;
}

void
work_forget_sides(struct work *work)
{
	struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (finding->favours != NULL && text_same(finding->side,
		    work_side_of(work, finding->favours)) &&
		    !work_side_is_unclear(work, finding->favours))
			finding->side = NULL;
	}
}

/* Whether in a finding another technique won and the given one lost. */
static bool
own_side_lost(const struct work *work, const struct finding *finding,
    const struct viewpoint *own)
{
	if (finding->against != NULL)
		return list_holds(&own->ids, finding->against);
	if (text_same(finding->side, "comparator"))
		return list_meets(&work->techniques, &own->ids);
	return text_same(finding->side, "technique") &&
	    list_meets(&work->comparators, &own->ids) &&
	    !list_meets(&work->techniques, &own->ids);
}

const struct code *
finding_direction_from(const struct work *work, const struct finding *finding,
    const struct viewpoint *own)
{
	bool studied;

	if (own == NULL || own->ids.count == 0)
		return finding_direction(finding);
	studied = list_meets(&work->techniques, &own->ids);
	if (!studied && !list_meets(&work->comparators, &own->ids))
		return finding_direction(finding);
	if (finding->favours != NULL && (list_holds(&own->ids,
	    finding->favours) || (studied && list_holds(&own->broader,
	    finding->favours))))
		return code_find(&directions, "favours");
	if (finding->favours != NULL)
		return own_side_lost(work, finding, own) ?
		    &direction_comparator : NULL;
	if (finding->against != NULL && !studied && !list_holds(&own->ids,
	    finding->against))
		return NULL;
	if (!studied && finding->side != NULL)
		return text_same(finding->side, "technique") ?
		    &direction_comparator : work->comparators.count == 1 ?
		    code_find(&directions, "favours") : NULL;
	return finding_direction(finding);
}

const struct code *
work_direction(const struct work *work, const struct list *outcomes,
    const struct viewpoint *own)
{
	const struct code *found = NULL, *row;
	const struct finding *finding;
	enum weight most = SAYS_NOTHING, weight;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (!finding_is_about(finding, outcomes))
			continue;
		row = finding_direction_from(work, finding, own);
		weight = weight_of(row);
		if (weight > most) {
			most = weight;
			found = row;
		} else if (weight == most && found != NULL && found != row) {
			found = &direction_differs;
		}
	}
	return found;
}

/*
 * How unfavourable a direction is; 0 for directions that are not about benefit.
 */
static int
rank_of_direction(const struct code *direction)
{
	static const char *const worst_first[] = { "favours-comparator",
	    "worsened-no-control", "no-difference", "unchanged-no-control",
	    "mixed", "mechanism-does-not-support", "higher-with-exposure",
	    "lower-with-exposure", "improved-no-control",
	    "mechanism-supports", "favours" };
	const int count = COUNT(worst_first);
	int i;

	for (i = 0; direction != NULL && i < count; i++)
		if (text_same(direction->id, worst_first[i]))
			return count - i;
	return 0;
}

const struct finding *
work_overall(const struct work *work, const struct viewpoint *own)
{
	const struct finding *finding, *worst = NULL;
	const struct code *direction;
	int rank, most = 0;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		direction = finding_direction_from(work, finding, own);
		rank = rank_of_direction(direction);
		if (rank == 0)
			continue;
		rank += weight_of(direction) == SAYS_COMPARED ? 100 : 0;
		if (rank > most)
			worst = finding;
		most = rank > most ? rank : most;
	}
	return worst;
}

const struct finding *
work_harm(const struct work *work, bool occurred)
{
	const struct finding *finding;
	size_t i;

	assert(work != NULL);
	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (text_same(finding->direction, occurred ?
		    "safety-harm-reported" : "safety-no-harm-reported"))
			return finding;
	}
	return NULL;
}

bool
work_compares_people(const struct work *work)
{
	return text_same(work->subjects, "human") && work->level != NULL &&
	    *work->level >= '1' && *work->level <= '3' &&
	    !text_same(work->design, "pilot-randomised-trial");
}

const struct source *
work_source(const struct work *work, const char *id)
{
	const struct source *source;
	size_t i;

	for (i = 0; i < work->sources.count; i++) {
		source = list_at(&work->sources, i);
		if (text_same(source->id, id))
			return source;
	}
	return NULL;
}
