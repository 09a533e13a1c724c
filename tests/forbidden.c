/* Forbidden: what no program may send to a terminal. */
#include "forbidden.h"

#include <stdint.h>
#include <string.h>

#include <unistr.h>

static bool
is_bidi_control(ucs4_t c)
{
	return c == 0x061C || c == 0x200E || c == 0x200F ||
	    (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/*
 * The number of bytes in the OSC 52 at `s`; 0 if there is none, or if it is
 * incomplete.
 */
static size_t
copy_length(const char *s)
{
	static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/=";
	const char *p = s + 5;

	if (strncmp(s, "\033]52;", 5) != 0)
		return 0;
	p += strspn(p, "cpqs01234567");
	if (*p != ';')
		return 0;
	p += 1 + strspn(p + 1, base64);
	if (*p == '\a')
		return (size_t)(p - s) + 1;
	return strncmp(p, "\033\\", 2) == 0 ? (size_t)(p - s) + 2 : 0;
}

const char *
forbidden_at(const char *s, bool clipboard, size_t *step)
{
	ucs4_t c = 0;
	int n = u8_strmbtouc(&c, (const uint8_t *)s);

	if (n < 0)
		return "not UTF-8";
	*step = n == 0 ? 1 : (size_t)n;		/* a NUL is one byte */
	if (c == 0x7F)
		return "DEL";
	if (c >= 0x80 && c <= 0x9F)
		return "C1 control";
	if (is_bidi_control(c))
		return "bidirectional control";
	if (c < 0x20 && memchr("\a\b\t\n\r\033\016\017", (int)c, 8) == NULL)
		return "C0 control";
	if (c != 033 || memchr("]P_^X", s[1], 5) == NULL)
		return NULL;
	*step = clipboard ? copy_length(s) : 0;
	return *step == 0 ? "control string" : NULL;
}
