/* Publication types: what databases say of design and status. */
#include "import/pubtype.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

#define COUNT(table)	(sizeof(table) / sizeof((table)[0]))

/*
 * Types that give a design.  Those of NLM are defined in MeSH ("Publication
 * Characteristics"); the other spellings are of Embase, CENTRAL and Scopus.
 * Types that leave the design open (Multicenter Study, Comparative Study,
 * Clinical Study) are kept on the record, and name no design.
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

/* Words for a status, from the beginning of a text or the whole of it. */
enum where { IN_TYPE = 1, IN_NOTE = 2, IN_TITLE = 4 };

static const struct {
	const char	*words;
	const char	*kind;
	unsigned	 where;
	bool		 whole;
} statuses[] = {
	{ "Retracted Publication", "retraction", IN_TYPE | IN_NOTE, true },
	{ "Retracted Article", "retraction", IN_TYPE | IN_NOTE, true },
	{ "Retracted", "retraction", IN_TYPE | IN_NOTE, true },
	{ "Retraction of Publication", "retraction-of", IN_TYPE, true },
	{ "Retraction Notice", "retraction-of", IN_TYPE | IN_TITLE, false },
	{ "Retraction Note", "retraction-of", IN_TITLE, false },
	{ "Retraction", "retraction-of", IN_TYPE, true },
	{ "Tombstone", "withdrawal", IN_TYPE, true },
	{ "Withdrawn", "withdrawal", IN_TYPE | IN_NOTE, true },
	{ "Published Erratum", "erratum-for", IN_TYPE, true },
	{ "Erratum", "erratum-for", IN_TYPE, true },
	{ "Corrigendum", "erratum-for", IN_TYPE, true },
	{ "Correction", "erratum-for", IN_TYPE, true },
	{ "Expression of Concern", "concern-about", IN_TYPE, true },
	{ "Corrected and Republished Article", "republished-from", IN_TYPE,
	  true },
	{ "Preprint", "preprint", IN_TYPE | IN_NOTE, true },
	{ "Posted content", "preprint", IN_TYPE, true },
	{ "Retracted:", "retraction", IN_TITLE | IN_NOTE, false },
	{ "[Retracted]", "retraction", IN_TITLE | IN_NOTE, false },
	{ "Retracted article:", "retraction", IN_TITLE, false },
	{ "Retracted article", "retraction", IN_NOTE, false },
	{ "Retracted publication", "retraction", IN_NOTE, false },
	{ "Retraction in", "retraction", IN_NOTE, false },
	{ "Partial retraction in", "partial-retraction", IN_NOTE, false },
	{ "Partially retracted", "partial-retraction", IN_TITLE | IN_NOTE,
	  false },
	{ "Retraction:", "retraction-of", IN_TITLE, false },
	{ "Retraction to:", "retraction-of", IN_TITLE, false },
	{ "Notice of retraction", "retraction-of", IN_TITLE, false },
	{ "Retraction of:", "retraction-of", IN_NOTE, false },
	{ "Withdrawn:", "withdrawal", IN_TITLE | IN_NOTE, false },
	{ "[Withdrawn]", "withdrawal", IN_TITLE | IN_NOTE, false },
	{ "Withdrawn article", "withdrawal", IN_TITLE | IN_NOTE, false },
	{ "Expression of concern in", "expression-of-concern", IN_NOTE,
	  false },
	{ "Expression of concern:", "expression-of-concern", IN_NOTE, false },
	{ "Expression of concern:", "concern-about", IN_TITLE, false },
	{ "Expression of concern for", "concern-about", IN_TITLE | IN_NOTE,
	  false },
	{ "Expression of concern to", "concern-about", IN_TITLE, false },
	{ "Editorial expression of concern", "concern-about", IN_TITLE,
	  false },
	{ "Erratum in", "erratum", IN_NOTE, false },
	{ "Erratum to", "erratum-for", IN_TITLE, false },
	{ "Erratum:", "erratum-for", IN_TITLE, false },
	{ "Erratum for", "erratum-for", IN_TITLE | IN_NOTE, false },
	{ "Erratum.", "erratum-for", IN_TITLE, false },
	{ "Corrigendum", "erratum-for", IN_TITLE, false },
	{ "Correction:", "erratum-for", IN_TITLE, false },
	{ "Correction to", "erratum-for", IN_TITLE, false },
	{ "Author correction", "erratum-for", IN_TITLE, false },
	{ "Publisher correction", "erratum-for", IN_TITLE, false },
	{ "Corrected and republished in", "erratum", IN_NOTE, false },
	{ "Retracted and republished in", "retraction-and-republication",
	  IN_NOTE, false },
	{ "Update in", "superseded", IN_NOTE, false },
	{ "Updated in", "superseded", IN_NOTE, false },
	{ "Superseded by", "superseded", IN_NOTE, false },
	{ "Update of", "update-of", IN_NOTE, false },
	{ "Comment in:", "comment", IN_NOTE, false },
	{ "Comment on:", "comment-on", IN_NOTE, false },
	{ "Republished from", "republished-from", IN_NOTE, false },
	{ "Retraction of", "retraction-of", IN_NOTE, false },
	{ "Published as:", "published-version", IN_NOTE, false },
	{ "Preprint of this", "preprint-version", IN_NOTE, false },
	{ "Preprint:", "preprint", IN_NOTE, false },
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
	{ "RepublishedIn", "RPI", "comment" },
	{ "RepublishedFrom", "RPF", "republished-from" },
	{ "retracted-article", "", "retraction-of" },
	{ "corrected-article", "", "erratum-for" },
	{ "object-of-concern", "", "concern-about" },
	{ "retraction-forward", "", "retraction" },
	{ "correction-forward", "", "erratum" },
	{ "commentary-article", "", "comment-on" },
	{ "preprint", "", "preprint-version" },
};

/* Whether they may be the same but for the case of letters: a quick look. */
static bool
begins_alike(const char *a, const char *b)
{
	return ((*a ^ *b) & ~0x20) == 0;
}

const char *
pubtype_design(const char *type)
{
	size_t i;

	for (i = 0; i < COUNT(designs_of); i++)
		if (begins_alike(type, designs_of[i].type) &&
		    strcasecmp(designs_of[i].type, type) == 0)
			return designs_of[i].design;
	return NULL;
}

static const char *
find_status(const char *text, unsigned where)
{
	size_t n, i;

	for (i = 0; i < COUNT(statuses); i++) {
		if (!begins_alike(text, statuses[i].words))
			continue;
		n = strlen(statuses[i].words);
		if ((statuses[i].where & where) != 0 &&
		    strncasecmp(text, statuses[i].words, n) == 0 &&
		    (!statuses[i].whole || text[n] == '\0' ||
		    (text[n] == '.' && text[n + 1] == '\0')))
			return statuses[i].kind;
	}
	return NULL;
}

const char *
pubtype_status(const char *type)
{
	return find_status(type, IN_TYPE);
}

const char *
pubtype_note_status(const char *note)
{
	return find_status(note, IN_NOTE);
}

const char *
pubtype_title_status(const char *title)
{
	return find_status(title, IN_TITLE);
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
