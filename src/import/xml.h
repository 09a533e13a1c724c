/*
 * XML: events from a hardened parser. xml.c is the only file that uses libxml2.
 *
 * No network, no DTD, only the five predefined entities, no XInclude, no
 * catalogs; depth, attributes, names and text are limited.
 */
#ifndef IMPORT_XML_H
#define IMPORT_XML_H

#include "base/diag.h"
#include "import/input.h"

struct xml_attribute {
	const char	*name;		/* name with its prefix, if any */
	const char	*value;
};

struct xml_element {
	const char			*name;		/* local */
	const char			*space;		/* namespace, or "" */
	const struct xml_attribute	*attributes;
	size_t				 count;
	struct place			 place;		/* position of its
							   "<" */
};

struct xml;

/*
 * The events for a handler.  Everything is borrowed and valid only during the
 * call.  Text comes in pieces, with entities decoded and white space unchanged.
 */
struct xml_handler {
	void	(*start)(void *user, struct xml *xml,
		    const struct xml_element *element);
	void	(*end)(void *user, struct xml *xml);
	void	(*text)(void *user, struct xml *xml, const char *s, size_t n);
};

/* Stops reading after this event; the file counts as rejected. */
void	 xml_stop(struct xml *xml);

/* The parser's position, for problems that are not about one element. */
struct place	 xml_place(const struct xml *xml);

/* The sink for problems. */
struct diag_sink	*xml_sink(struct xml *xml);

/*
 * Reads a whole file.  `name` is used in diagnostics and borrowed as long as
 * their positions are used.
 *
 * True if the file could be read; *whole is whether it was well-formed and not
 * stopped.  Problems in it go to the sink.  False with *err set if it could not
 * be read or was interrupted; then discard what the handler received.
 *
 * The environment must not name catalogs (XML_CATALOG_FILES,
 * SGML_CATALOG_FILES).
 */
bool	 xml_read(struct input *input, const char *name,
	    const struct xml_handler *handler, void *user,
	    struct diag_sink *sink, bool *whole, struct err *err) MUST_CHECK;

#endif
