/*
 * Printers: what turns documents into text that is kept, sent or read aloud.
 * One table; commands and tests read it.
 */
#ifndef EXPORT_PRINTER_H
#define EXPORT_PRINTER_H

#include "page/doc.h"
#include "export/plain.h"

struct printer {
	const char	*name;		/* of the format */
	const char	*purpose;
	/* Documents (struct doc) one after the other, owned by `ctx`. */
	char		*(*print)(const void *ctx, const struct list *docs,
			    const struct print_options *options);
};

extern const struct printer	printers[];
extern const size_t		printers_count;

/* The printer of a format, or NULL. */
const struct printer	*printer_find(const char *name);

/* The single printers. */
char	*print_text(const void *ctx, const struct list *docs,
	    const struct print_options *options);
char	*print_linear(const void *ctx, const struct list *docs,
	    const struct print_options *options);
char	*print_markdown(const void *ctx, const struct list *docs,
	    const struct print_options *options);
char	*print_html(const void *ctx, const struct list *docs,
	    const struct print_options *options);
char	*print_man(const void *ctx, const struct list *docs,
	    const struct print_options *options);

#endif
