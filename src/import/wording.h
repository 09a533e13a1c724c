/* Wording: the messages of check about missing and unknown parts. */
#ifndef IMPORT_WORDING_H
#define IMPORT_WORDING_H

#include "record/rectype.h"

/*
 * The message that an element lacks a member, and what to add: <finding> lacks
 * source: add source="...", the id of a source.  Owned by `ctx`.
 */
char	*wording_lacks(const void *ctx, const char *element,
	    const struct member *member);

/*
 * The message that an element in a record has no attribute, or element, with
 * this name, and what to write: the intended member, the elements where it
 * belongs, or to remove it.  *meant is the member of `schema` that is probably
 * intended, or NULL.  Owned by `ctx`.
 */
char	*wording_stranger(const void *ctx, enum rectype kind,
	    const char *element, const struct schema *schema,
	    const char *name, enum form form, const struct member **meant);

/*
 * The message for an element directly in <bibliography>; *meant is the record
 * type that is probably intended, or RECTYPE_COUNT.
 */
char	*wording_no_record(const void *ctx, const char *name,
	    enum rectype *meant);

/* The message that an element has a second value for a single-valued member. */
char	*wording_second(const void *ctx, const char *element,
	    const struct member *member);

#endif
