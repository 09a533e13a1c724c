/* Check: rules on one record that a grammar cannot express. */
#include "import/check.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/number.h"
#include "base/text.h"
#include "import/check_finding.h"
#include "record/claim.h"
#include "record/field.h"
#include "record/identifier.h"
#include "record/level.h"
#include "record/tool.h"
#include "record/topic.h"
#include "record/value.h"
#include "record/work.h"
#include "import/upgrade.h"
#include "record/work_status.h"

static void
check_list(const struct check *ck, const void *record,
    const struct member *m)
{
	const struct list *list = record_list(record, m);
	const char **sorted;
	size_t i;

	if (list->count < 2)
		return;
	sorted = mem_array(NULL, const char *, list->count);
	memcpy(sorted, list->at, list->count * sizeof(*sorted));
	qsort(sorted, list->count, sizeof(*sorted), text_order);
	for (i = 1; i < list->count; i++)
		if (text_same(sorted[i], sorted[i - 1]) && (i == 1 ||
		    !text_same(sorted[i - 1], sorted[i - 2])))
			check_problem(ck, record, m->name, "%s '%s' occurs twice: "
			    "remove one", m->name, sorted[i]);
	mem_free(sorted);
}

/* No list of ids or terms may have duplicates, in the record or its parts. */
static void
check_repeats(const struct check *ck, const struct schema *schema,
    const void *record)
{
	const struct member *m;
	const struct list *list;
	size_t i;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		if (!m->many || m->type == VALUE_TEXT ||
		    m->form == FORM_DERIVED)
			continue;
		list = record_list(record, m);
		if (m->type != VALUE_RECORD)
			check_list(ck, record, m);
		else
			for (i = 0; i < list->count; i++)
				check_repeats(ck, m->schema, list_at(list, i));
	}
}

/* Weeks and minutes cannot be negative. */
static void
check_doses(const struct check *ck, const struct work *work)
{
	const struct arm *arm;
	size_t i;

	check_twice(ck, &work->arms, NULL, offsetof(struct arm, name), "name",
	    "arm");
	for (i = 0; i < work->arms.count; i++) {
		arm = list_at(&work->arms, i);
		if (check_number(arm->weeks) < 0)
			check_problem(ck, arm, "weeks", "weeks '%s' is "
			    "negative: correct it", arm->weeks);
		if (check_number(arm->minutes) < 0)
			check_problem(ck, arm, "minutes", "minutes '%s' is "
			    "negative: correct it", arm->minutes);
	}
}

/* Levels. */

/* Whether any of the members that determine a level was rejected. */
static bool
is_any_lost(const struct check *ck, const void *record,
    const char *const *members, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (found_lost(ck->found, record, members[i]))
			return true;
	return false;
}

/* Whether everything that determines the level of the design is known. */
static bool
is_rule_known(const struct check *ck, const struct work *work)
{
	static const char *const members[] = { "type", "design", "subjects",
	    "design-feature", "level-question", "confidence" };

	return !is_any_lost(ck, work, members, COUNT(members)) &&
	    about_code(ck->about, &designs, work->design) != NULL;
}

/* Whether everything that may grade a level down is known. */
static bool
is_grading_known(const struct check *ck, const struct work *work)
{
	static const char *const members[] = { "participants", "directness",
	    "finding", "appraisal", "certainty", "level-adjusted",
	    "level-reason" };
	size_t i;

	for (i = 0; i < work->findings.count; i++)
		if (found_lost(ck->found, list_at(&work->findings, i),
		    "direction"))
			return false;
	return is_rule_known(ck, work) && !is_any_lost(ck, work, members,
	    COUNT(members)) && (work->participants ==
	    NULL || !found_lost(ck->found, work->participants, "n"));
}

/*
 * Checks the level of the design against `rule`, the level according to the
 * rule.
 */
