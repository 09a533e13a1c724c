/*
 * Streams: documents of one file, printed one by one as they are made, so that
 * only one piece is in memory.
 *
 * A format that cites ends with the references of all works linked to.  Until
 * then, only the id and sort key of each are stored.
 */
#ifndef EXPORT_STREAM_H
#define EXPORT_STREAM_H

#include "export/export.h"

struct export_stream;

/* A stream, owned by `ctx`; the other arguments are borrowed. */
struct export_stream	*export_stream_new(const void *ctx,
			    const struct format *format,
			    struct library *library, enum cite_style style,
			    const struct print_options *options,
			    const struct export_target *target);

/* Prints a document, in a format that has a `joint`. */
void	 export_stream_add(struct export_stream *stream,
	    const struct doc *doc);

/* Prints the references and the end of the file. */
void	 export_stream_end(struct export_stream *stream);

#endif
