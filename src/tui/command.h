/* Commands: actions by their names, with arguments, after ":". */
#ifndef TUI_COMMAND_H
#define TUI_COMMAND_H

#include "tui/state.h"

/* A line that was understood. */
struct command {
	enum action	 action;	/* ACTION_NONE: there is nothing to do */
	char		*argument;	/* owned by the caller's context, or NULL */
	size_t		 count;		/* as before a key; 0: none */
};

/*
 * Understands a line: the name of an action or its first letters, what other
 * programs call it, or the number of a line.  False when it is not a command,
 * with the message set.
 */
bool		 command_parse(struct app *app, const void *ctx,
		    const char *line, struct command *command) MUST_CHECK;

/*
 * Words that could take the place of the bytes from *start to the cursor, for
 * what is typed; owned by `ctx`.
 */
struct list	 command_words(struct app *app, const void *ctx,
		    const char *text, size_t cursor, size_t *start);

/* Changing the settings, until the program ends. */
unsigned	 custom_bind(struct app *app, const char *argument);
unsigned	 custom_unbind(struct app *app, const char *argument);
/* Names the log of searches ("-": none), or says which one is kept. */
unsigned	 custom_log(struct app *app, const char *argument);
unsigned	 custom_log_which(struct app *app);
unsigned	 custom_theme(struct app *app, const char *argument);
unsigned	 custom_style(struct app *app, const char *argument);

#endif
