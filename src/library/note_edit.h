/*
 * Edits notes on pages.  Empty notes are removed.  `bibliography` is the name
 * of the bibliography that has the page, or NULL.
 */
#ifndef LIBRARY_NOTE_EDIT_H
#define LIBRARY_NOTE_EDIT_H

#include "base/err.h"
#include "record/notes.h"

/* Whether two saved pages are the same; a missing bibliography matches any. */
bool	 kept_is_same_page(const char *page, const char *bibliography,
	    const char *other, const char *other_bibliography);

/* The note on a page, or NULL. */
struct page_note	*note_find(const struct notes *notes, const char *page,
			    const char *bibliography);

/*
 * The text of a note, one line per paragraph, each ended by "\n"; owned by
 * `ctx`.
 */
char	*note_text(const void *ctx, const struct page_note *note);

/* Replaces the text of a note with the given lines, without blank ones. */
void	 note_set_text(struct notes *notes, const char *page,
	    const char *bibliography, const char *text);

/* Adds a tag, or removes one: "-tag". */
void	 note_set_tag(struct notes *notes, const char *page,
	    const char *bibliography, const char *tag);

/* Sets a state of reading_states, or "none". */
void	 note_set_state(struct notes *notes, const char *page,
	    const char *bibliography, const char *state);

/* Finds the bookmark of a letter, or NULL; sets it, replacing all versions. */
const struct page_bookmark	*bookmark_find(const struct notes *notes,
				    const char *letter);
void	 bookmark_put(struct notes *notes, const char *letter,
	    const char *page, const char *bibliography);

/* Finds the query saved under a digit, or NULL; saves one. */
const char	*search_find(const struct notes *notes, const char *digit);
void		 search_put(struct notes *notes, const char *digit,
		    const char *query);

/*
 * How often a question of this kind (of practice_kinds) on a page was answered,
 * and how often the answer agreed with the record.  If there are two versions,
 * the one with more answers counts.
 */
void	 practice_progress_of(const struct notes *notes, const char *page,
	    const char *bibliography, const char *kind, long *asked,
	    long *agreed);

/* Adds one answer to the counts, replacing all versions. */
void	 practice_progress_put(struct notes *notes, const char *page,
	    const char *bibliography, const char *kind, bool agreed);

/*
 * note_versions(): the number of versions of a note, 0 if there is none.
 * note_drop(): removes one of them, numbered from 1; the last remaining version
 * is no longer marked as one of two.  False if there is no such version.
 */
size_t	 note_versions(const struct notes *notes, const char *page,
	    const char *bibliography);
bool	 note_drop(struct notes *notes, const char *page,
	    const char *bibliography, size_t number) MUST_CHECK;

/* Removes all versions of the note on a page. */
void	 note_delete(struct notes *notes, const char *page,
	    const char *bibliography);

#endif
