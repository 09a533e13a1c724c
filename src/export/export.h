/* Export: finds a format, and writes documents and records in it. */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "export/formats.h"
#include "library/cite.h"

extern const struct format	formats[];
extern const size_t		formats_count;

/* The format with this name that supports one of `uses`, or NULL. */
const struct format	*format_find(const char *name, unsigned uses);

/* The format for a file name, by its longest matching suffix; or NULL. */
const struct format	*format_of_file(const char *path);

/*
 * ".ris .bib .json ...": as many short suffixes as fit into `most` bytes; owned by
 * `ctx`.
 */
char	*format_suffixes(const void *ctx, size_t most);

/*
 * Writes records in a format for works, claims or records; omits those that it
 * does not support.  Returns how many were written.
 */
size_t	 format_write(const struct format *format,
	    const struct export_source *source,
	    const struct export_target *target);

/*
 * The records to pass to format_write() for these addresses (struct address *):
 * if the format does not support reading lists, their works replace them, in
 * the order of the list and each once; owned by `ctx`.  *left is the number of
 * items that are not works, or not in the open bibliographies.
 */
struct list	 export_works_of_lists(const void *ctx,
		    const struct format *format, struct library *library,
		    const struct list *addresses, size_t *left);

/*
 * Prints documents (struct doc) in a format for pages, owned by `ctx`; formats
 * that cite add the references of the works linked to.
 */
char	*export_pages(const void *ctx, const struct format *format,
	    struct library *library, const struct list *docs,
	    enum cite_style style, const struct print_options *options);

#endif
