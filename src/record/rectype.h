/* Kinds: the records that stand directly under the root of a bibliography. */
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

/* "work", also the first part of its address; static. */
const char	*rectype_name(enum rectype kind);

/* "works"; static. */
const char	*rectype_plural(enum rectype kind);

const struct schema	*rectype_schema(enum rectype kind);

/*
 * Of which records a member holds ids, RECTYPE_COUNT for none; a VALUE_LINK
 * may hold the id of an article after "article:".
 */
enum rectype	 rectype_of_member(const struct member *member);

/* The kind of this name (singular), or RECTYPE_COUNT. */
enum rectype	 rectype_find(const char *name);

#endif
