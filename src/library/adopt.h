/*
 * Adoption: finds the works from other sources, and the parts of works, that
 * the user's bibliography lacks.  Reads the file of that bibliography, and
 * never writes it.
 */
#ifndef LIBRARY_ADOPT_H
#define LIBRARY_ADOPT_H

#include "base/diag.h"
#include "record/rectype.h"
#include "record/term.h"
#include "record/work.h"

struct adoption;

/*
 * Reads the bibliography at `path` (a plain-text file of version 2); a missing
 * file counts as empty.  Owned by `ctx`; NULL with *err set if it cannot be
 * read, is incomplete or in another format.
 */
struct adoption	*adopt_open(const void *ctx, const char *path,
		    struct err *err) MUST_CHECK;

enum adopted {
	ADOPT_NEW,		/* new: must be added under its id */
	ADOPT_LACKS,		/* the target has it, but without some elements */
	ADOPT_HELD		/* exists */
};

struct adopted_work {
	enum adopted	 is;
	const char	*held;		/* id of the work in the target, or
					   NULL */
	struct place	 where;		/* position of the work in the target */
	struct work	*lacks;		/* ADOPT_LACKS: only the missing
					   elements */
	const char	*against;	/* why the two may be different works,
					   or NULL */
};

/*
 * Looks for the same work in the target (library/identity.h).  A new work gets
 * a free id (first author and year instead of a generated one), loses
 * everything that needs the header of its own bibliography, and counts as part
 * of the target from then on.  The answer and the work's new strings are owned
 * by `ctx`.
 */
struct adopted_work	adopt_work(struct adoption *adoption, const void *ctx,
			    struct work *work);

/*
 * Looks for the work with a DOI or PMID (either may be NULL), to add a notice.
 * `held` is NULL if the work is missing or has another PMID; the notice is
 * missing if the work has none of this kind.  Owned by `ctx`.
 */
struct adopted_work	adopt_notice(struct adoption *adoption,
			    const void *ctx, const char *doi,
			    const char *pmid, const struct notice *notice);

/*
 * The id of a term in the target (the same id, label or heading in its facet),
 * borrowed from the term or owned by `ctx`; *is_new if it must be added.
 */
const char	*adopt_term(struct adoption *adoption, const void *ctx,
		    struct term *term, bool *is_new);

/* Replaces the id of a term throughout a work. */
void	 adopt_rename(struct work *work, const char *id, const char *as);

/* Whether the target has this record; from now on it counts as added. */
bool	 adopt_has(struct adoption *adoption, enum rectype type,
	    const char *id);

#endif
