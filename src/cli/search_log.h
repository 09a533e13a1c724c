/*
 * The log of searches, as required by PRISMA-S (Rethlefsen et al., Syst Rev
 * 2021;10:39): each search with its date (item 13), the bibliography, its
 * version and the platform (1), the query as typed and as understood (8),
 * limits (9) and counts (15).  A replay is an update (12).
 *
 * A log is a private file in the state directory: one search per line, fields
 * separated by tabs.  Lines of the older format have nine fields; the others
 * are read as "".
 */
#ifndef CLI_SEARCH_LOG_H
#define CLI_SEARCH_LOG_H

#include "cli/run.h"

struct logged {
	const char	*time;		/* "2026-01-02T15:04:05+0100" */
	const char	*bibliography;	/* title of the bibliography */
	const char	*version;	/* "" if the bibliography has none */
	const char	*checksum;	/* XXH128 of the files */
	const char	*target;	/* "work" or "claim" */
	const char	*query;		/* as typed, with filters */
	const char	*reading;	/* as understood, or "" */
	const char	*note;		/* "corrected to ..."; or "" */
	const char	*count;		/* number of full matches */
	const char	*filters;	/* "subjects:human, level:1"; or "" */
	const char	*records;	/* number of works or claims searched */
	const char	*platform;	/* "strigil 0.1.0" */
};

/*
 * Adds a search to the log named in the settings.  Does nothing if none is
 * named, if this run has logged the search before, and in restricted mode.
 * Returns an error message owned by the run if it cannot be written; NULL on
 * success.
 */
char	*search_log_add(struct run *run, struct library *library,
	    enum rectype target, const char *query);

/* Like search_log_add(), for a command: complains about errors. */
void	 search_log_of_command(struct run *run, struct library *library,
	    enum rectype target, const char *query);

/*
 * The searches of a log (struct logged), owned by the run; after complaining,
 * STATUS_NOTHING if there is no such log, STATUS_ERROR if it cannot be read.
 * Incomplete lines are reported and counted in *torn.
 */
enum status	 search_log_read(struct run *run, const char *name,
	    struct list *searches, size_t *torn);

/*
 * The names of all logs (char *), sorted, owned by the run; none, with *err set,
 * if their directory cannot be read.
 */
struct list	 search_log_names(struct run *run, struct err *err);

/* A log entry for the search, run in the library now; owned by `ctx`. */
struct logged	*search_log_make(const void *ctx, struct library *library,
		    enum rectype target, const char *query);

#endif
