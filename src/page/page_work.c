/*
 * The page of a work: the bottom line first, then level and reason, results,
 * methods, limits, and the source of each fact.
 */
#include "page/makers.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "page/findings_table.h"
#include "page/wording.h"
#include "page/work_findings.h"
#include "page/work_recorded.h"
#include "page/work_trust.h"
#include "page/page_citations.h"
#include "page/reporting.h"
#include "page/tell.h"
#include "record/language.h"
#include "record/level.h"
#include "record/work_status.h"

enum {
	RELATED_MAX = 6,
	FINDINGS_FIRST = 3,	/* shown if there is no summary */
	TERMS_MAX = 4		/* number of terms used to find related works */
};

/* The heading. */

static void
work_put_names(struct block *line, const struct list *people)
{
	const struct author *author;
	size_t i;

	for (i = 0; i < people->count; i++) {
		author = list_at(people, i);
		block_format(line, ROLE_TEXT, "%s%s%s%s%s%s", i > 0 ? ", " :
		    "", author->given != NULL ? author->given : "",
		    author->given != NULL ? " " : "", author->family,
		    author->suffix != NULL ? " " : "",
		    author->suffix != NULL ? author->suffix : "");
	}
}

static void
put_authors(struct doc *doc, const struct work *work)
{
	struct block *line = doc_paragraph(doc, 0);

	work_put_names(line, &work->authors);
	if (work->authors.count == 0)
		block_text(line, "Authors not recorded");
	if (text_same(work->and_others, "yes"))
		block_text(line, " and others");
}

static void
put_people(struct doc *doc, const char *label, const struct list *people)
{
	if (people->count > 0)
		work_put_names(doc_row(doc, label), people);
}

static void
put_container(struct doc *doc, const struct work *work)
{
	struct block *line = doc_paragraph(doc, 0);

	block_text(line, work->container != NULL ? work->container :
	    work->publisher != NULL ? work->publisher :
	    code_label(&work_types, work->type));
	if (work->year != NULL)
		block_format(line, ROLE_TEXT, " %s", work->year);
	if (work->volume != NULL)
		block_format(line, ROLE_TEXT, ";%s", work->volume);
	if (work->issue != NULL)
		block_format(line, ROLE_TEXT, "(%s)", work->issue);
	if (work->pages != NULL)
		block_format(line, ROLE_TEXT, ":%s", work->pages);
}

/* A notice: its kind, date, reason and journal. */
static void
put_notice(struct doc *doc, const struct notice *notice)
{
	const struct code *kind = code_find(&notice_kinds, notice->kind);
	struct block *line = doc_paragraph(doc, 0);

	block_format(line, kind != NULL && *kind->sign != '\0' ? ROLE_WARNING :
	    ROLE_TEXT, "Notice: %s", code_label(&notice_kinds, notice->kind));
	if (notice->date != NULL)
		block_format(line, ROLE_TEXT, ", %s", notice->date);
	if (notice->reason != NULL)
		block_format(line, ROLE_TEXT, ": %s", notice->reason);
	if (notice->source != NULL)
		block_format(line, ROLE_TEXT, " (from %s)", notice->source);
	if (notice->reference != NULL)
		block_format(line, ROLE_TEXT, ". %s", notice->reference);
	if (notice->pmid != NULL)
		block_format(line, ROLE_TEXT, ". PMID %s", notice->pmid);
	if (notice->doi != NULL)
		doc_verbatim(doc, mem_format(doc, "  https://doi.org/%s",
		    notice->doi));
	if (notice->url != NULL)
		doc_verbatim(doc, mem_format(doc, "  %s", notice->url));
}

static void
put_notices(struct doc *doc, const struct work *work)
{
	size_t i;

	for (i = 0; i < work->notices.count; i++)
		put_notice(doc, list_at(&work->notices, i));
}

static void
put_languages(struct doc *doc, const struct work *work)
{
	struct buf text = { .data = NULL };
	size_t i;

	for (i = 0; i < work->languages.count; i++)
		buf_format(doc, &text, "%s%s", i > 0 ? ", " : "",
		    language_name(list_at(&work->languages, i)));
	doc_field(doc, "Language", text.data);
}

