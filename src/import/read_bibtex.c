/*
 * Reads BibTeX and BibLaTeX: interprets fields, names with particles, crossref
 * and xdata.  An entry that inherits values waits until the end of the file.
 *
 * Sources: O. Patashnik, "BibTeXing" (1988); P. Lehman et al., "The biblatex
 * Package".
 */
#include "import/reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "import/bibtex_entry.h"
#include "import/draft.h"
#include "import/latex.h"
#include "import/markup.h"
#include "import/name.h"

enum {
	KEPT_MAX = 5000,	/* maximum entries that inherit, or are
				   inherited from */
	STRANGERS_MAX = 50
};

struct bibtex {
	struct draft	 draft;
	struct list	 parents;	/* struct bibtex_entry */
	struct list	 waiting;	/* struct bibtex_entry */
	struct list	 strangers;
};

/* Types of entries. */

static const struct {
	const char	*entry;
	const char	*type;
	bool		 parent;	/* others may inherit from it */
} types[] = {
	{ "article", "article", false }, { "periodical", "article", true },
	{ "unpublished", "article", false }, { "misc", "report", false },
	{ "book", "book", true }, { "booklet", "book", false },
	{ "mvbook", "book", true }, { "collection", "book", true },
	{ "mvcollection", "book", true }, { "proceedings", "book", true },
	{ "mvproceedings", "book", true }, { "reference", "book", true },
	{ "manual", "report", false }, { "inbook", "chapter", false },
	{ "bookinbook", "chapter", false }, { "suppbook", "chapter", false },
	{ "incollection", "chapter", false },
	{ "inreference", "chapter", false },
	{ "inproceedings", "conference", false },
	{ "conference", "conference", false }, { "thesis", "thesis", false },
	{ "phdthesis", "thesis", false }, { "mastersthesis", "thesis", false },
	{ "techreport", "report", false }, { "report", "report", false },
	{ "online", "report", false }, { "electronic", "report", false },
	{ "dataset", "report", false }, { "xdata", NULL, true },
};

static const char *
work_type(const char *entry, bool *parent)
{
	size_t i;

	for (i = 0; i < COUNT(types); i++)
		if (text_same(types[i].entry, entry)) {
			*parent = types[i].parent;
			return types[i].type;
		}
	*parent = false;
	return "article";
}

/* Names. */

/* The number of bytes before `word` at brace depth 0, or all bytes. */
static size_t
until(const char *s, const char *word)
{
	const char stops[] = { '\\', '{', '}', *word, '\0' };
	size_t n = strlen(word), i;
	int depth = 0;

	for (i = strcspn(s, stops); s[i] != '\0';
	    i += 1 + strcspn(s + i + 1, stops)) {
		if (s[i] == '\\' && s[i + 1] != '\0') {
			i++;
			continue;
		}
		depth += s[i] == '{';
		depth -= s[i] == '}';
		if (depth == 0 && strncasecmp(s + i, word, n) == 0)
			return i;
	}
	return i;
}

/*
 * Whether a token is a particle, that is, starts with a lower-case letter:
 * "van", "de la".
 */
static bool
is_particle(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (s[i] == '{' || s[i] == '\\')
			return false;
		if (isalpha((unsigned char)s[i]))
			return islower((unsigned char)s[i]) != 0;
	}
	return false;
}

/* The start of the family name in "First von Last". */
static size_t
family_start(const char *name)
{
	size_t at = 0, n, last = 0;

	while (name[at] != '\0') {
		n = until(name + at, " ");
		if (at > 0 && is_particle(name + at, n))
			return at;
		last = at;
		at += n;
		at += strspn(name + at, " ");
	}
	return last;
}

static void
take_name(struct bibtex *bt, const char *name, size_t at)
{
	void *scratch = mem_context(NULL);
	char *parts[3] = { NULL, NULL, NULL }, *last;
	size_t first = until(name, ","), second, n = strlen(name), split;

	if (*name == '{' && until(name, " ") == n && name[n - 1] == '}') {
		parts[0] = latex_plain(scratch, name, n);
	} else if (name[first] == '\0') {
		split = family_start(name);
		parts[0] = latex_plain(scratch, name + split, n - split);
		parts[1] = latex_plain(scratch, name, split);
	} else {
		parts[0] = latex_plain(scratch, name, first);
		second = first + 1 + until(name + first + 1, ",");
		parts[1] = latex_plain(scratch, name + first + 1,
		    second - first - 1);
		if (name[second] != '\0') {
			last = latex_plain(scratch, name + second + 1,
			    n - second - 1);
			/*
			 * BibTeX puts the suffix before the given names;
			 * accepts either order.
			 */
			parts[2] = name_is_suffix(last) ? last : parts[1];
			parts[1] = name_is_suffix(last) ? parts[1] : last;
		} else if (name_is_suffix(parts[1])) {
			split = family_start(mem_text_n(scratch, name, first));
			parts[2] = parts[1];
			parts[1] = latex_plain(scratch, name, split);
			parts[0] = latex_plain(scratch, name + split,
			    first - split);
		}
	}
	draft_name(&bt->draft, at, parts[0], parts[1], parts[2]);
	mem_free(scratch);
}

