/* Styles: what a piece of text is, not how it looks. */
#include "page/style.h"

char
role_letter(enum role role)
{
	static const char letters[ROLE_COUNT + 1] = ".THLKUFGWSB";

	return letters[role];
}