static void
work_put_head(struct doc *doc, const struct work *work)
{
	char *caution = wording_caution(doc, work);

	(void)doc_title(doc, work->title);
	doc->name = wording_short(doc, work);
	if (work_status(work) != NULL)
		put_notices(doc, work);
	doc_field(doc, "Original title", work->original_title);
	put_languages(doc, work);
	put_authors(doc, work);
	put_people(doc, "Editors", &work->editors);
	put_people(doc, "Members", &work->investigators);
	put_container(doc, work);
	if (caution != NULL)
		block_add(doc_paragraph(doc, 0), ROLE_WARNING, caution);
	if (work_status(work) == NULL)
		put_notices(doc, work);
}

/* The bottom line. */

static void
put_level(struct doc *doc, const struct work *work)
{
	struct block *row = doc_row(doc, "Level");

	block_add(row, ROLE_GRADE, wording_level(doc, work));
	block_format(row, ROLE_TEXT, ", %s",
	    work_design_label(work));
	doc_field(doc, "Reason", work->level_reason == NULL && text_same(
	    work->type, "registration") ? "registered, not published: "
	    "no results to grade" : work->level_reason);
	if (work->level_question != NULL || !text_same(level_question(work),
	    "benefit"))
		doc_field(doc, "Question", code_label(&level_questions,
		    level_question(work)));
}

/* Population and treatment. */
static void
put_studied(struct doc *doc, struct library *library, const struct work *work)
{
	const struct directness *directness = directness_of(library, work);
	char *studied = wording_studied(doc, work);
	struct block *row;

	if (studied == NULL && directness == NULL)
		return;
	row = doc_row(doc, text_same(work->type, "registration") ? "Planned" :
	    "Studied");
	block_text(row, studied == NULL ? "" : studied);
	if (directness == NULL)
		return;
	block_format(row, ROLE_TEXT, "%sabout: %s", studied == NULL ? "" :
	    "; ", directness->label);
	if (text_same(directness->indirect, "yes"))
		block_add(row, ROLE_WARNING, " (indirect evidence)");
}

/* The result for an outcome in words; NULL if there is none. */
static char *
found_for(struct doc *doc, struct library *library, const struct work *work,
    size_t number, const struct code **direction)
{
	const char *outcome = list_at(&work->outcomes, number);

	*direction = library_direction(library, work, outcome, NULL);
	return *direction == NULL ? NULL : wording_result(doc, library,
	    work, outcome, *direction);
}

/*
 * Adds a row for all outcomes with the same result, with its symbol in lists.
 */
static void
put_direction(struct doc *doc, struct library *library,
    const struct work *work, size_t first)
{
	struct block *row = doc_row(doc, "Found");
	const struct code *direction, *other;
	char *words = found_for(doc, library, work, first, &direction);
	size_t i;

	for (i = first; i < work->outcomes.count; i++) {
		if (!text_same(found_for(doc, library, work, i, &other),
		    words) || other != direction)
			continue;
		block_text(row, i > first ? "; " : "");
		block_link(row, address_of(doc, RECTYPE_TERM,
		    list_at(&work->outcomes, i)), library_label(library, doc,
		    list_at(&work->outcomes, i)));
	}
	block_text(row, ": ");
	block_format(row, role_of_code(direction->id), "%s [%s]", words,
	    direction->sign);
}

static void
work_put_directions(struct doc *doc, struct library *library,
    const struct work *work)
{
	const struct code *direction, *other;
	const char *words;
	size_t i, j;

	for (i = 0; i < work->outcomes.count; i++) {
		words = found_for(doc, library, work, i, &direction);
		for (j = 0; words != NULL && j < i; j++)
			if (text_same(found_for(doc, library, work, j, &other),
			    words) && other == direction)
				break;
		if (words != NULL && j == i)
			put_direction(doc, library, work, i);
	}
}

/*
 * Shows the main results in the words of the findings, if no note sums them up.
 */
static void
put_main_findings(struct doc *doc, const struct work *work)
{
	const struct finding *finding;
	struct block *line = doc_paragraph(doc, 0);
	size_t i;

	for (i = 0; i < work->findings.count && i < FINDINGS_FIRST; i++) {
		finding = list_at(&work->findings, i);
		block_format(line, ROLE_TEXT, "%s%s", i > 0 ? " " : "",
		    finding->statement);
	}
}

