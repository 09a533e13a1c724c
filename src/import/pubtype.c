/* Publication types: designs in databases. */
#include "import/pubtype.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

/*
 * Types that imply a design.  Those of NLM are defined in MeSH ("Publication
 * Characteristics"); the other spellings come from Embase, CENTRAL and Scopus.
 * Types that leave the design open (Multicenter Study, Comparative Study,
 * Clinical Study) are kept in the record without a design.
 */
static const struct {
	const char	*type;
	const char	*design;
} designs_of[] = {
	{ "Meta-Analysis", "meta-analysis" },
	{ "Network Meta-Analysis", "network-meta-analysis" },
	{ "Systematic Review", "systematic-review" },
	{ "Cochrane Review", "systematic-review" },
	{ "Randomized Controlled Trial", "randomised-controlled-trial" },
	{ "Randomised Controlled Trial", "randomised-controlled-trial" },
	{ "Controlled Clinical Trial", "non-randomised-trial" },
	{ "Case Reports", "case-report" },
	{ "Case Report", "case-report" },
	{ "Validation Study", "measurement-study" },
	{ "Practice Guideline", "clinical-guideline" },
	{ "Guideline", "clinical-guideline" },
	{ "Consensus Development Conference", "expert-consensus" },
	{ "Consensus Development Conference, NIH", "expert-consensus" },
	{ "Consensus Statement", "expert-consensus" },
	{ "Scoping Review", "scoping-review" },
	{ "Clinical Trial Protocol", "protocol" },
	{ "Review", "narrative-review" },
	{ "Editorial", "commentary" },
	{ "Comment", "commentary" },
	{ "Letter", "commentary" },
	{ "Interview", "commentary" },
	{ "News", "commentary" },
	{ "Note", "commentary" },
};

/*
 * CommentsCorrections of PubMed (RefType, and its tag in MEDLINE text), and
 * article relations of JATS.
 */
static const struct {
	const char	*relation;
	const char	*tag;
	const char	*kind;
} relations[] = {
	{ "RetractionIn", "RIN", "retraction" },
	{ "PartialRetractionIn", "PRIN", "partial-retraction" },
	{ "RetractedandRepublishedIn", "RRI", "retraction-and-republication" },
	{ "RetractedandRepublishedFrom", "RRF", "republished-from" },
	{ "ExpressionOfConcernIn", "ECI", "expression-of-concern" },
	{ "ErratumIn", "EIN", "erratum" },
	{ "CorrectedandRepublishedIn", "CRI", "erratum" },
	{ "UpdateIn", "UIN", "superseded" },
	{ "RetractionOf", "ROF", "retraction-of" },
	{ "PartialRetractionOf", "PROF", "retraction-of" },
	{ "ExpressionOfConcernFor", "ECF", "concern-about" },
	{ "ErratumFor", "EFR", "erratum-for" },
	{ "CorrectedandRepublishedFrom", "CRF", "republished-from" },
	{ "UpdateOf", "UOF", "update-of" },
	{ "CommentIn", "CIN", "comment" },
	{ "CommentOn", "CON", "comment-on" },
	{ "RepublishedIn", "RPI", "republished-in" },
	{ "RepublishedFrom", "RPF", "republished-from" },
	{ "retracted-article", "", "retraction-of" },
	{ "corrected-article", "", "erratum-for" },
	{ "object-of-concern", "", "concern-about" },
	{ "retraction-forward", "", "retraction" },
	{ "correction-forward", "", "erratum" },
	{ "commentary-article", "", "comment-on" },
	{ "preprint", "", "preprint-version" },
};

const char *
pubtype_design(const char *type)
{
	size_t i;

	for (i = 0; i < COUNT(designs_of); i++)
		if (text_may_match(type, designs_of[i].type) &&
		    strcasecmp(designs_of[i].type, type) == 0)
			return designs_of[i].design;
	return NULL;
}

const char *
pubtype_relation(const char *relation)
{
	size_t i;

	for (i = 0; i < COUNT(relations); i++)
		if (text_same(relations[i].relation, relation) ||
		    (*relations[i].tag != '\0' &&
		    text_same(relations[i].tag, relation)))
			return relations[i].kind;
	return NULL;
}
