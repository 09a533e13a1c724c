/*
 * Reads CSL-JSON, written by Zotero, Crossref and citeproc programs: an array
 * of items, a sequence of items, or an object with such an array as "items".
 *
 * Only one item is in memory, whether the file has many lines or one; cJSON
 * parses it.
 *
 * Source: the CSL JSON schema, version 1.0.2 (citationstyles.org).
 */
#include "import/reader.h"

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/text.h"
#include "import/draft.h"
#include "import/markup.h"

enum { ITEM_MAX = 4 << 20, DEPTH_MAX = 64, STRANGERS_MAX = 50 };

struct csl {
	struct draft	 draft;
	struct buf	 text;		/* text of the current item */
	struct place	 place;		/* position of the item's "{" */
	int		 depth;		/* depth of nested objects and arrays */
	bool		 quoted;
	bool		 escaped;
	bool		 refused;
	bool		 listed;	/* inside an array of items */
	bool		 open;		/* an array at the top level has not
					   ended */
	int		 wrapped;	/* depth of an array of items within an
					   object; 0: none, -1: it has ended */
	struct list	 strangers;
};

static const struct {
	const char	*csl;
	const char	*type;
} types[] = {
	{ "book", "book" }, { "monograph", "book" },
	{ "edited-book", "book" }, { "chapter", "chapter" },
	{ "entry", "chapter" }, { "entry-encyclopedia", "chapter" },
	{ "book-chapter", "chapter" }, { "thesis", "thesis" },
	{ "dissertation", "thesis" }, { "report", "report" },
	{ "webpage", "report" }, { "standard", "report" },
	{ "dataset", "report" }, { "software", "report" },
	{ "paper-conference", "conference" }, { "speech", "conference" },
	{ "proceedings-article", "conference" },
};

/* Values. */

static const cJSON *
csl_get(const cJSON *object, const char *key)
{
	return cJSON_GetObjectItemCaseSensitive(object, key);
}

/*
 * The text of a string or number, or of the first element of an array; or NULL.
 */
static char *
text_of(const void *ctx, const cJSON *value)
{
	if (cJSON_IsString(value))
		return markup_plain(ctx, value->valuestring);
	/* All other numbers are in quotation marks: see csl_quote_numbers(). */
	if (cJSON_IsNumber(value))
		return mem_format(ctx, "%d", value->valueint);
	if (cJSON_IsArray(value) && value->child != NULL &&
	    !cJSON_IsArray(value->child))
		return text_of(ctx, value->child);
	return NULL;
}

static void
take_people(struct csl *csl, const cJSON *names, size_t at)
{
	const cJSON *name;
	char *parts[6];
	void *scratch;
	size_t k;
	static const char *const keys[6] = { "family", "given", "suffix",
	    "non-dropping-particle", "literal", "dropping-particle" };

	cJSON_ArrayForEach(name, names) {
		scratch = mem_context(NULL);
		for (k = 0; k < 6; k++)
			parts[k] = text_of(scratch, csl_get(name, keys[k]));
		if (parts[4] == NULL && parts[0] == NULL)
			parts[4] = text_of(scratch, csl_get(name, "name"));
		if (parts[0] != NULL && parts[3] != NULL)
			parts[0] = mem_format(scratch, "%s %s", parts[3],
			    parts[0]);
		/* "Humboldt, Alexander von", but "van Beethoven". */
		if (parts[1] != NULL && parts[5] != NULL)
			parts[1] = mem_format(scratch, "%s %s", parts[1],
			    parts[5]);
		else if (parts[0] != NULL && parts[5] != NULL)
			parts[0] = mem_format(scratch, "%s %s", parts[5],
			    parts[0]);
		draft_name(&csl->draft, at, parts[0] != NULL ? parts[0] :
		    parts[4], parts[1], parts[2]);
		mem_free(scratch);
	}
}

