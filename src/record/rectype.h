/* Record types: the elements directly below the root of a bibliography. */
#ifndef RECORD_RECTYPE_H
#define RECORD_RECTYPE_H

#include "record/schema.h"

enum rectype {
	RECTYPE_ABOUT,
	RECTYPE_ARTICLE,
	RECTYPE_TERM,
	RECTYPE_WORK,
	RECTYPE_CLAIM,
	RECTYPE_PROPOSITION,
	RECTYPE_TOPIC,
	RECTYPE_TRIAL_LIST,
	RECTYPE_ENTRY,
	RECTYPE_TOUR,
	RECTYPE_LIST,
	RECTYPE_NOTES,
	RECTYPE_COUNT
};

/* The name of a type, such as "work", which also starts addresses; static. */
const char	*rectype_name(enum rectype kind);

/* The plural of the name, such as "works"; static. */
const char	*rectype_plural(enum rectype kind);

const struct schema	*rectype_schema(enum rectype kind);

/*
 * The type of records that a member refers to, RECTYPE_COUNT if it refers to
 * none; a VALUE_LINK may contain the id of an article after "article:".
 */
enum rectype	 rectype_of_member(const struct member *member);

/* The type with this name (singular), or RECTYPE_COUNT. */
enum rectype	 rectype_find(const char *name);

#endif
