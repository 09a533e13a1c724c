/* Records as they were found in a source, with all that a check needs. */
#ifndef IMPORT_FOUND_H
#define IMPORT_FOUND_H

#include "base/diag.h"
#include "record/rectype.h"

struct status_line;

/* A mention of another record, to be resolved when all are read. */
struct reference {
	enum rectype	 kind;		/* of the record that is meant */
	enum facet	 facet;		/* of a term; FACET_COUNT: any */
	const char	*id;
	struct place	 place;
};

/*
 * Where the value of one member of one record was written; of what was
 * refused, the member is NULL if nobody can say which was meant.
 */
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
	struct list	 lost;		/* struct origin: was refused */
	bool		 bad;		/* a problem was already reported */
	bool		 imported;	/* from a format without appraisals */
	int		 version;	/* of strigil's own format; else 0 */
};

/* Bytes that an imported record and what is made of it usually need. */
enum { FOUND_ROOM = 48 << 10 };

/*
 * `record` gets each record when its end is read, owned by nobody: it belongs
 * to the handler, who frees it or gives it an owner.  `lost`, which may be
 * NULL, gets the kind (RECTYPE_COUNT: any) and the id (blank: unknown) of one
 * that cannot be read at all, after its problem was reported.
 */
struct read_handler {
	void	(*record)(void *user, struct found *found);
	void	*user;
	void	(*lost)(void *user, enum rectype kind, const char *id);
	/* Gets each line of a list of statuses, for the call; or NULL. */
	void	(*status)(void *user, const struct status_line *line);
};

/* The place where a member was written, or the record's own place. */
struct place	 found_place(const struct found *found, const void *record,
		    const char *xml_name);

/*
 * Whether something that was refused in a record, or in a part of one, may
 * have been this member: then nothing can be concluded from its absence.
 */
bool		 found_lost(const struct found *found, const void *record,
		    const char *xml_name);

#endif
