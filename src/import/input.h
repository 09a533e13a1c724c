/*
 * Input: the bytes of one source file, plain or gzip, read once from front to
 * back through a file descriptor.
 *
 * Only regular files are opened, never by a name that a library could take
 * for an address.  A gzip file is unpacked in the stream; how far it may
 * expand is bounded (reliability: "compressed bomb").
 */
#ifndef IMPORT_INPUT_H
#define IMPORT_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct input;

/*
 * Called now and then while a file is read: bytes of the file used so far and
 * in all.  Returns false to interrupt the reading.
 */
struct input_watch {
	bool	(*step)(void *user, uint64_t done, uint64_t total);
	void	*user;
};

/*
 * Opens a file.  `watch` may be NULL and is borrowed until input_free().
 * NULL on failure, with *err set.  The caller owns it: input_free().
 */
struct input	*input_open(const char *path, const struct input_watch *watch,
		    struct err *err) MUST_CHECK;
void		 input_free(struct input *input);

/*
 * Reads up to `size` bytes.  Returns true with *got bytes stored, 0 at the
 * end; false on failure or interruption, with *err set; what is wrong with
 * the bytes themselves is an ERR_INPUT that does not name the file.  A file
 * that is not as long as it was when it was opened is a failure.
 */
bool	 input_read(struct input *input, void *bytes, size_t size, size_t *got,
	    struct err *err) MUST_CHECK;

/* Whether the file is compressed by gzip. */
bool	 input_is_gzip(const struct input *input);

/*
 * From here on there are `size` bytes; it is a failure if the file has fewer.
 */
void	 input_bound(struct input *input, uint64_t size);

/*
 * Looks at the first bytes, up to `size`, without taking them; once, and
 * before the input_read() that takes them.  As input_read() otherwise.
 */
bool	 input_peek(struct input *input, void *bytes, size_t size,
	    size_t *got, struct err *err) MUST_CHECK;

#endif