static void
bibtex_take_names(struct bibtex *bt, const char *value, size_t at)
{
	char *clean = text_clean(NULL, value, strlen(value)), *p = clean;
	size_t n = strlen(clean);
	char end;

	/* A name may be missing: "and", "Doe, J. and and Roe, R.", "Doe, J. and". */
	for (; n > 4 && strcasecmp(clean + n - 4, " and") == 0; n -= 4)
		clean[n - 4] = '\0';
	while (*p != '\0') {
		if (strncasecmp(p, "and", 3) == 0 && (p[3] == ' ' ||
		    p[3] == '\0')) {
			p += 3 + (p[3] == ' ');
			continue;
		}
		n = until(p, " and ");
		end = p[n];
		p[n] = '\0';
		take_name(bt, p, at);
		p += n + (end == '\0' ? 0 : strlen(" and "));
	}
	mem_free(clean);
}

/* Fields. */

static void
take_keywords(struct draft *draft, const char *text, size_t at)
{
	char *copy, *p;

	if (strchr(text, ';') == NULL) {
		copy = mem_text(NULL, text);
		for (p = copy; *p != '\0'; p++)
			if (*p == ',')
				*p = ';';
		draft_keywords(draft, copy, at);
		mem_free(copy);
		return;
	}
	draft_keywords(draft, text, at);
}

/* Headings, as written by us and JabRef; they set the population. */
static void
take_headings(struct draft *draft, const char *text, size_t at)
{
	draft_split(draft, text, ";", at, draft_heading);
}

static void
bibtex_take_subtitle(struct draft *draft, const char *text, size_t at)
{
	const char **title = (const char **)(void *)((char *)draft->work +
	    at);

	if (*title != NULL && **title != '\0' && *text != '\0')
		*title = mem_format(draft->work, "%s%s %s", *title,
		    strchr("?!:.", (*title)[strlen(*title) - 1]) != NULL ?
		    "" : ":", text);
}

static void
take_month(struct draft *draft, const char *text, size_t at)
{
	if (draft->date[0] != NULL)
		draft_date(draft, mem_format(draft->work, "%s %s",
		    draft->date[0], text), at);
}

/* The day of a date that has a month. */
static void
take_day(struct draft *draft, const char *text, size_t at)
{
	struct work *work = draft->work;
	char *date = work->published == NULL || strlen(work->published) != 7 ?
	    NULL : mem_format(work, "%s-%02ld", work->published, strtol(text,
	    NULL, 10));

	(void)at;
	if (date != NULL && draft_is_valid("published", date))
		work->published = date;
}

/* "Thesis" says only that the degree is unknown. */
static void
bibtex_take_type(struct draft *draft, const char *text, size_t at)
{
	if (strcasecmp(text, "Thesis") != 0)
		draft_type(draft, text, at);
}

static void
remember_year(struct draft *draft, const char *text, size_t at)
{
	draft->date[0] = mem_text(draft->work, text);
	draft_date(draft, text, at);
}

static void
remember_eprint_type(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	draft->kind = mem_text(draft->work, text);
}

static void
take_eprint(struct draft *draft, const char *text, size_t at)
{
	if (draft->kind == NULL && text_begins(text, "PMC"))
		draft_pmcid(draft, text, W(pmcid));
	else if (draft->kind == NULL)
		draft_list(draft, mem_format(draft->work, "eprint: %s", text),
		    at);
	else if (strcasecmp(draft->kind, "pubmed") == 0 ||
	    strcasecmp(draft->kind, "pmid") == 0)
		draft_pmid(draft, text, W(pmid));
	else if (strcasecmp(draft->kind, "pmc") == 0 ||
	    strcasecmp(draft->kind, "pmcid") == 0)
		draft_pmcid(draft, text, W(pmcid));
	else
		draft_list(draft, mem_format(draft->work, "%s: %s",
		    draft->kind, text), at);
}

