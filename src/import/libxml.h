/*
 * libxml2, loaded when the first XML is read.
 *
 * Most starts find a fresh index and read none, and what stands behind that
 * library (ICU, the C++ runtime) is a fifth of the time of such a start.  So
 * it is loaded with dlopen(3); with "configure --disable-late-libxml2", or
 * where the name of its file is not known, it is linked.
 *
 * For xml.c alone.
 */
#ifndef IMPORT_LIBXML_H
#define IMPORT_LIBXML_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

#include "base/err.h"

/* X(how we call it, the function) */
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
 * Fills in the functions, and readies the library; it reads no external
 * entities from then on.  It stays loaded.  False when it cannot be loaded,
 * with *err saying why.
 */
bool	 libxml_load(struct libxml *lib, struct err *err) MUST_CHECK;

#endif
