/* References: works in the formats of reference managers. */
#include "export/references.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "export/formats.h"
#include "export/status.h"
#include "library/cite_words.h"

/* A name such as "Doe, Jane, Jr". */
static char *
references_name_of(const void *ctx, const struct author *author)
{
	const char *given, *suffix;

	author_parts(ctx, author, &given, &suffix);
	return mem_format(ctx, "%s%s%s%s%s", author->family, given == NULL ?
	    "" : ", ", given == NULL ? "" : given, suffix == NULL ? "" : ", ",
	    suffix == NULL ? "" : suffix);
}

/* A copy with a character doubled: every occurrence, or only the first. */
static char *
with_doubled(const void *ctx, const char *text, char mark, bool everywhere)
{
	struct buf out = { .data = NULL };
	bool any = false;

	for (; *text != '\0'; text++) {
		buf_add(ctx, &out, text, 1);
		if (*text == mark && (everywhere || !any))
			buf_add(ctx, &out, text, 1);
		any |= *text == mark;
	}
	return out.data;
}

char *
reference_people(const void *ctx, const struct list *people)
{
	struct buf out = { .data = NULL };
	const struct author *author;
	size_t i;

	for (i = 0; i < people->count; i++) {
		author = list_at(people, i);
		buf_text(ctx, &out, i > 0 ? "; " : "");
		if (author->given != NULL)
			buf_text(ctx, &out, references_name_of(ctx, author));
		else if (strpbrk(author->family, " ,;") == NULL)
			buf_text(ctx, &out, author->family);
		else
			buf_format(ctx, &out, "\"%s\"", with_doubled(ctx,
			    author->family, '"', true));
	}
	return out.data;
}

/* The names of each work type in other formats. */
static const struct names {
	const char	*type;
	const char	*ris;
	const char	*bibtex;
	const char	*biblatex;
	const char	*container;	/* fields of BibTeX */
	const char	*publisher;
	const char	*csl;
} names[] = {
	{ "article", "JOUR", "article", "article", "journal", "publisher",
	  "article-journal" },
	{ "book", "BOOK", "book", "book", "series", "publisher", "book" },
	{ "chapter", "CHAP", "incollection", "incollection", "booktitle", "publisher",
	  "chapter" },
	/* The degree of a thesis is unknown, so the type is only "Thesis". */
	{ "thesis", "THES", "phdthesis", "thesis", "series", "school", "thesis" },
	{ "report", "RPRT", "techreport", "report", "series", "institution", "report" },
	{ "conference", "CPAPER", "inproceedings", "inproceedings", "booktitle",
	  "publisher", "paper-conference" },
	{ "guideline", "RPRT", "techreport", "report", "series", "institution",
	  "report" },
	{ "registration", "ELEC", "misc", "online", "series", "publisher", "webpage" },
	{ "web-page", "ELEC", "misc", "online", "series", "publisher", "webpage" },
};

static const struct names *
references_names_of(const struct work *work)
{
	size_t i;

	for (i = 0; i < COUNT(names); i++)
		if (text_same(names[i].type, work->type))
			return &names[i];
	return &names[0];
}

/* RIS, whose lines end with CR LF: "TY  - JOUR". */

static void
add_tag(const void *ctx, struct buf *out, const char *tag, const char *value)
{
	if (value != NULL)
		buf_format(ctx, out, "%s  - %s\r\n", tag, value);
}

char *
reference_group(const void *ctx, const char *name)
{
	return strchr(name, ',') == NULL ? mem_format(ctx, "%s,", name) :
	    with_doubled(ctx, name, ',', false);
}

static void
references_add_people(const void *ctx, struct buf *out, const char *tag,
    const struct list *people)
{
	const struct author *author;
	size_t i;

	for (i = 0; i < people->count; i++) {
		author = list_at(people, i);
		add_tag(ctx, out, tag, author->given == NULL ?
		    reference_group(ctx, author->family) :
		    references_name_of(ctx, author));
	}
}

static void
add_tags(const void *ctx, struct buf *out, const char *tag,
    const struct list *values)
{
	size_t i;

	for (i = 0; i < values->count; i++)
		add_tag(ctx, out, tag, list_at(values, i));
}

