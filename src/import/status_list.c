/* Lists of works whose status has changed. */
#include "import/status_list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "import/csv.h"
#include "import/draft.h"
#include "record/codelist.h"
#include "record/identifier.h"

enum column { COL_DOI, COL_PMID, COL_DATE, COL_REASON, COL_KIND, COL_NOTICE_DOI,
    COL_NOTICE_PMID, COL_URL, COL_REFERENCE, COL_SOURCE, COL_COUNT };

/*
 * Column names, in lower case and without spaces; the longer names are from
 * Retraction Watch.
 */
static const struct { const char *name; enum column column; } columns[] = {
	{ "doi", COL_DOI }, { "originalpaperdoi", COL_DOI },
	{ "articledoi", COL_DOI }, { "paperdoi", COL_DOI },
	{ "originaldoi", COL_DOI },
	{ "pmid", COL_PMID }, { "originalpaperpubmedid", COL_PMID },
	{ "pubmedid", COL_PMID }, { "articlepmid", COL_PMID },
	{ "originalpmid", COL_PMID },
	{ "date", COL_DATE }, { "retractiondate", COL_DATE },
	{ "noticedate", COL_DATE },
	{ "reason", COL_REASON }, { "reasons", COL_REASON },
	{ "retractionreason", COL_REASON },
	{ "kind", COL_KIND }, { "status", COL_KIND },
	{ "retractionnature", COL_KIND },
	{ "noticedoi", COL_NOTICE_DOI }, { "retractiondoi", COL_NOTICE_DOI },
	{ "noticepmid", COL_NOTICE_PMID },
	{ "retractionpubmedid", COL_NOTICE_PMID },
	{ "url", COL_URL }, { "notice", COL_REFERENCE },
	{ "source", COL_SOURCE },
};

/* Words for a status; the first that occurs counts. */
static const struct { const char *word; const char *kind; } kinds[] = {
	{ "reinstat", NULL }, { "concern", "expression-of-concern" },
	{ "partial", "partial-retraction" },
	{ "republi", "retraction-and-republication" },
	{ "withdraw", "withdrawal" }, { "retract", "retraction" },
	{ "correct", "erratum" }, { "errat", "erratum" },
	{ "supersed", "superseded" }, { "preprint", "preprint" },
};

/* The cell of each column, from 1; 0: missing. */
static void
status_columns(const struct list *heads, size_t at[COL_COUNT])
{
	char *name, *from, *to;
	size_t i, k;

	for (i = 0; i < heads->count; i++) {
		name = text_fold(NULL, list_at(heads, i));
		for (from = to = name; *from != '\0'; from++)
			if (*from != ' ')
				*to++ = *from;
		*to = '\0';
		for (k = 0; k < COUNT(columns); k++)
			if (text_same(columns[k].name, name) &&
			    at[columns[k].column] == 0)
				at[columns[k].column] = i + 1;
		mem_free(name);
	}
}

/* A cell, NULL if it is blank. */
static const char *
status_cell(const struct list *cells, const size_t at[COL_COUNT],
    enum column column)
{
	size_t i = at[column];
	const char *text = i == 0 || i > cells->count ? "" :
	    list_at(cells, i - 1);

	text += strspn(text, " ");
	/* The apostrophe protects the cell in spreadsheets. */
	text += text[0] == '\'' && text[1] != '\0' && strchr("=+-@", text[1]) !=
	    NULL;
	return *text == '\0' ? NULL : text;
}

/*
 * "5/4/2020 0:00" is 2020-05-04, month first unless that cannot be; others as in
 * draft_iso_date().  NULL: not a date.
 */
static const char *
status_date(const void *ctx, const char *text)
{
	char *end;
	long month = strtol(text, &end, 10), day, year, swap;

	if (*end != '/' || month > 31)
		return draft_iso_date(ctx, text);
	day = strtol(end + 1, &end, 10);
	year = *end != '/' ? 0 : strtol(end + 1, &end, 10);
	if (month > 12) {
		swap = month;
		month = day;
		day = swap;
	}
	if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000 ||
	    year > 2999)
		return NULL;
	return mem_format(ctx, "%04ld-%02ld-%02ld", year, month, day);
}

/* "+Error in Data;+Plagiarism;" becomes "Error in Data; Plagiarism". */
static const char *
status_reason(const void *ctx, const char *text)
{
	struct buf out = { .data = NULL };
	size_t n;

	for (; *text != '\0'; text += n) {
		text += strspn(text, "+; ");
		n = strcspn(text, ";");
		if (n > 0)
			buf_format(ctx, &out, "%s%.*s", out.len > 0 ? "; " :
			    "", (int)n, text);
	}
	return out.data;
}

