/* Progress: shown after half a second, on a terminal only. */
#include "cli/progress.h"

#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/run.h"

enum { PROBLEMS_SHOWN = 20 };

static const double first_after = 0.5, then_every = 0.2;

struct progress {
	struct ingest_watch	 watch;
	struct diag_sink	 sink;
	bool			 shown_at_all;
	bool			 quiet;
	bool			 terminal;
	bool			 waited;	/* waiting was reported */
	double			 start;
	double			 last;
	size_t			 problems;
};

static double
now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
clear_line(struct progress *progress)
{
	if (progress->shown_at_all)
		(void)fputs("\r\033[K", stderr);
	progress->shown_at_all = false;
}

static void
progress_show(struct progress *progress, const struct ingest_progress *p,
    double elapsed)
{
	double part = p->total == 0 ? 1 : (double)p->done / (double)p->total;
	double left = part > 0 ? elapsed / part - elapsed : 0;

	(void)fputs("\r\033[K", stderr);
	if (p->stage == INGEST_READING)
		(void)fprintf(stderr, "reading: %zu records, %.1f MB/s, "
		    "%.0f s left", p->records, (double)p->done / 1e6 /
		    elapsed, left);
	else
		(void)fprintf(stderr, "indexing: %llu of %llu records, "
		    "%.0f s so far", (unsigned long long)p->done,
		    (unsigned long long)p->total, elapsed);
	(void)fflush(stderr);
	progress->shown_at_all = true;
}

static bool
on_report(void *user, const struct ingest_progress *p)
{
	struct progress *progress = user;
	double t = now();

	if (p->stage == INGEST_WAITING) {
		/*
		 * Report a wait once, and also in logs, as a silent wait looks
		 * like a hang.
		 */
		if (!progress->quiet && !progress->waited)
			run_complain("waiting for another process, which is "
			    "building this index; Ctrl-C ends the wait");
		progress->waited = true;
	} else if (progress->terminal && t - progress->start > first_after &&
	    t - progress->last > then_every) {
		progress->last = t;
		progress_show(progress, p, t - progress->start);
	}
	return !run_is_interrupted();
}

void
progress_print_diag(FILE *out, const struct diag *diag)
{
	char *where = diag_where(NULL, diag->place);
	char *line = mem_format(where, "%s: %s: %s", where,
	    severity_name(diag->severity), diag->text);
	char *clean = text_clean(line, line, strlen(line));

	(void)fprintf(out, "%s\n", clean);
	mem_free(where);
}

static void
progress_on_problem(void *user, const struct diag *diag)
{
	struct progress *progress = user;

	if (progress->quiet || ++progress->problems > PROBLEMS_SHOWN)
		return;
	clear_line(progress);
	progress_print_diag(stderr, diag);
}

struct progress *
progress_new(const struct run *run)
{
	struct progress *progress = mem_new(run, struct progress);

	progress->quiet = run->quiet;
	progress->terminal = !run->quiet && !run->linear &&
	    !run_is_dumb() && isatty(STDERR_FILENO);
	progress->start = now();
	progress->watch = (struct ingest_watch){ on_report, progress };
	progress->sink = (struct diag_sink){ .report = progress_on_problem,
	    .user = progress };
	return progress;
}

const struct ingest_watch *
progress_watch(struct progress *progress)
{
	return &progress->watch;
}

struct diag_sink *
progress_sink(struct progress *progress)
{
	return &progress->sink;
}

void
progress_end(struct progress *progress)
{
	clear_line(progress);
	if (!progress->quiet && progress->problems > PROBLEMS_SHOWN)
		run_complain("%zu more problems", progress->problems -
		    PROBLEMS_SHOWN);
}

void
progress_report(void *user, const struct diag *diag)
{
	(void)user;
	progress_print_diag(stderr, diag);
}
