/*
 * Course packs: the sources of a bibliography in one file, a tar archive
 * (POSIX.1-2017 pax, ustar) that is compressed by gzip.  A pack is read like a
 * directory: "course.tgz/works.xml" is the source works.xml in it.  Nothing of
 * it is written to disk.
 *
 * A pack holds plain files and directories.  All else is an error: links,
 * devices, names that are absolute or have "..", and what is over the limits.
 */
#ifndef IMPORT_PACK_H
#define IMPORT_PACK_H

#include <stddef.h>

#include "base/err.h"
#include "base/mem.h"
#include "import/input.h"

/* Limits of a pack. */
enum { PACK_ENTRIES_MAX = 1000, PACK_SOURCES_MAX = 64,
    PACK_BYTES_MAX = 128 << 20, PACK_NAME_MAX = 255 };

/* Whether the name of a file is that of a pack: it ends in .tgz or .tar.gz. */
bool	 pack_is_named(const char *path);

/*
 * The names (char *) of the entries that are sources, sorted, owned by `ctx`.
 * Reads the whole pack, so that one that is damaged or not allowed is refused
 * before anything of it is used.  False with *err set.
 */
bool	 pack_list(const void *ctx, const char *path,
	    bool (*is_source)(const char *name), struct list *names,
	    struct err *err) MUST_CHECK;

/*
 * The path of the pack in which a path leads, owned by `ctx`, with *name the
 * entry's, a part of `path`; NULL when it leads into none.
 */
char	*pack_of(const void *ctx, const char *path, const char **name);

/* input_open() of a file, or of an entry of a pack. */
struct input	*pack_open(const char *path, const struct input_watch *watch,
		    struct err *err) MUST_CHECK;

#endif
