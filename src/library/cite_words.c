/* Words of a reference that depend on what kind of work it is. */
#include "library/cite_words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "record/work_status.h"

/* The number at the start of an edition, in digits or as a word; 0: none. */
static long
edition_number(const char *text, size_t n)
{
	static const char *const words[] = { "first", "second", "third",
	    "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth" };
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (n == strlen(words[i]) && strncasecmp(text, words[i], n) ==
		    0)
			return (long)i + 1;
	return strtol(text, NULL, 10);
}

char *
cite_edition(const void *ctx, const char *text)
{
	static const char *const ends[] = { " edition", " edn.", " edn",
	    " ed.", " ed" };
	size_t n, digits, i, m;
	long number, tens;

	text = text == NULL ? "" : text;
	n = strlen(text);
	digits = strspn(text, "0123456789");
	for (i = 0; i < COUNT(ends); i++) {
		m = strlen(ends[i]);
		if (n > m && strncasecmp(text + n - m, ends[i], m) == 0)
			n -= m;
	}
	number = edition_number(text, n);
	if (n == 0 || number == 1)
		return NULL;
	if (number < 1 || (digits > 0 && n > digits + 2))
		return mem_text_n(ctx, text, n);
	tens = number % 100;
	return mem_format(ctx, "%ld%s", number, tens > 10 && tens < 14 ?
	    "th" : number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" :
	    number % 10 == 3 ? "rd" : "th");
}

const char *
cite_thesis(const struct work *work)
{
	const char *type;
	size_t i;

	if (!text_same(work->type, "thesis"))
		return NULL;
	for (i = 0; i < work->publication_types.count; i++) {
		type = list_at(&work->publication_types, i);
		/* PubMed gives every thesis this type. */
		if (text_same(type, "Academic Dissertation"))
			continue;
		if (strcasestr(type, "thesis") != NULL || strcasestr(type,
		    "dissertation") != NULL)
			return type;
	}
	return "Thesis";
}

bool
cite_is_preprint(const struct work *work)
{
	return text_same(work->type, "preprint") || (text_same(work->type,
	    "article") && work->volume == NULL && work->issue == NULL &&
	    work_has_notice(work, "preprint"));
}

bool
cite_is_article_number(const char *pages)
{
	size_t n = 0, digits;

	while (isalpha((unsigned char)pages[n]))
		n++;
	digits = strspn(pages + n, "0123456789");
	return digits > 0 && pages[n + digits] == '\0' && (n > 1 || (n == 1 &&
	    islower((unsigned char)pages[0])));
}

const char *
cite_month(const struct work *work)
{
	static const char *const months[] = { "January", "February", "March",
	    "April", "May", "June", "July", "August", "September", "October",
	    "November", "December" };
	const char *date = work->published;
	long month = date == NULL || strlen(date) < 7 ? 0 : strtol(date + 5,
	    NULL, 10);

	return work->year == NULL || month < 1 || month > 12 || strncmp(date,
	    work->year, 4) != 0 ? NULL : months[month - 1];
}

/* The day of the month; 0 if unknown. */
static long
day_of_month(const struct work *work)
{
	return cite_month(work) == NULL || strlen(work->published) <= 8 ? 0 :
	    strtol(work->published + 8, NULL, 10);
}

const char *
cite_date_american(const void *ctx, const struct work *work)
{
	const char *month = cite_month(work);
	long day = day_of_month(work);

	if (month == NULL)
		return work->year == NULL ? "" : work->year;
	return day == 0 ? mem_format(ctx, "%s %s", month, work->year) :
	    mem_format(ctx, "%s %ld, %s", month, day, work->year);
}

const char *
cite_date_short(const void *ctx, const struct work *work)
{
	const char *month = cite_month(work);
	long day = day_of_month(work);

	if (month == NULL)
		return work->year == NULL ? "" : work->year;
	return mem_format(ctx, day == 0 ? "%s %.3s" : "%s %.3s %ld",
	    work->year, month, day);
}
