/* How many trials and reviews report the details that readers need. */
#include "page/reporting.h"

#include "base/text.h"

/* Controlled studies, and reviews of them. */
static const char compared[] = "(design:systematic-review OR "
    "design:meta-analysis OR design:network-meta-analysis OR "
    "design:umbrella-review OR design:randomised-controlled-trial OR "
    "design:cluster-randomised-trial OR design:pilot-randomised-trial OR "
    "design:crossover-trial OR design:n-of-1-trial OR "
    "design:non-randomised-trial)";

void
put_reporting(struct doc *doc, struct library *library, const char *query)
{
	static const struct {
		const char	*field;
		const char	*words;
	} rows[] = { { "has:interval", "an interval recorded for" },
	    { "has:harms", "harms for" } };
	struct address address = { .page = PAGE_SEARCH };
	bool several = strstr(query, " OR ") != NULL;
	char *base = mem_format(doc, "%s%s%s%s%s", several ? "(" : "", query,
	    several ? ")" : "", *query == '\0' ? "" : " ", compared);
	long all = library_count_found(library, base);
	struct block *row;
	size_t i;

	if (all == 0)
		return;
	row = doc_row(doc, "Reporting");
	block_format(row, ROLE_TEXT, "%ld %s: ", all, all == 1 ?
	    "trial or review" : "trials and reviews");
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		address.query = mem_format(doc, "%s %s", base, rows[i].field);
		block_text(row, i > 0 ? ", " : "");
		block_link(row, address_print(doc, &address), mem_format(doc,
		    "%s %ld", rows[i].words, library_count_found(library,
		    address.query)));
	}
}
