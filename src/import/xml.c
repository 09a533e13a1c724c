/* XML: events from a hardened parser (libxml2, SAX2, push). */
#include "import/xml.h"

#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "import/guard.h"
#include "import/libxml.h"

enum { CHUNK = 65536, DEPTH_MAX = 64, ATTRIBUTES_MAX = 64, NAME_MAX_ = 256 };

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

struct xml {
	const char			*name;
	const struct xml_handler	*handler;
	void				*user;
	struct diag_sink		*sink;
	struct libxml			 lib;
	struct guard			 guard;
	struct place			 tag;		/* start tag of the
							   current element */
	xmlParserCtxtPtr		 parser;
	size_t				 depth;
	bool				 stopped;
	bool				 refused;
	struct xml_attribute		 attributes[ATTRIBUTES_MAX];
};

void
xml_stop(struct xml *xml)
{
	assert(xml != NULL);
	xml->stopped = true;
	xml->refused = true;
	if (xml->parser != NULL)
		xml->lib.stop(xml->parser);
}

struct place
xml_place(const struct xml *xml)
{
	return xml->tag;
}

struct diag_sink *
xml_sink(struct xml *xml)
{
	return xml->sink;
}

static void
xml_refuse(struct xml *xml, struct place place, const char *what)
{
	diag_error(xml->sink, place, "%s", what);
	xml_stop(xml);
}

/* Attributes: copied from the parser and decoded. */

/*
 * Without replacing entities, libxml2 leaves an ampersand in an attribute as
 * "&#38;"; one pass decodes it.
 */
static char *
attribute_value(const void *ctx, const char *s, size_t n)
{
	char *value = mem_text_n(ctx, s, n), *at = value;

	while ((at = strstr(at, "&#38;")) != NULL) {
		at++;
		memmove(at, at + 4, strlen(at + 4) + 1);
	}
	return value;
}

/* SAX2 passes five pointers for each: name, prefix, namespace, start, end. */
static void
copy_attributes(struct xml *xml, const void *ctx, size_t n,
    const xmlChar **raw)
{
	const char *name, *prefix, *from, *to;
	size_t i;

	for (i = 0; i < n; i++) {
		name = (const char *)raw[5 * i];
		prefix = (const char *)raw[5 * i + 1];
		from = (const char *)raw[5 * i + 3];
		to = (const char *)raw[5 * i + 4];
		xml->attributes[i].name = prefix == NULL ? name :
		    mem_format(ctx, "%s:%s", prefix, name);
		xml->attributes[i].value = attribute_value(ctx, from,
		    (size_t)(to - from));
	}
}

/* The events. */

static void
xml_on_start(void *ctx, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri, int spaces, const xmlChar **space_list, int count,
    int defaulted, const xmlChar **raw)
{
	struct xml *xml = ((xmlParserCtxtPtr)ctx)->_private;
	struct xml_element element = {
		.name = (const char *)local,
		.space = uri == NULL ? "" : (const char *)uri,
		.attributes = xml->attributes,
		.count = (size_t)count
	};
	struct guard_tag tag = guard_next_tag(&xml->guard);
	void *scratch = NULL;

	(void)prefix;
	(void)space_list;
	(void)defaulted;
	if (xml->stopped)
		return;
	xml->tag = (struct place){ xml->name, tag.line, tag.column };
	element.place = xml->tag;
	if (++xml->depth > DEPTH_MAX) {
		xml_refuse(xml, xml->tag, "elements are nested more than 64 "
		    "deep");
	} else if (count > ATTRIBUTES_MAX || spaces > ATTRIBUTES_MAX) {
		xml_refuse(xml, xml->tag, "an element with more than 64 "
		    "attributes or namespaces");
	} else if (strlen(element.name) > NAME_MAX_) {
		xml_refuse(xml, xml->tag, "an element with a name longer than "
		    "256 bytes");
	} else {
		if (count > 0)
			scratch = mem_context(NULL);
		copy_attributes(xml, scratch, element.count, raw);
		xml->handler->start(xml->user, xml, &element);
		mem_free(scratch);
	}
}

