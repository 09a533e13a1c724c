/*
 * Files of the user: the one place that reads a small file whole and the one
 * place that replaces a file.
 *
 * A replacement is written beside its target, flushed, renamed over it, and
 * the directory is flushed (POSIX.1-2017 fsync, rename): after a crash or a
 * loss of power the file is the old one or the new one, never half of either.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stddef.h>
#include <sys/types.h>

#include "base/err.h"
#include "base/mem.h"

enum file_found {
	FILE_READ,
	FILE_MISSING,		/* it does not exist */
	FILE_UNREADABLE		/* it exists and could not be read: see err */
};

/*
 * Reads a regular file into *text, owned by `ctx`; of a file longer than
 * `most` bytes the last lines that fit.  Refuses directories, pipes and
 * devices without waiting for them.  *text is "" unless FILE_READ.
 */
enum file_found	file_read(const void *ctx, const char *path, size_t most,
		    char **text, struct err *err) MUST_CHECK;

/*
 * The same for a file that is worth nothing in part: a longer one is
 * unreadable, and *out may hold any bytes.
 */
enum file_found	file_read_whole(const void *ctx, const char *path,
		    size_t most, struct buf *out, struct err *err) MUST_CHECK;

/* A link to nothing: its target may be back tomorrow, so it is not missing. */
bool	 file_leads_nowhere(const char *path);

/*
 * A text that changes when a file does: its size, times, inode and device;
 * owned by `ctx`.  NULL where there is no file; what cannot be looked at, such as
 * a link to a file that is not there, is something.  The owner of a file may set its
 * other times, but not that of the last change of its inode.
 */
char	*file_mark(const void *ctx, const char *path);

/* A file that is being replaced; others who replace it wait their turn. */
struct file_writer;

/*
 * Begins to replace `path` (a symbolic link stays one: its target is
 * replaced).  Until file_commit() or file_abandon() no other process begins;
 * while another one writes, waits up to two seconds.  What a killed process
 * left is removed.  The new file gets the mode of the old one, or `mode` less
 * the umask.
 * Refuses to replace what is not a regular file.  NULL on failure; owned by
 * `ctx`, which must be freed by one of the two.
 */
struct file_writer	*file_begin(const void *ctx, const char *path,
			    mode_t mode, struct err *err) MUST_CHECK;

/* Puts `n` bytes in place of the old file and ends.  On failure it stays. */
bool	 file_commit(struct file_writer *writer, const char *bytes, size_t n,
	    struct err *err) MUST_CHECK;

/* Ends and leaves everything as it was. */
void	 file_abandon(struct file_writer *writer);

/* file_begin() and file_commit() in one. */
bool	 file_replace(const char *path, mode_t mode, const char *bytes,
	    size_t n, struct err *err) MUST_CHECK;

/*
 * Gives a file another name in its directory, in place of the one that has it,
 * and flushes the directory.
 */
bool	 file_move(const char *path, const char *name, struct err *err)
	    MUST_CHECK;

/* Flushes the directory in which `path` is. */
bool	 file_flush_directory(const char *path, struct err *err) MUST_CHECK;

/* Makes a directory and those above it, for their owner alone (mode 0700). */
bool	 file_make_directory(const char *path, struct err *err) MUST_CHECK;

#endif
