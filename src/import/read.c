/* Reads one source file of any format, detected by its content. */
#include "import/read.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "import/foreign.h"
#include "import/pack.h"
#include "import/reader.h"

enum { HEAD = 1 << 16 };

/* XML readers by root element; each list ends with a NULL root. */
static const struct reader *const xml_readers[] = {
	reader_strigil, reader_pubmed, reader_mods, reader_endnote, reader_jats,
};

/* Text readers, tried in this order. */
static const struct text_reader *const text_readers[] = {
	&reader_nbib, &reader_ris, &reader_wos, &reader_refer, &reader_csl,
	&reader_bibtex, &reader_csv, &reader_status,
};

/* XML. */

struct xml_reading {
	const struct read_handler	*handler;
	const struct reader		*reader;
	void				*state;
};

/* The reader for a root element; `anywhere`: ignoring its namespace. */
static const struct reader *
find_reader(const struct xml_element *root, bool anywhere)
{
	const struct reader *reader;
	size_t i;

	for (i = 0; i < COUNT(xml_readers); i++)
		for (reader = xml_readers[i]; reader->root != NULL; reader++)
			if (text_same(reader->root, root->name) && (anywhere ||
			    text_same(reader->space, root->space)))
				return reader;
	return NULL;
}

/* Reports an unknown root, and the roots that are accepted. */
static void
refuse_root(struct xml *xml, const struct xml_element *root)
{
	const struct reader *reader = find_reader(root, true);
	const char *what = foreign_root(root->name, root->space);

	if (what != NULL)
		diag_error(xml_sink(xml), root->place, "this is %s", what);
	else if (reader != NULL)
		diag_error(xml_sink(xml), root->place, "the root element <%s> "
		    "is in the namespace '%s', not in '%s'", root->name,
		    root->space, reader->space);
	else
		diag_error(xml_sink(xml), root->place, "the root element is "
		    "<%s>; expected <bibliography xmlns=\"%s\">, or the root "
		    "of PubMed XML, MODS, EndNote XML or JATS", root->name,
		    reader_strigil[0].space);
	xml_stop(xml);
}

static void
read_on_start(void *user, struct xml *xml, const struct xml_element *element)
{
	struct xml_reading *reading = user;

	if (reading->reader == NULL) {
		reading->reader = find_reader(element, false);
		if (reading->reader == NULL) {
			refuse_root(xml, element);
			return;
		}
		reading->state = reading->reader->open(reading,
		    reading->reader, reading->handler);
	}
	reading->reader->events->start(reading->state, xml, element);
}

static void
read_on_end(void *user, struct xml *xml)
{
	struct xml_reading *reading = user;

	reading->reader->events->end(reading->state, xml);
}

static void
read_on_text(void *user, struct xml *xml, const char *s, size_t n)
{
	struct xml_reading *reading = user;

	if (reading->reader != NULL)
		reading->reader->events->text(reading->state, xml, s, n);
}

static bool
read_xml(struct input *input, const char *name,
    const struct read_handler *handler, struct diag_sink *sink, bool *whole,
    struct err *err)
{
	static const struct xml_handler events = { read_on_start, read_on_end,
	    read_on_text };
	struct xml_reading *reading = mem_new(input, struct xml_reading);

	reading->handler = handler;
	return xml_read(input, name, &events, reading, sink, whole, err);
}

/* Text. */

static bool
read_refuse(struct diag_sink *sink, const char *name, const char *what,
    bool *whole)
{
	diag_error(sink, (struct place){ name, 1, 1 }, "this is %s", what);
	*whole = false;
	return true;
}

static bool
read_tagged_text(struct input *input, const char *name, const char *head,
    const struct read_handler *handler, struct diag_sink *sink, bool *whole,
    struct err *err)
{
	struct input_lines *lines = lines_open(input, input, name, sink);
	size_t i;

	for (i = 0; i < COUNT(text_readers); i++) {
		if (!text_readers[i]->begins(head))
			continue;
		text_readers[i]->read(lines, handler);
		*whole = !lines_refused(lines);
		return !lines_failed(lines, err);
	}
	return read_refuse(sink, name, foreign_text(head), whole);
}

/*
 * The start of the file as ASCII: without a byte order mark, UTF-16 reduced to
 * bytes.
 */
static void
plain_head(char *head, const char *bytes, size_t n)
{
	bool wide = n >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
	    memcmp(bytes, "\xFE\xFF", 2) == 0);
	size_t i = wide ? 2 : n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ?
	    3 : 0;

	for (; i < n; i++)
		if (bytes[i] != '\0' || !wide)
			*head++ = bytes[i];
	*head = '\0';
}