static void
csl_take_date(struct csl *csl, const cJSON *date, size_t at)
{
	const cJSON *parts = cJSON_GetArrayItem(csl_get(date, "date-parts"),
	    0), *number;
	struct buf text = { .data = NULL };
	void *scratch = mem_context(NULL);
	char *part;
	size_t i = 0;

	cJSON_ArrayForEach(number, parts) {
		part = i < 3 ? text_of(scratch, number) : NULL;
		/* Spreadsheets and Python write the year as 2021.0. */
		if (part != NULL)
			buf_format(scratch, &text, "%s%.*s", i == 0 ? "" :
			    " ", (int)strcspn(part, "."), part);
		i++;
	}
	if (text.data == NULL) {
		part = text_of(scratch, csl_get(date, "raw"));
		if (part == NULL)
			part = text_of(scratch, csl_get(date, "literal"));
		if (part != NULL)
			buf_text(scratch, &text, part);
	}
	if (text.data != NULL)
		draft_date(&csl->draft, text.data, at);
	mem_free(scratch);
}

/* Keywords may be a text, or an array ("subject" in Crossref). */
static void
take_each(struct csl *csl, const cJSON *value, draft_take *take, size_t at)
{
	const cJSON *part;
	char *text;

	cJSON_ArrayForEach(part, value) {
		text = text_of(NULL, part);
		if (text != NULL)
			take(&csl->draft, text, at);
		mem_free(text);
	}
}

/* Zotero writes values without a variable as lines of the note, "PMID: 1". */
static void
csl_take_lines(struct csl *csl, const char *text, draft_take *take, size_t at)
{
	char *line, *plain;
	size_t n;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, "\n");
		line = mem_text_n(NULL, text, n);
		plain = markup_plain(line, line);
		if (*plain != '\0')
			take(&csl->draft, plain, at);
		mem_free(line);
	}
}

static void
csl_take_key(struct draft *draft, const char *text, size_t at)
{
	const char *slash = strrchr(text, '/');

	/* Zotero's id is the address of the item in its own library. */
	if (!text_begins(text, "http") && strspn(text, "0123456789") !=
	    strlen(text))
		draft_key(draft, slash != NULL ? slash + 1 : text, at);
}

static void
take_csl_keywords(struct draft *draft, const char *text, size_t at)
{
	char *copy = mem_text(NULL, text), *p;

	for (p = copy; strchr(text, ';') == NULL && *p != '\0'; p++)
		if (*p == ',')
			*p = ';';
	draft_keywords(draft, copy, at);
	mem_free(copy);
}

static void
take_status(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	draft_note(draft, text, W(notes));
}

enum shape { SHAPE_TEXT, SHAPE_PEOPLE, SHAPE_DATE, SHAPE_EACH, SHAPE_LINES };

/* One row per variable, in order of preference. */
static const struct {
	const char	*key;
	enum shape	 shape;
	draft_take	*take;
	size_t		 at;
} rows[] = {
	{ "title", SHAPE_TEXT, draft_title, W(title) },
	{ "original-title", SHAPE_TEXT, draft_text, W(original_title) },
	{ "author", SHAPE_PEOPLE, NULL, W(authors) },
	{ "editor", SHAPE_PEOPLE, NULL, W(editors) },
	{ "container-title", SHAPE_TEXT, draft_text, W(container) },
	{ "container-title-short", SHAPE_TEXT, draft_text,
	  W(container_short) },
	{ "journalAbbreviation", SHAPE_TEXT, draft_text,
	  W(container_short) },
	{ "short-container-title", SHAPE_TEXT, draft_text,
	  W(container_short) },
	{ "collection-title", SHAPE_TEXT, draft_text, W(series) },
	{ "edition", SHAPE_TEXT, draft_text, W(edition) },
	{ "issued", SHAPE_DATE, NULL, W(published) },
	{ "published", SHAPE_DATE, NULL, W(published) },
	{ "volume", SHAPE_TEXT, draft_text, W(volume) },
	{ "issue", SHAPE_TEXT, draft_text, W(issue) },
	{ "page", SHAPE_TEXT, draft_pages, W(pages) },
	{ "number", SHAPE_TEXT, draft_number, 0 },
	{ "article-number", SHAPE_TEXT, draft_number, 0 },
	{ "publisher", SHAPE_TEXT, draft_text, W(publisher) },
	{ "publisher-place", SHAPE_TEXT, draft_text, W(publisher_place) },
	{ "DOI", SHAPE_TEXT, draft_doi, W(doi) },
	{ "PMID", SHAPE_TEXT, draft_pmid, W(pmid) },
	{ "PMCID", SHAPE_TEXT, draft_pmcid, W(pmcid) },
	{ "ISBN", SHAPE_TEXT, draft_isbn, W(isbn) },
	{ "ISSN", SHAPE_EACH, draft_issn, W(issns) },
	{ "URL", SHAPE_TEXT, draft_url, W(link) },
	{ "abstract", SHAPE_TEXT, draft_abstract, W(abstract) },
	{ "keyword", SHAPE_EACH, take_csl_keywords, W(keywords) },
	{ "subject", SHAPE_EACH, draft_list, W(keywords) },
	{ "language", SHAPE_TEXT, draft_language, W(languages) },
	{ "genre", SHAPE_TEXT, draft_type, W(publication_types) },
	{ "subtype", SHAPE_TEXT, draft_type, W(publication_types) },
	{ "status", SHAPE_TEXT, take_status, W(notes) },
	{ "note", SHAPE_LINES, draft_note, W(notes) },
	{ "annote", SHAPE_LINES, draft_note, W(notes) },
	{ "id", SHAPE_TEXT, csl_take_key, 0 },
	{ "citation-key", SHAPE_TEXT, csl_take_key, 0 },
};

