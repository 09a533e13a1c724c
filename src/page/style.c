/* Styles: the meaning of a piece of text, not its appearance. */
#include "page/style.h"

#include <assert.h>
#include <stddef.h>

#include "base/text.h"

/*
 * Directions without a comparison (better than before) are neither for nor
 * against, so that nothing looks like a benefit without proof.
 */
static const struct {
	const char	*id;
	enum role	 role;
} codes[] = {
	{ "favours", ROLE_FOR },
	{ "supported in people", ROLE_FOR },
	{ "favours-comparator", ROLE_AGAINST },
	{ "safety-harm-reported", ROLE_AGAINST },
	{ "not supported", ROLE_AGAINST },
	{ "contradicted", ROLE_AGAINST },
	{ "mixed", ROLE_MIXED },
	{ "findings-differ", ROLE_MIXED },
	{ "supported in animals only", ROLE_MIXED },
};

enum role
role_of_code(const char *id)
{
	size_t i;

	for (i = 0; i < COUNT(codes); i++)
		if (text_same(codes[i].id, id))
			return codes[i].role;
	return ROLE_GRADE;
}

bool
role_is_strong(enum role role)
{
	return (role >= ROLE_GRADE && role <= ROLE_MIXED) ||
	    role == ROLE_WARNING || role == ROLE_HIT;
}

char
role_letter(enum role role)
{
	static const char letters[ROLE_COUNT + 1] = ".THLKUFGPNMWSB";

	assert(role < ROLE_COUNT);
	return letters[role];
}