char *
reference_abstract(const void *ctx, const struct work *work)
{
	const struct abstract_section *section;
	struct buf text = { .data = NULL };
	char *label, *p;
	size_t i;

	for (i = 0; i < work->abstract.count; i++) {
		section = list_at(&work->abstract, i);
		label = mem_text(ctx, section->label == NULL ? "" :
		    section->label);
		for (p = label; *p != '\0'; p++)
			*p = (char)toupper((unsigned char)*p);
		buf_format(ctx, &text, "%s%s%s%s", i > 0 ? " " : "", label,
		    *label == '\0' ? "" : ": ", section->text);
	}
	return text.data;
}

/* The level and its reason, as a note that every program keeps. */
static char *
level_note(const void *ctx, const struct work *work)
{
	return work_level(work) == 0 || work->imported != NULL ? NULL :
	    mem_format(ctx, "Level of evidence %d%s%s", work_level(work),
	    work->level_reason == NULL ? "" : ": ", work->level_reason == NULL
	    ? "" : work->level_reason);
}

struct list
reference_remarks(const void *ctx, const struct work *work)
{
	struct list notes = { .at = NULL };
	char *level = level_note(ctx, work);
	size_t i;

	if (level != NULL)
		list_add(ctx, &notes, level);
	if (work->evidence_note != NULL)
		list_add(ctx, &notes, mem_text(ctx, work->evidence_note));
	for (i = 0; i < work->notes.count; i++)
		if (!list_holds(&notes, list_at(&work->notes, i)))
			list_add(ctx, &notes, list_at(&work->notes, i));
	return notes;
}

struct list
reference_notes(const void *ctx, const struct work *work)
{
	struct list notes = { .at = NULL }, remarks = reference_remarks(ctx,
	    work);
	size_t i;

	for (i = 0; i < work->notices.count; i++)
		list_add(ctx, &notes, status_note(ctx,
		    list_at(&work->notices, i)));
	for (i = 0; i < remarks.count; i++)
		list_add(ctx, &notes, list_at(&remarks, i));
	return notes;
}

/* The notes with labelled values that have no field of their own. */
static struct list
notes_with_labels(const void *ctx, const struct work *work)
{
	struct list notes = reference_notes(ctx, work);

	if (work->competing_interests != NULL)
		list_add(ctx, &notes, mem_format(ctx, "Competing interests: "
		    "%s", work->competing_interests));
	if (work->registration != NULL)
		list_add(ctx, &notes, mem_format(ctx, "Registration: %s",
		    work->registration));
	if (work->investigators.count > 0)
		list_add(ctx, &notes, mem_format(ctx, "Investigators: %s",
		    reference_people(ctx, &work->investigators)));
	return notes;
}

/* Adds pages: "193-200" becomes SP 193 and EP 200; anything else only SP. */
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

/* A date as in RIS: "2020/04/07/"; later parts may be missing. */
static char *
ris_date(const void *ctx, const char *date)
{
	char *text = date == NULL ? NULL : mem_text(ctx, date), *p;
	size_t slashes = 0;

	if (text == NULL)
		return NULL;
	for (p = text; *p != '\0'; p++)
		if (*p == '-') {
			*p = '/';
			slashes++;
		}
	return mem_format(ctx, "%s%s", text, slashes == 0 ? "///" : slashes ==
	    1 ? "//" : "/");
}

/*
 * Adds the work's address, and the addresses that programs recognise a PMID and
 * a PMCID by.
 */
static void
add_addresses(const void *ctx, struct buf *out, const struct work *work)
{
	char *pubmed = work->pmid == NULL ? NULL : mem_format(ctx,
	    "https://pubmed.ncbi.nlm.nih.gov/%s/", work->pmid);

	if (!text_same(pubmed, work->link))
		add_tag(ctx, out, "UR", work->link);
	add_tag(ctx, out, "UR", pubmed);
	if (work->pmcid != NULL)
		add_tag(ctx, out, "UR", mem_format(ctx,
		    "https://pmc.ncbi.nlm.nih.gov/articles/%s/", work->pmcid));
}

