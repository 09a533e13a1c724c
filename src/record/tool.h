/*
 * Appraisal tools with items defined by the format, and the answers that each
 * allows.
 *
 * Sources: the PEDro scale (PEDro, 1999); RoB 2 (Sterne et al. 2019); the
 * Cochrane risk of bias tool (Higgins et al. 2011); AMSTAR 2 (Shea et al.
 * 2017); ROBIS (Whiting et al. 2016); QUADAS-2 (Whiting et al. 2011).
 */
#ifndef RECORD_TOOL_H
#define RECORD_TOOL_H

#include <stdbool.h>

#include "record/codelist.h"

struct tool {
	const char		*name;		/* as in XML: "RoB 2" */
	const struct codelist	*items;
	const char		*answers;	/* ids of answers, separated by
						   spaces */
};

extern const struct tool	tools[];
extern const size_t		tools_count;

/* The tool with this name, or NULL if the format does not define its items. */
const struct tool	*tool_find(const char *name);

/* The answers as "yes, no or unclear", owned by `ctx`. */
char	*tool_answers(const void *ctx, const struct tool *tool);

/* Whether the tool allows an answer. */
bool	 tool_allows(const struct tool *tool, const char *answer);

#endif
