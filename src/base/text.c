/* Text: cleaning, measuring, cutting, wrapping, comparing. */
#include "base/text.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/mem.h"

enum {
	REPLACEMENT = 0xFFFD,
	ZERO_WIDTH_NON_JOINER = 0x200C,
	ZERO_WIDTH_JOINER = 0x200D,
	MARKS_MAX = 4,		/* maximum marks that ncurses stores in a cell */
	DISTANCE_MAX = 64,
	PLAIN_BLOCK = 32	/* bytes checked at once */
};

static const uint8_t *
u8(const char *s)
{
	return (const uint8_t *)s;
}

/* Cleaning. */

enum glyph { GLYPH_KEEP, GLYPH_MARK, GLYPH_SPACE, GLYPH_JOINER, GLYPH_DROP,
	GLYPH_BAD };

static enum glyph
glyph_class(ucs4_t c)
{
	if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
		return GLYPH_SPACE;
	if (c >= 0x20 && c < 0x7F)
		return GLYPH_KEEP;
	if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER)
		return GLYPH_JOINER;
	if (c == 0x200B || c == 0x00AD || c == 0xFEFF ||
	    (c >= 0x2060 && c <= 0x2064))
		return GLYPH_DROP;
	if (uc_is_property_bidi_control(c) ||
	    uc_is_property_not_a_character(c) ||
	    uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cc |
	    UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cs |
	    UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp))
		return GLYPH_BAD;
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Zs))
		return GLYPH_SPACE;
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
		return GLYPH_MARK;
	return GLYPH_KEEP;
}

struct cleaner {
	const void	*ctx;
	struct buf	 out;
	unsigned	 marks;		/* marks on the current character */
	bool		 base;		/* the current character can carry a
					   mark */
	bool		 space;		/* write a space before the next
					   character */
	ucs4_t		 joiner;	/* joiner to write between visible
					   characters */
};

static void
cleaner_put(struct cleaner *cl, ucs4_t c)
{
	uint8_t bytes[6];
	int n = u8_uctomb(bytes, c, sizeof(bytes));

	buf_add(cl->ctx, &cl->out, (const char *)bytes, (size_t)n);
}

static bool
joins(ucs4_t c)
{
	return c >= 0x80 && (uc_is_property_alphabetic(c) || c >= 0x2190);
}

static void
cleaner_visible(struct cleaner *cl, ucs4_t c)
{
	if (cl->space && cl->out.len > 0)
		cleaner_put(cl, ' ');
	else if (cl->joiner != 0 && cl->base && joins(c))
		cleaner_put(cl, cl->joiner);
	cl->space = false;
	cl->joiner = 0;
	cleaner_put(cl, c);
	cl->base = true;
	cl->marks = 0;
}

static void
cleaner_mark(struct cleaner *cl, ucs4_t c)
{
	if (cl->marks++ >= MARKS_MAX)
		return;
	if (!cl->base || cl->space) {
		/*
		 * A mark without a base character is put on a no-break space.
		 */
		cleaner_visible(cl, 0x00A0);
		cl->marks = 1;
	}
	cleaner_put(cl, c);
}

static void
cleaner_feed(struct cleaner *cl, ucs4_t c)
{
	switch (glyph_class(c)) {
	case GLYPH_KEEP:
		cleaner_visible(cl, c);
		break;
	case GLYPH_BAD:
		cleaner_visible(cl, REPLACEMENT);
		break;
	case GLYPH_MARK:
		cleaner_mark(cl, c);
		break;
	case GLYPH_SPACE:
		cl->space = true;
		cl->base = false;
		cl->marks = 0;
		break;
	case GLYPH_JOINER:
		cl->joiner = c;
		break;
	case GLYPH_DROP:
		break;
	}
}

static bool
is_ascii_visible(char c)
{
	return c > 0x20 && c < 0x7F;
}

/*
 * Copies a run of ASCII words with single spaces between them; returns its
 * length.
 */
