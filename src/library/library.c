/* The library: the bibliographies that are open. */
#include "library/library.h"

#include <assert.h>
#include <ctype.h>
#include <time.h>

#include "base/text.h"
#include "record/guide.h"
#include "record/serialize.h"
#include "search/vocabulary.h"

struct library {
	struct db		*db;
	struct searcher		*se;
	struct cache_request	 request;	/* to open it again */
	bool			 rebuilt;	/* for a failure; once */
	bool			 reopened;	/* since a search succeeded */
	struct about		*about;
	const char		*name;		/* of the first path */
	const char		*title;		/* NULL until it is asked for */
	long			 counts[RECTYPE_COUNT];	/* -1: not asked yet */
	bool			 interrupted;
	bool			(*stop)(void *user);
	void			*stop_user;
	unsigned		 limit;		/* seconds of a search, or 0 */
	bool			 late;		/* it took longer */
	time_t			 deadline;	/* of the one that runs, or 0 */
	bool			(*end)(void *user);
	void			*end_user;
	void			*memory;	/* of a layer above */
};

/* The last part of a path, for a title. */
static const char *
library_name_of(const void *ctx, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL && slash[1] != '\0' ? slash + 1 :
	    path;

	return text_clean(ctx, name, strlen(name));
}

/* What opens the same bibliographies later, and reports to nobody. */
static struct cache_request
keep_request(const void *ctx, const struct cache_request *from)
{
	const char **paths = mem_array(ctx, const char *, from->count);
	struct cache_request request = { .paths = paths, .count = from->count };
	struct diag_sink *sink = mem_new(ctx, struct diag_sink);
	size_t i;

	for (i = 0; i < from->count; i++)
		paths[i] = mem_text(paths, from->paths[i]);
	if (from->directory != NULL)
		request.directory = mem_text(ctx, from->directory);
	if (from->installed != NULL)
		request.installed = mem_text(ctx, from->installed);
	request.sink = sink;
	return request;
}

/* False when there is none, with *err set. */
static bool
take_index(struct library *library, struct db *db, struct err *err)
{
	struct searcher *se = db == NULL ? NULL : search_open(library, db,
	    err);

	if (se == NULL)
		return false;
	library->db = db;
	library->se = se;
	return true;
}

/* What was read from a database that has failed may be none of it. */
static void
forget_answers(struct library *library)
{
	size_t i;

	library->about = NULL;
	library->memory = NULL;
	library->title = NULL;
	for (i = 0; i < RECTYPE_COUNT; i++)
		library->counts[i] = -1;
}

struct library *
library_open(const void *ctx, const struct cache_request *request,
    struct cache_answer *answer, struct err *err)
{
	struct library *library = mem_new(ctx, struct library);
	struct cache_answer mine;

	if (answer == NULL)
		answer = &mine;
	if (!take_index(library, cache_open(library, request, answer, err),
	    err)) {
		mem_free(library);
		return NULL;
	}
	library->request = keep_request(library, request);
	library->name = library_name_of(library, request->paths[0]);
	forget_answers(library);
	return library;
}

bool
library_ok(const struct library *library, struct err *err)
{
	struct err cause = ERR_INIT;

	assert(library->db != NULL);
	if (library->late)
		return err_set(err, ERR_SYSTEM, "the search was ended: it took "
		    "longer than %u seconds", library->limit);
	return db_ok(library->db, &cause) || err_set(err, cause.code, "%s%s",
	    cause.code == ERR_INTERRUPTED ? "" : "cannot read the index: ",
	    cause.text);
}

static time_t
library_now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

static bool
is_late(const struct library *library)
{
	return library->deadline != 0 && library_now() >= library->deadline;
}

static bool
must_end(const struct library *library)
{
	return is_late(library) || (library->end != NULL &&
	    library->end(library->end_user));
}

static bool
must_stop(void *user)
{
	const struct library *library = user;

	return (library->stop != NULL && library->stop(library->stop_user)) ||
	    must_end(library);
}

static void
watch_for_stop(struct library *library)
{
	db_interrupt_when(library->db, library->stop == NULL &&
	    library->end == NULL && library->limit == 0 ? NULL : must_stop,
	    library);
}

/*
 * The failed database stays open until the library goes: what was made with
 * it may still look at it.
 */
static bool
reopen(struct library *library, bool rebuild)
{
	struct cache_request request = library->request;
	struct err err = ERR_INIT;
	struct cache_answer answer;

	request.rebuild = rebuild;
	if (!take_index(library, cache_open(library, &request, &answer, &err),
	    &err))
		return false;
	forget_answers(library);
	watch_for_stop(library);
	return true;
}

