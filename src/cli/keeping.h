/* Changes to the notebook, shared by the commands and the browser. */
#ifndef CLI_KEEPING_H
#define CLI_KEEPING_H

#include "cli/run.h"
#include "library/notebook.h"

/*
 * The notebook of the run, in the user's data directory, or in memory in
 * restricted mode and without a home directory.  Owned by the run.
 */
struct notebook	*keeping_notebook(struct run *run);

/* Whether the notebook can be saved; false after complaining. */
bool	 keeping_may(struct run *run);

/* A page as saved, and its bibliography. */
struct saved_page {
	const char	*page;
	const char	*bibliography;	/* or NULL */
};

/*
 * Finds the page that a word names; false after complaining that there is
 * none.  Strings are owned by the run.
 */
bool	 keeping_page(struct run *run, struct library *library,
	    const char *text, struct saved_page *kept);

/*
 * Saves a draft and reports conflicts that kept both versions; returns the exit
 * status.
 */
enum status	 keeping_save_list(struct run *run, struct list_draft *draft);
enum status	 keeping_save_notes(struct run *run,
		    struct notes_draft *draft);

/* Complains about the first problem in a list's file (NULL: in the notes). */
bool	 keeping_is_broken(struct run *run, const char *name);

/*
 * Whether a command with this status used a list or notes that could not be
 * read; complains unless that was reported before.
 */
bool	 keeping_has_failed(struct run *run, enum status status) MUST_CHECK;

/*
 * Whether all lists and notes that a command asked for were read, so that it
 * may change them; false after complaining.
 */
bool	 keeping_was_read(const struct run *run) MUST_CHECK;

/*
 * Opens a text in the user's editor ($VISUAL, $EDITOR or vi).  Returns the new
 * text, owned by `ctx`, or NULL with *err set.
 */
char	*keeping_edit(const void *ctx, const char *text, struct err *err);

#endif
