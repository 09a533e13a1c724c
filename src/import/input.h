/*
 * Input: reads the bytes of one source file, plain or gzip, once from start to
 * end, through a file descriptor.
 *
 * Only regular files are opened, and never by a name that a library could take
 * for a web address.  Gzip is decompressed in the stream, with limited
 * expansion, so that a compressed bomb is rejected.
 */
#ifndef IMPORT_INPUT_H
#define IMPORT_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct input;

/*
 * Called at intervals while a file is read, with the bytes read so far and the
 * total.  Returns false to interrupt.
 */
struct input_watch {
	bool	(*step)(void *user, uint64_t done, uint64_t total);
	void	*user;
};

/*
 * Opens a file.  `watch` may be NULL and is borrowed until input_free().  NULL
 * on failure, with *err set.  The caller owns the input: input_free().
 */
struct input	*input_open(const char *path, const struct input_watch *watch,
		    struct err *err) MUST_CHECK;
void		 input_free(struct input *input);

/*
 * Reads up to `size` bytes.  True with *got set to their number, 0 at the end;
 * false with *err set on failure or interruption.  A problem in the data is an
 * ERR_INPUT that does not name the file.  It also fails if the file is shorter
 * than when it was opened.
 */
bool	 input_read(struct input *input, void *bytes, size_t size, size_t *got,
	    struct err *err) MUST_CHECK;

/* Whether the file is compressed by gzip. */
bool	 input_is_gzip(const struct input *input);

/*
 * Limits the rest of the input to `size` bytes; reading fails if the file ends
 * before that.
 */
void	 input_bound(struct input *input, uint64_t size);

/*
 * Returns up to `size` bytes from the start without consuming them; may be
 * called once, before input_read().  Otherwise like input_read().
 */
bool	 input_peek(struct input *input, void *bytes, size_t size,
	    size_t *got, struct err *err) MUST_CHECK;

#endif