/* Whether readers would look for harms: the work studied a treatment. */
static bool
has_treated(const struct work *work)
{
	return work->techniques.count > 0 && !text_same(level_question(work),
	    "diagnosis") && !text_same(level_question(work), "prognosis");
}

static void
put_bottom_line(struct doc *doc, struct library *library,
    const struct work *work)
{
	const char *harms = wording_harms(work);

	doc_gap(doc);
	if (work->evidence_note != NULL)
		doc_para(doc, work->evidence_note);
	else if (work->findings.count > 0)
		put_main_findings(doc, work);
	else if (work->recommendations.count > 0)
		doc_para(doc, "Its recommendations are listed below.");
	else if (work->imported != NULL)
		block_format(doc_paragraph(doc, 0), ROLE_WARNING, "Imported "
		    "from %s, not appraised: no findings are recorded for this "
		    "work.", work->imported);
	else
		block_add(doc_paragraph(doc, 0), ROLE_WARNING, "No findings "
		    "are recorded for this work.");
	doc_gap(doc);
	put_level(doc, work);
	work_put_other_levels(doc, work);
	put_studied(doc, library, work);
	work_put_directions(doc, library, work);
	/*
	 * Say "not recorded" only if readers expect harms and other works
	 * report on them.
	 */
	doc_field(doc, "Harms", harms != NULL ? harms :
	    work->findings.count > 0 && has_treated(work) &&
	    reports_harms(library) ? "not recorded" : NULL);
	doc_field(doc, "Source read", work->confidence == NULL ? NULL :
	    code_label(&confidences, work->confidence));
}

/* How the study was done. */

/* Whether a dose in words contains a number ("1" may be "once", "single"). */
static bool
dose_gives(const char *dose, const char *n)
{
	const char *at = dose == NULL ? NULL : strstr(dose, n);

	return dose != NULL && (text_same(n, "1") || (at != NULL &&
	    (at == dose || !isdigit((unsigned char)at[-1])) &&
	    !isdigit((unsigned char)at[strlen(n)])));
}

/* Adds "; 12 sessions", unless it is unknown or the dose contains it. */
static void
arm_put_number(struct block *item, const struct arm *arm, const char *before,
    const char *n, const char *unit, const char *after)
{
	if (n != NULL && !dose_gives(arm->dose, n))
		block_format(item, ROLE_TEXT, "; %s%s %s%s%s", before, n,
		    unit, text_same(n, "1") ? "" : "s", after);
}

static void
put_arm(struct doc *doc, struct library *library, const struct arm *arm)
{
	const char *technique = arm->technique == NULL ? NULL :
	    library_label(library, doc, arm->technique);
	struct block *item = doc_item(doc, 0);

	block_text(item, arm->name);
	if (arm->n != NULL)
		block_format(item, ROLE_TEXT, " (n = %s)", arm->n);
	if (arm->intervention != NULL)
		block_format(item, ROLE_TEXT, ": %s", arm->intervention);
	if (arm->dose != NULL)
		block_format(item, ROLE_TEXT, "; dose: %s", arm->dose);
	arm_put_number(item, arm, "", arm->sessions, "session", "");
	arm_put_number(item, arm, "over ", arm->weeks, "week", "");
	arm_put_number(item, arm, "", arm->minutes, "minute", " each");
	if (technique == NULL || text_same(technique, arm->name))
		return;
	block_text(item, "; treatment: ");
	block_link(item, address_of(doc, RECTYPE_TERM, arm->technique),
	    technique);
}

static void
put_search(struct doc *doc, const struct literature_search *search)
{
	struct buf names = { .data = NULL };
	size_t i;

	if (search == NULL)
		return;
	doc_field(doc, "Search date", search->date);
	doc_field(doc, "Search period", search->period);
	for (i = 0; i < search->databases.count; i++)
		buf_format(doc, &names, "%s%s", i > 0 ? ", " : "",
		    (const char *)list_at(&search->databases, i));
	doc_field(doc, "Databases", names.data);
	doc_field(doc, "Search terms", search->terms);
	doc_field(doc, "Included", search->inclusion);
}

