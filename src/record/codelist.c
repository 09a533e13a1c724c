/* Closed lists: the values that a field may take, with the words for them. */
#include "record/codelist.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define LIST(list, singular, rows)					\
	const struct codelist list = {					\
		singular, rows, sizeof(rows) / sizeof(rows[0])		\
	}

static const struct code work_type_rows[] = {
	{ "article", "article", "art", "An article in a journal." },
	{ "book", "book", "book", "A book." },
	{ "chapter", "chapter", "chap", "A chapter of a book." },
	{ "thesis", "thesis", "thes", "A thesis or dissertation." },
	{ "report", "report", "rep", "A report." },
	{ "conference", "conference paper", "conf",
	  "A paper or abstract given at a conference." },
};
LIST(work_types, "type", work_type_rows);

static const struct code design_rows[] = {
	{ "systematic-review", "systematic review", "SR",
	  "All trials on a question, searched for and appraised by a protocol." },
	{ "meta-analysis", "meta-analysis", "MA",
	  "A systematic review that pools the numbers of its trials." },
	{ "randomised-controlled-trial", "randomised controlled trial", "RCT",
	  "Participants were allocated to the treatments at random." },
	{ "pilot-randomised-trial", "pilot randomised trial", "pRCT",
	  "A small randomised trial in preparation for a larger one." },
	{ "crossover-trial", "crossover trial", "XO",
	  "Every person gets every treatment, one after the other." },
	{ "non-randomised-trial", "non-randomised controlled trial", "NRT",
	  "Groups were compared but not allocated at random." },
	{ "cohort", "cohort study", "coh",
	  "A group of people followed over time." },
	{ "case-series", "case series", "ser",
	  "Several treated people are described; no control group." },
	{ "case-report", "case report", "case",
	  "One treated person is described." },
	{ "before-after-study", "uncontrolled before-after study", "b-a",
	  "Measured before and after treatment; no control group." },
	{ "animal-experiment", "animal experiment", "ANIM",
	  "Done in animals; not evidence about people." },
	{ "in-vitro", "cell or tissue experiment", "CELL",
	  "Done in cells or tissue; not evidence about people." },
	{ "laboratory-study", "laboratory study of mechanism", "lab",
	  "Measurements on volunteers to learn how a treatment acts." },
	{ "theory", "theory", "theo",
	  "An explanation or model; nothing was measured." },
	{ "textbook", "textbook", "book", "A book for learning." },
	{ "narrative-review", "narrative review", "nrev",
	  "An overview without a protocol for finding and appraising studies." },
	{ "commentary", "commentary or expert opinion", "opin",
	  "An opinion or a clinical description." },
	{ "clinical-guideline", "clinical guideline", "guid",
	  "Recommendations for practice, made by a panel from the evidence." },
	{ "expert-consensus", "expert consensus", "cons",
	  "Experts agreed on statements, by vote or Delphi rounds." },
	{ "survey", "survey", "surv", "People were asked questions." },
	{ "measurement-study", "force or instrument measurement", "meas",
	  "Forces, instruments or sensors were measured; no one was treated." },
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
	  "Only the abstract was read; tables and harms were often not seen." },
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
	{ "favours-treatment", "better than the comparison", "+",
	  "A comparison with another group, limb or day came out better on "
	  "the side of the treatment. People only." },
	{ "favours-comparator", "worse than the comparison", "-",
	  "Such a comparison came out better on the other side." },
	{ "no-difference", "no difference shown", "=",
	  "Such a comparison was made and no difference was shown, or no "
	  "advantage is reported. This does not mean that the two are equal." },
	{ "mixed", "mixed", "~",
	  "Parts of one finding point different ways, or it is statistically "
	  "but not clinically relevant." },
	{ "improved-no-control", "improved from baseline, no control group", "^",
	  "Better after than before; no comparison between groups is "
	  "reported." },
	{ "unchanged-no-control", "unchanged from baseline, no control group", "o",
	  "No change from before to after; no comparison is reported." },
	{ "worsened-no-control", "worse than baseline, no control group", "v",
	  "Worse after than before; no comparison is reported." },
	{ "mechanism-supports", "consistent with the proposed mechanism", "m",
	  "A measurement in people, animals, cells or a model is consistent "
	  "with the mechanism named." },
	{ "mechanism-does-not-support", "inconsistent with the proposed "
	    "mechanism", "x",
	  "Such a measurement is not consistent with it." },
	{ "safety-no-harm-reported", "no harm reported", "s",
	  "The source says that no (significant, serious) harm was seen." },
	{ "safety-harm-reported", "harm reported", "!",
	  "An unwanted effect is reported, pictured or warned of." },
	{ "proposed", "proposed, not measured", "?",
	  "An explanation is offered; nothing was measured." },
	{ "descriptive", "description", "d",
	  "A fact about practice, forces, opinions, baseline or feasibility; "
	  "no effect is at stake." },
	{ "not-tested", "not tested", "n",
	  "The finding does not test the treatment." },
};
LIST(directions, "direction", direction_rows);