/*
 * Variables that are ignored because they serve printing or the program that
 * wrote the file.
 */
static const char *const ignored[] = { "type", "title-short", "accessed",
	"source", "event", "event-title", "event-place", "event-date",
	"archive", "archive_location", "call-number", "categories",
	"journal-abbreviation", "submitted", "custom", "system_id",
	"translator", "chapter-number", "number-of-pages", "first",
	"indexed", "reference", "reference-count", "references-count",
	"is-referenced-by-count", "member", "prefix", "created", "deposited",
	"score", "resource", "relation", "content-domain", "license", "link",
	"funder", "issn-type", "published-print", "published-online",
	"alternative-id", "journal-issue", "assertion", "archive-place",
	"dimensions", "medium", "citation-number", "citation-label",
	"shortTitle", "subtitle", "short-title", "update-policy",
	"clinical-trial-number" };

/* The row of a variable, or the number of rows. */
static size_t
csl_row(const char *key)
{
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		if (*rows[i].key == *key && text_same(rows[i].key, key))
			break;
	return i;
}

static bool
is_ignored(const char *key)
{
	size_t i;

	for (i = 0; i < COUNT(ignored); i++)
		if (*ignored[i] == *key && text_same(ignored[i], key))
			return true;
	return csl_row(key) < COUNT(rows);
}

/* The text of an unknown variable becomes a note. */
static void
take_strangers(struct csl *csl, const cJSON *item)
{
	struct work *work = csl->draft.work;
	const char *key;
	const cJSON *value;
	char *text;

	cJSON_ArrayForEach(value, item) {
		key = value->string;
		if (is_ignored(key) || (text = text_of(NULL, value)) == NULL)
			continue;
		list_add(work, &work->notes, mem_format(work, "%s: %s", key,
		    text));
		mem_free(text);
		if (list_holds(&csl->strangers, key) ||
		    csl->strangers.count >= STRANGERS_MAX)
			continue;
		list_add(csl, &csl->strangers, mem_text(csl, key));
		diag_warning(csl->draft.sink, csl->place, "unknown CSL-JSON "
		    "variable '%s'; its text is kept as a note", key);
	}
}

/* Takes one of Crossref's "update-to": this work is a notice about another. */
static void
take_update(struct csl *csl, const cJSON *update)
{
	char *kind = text_of(NULL, csl_get(update, "type"));
	char *doi = text_of(NULL, csl_get(update, "DOI"));
	struct notice notice = { .kind = text_same(kind, "retraction") ||
	    text_same(kind, "withdrawal") ? "retraction-of" : text_same(kind,
	    "expression_of_concern") ? "concern-about" : text_same(kind,
	    "new_version") ? "update-of" : "erratum-for" };

	if (doi != NULL && draft_is_valid("doi", doi))
		notice.doi = doi;
	if (kind != NULL)
		(void)draft_add_notice(&csl->draft, &notice);
	mem_free(kind);
	mem_free(doi);
}

