/* strigil handout: prints a reading list as a handout. */
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/printer.h"
#include "page/page_handout.h"

const struct option_row cmd_handout_options[] = {
	{ 's', "style", "STYLE", "style of the references: ama (the "
	  "default), vancouver, apa, harvard or chicago",
	  CHOICE(struct handout_choice, style),
	  CHOICES("ama", "vancouver", "apa", "harvard", "chicago") },
	{ 'T', "teacher", NULL, "also print the answers to the questions",
	  FLAG(struct handout_choice, teacher) },
	{ 0, "pdf", "FILE", "write a PDF file, using weasyprint, groff or "
	  "mandoc",
	  TEXT(struct handout_choice, pdf) },
	OPTION_ROW_FORMAT(FORMAT_PAGES),
	{ .name = NULL }
};

enum status
cmd_handout(struct run *run, int argc, char **argv)
{
	const struct handout_choice *choice = run->options;
	const struct handout_options options = { (enum cite_style)
	    choice->style, choice->teacher };
	const struct reading_list *list;
	struct library *library;
	enum status status;
	struct doc *doc;

	if (argc != 1) {
		run_complain("missing list; usage: strigil handout LIST");
		return STATUS_ERROR;
	}
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	list = library_record(library, run, RECTYPE_LIST, text_begins(argv[0],
	    "list/") ? argv[0] + strlen("list/") : argv[0]);
	if (list == NULL) {
		if (run_has_failed(run))
			return STATUS_ERROR;
		run_complain("no list named %s; 'strigil show lists' shows "
		    "their names", text_clean(run, argv[0], strlen(argv[0])));
		return STATUS_NOTHING;
	}
	doc = page_handout(run, library, list, &options);
	if (choice->pdf != NULL)
		return printer_write(run, doc, choice->pdf);
	output_doc(run, doc);
	return run_finish(STATUS_FOUND);
}
