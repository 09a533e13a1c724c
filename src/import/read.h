/*
 * Reading: one source file of any format, known by its content, turned into
 * records one at a time.
 */
#ifndef IMPORT_READ_H
#define IMPORT_READ_H

#include "base/diag.h"
#include "record/rectype.h"
#include "import/input.h"
#include "import/xml.h"

/* A mention of another record, to be resolved when all are read. */
struct reference {
	enum rectype	 kind;		/* of the record that is meant */
	enum facet	 facet;		/* of a term; FACET_COUNT: any */
	const char	*id;
	struct place	 place;
};

/* Where the value of one member of one record was written. */
struct origin {
	const void		*record;
	const struct member	*member;
	struct place		 place;
};

/* A record as it was found, with all that a check needs. */
struct found {
	enum rectype	 kind;
	void		*record;	/* of rectype_schema(kind) */
	struct place	 place;
	struct list	 references;	/* struct reference */
	struct list	 origins;	/* struct origin */
	bool		 bad;		/* a problem was already reported */
	bool		 imported;	/* from a format without appraisals */
	int		 version;	/* of strigil's own format; else 0 */
};

/* Bytes that an imported record and what is made of it usually need. */
enum { FOUND_ROOM = 48 << 10 };

/*
 * Gets each record when its end is read, owned by nobody: it belongs to the
 * handler, who frees it or gives it an owner.
 */
struct read_handler {
	void	(*record)(void *user, struct found *found);
	void	*user;
};

/*
 * Reads one file; the format is known by its content.  `name` is what the
 * file is called in diagnostics, borrowed for as long as their places are
 * used; `watch` may be NULL.
 *
 * Returns true when the file could be read; *whole says whether all of it
 * was.  What is wrong with it went to the sink: a file of no known format
 * gets an error that names what it is and what to do.  Returns false when it
 * could not be opened or read, or was interrupted, with *err set.
 */
bool	 read_file(const char *path, const char *name,
	    const struct input_watch *watch,
	    const struct read_handler *handler, struct diag_sink *sink,
	    bool *whole, struct err *err) MUST_CHECK;

/* The place where a member was written, or the record's own place. */
struct place	 found_place(const struct found *found, const void *record,
		    const char *xml_name);

#endif
