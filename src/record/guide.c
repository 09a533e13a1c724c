/* Guides: entries of the glossary, and tours. */
#include "record/guide.h"

#include "record/row.h"

#define S struct entry
static const struct member entry_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("word", "word", ELEMENT, TEXT, NEED_XML, word),
	MANY("also", "also", ELEMENT, TEXT, NEED_JSON, also),
	ONE("text", "text", ELEMENT, TEXT, NEED_XML, text),
};
const struct schema SHAPE(entry, "entry");
#undef S

#define S struct step
static const struct member step_members[] = {
	ONE("heading", "heading", ELEMENT, TEXT, NEED_XML, heading),
	ONE("text", "text", ELEMENT, TEXT, NEED_XML, text),
	MANY("claims", "claim", ELEMENT, CLAIM, NEED_JSON, claims),
	MANY("works", "work", ELEMENT, WORK, NEED_JSON, works),
	MANY("terms", "term", ELEMENT, ANY_TERM, NEED_JSON, terms),
};
static const struct schema SHAPE(step, "step");
#undef S

#define S struct tour
static const struct member tour_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("title", "title", ELEMENT, TEXT, NEED_XML, title),
	PARTS("steps", "step", step_schema, NEED_XML | NEED_JSON, steps),
};
const struct schema SHAPE(tour, "tour");
#undef S
