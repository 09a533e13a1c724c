/* What readers keep, as pages show it. */
#ifndef PAGE_PAGE_NOTES_H
#define PAGE_PAGE_NOTES_H

#include "page/doc.h"
#include "library/library.h"

/*
 * What is at an address, in one line: "Teapot 2021, trial, level 2", a
 * question, a search; owned by `ctx`.
 */
char	*page_words_for(const void *ctx, struct library *library,
	    const struct address *address);

/*
 * Adds the link to a page that was kept, or its address with a warning where
 * it is not in the open bibliographies; how long ago does not matter.
 */
void	 page_put_kept(struct block *block, struct library *library,
	    const char *page, const char *bibliography);

/* "; two versions: remove the wrong one" where there are, as a warning. */
void	 page_put_conflict(struct block *block, const char *conflict);

/*
 * Adds to a page what the notebook has on it: note, tags, whether it was
 * read, lists that have it.  Nothing where there is nothing.
 */
void	 page_put_note(struct doc *doc, struct library *library,
	    const struct address *address);

/*
 * That alone, as a document; NULL where there is nothing.  Owned by `ctx`.
 */
struct doc	*page_note_on(const void *ctx, struct library *library,
		    const struct address *address);

#endif