static size_t
cleaner_feed_plain(struct cleaner *cl, const char *s, size_t n)
{
	size_t i = 0;

	if (!cl->base || cl->space || cl->joiner != 0)
		return 0;
	while (i < n && (is_ascii_visible(s[i]) || (s[i] == ' ' && i + 1 < n &&
	    is_ascii_visible(s[i + 1]))))
		i++;
	buf_add(cl->ctx, &cl->out, s, i);
	if (i > 0)
		cl->marks = 0;
	return i;
}

/* A byte repeated eight times. */
#define EIGHT(byte)	((byte) * 0x0101010101010101U)

/* Whether eight bytes are printable ASCII. */
static bool
eight_are_plain(uint64_t eight)
{
	return ((eight | (eight - EIGHT(' ')) | (eight + EIGHT(1U))) &
	    EIGHT(0x80U)) == 0;
}

/* Whether eight bytes are printable ASCII with single spaces. */
static bool
eight_are_clean(uint64_t eight)
{
	uint64_t blanks = ~((eight ^ EIGHT(' ')) + EIGHT(0x7FU));

	blanks &= EIGHT(0x80U);
	return eight_are_plain(eight) && (blanks & blanks >> 8U) == 0;
}

bool
text_is_clean(const char *s, size_t n)
{
	uint64_t eight;
	size_t i;

	assert(s != NULL);
	if (n > 0 && (s[0] == ' ' || s[n - 1] == ' '))
		return false;
	for (i = 0; i + sizeof(eight) < n; i += sizeof(eight)) {
		memcpy(&eight, s + i, sizeof(eight));
		if (!eight_are_clean(eight) || (s[i + 7] == ' ' &&
		    s[i + 8] == ' '))
			return false;
	}
	for (; i < n; i++)
		if (s[i] < 0x20 || s[i] > 0x7E ||
		    (s[i] == ' ' && s[i + 1] == ' '))
			return false;
	return true;
}

char *
text_clean(const void *ctx, const char *s, size_t n)
{
	struct cleaner cl = { .ctx = ctx };
	ucs4_t c;
	size_t i = 0;
	int used;

	assert(s != NULL);
	if (text_is_clean(s, n))
		return mem_text_n(ctx, s, n);
	cl.out.data = mem_grow(ctx, NULL, &cl.out.capacity, n + 1, 1);
	*cl.out.data = '\0';
	while (i < n) {
		used = u8_mbtoucr(&c, u8(s) + i, n - i);
		if (used < 0) {
			c = REPLACEMENT;
			used = 1;
		}
		cleaner_feed(&cl, c);
		i += (size_t)used;
		i += cleaner_feed_plain(&cl, s + i, n - i);
	}
	return cl.out.data;
}

bool
text_is_word_byte(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

bool
text_has_word(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text_is_word_byte(s[i]))
			return true;
	return false;
}

/* Checks eight bytes at once, as most texts are ASCII. */
bool
text_is_ascii(const char *s, size_t n)
{
	uint64_t eight, all = 0;
	size_t i;

	for (i = 0; i + sizeof(eight) <= n; i += sizeof(eight)) {
		memcpy(&eight, s + i, sizeof(eight));
		all |= eight;
	}
	for (; i < n; i++)
		all |= (unsigned char)s[i];
	return (all & 0x8080808080808080U) == 0;
}

/* Whether 32 bytes are printable ASCII. */
static bool
block_is_plain(const char *s)
{
	uint64_t eights[PLAIN_BLOCK / sizeof(uint64_t)], other = 0;
	size_t i;

	memcpy(eights, s, PLAIN_BLOCK);
	for (i = 0; i < COUNT(eights); i++)
		other |= eights[i] | (eights[i] - EIGHT(' ')) |
		    (eights[i] + EIGHT(1U));
	return (other & EIGHT(0x80U)) == 0;
}

