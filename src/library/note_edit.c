/* Edits notes on pages. */
#include "library/note_edit.h"

#include <assert.h>
#include <stdlib.h>

#include "base/text.h"
#include "record/value.h"

bool
kept_is_same_page(const char *page, const char *bibliography,
    const char *other, const char *other_bibliography)
{
	return text_same(page, other) && (bibliography == NULL ||
	    other_bibliography == NULL || text_same(bibliography,
	    other_bibliography));
}

struct page_note *
note_find(const struct notes *notes, const char *page,
    const char *bibliography)
{
	struct page_note *note;
	size_t i;

	for (i = 0; i < notes->notes.count; i++) {
		note = list_at(&notes->notes, i);
		if (kept_is_same_page(note->page, note->bibliography, page,
		    bibliography))
			return note;
	}
	return NULL;
}

char *
note_text(const void *ctx, const struct page_note *note)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < note->paragraphs.count; i++)
		buf_format(ctx, &out, "%s\n", (const char *)list_at(
		    &note->paragraphs, i));
	return mem_text(ctx, buf_string(&out));
}

/* The note on a page, created if missing. */
static struct page_note *
note_for(struct notes *notes, const char *page, const char *bibliography)
{
	struct page_note *note = note_find(notes, page, bibliography);

	if (note == NULL) {
		note = record_new(notes, &page_note_schema);
		note->page = mem_text(note, page);
		if (bibliography != NULL)
			note->bibliography = mem_text(note, bibliography);
		note->added = value_today(note);
		list_add(notes, &notes->notes, note);
	}
	note->changed = value_today(note);
	return note;
}

/*
 * Removes the note if it is empty; if it was in conflict, its other version is
 * no longer marked.
 */
static void
note_settle(struct notes *notes, const struct page_note *note)
{
	struct page_note *twin;
	size_t i;

	if (note->paragraphs.count + note->tags.count > 0 || note->state !=
	    NULL)
		return;
	for (i = 0; i < notes->notes.count; i++)
		if (list_at(&notes->notes, i) == note)
			(void)list_take(&notes->notes, i--);
	twin = note_find(notes, note->page, note->bibliography);
	if (twin != NULL)
		twin->conflict = NULL;
}

void
note_set_text(struct notes *notes, const char *page,
    const char *bibliography, const char *text)
{
	struct page_note *note = note_for(notes, page, bibliography);
	char *line;
	size_t n;

	note->paragraphs = (struct list){ .at = NULL };
	for (; *text != '\0'; text += n + (text[n] == '\n')) {
		n = strcspn(text, "\n");
		line = text_clean(note, text, n);
		if (*line != '\0')
			list_add(note, &note->paragraphs, line);
	}
	note_settle(notes, note);
}

void
note_set_tag(struct notes *notes, const char *page, const char *bibliography,
    const char *tag)
{
	struct page_note *note = note_for(notes, page, bibliography);
	bool away = *tag == '-';
	char *word = text_clean(note, tag + away, strlen(tag + away));
	size_t i;

	if (!away && *word != '\0' && !list_holds(&note->tags, word))
		list_add(note, &note->tags, word);
	for (i = 0; away && i < note->tags.count; i++)
		if (text_same(list_at(&note->tags, i), word))
			(void)list_take(&note->tags, i--);
	note_settle(notes, note);
}

void
note_set_state(struct notes *notes, const char *page,
    const char *bibliography, const char *state)
{
	struct page_note *note = note_for(notes, page, bibliography);

	note->state = text_same(state, "none") ? NULL : mem_text(note, state);
	note_settle(notes, note);
}

void
note_delete(struct notes *notes, const char *page, const char *bibliography)
{
	const struct page_note *note;
	size_t i;

	while ((note = note_find(notes, page, bibliography)) != NULL)
		for (i = 0; i < notes->notes.count; i++)
			if (list_at(&notes->notes, i) == note)
				(void)list_take(&notes->notes, i--);
}

/*
 * The index of a version of this note among all notes, or the number of notes
 * if there is none.
 */
static size_t
place_of_version(const struct notes *notes, const char *page,
    const char *bibliography, size_t number)
{
	const struct page_note *note;
	size_t i;

	for (i = 0; i < notes->notes.count; i++) {
		note = list_at(&notes->notes, i);
		if (kept_is_same_page(note->page, note->bibliography, page,
		    bibliography) && --number == 0)
			break;
	}
	return i;
}

size_t
note_versions(const struct notes *notes, const char *page,
    const char *bibliography)
{
	size_t n = 0;

	while (place_of_version(notes, page, bibliography, n + 1) <
	    notes->notes.count)
		n++;
	return n;
}

