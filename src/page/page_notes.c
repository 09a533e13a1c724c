/* Notes, tags, saved searches and bookmarks. */
#include "page/page_notes.h"

#include <stdlib.h>

#include "base/text.h"
#include "library/list_edit.h"
#include "library/note_edit.h"
#include "library/notebook.h"
#include "page/makers.h"
#include "page/tell.h"
#include "page/wording.h"
#include "record/guide.h"
#include "record/topic.h"

/* A one-line description of a record; owned by `ctx`. */
static char *
words_of_record(const void *ctx, struct library *library, enum rectype kind,
    const char *id)
{
	const void *record = library_record(library, ctx, kind, id);
	const struct work *work = record;

	if (record == NULL)
		return NULL;
	switch (kind) {
	case RECTYPE_WORK:
		return mem_format(ctx, "%s, %s, %s", wording_short(ctx, work),
		    work_design_label(work), wording_level(ctx, work));
	case RECTYPE_CLAIM:
		return mem_text(ctx, ((const struct claim *)record)->statement);
	case RECTYPE_PROPOSITION:
		return mem_text(ctx,
		    ((const struct proposition *)record)->statement);
	case RECTYPE_TOPIC:
		return mem_text(ctx, ((const struct topic *)record)->question);
	case RECTYPE_TERM:
		return library_label(library, ctx, id);
	case RECTYPE_ARTICLE:
		return wording_article(ctx, library, id);
	case RECTYPE_TRIAL_LIST:
		return mem_text(ctx,
		    ((const struct trial_list *)record)->title);
	case RECTYPE_ENTRY:
		return mem_text(ctx, ((const struct glossary_entry *)record)->word);
	case RECTYPE_TOUR:
		return mem_text(ctx, ((const struct tour *)record)->title);
	case RECTYPE_LIST:
		return mem_text(ctx,
		    ((const struct reading_list *)record)->title);
	case RECTYPE_ABOUT:
		return mem_text(ctx, ((const struct about *)record)->title);
	case RECTYPE_NOTES:
	case RECTYPE_COUNT:
		break;
	}
	return mem_text(ctx, id);
}

char *
page_words_for(const void *ctx, struct library *library,
    const struct address *address)
{
	const char *name;
	char *words = address->page == PAGE_RECORD ? words_of_record(ctx,
	    library, address->kind, address->id) : NULL;

	if (words != NULL)
		return words;
	if (address->page >= PAGE_NAMES)
		return address_print(ctx, address);
	name = address_page_name((int)address->page);
	return address->query == NULL || *address->query == '\0' ?
	    mem_format(ctx, "%s (%s)", address_print(ctx, address),
	    address_page_purpose((int)address->page)) : mem_format(ctx, "%s: %s",
	    name, address->query);
}

void
page_put_kept(struct block *block, struct library *library, const char *page,
    const char *bibliography)
{
	struct address address;
	enum target target = library_target(library, block, page,
	    bibliography, &address);

	if (target == TARGET_HERE) {
		block_link(block, address_print(block, &address),
		    page_words_for(block, library, &address));
		return;
	}
	/* A link that leads to no page makes the line selectable. */
	block_link(block, page, page);
	block_format(block, ROLE_WARNING, " (%s%s%s)", target ==
	    TARGET_AMBIGUOUS ? "in several open bibliographies; add it again "
	    "from the right one" : "not in the open bibliographies",
	    bibliography == NULL || target == TARGET_AMBIGUOUS ? "" :
	    "; it was in ", bibliography == NULL || target ==
	    TARGET_AMBIGUOUS ? "" : bibliography);
}

void
page_put_kept_caution(struct doc *doc, struct library *library,
    const char *page, const char *bibliography)
{
	const struct work *work;
	struct address address;

	if (library_target(library, doc, page, bibliography, &address) !=
	    TARGET_HERE || address.page != PAGE_RECORD || address.kind !=
	    RECTYPE_WORK)
		return;
	work = library_record(library, doc, RECTYPE_WORK, address.id);
	if (work != NULL)
		tell_caution(doc, work);
}