/* Removes all statuses from the notes and returns them as one; NULL if none. */
static char *
ris_status(const void *ctx, const struct work *work, struct list *notes)
{
	struct list statuses = { .at = NULL };
	size_t n = work->notices.count, i;

	for (i = 0; i < n; i++)
		list_add(ctx, &statuses, list_at(notes, i));
	for (i = n; i < notes->count; i++)
		notes->at[i - n] = notes->at[i];
	notes->count -= n;
	return reference_joined(ctx, &statuses, "; ");
}

/*
 * Only people, keywords, addresses and notes may repeat: EndNote and bibutils
 * keep only one value of any other tag.  The first note is the status, and
 * comes before C2 and M3, which bibutils takes for notes.
 */
char *
reference_ris(const void *ctx, const struct work *work)
{
	bool article = text_same(work->type, "article");
	struct list notes = notes_with_labels(ctx, work);
	struct buf out = { .data = NULL };

	add_tag(ctx, &out, "TY", references_names_of(work)->ris);
	add_tag(ctx, &out, "ID", work->id);
	references_add_people(ctx, &out, "AU", &work->authors);
	if (text_same(work->and_others, "yes"))
		add_tag(ctx, &out, "AU", "et al.,");
	references_add_people(ctx, &out, "ED", &work->editors);
	add_tag(ctx, &out, "TI", work->title);
	add_tag(ctx, &out, "OP", work->original_title);
	add_tag(ctx, &out, "PY", work->year);
	add_tag(ctx, &out, "DA", ris_date(ctx, work->published));
	add_tag(ctx, &out, "T2", work->container);
	add_tag(ctx, &out, "J2", work->container_short);
	add_tag(ctx, &out, "T3", work->series);
	add_tag(ctx, &out, "ET", work->edition);
	add_tag(ctx, &out, "VL", work->volume);
	add_tag(ctx, &out, "IS", work->issue);
	add_pages(ctx, &out, work->pages);
	add_tag(ctx, &out, "PB", work->publisher);
	add_tag(ctx, &out, article ? "PP" : "CY", work->publisher_place);
	add_tag(ctx, &out, "SN", reference_joined(ctx, &work->issns, "; "));
	add_tag(ctx, &out, work->issns.count > 0 ? "BN" : "SN", work->isbn);
	add_tag(ctx, &out, "DO", work->doi);
	if (work->pmid != NULL)
		add_tag(ctx, &out, "DB", "PubMed");
	add_tag(ctx, &out, "AN", work->pmid);
	add_addresses(ctx, &out, work);
	add_tag(ctx, &out, "LA", reference_joined(ctx, &work->languages,
	    "; "));
	if (notes.count > 0)
		add_tag(ctx, &out, "N1", ris_status(ctx, work, &notes));
	add_tag(ctx, &out, "C2", work->pmcid);
	add_tag(ctx, &out, "M3", reference_joined(ctx,
	    &work->publication_types, "; "));
	add_tags(ctx, &out, "KW", &work->headings);
	add_tags(ctx, &out, "KW", &work->keywords);
	add_tag(ctx, &out, "AB", reference_abstract(ctx, work));
	add_tags(ctx, &out, "N1", &notes);
	buf_text(ctx, &out, "ER  - \r\n");
	return out.data;
}

/* BibTeX. */

/*
 * Superscript and subscript digits and signs, which become LaTeX commands:
 * "10⁶" would become 106 in programs that can show only plain digits.
 */
static const struct raised {
	const char	*text;
	const char	*plain;
	bool		 below;
} raised[] = {
	{ "⁰", "0", false }, { "¹", "1", false }, { "²", "2", false },
	{ "³", "3", false }, { "⁴", "4", false }, { "⁵", "5", false },
	{ "⁶", "6", false }, { "⁷", "7", false }, { "⁸", "8", false },
	{ "⁹", "9", false }, { "⁺", "+", false }, { "⁻", "-", false },
	{ "₀", "0", true }, { "₁", "1", true }, { "₂", "2", true },
	{ "₃", "3", true }, { "₄", "4", true }, { "₅", "5", true },
	{ "₆", "6", true }, { "₇", "7", true }, { "₈", "8", true },
	{ "₉", "9", true }, { "₊", "+", true }, { "₋", "-", true },
};

