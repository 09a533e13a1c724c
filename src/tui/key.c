/* Keys and their names. */
#include "tui/key.h"

#include <unistr.h>

#include "base/text.h"

static const struct {
	unsigned	 key;
	const char	*name;
} names[] = {
	{ K_TAB, "Tab" },
	{ K_ENTER, "Enter" },
	{ K_ESCAPE, "Esc" },
	{ K_BACKSPACE, "Backspace" },
	{ ' ', "Space" },
	{ '<', "Less" },
	{ K_UP, "Up" },
	{ K_DOWN, "Down" },
	{ K_LEFT, "Left" },
	{ K_RIGHT, "Right" },
	{ K_HOME, "Home" },
	{ K_END, "End" },
	{ K_PAGE_UP, "PgUp" },
	{ K_PAGE_DOWN, "PgDn" },
	{ K_DELETE, "Del" },
	{ K_INSERT, "Ins" },
	{ K_BACK_TAB, "S-Tab" },
	{ K_F1, "F1" },
	{ K_F5, "F5" },
	{ K_WHEEL_UP, "WheelUp" },
	{ K_WHEEL_DOWN, "WheelDown" },
	{ K_WORD_LEFT, "C-Left" },
	{ K_WORD_RIGHT, "C-Right" },
	{ K_PASTE_START, "Paste" },
	{ K_PASTE_END, "Pasted" },
	{ K_CLICK, "Click" },
	{ K_LETTER, "Letter" },
	{ K_RESIZE, "Resize" },
};

unsigned
key_parse(const char **s)
{
	unsigned code;
	size_t n, i;

	if (**s == '\0')
		return K_NONE;
	if (**s == '<') {
		for (i = 0; i < COUNT(names); i++) {
			n = strlen(names[i].name);
			if (strncmp(*s + 1, names[i].name, n) == 0 &&
			    (*s)[n + 1] == '>') {
				*s += n + 2;
				return names[i].key;
			}
		}
		if (text_begins(*s, "<C-") && (*s)[3] != '\0' &&
		    (*s)[4] == '>') {
			code = K_CTRL((unsigned)(unsigned char)(*s)[3]);
			*s += 5;
			return code;
		}
	}
	*s += text_char(*s, &code);
	return code;
}

char *
key_text(const void *ctx, unsigned key)
{
	uint8_t bytes[6];
	size_t i;
	int n;

	for (i = 0; i < COUNT(names); i++)
		if (names[i].key == key)
			return mem_format(ctx, "<%s>", names[i].name);
	if (key < 0x20)
		return mem_format(ctx, "<C-%c>", (char)(key + 0x60));
	n = u8_uctomb(bytes, key, sizeof(bytes));
	return mem_text_n(ctx, (const char *)bytes, n > 0 ? (size_t)n : 0);
}
