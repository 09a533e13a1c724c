/* LaTeX: converts markup in BibTeX values to plain text. */
#include "import/latex.h"

#include <errno.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <uninorm.h>
#include <unistr.h>

#include "base/text.h"
#include "import/markup.h"

enum { DEPTH_MAX = 64 };

/* Accents: the character or letter of the command, and the combining mark. */
static const struct {
	char		 command;
	const char	*mark;
} accents[] = {
	{ '`', "\u0300" }, { '\'', "\u0301" }, { '^', "\u0302" },
	{ '~', "\u0303" }, { '=', "\u0304" }, { 'u', "\u0306" },
	{ '.', "\u0307" }, { '"', "\u0308" }, { 'r', "\u030A" },
	{ 'H', "\u030B" }, { 'v', "\u030C" }, { 'd', "\u0323" },
	{ 'c', "\u0327" }, { 'k', "\u0328" }, { 'b', "\u0331" },
};

static const struct {
	const char	*command;
	const char	*text;
} symbols[] = {
	{ "ss", "ß" }, { "o", "ø" }, { "O", "Ø" }, { "aa", "å" },
	{ "AA", "Å" }, { "ae", "æ" }, { "AE", "Æ" }, { "oe", "œ" },
	{ "OE", "Œ" }, { "l", "ł" }, { "L", "Ł" }, { "i", "ı" }, { "j", "ȷ" },
	{ "dh", "ð" }, { "DH", "Ð" }, { "th", "þ" }, { "TH", "Þ" },
	{ "alpha", "α" }, { "beta", "β" }, { "gamma", "γ" }, { "delta", "δ" },
	{ "epsilon", "ε" }, { "varepsilon", "ε" }, { "zeta", "ζ" },
	{ "eta", "η" }, { "iota", "ι" }, { "nu", "ν" }, { "xi", "ξ" },
	{ "upsilon", "υ" }, { "phi", "φ" }, { "varphi", "φ" },
	{ "psi", "ψ" }, { "Gamma", "Γ" }, { "Theta", "Θ" },
	{ "Lambda", "Λ" }, { "Xi", "Ξ" }, { "Pi", "Π" }, { "Sigma", "Σ" },
	{ "Upsilon", "Υ" }, { "Phi", "Φ" }, { "Psi", "Ψ" },
	{ "kappa", "κ" }, { "lambda", "λ" },
	{ "mu", "μ" }, { "omega", "ω" }, { "pi", "π" }, { "rho", "ρ" },
	{ "sigma", "σ" }, { "tau", "τ" }, { "theta", "θ" }, { "chi", "χ" },
	{ "Delta", "Δ" }, { "Omega", "Ω" }, { "pm", "±" }, { "times", "×" },
	{ "leq", "≤" }, { "le", "≤" }, { "geq", "≥" }, { "ge", "≥" },
	{ "approx", "≈" }, { "sim", "~" }, { "cdot", "·" }, { "neq", "≠" },
	{ "rightarrow", "→" }, { "textdegree", "°" }, { "degree", "°" },
	{ "circ", "°" }, { "textregistered", "®" }, { "texttrademark", "™" },
	{ "textendash", "–" }, { "textemdash", "—" }, { "ldots", "…" },
	{ "dots", "…" }, { "textquoteright", "’" }, { "textquoteleft", "‘" },
	{ "textquotedblleft", "“" }, { "textquotedblright", "”" },
	{ "textasciitilde", "~" }, { "textbackslash", "\\" }, { "S", "§" },
	{ "textmu", "µ" }, { "micro", "µ" }, { "infty", "∞" },
	{ "textquotesingle", "'" }, { "textgreater", ">" },
	{ "textonesuperior", "¹" }, { "texttwosuperior", "²" },
	{ "textthreesuperior", "³" }, { "textless", "<" },
	{ "euro", "€" }, { "pounds", "£" },
	{ "textasciicircum", "^" }, { "textbar", "|" },
	{ "textbraceleft", "{" }, { "textbraceright", "}" },
	{ "textdollar", "$" }, { "textasteriskcentered", "*" },
	{ "textasciigrave", "`" }, { "textquotedbl", "\"" },
	{ "texttimes", "×" }, { "textpm", "±" }, { "textminus", "−" },
	{ "textdiv", "÷" }, { "div", "÷" }, { "textonehalf", "½" },
	{ "textonequarter", "¼" }, { "textthreequarters", "¾" },
	{ "textcelsius", "℃" }, { "textellipsis", "…" },
	{ "textperiodcentered", "·" }, { "textbullet", "•" },
	{ "textsection", "§" }, { "textdagger", "†" },
	{ "textdaggerdbl", "‡" }, { "textcopyright", "©" },
	{ "copyright", "©" }, { "texteuro", "€" }, { "textsterling", "£" },
	{ "guillemotleft", "«" }, { "guillemotright", "»" },
	{ "leqslant", "≤" }, { "geqslant", "≥" }, { "ne", "≠" },
	{ "ll", "≪" }, { "gg", "≫" }, { "equiv", "≡" }, { "propto", "∝" },
	{ "leftarrow", "←" }, { "uparrow", "↑" }, { "downarrow", "↓" },
	{ "leftrightarrow", "↔" }, { "prime", "′" },
	{ "textunderscore", "_" }, { "backslash", "\\" }, { "percent", "%" },
};

