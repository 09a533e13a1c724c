/* Ingest: reads sources, checks their records, and writes an index. */
#include "library/ingest.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "record/level.h"
#include "import/check.h"
#include "import/sense.h"
#include "index/indexer.h"
#include "index/store.h"
#include "index/judge.h"
#include "library/kept_pages.h"
#include "library/membership.h"
#include "library/marking.h"
#include "library/naming.h"
#include "library/identity.h"
#include "library/sources.h"
#include "record/work_status.h"

struct ingest {
	struct store			*store;
	struct about			*about;		/* header of the
							   current path */
	struct about			*inherited;	/* header of the
							   bibliographies in
							   the context */
	size_t				 root;		/* index of the path */
	struct naming			*naming;	/* names used in this
							   path, or NULL */
	struct naming			*before;	/* names used in the
							   last path that had
							   any, or NULL */
	bool				 sense;		/* report warnings */
	long				 year;		/* the current year */
	struct diag_sink		*sink;
	struct diag_sink		*remarks;	/* gets remarks on works
							   in earlier files */
	struct diag_sink		*reader;	/* also gets the
							   problems that are
							   stored */
	const struct ingest_watch	*watch;
	struct ingest_result		*result;
	uint64_t			 bytes_before;	/* bytes of earlier
							   files */
	uint64_t			 bytes_total;
	size_t				 records;
	bool				 curated;	/* the file has records
							   other than imported
							   ones */
	size_t				 left_out;	/* records of the file
							   left out */
	size_t				 again;		/* works of the file
							   found in earlier
							   files */
	struct place			 first_again;
	struct naming			*merged;	/* ids to rename after
							   merging */
	struct list			 statuses;	/* struct status_line */
	struct list			 pages;		/* kept_pages_note() */
};

/* Progress. */

static bool
ingest_report(struct ingest *in, enum ingest_stage stage, uint64_t done,
    uint64_t total)
{
	const struct ingest_progress progress = { stage, done, total,
	    in->records };

	return in->watch == NULL || in->watch->report(in->watch->user,
	    &progress);
}

static bool
on_indexed(void *user, size_t done, size_t total)
{
	return ingest_report(user, INGEST_INDEXING, done, total);
}

/* Records. */

static void
report_taken(struct ingest *in, const struct found *found,
    struct place first)
{
	const char *id = record_id(rectype_schema(found->kind), found->record);

	diag_error(in->sink, found->place, "%s '%s' is already defined at "
	    "%s:%zu: write another id, or merge the two records",
	    rectype_name(found->kind), id, first.file, first.line);
	if (!text_same(first.file, found->place.file))
		diag_error(in->sink, first, "%s '%s' is defined again at "
		    "%s:%zu", rectype_name(found->kind), id,
		    found->place.file, found->place.line);
}

/* Each bibliography has one <about>. */
static void
take_about(struct ingest *in, struct found *found)
{
	if (in->about != NULL) {
		diag_error(in->sink, found->place, "a second <about>: "
		    "remove it; the first is at %s:%zu", in->about->at.file,
		    in->about->at.line);
		return;
	}
	in->about = mem_move(in->store, found->record);
}

static void
refer_all(struct ingest *in, const struct found *found)
{
	const struct reference *reference;
	size_t i;

	for (i = 0; i < found->references.count; i++) {
		reference = list_at(&found->references, i);
		store_refer(in->store, reference->kind, reference->facet,
		    reference->id, reference->place);
	}
}

/*
 * Adds a record with the id `id` in the source.  False if the id is taken;
 * *first is then where it was first used.
 */
static bool
ingest_add(struct ingest *in, struct found *found, const char *id,
    bool dangles, struct place *first)
{
	const struct identity_request request = { .store = in->store,
	    .merged = in->merged, .bibliography = in->naming == NULL ? NULL :
	    naming_name(in->naming), .id = id, .apart = in->naming != NULL,
	    .dangles = dangles, .sink = in->sink, .remarks = in->remarks };
	enum identity identity;

	if (found->kind != RECTYPE_WORK)
		return store_add(in->store, found->kind, found->record,
		    found->place, found->bad, first);
	identity = identity_add(&request, found, first);
	if ((identity == IDENTITY_MERGED || identity == IDENTITY_LEADS) &&
	    in->again++ == 0)
		in->first_again = found->place;
	/*
	 * A broken reference in a record that is not the leading one must not
	 * cause the work to be left out.
	 */
	if (identity == IDENTITY_MERGED)
		store_begin_record(in->store);
	return identity != IDENTITY_TAKEN;
}

