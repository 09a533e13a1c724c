/*
 * XML: a stream of events from a hardened parser.  xml.c is the only file
 * that sees libxml2.
 *
 * No network, no DTD, no entities but the five predefined ones, no XInclude,
 * no catalogs; depth, attributes, names and text are bounded.
 */
#ifndef IMPORT_XML_H
#define IMPORT_XML_H

#include "base/diag.h"
#include "import/input.h"

struct xml_attribute {
	const char	*name;		/* with its prefix, if it has one */
	const char	*value;
};

struct xml_element {
	const char			*name;		/* local */
	const char			*space;		/* namespace, or "" */
	const struct xml_attribute	*attributes;
	size_t				 count;
	struct place			 place;		/* of its "<" */
};

struct xml;

/*
 * What a handler gets.  Everything is borrowed and valid during the call
 * only.  Text comes in pieces, entities resolved, white space untouched.
 */
struct xml_handler {
	void	(*start)(void *user, struct xml *xml,
		    const struct xml_element *element);
	void	(*end)(void *user, struct xml *xml);
	void	(*text)(void *user, struct xml *xml, const char *s, size_t n);
};

/* Ends the reading after this event; the file counts as refused. */
void	 xml_stop(struct xml *xml);

/* Where the parser stands, for findings that are not about one element. */
struct place	 xml_place(const struct xml *xml);

/* The sink that findings go to. */
struct diag_sink	*xml_sink(struct xml *xml);

/*
 * Reads a whole file.  `name` is what the file is called in diagnostics; it
 * is borrowed for as long as the diagnostics' places are used.
 *
 * Returns true when the file could be read; *whole says whether it was
 * well-formed and not stopped.  What is wrong with it went to the sink.
 * Returns false when it could not be read, or was interrupted, with
 * *err set; what the handler got until then is to be forgotten.
 *
 * The environment must not name catalogs (XML_CATALOG_FILES,
 * SGML_CATALOG_FILES).
 */
bool	 xml_read(struct input *input, const char *name,
	    const struct xml_handler *handler, void *user,
	    struct diag_sink *sink, bool *whole, struct err *err) MUST_CHECK;

#endif
