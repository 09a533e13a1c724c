/*
 * Claims: statements in popular articles, and the verdict on each proposition.
 */
#include "record/claim.h"

#include "base/text.h"
#include "record/row.h"
#include "record/work.h"

#define S struct bearing
static const struct member cited_members[] = {
	ONE("work", "work", ATTRIBUTE, WORK, NEED_XML, work),
	PICK("tie", "tie", ATTRIBUTE, ties, NEED_XML, tie),
	PICK("bears", "bears", ATTRIBUTE, bearings, NEED_XML, bears),
	ONE("why", "cites", CONTENT, TEXT, NEED_XML, why),
};
static const struct schema SHAPE(cited, "cites");

static const struct member related_members[] = {
	ONE("work", "work", ATTRIBUTE, WORK, NEED_XML, work),
	PICK("bears", "bears", ATTRIBUTE, bearings, NEED_XML, bears),
	ONE("why", "related", CONTENT, TEXT, NEED_XML, why),
};
static const struct schema SHAPE(related, "related");
#undef S

#define S struct claim
static const struct member claim_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("article", "article", ATTRIBUTE, ARTICLE, NEED_XML, article),
	ONE("where", "where", ELEMENT, TEXT, NEED_JSON, where),
	PICK("kind", "kind", ATTRIBUTE, claim_kinds, NEED_XML, kind),
	ONE("statement", "statement", ELEMENT, TEXT, NEED_XML, statement),
	ONE("group", "group", DERIVED, ID, NEED_JSON, group),
	PICK("verdict", "verdict", DERIVED, verdicts, NEED_NONE, verdict),
	ONE("verdict_reason", "reason", DERIVED, TEXT, NEED_NONE,
	    verdict_reason),
	TERMS("mechanisms", "mechanism", MECHANISM, NEED_JSON, mechanisms),
	TERMS("conditions", "condition", CONDITION, NEED_JSON, conditions),
	TERMS("outcomes", "outcome", OUTCOME, NEED_JSON, outcomes),
	TERMS("techniques", "technique", TECHNIQUE, NEED_JSON, techniques),
	MANY("terms", "term", ELEMENT, ANY_TERM, NEED_NONE, terms),
	PICK("hedge", "hedge", ATTRIBUTE, hedges, NEED_XML, hedge),
	MANY("cites", "cites", DERIVED, WORK, NEED_JSON, cites),
	MANY("cites_loose", "cites", DERIVED, WORK, NEED_JSON, cites_loose),
	PARTS("support", "cites", cited_schema, NEED_JSON, support),
	PARTS("related", "related", related_schema, NEED_JSON, related),
	MANY("same_as", "same-as", DERIVED, CLAIM, NEED_JSON, same_as),
	MANY("overlaps", "overlaps", ELEMENT, CLAIM, NEED_JSON, overlaps),
	DATES,
};
const struct schema SHAPE(claim, "claim");
#undef S

#define S struct proposition
static const struct member proposition_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("statement", "statement", ELEMENT, TEXT, NEED_XML, statement),
	PICK("verdict", "verdict", ATTRIBUTE, verdicts, NEED_XML, verdict),
	PICK("verdict_on", "verdict-on", ATTRIBUTE, verdict_bases, NEED_XML,
	    verdict_on),
	ONE("verdict_reason", "reason", ELEMENT, TEXT, NEED_XML,
	    verdict_reason),
	MANY("members", "member", ELEMENT, CLAIM, NEED_JSON, members),
	ONE("popular", "popular", ATTRIBUTE, INTEGER, NEED_NONE, popular),
	TERMS("mechanisms", "mechanism", MECHANISM, NEED_JSON, mechanisms),
	TERMS("conditions", "condition", CONDITION, NEED_JSON, conditions),
	TERMS("outcomes", "outcome", OUTCOME, NEED_JSON, outcomes),
	TERMS("techniques", "technique", TECHNIQUE, NEED_JSON, techniques),
	MANY("terms", "term", ELEMENT, ANY_TERM, NEED_NONE, terms),
	PARTS("works", "related", related_schema, NEED_NONE, works),
	DATES,
};
const struct schema SHAPE(proposition, "proposition");
#undef S

#define S struct article
static const struct member article_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("label", "label", ELEMENT, TEXT, NEED_XML, label),
	ONE("title", "title", ELEMENT, TEXT, NEED_NONE, title),
	PARTS("authors", "author", author_schema, NEED_NONE, authors),
	PICK("and_others", "and-others", ELEMENT, truths, NEED_NONE,
	    and_others),
	ONE("authors_note", "authors-note", ELEMENT, TEXT, NEED_NONE,
	    authors_note),
	ONE("url", "URL", ELEMENT, URL, NEED_NONE, url),
	ONE("site", "container-title", ELEMENT, TEXT, NEED_NONE, site),
	ONE("date", "issued", ELEMENT, DATE, NEED_NONE, date),
	ONE("date_note", "issued-note", ELEMENT, TEXT, NEED_NONE, date_note),
	ONE("claims", "claims", DERIVED, INTEGER, NEED_JSON, claims),
	MANY("works", "works", DERIVED, WORK, NEED_JSON, works),
	ONE("description", "description", ELEMENT, TEXT, NEED_XML,
	    description),
	DATES,
};
const struct schema SHAPE(article, "article");
#undef S

#define S struct included_trial
static const struct member included_trial_members[] = {
	ONE("work", "work", ATTRIBUTE, WORK, NEED_NONE, work),
	ONE("group", "group", ELEMENT, TEXT, NEED_NONE, group),
	ONE("citation", "citation", ELEMENT, TEXT, NEED_XML, citation),
	ONE("participants", "participants", ELEMENT, TEXT, NEED_NONE,
	    participants),
	ONE("comparison", "comparison", ELEMENT, TEXT, NEED_NONE, comparison),
	ONE("dose", "dose", ELEMENT, TEXT, NEED_NONE, dose),
	ONE("result", "result", ELEMENT, TEXT, NEED_NONE, result),
	ONE("score", "score", ELEMENT, TEXT, NEED_NONE, score),
	MANY("sources", "from", ELEMENT, SOURCE, NEED_NONE, sources),
};
static const struct schema SHAPE(included_trial, "trial");
#undef S

#define S struct trial_list
static const struct member trial_list_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("review", "review", ATTRIBUTE, WORK, NEED_NONE, review),
	ONE("title", "title", ELEMENT, TEXT, NEED_XML, title),
	MANY("notes", "note", ELEMENT, TEXT, NEED_NONE, notes),
	PARTS("sources", "source", source_schema, NEED_NONE, sources),
	PARTS("trials", "trial", included_trial_schema, NEED_NONE, trials),
	DATES,
};
const struct schema SHAPE(trial_list, "trial-list");
#undef S

void
claim_derive_cites(struct claim *claim)
{
	const struct bearing *bearing;
	struct list *list;
	size_t i;

	for (i = 0; i < claim->support.count; i++) {
		bearing = list_at(&claim->support, i);
		list = text_same(bearing->tie, "cited") ? &claim->cites :
		    &claim->cites_loose;
		list_add(claim, list, mem_text(claim, bearing->work));
	}
}