void
page_put_conflict(struct block *block, const char *conflict)
{
	if (text_same(conflict, "yes"))
		block_add(block, ROLE_WARNING, " (changed in two sessions; "
		    "drop the wrong version)");
}

bool
page_put_problems(struct doc *doc, const struct list *problems)
{
	const struct diag *diag;
	bool broken = false;
	size_t i;

	for (i = 0; i < problems->count; i++) {
		diag = list_at(problems, i);
		broken |= diag->severity == SEVERITY_ERROR;
		if (diag->place.line == 0)
			block_add(doc_paragraph(doc, 0), ROLE_WARNING,
			    diag->text);
		else
			block_format(doc_paragraph(doc, 0), ROLE_WARNING,
			    "%s: %s", diag_where(doc, diag->place),
			    diag->text);
	}
	return broken;
}

/* The notebook's data on one page. */

static void
put_note_of(struct doc *doc, const struct page_note *note)
{
	size_t i;

	for (i = 0; i < note->paragraphs.count; i++)
		doc_para(doc, list_at(&note->paragraphs, i));
	if (note->state != NULL)
		doc_field(doc, "State", code_label(&reading_states,
		    note->state));
	doc_texts(doc, "Tags", &note->tags, ", ");
}

/* The notebook's lists that include a page. */
static void
put_lists_with(struct doc *doc, struct library *library,
    const struct address *address)
{
	const char *page = address_print(doc, address);
	struct notebook *notebook = library_notebook(library);
	struct list names = notebook_names(notebook, doc);
	const struct reading_list *list;
	struct block *row = NULL;
	size_t i;

	for (i = 0; i < names.count; i++) {
		list = notebook_list(notebook, list_at(&names, i));
		if (list == NULL || library_find_item(library, list, page) ==
		    0)
			continue;
		if (row == NULL)
			row = doc_row(doc, "In lists");
		else
			block_text(row, ", ");
		block_link(row, address_of(doc, RECTYPE_LIST, list->id),
		    list->title);
	}
}

/* Whether a note is on the page with these names. */
static bool
is_about(const struct page_note *note, const struct list *names)
{
	const struct kept_name *name;
	size_t i;

	for (i = 0; i < names->count; i++) {
		name = list_at(names, i);
		if (kept_is_same_page(note->page, note->bibliography,
		    name->page, name->bibliography))
			return true;
	}
	return false;
}

void
page_put_note(struct doc *doc, struct library *library,
    const struct address *address)
{
	struct notebook *notebook = library_notebook(library);
	const struct notes *notes;
	const struct page_note *note;
	struct list names;
	struct block *line;
	bool any = false;
	size_t before, headed, version = 0, i;

	if (notebook == NULL)
		return;
	names = library_kept_names(library, doc, address);
	notes = notebook_notes(notebook);
	before = doc->blocks.count;
	(void)doc_heading(doc, "Your notes");
	headed = doc->blocks.count;
	for (i = 0; i < notes->notes.count; i++) {
		note = list_at(&notes->notes, i);
		if (is_about(note, &names)) {
			if (note->conflict != NULL) {
				line = doc_paragraph(doc, 0);
				block_format(line, ROLE_LABEL, "Version %zu",
				    ++version);
				page_put_conflict(line, note->conflict);
			}
			put_note_of(doc, note);
			any = true;
		}
	}
	put_lists_with(doc, library, address);
	if (!any && doc->blocks.count == headed)
		doc->blocks.count = before;
}

struct doc *
page_note_on(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, address_print(ctx, address));
	struct block *title = doc_title(doc, "");
	size_t before = doc->blocks.count;

	block_text(title, page_words_for(doc, library, address));
	page_put_note(doc, library, address);
	if (doc->blocks.count > before)
		return doc;
	mem_free(doc);
	return NULL;
}

/* The page of all notes. */

