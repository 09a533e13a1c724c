/*
 * Course packs: the sources of a bibliography in one file, a tar archive
 * (POSIX.1-2017 pax, ustar) compressed with gzip.  A pack is read like a
 * directory: "course.tgz/works.xml" is its source works.xml.  Nothing is
 * unpacked to disk.
 *
 * A pack contains only plain files and directories.  Everything else is an
 * error: links, devices, names that are absolute or have "..", and anything
 * over the limits.
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

/* Whether a file name is the name of a pack: it ends in .tgz or .tar.gz. */
bool	 pack_is_named(const char *path);

/*
 * The names (char *) of the entries that are sources, sorted, owned by `ctx`.
 * Reads the whole pack, so that a damaged or forbidden one is rejected before
 * any use.  False with *err set.
 */
bool	 pack_list(const void *ctx, const char *path,
	    bool (*is_source)(const char *name), struct list *names,
	    struct err *err) MUST_CHECK;

/*
 * The path of the pack that `path` leads into, owned by `ctx`, with *name set
 * to the entry, a part of `path`; NULL if it is not inside a pack.
 */
char	*pack_of(const void *ctx, const char *path, const char **name);

/* input_open() for a file, or for an entry of a pack. */
struct input	*pack_open(const char *path, const struct input_watch *watch,
		    struct err *err) MUST_CHECK;

#endif