const struct code direction_differs = { "findings-differ",
    "findings differ", "~", "The findings for this outcome do not agree." };

static const struct code estimate_type_rows[] = {
	{ "MD", "mean difference", "MD", "A difference between groups in the "
	  "unit of the measure." },
	{ "SMD", "standardised mean difference", "SMD",
	  "A difference between groups in standard deviations." },
	{ "RR", "risk ratio", "RR", "How many times as often in one group." },
	{ "OR", "odds ratio", "OR", "A ratio of odds between groups." },
	{ "% difference", "difference in per cent", "%d",
	  "Treated against untreated, in per cent." },
	{ "within-arm effect size", "change within one arm (effect size)", "w",
	  "A change within one arm: not an effect against anything." },
	{ "within-arm mean change", "change within one arm (mean)", "w",
	  "A change within one arm: not an effect against anything." },
	{ "within-arm % change", "change within one arm (per cent)", "w",
	  "A change within one arm: not an effect against anything." },
	{ "NNT", "number needed to treat", "NNT",
	  "How many must be treated for one more to benefit." },
};
LIST(estimate_types, "estimate type", estimate_type_rows);

static const struct code favours_rows[] = {
	{ "higher", "higher is better for the treatment", ">",
	  "Higher numbers are good for the treatment." },
	{ "lower", "lower is better for the treatment", "<",
	  "Lower numbers are good for the treatment." },
};
LIST(favours, "favours", favours_rows);

/* The gravest first; those without a sign leave the work as it is. */
static const struct code notice_rows[] = {
	{ "retraction", "RETRACTED", "!R", "The work was retracted." },
	{ "withdrawal", "WITHDRAWN", "!W",
	  "The work was withdrawn by its authors or publisher." },
	{ "retraction-and-republication", "RETRACTED AND REPUBLISHED", "!R",
	  "The work was retracted, and a corrected version published." },
	{ "partial-retraction", "PARTLY RETRACTED", "!R",
	  "Part of the work was retracted." },
	{ "expression-of-concern", "expression of concern", "!C",
	  "The journal warns of doubts about the work." },
	{ "superseded", "superseded by a newer version", "!U",
	  "A newer version has taken its place." },
	{ "preprint", "preprint, not peer reviewed", "!P",
	  "The work has not been peer reviewed." },
	{ "erratum", "erratum", "!E", "The journal corrected the work." },
	{ "retraction-of", "this is a retraction of another work", "!n",
	  "The work itself is the notice that retracts another." },
	{ "concern-about", "this is an expression of concern about another "
	  "work", "!n", "The work itself warns of doubts about another." },
	{ "erratum-for", "this is an erratum for another work", "!n",
	  "The work itself corrects another." },
	{ "republished-from", "republished version of a retracted work", "",
	  "The work replaces one that was retracted." },
	{ "update-of", "newer version of another work", "",
	  "The work takes the place of an earlier version." },
	{ "published-version", "the published version is another record", "",
	  "Where the preprint was published." },
	{ "preprint-version", "there is a preprint of this work", "",
	  "Where the work was before it was published." },
	{ "comment", "a comment was published", "",
	  "Somebody commented on the work." },
	{ "comment-on", "this is a comment on another work", "",
	  "The work comments on another." },
};
LIST(notice_kinds, "notice", notice_rows);

