/* Axes: the values of a field that become the columns of a map or plot. */
#ifndef LIBRARY_AXIS_H
#define LIBRARY_AXIS_H

#include "base/mem.h"

struct library;

/* The field of an axis and the values chosen from it. */
struct axis {
	const char	*field;
	const char	*second;	/* a second field that was named, or
					   NULL */
	const char	*ids;		/* ids of values, comma-separated; NULL:
					   all */
	const char	*unknown;	/* the first name without a value, or
					   NULL */
	struct list	 near;		/* char *: similar ids and fields */
};

/*
 * Reads names (may be NULL), separated by commas: a field of works that can be
 * counted, and ids, addresses, labels or synonyms of its values.  `only` (may
 * be NULL) names values but no field.  If no field is named, the field is
 * `otherwise`.  Owned by `ctx`.
 */
struct axis	 library_axis(struct library *library, const void *ctx,
		    const char *names, const char *only,
		    const char *otherwise);

/* Whether works can be counted by this field. */
bool	 library_is_axis(struct library *library, const char *field);

#endif
