/* Topics: clinical questions, each answered from the records. */
#include "record/topic.h"

#include "record/row.h"

#define S struct topic_work
static const struct member topic_work_members[] = {
	ONE("work", "work", ATTRIBUTE, WORK, NEED_XML, work),
	PICK("bears", "bears", ATTRIBUTE, topic_bearings, NEED_XML, bears),
	ONE("why", "evidence", CONTENT, TEXT, NEED_XML, why),
};
static const struct schema SHAPE(topic_work, "evidence");
#undef S

#define S struct topic_certainty
static const struct member topic_certainty_members[] = {
	TERM("outcome", "outcome", ATTRIBUTE, OUTCOME, NEED_XML, outcome),
	PICK("rating", "rating", ATTRIBUTE, ratings, NEED_XML, rating),
	ONE("by", "by", ATTRIBUTE, WORK, NEED_XML, by),
	ONE("source", "source", ATTRIBUTE, LABEL, NEED_XML, source),
	ONE("note", "note", ELEMENT, TEXT, NEED_NONE, note),
};
static const struct schema SHAPE(topic_certainty, "certainty");
#undef S

#define S struct topic
static const struct member topic_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("question", "question", ELEMENT, TEXT, NEED_XML, question),
	MANY("also", "also", ELEMENT, TEXT, NEED_JSON, also),
	ONE("population", "population", ELEMENT, TEXT, NEED_NONE, population),
	MANY("intervention", "intervention", ELEMENT, ANY_TERM, NEED_JSON,
	    intervention),
	TERMS("comparators", "comparator", TECHNIQUE, NEED_JSON, comparators),
	TERMS("conditions", "condition", CONDITION, NEED_JSON, conditions),
	TERMS("outcomes", "outcome", OUTCOME, NEED_JSON, outcomes),
	TERMS("mechanisms", "mechanism", MECHANISM, NEED_JSON, mechanisms),
	MANY("terms", "term", ELEMENT, ANY_TERM, NEED_NONE, terms),
	PICK("level_question", "level-question", ELEMENT, level_questions,
	    NEED_NONE, level_question),
	ONE("answer", "answer", ELEMENT, TEXT, NEED_XML, answer),
	ONE("detail", "detail", ELEMENT, TEXT, NEED_NONE, detail),
	PARTS("certainty", "certainty", topic_certainty_schema, NEED_NONE,
	    certainty),
	ONE("harms", "harms", ELEMENT, TEXT, NEED_NONE, harms),
	PARTS("works", "evidence", topic_work_schema, NEED_JSON, works),
	MANY("propositions", "proposition", ELEMENT, PROPOSITION, NEED_JSON,
	    propositions),
	ONE("gaps", "gaps", ELEMENT, TEXT, NEED_NONE, gaps),
	ONE("updated", "updated", ATTRIBUTE, DATE, NEED_NONE, updated),
	DATES,
};
const struct schema SHAPE(topic, "topic");
#undef S
