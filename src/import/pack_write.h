/* Course packs: making one. */
#ifndef IMPORT_PACK_WRITE_H
#define IMPORT_PACK_WRITE_H

#include <stddef.h>

#include "base/err.h"
#include "base/mem.h"

/* A pack that is being made: struct buf of a tar archive. */
struct pack_writer;

/* Begins an empty pack, owned by `ctx`. */
struct pack_writer	*pack_writer_new(const void *ctx);

/*
 * Adds a file of this name, which is copied.  False with *err set when the pack
 * could not be read again: see the limits in import/pack.h.
 */
bool	 pack_writer_add(struct pack_writer *writer, const char *name,
	    const char *bytes, size_t n, struct err *err) MUST_CHECK;

/* The same for a source: a file, plain or gzip, or an entry of another pack. */
bool	 pack_writer_add_file(struct pack_writer *writer, const char *name,
	    const char *path, struct err *err) MUST_CHECK;

/*
 * Ends the pack: its bytes, owned by `ctx`.  They depend on what was added
 * alone; there are no times and no owners in them.
 */
bool	 pack_writer_end(struct pack_writer *writer, const void *ctx,
	    struct buf *out, struct err *err) MUST_CHECK;

#endif
