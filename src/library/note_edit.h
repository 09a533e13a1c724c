/*
 * Editing notes: what is kept about one page.  A note with nothing in it is
 * removed.  `bibliography` is the name of the one that has the page, or NULL.
 */
#ifndef LIBRARY_NOTE_EDIT_H
#define LIBRARY_NOTE_EDIT_H

#include "base/err.h"
#include "record/notes.h"

/*
 * Whether two pages that are kept are the same one; a bibliography that is not
 * named may be any.
 */
bool	 kept_is_same_page(const char *page, const char *bibliography,
	    const char *other, const char *other_bibliography);

/* What is kept about a page, or NULL. */
struct page_note	*note_find(const struct notes *notes, const char *page,
			    const char *bibliography);

/* Its text, a line each, every line ended; owned by `ctx`. */
char	*note_text(const void *ctx, const struct page_note *note);

/* Replaces the text by lines; blank ones are left out. */
void	 note_set_text(struct notes *notes, const char *page,
	    const char *bibliography, const char *text);

/* Adds a tag, or takes one away: "-tag". */
void	 note_set_tag(struct notes *notes, const char *page,
	    const char *bibliography, const char *tag);

/* A state of reading_states, or "none". */
void	 note_set_state(struct notes *notes, const char *page,
	    const char *bibliography, const char *state);

/* The bookmark under a letter, or NULL; sets it, in place of all versions. */
const struct page_bookmark	*bookmark_find(const struct notes *notes,
				    const char *letter);
void	 bookmark_put(struct notes *notes, const char *letter,
	    const char *page, const char *bibliography);

/* The query kept under a digit, or NULL; sets it. */
const char	*search_find(const struct notes *notes, const char *digit);
void		 search_put(struct notes *notes, const char *digit,
		    const char *query);

/*
 * How often a question of this kind (of practice_kinds) about a page was
 * answered, and how often as recorded: 0 when never.  Of two versions the one
 * with more answers counts.
 */
void	 practice_progress_of(const struct notes *notes, const char *page,
	    const char *bibliography, const char *kind, long *asked,
	    long *agreed);

/* Counts one more answer, in place of all versions. */
void	 practice_progress_put(struct notes *notes, const char *page,
	    const char *bibliography, const char *kind, bool agreed);

/*
 * How many versions of a note there are, 0 where there is none; and without one
 * of them, by its number from 1.  The last one that is left loses its mark.
 * False when there is no such version.
 */
size_t	 note_versions(const struct notes *notes, const char *page,
	    const char *bibliography);
bool	 note_drop(struct notes *notes, const char *page,
	    const char *bibliography, size_t number) MUST_CHECK;

/* Removes what is kept about a page, all versions of it. */
void	 note_delete(struct notes *notes, const char *page,
	    const char *bibliography);

#endif
