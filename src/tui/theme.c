/* Themes: the styles of roles. */
#include "tui/theme.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define PLAIN		{ false, false, false, COLOR_OWN }
#define BOLD		{ true, false, false, COLOR_OWN }
#define UNDERLINED	{ false, true, false, COLOR_OWN }
#define FOUND		{ true, true, false, COLOR_OWN }
#define REVERSE		{ false, false, true, COLOR_OWN }
#define IN(color)	{ false, false, false, COLOR_NR_##color }
#define BOLD_IN(color)	{ true, false, false, COLOR_NR_##color }

/*
 * Text is never yellow, white or bright black, nor plain blue if the background
 * may be dark: these are unreadable on too many screens.  "For" and "against"
 * are never green and red, which many people cannot distinguish.  Of the
 * colours of xterm only red and magenta have enough contrast on white and on
 * black (computed by tests/t_theme.c), so the default uses no others.
 */
const struct theme themes[] = {
	{ "default", {
	    [ROLE_TEXT] = PLAIN, [ROLE_TITLE] = BOLD,
	    [ROLE_HEADING] = BOLD, [ROLE_LABEL] = PLAIN,
	    [ROLE_KEY] = PLAIN, [ROLE_LINK] = UNDERLINED,
	    [ROLE_HIT] = FOUND, [ROLE_GRADE] = BOLD,
	    [ROLE_FOR] = BOLD_IN(MAGENTA), [ROLE_AGAINST] = BOLD_IN(RED),
	    [ROLE_MIXED] = BOLD,
	    [ROLE_WARNING] = BOLD_IN(RED), [ROLE_SELECTED] = REVERSE,
	    [ROLE_BAR] = BOLD } },
	{ "mono", {
	    [ROLE_TEXT] = PLAIN, [ROLE_TITLE] = BOLD,
	    [ROLE_HEADING] = BOLD, [ROLE_LABEL] = PLAIN,
	    [ROLE_KEY] = PLAIN, [ROLE_LINK] = UNDERLINED,
	    [ROLE_HIT] = FOUND, [ROLE_GRADE] = BOLD,
	    [ROLE_FOR] = BOLD, [ROLE_AGAINST] = BOLD, [ROLE_MIXED] = BOLD,
	    [ROLE_WARNING] = BOLD, [ROLE_SELECTED] = REVERSE,
	    [ROLE_BAR] = BOLD } },
	{ "light", {
	    [ROLE_TEXT] = PLAIN, [ROLE_TITLE] = BOLD_IN(BLUE),
	    [ROLE_HEADING] = BOLD_IN(BLUE), [ROLE_LABEL] = IN(MAGENTA),
	    [ROLE_KEY] = IN(MAGENTA), [ROLE_LINK] = { false, true, false,
	    COLOR_NR_BLUE }, [ROLE_HIT] = FOUND, [ROLE_GRADE] = BOLD,
	    [ROLE_FOR] = BOLD_IN(BLUE), [ROLE_AGAINST] = BOLD_IN(RED),
	    [ROLE_MIXED] = BOLD_IN(MAGENTA),
	    [ROLE_WARNING] = BOLD_IN(RED), [ROLE_SELECTED] = REVERSE,
	    [ROLE_BAR] = BOLD } },
	{ "dark", {
	    [ROLE_TEXT] = PLAIN, [ROLE_TITLE] = BOLD_IN(GREEN),
	    [ROLE_HEADING] = BOLD_IN(GREEN), [ROLE_LABEL] = IN(CYAN),
	    [ROLE_KEY] = IN(CYAN), [ROLE_LINK] = { false, true, false,
	    COLOR_NR_CYAN }, [ROLE_HIT] = FOUND, [ROLE_GRADE] = BOLD,
	    [ROLE_FOR] = BOLD_IN(CYAN), [ROLE_AGAINST] = BOLD_IN(RED),
	    [ROLE_MIXED] = BOLD_IN(MAGENTA),
	    [ROLE_WARNING] = BOLD_IN(RED), [ROLE_SELECTED] = REVERSE,
	    [ROLE_BAR] = BOLD } },
	{ "contrast", {
	    [ROLE_TEXT] = BOLD, [ROLE_TITLE] = FOUND,
	    [ROLE_HEADING] = FOUND, [ROLE_LABEL] = BOLD,
	    [ROLE_KEY] = BOLD, [ROLE_LINK] = FOUND,
	    [ROLE_HIT] = { true, true, true, COLOR_OWN },
	    [ROLE_GRADE] = BOLD,
	    [ROLE_FOR] = BOLD, [ROLE_AGAINST] = BOLD, [ROLE_MIXED] = BOLD,
	    [ROLE_WARNING] = { true, false, true,
	    COLOR_OWN }, [ROLE_SELECTED] = { true, false, true, COLOR_OWN },
	    [ROLE_BAR] = { true, false, true, COLOR_OWN } } },
};
const size_t themes_count = COUNT(themes);

