/* The cache: fresh, stale, damaged or interrupted; old data is never lost. */
#include "support.h"

#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "index/db.h"
#include "index/tables.h"
#include "search/search.h"

static void *ctx;

#define WORK(id, title)							\
	"<work id=\"" id "\" type=\"article\"><title>" title "</title>"	\
	"<author family=\"A\"/><design>cohort</design></work>\n"
#define DOC(body)	"<bibliography "				\
	"xmlns=\"urn:strigil:bibliography:2\">\n" body "</bibliography>\n"

struct opened {
	struct cache_answer	answer;
	struct db		*db;
	struct err		err;
	bool			ok;
};

static bool
always_stop(void *user, const struct ingest_progress *progress)
{
	(void)user;
	(void)progress;
	return false;
}

/* The directory of root's data; NULL: none. */
static const char *installed;

static struct opened
open_at(const char *path, const char *directory, bool rebuild, bool interrupt)
{
	static const struct ingest_watch stop = { always_stop, NULL };
	struct diag_sink sink = { .report = NULL };
	const char *paths[] = { path };
	struct cache_request request = { .paths = paths, .count = 1,
	    .directory = directory, .rebuild = rebuild,
	    .installed = installed, .watch = interrupt ? &stop : NULL,
	    .sink = &sink };
	struct opened opened = { .err = ERR_INIT };

	opened.db = cache_open(ctx, &request, &opened.answer, &opened.err);
	opened.ok = opened.db != NULL;
	return opened;
}

static char *
cache_in(const char *name)
{
	return mem_format(ctx, "%s/%s", scratch_directory(), name);
}

static long
works_in(const struct opened *opened)
{
	assert_true(opened->ok);
	return (long)db_number(opened->db,
	    "SELECT count(*) FROM work");
}

static void
test_cache_builds_once_and_then_finds_it_fresh(void **state)
{
	char *path = scratch_file(ctx, "one.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("c1");
	struct opened opened = open_at(path, cache, false, false);

	(void)state;
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(works_in(&opened), 1);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_FRESH);
	opened = open_at(path, cache, true, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
}

/* What a layer above prepares from records. */
#define PREPARED	"bytes of a layer above"

static struct buf
prepare_some(struct library *library, const void *owner)
{
	struct buf bytes = { .data = NULL };

	(void)library;
	buf_add(owner, &bytes, PREPARED, strlen(PREPARED));
	return bytes;
}

/* Opens it for a program whose layer above follows the rules of `version`. */
static enum cache_origin
origin_for(const char *path, const char *directory, int64_t version)
{
	struct diag_sink sink = { .report = NULL };
	const struct cache_request request = { .paths = &path, .count = 1,
	    .directory = directory, .sink = &sink, .prepare = prepare_some,
	    .version = version, .finish = library_prepare };
	struct cache_answer answer;
	struct err err = ERR_INIT;
	struct db *db = cache_open(ctx, &request, &answer, &err);

	assert_non_null(db);
	db_free(db);
	return answer.origin;
}

/* Data prepared by other rules are made anew once, not at every search. */
static void
test_cache_notices_other_rules(void **state)
{
	char *path = scratch_file(ctx, "rules.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("rules");

	(void)state;
	assert_int_equal(origin_for(path, cache, 1), CACHE_BUILT);
	assert_int_equal(origin_for(path, cache, 1), CACHE_FRESH);
	assert_int_equal(origin_for(path, cache, 2), CACHE_BUILT);
	assert_int_equal(origin_for(path, cache, 2), CACHE_FRESH);
}

static void
test_cache_notices_a_changed_source(void **state)
{
	char *path = scratch_file(ctx, "two.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("c2");
	struct opened opened = open_at(path, cache, false, false);

	(void)state;
	(void)scratch_file(ctx, "two.xml", DOC(WORK("a-2000", "T")
	    WORK("b-2001", "U")));
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(works_in(&opened), 2);
}

/* A touched or copied file with the same content is the same source. */
static void
test_cache_falls_back_to_the_content(void **state)
{
	char *path = scratch_file(ctx, "three.xml", DOC(WORK("a-2000",
	    "T")));
	const struct timespec times[2] = { { 1000, 0 }, { 1000, 0 } };
	char *cache = cache_in("c3");
	struct opened opened = open_at(path, cache, false, false);

	(void)state;
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_FRESH);
}

static void
overwrite(const char *path, off_t at, const char *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, bytes, n, at), (ssize_t)n);
	assert_int_equal(close(fd), 0);
}

