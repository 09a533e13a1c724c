/* Wording: how check says what a record lacks, and what it does not take. */
#ifndef IMPORT_WORDING_H
#define IMPORT_WORDING_H

#include "record/rectype.h"

/*
 * That an element lacks a member, and what to add:
 * <finding> lacks source: add source="...", the id of a source.
 * Owned by `ctx`.
 */
char	*wording_lacks(const void *ctx, const char *element,
	    const struct member *member);

/*
 * That an element of a kind of record takes no attribute, or no element, of this name, and what
 * to write: the member that is meant, the elements where it belongs, or that
 * it must go.  *meant is the member of `schema` that is probably meant, or
 * NULL.  Owned by `ctx`.
 */
char	*wording_stranger(const void *ctx, enum rectype kind,
	    const char *element, const struct schema *schema,
	    const char *name, enum form form, const struct member **meant);

/*
 * The same for an element directly in <bibliography>; *meant is the kind of
 * record that is probably meant, or RECTYPE_COUNT.
 */
char	*wording_no_record(const void *ctx, const char *name,
	    enum rectype *meant);

/* That an element has a second value of a member that it takes once. */
char	*wording_second(const void *ctx, const char *element,
	    const struct member *member);

#endif
