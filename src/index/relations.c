/* Relations: what the index stores about a record besides its bytes. */
#include "index/store_inside.h"

#include "base/mem.h"
#include "base/text.h"
#include "record/identifier.h"
#include "record/claim.h"
#include "record/level.h"
#include "record/work.h"
#include "index/label_key.h"
#include "index/values.h"

static void
add_alias(struct store *store, const struct work *work, const char *alias,
    enum alias_kind kind)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT OR IGNORE INTO alias VALUES(?, ?, ?)");

	if (kind != ALIAS_OWN && text_same(alias, work->id))
		return;
	bind_text(st, 1, alias);
	bind_text(st, 2, work->id);
	bind_int(st, 3, kind);
	statement_run(st);
}

/*
 * Adds a work's ids in other bibliographies, with and without their prefixes.
 */
static void
add_recorded(struct store *store, const struct work *work)
{
	const struct recorded *recorded;
	char *named;
	size_t i;

	for (i = 0; i < work->recorded.count; i++) {
		recorded = list_at(&work->recorded, i);
		add_alias(store, work, recorded->id, ALIAS_RECORDED);
		if (recorded->bibliography == NULL)
			continue;
		named = mem_format(NULL, "%s:%s", recorded->bibliography,
		    recorded->id);
		add_alias(store, work, named, ALIAS_RECORDED);
		mem_free(named);
	}
}

/* The kind of a name of a term, stored in the column `abbreviation`. */
enum phrase_kind { PHRASE_NAME, PHRASE_ABBREVIATION, PHRASE_EVERYDAY };

static void
store_add_phrase(struct store *store, int64_t term, const char *phrase,
    enum phrase_kind kind)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT OR IGNORE INTO phrase VALUES(?, ?, ?, ?)");
	char *key = label_key(NULL, phrase);

	bind_text(st, 1, key);
	bind_int(st, 2, term);
	bind_int(st, 3, kind);
	bind_text(st, 4, phrase);
	if (*key != '\0')
		statement_run(st);
	mem_free(key);
}

/* Adds a label, also without the words in parentheses at its end. */
static void
add_label(struct store *store, int64_t number, const char *label)
{
	const char *open = strstr(label, " (");
	char *part;

	store_add_phrase(store, number, label, PHRASE_NAME);
	if (open == NULL || open == label)
		return;
	part = mem_text_n(NULL, label, (size_t)(open - label));
	store_add_phrase(store, number, part, PHRASE_NAME);
	mem_free(part);
}

static void
add_all_phrases(struct store *store, int64_t number, const struct term *term)
{
	size_t i;

	add_label(store, number, term->label);
	for (i = 0; i < term->synonyms.count; i++)
		store_add_phrase(store, number, list_at(&term->synonyms, i),
		    PHRASE_NAME);
	for (i = 0; i < term->abbreviations.count; i++)
		store_add_phrase(store, number,
		    list_at(&term->abbreviations, i), PHRASE_ABBREVIATION);
	if (term->mesh != NULL)
		store_add_phrase(store, number, term->mesh, PHRASE_NAME);
	for (i = 0; i < term->everyday.count; i++)
		store_add_phrase(store, number, list_at(&term->everyday, i),
		    PHRASE_EVERYDAY);
}

/* Adds a broader term; a term may have one in each bibliography. */
static void
add_broader(struct store *store, int64_t number, const char *broader)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT OR IGNORE INTO broader VALUES(?, ?)");

	if (broader == NULL)
		return;
	bind_int(st, 1, number);
	bind_text(st, 2, broader);
	statement_run(st);
}

void
store_relate_term(struct store *store, int64_t number,
    const struct term *term)
{
	add_all_phrases(store, number, term);
	add_broader(store, number, term->broader);
}

static void
store_add_term(struct store *store, const struct term *term)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT INTO term(id, facet, broader, label, mesh) "
	    "VALUES(?, ?, ?, ?, ?)");
	int64_t number;

	bind_text(st, 1, term->id);
	bind_text(st, 2, term->facet);
	bind_text(st, 3, term->broader);
	bind_text(st, 4, term->label);
	bind_text(st, 5, term->mesh);
	statement_run(st);
	number = db_number(store->db, LAST_NUMBER);
	store_relate_term(store, number, term);
}

static void
store_add_bearings(struct store *store, const char *claim,
    const struct list *list)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT INTO bearing VALUES(?, ?, ?, ?)");
	const struct bearing *b;
	size_t i;

	for (i = 0; i < list->count; i++) {
		b = list_at(list, i);
		bind_text(st, 1, claim);
		bind_text(st, 2, b->work);
		bind_text(st, 3, b->tie);
		bind_text(st, 4, b->bears);
		statement_run(st);
	}
}

static void
add_overlaps(struct store *store, const struct claim *claim)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT OR IGNORE INTO overlap VALUES(?, ?)");
	size_t i;

	for (i = 0; i < claim->overlaps.count; i++) {
		bind_text(st, 1, claim->id);
		bind_text(st, 2, list_at(&claim->overlaps, i));
		statement_run(st);
	}
}

static void
store_add_claim(struct store *store, const struct claim *claim)
{
	store_add_bearings(store, claim->id, &claim->support);
	store_add_bearings(store, claim->id, &claim->related);
	add_overlaps(store, claim);
}

static void
store_add_members(struct store *store, const struct proposition *proposition)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT OR IGNORE INTO member VALUES(?, ?, ?)");
	size_t i;

	for (i = 0; i < proposition->members.count; i++) {
		bind_text(st, 1, list_at(&proposition->members, i));
		bind_text(st, 2, proposition->id);
		bind_int(st, 3, (int64_t)i);
		statement_run(st);
	}
}

