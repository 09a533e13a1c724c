/*
 * Faults: reads of the index fail, one after the other.  The result is the full
 * answer or an error, never a part of the answer.
 */
#include "support.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/mem.h"
#include "base/text.h"
#include "export/export.h"
#include "index/db.h"
#include "library/library.h"
#include "page/page.h"
#include "page/page_answer.h"
#include "tui/app.h"

enum { FOR_EVER = 1000000 };	/* number of reads; files cannot be opened
				   either */

static void *ctx;
static const char *directory, *sources;

/* The VFS of SQLite, with reads that fail on request. */

static struct {
	sqlite3_vfs		 vfs;
	sqlite3_vfs		*real;
	sqlite3_io_methods	 methods;
	int			(*read)(sqlite3_file *, void *, int,
				    sqlite3_int64);
	long			 reads;		/* number of reads so far */
	long			 fail_at;	/* number of the first read
						   that fails; 0: never */
	long			 fail_until;
} faults;

static int
fail_read(sqlite3_file *file, void *to, int n, sqlite3_int64 from)
{
	faults.reads++;
	if (faults.fail_at > 0 && faults.reads >= faults.fail_at &&
	    faults.reads <= faults.fail_until)
		return faults.reads % 2 == 0 ? SQLITE_IOERR_READ :
		    SQLITE_IOERR_CORRUPTFS;
	return faults.read(file, to, n, from);
}

static int
open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
    int *out)
{
	int rc;

	(void)vfs;
	if (faults.fail_until >= FOR_EVER) {
		file->pMethods = NULL;
		return SQLITE_CANTOPEN;
	}
	rc = faults.real->xOpen(faults.real, name, file, flags, out);
	if (rc != SQLITE_OK || file->pMethods == NULL)
		return rc;
	faults.methods = *file->pMethods;
	faults.read = file->pMethods->xRead;
	faults.methods.xRead = fail_read;
	if ((flags & SQLITE_OPEN_READONLY) != 0)
		file->pMethods = &faults.methods;
	return rc;
}

/*
 * Makes `count` reads fail, starting with the `at`-th from now.  With FOR_EVER,
 * also removes the sources, from which a new index could be built.
 */
static void
fail_reads(long at, long count)
{
	char *real = realpath(source_path(ctx, "data/iastm"), NULL);

	assert_non_null(real);
	(void)unlink(sources);
	if (count < FOR_EVER)
		assert_int_equal(symlink(real, sources), 0);
	free(real);
	faults.reads = 0;
	faults.fail_at = at;
	faults.fail_until = count == 0 ? 0 : at + count - 1;
}

/* Fails one read of a search that the answer needs, if it is to. */
static bool	 fail_answer;

static bool
lead(struct library *library, struct result *result, struct list *ids)
{
	const struct search strict = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = 1000, .strict = true };

	if (fail_answer) {
		fail_answer = false;
		fail_reads(1, 3);
		(void)library_search(library, ctx, &strict, "rat OR tissue");
		assert_true(faults.reads > 1);
		fail_reads(0, 0);
	}
	return answer_lead(library, result, ids);
}

static struct library *
open_iastm(void)
{
	const struct cache_request request = { .paths = &sources, .count = 1,
	    .directory = directory, .lead = lead };
	struct library *library;
	struct err err = ERR_INIT;

	fail_reads(0, 0);
	library = library_open(ctx, &request, NULL, &err);
	assert_non_null(library);
	return library;
}

/* The answers. */

static const char *const queries[] = { "", "pain", "p", "author:s",
    "\"tennis elbow\"", "fibroblst", "zzqx does scraping hurt",
    "scraping for wrist warts", "level:1..2 -human" };
enum { QUERIES = sizeof(queries) / sizeof(queries[0]) };

/* All ids that a query finds, or NULL if they could not be read. */
static char *
ids_of(struct library *library, const char *query)
{
	const struct search all = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = 1000 };
	const struct result *result = library_search(library, ctx, &all,
	    query);
	struct buf out = { .data = NULL };
	struct err err = ERR_INIT;
	size_t i;

	for (i = 0; i < result->count; i++)
		buf_format(ctx, &out, "%s\n", library_id(library, ctx,
		    result->hits[i].record));
	return !library_ok(library, &err) ? NULL : mem_text(ctx,
	    buf_string(&out));
}