static void
put_method(struct doc *doc, struct library *library, const struct work *work)
{
	const struct participants *p = work->participants;
	size_t i;

	if (p == NULL && work->arms.count == 0 && work->search == NULL &&
	    work->follow_up == NULL && work->reference_standard == NULL &&
	    work->included_studies == NULL && work->comparators.count == 0)
		return;
	(void)doc_heading(doc, "Methods");
	if (p != NULL) {
		doc_field(doc, "Participants", p->n == NULL ? NULL :
		    mem_format(doc, "n = %s", p->n));
		doc_field(doc, "Who", p->population);
		doc_field(doc, "Setting", p->setting);
		doc_field(doc, "Country", p->country);
	}
	doc_field(doc, "Studies", work->included_studies);
	put_search(doc, work->search);
	doc_field(doc, "Follow-up", work->follow_up);
	doc_field(doc, "Reference standard", work->reference_standard);
	tell_terms(doc, library, "Compared with", &work->comparators);
	for (i = 0; i < work->arms.count; i++)
		put_arm(doc, library, list_at(&work->arms, i));
}

/* Limits. */

static void
put_trust(struct doc *doc, struct library *library, const struct work *work)
{
	size_t i;

	(void)doc_heading(doc, "Risk of bias and limits");
	put_certainty(doc, library, work);
	put_appraisals(doc, library, work);
	doc_field(doc, "Limits", work->limitations);
	doc_field(doc, "Funding", work->funding);
	doc_field(doc, "Interests", work->competing_interests);
	doc_field(doc, "Registered", work->registration);
	doc_field(doc, "Trial status", work->trial_status == NULL ? NULL :
	    code_label(&trial_statuses, work->trial_status));
	for (i = 0; i < work->unresolved.count; i++)
		doc_field(doc, "Not confirmed", list_at(&work->unresolved, i));
}

/* How the articles use the work. */

static void
work_put_claim(struct doc *doc, struct library *library, const char *id,
    const struct work *work)
{
	const struct claim *claim = library_record(library, doc, RECTYPE_CLAIM,
	    id);
	const struct bearing *bearing = library_bearing(library, doc, id,
	    work->id);
	struct block *item;

	if (claim == NULL || bearing == NULL)
		return;
	item = doc_item(doc, 0);
	block_link(item, address_of(doc, RECTYPE_CLAIM, id), claim->statement);
	item = doc_paragraph(doc, 1);
	block_add(item, ROLE_GRADE, wording_bears(work, bearing->bears));
	block_format(item, ROLE_TEXT, " (%s): %s", bearing->tie == NULL ?
	    "not cited by the article" : code_label(&ties, bearing->tie),
	    bearing->why);
}

static void
put_citing(struct doc *doc, struct library *library,
    const struct work *work)
{
	struct block *row;
	size_t i;

	if (work->cited_by.count == 0)
		return;
	row = doc_row(doc, "Cited by");
	for (i = 0; i < work->cited_by.count; i++) {
		if (i > 0)
			block_text(row, ", ");
		block_link(row, address_of(doc, RECTYPE_ARTICLE,
		    list_at(&work->cited_by, i)), wording_article(doc, library,
		    list_at(&work->cited_by, i)));
	}
}

static void
work_put_articles(struct doc *doc, struct library *library,
    const struct work *work)
{
	struct list claims = library_claims_of(library, doc, work->id);
	size_t i;

	if (claims.count == 0 && work->cited_by.count == 0 &&
	    work->article_discrepancy.count == 0 &&
	    work->article_says == NULL && work->identification == NULL)
		return;
	(void)doc_heading(doc, "In popular articles");
	put_citing(doc, library, work);
	for (i = 0; i < work->article_discrepancy.count; i++)
		doc_para(doc, list_at(&work->article_discrepancy, i));
	doc_field(doc, "Article says", work->article_says);
	doc_field(doc, "Identification", work->identification);
	for (i = 0; i < claims.count; i++)
		work_put_claim(doc, library, list_at(&claims, i), work);
}

/* Subjects, text and sources. */

static void
work_put_terms(struct doc *doc, struct library *library,
    const struct work *work)
{
	size_t first;

	(void)doc_heading(doc, "Terms");
	first = doc->blocks.count;
	tell_terms(doc, library, "Mechanisms", &work->mechanisms);
	tell_terms(doc, library, "Conditions", &work->conditions);
	tell_terms(doc, library, "Outcomes", &work->outcomes);
	tell_terms(doc, library, "Techniques", &work->techniques);
	tell_terms(doc, library, "Instruments", &work->instruments);
	tell_terms(doc, library, "Regions", &work->body_regions);
	tell_terms(doc, library, "Populations", &work->populations);
	tell_terms(doc, library, "Features", &work->design_features);
	tell_terms(doc, library, "Other terms", &work->terms);
	doc_texts(doc, "MeSH", &work->headings, "; ");
	doc_texts(doc, "Keywords", &work->keywords, "; ");
	if (doc->blocks.count == first)
		doc_para(doc, "Not recorded.");
}

