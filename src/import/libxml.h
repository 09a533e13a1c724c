/*
 * libxml2, loaded when XML is first read.
 *
 * Most runs find a fresh index and read no XML, and the dependencies of the
 * library (ICU, the C++ runtime) take a fifth of the start-up time.  So it is
 * loaded with dlopen(3); with "configure --disable-late-libxml2", or if its
 * file name is unknown, it is linked.
 *
 * Only for xml.c.
 */
#ifndef IMPORT_LIBXML_H
#define IMPORT_LIBXML_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

#include "base/err.h"

/* X(our name, the function) */
#define LIBXML_LIST(X)							\
	X(init_parser,		xmlInitParser)				\
	X(set_memory,		xmlMemSetup)				\
	X(set_entity_loader,	xmlSetExternalEntityLoader)		\
	X(predefined_entity,	xmlGetPredefinedEntity)			\
	X(create,		xmlCreatePushParserCtxt)		\
	X(use_options,		xmlCtxtUseOptions)			\
	X(parse,		xmlParseChunk)				\
	X(stop,			xmlStopParser)				\
	X(free_document,	xmlFreeDoc)				\
	X(free,			xmlFreeParserCtxt)

struct libxml {
#define X(name, function)	__typeof__(function) *name;
	LIBXML_LIST(X)
#undef X
};

/*
 * Loads the functions and initialises the library, without external entities.
 * It stays loaded.  False with *err set if it cannot be loaded.
 */
bool	 libxml_load(struct libxml *lib, struct err *err) MUST_CHECK;

#endif
