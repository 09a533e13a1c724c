/*
 * Diagnostics: problems in input, each with its position.  Printed as
 * FILE:LINE:COL: severity: text, like those of compilers and mandoc.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stddef.h>

#include "base/err.h"

struct place {
	const char	*file;		/* borrowed; must outlive the
					   diagnostics */
	size_t		 line;		/* number of the line, from 1; 0 means
					   the whole file */
	size_t		 column;	/* number of the character in the line,
					   from 1 */
};

enum severity { SEVERITY_WARNING, SEVERITY_ERROR };

struct diag {
	enum severity	 severity;
	struct place	 place;
	const char	*text;		/* one line; may contain unsafe
					   characters */
};

/*
 * Receives diagnostics.  If `report` is NULL, they are only counted.  The
 * diagnostic is borrowed and valid only during the call.
 */
struct diag_sink {
	void	(*report)(void *user, const struct diag *diag);
	void	*user;
	size_t	 errors;
	size_t	 warnings;
};

/* Counts one diagnostic and passes it to the sink's `report`. */
void	 diag_error(struct diag_sink *sink, struct place place,
	    const char *format, ...) PRINTF(3, 4);
void	 diag_warning(struct diag_sink *sink, struct place place,
	    const char *format, ...) PRINTF(3, 4);

/* Counts a diagnostic that another sink received, and passes it on. */
void	 diag_forward(struct diag_sink *sink, const struct diag *diag);

/* "FILE:LINE:COL", or "FILE" for a whole file; owned by `ctx`. */
char	*diag_where(const void *ctx, struct place place);

/* "error" or "warning"; static. */
const char	*severity_name(enum severity severity);

#endif
