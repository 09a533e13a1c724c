/*
 * Reads MODS XML (Library of Congress, version 3), written by bibutils, Zotero
 * and library catalogues.
 *
 * Attributes and roles give texts their meaning: titleInfo/@type, name/role,
 * relatedItem/@type (a chain of hosts), detail/@type, identifier/@type.
 */
#include "import/tree.h"

#include <string.h>

#include "base/text.h"
#include "import/name.h"

#define SPACE	"http://www.loc.gov/mods/v3"
#define END	{ .name = NULL }

/* Genres of marcgt and bibutils, and the work type for each. */
static const struct {
	const char	*genre;
	const char	*type;
} genres[] = {
	{ "book", "book" },
	{ "book chapter", "chapter" },
	{ "bookSection", "chapter" },
	{ "book section", "chapter" },
	{ "Ph.D. thesis", "thesis" },
	{ "Masters thesis", "thesis" },
	{ "thesis", "thesis" },
	{ "theses", "thesis" },
	{ "report", "report" },
	{ "technical report", "report" },
	{ "webpage", "report" },
	{ "conference publication", "conference" },
	{ "conferencePaper", "conference" },
	{ "journal article", "article" },
	{ "journalArticle", "article" },
	{ "academic journal", "article" },
};

/* The genre of a host, and the type of the works in it. */
static const struct {
	const char	*genre;
	const char	*type;
} hosts[] = {
	{ "book", "chapter" },
	{ "collection", "chapter" },
	{ "conference publication", "conference" },
};

/*
 * The draft's `extra` is the chain of relations: NULL in the work itself,
 * "host", "host/host", "series", "other".
 */
static bool
in_work(const struct draft *draft)
{
	return draft->extra == NULL;
}

static bool
in_host(const struct draft *draft)
{
	return draft->extra != NULL && text_begins(draft->extra, "host");
}

static void
begin_relation(struct draft *draft, const struct xml_element *element)
{
	const char *type = tree_attribute(element, "type");

	if (type == NULL)
		type = "other";
	draft->extra = draft->extra == NULL ? mem_text(draft->work, type) :
	    mem_format(draft->work, "%s/%s", draft->extra, type);
}

static void
end_relation(struct draft *draft)
{
	const char *slash = draft->extra == NULL ? NULL :
	    strrchr(draft->extra, '/');

	draft->extra = slash == NULL ? NULL : mem_text_n(draft->work,
	    draft->extra, (size_t)(slash - draft->extra));
}

static void
remember_kind(struct draft *draft, const struct xml_element *element)
{
	const char *kind = tree_attribute(element, "type");

	draft->kind = kind == NULL ? NULL : mem_text(draft->work, kind);
}

/* Titles. */

static void
begin_title(struct draft *draft, const struct xml_element *element)
{
	remember_kind(draft, element);
	draft->title_parts = NULL;
}

static void
add_title(struct draft *draft, const char *between, const char *text)
{
	if (*text != '\0')
		draft->title_parts = draft->title_parts == NULL ?
		    mem_text(draft->work, text) : mem_format(draft->work,
		    "%s%s%s", draft->title_parts, between, text);
}

static void
take_title(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	add_title(draft, " ", text);
}

/* Adds a subtitle, with a colon unless the title ends in punctuation. */
static void
mods_take_subtitle(struct draft *draft, const char *text, size_t at)
{
	size_t n = draft->title_parts == NULL ? 0 :
	    strlen(draft->title_parts);

	(void)at;
	add_title(draft, n > 0 && strchr("?!:.", draft->title_parts[n - 1]) !=
	    NULL ? " " : ": ", text);
}

/*
 * Bibutils takes the name of a journal in RIS for its abbreviation, and the
 * abbreviation for the title of what holds the journal.
 */
