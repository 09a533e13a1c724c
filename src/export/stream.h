/*
 * Streams: documents of one file, printed one by one as they are made, so that
 * no more than a piece of it is in memory.
 *
 * A format that cites ends in the references of all works that were linked to.
 * Of each of them only its id is kept until then, and what it is sorted by.
 */
#ifndef EXPORT_STREAM_H
#define EXPORT_STREAM_H

#include "export/export.h"

struct export_stream;

/* A stream, owned by `ctx`; the others are borrowed. */
struct export_stream	*export_stream_new(const void *ctx,
			    const struct format *format,
			    struct library *library, enum cite_style style,
			    const struct print_options *options,
			    const struct export_target *target);

/* Prints a document, in a format that has a `joint`. */
void	 export_stream_add(struct export_stream *stream,
	    const struct doc *doc);

/* Prints what is cited, and the end of the file. */
void	 export_stream_end(struct export_stream *stream);

#endif
