/* Readers: the interface of the readers, each for one format, to read.c. */
#ifndef IMPORT_READER_H
#define IMPORT_READER_H

#include "import/lines.h"
#include "import/found.h"
#include "import/xml.h"

struct node;

/*
 * An XML reader receives the events from the root element on.  `open` creates
 * the state for a row, owned by `ctx`; the handler is borrowed and outlives it.
 */
struct reader {
	const char	*root;		/* local name of the root element */
	const char	*space;		/* namespace of the root, "" for none */
	void		*(*open)(void *ctx, const struct reader *reader,
			    const struct read_handler *handler);
	const struct xml_handler	*events;
	const char	*format;	/* name of a format read as a tree */
	const struct node	*nodes;	/* root element of a tree
					   (import/tree.h) */
};

/*
 * Lists ended by a NULL root; for our own format, the newest version is first.
 */
extern const struct reader reader_strigil[];
extern const struct reader reader_pubmed[];
extern const struct reader reader_mods[];
extern const struct reader reader_endnote[];
extern const struct reader reader_jats[];

/* A text reader; `head` is the start of a file, without its byte order mark. */
struct text_reader {
	bool		(*begins)(const char *head);
	void		(*read)(struct input_lines *lines,
			    const struct read_handler *handler);
};

extern const struct text_reader reader_nbib;
extern const struct text_reader reader_ris;
extern const struct text_reader reader_wos;
extern const struct text_reader reader_refer;
extern const struct text_reader reader_bibtex;
extern const struct text_reader reader_csl;
extern const struct text_reader reader_csv;
extern const struct text_reader reader_status;

#endif