/* Commands that do not change plain text, and commands with an effect. */
static const char *const silent[] = { "textit", "textbf", "emph", "textrm",
	"textsc", "texttt", "textsf", "textsl", "textup", "mathrm", "mathit",
	"mathbf", "text", "it", "bf", "em", "rm", "sc", "tt", "sl", "uppercase",
	"url", "href", "mbox", "hbox", "ensuremath", "protect", "relax",
	"enquote", "underline", "small", "normalfont", "bibinfo", "left",
	"right", "displaystyle", "noopsort", "boldsymbol", "upshape" };

enum effect { EFFECT_NONE, EFFECT_UP, EFFECT_DOWN, EFFECT_QUOTE };

struct latex {
	const void	*ctx;
	const char	*at;
	const char	*end;
	struct buf	 out;
	unsigned	 depth;
	bool		 math;
	struct { size_t from; enum effect effect; } groups[DEPTH_MAX];
	enum effect	 next;		/* applies to the next group or
					   letter */
};

static void
latex_add(struct latex *tex, const char *s)
{
	buf_text(tex->ctx, &tex->out, s);
}

static bool
latex_is_named(const char *name, size_t n, const char *command)
{
	return strlen(command) == n && memcmp(command, name, n) == 0;
}

/* Applies an effect to a finished group or letter. */
static void
apply(struct latex *tex, size_t from, enum effect effect)
{
	if (effect == EFFECT_UP)
		markup_raise(tex->ctx, &tex->out, from);
	else if (effect == EFFECT_DOWN)
		markup_lower(tex->ctx, &tex->out, from);
	else if (effect == EFFECT_QUOTE)
		latex_add(tex, "”");
}

static const char *
accent_of(const char *name, size_t n)
{
	size_t i;

	for (i = 0; n == 1 && i < COUNT(accents); i++)
		if (accents[i].command == *name)
			return accents[i].mark;
	return NULL;
}

/* Reads the letter of an accent: "e", "{e}", "\i", "{\i}". */
static void
take_accented(struct latex *tex, const char *mark)
{
	bool braced;
	unsigned code;
	size_t n;

	while (tex->at < tex->end && *tex->at == ' ')
		tex->at++;
	braced = tex->at < tex->end && *tex->at == '{';
	tex->at += braced;
	if (tex->at + 1 < tex->end && tex->at[0] == '\\' &&
	    (tex->at[1] == 'i' || tex->at[1] == 'j')) {
		buf_add(tex->ctx, &tex->out, tex->at + 1, 1);
		tex->at += 2;
	} else if (tex->at < tex->end && *tex->at != '}') {
		n = text_char(tex->at, &code);
		if (tex->at + n > tex->end)
			n = (size_t)(tex->end - tex->at);
		buf_add(tex->ctx, &tex->out, tex->at, n);
		tex->at += n;
	}
	latex_add(tex, mark);
	if (braced && tex->at < tex->end && *tex->at == '}')
		tex->at++;
}

/* Skips the spaces after a command of letters, and a "{}" that ends it. */
static void
skip_after_command(struct latex *tex)
{
	while (tex->at < tex->end && *tex->at == ' ')
		tex->at++;
	if (tex->at + 1 < tex->end && tex->at[0] == '{' && tex->at[1] == '}')
		tex->at += 2;
}

static void
take_word_command(struct latex *tex, const char *name, size_t n)
{
	size_t i;

	if (latex_is_named(name, n, "textsuperscript") || latex_is_named(name,
	    n, "sp")) {
		tex->next = EFFECT_UP;
		return;
	}
	if (latex_is_named(name, n, "textsubscript") || latex_is_named(name, n,
	    "sb")) {
		tex->next = EFFECT_DOWN;
		return;
	}
	for (i = 0; i < COUNT(symbols); i++)
		if (latex_is_named(name, n, symbols[i].command)) {
			latex_add(tex, symbols[i].text);
			skip_after_command(tex);
			return;
		}
	for (i = 0; i < COUNT(silent); i++)
		if (latex_is_named(name, n, silent[i])) {
			skip_after_command(tex);
			return;
		}
	buf_add(tex->ctx, &tex->out, name, n);
}

static void
latex_take_command(struct latex *tex)
{
	const char *name = ++tex->at, *mark;
	size_t n = 0;

	while (name + n < tex->end && isalpha((unsigned char)name[n]))
		n++;
	if (n == 0 && name < tex->end)
		n = 1;
	tex->at += n;
	mark = accent_of(name, n);
	if (mark != NULL)
		take_accented(tex, mark);
	else if (n == 1 && !isalpha((unsigned char)*name))
		buf_add(tex->ctx, &tex->out, strchr(",;:!/ ", *name) != NULL ?
		    " " : name, 1);
	else if (n > 0)
		take_word_command(tex, name, n);
}

