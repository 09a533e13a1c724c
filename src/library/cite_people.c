/* The authors and editors of a reference. */
#include "library/cite_people.h"

#include <ctype.h>
#include <string.h>

#include <unictype.h>

#include "base/text.h"

/* A longer sequence of capitals is a name: "JEAN". */
enum { INITIALS_MAX = 3 };

/* The length of the UTF-8 character at `s`. */
static size_t
name_character(const char *s)
{
	size_t n = 1;

	while (((unsigned char)s[n] & 0xC0) == 0x80)
		n++;
	return n;
}

/*
 * The number of ASCII capitals at `at`; INITIALS_MAX + 1 if there are more than
 * that.
 */
static size_t
name_capitals(const char *at)
{
	size_t n = 0;

	while (n <= INITIALS_MAX && at[n] >= 'A' && at[n] <= 'Z')
		n++;
	return n;
}

/*
 * Whether an initial begins at `at`: the first letter of a word, or each
 * capital of "JR", but not of "JEAN-PAUL" (see INITIALS_MAX).
 */
static bool
name_begins(const char *given, const char *at)
{
	const char *word = at;

	while (word > given && at - word < INITIALS_MAX &&
	    strchr(" .-", word[-1]) == NULL)
		word--;
	return at == word || (name_capitals(word) > (size_t)(at - word) &&
	    name_capitals(word) <= INITIALS_MAX);
}

/* Whether a word of two or more letters begins at `at`, after another word. */
static bool
name_keeps_small(const char *given, const char *at, size_t n)
{
	return at > given && at[-1] != '-' && strchr(" .-", at[n]) == NULL;
}

/* The name with plain hyphens; some journals send U+2010 or U+2011. */
static char *
name_with_hyphens(const void *ctx, const char *given)
{
	struct buf out = { .data = NULL };

	for (; *given != '\0'; given++)
		if (text_begins(given, "\u2010") || text_begins(given, "\u2011"))
			buf_text(ctx, &out, "-"), given += 2;
		else
			buf_add(ctx, &out, given, 1);
	return mem_text(ctx, buf_string(&out));
}

/*
 * The length of a particle among given names, "de" or "van": a lower-case word
 * of at most three letters after another word; 0 if there is none.
 */
static size_t
name_particle(const char *given, const char *at)
{
	size_t n = strcspn(at, " .-");

	return at > given && at[-1] == ' ' && islower((unsigned char)*at) &&
	    n > 1 && n <= 3 && at[n] != '.' && at[n] != '-' ? n : 0;
}

/* The length of a two-letter initial, as in romanised names: "Yu.". */
static size_t
name_double_initial(const char *at)
{
	return isupper((unsigned char)at[0]) && islower((unsigned char)at[1])
	    && at[2] == '.' ? 2 : 0;
}

/*
 * "Amy L." becomes "AL", "A. L." or "A.L."; "Jean-Pierre" and "Jean-pierre"
 * become "JP" or "J.-P.".  A particle stays in lower case: "Maria de la Fe"
 * becomes "MdlF" in PubMed's form, and "M. de la F." in styles with full
 * stops.
 */
static void
name_add_initials(const void *ctx, struct buf *out, const char *given,
    enum cite_form form)
{
	const char *at, *stop = form == CITE_BARE ? "" : ".";
	bool hyphen = false, particle = false, any = false;
	size_t n, shown;

	given = name_with_hyphens(ctx, given);
	for (at = given; *at != '\0'; at += n) {
		n = name_character(at);
		/* A nickname: "Sung (Joshua) H.". */
		if (*at == '(') {
			n = strcspn(at, ")");
			continue;
		}
		hyphen |= *at == '-';
		if (strchr(" .-)", *at) != NULL || !name_begins(given, at))
			continue;
		if (form != CITE_BARE && any && name_particle(given, at) > 0) {
			n = name_particle(given, at);
			buf_format(ctx, out, " %.*s", (int)n, at);
			particle = true;
			continue;
		}
		shown = name_double_initial(at) > 0 ? name_double_initial(at) : n;
		if (form != CITE_BARE && any)
			buf_text(ctx, out, hyphen ? "-" : form == CITE_STOPS ||
			    particle ? " " : "");
		buf_format(ctx, out, "%s%s", shown > n || name_keeps_small(given,
		    at, n) ? mem_text_n(ctx, at, shown) : text_capitals(ctx,
		    at, n), stop);
		hyphen = particle = false;
		any = true;
	}
}