static void
put_abstract(struct doc *doc, const struct work *work)
{
	const struct abstract_section *section;
	struct block *line;
	size_t i;

	if (work->abstract.count > 0)
		(void)doc_heading(doc, "Abstract");
	for (i = 0; i < work->abstract.count; i++) {
		section = list_at(&work->abstract, i);
		line = doc_paragraph(doc, 0);
		if (section->label != NULL)
			block_format(line, ROLE_LABEL, "%s: ",
			    section->label);
		block_text(line, section->text);
	}
	doc_texts(doc, "Notes", &work->notes, "; ");
}

static void
put_trials(struct doc *doc, struct library *library, const struct work *work)
{
	struct list lists = library_trials_of(library, doc, work->id);
	const struct trial_list *list;
	size_t i;

	for (i = 0; i < lists.count; i++) {
		list = library_record(library, doc, RECTYPE_TRIAL_LIST,
		    list_at(&lists, i));
		if (list == NULL)
			continue;
		(void)doc_heading(doc, "Trials in this review");
		block_link(doc_paragraph(doc, 0), address_of(doc,
		    RECTYPE_TRIAL_LIST, list_at(&lists, i)), list->title);
	}
}

static void
put_sources(struct doc *doc, const struct work *work)
{
	size_t i;

	if (work->sources.count > 0)
		(void)doc_heading(doc, "Sources");
	for (i = 0; i < work->sources.count; i++)
		put_source(doc, list_at(&work->sources, i));
}

/* Related works: the same condition (or mechanism) and outcome. */

/* "(condition:a OR condition:b)", or NULL; only the first terms are used. */
static char *
any_of(struct doc *doc, struct library *library, const char *field,
    const struct list *ids)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < ids->count && i < TERMS_MAX; i++)
		buf_format(doc, &out, "%s%s", i > 0 ? " OR " : "(",
		    library_clause(library, doc, field, list_at(ids, i)));
	return out.data == NULL ? NULL : mem_format(doc, "%s)", out.data);
}

static char *
related_query(struct doc *doc, struct library *library,
    const struct work *work)
{
	char *outcomes = any_of(doc, library, "outcome", &work->outcomes);
	char *what = any_of(doc, library, "condition", &work->conditions);

	if (what == NULL)
		what = any_of(doc, library, "mechanism", &work->mechanisms);
	if (what == NULL)
		return NULL;
	return mem_format(doc, "%s%s%s -id:%s", what, outcomes == NULL ? "" :
	    " ", outcomes == NULL ? "" : outcomes, work->id);
}

static void
put_related_work(struct doc *doc, const struct work *work,
    const struct work *other)
{
	struct address compare = { .page = PAGE_COMPARE, .works =
	    mem_format(doc, "%s,%s", work->id, other->id), .query = "" };
	struct block *item = doc_item(doc, 0);

	block_link(item, address_of(doc, RECTYPE_WORK, other->id),
	    wording_short(doc, other));
	block_format(item, ROLE_TEXT, ", %s, %s, %s. %s (", other->subjects ==
	    NULL ? "subjects not recorded" : code_label(&subjects,
	    other->subjects), work_design_label(other),
	    wording_level(doc, other), other->title);
	block_link(item, address_print(doc, &compare), "compare");
	block_text(item, ")");
	tell_caution(doc, other);
}

static void
put_related(struct doc *doc, struct library *library, const struct work *work)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL, .limit = RELATED_MAX, .strict = true };
	struct address all = { .page = PAGE_SEARCH,
	    .query = related_query(doc, library, work) };
	struct result *result;
	const struct work *other;
	size_t i;

	if (all.query == NULL)
		return;
	result = library_search(library, doc, &search, all.query);
	if (result->count == 0)
		return;
	(void)doc_heading(doc, mem_format(doc, "Other studies of this %s%s",
	    work->conditions.count > 0 ? "condition" : "mechanism",
	    work->outcomes.count > 0 ? " and outcome" : ""));
	for (i = 0; i < result->count; i++) {
		other = library_row(library, doc, RECTYPE_WORK,
		    result->hits[i].record);
		if (other != NULL)
			put_related_work(doc, work, other);
	}
	if (result->total > (long)result->count)
		block_link(doc_paragraph(doc, 0), address_print(doc, &all),
		    mem_format(doc, "all %ld", result->total));
}

