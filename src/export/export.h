/* Export: finding a format, and writing documents and records in it. */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "export/formats.h"
#include "library/cite.h"

extern const struct format	formats[];
extern const size_t		formats_count;

/* The format of this name that takes one of `uses`, or NULL. */
const struct format	*format_find(const char *name, unsigned uses);

/* The format of a file by the end of its name, the longest first; or NULL. */
const struct format	*format_of_file(const char *path);

/* The format in which a work is copied, or NULL. */
const struct format	*format_to_copy(const char *name);

/* "text, tsv or json": those that take one of `uses`, owned by `ctx`. */
char	*format_names(const void *ctx, unsigned uses);

/* ".ris .bib .json ...": those that fit into `most` bytes; owned by `ctx`. */
char	*format_suffixes(const void *ctx, size_t most);

/*
 * Writes records in a format that takes works, claims or records; records
 * that it does not take are left out.  Returns how many were written.
 */
size_t	 format_write(const struct format *format,
	    const struct export_source *source,
	    const struct export_target *target);

/*
 * Documents (struct doc) in a format of pages, owned by `ctx`; where it cites,
 * with the references of the works that they link to.
 */
char	*export_pages(const void *ctx, const struct format *format,
	    struct library *library, const struct list *docs,
	    enum cite_style style, const struct print_options *options);

#endif
