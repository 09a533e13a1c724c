/* Commands: actions by name, with arguments, after ":". */
#ifndef TUI_COMMAND_H
#define TUI_COMMAND_H

#include "tui/state.h"

/* A parsed command line. */
struct typed_command {
	enum action	 action;	/* ACTION_NONE: nothing to do */
	char		*argument;	/* owned by the caller's context, or NULL */
	size_t		 count;		/* like the count before a key; 0:
					   none */
};

/*
 * Parses a line: the name of an action or its first letters, its name in
 * another program, or a line number.  False, with a message, if it is not a
 * command.
 */
bool		 command_parse(struct app *app, const void *ctx,
		    const char *line, struct typed_command *command) MUST_CHECK;

/* Completions for the bytes from *start to the cursor; owned by `ctx`. */
struct list	 command_words(struct app *app, const void *ctx,
		    const char *text, size_t cursor, size_t *start);

/* Reports the argument that an action takes, or that it takes none. */
unsigned	 command_usage(struct app *app, enum action action);

/* Change the settings until the program ends. */
unsigned	 custom_bind(struct app *app, const char *argument);
unsigned	 custom_unbind(struct app *app, const char *argument);
/* Selects the log of searches ("-": none), or shows its name. */
unsigned	 custom_log(struct app *app, const char *argument);
unsigned	 custom_log_which(struct app *app);
unsigned	 custom_theme(struct app *app, const char *argument);
unsigned	 custom_style(struct app *app, const char *argument);

#endif
