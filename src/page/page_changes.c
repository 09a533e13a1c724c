/* What changed between two states of a bibliography, as a document. */
#include "page/page_changes.h"

#include "library/resolve.h"
#include "page/makers.h"
#include "page/page_search.h"
#include "record/guide.h"

enum { SHOWN_MOST = 200 };

static const char *const words[] = {
	[CHANGE_ADDED] = "Added", [CHANGE_REMOVED] = "Removed",
	[CHANGE_FACTS] = "Changed", [CHANGE_EDITED] = "Edited",
};

static const char *const labels[RECTYPE_COUNT] = {
	[RECTYPE_ABOUT] = "The bibliography",
	[RECTYPE_ARTICLE] = "Articles",
	[RECTYPE_TERM] = "Terms",
	[RECTYPE_WORK] = "Works",
	[RECTYPE_CLAIM] = "Claims",
	[RECTYPE_PROPOSITION] = "Propositions",
	[RECTYPE_TOPIC] = "Topics",
	[RECTYPE_TRIAL_LIST] = "Trials included in reviews",
	[RECTYPE_ENTRY] = "Glossary",
	[RECTYPE_TOUR] = "Tours",
	[RECTYPE_LIST] = "Reading lists",
	[RECTYPE_NOTES] = "Notes",
};

static void
changes_put_name(struct block *item, const struct change *change)
{
	block_format(item, ROLE_LABEL, "%s: ", words[change->kind]);
	if (change->kind == CHANGE_REMOVED)
		block_text(item, change->name);
	else
		block_link(item, change->address, change->name);
}

static void
put_facts(struct doc *doc, const struct change *change)
{
	const struct fact_change *fact;
	struct block *line;
	size_t i;

	for (i = 0; i < change->facts.count; i++) {
		fact = list_at(&change->facts, i);
		line = doc_item(doc, 1);
		block_format(line, ROLE_LABEL, "%s: ", fact->what);
		/* Only changed records have old and new values. */
		if (change->kind == CHANGE_ADDED || change->kind ==
		    CHANGE_REMOVED) {
			block_add(line, ROLE_GRADE, fact->after != NULL ?
			    fact->after : fact->before);
			/*
			 * The first fact matters most to readers, so the others
			 * are left out.
			 */
			return;
		}
		if (fact->before == NULL)
			block_text(line, "not recorded before; now ");
		else
			block_format(line, ROLE_TEXT, "was \"%s\", now ",
			    fact->before);
		block_add(line, ROLE_GRADE, fact->after == NULL ? "not given" :
		    mem_format(doc, "\"%s\"", fact->after));
	}
}

static void
changes_put_keys(struct block *item, const struct change *change)
{
	size_t i;

	for (i = 0; i < change->keys.count; i++)
		block_format(item, ROLE_TEXT, "%s%s%s", i == 0 ? " (" : ", ",
		    (const char *)list_at(&change->keys, i), i + 1 ==
		    change->keys.count ? ")" : "");
}

/* "Works: 2 added, 1 changed". */
static void
changes_put_counts(struct doc *doc, const struct list *changes, enum rectype type)
{
	size_t counts[CHANGE_EDITED + 1] = { 0 }, i;
	const struct change *change;
	struct buf out = { .data = NULL };

	for (i = 0; i < changes->count; i++) {
		change = list_at(changes, i);
		counts[change->kind] += change->type == type;
	}
	for (i = CHANGE_ADDED; i <= CHANGE_EDITED; i++)
		if (counts[i] > 0)
			buf_format(doc, &out, "%s%zu %s", out.len > 0 ? ", " :
			    "", counts[i], i == CHANGE_ADDED ? "added" : i ==
			    CHANGE_REMOVED ? "removed" : i == CHANGE_FACTS ?
			    "changed" : "edited");
	if (out.len == 0)
		return;
	(void)doc_heading(doc, mem_format(doc, "%s: %s", labels[type],
	    out.data));
}

static void
put_type(struct doc *doc, const struct list *changes, enum rectype type,
    size_t most)
{
	size_t shown[CHANGE_EDITED + 1] = { 0 }, left = 0, i;
	const struct change *change;
	struct block *item;

	changes_put_counts(doc, changes, type);
	for (i = 0; i < changes->count; i++) {
		change = list_at(changes, i);
		if (change->type != type)
			continue;
		if (shown[change->kind]++ >= most) {
			left++;
			continue;
		}
		item = doc_item(doc, 0);
		changes_put_name(item, change);
		changes_put_keys(item, change);
		put_facts(doc, change);
	}
	if (left > 0)
		doc_para(doc, mem_format(doc, "Not shown here: %zu more. "
		    "'strigil diff' prints all.", left));
}

/* Reading lists. */

/* Whether the record of this item was removed. */
static bool
was_item(const struct change *change, const struct reading_item *item)
{
	const char *name = item->bibliography;
	const char *was = change->kind == CHANGE_REMOVED ? change->address :
	    change->before;

	return was != NULL && text_same(was, item->page) && (name == NULL ||
	    *change->bibliography == '\0' || text_same(change->bibliography, name));
}