static void
take_journal_as(struct draft *draft, const char *text, size_t at)
{
	draft_text(draft, text, at);
}

static void
take_journal(struct draft *draft, const char *text, size_t at)
{
	struct work *work = draft->work;

	if (work->container != NULL && strcasecmp(work->container, text) != 0)
		draft_text(draft, text, W(container_short));
	else
		draft_text(draft, text, at);
}

/* Keeps the number of a chapter, or its title. */
static void
remember_chapter(struct draft *draft, const char *text, size_t at)
{
	(void)at;
	draft->extra = mem_text(draft->work, text);
}

/* Whether the chapter is a title, not "5", "3 and 4" or "Chapter 5". */
static bool
is_chapter_title(const char *chapter)
{
	static const char *const words[] = { "chapter", "chapters", "chap",
	    "ch", "and", "to" };
	static const char between[] = " \t.,-&";
	size_t n, count = 0;
	bool title = false;

	for (; *chapter != '\0'; chapter += n) {
		chapter += strspn(chapter, between);
		n = strcspn(chapter, between);
		count += n > 0;
		if (n != strspn(chapter, "0123456789") &&
		    !TEXT_WORD_AMONG(chapter, n, words))
			title = true;
	}
	return title && count > 1;
}

/*
 * In BibTeX, the title of @inbook is that of the book, of which pages or a
 * chapter are meant; in BibLaTeX it has a booktitle and is as any chapter.
 */
static void
settle_inbook(struct draft *draft)
{
	struct work *work = draft->work;
	const char *chapter = draft->extra;

	if (chapter != NULL && is_chapter_title(chapter) &&
	    work->title != NULL) {
		work->container = work->title;
		work->title = mem_text(work, chapter);
		return;
	}
	work->type = "book";
	if (chapter != NULL)
		draft_list(draft, mem_format(work, "Chapter: %s", chapter),
		    W(notes));
}