static const struct raised *
raised_at(const char *text)
{
	size_t i;

	for (i = 0; (*text & 0x80) != 0 && i < COUNT(raised); i++)
		if (text_begins(text, raised[i].text))
			return &raised[i];
	return NULL;
}

/*
 * Writes a run of superscript or subscript characters as one LaTeX command;
 * returns the number of bytes read.
 */
static size_t
add_raised(const void *ctx, struct buf *out, const char *text)
{
	const struct raised *first = raised_at(text), *next = first;
	size_t n = 0;

	if (first == NULL)
		return 0;
	buf_text(ctx, out, first->below ? "\\textsubscript{" :
	    "\\textsuperscript{");
	for (; next != NULL && next->below == first->below;
	    next = raised_at(text + n)) {
		buf_text(ctx, out, next->plain);
		n += strlen(next->text);
	}
	buf_text(ctx, out, "}");
	return n;
}

static void
references_add_escaped(const void *ctx, struct buf *out, const char *value)
{
	char last = '\0';
	size_t n;

	for (; *value != '\0'; last = *value++) {
		n = add_raised(ctx, out, value);
		if (n > 0) {
			value += n - 1;
			continue;
		}
		/*
		 * LaTeX would make a dash or a quotation mark of two such
		 * characters in a row.
		 */
		if (*value == last && strchr("-`'", *value) != NULL)
			buf_text(ctx, out, "{}");
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
	references_add_escaped(ctx, out, value);
	buf_text(ctx, out, "}");
}

/* An identifier is not escaped. */
static void
add_plain(const void *ctx, struct buf *out, const char *name,
    const char *value)
{
	if (value != NULL)
		buf_format(ctx, out, ",\n  %s = {%s}", name, value);
}

/* Adds a part of a name, in braces where it would be split. */
static void
references_add_part(const void *ctx, struct buf *out, const char *part)
{
	bool held = strchr(part, ',') != NULL || strcasestr(part, " and ") !=
	    NULL;

	buf_text(ctx, out, held ? "{" : "");
	references_add_escaped(ctx, out, part);
	buf_text(ctx, out, held ? "}" : "");
}

/*
 * Adds a name in BibTeX's form: "Helfst, Jr., Robert H.".  A group needs braces of
 * its own.
 */
static void
references_add_bibtex_name(const void *ctx, struct buf *out,
    const struct author *author)
{
	const char *given, *suffix;

	author_parts(ctx, author, &given, &suffix);
	if (given == NULL) {
		buf_text(ctx, out, "{");
		references_add_escaped(ctx, out, references_name_of(ctx,
		    author));
		buf_text(ctx, out, "}");
		return;
	}
	references_add_part(ctx, out, author->family);
	if (suffix != NULL) {
		buf_text(ctx, out, ", ");
		references_add_part(ctx, out, suffix);
	}
	buf_text(ctx, out, ", ");
	references_add_part(ctx, out, given);
}

static void
references_add_authors(const void *ctx, struct buf *out, const char *field,
    const struct list *people, bool more)
{
	size_t i;

	if (people->count == 0)
		return;
	buf_format(ctx, out, ",\n  %s = {", field);
	for (i = 0; i < people->count; i++) {
		buf_text(ctx, out, i > 0 ? " and " : "");
		references_add_bibtex_name(ctx, out, list_at(people, i));
	}
	buf_text(ctx, out, more ? " and others}" : "}");
}

char *
reference_joined(const void *ctx, const struct list *values, const char *between)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < values->count; i++)
		buf_format(ctx, &out, "%s%s", i > 0 ? between : "",
		    (const char *)list_at(values, i));
	return out.data;
}