/* The kind of notice; NULL: not a status of the work. */
static const char *
status_kind(const char *text)
{
	char *folded;
	const char *kind = NULL;
	size_t i;

	if (text == NULL)
		return "retraction";
	if (code_find(&notice_kinds, text) != NULL)
		return code_find(&notice_kinds, text)->id;
	folded = text_fold(NULL, text);
	for (i = 0; i < COUNT(kinds) && strstr(folded, kinds[i].word) ==
	    NULL;)
		i++;
	kind = i < COUNT(kinds) ? kinds[i].kind : NULL;
	mem_free(folded);
	return kind;
}

/* An identifier in the form of its kind, or NULL: "Unavailable", "0". */
static const char *
status_identifier(const void *ctx, enum identifier kind, const char *text)
{
	char *value = text == NULL ? NULL : identifier_value(ctx, kind, text);

	if (value == NULL || (kind == IDENTIFIER_DOI ?
	    identifier_doi_length(value) == 0 : strspn(value, "0123456789")
	    != strlen(value) || *value == '\0' || *value == '0' ||
	    strlen(value) > 10))
		return NULL;
	return value;
}

static struct notice *
status_notice(const void *ctx, const struct list *cells,
    const size_t at[COL_COUNT], const char *kind)
{
	struct notice *notice = mem_new(ctx, struct notice);
	const char *date = status_cell(cells, at, COL_DATE);
	const char *reason = status_cell(cells, at, COL_REASON);
	const char *url = status_cell(cells, at, COL_URL);

	notice->kind = kind;
	notice->date = date == NULL ? NULL : status_date(notice, date);
	notice->reason = reason == NULL ? NULL : status_reason(notice, reason);
	notice->doi = status_identifier(notice, IDENTIFIER_DOI,
	    status_cell(cells, at, COL_NOTICE_DOI));
	notice->pmid = status_identifier(notice, IDENTIFIER_PMID,
	    status_cell(cells, at, COL_NOTICE_PMID));
	notice->reference = status_cell(cells, at, COL_REFERENCE);
	notice->source = status_cell(cells, at, COL_SOURCE);
	notice->url = url != NULL && text_begins(url, "http") &&
	    strpbrk(url, " <>\"") == NULL ? url : NULL;
	return notice;
}

bool
status_list_read(const char *text, const char *name, struct diag_sink *sink,
    void (*take)(void *user, const struct status_line *line), void *user)
{
	size_t at[COL_COUNT] = { 0 };
	struct status_line line = { .place = { name, 1, 1 } };
	void *scratch = mem_context(NULL);
	struct list cells;
	const char *kind, *date;
	struct csv csv;

	assert(text != NULL && take != NULL);
	csv = csv_begin(text);
	if (csv_next(&csv, scratch, &cells))
		status_columns(&cells, at);
	mem_free(scratch);
	if (at[COL_DOI] == 0 && at[COL_PMID] == 0) {
		diag_error(sink, line.place, "no column is called DOI or "
		    "PMID; the first line must name the columns, such as DOI, "
		    "PMID, date, reason, kind");
		return false;
	}
	for (scratch = mem_context(NULL); csv_next(&csv, scratch, &cells);
	    mem_free(scratch), scratch = mem_context(NULL)) {
		line.place.line = csv.line;
		line.doi = status_identifier(scratch, IDENTIFIER_DOI,
		    status_cell(&cells, at, COL_DOI));
		line.pmid = status_identifier(scratch, IDENTIFIER_PMID,
		    status_cell(&cells, at, COL_PMID));
		kind = status_kind(status_cell(&cells, at, COL_KIND));
		if (kind == NULL || (line.doi == NULL && line.pmid == NULL)) {
			diag_warning(sink, line.place, kind == NULL ?
			    "unknown kind of notice; left out" :
			    "neither a DOI nor a PMID; left out");
			continue;
		}
		line.notice = status_notice(scratch, &cells, at, kind);
		date = status_cell(&cells, at, COL_DATE);
		if (date != NULL && line.notice->date == NULL)
			diag_warning(sink, line.place, "'%s' is not a date; "
			    "the notice has none", date);
		take(user, &line);
	}
	mem_free(scratch);
	return true;
}

/*
 * Whether the columns include an identifier and a kind ("DOI,PMID,kind,..."),
 * but not a title as in a table of works.
 */
bool
status_list_begins(const char *text)
{
	void *scratch = mem_context(NULL);
	size_t at[COL_COUNT] = { 0 };
	struct csv csv;
	struct list cells;
	bool begins;

	text += strspn(text, " \t\r\n");
	csv = csv_begin(mem_text_n(scratch, text, strcspn(text, "\r\n")));
	if (csv_next(&csv, scratch, &cells))
		status_columns(&cells, at);
	begins = (at[COL_DOI] > 0 || at[COL_PMID] > 0) && at[COL_KIND] > 0 &&
	    strstr(text_fold(scratch, text), "title") == NULL;
	mem_free(scratch);
	return begins;
}
