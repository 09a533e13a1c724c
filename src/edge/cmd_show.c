/* strigil show: prints works, claims, terms. */
#include "base/text.h"
#include "edge/options.h"
#include "edge/run.h"
#include "page/page.h"
#include "page/print_plain.h"
#include "service/export.h"

const struct option_row cmd_show_options[] = {
	{ 'f', "format", "FORMAT", "text or json",
	  take_text_or_json },
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

static void
print_page(struct run *run, struct library *library,
    const struct address *address, bool first)
{
	const struct print_options options = { run_width(), run->ascii,
	    run_has_style(run) };
	struct doc *doc = page_make(run, library, address);

	if (!first)
		(void)fputs("\n", stdout);
	if (doc != NULL)
		(void)fputs(print_plain(doc, doc, &options), stdout);
	mem_free(doc);
}

enum status
cmd_show(struct run *run, int argc, char **argv)
{
	enum status status = STATUS_ERROR;
	struct library *library = argc == 0 ? NULL : run_library(run,
	    &status);
	json_t *answer = export_json();
	struct err err = ERR_INIT;
	struct address address;
	void *record;
	int i;

	if (argc == 0)
		run_complain("show what? 'strigil show ADDRESS...'");
	for (i = 0; library != NULL && i < argc; i++) {
		if (!library_resolve(library, run, argv[i], &address) ||
		    address.page != PAGE_RECORD) {
			complain_unknown(run, library, argv[i]);
			status = STATUS_NOTHING;
			continue;
		}
		if (run->format != FORMAT_JSON) {
			print_page(run, library, &address, i == 0);
			continue;
		}
		record = library_record(library, run, address.kind,
		    address.id);
		export_json_add(answer, address.kind, record);
	}
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
