/* Memory: what was typed, and where the user was, from run to run. */
#ifndef CLI_MEMORY_H
#define CLI_MEMORY_H

#include "cli/run.h"
#include "tui/app.h"

/*
 * Reads what was typed before into the settings of the run; writes what was
 * typed in this run behind what is in the file by now.  In restricted mode
 * neither does anything.
 */
void	 memory_recall_lines(struct run *run);
void	 memory_keep_lines(struct run *run);

/*
 * The searches under digits: those of the configuration, and those that were
 * saved in an earlier run; keeps them if one was saved in this run.
 */
void	 memory_recall_searches(struct run *run);
void	 memory_keep_searches(struct run *run);

/*
 * Goes to where the user left this bibliography; keeps where the user is.
 */
void	 memory_recall_place(struct run *run, struct app *app);
void	 memory_keep_place(struct run *run, struct app *app);

#endif
