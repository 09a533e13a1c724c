/* The JSON Schema of command output other than records and pages. */
#ifndef EXPORT_SCHEMA_COMMANDS_H
#define EXPORT_SCHEMA_COMMANDS_H

#include <jansson.h>

/* Adds the output of each command to $defs, by the name of the command. */
void	 schema_add_commands(json_t *definitions);

#endif
