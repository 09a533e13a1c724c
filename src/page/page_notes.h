/* How pages show the reader's notes, lists and bookmarks. */
#ifndef PAGE_PAGE_NOTES_H
#define PAGE_PAGE_NOTES_H

#include "page/doc.h"
#include "library/library.h"

/*
 * A one-line description of the page at an address: "Teapot 2021, trial, level
 * 2", a question, a search; owned by `ctx`.
 */
char	*page_words_for(const void *ctx, struct library *library,
	    const struct address *address);

/*
 * Adds a link to a saved page, or its address with a warning if it is not in
 * the open bibliographies.
 */
void	 page_put_kept(struct block *block, struct library *library,
	    const char *page, const char *bibliography);

/*
 * Adds the warning of a saved work as a paragraph; nothing for other records.
 */
void	 page_put_kept_caution(struct doc *doc, struct library *library,
	    const char *page, const char *bibliography);

/* Adds a warning that this is one of two versions, if `conflict` is "yes". */
void	 page_put_conflict(struct block *block, const char *conflict);

/*
 * Adds the problems in files of the notebook (struct diag), a paragraph each;
 * returns whether any is an error.
 */
bool	 page_put_problems(struct doc *doc, const struct list *problems);

/*
 * Adds the notebook's data on a page: note, tags, read or not, lists that
 * include it.  Adds nothing if there are none.
 */
void	 page_put_note(struct doc *doc, struct library *library,
	    const struct address *address);

/*
 * The notebook's data on a page as a document of their own, owned by `ctx`;
 * NULL if there are none.
 */
struct doc	*page_note_on(const void *ctx, struct library *library,
		    const struct address *address);

#endif
