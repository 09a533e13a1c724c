/* Markup: converts inline markup to plain text without losing its meaning. */
#include "import/markup.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <unistr.h>

#include "base/text.h"

/* Superscript and subscript forms in Unicode. */
static const struct {
	const char	*plain;
	const char	*raised;
	const char	*lowered;
} forms[] = {
	{ "0", "⁰", "₀" }, { "1", "¹", "₁" }, { "2", "²", "₂" },
	{ "3", "³", "₃" }, { "4", "⁴", "₄" }, { "5", "⁵", "₅" },
	{ "6", "⁶", "₆" }, { "7", "⁷", "₇" }, { "8", "⁸", "₈" },
	{ "9", "⁹", "₉" }, { "+", "⁺", "₊" }, { "-", "⁻", "₋" },
	{ "−", "⁻", "₋" }, { "–", "⁻", "₋" }, { "=", "⁼", "₌" },
	{ "(", "⁽", "₍" }, { ")", "⁾", "₎" }, { "n", "ⁿ", NULL },
};

/* Superscripts without a meaning of their own. */
static const char *const ordinals[] = { "st", "nd", "rd", "th", "®", "™",
	"©", "°", "o", "er", "re", "e", "*", "†", "‡", "§", "¶" };

/*
 * Converts a text to superscript or subscript; NULL if a character has no such
 * form.
 */
static char *
convert_letters(const void *ctx, const char *text, bool up)
{
	struct buf out = { .data = NULL };
	const char *form;
	size_t i;

	while (*text != '\0') {
		for (i = 0; i < COUNT(forms); i++)
			if (text_begins(text, forms[i].plain))
				break;
		form = i == COUNT(forms) ? NULL : up ? forms[i].raised :
		    forms[i].lowered;
		if (form == NULL)
			return NULL;
		buf_text(ctx, &out, form);
		text += strlen(forms[i].plain);
	}
	return out.data;
}

static bool
is_ordinal(const char *text)
{
	size_t i;

	for (i = 0; i < COUNT(ordinals); i++)
		if (text_same(ordinals[i], text))
			return true;
	return false;
}

static void
replace_end(const void *ctx, struct buf *buf, size_t from, const char *with)
{
	buf->len = from;
	buf->data[from] = '\0';
	buf_text(ctx, buf, with);
}

/*
 * Marks used until the text is complete: before subscript digits, around
 * subscript letters, and after "^" before text without a superscript form.
 */
enum { MARK_LOWERED = '\001', MARK_LETTERS = '\002', MARK_RAISED = '\003' };
static const char marks[] = { MARK_LOWERED, MARK_LETTERS, MARK_RAISED, '\0' };

/* Whether a number starts here, "5" or ".5". */
static bool
markup_is_number(const char *s)
{
	return isdigit((unsigned char)*s) || ((*s == '.' || *s == ',') &&
	    isdigit((unsigned char)s[1]));
}

/*
 * Writes the subscript digits at `s` as plain digits unless a number follows;
 * returns their length.
 */
static size_t
settle_lowered(const void *ctx, struct buf *out, const char *s)
{
	struct buf plain = { .data = NULL }, lowered = { .data = NULL };
	size_t n = 0, i;

	for (i = 0; i < COUNT(forms); i++) {
		n += s[n] == MARK_LOWERED;
		if (forms[i].lowered == NULL || !text_begins(s + n,
		    forms[i].lowered))
			continue;
		buf_text(ctx, &plain, forms[i].plain);
		buf_text(ctx, &lowered, forms[i].lowered);
		n += strlen(forms[i].lowered);
		i = (size_t)-1;
	}
	buf_text(ctx, out, buf_string(markup_is_number(s + n) ? &lowered :
	    &plain));
	return n;
}

/*
 * Writes the subscript letters at `s`, as "_n " before a number; returns the
 * length including marks.
 */
static size_t
settle_letters(const void *ctx, struct buf *out, const char *s)
{
	size_t n = (size_t)(strchrnul(s, MARK_LETTERS) - s);
	bool apart = s[n] != '\0' && markup_is_number(s + n + 1);

	buf_format(ctx, out, "%s%.*s%s", apart ? "_" : "", (int)n, s, apart ?
	    " " : "");
	return n + (s[n] != '\0');
}

void
markup_settle(const void *ctx, struct buf *buf)
{
	struct buf out = { .data = NULL };
	const char *s = buf_string(buf);
	void *scratch;
	size_t n;

	if (s[strcspn(s, marks)] == '\0')
		return;
	scratch = mem_context(NULL);
	while (*s != '\0') {
		n = strcspn(s, marks);
		buf_add(scratch, &out, s, n);
		s += n;
		if (*s == '\0')
			break;
		if (*s == MARK_LOWERED)
			s += 1 + settle_lowered(scratch, &out, s + 1);
		else if (*s == MARK_LETTERS)
			s += 1 + settle_letters(scratch, &out, s + 1);
		else if (isalnum((unsigned char)*++s))
			buf_text(scratch, &out, " ");
	}
	buf_clear(buf);
	buf_add(ctx, buf, buf_string(&out), out.len);
	mem_free(scratch);
}