static void
take_row(struct csl *csl, size_t i, const cJSON *value)
{
	char *text;

	if (rows[i].shape == SHAPE_PEOPLE) {
		take_people(csl, value, rows[i].at);
	} else if (rows[i].shape == SHAPE_DATE) {
		csl_take_date(csl, value, rows[i].at);
	} else if (rows[i].shape == SHAPE_EACH && cJSON_IsArray(value)) {
		take_each(csl, value, rows[i].take, rows[i].at);
	} else if (rows[i].shape == SHAPE_LINES && cJSON_IsString(value)) {
		csl_take_lines(csl, value->valuestring, rows[i].take,
		    rows[i].at);
	} else {
		text = text_of(NULL, value);
		if (text != NULL && *text != '\0')
			rows[i].take(&csl->draft, text, rows[i].at);
		mem_free(text);
	}
}

static void
csl_make_work(struct csl *csl, const cJSON *item)
{
	char *type = text_of(NULL, csl_get(item, "type"));
	const cJSON *of_row[COUNT(rows) + 1] = { NULL }, *value, *custom,
	    *others, *update;
	size_t i;

	draft_begin(&csl->draft, csl->place);
	cJSON_ArrayForEach(value, item)
		of_row[csl_row(value->string)] = value;
	for (i = 0; type != NULL && i < COUNT(types); i++)
		if (text_same(types[i].csl, type))
			csl->draft.work->type = types[i].type;
	if (text_same(type, "posted-content"))
		draft_type(&csl->draft, "Preprint", W(publication_types));
	for (i = 0; i < COUNT(rows); i++)
		if (of_row[i] != NULL && !cJSON_IsNull(of_row[i]))
			take_row(csl, i, of_row[i]);
	/* Lists without a variable, as this program writes them. */
	custom = csl_get(item, "custom");
	take_each(csl, csl_get(custom, "publication-types"),
	    draft_type, W(publication_types));
	take_each(csl, csl_get(custom, "headings"), draft_heading,
	    W(headings));
	others = csl_get(custom, "and-others");
	if (cJSON_IsString(others) && text_same(others->valuestring, "yes"))
		draft_text(&csl->draft, "yes", W(and_others));
	cJSON_ArrayForEach(update, csl_get(item, "update-to"))
		take_update(csl, update);
	take_strangers(csl, item);
	draft_finish(&csl->draft);
	mem_free(type);
}

/* The position of a byte of the current item. */
static struct place
csl_place_of(const struct csl *csl, const char *at)
{
	struct place place = csl->place;
	const char *p;

	place.column += (size_t)(at - csl->text.data);
	for (p = csl->text.data; p < at; p++)
		if (*p == '\n') {
			place.line++;
			place.column = (size_t)(at - p);
		}
	return place;
}

/*
 * The first \u0000 of the item, or NULL.  The strings of cJSON would end there.
 * JSON has no backslashes outside strings.
 */
static const char *
csl_find_nul(const struct csl *csl)
{
	const char *p = csl->text.data;

	while ((p = strchr(p, '\\')) != NULL && p[1] != '\0') {
		if (strncmp(p, "\\u0000", 6) == 0)
			return p;
		p += 2;
	}
	return NULL;
}

/* The end of a string of the item, after its closing quotation mark. */
static const char *
csl_string_end(const char *p)
{
	for (p++; *p != '\0' && *p != '"'; p++) {
		p += strcspn(p, "\"\\");
		if (*p != '\\')
			break;
		p += p[1] != '\0';
	}
	return p + (*p != '\0');
}

/*
 * Whether the number of n bytes is one that cJSON keeps as written: "5.10" and
 * "12345678901" would be changed.
 */
static bool
csl_is_kept(const char *number, size_t n)
{
	return n <= 9 && strspn(number, "0123456789") == n &&
	    (*number != '0' || n == 1);
}

