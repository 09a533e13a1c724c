/*
 * Reads BibTeX and BibLaTeX: entries, @string, concatenation, crossref and
 * xdata, names with particles, accents.
 *
 * An entry is collected up to its closing brace, then read; one that takes
 * values from another waits for it until the end of the file.
 *
 * Sources: O. Patashnik, "BibTeXing" (1988); P. Lehman et al., "The biblatex
 * Package".
 */
#include "import/reader.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "import/draft.h"
#include "import/latex.h"
#include "import/markup.h"
#include "import/name.h"

#define COUNT(table)	(sizeof(table) / sizeof((table)[0]))

enum {
	ENTRY_MAX = 1 << 20,	/* bytes of one entry */
	STRINGS_MAX = 2000,
	VALUE_MAX = 1 << 16,	/* bytes of a value that strings may fill */
	EXPANDED_MAX = 1 << 26,	/* bytes that strings may add to a file */
	KEPT_MAX = 5000,	/* entries that wait, or are waited for */
	STRANGERS_MAX = 50
};

/* A name with a value: a field, or a string that was defined. */
struct pair {
	const char	*name;		/* in small letters */
	const char	*value;		/* as it is written, braces and all */
	struct place	 place;
};

struct entry {
	const char	*type;		/* in small letters */
	const char	*key;
	const char	*parent;	/* crossref, or NULL */
	struct list	 fields;	/* struct pair */
	struct place	 place;
};

struct bibtex {
	struct lines	*lines;
	struct draft	 draft;
	struct buf	 text;		/* of the entry */
	struct place	 place;		/* of its "@" */
	const char	*at;		/* where it is read */
	const char	*counted;	/* how far lines were counted */
	struct place	 counted_place;
	struct list	 strings;	/* struct pair */
	size_t		 expanded;	/* bytes that strings have added */
	struct list	 parents;	/* struct entry */
	struct list	 waiting;	/* struct entry */
	struct list	 strangers;
	int		 depth;		/* of braces */
	char		 close;		/* what ends the entry, or 0 */
};

/* Types of entries. */

