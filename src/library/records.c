/* Records, with members derived from other records. */
#include "library/records.h"

#include <assert.h>
#include <ctype.h>

#include "base/text.h"
#include "library/entries.h"
#include "library/private.h"
#include "library/result.h"
#include "record/address.h"
#include "record/identifier.h"
#include "record/serialize.h"
#include "search/vocabulary.h"

/* What library_load() reads. */
#define LOADED	"SELECT plain(pack), id, kind FROM record "

static void *
library_load(struct library *library, const void *ctx, enum rectype kind,
    struct statement *st)
{
	void *record = NULL;

	if (statement_step(st) && column_bytes(st, 0) != NULL) {
		if (text_same(column_text(st, 2), rectype_name(kind)))
			record = record_load(ctx, rectype_schema(kind),
			    column_text(st, 1), column_bytes(st, 0),
			    column_size(st, 0));
		if (record == NULL)
			db_damaged(library->db, "a record is damaged");
	}
	statement_reset(st);
	return record;
}

/* A record as stored, or NULL. */
static void *
load_id(struct library *library, const void *ctx, enum rectype kind,
    const char *id)
{
	struct statement *st = db_prepare(library->db, kind == RECTYPE_TERM ?
	    LOADED "WHERE kind=? AND id=" TERM_ID("?2") :
	    LOADED "WHERE kind=? AND id=?");

	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	return library_load(library, ctx, kind, st);
}

/* Members derived from other records. */

static void
derive_work(struct library *library, struct work *work)
{
	work->cited_by = library_texts(library, work, "SELECT DISTINCT "
	    "r.article FROM bearing b JOIN record r ON r.kind='claim' AND "
	    "r.id=b.claim WHERE b.work=? AND b.tie IS NOT NULL AND r.pack IS "
	    "NOT NULL ORDER BY r.article",
	    work->id);
}

static void
derive_claim(struct library *library, struct claim *claim)
{
	struct list group = library_texts(library, claim,
	    "SELECT proposition FROM member WHERE claim=?", claim->id);
	const struct proposition *proposition;

	claim_derive_cites(claim);
	if (group.count == 0)
		return;
	claim->group = list_at(&group, 0);
	proposition = load_id(library, claim, RECTYPE_PROPOSITION,
	    claim->group);
	if (proposition != NULL) {
		claim->verdict = proposition->verdict;
		claim->verdict_reason = proposition->verdict_reason;
	}
	claim->same_as = library_texts(library, claim, "SELECT m.claim FROM "
	    "member m JOIN member mine ON mine.proposition=m.proposition WHERE "
	    "mine.claim=?1 AND m.claim<>?1 ORDER BY m.position", claim->id);
}

static void
library_add_new(void *owner, struct list *to, const struct list *from)
{
	size_t i, j;

	for (i = 0; i < from->count; i++) {
		for (j = 0; j < to->count; j++)
			if (text_same(list_at(to, j), list_at(from, i)))
				break;
		if (j == to->count)
			list_add(owner, to, mem_text(owner, list_at(from, i)));
	}
}

/* Adds the terms of a proposition's claims to its own, in order. */
static void
derive_proposition(struct library *library, struct proposition *proposition)
{
	void *scratch = mem_context(NULL);
	struct claim *claim;
	size_t i;

	for (i = 0; i < proposition->members.count; i++) {
		claim = library_record(library, scratch, RECTYPE_CLAIM,
		    list_at(&proposition->members, i));
		if (claim == NULL)
			continue;
		library_add_new(proposition, &proposition->mechanisms,
		    &claim->mechanisms);
		library_add_new(proposition, &proposition->conditions,
		    &claim->conditions);
		library_add_new(proposition, &proposition->outcomes,
		    &claim->outcomes);
		library_add_new(proposition, &proposition->techniques,
		    &claim->techniques);
		library_add_new(proposition, &proposition->terms,
		    &claim->terms);
	}
	mem_free(scratch);
}

static void
derive_article(struct library *library, struct article *article)
{
	struct list claims = library_texts(library, article, "SELECT id FROM "
	    "record WHERE kind='claim' AND id>='' AND article=?", article->id);

	article->claims = mem_format(article, "%zu", claims.count);
	article->works = library_texts(library, article, "SELECT DISTINCT "
	    "b.work FROM bearing b JOIN record r ON r.kind='claim' AND "
	    "r.id=b.claim WHERE b.tie IS NOT NULL AND r.article=? ORDER BY "
	    "b.work", article->id);
}

