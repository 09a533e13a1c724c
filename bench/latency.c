/*
 * How long a search takes while its query is typed: every beginning of every
 * query, first page, counts and the answer above it, as the browser asks for
 * them; and an article of 2,000 words that is traced.
 *
 *	latency [--least=MS] CACHE QUERIES BIBLIOGRAPHY...
 *
 * Prints for each kind of query how many there were and p50, p99 and the
 * worst in milliseconds, and which it was; before that, each that took MS or
 * more.  This is the time of the processor: a search waits for nothing but a
 * cold disk, and other programs do not make it longer.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "answer/knowledge.h"
#include "base/mem.h"
#include "base/text.h"
#include "library/records.h"
#include "page/page_answer.h"
#include "page/page_trace.h"
#include "record/claim.h"
#include "record/work.h"
#include "tui/hits.h"

enum { TIMES_MAX = 1 << 16, TRACES = 9, TRACE_WORDS = 2000 };

enum kind_of_query { ONE_LETTER, TWO_LETTERS, TYPED, WHOLE, EVERYTHING,
	ANSWER, TRACE, KINDS };

static const char *const kind_names[KINDS] = { "one letter", "two letters",
    "typed", "whole queries", "everything", "answer card", "2,000 words" };

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

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
add(const void *ctx, enum kind_of_query kind, double ms, const char *text)
{
	if (ms >= told)
		(void)printf("%8.2f  %s: %s\n", ms, kind_names[kind], text);
	if (times[kind].count == TIMES_MAX)
		return;
	times[kind].ms[times[kind].count++] = ms;
	if (ms <= times[kind].most)
		return;
	times[kind].most = ms;
	mem_free(times[kind].worst);
	times[kind].worst = mem_text(ctx, text);
}

/*
 * Does what a key in the search line does: fetches the hits, the remarks on
 * them and the answer.
 */
static void
ask(void *ctx, struct hits *hits, enum kind_of_query kind, const char *text)
{
	static const struct asked how = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT };
	double start = now(), between;
	bool done = hits_search(hits, text, &how);

	between = now();
	if (done)
		mem_free(page_answer(ctx, hits->library, hits->result));
	add(ctx, ANSWER, now() - between, text);
	add(ctx, kind, now() - start, text);
}

/* Adds a paragraph to the article, and counts its words. */
static void
add_text(const void *ctx, struct buf *article, size_t *words, const char *text)
{
	buf_format(ctx, article, "%s\n\n", text);
	for (*words += 1; *text != '\0'; text++)
		*words += *text == ' ';
}

/*
 * Builds an article from the propositions of the bibliography, then the
 * abstracts of its works.
 */
static char *
make_article(const void *ctx, struct library *library)
{
	struct list claims = library_ids(library, ctx, RECTYPE_CLAIM);
	struct list works = library_ids(library, ctx, RECTYPE_WORK);
	struct buf article = { .data = NULL };
	const struct abstract_section *section;
	const struct claim *claim;
	const struct work *work;
	size_t words = 0, i, j;

	for (i = 0; i < claims.count && words < TRACE_WORDS; i++) {
		claim = library_record(library, ctx, RECTYPE_CLAIM,
		    list_at(&claims, i));
		if (claim != NULL && claim->statement != NULL)
			add_text(ctx, &article, &words, claim->statement);
	}
	for (i = 0; i < works.count && words < TRACE_WORDS; i++) {
		work = library_record(library, ctx, RECTYPE_WORK,
		    list_at(&works, i));
		for (j = 0; work != NULL && j < work->abstract.count; j++) {
			section = list_at(&work->abstract, j);
			add_text(ctx, &article, &words, section->text);
		}
	}
	return article.data;
}

static void
trace(const void *ctx, struct library *library)
{
	char *article = make_article(ctx, library);
	struct err err = ERR_INIT;
	struct trace *traced;
	double start;
	int i;

	for (i = 0; article != NULL && i < TRACES; i++) {
		start = now();
		traced = trace_article(knowledge_of(library), ctx, article,
		    strlen(article), &err);
		if (traced != NULL)
			mem_free(page_trace(ctx, library, traced, "article"));
		add(ctx, TRACE, now() - start, "");
		mem_free(traced);
	}
}

static void
ask_letters(void *ctx, struct hits *hits)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
	char text[3] = "";
	size_t i, j;

	for (i = 0; letters[i] != '\0'; i++) {
		text[0] = letters[i];
		text[1] = '\0';
		ask(ctx, hits, ONE_LETTER, text);
		for (j = 0; letters[j] != '\0'; j++) {
			text[1] = letters[j];
			ask(ctx, hits, TWO_LETTERS, text);
		}
	}
}

static void
ask_typed(void *ctx, struct hits *hits, char *line)
{
	size_t n = strlen(line), i;
	char saved;

	for (i = 1; i < n; i++) {
		saved = line[i];
		line[i] = '\0';
		ask(ctx, hits, TYPED, line);
		line[i] = saved;
	}
	ask(ctx, hits, WHOLE, line);
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

static int
usage(void)
{
	(void)fprintf(stderr, "usage: latency [--least=MS] CACHE QUERIES "
	    "BIBLIOGRAPHY...\n");
	return 2;
}

int
main(int argc, char **argv)
{
	void *ctx = mem_context(NULL);
	struct diag_sink sink = { .report = NULL };
	struct cache_request request = { .sink = &sink,
	    .prepare = knowledge_prepare, .finish = library_prepare,
	    .lead = answer_lead };
	struct err err = ERR_INIT;
	struct library *library;
	struct hits *hits;
	char line[4096];
	FILE *queries;
	int i;

	(void)setlocale(LC_ALL, "");
	if (argc > 1 && strncmp(argv[1], "--least=", 8) == 0) {
		told = strtod(argv[1] + 8, NULL);
		argc--, argv++;
	}
	if (argc < 4)
		return usage();
	request.directory = argv[1];
	request.paths = (const char *const *)&argv[3];
	request.count = (size_t)argc - 3;
	library = library_open(ctx, &request, NULL, &err);
	queries = fopen(argv[2], "r");
	if (library == NULL || queries == NULL) {
		(void)fprintf(stderr, "latency: %s\n", err.text);
		return 2;
	}
	hits = hits_new(ctx, library);
	ask(ctx, hits, EVERYTHING, "");
	ask_letters(ctx, hits);
	while (fgets(line, sizeof(line), queries) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		ask_typed(ctx, hits, line);
	}
	(void)fclose(queries);
	trace(ctx, library);
	for (i = 0; i < KINDS; i++)
		report((enum kind_of_query)i);
	mem_free(ctx);
	return 0;
}
