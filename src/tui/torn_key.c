/* Key sequences that a slow line has split. */
#include "tui/torn_key.h"

/* The meaning of the last part of an arrow key if it arrives after its Esc. */
static const struct {
	char		letter;
	unsigned	key;
} rests[] = {
	{ 'A', K_UP }, { 'B', K_DOWN }, { 'C', K_RIGHT }, { 'D', K_LEFT },
	{ 'F', K_END }, { 'H', K_HOME },
};

static unsigned
key_of_rest(unsigned letter)
{
	size_t i;

	for (i = 0; i < COUNT(rests); i++)
		if ((unsigned)rests[i].letter == letter)
			return rests[i].key;
	return K_NONE;
}

bool
torn_key_join(struct app *app, unsigned *key)
{
	const struct keymap *keymap = app->options.settings->keymap;
	bool begins = app->torn == TORN_ESCAPE && app->prompt == NULL &&
	    (*key == '[' || *key == 'O') && keymap_find(keymap,
	    app_mode(app), *key, K_NONE) == NULL;

	if (app->torn == TORN_MIDDLE) {
		if (*key == ';' || (*key >= '0' && *key <= '9'))
			return false;
		*key = key_of_rest(*key);
	}
	app->torn = begins ? TORN_MIDDLE : *key == K_ESCAPE ? TORN_ESCAPE :
	    TORN_NOT;
	return !begins && *key != K_NONE;
}