static void
test_cache_rebuilds_what_is_damaged(void **state)
{
	static const off_t places[] = { 0, 20, 100, 4096, 9000, 20000 };
	char *path = scratch_file(ctx, "four.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("c4");
	struct opened opened = open_at(path, cache, false, false);
	const char *index = opened.answer.path;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		overwrite(index, places[i], "\xDE\xAD\xBE\xEF", 4);
		opened = open_at(path, cache, false, false);
		assert_int_equal(opened.answer.origin, CACHE_BUILT);
		assert_int_equal(works_in(&opened), 1);
	}
	assert_int_equal(truncate(index, 5000), 0);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(truncate(index, 0), 0);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(unlink(mem_format(ctx, "%s.sum", index)), 0);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
}

/* Records that an index, in its present state, was found undamaged. */
static void
forge_seen(const char *index)
{
	char *sum = file_text(ctx, mem_format(ctx, "%s.sum", index));
	FILE *file;

	file = fopen(mem_format(ctx, "%s.seen", index), "w");
	assert_non_null(file);
	assert_true(fprintf(file, "%s%s\n", sum, file_mark(ctx, index)) > 0);
	assert_int_equal(fclose(file), 0);
}

/*
 * A file found undamaged is not checksummed again.  Later damage is noticed
 * page by page, or when the whole file is checked.
 */
