/* The notebook's data on records, for searches and pages. */
#include "base/text.h"
#include "library/library.h"
#include "library/list_edit.h"
#include "library/note_edit.h"
#include "library/private.h"

size_t
library_find_item(struct library *library, const struct reading_list *list,
    const char *text)
{
	void *scratch = mem_context(NULL);
	size_t number = list_find(list, text, NULL), i;
	struct list names = { .at = NULL };
	const struct kept_name *name;
	struct address address;

	if (number == 0 && library_resolve(library, scratch, text, &address))
		names = library_kept_names(library, scratch, &address);
	for (i = 0; number == 0 && i < names.count; i++) {
		name = list_at(&names, i);
		number = list_find(list, name->page, name->bibliography);
	}
	mem_free(scratch);
	return number;
}

/* For searches. */

/*
 * Adds the id of a saved page, if it is a record of this type in the library.
 */
static void
add_kept(struct library *library, const void *ctx, const char *page,
    const char *bibliography, enum rectype type, struct list *ids)
{
	struct address address;

	if (library_target(library, ctx, page, bibliography, &address) ==
	    TARGET_HERE && address.page == PAGE_RECORD && address.kind ==
	    type && !list_holds(ids, address.id))
		list_add(ctx, ids, (void *)(uintptr_t)address.id);
}

static bool
ids_of_list(struct library *library, const void *ctx, const char *name,
    enum rectype type, struct list *ids)
{
	const struct reading_list *list = library_record(library, ctx,
	    RECTYPE_LIST, name);
	const struct reading_item *item;
	size_t i;

	if (list == NULL)
		return false;
	for (i = 1; (item = list_item(list, i, NULL)) != NULL; i++)
		add_kept(library, ctx, item->page, item->bibliography, type,
		    ids);
	return true;
}

/* Whether each word is a prefix of a word in the text; both are folded. */
static bool
has_words(const char *text, const char *words)
{
	const char *at;
	size_t n;

	for (; *words != '\0'; words += n + (words[n] == ' ')) {
		n = strcspn(words, " ");
		for (at = text; at != NULL && strncmp(at, words, n) != 0;) {
			at = strchr(at, ' ');
			at = at == NULL ? NULL : at + 1;
		}
		if (at == NULL)
			return false;
	}
	return true;
}

static bool
note_has(const void *ctx, const struct page_note *note, const char *field,
    const char *folded)
{
	size_t i;

	if (text_same(field, "is"))
		return note->state != NULL && text_same(text_fold(ctx,
		    note->state), folded);
	for (i = 0; text_same(field, "tag") && i < note->tags.count; i++)
		if (text_same(text_fold(ctx, list_at(&note->tags, i)),
		    folded))
			return true;
	if (text_same(field, "has"))
		return text_same(folded, "note") && *note_text(ctx, note) !=
		    '\0';
	return text_same(field, "note") && *folded != '\0' && has_words(
	    text_fold(ctx, note_text(ctx, note)), folded);
}

static bool
ids_of_notes(struct library *library, const void *ctx, const char *field,
    const char *value, enum rectype type, struct list *ids)
{
	const struct notes *notes;
	const struct page_note *note;
	const char *folded;
	bool any = false;
	size_t i;

	notes = notebook_notes(library->notebook);
	folded = text_fold(ctx, value);
	for (i = 0; i < notes->notes.count; i++) {
		note = list_at(&notes->notes, i);
		if (!note_has(ctx, note, field, folded))
			continue;
		any = true;
		add_kept(library, ctx, note->page, note->bibliography, type,
		    ids);
	}
	return any;
}

/*
 * If the notebook cannot be read there are no ids, but library_ok() reports it.
 */
bool
library_kept_ids(void *user, const void *ctx, const char *field,
    const char *value, enum rectype type, struct list *ids)
{
	struct library *library = user;
	struct notebook *notebook = library->notebook;
	size_t failures = notebook == NULL ? 0 : notebook_failures(notebook);
	bool any;

	if (text_same(field, "list"))
		any = ids_of_list(library, ctx, value, type, ids);
	else
		any = notebook != NULL && ids_of_notes(library, ctx, field,
		    value, type, ids);
	if (notebook != NULL && notebook_failures(notebook) > failures)
		library->unkept = true;
	return any;
}

struct list
library_tags(struct library *library, const void *ctx)
{
	struct list tags = { .at = NULL };
	const struct page_note *note;
	const struct notes *notes;
	size_t i, k;

	if (library->notebook == NULL)
		return tags;
	notes = notebook_notes(library->notebook);
	for (i = 0; i < notes->notes.count; i++) {
		note = list_at(&notes->notes, i);
		for (k = 0; k < note->tags.count; k++)
			if (!list_holds(&tags, list_at(&note->tags, k)))
				list_add(ctx, &tags, mem_text(ctx, list_at(
				    &note->tags, k)));
	}
	return tags;
}
