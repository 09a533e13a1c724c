/* How many trials and reviews report details that readers need. */
#include "page/reporting.h"

#include "base/text.h"

/* Controlled studies, and reviews of them. */
static const char compared[] = "(design:systematic-review OR "
    "design:meta-analysis OR design:network-meta-analysis OR "
    "design:umbrella-review OR design:randomised-controlled-trial OR "
    "design:cluster-randomised-trial OR design:pilot-randomised-trial OR "
    "design:crossover-trial OR design:n-of-1-trial OR "
    "design:non-randomised-trial)";

bool
reports_harms(struct library *library)
{
	return library_count_found(library, "has:harms") > 0;
}

static void
put_reported(struct block *row, struct library *library, const char *base,
    const char *field, const char *words)
{
	struct address address = { .page = PAGE_SEARCH,
	    .query = mem_format(row, "%s %s", base, field) };

	block_link(row, address_print(row, &address), mem_format(row, "%s %ld",
	    words, library_count_found(library, address.query)));
}

void
put_reporting(struct doc *doc, struct library *library, const char *query)
{
	bool several = strstr(query, " OR ") != NULL;
	char *base = mem_format(doc, "%s%s%s%s%s", several ? "(" : "", query,
	    several ? ")" : "", *query == '\0' ? "" : " ", compared);
	char *published = mem_format(doc, "%s -is:registered", base);
	long all = library_count_found(library, published);
	long planned = library_count_found(library, base) - all;
	struct block *row;

	if (all + planned == 0)
		return;
	row = doc_row(doc, "Reporting");
	if (all > 0) {
		block_format(row, ROLE_TEXT, "%ld %s: ", all, all == 1 ?
		    "trial or review" : "trials and reviews");
		put_reported(row, library, published, "has:interval",
		    "an interval recorded for");
		if (reports_harms(library)) {
			block_text(row, ", ");
			put_reported(row, library, published, "has:harms",
			    "harms for");
		}
	}
	if (planned > 0) {
		block_text(row, all > 0 ? "; " : "");
		put_reported(row, library, base, "is:registered",
		    "registered, not published:");
	}
}