/* The fields that BibTeX and BibLaTeX share. */
static void
add_common(const void *ctx, struct buf *out, const struct work *work)
{
	struct list notes = reference_notes(ctx, work);
	const char *pages = work->pages, *hyphen = pages == NULL ? NULL :
	    strchr(pages, '-');

	/* Page ranges are written with two hyphens. */
	if (hyphen != NULL)
		pages = mem_format(ctx, "%.*s--%s", (int)(hyphen - pages),
		    pages, hyphen + 1);
	add_field(ctx, out, "volume", work->volume);
	add_field(ctx, out, "number", work->issue);
	add_field(ctx, out, "pages", pages);
	add_field(ctx, out, "edition", work->edition);
	add_plain(ctx, out, "isbn", work->isbn);
	add_plain(ctx, out, "issn", reference_joined(ctx, &work->issns, ", "));
	add_plain(ctx, out, "doi", work->doi);
	add_plain(ctx, out, "url", work->link);
	add_plain(ctx, out, "pmid", work->pmid);
	add_plain(ctx, out, "eprint", work->pmid);
	add_plain(ctx, out, "eprinttype", work->pmid == NULL ? NULL :
	    "pubmed");
	add_plain(ctx, out, "pmcid", work->pmcid);
	add_field(ctx, out, "language", reference_joined(ctx, &work->languages, "; "));
	add_field(ctx, out, "mesh", reference_joined(ctx, &work->headings, "; "));
	add_field(ctx, out, "keywords", reference_joined(ctx, &work->keywords, "; "));
	add_field(ctx, out, "abstract", reference_abstract(ctx, work));
	add_field(ctx, out, "note", reference_joined(ctx, &notes, "; "));
	add_field(ctx, out, "registration", work->registration);
	add_field(ctx, out, "origtitle", work->original_title);
	add_field(ctx, out, "investigators", reference_people(ctx,
	    &work->investigators));
	add_field(ctx, out, "competinginterests", work->competing_interests);
}

static struct buf
references_begin_entry(const void *ctx, const struct work *work,
    const char *type)
{
	struct buf out = { .data = NULL };

	buf_format(ctx, &out, "@%s{%s", type, work->id);
	references_add_authors(ctx, &out, "author", &work->authors, text_same(
	    work->and_others, "yes"));
	references_add_authors(ctx, &out, "editor", &work->editors, false);
	buf_text(ctx, &out, ",\n  title = {{");
	references_add_escaped(ctx, &out, work->title);
	buf_text(ctx, &out, "}}");
	return out;
}