/*
 * Stores a record under its id in this bibliography.  False if the id is taken;
 * *first is then where it was first used.
 */
static bool
put_record(struct ingest *in, struct found *found, struct place *first)
{
	const char *id = record_id(rectype_schema(found->kind),
	    found->record);
	const char *same = in->naming == NULL || found->kind != RECTYPE_TERM ?
	    NULL : naming_same_term(in->naming, id);
	bool dangles = in->naming != NULL && naming_dangles(in->naming, found);

	if (in->naming != NULL)
		naming_apply(in->naming, found);
	else if (in->before != NULL)
		naming_refer(in->before, found);
	if (same == NULL)
		return ingest_add(in, found, id, dangles, first);
	if (!found->bad)
		store_merge_term(in->store, same, id, found->record,
		    naming_name(in->naming));
	return true;
}

static void
take_record(struct ingest *in, struct found *found)
{
	const struct about *about = in->about != NULL ? in->about :
	    in->inherited;
	struct place first;

	in->records++;
	in->curated |= !found->imported;
	store_begin_record(in->store);
	check_found(found, about, in->sense, in->sink);
	if (in->sense && !found->imported)
		sense_found(found, in->year, in->sink);
	if (found->kind == RECTYPE_WORK)
		work_sort_notices(found->record);
	if (found->kind == RECTYPE_WORK && !found->imported && !found->bad)
		level_fill(found->record, about);
	/* The pages are noted before references get the ids of the store. */
	if (in->sense)
		kept_pages_note(in->store, found, in->about == NULL ? NULL :
		    in->about->id, &in->pages);
	/* The id of an import with errors is not from its source. */
	if (!put_record(in, found, &first)) {
		if (!found->bad || !found->imported)
			report_taken(in, found, first);
		found->bad = true;
	}
	refer_all(in, found);
	/*
	 * The codes in a header with errors are still used to check the rest.
	 */
	if (found->kind == RECTYPE_ABOUT)
		take_about(in, found);
	if (found->bad) {
		in->left_out++;
		return;
	}
}

static bool
on_bytes(void *user, uint64_t done, uint64_t total)
{
	struct ingest *in = user;

	(void)total;
	return ingest_report(in, INGEST_READING, in->bytes_before + done,
	    in->bytes_total);
}

static void
ingest_on_record(void *user, struct found *found)
{
	take_record(user, found);
	mem_free(found);
}

/*
 * Records that a record was unreadable, so that references to it are not
 * errors.
 */
static void
ingest_on_lost(void *user, enum rectype kind, const char *id)
{
	struct ingest *in = user;

	in->left_out++;
	store_lost(in->store, kind, id);
}

static void
ingest_on_status(void *user, const struct status_line *line)
{
	struct ingest *in = user;

	list_add(in->store, &in->statuses, marking_copy(in->store, line));
}

/* Reads a file to its end; *whole as in read_file(). */
static bool
read_records(struct ingest *in, const char *path, bool *whole,
    struct err *err)
{
	const struct read_handler handler = { ingest_on_record, in,
	    ingest_on_lost, ingest_on_status };
	const struct input_watch watch = { on_bytes, in };

	return read_file(path, path, &watch, &handler, in->sink, whole, err);
}

/* Files. */

static bool
read_source(struct ingest *in, const struct source_file *file,
    struct err *err)
{
	struct source_stamp before, after;
	bool whole = false;

	if (!source_stamp(in->store, file, true, &before, err))
		return false;
	/* A path without <about> belongs to the bibliography before it. */
	if (file->root != in->root && in->about != NULL) {
		in->inherited = in->about;
		in->about = NULL;
	}
	in->root = file->root;
	store_begin_source(in->store, &before, file->path);
	in->left_out = in->again = 0;
	if (!read_records(in, file->path, &whole, err))
		return false;
	if (!source_stamp(in->store, file, false, &after, err))
		return false;
	if (!source_stamp_same(&before, &after))
		return err_set(err, ERR_INPUT, "%s changed while it was being read",
		    file->path);
	store_end_source(in->store, in->left_out);
	if (in->again > 0)
		diag_warning(in->remarks, in->first_again, in->again == 1 ?
		    "1 work in this file had already been read; it is shown "
		    "once" :
		    "%zu works in this file had already been read; each is "
		    "shown once", in->again);
	in->bytes_before += (uint64_t)file->size;
	in->result->refused += !whole;
	return true;
}