static void
check_design_level(const struct check *ck, const struct work *work, int rule)
{
	long level = record_number(work->level);

	if (level == 0 || level == rule || work->level_reason != NULL ||
	    !is_rule_known(ck, work))
		return;
	if (rule == 0)
		check_problem(ck, work, "level", "level %ld, but the rule "
		    "gives none for this design, subjects and confidence: "
		    "remove <level>, or add a <level-reason> if it was graded "
		    "by hand", level);
	else
		check_problem(ck, work, "level", "level %ld, but the rule "
		    "gives %d for this design, subjects and confidence: write "
		    "<level>%d</level>, or add a <level-reason> if it was "
		    "graded by hand", level, rule, rule);
}

static void
check_adjusted_level(const struct check *ck, const struct work *work)
{
	long level = record_number(work->level), adjusted =
	    record_number(work->level_adjusted);

	if (adjusted == 0)
		return;
	if (level == 0 && !found_lost(ck->found, work, "level"))
		check_problem(ck, work, "level-adjusted", "<work> with a "
		    "<level-adjusted> lacks <level>: add <level>...</level>, "
		    "the level of the design");
	else if (level != 0 && adjusted != level + 1)
		check_problem(ck, work, "level-adjusted", "level-adjusted "
		    "'%ld' is not one step below the level: write %ld, or "
		    "correct <level>", adjusted, level + 1);
	if (work->level_reason == NULL && !found_lost(ck->found, work,
	    "level-reason"))
		check_problem(ck, work, "level-adjusted", "<work> with a "
		    "<level-adjusted> lacks <level-reason>: add "
		    "<level-reason>...</level-reason>");
}

static void
check_level(const struct check *ck, const struct work *work)
{
	int rule = level_by_rule(work);
	unsigned why;
	char *words;

	check_design_level(ck, work, rule);
	check_adjusted_level(ck, work);
	if (work->level == NULL || work->level_adjusted != NULL ||
	    work->level_reason != NULL || !is_grading_known(ck, work) ||
	    work_is_retracted(work) || work_is_superseded(work))
		return;
	why = level_reasons(work, ck->about);
	if (why == 0)
		return;
	words = level_reasons_text(NULL, why);
	(why & (LEVEL_FEW_PEOPLE | LEVEL_INDIRECT) ? check_problem :
	    check_remark)(ck, work, "level", "the level %s be graded down one "
	    "step (%s): add <level-adjusted>%d</level-adjusted> and a "
	    "<level-reason>", why & (LEVEL_FEW_PEOPLE | LEVEL_INDIRECT) ?
	    "must" : "should", words, rule + 1);
	mem_free(words);
}

/* Works. */

/*
 * Checks a value of a list that the bibliography may extend, and stores the
 * label of a declared code and the code that it acts like.  Reports undeclared
 * values.
 */
static void
check_code(const struct check *ck, void *record, const struct codelist *list,
    const char *member, const char *value, const char **like,
    const char **label)
{
	const char *known = about_code(ck->about, list, value);
	const char *words = about_label(ck->about, list, value);
	char *text;

	if (known == NULL && ck->about != NULL && ck->about->codes_lost)
		return;
	if (known == NULL) {
		text = code_problem(NULL, list, value);
		if (code_nearest(list, value) != NULL)
			check_problem(ck, record, member, "%s", text);
		else
			check_problem(ck, record, member, "%s; if it is none "
			    "of these, declare it in <about>, which comes "
			    "first: <code list=\"%s\" id=\"%s\"...>", text,
			    code_list_name(list), value);
		mem_free(text);
		return;
	}
	if (like != NULL && !text_same(known, value))
		*like = mem_text(record, known);
	if (label != NULL && !text_same(words, code_label(list, value)))
		*label = mem_text(record, words);
}

