/* strigil pico: a question in four lines. */
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/search_log.h"
#include "page/page.h"
#include "page/page_pico.h"

const struct option_row cmd_pico_options[] = {
	{ 'p', "people", "WORDS", "the people, or their condition",
	  TEXT(struct pico_options, people) },
	{ 'i', "intervention", "WORDS", "the treatment studied",
	  TEXT(struct pico_options, intervention) },
	{ 'c', "comparator", "WORDS", "the comparator",
	  TEXT(struct pico_options, comparator) },
	{ 'o', "outcome", "WORDS", "the outcome measured",
	  TEXT(struct pico_options, outcome) },
	OPTION_ROW_FORMAT(FORMAT_PAGES),
	{ .name = NULL }
};

enum status
cmd_pico(struct run *run, int argc, char **argv)
{
	const struct pico_options *options = run->options;
	const struct address address = { .page = PAGE_PICO, .query = "",
	    .people = options->people, .intervention = options->intervention,
	    .comparator = options->comparator, .outcome = options->outcome };
	struct library *library;
	enum status status;
	struct doc *doc;
	char *query;

	(void)argv;
	if (argc > 0) {
		run_complain("usage: strigil pico [--people=WORDS] "
		    "[--intervention=WORDS] [--comparator=WORDS] "
		    "[--outcome=WORDS]");
		return STATUS_ERROR;
	}
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	doc = page_make(run, library, &address);
	if (doc == NULL)
		return run_nothing(run, "no works for", "pico");
	query = pico_query(run, &address, (1U << PICO_LINES) - 1);
	if (*query != '\0')
		search_log_of_command(run, library, RECTYPE_WORK, query);
	output_doc(run, doc);
	return run_finish(doc->found > 0 ? STATUS_FOUND : STATUS_NOTHING);
}