static void
test_one_failed_read_changes_no_answer(void **state)
{
	struct library *library = open_iastm();
	char *good[QUERIES];
	long reads, n;
	size_t i;

	(void)state;
	for (i = 0; i < QUERIES; i++) {
		good[i] = ids_of(library, queries[i]);
		assert_non_null(good[i]);
		assert_true(i == QUERIES - 1 || *good[i] != '\0');
	}
	for (i = 0; i < QUERIES; i++)
		for (n = 1, reads = n; n <= reads; n++) {
			mem_free(library);
			library = open_iastm();
			fail_reads(n, 1);
			assert_string_equal(ids_of(library, queries[i]),
			    good[i]);
			reads = faults.reads;
		}
	mem_free(library);
}

/* A search that the answer needs may open the index anew. */
static void
test_a_failed_read_of_the_answer_changes_no_hits(void **state)
{
	struct library *library = open_iastm();
	char *good[QUERIES], *got;
	size_t led = 0, i;

	(void)state;
	for (i = 0; i < QUERIES; i++)
		good[i] = ids_of(library, queries[i]);
	for (i = 0; i < QUERIES; i++) {
		mem_free(library);
		library = open_iastm();
		fail_answer = true;
		got = ids_of(library, queries[i]);
		led += !fail_answer;
		assert_non_null(got);
		assert_string_equal(got, good[i]);
	}
	assert_true(led > 0);
	fail_answer = false;
	mem_free(library);
}

static void
test_many_failed_reads_are_an_error(void **state)
{
	static const long counts[] = { 2, 3, FOR_EVER };
	struct library *library = open_iastm();
	size_t failed = 0, i, k;
	char *good[QUERIES], *got;
	long n;

	(void)state;
	for (i = 0; i < QUERIES; i++)
		good[i] = ids_of(library, queries[i]);
	for (i = 0; i < QUERIES; i++)
		for (n = 1; n < 40; n += 13)
			for (k = 0; k < 3; k++) {
				mem_free(library);
				library = open_iastm();
				fail_reads(n, counts[k]);
				got = ids_of(library, queries[i]);
				failed += got == NULL;
				if (got != NULL)
					assert_string_equal(got, good[i]);
				/*
				 * Once the disk works again, all is as before.
				 */
				fail_reads(0, 0);
				library_forgive(library);
				assert_string_equal(ids_of(library,
				    queries[i]), good[i]);
			}
	assert_true(failed > 0);
	mem_free(library);
}

/* A page as text; NULL if it could not be made. */
static char *
page_text(struct library *library, const struct address *address)
{
	const struct print_options options = { .width = 80 };
	struct doc *doc = page_make(ctx, library, address);
	struct list docs = { .at = NULL };

	if (doc == NULL)
		return NULL;
	list_add(ctx, &docs, doc);
	return formats[0].pages(ctx, &docs, &options);
}

static void
test_no_page_is_made_of_what_could_not_be_read(void **state)
{
	static const char *const addresses[] = { "start", "claims", "terms",
	    "map", "safety", "work/crothers-2016", "term/pain", "glossary" };
	struct library *library = open_iastm();
	struct address address;
	struct err err = ERR_INIT;
	char *good, *got;
	size_t failed = 0, i;
	long n, reads;

	(void)state;
	for (i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
		assert_true(library_resolve(library, ctx, addresses[i],
		    &address));
		good = page_text(library, &address);
		for (n = 1, reads = n; n <= reads; n += 2) {
			mem_free(library);
			library = open_iastm();
			fail_reads(n, n % 3 == 0 ? FOR_EVER : 3);
			got = page_text(library, &address);
			reads = faults.reads;
			assert_true((got == NULL) == !library_ok(library,
			    &err));
			failed += got == NULL;
			if (got != NULL)
				assert_string_equal(got, good);
			fail_reads(0, 0);
			library_forgive(library);
			assert_string_equal(page_text(library, &address),
			    good);
		}
	}
	assert_true(failed > 0);
	mem_free(library);
}

static void
add_output(void *user, const char *text, size_t n)
{
	buf_add(ctx, user, text, n);
}

/* A map as values: the output of the format, "" if it writes nothing. */
static char *
map_values(struct library *library, const char *format)
{
	const struct address address = { .page = PAGE_MAP, .query = "pain" };
	struct buf out = { .data = NULL };
	const struct export_target target = { .write = add_output,
	    .user = &out, .end = '\n' };

	(void)format_find(format, FORMAT_MAP)->map(library, &address, &target);
	return mem_text(ctx, buf_string(&out));
}

