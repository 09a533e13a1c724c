/* Records found in a source, with everything that a check needs. */
#ifndef IMPORT_FOUND_H
#define IMPORT_FOUND_H

#include "base/diag.h"
#include "record/rectype.h"

struct status_line;

/* A reference to another record, resolved once all have been read. */
struct reference {
	enum rectype	 kind;		/* type of the target */
	enum facet	 facet;		/* facet of a term; FACET_COUNT: any */
	const char	*id;
	struct place	 place;
};

/*
 * The position of one value of a member; for a rejected value, the member is
 * NULL if it is unclear which member was meant.
 */
struct origin {
	const void		*record;
	const struct member	*member;
	struct place		 place;
};

/* A record found in a source, with everything that a check needs. */
struct found {
	enum rectype	 kind;
	void		*record;	/* of rectype_schema(kind) */
	struct place	 place;
	struct list	 references;	/* struct reference */
	struct list	 origins;	/* struct origin */
	struct list	 lost;		/* struct origin: rejected values */
	bool		 bad;		/* a problem has been reported */
	bool		 imported;	/* comes from a format without
					   appraisals */
	int		 version;	/* version of strigil's own format, or
					   0 */
};

/* Bytes that an imported record and its derived data usually need. */
enum { FOUND_ROOM = 48 << 10 };

/*
 * `record` receives each record at its end; the handler owns it and must free
 * it or pass it on.  `lost`, which may be NULL, receives the type
 * (RECTYPE_COUNT: unknown) and the id (blank: unknown) of a record that cannot
 * be read at all, after its problem was reported.
 */
struct read_handler {
	void	(*record)(void *user, struct found *found);
	void	*user;
	void	(*lost)(void *user, enum rectype kind, const char *id);
	/*
	 * Receives each line of a list of statuses, borrowed for the call; or
	 * NULL.
	 */
	void	(*status)(void *user, const struct status_line *line);
};

/* The position of a member, or of the record if it is unknown. */
struct place	 found_place(const struct found *found, const void *record,
		    const char *xml_name);

/*
 * Whether a rejected value in a record, or in a part of it, may have been this
 * member; if so, the absence of the member proves nothing.
 */
bool		 found_lost(const struct found *found, const void *record,
		    const char *xml_name);

#endif
