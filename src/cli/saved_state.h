/* Memory: what was typed, and where the user was, from run to run. */
#ifndef CLI_SAVED_STATE_H
#define CLI_SAVED_STATE_H

#include "cli/run.h"
#include "tui/app.h"

/* The directory of state, owned by the run; NULL: nothing is kept. */
char	*saved_directory(struct run *run);

/* Whether nothing was ever kept: this is the user's first session. */
bool	 saved_is_first(struct run *run) MUST_CHECK;

/*
 * Reads what was typed before into the settings of the run; writes what was
 * typed in this run after what is in the file by now.  In restricted mode
 * neither does anything.
 */
void	 saved_recall_lines(struct run *run);
void	 saved_keep_lines(struct run *run);

/*
 * The searches under digits: those of the configuration, and those that were
 * saved in an earlier run; keeps them if one was saved in this run.
 */
void	 saved_recall_searches(struct run *run);
void	 saved_keep_searches(struct run *run);

/*
 * Goes to where the user left this bibliography; keeps where the user is.
 */
void	 saved_recall_place(struct run *run, struct app *app);
void	 saved_keep_place(struct run *run, struct app *app);

/*
 * What the user saw of this bibliography at the end of the last session, as
 * page/changes.h writes it, owned by `ctx`; NULL when nothing is kept.  `user`
 * is the run.
 */
char	*saved_recall_seen(void *user, const void *ctx);

/*
 * Keeps what there is to be seen now, if the files have changed since; not
 * while changes that saved_count_new() found have not been looked at.
 */
void	 saved_keep_seen(struct run *run, struct library *library);

/* How many records differ from what the user saw last; 0: none, or unknown. */
size_t	 saved_count_new(struct run *run, struct library *library);

#endif