static void
put_all_notes(struct doc *doc, struct library *library,
    const struct notes *notes)
{
	const struct page_note *note;
	struct block *line;
	size_t i, k;

	if (notes->notes.count > 0)
		(void)doc_heading(doc, "Pages");
	for (i = 0; i < notes->notes.count; i++) {
		note = list_at(&notes->notes, i);
		line = doc_item(doc, 0);
		page_put_kept(line, library, note->page, note->bibliography);
		if (note->state != NULL)
			block_format(line, ROLE_TEXT, "; %s", code_label(
			    &reading_states, note->state));
		for (k = 0; k < note->tags.count; k++)
			block_format(line, ROLE_TEXT, "%s%s", k == 0 ?
			    "; tags: " : ", ", (const char *)list_at(
			    &note->tags, k));
		page_put_conflict(line, note->conflict);
		for (k = 0; k < note->paragraphs.count; k++)
			block_text(doc_paragraph(doc, 1), list_at(
			    &note->paragraphs, k));
	}
}

static void
put_searches(struct doc *doc, const struct notes *notes)
{
	const struct kept_search *search;
	struct address address = { .page = PAGE_SEARCH };
	struct block *line;
	size_t i;

	if (notes->searches.count > 0)
		(void)doc_heading(doc, "Searches");
	for (i = 0; i < notes->searches.count; i++) {
		search = list_at(&notes->searches, i);
		address.query = search->query;
		line = doc_item(doc, 0);
		if (search->digit != NULL)
			block_format(line, ROLE_KEY, "%s ", search->digit);
		block_link(line, address_print(doc, &address), search->name);
		block_format(line, ROLE_TEXT, ": %s", search->query);
		page_put_conflict(line, search->conflict);
	}
}

static void
put_bookmarks(struct doc *doc, struct library *library,
    const struct notes *notes)
{
	const struct page_bookmark *bookmark;
	struct block *line;
	size_t i;

	if (notes->bookmarks.count > 0)
		(void)doc_heading(doc, "Bookmarks");
	for (i = 0; i < notes->bookmarks.count; i++) {
		bookmark = list_at(&notes->bookmarks, i);
		line = doc_item(doc, 0);
		block_format(line, ROLE_KEY, "%s ", bookmark->letter);
		page_put_kept(line, library, bookmark->page,
		    bookmark->bibliography);
		page_put_conflict(line, bookmark->conflict);
		page_put_kept_caution(doc, library, bookmark->page,
		    bookmark->bibliography);
	}
}

/* How many answers agreed with the record, by kind of question. */
static void
put_practice(struct doc *doc, const struct notes *notes)
{
	const struct practice_progress *progress;
	long asked, agreed;
	size_t i, k;

	if (notes->practice.count > 0)
		(void)doc_heading(doc, "Practice");
	for (i = 0; i < practice_kinds.count; i++) {
		asked = agreed = 0;
		for (k = 0; k < notes->practice.count; k++) {
			progress = list_at(&notes->practice, k);
			if (!text_same(progress->kind, practice_kinds.at[i].id))
				continue;
			asked += strtol(progress->asked, NULL, 10);
			agreed += strtol(progress->agreed, NULL, 10);
		}
		if (asked > 0)
			block_format(doc_item(doc, 0), ROLE_TEXT, "%s: %ld of "
			    "%ld match the record", practice_kinds.at[i].label,
			    agreed, asked);
	}
}

static void
put_all_kept(struct doc *doc, struct library *library,
    const struct notes *notes)
{
	if (notes->notes.count + notes->searches.count +
	    notes->bookmarks.count + notes->practice.count == 0)
		doc_para(doc, "None yet.");
	put_all_notes(doc, library, notes);
	put_searches(doc, notes);
	put_bookmarks(doc, library, notes);
	put_practice(doc, notes);
}

void
page_notes_record(struct doc *doc, struct library *library,
    const void *record, const char *only)
{
	const struct notes *notes = record;

	(void)only;
	(void)doc_title(doc, notes->title == NULL ? "Notes" : notes->title);
	put_all_kept(doc, library, notes);
}

struct doc *
page_notes(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, "notes");
	struct notebook *notebook = library_notebook(library);
	struct list problems;

	(void)address;
	(void)doc_title(doc, "Your notes");
	if (notebook == NULL) {
		doc_para(doc, "None yet.");
		return doc;
	}
	problems = notebook_problems_of(notebook, doc, NULL);
	if (!page_put_problems(doc, &problems))
		put_all_kept(doc, library, notebook_notes(notebook));
	return doc;
}