static void
test_cache_trusts_what_it_has_seen(void **state)
{
	char *path = scratch_file(ctx, "seen.xml", DOC(WORK("a-2000", "T")));
	const char *paths[] = { path };
	struct diag_sink sink = { .report = NULL };
	struct cache_request request = { .paths = paths, .count = 1,
	    .directory = cache_in("c40"), .whole = true, .sink = &sink };
	struct opened opened = open_at(path, request.directory, false, false);
	const char *index = opened.answer.path;
	char *seen = mem_format(ctx, "%s.seen", index);
	struct err err = ERR_INIT;
	struct stat st;

	(void)state;
	assert_int_equal(stat(index, &st), 0);
	opened = open_at(path, request.directory, false, false);
	assert_int_equal(opened.answer.origin, CACHE_FRESH);
	assert_int_equal(stat(seen, &st), 0);
	assert_true((st.st_mode & 0777) == 0600);
	assert_int_equal(stat(index, &st), 0);
	overwrite(index, st.st_size - 1000, "\xDE\xAD", 2);
	forge_seen(index);
	opened = open_at(path, request.directory, false, false);
	assert_int_equal(opened.answer.origin, CACHE_FRESH);
	assert_false(db_is_whole(opened.db, &err));
	assert_int_equal(err.code, ERR_INDEX);
	opened.db = cache_open(ctx, &request, &opened.answer, &err);
	assert_non_null(opened.db);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_true(db_is_whole(opened.db, &err));
	/* A page that is read at the start. */
	overwrite(index, 1000, "\xDE\xAD", 2);
	forge_seen(index);
	opened = open_at(path, request.directory, false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
}

/* A file that is not ours, or a link, is not opened. */
static void
test_cache_does_not_open_what_is_not_ours(void **state)
{
	char *path = scratch_file(ctx, "five.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("c5");
	struct opened opened = open_at(path, cache, false, false);
	const char *index = opened.answer.path;

	(void)state;
	assert_int_equal(chmod(index, 0666), 0);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(unlink(index), 0);
	assert_int_equal(mkfifo(index, 0600), 0);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(works_in(&opened), 1);
}

static void
test_cache_keeps_the_old_index_when_building_fails(void **state)
{
	char *path = scratch_file(ctx, "six.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("c6");
	struct opened opened = open_at(path, cache, false, false);
	char *index = mem_text(ctx, opened.answer.path);
	char *before = file_text(ctx, index), *sum = mem_format(ctx,
	    "%s.sum", index), *noted = file_text(ctx, sum);
	struct stat st;

	(void)state;
	/* The build is interrupted. */
	opened = open_at(path, cache, true, true);
	assert_false(opened.ok);
	assert_int_equal(opened.err.code, ERR_INTERRUPTED);
	assert_string_equal(file_text(ctx, sum), noted);
	assert_memory_equal(file_text(ctx, index), before, 100);
	assert_int_equal(stat(mem_format(ctx, "%s.new", index), &st), -1);
	/* The file is no longer well-formed. */
	(void)scratch_file(ctx, "six.xml", "<bibliography");
	opened = open_at(path, cache, false, false);
	assert_false(opened.ok);
	assert_int_equal(opened.err.code, ERR_INPUT);
	assert_string_equal(file_text(ctx, sum), noted);
	assert_int_equal(stat(mem_format(ctx, "%s.new", index), &st), -1);
}

static void
test_cache_leaves_bad_records_out_and_counts_them(void **state)
{
	char *path = scratch_file(ctx, "seven.xml", DOC(WORK("a-2000", "T")
	    "<work id=\"b\" type=\"article\"><title>no design</title></work>"
	    WORK("c-2002", "V")));
	struct opened opened = open_at(path, cache_in("c7"), false, false);

	(void)state;
	assert_int_equal(works_in(&opened), 2);
	assert_int_equal(db_number(opened.db, "SELECT left_out FROM source"),
	    1);
	assert_int_equal(db_number(opened.db, "SELECT count(*) FROM "
	    "record WHERE pack IS NULL"), 1);
}

static void
test_cache_does_without_a_place_to_write(void **state)
{
	char *path = scratch_file(ctx, "eight.xml", DOC(WORK("a-2000",
	    "T")));
	struct opened opened = open_at(path, NULL, false, false);

	(void)state;
	assert_int_equal(opened.answer.origin, CACHE_PRIVATE);
	assert_int_equal(works_in(&opened), 1);
	opened = open_at(path, "/dev/null/x", false, false);
	assert_int_equal(opened.answer.origin, CACHE_PRIVATE);
	assert_int_equal(works_in(&opened), 1);
}

static void
test_cache_reads_a_directory_in_name_order(void **state)
{
	char *directory = cache_in("several");
	struct opened opened;

	(void)state;
	assert_int_equal(mkdir(directory, 0700), 0);
	(void)scratch_file(ctx, "several/2.xml", DOC(WORK("b-2001", "U")));
	(void)scratch_file(ctx, "several/1.xml", DOC(WORK("a-2000", "T")));
	(void)scratch_file(ctx, "several/notes.txt", "not a source");
	opened = open_at(directory, cache_in("c9"), false, false);
	assert_int_equal(works_in(&opened), 2);
	assert_int_equal(db_number(opened.db, "SELECT count(*) FROM source"),
	    2);
	assert_int_equal(db_number(opened.db, "SELECT number FROM "
	    "source WHERE name='1.xml'"), 1);
	/* With one more file it is another bibliography. */
	(void)scratch_file(ctx, "several/3.xml", DOC(WORK("c-2002", "V")));
	opened = open_at(directory, cache_in("c9"), false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(works_in(&opened), 3);
}

/* Builds the index of a file next to it. */
static void
build_beside(const char *path)
{
	const char *paths[] = { path };
	struct diag_sink sink = { .report = NULL };
	const struct cache_request request = { .paths = paths, .count = 1,
	    .sink = &sink };
	struct ingest_result result;
	struct err err = ERR_INIT;

	assert_true(cache_build_at(&request, mem_format(ctx, "%s.index",
	    path), &result, &err));
}

/* Two that build one file at once would put half an index in its place. */
static void
test_cache_builds_a_file_alone(void **state)
{
	const char *path = scratch_file(ctx, "alone.xml", DOC(WORK("a-2000",
	    "T")));
	const struct cache_request request = { .paths = &path, .count = 1 };
	char *index = mem_format(ctx, "%s.index", path);
	struct ingest_result result;
	struct err err = ERR_INIT;
	struct file_writer *other = file_begin(ctx, index, 0644, &err);
	struct stat st;

	(void)state;
	assert_non_null(other);
	assert_false(cache_build_at(&request, index, &result, &err));
	assert_non_null(strstr(err.text, "another process is writing"));
	assert_int_equal(stat(file_fresh(other), &st), 0);
	assert_int_equal(st.st_size, 0);
	file_abandon(other);
	build_beside(path);
	assert_int_equal(stat(index, &st), 0);
}

static void
test_cache_prefers_the_installed_index(void **state)
{
	char *path = scratch_file(ctx, "nine.xml", DOC(WORK("a-2000", "T")));
	const struct timespec later[2] = { { time(NULL) + 60, 0 },
	    { time(NULL) + 60, 0 } };
	struct opened opened;

	(void)state;
	if (geteuid() != 0) {
		print_message("# skipped: takes root\n");
		return;
	}
	build_beside(path);
	installed = scratch_directory();
	opened = open_at(path, cache_in("c10"), false, false);
	assert_int_equal(opened.answer.origin, CACHE_INSTALLED);
	assert_int_equal(works_in(&opened), 1);
	/* An edit of the same length, later than the index. */
	(void)scratch_file(ctx, "nine.xml", DOC(WORK("a-2000", "S")));
	assert_int_equal(utimensat(AT_FDCWD, path, later, 0), 0);
	opened = open_at(path, cache_in("c10b"), false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	/* The index is stale: a new one is built in the user's own cache. */
	(void)scratch_file(ctx, "nine.xml", DOC(WORK("b-2001", "U")
	    WORK("c-2001", "V")));
	opened = open_at(path, cache_in("c10"), false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(works_in(&opened), 2);
	installed = NULL;
}

static char *
bytes_of(const char *path)
{
	struct err err = ERR_INIT;
	char *text;

	assert_int_equal(file_read(ctx, path, 1 << 24, &text, &err),
	    FILE_READ);
	return text;
}

/* The index to install does not depend on when and where it is built. */
static void
test_cache_builds_the_same_index_to_install(void **state)
{
	char *one, *other;

	(void)state;
	one = scratch_file(ctx, "one.xml", DOC(WORK("a-2000", "T")));
	build_beside(one);
	one = bytes_of(mem_format(ctx, "%s.index.sum", one));
	assert_int_equal(mkdir(cache_in("place"), 0700), 0);
	other = scratch_file(ctx, "place/one.xml", DOC(WORK("a-2000", "T")));
	build_beside(other);
	other = bytes_of(mem_format(ctx, "%s.index.sum", other));
	assert_string_equal(one, other);
}

/* The first search after an installation is as fast as the others. */
static void
test_an_installed_bibliography_opens_without_its_xml(void **state)
{
	char *data = mem_format(ctx, "%s/installed", scratch_directory());
	char *folder = mem_format(ctx, "%s/iastm", data);
	char *search = mem_format(ctx, "STRIGIL_DATA='%s' XDG_CACHE_HOME='%s' "
	    "\"$STRIGIL\" search pain >/dev/null", data,
	    cache_in("c25"));
	int opened;

	(void)state;
	if (getenv("STRIGIL") == NULL || getenv("STRIGIL_DATA") == NULL) {
		print_message("# skipped: takes the program, STRIGIL, and "
		    "STRIGIL_DATA\n");
		return;
	}
	assert_int_equal(mkdir(data, 0700), 0);
	assert_int_equal(system(mem_format(ctx, "cp -RL "
	    "\"$STRIGIL_DATA/iastm\" '%s' && \"$STRIGIL\" index -q -b '%s' "
	    "-o '%s.index'", data, folder, folder)), 0);
	if (geteuid() != 0 || (opened = opens_while(folder, ".xml",
	    search)) < 0) {
		print_message("# skipped: takes root and inotify(7)\n");
		return;
	}
	assert_int_equal(opened, 0);
	/* Without the index they are read. */
	assert_int_equal(unlink(mem_format(ctx, "%s.index", folder)), 0);
	assert_true(opens_while(folder, ".xml", search) > 0);
}

/* An index that came with the folder of a course is not trusted. */
static void
test_cache_believes_only_what_root_installed(void **state)
{
	char *path = scratch_file(ctx, "c.xml", DOC(WORK("a-2000", "T")));
	char *index = mem_format(ctx, "%s.index", path);
	struct opened opened;

	(void)state;
	build_beside(path);
	opened = open_at(path, cache_in("c20"), false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	installed = cache_in("elsewhere");
	opened = open_at(path, cache_in("c21"), false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	installed = scratch_directory();
	assert_int_equal(chmod(index, 0664), 0);
	opened = open_at(path, cache_in("c22"), false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(chmod(index, 0644), 0);
	if (geteuid() == 0) {
		assert_int_equal(chown(index, 12345, 12345), 0);
		opened = open_at(path, cache_in("c23"), false, false);
		assert_int_equal(opened.answer.origin, CACHE_BUILT);
		assert_int_equal(chown(index, 0, 0), 0);
		/* The directory counts as well. */
		assert_int_equal(chmod(installed, 0770), 0);
		opened = open_at(path, cache_in("c24"), false, false);
		assert_int_equal(opened.answer.origin, CACHE_BUILT);
		assert_int_equal(chmod(installed, 0700), 0);
	}
	installed = NULL;
}

static void
test_cache_is_ours_alone(void **state)
{
	char *path = scratch_file(ctx, "p.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("c30");
	struct opened opened = open_at(path, cache, false, false);

	(void)state;
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(chmod(cache, 0777), 0);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_PRIVATE);
	assert_int_equal(works_in(&opened), 1);
	assert_non_null(strstr(opened.answer.unsaved, "no other user"));
	assert_int_equal(chmod(cache, 0700), 0);
	if (geteuid() == 0) {
		assert_int_equal(chown(cache, 12345, 12345), 0);
		opened = open_at(path, cache, false, false);
		assert_int_equal(opened.answer.origin, CACHE_PRIVATE);
		assert_int_equal(chown(cache, 0, 0), 0);
	}
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_FRESH);
}

/* An edit of the same length, whose time was set back. */
static void
test_cache_notices_an_edit_that_hides(void **state)
{
	char *path = scratch_file(ctx, "e.xml", DOC(WORK("a-2000", "Yes")));
	char *cache = cache_in("c31"), *text;
	struct opened opened = open_at(path, cache, false, false);
	struct timespec times[2];
	struct stat st;
	off_t at;

	(void)state;
	assert_int_equal(stat(path, &st), 0);
	times[0] = st.st_atim;
	times[1] = st.st_mtim;
	text = file_text(ctx, path);
	at = strstr(text, "Yes") - text;
	overwrite(path, at, "Not", 3);
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
}

/* Matching checksums do not make a foreign table one of ours. */
static void
test_cache_compares_the_schema(void **state)
{
	static const char *const changes[] = {
	    "CREATE TABLE more(a)",
	    "CREATE VIEW v AS SELECT * FROM record",
	    ("CREATE TRIGGER t AFTER UPDATE ON record BEGIN DELETE FROM work; "
	    "END"),
	    "CREATE INDEX i ON record(line)",
	    "DROP TABLE bearing; CREATE TABLE bearing(work, claim, tie, bears)",
	    "DROP TABLE word; CREATE VIRTUAL TABLE word USING fts5(a)" };
	char *path = scratch_file(ctx, "s.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("c32"), *index;
	struct opened opened = open_at(path, cache, false, false);
	struct err err = ERR_INIT;
	struct db *db;
	size_t i;

	(void)state;
	index = mem_text(ctx, opened.answer.path);
	for (i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		db_free(opened.db);
		db = db_open(ctx, index, DB_BUILD, &err);
		assert_non_null(db);
		assert_true(tables_are_ours(db));
		db_run(db, changes[i]);
		assert_false(tables_are_ours(db));
		assert_true(db_ok(db, &err));
		db_free(db);
		sum_index(ctx, index);
		opened = open_at(path, cache, false, false);
		assert_int_equal(opened.answer.origin, CACHE_BUILT);
	}
	/* A link to an index is not accepted as an index. */
	assert_int_equal(rename(index, mem_format(ctx, "%s.away", index)), 0);
	assert_int_equal(symlink(mem_format(ctx, "%s.away", index), index), 0);
	assert_null(db_open(ctx, index, DB_READ, &err));
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
}

/* Changes the last of some bytes of a file, which it has once. */
static void
damage_bytes(const char *path, const char *bytes, size_t n)
{
	FILE *file = fopen(path, "r+b");
	size_t matched = 0;
	int c = 0;

	assert_non_null(file);
	while (matched < n && (c = getc(file)) != EOF)
		matched = (char)c == bytes[matched] ? matched + 1 :
		    (size_t)((char)c == bytes[0]);
	assert_int_equal(matched, n);
	assert_int_equal(fseek(file, -1, SEEK_CUR), 0);
	assert_int_equal(putc('?', file), '?');
	assert_int_equal(fclose(file), 0);
}

/* Damage under a sum that fits is met when the index is opened, and mended. */
static void
test_cache_replaces_damaged_prepared_data(void **state)
{
	char *path = scratch_file(ctx, "p.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("prepared"), *index;
	struct opened opened;

	(void)state;
	assert_int_equal(origin_for(path, cache, 3), CACHE_BUILT);
	opened = open_at(path, cache, false, false);
	index = mem_text(ctx, opened.answer.path);
	db_free(opened.db);
	damage_bytes(index, PREPARED, strlen(PREPARED));
	sum_file(ctx, index);
	assert_int_equal(origin_for(path, cache, 3), CACHE_BUILT);
	assert_int_equal(origin_for(path, cache, 3), CACHE_FRESH);
}

/* Indexes of older formats are removed; those of other sources stay. */
static void
test_cache_removes_what_older_versions_left(void **state)
{
	char *path = scratch_file(ctx, "old.xml", DOC(WORK("a-2000", "T")));
	char *cache = cache_in("c11");
	struct opened opened = open_at(path, cache, false, false);
	char *mine = mem_text(ctx, opened.answer.path), *old, *other;
	char *dash = strrchr(mine, '-');

	(void)state;
	old = mem_format(ctx, "%.*s-1.index", (int)(dash - mine), mine);
	other = mem_format(ctx, "%.*sx-1.index", (int)(dash - mine), mine);
	assert_int_equal(link(mine, old), 0);
	assert_int_equal(link(mine, other), 0);
	opened = open_at(path, cache, false, false);
	assert_int_equal(opened.answer.origin, CACHE_FRESH);
	assert_int_equal(access(old, F_OK), 0);
	opened = open_at(path, cache, true, false);
	assert_int_equal(opened.answer.origin, CACHE_BUILT);
	assert_int_equal(access(old, F_OK), -1);
	assert_int_equal(access(other, F_OK), 0);
	assert_int_equal(access(mine, F_OK), 0);
}

static void
test_library_without_a_title_is_called_like_its_file(void **state)
{
	char *path = scratch_file(ctx, "reading\033[2J.xml",
	    DOC(WORK("a-2000", "T")));
	struct library *library = open_library(ctx, path);

	(void)state;
	assert_null(library_about(library));
	assert_string_equal(library_title(library), "reading\uFFFD[2J.xml");
}

/* The works that a query finds, as "ID ID ..." in order. */
static char *
ids_of(struct searcher *se, const char *query)
{
	const struct search_request search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL, .limit = 10 };
	struct search_result *result = search_run(ctx, se, &search, query,
	    strlen(query));
	struct statement *st = db_prepare(se->db,
	    "SELECT id FROM record WHERE number=?");
	struct buf ids = { .data = NULL };
	size_t i;

	for (i = 0; i < result->count; i++) {
		bind_int(st, 1, result->records[i]);
		assert_true(statement_step(st));
		buf_format(ctx, &ids, "%s ", column_text(st, 0));
		statement_reset(st);
	}
	return ids.data == NULL ? mem_text(ctx, "") : ids.data;
}

/*
 * An imported work may be read before the vocabulary and the claims about it;
 * these must still take effect.
 */
static void
test_cache_finds_the_same_whatever_was_read_first(void **state)
{
	static const char article[] = "<PubmedArticle><MedlineCitation>"
	    "<PMID>7</PMID><Article><Journal><JournalIssue><PubDate><Year>2001"
	    "</Year></PubDate></JournalIssue></Journal><ArticleTitle>Imported"
	    "</ArticleTitle></Article><MeshHeadingList><MeshHeading>"
	    "<DescriptorName>Tendinopathy</DescriptorName></MeshHeading>"
	    "</MeshHeadingList></MedlineCitation></PubmedArticle>";
	char *own = scratch_file(ctx, "own.xml", DOC(
	    "<term id=\"tendon\" facet=\"condition\"><label>Tendon disease"
	    "</label></term><term id=\"tendinopathy\" facet=\"condition\" "
	    "broader=\"tendon\"><label>Tendinosis</label>"
	    "<MeSH>Tendinopathy</MeSH></term>"
	    WORK("a-2000", "Own") WORK("b-2001", "Other")));
	char *imported = scratch_file(ctx, "imported.xml", mem_format(ctx,
	    "<PubmedArticleSet>%s</PubmedArticleSet>", article));
	const char *orders[][2] = { { own, imported }, { imported, own } };
	struct diag_sink sink = { .report = NULL };
	struct cache_request request = { .count = 2, .sink = &sink };
	struct cache_answer answer;
	struct err err = ERR_INIT;
	struct searcher *se;
	struct db *db;
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		request.paths = orders[i];
		db = cache_open(ctx, &request, &answer, &err);
		assert_non_null(db);
		se = search_open(ctx, db, &err);
		assert_non_null(se);
		assert_string_equal(ids_of(se, "condition:tendon"),
		    "pmid-7 ");
		assert_string_equal(ids_of(se, "\"tendinosis\""),
		    "pmid-7 ");
		assert_string_equal(ids_of(se, "im*"), "pmid-7 ");
		assert_string_equal(ids_of(se, "is:imported"),
		    "pmid-7 ");
		assert_int_equal(strlen(ids_of(se, "")), 21);
		assert_int_equal(db_number(db,
		    "SELECT count(*) FROM work_term"), 2);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_cache_builds_once_and_then_finds_it_fresh),
		cmocka_unit_test(test_cache_notices_other_rules),
		cmocka_unit_test(test_cache_notices_a_changed_source),
		cmocka_unit_test(test_cache_falls_back_to_the_content),
		cmocka_unit_test(test_cache_rebuilds_what_is_damaged),
		cmocka_unit_test(test_cache_trusts_what_it_has_seen),
		cmocka_unit_test(test_cache_does_not_open_what_is_not_ours),
		cmocka_unit_test(
		    test_cache_keeps_the_old_index_when_building_fails),
		cmocka_unit_test(
		    test_cache_leaves_bad_records_out_and_counts_them),
		cmocka_unit_test(test_cache_does_without_a_place_to_write),
		cmocka_unit_test(test_cache_reads_a_directory_in_name_order),
		cmocka_unit_test(test_cache_builds_a_file_alone),
		cmocka_unit_test(test_cache_prefers_the_installed_index),
		cmocka_unit_test(test_cache_builds_the_same_index_to_install),
		cmocka_unit_test(
		    test_an_installed_bibliography_opens_without_its_xml),
		cmocka_unit_test(test_cache_believes_only_what_root_installed),
		cmocka_unit_test(test_cache_is_ours_alone),
		cmocka_unit_test(test_cache_notices_an_edit_that_hides),
		cmocka_unit_test(test_cache_compares_the_schema),
		cmocka_unit_test(test_cache_replaces_damaged_prepared_data),
		cmocka_unit_test(test_cache_removes_what_older_versions_left),
		cmocka_unit_test(
		    test_cache_finds_the_same_whatever_was_read_first),
		cmocka_unit_test(
		    test_library_without_a_title_is_called_like_its_file),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
