/* Studies: counts several reports of one study as one work. */
#include "search/studies.h"

#include <string.h>

#include "base/mem.h"

/* A report: the row of the work, and the number of its study. */
struct report {
	int64_t	row;
	size_t	study;
};

struct studies {
	struct list	reports;	/* the reports, grouped by study */
};

static struct studies *
read_studies(struct searcher *se)
{
	struct statement *st = db_prepare(se->db, "SELECT s.study, w.row FROM "
	    "study s JOIN record r ON r.kind='work' AND r.id=s.work JOIN work w "
	    "ON w.record=r.number WHERE s.study IN (SELECT study FROM study "
	    "GROUP BY study HAVING count(*)>1) ORDER BY s.study, w.row");
	struct studies *studies = mem_new(se, struct studies);
	struct report *report;
	char *last = NULL;
	size_t number = 0;

	while (statement_step(st)) {
		if (last == NULL || strcmp(last, column_text(st, 0)) != 0) {
			last = mem_text(studies, column_text(st, 0));
			number++;
		}
		report = mem_new(studies, struct report);
		*report = (struct report){ column_int(st, 1), number };
		list_add(studies, &studies->reports, report);
	}
	return studies;
}

const struct studies *
studies_of(struct searcher *se)
{
	struct studies *studies = se->studies;
	struct err err = ERR_INIT;

	if (studies == NULL)
		studies = read_studies(se);
	if (db_ok(se->db, &err))	/* if the database failed, the list is
					   incomplete */
		se->studies = studies;
	return studies;
}

size_t
studies_repeated_both(const struct studies *studies, const struct bitset *a,
    const struct bitset *b)
{
	const struct report *report;
	size_t last = 0, repeated = 0, i;

	for (i = 0; i < studies->reports.count; i++) {
		report = list_at(&studies->reports, i);
		if (!bitset_has(a, report->row) || !bitset_has(b, report->row))
			continue;
		repeated += report->study == last;
		last = report->study;
	}
	return repeated;
}

size_t
studies_repeated(const struct studies *studies, const struct bitset *works)
{
	return studies_repeated_both(studies, works, works);
}