static void
check_codes(const struct check *ck, struct work *work)
{
	struct finding *f;
	struct estimate *e;
	size_t i;

	if (work->design != NULL)
		check_code(ck, work, &designs, "design", work->design,
		    &work->design_like, &work->design_label);
	for (i = 0; i < work->findings.count; i++) {
		f = list_at(&work->findings, i);
		e = f->estimate;
		if (e != NULL && e->type != NULL)
			check_code(ck, e, &estimate_types, "type", e->type,
			    &e->type_like, &e->type_label);
	}
}

static void
check_sources(const struct check *ck, const struct list *sources)
{
	const struct source *s;
	size_t i;

	check_twice(ck, sources, NULL, offsetof(struct source, id), "id",
	    "source");

	for (i = 0; i < sources->count; i++) {
		s = list_at(sources, i);
		if (s->url == NULL && s->note == NULL && !found_lost(ck->found,
		    s, "URL") && !found_lost(ck->found, s, "note"))
			check_problem(ck, s, NULL, "<source> lacks <URL> or "
			    "<note>: add <URL>...</URL>, or <note>...</note> "
			    "that names the text");
		if (s->url != NULL && text_same(s->kind, "article") !=
		    text_begins(s->url, "article:"))
			check_problem(ck, s, "URL", "%s", text_same(s->kind,
			    "article") ? "a source of the kind article must be "
			        "an article in this bibliography: write "
			        "article:ID with its id, or another kind" :
			    "article:ID is only for sources of the kind "
			    "article: write kind=\"article\", or a web address");
	}
}

/* A known tool must have only the items and answers that it defines. */
static void
check_item(const struct check *ck, const struct appraisal *a,
    const struct appraisal_item *item)
{
	const struct tool *tool = tool_find(a->tool);
	char *words;

	if (tool == NULL)
		return;
	if (item->item != NULL && code_find(tool->items, item->item) == NULL) {
		words = code_problem(NULL, tool->items, item->item);
		check_problem(ck, item, "id", "%s", words);
		mem_free(words);
	}
	if (item->answer == NULL || tool_allows(tool, item->answer))
		return;
	words = tool_answers(NULL, tool);
	check_problem(ck, item, "answer", "answer '%s' is not valid for %s: "
	    "write %s", item->answer, tool->name, words);
	mem_free(words);
}

static void
check_appraisals(const struct check *ck, const struct work *work)
{
	const struct appraisal_item *item;
	const struct appraisal *a;
	size_t i, j;

	for (i = 0; i < work->appraisals.count; i++) {
		a = list_at(&work->appraisals, i);
		check_source(ck, work, a, a->source);
		if (a->score == NULL && a->items.count == 0 && !found_lost(
		    ck->found, a, "score") && !found_lost(ck->found, a,
		    "item"))
			check_problem(ck, a, NULL, "<appraisal> lacks <score> "
			    "or <item>: add <score>...</score>, or <item "
			    "id=\"...\" answer=\"...\"/>");
		for (j = 0; j < a->items.count; j++) {
			item = list_at(&a->items, j);
			check_source(ck, work, item, item->source);
			check_item(ck, a, item);
		}
	}
}

static void
check_certainty(const struct check *ck, const struct work *work)
{
	const struct recommendation *r;
	const struct certainty *c;
	size_t i;

	for (i = 0; i < work->certainty.count; i++) {
		c = list_at(&work->certainty, i);
		check_source(ck, work, c, c->source);
		check_outcome(ck, work, c, "outcome", c->outcome);
	}
	if (work->certainty.count > 0 && !work_is_review(work) &&
	    !text_same(work_design(work), "clinical-guideline"))
		check_remark(ck, list_at(&work->certainty, 0), NULL,
		    "certainty is for a body of evidence, so only reviews and "
		    "guidelines have it: remove <certainty>, or correct "
		    "<design>");
	for (i = 0; i < work->recommendations.count; i++) {
		r = list_at(&work->recommendations, i);
		check_source(ck, work, r, r->source);
	}
}

