/* Values: studies, numbers of arms, and declared facets and designs. */
#include "index/values.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/field.h"

char *
values_number(const void *ctx, const char *number)
{
	char *word = mem_format(ctx, "%g", strtod(number, NULL));
	char *point = strchr(word, '.');

	if (point != NULL)
		*point = 'p';
	return word;
}

const char *
values_dose(const struct arm *arm, const char *name)
{
	return text_same(name, "sessions") ? arm->sessions :
	    text_same(name, "weeks") ? arm->weeks :
	    text_same(name, "minutes") ? arm->minutes : NULL;
}

static void
add_dose(struct db *db, const char *field, const char *number)
{
	struct statement *st = db_prepare(db,
	    "INSERT OR IGNORE INTO dose VALUES(?, CAST(? AS REAL))");

	if (number == NULL)
		return;
	bind_text(st, 1, field);
	bind_text(st, 2, number);
	statement_run(st);
}

static void
add_study(struct db *db, const char *study, const char *work)
{
	struct statement *st = db_prepare(db,
	    "INSERT OR IGNORE INTO study VALUES(?, ?)");

	bind_text(st, 1, study);
	bind_text(st, 2, work);
	statement_run(st);
}

bool
values_has_study(struct db *db, const char *study)
{
	struct statement *st = db_prepare(db,
	    "SELECT 1 FROM study WHERE study=?");
	bool has;

	bind_text(st, 1, study);
	has = statement_step(st);
	statement_reset(st);
	return has;
}

void
values_add_work(struct db *db, const struct work *work)
{
	size_t i, k;

	if (work->study != NULL)
		add_study(db, work->study, work->id);
	for (i = 0; i < work->arms.count; i++)
		for (k = 0; k < fields_count; k++)
			add_dose(db, fields[k].name, values_dose(
			    list_at(&work->arms, i), fields[k].name));
}

void
values_add_facets(struct db *db, const struct about *about)
{
	struct statement *st = db_prepare(db,
	    "INSERT OR IGNORE INTO facet VALUES(?, ?, ?, ?)");
	const struct declared_code *code;
	size_t i;

	for (i = 0; i < about->codes.count; i++) {
		code = list_at(&about->codes, i);
		if (!text_same(code->list, "facet") || code->id == NULL ||
		    facet_find(code->id) != FACET_COUNT)
			continue;
		bind_text(st, 1, code->id);
		bind_text(st, 2, code->label != NULL ? code->label : code->id);
		bind_text(st, 3, code->meaning);
		bind_text(st, 4, code->like);
		statement_run(st);
	}
}

void
values_add_designs(struct db *db, const struct about *about)
{
	struct statement *st = db_prepare(db,
	    "INSERT OR IGNORE INTO design VALUES(?, ?, ?)");
	const struct declared_code *code;
	size_t i;

	for (i = 0; i < about->codes.count; i++) {
		code = list_at(&about->codes, i);
		if (!text_same(code->list, "design") || code->id == NULL)
			continue;
		bind_text(st, 1, code->id);
		bind_text(st, 2, code->label != NULL ? code->label : code->id);
		bind_text(st, 3, code->sign != NULL ? code->sign : "");
		statement_run(st);
	}
}

char *
values_covered(const void *ctx, const char *condition, const char *outcome)
{
	assert(condition != NULL);
	return mem_format(ctx, "%s%s%s", condition, outcome == NULL ? "" :
	    " and ", outcome == NULL ? "" : outcome);
}

char *
values_place(const void *ctx, const char *year, const char *volume,
    const char *pages)
{
	assert(year != NULL && volume != NULL && pages != NULL);
	/* Letters separate the numbers: value terms have no signs. */
	return mem_format(ctx, "%s volume %s page %.*s", year, volume,
	    (int)strcspn(pages, "-, \xe2"), pages);
}
