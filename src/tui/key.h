/* Keys and their names, as used in bindings, help and tests. */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include "base/mem.h"

/*
 * A key is the character that it types, or one of these values beyond Unicode.
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
	K_WHEEL_UP,		/* mouse wheel */
	K_WHEEL_DOWN,
	K_WORD_LEFT,		/* Ctrl with an arrow */
	K_WORD_RIGHT,
	K_PASTE_START,		/* input until K_PASTE_END is pasted */
	K_PASTE_END,
	K_CLICK,		/* mouse click, see app_click() */
	K_LETTER,		/* in bindings: any letter from a to z */
	K_RESIZE		/* the window size has changed */
};

#define K_CTRL(letter)	((letter) & 0x1F)

/*
 * Parses the key name at the start of `*s` ("j", "<Down>", "<C-d>", "<Space>")
 * and moves *s past it.  K_NONE at the end of the string.
 */
unsigned	 key_parse(const char **s);

/* The name of a key, owned by `ctx`; key_parse() reads it back. */
char		*key_text(const void *ctx, unsigned key);

#endif
