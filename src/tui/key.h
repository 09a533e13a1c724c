/* Keys: what a key press is called, in bindings, help and tests. */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include "base/mem.h"

/*
 * A key is the character that it types, or one of these beyond Unicode.
 * Ctrl with a letter is the letter's control character.
 */
enum key {
	K_NONE		= 0,
	K_TAB		= 0x09,
	K_ENTER		= 0x0D,
	K_ESCAPE	= 0x1B,
	K_BACKSPACE	= 0x7F,
	K_UP		= 0x110000,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_DELETE,
	K_INSERT,
	K_BACK_TAB,
	K_F1,
	K_F5,
	K_WHEEL_UP,		/* of the mouse */
	K_WHEEL_DOWN,
	K_WORD_LEFT,		/* Ctrl and an arrow */
	K_WORD_RIGHT,
	K_PASTE_START,		/* what comes until the end was pasted */
	K_PASTE_END,
	K_CLICK,		/* the mouse, see app_click() */
	K_LETTER,		/* in bindings: any from a to z */
	K_RESIZE		/* the window has another size */
};

#define K_CTRL(letter)	((letter) & 0x1F)

/*
 * Reads the name of the key that `*s` begins with ("j", "<Down>", "<C-d>",
 * "<Space>") and moves *s past it.  K_NONE at the end of the string.
 */
unsigned	 key_parse(const char **s);

/* The name of a key, owned by `ctx`; key_parse() reads it back. */
char		*key_text(const void *ctx, unsigned key);

#endif
