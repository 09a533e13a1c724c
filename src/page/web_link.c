/* Web links: finds them in text, and marks them for terminals. */
#include "page/web_link.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

/* How web addresses start in texts, and the prefix to add. */
static const struct {
	const char	*text;
	const char	*before;
	size_t		 skip;
} beginnings[] = {
	{ "https://", "", 0 },
	{ "http://", "", 0 },
	{ "doi:10.", "https://doi.org/", sizeof("doi:") - 1 },
	{ "doi: 10.", "https://doi.org/", sizeof("doi: ") - 1 },
};

/*
 * The length of an address: up to the next blank, without the punctuation of
 * the sentence.  Only DOIs of the form
 * "10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P" have angle
 * brackets.
 */
static size_t
web_link_length(const char *text, size_t skip)
{
	size_t n = skip + strcspn(text + skip, " \t\n\"");

	if (memmem(text, n, "(SICI)", strlen("(SICI)")) == NULL)
		n = skip + strcspn(text + skip, " \t\n<>\"");
	while (n > 0 && (strchr(".,;:'", text[n - 1]) != NULL ||
	    (text[n - 1] == ')' && memchr(text, '(', n) == NULL)))
		n--;
	return n;
}

bool
web_link_find(const char *text, struct web_link *link)
{
	const char *at;
	size_t i;

	for (at = text; (at = strpbrk(at, "hd")) != NULL; at++)
		for (i = 0; i < COUNT(beginnings); i++) {
			if (!text_begins(at, beginnings[i].text))
				continue;
			*link = (struct web_link){ (size_t)(at - text),
			    web_link_length(at, beginnings[i].skip),
			    beginnings[i].before, beginnings[i].skip };
			return true;
		}
	return false;
}

/* The limit of VTE; terminals ignore longer links. */
enum { ADDRESS_MAX = 2083 };

char *
web_link_address(const void *ctx, const char *text, const struct web_link *link)
{
	struct buf out = { .data = NULL };

	buf_text(ctx, &out, link->before);
	text_add_address(ctx, &out, text + link->start + link->skip,
	    link->length - link->skip);
	return out.data;
}

/* FNV-1a: parts of one address on several lines get the same id. */
static uint32_t
id_of_address(const char *address)
{
	uint32_t id = 2166136261U;

	for (; *address != '\0'; address++)
		id = (id ^ (unsigned char)*address) * 16777619U;
	return id;
}

/* Appends bytes from..to of a text, all of which belong to a link. */
static void
put_linked(const void *ctx, struct buf *out, const char *text, size_t from,
    size_t to, const struct web_link *link)
{
	char *address = web_link_address(NULL, text, link);
	bool fits = strlen(address) <= ADDRESS_MAX;

	if (fits)
		buf_format(ctx, out, "\033]8;id=%08x;%s\033\\",
		    (unsigned)id_of_address(address), address);
	buf_add(ctx, out, text + from, to - from);
	if (fits)
		buf_text(ctx, out, "\033]8;;\033\\");
	mem_free(address);
}

void
web_link_mark(const void *ctx, struct buf *out, const char *text, size_t from,
    size_t to)
{
	struct web_link link;
	size_t at = 0, start, end;

	while (from < to && web_link_find(text + at, &link)) {
		link.start += at;
		at = link.start + link.length;
		start = link.start > from ? link.start : from;
		end = at < to ? at : to;
		if (start >= end)
			continue;
		buf_add(ctx, out, text + from, start - from);
		put_linked(ctx, out, text, start, end, &link);
		from = end;
	}
	buf_add(ctx, out, text + from, to - from);
}