/* Whether a bibliography has a record with this address. */
static bool
bibliography_has(struct library *library, const char *bibliography,
    const char *page)
{
	void *scratch = mem_context(NULL);
	struct address address;
	bool has = false;

	if (address_parse(scratch, page, &address) && address.page ==
	    PAGE_RECORD && address.kind != RECTYPE_COUNT)
		has = library_texts(library, scratch, "SELECT id FROM record "
		    "WHERE id=?1 UNION ALL SELECT id FROM alias WHERE id=?1 "
		    "UNION ALL SELECT id FROM merged_term WHERE id=?1",
		    mem_format(scratch, "%s:%s", bibliography,
		    address.id)).count > 0 || text_same(bibliography,
		    library_bibliography_of(library, scratch, address.kind,
		    address.id));
	mem_free(scratch);
	return has;
}

/*
 * An item that names no bibliography belongs to the list's own bibliography, if
 * that has the page.
 */
static void
derive_items(struct library *library, const char *own, struct list *items)
{
	struct reading_item *item;
	size_t i;

	for (i = 0; i < items->count; i++) {
		item = list_at(items, i);
		if (item->bibliography == NULL && bibliography_has(library, own,
		    item->page))
			item->bibliography = own;
	}
}

static void
derive_list(struct library *library, struct reading_list *list)
{
	char *own = library_ids(library, list, RECTYPE_ABOUT).count < 2 ?
	    NULL : library_bibliography_of(library, list, RECTYPE_LIST,
	    list->id);
	struct reading_section *section;
	size_t i;

	if (own == NULL)
		return;
	derive_items(library, own, &list->items);
	for (i = 0; i < list->sections.count; i++) {
		section = list_at(&list->sections, i);
		derive_items(library, own, &section->items);
	}
}

static void
derive(struct library *library, enum rectype kind, void *record)
{
	switch (kind) {
	case RECTYPE_WORK:
		derive_work(library, record);
		break;
	case RECTYPE_CLAIM:
		derive_claim(library, record);
		break;
	case RECTYPE_PROPOSITION:
		derive_proposition(library, record);
		break;
	case RECTYPE_ARTICLE:
		derive_article(library, record);
		break;
	case RECTYPE_LIST:
		derive_list(library, record);
		break;
	case RECTYPE_ABOUT:
	case RECTYPE_TERM:
	case RECTYPE_TRIAL_LIST:
	case RECTYPE_TOPIC:
	case RECTYPE_ENTRY:
	case RECTYPE_TOUR:
	case RECTYPE_NOTES:
	case RECTYPE_COUNT:
		break;
	}
}

/* Records. */

/*
 * A copy of the notebook's record with an id; it takes precedence over the
 * index.
 */
static void *
record_of_notebook(const struct library *library, const void *ctx,
    enum rectype kind, const char *id)
{
	const void *record = NULL;

	if (library->notebook != NULL && kind == RECTYPE_LIST)
		record = notebook_list(library->notebook, id);
	else if (library->notebook != NULL && kind == RECTYPE_NOTES &&
	    text_same(id, "notes"))
		record = notebook_notes(library->notebook);
	return record == NULL ? NULL : record_copy(ctx, rectype_schema(kind),
	    record);
}

void *
library_record(struct library *library, const void *ctx, enum rectype kind,
    const char *id)
{
	void *record = record_of_notebook(library, ctx, kind, id);

	assert(kind < RECTYPE_COUNT);
	if (record != NULL)
		return record;
	record = load_id(library, ctx, kind, id);
	if (record != NULL)
		derive(library, kind, record);
	return record;
}

static void *
load_number(struct library *library, const void *ctx, enum rectype kind,
    int64_t number)
{
	struct statement *st = db_prepare(library->db,
	    LOADED "WHERE number=?");
	void *record;

	bind_int(st, 1, number);
	record = library_load(library, ctx, kind, st);
	if (record == NULL)
		db_damaged(library->db, "a record is missing");
	return record;
}