/*
 * Whether to use the XML parser: the file starts with "<", or is not text.
 * Ovid numbers its records: "<1>", "<1. >"; N-Triples begin with an address.
 */
static bool
is_xml(const char *head, const char *bytes, size_t n)
{
	head += strspn(head, " \t\r\n");
	return (*head == '<' && strchr("0123456789", head[1]) == NULL &&
	    !text_begins(head, "<http")) || *head == '\0' || memchr(bytes,
	    '\0', n < 64 ? n : 64) == bytes;
}

static bool
read_input(struct input *input, const char *name,
    const struct read_handler *handler, struct diag_sink *sink, bool *whole,
    struct err *err)
{
	char *bytes = mem_array(input, char, HEAD);
	char *head = mem_array(input, char, HEAD + 1);
	const char *what;
	size_t n;

	if (!input_peek(input, bytes, HEAD, &n, err)) {
		if (err->code != ERR_INPUT)
			return false;
		diag_error(sink, (struct place){ name, 1, 1 }, "%s",
		    err->text);
		*whole = false;
		return true;
	}
	what = foreign_bytes(bytes, n);
	if (what != NULL)
		return read_refuse(sink, name, what, whole);
	plain_head(head, bytes, n);
	if (is_xml(head, bytes, n))
		return read_xml(input, name, handler, sink, whole, err);
	return read_tagged_text(input, name, head, handler, sink, whole, err);
}

/*
 * The local name of the root element at the start of an XML file, owned by
 * `ctx`; "" if there is none.  Skips comments and the like.
 */
static char *
root_of(const void *ctx, const char *head)
{
	static const struct { const char *from, *to; } others[] = {
		{ "<!--", "-->" }, { "<?", "?>" }, { "<!DOCTYPE", ">" } };
	const char *colon, *end = head;
	size_t n, i;

	while (end != NULL && (head = strchr(end, '<')) != NULL) {
		for (i = 0; i < COUNT(others); i++)
			if (text_begins(head, others[i].from))
				break;
		if (i == COUNT(others)) {
			n = strcspn(++head, " \t\r\n/>");
			colon = memchr(head, ':', n);
			return colon == NULL ? mem_text_n(ctx, head, n) :
			    mem_text_n(ctx, colon + 1, n - (size_t)(colon + 1 -
			    head));
		}
		end = strstr(head, others[i].to);
	}
	return mem_text(ctx, "");
}

/*
 * A description of a file that no reader accepts, owned by `ctx`; NULL if one
 * does.
 */
static char *
foreign_kind(const void *ctx, const char *bytes, size_t n)
{
	char *head = mem_array(ctx, char, HEAD + 1), *root;
	const char *what = foreign_bytes(bytes, n);
	size_t i;

	if (what != NULL)
		return mem_text(ctx, what);
	plain_head(head, bytes, n);
	if (is_xml(head, bytes, n) && *head != '\0') {
		root = root_of(ctx, head);
		if (find_reader(&(struct xml_element){ .name = root }, true) !=
		    NULL)
			return NULL;
		what = foreign_root(root, NULL);
		return what != NULL ? mem_text(ctx, what) : mem_format(ctx,
		    "XML with the unknown root element <%s>", root);
	}
	for (i = 0; i < COUNT(text_readers); i++)
		if (text_readers[i]->begins(head))
			return NULL;
	return mem_text(ctx, foreign_text(head));
}

char *
read_foreign(const void *ctx, const char *path)
{
	struct err err = ERR_INIT;
	struct input *input = pack_open(path, NULL, &err);
	void *scratch = mem_context(NULL);
	char *bytes = mem_array(scratch, char, HEAD), *what = NULL;
	size_t n;

	if (input == NULL || !input_peek(input, bytes, HEAD, &n, &err))
		what = mem_text(ctx, err.text);
	else if ((what = foreign_kind(scratch, bytes, n)) != NULL)
		what = mem_format(ctx, "this is %s", what);
	if (input != NULL)
		input_free(input);
	mem_free(scratch);
	return what;
}

bool
read_file(const char *path, const char *name, const struct input_watch *watch,
    const struct read_handler *handler, struct diag_sink *sink, bool *whole,
    struct err *err)
{
	struct input *input = pack_open(path, watch, err);
	bool ok;

	assert(handler != NULL && handler->record != NULL);
	if (input == NULL)
		return false;
	ok = read_input(input, name, handler, sink, whole, err);
	input_free(input);
	return ok;
}