/* Identifiers, each on a line that is never wrapped. */
static void
put_identifiers(struct doc *doc, struct library *library,
    const struct work *work)
{
	(void)doc_heading(doc, "Identifiers");
	doc_field(doc, "Id", work->id);
	if (library_bibliographies(library, doc).count > 1)
		doc_field(doc, "Bibliography", library_bibliography_of(
		    library, doc, RECTYPE_WORK, work->id));
	doc_texts(doc, "Aliases", &work->aliases, "; ");
	doc_texts(doc, "Other ids", &work->read_as, "; ");
	doc_texts(doc, "Other sources", &work->also_in, "; ");
	if (work->study != NULL)
		block_link(doc_row(doc, "Study"), address_print(doc,
		    &(struct address){ .page = PAGE_SEARCH, .query =
		    mem_format(doc, "study:%s", work->study) }), work->study);
	doc_field(doc, "Type", code_label(&work_types, work->type));
	doc_texts(doc, "Indexed as", &work->publication_types, "; ");
	doc_field(doc, "Published", work->published);
	doc_field(doc, "Journal", work->container_short);
	doc_texts(doc, "ISSN", &work->issns, "; ");
	doc_field(doc, "Series", work->series);
	doc_field(doc, "Edition", work->edition);
	doc_field(doc, "Publisher", work->publisher);
	doc_field(doc, "Place", work->publisher_place);
	doc_field(doc, "DOI", work->doi);
	doc_field(doc, "PMID", work->pmid);
	doc_field(doc, "PMCID", work->pmcid);
	doc_field(doc, "ISBN", work->isbn);
	doc_field(doc, "Licence", work->license);
	doc_field(doc, "Access", work_is_open(work) ?
	    "open access" : NULL);
	doc_field(doc, "Added", work->added);
	doc_field(doc, "Changed", work->changed);
	if (work->link != NULL)
		doc_verbatim(doc, work->link);
}

static void
put_citations(struct doc *doc, const struct work *work)
{
	int style;

	(void)doc_heading(doc, "Cite as");
	for (style = 0; style < CITE_SHOWN; style++)
		block_citation(doc_row(doc, cite_style_name(
		    (enum cite_style)style)), cite_marked(doc, work,
		    (enum cite_style)style));
	doc_field(doc, "Authors", work->authors_note);
}

/* Other reports of the same study, which count as one work. */
static void
put_reports(struct doc *doc, struct library *library, const struct work *work)
{
	struct list ids = library_reports(library, doc, work->id);
	const struct work *other;
	struct block *row;
	size_t i;

	if (ids.count == 0)
		return;
	row = doc_row(doc, "Also reported in");
	for (i = 0; i < ids.count; i++) {
		other = library_record(library, doc, RECTYPE_WORK,
		    list_at(&ids, i));
		if (other == NULL)
			continue;
		block_text(row, i > 0 ? ", " : "");
		block_link(row, address_of(doc, RECTYPE_WORK, other->id),
		    wording_short(doc, other));
	}
	block_text(row, " (one study: all its reports count as one work)");
}

void
page_work(struct doc *doc, struct library *library, const void *record,
    const char *only)
{
	const struct work *work = record;

	(void)only;
	work_put_head(doc, work);
	put_reports(doc, library, work);
	work_put_recorded(doc, work);
	put_bottom_line(doc, library, work);
	put_findings(doc, library, work);
	put_summary_of_findings(doc, library, RECTYPE_WORK, work);
	put_method(doc, library, work);
	put_trust(doc, library, work);
	work_put_articles(doc, library, work);
	put_related(doc, library, work);
	put_trials(doc, library, work);
	work_put_terms(doc, library, work);
	put_abstract(doc, work);
	put_sources(doc, work);
	work_put_other_records(doc, library, work);
	put_citations(doc, work);
	put_identifiers(doc, library, work);
}
