/* Readers: what read.c asks of the files that each know one format. */
#ifndef IMPORT_READER_H
#define IMPORT_READER_H

#include "import/read.h"

/*
 * A reader gets the events below the root element.  `open` makes its state,
 * owned by `ctx`; the handler is borrowed and outlives it.
 */
struct reader {
	const char	*root;		/* element, local name */
	const char	*space;		/* its namespace, "" for none */
	void		*(*open)(void *ctx, const struct read_handler *handler);
	const struct xml_handler	*events;
};

extern const struct reader reader_strigil;
extern const struct reader reader_pubmed;
extern const struct reader reader_medline;
extern const struct reader reader_mods;
extern const struct reader reader_mods_collection;

#endif
