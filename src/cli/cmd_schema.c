/* strigil schema: prints a schema of the input or output formats. */
#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/run.h"
#include "export/schema.h"

enum { GRAMMAR_MAX = 4 << 20 };	/* bytes */

/* Grammars are installed files; `kind` is the suffix. */
static enum status
print_grammar(struct run *run, const char *kind)
{
	const char *data = run_data_directory(run);
	char *path = mem_format(run, "%s/strigil-bibliography.%s", data == NULL ?
	    "" : data, kind);
	struct buf text = { .data = NULL };
	struct err err = ERR_INIT;

	if (file_read_whole(run, path, GRAMMAR_MAX, &text, &err) !=
	    FILE_READ) {
		run_complain("cannot read %s", path);
		return STATUS_ERROR;
	}
	(void)fwrite(text.data, 1, text.len, stdout);
	return run_finish(STATUS_FOUND);
}

enum status
cmd_schema(struct run *run, int argc, char **argv)
{
	const char *kind = argc > 0 ? argv[0] : "json";

	if (argc > 1 || (!text_same(kind, "json") && !text_same(kind, "rng") &&
	    !text_same(kind, "rnc"))) {
		run_complain("usage: strigil schema [json | rng | rnc]");
		return STATUS_ERROR;
	}
	if (!text_same(kind, "json"))
		return print_grammar(run, kind);
	output_json(schema_json());
	return run_finish(STATUS_FOUND);
}
