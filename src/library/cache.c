/*
 * The cache: where indexes are stored, whether they are fresh, and how they are
 * replaced.
 */
#include "library/cache.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/file.h"
#include "base/text.h"
#include "index/db.h"
#include "index/tables.h"
#include "index/store.h"
#include "library/sources.h"

enum {
	SUM_WHOLE = 32 << 20,	/* smaller files are hashed completely */
	SUM_PART = 4 << 20,	/* bytes hashed at each end of larger files */
	NOTE_MAX = 256,
	LOCK_TRIES = 200,
	LOCK_PAUSE = 50		/* ms between attempts */
};

/* Paths. */

static char *
absolute(const void *ctx, const char *path)
{
	char *real = realpath(path, NULL), *copy;

	copy = mem_text(ctx, real != NULL ? real : path);
	free(real);
	return copy;
}

/*
 * "PATH.index", the path of an index installed next to a single bibliography.
 */
static char *
path_beside(const void *ctx, const struct cache_request *rq)
{
	return rq->count != 1 ? NULL : mem_format(ctx, "%s.index",
	    absolute(ctx, rq->paths[0]));
}

/* The last part of a path, reduced to characters that suit a file name. */
static char *
slug(const void *ctx, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *name = text_fold(ctx, slash != NULL ? slash + 1 : path), *p;

	for (p = name; *p != '\0'; p++)
		if (*p == ' ' || (unsigned char)*p >= 0x80)
			*p = '-';
	if (strlen(name) > 40)
		name[40] = '\0';
	return name;
}

/* The index file for a list of paths and a format version. */
static char *
path_of_format(const void *ctx, const struct cache_request *rq, int format)
{
	struct buf all = { .data = NULL };
	size_t i;

	if (rq->directory == NULL)
		return NULL;
	for (i = 0; i < rq->count; i++)
		buf_format(ctx, &all, "%s\n", absolute(ctx, rq->paths[i]));
	return mem_format(ctx, "%s/%s-%016llx-%d.index", rq->directory,
	    slug(ctx, rq->paths[0]), (unsigned long long)XXH3_64bits(all.data,
	    all.len), format);
}

static char *
path_in_cache(const void *ctx, const struct cache_request *rq)
{
	return path_of_format(ctx, rq, INDEX_FORMAT);
}

/*
 * Deletes the indexes of older program versions, which may take up gigabytes.
 */
static void
remove_older(const struct cache_request *rq)
{
	static const char *const parts[] = { "", ".sum", ".lock", ".new",
	    ".seen" };
	void *scratch = mem_context(NULL);
	int format;
	size_t i;

	for (format = 1; format < INDEX_FORMAT; format++)
		for (i = 0; i < COUNT(parts); i++)
			(void)unlink(mem_format(scratch, "%s%s",
			    path_of_format(scratch, rq, format), parts[i]));
	mem_free(scratch);
}

/* Checksums detect a damaged index before it is used. */

static bool
sum_part(XXH3_state_t *state, int fd, off_t from, off_t to)
{
	char bytes[65536];
	ssize_t n = 1;
	size_t want;

	while (from < to && n > 0) {
		want = to - from < (off_t)sizeof(bytes) ?
		    (size_t)(to - from) : sizeof(bytes);
		n = pread(fd, bytes, want, from);
		if (n > 0)
			(void)XXH3_64bits_update(state, bytes, (size_t)n);
		from += n;
	}
	return n > 0 || from == to;
}

/* The checksum of a file, "SIZE HASH", owned by `ctx`, or NULL. */
static char *
sum_file(const void *ctx, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	XXH3_state_t *state = XXH3_createState();
	char *sum = NULL;
	struct stat st;
	off_t first;

	if (fd < 0 || state == NULL || fstat(fd, &st) != 0)
		goto out;
	(void)XXH3_64bits_reset(state);
	first = st.st_size <= SUM_WHOLE ? st.st_size : SUM_PART;
	if (sum_part(state, fd, 0, first) && (first == st.st_size ||
	    sum_part(state, fd, st.st_size - SUM_PART, st.st_size)))
		sum = mem_format(ctx, "%lld %016llx\n",
		    (long long)st.st_size,
		    (unsigned long long)XXH3_64bits_digest(state));
out:
	(void)XXH3_freeState(state);
	if (fd >= 0)
		(void)close(fd);
	return sum;
}

