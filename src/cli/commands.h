/* The commands: their table, functions and options. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"
#include "cli/run.h"

extern const struct command	commands[];
extern const size_t		commands_count;

/* The command with this name, or NULL. */
const struct command	*command_find(const char *name);

/* Prints the options and examples of the run's command. */
enum status	 command_help(const struct run *run);

/* The command that a mistyped word probably means, or NULL. */
const struct command	*command_near(const char *word);

/* Prints the actions of "strigil list" with this prefix, one per line. */
void	 list_actions_print(const char *start);

/*
 * Prints the kinds that "strigil new" can create, with this prefix, one per
 * line.
 */
void	 new_kinds_print(const char *start);

/* Prints the topics of "strigil help" with this prefix, one per line. */
void	 help_topics_print(const char *start);

extern command_function	cmd_browse;
extern command_function	cmd_search;
extern command_function	cmd_show;
extern command_function	cmd_check;
extern command_function	cmd_schema;
extern command_function	cmd_serve;
extern command_function	cmd_cite;
extern command_function	cmd_add;
extern command_function	cmd_status;
extern command_function	cmd_pack;
extern command_function	cmd_new;
extern command_function	cmd_list;
extern command_function	cmd_note;
extern command_function	cmd_practice;
extern command_function	cmd_refs;
extern command_function	cmd_index;
extern command_function	cmd_map;
extern command_function	cmd_pico;
extern command_function	cmd_plot;
extern command_function	cmd_ask;
extern command_function	cmd_trace;
extern command_function	cmd_claims;
extern command_function	cmd_bibliographies;
extern command_function	cmd_terms;
extern command_function	cmd_compare;
extern command_function	cmd_handout;
extern command_function	cmd_log;
extern command_function	cmd_diff;
extern command_function	cmd_complete;
extern command_function	cmd_help;

extern const struct option_row	cmd_search_options[];
extern const struct option_row	cmd_show_options[];
extern const struct option_row	cmd_add_options[];
extern const struct option_row	cmd_status_options[];
extern const struct option_row	cmd_check_options[];
extern const struct option_row	cmd_cite_options[];
extern const struct option_row	cmd_list_options[];
extern const struct option_row	cmd_note_options[];
extern const struct option_row	cmd_practice_options[];
extern const struct option_row	cmd_refs_options[];
extern const struct option_row	cmd_index_options[];
extern const struct option_row	cmd_serve_options[];
extern const struct option_row	cmd_map_options[];
extern const struct option_row	cmd_pico_options[];
extern const struct option_row	cmd_plot_options[];
extern const struct option_row	cmd_ask_options[];
extern const struct option_row	cmd_trace_options[];
extern const struct option_row	cmd_claims_options[];
extern const struct option_row	cmd_bibliographies_options[];
extern const struct option_row	cmd_terms_options[];
extern const struct option_row	cmd_compare_options[];
extern const struct option_row	cmd_diff_options[];
extern const struct option_row	cmd_log_options[];
extern const struct option_row	cmd_handout_options[];
extern const struct option_row	cmd_none_options[];

struct search_options {
	enum order	 order;		/* ORDER_COUNT: the default */
	long			 limit;		/* -1: the format's default */
	int			 claims;	/* 1: claims instead of works */
	bool			 explain;
	bool			 correct;
	bool			 as_typed;
	bool			 facets;
};
extern const struct search_options	cmd_search_defaults;

struct map_options {
	const char	*rows;		/* a field, or NULL */
	struct list	 columns;	/* char *, a field or names of columns */
	int		 by_name;	/* sort rows by name */
	bool		 top;		/* broadest terms only */
	struct list	 only;		/* char *, names of columns */
	long		 most;		/* maximum rows; 0: all */
};

struct cite_options {
	int		 style;		/* enum cite_style */
};

struct handout_choice {
	int		 style;		/* enum cite_style */
	bool		 teacher;
	const char	*pdf;		/* PDF file, or NULL */
};

struct add_options {
	const char	*to;		/* NULL: the user's bibliography
					   "mine" */
};

struct serve_options {
	bool	stdio;
};

struct status_options {
	const char	*to;		/* NULL: the file of statuses */
};

struct list_options {
	const char	*title;		/* for the list; all may be NULL */
	const char	*description;
	struct list	 aims;		/* char * */
	struct list	 tags;
	const char	*section;	/* for the items */
	const char	*importance;
	const char	*minutes;
	const char	*note;
	const char	*question;
	const char	*answer;
};

struct note_options {
	struct list	 texts;		/* char *, paragraphs */
	struct list	 tags;		/* char * */
	const char	*state;
	long		 drop;		/* a version; -1: none */
	bool		 deletes;
};
extern const struct note_options	cmd_note_defaults;

struct practice_options {
	long		 seed;		/* -1: random */
	long		 most;		/* most questions */
	const char	*kind;		/* name of one of practice_kinds, or
					   NULL */
};
extern const struct practice_options	cmd_practice_defaults;

struct index_options {
	bool		 rebuild;
	bool		 check;
	bool		 where;
	const char	*output;
};

struct claims_options {
	const char	*verdict;	/* or NULL */
};

/* The lines of the form; NULL if empty. */
struct pico_options {
	const char	*people;
	const char	*intervention;
	const char	*comparator;
	const char	*outcome;
};

struct plot_options {
	const char	*kind;		/* NULL: both */
	struct list	 columns;	/* char *, names of outcomes */
	long		 most;		/* maximum works; 0: as many as fit */
};

#endif