void *
library_hit(struct library *library, const void *ctx, enum rectype kind,
    int64_t number)
{
	void *record = load_number(library, ctx, kind, number);

	assert(kind < RECTYPE_COUNT);
	if (record != NULL)
		derive(library, kind, record);
	return record;
}

void *
library_row(struct library *library, const void *ctx, enum rectype kind,
    int64_t number)
{
	assert(kind < RECTYPE_COUNT);
	return kind == RECTYPE_WORK ? load_number(library, ctx, kind, number) :
	    library_hit(library, ctx, kind, number);
}

struct claim *
library_next_claim(struct library *library, const void *ctx, int64_t *row)
{
	struct statement *st = db_prepare(library->db,
	    LOADED "WHERE number=(SELECT record FROM claim WHERE row=?)");

	bind_int(st, 1, ++*row);
	return library_load(library, ctx, RECTYPE_CLAIM, st);
}

struct work *
library_next_results(struct library *library, const void *ctx,
    const struct result *result, int64_t *row)
{
	struct statement *st = db_prepare(library->db,
	    "SELECT results FROM work WHERE row=?");
	const struct bitset *rows = result->found->full;
	struct work *work = NULL;

	assert(result->target == RECTYPE_WORK);
	*row = *row == 0 ? bitset_skip(rows, 0) : bitset_next(rows, *row);
	if (*row == 0)
		return NULL;
	bind_int(st, 1, *row);
	if (statement_step(st) && column_bytes(st, 0) != NULL)
		work = record_load(ctx, &work_results_schema, NULL,
		    column_bytes(st, 0), column_size(st, 0));
	if (work == NULL)
		db_damaged(library->db, "a record is damaged");
	statement_reset(st);
	return work;
}

char *
library_id(struct library *library, const void *ctx, int64_t number)
{
	struct statement *st = db_prepare(library->db,
	    "SELECT id FROM record WHERE number=?");
	char *id = NULL;

	bind_int(st, 1, number);
	if (statement_step(st))
		id = mem_text(ctx, column_text(st, 0));
	else
		db_damaged(library->db, "a record is missing");
	statement_reset(st);
	return id;
}

/*
 * Records of a type, by the index on kind and id; otherwise SQLite would scan
 * all records, which are mostly works.
 */
#define OF_KIND	"kind=? AND id>='' AND pack IS NOT NULL"

long
library_count(struct library *library, enum rectype kind)
{
	struct statement *st;

	assert(kind < RECTYPE_COUNT);
	if (library->counts[kind] >= 0)
		return library->counts[kind];
	st = db_prepare(library->db, kind == RECTYPE_WORK ?
	    "SELECT value FROM property WHERE name='works'" :
	    kind == RECTYPE_CLAIM ?
	    "SELECT value FROM property WHERE name='claims'" :
	    "SELECT count(*) FROM record WHERE " OF_KIND);
	if (kind != RECTYPE_WORK && kind != RECTYPE_CLAIM)
		bind_text(st, 1, rectype_name(kind));
	library->counts[kind] = (long)statement_number(st,
	    library->counts[kind]);
	return library->counts[kind] < 0 ? 0 : library->counts[kind];
}

bool
library_has(struct library *library, enum rectype kind)
{
	struct statement *st;

	if (library->counts[kind] >= 0)
		return library->counts[kind] > 0;
	st = db_prepare(library->db, "SELECT 1 FROM record WHERE " OF_KIND
	    " LIMIT 1");
	bind_text(st, 1, rectype_name(kind));
	return statement_number(st, 0) > 0;
}

/* Ids. */

struct list
library_texts(struct library *library, const void *ctx, const char *sql,
    const char *bound)
{
	struct list list = { .at = NULL };
	struct statement *st;

	assert(sql != NULL);
	st = db_prepare(library->db, sql);
	bind_text(st, 1, bound);
	while (statement_step(st))
		list_add(ctx, &list, mem_text(ctx, column_text(st, 0)));
	return list;
}