static char *
sum_path(const void *ctx, const char *index)
{
	return mem_format(ctx, "%s.sum", index);
}

/* The content of a small file of ours; "" if it cannot be read. */
static char *
note_of(const void *ctx, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY |
	    O_NONBLOCK);
	char bytes[NOTE_MAX];
	ssize_t n = fd < 0 ? 0 : read(fd, bytes, sizeof(bytes));

	if (fd >= 0)
		(void)close(fd);
	return mem_text_n(ctx, bytes, n < 0 ? 0 : (size_t)n);
}

/*
 * A stamp that identifies an index as verified; NULL if it or its sum is
 * missing.
 */
static char *
whole_stamp(const void *ctx, const char *index, const char *sum)
{
	char *mark = *sum == '\0' ? NULL : file_mark(ctx, index);

	return mark == NULL ? NULL : mem_format(ctx, "%s%s\n", sum, mark);
}

static char *
path_seen(const void *ctx, const char *cached)
{
	return cached == NULL ? NULL : mem_format(ctx, "%s.seen", cached);
}

/*
 * Records that a file has been verified; without a writable directory, does
 * nothing.
 */
static void
note_seen(const struct cache_request *rq, const char *seen, const char *stamp)
{
	struct err err = ERR_INIT;

	if (file_make_directory(rq->directory, &err))
		(void)!file_replace(seen, 0600, stamp, strlen(stamp), &err);
}

/*
 * Whether an index is intact.  It is hashed unless it is the file last
 * verified, which `seen` records, in a directory that only the user can write
 * (NULL: there is none).  Later damage is detected page by page (page_sum.h).
 */
static bool
cache_is_whole(const struct cache_request *rq, const char *index, const char *seen)
{
	void *scratch = mem_context(NULL);
	char *noted = note_of(scratch, sum_path(scratch, index));
	char *stamp = whole_stamp(scratch, index, noted);
	bool whole = stamp != NULL && seen != NULL && !rq->whole &&
	    text_same(note_of(scratch, seen), stamp);

	if (!whole && stamp != NULL) {
		whole = text_same(sum_file(scratch, index), noted);
		if (whole && seen != NULL)
			note_seen(rq, seen, stamp);
	}
	mem_free(scratch);
	return whole;
}

/* Writes the sum of the index `fresh`, which will be renamed to `index`. */
static bool
write_sum(const char *fresh, const char *index, struct err *err)
{
	void *scratch = mem_context(NULL);
	char *sum = sum_file(scratch, fresh);
	bool ok = sum == NULL ? err_system(err, "cannot read %s", fresh) :
	    file_replace(sum_path(scratch, index), 0644, sum, strlen(sum),
	    err);

	mem_free(scratch);
	return ok;
}

/* Whether an index may be opened, is ours, and matches its sources. */

/*
 * Whether an index is a regular file, owned by us or root, and not writable by
 * others.
 */