static void
take_host_title(struct draft *draft, const char *title)
{
	struct work *work = draft->work;

	if (work->container != NULL || work->container_short == NULL ||
	    !text_same(draft->extra, "host/host")) {
		draft_text(draft, title, W(container));
		return;
	}
	work->container = work->container_short;
	work->container_short = title;
}

static void
end_title(struct draft *draft)
{
	const char *title = draft->title_parts;

	if (title == NULL || draft->work == NULL)
		return;
	if (text_same(draft->kind, "abbreviated") ||
	    text_same(draft->kind, "uniform")) {
		if (in_host(draft))
			draft_text(draft, title, W(container_short));
	} else if (text_same(draft->kind, "translated") && in_work(draft)) {
		if (draft->work->original_title == NULL)
			draft->work->original_title = draft->work->title;
		draft->work->title = title;
	} else if (text_same(draft->kind, "alternative") && in_work(draft)) {
		draft_text(draft, title, W(original_title));
	} else if (in_work(draft)) {
		draft_text(draft, title, W(title));
	} else if (in_host(draft)) {
		take_host_title(draft, title);
	} else if (text_same(draft->extra, "series")) {
		draft_text(draft, title, W(series));
	}
}

/* Names. */

static void
begin_name(struct draft *draft, const struct xml_element *element)
{
	draft_begin_person(draft, W(authors));
	draft->whole_name = NULL;
	draft->role = NULL;
	draft->group = text_same(tree_attribute(element, "type"),
	    "corporate") || text_same(tree_attribute(element, "type"),
	    "conference");
}

static void
take_name_part(struct draft *draft, const char *text, size_t at)
{
	if (text_same(draft->kind, "given"))
		draft_given(draft, text, at);
	else if (text_same(draft->kind, "family"))
		draft_family(draft, text, at);
	else if (text_same(draft->kind, "suffix") ||
	    (text_same(draft->kind, "termsOfAddress") &&
	    name_is_suffix(text)))
		draft_suffix(draft, text, at);
	else if (draft->kind == NULL && draft->whole_name == NULL)
		draft->whole_name = mem_text(draft->work, text);
	else if (draft->kind == NULL && draft->group)
		draft->whole_name = mem_format(draft->work, "%s%s%s",
		    draft->whole_name, draft->whole_name[strlen(
		    draft->whole_name) - 1] == '.' ? " " : ". ", text);
}

static void
take_role(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	if (draft->role == NULL)
		draft->role = mem_text(draft->work, text);
}

/* "Poe, Pat, 1953-": years of life are not part of the name. */
static void
read_whole_name(struct draft *draft)
{
	char *name = mem_text(NULL, draft->whole_name);
	char *comma = strrchr(name, ',');

	if (comma != NULL && strpbrk(comma, "0123456789") != NULL)
		*comma = '\0';
	if (draft->group)
		draft_group(draft, name, draft->people);
	else
		draft_person(draft, name, draft->people);
	mem_free(name);
}

static bool
is_role(const struct draft *draft, const char *word, const char *code)
{
	return text_same(draft->role, word) || text_same(draft->role, code);
}

static void
end_name(struct draft *draft)
{
	if (draft->work == NULL)
		return;
	if (is_role(draft, "degree grantor", "dgg") || is_role(draft,
	    "publisher", "pbl")) {
		if (draft->whole_name != NULL)
			draft_text(draft, draft->whole_name, W(publisher));
		return;
	}
	if (is_role(draft, "editor", "edt") || in_host(draft))
		draft->people = W(editors);
	else if (draft->role != NULL && !is_role(draft, "author", "aut") &&
	    !is_role(draft, "creator", "cre"))
		return;
	else if (!in_work(draft))
		return;
	if (draft->author.family != NULL)
		draft_end_person(draft);
	else if (draft->whole_name != NULL)
		read_whole_name(draft);
}

/* Other elements. */

