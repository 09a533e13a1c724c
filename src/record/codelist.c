/* Closed lists: the valid values of fields, with their labels. */
#include "record/codelist.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/text.h"

#define LIST(list, singular, rows)					\
	const struct codelist list = {					\
		singular, rows, COUNT(rows)				\
	}

static const struct code work_type_rows[] = {
	{ "article", "article", "art", "An article in a journal." },
	{ "book", "book", "book", "A book." },
	{ "chapter", "chapter", "chap", "A chapter of a book." },
	{ "thesis", "thesis", "thes", "A thesis or dissertation." },
	{ "report", "report", "rep", "A report." },
	{ "conference", "conference paper", "conf",
	  "A paper or abstract given at a conference." },
	{ "guideline", "guideline", "guid", "A guideline from a professional society." },
	{ "preprint", "preprint", "pre", "Public, but not yet peer-reviewed." },
	{ "registration", "registered trial, not published", "reg",
	  "The entry of a trial in a register; no publication is known." },
	{ "web-page", "web page", "web", "A page on the web." },
};
LIST(work_types, "type", work_type_rows);

static const struct code design_rows[] = {
	{ "systematic-review", "systematic review", "SR",
	  "All trials on a question, searched for and appraised according to a "
	  "protocol." },
	{ "meta-analysis", "meta-analysis", "MA",
	  "A systematic review that pools the results of its studies." },
	{ "network-meta-analysis", "network meta-analysis", "NMA",
	  "A meta-analysis of several treatments, compared directly and "
	  "indirectly." },
	{ "umbrella-review", "umbrella review", "UR",
	  "A systematic review of systematic reviews." },
	{ "scoping-review", "scoping review", "ScR",
	  "A systematic search that maps what has been studied." },
	{ "randomised-controlled-trial", "randomised controlled trial", "RCT",
	  "Participants were allocated to the treatments at random." },
	{ "cluster-randomised-trial", "cluster-randomised trial", "cRCT",
	  "Groups of people, such as practices, were allocated at random." },
	{ "pilot-randomised-trial", "pilot randomised trial", "pRCT",
	  "A small randomised trial in preparation for a larger one." },
	{ "crossover-trial", "crossover trial", "XO",
	  "Every participant gets every treatment, one after the other." },
	{ "n-of-1-trial", "n-of-1 trial", "N1",
	  "One person gets each treatment several times, in random order." },
	{ "non-randomised-trial", "non-randomised controlled trial", "NRT",
	  "Groups were compared but not allocated at random." },
	{ "quasi-experiment", "quasi-experiment", "quas",
	  "The groups compared were formed by choice or by a rule, not at "
	  "random." },
	{ "interrupted-time-series", "interrupted time series", "ITS",
	  "Outcomes measured many times before and after a change." },
	{ "inception-cohort", "inception cohort study", "icoh",
	  "People followed from an early, common point of their disease." },
	{ "cohort", "cohort study", "coh",
	  "A group of people followed over time." },
	{ "case-control", "case-control study", "c-c",
	  "People with and without an outcome, compared for earlier exposures." },
	{ "cross-sectional", "cross-sectional study", "x-s",
	  "People studied at a single point in time." },
	{ "diagnostic-accuracy", "diagnostic accuracy study", "DTA",
	  "A test compared with a reference standard in the same people." },
	{ "case-series", "case series", "ser",
	  "Several treated people are described; no control group." },
	{ "case-report", "case report", "case",
	  "One treated person is described." },
	{ "before-after-study", "uncontrolled before-after study", "b-a",
	  "Outcomes measured before and after treatment; no control group." },
	{ "animal-experiment", "animal experiment", "ANIM",
	  "An experiment in animals; not evidence about people." },
	{ "in-vitro", "cell or tissue experiment", "CELL",
	  "An experiment in cells or tissue; not evidence about people." },
	{ "laboratory-study", "laboratory study of mechanism", "lab",
	  "Measurements on volunteers to learn how a treatment acts." },
	{ "theory", "theory", "theo",
	  "An explanation or model; nothing was measured." },
	{ "qualitative", "qualitative study", "qual",
	  "People's accounts of their experience, from interviews or "
	  "observation." },
	{ "mixed-methods", "mixed-methods study", "mix",
	  "Quantitative and qualitative methods in one study." },
	{ "economic-evaluation", "economic evaluation", "cost",
	  "Costs compared with benefits." },
	{ "clinical-guideline", "clinical guideline", "guid",
	  "Recommendations for practice, made by a panel." },
	{ "textbook", "textbook", "book", "A book used for teaching." },
	{ "narrative-review", "narrative review", "nrev",
	  "An overview without a protocol for finding and appraising studies." },
	{ "commentary", "commentary or expert opinion", "opin",
	  "An opinion or a clinical description." },
	{ "expert-consensus", "expert consensus", "cons",
	  "Statements agreed by experts, by vote or in Delphi rounds." },
	{ "survey", "survey", "surv", "People were asked questions." },
	{ "measurement-study", "measurement study", "meas",
	  "Forces were measured, or devices or sensors tested; nobody was "
	  "treated." },
	{ "protocol", "protocol", "prot",
	  "A plan for a study; no results yet." },
	{ "design-not-known", "design not known", "?",
	  "The text read does not report the design." },
};
LIST(designs, "design", design_rows);