static bool
is_trusted(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	    (st.st_uid == geteuid() || st.st_uid == 0) &&
	    (st.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/*
 * Whether a file is owned by root, and others can neither write it nor (in a
 * sticky directory) rename it.
 */
static bool
is_of_root(const char *path, mode_t kind)
{
	struct stat st;

	return lstat(path, &st) == 0 && (st.st_mode & S_IFMT) == kind &&
	    st.st_uid == 0 && ((st.st_mode & (S_IWGRP | S_IWOTH)) == 0 ||
	    (kind == S_IFDIR && (st.st_mode & S_ISVTX) != 0));
}

/*
 * Whether root installed an index: in the directory of installed data, with the
 * file and all directories above it owned by root.  Only such an index is
 * trusted without knowing how it was made; anyone could have put one into a
 * course folder.
 */
static bool
is_installed(const struct cache_request *rq, const char *path)
{
	char *copy, *slash, *below;
	bool yes;

	if (rq->installed == NULL || path == NULL)
		return false;
	copy = mem_text(NULL, path);
	below = absolute(copy, rq->installed);
	yes = text_begins(path, below) && path[strlen(below)] == '/' &&
	    is_of_root(path, S_IFREG);
	while (yes && (slash = strrchr(copy, '/')) != NULL) {
		*slash = '\0';
		yes = is_of_root(*copy == '\0' ? "/" : copy, S_IFDIR);
	}
	mem_free(copy);
	return yes;
}

/* Whether only we may write to the cache: anyone else could change an index. */
static bool
is_private(const char *directory, struct err *err)
{
	struct stat st;

	if (stat(directory, &st) != 0)
		return errno == ENOENT || err_system(err, "cannot use %s",
		    directory);
	if (S_ISDIR(st.st_mode) && st.st_uid == geteuid() &&
	    (st.st_mode & (S_IWGRP | S_IWOTH)) == 0)
		return true;
	return err_set(err, ERR_SYSTEM, "%s must be a directory of yours "
	    "that no other user can write to", directory);
}

static bool
is_ours(struct db *db)
{
	return db_number(db, "PRAGMA application_id") == INDEX_APPLICATION &&
	    db_number(db, "PRAGMA user_version") == tables_version() &&
	    tables_are_ours(db);
}

/*
 * Whether a source is unchanged.  An index installed with its sources has no
 * times; then a source is unchanged unless it is newer than the index.
 */
static bool
same_source(const struct source_file *file, struct statement *st,
    int64_t built)
{
	struct source_stamp now, noted = { .size = column_int(st, 2),
	    .mtime = column_int(st, 3), .ctime = column_int(st, 4),
	    .inode = column_int(st, 5) };
	void *scratch = mem_context(NULL);
	struct err err = ERR_INIT;
	bool same;

	same = file->root == (size_t)column_int(st, 0) &&
	    text_same(file->name, column_raw(st, 1)) &&
	    source_stamp(scratch, file, false, &now, &err);
	if (same && !source_stamp_same(&now, &noted) && (noted.inode != 0 ||
	    now.mtime > built || now.size != noted.size))
		same = now.size == noted.size &&
		    source_stamp(scratch, file, true, &now, &err) &&
		    text_same(now.hash, column_raw(st, 6));
	mem_free(scratch);
	return same;
}

/* Whether the index was made from exactly these sources. */
static bool
is_fresh(struct db *db, const struct list *files, int64_t built)
{
	struct statement *st = db_prepare(db, "SELECT root, name, size, "
	    "mtime, ctime, inode, hash FROM source ORDER BY number");
	struct err err = ERR_INIT;
	bool fresh = true;
	size_t i = 0;

	while (fresh && statement_step(st)) {
		fresh = i < files->count && same_source(list_at(files, i), st,
		    built);
		i++;
	}
	statement_reset(st);
	return fresh && i == files->count && db_ok(db, &err);
}

/* Whether prepared data, if any, has the version that the caller wants. */
static bool
is_prepared(struct db *db, const struct cache_request *rq)
{
	struct statement *st = db_prepare(db, "SELECT version FROM prepared");
	bool ok = rq->prepare == NULL || !statement_step(st) ||
	    column_int(st, 0) == rq->version;
	struct err err = ERR_INIT;

	statement_reset(st);
	return ok && db_ok(db, &err);
}

static struct db *
open_fresh(const void *ctx, const struct cache_request *rq, const char *path,
    const char *seen, enum db_mode mode, const struct list *files)
{
	struct err err = ERR_INIT;
	struct stat st;
	struct db *db;

	if (path == NULL || !is_trusted(path) || !cache_is_whole(rq, path, seen) ||
	    stat(path, &st) != 0)
		return NULL;
	db = db_open(ctx, path, mode, &err);
	if (db != NULL && is_ours(db) && is_fresh(db, files,
	    file_written(&st)) && is_prepared(db, rq) && (!rq->whole ||
	    db_is_whole(db, &err)))
		return db;
	db_free(db);
	return NULL;
}

/* Building. */

/* Whether to keep waiting; a library that reopens itself waits ten seconds. */
static bool
wait_on(const struct cache_request *rq, int tries)
{
	static const struct ingest_progress waiting = { .stage =
	    INGEST_WAITING };

	return rq->watch == NULL ? tries < LOCK_TRIES :
	    rq->watch->report(rq->watch->user, &waiting);
}

/* Locks an open file, after waiting for others. */
static bool
lock_file(const struct cache_request *rq, int fd, const char *path,
    struct err *err)
{
	int tries;

	for (tries = 0; flock(fd, LOCK_EX | LOCK_NB) != 0; tries++) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return err_system(err, "cannot lock %s", path);
		if (!wait_on(rq, tries))
			return rq->watch == NULL ? err_set(err, ERR_SYSTEM,
			    "another process is building the index") :
			    err_set(err, ERR_INTERRUPTED, "interrupted");
		(void)poll(NULL, 0, LOCK_PAUSE);
	}
	return true;
}

/* Waits for other processes that build the same index; -1 on failure. */
static int
take_lock(const struct cache_request *rq, const char *index, struct err *err)
{
	char *path = mem_format(NULL, "%s.lock", index);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW |
	    O_NONBLOCK, 0600);

	if (fd < 0) {
		(void)err_system(err, "cannot write %s", path);
	} else if (!lock_file(rq, fd, path, err)) {
		(void)close(fd);
		fd = -1;
	}
	mem_free(path);
	return fd;
}

