/*
 * How long a search takes while its query is typed: every beginning of every
 * query, first page and count, as the browser asks for them.
 *
 *	latency BIBLIOGRAPHY CACHE QUERIES [MS]
 *
 * Prints for each kind of query how many there were and p50, p99 and the
 * worst in milliseconds, and which it was; before that, each that took MS or
 * more.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "library/library.h"

enum { TIMES_MAX = 1 << 16, WINDOW = 200, FILL = 20 };

enum kind_of_query { ONE_LETTER, TWO_LETTERS, TYPED, WHOLE, EVERYTHING, KINDS };

static const char *const kind_names[KINDS] = { "one letter", "two letters",
    "typed", "whole queries", "everything" };

static struct {
	double	 ms[TIMES_MAX];
	size_t	 count;
	char	*worst;
	double	 most;
} times[KINDS];

static double told = 1e9;

static double
now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
ask(void *ctx, struct library *library, enum kind_of_query kind,
    const char *text)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = WINDOW, .fill = FILL };
	double start = now(), ms;

	mem_free(library_search(library, ctx, &search, text));
	ms = now() - start;
	if (ms >= told)
		(void)printf("%8.2f  %s\n", ms, text);
	if (times[kind].count == TIMES_MAX)
		return;
	times[kind].ms[times[kind].count++] = ms;
	if (ms <= times[kind].most)
		return;
	times[kind].most = ms;
	mem_free(times[kind].worst);
	times[kind].worst = mem_text(ctx, text);
}

static void
ask_letters(void *ctx, struct library *library)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
	char text[3] = "";
	size_t i, j;

	for (i = 0; letters[i] != '\0'; i++) {
		text[0] = letters[i];
		text[1] = '\0';
		ask(ctx, library, ONE_LETTER, text);
		for (j = 0; letters[j] != '\0'; j++) {
			text[1] = letters[j];
			ask(ctx, library, TWO_LETTERS, text);
		}
	}
}

static void
ask_typed(void *ctx, struct library *library, char *line)
{
	size_t n = strlen(line), i;
	char saved;

	for (i = 1; i < n; i++) {
		saved = line[i];
		line[i] = '\0';
		ask(ctx, library, TYPED, line);
		line[i] = saved;
	}
	ask(ctx, library, WHOLE, line);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
report(enum kind_of_query kind)
{
	size_t n = times[kind].count;

	if (n == 0)
		return;
	qsort(times[kind].ms, n, sizeof(double), compare);
	(void)printf("%-14s %6zu  p50 %8.2f  p99 %8.2f  worst %8.2f  %s\n",
	    kind_names[kind], n, times[kind].ms[n / 2],
	    times[kind].ms[(n - 1) * 99 / 100], times[kind].most,
	    times[kind].worst);
}

int
main(int argc, char **argv)
{
	void *ctx = mem_context(NULL);
	struct diag_sink sink = { .report = NULL };
	struct cache_request request = { .count = 1, .sink = &sink };
	struct err err = ERR_INIT;
	struct library *library;
	char line[4096];
	FILE *queries;
	int i;

	if (argc != 4 && argc != 5) {
		(void)fprintf(stderr, "usage: latency BIBLIOGRAPHY CACHE "
		    "QUERIES [MS]\n");
		return 2;
	}
	(void)setlocale(LC_ALL, "");
	if (argc == 5)
		told = strtod(argv[4], NULL);
	request.paths = (const char *const *)&argv[1];
	request.directory = argv[2];
	library = library_open(ctx, &request, NULL, &err);
	queries = fopen(argv[3], "r");
	if (library == NULL || queries == NULL) {
		(void)fprintf(stderr, "latency: %s\n", err.text);
		return 2;
	}
	ask(ctx, library, EVERYTHING, "");
	ask_letters(ctx, library);
	while (fgets(line, sizeof(line), queries) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		ask_typed(ctx, library, line);
	}
	(void)fclose(queries);
	for (i = 0; i < KINDS; i++)
		report((enum kind_of_query)i);
	mem_free(ctx);
	return 0;
}
