/* Guides: glossary entries, tours, reading lists. */
#include "record/guide.h"

#include "record/row.h"

#define S struct glossary_entry
static const struct member entry_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("word", "word", ELEMENT, TEXT, NEED_XML, word),
	MANY("also", "also", ELEMENT, TEXT, NEED_JSON, also),
	ONE("text", "text", ELEMENT, TEXT, NEED_XML, text),
	DATES,
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
	DATES,
};
const struct schema SHAPE(tour, "tour");
#undef S

#define S struct reading_item
static const struct member reading_item_members[] = {
	KEPT_PAGE,
	CONFLICT,
	PICK("importance", "importance", ATTRIBUTE, importances, NEED_NONE,
	    importance),
	ONE("minutes", "minutes", ATTRIBUTE, INTEGER, NEED_NONE, minutes),
	ONE("note", "note", ELEMENT, TEXT, NEED_NONE, note),
	ONE("question", "question", ELEMENT, TEXT, NEED_NONE, question),
	ONE("answer", "answer", ELEMENT, TEXT, NEED_NONE, answer),
};
const struct schema SHAPE(reading_item, "item");
#undef S

#define S struct reading_section
static const struct member reading_section_members[] = {
	CONFLICT,
	ONE("title", "title", ELEMENT, TEXT, NEED_XML, title),
	ONE("note", "note", ELEMENT, TEXT, NEED_NONE, note),
	PARTS("items", "item", reading_item_schema, NEED_JSON, items),
};
const struct schema SHAPE(reading_section, "section");
#undef S

#define S struct reading_list
static const struct member reading_list_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("title", "title", ELEMENT, TEXT, NEED_XML, title),
	ONE("description", "description", ELEMENT, TEXT, NEED_NONE,
	    description),
	MANY("aims", "aim", ELEMENT, TEXT, NEED_NONE, aims),
	PARTS("items", "item", reading_item_schema, NEED_NONE, items),
	PARTS("sections", "section", reading_section_schema, NEED_NONE,
	    sections),
	MANY("tags", "tag", ELEMENT, TEXT, NEED_NONE, tags),
	DATES,
};
const struct schema list_schema = { .name = "list", .size = sizeof(S),
    .members = reading_list_members, .count = COUNT(reading_list_members) };
#undef S
