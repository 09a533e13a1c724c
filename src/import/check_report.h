/* Check: problems and warnings, and tests shared by checks of records. */
#ifndef IMPORT_CHECK_REPORT_H
#define IMPORT_CHECK_REPORT_H

#include "import/found.h"
#include "record/term.h"
#include "record/work.h"

struct check {
	struct found		*found;
	const struct about	*about;
	struct diag_sink	*sink;
	bool			 sense;	/* report warnings */
	size_t			*problems;	/* number of problems in this
						   record so far */
};

/*
 * Reports a problem at a member of a record (NULL: at the record), and marks
 * the record bad.
 */
void	 check_problem(const struct check *ck, const void *record,
	    const char *member, const char *format, ...) PRINTF(4, 5);

/* Reports a warning in the same way, if warnings are wanted. */
void	 check_remark(const struct check *ck, const void *record,
	    const char *member, const char *format, ...) PRINTF(4, 5);

/* Whether a list of an owner has a source, or the source may be lost. */
bool	 check_has_source(const struct check *ck, const void *owner,
	    const struct list *sources, const char *id);

/* Checks that a source, if given, is one of the work's own. */
void	 check_source(const struct check *ck, const struct work *work,
	    const void *record, const char *source);

/*
 * Checks that no two parts of a list have the same value of a member (in XML);
 * `also` is a second list of such parts, or NULL; `what` describes the value.
 */
void	 check_twice(const struct check *ck, const struct list *list,
	    const struct list *also, size_t offset, const char *member,
	    const char *what);

/* The number in a member; 0 if unknown. */
double	 check_number(const char *s);

#endif
