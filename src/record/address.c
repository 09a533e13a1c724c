/* Addresses of pages. */
#include "record/address.h"

#include <assert.h>
#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/text.h"

/* Decodes a query: "+" is a space and %XX a byte, as in web addresses. */
static char *
decode(const void *ctx, const char *s)
{
	struct buf out = { .data = NULL };
	char hex[3] = "", c;

	for (; *s != '\0'; s++) {
		c = *s == '+' ? ' ' : *s;
		if (c == '%' && isxdigit((unsigned char)s[1]) &&
		    isxdigit((unsigned char)s[2])) {
			hex[0] = s[1];
			hex[1] = s[2];
			c = (char)strtol(hex, NULL, 16);
			s += 2;
		}
		if (c != '\0')
			buf_add(ctx, &out, &c, 1);
	}
	return out.data != NULL ? text_clean(ctx, out.data, out.len) :
	    mem_text(ctx, "");
}

static char *
encode(const void *ctx, const char *s)
{
	struct buf out = { .data = NULL };

	for (; *s != '\0'; s++) {
		if (*s == ' ')
			buf_text(ctx, &out, "+");
		else if (isalnum((unsigned char)*s) ||
		    strchr("-._~\":*(),", *s) != NULL)
			buf_add(ctx, &out, s, 1);
		else
			buf_format(ctx, &out, "%%%02X",
			    (unsigned)(unsigned char)*s);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* Pages other than records. */
static const char *const names[PAGE_NAMES] = {
#define X_PAGE(id, name, maker, glossed, purpose)	[PAGE_##id] = name,
#define X_VIEW(id, name, maker, glossed, of, modes, key, purpose)	\
	[PAGE_##id] = name,
	PAGE_LIST(X_PAGE, X_VIEW)
#undef X_PAGE
#undef X_VIEW
};

static const char *const purposes[PAGE_NAMES] = {
#define X_PAGE(id, name, maker, glossed, purpose)	[PAGE_##id] = purpose,
#define X_VIEW(id, name, maker, glossed, of, modes, key, purpose)	\
	[PAGE_##id] = purpose,
	PAGE_LIST(X_PAGE, X_VIEW)
#undef X_PAGE
#undef X_VIEW
};

const char *
address_page_purpose(int page)
{
	return page < 0 || page >= PAGE_NAMES ? NULL : purposes[page];
}

const char *
address_page_name(int page)
{
	return page < 0 || page >= PAGE_NAMES ? NULL : names[page];
}

/* The parameters after "?", in printing order. */
static const struct {
	const char	*name;
	size_t		 offset;
} params[] = {
	{ "rows", offsetof(struct address, rows) },
	{ "columns", offsetof(struct address, columns) },
	{ "sort", offsetof(struct address, sort) },
	{ "depth", offsetof(struct address, depth) },
	{ "only", offsetof(struct address, only) },
	{ "max", offsetof(struct address, most) },
	{ "kind", offsetof(struct address, plot) },
	{ "works", offsetof(struct address, works) },
	{ "facet", offsetof(struct address, facet) },
	{ "style", offsetof(struct address, style) },
	{ "answers", offsetof(struct address, answers) },
	{ "subjects", offsetof(struct address, subjects) },
	{ "people", offsetof(struct address, people) },
	{ "intervention", offsetof(struct address, intervention) },
	{ "comparator", offsetof(struct address, comparator) },
	{ "outcome", offsetof(struct address, outcome) },
	{ "about", offsetof(struct address, about) },
	{ "answer", offsetof(struct address, answer) },
	{ "skip", offsetof(struct address, skip) },
	{ "q", offsetof(struct address, query) },
};
enum { PARAMS = COUNT(params) };

static const char **
param_slot(struct address *address, size_t i)
{
	return (const char **)(void *)((char *)address + params[i].offset);
}

/* Parses "rows=condition&columns=outcome&q=..." in any order. */
static void
parse_params(const void *ctx, const char *text, struct address *address)
{
	char *copy = mem_text(ctx, text), *pair, *value, *next = NULL;
	size_t i;

	for (pair = strtok_r(copy, "&", &next); pair != NULL;
	    pair = strtok_r(NULL, "&", &next)) {
		value = strchr(pair, '=');
		if (value == NULL)
			continue;
		*value++ = '\0';
		for (i = 0; i < PARAMS; i++)
			if (text_same(params[i].name, pair))
				*param_slot(address, i) = decode(ctx, value);
	}
}

static bool
parse_record(const void *ctx, const char *text, struct address *address)
{
	const char *slash = strchr(text, '/'), *colon;
	char *kind;

	address->page = PAGE_RECORD;
	if (slash == NULL) {
		address->id = text;
		return *text != '\0';
	}
	colon = memchr(text, ':', (size_t)(slash - text));
	if (colon != NULL) {
		/* In NAME:KIND/ID the prefix belongs to the id: NAME:ID. */
		kind = mem_text_n(ctx, colon + 1, (size_t)(slash - colon) -
		    1);
		address->id = mem_format(ctx, "%.*s:%s", (int)(colon - text),
		    text, slash + 1);
	} else {
		kind = mem_text_n(ctx, text, (size_t)(slash - text));
		address->id = slash + 1;
	}
	if (text_same(kind, "help"))
		address->page = PAGE_HELP;
	address->kind = rectype_find(kind);
	return address->page == PAGE_HELP || (address->kind != RECTYPE_COUNT &&
	    *address->id != '\0');
}

bool
address_parse(const void *ctx, const char *text, struct address *address)
{
	const char *ask = strchr(text, '?');
	char *name = mem_text_n(ctx, text, ask == NULL ? strlen(text) :
	    (size_t)(ask - text));
	int i;

	*address = (struct address){ .kind = RECTYPE_COUNT, .query = "" };
	if (ask != NULL)
		parse_params(ctx, ask + 1, address);
	for (i = 0; i < PAGE_NAMES; i++)
		if (text_same(names[i], name)) {
			address->page = (enum page)i;
			return true;
		}
	if (text_same(name, "help"))
		name = mem_text(ctx, "help/");
	return parse_record(ctx, name, address);
}

struct address
address_copy(const void *ctx, const struct address *address)
{
	struct address copy = *address;
	size_t i;

	copy.id = address->id == NULL ? NULL : mem_text(ctx, address->id);
	for (i = 0; i < PARAMS; i++)
		if (*param_slot(&copy, i) != NULL)
			*param_slot(&copy, i) = mem_text(ctx, *param_slot(&copy, i));
	if (copy.query == NULL)
		copy.query = mem_text(ctx, "");
	return copy;
}

char *
address_of(const void *ctx, enum rectype kind, const char *id)
{
	const char *colon = strchr(id, ':');

	assert(kind < RECTYPE_COUNT);
	return colon == NULL ? mem_format(ctx, "%s/%s", rectype_name(kind),
	    id) : mem_format(ctx, "%.*s:%s/%s", (int)(colon - id), id,
	    rectype_name(kind), colon + 1);
}

static const char *
address_name_of(const void *ctx, const struct address *address)
{
	if (address->page == PAGE_HELP)
		return *address->id == '\0' ? "help" : mem_format(ctx,
		    "help/%s", address->id);
	if (address->page == PAGE_TYPE)
		return rectype_name(address->kind);
	if (address->page != PAGE_RECORD)
		return names[address->page];
	return address->kind == RECTYPE_COUNT ? address->id : address_of(ctx,
	    address->kind, address->id);
}

char *
address_print(const void *ctx, const struct address *address)
{
	struct address copy = *address;
	struct buf out = { .data = NULL };
	void *scratch = mem_context(NULL);
	const char *value, *before = "?";
	size_t i;

	buf_text(ctx, &out, address_name_of(scratch, address));
	for (i = 0; i < PARAMS; i++) {
		value = *param_slot(&copy, i);
		if (value == NULL || *value == '\0')
			continue;
		buf_format(ctx, &out, "%s%s=%s", before, params[i].name,
		    encode(scratch, value));
		before = "&";
	}
	mem_free(scratch);
	return out.data;
}
