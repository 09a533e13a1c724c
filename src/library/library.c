/* The library: the open bibliographies. */
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

enum { PREPARED_MAX = 32 << 20 };	/* bytes; longer data are ignored */

/* The last part of a path, as a title. */
static const char *
library_name_of(const void *ctx, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL && slash[1] != '\0' ? slash + 1 :
	    path;

	return text_clean(ctx, name, strlen(name));
}

/*
 * Copies a request, to reopen the same bibliographies later without reporting.
 */
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
	request.version = from->version;
	request.finish = from->finish;
	request.lead = from->lead;
	return request;
}

/* False, with *err set, if the index could not be opened for searches. */
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

/* Discards records read from a failed database, which may be wrong. */
static void
forget_answers(struct library *library)
{
	size_t i;

	library->about = NULL;
	library->memory = NULL;
	library->parent = NULL;
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
	ok = ok && (bytes.len > PREPARED_MAX || ingest_keep(index,
	    request->version, bytes.data, bytes.len, err));
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

bool
library_ok(const struct library *library, struct err *err)
{
	struct err cause = ERR_INIT;

	assert(library->db != NULL);
	if (library->late || (is_late(library) &&
	    db_was_interrupted(library->db)))
		return err_set(err, ERR_SYSTEM, "stopped because it took "
		    "longer than %u seconds", library->limit);
	if (library->unkept)
		return err_set(err, ERR_INPUT, "cannot read your lists and "
		    "notes, which the search needs");
	return db_ok(library->db, &cause) || err_set(err, cause.code, "%s%s",
	    cause.code == ERR_INTERRUPTED ? "" : "cannot read the index: ",
	    cause.text);
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
 * The failed database stays open as long as the library, as earlier results may
 * still use it.
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
	/* Reading a damaged record again does not help. */
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

	library->reopened = library->late = library->unkept = false;
	/* After an interruption by a key, all cached data are complete. */
	db_forgive(library->db);
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
	if (db_number(library->db, "SELECT count(*) FROM prepared") != 1)
		return (struct buf){ .data = NULL };
	return db_blob(library->db, ctx, "prepared", "bytes");
}

void
library_damaged(struct library *library)
{
	db_damaged(library->db, "the prepared data are damaged");
}

long
library_left_out(struct library *library)
{
	return (long)db_number(library->db,
	    "SELECT coalesce(sum(left_out), 0) FROM source");
}

/*
 * The path of a source as given by the user; for a directory, the path of a
 * file in it.
 */
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

/*
 * Merges the declarations of the bibliographies; if several declare the same
 * name, the first counts.
 */
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
	struct err err = ERR_INIT;
	struct about *about = library->about;
	struct list all;

	if (about == NULL) {
		all = library_bibliographies(library, library);
		about = all.count > 0 ? merge_about(&all) : NULL;
	}
	if (db_ok(library->db, &err))	/* after a failure, `about` is
					   incomplete */
		library->about = about;
	return about;
}

const char *
library_title(struct library *library)
{
	struct err err = ERR_INIT;
	const struct about *about;
	const char *title;
	struct list ids;
	struct buf out = { .data = NULL };
	size_t i;

	if (library->title != NULL)
		return library->title;
	ids = library_ids(library, library, RECTYPE_ABOUT);
	for (i = 0; ids.count > 1 && i < ids.count; i++)
		buf_format(library, &out, "%s%s", i > 0 ? " + " : "",
		    (const char *)list_at(&ids, i));
	about = library_about(library);
	title = out.data != NULL ? out.data : about != NULL ? about->title :
	    library->name;
	if (db_ok(library->db, &err))	/* after a failure, `title` is
					   incomplete */
		library->title = title;
	return title;
}

/* Searches and answers, with a time limit and interruption. */

bool
library_begin(struct library *library)
{
	if (library->limit == 0 || library->deadline != 0)
		return false;
	library->deadline = library_now() + (time_t)library->limit;
	return true;
}

void
library_finish(struct library *library, bool began)
{
	library->late |= is_late(library) && db_was_interrupted(library->db);
	if (began)
		library->deadline = 0;
}

bool
library_goes_on(struct library *library)
{
	return db_goes_on(library->db);
}

struct search_result *
library_run(struct library *library, const void *ctx,
    const struct search_request *request, const char *text)
{
	struct err err = ERR_INIT;
	/* An earlier failure is still reported to its caller. */
	bool failed = !db_ok(library->db, &err);
	struct search_result *found = NULL;
	struct searcher *se;
	/* What a page has opened anew, it does not open again. */
	const bool reopened = library->reopened;
	bool began = library_begin(library);

	library->unkept = false;
	/* The answer's own searches may have opened the index anew. */
	do {
		mem_free(found);
		se = library->se;
		found = search_run(ctx, se, request, text, strlen(text));
	} while (!failed && (library_again(library) || library->se != se));
	library->late = is_late(library) && db_was_interrupted(library->db);
	library->interrupted = db_was_interrupted(library->db) &&
	    !library->late;
	/*
	 * An interruption by a newer key is not a failure; the end of the
	 * program is.
	 */
	if (!must_end(library))
		db_forgive(library->db);
	library_finish(library, began);
	if (db_ok(library->db, &err))
		library->reopened = reopened;
	return found;
}

void
library_interrupt_when(struct library *library, bool (*stop)(void *user),
    void *user)
{
	library->stop = stop;
	library->stop_user = user;
	watch_for_stop(library);
	/* An interruption by a key does not fail later reads. */
	if (stop == NULL && !must_end(library))
		db_forgive(library->db);
}

bool
library_lead(struct library *library, struct result *result, struct list *ids)
{
	bool (*stop)(void *) = library->stop;
	void *stop_user = library->stop_user;
	const bool unkept = library->unkept;
	struct err err = ERR_INIT;
	bool whole;

	if (!db_ok(library->db, &err) || db_was_interrupted(library->db))
		return false;
	library_interrupt_when(library, NULL, NULL);
	whole = library->request.lead(library, result, ids);
	/* A search for the answer may have cleared what this search noted. */
	library->unkept |= unkept;
	library_interrupt_when(library, stop, stop_user);
	return whole;
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