static const struct code subject_rows[] = {
	{ "human", "people", "H", "People were studied." },
	{ "animal", "animals", "A", "Animals were studied, not people." },
	{ "cells", "cells", "C", "Cells or tissue were studied, not people." },
	{ "none", "no participants (theory, opinion, bench)", "-",
	  "Theory, teaching, opinion or a bench measurement." },
};
LIST(subjects, "subjects", subject_rows);

static const struct code confidence_rows[] = {
	{ "full-text", "full text", "full", "The full text was read." },
	{ "abstract", "abstract only", "abs",
	  "Only the abstract was read, so data in tables and on harms may have "
	  "been missed." },
	{ "citation", "cited elsewhere only, not read", "cit",
	  "Known only through citations." },
	{ "article-only", "a web article only, not read", "art",
	  "Known only from a popular article that mentions it." },
};
LIST(confidences, "confidence", confidence_rows);

static const struct code source_kind_rows[] = {
	{ "full-text", "full text", "", "The full text of the work." },
	{ "abstract", "abstract", "", "The abstract of the work." },
	{ "database-record", "database record", "",
	  "The record of the work in a database." },
	{ "publisher-page", "publisher's page", "", "The publisher's page." },
	{ "citing-article", "later text on the work", "",
	  "Any later text that reports on the work." },
	{ "article", "popular article", "",
	  "One of the popular articles; its address is article:ID." },
};
LIST(source_kinds, "source kind", source_kind_rows);

static const struct code direction_rows[] = {
	{ "favours", "favours what was studied", "+",
	  "The treatment studied, or the side named, did better than another "
	  "group, side of the body or day. People only." },
	{ "no-difference", "no difference shown", "=",
	  "A comparison was made and no difference was shown, or no "
	  "advantage is reported. This does not mean that the two are equal." },
	{ "mixed", "mixed", "~",
	  "Parts of one finding disagree, or a difference is statistically "
	  "significant but not clinically relevant." },
	{ "improved-no-control", "improved from baseline, no control group", "^",
	  "Better than at baseline; no comparison between groups is "
	  "reported." },
	{ "unchanged-no-control", "unchanged from baseline, no control group", "o",
	  "No change from baseline was shown; no comparison is reported." },
	{ "worsened-no-control", "worse than baseline, no control group", "v",
	  "Worse than at baseline; no comparison is reported." },
	{ "higher-with-exposure", "higher with the exposure", ">",
	  "The outcome was more frequent or higher in people with more of "
	  "the exposure. An association does not show cause." },
	{ "lower-with-exposure", "lower with the exposure", "<",
	  "The outcome was less frequent or lower in people with more of the "
	  "exposure. An association does not show cause." },
	{ "mechanism-supports", "consistent with the proposed mechanism", "m",
	  "A measurement in people, animals, cells or a model is consistent "
	  "with the mechanism named." },
	{ "mechanism-does-not-support", "inconsistent with the proposed "
	    "mechanism", "x",
	  "A measurement is not consistent with the mechanism named." },
	{ "safety-no-harm-reported", "no harm reported", "s",
	  "The source reports no harm, or no serious or significant harm." },
	{ "safety-harm-reported", "harm reported", "!",
	  "An unwanted effect is measured, reported, shown or warned of." },
	{ "proposed", "proposed, not measured", "?",
	  "An explanation is offered; nothing was measured." },
	{ "descriptive", "description", "d",
	  "A fact about practice, opinions, baseline or feasibility; no "
	  "effect was tested." },
	{ "not-tested", "not tested", "n",
	  "The finding does not test what the bibliography is about." },
};
LIST(directions, "direction", direction_rows);