/* The number of bytes before the first that is not printable ASCII. */
static size_t
plain_length(const char *s, size_t n)
{
	uint64_t eight;
	size_t i = 0;

	while (n - i >= PLAIN_BLOCK && block_is_plain(s + i))
		i += PLAIN_BLOCK;
	for (; n - i >= sizeof(eight); i += sizeof(eight)) {
		memcpy(&eight, s + i, sizeof(eight));
		if (!eight_are_plain(eight))
			break;
	}
	while (i < n && s[i] >= ' ' && s[i] < 0x7F)
		i++;
	return i;
}

bool
text_is_safe(const char *s, size_t n)
{
	size_t i = plain_length(s, n);
	ucs4_t c;
	int used;

	while (i < n) {
		used = (unsigned char)s[i] < 0x80 ? -1 : u8_mbtoucr(&c, u8(s) +
		    i, n - i);
		if (used < 0 || glyph_class(c) == GLYPH_BAD)
			return false;
		i += (size_t)used;
		i += plain_length(s + i, n - i);
	}
	return true;
}

/* Transliteration. */

static const struct {
	ucs4_t		 code;
	const char	*ascii;
} spellings[] = {
	{ 0x00A0, " " }, { 0x00A9, "(c)" }, { 0x00AB, "\"" }, { 0x00AE, "(R)" },
	{ 0x00B0, " deg" }, { 0x00B1, "+/-" }, { 0x00B5, "u" },
	{ 0x00B7, "." }, { 0x00BB, "\"" }, { 0x00C6, "AE" }, { 0x00D0, "D" },
	{ 0x00D7, "x" }, { 0x00D8, "O" }, { 0x00DE, "Th" }, { 0x00DF, "ss" },
	{ 0x00E6, "ae" }, { 0x00F0, "d" }, { 0x00F7, "/" }, { 0x00F8, "o" },
	{ 0x00FE, "th" }, { 0x0110, "D" }, { 0x0111, "d" }, { 0x0131, "i" },
	{ 0x0141, "L" }, { 0x0142, "l" },
	{ 0x0152, "OE" }, { 0x0153, "oe" }, { 0x0394, "Delta" },
	{ 0x03A9, "Ohm" }, { 0x03B1, "alpha" }, { 0x03B2, "beta" },
	{ 0x03B3, "gamma" }, { 0x03B4, "delta" }, { 0x03BA, "kappa" },
	{ 0x03BC, "u" }, { 0x2010, "-" }, { 0x2011, "-" }, { 0x2012, "-" },
	{ 0x2013, "-" }, { 0x2014, "--" }, { 0x2018, "'" }, { 0x2019, "'" },
	{ 0x201C, "\"" }, { 0x201D, "\"" }, { 0x2022, "*" }, { 0x2026, "..." },
	{ 0x2122, "(TM)" }, { 0x2190, "<-" }, { 0x2192, "->" },
	{ 0x2212, "-" }, { 0x2248, "~" }, { 0x2260, "!=" }, { 0x2264, "<=" },
	{ 0x2265, ">=" }, { 0x2500, "-" }, { 0x2502, ":" }, { 0x253C, "+" },
	{ 0x2574, "-" }, { 0x2576, "-" }, { 0x25A0, "o" },
};

static const char *
spelling(ucs4_t c)
{
	size_t i;

	for (i = 0; i < COUNT(spellings); i++)
		if (spellings[i].code == c)
			return spellings[i].ascii;
	return NULL;
}

/* The base of a precomposed character, or the character itself. */
static ucs4_t
base_of(ucs4_t c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int n;

	while (c >= 0x80 && (n = uc_canonical_decomposition(c, parts)) > 0)
		c = parts[0];
	return c;
}

