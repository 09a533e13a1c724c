/* Reading lists. */
#include "page/makers.h"

#include <string.h>

#include "base/text.h"
#include "library/list_edit.h"
#include "library/notebook.h"
#include "page/page_notes.h"
#include "page/wording.h"
#include "record/guide.h"

/* "12 items, about 95 minutes", owned by `ctx`. */
static char *
wording_list_size(const void *ctx, const struct reading_list *list)
{
	size_t items = list_items(list);
	long minutes = list_minutes(list);
	char *count = mem_format(ctx, "%zu item%s", items, items == 1 ? "" :
	    "s");

	return minutes == 0 ? count : mem_format(ctx, "%s, about %ld minutes",
	    count, minutes);
}

static void
put_reading_item(struct doc *doc, struct library *library,
    const struct reading_item *item, size_t number)
{
	struct block *line = doc_item(doc, 0);

	block_format(line, ROLE_LABEL, "%zu. ", number);
	page_put_kept(line, library, item->page, item->bibliography);
	if (item->importance != NULL) {
		block_text(line, "; ");
		block_add(line, ROLE_GRADE, code_label(&importances,
		    item->importance));
	}
	if (item->minutes != NULL)
		block_format(line, ROLE_TEXT, "; %s min", item->minutes);
	page_put_conflict(line, item->conflict);
	page_put_kept_caution(doc, library, item->page, item->bibliography);
	if (item->note != NULL)
		block_text(doc_paragraph(doc, 1), item->note);
	if (item->question != NULL)
		block_format(doc_paragraph(doc, 1), ROLE_TEXT, "Question: %s",
		    item->question);
}

/* The answers come after all items, so that readers see the questions first. */
static void
put_answers(struct doc *doc, const struct reading_list *list)
{
	const struct reading_item *item;
	bool any = false;
	size_t i;

	for (i = 1; (item = list_item(list, i, NULL)) != NULL; i++) {
		if (item->answer == NULL)
			continue;
		if (!any)
			(void)doc_heading(doc, "Answers");
		any = true;
		block_format(doc_item(doc, 0), ROLE_TEXT, "%zu. %s", i,
		    item->answer);
	}
}

static void
put_texts(struct doc *doc, const char *heading, const struct list *texts)
{
	size_t i;

	if (texts->count > 0)
		(void)doc_heading(doc, heading);
	for (i = 0; i < texts->count; i++)
		block_text(doc_item(doc, 0), list_at(texts, i));
}

static void
put_sections(struct doc *doc, struct library *library,
    const struct reading_list *list)
{
	struct reading_section *in;
	const struct reading_item *item;
	size_t number = 1, i, k;

	if (list->items.count > 0)
		(void)doc_heading(doc, "To read");
	for (k = 0; k < list->items.count; k++)
		put_reading_item(doc, library, list_at(&list->items, k), number++);
	for (i = 0; i < list->sections.count; i++) {
		in = list_at(&list->sections, i);
		page_put_conflict(doc_heading(doc, in->title), in->conflict);
		if (in->note != NULL)
			doc_para(doc, in->note);
		for (k = 0; k < in->items.count; k++) {
			item = list_at(&in->items, k);
			put_reading_item(doc, library, item, number++);
		}
	}
}

void
page_list(struct doc *doc, struct library *library, const void *record,
    const char *only)
{
	const struct reading_list *list = record;
	struct notebook *notebook = library_notebook(library);

	(void)only;
	(void)doc_title(doc, list->title);
	if (list->description != NULL)
		doc_para(doc, list->description);
	doc_gap(doc);
	doc_field(doc, "Length", wording_list_size(doc, list));
	doc_texts(doc, "Tags", &list->tags, ", ");
	doc_field(doc, "Id", list->id);
	if (notebook != NULL && notebook_list(notebook, list->id) != NULL) {
		doc_field(doc, "Kept", notebook_is_kept(notebook) ?
		    "in your notebook" : "for this session only");
	} else {
		doc_field(doc, "Added", list->added);
		doc_field(doc, "Changed", list->changed);
	}
	put_texts(doc, "Aims", &list->aims);
	put_sections(doc, library, list);
	put_answers(doc, list);
}

/* All lists. */

static void
put_problems(struct doc *doc, struct notebook *notebook)
{
	struct list problems = notebook_problems(notebook, doc);

	if (problems.count > 0)
		(void)doc_heading(doc, "Files that cannot be read");
	(void)page_put_problems(doc, &problems);
}

struct doc *
page_lists(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, "lists");
	struct list ids = library_ids(library, doc, RECTYPE_LIST);
	struct notebook *notebook = library_notebook(library);
	const struct reading_list *list;
	struct block *line;
	size_t i;

	doc->found = 0;
	doc->address = address_print(doc, address);
	(void)doc_title(doc, *address->query == '\0' ? "Reading lists" :
	    mem_format(doc, "Reading lists matching %s", address->query));
	for (i = 0; i < ids.count; i++) {
		list = library_record(library, doc, RECTYPE_LIST, list_at(
		    &ids, i));
		if (list == NULL || (strcasestr(list->id, address->query) ==
		    NULL && strcasestr(list->title, address->query) == NULL))
			continue;
		doc->found++;
		line = doc_item(doc, 0);
		block_link(line, address_of(doc, RECTYPE_LIST, list->id),
		    list->title);
		block_format(line, ROLE_TEXT, " (%s): %s", list->id,
		    wording_list_size(doc, list));
		if (notebook != NULL && notebook_list(notebook, list->id) !=
		    NULL)
			block_text(line, "; yours");
	}
	if (doc->found == 0)
		doc_para(doc, ids.count == 0 ? "None yet." : "None.");
	if (notebook != NULL)
		put_problems(doc, notebook);
	return doc;
}
