/* Settings: the user's choices. */
#include "tui/settings.h"

enum { HISTORY_LINES = 500 };

struct settings *
settings_new(const void *ctx)
{
	struct settings *settings = mem_new(ctx, struct settings);

	settings->keymap = keymap_new(settings);
	settings->searches = lines_new(settings, HISTORY_LINES);
	settings->commands = lines_new(settings, HISTORY_LINES);
	settings->theme = &themes[0];
	settings->mouse = true;
	return settings;
}

bool
settings_style(struct settings *settings, const char *text, struct err *err)
{
	if (settings->theme != &settings->own)
		settings->own = *settings->theme;
	if (!theme_change(&settings->own, text, err))
		return false;
	settings->theme = &settings->own;
	return true;
}
