/* Values: checks the form of values. */
#include "record/value.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <time.h>

#include "base/number.h"
#include "base/text.h"
#include "record/address.h"

enum { ID_MAX = 64, YEAR_MIN = 1000, YEAR_MAX = 2999 };

static bool
is_made_of(const char *s, const char *set)
{
	return *s != '\0' && strspn(s, set) == strlen(s);
}

static bool
is_digits(const char *s)
{
	return is_made_of(s, "0123456789");
}

bool
value_is_id(const char *s)
{
	return is_made_of(s, "abcdefghijklmnopqrstuvwxyz0123456789-") &&
	    *s != '-' && strlen(s) <= ID_MAX;
}

static bool
is_label(const char *s)
{
	return strlen(s) <= 16 && is_made_of(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-");
}

static bool
is_integer(const char *s)
{
	long n;

	return number_integer(s, 0, 2000000000L, &n);
}

static bool
is_number(const char *s)
{
	double n;

	return number_decimal(s, &n);
}

static bool
value_is_year(const char *s)
{
	long n;

	return strlen(s) == 4 && number_integer(s, YEAR_MIN, YEAR_MAX, &n);
}

static bool
is_level(const char *s)
{
	long n;

	return strlen(s) == 1 && number_integer(s, 1, 5, &n);
}

/* Whether "-MM" or "-MM-DD" follows the year. */
static bool
is_month_and_day(const char *s)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31 };
	size_t n = strlen(s);
	int month, day;

	if ((n != 3 && n != 6) || s[0] != '-' || !isdigit((unsigned char)s[1])
	    || !isdigit((unsigned char)s[2]))
		return false;
	month = (s[1] - '0') * 10 + s[2] - '0';
	if (month < 1 || month > 12)
		return false;
	if (n == 3)
		return true;
	if (s[3] != '-' || !isdigit((unsigned char)s[4]) ||
	    !isdigit((unsigned char)s[5]))
		return false;
	day = (s[4] - '0') * 10 + s[5] - '0';
	return day >= 1 && day <= days[month - 1];
}

static bool
is_date(const char *s)
{
	char year[5] = "";

	if (strlen(s) < 4)
		return false;
	memcpy(year, s, 4);
	return value_is_year(year) && (s[4] == '\0' || is_month_and_day(s + 4));
}

/*
 * A registrant may have several parts, as in "10.1000.10"; some old suffixes
 * contain "<;>".
 */
static bool
is_doi(const char *s)
{
	const char *slash = strchr(s, '/');
	size_t digits;

	if (!text_begins(s, "10.") || slash == NULL || slash[1] == '\0')
		return false;
	digits = strspn(s + 3, "0123456789");
	if (digits < 4 || digits > 9 || slash[-1] == '.' ||
	    s + 3 + strspn(s + 3, "0123456789.") != slash)
		return false;
	return strpbrk(s, " \t\"'`\\{}^|") == NULL && strlen(s) <= 200;
}

static bool
is_pmid(const char *s)
{
	return is_digits(s) && strlen(s) <= 10;
}

static bool
is_pmcid(const char *s)
{
	return text_begins(s, "PMC") && is_pmid(s + 3);
}

static bool
is_isbn10(const char *digits)
{
	int sum = 0, i;

	for (i = 0; i < 10; i++)
		sum += (10 - i) * (digits[i] == 'X' ? 10 : digits[i] - '0');
	return sum % 11 == 0;
}

static bool
is_isbn13(const char *digits)
{
	int sum = 0, i;

	for (i = 0; i < 13; i++)
		sum += (i % 2 == 0 ? 1 : 3) * (digits[i] - '0');
	return sum % 10 == 0;
}

static bool
is_isbn(const char *s)
{
	char digits[14] = "";
	size_t n = 0;

	for (; *s != '\0'; s++) {
		if (*s == '-' || *s == ' ')
			continue;
		if (n == 13 || !(isdigit((unsigned char)*s) ||
		    (*s == 'X' && n == 9)))
			return false;
		digits[n++] = *s;
	}
	return (n == 10 && is_isbn10(digits)) || (n == 13 &&
	    strchr(digits, 'X') == NULL && is_isbn13(digits));
}

/*
 * Whether a text is a web address, with only the characters of RFC 3986, as
 * addresses are passed to commands.
 */
static bool
is_url(const char *s)
{
	const char *host;

	if (text_begins(s, "https://"))
		host = s + 8;
	else if (text_begins(s, "http://"))
		host = s + 7;
	else
		return false;
	return isalnum((unsigned char)*host) && strlen(s) <= 2000 &&
	    is_made_of(host, TEXT_OF_ADDRESS "%");
}

static bool
is_link(const char *s)
{
	return text_begins(s, "article:") ? value_is_id(s + 8) : is_url(s);
}

static bool
value_is_address(const char *s)
{
	void *scratch = mem_context(NULL);
	struct address address;
	bool is = address_parse(scratch, s, &address) &&
	    (address.page != PAGE_RECORD || address.kind != RECTYPE_COUNT);

	mem_free(scratch);
	return is;
}

static bool
is_anything(const char *s)
{
	return *s != '\0';
}