const struct code direction_comparator = { "favours-comparator",
    "favours the comparison", "-", "The comparator did better." };

const struct code direction_differs = { "findings-differ",
    "findings differ", "~", "The findings for this outcome do not agree." };

static const struct code side_rows[] = {
	{ "technique", "what was studied", "+",
	  "The treatment studied did better." },
	{ "comparator", "the comparison", "-",
	  "The comparator did better." },
};
LIST(sides, "side", side_rows);

static const struct code estimate_type_rows[] = {
	{ "MD", "mean difference", "MD", "A difference between groups in the "
	  "unit of the measure." },
	{ "SMD", "standardised mean difference", "SMD",
	  "A difference between groups in standard deviations." },
	{ "RR", "risk ratio", "RR",
	  "The risk in one group divided by the risk in the other." },
	{ "OR", "odds ratio", "OR",
	  "The odds in one group divided by the odds in the other." },
	{ "HR", "hazard ratio", "HR",
	  "The rate at which events occur in one group divided by that in the "
	  "other." },
	{ "IRR", "incidence rate ratio", "IRR",
	  "The number of events over time in one group divided by that in the "
	  "other." },
	{ "RD", "risk difference", "RD",
	  "The risk in one group minus the risk in the other." },
	{ "median difference", "difference of medians", "MedD",
	  "The difference between the medians of the groups." },
	{ "% difference", "percentage difference", "%d",
	  "The difference between the treated and the untreated, in per cent." },
	{ "proportion", "proportion", "prop", "A proportion of people." },
	{ "correlation", "correlation", "r",
	  "How closely two measures are related, from -1 to 1." },
	{ "sensitivity", "sensitivity", "sens",
	  "The proportion of people with the condition who test positive." },
	{ "specificity", "specificity", "spec",
	  "The proportion of people without the condition who test negative." },
	{ "PPV", "positive predictive value", "PPV",
	  "The proportion of positive results that are correct." },
	{ "NPV", "negative predictive value", "NPV",
	  "The proportion of negative results that are correct." },
	{ "LR+", "positive likelihood ratio", "LR+",
	  "How much a positive result raises the odds of the condition." },
	{ "LR-", "negative likelihood ratio", "LR-",
	  "How much a negative result lowers the odds of the condition." },
	{ "DOR", "diagnostic odds ratio", "DOR",
	  "The odds of a positive test in people with the condition divided "
	  "by those in people without it." },
	{ "AUC", "area under the ROC curve", "AUC",
	  "How well a test separates people with and without the "
	  "condition, from 0.5 (chance) to 1." },
	{ "within-arm effect size", "change within one arm (effect size)", "w",
	  "A change within one arm, not a comparison between groups." },
	{ "within-arm mean change", "change within one arm (mean)", "w",
	  "A change within one arm, not a comparison between groups." },
	{ "within-arm % change", "change within one arm (per cent)", "w",
	  "A change within one arm, not a comparison between groups." },
	{ "NNT", "number needed to treat", "NNT",
	  "How many people must be treated for one more to benefit." },
	{ "NNH", "number needed to harm", "NNH",
	  "How many people must be treated for one more to be harmed." },
};
LIST(estimate_types, "estimate type", estimate_type_rows);

