/*
 * The log of searches, as PRISMA-S asks for it (Rethlefsen et al., Syst Rev
 * 2021;10:39): each search with its date (item 13), the bibliography, its
 * version and the platform (1), the query as typed and as understood (8),
 * limits (9) and counts (15).  A replay is its item 12, updates.
 *
 * A log is a file of the user alone in the directory of state: a line a search,
 * fields between tabs.  Of lines of nine fields, which were written before
 * there were more, the others are "".
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
	const char	*filters;	/* "subjects:human, level:1"; or "" */
	const char	*records;	/* works or claims that were searched */
	const char	*platform;	/* "strigil 0.1.0" */
};

/*
 * Adds a search to the log that the settings name; does nothing where they
 * name none, where this run has logged the search before, and in restricted
 * mode.  Returns what is wrong when it cannot be written, owned by the run;
 * NULL when all is well.
 */
char	*search_log_add(struct run *run, struct library *library,
	    enum rectype target, const char *query);

/* The same for a command: complains. */
void	 search_log_of_command(struct run *run, struct library *library,
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