static void
test_no_map_is_written_of_what_could_not_be_read(void **state)
{
	static const char *const names[] = { "csv", "tsv", "json" };
	struct library *library = open_iastm();
	struct err err = ERR_INIT;
	char *good, *got;
	size_t failed = 0, i;
	long n, reads;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		good = map_values(library, names[i]);
		for (n = 1, reads = n; n <= reads; n += 5) {
			mem_free(library);
			library = open_iastm();
			fail_reads(n, n % 3 == 0 ? FOR_EVER : 3);
			got = map_values(library, names[i]);
			reads = faults.reads;
			failed += !library_ok(library, &err);
			assert_string_equal(got, library_ok(library, &err) ?
			    good : "");
			fail_reads(0, 0);
			library_forgive(library);
		}
	}
	assert_true(failed > 0);
	mem_free(library);
}

static void
change_content(const char *sql)
{
	const struct cache_request request = { .paths = &sources, .count = 1,
	    .directory = directory };
	const char *path = cache_where(ctx, &request);
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	sum_index(ctx, path);
}

/* An index with changed content is rebuilt. */
static void
change_index(const char *sql)
{
	struct library *library = open_iastm();
	char *good = ids_of(library, "pain");
	const struct address address = { .page = PAGE_RECORD,
	    .kind = RECTYPE_WORK, .id = "crothers-2016" };
	const struct address search = { .page = PAGE_SEARCH, .query = "pain" };
	const struct address asked = { .page = PAGE_TRACE,
	    .query = "It helps tennis elbow." };
	char *found = page_text(library, &search);
	char *said = page_text(library, &asked);

	mem_free(library);
	change_content(sql);
	library = open_iastm();
	assert_non_null(page_make(ctx, library, &address));
	assert_string_equal(page_text(library, &search), found);
	assert_string_equal(page_text(library, &asked), said);
	assert_string_equal(ids_of(library, "pain"), good);
	mem_free(library);
}

static void
test_a_damaged_record_is_no_missing_one(void **state)
{
	(void)state;
	change_index("UPDATE record SET pack=x'00FF' WHERE "
	    "id='crothers-2016'");
}

static void
test_a_missing_text_is_damage(void **state)
{
	(void)state;
	change_index("UPDATE term SET id=NULL WHERE number%7=0");
	change_index("UPDATE term SET label=NULL");
}

static void
test_a_hit_without_a_record_is_damage(void **state)
{
	(void)state;
	change_index("UPDATE work SET record=NULL WHERE row<9");
	change_index("UPDATE work SET record=-row");
}

/*
 * A page whose first search succeeds and whose next read fails is not made anew
 * for ever.
 */
static void
test_a_page_is_made_anew_only_once(void **state)
{
	const struct address terms = { .page = PAGE_TERMS, .query = "" };
	struct library *library = open_iastm();
	char *said = page_text(library, &terms);

	(void)state;
	mem_free(library);
	change_content("UPDATE work_text_config SET k='noisrev' WHERE "
	    "k='version'");
	library = open_iastm();
	assert_string_equal(page_text(library, &terms), said);
	mem_free(library);
}

/* A record that belongs to another id, or is of another kind, is not shown. */
static void
test_a_record_in_the_place_of_another_is_damage(void **state)
{
	(void)state;
	change_index("UPDATE record SET pack=(SELECT pack FROM record WHERE "
	    "kind='term' AND id='pain') WHERE kind='term'");
	change_index("UPDATE record SET pack=(SELECT pack FROM record WHERE "
	    "kind='work' AND id='tang-2025') WHERE kind='work'");
	change_index("UPDATE work SET record=row+(SELECT min(number) FROM "
	    "record WHERE kind='claim')");
}

/* Changes every `step`-th byte of an index except on its first page. */
static void
damage_pages(const char *index, long step)
{
	FILE *file = fopen(index, "r+b");
	long at;
	int byte;

	assert_non_null(file);
	for (at = 16384 + step / 2; fseek(file, at, SEEK_SET) == 0 &&
	    (byte = fgetc(file)) != EOF; at += step) {
		assert_int_equal(fseek(file, at, SEEK_SET), 0);
		assert_int_equal(fputc(byte ^ 1, file), byte ^ 1);
	}
	assert_int_equal(fclose(file), 0);
}