/* Warns if all arms or comparators are the same. */
static void
check_comparators(const struct check *ck, const struct work *work)
{
	if (work->comparators.count == 1 && work->techniques.count == 1 &&
	    list_holds(&work->techniques, list_at(&work->comparators, 0)))
		check_remark(ck, work, "comparator", "comparator '%s' is the "
		    "technique itself: write what it was compared with, or "
		    "narrower terms",
		    (const char *)list_at(&work->comparators, 0));
}

/* The link of a work with a DOI is the address of that DOI. */
static void
check_link(const struct check *ck, const struct work *work)
{
	char *address;

	if (work->doi == NULL || work->link == NULL)
		return;
	address = identifier_doi_address(NULL, work->doi);
	if (!text_same(work->link, address))
		check_problem(ck, work, "URL", "a work with a DOI takes its "
		    "URL from the DOI: write %s, or remove <URL>", address);
	mem_free(address);
}

static void
check_work(const struct check *ck, struct work *work)
{
	size_t i;

	check_codes(ck, work);
	if (work->design != NULL)
		check_level(ck, work);
	if (work->directness != NULL && !about_has_directness(ck->about,
	    work->directness) && (ck->about == NULL ||
	    !ck->about->directness_lost))
		check_problem(ck, work, "directness", "directness '%s' is not "
		    "declared in <about>, which comes before the works: add "
		    "<directness id=\"%s\" indirect=\"...\">...</directness> "
		    "there, or name a declared one", work->directness,
		    work->directness);
	check_link(ck, work);
	check_sources(ck, &work->sources);
	check_appraisals(ck, work);
	check_certainty(ck, work);
	check_doses(ck, work);
	check_comparators(ck, work);
	for (i = 0; i < work->findings.count; i++)
		check_finding(ck, work, list_at(&work->findings, i));
}

/* Claims, propositions, trial lists. */

static void
check_claim(const struct check *ck, const struct claim *claim)
{
	check_twice(ck, &claim->support, &claim->related,
	    offsetof(struct bearing, work), "work", "work");
	if (list_holds(&claim->overlaps, claim->id))
		check_problem(ck, claim, "overlaps", "a claim cannot overlap "
		    "itself: remove this <overlaps>");
}

static void
check_trials(const struct check *ck, const struct trial_list *list)
{
	const struct included_trial *trial;
	const char *source;
	size_t i, j;

	check_sources(ck, &list->sources);
	for (i = 0; i < list->trials.count; i++) {
		trial = list_at(&list->trials, i);
		for (j = 0; j < trial->sources.count; j++) {
			source = list_at(&trial->sources, j);
			if (!check_has_source(ck, list, &list->sources, source))
				check_problem(ck, trial, "from", "source '%s' "
				    "is not a source of this list: add <source "
				    "id=\"%s\" kind=\"...\">...</source> to "
				    "the list, or name one of its sources", source,
				    source);
		}
	}
}

static void
check_topic(const struct check *ck, const struct topic *topic)
{
	if (topic->question != NULL && topic->question[strlen(
	    topic->question) - 1] != '?')
		check_remark(ck, topic, "question", "the question has no "
		    "question mark: add one");
	check_twice(ck, &topic->works, NULL, offsetof(struct topic_work,
	    work), "work", "work");
}

static void
check_proposition(const struct check *ck,
    const struct proposition *proposition)
{
	check_twice(ck, &proposition->works, NULL, offsetof(struct bearing,
	    work), "work", "work");
	if (proposition->members.count == 0 && proposition->popular == NULL &&
	    proposition->works.count == 0 && !found_lost(ck->found,
	    proposition, "member") && !found_lost(ck->found, proposition,
	    "popular") && !found_lost(ck->found, proposition, "related"))
		check_problem(ck, proposition, NULL, "<proposition> lacks "
		    "<member>: add <member>...</member>, the id of a claim; "
		    "or, where no article makes it, popular=\"...\" or a "
		    "<related> work");
}

