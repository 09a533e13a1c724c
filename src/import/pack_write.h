/* Course packs: writes a pack. */
#ifndef IMPORT_PACK_WRITE_H
#define IMPORT_PACK_WRITE_H

#include <stddef.h>

#include "base/err.h"
#include "base/mem.h"

/* A pack being written: a struct buf with a tar archive. */
struct pack_writer;

/* An empty pack, owned by `ctx`. */
struct pack_writer	*pack_writer_new(const void *ctx);

/*
 * Adds a file with this name and a copy of its content.  False with *err set if
 * the pack would exceed a limit of import/pack.h.
 */
bool	 pack_writer_add(struct pack_writer *writer, const char *name,
	    const char *bytes, size_t n, struct err *err) MUST_CHECK;

/*
 * Adds a source in the same way: a file, plain or gzip, or an entry of another
 * pack.
 */
bool	 pack_writer_add_file(struct pack_writer *writer, const char *name,
	    const char *path, struct err *err) MUST_CHECK;

/*
 * Completes the pack; its bytes are owned by `ctx`.  They depend only on the
 * files added, without times and owners.
 */
bool	 pack_writer_end(struct pack_writer *writer, const void *ctx,
	    struct buf *out, struct err *err) MUST_CHECK;

#endif