/* The files of one path, starting at index `from`; owned by `ctx`. */
static struct list
files_of_root(const void *ctx, const struct list *files, size_t from)
{
	const struct source_file *first = list_at(files, from), *file;
	struct list some = { .at = NULL };
	size_t i;

	for (i = from; i < files->count; i++) {
		file = list_at(files, i);
		if (file->root != first->root)
			break;
		list_add(ctx, &some, list_at(files, i));
	}
	return some;
}

/* A second bibliography with the same name is left out entirely. */
static bool
is_refused(struct ingest *in)
{
	if (in->naming == NULL || !store_has(in->store, RECTYPE_ABOUT,
	    naming_name(in->naming)))
		return false;
	diag_error(in->sink, naming_place(in->naming), "a bibliography named "
	    "'%s' is already open; this one was left out",
	    naming_name(in->naming));
	return true;
}

/* Reads a path; `later` if it is not the first. */
static bool
read_root(struct ingest *in, const struct list *files, bool later,
    struct err *err)
{
	size_t i;

	if (in->naming != NULL) {
		mem_free(in->before);
		in->before = in->naming;
	}
	in->naming = NULL;
	if (later && !naming_scan(in->store, in->store, files, &in->naming,
	    err))
		return false;
	if (is_refused(in))
		return true;
	for (i = 0; i < files->count; i++)
		if (!read_source(in, list_at(files, i), err))
			return false;
	return true;
}

static bool
read_sources(struct ingest *in, const struct list *files, bool later,
    struct err *err)
{
	const struct source_file *file;
	struct list some;
	size_t i;

	for (i = 0; i < files->count; i++) {
		file = list_at(files, i);
		in->bytes_total += (uint64_t)file->size;
	}
	for (i = 0; i < files->count; i += some.count) {
		some = files_of_root(in->store, files, i);
		if (!read_root(in, &some, later || i > 0, err))
			return false;
	}
	return true;
}

/* Reports the files that were not read, and their kind. */
static void
name_passed_over(struct ingest *in, const char *const *paths, size_t count)
{
	struct list passed = sources_passed_over(in->store, paths, count);
	const struct source_file *file;
	size_t i;

	for (i = 0; i < passed.count; i++) {
		file = list_at(&passed, i);
		diag_warning(in->sink, (struct place){ file->path, 0, 1 },
		    "not read: %s", file->foreign);
	}
}

static void
count_records(struct ingest *in)
{
	int type;

	for (type = 0; type < RECTYPE_COUNT; type++)
		in->result->records[type] = store_count(in->store,
		    (enum rectype)type);
	in->result->items = kept_pages_count(&in->pages, "item");
	in->result->noted = kept_pages_count(&in->pages, "note");
}

/* The two uses: checking and indexing. */

static long
this_year(void)
{
	enum { BASE = 1900 };
	time_t now = time(NULL);
	struct tm day;

	return gmtime_r(&now, &day) == NULL ? 9999 : day.tm_year + BASE;
}

/* The paths of the context except `whole`, which is read separately. */
static struct list
context_without(const void *ctx, const char *const *context, size_t count,
    const char *whole)
{
	struct list paths = { .at = NULL };
	size_t i;

	for (i = 0; i < count; i++)
		if (whole == NULL || !membership_same(context[i], whole))
			list_add(ctx, &paths, mem_text(ctx, context[i]));
	return paths;
}

/*
 * Reads the context without reporting problems; *counts is the number of its
 * records.
 */
static bool
read_context(struct ingest *in, const struct list *files,
    struct ingest_result *counts, struct err *err)
{
	struct diag_sink silent = { .report = NULL };
	struct diag_sink *sink = in->sink, *remarks = in->remarks;
	bool ok;

	in->sink = in->remarks = &silent;
	ok = read_sources(in, files, false, err);
	in->sink = sink;
	in->remarks = remarks;
	count_records(in);
	in->pages = (struct list){ .at = NULL };
	*counts = *in->result;
	*in->result = (struct ingest_result){ .items = 0 };
	in->root = SIZE_MAX;
	return ok;
}

