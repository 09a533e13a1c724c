/*
 * The notebook: the data that a reader keeps between sessions: reading lists,
 * notes, tags and reading states of pages, searches and bookmarks.
 *
 * A list is a file NAME.xml in DIRECTORY/lists, the notes are
 * DIRECTORY/notes.xml, both in the format of strigil-bibliography(5).  The
 * files may be edited by hand: they are read again when they change.  A broken
 * file is never written to.
 *
 * 	list = notebook_edit_list(notebook, ctx, "week-1");
 * 	... change it with list_edit.h ...
 * 	if (!notebook_save_list(notebook, list, &conflicts, &err))
 */
#ifndef LIBRARY_NOTEBOOK_H
#define LIBRARY_NOTEBOOK_H

#include "base/diag.h"
#include "record/guide.h"
#include "record/notes.h"

struct notebook;

/*
 * The notebook in a directory, which need not exist; NULL: in memory, for this
 * session.  Files are read when needed.  Owned by `ctx`.
 */
struct notebook	*notebook_open(const void *ctx, const char *directory);

/* Whether the notebook is saved beyond this session. */
bool	 notebook_is_kept(const struct notebook *notebook);

/*
 * The names of the lists (char *), sorted, including broken ones; owned by
 * `ctx`.
 */
struct list	 notebook_names(struct notebook *notebook, const void *ctx);

/*
 * The current version of a list, borrowed until notebook_settle() or a save;
 * NULL if it does not exist or its file is broken: see notebook_problems().
 */
const struct reading_list	*notebook_list(struct notebook *notebook,
				    const char *name);

/* The current notes, borrowed until notebook_settle() or a save. */
const struct notes	*notebook_notes(struct notebook *notebook);

/*
 * The number of the version that notebook_notes() returned last; it grows
 * whenever the notes are read or saved.
 */
size_t	 notebook_notes_version(const struct notebook *notebook);

/*
 * Frees the records of earlier reads when nothing uses them: before a key or a
 * line is handled. Until then they stay, as another session may change a file
 * while its records are in use.
 */
void	 notebook_settle(struct notebook *notebook);

/* The note on a page, borrowed as by notebook_notes(), or NULL. */
const struct page_note	*notebook_note(struct notebook *notebook,
			    const char *page, const char *bibliography);

/* The problems in all files of the notebook (struct diag), owned by `ctx`. */
struct list	 notebook_problems(struct notebook *notebook,
		    const void *ctx);

/* The problems in the file of one list (NULL: of the notes). */
struct list	 notebook_problems_of(struct notebook *notebook,
		    const void *ctx, const char *name);

/*
 * The first error in the file of a list (NULL: of the notes), in words, owned
 * by `ctx`; NULL if there is none.
 */
char	*notebook_error(struct notebook *notebook, const void *ctx,
	    const char *name);

/*
 * The number of failed reads of existing files: if it has grown, data from the
 * notebook may be incomplete.
 */
size_t	 notebook_failures(const struct notebook *notebook);

/*
 * The path of the file of list `name` or, if that is NULL, of the notes.  NULL
 * if the notebook is only in memory; borrowed.
 */
const char	*notebook_path(struct notebook *notebook, const char *name);

/*
 * A version being edited: change `list` or `notes`, then save.  The base is the
 * version that was changed; in the browser, the version on screen.
 */
struct list_draft {
	struct reading_list	*list;
	const struct reading_list	*base;	/* NULL: new */
	const struct reading_list	*replaced;	/* see below */
};

struct notes_draft {
	struct notes		*notes;
	const struct notes	*base;
	const struct notes	*replaced;
};

/*
 * A copy of a list for editing, or a new list with this name and title; owned
 * by `ctx`.
 */
struct list_draft	*notebook_edit_list(struct notebook *notebook,
			    const void *ctx, const char *name);
struct list_draft	*notebook_new_list(const void *ctx, const char *name,
			    const char *title);
struct notes_draft	*notebook_edit_notes(struct notebook *notebook,
			    const void *ctx);

/*
 * Saves a draft, merged with changes of other sessions: see entries_merge();
 * *conflicts is the number of parts kept in two versions.  The draft becomes
 * the saved version, and can be edited further; `replaced` is the previous
 * version (or NULL), for undo.  False with *err set if nothing was saved; the
 * draft is then unchanged.
 */
bool	 notebook_save_list(struct notebook *notebook,
	    struct list_draft *draft, size_t *conflicts, struct err *err)
	    MUST_CHECK;
bool	 notebook_save_notes(struct notebook *notebook,
	    struct notes_draft *draft, size_t *conflicts, struct err *err)
	    MUST_CHECK;

/* Removes a list; its file is kept as NAME.xml~. */
bool	 notebook_remove_list(struct notebook *notebook, const char *name,
	    struct err *err) MUST_CHECK;

/* Renames a list; no other list may have the new name. */
bool	 notebook_rename_list(struct notebook *notebook, const char *name,
	    const char *to, struct err *err) MUST_CHECK;

/* False with *err set if this cannot be the name of a new list. */
bool	 notebook_may_name(struct notebook *notebook, const char *name,
	    struct err *err) MUST_CHECK;

#endif
