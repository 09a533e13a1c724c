/* Names of people in the forms of other formats. */
#ifndef IMPORT_NAME_H
#define IMPORT_NAME_H

#include "record/work.h"

/*
 * Reads a name into `author`, whose strings `ctx` will own:
 *
 *	Doe, Jane R		family, given
 *	Doe, Jane R, Jr		with a suffix
 *	Doe JR; Roe R.		family and initials
 *	Brownstein C D		the same with blanks
 *	Jane R. Doe		only if `given_first` (BibTeX)
 *	Made-up Trial Group	a group: no given name
 *	Health,, Home Office	a group with a comma in its name (EndNote)
 *	"Health, Home Office"	the same, in lists of people (our CSV)
 */
void	 name_read(const void *ctx, const char *text, bool given_first,
	    struct author *author);

/*
 * Whether `text` is a group in the forms of RIS: "Made-up Trial Group," or
 * "Health,, Home Office".
 */
bool	 name_is_group(const char *text);

/* Whether `text` is a suffix: "Jr", "3rd", "III". */
bool	 name_is_suffix(const char *text);

#endif