/*
 * The application id in SQLite's header: sqlite.org/fileformat2.html, offset
 * 68.
 */
static bool
may_replace_index(const char *path, struct err *err)
{
	const char id[] = { INDEX_APPLICATION >> 24 & 0xff,
	    INDEX_APPLICATION >> 16 & 0xff, INDEX_APPLICATION >> 8 & 0xff,
	    INDEX_APPLICATION & 0xff };
	const struct file_kind kind = { .name = "an index", .at = 68,
	    .count = sizeof(id), .bytes = id };

	return file_may_become(path, &kind, err);
}

/* Whether a text is what write_sum() writes, or nothing. */
static bool
is_sum(const char *text)
{
	size_t size = strspn(text, "0123456789");

	return *text == '\0' || (size > 0 && text[size] == ' ' &&
	    strspn(text + size + 1, "0123456789abcdef") == 16 &&
	    text_same(text + size + 17, "\n"));
}

/* The sum next to an index could be the user's list of checksums. */
static bool
may_replace_sum(const char *index, struct err *err)
{
	void *scratch = mem_context(NULL);
	char *path = sum_path(scratch, index), *text;
	struct err unread = ERR_INIT;
	bool ok = file_read(scratch, path, NOTE_MAX, &text, &unread) !=
	    FILE_UNREADABLE && is_sum(text);

	if (!ok)
		(void)file_is_not(path, "the checksum of an index", err);
	mem_free(scratch);
	return ok;
}

/* Builds an index under a temporary name; writes the sum of `path`. */
static bool
build_file(const struct cache_request *rq, const char *fresh,
    const char *path, bool to_install, struct ingest_result *result,
    struct err *err)
{
	return ingest_build(rq->paths, rq->count, fresh, rq->watch, rq->sink,
	    result, err) && (rq->finish == NULL || rq->finish(rq, fresh, err)) &&
	    (!to_install || ingest_forget_times(fresh, err)) &&
	    write_sum(fresh, path, err);
}

/* Replaces an index of the cache, which is locked. */
static bool
replace_cached(const struct cache_request *rq, const char *path,
    struct ingest_result *result, struct err *err)
{
	char *fresh = mem_format(NULL, "%s.new", path);
	bool ok;

	(void)unlink(fresh);
	ok = build_file(rq, fresh, path, false, result, err) &&
	    file_move(fresh, path, err);
	if (!ok)
		(void)unlink(fresh);
	mem_free(fresh);
	return ok;
}

