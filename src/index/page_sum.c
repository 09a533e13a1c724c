/* Page checksums: all reads and writes of SQLite go through this file. */
#include "index/page_sum.h"

#include <string.h>

#include <sqlite3.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/mem.h"

enum { SUM_SIZE = 8, PAGE_MIN = 512, PAGE_MAX = 65536 };

/* SQLite passes only the file, whose `pMethods` points to this struct. */
struct page_sums {
	sqlite3_io_methods	 methods;	/* must be the first member */
	const sqlite3_io_methods	*below;
	char			*page;		/* a copy of the page being
						   written */
};

static const struct page_sums *
sums_of(const sqlite3_file *file)
{
	return (const struct page_sums *)(const void *)file->pMethods;
}

/*
 * Whether `n` bytes are a whole page: SQLite reads the header separately, and
 * locks are single bytes.
 */
static bool
is_whole_page(int n)
{
	return n >= PAGE_MIN && n <= PAGE_MAX && (n & (n - 1)) == 0;
}

/*
 * The offset is included, so that a page in the wrong place counts as damaged.
 */
static XXH64_canonical_t
sum_of(const char *page, int n, sqlite3_int64 at)
{
	XXH64_canonical_t sum;

	XXH64_canonicalFromHash(&sum, XXH3_64bits_withSeed(page,
	    (size_t)(n - SUM_SIZE), (XXH64_hash_t)at));
	return sum;
}

void
page_sum_set(char *page, int size, long long at)
{
	XXH64_canonical_t sum = sum_of(page, size, at);

	memcpy(page + size - SUM_SIZE, sum.digest, SUM_SIZE);
}

/*
 * Whether a page has no bytes but zeros.  A build frees pages that it has not
 * written yet, and may read them when it uses them again.
 */
static bool
is_unwritten(const char *page, int n)
{
	return *page == '\0' && memcmp(page, page + 1, (size_t)n - 1) == 0;
}

static int
on_read(sqlite3_file *file, void *bytes, int n, sqlite3_int64 at)
{
	int rc = sums_of(file)->below->xRead(file, bytes, n, at);
	XXH64_canonical_t sum;

	if (rc != SQLITE_OK || !is_whole_page(n))
		return rc;
	sum = sum_of(bytes, n, at);
	return memcmp((const char *)bytes + n - SUM_SIZE, sum.digest,
	    SUM_SIZE) == 0 || (sums_of(file)->page != NULL &&
	    is_unwritten(bytes, n)) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

static int
on_write(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
	const struct page_sums *sums = sums_of(file);

	if (!is_whole_page(n))
		return sums->below->xWrite(file, bytes, n, at);
	memcpy(sums->page, bytes, (size_t)n);
	page_sum_set(sums->page, n, at);
	return sums->below->xWrite(file, sums->page, n, at);
}

bool
page_sum_add(const void *ctx, struct sqlite3 *handle, bool build)
{
	struct page_sums *sums = mem_new(ctx, struct page_sums);
	sqlite3_file *file = NULL;
	int size = SUM_SIZE;

	if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER,
	    &file) != SQLITE_OK || file == NULL || file->pMethods == NULL)
		return false;
	if (build && sqlite3_file_control(handle, "main",
	    SQLITE_FCNTL_RESERVE_BYTES, &size) != SQLITE_OK)
		return false;
	sums->below = file->pMethods;
	sums->methods = *file->pMethods;
	/*
	 * Version 1 has only these methods for reading and writing: no mapped
	 * memory.
	 */
	sums->methods.iVersion = 1;
	sums->methods.xRead = on_read;
	sums->methods.xWrite = on_write;
	sums->page = build ? mem_array(sums, char, PAGE_MAX) : NULL;
	file->pMethods = &sums->methods;
	return true;
}
