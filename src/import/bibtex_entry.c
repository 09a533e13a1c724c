/*
 * Parses BibTeX entries: collects each up to its closing brace, then parses it.
 */
#include "import/bibtex_entry.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

enum {
	ENTRY_MAX = 1 << 20,	/* maximum bytes of an entry */
	STRINGS_MAX = 2000,
	VALUE_MAX = 1 << 16,	/* maximum bytes of a value, with its strings
				   expanded */
	EXPANDED_MAX = 1 << 26,	/* maximum bytes that expanding strings may
				   add to a file */
	ENTRY_ROOM = 4096	/* bytes for the structures of an entry */
};

struct bibtex_parser {
	bibtex_take	*take;
	void		*user;
	struct diag_sink	*sink;
	struct buf	 text;		/* text of the current entry */
	struct place	 place;		/* position of the entry's "@" */
	const char	*at;		/* parse position */
	const char	*counted;	/* start of the text whose lines have
					   not been counted yet */
	struct place	 counted_place;
	struct list	 strings;	/* struct bibtex_field */
	size_t		 expanded;	/* bytes added by strings so far */
	int		 depth;		/* depth of nested braces */
	char		 close;		/* the closing character of the entry,
					   or 0 */
};

const struct bibtex_field *
bibtex_field(const struct list *fields, const char *name)
{
	const struct bibtex_field *field;
	size_t i;

	for (i = 0; i < fields->count; i++) {
		field = list_at(fields, i);
		if (text_may_match(field->name, name) &&
		    strcasecmp(field->name, name) == 0)
			return field;
	}
	return NULL;
}

/* The position of ps->at, found by counting lines from the "@". */
static struct place
here(struct bibtex_parser *ps)
{
	struct place *place = &ps->counted_place;
	const char *end;

	while (ps->counted < ps->at && (end = memchr(ps->counted, '\n',
	    (size_t)(ps->at - ps->counted))) != NULL) {
		place->line++;
		place->column = 1;
		ps->counted = end + 1;
	}
	for (; ps->counted < ps->at; ps->counted++)
		place->column += ((unsigned char)*ps->counted & 0xC0) != 0x80;
	return *place;
}

static void
bibtex_skip_blanks(struct bibtex_parser *ps)
{
	ps->at += strspn(ps->at, " \t\n");
}

