/* Notes: the user's data on pages. */
#include "record/notes.h"

#include "record/row.h"

#define S struct page_note
static const struct member page_note_members[] = {
	KEPT_PAGE,
	PICK("state", "state", ATTRIBUTE, reading_states, NEED_NONE, state),
	CONFLICT,
	MANY("text", "text", ELEMENT, TEXT, NEED_NONE, paragraphs),
	MANY("tags", "tag", ELEMENT, TEXT, NEED_NONE, tags),
	DATES,
};
const struct schema SHAPE(page_note, "note");
#undef S

#define S struct kept_search
static const struct member kept_search_members[] = {
	ONE("name", "name", ATTRIBUTE, TEXT, NEED_XML, name),
	ONE("query", "query", ATTRIBUTE, TEXT, NEED_XML, query),
	ONE("digit", "digit", ATTRIBUTE, INTEGER, NEED_NONE, digit),
	CONFLICT,
	DATES,
};
const struct schema SHAPE(kept_search, "search");
#undef S

#define S struct page_bookmark
static const struct member page_bookmark_members[] = {
	ONE("letter", "letter", ATTRIBUTE, LABEL, NEED_XML, letter),
	KEPT_PAGE,
	CONFLICT,
	DATES,
};
const struct schema SHAPE(page_bookmark, "bookmark");
#undef S

#define S struct practice_progress
static const struct member practice_progress_members[] = {
	KEPT_PAGE,
	PICK("kind", "kind", ATTRIBUTE, practice_kinds, NEED_XML, kind),
	ONE("asked", "asked", ATTRIBUTE, INTEGER, NEED_XML, asked),
	ONE("agreed", "agreed", ATTRIBUTE, INTEGER, NEED_XML, agreed),
	CONFLICT,
	DATES,
};
const struct schema SHAPE(practice_progress, "practice");
#undef S

#define S struct notes
static const struct member notes_members[] = {
	ONE("id", "id", ATTRIBUTE, ID, NEED_XML | NEED_ID, id),
	ONE("title", "title", ELEMENT, TEXT, NEED_NONE, title),
	PARTS("notes", "note", page_note_schema, NEED_NONE, notes),
	PARTS("searches", "search", kept_search_schema, NEED_NONE, searches),
	PARTS("bookmarks", "bookmark", page_bookmark_schema, NEED_NONE,
	    bookmarks),
	PARTS("practice", "practice", practice_progress_schema, NEED_NONE,
	    practice),
	DATES,
};
const struct schema SHAPE(notes, "notes");
#undef S