bool
cache_build_at(const struct cache_request *rq, const char *path,
    struct ingest_result *result, struct err *err)
{
	char *real = absolute(NULL, path);
	struct file_writer *writer;
	bool ok;

	assert(result != NULL && err != NULL);
	ok = may_replace_index(path, err) && may_replace_sum(real, err);
	writer = ok ? file_begin(real, path, 0644, err) : NULL;
	ok = writer != NULL && build_file(rq, file_fresh(writer), real, true,
	    result, err);
	if (writer != NULL && !ok)
		file_abandon(writer);
	ok = ok && file_commit(writer, NULL, 0, err);
	mem_free(real);
	return ok;
}

/* Builds in the cache directory, unless another process has just done so. */
static struct db *
build_in_cache(const void *ctx, const struct cache_request *rq,
    const char *path, const struct list *files, struct cache_answer *answer,
    struct err *err)
{
	char *seen = path_seen(ctx, path);
	struct db *db;
	int lock;

	if (!file_make_directory(rq->directory, err))
		return NULL;
	lock = take_lock(rq, path, err);
	if (lock < 0)
		return NULL;
	db = rq->rebuild ? NULL : open_fresh(ctx, rq, path, seen, DB_READ,
	    files);
	answer->origin = db == NULL ? CACHE_BUILT : CACHE_FRESH;
	if (db == NULL && replace_cached(rq, path, &answer->result, err))
		db = db_open(ctx, path, DB_READ, err);
	(void)close(lock);
	answer->path = path;
	return db;
}

/* Opens an existing index that is fresh: installed, or in the cache. */
static struct db *
find_fresh(const void *ctx, const struct cache_request *rq, const char *path,
    const struct list *files, struct cache_answer *answer)
{
	char *beside = path_beside(ctx, rq), *seen = path_seen(ctx, path);
	struct db *db = NULL;

	if (is_installed(rq, beside)) {
		db = open_fresh(ctx, rq, beside, seen, DB_IMMUTABLE, files);
		answer->origin = CACHE_INSTALLED;
		answer->path = beside;
	}
	if (db == NULL && path != NULL) {
		db = open_fresh(ctx, rq, path, seen, DB_READ, files);
		answer->origin = CACHE_FRESH;
		answer->path = path;
	}
	return db;
}

/* Builds an index for this process only, if no directory is writable. */
static struct db *
build_private(const void *ctx, const struct cache_request *rq,
    struct cache_answer *answer, struct err *err)
{
	if (err->code != ERR_NONE)
		answer->unsaved = mem_text(ctx, err->text);
	*err = (struct err)ERR_INIT;
	answer->path = NULL;
	answer->origin = CACHE_PRIVATE;
	return ingest_private(ctx, rq->paths, rq->count, rq->watch, rq->sink,
	    &answer->result, err);
}

struct db *
cache_open(const void *ctx, const struct cache_request *rq,
    struct cache_answer *answer, struct err *err)
{
	char *path = path_in_cache(ctx, rq);
	struct list files = { .at = NULL };
	struct db *db = NULL;

	assert(answer != NULL && err != NULL);
	*answer = (struct cache_answer){ .origin = CACHE_INSTALLED };
	if (!sources_list(ctx, rq->paths, rq->count, &files, err))
		return NULL;
	if (path != NULL && !is_private(rq->directory, err))
		path = NULL;
	if (!rq->rebuild)
		db = find_fresh(ctx, rq, path, &files, answer);
	if (db != NULL) {
		*err = (struct err)ERR_INIT;
		return db;
	}
	if (path != NULL)
		db = build_in_cache(ctx, rq, path, &files, answer, err);
	if (db != NULL) {
		remove_older(rq);
		return db;
	}
	return path != NULL && err->code != ERR_SYSTEM ? NULL :
	    build_private(ctx, rq, answer, err);
}

char *
cache_where(const void *ctx, const struct cache_request *rq)
{
	char *beside = path_beside(ctx, rq), *path = path_in_cache(ctx, rq);

	if (is_installed(rq, beside))
		return beside;
	return path;
}
