/* Addresses: every page has one. */
#include "domain/address.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/text.h"

/* In a query, "+" is a blank and %XX a byte, as in web addresses. */
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
		    strchr("-._~\":*()", *s) != NULL)
			buf_add(ctx, &out, s, 1);
		else
			buf_format(ctx, &out, "%%%02X",
			    (unsigned)(unsigned char)*s);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* "search" and "facets" with or without a query. */
static bool
parse_query(const void *ctx, const char *rest, enum page page,
    struct address *address)
{
	address->page = page;
	address->query = text_begins(rest, "?q=") ? decode(ctx, rest + 3) :
	    mem_text(ctx, "");
	return *rest == '\0' || text_begins(rest, "?q=");
}

/* "?rows=condition&columns=outcome&from=7&q=..." in any order. */
static bool
parse_map(const void *ctx, const char *rest, struct address *address)
{
	char *copy = mem_text(ctx, *rest == '?' ? rest + 1 : rest);
	char *pair, *value, *next = NULL;

	address->page = PAGE_MAP;
	address->query = mem_text(ctx, "");
	for (pair = strtok_r(copy, "&", &next); pair != NULL;
	    pair = strtok_r(NULL, "&", &next)) {
		value = strchr(pair, '=');
		if (value == NULL)
			continue;
		*value++ = '\0';
		if (text_same(pair, "q"))
			address->query = decode(ctx, value);
		else if (text_same(pair, "rows"))
			address->rows = decode(ctx, value);
		else if (text_same(pair, "columns"))
			address->columns = decode(ctx, value);
		else if (text_same(pair, "from"))
			address->from = strtoul(value, NULL, 10);
	}
	return *rest == '\0' || *rest == '?';
}

static char *
print_map(const void *ctx, const struct address *address)
{
	struct buf out = { .data = NULL };

	buf_format(ctx, &out, "map?rows=%s&columns=%s", address->rows != NULL ?
	    encode(ctx, address->rows) : "condition", address->columns !=
	    NULL ? encode(ctx, address->columns) : "outcome");
	if (address->from > 0)
		buf_format(ctx, &out, "&from=%zu", address->from);
	if (*address->query != '\0')
		buf_format(ctx, &out, "&q=%s", encode(ctx, address->query));
	return out.data;
}

static bool
parse_help(const void *ctx, const char *rest, struct address *address)
{
	address->page = PAGE_HELP;
	address->id = mem_text(ctx, *rest == '/' ? rest + 1 : "");
	return *rest == '\0' || *rest == '/';
}

bool
address_parse(const void *ctx, const char *text, struct address *address)
{
	const char *slash = strchr(text, '/');
	char *kind;

	*address = (struct address){ .page = PAGE_RECORD,
	    .kind = KIND_COUNT };
	if (text_begins(text, "search") && (text[6] == '\0' ||
	    text[6] == '?'))
		return parse_query(ctx, text + 6, PAGE_SEARCH, address);
	if (text_begins(text, "facets") && (text[6] == '\0' ||
	    text[6] == '?'))
		return parse_query(ctx, text + 6, PAGE_FACETS, address);
	if (text_begins(text, "plot") && (text[4] == '\0' ||
	    text[4] == '?'))
		return parse_query(ctx, text + 4, PAGE_PLOT, address);
	if (text_begins(text, "map") && (text[3] == '\0' || text[3] == '?'))
		return parse_map(ctx, text + 3, address);
	if (text_begins(text, "help") && (text[4] == '\0' || text[4] == '/'))
		return parse_help(ctx, text + 4, address);
	if (slash == NULL) {
		address->id = mem_text(ctx, text);
		return *text != '\0';
	}
	kind = mem_text_n(ctx, text, (size_t)(slash - text));
	address->kind = kind_find(kind);
	address->id = mem_text(ctx, slash + 1);
	return address->kind != KIND_COUNT && *address->id != '\0';
}

char *
address_of(const void *ctx, enum kind kind, const char *id)
{
	return mem_format(ctx, "%s/%s", kind_name(kind), id);
}

char *
address_print(const void *ctx, const struct address *address)
{
	const char *name = address->page == PAGE_FACETS ? "facets" :
	    address->page == PAGE_PLOT ? "plot" : "search";

	switch (address->page) {
	case PAGE_SEARCH:
	case PAGE_FACETS:
	case PAGE_PLOT:
		return *address->query == '\0' ? mem_text(ctx, name) :
		    mem_format(ctx, "%s?q=%s", name, encode(ctx,
		    address->query));
	case PAGE_MAP:
		return print_map(ctx, address);
	case PAGE_HELP:
		return *address->id == '\0' ? mem_text(ctx, "help") :
		    mem_format(ctx, "help/%s", address->id);
	case PAGE_RECORD:
		return address->kind == KIND_COUNT ? mem_text(ctx,
		    address->id) : address_of(ctx, address->kind,
		    address->id);
	}
	return mem_text(ctx, "");
}
