/* strigil cite: prints a reference list in the style that a course requires. */
#include <stdlib.h>

#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/run.h"
#include "page/page_citations.h"

const struct option_row cmd_cite_options[] = {
	{ 's', "style", "STYLE", "citation style: ama (the default), "
	  "vancouver, apa, harvard or chicago",
	  CHOICE(struct cite_options, style),
	  CHOICES("ama", "vancouver", "apa", "harvard", "chicago") },
	OPTION_ROW_FORMAT(FORMAT_PAGES),
	OPTION_ROW_NULL("ids on standard input end in NUL"),
	{ .name = NULL }
};

/*
 * Numbered in the order given, or sorted by author, depending on the style; one
 * line each as text.
 */
static void
print_list(struct run *run, const struct list *works, enum cite_style style)
{
	bool sorted = cite_style_is_sorted(style);
	struct list references;
	size_t i;

	if (run->format != format_find("text", FORMAT_PAGES)) {
		output_doc(run, page_citations(run, works, style));
		return;
	}
	references = cite_list(run, works, style);
	for (i = 0; i < references.count; i++)
		if (sorted)
			(void)printf("%s\n", (char *)list_at(&references, i));
		else
			(void)printf("%zu. %s\n", i + 1,
			    (char *)list_at(&references, i));
}

static enum status
cite_all(struct run *run, struct library *library, const struct list *asked)
{
	const struct cite_options *options = run->options;
	enum cite_style style = (enum cite_style)options->style;
	struct list works = { .at = NULL };
	struct address address;
	struct work *work;
	bool all = true;
	size_t i;

	for (i = 0; i < asked->count; i++) {
		work = !library_resolve(library, run, list_at(asked, i),
		    &address) ||
		    address.page != PAGE_RECORD || address.kind !=
		    RECTYPE_WORK ? NULL : library_record(library, run,
		    RECTYPE_WORK, address.id);
		if (work != NULL) {
			list_add(run, &works, work);
			continue;
		}
		run_unknown(run, library, list_at(asked, i));
		all = false;
	}
	print_list(run, &works, style);
	return all ? STATUS_FOUND : STATUS_NOTHING;
}

enum status
cmd_cite(struct run *run, int argc, char **argv)
{
	struct list asked = { .at = NULL };
	struct library *library;
	enum status status;

	if (argc == 0) {
		run_complain("missing id; usage: strigil cite ID...");
		return STATUS_ERROR;
	}
	if (!run_ids(run, argc, argv, &asked))
		return STATUS_ERROR;
	if (asked.count == 0)
		return STATUS_NOTHING;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	return run_finish(cite_all(run, library, &asked));
}
