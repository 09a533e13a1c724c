/* Values: whether a written value has the form that its member asks for. */
#ifndef RECORD_VALUE_H
#define RECORD_VALUE_H

#include "record/schema.h"

/*
 * NULL when `text` is a legal value of the member, else what is wrong, as one
 * line owned by `ctx`.  Looks at the value alone: whether a term or a record
 * exists is not asked here.
 *
 * Forms: DOI "10.", registrant, "/", suffix without blanks (DOI Handbook,
 * 2.2); PMID digits; PMCID "PMC" and digits; ISBN-10 and ISBN-13 with their
 * check digit (ISO 2108); dates as ISO 8601 (2016, 2016-07, 2016-07-11).
 */
char	*value_problem(const void *ctx, const struct member *member,
	    const char *text);

/*
 * What a value of the member must be, such as "the id of a source"; owned by
 * `ctx`.  Blank for text, and for records.
 */
char	*value_wanted(const void *ctx, const struct member *member);

/* Whether it has the form of an id. */
bool	 value_is_id(const char *s);

/* Today in the user's time as VALUE_DATE, owned by `ctx`; NULL: unknown. */
char	*value_today(const void *ctx);

/*
 * What to say of a value that is not of a list: the list, and what may have
 * been meant; owned by `ctx`.
 */
char	*code_problem(const void *ctx, const struct codelist *list,
	    const char *text);

#endif