bool
note_drop(struct notes *notes, const char *page, const char *bibliography,
    size_t number)
{
	size_t at = number == 0 ? notes->notes.count : place_of_version(notes,
	    page, bibliography, number);

	if (at == notes->notes.count)
		return false;
	(void)list_take(&notes->notes, at);
	if (note_versions(notes, page, bibliography) == 1)
		note_find(notes, page, bibliography)->conflict = NULL;
	return true;
}

/* Bookmarks and searches. */

const struct page_bookmark *
bookmark_find(const struct notes *notes, const char *letter)
{
	const struct page_bookmark *bookmark;
	size_t i;

	for (i = 0; i < notes->bookmarks.count; i++) {
		bookmark = list_at(&notes->bookmarks, i);
		if (text_same(bookmark->letter, letter))
			return bookmark;
	}
	return NULL;
}

void
bookmark_put(struct notes *notes, const char *letter, const char *page,
    const char *bibliography)
{
	struct page_bookmark *bookmark = record_new(notes,
	    &page_bookmark_schema);
	const struct page_bookmark *old;
	size_t i;

	assert(letter != NULL && page != NULL);
	for (i = 0; i < notes->bookmarks.count; i++) {
		old = list_at(&notes->bookmarks, i);
		if (text_same(old->letter, letter))
			(void)list_take(&notes->bookmarks, i--);
	}
	bookmark->letter = mem_text(bookmark, letter);
	bookmark->page = mem_text(bookmark, page);
	bookmark->bibliography = bibliography == NULL ? NULL : mem_text(
	    bookmark, bibliography);
	bookmark->added = value_today(bookmark);
	list_add(notes, &notes->bookmarks, bookmark);
}

const char *
search_find(const struct notes *notes, const char *digit)
{
	const struct kept_search *search;
	size_t i;

	for (i = 0; i < notes->searches.count; i++) {
		search = list_at(&notes->searches, i);
		if (text_same(search->digit, digit))
			return search->query;
	}
	return NULL;
}

void
search_put(struct notes *notes, const char *digit, const char *query)
{
	struct kept_search *search = record_new(notes, &kept_search_schema);
	const struct kept_search *old;
	size_t i;

	assert(digit != NULL && query != NULL);
	for (i = 0; i < notes->searches.count; i++) {
		old = list_at(&notes->searches, i);
		if (text_same(old->digit, digit))
			(void)list_take(&notes->searches, i--);
	}
	search->name = mem_format(search, "search %s", digit);
	search->query = mem_text(search, query);
	search->digit = mem_text(search, digit);
	search->added = value_today(search);
	list_add(notes, &notes->searches, search);
}

/* Practice. */

static struct practice_progress *
progress_find(const struct notes *notes, const char *page,
    const char *bibliography, const char *kind, size_t from, size_t *at)
{
	struct practice_progress *progress;

	for (*at = from; *at < notes->practice.count; ++*at) {
		progress = list_at(&notes->practice, *at);
		if (kept_is_same_page(progress->page, progress->bibliography,
		    page, bibliography) && text_same(progress->kind, kind))
			return progress;
	}
	return NULL;
}

void
practice_progress_of(const struct notes *notes, const char *page,
    const char *bibliography, const char *kind, long *asked, long *agreed)
{
	const struct practice_progress *progress;
	long n, same;
	size_t i = 0;

	*asked = *agreed = 0;
	while ((progress = progress_find(notes, page, bibliography, kind, i,
	    &i)) != NULL) {
		n = strtol(progress->asked, NULL, 10);
		same = strtol(progress->agreed, NULL, 10);
		if (n > *asked) {
			*asked = n;
			*agreed = same < 0 ? 0 : same < n ? same : n;
		}
		i++;
	}
}

void
practice_progress_put(struct notes *notes, const char *page,
    const char *bibliography, const char *kind, bool agreed)
{
	struct practice_progress *progress;
	const char *added = NULL;
	long n, same;
	size_t i = 0;

	practice_progress_of(notes, page, bibliography, kind, &n, &same);
	while ((progress = progress_find(notes, page, bibliography, kind, i,
	    &i)) != NULL) {
		added = added == NULL ? progress->added : added;
		(void)list_take(&notes->practice, i);
	}
	progress = record_new(notes, &practice_progress_schema);
	progress->page = mem_text(progress, page);
	if (bibliography != NULL)
		progress->bibliography = mem_text(progress, bibliography);
	progress->kind = mem_text(progress, kind);
	progress->asked = mem_format(progress, "%ld", n + 1);
	progress->agreed = mem_format(progress, "%ld", same + agreed);
	progress->changed = value_today(progress);
	progress->added = added != NULL ? added : progress->changed;
	list_add(notes, &notes->practice, progress);
}