static void
take_identifier(struct draft *draft, const char *text, size_t at)
{
	static const struct {
		const char	*kind;
		draft_take	*take;
		size_t		 at;
		bool		 of_host;
	} kinds[] = {
		{ "doi", draft_doi, W(doi), false },
		{ "pubmed", draft_pmid, W(pmid), false },
		{ "pmid", draft_pmid, W(pmid), false },
		{ "medline", draft_pmid, W(pmid), false },
		{ "pmc", draft_pmcid, W(pmcid), false },
		{ "pmcid", draft_pmcid, W(pmcid), false },
		{ "isbn", draft_isbn, W(isbn), true },
		{ "issn", draft_issn, W(issns), true },
		{ "uri", draft_url, W(link), false },
		{ "citekey", draft_key, 0, false },
	};
	size_t i;

	(void)at;
	for (i = 0; i < COUNT(kinds); i++)
		if (text_same(kinds[i].kind, draft->kind) && (in_work(draft)
		    || (kinds[i].of_host && in_host(draft))))
			kinds[i].take(draft, text, kinds[i].at);
}

static void
take_number(struct draft *draft, const char *text, size_t at)
{
	if (text_same(draft->kind, "volume"))
		draft_text(draft, text, W(volume));
	else if (text_same(draft->kind, "issue") || text_same(draft->kind,
	    "number"))
		draft_text(draft, text, W(issue));
	else if (text_same(draft->kind, "page") || text_same(draft->kind,
	    "pages"))
		draft_pages(draft, text, W(pages));
	else if (text_same(draft->kind, "article") || text_same(draft->kind,
	    "article number"))
		draft_number(draft, text, at);
}

static void
mods_take_date(struct draft *draft, const char *text, size_t at)
{
	if (in_work(draft) || in_host(draft))
		draft_date(draft, text, at);
}

static void
take_of_item(struct draft *draft, const char *text, size_t at)
{
	if (in_work(draft) || in_host(draft))
		draft_text(draft, text, at);
}

static void
remember_place(struct draft *draft, const struct xml_element *element)
{
	remember_kind(draft, element);
}

static void
take_place(struct draft *draft, const char *text, size_t at)
{
	if (!text_same(draft->kind, "code"))
		take_of_item(draft, text, at);
}

static void
mods_take_abstract(struct draft *draft, const char *text, size_t at)
{
	if (in_work(draft))
		draft_abstract(draft, text, at);
}

/* Remembers the type of the works that a host holds. */
static void
take_host_genre(struct draft *draft, const char *text)
{
	size_t i;

	for (i = 0; i < COUNT(hosts); i++)
		if (draft->host_type == NULL && text_same(draft->extra,
		    "host") && text_same(hosts[i].genre, text))
			draft->host_type = hosts[i].type;
}

static void
take_genre(struct draft *draft, const char *text, size_t at)
{
	size_t i;

	if (!in_work(draft)) {
		take_host_genre(draft, text);
		return;
	}
	for (i = 0; i < COUNT(genres); i++)
		if (text_same(genres[i].genre, text)) {
			if (draft->work->type == NULL)
				draft->work->type = genres[i].type;
			return;
		}
	draft_type(draft, text, at);
}

static void
mods_take_note(struct draft *draft, const char *text, size_t at)
{
	if (in_work(draft))
		draft_note(draft, text, at);
}

static void
take_topic(struct draft *draft, const char *text, size_t at)
{
	draft_keywords(draft, text, at);
}

static void
mods_begin_record(struct draft *draft, const struct xml_element *element)
{
	const char *id = tree_attribute(element, "ID");

	tree_begin_work(draft, element);
	if (id != NULL)
		draft_key(draft, id, 0);
}

static void
mods_end_record(struct draft *draft)
{
	struct work *work = draft->work;

	if (work != NULL && text_same(work->title, work->original_title))
		work->original_title = NULL;
	/* The host decides the type only if the work has no genre. */
	if (work != NULL && work->type == NULL)
		work->type = draft->host_type;
	draft_finish(draft);
}