bool
library_again(struct library *library)
{
	struct err err = ERR_INIT;

	if (db_ok(library->db, &err) || db_was_interrupted(library->db))
		return false;
	/* What was read, and is damaged, is no better the next time. */
	if (!library->reopened && err.code != ERR_INDEX) {
		library->reopened = true;
		if (reopen(library, false))
			return true;
	}
	if (library->rebuilt)
		return false;
	library->rebuilt = true;
	return reopen(library, true);
}

void
library_forgive(struct library *library)
{
	struct err err = ERR_INIT;

	library->reopened = library->late = false;
	if (!db_ok(library->db, &err))
		(void)reopen(library, false);
}

void **
library_memory(struct library *library)
{
	return &library->memory;
}

struct tokenizer *
library_tokenizer(struct library *library)
{
	return library->se->tokenizer;
}

long
library_left_out(struct library *library)
{
	return (long)db_number(library->db,
	    "SELECT coalesce(sum(left_out), 0) FROM source");
}

/*
 * Records of a kind, by the index on kind and id; SQLite would rather look
 * through all records, which are mostly works.
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
	if (statement_step(st))
		library->counts[kind] = (long)column_int(st, 0);
	statement_reset(st);
	return library->counts[kind] < 0 ? 0 : library->counts[kind];
}

/* Ids. */

/* What a statement with one bound text yields in its first column. */
static struct list
library_texts(struct library *library, const void *ctx, const char *sql,
    const char *bound)
{
	struct statement *st = db_prepare(library->db, sql);
	struct list list = { .at = NULL };

	bind_text(st, 1, bound);
	while (statement_step(st))
		list_add(ctx, &list, mem_text(ctx, column_text(st, 0)));
	return list;
}

struct list
library_ids(struct library *library, const void *ctx, enum rectype kind)
{
	return library_texts(library, ctx, "SELECT id FROM record WHERE "
	    OF_KIND " ORDER BY +number", rectype_name(kind));
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
library_within(struct library *library, const void *ctx, const char *term)
{
	struct list ids = library_texts(library, ctx, "SELECT t.id FROM term b "
	    "JOIN ancestor a ON a.broader=b.number JOIN term t ON "
	    "t.number=a.term WHERE b.id=? ORDER BY t.number", term);

	if (ids.count == 0)
		list_add(ctx, &ids, mem_text(ctx, term));
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

/* Whether an abbreviation is made of the first letters of a label's words. */
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
	return mem_text_n(ctx, folded, text_fit(folded, 4));
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

/* What is derived from other records. */

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

	claim_derive_cites(claim);
	if (group.count == 0)
		return;
	claim->group = list_at(&group, 0);
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

/* To the terms of a proposition come those of its claims, in their order. */
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
	case RECTYPE_ABOUT:
	case RECTYPE_TERM:
	case RECTYPE_TRIAL_LIST:
	case RECTYPE_TOPIC:
	case RECTYPE_ENTRY:
	case RECTYPE_TOUR:
	case RECTYPE_LIST:
	case RECTYPE_COUNT:
		break;
	}
}

/* Records. */

static void *
library_load(struct library *library, const void *ctx, enum rectype kind,
    struct statement *st)
{
	void *record = NULL;

	if (statement_step(st) && column_bytes(st, 0) != NULL) {
		record = record_unpack(ctx, rectype_schema(kind),
		    column_bytes(st, 0), column_size(st, 0));
		if (record == NULL)
			db_damaged(library->db, "a record is damaged");
	}
	statement_reset(st);
	return record;
}

void *
library_record(struct library *library, const void *ctx, enum rectype kind,
    const char *id)
{
	struct statement *st = db_prepare(library->db,
	    "SELECT pack FROM record WHERE kind=? AND id=?");
	void *record;

	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	record = library_load(library, ctx, kind, st);
	if (record != NULL)
		derive(library, kind, record);
	return record;
}

static void *
load_number(struct library *library, const void *ctx, enum rectype kind,
    int64_t number)
{
	struct statement *st = db_prepare(library->db,
	    "SELECT pack FROM record WHERE number=?");

	bind_int(st, 1, number);
	return library_load(library, ctx, kind, st);
}

void *
library_hit(struct library *library, const void *ctx, enum rectype kind,
    int64_t number)
{
	void *record = load_number(library, ctx, kind, number);

	if (record != NULL)
		derive(library, kind, record);
	return record;
}