struct list
library_ids(struct library *library, const void *ctx, enum rectype kind)
{
	struct list ids, mine;
	size_t i;

	assert(kind < RECTYPE_COUNT);
	ids = library_texts(library, ctx, "SELECT id FROM record WHERE "
	    OF_KIND " ORDER BY +number", rectype_name(kind));
	if (kind != RECTYPE_LIST || library->notebook == NULL)
		return ids;
	mine = notebook_names(library->notebook, ctx);
	for (i = 0; i < mine.count; i++)
		if (!list_holds(&ids, list_at(&mine, i)) && notebook_list(
		    library->notebook, list_at(&mine, i)) != NULL)
			list_add(ctx, &ids, list_at(&mine, i));
	return ids;
}

struct list
library_broader(struct library *library, const void *ctx, const char *term)
{
	return library_texts(library, ctx, "SELECT b.id FROM term t JOIN "
	    "ancestor a ON a.term=t.number AND a.broader<>t.number JOIN term b "
	    "ON b.number=a.broader WHERE t.id=? ORDER BY b.number", term);
}

bool
library_has_terms(struct library *library, const char *facet)
{
	void *scratch = mem_context(NULL);
	struct list one = library_texts(library, scratch, "SELECT id FROM "
	    "term WHERE facet=? LIMIT 1", facet);

	mem_free(scratch);
	return one.count > 0;
}

struct list
library_claims_of(struct library *library, const void *ctx, const char *work)
{
	return library_texts(library, ctx, "SELECT DISTINCT b.claim FROM "
	    "bearing b JOIN record r ON r.kind='claim' AND r.id=b.claim WHERE "
	    "b.work=? ORDER BY b.tie IS NULL, r.number", work);
}

struct list
library_trials_of(struct library *library, const void *ctx, const char *work)
{
	return library_texts(library, ctx, "SELECT list FROM trials WHERE "
	    "review=?", work);
}

struct list
library_terms_of(struct library *library, const void *ctx, const char *facet)
{
	return library_texts(library, ctx, "SELECT id FROM term WHERE "
	    "facet=? ORDER BY number", facet);
}

/* All rows of a page need the same term, so the last one is cached. */
struct list
library_within(struct library *library, const void *ctx, const char *term)
{
	struct list ids = { .at = NULL };
	struct err err = ERR_INIT;
	size_t i;

	if (library->parent == NULL || !text_same(library->parent, term)) {
		mem_free(library->parent);
		library->parent = mem_text(library, term);
		library->within = library_texts(library, library->parent,
		    "SELECT t.id FROM term b JOIN ancestor a ON "
		    "a.broader=b.number JOIN term t ON t.number=a.term WHERE "
		    "b.id=? ORDER BY t.number", term);
	}
	for (i = 0; i < library->within.count; i++)
		list_add(ctx, &ids, mem_text(ctx, list_at(&library->within,
		    i)));
	if (ids.count == 0)
		list_add(ctx, &ids, mem_text(ctx, term));
	if (!db_ok(library->db, &err)) {
		mem_free(library->parent);
		library->parent = NULL;
	}
	return ids;
}

struct list
library_narrower(struct library *library, const void *ctx, const char *term)
{
	return library_texts(library, ctx, "SELECT id FROM term WHERE "
	    "broader=? ORDER BY number", term);
}

struct list
library_reports(struct library *library, const void *ctx, const char *work)
{
	return library_texts(library, ctx, "SELECT r.id FROM study me JOIN study s ON "
	    "s.study=me.study AND s.work<>me.work JOIN record r ON "
	    "r.kind='work' AND r.id=s.work JOIN work w ON w.record=r.number "
	    "WHERE me.work=? ORDER BY w.row", work);
}

char *
library_main_term(struct library *library, const void *ctx, enum facet facet)
{
	struct list labels = library_texts(library, ctx, "SELECT t.label FROM "
	    "term t JOIN work_term w ON w.term=t.number WHERE t.facet=? "
	    "GROUP BY t.number ORDER BY count(*) DESC, t.label LIMIT 1",
	    facets.at[facet].id);

	return labels.count == 0 ? NULL : list_at(&labels, 0);
}

struct list
library_main_outcomes(struct library *library, const void *ctx, size_t most)
{
	struct list list = library_texts(library, ctx, "SELECT t.id FROM term "
	    "t JOIN work_term w ON w.term=t.number WHERE t.facet=? AND "
	    "t.broader IS NULL GROUP BY t.number ORDER BY count(*) DESC, "
	    "t.number", facets.at[FACET_OUTCOME].id);

	if (list.count > most)
		list.count = most;
	return list;
}