const struct theme *
theme_find(const char *name)
{
	size_t i;

	for (i = 0; i < themes_count; i++)
		if (text_same(themes[i].name, name))
			return &themes[i];
	return NULL;
}

char *
theme_names(const void *ctx, const char *before)
{
	struct buf out = { .data = NULL };
	size_t i;

	buf_text(ctx, &out, before);
	for (i = 0; i < themes_count; i++)
		buf_format(ctx, &out, "%s%s", i == 0 ? "" : i + 1 <
		    themes_count ? ", " : " and ", themes[i].name);
	buf_text(ctx, &out, ".");
	return out.data;
}

/* Changing. */

static const char *const role_names[ROLE_COUNT] = {
	[ROLE_TEXT] = "text", [ROLE_TITLE] = "title",
	[ROLE_HEADING] = "heading", [ROLE_LABEL] = "label",
	[ROLE_KEY] = "key", [ROLE_LINK] = "link", [ROLE_HIT] = "hit",
	[ROLE_GRADE] = "grade", [ROLE_FOR] = "for",
	[ROLE_AGAINST] = "against", [ROLE_MIXED] = "mixed",
	[ROLE_WARNING] = "warning",
	[ROLE_SELECTED] = "selected", [ROLE_BAR] = "bar",
};

static const struct {
	const char	*word;
	struct look	 look;		/* what the word changes */
} words[] = {
	{ "plain", PLAIN },
	{ "bold", BOLD },
	{ "underlined", UNDERLINED },
	{ "reverse", REVERSE },
	{ "red", IN(RED) },
	{ "green", IN(GREEN) },
	{ "blue", IN(BLUE) },
	{ "magenta", IN(MAGENTA) },
	{ "cyan", IN(CYAN) },
};

static bool
theme_is_word(const char *name, const char *text, size_t n)
{
	return strncmp(name, text, n) == 0 && name[n] == '\0';
}

static bool
add_style(struct look *look, const char *text, size_t n, struct err *err)
{
	const struct look *more;
	size_t i;

	for (i = 0; i < COUNT(words); i++) {
		if (!theme_is_word(words[i].word, text, n))
			continue;
		more = &words[i].look;
		look->bold |= more->bold;
		look->underlined |= more->underlined;
		look->reverse |= more->reverse;
		if (more->color != COLOR_OWN)
			look->color = more->color;
		return true;
	}
	return err_set(err, ERR_USAGE, "invalid style '%.*s'; choose plain, "
	    "bold, underlined, reverse, red, green, blue, magenta or cyan",
	    (int)n, text);
}

bool
theme_change(struct theme *theme, const char *text, struct err *err)
{
	struct look look = PLAIN;
	size_t n = strcspn(text, " ");
	int role = 0;

	while (role < ROLE_COUNT && !theme_is_word(role_names[role], text, n))
		role++;
	if (role == ROLE_COUNT)
		return err_set(err, ERR_USAGE, "invalid role '%.*s'; choose "
		    "text, title, heading, label, key, link, hit, grade, "
		    "for, against, mixed, warning, selected or bar", (int)n, text);
	for (text += n; *text != '\0'; text += n) {
		text += strspn(text, " ");
		n = strcspn(text, " ");
		if (n > 0 && !add_style(&look, text, n, err))
			return false;
	}
	theme->looks[role] = look;
	return true;
}
