/* Reading: one source file of any format, told by its root element. */
#include "import/read.h"

#include <strings.h>

#include "base/text.h"
#include "import/reader.h"

static const struct reader *const readers[] = {
	&reader_strigil,
	&reader_pubmed,
	&reader_medline,
	&reader_mods,
	&reader_mods_collection,
};

struct reading {
	const struct read_handler	*handler;
	const struct reader		*reader;
	void				*state;
};

static const struct reader *
find_reader(const struct xml_element *root)
{
	size_t i;

	for (i = 0; i < sizeof(readers) / sizeof(readers[0]); i++)
		if (text_same(readers[i]->root, root->name) &&
		    text_same(readers[i]->space, root->space))
			return readers[i];
	return NULL;
}

/* Says what the root is, and what it would have to be. */
static void
refuse_root(struct xml *xml, const struct xml_element *root)
{
	size_t i;

	for (i = 0; i < sizeof(readers) / sizeof(readers[0]); i++) {
		if (!text_same(readers[i]->root, root->name))
			continue;
		diag_error(xml_sink(xml), root->place, "the root element <%s> "
		    "is in the namespace '%s', not in '%s'", root->name,
		    root->space, readers[i]->space);
		xml_stop(xml);
		return;
	}
	if (strcasecmp(root->name, "html") == 0)
		diag_error(xml_sink(xml), root->place, "this is an HTML page, "
		    "not a bibliography");
	else
		diag_error(xml_sink(xml), root->place, "the root element is "
		    "<%s>; expected <bibliography xmlns=\"%s\">, "
		    "<PubmedArticleSet>, <MedlineCitationSet> or "
		    "<modsCollection>", root->name, reader_strigil.space);
	xml_stop(xml);
}

static void
on_start(void *user, struct xml *xml, const struct xml_element *element)
{
	struct reading *reading = user;

	if (reading->reader != NULL) {
		reading->reader->events->start(reading->state, xml, element);
		return;
	}
	reading->reader = find_reader(element);
	if (reading->reader == NULL) {
		refuse_root(xml, element);
		return;
	}
	reading->state = reading->reader->open(reading, reading->handler);
	reading->reader->events->start(reading->state, xml, element);
}

static void
on_end(void *user, struct xml *xml)
{
	struct reading *reading = user;

	reading->reader->events->end(reading->state, xml);
}

static void
on_text(void *user, struct xml *xml, const char *s, size_t n)
{
	struct reading *reading = user;

	if (reading->reader != NULL)
		reading->reader->events->text(reading->state, xml, s, n);
}

bool
read_file(const char *path, const char *name, const struct input_watch *watch,
    const struct read_handler *handler, struct diag_sink *sink, bool *whole,
    struct err *err)
{
	static const struct xml_handler events = { on_start, on_end, on_text };
	struct reading *reading = mem_new(NULL, struct reading);
	bool ok;

	reading->handler = handler;
	ok = xml_read(path, name, watch, &events, reading, sink, whole, err);
	mem_free(reading);
	return ok;
}

struct place
found_place(const struct found *found, const void *record,
    const char *xml_name)
{
	const struct origin *origin;
	size_t i;

	for (i = found->origins.count; i-- > 0; ) {
		origin = found->origins.at[i];
		if (origin->record == record &&
		    text_same(origin->member->name, xml_name))
			return origin->place;
	}
	return ((const struct record *)record)->at;
}