static const struct code claim_kind_rows[] = {
	{ "mechanism", "mechanism", "mech", "How it is said to act." },
	{ "condition", "condition", "cond", "What it is said to help." },
	{ "outcome", "outcome", "out", "What it is said to change." },
	{ "technique", "technique", "tech", "What the treatment is." },
	{ "instrument", "instrument", "inst", "What the tools are." },
	{ "history", "history", "hist", "Where it comes from." },
	{ "safety", "safety", "safe", "Whether it does harm." },
	{ "evidence-gap", "evidence gap", "gap", "What is not known." },
	{ "provider", "provider", "prov", "Who gives the treatment." },
	{ "dosage", "dosage", "dose", "How much and how often." },
};
LIST(claim_kinds, "claim kind", claim_kind_rows);

static const struct code hedge_rows[] = {
	{ "asserted", "asserted as fact", "", "The article states it." },
	{ "hypothesised", "put forward as a hypothesis", "",
	  "The article offers it as possible." },
	{ "reported", "reported as a finding of studies", "",
	  "The article says that studies found it." },
	{ "contested", "reported as contested", "",
	  "The article says that it is disputed." },
};
LIST(hedges, "hedge", hedge_rows);

static const struct code tie_rows[] = {
	{ "cited", "cited for it", "",
	  "The article cites the work for this statement." },
	{ "loose", "named nearby", "",
	  "The article names the work nearby or in its reference list; the "
	  "link is the bibliography's." },
};
LIST(ties, "tie", tie_rows);

static const struct code bearing_rows[] = {
	{ "supports", "supports it", "+", "A result of the work shows it, for "
	  "the kind of subject that the claim is about." },
	{ "does-not-support", "does not support it", "=",
	  "The work studied it and no difference was shown." },
	{ "contradicts", "contradicts it", "-", "The work says the opposite." },
	{ "indirect", "indirect", "~", "Animals where people are meant, "
	  "another treatment, no comparison, an overview or a model." },
	{ "not-tested", "did not test this claim", "n",
	  "The work did not study it." },
	{ "unknown", "abstract does not address this", "?",
	  "It could not be read, or the part read does not say." },
};
LIST(bearings, "bearing", bearing_rows);

static const struct code verdict_rows[] = {
	{ "supported in people", "supported in people", "supported",
	  "Shown in people (comparison at level 1 or 2), and no other study "
	  "disagrees." },
	{ "accurate", "accurate", "accurate", "A statement of fact, or about "
	  "the state of knowledge, that the works confirm. It does not say "
	  "whether anything helps." },
	{ "supported in animals only", "supported in animals only", "animals only",
	  "Shown in animals or cells; no human study." },
	{ "mixed", "mixed", "mixed", "Conflicting or partial evidence." },
	{ "not supported", "not supported", "not supported", "Studied; no "
	  "difference was shown." },
	{ "contradicted", "contradicted", "contradicted",
	  "The works say the opposite." },
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
	  "The verdict is about benefit, not about use." },
};
LIST(verdict_bases, "verdict basis", verdict_basis_rows);

static const struct code facet_rows[] = {
	{ "mechanism", "mechanism", "m", "How a treatment is thought to act." },
	{ "condition", "condition", "c", "What is treated." },
	{ "outcome", "outcome", "o", "What is measured." },
	{ "technique", "technique", "t", "How it is treated." },
	{ "instrument", "instrument", "i", "What it is treated with." },
	{ "region", "region", "r", "Which part of the body." },
	{ "population", "population", "p", "Who is treated." },
	{ "design", "design", "d", "How it was studied." },
};
LIST(facets, "facet", facet_rows);

static const struct code truth_rows[] = {
	{ "yes", "yes", "y", "It is so." },
	{ "no", "no", "n", "It is not so." },
};
LIST(truths, "yes or no", truth_rows);

const struct code *
code_find(const struct codelist *list, const char *id)
{
	size_t i;

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

const struct code *
code_nearest(const struct codelist *list, const char *id)
{
	char *want = text_fold(NULL, id), *have;
	const struct code *best = NULL;
	size_t limit = strlen(want) / 3 + 1, distance, i;

	for (i = 0; i < list->count; i++) {
		have = text_fold(NULL, list->at[i].id);
		distance = text_distance(want, have, limit);
		mem_free(have);
		if (distance > limit || (best != NULL && distance == limit))
			continue;
		limit = distance;
		best = &list->at[i];
	}
	mem_free(want);
	return best;
}

const struct code *
direction_find(const char *id)
{
	if (id != NULL && text_begins(id, "favours-") &&
	    strcmp(id, "favours-comparator") != 0)
		id = "favours-treatment";
	return code_find(&directions, id);
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