/* One row per field, in order of preference. */
static const struct {
	const char	*field;
	draft_take	*take;
	size_t		 at;
	bool		 names;
} rows[] = {
	{ "title", draft_title, W(title), false },
	{ "subtitle", bibtex_take_subtitle, W(title), false },
	{ "origtitle", draft_text, W(original_title), false },
	{ "author", NULL, W(authors), true },
	{ "editor", NULL, W(editors), true },
	{ "journaltitle", draft_text, W(container), false },
	/* MathSciNet has the full name here, and in "journal" the short one. */
	{ "fjournal", draft_text, W(container), false },
	{ "journal", take_journal, W(container), false },
	{ "booktitle", draft_text, W(container), false },
	{ "booksubtitle", bibtex_take_subtitle, W(container), false },
	{ "shortjournal", take_journal_as, W(container_short), false },
	{ "abbrev_source_title", take_journal_as, W(container_short), false },
	{ "journal-iso", take_journal_as, W(container_short), false },
	{ "series", draft_text, W(series), false },
	{ "edition", draft_text, W(edition), false },
	{ "date", draft_date, W(published), false },
	{ "year", remember_year, W(year), false },
	{ "month", take_month, W(published), false },
	{ "day", take_day, W(published), false },
	{ "investigators", draft_people, W(investigators), false },
	{ "registration", draft_registration, W(registration), false },
	{ "competinginterests", draft_text, W(competing_interests), false },
	{ "volume", draft_text, W(volume), false },
	{ "number", draft_text, W(issue), false },
	{ "issue", draft_text, W(issue), false },
	{ "pages", draft_pages, W(pages), false },
	{ "eid", draft_number, 0, false },
	{ "article-number", draft_number, 0, false },
	{ "art_number", draft_number, 0, false },
	{ "publisher", draft_text, W(publisher), false },
	{ "school", draft_text, W(publisher), false },
	{ "institution", draft_text, W(publisher), false },
	{ "organization", draft_text, W(publisher), false },
	{ "location", draft_text, W(publisher_place), false },
	{ "address", draft_text, W(publisher_place), false },
	{ "doi", draft_doi, W(doi), false },
	{ "pmid", draft_pmid, W(pmid), false },
	{ "pubmed_id", draft_pmid, W(pmid), false },
	{ "pmcid", draft_pmcid, W(pmcid), false },
	{ "pmc", draft_pmcid, W(pmcid), false },
	{ "eprinttype", remember_eprint_type, 0, false },
	{ "archiveprefix", remember_eprint_type, 0, false },
	{ "eprint", take_eprint, W(notes), false },
	{ "isbn", draft_issn, W(issns), false },
	{ "issn", draft_issn, W(issns), false },
	{ "eissn", draft_issn, W(issns), false },
	{ "url", draft_url, W(link), false },
	{ "link", draft_url, W(link), false },
	{ "ee", draft_url, W(link), false },
	{ "abstract", draft_abstract, W(abstract), false },
	{ "keywords", take_keywords, W(keywords), false },
	{ "author_keywords", take_keywords, W(keywords), false },
	{ "keyword", take_keywords, W(keywords), false },
	{ "mendeley-tags", take_keywords, W(keywords), false },
	{ "tags", take_keywords, W(keywords), false },
	{ "mesh", take_headings, W(headings), false },
	{ "language", draft_language, W(languages), false },
	{ "langid", draft_language, W(languages), false },
	{ "note", draft_note, W(notes), false },
	{ "annote", draft_note, W(notes), false },
	{ "annotation", draft_note, W(notes), false },
	{ "addendum", draft_note, W(notes), false },
	{ "pubstate", draft_note, W(notes), false },
	{ "howpublished", draft_note, W(notes), false },
	{ "type", bibtex_take_type, W(publication_types), false },
	{ "document_type", draft_type, W(publication_types), false },
	{ "entrysubtype", draft_type, W(publication_types), false },
	/*
	 * Fields that are ignored because they serve other programs or
	 * printing.
	 */
	{ "crossref", draft_ignore, 0, false },
	{ "xdata", draft_ignore, 0, false },
	{ "shorttitle", draft_ignore, 0, false },
	{ "urldate", draft_ignore, 0, false },
	{ "timestamp", draft_ignore, 0, false },
	{ "file", draft_ignore, 0, false },
	{ "copyright", draft_ignore, 0, false },
	{ "affiliation", draft_ignore, 0, false },
	{ "affiliations", draft_ignore, 0, false },
	{ "correspondence_address1", draft_ignore, 0, false },
	{ "source", draft_ignore, 0, false },
	{ "coden", draft_ignore, 0, false },
	{ "references", draft_ignore, 0, false },
	{ "cited-references", draft_ignore, 0, false },
	{ "funding-acknowledgement", draft_ignore, 0, false },
	{ "unique-id", draft_ignore, 0, false },
	{ "owner", draft_ignore, 0, false },
	{ "primaryclass", draft_ignore, 0, false },
	{ "bdsk-url-1", draft_ignore, 0, false },
	{ "date-added", draft_ignore, 0, false },
	{ "date-modified", draft_ignore, 0, false },
	{ "pagetotal", draft_ignore, 0, false },
	{ "numpages", draft_ignore, 0, false },
	{ "options", draft_ignore, 0, false },
	{ "langidopts", draft_ignore, 0, false },
	{ "translator", draft_ignore, 0, false },
	{ "chapter", remember_chapter, 0, false },
};

static void
bibtex_take_field(struct bibtex *bt, size_t row,
    const struct bibtex_field *pair)
{
	char *copy = NULL, *plain = NULL;
	const char *text = pair->value;

	bt->draft.place = pair->place;
	bt->draft.tag = pair->name;
	if (rows[row].names) {
		bibtex_take_names(bt, pair->value, rows[row].at);
		return;
	}
	if (!latex_is_plain(text, strlen(text)))
		text = copy = latex_plain(NULL, text, strlen(text));
	if (strpbrk(text, "<&") != NULL)
		text = plain = markup_plain(NULL, text);
	if (*text != '\0')
		rows[row].take(&bt->draft, text, rows[row].at);
	mem_free(plain);
	mem_free(copy);
}

/* The row of a field, or the number of rows. */
static size_t
bibtex_row(const char *field)
{
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		if (*field == *rows[i].field &&
		    text_same(rows[i].field, field))
			break;
	return i;
}

/* The value of an unknown field becomes a note. */
static void
bibtex_take_stranger(struct bibtex *bt, const struct bibtex_field *pair)
{
	struct work *work = bt->draft.work;
	char *text = latex_plain(NULL, pair->value, strlen(pair->value));

	if (*text != '\0')
		list_add(work, &work->notes, mem_format(work, "%s: %s",
		    pair->name, text));
	mem_free(text);
	if (list_holds(&bt->strangers, pair->name) ||
	    bt->strangers.count >= STRANGERS_MAX)
		return;
	list_add(bt, &bt->strangers, mem_text(bt, pair->name));
	diag_warning(bt->draft.sink, pair->place, "unknown BibTeX field '%s'; "
	    "its text is kept as a note", pair->name);
}