/* Adds "month = apr", where apr is a macro of the styles, and the day. */
static void
add_bibtex_month(const void *ctx, struct buf *out, const char *date)
{
	static const char *const months[] = { "jan", "feb", "mar", "apr",
	    "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
	long month = date == NULL || strlen(date) < 7 ? 0 : strtol(date + 5,
	    NULL, 10);

	if (month < 1 || month > 12)
		return;
	buf_format(ctx, out, ",\n  month = %s", months[month - 1]);
	if (strlen(date) > 8)
		buf_format(ctx, out, ",\n  day = {%ld}", strtol(date + 8,
		    NULL, 10));
}

char *
reference_bibtex(const void *ctx, const struct work *work)
{
	const struct names *called = references_names_of(work);
	struct buf out = references_begin_entry(ctx, work, called->bibtex);

	add_field(ctx, &out, called->container, work->container);
	add_field(ctx, &out, "shortjournal", work->container_short);
	if (!text_same(called->container, "series") || work->container == NULL)
		add_field(ctx, &out, "series", work->series);
	add_field(ctx, &out, "year", work->year);
	add_bibtex_month(ctx, &out, work->published);
	if (text_same(work->type, "thesis"))
		add_plain(ctx, &out, "type", "Thesis");
	add_field(ctx, &out, called->publisher, work->publisher);
	add_field(ctx, &out, "address", work->publisher_place);
	add_field(ctx, &out, "entrysubtype", reference_joined(ctx,
	    &work->publication_types, "; "));
	add_common(ctx, &out, work);
	buf_text(ctx, &out, "\n}\n");
	return out.data;
}

char *
reference_biblatex(const void *ctx, const struct work *work)
{
	const struct names *called = references_names_of(work);
	bool thesis = text_same(work->type, "thesis");
	char *types = reference_joined(ctx, &work->publication_types, "; ");
	struct buf out = references_begin_entry(ctx, work, called->biblatex);

	add_field(ctx, &out, text_same(called->container, "journal") ?
	    "journaltitle" : called->container, work->container);
	add_field(ctx, &out, "shortjournal", work->container_short);
	if (!text_same(called->container, "series") || work->container == NULL)
		add_field(ctx, &out, "series", work->series);
	add_field(ctx, &out, "date", work->published != NULL ?
	    work->published : work->year);
	add_field(ctx, &out, thesis || text_same(work->type, "report") ?
	    "institution" : "publisher", work->publisher);
	add_field(ctx, &out, "location", work->publisher_place);
	add_field(ctx, &out, thesis ? "type" : "entrysubtype", thesis &&
	    types == NULL ? "Thesis" : types);
	add_common(ctx, &out, work);
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
csl_people(const struct list *people)
{
	json_t *list = json_array(), *person;
	const struct author *author;
	const char *given, *suffix;
	void *scratch = mem_context(NULL);
	size_t i;

	for (i = 0; i < people->count; i++) {
		author = list_at(people, i);
		author_parts(scratch, author, &given, &suffix);
		person = json_object();
		set(person, given == NULL ? "literal" : "family",
		    author->family);
		set(person, "given", given);
		set(person, "suffix", suffix);
		(void)json_array_append_new(list, person);
	}
	mem_free(scratch);
	return list;
}

/* The date "2020-04-07" as [2020, 4, 7]. */
static json_t *
csl_date(const struct work *work)
{
	const char *date = work->published != NULL ? work->published :
	    work->year, *p;
	json_t *parts = json_array();

	for (p = date; p != NULL; p = strchr(p, '-')) {
		p += *p == '-';
		(void)json_array_append_new(parts, json_integer(atoi(p)));
	}
	return json_pack("{s:[o]}", "date-parts", parts);
}

static void
csl_set_texts(json_t *object, const char *key, const struct list *texts)
{
	json_t *all = json_array();
	size_t i;

	for (i = 0; i < texts->count; i++)
		(void)json_array_append_new(all, json_string(texts->at[i]));
	if (texts->count > 0)
		(void)json_object_set_new(object, key, all);
	else
		json_decref(all);
}

/*
 * Adds values for which CSL-JSON 1.0.2 has no variable, as "custom".  A genre
 * would be printed after the title: "[Journal Article]"; only that of a
 * thesis is one.
 */
static void
csl_set_custom(json_t *item, const struct work *work)
{
	json_t *custom = json_object();

	csl_set_texts(custom, "publication-types", &work->publication_types);
	csl_set_texts(custom, "headings", &work->headings);
	set(custom, "and-others", work->and_others);
	if (json_object_size(custom) > 0)
		(void)json_object_set_new(item, "custom", custom);
	else
		json_decref(custom);
}

json_t *
reference_csl(const struct work *work)
{
	json_t *item = json_object();
	void *scratch = mem_context(NULL);
	struct list notes = notes_with_labels(scratch, work);

	set(item, "id", work->id);
	set(item, "type", cite_is_preprint(work) ? "article" :
	    references_names_of(work)->csl);
	if (list_holds(&work->publication_types, cite_thesis(work)))
		set(item, "genre", cite_thesis(work));
	set(item, "title", work->title);
	set(item, "original-title", work->original_title);
	if (work->authors.count > 0)
		(void)json_object_set_new(item, "author",
		    csl_people(&work->authors));
	if (work->editors.count > 0)
		(void)json_object_set_new(item, "editor",
		    csl_people(&work->editors));
	if (work_year(work) > 0)
		(void)json_object_set_new(item, "issued", csl_date(work));
	set(item, "container-title", work->container);
	set(item, "container-title-short", work->container_short);
	set(item, "collection-title", work->series);
	set(item, "edition", work->edition);
	set(item, "volume", work->volume);
	set(item, "issue", work->issue);
	set(item, "page", work->pages);
	set(item, "publisher", work->publisher);
	set(item, "publisher-place", work->publisher_place);
	set(item, "DOI", work->doi);
	set(item, "PMID", work->pmid);
	set(item, "PMCID", work->pmcid);
	set(item, "ISBN", work->isbn);
	set(item, "ISSN", reference_joined(scratch, &work->issns, ", "));
	set(item, "URL", work->link);
	set(item, "language", reference_joined(scratch, &work->languages, "; "));
	set(item, "keyword", reference_joined(scratch, &work->keywords, "; "));
	set(item, "abstract", reference_abstract(scratch, work));
	set(item, "note", reference_joined(scratch, &notes, "\n"));
	csl_set_custom(item, work);
	mem_free(scratch);
	return item;
}
