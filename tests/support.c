/* Functions that several tests need. */
#include "support.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/inotify.h>
#endif
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "answer/knowledge.h"
#include "base/mem.h"
#include "index/page_sum.h"
#include "page/page_answer.h"

char *
source_path(const void *ctx, const char *name)
{
	const char *srcdir = getenv("srcdir");

	return mem_format(ctx, "%s/%s", srcdir == NULL ? "." : srcdir, name);
}

static char directory[64];

static int
remove_entry(const char *path, const struct stat *st, int flag,
    struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

static void
remove_directory(void)
{
	(void)nftw(directory, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

const char *
scratch_directory(void)
{
	const char *given = getenv("SCRATCH");

	if (given != NULL)
		return given;
	if (*directory != '\0')
		return directory;
	(void)snprintf(directory, sizeof(directory), "%s",
	    "/tmp/strigil-test-XXXXXX");
	if (mkdtemp(directory) == NULL) {
		perror("mkdtemp");
		exit(99);
	}
	(void)atexit(remove_directory);
	return directory;
}

char *
scratch_file(const void *ctx, const char *name, const char *text)
{
	char *path = mem_format(ctx, "%s/%s", scratch_directory(), name);
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
	return path;
}

char *
file_text(const void *ctx, const char *path)
{
	FILE *file = fopen(path, "re");
	struct buf text = { .data = NULL };
	char bytes[4096];
	size_t n;

	if (file == NULL)
		return NULL;
	while ((n = fread(bytes, 1, sizeof(bytes), file)) > 0)
		buf_add(ctx, &text, bytes, n);
	(void)fclose(file);
	return text.data != NULL ? text.data : mem_text(ctx, "");
}

static struct library *
open_paths(const void *ctx, const char *const *paths, size_t count)
{
	const struct cache_request request = { .paths = paths, .count = count,
	    .directory = scratch_directory(),
	    .prepare = knowledge_prepare, .finish = library_prepare,
	    .lead = answer_lead };
	struct diag_sink sink = { .report = NULL };
	struct cache_request mine = request;
	struct err err = ERR_INIT;
	struct library *library;

	mine.sink = &sink;
	library = library_open(ctx, &mine, NULL, &err);
	if (library == NULL)
		fail_msg("%s", err.text);
	return library;
}

struct library *
open_library(const void *ctx, const char *path)
{
	const char *const paths[] = { path != NULL ? path : source_path(ctx,
	    "data/iastm") };

	return open_paths(ctx, paths, 1);
}

struct library *
open_bundled(const void *ctx, const char *name)
{
	const char *const both[] = { source_path(ctx, "data/iastm"),
	    source_path(ctx, "data/insomnia") };
	static struct {
		const char	*name;
		struct library	*library;
	} opened[3];
	size_t i;

	for (i = 0; opened[i].name != NULL; i++)
		if (strcmp(opened[i].name, name) == 0)
			return opened[i].library;
	opened[i].name = mem_text(ctx, name);
	opened[i].library = strcmp(name, "both") == 0 ? open_paths(ctx, both,
	    2) : open_library(ctx, source_path(ctx, mem_format(ctx, "data/%s",
	    name)));
	return opened[i].library;
}

char *
next_line(const void *ctx, const char **s)
{
	const char *start = *s;
	size_t n = strcspn(start, "\n");

	if (*start == '\0')
		return NULL;
	*s += n + (start[n] == '\n');
	return mem_text_n(ctx, start, n);
}

void
sum_pages(char *bytes, size_t n)
{
	size_t size = (size_t)((unsigned char)bytes[16] << 8 |
	    (unsigned char)bytes[17]), at;

	for (at = 0; size >= 512 && at + size <= n; at += size)
		page_sum_set(bytes + at, (int)size, (long long)at);
}

/* The content of an index, of up to 32 MB; released with free(). */
static char *
read_index(FILE *file, size_t *n)
{
	char *bytes = malloc(32 << 20);

	assert_non_null(file);
	assert_non_null(bytes);
	*n = fread(bytes, 1, 32 << 20, file);
	return bytes;
}

void
sum_file(const void *ctx, const char *index)
{
	FILE *file = fopen(index, "rb");
	size_t n;
	char *bytes = read_index(file, &n);

	assert_int_equal(fclose(file), 0);
	file = fopen(mem_format(ctx, "%s.sum", index), "w");
	assert_non_null(file);
	assert_true(fprintf(file, "%zu %016llx\n", n, (unsigned long long)
	    XXH3_64bits(bytes, n)) > 0);
	assert_int_equal(fclose(file), 0);
	free(bytes);
}

void
sum_index(const void *ctx, const char *index)
{
	FILE *file = fopen(index, "r+b");
	size_t n;
	char *bytes = read_index(file, &n);

	sum_pages(bytes, n);
	rewind(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	assert_int_equal(fclose(file), 0);
	free(bytes);
	sum_file(ctx, index);
}

void
compare_screens(const char *name, const char *got, const char *want)
{
	void *ctx = mem_context(NULL);
	char *a = NULL, *b = NULL;
	size_t line = 0;

	do {
		a = next_line(ctx, &got);
		b = next_line(ctx, &want);
		line++;
	} while (a != NULL && b != NULL && strcmp(a, b) == 0);
	if (a != NULL || b != NULL)
		fail_msg("%s.screen:%zu\n  got:  %s\n  want: %s", name, line,
		    a == NULL ? "(end)" : a, b == NULL ? "(end)" : b);
	mem_free(ctx);
}

void
write_golden(const char *path, const char *text)
{
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

#ifdef __linux__
static int
opens_noted(int fd, const char *end)
{
	union {
		struct inotify_event	event;
		char			bytes[1 << 16];
	} buffer;
	const struct inotify_event *event;
	size_t length, want = strlen(end);
	ssize_t at, n;
	int count = 0;

	while ((n = read(fd, buffer.bytes, sizeof(buffer.bytes))) > 0)
		for (at = 0; at < n; at += (ssize_t)(sizeof(*event) +
		    event->len)) {
			event = (const void *)(buffer.bytes + at);
			length = event->len == 0 ? 0 : strlen(event->name);
			if (length >= want && strcmp(event->name + length -
			    want, end) == 0)
				count++;
		}
	return count;
}

int
opens_while(const char *folder, const char *end, const char *command)
{
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC), count;

	if (fd < 0 || inotify_add_watch(fd, folder, IN_OPEN) < 0)
		return -1;
	assert_int_equal(system(command), 0);
	count = opens_noted(fd, end);
	(void)close(fd);
	return count;
}
#else
int
opens_while(const char *folder, const char *end, const char *command)
{
	(void)folder;
	(void)end;
	(void)command;
	return -1;
}
#endif