/*
 * The change to the record of an item, in the bibliography that the item names;
 * NULL if there is none.
 */
static const struct change *
change_of(struct library *library, const struct list *changes,
    const struct reading_item *item)
{
	void *scratch = mem_context(NULL);
	const struct change *change, *found = NULL;
	struct address address;
	const char *here = NULL;
	size_t i;

	if (library_target(library, scratch, item->page, item->bibliography,
	    &address) == TARGET_HERE)
		here = address_print(scratch, &address);
	for (i = 0; i < changes->count && found == NULL; i++) {
		change = list_at(changes, i);
		if (here != NULL ? text_same(change->address, here) :
		    was_item(change, item))
			found = change;
	}
	mem_free(scratch);
	return found;
}

static void
changes_put_items(struct library *library, const struct list *items,
    const struct list *changes, struct block *line)
{
	const struct reading_item *item;
	const struct change *change;
	size_t i;

	for (i = 0; i < items->count; i++) {
		item = list_at(items, i);
		change = change_of(library, changes, item);
		if (change == NULL)
			continue;
		block_text(line, line->spans.count > 1 ? "; " : ": ");
		if (change->kind == CHANGE_REMOVED)
			block_format(line, ROLE_TEXT, "%s (removed)",
			    change->name);
		else
			block_link(line, change->address, change->name);
	}
}

/* Reading lists with an item among the changes. */
static void
put_lists(struct doc *doc, struct library *library,
    const struct list *changes)
{
	struct list ids = library_ids(library, doc, RECTYPE_LIST);
	const struct reading_section *section;
	const struct reading_list *list;
	struct doc *lines = doc_new(doc, "");
	struct block *line;
	size_t i, j;

	for (i = 0; i < ids.count; i++) {
		list = library_record(library, doc, RECTYPE_LIST,
		    list_at(&ids, i));
		line = doc_item(lines, 0);
		if (list == NULL)
			continue;
		block_link(line, address_of(doc, RECTYPE_LIST, list->id),
		    list->title);
		changes_put_items(library, &list->items, changes, line);
		for (j = 0; j < list->sections.count; j++) {
			section = list_at(&list->sections, j);
			changes_put_items(library, &section->items, changes,
			    line);
		}
	}
	for (i = 0, j = 0; i < lines->blocks.count; i++) {
		line = list_at(&lines->blocks, i);
		if (line->spans.count < 2)
			continue;
		if (j++ == 0)
			(void)doc_heading(doc, "Reading lists with changed "
			    "items");
		list_add(doc, &doc->blocks, line);
	}
}

static void
put_state(struct doc *doc, const char *label, const struct snapshot *snapshot)
{
	doc_field(doc, label, mem_format(doc, "%s%s%s", snapshot->title,
	    snapshot->version == NULL ? "" : ", ", snapshot->version == NULL ?
	    "" : snapshot->version));
	if (snapshot->left_out > 0)
		block_format(doc_paragraph(doc, 0), ROLE_WARNING,
		    snapshot->left_out == 1 ? "%ld record was left out here "
		    "because of errors: additions and removals may include "
		    "this one." : "%ld records were left out here because of "
		    "errors: additions and removals may include some of these.",
		    snapshot->left_out);
}

struct doc *
page_changes(const void *ctx, struct library *library,
    const struct snapshot *old, const struct snapshot *now,
    const struct list *changes, size_t most)
{
	struct doc *doc = doc_new(ctx, "new");
	int type;

	doc->found = (long)changes->count;
	(void)doc_title(doc, old->date != NULL ? "New since your last visit" :
	    "What changed");
	doc_field(doc, "Last visit", old->date);
	put_state(doc, "Before", old);
	put_state(doc, "Now", now);
	if (changes->count == 0)
		doc_para(doc, "No changes.");
	for (type = 0; type < RECTYPE_COUNT; type++)
		put_type(doc, changes, (enum rectype)type, most);
	if (changes->count > 0)
		put_lists(doc, library, changes);
	return doc;
}

static struct doc *
page_nothing_seen(const void *ctx, struct library *library)
{
	struct doc *doc = doc_new(ctx, "new");

	(void)doc_title(doc, "New since your last visit");
	doc_para(doc, snapshot_fits(library) ? "This is your first visit to "
	    "this bibliography.  Its present state is saved for comparison "
	    "when you quit the browser." : "This bibliography is too large to save "
	        "a copy for comparison; use 'strigil diff OLD' to compare it "
	        "with an older copy.");
	return doc;
}

struct doc *
page_new(const void *ctx, struct library *library,
    const struct address *address)
{
	void *scratch = mem_context(ctx);
	char *text = library_seen(library, scratch);
	const struct snapshot *old = text == NULL ? NULL : snapshot_read(
	    scratch, text), *now;
	struct list changes;
	struct doc *doc;

	(void)address;
	if (old == NULL || !snapshot_fits(library)) {
		doc = page_nothing_seen(ctx, library);
	} else {
		now = snapshot_take(scratch, library);
		changes = changes_between(scratch, old, now);
		doc = page_changes(ctx, library, old, now, &changes,
		    SHOWN_MOST);
	}
	mem_free(scratch);
	return doc;
}
