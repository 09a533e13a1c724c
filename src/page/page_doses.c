/* The page of doses: what each arm received in the works that a query finds. */
#include "page/makers.h"

#include "base/text.h"
#include "page/findings_table.h"
#include "page/page_search.h"

enum { WORKS_MAX = 200 };

struct doc *
page_doses(const void *ctx, struct library *library,
    const struct address *address)
{
	const struct search strongest = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL, .limit = WORKS_MAX };
	struct doc *doc = doc_new(ctx, "doses");
	const struct result *result = library_search(library, doc, &strongest,
	    address->query);
	struct list works = { .at = NULL };
	struct work *work;
	size_t given, i;

	doc->address = address_print(doc, address);
	doc->found = result->total;
	for (i = 0; i < result->count; i++) {
		work = library_row(library, doc, RECTYPE_WORK,
		    result->hits[i].record);
		if (work != NULL)
			list_add(doc, &works, work);
	}
	(void)doc_title(doc, mem_format(doc, "Doses in %s%s%s",
	    wording_total(doc, result), *address->query == '\0' ? "" :
	    " on ", address->query));
	put_remarks(doc, result);
	if (result->total > (long)works.count)
		doc_para(doc, mem_format(doc, "Only the %zu strongest works "
		    "are shown.",
		    works.count));
	given = put_doses(doc, &works);
	if (given == 0)
		doc_para(doc, "No doses are recorded for these works.");
	else if (given < works.count)
		doc_para(doc, mem_format(doc, "Doses are recorded for %zu of "
		    "these %zu works.", given, works.count));
	return doc;
}