/* The form of each type, and the message for a value in another form. */
static const struct form_rule {
	enum value_type	 type;
	bool		(*holds)(const char *s);
	const char	*wanted;
} form_rules[] = {
	{ VALUE_TEXT, is_anything, "a text" },
	{ VALUE_ID, value_is_id, "an id (lower-case letters, digits and hyphens, at most "
	    "64 characters)" },
	{ VALUE_LABEL, is_label, "a short name (letters, digits and hyphens, "
	    "at most 16 characters)" },
	{ VALUE_INTEGER, is_integer, "a whole number (digits only, such as "
	    "40)" },
	{ VALUE_NUMBER, is_number, "a decimal number (such as -0.28)" },
	{ VALUE_YEAR, value_is_year, "a year of four digits" },
	{ VALUE_DATE, is_date, "a date (2016, 2016-07 or 2016-07-11)" },
	{ VALUE_LEVEL, is_level, "a level from 1 to 5" },
	{ VALUE_DOI, is_doi, "a DOI (10.REGISTRANT/SUFFIX with nothing before "
	    "it)" },
	{ VALUE_PMID, is_pmid, "a PMID (digits)" },
	{ VALUE_PMCID, is_pmcid, "a PMCID (PMC and digits)" },
	{ VALUE_ISBN, is_isbn, "an ISBN of 10 or 13 digits with its check "
	    "digit" },
	{ VALUE_URL, is_url, "a web address (http or https)" },
	{ VALUE_LINK, is_link, "a web address or article:ID" },
	{ VALUE_DIRECTNESS, value_is_id, "an id" },
	{ VALUE_TERM, value_is_id, "the id of a term (lower-case letters, digits and "
	    "hyphens)" },
	{ VALUE_ANY_TERM, value_is_id, "the id of a term (lower-case letters, digits "
	    "and hyphens)" },
	{ VALUE_SOURCE, is_label, "the id of a source" },
	{ VALUE_WORK, value_is_id, "the id of a work (lower-case letters, digits and "
	    "hyphens)" },
	{ VALUE_CLAIM, value_is_id, "the id of a claim (lower-case letters, digits and "
	    "hyphens)" },
	{ VALUE_ARTICLE, value_is_id, "the id of an article (lower-case letters, digits "
	    "and hyphens)" },
	{ VALUE_PROPOSITION, value_is_id, "the id of a proposition (lower-case "
	    "letters, digits and hyphens)" },
	{ VALUE_CODE, is_anything, "a value from the list" },
	{ VALUE_ADDRESS, value_is_address, "the address of a page "
	    "(work/ID, claim/ID, search?q=WORDS ...)" },
};

char *
code_problem(const void *ctx, const struct codelist *list, const char *text)
{
	const struct code *near = code_nearest(list, text);
	char *ids = code_ids(NULL, list), *problem;

	problem = mem_format(ctx, "%s '%s' is not %s%s%s%s", list->name, text,
	    ids, near == NULL ? "" : "; did you mean '", near == NULL ? "" :
	    near->id, near == NULL ? "" : "'?");
	mem_free(ids);
	return problem;
}

/* The rule for values of a type, static; NULL for lists. */
static const struct form_rule *
rule_of(enum value_type type)
{
	size_t i;

	for (i = 0; i < COUNT(form_rules); i++)
		if (form_rules[i].type == type)
			return &form_rules[i];
	return NULL;
}

char *
value_wanted(const void *ctx, const struct member *member)
{
	const struct form_rule *rule = rule_of(member->type);

	switch (member->type) {
	case VALUE_CHOICE:
	case VALUE_CODE:
		return code_ids(ctx, member->choices);
	case VALUE_DIRECTION:
		return code_ids(ctx, &directions);
	case VALUE_TERM:
		return mem_format(ctx, "the id of a term of the facet %s",
		    facet_name(member->facet));
	default:
		return mem_text(ctx, rule == NULL || member->type ==
		    VALUE_TEXT ? "" : rule->wanted);
	}
}

/* The problem with a blank element or attribute. */
static char *
blank_problem(const void *ctx, const struct member *member,
    const char *wanted)
{
	return mem_format(ctx, "%s is blank: write %s%s", member->name,
	    wanted, member->need & NEED_XML ? "" : ", or leave it out");
}

char *
value_problem(const void *ctx, const struct member *member, const char *text)
{
	const struct form_rule *rule = rule_of(member->type);

	assert(member->name != NULL && text != NULL);
	if (member->type == VALUE_CHOICE)
		return code_find(member->choices, text) != NULL ? NULL :
		    member->choices == &truths ? mem_format(ctx, "%s '%s' is "
		    "neither yes nor no", member->name, text) :
		    code_problem(ctx, member->choices, text);
	if (member->type == VALUE_DIRECTION)
		return code_find(&directions, text) != NULL ||
		    text_begins(text, "favours-") ? NULL :
		    code_problem(ctx, &directions, text);
	if (rule == NULL || rule->holds(text))
		return NULL;
	if (*text == '\0')
		return blank_problem(ctx, member, rule->wanted);
	return mem_format(ctx, "%s '%s' is not %s", member->name, text,
	    rule->wanted);
}

char *
value_today(const void *ctx)
{
	enum { FIRST_YEAR = 1900 };
	time_t now = time(NULL);
	struct tm day;

	if (localtime_r(&now, &day) == NULL)
		return NULL;
	return mem_format(ctx, "%04d-%02d-%02d", day.tm_year + FIRST_YEAR,
	    day.tm_mon + 1, day.tm_mday);
}
