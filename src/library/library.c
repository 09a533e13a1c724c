/* The library: the bibliographies that are open. */
#include "library/library.h"

#include <assert.h>
#include <ctype.h>
#include <inttypes.h>
#include <time.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/text.h"
#include "library/private.h"
#include "record/guide.h"
#include "record/serialize.h"

enum { PREPARED_MAX = 32 << 20 };	/* bytes; more are not kept */

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
	request.prepare = from->prepare;
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
	library->kept = (struct kept_records){ library_kept_ids, library };
	se->kept = &library->kept;
	return true;
}

/* Records read from a database that has failed may be wrong. */
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
library_prepare(const struct cache_request *request, const char *index,
    struct err *err)
{
	void *scratch = mem_context(NULL);
	struct library *library = mem_new(scratch, struct library);
	struct db *db = db_open(scratch, index, DB_READ, err);
	struct buf bytes = { .data = NULL };
	bool ok = take_index(library, db, err);

	if (ok) {
		library->request = *request;
		library->name = library_name_of(library, request->paths[0]);
		forget_answers(library);
		bytes = request->prepare(library, scratch);
		ok = library_ok(library, err);
	}
	mem_free(library);
	db_free(db);
	ok = ok && (bytes.len > PREPARED_MAX || ingest_keep(index, bytes.data,
	    bytes.len, err));
	mem_free(scratch);
	return ok;
}

void
library_attach(struct library *library, struct notebook *notebook)
{
	library->notebook = notebook;
}

struct notebook *
library_notebook(const struct library *library)
{
	return library->notebook;
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
	/* A damaged record stays damaged when it is read again. */
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

void
library_seen_by(struct library *library,
    char *(*seen)(void *user, const void *ctx), void *user)
{
	library->seen = seen;
	library->seen_user = user;
}

char *
library_seen(const struct library *library, const void *ctx)
{
	return library->seen == NULL ? NULL : library->seen(
	    library->seen_user, ctx);
}

void **
library_memory(struct library *library)
{
	return &library->memory;
}

struct buf
library_prepared(struct library *library, const void *ctx)
{
	struct statement *st = db_prepare(library->db,
	    "SELECT bytes FROM prepared");
	struct buf bytes = { .data = NULL };

	if (statement_step(st))
		buf_add(ctx, &bytes, column_bytes(st, 0), column_size(st, 0));
	statement_reset(st);
	return bytes;
}

void
library_words(struct library *library, const char *text,
    void (*each)(void *user, const struct token *token), void *user)
{
	tokenizer_walk(library->se->tokenizer, text, strlen(text), each, user);
}

char *
library_stem(struct library *library, const void *ctx, const char *word,
    size_t n)
{
	return tokenizer_stem(library->se->tokenizer, ctx, word, n);
}

long
library_left_out(struct library *library)
{
	return (long)db_number(library->db,
	    "SELECT coalesce(sum(left_out), 0) FROM source");
}

/* A source as it was named, the files of a directory below it. */
static const char *
source_path(struct library *library, const void *ctx, int64_t root,
    const char *name)
{
	const char *path = root < 0 || (size_t)root >= library->request.count ?
	    "" : library->request.paths[root];
	size_t n = strlen(path);

	if (*name == '\0')
		return mem_text(ctx, path);
	return mem_format(ctx, "%s%s%s", path, n > 0 && path[n - 1] == '/' ?
	    "" : "/", name);
}

struct list
library_problems(struct library *library, const void *ctx)
{
	struct statement *st = db_prepare(library->db, "SELECT p.severity, "
	    "coalesce(s.root, -1), coalesce(s.name, p.file), p.line, p.col, "
	    "p.text FROM problem p LEFT JOIN source s ON s.number=p.source "
	    "ORDER BY p.rowid");
	struct list problems = { .at = NULL };
	struct diag *diag;
	const char *name;

	while (statement_step(st)) {
		diag = mem_new(ctx, struct diag);
		diag->severity = (enum severity)column_int(st, 0);
		name = column_raw(st, 2);
		name = text_clean(diag, name == NULL ? "" : name,
		    column_size(st, 2));
		diag->place.file = column_int(st, 1) < 0 ? name :
		    source_path(library, diag, column_int(st, 1), name);
		diag->place.line = (size_t)column_int(st, 3);
		diag->place.column = (size_t)column_int(st, 4);
		diag->text = mem_text(diag, column_text(st, 5));
		list_add(ctx, &problems, diag);
	}
	return problems;
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

struct list
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

char *
library_checksum(struct library *library, const void *ctx)
{
	struct list hashes = library_texts(library, ctx, "SELECT hash FROM "
	    "source WHERE ?1 IS NOT NULL ORDER BY number", "");
	struct buf all = { .data = NULL };
	XXH128_hash_t hash;
	size_t i;

	if (hashes.count == 1)
		return list_at(&hashes, 0);
	for (i = 0; i < hashes.count; i++)
		buf_format(ctx, &all, "%s\n", (const char *)list_at(&hashes,
		    i));
	hash = XXH3_128bits(buf_string(&all), all.len);
	return mem_format(ctx, "%016" PRIx64 "%016" PRIx64,
	    (uint64_t)hash.high64, (uint64_t)hash.low64);
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

/* Searching, until it takes too long or must stop. */

struct search_result *
library_run(struct library *library, const void *ctx,
    const struct search_request *request, const char *text)
{
	struct err err = ERR_INIT;
	/* What failed before is still reported to its caller. */
	bool failed = !db_ok(library->db, &err);
	struct search_result *found = NULL;

	library->deadline = library->limit == 0 ? 0 : library_now() +
	    (time_t)library->limit;
	do {
		mem_free(found);
		found = search_run(ctx, library->se, request, text,
		    strlen(text));
	} while (!failed && library_again(library));
	library->late = is_late(library) && db_was_interrupted(library->db);
	library->interrupted = db_was_interrupted(library->db) &&
	    !library->late;
	/* What was left for a newer key is not a failure; the end is one. */
	if (!must_end(library))
		db_forgive(library->db);
	library->deadline = 0;
	if (db_ok(library->db, &err))
		library->reopened = false;
	return found;
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
