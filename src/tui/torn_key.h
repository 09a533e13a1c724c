/* Keys of several bytes that a slow line has torn. */
#ifndef TUI_TORN_KEY_H
#define TUI_TORN_KEY_H

#include "tui/state.h"

/*
 * Over a slow line a key of several bytes may be torn: an Esc, and later "[B".
 * That must not run what B is bound to.  False when the key is a part that
 * has no action alone; the last part becomes the key that was meant.
 */
bool	 torn_key_join(struct app *app, unsigned *key);

#endif
