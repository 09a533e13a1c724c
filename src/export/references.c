/* References: works in the formats that reference managers read. */
#include "export/references.h"

#include <string.h>

#include "base/text.h"
#include "export/formats.h"

/* What each type of work is called elsewhere. */
static const struct names {
	const char	*type;
	const char	*ris;
	const char	*bibtex;
	const char	*container;	/* fields of BibTeX */
	const char	*publisher;
	const char	*csl;
} names[] = {
	{ "article", "JOUR", "article", "journal", "publisher",
	  "article-journal" },
	{ "book", "BOOK", "book", "series", "publisher", "book" },
	{ "chapter", "CHAP", "incollection", "booktitle", "publisher",
	  "chapter" },
	/* Which degree is not known, so it is neither of BibTeX's two. */
	{ "thesis", "THES", "misc", "series", "howpublished", "thesis" },
	{ "report", "RPRT", "techreport", "series", "institution", "report" },
	{ "conference", "CPAPER", "inproceedings", "booktitle", "publisher",
	  "paper-conference" },
};

static const struct names *
names_of(const struct work *work)
{
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_same(names[i].type, work->type))
			return &names[i];
	return &names[0];
}

/* RIS: "TY  - JOUR", lines ended by CR LF. */

static void
add_tag(const void *ctx, struct buf *out, const char *tag, const char *value)
{
	if (value != NULL)
		buf_format(ctx, out, "%s  - %s\r\n", tag, value);
}

static char *
name_of(const void *ctx, const struct author *author)
{
	return author->given == NULL ? mem_text(ctx, author->family) :
	    mem_format(ctx, "%s, %s", author->family, author->given);
}

/* "193-200" is SP 193 and EP 200; anything else is SP alone. */
static void
add_pages(const void *ctx, struct buf *out, const char *pages)
{
	const char *hyphen = pages == NULL ? NULL : strchr(pages, '-');

	if (hyphen == NULL) {
		add_tag(ctx, out, "SP", pages);
		return;
	}
	add_tag(ctx, out, "SP", mem_text_n(ctx, pages, (size_t)(hyphen -
	    pages)));
	add_tag(ctx, out, "EP", hyphen + 1);
}

char *
reference_ris(const void *ctx, const struct work *work)
{
	struct buf out = { .data = NULL };
	size_t i;

	add_tag(ctx, &out, "TY", names_of(work)->ris);
	add_tag(ctx, &out, "ID", work->id);
	for (i = 0; i < work->authors.count; i++)
		add_tag(ctx, &out, "AU", name_of(ctx, work->authors.at[i]));
	add_tag(ctx, &out, "TI", work->title);
	add_tag(ctx, &out, "PY", work->year);
	add_tag(ctx, &out, "T2", work->container);
	add_tag(ctx, &out, "VL", work->volume);
	add_tag(ctx, &out, "IS", work->issue);
	add_pages(ctx, &out, work->pages);
	add_tag(ctx, &out, "PB", work->publisher);
	add_tag(ctx, &out, "SN", work->isbn);
	add_tag(ctx, &out, "DO", work->doi);
	add_tag(ctx, &out, "AN", work->pmid);
	add_tag(ctx, &out, "UR", work->link);
	if (work_is_retracted(work))
		add_tag(ctx, &out, "N1", "RETRACTED");
	buf_text(ctx, &out, "ER  - \r\n");
	return out.data;
}

/* BibTeX. */

static void
add_escaped(const void *ctx, struct buf *out, const char *value)
{
	for (; *value != '\0'; value++) {
		if (strchr("&%$#_{}", *value) != NULL)
			buf_text(ctx, out, "\\");
		if (*value == '\\')
			buf_text(ctx, out, "\\textbackslash{}");
		else if (*value == '~')
			buf_text(ctx, out, "\\textasciitilde{}");
		else if (*value == '^')
			buf_text(ctx, out, "\\textasciicircum{}");
		else
			buf_add(ctx, out, value, 1);
	}
}

static void
add_field(const void *ctx, struct buf *out, const char *name,
    const char *value)
{
	if (value == NULL)
		return;
	buf_format(ctx, out, ",\n  %s = {", name);
	add_escaped(ctx, out, value);
	buf_text(ctx, out, "}");
}