/* A declared code must act like a row of the format, and be declared once. */
static void
check_declared(const struct check *ck, const struct about *about)
{
	const struct declared_code *code;
	const struct codelist *list;
	char *words;
	size_t i;

	for (i = 0; i < about->codes.count; i++) {
		code = list_at(&about->codes, i);
		if (code->list == NULL || code->id == NULL)
			continue;
		list = text_same(code->list, "design") ? &designs :
		    text_same(code->list, "facet") ? &facets :
		    &estimate_types;
		if (about_declared(about, code->list, code->id) != code)
			check_problem(ck, code, "id", "%s '%s' is declared "
			    "twice: remove one", code->list, code->id);
		if (code->like != NULL && code_find(list, code->like) ==
		    NULL) {
			words = code_problem(NULL, list, code->like);
			check_problem(ck, code, "like", "%s", words);
			mem_free(words);
		}
		if (list == &facets && facet_find(code->id) == FACET_COUNT &&
		    field_find(code->id, strlen(code->id)) != NULL)
			check_problem(ck, code, "id", "'%s' is already a search "
			    "field; give the facet another name", code->id);
		if (code->like == NULL && list != &facets &&
		    code_find(list, code->id) == NULL)
			check_problem(ck, code, NULL, "<code> of the list %s "
			    "lacks like: add like=\"...\", the code of the "
			    "format that it acts as", code->list);
	}
}

/*
 * Values that may have been declared in a rejected part of <about> are not
 * reported.
 */
static void
note_lost_declarations(const struct check *ck, struct about *about)
{
	const struct directness *directness;
	const struct declared_code *code;
	size_t i;

	about->directness_lost = found_lost(ck->found, about, "directness");
	about->codes_lost = found_lost(ck->found, about, "code");
	for (i = 0; i < about->directness.count; i++) {
		directness = list_at(&about->directness, i);
		about->directness_lost |= directness->id == NULL;
	}
	for (i = 0; i < about->codes.count; i++) {
		code = list_at(&about->codes, i);
		about->codes_lost |= code->id == NULL || code->list == NULL;
	}
}

static void
check_about(const struct check *ck, struct about *about)
{
	check_declared(ck, about);
	note_lost_declarations(ck, about);
	if (ck->found->version != 1 && (about->treatment != NULL ||
	    about->treatment_label != NULL))
		check_problem(ck, about, "treatment", "<treatment> is of version 1: "
		    "remove it; in version 2 each finding names the term that "
		    "it favours");
	if (text_same(about->treatment, "comparator"))
		check_problem(ck, about, "treatment", "the id of the treatment "
		    "cannot be 'comparator': write another id");
	check_twice(ck, &about->directness, NULL, offsetof(struct directness,
	    id), "id", "directness");
}

static void
check_term(const struct check *ck, struct term *term)
{
	if (term->facet != NULL)
		check_code(ck, term, &facets, "facet", term->facet, NULL,
		    NULL);
}

void
check_found(struct found *found, const struct about *about, bool sense,
    struct diag_sink *sink)
{
	const struct check ck = { found, about, sink, sense, &(size_t){ 0 } };

	assert(found->record != NULL && sink != NULL);
	check_repeats(&ck, rectype_schema(found->kind), found->record);
	if (found->version == 1 && found->kind == RECTYPE_WORK)
		upgrade_work(found, about, sink);
	if (found->kind == RECTYPE_WORK && !found->imported)
		check_work(&ck, found->record);
	else if (found->kind == RECTYPE_ABOUT)
		check_about(&ck, found->record);
	else if (found->kind == RECTYPE_CLAIM)
		check_claim(&ck, found->record);
	else if (found->kind == RECTYPE_TRIAL_LIST)
		check_trials(&ck, found->record);
	else if (found->kind == RECTYPE_PROPOSITION)
		check_proposition(&ck, found->record);
	else if (found->kind == RECTYPE_TOPIC)
		check_topic(&ck, found->record);
	else if (found->kind == RECTYPE_TERM)
		check_term(&ck, found->record);
}