static const struct code favours_rows[] = {
	{ "higher", "higher favours the treatment studied", ">",
	  "Higher values favour the treatment studied." },
	{ "lower", "lower favours the treatment studied", "<",
	  "Lower values favour the treatment studied." },
};
LIST(favours, "favours", favours_rows);

/*
 * The most serious kind comes first; a kind without a sign does not affect the
 * work.
 */
static const struct code notice_rows[] = {
	{ "retraction", "RETRACTED", "!R", "The work was retracted." },
	{ "withdrawal", "WITHDRAWN", "!W",
	  "The work was withdrawn by its authors or publisher." },
	{ "retraction-and-republication", "RETRACTED AND REPUBLISHED", "!R",
	  "The work was retracted, and a corrected version published." },
	{ "partial-retraction", "PARTLY RETRACTED", "!R",
	  "Part of the work was retracted." },
	{ "expression-of-concern", "expression of concern", "!C",
	  "The journal has raised concerns about the work." },
	{ "superseded", "superseded by a newer version", "!U",
	  "A newer version has replaced the work." },
	{ "preprint", "preprint, not peer reviewed", "!P",
	  "The work has not been peer reviewed." },
	{ "erratum", "erratum", "!E", "The journal corrected the work." },
	{ "retraction-of", "this is a retraction of another work", "!n",
	  "This work is itself the notice that retracts another work." },
	{ "concern-about", "this is an expression of concern about another "
	  "work", "!n",
	  "This work is itself the notice that raises concerns about another "
	  "work." },
	{ "erratum-for", "this is an erratum for another work", "!n",
	  "This work is itself the notice that corrects another work." },
	{ "republished-from", "republished version of another work", "",
	  "The work was published before and may have been corrected since." },
	{ "republished-in", "was republished", "",
	  "Where the work was republished." },
	{ "update-of", "newer version of another work", "",
	  "The work replaces an earlier version." },
	{ "published-version", "the published version is another record", "",
	  "Where the preprint was published." },
	{ "preprint-version", "there is a preprint of this work", "",
	  "Where the preprint of the work is." },
	{ "comment", "a comment was published", "",
	  "A comment on the work was published." },
	{ "comment-on", "this is a comment on another work", "",
	  "The work comments on another work." },
};
LIST(notice_kinds, "notice", notice_rows);

static const struct code claim_kind_rows[] = {
	{ "mechanism", "mechanism", "mech", "How the treatment is said to act." },
	{ "condition", "condition", "cond", "What the treatment is said to "
	  "help." },
	{ "outcome", "outcome", "out", "What the treatment is said to change." },
	{ "technique", "technique", "tech", "What the treatment is." },
	{ "instrument", "instrument", "inst",
	  "What the treatment is carried out with." },
	{ "history", "history", "hist", "Where the treatment comes from." },
	{ "safety", "safety", "safe", "Whether the treatment does harm." },
	{ "evidence-gap", "evidence gap", "gap", "What is not yet known." },
	{ "provider", "provider", "prov", "Who gives the treatment." },
	{ "dosage", "dosage", "dose", "How much and how often." },
};
LIST(claim_kinds, "claim kind", claim_kind_rows);

static const struct code hedge_rows[] = {
	{ "asserted", "asserted as fact", "", "The article states it." },
	{ "hypothesised", "put forward as a hypothesis", "",
	  "The article presents it as a possibility." },
	{ "reported", "reported as a study finding", "",
	  "The article says that studies have found it." },
	{ "contested", "reported as contested", "",
	  "The article says that it is disputed." },
};
LIST(hedges, "hedge", hedge_rows);

static const struct code tie_rows[] = {
	{ "cited", "cited for this", "",
	  "The article cites the work for this statement." },
	{ "loose", "named nearby", "",
	  "The article names the work nearby or in its reference list; the "
	  "bibliography made the link." },
};
LIST(ties, "tie", tie_rows);