/* The elements that are read; all others are skipped. */

static const struct node title_nodes[] = {
	{ .name = "nonSort", .take = take_title },
	{ .name = "title", .take = take_title },
	{ .name = "subTitle", .take = mods_take_subtitle },
	{ .name = "partNumber", .take = take_title },
	{ .name = "partName", .take = take_title },
	END
};
static const struct node role_nodes[] = {
	{ .name = "roleTerm", .take = take_role },
	END
};
static const struct node name_nodes[] = {
	{ .name = "namePart", .begin = remember_kind, .take = take_name_part },
	{ .name = "role", .children = role_nodes },
	END
};
static const struct node place_nodes[] = {
	{ .name = "placeTerm", .begin = remember_place, .take = take_place,
	  .at = W(publisher_place) },
	END
};
static const struct node origin_nodes[] = {
	{ .name = "dateIssued", .take = mods_take_date, .at = W(published) },
	{ .name = "copyrightDate", .take = mods_take_date, .at = W(year) },
	{ .name = "publisher", .take = take_of_item, .at = W(publisher) },
	{ .name = "place", .children = place_nodes },
	{ .name = "edition", .take = take_of_item, .at = W(edition) },
	END
};
static const struct node detail_nodes[] = {
	{ .name = "number", .take = take_number },
	END
};
static const struct node extent_nodes[] = {
	{ .name = "start", .take = draft_first_page },
	{ .name = "end", .take = draft_last_page },
	{ .name = "list", .take = draft_pages, .at = W(pages) },
	END
};
static const struct node part_nodes[] = {
	{ .name = "date", .take = mods_take_date, .at = W(published) },
	{ .name = "detail", .begin = remember_kind, .children = detail_nodes },
	{ .name = "extent", .children = extent_nodes },
	END
};
static const struct node subject_nodes[] = {
	{ .name = "topic", .take = take_topic, .at = W(keywords) },
	{ .name = "geographic", .take = take_topic, .at = W(keywords) },
	END
};
static const struct node location_nodes[] = {
	{ .name = "url", .take = draft_url, .at = W(link) },
	END
};
static const struct node language_nodes[] = {
	{ .name = "languageTerm", .take = draft_language,
	  .at = W(languages) },
	END
};
/* Items within a work are read like the work itself. */
enum { MODS_NODES = 13 };
static const struct node mods_nodes[MODS_NODES];
static const struct node collection_nodes[] = {
	{ .name = "mods", .begin = mods_begin_record, .children = mods_nodes,
	  .end = mods_end_record },
	END
};
static const struct node mods_nodes[MODS_NODES] = {
	{ .name = "titleInfo", .begin = begin_title, .children = title_nodes,
	  .end = end_title },
	{ .name = "name", .begin = begin_name, .children = name_nodes,
	  .end = end_name },
	{ .name = "originInfo", .children = origin_nodes },
	{ .name = "relatedItem", .begin = begin_relation,
	  .children = mods_nodes, .end = end_relation },
	{ .name = "part", .children = part_nodes },
	{ .name = "identifier", .begin = remember_kind,
	  .take = take_identifier },
	{ .name = "abstract", .take = mods_take_abstract, .at = W(abstract) },
	{ .name = "subject", .children = subject_nodes },
	{ .name = "genre", .take = take_genre, .at = W(publication_types) },
	{ .name = "note", .take = mods_take_note, .at = W(notes) },
	{ .name = "language", .children = language_nodes },
	{ .name = "location", .children = location_nodes },
	END
};

static const struct node mods_root = { .name = "modsCollection",
    .children = collection_nodes };

const struct reader reader_mods[] = {
	{ "mods", SPACE, tree_open, &tree_events, "MODS",
	  &collection_nodes[0] },
	{ "modsCollection", SPACE, tree_open, &tree_events, "MODS",
	  &mods_root },
	{ .root = NULL }
};