static void
open_group(struct latex *tex)
{
	if (tex->depth < DEPTH_MAX) {
		tex->groups[tex->depth].from = tex->out.len;
		tex->groups[tex->depth].effect = tex->next;
	}
	tex->depth++;
	tex->next = EFFECT_NONE;
}

static void
close_group(struct latex *tex)
{
	if (tex->depth == 0)
		return;
	tex->depth--;
	if (tex->depth < DEPTH_MAX)
		apply(tex, tex->groups[tex->depth].from,
		    tex->groups[tex->depth].effect);
}

/* Copies one plain character, which "^" may apply to. */
static void
take_character(struct latex *tex)
{
	size_t from = tex->out.len;
	enum effect effect = tex->next;

	tex->next = EFFECT_NONE;
	buf_add(tex->ctx, &tex->out, tex->at++, 1);
	if (effect != EFFECT_NONE)
		apply(tex, from, effect);
}

static const struct {
	const char	*written;
	const char	*text;
} ligatures[] = {
	{ "---", "—" }, { "--", "–" }, { "``", "“" }, { "''", "”" },
	{ "~", " " },
};

static bool
take_ligature(struct latex *tex)
{
	size_t n, i;

	for (i = 0; i < COUNT(ligatures); i++) {
		n = strlen(ligatures[i].written);
		if ((size_t)(tex->end - tex->at) >= n && memcmp(tex->at,
		    ligatures[i].written, n) == 0) {
			latex_add(tex, ligatures[i].text);
			tex->at += n;
			return true;
		}
	}
	return false;
}

static void
take_next(struct latex *tex)
{
	char c = *tex->at;

	if (c == '\\') {
		latex_take_command(tex);
	} else if (c == '{') {
		tex->at++;
		open_group(tex);
	} else if (c == '}') {
		tex->at++;
		close_group(tex);
	} else if (c == '$') {
		tex->at++;
		tex->math = !tex->math;
	} else if (tex->math && (c == '^' || c == '_')) {
		tex->at++;
		tex->next = c == '^' ? EFFECT_UP : EFFECT_DOWN;
	} else if (tex->next != EFFECT_NONE || !take_ligature(tex)) {
		take_character(tex);
	}
}

/* Copies a run of ordinary characters, with single hyphens. */
static void
take_run(struct latex *tex)
{
	static const char ends[] = "\\{}$^_-`'~";
	size_t n = strcspn(tex->at, ends);

	while (tex->at[n] == '-' && tex->at[n + 1] != '-')
		n += 1 + strcspn(tex->at + n + 1, ends);
	if (n > (size_t)(tex->end - tex->at))
		n = (size_t)(tex->end - tex->at);
	if (tex->next != EFFECT_NONE || n == 0)
		return;
	buf_add(tex->ctx, &tex->out, tex->at, n);
	tex->at += n;
}

/*
 * Whether normalisation (NFC) would certainly leave the text unchanged: it
 * consists of what articles mostly contain, that is, Latin, Greek and Russian
 * letters without combining marks, punctuation, superscripts, arrows and
 * mathematical signs.
 */
static bool
is_composed(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	for (; *p != '\0'; p++) {
		if (*p < 0xCC)
			continue;
		/* Normalisation replaces U+0387 and U+2000. */
		if (*p >= 0xCE && *p <= 0xD1 && (p[0] != 0xCE || p[1] != 0x87))
			continue;
		if (p[0] != 0xE2 || p[1] == '\0' || strchr(
		    "\x80\x81\x82\x86\x87\x88\x89", p[1]) == NULL ||
		    (p[1] == 0x80 && p[2] < 0x82))
			return false;
	}
	return true;
}

/* Characters with a special meaning, or that may begin a ligature. */
static const char special[] = "\\{}$~-`'";

bool
latex_is_plain(const char *s, size_t n)
{
	return strcspn(s, special) >= n && text_is_clean(s, n);
}

char *
latex_plain(const void *ctx, const char *s, size_t n)
{
	struct latex tex = { .at = s, .end = s + n };
	uint8_t *composed;
	size_t len = 0;
	void *scratch;
	char *plain;
	bool ready;

	if (strcspn(s, special) >= n)
		return text_clean(ctx, s, n);
	scratch = mem_context(ctx);
	tex.ctx = scratch;
	tex.out.data = mem_grow(scratch, NULL, &tex.out.capacity, n + 1, 1);
	*tex.out.data = '\0';
	while (tex.at < tex.end) {
		take_run(&tex);
		if (tex.at < tex.end)
			take_next(&tex);
	}
	markup_settle(tex.ctx, &tex.out);
	ready = text_is_ascii(buf_string(&tex.out), tex.out.len) ||
	    is_composed(buf_string(&tex.out));
	composed = ready ? NULL : u8_normalize(UNINORM_NFC, (const uint8_t *)
	    buf_string(&tex.out), tex.out.len, NULL, &len);
	if (composed == NULL && !ready && errno == ENOMEM)
		mem_exhausted();
	plain = composed == NULL ? text_clean(ctx, buf_string(&tex.out),
	    tex.out.len) : text_clean(ctx, (const char *)composed, len);
	free(composed);
	mem_free(scratch);
	return plain;
}