/*
 * Copies the item, with quotation marks around the numbers that cJSON would
 * change; false if it has none of these.
 */
static bool
csl_quote_numbers(const void *ctx, const struct csl *csl, struct buf *out)
{
	const char *p = csl->text.data, *from = p;
	char *end;
	size_t n;

	for (; *(p += strcspn(p, "\"-0123456789")) != '\0'; p += n) {
		if (*p == '"') {
			n = (size_t)(csl_string_end(p) - p);
			continue;
		}
		n = strspn(p, "+-.eE0123456789");
		(void)strtod(p, &end);
		if (csl_is_kept(p, n) || end != p + n)
			continue;
		buf_format(ctx, out, "%.*s\"%.*s\"", (int)(p - from), from,
		    (int)n, p);
		from = p + n;
	}
	if (out->data != NULL)
		buf_text(ctx, out, from);
	return out->data != NULL;
}

static cJSON *
csl_parse(struct csl *csl)
{
	const char *end = csl->text.data;
	struct buf quoted = { .data = NULL };
	void *scratch = mem_context(NULL);
	cJSON *item = NULL;

	if (csl_quote_numbers(scratch, csl, &quoted))
		item = cJSON_ParseWithLength(quoted.data, quoted.len);
	if (item == NULL)
		item = cJSON_ParseWithLengthOpts(end, csl->text.len, &end,
		    false);
	if (item == NULL) {
		diag_error(csl->draft.sink, csl_place_of(csl, end), "this is "
		    "not valid JSON");
		csl->open = false;	/* report one fault as one error */
	}
	mem_free(scratch);
	return item;
}

static void
read_item(struct csl *csl)
{
	const char *nul = csl_find_nul(csl);
	cJSON *item = csl_parse(csl);
	const cJSON *message;

	if (item != NULL && nul != NULL) {
		diag_error(csl->draft.sink, csl_place_of(csl, nul), "a string "
		    "contains a NUL character (\\u0000)");
	} else if (item != NULL) {
		/* Crossref returns a work as the "message" of a response. */
		message = csl_get(item, "message");
		csl_make_work(csl, cJSON_IsObject(message) ? message : item);
	}
	cJSON_Delete(item);
}

/*
 * The number of bytes to the end of the item or of the line, or to an array
 * that may contain the items.
 */
static size_t
csl_span(struct csl *csl, const char *text, size_t n)
{
	size_t at = 0;

	while (at < n) {
		if (csl->escaped) {
			csl->escaped = false;
		} else if (csl->quoted) {
			at += strcspn(text + at, "\"\\");
			csl->escaped = text[at] == '\\';
			csl->quoted = text[at] != '"';
		} else if (text[at] == '"') {
			csl->quoted = true;
		} else if (text[at] == '{' || text[at] == '[') {
			csl->depth++;
		} else if (text[at] == '}' || text[at] == ']') {
			csl->depth--;
		} else {
			at += strcspn(text + at, "\"{}[]");
			continue;
		}
		at += at < n;
		if (csl->depth <= 0 || csl->depth > DEPTH_MAX ||
		    (!csl->listed && !csl->quoted && csl->depth <= 3 &&
		    text[at - 1] == '['))
			break;
	}
	return at;
}

static void
csl_refuse(struct csl *csl, const char *what)
{
	diag_error(csl->draft.sink, csl->place, "%s", what);
	csl->refused = true;
}

/*
 * Whether a list of items may start at the end of an object's text: after
 * "items" and a colon, or another such name.
 */
static bool
csl_ends_in_list(const struct csl *csl)
{
	static const char *const names[] = { "\"items\"", "\"references\"",
	    "\"data\"" };
	size_t n = csl->text.len, i, m;

	if (n == 0 || csl->text.data[--n] != '[')
		return false;
	while (n > 0 && strchr(" \t\n:", csl->text.data[n - 1]) != NULL)
		n--;
	for (i = 0; i < COUNT(names); i++) {
		m = strlen(names[i]);
		if (n > m && memcmp(csl->text.data + n - m, names[i], m) == 0)
			return true;
	}
	return false;
}

