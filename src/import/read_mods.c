/*
 * Reads MODS XML (Library of Congress, version 3): what bib2xml, ris2xml and
 * the other bibutils write, so that BibTeX, RIS and EndNote libraries can be
 * browsed.  Imported works have no findings and no appraisal.
 */
#include "import/tree.h"

#include "base/mem.h"
#include "base/text.h"

#define SPACE	"http://www.loc.gov/mods/v3"
#define END	{ .name = NULL }

static const struct {
	const char	*genre;
	const char	*type;
} genres[] = {
	{ "book", "book" },
	{ "book chapter", "chapter" },
	{ "Ph.D. thesis", "thesis" },
	{ "Masters thesis", "thesis" },
	{ "thesis", "thesis" },
	{ "report", "report" },
	{ "technical report", "report" },
	{ "conference publication", "conference" },
};

static void
remember_kind(struct import *im, const struct xml_element *element)
{
	const char *kind = import_attribute(element, "type");

	im->kind = kind == NULL ? NULL : mem_text(im->work, kind);
}

static void
remember_relation(struct import *im, const struct xml_element *element)
{
	const char *relation = import_attribute(element, "type");

	im->extra = relation == NULL ? "other" : mem_text(im->work, relation);
}

static void
forget_relation(struct import *im, struct xml *xml)
{
	(void)xml;
	im->extra = NULL;
}

static bool
in_host(const struct import *im)
{
	return text_same(im->extra, "host");
}

/* A blank, and then the rest of the title. */
static void
append(struct import *im, const char **field, const char *between,
    const char *text)
{
	if (*text == '\0')
		return;
	*field = *field == NULL ? mem_text(im->work, text) :
	    mem_format(im->work, "%s%s%s", *field, between, text);
}

static void
take_title(struct import *im, const char *text)
{
	if (im->extra == NULL)
		append(im, &im->work->title, " ", text);
	else if (in_host(im))
		append(im, &im->work->container, " ", text);
}

static void
take_subtitle(struct import *im, const char *text)
{
	if (im->extra == NULL)
		append(im, &im->work->title, ": ", text);
	else if (in_host(im))
		append(im, &im->work->container, ": ", text);
}

static void
begin_name(struct import *im, const struct xml_element *element)
{
	im->author = mem_new(im->work, struct author);
	im->author->at = element->place;
}

static void
take_name_part(struct import *im, const char *text)
{
	if (text_same(im->kind, "given"))
		append(im, &im->author->given, " ", text);
	else if (im->kind == NULL || text_same(im->kind, "family"))
		append(im, &im->author->family, " ", text);
	else if (text_same(im->kind, "suffix") ||
	    text_same(im->kind, "termsOfAddress"))
		append(im, &im->author->given, ", ", text);
}

/* Editors of the host are not the authors of the work. */
static void
end_name(struct import *im, struct xml *xml)
{
	(void)xml;
	if (im->extra == NULL && im->author->family != NULL)
		list_add(im->work, &im->work->authors, im->author);
}

static void
take_year(struct import *im, const char *text)
{
	if (im->work->year == NULL)
		im->work->year = import_year(im, text);
}

static void
take_publisher(struct import *im, const char *text)
{
	import_set(im, &im->work->publisher, text);
}

static void
take_identifier(struct import *im, const char *text)
{
	if (text_same(im->kind, "doi"))
		import_set_valid(im, &im->work->doi, "doi", text);
	else if (text_same(im->kind, "pubmed") || text_same(im->kind, "pmid"))
		import_set_valid(im, &im->work->pmid, "pmid", text);
	else if (text_same(im->kind, "pmc"))
		import_set_valid(im, &im->work->pmcid, "pmcid", text);
	else if (text_same(im->kind, "isbn"))
		import_set_valid(im, &im->work->isbn, "isbn", text);
}

static void
take_number(struct import *im, const char *text)
{
	if (text_same(im->kind, "volume"))
		import_set(im, &im->work->volume, text);
	else if (text_same(im->kind, "issue") || text_same(im->kind, "number"))
		import_set(im, &im->work->issue, text);
}

static void
take_first_page(struct import *im, const char *text)
{
	import_set(im, &im->work->pages, text);
}

static void
take_last_page(struct import *im, const char *text)
{
	append(im, &im->work->pages, "-", text);
}

static void
take_abstract(struct import *im, const char *text)
{
	struct abstract_section *section;

	if (*text == '\0' || im->extra != NULL)
		return;
	section = mem_new(im->work, struct abstract_section);
	section->text = mem_text(section, text);
	list_add(im->work, &im->work->abstract, section);
}

static void
take_topic(struct import *im, const char *text)
{
	import_add(im, &im->work->keywords, text);
}

