/* Sense: warns of implausible values in one record. */
#include "import/sense.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/term.h"
#include "record/work.h"
#include "record/work_status.h"

struct sense_check {
	const struct found	*found;
	long			 year;
	struct diag_sink	*sink;
};

/* Checks all dates of a record and of the records in it. */
static void
sense_dates(const struct sense_check *se, const struct schema *schema,
    const void *record)
{
	const struct member *m;
	const struct list *parts;
	const char *date;
	size_t i;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		parts = m->many && m->type == VALUE_RECORD ? record_list(record,
		    m) : NULL;
		for (i = 0; parts != NULL && i < parts->count; i++)
			sense_dates(se, m->schema, list_at(parts, i));
		if (m->many || (m->type != VALUE_YEAR && m->type !=
		    VALUE_DATE))
			continue;
		date = record_value(record, m);
		if (date != NULL && strtol(date, NULL, 10) > se->year)
			diag_warning(se->sink, found_place(se->found, record,
			    m->name), "%s '%s' is in the future: correct it",
			    m->name, date);
	}
}

/*
 * Warns of each arm with more people than took part; returns whether there are
 * any.
 */
static bool
is_arm_too_large(const struct sense_check *se, const struct work *work, long people)
{
	const struct arm *arm;
	bool too_large = false;
	size_t i;

	for (i = 0; i < work->arms.count; i++) {
		arm = list_at(&work->arms, i);
		if (record_number(arm->n) <= people)
			continue;
		diag_warning(se->sink, found_place(se->found, arm, "n"), "n of "
		    "the arm is %s, but n of the work is %ld: correct one of "
		    "them", arm->n, people);
		too_large = true;
	}
	return too_large;
}

/*
 * The arms of a crossover trial, or of a comparison between sides of the body,
 * share people.
 */
static void
sense_arms(const struct sense_check *se, const struct work *work)
{
	const struct arm *arm;
	long people = 0, n;
	size_t i;

	if (work->participants == NULL || work->participants->n == NULL)
		return;
	n = record_number(work->participants->n);
	if (is_arm_too_large(se, work, n) || work->arms.count < 2 ||
	    text_same(work_design(work), "crossover-trial"))
		return;
	for (i = 0; i < work->arms.count; i++) {
		arm = list_at(&work->arms, i);
		if (record_number(arm->n) == n)
			return;
		people += record_number(arm->n);
	}
	if (people > n)
		diag_warning(se->sink, found_place(se->found,
		    work->participants, "n"), "n is %ld, but the arms have %ld "
		    "people in total: correct one of them", n, people);
}

static void
sense_content(const struct sense_check *se, const struct work *work)
{
	const struct list *const lists[] = { &work->findings,
	    &work->conditions, &work->body_regions, &work->mechanisms,
	    &work->outcomes, &work->techniques, &work->comparators,
	    &work->instruments, &work->populations, &work->terms,
	    &work->recommendations };
	size_t i;

	for (i = 0; i < COUNT(lists); i++)
		if (lists[i]->count > 0)
			return;
	for (i = 0; i < work->sources.count; i++)
		if (text_same(((const struct source *)work->sources.at[i])->kind,
		    "database-record"))
			return;
	if (work->evidence_note == NULL && work->abstract.count == 0 &&
	    se->found->lost.count == 0)
		diag_warning(se->sink, work->at, "<work> has neither finding, "
		    "evidence-note nor term, so searches will not find it: add "
		    "<outcome>...</outcome> or other terms, and a <finding>");
}

/*
 * Warns of a recorded level that is never shown because of the work's status.
 */
static void
sense_level(const struct sense_check *se, const struct work *work)
{
	bool retracted = work_is_retracted(work);

	if ((work->level == NULL && work->level_adjusted == NULL) ||
	    (!retracted && !work_is_superseded(work)))
		return;
	diag_warning(se->sink, found_place(se->found, work, work->level !=
	    NULL ? "level" : "level-adjusted"), "level %d is not shown because "
	        "%s: remove <level> and <level-adjusted>, or correct the "
	        "<notice>",
	    work_level(work), retracted ? "the work was retracted or "
	    "withdrawn" : "a newer version has replaced it");
}

/*
 * SPDX identifiers of licences that bibliographies and articles have, also
 * written with blanks; a Creative Commons licence may lack its version.
 */
static void
sense_licence(const struct sense_check *se, const void *record, const char *member,
    const char *licence)
{
	static const char *const known[] = { "CC0-1.0", "CC-PDDC", "CC-BY",
	    "CC-BY-SA", "CC-BY-NC", "CC-BY-ND", "CC-BY-NC-SA", "CC-BY-NC-ND",
	    "GPL-3.0-or-later", "GFDL-1.3-or-later", "MIT", "ODbL-1.0",
	    "ODC-By-1.0", "PDDL-1.0", "OGL-UK-3.0", "Apache-2.0" };
	char *id, *p;
	size_t i, n;

	if (licence == NULL || text_begins(licence, "Creative Commons"))
		return;
	id = mem_text(NULL, licence);
	for (p = id; *p != '\0'; p++)
		*p = *p == ' ' ? '-' : *p;
	for (i = 0; i < COUNT(known); i++) {
		n = strlen(known[i]);
		if (strncmp(id, known[i], n) == 0 && (id[n] == '\0' ||
		    (text_begins(known[i], "CC-BY") && id[n] == '-' &&
		    strspn(id + n + 1, "0123456789.") == strlen(id + n + 1))))
			break;
	}
	mem_free(id);
	if (i == COUNT(known))
		diag_warning(se->sink, found_place(se->found, record, member),
		    "%s '%s' is not an SPDX identifier: write one, such as "
		    "CC-BY-4.0 (spdx.org/licenses)", member, licence);
}

void
sense_found(const struct found *found, long year, struct diag_sink *sink)
{
	const struct sense_check se = { found, year, sink };
	const struct about *about = found->record;
	const struct work *work = found->record;

	assert(found->record != NULL && sink != NULL);
	sense_dates(&se, rectype_schema(found->kind), found->record);
	if (found->kind == RECTYPE_ABOUT)
		sense_licence(&se, about, "rights", about->rights);
	if (found->kind != RECTYPE_WORK)
		return;
	sense_arms(&se, work);
	sense_content(&se, work);
	sense_level(&se, work);
	sense_licence(&se, work, "license", work->license);
}
