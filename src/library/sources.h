/*
 * Sources: from the user's paths to the files to read.
 *
 * A path is one file, or a directory whose sources are read in name order as
 * one bibliography: *.xml, *.nbib, *.ris and the like, also with .gz, and other
 * files recognised by their content.
 */
#ifndef LIBRARY_SOURCES_H
#define LIBRARY_SOURCES_H

#include <stdint.h>

#include "base/mem.h"

struct source_stamp;

struct source_file {
	const char	*path;		/* path for opening, and for
					   diagnostics */
	size_t		 root;		/* index of the path it came from */
	const char	*name;		/* relative to that path; "" for the
					   path itself */
	int64_t		 size;
	const char	*foreign;	/* why it is not read, or NULL */
	bool		 unreadable;	/* that is so whatever its content */
};

/*
 * Lists the files of `count` paths, in order, owned by `ctx`.  False with *err
 * set if a path cannot be read or a directory contains no source.  Entries of a
 * directory that cannot be opened are passed over, unless reading fails.
 */
bool	 sources_list(const void *ctx, const char *const *paths, size_t count,
	    struct list *files, struct err *err) MUST_CHECK;

/*
 * The files in the directories among the paths that are not read, with
 * `foreign` set.  Omits hidden files, backup copies of editors and status.csv.
 * Owned by `ctx`.
 */
struct list	 sources_passed_over(const void *ctx,
		    const char *const *paths, size_t count);

/* Whether to examine a file of this name in a pack. */
bool	 sources_in_pack(const char *name);

/*
 * The current stamp of a file; the hash only if `with_hash`, which opens and
 * reads the file.  Strings are owned by `ctx`.
 */
bool	 source_stamp(const void *ctx, const struct source_file *file,
	    bool with_hash, struct source_stamp *mark, struct err *err)
	    MUST_CHECK;

/*
 * Whether size, times and inode are the same.  Editors can set back a file's
 * modification time, but not its change time.
 */
bool	 source_stamp_same(const struct source_stamp *a,
	    const struct source_stamp *b);

/*
 * The current state of the files: a line with name, size, times and inode for
 * each, owned by `ctx`; "" if they cannot be listed.  Equal texts mean that
 * nothing has changed.  Reads no contents.
 */
char	*sources_snapshot(const void *ctx, const char *const *paths,
	    size_t count);

#endif
