/* Keeping: what commands and the browser share that change the notebook. */
#ifndef CLI_KEEPING_H
#define CLI_KEEPING_H

#include "cli/run.h"
#include "library/notebook.h"

/*
 * The notebook of the run, in the user's data directory; in memory in
 * restricted mode or without a home.  Owned by the run.
 */
struct notebook	*keeping_notebook(struct run *run);

/* False after complaining, where nothing can be kept. */
bool	 keeping_may(struct run *run);

/* A page as it is kept, and the bibliography that has it. */
struct kept_page {
	const char	*page;
	const char	*bibliography;	/* or NULL */
};

/*
 * The page that a word names; false after complaining that there is none.
 * Strings are owned by the run.
 */
bool	 keeping_page(struct run *run, struct library *library,
	    const char *text, struct kept_page *kept);

/*
 * Save a draft and say what was kept in two versions; the status to end with.
 */
enum status	 keeping_save_list(struct run *run, struct list_draft *draft);
enum status	 keeping_save_notes(struct run *run,
		    struct notes_draft *draft);

/* Complains of the first problem of a list's file (NULL: of the notes). */
bool	 keeping_is_broken(struct run *run, const char *name);

/*
 * Whether a list or the notes could not be read, of which a command that ends
 * with this status made something; complains if it has not done so.
 */
bool	 keeping_has_failed(struct run *run, enum status status) MUST_CHECK;

/*
 * Has the user's editor ($VISUAL, $EDITOR or vi) change a text; the new one,
 * owned by `ctx`, or NULL with *err set.
 */
char	*keeping_edit(const void *ctx, const char *text, struct err *err);

#endif
