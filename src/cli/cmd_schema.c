/* strigil schema: prints the JSON Schema of what --format=json prints. */
#include <stdlib.h>

#include "cli/run.h"
#include "export/schema.h"

enum status
cmd_schema(struct run *run, int argc, char **argv)
{
	json_t *schema;
	char *text;

	(void)run;
	(void)argv;
	if (argc > 0) {
		run_complain("schema takes no arguments");
		return STATUS_ERROR;
	}
	schema = schema_json();
	text = json_dumps(schema, JSON_INDENT(1));
	(void)printf("%s\n", text);
	free(text);
	json_decref(schema);
	return run_finish(STATUS_FOUND);
}