/* Handles a byte between items; ignores everything after their array. */
static void
csl_take_between(struct csl *csl, char byte)
{
	if (strchr("[], \t\n", byte) == NULL) {
		csl_refuse(csl, "this is not CSL-JSON; expected an array of "
		    "objects, [{...}, {...}]");
	} else if (byte == ']' && csl->wrapped > 0) {
		csl->depth = csl->wrapped - 1;
		csl->wrapped = -1;
	} else if (byte != ' ' && byte != '\t' && byte != '\n') {
		csl->listed = true;
		csl->open = byte == '[' || (csl->open && byte != ']');
	}
}

static void
csl_take_part(struct csl *csl)
{
	if (csl->wrapped < 0) {
		buf_clear(&csl->text);
		csl->wrapped = csl->depth > 0 ? csl->wrapped : 0;
		csl->listed = csl->depth > 0;
	} else if (csl->depth <= 0) {
		read_item(csl);
	} else if (!csl->listed && csl_ends_in_list(csl)) {
		csl->wrapped = csl->depth;
		csl->depth = 0;
		csl->listed = true;
	}
}

/* Handles a byte between items, or the bytes of one; returns how many. */
static size_t
csl_take(struct csl *csl, const struct input_line *line, size_t at)
{
	const char *text = line->text + at;
	size_t n;

	if (csl->depth == 0) {
		csl->place = line->place;
		csl->place.column += at;
		if (*text != '{') {
			csl_take_between(csl, *text);
			return 1;
		}
		buf_clear(&csl->text);
	}
	n = csl_span(csl, text, line->n - at);
	buf_add(csl, &csl->text, text, n);
	if (csl->depth > DEPTH_MAX)
		csl_refuse(csl, "objects are nested more than 64 deep");
	else if (csl->text.len > ITEM_MAX)
		csl_refuse(csl, "an item longer than 4 MiB");
	else
		csl_take_part(csl);
	return n;
}

static void
csl_read(struct input_lines *lines, const struct read_handler *handler)
{
	cJSON_Hooks hooks = { mem_raw, free };
	struct csl *csl = mem_new(lines, struct csl);
	struct input_line line;
	size_t i;

	cJSON_InitHooks(&hooks);
	csl->draft.ctx = csl;
	csl->draft.handler = handler;
	csl->draft.sink = lines_sink(lines);
	csl->draft.format = "CSL-JSON";
	lines_in_parts(lines);
	while (!csl->refused && lines_next(lines, &line)) {
		for (i = 0; i < line.n && !csl->refused; )
			i += csl_take(csl, &line, i);
		if (csl->depth > 0 && line.ended)
			buf_add(csl, &csl->text, "\n", 1);
	}
	if ((csl->depth > 0 || csl->wrapped > 0) && !csl->refused &&
	    !lines_refused(lines))
		csl_refuse(csl, "the file ends inside an object");
	else if (csl->open && !csl->refused && !lines_refused(lines))
		csl_refuse(csl, "the file ends inside an array; it may have "
		    "been cut short: export it again");
	if (csl->refused)
		lines_refuse(lines);
	mem_free(csl);
}

/* Whether a text has the key of a work, or of a list of works. */
static bool
csl_has_key(const char *text)
{
	static const char *const keys[] = { "\"title\"", "\"DOI\"",
	    "\"PMID\"", "\"items\"", "\"references\"" };
	size_t i;

	for (i = 0; i < COUNT(keys); i++)
		if (strstr(text, keys[i]) != NULL)
			return true;
	return false;
}

/* JSON of other programs may start in the same way. */
static bool
csl_begins(const char *text)
{
	text += strspn(text, " \t\r\n");
	if (*text == '[') {
		text++;
		text += strspn(text, " \t\r\n");
		return *text == ']' || (*text == '{' && csl_has_key(text));
	}
	return *text == '{' && text[1 + strspn(text + 1, " \t\r\n")] == '"' &&
	    csl_has_key(text);
}

const struct text_reader reader_csl = { csl_begins, csl_read };
