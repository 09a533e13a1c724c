/*
 * Adopting: what a bibliography that somebody keeps lacks of the works of
 * others.  The file is read and never written here.
 */
#ifndef LIBRARY_ADOPT_H
#define LIBRARY_ADOPT_H

#include "base/diag.h"
#include "record/rectype.h"
#include "record/term.h"
#include "record/work.h"

struct adoption;

/*
 * Reads the bibliography at `path` (a file of version 2, plain text); where
 * there is none it is empty.  Owned by `ctx`; NULL with *err set when it
 * cannot be read, is not whole or is of another format.
 */
struct adoption	*adopt_open(const void *ctx, const char *path,
		    struct err *err) MUST_CHECK;

enum adopted {
	ADOPT_NEW,		/* to be added under its id */
	ADOPT_LACKS,		/* it has less than is known */
	ADOPT_HELD		/* it is there */
};

struct adopted_work {
	enum adopted	 is;
	const char	*held;		/* the id that it has there, or NULL */
	struct place	 where;		/* of that work */
	struct work	*lacks;		/* ADOPT_LACKS: nothing but what is new */
	const char	*against;	/* why it is not that work, or NULL */
};

/*
 * Looks the work up by identity (library/identity.h).  A new one gets an id
 * that is free (first author and year in place of a made-up one), loses what
 * only the head of its own bibliography explains, and is remembered.  The
 * answer is owned by `ctx`; so is what the work gets.
 */
struct adopted_work	adopt_work(struct adoption *adoption, const void *ctx,
			    struct work *work);

/*
 * Looks a work up by its DOI or PMID (either may be NULL), to give it a
 * notice: `held` is NULL where it is not there or has another PMID; it lacks
 * the notice where it has none of the kind.  Owned by `ctx`.
 */
struct adopted_work	adopt_notice(struct adoption *adoption,
			    const void *ctx, const char *doi,
			    const char *pmid, const struct notice *notice);

/*
 * What a term is called there (the same id, label or heading in its facet),
 * borrowed from the term or owned by `ctx`; *is_new when it must be added.
 */
const char	*adopt_term(struct adoption *adoption, const void *ctx,
		    struct term *term, bool *is_new);

/* Gives every mention of a term in a work another id. */
void	 adopt_rename(struct work *work, const char *id, const char *as);

/* Whether it has this record; remembers that it will. */
bool	 adopt_has(struct adoption *adoption, enum rectype type,
	    const char *id);

#endif