void *
library_row(struct library *library, const void *ctx, enum rectype kind,
    int64_t number)
{
	return kind == RECTYPE_WORK ? load_number(library, ctx, kind, number) :
	    library_hit(library, ctx, kind, number);
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
	statement_reset(st);
	return id;
}

struct list
library_bibliographies(struct library *library, const void *ctx)
{
	struct list ids = library_ids(library, ctx, RECTYPE_ABOUT);
	struct list all = { .at = NULL };
	struct about *about;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		about = library_record(library, ctx, RECTYPE_ABOUT,
		    list_at(&ids, i));
		if (about != NULL)
			list_add(ctx, &all, about);
	}
	return all;
}

/* What the bibliographies declare, the first of a name before later ones. */
static struct about *
merge_about(const struct list *all)
{
	struct about *first = list_at(all, 0);
	const struct about *other;
	size_t i, j;

	for (i = 1; i < all->count; i++) {
		other = list_at(all, i);
		for (j = 0; j < other->directness.count; j++)
			list_add(first, &first->directness,
			    list_at(&other->directness, j));
		for (j = 0; j < other->codes.count; j++)
			list_add(first, &first->codes,
			    list_at(&other->codes, j));
		for (j = 0; j < other->how_to_read.count; j++)
			list_add(first, &first->how_to_read,
			    list_at(&other->how_to_read, j));
	}
	return first;
}

const struct about *
library_about(struct library *library)
{
	struct list all;

	if (library->about == NULL) {
		all = library_bibliographies(library, library);
		if (all.count > 0)
			library->about = merge_about(&all);
	}
	return library->about;
}

const char *
library_title(struct library *library)
{
	struct list ids;
	struct buf out = { .data = NULL };
	size_t i;

	if (library->title == NULL) {
		ids = library_ids(library, library, RECTYPE_ABOUT);
		for (i = 0; ids.count > 1 && i < ids.count; i++)
			buf_format(library, &out, "%s%s", i > 0 ? " + " : "",
			    (const char *)list_at(&ids, i));
		library->title = out.data != NULL ? out.data :
		    library_about(library) != NULL ?
		    library_about(library)->title : library->name;
	}
	return library->title;
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

/* Addresses. */

static bool
exists(struct library *library, enum rectype kind, const char *id)
{
	struct statement *st = db_prepare(library->db, "SELECT 1 FROM record "
	    "WHERE kind=? AND id=? AND pack IS NOT NULL");
	bool found;

	bind_text(st, 1, rectype_name(kind));
	bind_text(st, 2, id);
	found = statement_step(st);
	statement_reset(st);
	return found;
}

static bool
resolve_alias(struct library *library, const void *ctx,
    struct address *address)
{
	struct list work = library_texts(library, ctx,
	    "SELECT work FROM alias WHERE id=?", address->id);

	if (work.count == 0)
		return false;
	address->kind = RECTYPE_WORK;
	address->id = list_at(&work, 0);
	return true;
}

/* "plantar-fasciitis", folded, for "Plantar fasciitis". */
static bool
is_slug(const char *slug, const char *words)
{
	char *folded = text_fold(NULL, words);
	bool same = text_same(slug, folded);

	mem_free(folded);
	return same;
}

static bool
library_is_called(const struct term *term, const char *slug)
{
	size_t i;

	if (is_slug(slug, term->label))
		return true;
	for (i = 0; i < term->synonyms.count; i++)
		if (is_slug(slug, list_at(&term->synonyms, i)))
			return true;
	for (i = 0; i < term->abbreviations.count; i++)
		if (is_slug(slug, list_at(&term->abbreviations, i)))
			return true;
	return false;
}

static bool
is_entry_for(const struct entry *entry, const char *slug)
{
	size_t i;

	if (is_slug(slug, entry->word))
		return true;
	for (i = 0; i < entry->also.count; i++)
		if (is_slug(slug, list_at(&entry->also, i)))
			return true;
	return false;
}

/* An entry may be called by any of its words too. */
static bool
resolve_word(struct library *library, const void *ctx,
    struct address *address)
{
	struct list ids = library_ids(library, ctx, RECTYPE_ENTRY);
	const char *slug = text_fold(ctx, address->id);
	const struct entry *entry;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		entry = library_record(library, ctx, RECTYPE_ENTRY,
		    list_at(&ids, i));
		if (entry == NULL || !is_entry_for(entry, slug))
			continue;
		address->id = entry->id;
		return true;
	}
	return false;
}