/* Whether an abbreviation consists of the first letters of a label's words. */
static bool
is_acronym(const char *abbreviation, const char *label)
{
	char *folded = text_fold(NULL, label);
	const char *p = folded;
	bool fits = true;

	for (; *abbreviation != '\0' && fits; abbreviation++) {
		fits = tolower((unsigned char)*abbreviation) == *p;
		p += strcspn(p, " ");
		p += *p == ' ';
	}
	fits = fits && *p == '\0';
	mem_free(folded);
	return fits;
}

char *
library_short_label(struct library *library, const void *ctx,
    const char *term)
{
	const struct term *record = library_record(library, ctx, RECTYPE_TERM,
	    term);
	char *folded;

	if (record != NULL && record->abbreviations.count > 0 &&
	    is_acronym(list_at(&record->abbreviations, 0), record->label))
		return mem_text(ctx, list_at(&record->abbreviations, 0));
	folded = text_fold(ctx, record == NULL ? term : record->label);
	return mem_text_n(ctx, folded, strcspn(folded, " "));
}

struct bearing *
library_bearing(struct library *library, const void *ctx, const char *claim,
    const char *work)
{
	struct claim *record = library_record(library, ctx, RECTYPE_CLAIM,
	    claim);
	struct bearing *bearing;
	size_t i, n;

	n = record == NULL ? 0 : record->support.count +
	    record->related.count;
	for (i = 0; i < n; i++) {
		bearing = i < record->support.count ?
		    list_at(&record->support, i) :
		    list_at(&record->related, i - record->support.count);
		if (text_same(bearing->work, work))
			return bearing;
	}
	return NULL;
}

char *
library_label(struct library *library, const void *ctx, const char *term)
{
	struct statement *st = db_prepare(library->db,
	    "SELECT label FROM term WHERE id=?");
	char *label = NULL;

	bind_text(st, 1, term);
	if (statement_step(st))
		label = mem_text(ctx, column_text(st, 0));
	statement_reset(st);
	return label != NULL ? label : mem_text(ctx, term);
}

char *
library_labels(struct library *library, const void *ctx,
    const struct list *terms)
{
	struct buf out = { .data = NULL };
	size_t i;

	assert(terms != NULL);
	for (i = 0; i < terms->count; i++)
		buf_format(ctx, &out, "%s%s", i > 0 ? ", " : "",
		    library_label(library, ctx, list_at(terms, i)));
	return out.data;
}

const struct code *
library_direction(struct library *library, const struct work *work,
    const char *outcome, const struct viewpoint *own)
{
	void *scratch = mem_context(NULL);
	struct list within = library_within(library, scratch, outcome);
	const struct code *direction = work_direction(work, &within, own);

	mem_free(scratch);
	return direction;
}

char *
library_bibliography_of(struct library *library, const void *ctx,
    enum rectype kind, const char *id)
{
	struct statement *st = db_prepare(library->db, "SELECT a.id FROM "
	    "record r JOIN source s ON s.number=r.source JOIN record a ON "
	    "a.kind='about' JOIN source b ON b.number=a.source AND "
	    "b.root<=s.root WHERE r.kind=? AND r.id=? ORDER BY b.root DESC");
	char *name = NULL;

	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	if (statement_step(st))
		name = mem_text(ctx, column_text(st, 0));
	statement_reset(st);
	return name;
}

struct work *
library_rival(struct library *library, const void *ctx,
    const struct work *work)
{
	const struct { enum identifier kind; const char *text; } names[] = {
		{ IDENTIFIER_DOI, work->doi }, { IDENTIFIER_PMID, work->pmid },
		{ IDENTIFIER_PMCID, work->pmcid },
	};
	struct list ids;
	size_t i;

	for (i = 0; i < COUNT(names); i++) {
		if (names[i].text == NULL)
			continue;
		ids = library_texts(library, ctx, "SELECT work FROM "
		    "identifier WHERE value=?1 AND kind IN ('DOI', 'PMID', "
		    "'PMCID')", identifier_value(ctx, names[i].kind,
		    names[i].text));
		if (ids.count > 0 && !list_holds(&ids, work->id))
			return library_record(library, ctx, RECTYPE_WORK,
			    list_at(&ids, 0));
	}
	return NULL;
}
