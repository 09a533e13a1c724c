/*
 * Output: prints documents and records to stdout, through a pager if there is
 * one.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <jansson.h>

#include "cli/run.h"

/* Whether to use bold and underlined text on stdout. */
bool	 output_has_style(const struct run *run);

/*
 * Whether to write hyperlinks to stdout: it is a terminal, or a pager that
 * passes them on, and the setting is "on", or is "auto" with a terminal known
 * to support them.
 */
bool	 output_has_links(const struct run *run);

/* How this run prints documents; depends on the pager, if it has started. */
struct print_options	 output_options(const struct run *run);

/*
 * Whether the format supports one of `uses` (enum format_use) and, if
 * requested, NUL at line ends; complains if not.
 */
bool	 output_may(const struct run *run, unsigned uses);

/*
 * Splits --fields into run->keys.  False after complaining about an unknown key
 * or a format without keys.
 */
bool	 output_keys(struct run *run);

/* Stdout, for records in the selected format. */
struct export_target	 output_target(const struct run *run);

/*
 * Prints documents (struct doc) in the selected format, through a pager if the
 * format is for people.
 */
void	 output_docs(struct run *run, const struct list *docs);
void	 output_doc(struct run *run, struct doc *doc);

/* Prints JSON in ASCII and releases it. */
void	 output_json(json_t *json);

#endif