static const struct code bearing_rows[] = {
	{ "supports", "supports it", "+", "A result of the work supports the "
	  "claim in the population that the claim is about." },
	{ "does-not-support", "does not support it", "=",
	  "The work tested the claim and no difference was shown." },
	{ "contradicts", "contradicts it", "-", "The work says the opposite." },
	{ "indirect", "indirect", "~", "Animals instead of people, another "
	  "treatment, no comparison, an overview or a model." },
	{ "not-tested", "did not test this claim", "n",
	  "The work did not study this question." },
	{ "unknown", "abstract does not address this", "?",
	  "The work could not be read, or the part that was read does not say." },
};
LIST(bearings, "bearing", bearing_rows);

static const struct code verdict_rows[] = {
	{ "accurate", "accurate", "accurate", "A statement of fact, or about "
	  "the state of knowledge, that the works confirm. This does not say "
	  "whether anything helps." },
	{ "supported in people", "supported", "supported",
	  "Shown in people (comparison at level 1 or 2), and no other study "
	  "disagrees." },
	{ "supported in animals only", "supported in animals only", "animals only",
	  "Shown in animals or cells; no study in people shows it." },
	{ "mixed", "mixed", "mixed", "Conflicting or partial evidence." },
	{ "not supported", "not supported", "not supported", "Studied; no "
	  "difference was shown." },
	{ "contradicted", "contradicted", "contradicted",
	  "The works show the opposite." },
	{ "untested", "untested", "untested", "Insufficient evidence: no "
	  "study recorded here tests it, or only single cases and small "
	  "pilots." },
	{ "definition or description", "definition or description", "definition",
	  "Not a testable claim: it defines, describes or gives history. This "
	  "does not mean that the statement is true." },
};
LIST(verdicts, "verdict", verdict_rows);

static const struct code verdict_basis_rows[] = {
	{ "the statement", "the statement itself", "",
	  "The verdict is about the statement." },
	{ "whether it helps", "whether it helps", "",
	  "The verdict is about whether it helps, not whether it is used." },
};
LIST(verdict_bases, "verdict-on", verdict_basis_rows);

static const struct code facet_rows[] = {
	{ "mechanism", "mechanism", "m", "How a treatment is thought to act." },
	{ "condition", "condition", "c", "What is treated." },
	{ "outcome", "outcome", "o", "What is measured." },
	{ "technique", "technique", "t", "The treatment or procedure used." },
	{ "instrument", "instrument", "i", "What is used for the treatment." },
	{ "region", "region", "r", "The part of the body." },
	{ "population", "population", "p", "Who is treated." },
	{ "design", "design", "d", "How the work was done." },
	{ "exposure", "exposure", "x", "What people were exposed to." },
	{ "test", "test", "te", "The test or index evaluated." },
};
LIST(facets, "facet", facet_rows);

static const struct code truth_rows[] = {
	{ "yes", "yes", "y", "It applies." },
	{ "no", "no", "n", "It does not apply." },
};
LIST(truths, "yes or no", truth_rows);

static const struct code control_rows[] = {
	{ "sham", "sham or placebo", "s",
	  "A dummy that looks like the treatment." },
	{ "active", "another active treatment", "a",
	  "A treatment that may itself help." },
	{ "none", "no treatment", "n", "Nothing, or a waiting list." },
	{ "usual-care", "usual care", "u", "The care that people would receive anyway." },
};
LIST(controls, "control", control_rows);

static const struct code rating_rows[] = {
	{ "high", "high", "H", "The true effect is close to the estimate." },
	{ "moderate", "moderate", "M",
	  "The true effect is probably close to the estimate." },
	{ "low", "low", "L",
	  "The true effect may be substantially different from the "
	  "estimate." },
	{ "very low", "very low", "VL",
	  "The true effect is probably substantially different from the "
	  "estimate." },
};
LIST(ratings, "certainty", rating_rows);