/* A term may be called by its label, a synonym or an abbreviation too. */
static bool
resolve_called(struct library *library, const void *ctx,
    struct address *address)
{
	struct list ids = library_ids(library, ctx, RECTYPE_TERM);
	const char *slug = text_fold(ctx, address->id);
	const struct term *term;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		term = library_record(library, ctx, RECTYPE_TERM,
		    list_at(&ids, i));
		if (term == NULL || !library_is_called(term, slug))
			continue;
		address->id = term->id;
		return true;
	}
	return false;
}

/* A bare id is looked for among works, claims, and the rest. */
static bool
resolve_bare(struct library *library, const void *ctx,
    struct address *address)
{
	static const enum rectype kinds[] = { RECTYPE_WORK, RECTYPE_CLAIM,
	    RECTYPE_PROPOSITION, RECTYPE_TOPIC, RECTYPE_TERM,
	    RECTYPE_TRIAL_LIST, RECTYPE_ARTICLE, RECTYPE_ENTRY, RECTYPE_TOUR,
	    RECTYPE_LIST };
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (!exists(library, kinds[i], address->id))
			continue;
		address->kind = kinds[i];
		return true;
	}
	return resolve_alias(library, ctx, address);
}

/*
 * An id with the name of its bibliography in front, which it needs only where
 * two bibliographies have it.
 */
static void
resolve_prefix(struct library *library, const void *ctx,
    struct address *address)
{
	const char *colon = address->id == NULL ? NULL : strchr(address->id,
	    ':');
	char *name, *owner;

	if (colon == NULL || address->kind == RECTYPE_COUNT ||
	    exists(library, address->kind, address->id))
		return;
	name = mem_text_n(ctx, address->id, (size_t)(colon - address->id));
	owner = library_bibliography_of(library, ctx, address->kind, colon +
	    1);
	if (owner != NULL && text_same(owner, name))
		address->id = colon + 1;
}

/* What an address or a bare id names. */
static bool
resolve_address(struct library *library, const void *ctx, const char *text,
    struct address *address)
{
	if (!address_parse(ctx, text, address))
		return false;
	if (address->page != PAGE_RECORD)
		return true;
	resolve_prefix(library, ctx, address);
	if (address->kind == RECTYPE_COUNT)
		return resolve_bare(library, ctx, address);
	return exists(library, address->kind, address->id) ||
	    (address->kind == RECTYPE_WORK &&
	    resolve_alias(library, ctx, address)) ||
	    (address->kind == RECTYPE_TERM &&
	    resolve_called(library, ctx, address)) ||
	    (address->kind == RECTYPE_ENTRY &&
	    resolve_word(library, ctx, address));
}

/* The one work that a search takes for named: a DOI, a reference, a key. */
static bool
resolve_name(struct library *library, const void *ctx, const char *text,
    struct address *address)
{
	const struct search search = { .target = PLAN_WORKS,
	    .order = ORDER_COUNT, .limit = 1, .strict = true };
	const struct result *result = library_search(library, ctx, &search,
	    text);
	const struct work *work;

	if (result->count != 1 || result->total != 1 ||
	    !plan_is_name(result->plan))
		return false;
	/* A citation whose year is off by one is a guess. */
	work = library_hit(library, ctx, RECTYPE_WORK,
	    result->hits[0].record);
	if (work == NULL || (result->plan->cites && (work->year == NULL ||
	    strstr(text, work->year) == NULL)))
		return false;
	*address = (struct address){ .page = PAGE_RECORD,
	    .kind = RECTYPE_WORK, .id = library_id(library, ctx,
	    result->hits[0].record) };
	return address->id != NULL;
}

bool
library_resolve(struct library *library, const void *ctx, const char *text,
    struct address *address)
{
	if (resolve_address(library, ctx, text, address))
		return true;
	if (*text == '\0' || resolve_name(library, ctx, text, address))
		return *text != '\0';
	*address = (struct address){ .page = PAGE_RECORD,
	    .kind = RECTYPE_TERM, .id = mem_text(ctx, text) };
	return resolve_called(library, ctx, address);
}

/* The page that is no record with the nearest name, or NULL. */
static char *
nearest_page(const void *ctx, const char *text, size_t *best)
{
	const char *near = NULL, *name;
	size_t length = strcspn(text, "?"), distance;
	char *want = mem_text_n(NULL, text, length);
	int page;

	for (page = 0; (name = address_page_name(page)) != NULL; page++) {
		distance = text_distance(want, name, *best);
		if (distance <= *best && distance < length) {
			*best = distance;
			near = name;
		}
	}
	mem_free(want);
	return near == NULL ? NULL : mem_format(ctx, "%s%s", near, text +
	    length);
}

