/* Themes: how the roles of texts look. */
#include "ui/theme.h"

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
 * Yellow, white and bright black are never used for text, nor is plain blue
 * where the background may be dark: too many screens make them unreadable.
 */
const struct theme themes[] = {
	{ "default", "reads on light and on dark screens", {
	    [ROLE_TEXT] = PLAIN, [ROLE_TITLE] = BOLD,
	    [ROLE_HEADING] = BOLD, [ROLE_LABEL] = IN(CYAN),
	    [ROLE_KEY] = IN(CYAN), [ROLE_LINK] = UNDERLINED,
	    [ROLE_HIT] = FOUND, [ROLE_GRADE] = BOLD,
	    [ROLE_WARNING] = BOLD_IN(RED), [ROLE_SELECTED] = REVERSE,
	    [ROLE_BAR] = BOLD } },
	{ "mono", "no colour at all", {
	    [ROLE_TEXT] = PLAIN, [ROLE_TITLE] = BOLD,
	    [ROLE_HEADING] = BOLD, [ROLE_LABEL] = PLAIN,
	    [ROLE_KEY] = PLAIN, [ROLE_LINK] = UNDERLINED,
	    [ROLE_HIT] = FOUND, [ROLE_GRADE] = BOLD,
	    [ROLE_WARNING] = BOLD, [ROLE_SELECTED] = REVERSE,
	    [ROLE_BAR] = BOLD } },
	{ "light", "for light screens", {
	    [ROLE_TEXT] = PLAIN, [ROLE_TITLE] = BOLD_IN(BLUE),
	    [ROLE_HEADING] = BOLD_IN(BLUE), [ROLE_LABEL] = IN(MAGENTA),
	    [ROLE_KEY] = IN(MAGENTA), [ROLE_LINK] = { false, true, false,
	    COLOR_NR_BLUE }, [ROLE_HIT] = FOUND, [ROLE_GRADE] = BOLD,
	    [ROLE_WARNING] = BOLD_IN(RED), [ROLE_SELECTED] = REVERSE,
	    [ROLE_BAR] = BOLD } },
	{ "dark", "for dark screens", {
	    [ROLE_TEXT] = PLAIN, [ROLE_TITLE] = BOLD_IN(GREEN),
	    [ROLE_HEADING] = BOLD_IN(GREEN), [ROLE_LABEL] = IN(CYAN),
	    [ROLE_KEY] = IN(CYAN), [ROLE_LINK] = { false, true, false,
	    COLOR_NR_CYAN }, [ROLE_HIT] = FOUND, [ROLE_GRADE] = BOLD,
	    [ROLE_WARNING] = BOLD_IN(RED), [ROLE_SELECTED] = REVERSE,
	    [ROLE_BAR] = BOLD } },
	{ "contrast", "everything bold, bars in reverse", {
	    [ROLE_TEXT] = BOLD, [ROLE_TITLE] = FOUND,
	    [ROLE_HEADING] = FOUND, [ROLE_LABEL] = BOLD,
	    [ROLE_KEY] = BOLD, [ROLE_LINK] = FOUND,
	    [ROLE_HIT] = { true, true, true, COLOR_OWN },
	    [ROLE_GRADE] = BOLD, [ROLE_WARNING] = { true, false, true,
	    COLOR_OWN }, [ROLE_SELECTED] = { true, false, true, COLOR_OWN },
	    [ROLE_BAR] = { true, false, true, COLOR_OWN } } },
};
const size_t themes_count = sizeof(themes) / sizeof(themes[0]);

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
