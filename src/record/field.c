/*
 * Fields: the parts of a record that a query can search by name, and the
 * columns of the index.
 */
#include "record/field.h"

#include <assert.h>
#include <strings.h>
#include <string.h>

#include "base/mem.h"
#include "record/language.h"

#define LIST(list, singular, rows)					\
	const struct codelist list = {					\
		singular, rows, COUNT(rows)				\
	}

static const struct code state_rows[] = {
	{ "retracted", "retracted", "!R", "A retraction was published." },
	{ "withdrawn", "withdrawn", "!W", "The work was withdrawn." },
	{ "republished", "retracted and republished", "!R",
	  "The work was retracted, and a corrected version published." },
	{ "partly-retracted", "partly retracted", "!R",
	  "Part of the work was retracted." },
	{ "concern", "under an expression of concern", "!C",
	  "The journal has raised concerns about the work." },
	{ "corrected", "corrected", "!E", "An erratum was published." },
	{ "superseded", "superseded", "!U",
	  "A newer version has replaced the work." },
	{ "registered", "registered only", "reg",
	  "A trial that is registered and has not been published." },
	{ "preprint", "preprint", "!P", "The work has not been peer reviewed." },
	{ "notice", "notice about another work", "!n",
	  "The work retracts, corrects or raises concerns about another "
	  "work." },
	{ "open", "open access", "oa", "Under an open licence, or in PMC." },
	{ "appraised", "appraised", "ap", "A score was published." },
	{ "cited", "cited by an article", "ci",
	  "One of the popular articles cites the work." },
	{ "imported", "imported", "im", "From a database; not appraised." },
	{ "read", "read by you", "rd", "Your note says that you have read the "
	  "work." },
	{ "to-read", "to read", "tr", "Your note says that you want to read "
	  "the work." },
};
LIST(states, "state", state_rows);

static const struct code content_rows[] = {
	{ "estimate", "an estimate", "est", "The size of an effect." },
	{ "interval", "an interval", "ci", "A confidence interval." },
	{ "score", "a score", "sc", "An appraisal of the work's quality." },
	{ "harms", "harms", "h", "A report on unwanted effects." },
	{ "harm-reported", "harm reported", "H",
	  "An unwanted effect that was measured, reported or warned of." },
	{ "summary", "a bottom line", "su", "The meaning of the findings, in "
	  "plain words." },
	{ "abstract", "an abstract", "ab", "The authors' abstract." },
	{ "note", "a note of yours", "n", "You have written a note on the work." },
};
LIST(contents, "content", content_rows);

#define FACET(facet_name, short_name, records, which, sample, words)	\
	{ .name = facet_name, .brief = short_name, .kind = FIELD_TERM,	\
	  .of = OF_##records, .columns = "label",			\
	  .facet = FACET_##which, .example = sample, .help = words },
#define TEXT(text_name, short_name, records, where, sample, words)	\
	{ .name = text_name, .brief = short_name, .kind = FIELD_TEXT,	\
	  .of = OF_##records, .columns = where, .facet = FACET_COUNT,	\
	  .example = sample, .help = words },
#define PICK(list_name, short_name, records, list, sample, words)	\
	{ .name = list_name, .brief = short_name, .kind = FIELD_CHOICE,	\
	  .of = OF_##records, .facet = FACET_COUNT, .choices = &(list),	\
	  .example = sample, .help = words },
#define OTHER(other_name, short_name, records, which, sample, words)	\
	{ .name = other_name, .brief = short_name,			\
	  .kind = FIELD_##which, .of = OF_##records,			\
	  .facet = FACET_COUNT, .example = sample, .help = words },

const struct field fields[] = {
	FIELD_LIST(FACET, TEXT, PICK, OTHER)
};
const size_t fields_count = COUNT(fields);

const struct column work_columns[WORK_COLUMNS] = {
#define X(id, name, weight)	[WORK_##id] = { name, weight },
	WORK_COLUMN_LIST(X)
#undef X
};

const struct column claim_columns[CLAIM_COLUMNS] = {
#define X(id, name, weight)	[CLAIM_##id] = { name, weight },
	CLAIM_COLUMN_LIST(X)
#undef X
};

const char *
field_facet(const struct field *field)
{
	return field->declared != NULL ? field->declared :
	    facet_name(field->facet);
}

bool
field_same(const struct field *a, const struct field *b)
{
	return a == b || (a != NULL && b != NULL &&
	    strcasecmp(a->name, b->name) == 0);
}

const struct field *
field_find(const char *name, size_t n)
{
	size_t i;

	assert(name != NULL);
	for (i = 0; i < fields_count; i++)
		if ((strlen(fields[i].name) == n &&
		    strncasecmp(fields[i].name, name, n) == 0) ||
		    (strlen(fields[i].brief) == n &&
		    strncasecmp(fields[i].brief, name, n) == 0))
			return &fields[i];
	return NULL;
}