/* Whether `n` bytes are capitals joined by hyphens: "R" or "J-P". */
static bool
name_is_hyphenated(const char *word, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (i % 2 == 0 ? name_capitals(word + i) == 0 : word[i] != '-')
			return false;
	return n % 2 == 1;
}

/* Whether `n` bytes are one capital outside ASCII, as in "Mikkel Ø". */
static bool
name_is_letter(const char *word, size_t n)
{
	unsigned c;

	return text_char(word, &c) == n && c >= 0x80 && uc_is_upper(c);
}

/*
 * "Jane R" becomes "Jane R.", "JR" becomes "J.  R.", "J-P" becomes "J.-P.";
 * other names are unchanged.
 */
static void
name_add_full(const void *ctx, struct buf *out, const char *given)
{
	size_t n, k;
	bool hyphens;

	for (; *given != '\0'; given += n) {
		n = strcspn(given, " ");
		n = n == 0 ? 1 : n;
		hyphens = name_is_hyphenated(given, n);
		if (name_is_letter(given, n)) {
			buf_format(ctx, out, "%.*s.", (int)n, given);
			continue;
		}
		if (!hyphens && (name_capitals(given) != n || n >
		    INITIALS_MAX)) {
			buf_add(ctx, out, given, n);
			continue;
		}
		for (k = 0; k < n; k += hyphens ? 2 : 1)
			buf_format(ctx, out, "%s%c.", k == 0 ? "" : hyphens ?
			    "-" : " ", given[k]);
	}
}

static void
name_add_given(const void *ctx, struct buf *out, const char *given,
    enum cite_form form)
{
	if (form == CITE_FULL)
		name_add_full(ctx, out, given);
	else
		name_add_initials(ctx, out, given, form);
}

/* "3rd" for "III", as NLM writes it; other suffixes are unchanged. */
static const char *
suffix_as_ordinal(const char *suffix)
{
	static const char *const ordinals[][2] = { { "II", "2nd" },
	    { "III", "3rd" }, { "IV", "4th" }, { "V", "5th" } };
	size_t i;

	for (i = 0; i < COUNT(ordinals); i++)
		if (text_same(suffix, ordinals[i][0]))
			return ordinals[i][1];
	return suffix;
}

/*
 * "Robert H., Jr." becomes "RH Jr" or "R.  H., Jr."; with given names first
 * "R.  H. Doe Jr.".
 */
static void
cite_add_person(const void *ctx, struct buf *out,
    const struct author *author, const struct cite_people *style, bool turned)
{
	enum cite_form form = style->form;
	const char *comma = form == CITE_BARE || turned ? " " : ", ";
	const char *given, *suffix;
	size_t n;

	author_parts(ctx, author, &given, &suffix);
	if (given != NULL && turned) {
		name_add_given(ctx, out, given, form);
		buf_text(ctx, out, " ");
	}
	buf_text(ctx, out, author->family);
	if (given != NULL && !turned) {
		buf_text(ctx, out, comma);
		name_add_given(ctx, out, given, form);
	}
	if (suffix == NULL || given == NULL)
		return;
	suffix = style->ordinals ? suffix_as_ordinal(suffix) : suffix;
	n = strlen(suffix);
	if (form == CITE_BARE && n > 0 && suffix[n - 1] == '.')
		n--;
	buf_text(ctx, out, comma);
	buf_add(ctx, out, suffix, n);
	if (form != CITE_BARE && (text_same(suffix, "Jr") || text_same(suffix,
	    "Sr")))
		buf_text(ctx, out, ".");
}

char *
cite_people(const void *ctx, const struct list *people, bool more,
    const struct cite_people *style, bool first_turned)
{
	size_t count = people->count, i;
	size_t shown = count > 0 && count + more > style->most ? style->kept :
	    count;
	struct buf out = { .data = NULL };

	if (shown > count)
		shown = count;
	for (i = 0; i < shown; i++) {
		if (i > 0)
			buf_text(ctx, &out, i + 1 < count || more ? ", " :
			    count != 2 ? style->last : style->last_of_two +
			    (first_turned && *style->last_of_two == ','));
		cite_add_person(ctx, &out, list_at(people, i), style,
		    first_turned || (style->turned && i > 0));
	}
	if (shown == 0 || (shown == count && !more))
		return out.data;
	buf_text(ctx, &out, more && style->ellipsis ? ", et al." :
	    style->others);
	if (style->ellipsis && !more)
		cite_add_person(ctx, &out, list_at(people, count - 1), style,
		    first_turned);
	return out.data;
}
