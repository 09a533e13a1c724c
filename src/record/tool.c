/* Appraisal tools with items defined by the format. */
#include "record/tool.h"

#include <string.h>

#include "base/text.h"

#define LIST(list, singular, rows)					\
	static const struct codelist list = {				\
		singular, rows, COUNT(rows)				\
	}

static const struct code pedro_rows[] = {
	{ "eligibility", "eligibility criteria", "1",
	  "Eligibility criteria were specified; not counted in the score." },
	{ "random-allocation", "random allocation", "2",
	  "Participants were randomly allocated to groups." },
	{ "concealed-allocation", "concealed allocation", "3",
	  "Allocation was concealed." },
	{ "baseline-comparability", "similar at baseline", "4",
	  "The groups were similar at baseline." },
	{ "blind-participants", "participants blinded", "5",
	  "All participants were blinded." },
	{ "blind-therapists", "therapists blinded", "6",
	  "All therapists were blinded." },
	{ "blind-assessors", "assessors blinded", "7",
	  "All assessors of a key outcome were blinded." },
	{ "adequate-follow-up", "adequate follow-up", "8",
	  "A key outcome was measured in more than 85% of participants." },
	{ "intention-to-treat", "intention to treat", "9",
	  "Participants were analysed in the group they were allocated to." },
	{ "between-group-comparison", "comparison between groups", "10",
	  "The groups were compared statistically." },
	{ "point-estimates", "point estimates and variability", "11",
	  "Point measures and their variability were given." },
};
LIST(pedro, "PEDro item", pedro_rows);

static const struct code rob2_rows[] = {
	{ "randomisation", "randomisation process", "D1",
	  "Bias from the randomisation process." },
	{ "deviations", "deviations from the intervention", "D2",
	  "Bias from deviations from the intended interventions." },
	{ "missing-data", "missing outcome data", "D3",
	  "Bias from missing outcome data." },
	{ "measurement", "measurement of the outcome", "D4",
	  "Bias in the measurement of the outcome." },
	{ "selective-reporting", "selection of the reported result", "D5",
	  "Bias in the selection of the reported result." },
	{ "overall", "overall", "O", "The overall risk of bias." },
};
LIST(rob2, "RoB 2 domain", rob2_rows);

static const struct code rob_rows[] = {
	{ "sequence-generation", "random sequence generation", "1",
	  "Selection bias from inadequate randomisation." },
	{ "allocation-concealment", "allocation concealment", "2",
	  "Selection bias from inadequate concealment." },
	{ "blind-participants", "blinding of participants and personnel", "3",
	  "Performance bias." },
	{ "blind-assessors", "blinding of outcome assessment", "4",
	  "Detection bias." },
	{ "missing-data", "incomplete outcome data", "5", "Attrition bias." },
	{ "selective-reporting", "selective reporting", "6",
	  "Reporting bias." },
	{ "other", "other bias", "7", "Any other source of bias." },
	{ "overall", "overall", "O", "The overall risk of bias." },
};
LIST(rob, "risk of bias domain", rob_rows);

