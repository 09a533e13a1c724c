/*
 * A file of the notebook: one reading list or the notes, edited by strigil and
 * by hand, in several sessions at once.
 */
#ifndef LIBRARY_NOTEBOOK_FILE_H
#define LIBRARY_NOTEBOOK_FILE_H

#include "base/diag.h"
#include "record/guide.h"
#include "record/rectype.h"

struct notebook_file;

/*
 * The file at `path` (NULL: in memory only) for one record of a type with this
 * id; reads nothing yet.  Owned by `ctx`.
 */
struct notebook_file	*notebook_file_new(const void *ctx, const char *path,
			    enum rectype type, const char *id);

/*
 * The current record; reads the file again if it has changed.  Borrowed until
 * notebook_file_settle() or a save; NULL if the file is missing or broken.
 */
const void	*notebook_file_record(struct notebook_file *file);

/* Frees the records read earlier, which another session has since changed. */
void	 notebook_file_settle(struct notebook_file *file);

/* The problems found when the file was read (struct diag), borrowed. */
const struct list	*notebook_file_problems(struct notebook_file *file);

/*
 * Whether the file is broken, with the first error in *err; false if it is
 * missing.
 */
bool	 notebook_file_is_broken(const struct notebook_file *file,
	    struct err *err);

/* A number that grows whenever the file is read or saved. */
size_t	 notebook_file_version(const struct notebook_file *file);

/* The number of failed reads while the file existed. */
size_t	 notebook_file_failures(const struct notebook_file *file);

/* The name of the list (its id); the path, or NULL; borrowed. */
const char	*notebook_file_id(const struct notebook_file *file);
const char	*notebook_file_path(const struct notebook_file *file);

/*
 * Changes the record from `base` (as it was read; NULL: there was none) to
 * `mine`, atomically with respect to other processes.  Changes made meanwhile
 * are merged: see entries_merge(), which counts *conflicts.  The previous file
 * is kept as PATH~; if the record stays the same, nothing is written.
 * Everything outside the record, and comments within it, are preserved.  False
 * with *err set, and the file unchanged, if it is broken or cannot be written.
 */
bool	 notebook_file_save(struct notebook_file *file, const void *base,
	    const void *mine, size_t *conflicts, struct err *err) MUST_CHECK;

/* The record replaced by the last save, borrowed until the next; or NULL. */
const void	*notebook_file_replaced(const struct notebook_file *file);

/*
 * Removes the file, unless its record differs from `base`; it is kept as PATH~.
 */
bool	 notebook_file_remove(struct notebook_file *file, const void *base,
	    struct err *err) MUST_CHECK;

/*
 * The lists in a file (struct reading_list): a notebook's, a bibliography or an
 * export; owned by `ctx`.  Problems go to the sink.  False with *err set if it
 * cannot be read.
 */
bool	 notebook_file_lists(const void *ctx, const char *path,
	    struct list *lists, struct diag_sink *sink, struct err *err)
	    MUST_CHECK;

/* A list as a file that can be opened or imported; owned by `ctx`. */
char	*notebook_file_print(const void *ctx, const struct reading_list *list);

#endif