/*
 * The text of the buffer from `from` on, owned by the caller: cleaned, with the
 * marks of markup inside it replaced.
 */
static char *
inner_text(const struct buf *buf, size_t from)
{
	struct buf inner = { .data = NULL };
	char *text;

	buf_add(NULL, &inner, buf->data + from, buf->len - from);
	markup_settle(NULL, &inner);
	text = text_clean(NULL, buf_string(&inner), inner.len);
	mem_free(inner.data);
	return text;
}

void
markup_raise(const void *ctx, struct buf *buf, size_t from)
{
	char *text, *raised;
	unsigned char before;

	if (from >= buf->len)
		return;
	before = from == 0 ? ' ' : (unsigned char)buf->data[from - 1];
	text = inner_text(buf, from);
	raised = convert_letters(text, text, true);
	if (raised == NULL && *text != '\0' && !is_ordinal(text) &&
	    (isalnum(before) || before >= 0x80 || before == MARK_LETTERS))
		raised = mem_format(text, strpbrk(text, " +-/") == NULL ?
		    "^%s%c" : "^(%s)", text, MARK_RAISED);
	if (raised != NULL)
		replace_end(ctx, buf, from, raised);
	mem_free(text);
}

void
markup_lower(const void *ctx, struct buf *buf, size_t from)
{
	char *text, *lowered;
	bool after_digit;

	if (from >= buf->len || from == 0)
		return;
	after_digit = isdigit((unsigned char)buf->data[from - 1]) != 0;
	text = inner_text(buf, from);
	lowered = convert_letters(text, text, false);
	if (lowered != NULL && !after_digit)
		lowered = mem_format(text, "%c%s", MARK_LOWERED, lowered);
	else if (lowered == NULL && after_digit && isdigit((unsigned char)
	    *text))
		lowered = mem_format(text, "_%s", text);
	else if (lowered == NULL && isalpha((unsigned char)*text))
		lowered = mem_format(text, "%c%s%c", MARK_LETTERS, text,
		    MARK_LETTERS);
	if (lowered != NULL)
		replace_end(ctx, buf, from, lowered);
	mem_free(text);
}

/* Inline markup in texts of other formats. */

enum tag_effect { TAG_NONE, TAG_DROP, TAG_SPACE, TAG_UP, TAG_DOWN };

static const struct {
	const char	*name;
	enum tag_effect	 effect;
} tags[] = {
	{ "sup", TAG_UP }, { "inf", TAG_DOWN }, { "sub", TAG_DOWN },
	{ "i", TAG_DROP }, { "b", TAG_DROP }, { "u", TAG_DROP },
	{ "em", TAG_DROP }, { "strong", TAG_DROP }, { "italic", TAG_DROP },
	{ "bold", TAG_DROP }, { "span", TAG_DROP }, { "sc", TAG_DROP },
	{ "scp", TAG_DROP }, { "small", TAG_DROP }, { "font", TAG_DROP },
	{ "a", TAG_DROP }, { "br", TAG_SPACE }, { "p", TAG_SPACE },
	{ "div", TAG_SPACE }, { "h3", TAG_SPACE }, { "h4", TAG_SPACE },
	{ "jats:p", TAG_SPACE }, { "jats:title", TAG_SPACE },
	{ "jats:sec", TAG_SPACE }, { "jats:sup", TAG_UP },
	{ "jats:sub", TAG_DOWN }, { "jats:italic", TAG_DROP },
	{ "jats:bold", TAG_DROP }, { "li", TAG_SPACE }, { "ul", TAG_SPACE },
};

struct plain {
	const void	*ctx;
	struct buf	 out;
	size_t		 from;		/* start of the superscript or
					   subscript */
	enum tag_effect	 open;
};

/*
 * The effect of the tag at `at`; stores its end and whether it is an end tag.
 */
static enum tag_effect
tag_at(const char *at, const char **end, bool *closes)
{
	size_t n, i;

	*closes = at[1] == '/';
	at += *closes ? 2 : 1;
	n = strcspn(at, " \t\n/>");
	for (i = 0; i < COUNT(tags); i++)
		if (n == strlen(tags[i].name) &&
		    strncasecmp(at, tags[i].name, n) == 0)
			break;
	*end = strpbrk(at + n, "<>");
	if (i == COUNT(tags) || *end == NULL || **end != '>')
		return TAG_NONE;
	++*end;
	return tags[i].effect;
}

