/* The pages of references. */
#include "library/cite_pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* A range of pages: "E266-71", "1186.e1-5", "891-898.e2" or "xi-xiv". */
struct page_range {
	char		*prefix;	/* "E", "1186.e" or "" */
	char		*first;		/* digits */
	char		*last_prefix;	/* "" if it is not repeated */
	char		*last;		/* digits, in full */
	const char	*rest;		/* ".e2" or "" */
};

#define DIGITS	"0123456789"
#define LETTERS	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/*
 * A range that begins with a year and would cover more pages is an article
 * number: "2015-204".
 */
enum { PAGES_AFTER_YEAR = 100 };

/*
 * Whether a range begins with a year and would be too long for a range of
 * pages.
 */
static bool
begins_with_year(const struct page_range *range)
{
	return strlen(range->first) == 4 && (text_begins(range->first, "19") ||
	    text_begins(range->first, "20")) && (strlen(range->last) != 4 ||
	    strtol(range->last, NULL, 10) - strtol(range->first, NULL, 10) >
	    PAGES_AFTER_YEAR);
}

/*
 * Reads a range.  False for anything else, such as an article number with a
 * hyphen: several hyphens, an end before the start, "2015-0123" or "2015-204".
 */
static bool
read_range(const void *ctx, const char *text, struct page_range *range)
{
	const char *hyphen = strchr(text, '-'), *last;
	size_t n, m, lacks;

	if (hyphen == NULL || strchr(hyphen + 1, '-') != NULL)
		return false;
	for (n = 0; hyphen - n > text && hyphen[-1 - (long)n] >= '0' &&
	    hyphen[-1 - (long)n] <= '9';)
		n++;
	last = hyphen + 1 + strspn(hyphen + 1, LETTERS);
	m = strspn(last, DIGITS);
	lacks = last == hyphen + 1 && m < n ? n - m : 0;
	*range = (struct page_range){ mem_text_n(ctx, text, (size_t)(hyphen -
	    text) - n), mem_text_n(ctx, hyphen - n, n), mem_text_n(ctx, hyphen +
	    1, (size_t)(last - hyphen - 1)), mem_format(ctx, "%.*s%.*s",
	    (int)lacks, hyphen - n, (int)m, last), last + m };
	if (n == 0 || m == 0 || (*last == '0' && m > 2))
		return strspn(text, "ivxlcdm-") == strlen(text);
	n = strlen(range->first);
	m = strlen(range->last);
	if (begins_with_year(range))
		return false;
	return m > n || (m == n && strcmp(range->last, range->first) >= 0) ||
	    !text_same(range->last_prefix, range->prefix);
}

/* How many digits of the last page the style omits. */
static size_t
digits_spared(const char *first, const char *last, enum cite_pages form)
{
	size_t n = strlen(first), same = 0;
	long tail = strtol(first + (n > 2 ? n - 2 : 0), NULL, 10);

	if (form == CITE_PAGES_FULL || strlen(last) != n)
		return 0;
	while (same < n - 1 && first[same] == last[same])
		same++;
	if (form == CITE_PAGES_SHORT)
		return same;
	if (n < 3 || tail == 0)
		return 0;
	return tail < 10 || same + 2 <= n ? same : n - 2;
}

/*
 * Adds a range: a letter before the numbers is repeated if pages are written in
 * full ("E266-E271"); a number followed by a letter is never abbreviated.
 */
static void
add_range(const void *ctx, struct buf *out, const struct page_range *range,
    enum cite_pages form, const char *dash)
{
	bool letters = *range->prefix != '\0' && strspn(range->prefix, LETTERS)
	    == strlen(range->prefix), alike = *range->last_prefix == '\0' ||
	    text_same(range->last_prefix, range->prefix);
	const char *before = range->last_prefix, *last = range->last;

	if (alike && letters && form == CITE_PAGES_FULL)
		before = range->prefix;
	else if (alike && *range->rest == '\0') {
		before = "";
		last += digits_spared(range->first, last, form);
	}
	buf_format(ctx, out, "%s%s%s%s%s%s", range->prefix, range->first, dash,
	    before, last, range->rest);
}

char *
cite_pages(const void *ctx, const char *text, enum cite_pages form,
    const char *dash)
{
	const char *blanks = " ,;:";
	struct buf out = { .data = NULL };
	struct page_range range;
	char *part;
	size_t n;

	if (text == NULL)
		return NULL;
	for (; *text != '\0'; text += n) {
		n = strspn(text, blanks);
		buf_add(ctx, &out, text, n);
		text += n;
		n = strcspn(text, blanks);
		part = mem_text_n(ctx, text, n);
		if (read_range(ctx, part, &range))
			add_range(ctx, &out, &range, form, dash);
		else
			buf_text(ctx, &out, part);
	}
	return out.data;
}
