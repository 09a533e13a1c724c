/* Values: checks the form of values. */
#ifndef RECORD_VALUE_H
#define RECORD_VALUE_H

#include "record/schema.h"

/*
 * NULL if `text` is a valid value of the member, otherwise the problem, in one
 * line owned by `ctx`.  Checks only the value itself, not whether a term or
 * record exists.
 *
 * Forms: DOI "10.", registrant, "/", suffix without spaces (DOI Handbook, 2.2);
 * PMID digits; PMCID "PMC" and digits; ISBN-10 and ISBN-13 with their check
 * digit (ISO 2108); dates as ISO 8601 (2016, 2016-07, 2016-07-11).
 */
char	*value_problem(const void *ctx, const struct member *member,
	    const char *text);

/*
 * A description of the member's values, such as "the id of a source"; owned by
 * `ctx`.  "" for text and records.
 */
char	*value_wanted(const void *ctx, const struct member *member);

/* Whether a text has the form of an id. */
bool	 value_is_id(const char *s);

/*
 * Today's date in the user's time zone as VALUE_DATE, owned by `ctx`; NULL if
 * unknown.
 */
char	*value_today(const void *ctx);

/*
 * The message for a value that is not in a list: the list, and a suggestion;
 * owned by `ctx`.
 */
char	*code_problem(const void *ctx, const struct codelist *list,
	    const char *text);

#endif