static const struct code amstar2_rows[] = {
	{ "pico", "question and criteria (PICO)", "1",
	  "The question and the criteria follow PICO." },
	{ "protocol", "protocol beforehand", "2",
	  "The methods were fixed before the review." },
	{ "study-designs", "choice of study designs", "3",
	  "The choice of study designs is explained." },
	{ "search", "comprehensive search", "4",
	  "The literature search was comprehensive." },
	{ "duplicate-selection", "selection in duplicate", "5",
	  "Studies were selected by two people." },
	{ "duplicate-extraction", "extraction in duplicate", "6",
	  "Data were extracted by two people." },
	{ "excluded-studies", "list of excluded studies", "7",
	  "Excluded studies are listed, with reasons." },
	{ "included-studies", "description of included studies", "8",
	  "Included studies are described in detail." },
	{ "risk-of-bias", "risk of bias assessed", "9",
	  "Risk of bias was assessed by a satisfactory technique." },
	{ "funding-of-studies", "funding of the studies", "10",
	  "The funding of the included studies is reported." },
	{ "meta-analysis", "methods of meta-analysis", "11",
	  "Results were combined by appropriate methods." },
	{ "bias-in-synthesis", "effect of bias on the synthesis", "12",
	  "The impact of risk of bias on the result was assessed." },
	{ "bias-in-discussion", "bias in the interpretation", "13",
	  "Risk of bias is taken into account in the discussion." },
	{ "heterogeneity", "heterogeneity explained", "14",
	  "Heterogeneity is explained and discussed." },
	{ "publication-bias", "publication bias", "15",
	  "Publication bias was investigated." },
	{ "conflicts", "conflicts of interest", "16",
	  "The review's own conflicts of interest are reported." },
};
LIST(amstar2, "AMSTAR 2 item", amstar2_rows);

static const struct code robis_rows[] = {
	{ "eligibility-criteria", "study eligibility criteria", "D1",
	  "Concerns about the eligibility criteria." },
	{ "selection", "identification and selection of studies", "D2",
	  "Concerns about finding and selecting studies." },
	{ "data-collection", "data collection and study appraisal", "D3",
	  "Concerns about data collection and appraisal." },
	{ "synthesis", "synthesis and findings", "D4",
	  "Concerns about the synthesis." },
	{ "overall", "overall", "O", "The overall risk of bias." },
};
LIST(robis, "ROBIS domain", robis_rows);

static const struct code quadas2_rows[] = {
	{ "patient-selection", "patient selection", "D1",
	  "Risk of bias in the selection of patients." },
	{ "index-test", "index test", "D2",
	  "Risk of bias in the index test." },
	{ "reference-standard", "reference standard", "D3",
	  "Risk of bias in the reference standard." },
	{ "flow-and-timing", "flow and timing", "D4",
	  "Risk of bias in flow and timing." },
	{ "applicability-patients", "applicability: patients", "A1",
	  "Concern that the patients do not match the question." },
	{ "applicability-index-test", "applicability: index test", "A2",
	  "Concern that the index test does not match the question." },
	{ "applicability-reference", "applicability: reference standard",
	  "A3", "Concern that the reference standard does not match the "
	  "question." },
};
LIST(quadas2, "QUADAS-2 domain", quadas2_rows);

const struct tool tools[] = {
	{ "PEDro", &pedro, "yes no unclear not-reported" },
	{ "RoB 2", &rob2, "low some-concerns high" },
	{ "Cochrane RoB", &rob, "low high unclear" },
	{ "AMSTAR 2", &amstar2, "yes partial-yes no not-applicable" },
	{ "ROBIS", &robis, "low high unclear" },
	{ "QUADAS-2", &quadas2, "low high unclear" },
};
const size_t tools_count = COUNT(tools);

const struct tool *
tool_find(const char *name)
{
	size_t i;

	for (i = 0; i < tools_count; i++)
		if (text_same(tools[i].name, name))
			return &tools[i];
	return NULL;
}

char *
tool_answers(const void *ctx, const struct tool *tool)
{
	struct buf out = { .data = NULL };
	const char *at = tool->answers;
	size_t n;

	for (; *at != '\0'; at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		buf_format(ctx, &out, "%s%.*s", out.len == 0 ? "" : at[n] ==
		    '\0' ? " or " : ", ", (int)n, at);
	}
	return out.data;
}

bool
tool_allows(const struct tool *tool, const char *answer)
{
	const char *at = tool->answers;
	size_t n = strlen(answer);

	for (; *at != '\0'; at += strcspn(at, " "), at += *at == ' ')
		if (strncmp(at, answer, n) == 0 && (at[n] == ' ' ||
		    at[n] == '\0'))
			return true;
	return false;
}