static const struct {
	const char	*entry;
	const char	*type;
	bool		 parent;	/* others may take values from it */
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

/* Splits at depth 0: the bytes before `word`, or all. */
static size_t
until(const char *s, const char *word)
{
	size_t n = strlen(word), i;
	int depth = 0;

	for (i = 0; s[i] != '\0'; i++) {
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

/* A token that begins with a small letter is a particle: "van", "de la". */
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

/* Where the family name starts in "First von Last". */
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
bibtex_add_parts(struct bibtex *bt, size_t at, char *const parts[3])
{
	draft_name(&bt->draft, at, parts[0], parts[1], parts[2]);
}

static void
take_name(struct bibtex *bt, const char *name, size_t at)
{
	void *scratch = mem_context(NULL);
	char *parts[3] = { NULL, NULL, NULL };
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
			parts[2] = parts[1];
			parts[1] = latex_plain(scratch, name + second + 1,
			    n - second - 1);
		} else if (name_is_suffix(parts[1])) {
			split = family_start(mem_text_n(scratch, name, first));
			parts[2] = parts[1];
			parts[1] = latex_plain(scratch, name, split);
			parts[0] = latex_plain(scratch, name + split,
			    first - split);
		}
	}
	bibtex_add_parts(bt, at, parts);
	mem_free(scratch);
}

static void
bibtex_take_names(struct bibtex *bt, const char *value, size_t at)
{
	char *clean = text_clean(NULL, value, strlen(value)), *p = clean;
	size_t n;
	char end;

	while (*p != '\0') {
		n = until(p, " and ");
		end = p[n];
		p[n] = '\0';
		if (strcasecmp(p, "others") == 0)
			draft_text(&bt->draft, "and others", W(authors_note));
		else
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

/* One row for each field; the order is that of preference. */
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
	{ "journal", draft_text, W(container), false },
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
	{ "isbn", draft_isbn, W(isbn), false },
	{ "issn", draft_issn, W(issns), false },
	{ "url", draft_url, W(link), false },
	{ "abstract", draft_abstract, W(abstract), false },
	{ "keywords", take_keywords, W(keywords), false },
	{ "author_keywords", take_keywords, W(keywords), false },
	{ "keyword", take_keywords, W(keywords), false },
	{ "mesh", draft_words, W(headings), false },
	{ "language", draft_language, W(languages), false },
	{ "langid", draft_language, W(languages), false },
	{ "note", draft_note, W(notes), false },
	{ "annote", draft_note, W(notes), false },
	{ "annotation", draft_note, W(notes), false },
	{ "addendum", draft_note, W(notes), false },
	{ "pubstate", draft_note, W(notes), false },
	{ "howpublished", draft_note, W(notes), false },
	{ "type", draft_type, W(publication_types), false },
	{ "document_type", draft_type, W(publication_types), false },
	{ "entrysubtype", draft_type, W(publication_types), false },
	/* Of other programs, or of printing. */
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
	{ "chapter", draft_ignore, 0, false },
};

static const struct pair *
find_pair(const struct list *pairs, const char *name)
{
	const struct pair *pair;
	size_t i;

	for (i = 0; i < pairs->count; i++) {
		pair = pairs->at[i];
		if (strcasecmp(pair->name, name) == 0)
			return pair;
	}
	return NULL;
}

static void
bibtex_take_field(struct bibtex *bt, size_t row, const struct pair *pair)
{
	char *text, *plain;

	bt->draft.place = pair->place;
	bt->draft.tag = pair->name;
	if (rows[row].names) {
		bibtex_take_names(bt, pair->value, rows[row].at);
		return;
	}
	text = latex_plain(NULL, pair->value, strlen(pair->value));
	plain = markup_plain(NULL, text);
	if (*plain != '\0')
		rows[row].take(&bt->draft, plain, rows[row].at);
	mem_free(plain);
	mem_free(text);
}

static bool
bibtex_is_known(const char *field)
{
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		if (text_same(rows[i].field, field))
			return true;
	return false;
}

/* A field of which nothing is known: its value becomes a note. */
static void
bibtex_take_stranger(struct bibtex *bt, const struct pair *pair)
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
	diag_warning(bt->draft.sink, pair->place, "unknown field '%s' of "
	    "BibTeX; its text is kept as a note", pair->name);
}

static void
bibtex_make_work(struct bibtex *bt, const struct entry *entry)
{
	const struct pair *pair;
	bool parent;
	const char *type = work_type(entry->type, &parent);
	size_t i;

	if (type == NULL)
		return;
	draft_begin(&bt->draft, entry->place);
	bt->draft.work->type = type;
	draft_key(&bt->draft, entry->key, 0);
	for (i = 0; i < COUNT(rows); i++) {
		pair = find_pair(&entry->fields, rows[i].field);
		if (pair != NULL)
			bibtex_take_field(bt, i, pair);
	}
	for (i = 0; i < entry->fields.count; i++) {
		pair = entry->fields.at[i];
		if (!bibtex_is_known(pair->name))
			bibtex_take_stranger(bt, pair);
	}
	draft_finish(&bt->draft);
}

/* Values that an entry takes from another. */

static const struct entry *
find_parent(const struct bibtex *bt, const char *key)
{
	const struct entry *entry;
	size_t i;

	for (i = 0; i < bt->parents.count; i++) {
		entry = bt->parents.at[i];
		if (strcasecmp(entry->key, key) == 0)
			return entry;
	}
	return NULL;
}

/* The title of the book is the booktitle of its chapter. */
static void
inherit(struct entry *entry, const struct entry *parent)
{
	static const char *const renamed[][2] = { { "title", "booktitle" },
	    { "subtitle", "booksubtitle" }, { "author", "bookauthor" } };
	bool shared = text_same(parent->type, "xdata");
	struct pair *pair, *copy;
	const char *name;
	size_t i, k;

	for (i = 0; i < parent->fields.count; i++) {
		pair = parent->fields.at[i];
		name = pair->name;
		for (k = 0; !shared && k < COUNT(renamed); k++)
			if (text_same(renamed[k][0], name))
				name = renamed[k][1];
		if (find_pair(&entry->fields, name) != NULL ||
		    text_same(name, "bookauthor") || text_same(name,
		    "crossref"))
			continue;
		copy = mem_new(entry, struct pair);
		*copy = *pair;
		copy->name = name;
		list_add(entry, &entry->fields, copy);
	}
}

static void
finish_waiting(struct bibtex *bt)
{
	const struct entry *parent;
	struct entry *entry;
	size_t i;

	for (i = 0; i < bt->waiting.count; i++) {
		entry = bt->waiting.at[i];
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
take_entry(struct bibtex *bt, struct entry *entry)
{
	const struct pair *crossref = find_pair(&entry->fields, "crossref");
	bool parent;

	(void)work_type(entry->type, &parent);
	if (crossref == NULL)
		crossref = find_pair(&entry->fields, "xdata");
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

/* The text of an entry. */

/* The place of bt->at, counted from the "@". */
static struct place
here(struct bibtex *bt)
{
	struct place *place = &bt->counted_place;

	for (; bt->counted < bt->at; bt->counted++) {
		if (*bt->counted == '\n') {
			place->line++;
			place->column = 1;
		} else if (((unsigned char)*bt->counted & 0xC0) != 0x80) {
			place->column++;
		}
	}
	return *place;
}

static void
bibtex_skip_blanks(struct bibtex *bt)
{
	bt->at += strspn(bt->at, " \t\n");
}

static char *
small_letters(const void *ctx, const char *s, size_t n)
{
	char *copy = mem_text_n(ctx, s, n), *p;

	for (p = copy; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return copy;
}

/* A name of letters, digits and signs, in small letters. */
static char *
bibtex_read_word(struct bibtex *bt, const void *ctx, const char *until_one_of)
{
	size_t n = strcspn(bt->at, until_one_of);
	char *word = small_letters(ctx, bt->at, n);

	bt->at += n;
	return word;
}

/* "{...}" or "\"...\"": the text inside, braces and all. */
static bool
read_quoted(struct bibtex *bt, const void *ctx, struct buf *value)
{
	char open = *bt->at++;
	const char *from = bt->at;
	int depth = 0;

	for (; *bt->at != '\0'; bt->at++) {
		if (*bt->at == '\\' && bt->at[1] != '\0') {
			bt->at++;
			continue;
		}
		if (depth == 0 && *bt->at == (open == '{' ? '}' : '"'))
			break;
		depth += *bt->at == '{';
		depth -= *bt->at == '}';
	}
	if (*bt->at == '\0')
		return false;
	buf_add(ctx, value, from, (size_t)(bt->at - from));
	bt->at++;
	return true;
}

/* Strings of strings grow tenfold a line: they end at a length. */
static void
add_string(struct bibtex *bt, const void *ctx, struct buf *value,
    const struct pair *string, struct place place)
{
	size_t n = strlen(string->value);

	if (value->len + n > VALUE_MAX || bt->expanded + n > EXPANDED_MAX) {
		diag_error(bt->draft.sink, place, "the string '%s' makes "
		    "this too long, and is left out", string->name);
		return;
	}
	bt->expanded += n;
	buf_add(ctx, value, string->value, n);
}

static void
read_macro(struct bibtex *bt, const void *ctx, struct buf *value)
{
	static const char *const months[] = { "jan", "feb", "mar", "apr",
	    "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
	struct place place = here(bt);
	char *name = bibtex_read_word(bt, ctx, " \t\n,#})\"{");
	const struct pair *string = find_pair(&bt->strings, name);
	size_t i;

	if (string != NULL) {
		add_string(bt, ctx, value, string, place);
		return;
	}
	buf_text(ctx, value, name);
	for (i = 0; i < COUNT(months); i++)
		if (text_same(months[i], name))
			return;
	if (strspn(name, "0123456789-/.") != strlen(name))
		diag_warning(bt->draft.sink, place, "the string '%s' is not "
		    "defined; write {%s} for the word itself", name, name);
}

/* A value: quoted texts, numbers and strings, joined with "#". */
static bool
read_value(struct bibtex *bt, const void *ctx, struct buf *value)
{
	do {
		bt->at += *bt->at == '#';
		bibtex_skip_blanks(bt);
		if (*bt->at == '{' || *bt->at == '"') {
			if (!read_quoted(bt, ctx, value))
				return false;
		} else if (*bt->at == '\0' || strchr(",})#", *bt->at) !=
		    NULL) {
			return false;
		} else {
			read_macro(bt, ctx, value);
		}
		bibtex_skip_blanks(bt);
	} while (*bt->at == '#');
	return true;
}

static bool
bibtex_complain(struct bibtex *bt, const char *what)
{
	diag_error(bt->draft.sink, here(bt), "%s", what);
	return false;
}

/* "name = value"; false when the entry cannot be read on. */
static bool
read_field(struct bibtex *bt, void *owner, struct list *fields)
{
	struct pair *pair = mem_new(owner, struct pair);
	struct buf value = { .data = NULL };
	size_t n;

	pair->place = here(bt);
	pair->name = bibtex_read_word(bt, pair, " \t\n=,})");
	n = strlen(pair->name);
	bibtex_skip_blanks(bt);
	if (*bt->at != '=')
		return bibtex_complain(bt, "'=' is missing after the name of a "
		    "field");
	bt->at++;
	if (!read_value(bt, pair, &value))
		return bibtex_complain(bt, "the value of a field is missing or "
		    "has no end; write {...}");
	pair->value = value.data == NULL ? "" : value.data;
	if (n > 0 && fields->count < STRINGS_MAX &&
	    find_pair(fields, pair->name) == NULL)
		list_add(owner, fields, pair);
	return true;
}

static void
read_fields(struct bibtex *bt, void *owner, struct list *fields)
{
	for (;;) {
		bibtex_skip_blanks(bt);
		while (*bt->at == ',') {
			bt->at++;
			bibtex_skip_blanks(bt);
		}
		if (*bt->at == '\0' || *bt->at == '}' || *bt->at == ')' ||
		    !read_field(bt, owner, fields))
			return;
		bibtex_skip_blanks(bt);
		if (*bt->at != ',' && *bt->at != '}' && *bt->at != ')' &&
		    *bt->at != '\0' && !bibtex_complain(bt, "a comma is "
		    "missing between fields"))
			return;
	}
}

/* The entry that was collected: "@type{key, fields}". */
static void
read_entry(struct bibtex *bt)
{
	struct entry *entry = mem_new(bt, struct entry);

	bt->at = bt->text.data + 1;
	bt->counted = bt->text.data;
	bt->counted_place = bt->place;
	bibtex_skip_blanks(bt);
	entry->place = bt->place;
	entry->type = bibtex_read_word(bt, entry, "{( \t\n");
	bibtex_skip_blanks(bt);
	bt->at += *bt->at != '\0';
	if (text_same(entry->type, "comment") || text_same(entry->type,
	    "preamble")) {
		mem_free(entry);
	} else if (text_same(entry->type, "string")) {
		if (bt->strings.count < STRINGS_MAX)
			read_fields(bt, bt, &bt->strings);
		else
			(void)bibtex_complain(bt, "more than 2,000 strings");
		mem_free(entry);
	} else {
		bibtex_skip_blanks(bt);
		entry->key = text_clean(entry, bt->at, strcspn(bt->at,
		    ",}\n"));
		bt->at += strcspn(bt->at, ",}\n");
		read_fields(bt, entry, &entry->fields);
		take_entry(bt, entry);
	}
}

/* Where a line has an entry that begins: "@", letters, "{" or "(". */
static const char *
entry_start(const char *text)
{
	const char *at = strchr(text, '@');
	size_t n;

	if (at == NULL)
		return NULL;
	n = 1 + strspn(at + 1, " ");
	n += strspn(at + n, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV"
	    "WXYZ");
	n += strspn(at + n, " ");
	return n > 1 && (at[n] == '{' || at[n] == '(') ? at : NULL;
}

/* Adds to the entry up to its end; the rest of the line, or NULL. */
static const char *
collect(struct bibtex *bt, const char *text)
{
	const char *p;

	for (p = text; *p != '\0'; p++) {
		if (*p == '\\' && p[1] != '\0') {
			p++;
			continue;
		}
		if (bt->close == 0 && (*p == '{' || *p == '('))
			bt->close = *p == '{' ? '}' : ')';
		if (*p == '{')
			bt->depth++;
		else if (*p == '}')
			bt->depth--;
		if (*p == bt->close && bt->depth <= 0) {
			buf_add(bt, &bt->text, text, (size_t)(p + 1 - text));
			return p + 1;
		}
	}
	buf_add(bt, &bt->text, text, (size_t)(p - text));
	buf_add(bt, &bt->text, "\n", 1);
	return NULL;
}

static void
bibtex_begin_entry(struct bibtex *bt, const struct line *line, const char *at)
{
	buf_clear(&bt->text);
	bt->place = line->place;
	bt->place.column = (size_t)(at - line->text) + 1;
	bt->depth = 0;
	bt->close = 0;
}

/* An "@entry{" at the start of a line ends one that was never closed. */
static bool
is_cut_off(const struct bibtex *bt, const char *text)
{
	return bt->text.len > 0 && entry_start(text) == text;
}

static void
bibtex_take_line(struct bibtex *bt, const struct line *line)
{
	const char *at = line->text, *start;

	if (is_cut_off(bt, at) || bt->text.len > ENTRY_MAX) {
		diag_error(bt->draft.sink, bt->place, bt->text.len > ENTRY_MAX
		    ? "an entry longer than 1 MiB" : "an entry without its "
		    "closing brace");
		buf_clear(&bt->text);
	}
	while (at != NULL && *at != '\0') {
		if (bt->text.len == 0) {
			start = entry_start(at);
			if (start == NULL)
				return;
			bibtex_begin_entry(bt, line, start);
			at = start;
		}
		at = collect(bt, at);
		if (at != NULL) {
			read_entry(bt);
			buf_clear(&bt->text);
		}
	}
}

static void
bibtex_read(struct lines *lines, const struct read_handler *handler)
{
	struct bibtex *bt = mem_new(lines, struct bibtex);
	struct line line;

	bt->lines = lines;
	bt->draft.ctx = bt;
	bt->draft.handler = handler;
	bt->draft.sink = lines_sink(lines);
	bt->draft.format = "BibTeX";
	while (lines_next(lines, &line))
		bibtex_take_line(bt, &line);
	if (bt->text.len > 0 && !lines_refused(lines))
		diag_error(bt->draft.sink, bt->place, "an entry without its "
		    "closing brace");
	finish_waiting(bt);
	mem_free(bt);
}

static bool
bibtex_begins(const char *text)
{
	const char *end;
	char line[64];
	size_t n;

	for (; *text != '\0'; text = *end == '\0' ? end : end + 1) {
		text += strspn(text, " \t");
		end = text + strcspn(text, "\r\n");
		n = (size_t)(end - text) < sizeof(line) - 1 ?
		    (size_t)(end - text) : sizeof(line) - 1;
		memcpy(line, text, n);
		line[n] = '\0';
		if (entry_start(line) == line)
			return true;
	}
	return false;
}

const struct text_reader reader_bibtex = { "BibTeX", bibtex_begins,
    bibtex_read };
