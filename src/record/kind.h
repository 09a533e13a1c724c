/* Kinds: the records that stand directly under the root of a bibliography. */
#ifndef RECORD_KIND_H
#define RECORD_KIND_H

#include "record/schema.h"

enum kind {
	KIND_ABOUT,
	KIND_ARTICLE,
	KIND_TERM,
	KIND_WORK,
	KIND_CLAIM,
	KIND_PROPOSITION,
	KIND_TRIAL_LIST,
	KIND_ENTRY,
	KIND_TOUR,
	KIND_COUNT
};

/* "work", also the first part of its address; static. */
const char	*kind_name(enum kind kind);

/* "works"; static. */
const char	*kind_plural(enum kind kind);

const struct schema	*kind_schema(enum kind kind);

/* The kind of this name (singular), or KIND_COUNT. */
enum kind	 kind_find(const char *name);

#endif