static const struct code answer_rows[] = {
	{ "yes", "yes", "y", "The item is met." },
	{ "partial-yes", "partly", "p", "The item is partly met." },
	{ "no", "no", "n", "The item is not met." },
	{ "low", "low risk", "+", "Low risk of bias." },
	{ "some-concerns", "some concerns", "?",
	  "Some concerns about bias." },
	{ "high", "high risk", "-", "High risk of bias." },
	{ "unclear", "unclear", "u", "The text does not allow a judgement." },
	{ "not-reported", "not reported", "r", "The text does not say." },
	{ "not-applicable", "not applicable", "x",
	  "The item does not apply." },
};
LIST(answers, "answer", answer_rows);

static const struct code strength_rows[] = {
	{ "strong", "strong", "S", "The panel is confident in the recommendation." },
	{ "conditional", "conditional", "C",
	  "The choice depends on values or circumstances; also called weak." },
	{ "consensus", "by consensus", "X",
	  "The recommendation rests on the panel's opinion." },
	{ "not-graded", "not graded", "-", "The strength is not given." },
};
LIST(strengths, "strength", strength_rows);

static const struct code recommendation_rows[] = {
	{ "for", "for", "+", "The panel recommends it." },
	{ "against", "against", "-", "The panel advises against it." },
	{ "neither", "neither for nor against", "~",
	  "No recommendation either way." },
};
LIST(recommendations, "recommendation", recommendation_rows);

static const struct code level_question_rows[] = {
	{ "benefit", "benefit", "b", "Does this treatment help?" },
	{ "harm", "harm", "h", "Does it do harm?" },
	{ "diagnosis", "diagnosis", "d", "Is this test accurate?" },
	{ "prognosis", "prognosis", "p", "What happens without treatment?" },
};
LIST(level_questions, "question", level_question_rows);

static const struct code trial_status_rows[] = {
	{ "planned", "planned", "", "Nobody has been recruited yet." },
	{ "recruiting", "recruiting", "", "People are being recruited." },
	{ "ongoing", "ongoing", "", "Recruitment is over, but the trial is not." },
	{ "completed", "completed", "", "The trial is over." },
	{ "stopped", "stopped early", "", "The trial ended earlier than planned." },
	{ "withdrawn", "withdrawn", "", "The trial never began." },
	{ "unknown", "status not known", "",
	  "The register entry has not been updated." },
};
LIST(trial_statuses, "trial status", trial_status_rows);

static const struct code topic_bearing_rows[] = {
	{ "for", "for", "+", "In a comparison, the treatment in question did "
	  "better." },
	{ "against", "against", "=", "The comparison was made and no "
	  "difference was shown, or the other side did better." },
	{ "neither", "neither", "~",
	  "Results disagree, or the design cannot answer the question." },
	{ "indirect", "indirect", "i", "Animals or cells, another treatment, "
	  "theory, another condition." },
	{ "safety", "on safety", "!", "The work reports on harms." },
};
LIST(topic_bearings, "bearing", topic_bearing_rows);

static const struct code importance_rows[] = {
	{ "essential", "essential", "!", "Everybody should read it." },
	{ "recommended", "recommended", "+", "Worth reading." },
	{ "further", "further reading", "-", "For those who want to read more." },
};
LIST(importances, "importance", importance_rows);

static const struct code reading_state_rows[] = {
	{ "read", "read", "r", "The reader has read it." },
	{ "to-read", "to read", "t", "The reader wants to read it." },
};
LIST(reading_states, "reading state", reading_state_rows);

static const struct code practice_kind_rows[] = {
	{ "level", "level", "l", "Which level of evidence a work has." },
	{ "score", "score", "s", "Which score an appraisal gave a work." },
	{ "item", "item", "i", "How an item of an appraisal was answered." },
	{ "direction", "direction", "d", "What a work found for an outcome." },
	{ "interval", "interval", "n", "Whether an interval in a forest plot "
	  "excludes \"no difference\"." },
	{ "side", "side", "f", "Which side an estimate in a forest plot "
	  "favours." },
	{ "verdict", "verdict", "v", "What the works say about a claim." },
	{ "trust", "trust", "t", "Which of two reviews comes first in the "
	  "order of strength." },
};
LIST(practice_kinds, "kind of question", practice_kind_rows);

