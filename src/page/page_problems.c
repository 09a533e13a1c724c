/* The page of problems: the faults in the source files and where they are. */
#include "page/makers.h"

#include "base/text.h"

static void
put_problem(struct doc *doc, const struct diag *diag)
{
	struct block *item = doc_item(doc, 0);
	const char *where = diag_where(item, diag->place);

	block_add(item, ROLE_GRADE, mem_format(item, "%s:", text_clean(item,
	    where, strlen(where))));
	block_format(item, ROLE_TEXT, " %s: %s", severity_name(diag->severity),
	    text_clean(item, diag->text, strlen(diag->text)));
}

static void
put_summary(struct doc *doc, long left_out)
{
	if (left_out == 0)
		doc_para(doc, "No record was left out.");
	else
		doc_para(doc, mem_format(doc, left_out == 1 ? "%ld record has "
		    "errors and was left out; searches do not find it." :
		    "%ld records have errors and were left out; searches do "
		    "not find them.", left_out));
	doc_para(doc, "'strigil check' also reports warnings.  After changing "
	    "a file, press R to reload it.");
	doc_gap(doc);
}

struct doc *
page_problems(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, "problems");
	struct list problems = library_problems(library, doc);
	size_t i;

	doc->address = address_print(doc, address);
	(void)doc_title(doc, "Problems in the bibliography");
	doc_gap(doc);
	put_summary(doc, library_left_out(library));
	for (i = 0; i < problems.count; i++)
		put_problem(doc, list_at(&problems, i));
	return doc;
}
