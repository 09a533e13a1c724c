/*
 * User files: the only code that reads whole small files, and the only code
 * that replaces files.
 *
 * A replacement is written next to its target, flushed and renamed over it, and
 * then the directory is flushed (POSIX.1-2017 fsync, rename): after a crash or
 * loss of power the file is either the old one or the new one, never half of
 * each.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/mem.h"

enum file_found {
	FILE_READ,
	FILE_MISSING,		/* the file does not exist */
	FILE_UNREADABLE		/* the file exists but cannot be read: see
				   err */
};

/*
 * Reads a regular file into *text, owned by `ctx`.  Refuses directories, pipes
 * and devices without waiting for them.  A file that is longer than `most`
 * bytes, or contains a zero byte, counts as unreadable.  *text is "" unless the
 * result is FILE_READ.
 */
enum file_found	file_read(const void *ctx, const char *path, size_t most,
		    char **text, struct err *err) MUST_CHECK;

/*
 * Like file_read(), but reads only the last lines of a file that is too long.
 */
enum file_found	file_read_newest(const void *ctx, const char *path,
		    size_t most, char **text, struct err *err) MUST_CHECK;

/* Like file_read(), but accepts any bytes. */
enum file_found	file_read_whole(const void *ctx, const char *path,
		    size_t most, struct buf *out, struct err *err) MUST_CHECK;

/* A file type: its name, and the bytes at an offset in all its files. */
struct file_kind {
	const char	*name;		/* "an index" */
	off_t		 at;
	size_t		 count;
	const char	*bytes;
};

/*
 * Whether a file of this kind may be written at `path`: there is no file, an
 * empty one, or one of the kind.
 */
bool	 file_may_become(const char *path, const struct file_kind *kind,
	    struct err *err) MUST_CHECK;

/* The error for a file of another kind; returns false. */
bool	 file_is_not(const char *path, const char *kind, struct err *err);

/*
 * Whether `path` is a broken link.  Its target may come back, so the file does
 * not count as missing.
 */
bool	 file_leads_nowhere(const char *path);

/*
 * A stamp that changes whenever a file changes: its size, times, inode and
 * device; owned by `ctx`.  NULL if there is no file; a file that cannot be
 * examined, such as a broken link, has a stamp.  The owner of a file can set
 * its times, except the change time of its inode.
 */
char	*file_mark(const void *ctx, const char *path);

/* The modification and the inode change time of a file, in nanoseconds. */
int64_t	 file_written(const struct stat *st);
int64_t	 file_changed(const struct stat *st);

/* A file being replaced; other processes that want to replace it must wait. */
struct file_writer;

/*
 * Starts to replace `path` (a symbolic link stays: its target is replaced).
 * Until file_commit() or file_abandon() no other process can start to replace
 * it; if another has started, waits up to two seconds.  Removes the unfinished
 * replacement of a killed process.
 *
 * The new file gets the mode of the old one, or `mode` less the umask.
 * Replaces only regular files that the user may write to and, if `mode` gives
 * access to the owner alone, only those that belong to the user.  NULL on
 * failure; owned by `ctx` until file_commit() or file_abandon() frees it.
 */
struct file_writer	*file_begin(const void *ctx, const char *path,
			    mode_t mode, struct err *err) MUST_CHECK;

/*
 * The path of the replacement, empty so far, for a library that writes a file
 * itself; file_commit() with 0 bytes then puts it in place.
 */
const char	*file_fresh(const struct file_writer *writer);

/*
 * Replaces the old file with `n` bytes and frees the writer.  On failure the
 * old file is unchanged.
 */
bool	 file_commit(struct file_writer *writer, const char *bytes, size_t n,
	    struct err *err) MUST_CHECK;

/* Frees the writer and leaves the file unchanged. */
void	 file_abandon(struct file_writer *writer);

/* file_begin() and file_commit() in one call. */
bool	 file_replace(const char *path, mode_t mode, const char *bytes,
	    size_t n, struct err *err) MUST_CHECK;

/*
 * Renames a file within its directory, replacing any file of that name, and
 * flushes the directory.
 */
bool	 file_move(const char *path, const char *name, struct err *err)
	    MUST_CHECK;

/*
 * Creates a directory and its parents, accessible only to the owner (mode
 * 0700).
 */
bool	 file_make_directory(const char *path, struct err *err) MUST_CHECK;

#endif