static void
take_genre(struct import *im, const char *text)
{
	size_t i;

	for (i = 0; i < sizeof(genres) / sizeof(genres[0]); i++)
		if (im->extra == NULL && im->work->type == NULL &&
		    text_same(genres[i].genre, text))
			im->work->type = genres[i].type;
}

/* An address that is not http or https is dropped. */
static void
take_url(struct import *im, const char *text)
{
	import_set_valid(im, &im->work->link, "link", text);
}

static void
begin_record(struct import *im, const struct xml_element *element)
{
	const char *id = import_attribute(element, "ID");
	char *slug, *p;

	import_begin(im, element->place);
	if (id == NULL)
		return;
	slug = text_fold(im->work, id);
	for (p = slug; *p != '\0'; p++)
		if (*p == ' ')
			*p = '-';
	import_set_valid(im, &im->work->id, "id", slug);
}

/* The same work gets the same id in every file: from its title and year. */
static char *
made_up_id(const struct work *work)
{
	unsigned hash = 2166136261U;	/* FNV-1a */
	const char *p;

	for (p = work->title; *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619U;
	return mem_format(work, "mods-%s%s%08x", work->year == NULL ? "" :
	    work->year, work->year == NULL ? "" : "-", hash);
}

static void
end_record(struct import *im, struct xml *xml)
{
	struct work *work = im->work;

	if (work == NULL)
		return;
	if (work->title == NULL)
		work->title = "[no title]";
	if (work->id == NULL)
		work->id = made_up_id(work);
	if (work->type == NULL)
		work->type = "article";
	if (work->link == NULL && work->doi != NULL)
		work->link = mem_format(work, "https://doi.org/%s", work->doi);
	work->imported = "MODS";
	work->design = "design-not-known";
	work->level_reason = "imported; nobody has appraised it";
	import_finish(im, xml);
}

/* The elements that matter. */

static const struct node title_nodes[] = {
	{ .name = "nonSort", .take = take_title },
	{ .name = "title", .take = take_title },
	{ .name = "subTitle", .take = take_subtitle },
	END
};
static const struct node name_nodes[] = {
	{ .name = "namePart", .begin = remember_kind, .take = take_name_part },
	END
};
static const struct node origin_nodes[] = {
	{ .name = "dateIssued", .take = take_year },
	{ .name = "publisher", .take = take_publisher },
	END
};
static const struct node detail_nodes[] = {
	{ .name = "number", .take = take_number },
	END
};
static const struct node extent_nodes[] = {
	{ .name = "start", .take = take_first_page },
	{ .name = "end", .take = take_last_page },
	END
};
static const struct node part_nodes[] = {
	{ .name = "date", .take = take_year },
	{ .name = "detail", .begin = remember_kind, .children = detail_nodes },
	{ .name = "extent", .children = extent_nodes },
	END
};
static const struct node subject_nodes[] = {
	{ .name = "topic", .take = take_topic },
	END
};
static const struct node location_nodes[] = {
	{ .name = "url", .take = take_url },
	END
};
static const struct node related_nodes[] = {
	{ .name = "titleInfo", .children = title_nodes },
	{ .name = "originInfo", .children = origin_nodes },
	{ .name = "part", .children = part_nodes },
	END
};
static const struct node mods_nodes[] = {
	{ .name = "titleInfo", .children = title_nodes },
	{ .name = "name", .begin = begin_name, .children = name_nodes,
	  .end = end_name },
	{ .name = "originInfo", .children = origin_nodes },
	{ .name = "relatedItem", .begin = remember_relation,
	  .children = related_nodes, .end = forget_relation },
	{ .name = "part", .children = part_nodes },
	{ .name = "identifier", .begin = remember_kind,
	  .take = take_identifier },
	{ .name = "abstract", .take = take_abstract },
	{ .name = "subject", .children = subject_nodes },
	{ .name = "genre", .take = take_genre },
	{ .name = "location", .children = location_nodes },
	END
};
static const struct node collection_nodes[] = {
	{ .name = "mods", .begin = begin_record, .children = mods_nodes,
	  .end = end_record },
	END
};

static void *
mods_open(void *ctx, const struct read_handler *handler)
{
	return import_open(ctx, handler, &collection_nodes[0]);
}

static void *
mods_collection_open(void *ctx, const struct read_handler *handler)
{
	static const struct node root = { .name = "modsCollection",
	    .children = collection_nodes };

	return import_open(ctx, handler, &root);
}

const struct reader reader_mods = {
	.root = "mods",
	.space = SPACE,
	.open = mods_open,
	.events = &import_events,
};

const struct reader reader_mods_collection = {
	.root = "modsCollection",
	.space = SPACE,
	.open = mods_collection_open,
	.events = &import_events,
};