static void
bibtex_make_work(struct bibtex *bt, const struct bibtex_entry *entry)
{
	const struct bibtex_field *of_row[COUNT(rows) + 1] = { NULL };
	const struct bibtex_field *pair;
	struct bibtex_field *field;
	bool parent;
	const char *type = work_type(entry->type, &parent);
	size_t i, row;

	if (type == NULL)
		return;
	draft_begin(&bt->draft, entry->place);
	bt->draft.work->type = type;
	draft_key(&bt->draft, entry->key, 0);
	for (i = entry->fields.count; i > 0; i--) {
		field = list_at(&entry->fields, i - 1);
		row = bibtex_row(field->name);
		field->next = of_row[row];
		of_row[row] = field;
	}
	for (i = 0; i < COUNT(rows); i++)
		for (pair = of_row[i]; pair != NULL; pair = pair->next)
			bibtex_take_field(bt, i, pair);
	for (pair = of_row[i]; pair != NULL; pair = pair->next)
		bibtex_take_stranger(bt, pair);
	if (text_same(entry->type, "inbook") &&
	    bt->draft.work->container == NULL)
		settle_inbook(&bt->draft);
	draft_finish(&bt->draft);
}

/* Inherited values. */

static const struct bibtex_entry *
find_parent(const struct bibtex *bt, const char *key)
{
	const struct bibtex_entry *entry;
	size_t i;

	for (i = 0; i < bt->parents.count; i++) {
		entry = list_at(&bt->parents, i);
		if (strcasecmp(entry->key, key) == 0)
			return entry;
	}
	return NULL;
}

/* The title of a book becomes the booktitle of its chapter. */
static void
inherit(struct bibtex_entry *entry, const struct bibtex_entry *parent)
{
	static const char *const renamed[][2] = { { "title", "booktitle" },
	    { "subtitle", "booksubtitle" }, { "author", "bookauthor" } };
	bool shared = text_same(parent->type, "xdata");
	struct bibtex_field *pair, *copy;
	const char *name;
	size_t i, k;

	for (i = 0; i < parent->fields.count; i++) {
		pair = list_at(&parent->fields, i);
		name = pair->name;
		for (k = 0; !shared && k < COUNT(renamed); k++)
			if (text_same(renamed[k][0], name))
				name = renamed[k][1];
		if (bibtex_field(&entry->fields, name) != NULL ||
		    text_same(name, "bookauthor") || text_same(name,
		    "crossref"))
			continue;
		copy = mem_new(entry, struct bibtex_field);
		*copy = *pair;
		copy->name = name;
		list_add(entry, &entry->fields, copy);
	}
}

static void
finish_waiting(struct bibtex *bt)
{
	const struct bibtex_entry *parent;
	struct bibtex_entry *entry;
	size_t i;

	for (i = 0; i < bt->waiting.count; i++) {
		entry = list_at(&bt->waiting, i);
		parent = find_parent(bt, entry->parent);
		if (parent == NULL)
			diag_warning(bt->draft.sink, entry->place, "crossref "
			    "'%s' is not in this file", entry->parent);
		else
			inherit(entry, parent);
		bibtex_make_work(bt, entry);
	}
}

static void
take_entry(void *user, struct bibtex_entry *entry)
{
	struct bibtex *bt = user;
	const struct bibtex_field *crossref = bibtex_field(&entry->fields,
	    "crossref");
	bool parent;

	(void)work_type(entry->type, &parent);
	if (crossref == NULL)
		crossref = bibtex_field(&entry->fields, "xdata");
	if (crossref != NULL && bt->waiting.count < KEPT_MAX) {
		entry->parent = latex_plain(entry, crossref->value,
		    strlen(crossref->value));
		list_add(bt, &bt->waiting, mem_move(bt, entry));
		return;
	}
	bibtex_make_work(bt, entry);
	if (parent && bt->parents.count < KEPT_MAX)
		list_add(bt, &bt->parents, mem_move(bt, entry));
	else
		mem_free(entry);
}

static void
bibtex_read(struct input_lines *lines, const struct read_handler *handler)
{
	struct bibtex *bt = mem_new(lines, struct bibtex);

	bt->draft.ctx = bt;
	bt->draft.handler = handler;
	bt->draft.sink = lines_sink(lines);
	bt->draft.format = "BibTeX";
	bibtex_entries(lines, take_entry, bt);
	finish_waiting(bt);
	mem_free(bt);
}

const struct text_reader reader_bibtex = { bibtex_begins, bibtex_read };
