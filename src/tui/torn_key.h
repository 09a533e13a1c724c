/* Key sequences that a slow line has split. */
#ifndef TUI_TORN_KEY_H
#define TUI_TORN_KEY_H

#include "tui/state.h"

/*
 * A slow line may split a key sequence: an Esc, and later "[B".  This must not
 * run the action of B. False if the key is a part without an action of its own;
 * the last part becomes the intended key.
 */
bool	 torn_key_join(struct app *app, unsigned *key);

#endif