/* Whether an id is a word and more: "sleep", "smith". */
static bool
is_first_word(const char *id, const char *word)
{
	size_t length = strlen(word);

	return length > 0 && strncmp(id, word, length) == 0 &&
	    id[length] == '-';
}

char *
library_nearest(struct library *library, const void *ctx, const char *text)
{
	struct statement *st = db_prepare(library->db, "SELECT kind, id FROM "
	    "record WHERE pack IS NOT NULL AND kind<>'about'");
	const char *slash = strchr(text, '/'), *kind, *id;
	const char *want = slash != NULL ? slash + 1 : text;
	size_t best = strlen(want) / 3 + 1, distance;
	char *near = nearest_page(ctx, text, &best);

	while (statement_step(st)) {
		kind = column_text(st, 0);
		id = column_text(st, 1);
		if (slash != NULL && strncmp(kind, text,
		    (size_t)(slash - text)) != 0)
			continue;
		distance = is_first_word(id, want) ? 1 :
		    text_distance(want, id, best);
		if (distance > best || (near != NULL && distance == best))
			continue;
		best = distance;
		mem_free(near);
		near = text_same(kind, "work") && slash == NULL ?
		    mem_text(ctx, id) : mem_format(ctx, "%s/%s", kind, id);
	}
	return near;
}

/* Searching. */

struct list
library_facet(struct library *library, const void *ctx,
    const struct result *result, const char *field)
{
	return facet_counts(ctx, library->se, result->asked->target,
	    result->set, field);
}

const char *const *
library_facet_fields(struct library *library, const void *ctx,
    enum plan_target target)
{
	return facet_all_fields(ctx, library->se, target);
}

const struct field *
library_field(struct library *library, const char *name, size_t n)
{
	return vocabulary_field(library->se, name, n);
}

const struct list *
library_declared(struct library *library)
{
	return vocabulary_facets(library->se);
}

struct map *
library_map(struct library *library, const void *ctx,
    const struct result *result, const char *rows, const char *columns,
    bool by_name)
{
	return map_make(ctx, library->se, result->set, rows, columns,
	    by_name);
}

struct highlights *
library_highlights(struct library *library, const void *ctx,
    const struct plan *plan)
{
	return highlights_new(ctx, library->se, plan);
}

struct reference_match *
library_reference(struct library *library, const void *ctx, const char *text)
{
	return reference_find(ctx, library->se, text, strlen(text));
}

char *
library_correct(struct library *library, const void *ctx, const char *query)
{
	return search_correct(ctx, library->se, query);
}

char *
library_as_text(struct library *library, const void *ctx, const char *query,
    enum plan_target target, size_t off, char **what)
{
	void *scratch = mem_context(NULL);
	const struct plan *plan = plan_make(scratch, library->se,
	    query_read(scratch, library->se, query,
	    strlen(query)), target);
	char *text = plan_as_text(ctx, plan, off, what);

	mem_free(scratch);
	return text;
}

struct result *
library_search(struct library *library, const void *ctx,
    const struct search *search, const char *text)
{
	struct err err = ERR_INIT;
	/* Of what failed before, whoever asked for it must hear. */
	bool failed = !db_ok(library->db, &err);
	struct result *result = NULL;

	library->deadline = library->limit == 0 ? 0 : library_now() +
	    (time_t)library->limit;
	do {
		mem_free(result);
		result = search_run(ctx, library->se, search, text,
		    strlen(text));
	} while (!failed && library_again(library));
	library->late = is_late(library) && db_was_interrupted(library->db);
	library->interrupted = db_was_interrupted(library->db) &&
	    !library->late;
	/* What was left for a newer key is no failure; the end is one. */
	if (!must_end(library))
		db_forgive(library->db);
	library->deadline = 0;
	if (db_ok(library->db, &err))
		library->reopened = false;
	return result;
}

void
library_interrupt_when(struct library *library, bool (*stop)(void *user),
    void *user)
{
	library->stop = stop;
	library->stop_user = user;
	watch_for_stop(library);
}

void
library_end_when(struct library *library, bool (*end)(void *user), void *user)
{
	library->end = end;
	library->end_user = user;
	watch_for_stop(library);
}

void
library_limit(struct library *library, unsigned seconds)
{
	library->limit = seconds;
	watch_for_stop(library);
}

bool
library_was_interrupted(struct library *library)
{
	return library->interrupted;
}