/*
 * Reads and checks the files after the first `before` paths, then checks them
 * as a whole.
 */
static bool
check_files(struct ingest *in, const struct list *files, size_t before,
    struct err *err)
{
	struct source_file *file;
	size_t i;

	for (i = 0; i < files->count; i++) {
		file = list_at(files, i);
		file->root = before;
	}
	if (!read_sources(in, files, before > 0, err))
		return false;
	naming_settle(in->merged, in->store);
	/* Verdicts are judged before the works with errors are left out. */
	judge_propositions(in->store, in->about != NULL ? in->about :
	    in->inherited, in->sink);
	store_check(in->store, in->sink);
	marking_apply(in->store, &in->statuses, in->sink);
	kept_pages_check(in->store, &in->pages, in->sink);
	count_records(in);
	return true;
}

/*
 * When checking part of a bibliography, problems in its other files are only
 * counted.
 */
struct partial_check {
	const char		*path;		/* NULL: report all problems */
	struct diag_sink	*sink;
	struct ingest_result	*result;
};

static void
on_part_problem(void *user, const struct diag *diag)
{
	struct partial_check *part = user;
	struct diag mine = *diag;

	if (part->path != NULL && !membership_same(diag->place.file,
	    part->path)) {
		part->result->elsewhere++;
		return;
	}
	if (part->path != NULL)
		mine.place.file = part->path;
	diag_forward(part->sink, &mine);
}

/*
 * Subtracts the context's record counts, never going below 0: some of its records
 * may have been left out since.
 */
static void
subtract_context(struct ingest_result *result,
    const struct ingest_result *context)
{
	int i;

	for (i = 0; i < RECTYPE_COUNT; i++)
		result->records[i] = result->records[i] > context->records[i] ?
		    result->records[i] - context->records[i] : 0;
}

bool
ingest_check(const char *path, const char *whole, bool alone,
    const char *const *context, size_t context_count, const struct ingest_watch *watch,
    struct diag_sink *sink, struct ingest_result *result, struct err *err)
{
	void *scratch = mem_context(NULL);
	struct partial_check part = { whole == NULL ? NULL : path, sink, result };
	struct diag_sink silent = { .report = NULL };
	struct diag_sink parted = { .report = on_part_problem, .user = &part };
	struct ingest in = { .watch = watch, .result = result,
	    .sink = &parted, .remarks = alone ? &parted : &silent,
	    .sense = true, .year = this_year() };
	struct list paths = context_without(scratch, context, context_count,
	    whole), before = { .at = NULL }, files = { .at = NULL };
	const char *target = whole != NULL ? whole : path;
	struct ingest_result counts;
	struct db *db = db_open(scratch, NULL, DB_SCRATCH, err);
	bool ok = false;

	if (db == NULL || !sources_list(scratch, (const char *const *)paths.at,
	    paths.count, &before, err) || !sources_list(scratch, &target, 1,
	    &files, err))
		goto out;
	in.store = store_open(scratch, db, true);
	name_passed_over(&in, &target, 1);
	in.merged = naming_new(scratch);
	if (!read_context(&in, &before, &counts, err) || !check_files(&in,
	    &files, paths.count, err))
		goto out;
	subtract_context(result, &counts);
	ok = db_ok(db, err);
out:
	mem_free(scratch);
	return ok;
}

/* Reads one more path, if it can be read. */
static bool
read_beside(struct ingest *in, const char *path, size_t root,
    struct err *err)
{
	struct list files = { .at = NULL };
	struct source_file *file;
	size_t i;

	/* The problem is reported when that path is checked. */
	if (!sources_list(in->store, &path, 1, &files, err)) {
		*err = (struct err)ERR_INIT;
		return true;
	}
	for (i = 0; i < files.count; i++) {
		file = list_at(&files, i);
		file->root = root;
	}
	return files.count == 0 || read_root(in, &files, root > 0, err);
}

bool
ingest_overlaps(const char *const *paths, size_t count,
    const struct ingest_watch *watch, struct diag_sink *sink,
    struct err *err)
{
	void *scratch = mem_context(NULL);
	struct diag_sink silent = { .report = NULL };
	struct ingest_result result = { .items = 0 };
	struct ingest in = { .watch = watch, .result = &result,
	    .sink = &silent, .remarks = sink, .root = SIZE_MAX };
	struct db *db = db_open(scratch, NULL, DB_SCRATCH, err);
	bool ok = db != NULL;
	size_t i;