/* If an index is damaged while it is open, its content is not trusted. */
static void
test_a_damaged_page_is_no_answer(void **state)
{
	const struct cache_request request = { .paths = &sources, .count = 1,
	    .directory = directory };
	struct library *library;
	char *good[QUERIES];
	size_t i;
	long step;

	(void)state;
	library = open_iastm();
	for (i = 0; i < QUERIES; i++)
		good[i] = ids_of(library, queries[i]);
	mem_free(library);
	for (step = 997; step < 20000; step *= 3)
		for (i = 0; i < QUERIES; i++) {
			library = open_iastm();
			damage_pages(cache_where(ctx, &request), step);
			assert_string_equal(ids_of(library, queries[i]),
			    good[i]);
			mem_free(library);
		}
}

static bool
no_key(void *user)
{
	(void)user;
	return false;
}

static void
type(struct app *app, const char *keys)
{
	for (; *keys != '\0'; keys++)
		(void)app_key(app, (unsigned char)*keys);
	(void)app_key(app, '\r');
}

/* Some rows of hits, from below the bar and the query to above the message. */
static char *
rows_of(struct app *app)
{
	char *screen = surface_dump(ctx, app_draw(app)), *start, *end;
	size_t i;

	for (i = 0, start = screen; i < 5; i++)
		start = strchr(start, '\n') + 1;
	for (i = 0, end = start; i < 14; i++)
		end = strchr(end, '\n') + 1;
	*end = '\0';
	return start;
}

static void
test_the_browser_keeps_what_it_showed(void **state)
{
	const struct app_options options = { .rows = 24, .columns = 80,
	    .has_key = no_key, .settings = settings_new(ctx) };
	struct library *library = open_iastm();
	struct app *app = app_new(ctx, library, "pain", &options);
	char *before = rows_of(app), *screen;

	(void)state;
	assert_true(strlen(before) > 300);
	fail_reads(1, FOR_EVER);
	type(app, "/\025tendon scar");
	screen = surface_dump(ctx, app_draw(app));
	assert_non_null(strstr(screen, "cannot read the index"));
	assert_null(strstr(screen, "No work"));
	assert_null(strstr(screen, " 0 works"));
	assert_string_equal(rows_of(app), before);
	fail_reads(0, 0);
	type(app, "/\025pain");
	assert_string_equal(rows_of(app), before);
	assert_null(strstr(surface_dump(ctx, app_draw(app)), "cannot read"));
	mem_free(app);
	mem_free(library);
	/* A browser that cannot search at all does not start. */
	library = open_iastm();
	fail_reads(1, FOR_EVER);
	assert_null(app_new(ctx, library, "", &options));
	mem_free(library);
	fail_reads(0, 0);
}

static int
set_up(void **state)
{
	(void)state;
	faults.real = sqlite3_vfs_find(NULL);
	faults.vfs = *faults.real;
	faults.vfs.zName = "faults";
	faults.vfs.pNext = NULL;
	faults.vfs.xOpen = open_file;
	directory = scratch_directory();
	sources = mem_format(ctx, "%s/sources", directory);
	return sqlite3_vfs_register(&faults.vfs, 1) == SQLITE_OK ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_a_failed_read_of_the_answer_changes_no_hits),
		cmocka_unit_test(test_one_failed_read_changes_no_answer),
		cmocka_unit_test(test_many_failed_reads_are_an_error),
		cmocka_unit_test(test_a_damaged_record_is_no_missing_one),
		cmocka_unit_test(test_a_missing_text_is_damage),
		cmocka_unit_test(test_a_hit_without_a_record_is_damage),
		cmocka_unit_test(test_a_page_is_made_anew_only_once),
		cmocka_unit_test(
		    test_a_record_in_the_place_of_another_is_damage),
		cmocka_unit_test(test_a_damaged_page_is_no_answer),
		cmocka_unit_test(test_the_browser_keeps_what_it_showed),
		cmocka_unit_test(
		    test_no_page_is_made_of_what_could_not_be_read),
		cmocka_unit_test(
		    test_no_map_is_written_of_what_could_not_be_read),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, set_up, NULL);
	mem_free(ctx);
	return failed;
}