static void
apply_tag(struct plain *plain, enum tag_effect effect, bool closes)
{
	if (effect == TAG_SPACE)
		buf_text(plain->ctx, &plain->out, " ");
	if (effect != TAG_UP && effect != TAG_DOWN)
		return;
	if (closes && plain->open == TAG_UP)
		markup_raise(plain->ctx, &plain->out, plain->from);
	else if (closes && plain->open == TAG_DOWN)
		markup_lower(plain->ctx, &plain->out, plain->from);
	plain->open = closes ? TAG_NONE : effect;
	plain->from = plain->out.len;
}

static const struct {
	const char	*name;
	const char	*text;
} entities[] = {
	{ "amp", "&" }, { "lt", "<" }, { "gt", ">" }, { "quot", "\"" },
	{ "apos", "'" }, { "nbsp", " " }, { "ndash", "–" }, { "mdash", "—" },
	{ "plusmn", "±" }, { "times", "×" }, { "deg", "°" }, { "micro", "µ" },
	{ "alpha", "α" }, { "beta", "β" }, { "gamma", "γ" }, { "le", "≤" },
	{ "ge", "≥" }, { "middot", "·" }, { "hellip", "…" }, { "rsquo", "’" },
	{ "lsquo", "‘" }, { "rdquo", "”" }, { "ldquo", "“" },
};

static void
add_character(struct plain *plain, unsigned long code)
{
	uint8_t bytes[6];
	int n = code == 0 || code > 0x10FFFF ? -1 : u8_uctomb(bytes,
	    (ucs4_t)code, sizeof(bytes));

	buf_add(plain->ctx, &plain->out, n > 0 ? (char *)bytes : "\xEF\xBF\xBD",
	    n > 0 ? (size_t)n : 3);
}

/* Adds the character for the reference at `at`; returns the length, or 0. */
static size_t
markup_take_reference(struct plain *plain, const char *at)
{
	size_t n = 1 + strcspn(at + 1, "; &<"), i;
	char *end;
	unsigned long code;

	if (at[n] != ';' || n > 12)
		return 0;
	if (at[1] == '#') {
		code = at[2] == 'x' || at[2] == 'X' ? strtoul(at + 3, &end,
		    16) : strtoul(at + 2, &end, 10);
		if (end != at + n || n < 3)
			return 0;
		add_character(plain, code);
		return n + 1;
	}
	for (i = 0; i < COUNT(entities); i++)
		if (n - 1 == strlen(entities[i].name) &&
		    memcmp(entities[i].name, at + 1, n - 1) == 0) {
			buf_text(plain->ctx, &plain->out, entities[i].text);
			return n + 1;
		}
	return 0;
}

char *
markup_plain(const void *ctx, const char *text)
{
	struct plain plain = { .ctx = ctx };
	const char *end;
	enum tag_effect effect;
	bool closes;
	size_t n;
	void *scratch;
	char *clean;

	assert(text != NULL);
	if (strpbrk(text, "<&") == NULL)
		return text_clean(ctx, text, strlen(text));
	scratch = mem_context(ctx);
	plain.ctx = scratch;
	while (*text != '\0') {
		n = strcspn(text, "<&");
		buf_add(plain.ctx, &plain.out, text, n);
		text += n;
		if (*text == '<' && (effect = tag_at(text, &end, &closes)) !=
		    TAG_NONE) {
			apply_tag(&plain, effect, closes);
			text = end;
		} else if (*text == '&' && (n = markup_take_reference(&plain,
		    text)) > 0) {
			text += n;
		} else if (*text != '\0') {
			buf_add(plain.ctx, &plain.out, text++, 1);
		}
	}
	markup_settle(plain.ctx, &plain.out);
	clean = text_clean(ctx, buf_string(&plain.out), plain.out.len);
	mem_free(scratch);
	return clean;
}

/* Formulas. */

static const struct {
	const char	*element;
	const char	*before[3];
	const char	*after;
} formulas[] = {
	{ "mfrac", { "", "/", "" }, "" },
	{ "msup", { "", "^", "" }, "" },
	{ "msub", { "", "_", "" }, "" },
	{ "msubsup", { "", "_", "^" }, "" },
	{ "munderover", { "", "_", "^" }, "" },
	{ "munder", { "", "_", "" }, "" },
	{ "msqrt", { "√(", "", "" }, ")" },
	{ "mroot", { "root(", ", ", "" }, ")" },
	{ "mtr", { " ", " ", " " }, ";" },
};

const char *
markup_math_before(const char *element, size_t child)
{
	size_t i;

	for (i = 0; i < COUNT(formulas); i++)
		if (text_same(formulas[i].element, element))
			return child < 3 ? formulas[i].before[child] : "";
	return "";
}

const char *
markup_math_after(const char *element)
{
	size_t i;

	for (i = 0; i < COUNT(formulas); i++)
		if (text_same(formulas[i].element, element))
			return formulas[i].after;
	return "";
}
