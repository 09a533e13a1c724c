/* Tags: finds XML tags in a text that is edited as text. */
#include "base/tag.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

const char *
tag_find(const char *at, const char *tag)
{
	static const char *const passed[][2] = { { "<!--", "-->" },
	    { "<![CDATA[", "]]>" }, { "<?", "?>" } };
	size_t n = strlen(tag), i;

	for (at = strchr(at, '<'); at != NULL; at = strchr(at + 1, '<')) {
		if (strncmp(at, tag, n) == 0 && strchr(" \t\r\n>/", at[n]) !=
		    NULL)
			return at;
		for (i = 0; i < 3; i++)
			if (text_begins(at, passed[i][0])) {
				at = strstr(at + strlen(passed[i][0]),
				    passed[i][1]);
				break;
			}
		if (at == NULL)
			return NULL;
	}
	return NULL;
}

bool
tag_text_is_encoded(const char *text)
{
	const char *end = text_begins(text, "<?xml") ? strstr(text, "?>") :
	    NULL;
	const char *encoding = end == NULL ? NULL : strstr(text, "encoding");
	size_t n;

	if (text_begins(text, "\x1f\x8b") || text_begins(text, "\xfe\xff") ||
	    text_begins(text, "\xff\xfe"))
		return true;
	if (encoding == NULL || encoding > end)
		return false;
	encoding += strcspn(encoding, "\"'") + 1;
	n = strcspn(encoding, "\"'");
	return strncasecmp(encoding, "UTF-8", n) != 0 &&
	    strncasecmp(encoding, "US-ASCII", n) != 0;
}

const char *
tag_at(const char *text, size_t line, size_t column)
{
	const char *at = text;
	size_t i;

	for (i = 1; i < line && at != NULL; i++) {
		at = strchr(at, '\n');
		at = at == NULL ? NULL : at + 1;
	}
	for (i = 1; at != NULL && i < column && *at != '\0'; i++)
		do
			at++;
		while ((*at & 0xc0) == 0x80);
	return at;
}
