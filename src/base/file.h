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
	FILE_MISSING,		/* it does not exist */
	FILE_UNREADABLE		/* it exists but cannot be read: see err */
};

/*
 * Reads a regular file into *text, owned by `ctx`.  Refuses directories, pipes
 * and devices without waiting for them.  One that is longer than `most` bytes,
 * or contains a zero byte, counts as unreadable.  *text is "" unless FILE_READ.
 */
enum file_found	file_read(const void *ctx, const char *path, size_t most,
		    char **text, struct err *err) MUST_CHECK;

/* The same, but of a longer file the last lines that fit. */
enum file_found	file_read_newest(const void *ctx, const char *path,
		    size_t most, char **text, struct err *err) MUST_CHECK;

/* The same as file_read() for any bytes. */
enum file_found	file_read_whole(const void *ctx, const char *path,
		    size_t most, struct buf *out, struct err *err) MUST_CHECK;

/*
 * Whether it is a broken link: the target may come back, so it is not missing.
 */
bool	 file_leads_nowhere(const char *path);

/*
 * A text that changes with a file: its size, times, inode and device; owned by
 * `ctx`.  NULL if there is no file; a file that cannot be examined, such as a
 * broken link, has a mark.  The owner of a file can set its times except the
 * change time of its inode.
 */
char	*file_mark(const void *ctx, const char *path);

/* When a file was last written to, and when changed at all, in nanoseconds. */
int64_t	 file_written(const struct stat *st);
int64_t	 file_changed(const struct stat *st);

/* A file being replaced; other processes that replace it must wait. */
struct file_writer;

/*
 * Starts to replace `path` (a symbolic link stays: its target is replaced).
 * Until file_commit() or file_abandon() no other process can start; waits up to
 * two seconds for one that has.  Removes what a killed process left.  The new
 * file gets the mode of the old one, or `mode` less the umask.  Only replaces
 * regular files that the user may write to, and with a `mode` for the owner
 * alone those that belong to the user.  NULL on failure; owned by `ctx`, and freed by one of the two.
 */
struct file_writer	*file_begin(const void *ctx, const char *path,
			    mode_t mode, struct err *err) MUST_CHECK;

/*
 * Replaces the old file by `n` bytes and ends.  If this fails, the old file
 * stays.
 */
bool	 file_commit(struct file_writer *writer, const char *bytes, size_t n,
	    struct err *err) MUST_CHECK;

/* Ends and leaves the file unchanged. */
void	 file_abandon(struct file_writer *writer);

/* file_begin() and file_commit() in one. */
bool	 file_replace(const char *path, mode_t mode, const char *bytes,
	    size_t n, struct err *err) MUST_CHECK;

/*
 * Renames a file within its directory, replacing any file of that name, and
 * flushes the directory.
 */
bool	 file_move(const char *path, const char *name, struct err *err)
	    MUST_CHECK;

/* Flushes the directory of `path`. */
bool	 file_flush_directory(const char *path, struct err *err) MUST_CHECK;

/*
 * Creates a directory and its parents, accessible only to the owner (mode
 * 0700).
 */
bool	 file_make_directory(const char *path, struct err *err) MUST_CHECK;

#endif
