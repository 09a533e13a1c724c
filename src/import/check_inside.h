/* Check: what its files share. */
#ifndef IMPORT_CHECK_INSIDE_H
#define IMPORT_CHECK_INSIDE_H

#include "import/check.h"
#include "record/work.h"

struct check {
	struct found		*found;
	const struct about	*about;
	struct diag_sink	*sink;
	bool			 sense;	/* warn of what is odd */
	size_t			*problems;	/* so far, of this record */
};

/*
 * Reports at the place of a member of a record (NULL: of the record), and
 * marks the record bad.
 */
void	 check_problem(const struct check *ck, const void *record,
	    const char *member, const char *format, ...) PRINTF(4, 5);

/* The same for what is odd, not wrong: a warning, only if that is wanted. */
void	 check_remark(const struct check *ck, const void *record,
	    const char *member, const char *format, ...) PRINTF(4, 5);

/* A source that is named (NULL: none is) is one of the work's own. */
void	 check_source(const struct check *ck, const struct work *work,
	    const void *record, const char *source);

/*
 * No two parts of a list have the same value of a member (in XML); `also` is
 * a second list of such parts, or NULL; `what` is what the value names.
 */
void	 check_twice(const struct check *ck, const struct list *list,
	    const struct list *also, size_t offset, const char *member,
	    const char *what);

/* An outcome that a part of a work names (NULL: none) is the work's own. */
void	 check_outcome(const struct check *ck, const struct work *work,
	    const void *part, const char *member, const char *outcome);

/* A number as a member has it; 0 where it is unknown. */
double	 check_number(const char *s);

/* Judges one finding of a work, with its estimate; fills its side. */
void	 check_finding(const struct check *ck, const struct work *work,
	    struct finding *finding);

#endif
