/*
 * A file of the notebook: one reading list or the notes, written by strigil
 * and by hand, by several sessions at once.
 */
#ifndef LIBRARY_NOTEBOOK_FILE_H
#define LIBRARY_NOTEBOOK_FILE_H

#include "base/diag.h"
#include "record/guide.h"
#include "record/rectype.h"

struct notebook_file;

/*
 * The file at a path that has one record of a type with this id; nothing is
 * read yet.  With `path` NULL it is kept in memory only.  Owned by `ctx`.
 */
struct notebook_file	*notebook_file_new(const void *ctx, const char *path,
			    enum rectype type, const char *id);

/*
 * Its record as it is now: the file is read again when it changed.  Borrowed
 * until the next call; NULL where there is no file, or a broken one.
 */
const void	*notebook_file_record(struct notebook_file *file);

/* What was wrong when it was read (struct diag), borrowed. */
const struct list	*notebook_file_problems(struct notebook_file *file);

/* How often it was there and could not be read. */
size_t	 notebook_file_failures(const struct notebook_file *file);

/* Its name (the id), its path or NULL; borrowed. */
const char	*notebook_file_id(const struct notebook_file *file);
const char	*notebook_file_path(const struct notebook_file *file);

/*
 * Changes the record from `base` (as it was read; NULL: there was none) to
 * `mine`, in one step that another process does not come between.  What was
 * changed meanwhile is merged: see entries_merge(), which counts *conflicts.
 * The file before it is kept as PATH~, unless the record stays as it is: then
 * nothing is written.  Everything outside of the record, and
 * comments within it, stay.  False with *err set, and the file as it was, when
 * it is broken or cannot be written.
 */
bool	 notebook_file_save(struct notebook_file *file, const void *base,
	    const void *mine, size_t *conflicts, struct err *err) MUST_CHECK;

/* The record that the last save replaced, borrowed until the next; or NULL. */
const void	*notebook_file_replaced(const struct notebook_file *file);

/* Removes it, unless it is not as in `base`; it stays as PATH~. */
bool	 notebook_file_remove(struct notebook_file *file, const void *base,
	    struct err *err) MUST_CHECK;

/*
 * The lists of a file (struct reading_list), of a notebook, a bibliography or
 * an export; owned by `ctx`.  Problems go to the sink.  False with *err set
 * when it cannot be read.
 */
bool	 notebook_file_lists(const void *ctx, const char *path,
	    struct list *lists, struct diag_sink *sink, struct err *err)
	    MUST_CHECK;

/* A list as a file that can be opened or imported; owned by `ctx`. */
char	*notebook_file_print(const void *ctx, const struct reading_list *list);

#endif
