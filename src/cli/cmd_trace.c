/* strigil trace: marks the sentences of an article that state known claims. */
#include <stdio.h>

#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/run.h"
#include "export/answers.h"
#include "page/page_trace.h"

const struct option_row cmd_trace_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_ANSWERS),
	OPTION_ROW_JSON,
	{ .name = NULL }
};

static void
print_trace(struct run *run, struct library *library,
    const struct trace *trace, const char *name)
{
	json_t *json;

	if (run->format->pages != NULL) {
		output_doc(run, page_trace(run, library, trace, name));
		return;
	}
	json = trace_json(library, trace);
	(void)json_dumpf(json, stdout, JSON_INDENT(1) |
	    JSON_REAL_PRECISION(6));
	(void)fputs("\n", stdout);
	json_decref(json);
}

enum status
cmd_trace(struct run *run, int argc, char **argv)
{
	struct err err = ERR_INIT;
	struct buf bytes = { .data = NULL };
	const struct trace *trace;
	struct library *library;
	enum status status;
	char *name;

	if (argc != 1) {
		run_complain("missing file; usage: strigil trace FILE, or "
		    "'-' for standard input");
		return STATUS_ERROR;
	}
	if (!output_may(run, FORMAT_PAGES | FORMAT_ANSWERS) ||
	    !run_read(run, argv[0], TRACE_BYTES_MAX, &bytes))
		return STATUS_ERROR;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	trace = trace_article(knowledge_of(library), run, buf_string(&bytes),
	    bytes.len, &err);
	if (trace == NULL) {
		run_complain("%s: %s", argv[0], err.text);
		return STATUS_ERROR;
	}
	name = text_same(argv[0], "-") ? mem_text(run, "Standard input") :
	    text_clean(run, argv[0], strlen(argv[0]));
	print_trace(run, library, trace, name);
	if (run_has_failed(run))
		return STATUS_ERROR;
	return run_finish(trace->claims > 0 ? STATUS_FOUND : STATUS_NOTHING);
}