static void
xml_on_end(void *ctx, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri)
{
	struct xml *xml = ((xmlParserCtxtPtr)ctx)->_private;

	(void)local;
	(void)prefix;
	(void)uri;
	if (xml->stopped)
		return;
	xml->depth--;
	xml->handler->end(xml->user, xml);
}

static void
xml_on_text(void *ctx, const xmlChar *s, int n)
{
	struct xml *xml = ((xmlParserCtxtPtr)ctx)->_private;

	if (!xml->stopped && n > 0)
		xml->handler->text(xml->user, xml, (const char *)s,
		    (size_t)n);
}

static xmlEntityPtr
on_get_entity(void *ctx, const xmlChar *name)
{
	struct xml *xml = ((xmlParserCtxtPtr)ctx)->_private;

	return xml->lib.predefined_entity(name);
}

static void
on_reference(void *ctx, const xmlChar *name)
{
	struct xml *xml = ((xmlParserCtxtPtr)ctx)->_private;
	char *text;

	if (xml->stopped)
		return;
	text = mem_format(NULL, "the entity &%s; is not defined (write the "
	    "character itself, or its number: &#160;)", (const char *)name);
	xml_refuse(xml, xml_place(xml), text);
	mem_free(text);
}

/* Errors. */

/* Our own messages for errors that libxml2 explains badly. */
static const struct {
	int		 code;
	const char	*text;
} own_words[] = {
	{ XML_ERR_DOCUMENT_EMPTY, "no XML element found" },
	{ XML_ERR_DOCUMENT_END, "there is text after the end of the "
	    "document, or the document has no end" },
	{ XML_ERR_NAME_REQUIRED, "a name is missing (write '&' as &amp; and "
	    "'<' as &lt;)" },
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING, "a reference without its ';' "
	    "(write '&' as &amp;)" },
	{ XML_ERR_INVALID_CHAR, "a character that XML does not allow, or "
	    "bytes that are not UTF-8" },
	{ XML_ERR_INVALID_CHARREF, "a reference to a character that XML does "
	    "not allow" },
	{ XML_ERR_UNDECLARED_ENTITY, "an entity that is not defined (write "
	    "the character itself, or its number: &#160;)" },
	{ XML_ERR_INVALID_ENCODING, "bytes that are not text in the declared "
	    "encoding (save it as UTF-8)" },
	{ XML_ERR_TAG_NOT_FINISHED, "the document ends inside an element" },
	{ XML_ERR_UNKNOWN_VERSION, "XML of a version other than 1.0" },
};

static char *
error_text(const void *ctx, error_pointer error)
{
	size_t i;

	if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 != NULL &&
	    error->str2 != NULL)
		return mem_format(ctx, "<%s> of line %d is closed by </%s>: "
		    "write </%s> first", error->str1, error->int1,
		    error->str2, error->str1);
	for (i = 0; i < COUNT(own_words); i++)
		if (own_words[i].code == error->code)
			return mem_text(ctx, own_words[i].text);
	return text_clean(ctx, error->message == NULL ? "not well-formed" :
	    error->message, error->message == NULL ? 15 :
	    strlen(error->message));
}

static void
on_error(void *ctx, error_pointer error)
{
	struct xml *xml = ((xmlParserCtxtPtr)ctx)->_private;
	struct place place = { xml->name, (size_t)error->line,
	    error->int2 > 0 ? (size_t)error->int2 : 1 };
	char *text;

	/*
	 * The parser's warnings are about DTDs and catalogs, which are not
	 * used.
	 */
	if (xml->stopped || error->level < XML_ERR_ERROR)
		return;
	if (error->code == XML_NS_ERR_UNDEFINED_NAMESPACE)
		place = (struct place){ xml->name, xml->guard.tag.line,
		    xml->guard.tag.column };
	text = error_text(NULL, error);
	xml_refuse(xml, place, text);
	mem_free(text);
}