/* The plain form of a superscript (or subscript) character, or 0. */
static char
plain_of(ucs4_t c, bool raised)
{
	if (raised && (c == 0xB9 || c == 0xB2 || c == 0xB3))
		return c == 0xB9 ? '1' : c == 0xB2 ? '2' : '3';
	if (raised && c >= 0x2070 && c <= 0x207F && c != 0x2072 && c != 0x2073)
		return "0i  456789+-=()n"[c - 0x2070];
	if (!raised && c >= 0x2080 && c <= 0x208E)
		return "0123456789+-=()"[c - 0x2080];
	return 0;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether a digit follows the superscript (or subscript) characters at `s`. */
static bool
precedes_digit(const char *s, bool raised)
{
	ucs4_t c;
	size_t n;

	while ((n = text_char(s, &c)) > 0 && plain_of(c, raised) != 0)
		s += n;
	return is_digit(*s) || (!raised && (*s == '.' || *s == ',') &&
	    is_digit(s[1]));
}

/*
 * Writes a superscript or subscript character: "10^6", "3_2", but "CO2";
 * "log_10 5", with a space before a digit.  `was`: the previous character was
 * of the same kind; `s` is the text that follows.
 */
static bool
add_shifted(const void *ctx, struct buf *out, ucs4_t c, bool raised, bool was,
    const char *s)
{
	char plain = plain_of(c, raised);
	bool after_digit = out->len > 0 && is_digit(out->data[out->len - 1]);
	ucs4_t next;

	if (plain == 0)
		return false;
	if (!was && (raised || after_digit || precedes_digit(s, raised)))
		buf_add(ctx, out, raised ? "^" : "_", 1);
	buf_add(ctx, out, &plain, 1);
	if (text_char(s, &next) > 0 && plain_of(next, raised) == 0 &&
	    precedes_digit(s, raised))
		buf_add(ctx, out, " ", 1);
	return true;
}

char *
text_ascii(const void *ctx, const char *s)
{
	struct buf out = { .data = NULL };
	bool raised = false, lowered = false;
	const char *words;
	ucs4_t c;
	char one;

	for (; *s != '\0'; ) {
		s += text_char(s, &c);
		raised = add_shifted(ctx, &out, c, true, raised, s);
		lowered = !raised && add_shifted(ctx, &out, c, false, lowered,
		    s);
		if (raised || lowered)
			continue;
		words = spelling(c);
		if (words == NULL && uc_is_general_category_withtable(c,
		    UC_CATEGORY_MASK_M))
			continue;
		c = base_of(c);
		one = c < 0x80 ? (char)c : '?';
		if (words != NULL)
			buf_text(ctx, &out, words);
		else
			buf_add(ctx, &out, &one, 1);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* Folding. */

static bool
is_apostrophe(ucs4_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018;
}

/* Whether a byte is an ASCII letter or digit. */
static bool
is_ascii_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

/* Adds the ASCII letters and digits at `s` in lower case; returns how many. */
static size_t
fold_ascii(const void *ctx, struct buf *out, const char *s)
{
	size_t n = 0, at = out->len;

	while (is_ascii_word(s[n]))
		n++;
	if (n == 0)
		return 0;
	buf_add(ctx, out, s, n);
	for (; at < out->len; at++)
		if (out->data[at] >= 'A' && out->data[at] <= 'Z')
			out->data[at] |= 0x20;
	return n;
}

char *
text_fold(const void *ctx, const char *s)
{
	struct buf out = { .data = NULL };
	bool space = false;
	uint8_t bytes[6];
	size_t n;
	ucs4_t c;

	for (; *s != '\0'; ) {
		if (space && is_ascii_word(*s))
			buf_add(ctx, &out, " ", 1);
		n = fold_ascii(ctx, &out, s);
		if (n > 0) {
			space = false;
			s += n;
			continue;
		}
		s += text_char(s, &c);
		if (is_apostrophe(c) || uc_is_general_category_withtable(c,
		    UC_CATEGORY_MASK_M))
			continue;
		if (!uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L |
		    UC_CATEGORY_MASK_N)) {
			space = out.len > 0;
			continue;
		}
		if (space)
			buf_add(ctx, &out, " ", 1);
		space = false;
		c = uc_tolower(base_of(c));
		buf_add(ctx, &out, (const char *)bytes,
		    (size_t)u8_uctomb(bytes, c, sizeof(bytes)));
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* Measuring. */

size_t
text_char(const char *s, unsigned *code)
{
	ucs4_t c;
	int n;

	if ((unsigned char)*s < 0x80) {
		*code = (unsigned char)*s;
		return 1;
	}
	n = u8_mbtoucr(&c, u8(s), strlen(s) < 4 ? strlen(s) : 4);
	if (n <= 0) {
		*code = REPLACEMENT;
		return 1;
	}
	*code = c;
	return (size_t)n;
}

bool
text_is_capital(const char *s)
{
	unsigned code;

	return *s != '\0' && text_char(s, &code) > 0 && uc_is_upper(code);
}

char *
text_capitals(const void *ctx, const char *s, size_t n)
{
	struct buf out = { .data = NULL };
	uint8_t bytes[6];
	unsigned code;
	size_t used;
	int length;

	for (; n > 0; s += used, n -= used) {
		used = text_char(s, &code);
		used = used > n ? n : used;
		length = u8_uctomb(bytes, uc_toupper(code), sizeof(bytes));
		if (length > 0)
			buf_add(ctx, &out, (const char *)bytes,
			    (size_t)length);
	}
	return mem_text(ctx, buf_string(&out));
}

static size_t
char_width(unsigned code)
{
	int width;

	if (code < 0x7F)
		return 1;
	width = wcwidth((wchar_t)code);
	return width < 0 ? 1 : (size_t)width;
}

size_t
text_width_n(const char *s, size_t n)
{
	const char *end = s + n;
	size_t width = 0;
	unsigned code;

	while (s < end) {
		s += text_char(s, &code);
		width += char_width(code);
	}
	return width;
}

size_t
text_width(const char *s)
{
	assert(s != NULL);
	return text_width_n(s, strlen(s));
}

size_t
text_fit(const char *s, size_t cells)
{
	size_t at = 0, used = 0, n, width;
	unsigned code;

	while (s[at] != '\0') {
		n = text_char(s + at, &code);
		width = char_width(code);
		if (used + width > cells)
			break;
		used += width;
		at += n;
	}
	return at;
}

char *
text_cut(const void *ctx, const char *s, size_t cells)
{
	assert(s != NULL);
	if (text_fit(s, cells) == strlen(s))
		return mem_text(ctx, s);
	if (cells == 0)
		return mem_text(ctx, "");
	return mem_format(ctx, "%.*s…", (int)text_fit(s, cells - 1), s);
}

char *
text_cut_ascii(const void *ctx, const char *s, size_t cells)
{
	static const char dots[] = "...";
	size_t n = cells < strlen(dots) ? cells : strlen(dots);

	if (text_fit(s, cells) == strlen(s))
		return mem_text(ctx, s);
	return mem_format(ctx, "%.*s%.*s", (int)text_fit(s, cells - n), s,
	    (int)n, n == 1 ? ">" : dots);
}

/* Wrapping. */

/* The length of the web address or DOI at `s`, or 0. */
static size_t
address_length(const char *s)
{
	size_t n = strcspn(s, " ");
	const char *slash = memchr(s, '/', n);

	return slash != NULL && (text_begins(s, "10.") ||
	    text_begins(s, "doi:10.") || text_begins(slash, "//")) ? n : 0;
}

/* Whether a break at `at` would split an address. */
static bool
is_in_address(const char *s, size_t at)
{
	size_t start = at;

	while (start > 0 && s[start - 1] != ' ')
		start--;
	return start < at && start + address_length(s + start) > at;
}

/* The length of `s` up to the last line break opportunity within `most`. */
static size_t
last_break(const char *s, size_t n, size_t most)
{
	char *breaks = mem_array(NULL, char, n);
	size_t i, at = 0;

	u8_possible_linebreaks(u8(s), n, "UTF-8", breaks);
	for (i = 1; i < n && i <= most; i++)
		if (breaks[i] == UC_BREAK_POSSIBLE && !is_in_address(s, i))
			at = i;
	mem_free(breaks);
	return at;
}

size_t
text_line(const char *s, size_t cells, const char **next)
{
	size_t most = text_fit(s, cells == 0 ? 1 : cells), n, look, at;
	unsigned code;

	if (s[most] == '\0') {
		*next = s + most;
		return most;
	}
	if (most == 0)		/* one character wider than the line */
		most = text_char(s, &code);
	/*
	 * The line may end with the space after it, so look one character
	 * further.
	 */
	n = strlen(s);
	look = most + 8 < n ? most + 8 : n;
	while (look < n && ((unsigned char)s[look] & 0xC0) == 0x80)
		look++;
	at = last_break(s, look, s[most] == ' ' ? most + 1 : most);
	if (at == 0)	/* an address is never split */
		at = address_length(s) > 0 ? address_length(s) : most;
	*next = s + at;
	while (**next == ' ')
		(*next)++;
	while (at > 0 && s[at - 1] == ' ')
		at--;
	return at;
}

/* Comparing. */

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t
text_distance(const char *a, const char *b, size_t limit)
{
	size_t rows[3][DISTANCE_MAX + 1], *two, *one, *now, *spare;
	size_t n = strlen(a), m = strlen(b), i, j, best, cost;

	if (n > DISTANCE_MAX || m > DISTANCE_MAX ||
	    (n > m ? n - m : m - n) > limit)
		return limit + 1;
	two = rows[0];
	one = rows[1];
	now = rows[2];
	for (j = 0; j <= m; j++)
		one[j] = j;
	for (i = 1; i <= n; i++) {
		best = now[0] = i;
		for (j = 1; j <= m; j++) {
			cost = a[i - 1] != b[j - 1];
			now[j] = least(least(one[j] + 1, now[j - 1] + 1),
			    one[j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				now[j] = least(now[j], two[j - 2] + 1);
			best = least(best, now[j]);
		}
		if (best > limit)
			return limit + 1;
		spare = two;
		two = one;
		one = now;
		now = spare;
	}
	return least(one[m], limit + 1);
}

bool
text_same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool
text_among(const char *text, const char *const *texts, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (text_same(texts[i], text))
			return true;
	return false;
}

bool
text_word_among(const char *word, size_t n, const char *const *words,
    size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strlen(words[i]) == n && strncasecmp(words[i], word, n) ==
		    0)
			return true;
	return false;
}

bool
text_among_commas(const char *text, const char *commas)
{
	size_t n = strlen(text), k;

	for (; *commas != '\0'; commas += k + (commas[k] != '\0')) {
		k = strcspn(commas, ",");
		if (k == n && strncmp(commas, text, n) == 0)
			return true;
	}
	return false;
}

bool
list_holds(const struct list *list, const char *text)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (text_same(list_at(list, i), text))
			return true;
	return false;
}

bool
list_same(const struct list *a, const struct list *b)
{
	size_t i;

	if (a->count != b->count)
		return false;
	for (i = 0; i < a->count; i++)
		if (!text_same(list_at(a, i), list_at(b, i)))
			return false;
	return true;
}

bool
text_begins(const char *s, const char *start)
{
	assert(s != NULL && start != NULL);
	return strncmp(s, start, strlen(start)) == 0;
}

void
text_add_address(const void *ctx, struct buf *out, const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s[i] != '\0' && strchr(TEXT_OF_ADDRESS "%", s[i]) != NULL)
			buf_add(ctx, out, s + i, 1);
		else
			buf_format(ctx, out, "%%%02X", (unsigned char)s[i]);
}

bool
list_meets(const struct list *a, const struct list *b)
{
	size_t i;

	for (i = 0; i < a->count; i++)
		if (list_holds(b, list_at(a, i)))
			return true;
	return false;
}

int
text_order(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}
