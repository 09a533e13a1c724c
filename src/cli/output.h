/* Output: documents and records on stdout, by a pager if there is one. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <jansson.h>

#include "cli/run.h"

/* Width of the terminal on stdout; 80 where it is not a terminal. */
size_t	 output_width(const struct run *run);

/* Whether stdout may get bold and underlined text. */
bool	 output_has_style(const struct run *run);

/*
 * Whether stdout may get hyperlinks: it is a terminal, or a pager on one that
 * passes them on, and the setting is "on" or, with "auto", the terminal is
 * known to have them.
 */
bool	 output_has_links(const struct run *run);

/* How this run prints documents: by the pager, once that has started. */
struct print_options	 output_options(const struct run *run);

/* Prints lines, each of which ends with a newline, or with NUL if asked to. */
void	 output_lines(const struct run *run, const char *lines);

/*
 * Whether the format can be printed for one of `uses` (enum format_use), and
 * NUL, if it is asked for, can end its lines; else complains.
 */
bool	 output_may(const struct run *run, unsigned uses);

/*
 * Takes --fields apart into run->keys.  False after complaining of a key that
 * no record has, or of a format that has no keys.
 */
bool	 output_keys(struct run *run);

/* Stdout, for records in the format that was asked for. */
struct export_target	 output_target(const struct run *run);

/*
 * Prints documents (struct doc) in the format that was asked for, by a pager
 * if that is for people.
 */
void	 output_docs(struct run *run, const struct list *docs);
void	 output_doc(struct run *run, struct doc *doc);

/* Prints JSON in ASCII, and lets it go. */
void	 output_json(json_t *json);

#endif