/* Reads a name of letters, digits and signs, in lower case. */
static char *
bibtex_read_word(struct bibtex_parser *ps, const void *ctx, const char *until_one_of)
{
	size_t n = strcspn(ps->at, until_one_of);
	char *word = mem_text_n(ctx, ps->at, n), *p;

	for (p = word; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	ps->at += n;
	return word;
}

/* Reads "{...}" or "\"...\"": the text inside, including braces. */
static bool
read_quoted(struct bibtex_parser *ps, const void *ctx, struct buf *value)
{
	char open = *ps->at++;
	const char *from = ps->at;
	int depth = 0;

	for (;; ps->at++) {
		ps->at += strcspn(ps->at, "\\{}\"");
		if (*ps->at == '\0')
			return false;
		if (*ps->at == '\\' && ps->at[1] != '\0') {
			ps->at++;
			continue;
		}
		if (depth == 0 && *ps->at == (open == '{' ? '}' : '"'))
			break;
		depth += *ps->at == '{';
		depth -= *ps->at == '}';
	}
	buf_add(ctx, value, from, (size_t)(ps->at - from));
	ps->at++;
	return true;
}

/*
 * Strings that contain strings can grow tenfold per line, so their length is
 * limited.
 */
static void
add_string(struct bibtex_parser *ps, const void *ctx, struct buf *value,
    const struct bibtex_field *string, struct place place)
{
	size_t n = strlen(string->value);

	if (value->len + n > VALUE_MAX || ps->expanded + n > EXPANDED_MAX) {
		diag_error(ps->sink, place, "the string '%s' makes this value "
		    "too long; it is left out", string->name);
		return;
	}
	ps->expanded += n;
	buf_add(ctx, value, string->value, n);
}

static void
read_macro(struct bibtex_parser *ps, const void *ctx, struct buf *value)
{
	static const char *const months[] = { "jan", "feb", "mar", "apr",
	    "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
	struct place place = here(ps);
	char *name = bibtex_read_word(ps, ctx, " \t\n,#})\"{");
	const struct bibtex_field *string = bibtex_field(&ps->strings, name);
	size_t i;

	if (string != NULL) {
		add_string(ps, ctx, value, string, place);
		return;
	}
	buf_text(ctx, value, name);
	for (i = 0; i < COUNT(months); i++)
		if (text_same(months[i], name))
			return;
	if (strspn(name, "0123456789-/.") != strlen(name))
		diag_warning(ps->sink, place, "the string '%s' is not "
		    "defined; write {%s} for the word itself", name, name);
}

/* Reads a value: quoted texts, numbers and strings, joined with "#". */
static bool
read_value(struct bibtex_parser *ps, const void *ctx, struct buf *value)
{
	do {
		ps->at += *ps->at == '#';
		bibtex_skip_blanks(ps);
		if (*ps->at == '{' || *ps->at == '"') {
			if (!read_quoted(ps, ctx, value))
				return false;
		} else if (*ps->at == '\0' || strchr(",})#", *ps->at) !=
		    NULL) {
			return false;
		} else {
			read_macro(ps, ctx, value);
		}
		bibtex_skip_blanks(ps);
	} while (*ps->at == '#');
	return true;
}

static bool
bibtex_complain(struct bibtex_parser *ps, const char *what)
{
	diag_error(ps->sink, here(ps), "%s", what);
	return false;
}

/* Reads "name = value"; false if the rest of the entry cannot be parsed. */
static bool
read_field(struct bibtex_parser *ps, void *owner, struct list *fields)
{
	struct bibtex_field *pair = mem_new(owner, struct bibtex_field);
	struct buf value = { .data = NULL };
	size_t n;

	pair->place = here(ps);
	pair->name = bibtex_read_word(ps, pair, " \t\n=,})");
	n = strlen(pair->name);
	bibtex_skip_blanks(ps);
	if (*ps->at != '=')
		return bibtex_complain(ps, "'=' is missing after the name of a "
		    "field");
	ps->at++;
	if (!read_value(ps, pair, &value))
		return bibtex_complain(ps, "the value of a field is missing or "
		    "is not closed; write {...}");
	pair->value = value.data == NULL ? "" : value.data;
	if (n > 0 && fields->count < STRINGS_MAX &&
	    (bibtex_field(fields, pair->name) == NULL ||
	    text_same(pair->name, "url")))
		list_add(owner, fields, pair);
	return true;
}

static void
read_fields(struct bibtex_parser *ps, void *owner, struct list *fields)
{
	for (;;) {
		bibtex_skip_blanks(ps);
		while (*ps->at == ',') {
			ps->at++;
			bibtex_skip_blanks(ps);
		}
		if (*ps->at == '\0' || *ps->at == '}' || *ps->at == ')' ||
		    !read_field(ps, owner, fields))
			return;
		bibtex_skip_blanks(ps);
		if (*ps->at != ',' && *ps->at != '}' && *ps->at != ')' &&
		    *ps->at != '\0' && !bibtex_complain(ps, "a comma is "
		    "missing between fields"))
			return;
	}
}

/* Parses the collected entry: "@type{key, fields}". */
static void
read_entry(struct bibtex_parser *ps)
{
	struct bibtex_entry *entry = mem_room(ps, sizeof(*entry), ENTRY_ROOM +
	    2 * ps->text.len);

	ps->at = ps->text.data + 1;
	ps->counted = ps->text.data;
	ps->counted_place = ps->place;
	bibtex_skip_blanks(ps);
	entry->place = ps->place;
	entry->type = bibtex_read_word(ps, entry, "{( \t\n");
	bibtex_skip_blanks(ps);
	ps->at += *ps->at != '\0';
	if (text_same(entry->type, "comment") || text_same(entry->type,
	    "preamble")) {
		mem_free(entry);
	} else if (text_same(entry->type, "string")) {
		if (ps->strings.count < STRINGS_MAX)
			read_fields(ps, ps, &ps->strings);
		else
			(void)bibtex_complain(ps, "more than 2,000 strings");
		mem_free(entry);
	} else {
		bibtex_skip_blanks(ps);
		entry->key = text_clean(entry, ps->at, strcspn(ps->at,
		    ",}\n"));
		ps->at += strcspn(ps->at, ",}\n");
		read_fields(ps, entry, &entry->fields);
		ps->take(ps->user, entry);
	}
}

/* The start of an entry in a line: "@", letters, "{" or "(". */
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

/*
 * Appends text to the entry, up to its end; returns the rest of the line, or
 * NULL.
 */
static const char *
collect(struct bibtex_parser *ps, const char *text)
{
	const char *p;

	for (p = text;; p++) {
		p += strcspn(p, "\\{}()");
		if (*p == '\0')
			break;
		if (*p == '\\' && p[1] != '\0') {
			p++;
			continue;
		}
		if (ps->close == 0 && (*p == '{' || *p == '('))
			ps->close = *p == '{' ? '}' : ')';
		if (*p == '{')
			ps->depth++;
		else if (*p == '}')
			ps->depth--;
		if (*p == ps->close && ps->depth <= 0) {
			buf_add(ps, &ps->text, text, (size_t)(p + 1 - text));
			return p + 1;
		}
	}
	buf_add(ps, &ps->text, text, (size_t)(p - text));
	buf_add(ps, &ps->text, "\n", 1);
	return NULL;
}

static void
bibtex_begin_entry(struct bibtex_parser *ps, const struct input_line *line,
    const char *at)
{
	buf_clear(&ps->text);
	ps->place = line->place;
	ps->place.column = (size_t)(at - line->text) + 1;
	ps->depth = 0;
	ps->close = 0;
}

static void
bibtex_take_line(struct bibtex_parser *ps, const struct input_line *line)
{
	const char *at = line->text, *start;

	/* "@entry{" starting a line ends an entry that was never closed. */
	if ((ps->text.len > 0 && entry_start(at) == at) || ps->text.len >
	    ENTRY_MAX) {
		diag_error(ps->sink, ps->place, ps->text.len > ENTRY_MAX
		    ? "an entry longer than 1 MiB" : "an entry without its "
		    "closing brace");
		buf_clear(&ps->text);
	}
	while (at != NULL && *at != '\0') {
		if (ps->text.len == 0) {
			start = entry_start(at);
			if (start == NULL)
				return;
			bibtex_begin_entry(ps, line, start);
			at = start;
		}
		at = collect(ps, at);
		if (at != NULL) {
			read_entry(ps);
			buf_clear(&ps->text);
		}
	}
}

void
bibtex_entries(struct input_lines *lines, bibtex_take *take, void *user)
{
	struct bibtex_parser *ps = mem_new(lines, struct bibtex_parser);
	struct input_line line;

	assert(take != NULL);
	ps->take = take;
	ps->user = user;
	ps->sink = lines_sink(lines);
	while (lines_next(lines, &line))
		bibtex_take_line(ps, &line);
	if (ps->text.len > 0 && !lines_refused(lines))
		diag_error(ps->sink, ps->place, "an entry without its "
		    "closing brace");
	mem_free(ps);
}

bool
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
