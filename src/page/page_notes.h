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
 * it is not in the open bibliographies.
 */
void	 page_put_kept(struct block *block, struct library *library,
	    const char *page, const char *bibliography);

/* The caution of a work that was kept, as a paragraph; else nothing. */
void	 page_put_kept_caution(struct doc *doc, struct library *library,
	    const char *page, const char *bibliography);

/* A warning that this is one of two versions, where `conflict` is "yes". */
void	 page_put_conflict(struct block *block, const char *conflict);

/*
 * What is wrong with files of the notebook (struct diag), a paragraph each;
 * whether one of them is an error.
 */
bool	 page_put_problems(struct doc *doc, const struct list *problems);

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
