/*
 * The log of searches, as PRISMA-S asks for it (Rethlefsen et al., Syst Rev
 * 2021;10:39): each search with its date, the bibliography and its version, the
 * query as typed and as understood, filters and counts.
 *
 * A log is a file of the user alone in the directory of state: a line a search,
 * fields between tabs.
 */
#ifndef CLI_SEARCH_LOG_H
#define CLI_SEARCH_LOG_H

#include "cli/run.h"

struct logged {
	const char	*time;		/* "2026-01-02T15:04:05+0100" */
	const char	*bibliography;	/* its title */
	const char	*version;	/* "" where it has none */
	const char	*checksum;	/* XXH128 of the files */
	const char	*target;	/* "work" or "claim" */
	const char	*query;		/* as typed, filters and all */
	const char	*reading;	/* what it was taken for; or "" */
	const char	*note;		/* "corrected to ..."; or "" */
	const char	*count;		/* of full matches */
};

/*
 * Adds a search to the log that the run keeps; does nothing where it keeps
 * none, where the search is the same as the last one, and in restricted mode.
 * Complains when it cannot be written.
 */
void	 search_log_add(struct run *run, struct library *library,
	    enum rectype target, const char *query);

/*
 * The searches of a log (struct logged), owned by the run; false when there
 * is no such log, or it cannot be read, after complaining.  Lines that are not
 * whole are complained of and added to *torn.
 */
bool	 search_log_read(struct run *run, const char *name,
	    struct list *searches, size_t *torn);

/* The names of all logs (char *), sorted, owned by the run. */
struct list	 search_log_names(struct run *run);

/* The search as it is now, in the library; owned by `ctx`. */
struct logged	*search_log_make(const void *ctx, struct library *library,
		    enum rectype target, const char *query);

#endif
