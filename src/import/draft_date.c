/* Drafts: dates in the forms of other programs. */
#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "import/draft.h"

static int
month_of(const char *text)
{
	static const char *const months[] = { "jan", "feb", "mar", "apr",
	    "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
	int i;

	for (i = 0; i < 12; i++)
		if (strncasecmp(text, months[i], 3) == 0)
			return i + 1;
	return 0;
}

/* The year: four digits that start with 1 or 2; NULL if there is none. */
static const char *
find_year(const char *text)
{
	size_t n;

	for (; *text != '\0'; text += n) {
		n = strcspn(text, "0123456789");
		text += n;
		n = strspn(text, "0123456789");
		if ((n == 4 || n == 8) && (*text == '1' || *text == '2'))
			return text;
	}
	return NULL;
}

/* The one- or two-digit number at `text`; 0 if there is none. */
static int
small_number(const char *text)
{
	size_t n = strspn(text, "0123456789");

	return n == 1 || n == 2 ? atoi(text) : 0;
}

static size_t
letters_at(const char *text)
{
	size_t n = 0;

	while (isalpha((unsigned char)text[n]))
		n++;
	return n;
}

/* Reads month and day after the year: "2021 Mar 12", "2021-03-12". */
static void
parts_after(const char *rest, int *month, int *day)
{
	rest += strspn(rest, " -/.,");
	*month = month_of(rest);
	if (*month == 0)
		*month = small_number(rest);
	rest += isalpha((unsigned char)*rest) ? letters_at(rest) :
	    strspn(rest, "0123456789");
	*day = *rest == '\0' ? 0 : small_number(rest + 1);
}

/* Reads a month name before the year: "12 March 2021", "March 12, 2021". */
static void
parts_before(const char *text, const char *year, int *month, int *day)
{
	size_t n;

	*month = *day = 0;
	for (; text < year; text += n) {
		n = letters_at(text);
		if (n >= 3 && month_of(text) > 0)
			*month = month_of(text);
		if (n == 0)
			n = strspn(text, "0123456789");
		if (isdigit((unsigned char)*text))
			*day = small_number(text);
		n = n > 0 ? n : 1;
	}
}

char *
draft_iso_date(const void *ctx, const char *text)
{
	const char *year = find_year(text);
	char *date, *longer;
	int month, day;

	if (year == NULL)
		return NULL;
	date = mem_text_n(ctx, year, 4);
	parts_after(year + 4, &month, &day);
	if (month < 1 || month > 12)
		parts_before(text, year, &month, &day);
	if (month < 1 || month > 12)
		return date;
	longer = day > 0 ? mem_format(ctx, "%s-%02d-%02d", date, month, day) :
	    mem_format(ctx, "%s-%02d", date, month);
	return draft_is_valid("published", longer) ? longer : date;
}

void
draft_date(struct draft *draft, const char *text, size_t at)
{
	char *date, *year;

	assert(draft->work != NULL);
	date = draft_iso_date(draft->work, text);
	if (date == NULL) {
		/* Web of Science has "SEP 22", and the year separately. */
		if (month_of(text) > 0 && draft->work->year != NULL &&
		    draft->work->published == NULL)
			draft_date(draft, mem_format(draft->work, "%s %s",
			    draft->work->year, text), at);
		else if (strpbrk(text, "0123456789") != NULL)
			draft_warn(draft, "no year in '%s'", text);
		return;
	}
	year = mem_text_n(draft->work, date, 4);
	draft_text(draft, year, W(year));
	if (text_same(draft->work->year, year) && strlen(date) > 4 &&
	    (at == W(published) || at == W(year)))
		draft_text(draft, date, W(published));
}