static const xmlSAXHandler sax = {
	.initialized = XML_SAX2_MAGIC,
	.startElementNs = xml_on_start,
	.endElementNs = xml_on_end,
	.characters = xml_on_text,
	.ignorableWhitespace = xml_on_text,
	.cdataBlock = xml_on_text,
	.reference = on_reference,
	.getEntity = on_get_entity,
	.serror = (xmlStructuredErrorFunc)on_error,
};

/* Reading. */

static void
refuse_file(struct xml *xml, const char *how, const char *what, size_t line,
    size_t column)
{
	struct place place = { xml->name, line, column };
	char *text = mem_format(NULL, "%s%s", how, what);

	xml_refuse(xml, place, text);
	mem_free(text);
}

static bool
start_parser(struct xml *xml, const char *bytes, size_t n, struct err *err)
{
	const char *foreign = guard_head(&xml->guard, bytes, n);
	xmlSAXHandler handler = sax;

	if (foreign != NULL) {
		refuse_file(xml, "this is ", foreign, 1, 1);
		return true;
	}
	xml->parser = xml->lib.create(&handler, NULL, bytes,
	    n < 4 ? (int)n : 4, NULL);
	if (xml->parser == NULL)
		return err_set(err, ERR_SYSTEM, "cannot start the XML parser");
	xml->parser->_private = xml;
	(void)xml->lib.use_options(xml->parser, XML_PARSE_NONET |
	    XML_PARSE_BIG_LINES);
	return true;
}

/* Feeds the guard, then the parser, which already has `skip` bytes. */
static void
xml_feed(struct xml *xml, const char *bytes, size_t n, size_t skip)
{
	const char *wrong = guard_feed(&xml->guard, bytes, n);

	if (wrong != NULL) {
		refuse_file(xml, "not accepted: ", wrong,
		    xml->guard.line, xml->guard.column);
		return;
	}
	if (n > skip)
		(void)xml->lib.parse(xml->parser, bytes + skip,
		    (int)(n - skip), 0);
}

static bool
xml_read_all(struct xml *xml, struct input *input, struct err *err)
{
	char *bytes = mem_array(input, char, CHUNK);
	size_t got, skip;

	do {
		if (!input_read(input, bytes, CHUNK, &got, err))
			return false;
		skip = 0;
		if (xml->parser == NULL) {
			if (!start_parser(xml, bytes, got, err))
				return false;
			skip = got < 4 ? got : 4;
		}
		if (!xml->stopped && got > 0)
			xml_feed(xml, bytes, got, skip);
	} while (got > 0 && !xml->stopped);
	if (!xml->stopped)
		(void)xml->lib.parse(xml->parser, bytes, 0, 1);
	return true;
}

static void
free_parser(struct xml *xml)
{
	if (xml->parser == NULL)
		return;
	xml->lib.free_document(xml->parser->myDoc);
	xml->parser->myDoc = NULL;
	xml->lib.free(xml->parser);
}

bool
xml_read(struct input *input, const char *name,
    const struct xml_handler *handler, void *user, struct diag_sink *sink,
    bool *whole, struct err *err)
{
	struct xml *xml = mem_new(input, struct xml);
	bool ok;

	assert(handler->start != NULL && handler->end != NULL);
	xml->name = name;
	xml->handler = handler;
	xml->user = user;
	xml->sink = sink;
	xml->tag = (struct place){ name, 1, 1 };
	guard_init(&xml->guard, xml);
	ok = libxml_load(&xml->lib, err) && xml_read_all(xml, input, err);
	free_parser(xml);
	if (!ok && err->code == ERR_INPUT) {
		/* A problem in the data is an error in the file. */
		diag_error(sink, (struct place){ name, xml->guard.line,
		    xml->guard.column }, "%s", err->text);
		xml->refused = true;
		ok = true;
	}
	*whole = !xml->refused;
	mem_free(xml);
	return ok;
}