static void
add_trials(struct store *store, const struct trial_list *list)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT OR IGNORE INTO trials VALUES(?, ?)");
	struct statement *listed = db_prepare(store->db,
	    "INSERT OR IGNORE INTO listed VALUES(?, ?)");
	const struct included_trial *trial;
	size_t i;

	bind_text(st, 1, list->id);
	bind_text(st, 2, list->review);
	statement_run(st);
	for (i = 0; i < list->trials.count; i++) {
		trial = list_at(&list->trials, i);
		if (trial->work == NULL)
			continue;
		bind_text(listed, 1, trial->work);
		bind_text(listed, 2, list->id);
		statement_run(listed);
	}
}

static void
insert_identifier(struct store *store, const char *kind, const char *value,
    const char *id)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT OR IGNORE INTO identifier VALUES(?, ?, ?)");

	if (value == NULL)
		return;
	bind_text(st, 1, value);
	bind_text(st, 2, kind);
	bind_text(st, 3, id);
	statement_run(st);
}

static void
store_add_identifier(struct store *store, const struct work *work,
    enum identifier kind, const char *text)
{
	char *value = text == NULL ? NULL : identifier_value(NULL, kind, text);

	insert_identifier(store, identifier_name(kind), value, work->id);
	mem_free(value);
}

/* Estimates in the same plot must have the same type and unit. */
static void
add_plots(struct store *store, const struct work *work)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT INTO plot VALUES(?, ?, ?, ?, ?, ?, ?)");
	const struct finding *finding;
	const struct estimate *e;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		e = finding->estimate;
		if (e == NULL || e->plot == NULL)
			continue;
		bind_text(st, 1, e->plot);
		bind_text(st, 2, e->type);
		bind_text(st, 3, e->unit);
		bind_int(st, 4, store->source);
		bind_int(st, 5, (int64_t)e->at.line);
		bind_int(st, 6, (int64_t)e->at.column);
		bind_int(st, 7, store->last);
		statement_run(st);
	}
}

/*
 * Stores the rank only; the order is not known until all works have been read.
 */
static void
add_rank(struct store *store, const struct work *work)
{
	struct statement *st = db_prepare(store->db,
	    "INSERT OR REPLACE INTO ranked VALUES(?, ?)");

	bind_int(st, 1, (int64_t)level_rank(work));
	bind_int(st, 2, store->last);
	statement_run(st);
}

char *
store_title_key(const void *ctx, const struct work *work)
{
	/* A book may have editors only. */
	const struct list *people = work->authors.count > 0 ? &work->authors :
	    &work->editors;
	const struct author *author = people->count == 0 ? NULL :
	    list_at(people, 0);
	char *key, *folded;

	if (work->title == NULL || *work->title == '\0' || text_same(work->title,
	    WORK_NO_TITLE))
		return NULL;
	folded = text_fold(NULL, work->title);
	key = mem_format(ctx, "%s|%s|%s", folded, work->year == NULL ? "" :
	    work->year, author == NULL ? "" : text_fold(folded,
	    author->family));
	mem_free(folded);
	return key;
}

/* Adds the ids and identifiers of a work, which no other work may have. */
static void
add_work_names(struct store *store, const struct work *work)
{
	size_t i;

	for (i = 0; i < work->aliases.count; i++)
		add_alias(store, work, list_at(&work->aliases, i), ALIAS_OWN);
	add_recorded(store, work);
	for (i = 0; i < work->read_as.count; i++)
		add_alias(store, work, list_at(&work->read_as, i), ALIAS_READ);
	store_add_identifier(store, work, IDENTIFIER_DOI, work->doi);
	store_add_identifier(store, work, IDENTIFIER_PMID, work->pmid);
	store_add_identifier(store, work, IDENTIFIER_PMCID, work->pmcid);
}

static void
store_add_work(struct store *store, const struct work *work)
{
	char *key;

	add_rank(store, work);
	add_plots(store, work);
	values_add_work(store->db, work);
	add_work_names(store, work);
	store_add_identifier(store, work, IDENTIFIER_ISBN, work->isbn);
	store_add_identifier(store, work, IDENTIFIER_REGISTRATION,
	    work->registration);
	key = store_title_key(store, work);
	insert_identifier(store, "title", key, work->id);
	mem_free(key);
}

void
store_relate(struct store *store, enum rectype kind, const void *record)
{
	assert(record != NULL);
	switch (kind) {
	case RECTYPE_WORK:
		store_add_work(store, record);
		break;
	case RECTYPE_TERM:
		store_add_term(store, record);
		break;
	case RECTYPE_CLAIM:
		store_add_claim(store, record);
		break;
	case RECTYPE_PROPOSITION:
		store_add_members(store, record);
		break;
	case RECTYPE_TRIAL_LIST:
		add_trials(store, record);
		break;
	case RECTYPE_ABOUT:
		values_add_facets(store->db, record);
		values_add_designs(store->db, record);
		break;
	case RECTYPE_ARTICLE:
	case RECTYPE_TOPIC:
	case RECTYPE_ENTRY:
	case RECTYPE_TOUR:
	case RECTYPE_LIST:
	case RECTYPE_NOTES:
	case RECTYPE_COUNT:
		break;
	}
}

void
store_relate_broken(struct store *store, enum rectype kind,
    const void *record)
{
	const struct term *term = record;

	assert(record != NULL);
	switch (kind) {
	case RECTYPE_WORK:
		add_work_names(store, record);
		break;
	case RECTYPE_TERM:
		if (term->facet != NULL && term->label != NULL)
			store_add_term(store, term);
		break;
	case RECTYPE_CLAIM:
		add_overlaps(store, record);
		break;
	case RECTYPE_PROPOSITION:
		store_add_members(store, record);
		break;
	default:
		break;
	}
}