/*
 * The lists that a bibliography may extend, by the names used in declarations.
 */
static const struct code extendable_rows[] = {
	{ "design", "design", "", "How a work was done." },
	{ "estimate-type", "estimate type", "", "What an estimate measures." },
	{ "facet", "facet", "", "A kind of term." },
};
LIST(extendable, "code list", extendable_rows);

const struct code *
code_find(const struct codelist *list, const char *id)
{
	size_t i;

	assert(list != NULL);
	if (id == NULL)
		return NULL;
	for (i = 0; i < list->count; i++)
		if (strcmp(list->at[i].id, id) == 0)
			return &list->at[i];
	return NULL;
}

const char *
code_label(const struct codelist *list, const char *id)
{
	const struct code *row = code_find(list, id);

	return row != NULL ? row->label : id;
}

const char *
code_sign(const struct codelist *list, const char *id)
{
	const struct code *row = code_find(list, id);

	return row != NULL ? row->sign : "";
}

/* The code with this sign or label, such as RCT, unless several have it. */
static const struct code *
code_called(const struct codelist *list, const char *text)
{
	const struct code *found = NULL, *row;
	size_t i;

	for (i = 0; i < list->count; i++) {
		row = &list->at[i];
		if ((strlen(text) < 2 || row->sign == NULL || strcasecmp(
		    row->sign, text) != 0) && strcasecmp(row->label, text) !=
		    0)
			continue;
		if (found != NULL)
			return NULL;
		found = row;
	}
	return found;
}

/*
 * Whether an id is a negation, whose spelling is close to its opposite:
 * "non-randomised", "not-supported".
 */
static bool
is_denial(const char *id)
{
	return strncmp(id, "un", 2) == 0 || strncmp(id, "non-", 4) == 0 ||
	    strncmp(id, "not-", 4) == 0 || strstr(id, "-not-") != NULL ||
	    strncmp(id, "no-", 3) == 0;
}

const struct code *
code_nearest(const struct codelist *list, const char *id)
{
	enum { SHORT = 3 };
	const struct code *called, *best = NULL;
	size_t limit, distance, i;
	char *want, *have;
	bool two = false;

	assert(id != NULL);
	called = code_called(list, id);
	want = text_fold(NULL, id);
	limit = strlen(want) <= SHORT ? 0 : strlen(want) / 3;
	for (i = 0; i < list->count; i++) {
		if (is_denial(list->at[i].id) != is_denial(id))
			continue;
		have = text_fold(NULL, list->at[i].id);
		distance = text_distance(want, have, limit);
		mem_free(have);
		if (distance > limit)
			continue;
		two = best != NULL && distance == limit;
		limit = distance;
		best = &list->at[i];
	}
	mem_free(want);
	return called != NULL ? called : two ? NULL : best;
}

char *
code_ids(const void *ctx, const struct codelist *list)
{
	struct buf out = { .data = NULL };
	const char *quote;
	size_t i;

	for (i = 0; i < list->count; i++) {
		quote = strchr(list->at[i].id, ' ') != NULL ? "'" : "";
		buf_format(ctx, &out, "%s%s%s%s", i == 0 ? "" : i + 1 ==
		    list->count ? " or " : ", ", quote, list->at[i].id, quote);
	}
	return out.data;
}

enum facet
facet_find(const char *id)
{
	size_t i;

	for (i = 0; i < FACET_COUNT; i++)
		if (text_same(facets.at[i].id, id))
			return (enum facet)i;
	return FACET_COUNT;
}

const char *
facet_name(enum facet facet)
{
	assert(facet <= FACET_COUNT);
	return facet < FACET_COUNT ? facets.at[facet].id : NULL;
}