/* An identifier stands as it is. */
static void
add_plain(const void *ctx, struct buf *out, const char *name,
    const char *value)
{
	if (value != NULL)
		buf_format(ctx, out, ",\n  %s = {%s}", name, value);
}

/* "Helfst, Jr., Robert H." */
static char *
bibtex_name(const void *ctx, const struct author *author)
{
	const char *comma = author->given == NULL ? NULL :
	    strstr(author->given, ", ");

	if (comma == NULL)
		return name_of(ctx, author);
	return mem_format(ctx, "%s, %s, %.*s", author->family, comma + 2,
	    (int)(comma - author->given), author->given);
}

/* A group stands in braces of its own, or it would be taken apart. */
static void
add_authors(const void *ctx, struct buf *out, const struct work *work)
{
	const struct author *author;
	size_t i;

	if (work->authors.count == 0)
		return;
	buf_text(ctx, out, ",\n  author = {");
	for (i = 0; i < work->authors.count; i++) {
		author = work->authors.at[i];
		buf_text(ctx, out, i > 0 ? " and " : "");
		buf_text(ctx, out, author->given == NULL ? "{" : "");
		add_escaped(ctx, out, bibtex_name(ctx, author));
		buf_text(ctx, out, author->given == NULL ? "}" : "");
	}
	buf_text(ctx, out, "}");
}

/* Pages have two hyphens between them. */
static char *
dashed(const void *ctx, const char *pages)
{
	const char *hyphen = pages == NULL ? NULL : strchr(pages, '-');

	return hyphen == NULL ? NULL : mem_format(ctx, "%.*s--%s",
	    (int)(hyphen - pages), pages, hyphen + 1);
}

char *
reference_bibtex(const void *ctx, const struct work *work)
{
	const struct names *called = names_of(work);
	struct buf out = { .data = NULL };
	char *pages = dashed(ctx, work->pages);

	buf_format(ctx, &out, "@%s{%s", called->bibtex, work->id);
	add_authors(ctx, &out, work);
	buf_text(ctx, &out, ",\n  title = {{");
	add_escaped(ctx, &out, work->title);
	buf_text(ctx, &out, "}}");
	add_field(ctx, &out, called->container, work->container);
	add_field(ctx, &out, "year", work->year);
	add_field(ctx, &out, "volume", work->volume);
	add_field(ctx, &out, "number", work->issue);
	add_field(ctx, &out, "pages", pages != NULL ? pages : work->pages);
	add_field(ctx, &out, called->publisher, work->publisher);
	add_plain(ctx, &out, "isbn", work->isbn);
	add_plain(ctx, &out, "doi", work->doi);
	add_plain(ctx, &out, "pmid", work->pmid);
	add_field(ctx, &out, "note", work_is_retracted(work) ? "RETRACTED" :
	    NULL);
	buf_text(ctx, &out, "\n}\n");
	return out.data;
}

/* CSL-JSON. */

static void
set(json_t *item, const char *key, const char *value)
{
	if (value != NULL)
		(void)json_object_set_new(item, key, json_string(value));
}

static json_t *
csl_authors(const struct work *work)
{
	json_t *list = json_array(), *person;
	const struct author *author;
	size_t i;

	for (i = 0; i < work->authors.count; i++) {
		author = work->authors.at[i];
		person = json_object();
		set(person, author->given == NULL ? "literal" : "family",
		    author->family);
		set(person, "given", author->given);
		(void)json_array_append_new(list, person);
	}
	return list;
}

json_t *
reference_csl(const struct work *work)
{
	json_t *item = json_object();
	int year = work_year(work);

	set(item, "id", work->id);
	set(item, "type", names_of(work)->csl);
	set(item, "title", work->title);
	if (work->authors.count > 0)
		(void)json_object_set_new(item, "author", csl_authors(work));
	if (year > 0)
		(void)json_object_set_new(item, "issued", json_pack(
		    "{s:[[i]]}", "date-parts", year));
	set(item, "container-title", work->container);
	set(item, "volume", work->volume);
	set(item, "issue", work->issue);
	set(item, "page", work->pages);
	set(item, "publisher", work->publisher);
	set(item, "DOI", work->doi);
	set(item, "PMID", work->pmid);
	set(item, "PMCID", work->pmcid);
	set(item, "ISBN", work->isbn);
	set(item, "URL", work->link);
	set(item, "note", work_is_retracted(work) ? "RETRACTED" : NULL);
	return item;
}
