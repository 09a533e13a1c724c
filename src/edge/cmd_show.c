/* strigil show: prints works, claims, terms. */
#include "base/text.h"
#include "edge/options.h"
#include "edge/run.h"
#include "page/page.h"
#include "service/export.h"

const struct option_row cmd_show_options[] = {
	{ 'f', "format", "FORMAT", "text, linear, markdown, html, man or json",
	  take_page_format },
	{ 0, NULL, NULL, NULL, NULL }
};

static void
complain_unknown(struct run *run, struct library *library, const char *text)
{
	char *near = library_nearest(library, run, text);

	if (near != NULL)
		run_complain("there is no '%s'; did you mean '%s'?", text,
		    near);
	else
		run_complain("there is no '%s'; 'strigil search' finds ids",
		    text);
}

enum status
cmd_show(struct run *run, int argc, char **argv)
{
	enum status status = STATUS_ERROR;
	struct library *library = argc == 0 ? NULL : run_library(run,
	    &status);
	json_t *answer = export_json();
	struct list docs = { .at = NULL };
	struct err err = ERR_INIT;
	struct address address;
	void *record;
	int i;

	if (argc == 0)
		run_complain("show what? 'strigil show ADDRESS...'");
	for (i = 0; library != NULL && i < argc; i++) {
		if (!library_resolve(library, run, argv[i], &address) ||
		    address.page == PAGE_HELP || (address.page != PAGE_RECORD
		    && run->format == FORMAT_JSON)) {
			complain_unknown(run, library, argv[i]);
			status = STATUS_NOTHING;
			continue;
		}
		if (run->format != FORMAT_JSON) {
			list_add(run, &docs, page_make(run, library,
			    &address));
			continue;
		}
		record = library_record(library, run, address.kind,
		    address.id);
		export_json_add(answer, address.kind, record);
	}
	if (docs.count > 0)
		run_print(run, &docs);
	if (library != NULL && run->format == FORMAT_JSON) {
		(void)json_dumpf(answer, stdout, JSON_INDENT(1) |
		    JSON_REAL_PRECISION(15));
		(void)fputs("\n", stdout);
	}
	json_decref(answer);
	if (library != NULL && !library_ok(library, &err))
		status = run_fail(&err);
	return run_finish(status);
}
