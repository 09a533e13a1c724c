/* Saved state: typed lines and the last position, between runs. */
#ifndef CLI_SAVED_STATE_H
#define CLI_SAVED_STATE_H

#include "cli/run.h"
#include "tui/app.h"

/* The directory of saved state, owned by the run; NULL: nothing is saved. */
char	*saved_directory(struct run *run);

/* Whether nothing was saved before: this is the user's first session. */
bool	 saved_is_first(struct run *run) MUST_CHECK;

/*
 * Loads the lines typed in earlier runs into the settings; appends those of
 * this run to the file.  Both do nothing in restricted mode.
 */
void	 saved_recall_lines(struct run *run);
void	 saved_keep_lines(struct run *run);

/*
 * Loads the searches assigned to digits, from the configuration and earlier
 * runs; saves them if one was assigned in this run.
 */
void	 saved_recall_searches(struct run *run);
void	 saved_keep_searches(struct run *run);

/*
 * Restores the user's last position in this bibliography; saves the current
 * one.
 */
void	 saved_recall_place(struct run *run, struct app *app);
void	 saved_keep_place(struct run *run, struct app *app);

/*
 * The state of this bibliography that the user last saw, in the format of
 * page/changes.h, owned by `ctx`; NULL if none is saved.  `user` is the run.
 */
char	*saved_recall_seen(void *user, const void *ctx);

/*
 * Saves the current state if the files have changed, except while the user has
 * not yet seen the changes found by saved_count_new().
 */
void	 saved_keep_seen(struct run *run, struct library *library);

/*
 * The number of records that differ from the state last seen; 0 if none do, or
 * if that is unknown.
 */
size_t	 saved_count_new(struct run *run, struct library *library);

#endif