	if (ok) {
		in.store = store_open(scratch, db, true);
		in.merged = naming_new(scratch);
	}
	for (i = 0; i < count && ok; i++)
		ok = read_beside(&in, paths[i], i, err);
	ok = ok && db_ok(db, err);
	mem_free(scratch);
	return ok;
}

static bool
flush(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok;

	if (fd < 0)
		return err_system(err, "cannot open %s", path);
	ok = fsync(fd) == 0 || err_system(err, "cannot write %s", path);
	(void)close(fd);
	return ok;
}

static bool
refuse_unwhole(const struct ingest *in, struct err *err)
{
	if (in->result->refused == 0)
		return true;
	return err_set(err, ERR_INPUT, in->result->refused == 1 ?
	    "a source cannot be used; 'strigil check' shows why" :
	    "%zu sources cannot be used; 'strigil check' shows why",
	    in->result->refused);
}

/* Every problem is also stored in the index, for later display. */
static void
keep_problem(void *user, const struct diag *diag)
{
	struct ingest *in = user;

	if (in->store != NULL)
		store_problem(in->store, diag);
	if (in->reader != NULL)
		diag_forward(in->reader, diag);
}

/* Reads and checks the sources and indexes them in an empty database. */
static bool
build_index(struct db *db, const char *const *paths, size_t count,
    const struct ingest_watch *watch, struct diag_sink *sink,
    struct ingest_result *result, struct err *err)
{
	void *scratch = mem_context(NULL);
	struct ingest in = { .watch = watch, .reader = sink, .result = result };
	struct diag_sink keeping = { .report = keep_problem, .user = &in };
	struct indexer_watch indexing = { on_indexed, &in };
	struct list files = { .at = NULL };
	bool ok = false;

	*result = (struct ingest_result){ .items = 0 };
	in.sink = in.remarks = &keeping;
	if (!sources_list(scratch, paths, count, &files, err))
		goto out;
	in.store = store_open(scratch, db, false);
	name_passed_over(&in, paths, count);
	in.merged = naming_new(scratch);
	if (!read_sources(&in, &files, false, err) || !refuse_unwhole(&in, err))
		goto out;
	naming_settle(in.merged, in.store);
	if (in.curated)
		store_check(in.store, in.sink);
	marking_apply(in.store, &in.statuses, in.sink);
	count_records(&in);
	ok = indexer_run(db, &indexing, err);
out:
	mem_free(scratch);
	return ok;
}

bool
ingest_build(const char *const *paths, size_t count, const char *index,
    const struct ingest_watch *watch, struct diag_sink *sink,
    struct ingest_result *result, struct err *err)
{
	struct db *db = db_open(NULL, index, DB_BUILD, err);
	bool ok = db != NULL && build_index(db, paths, count, watch, sink,
	    result, err);

	db_free(db);
	ok = ok && flush(index, err);
	if (!ok)
		(void)unlink(index);
	return ok;
}

bool
ingest_keep(const char *index, int64_t version, const char *bytes, size_t n,
    struct err *err)
{
	struct db *db = db_open(NULL, index, DB_BUILD, err);
	struct statement *st;
	bool ok = db != NULL;

	if (ok) {
		st = db_prepare(db, "INSERT INTO prepared(version, bytes) "
		    "VALUES(?, ?)");
		bind_int(st, 1, version);
		bind_bytes(st, 2, bytes, n);
		statement_run(st);
		ok = db_ok(db, err);
	}
	db_free(db);
	return ok && flush(index, err);
}

bool
ingest_forget_times(const char *index, struct err *err)
{
	struct db *db = db_open(NULL, index, DB_BUILD, err);
	bool ok = db != NULL;

	if (ok) {
		db_run(db, "UPDATE source SET mtime=0, ctime=0, inode=0");
		ok = db_ok(db, err);
	}
	db_free(db);
	return ok && flush(index, err);
}

struct db *
ingest_private(const void *ctx, const char *const *paths, size_t count,
    const struct ingest_watch *watch, struct diag_sink *sink,
    struct ingest_result *result, struct err *err)
{
	struct db *db = db_open(ctx, NULL, DB_SCRATCH, err);

	if (db != NULL && build_index(db, paths, count, watch, sink, result,
	    err))
		return db;
	db_free(db);
	return NULL;
}
