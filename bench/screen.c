/*
 * How long a screen takes, measured at the far end of a pseudo-terminal: from
 * the start of the program, or from a key, to the last byte of what it draws.
 *
 *	screen QUERIES PROGRAM [ARGUMENT...]
 *	screen --memory=KEYS QUERIES PROGRAM [ARGUMENT...]
 *	screen --bare		the floor: a program that does nothing but draw
 *
 * Starts of the program and of the floor alternate, so that their ratio is of
 * one run.  Prints a line for each: what, how often, p50, p99 and the worst in
 * milliseconds; of the first screen the median ratio to the floor, too.  Of
 * memory, what is the program's alone in MB, by keys typed.
 */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <curses.h>

enum {
	STARTS = 41, TIMES_MAX = 1 << 14, STEPS = 90, PAGES = 60,
	QUIET_MS = 25,		/* after so long without output it is drawn */
	QUICK_MS = 2,		/* the same if nothing is timed */
	LOOKS = 10,		/* at the memory */
	START_MS = 20000, KEY_MS = 500	/* patience */
};

struct times {
	const char	*what;
	double		 ms[TIMES_MAX];
	size_t		 count;
	double		 most;
	char		 worst[80];	/* the slowest key */
};

static double
now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
add(struct times *times, double ms, const char *what)
{
	if (times->count < TIMES_MAX)
		times->ms[times->count++] = ms;
	if (ms <= times->most)
		return;
	times->most = ms;
	(void)snprintf(times->worst, sizeof(times->worst), "%s", what);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
part(const struct times *times, size_t percent)
{
	return times->count == 0 ? 0 : times->ms[(times->count - 1) *
	    percent / 100];
}

static void
report(struct times *times)
{
	qsort(times->ms, times->count, sizeof(double), compare);
	(void)printf("%-14s %6zu  p50 %8.2f  p99 %8.2f  worst %8.2f  %s\n",
	    times->what, times->count, part(times, 50), part(times, 99),
	    part(times, 100),
	    times->worst);
}

/*
 * Reads until no more output comes; returns the time of the last byte, or 0 if
 * there was none.
 */
static double
drawn_by(int master, int patience, int quiet)
{
	struct pollfd input = { .fd = master, .events = POLLIN };
	char bytes[65536];
	double last = 0;

	while (poll(&input, 1, last > 0 ? quiet : patience) > 0 &&
	    read(master, bytes, sizeof(bytes)) > 0)
		last = now();
	return last;
}

static double
drawn(int master, int patience)
{
	return drawn_by(master, patience, QUIET_MS);
}

static pid_t
start(char **argv, int *master)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	pid_t pid = forkpty(master, NULL, NULL, &size);

	if (pid == 0) {
		(void)setenv("TERM", "xterm-256color", 1);
		(void)setenv("LC_ALL", "C.UTF-8", 1);
		(void)execvp(argv[0], argv);
		_exit(127);
	}
	return pid;
}

static void
stop(pid_t pid, int master)
{
	(void)kill(pid, SIGKILL);
	(void)close(master);
	(void)waitpid(pid, NULL, 0);
}

static double
type(int master, const char *keys)
{
	return write(master, keys, strlen(keys)) < 0 ? 0 : drawn(master,
	    KEY_MS);
}

static double
time_start(struct times *times, char **argv)
{
	double from = now();
	int master;
	pid_t pid = start(argv, &master);

	double ms = drawn(master, START_MS) - from;

	add(times, ms, "");
	stop(pid, master);
	return ms;
}

/* Types the bytes of one key, called `what`. */
static void
time_key(struct times *times, int master, const char *key, const char *what)
{
	double from = now(), last;

	last = type(master, key);
	if (last > from)
		add(times, last - from, what);
}

static void
time_typing(struct times *times, int master, const char *path)
{
	FILE *file = fopen(path, "r");
	char line[4096], so_far[80], key[2] = "";
	const char *s;

	while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		(void)type(master, "/\025");
		for (s = line; *s != '\0'; s++) {
			key[0] = *s;
			(void)snprintf(so_far, sizeof(so_far), "%.*s",
			    (int)(s - line) + 1, line);
			time_key(times, master, key, so_far);
		}
		(void)type(master, "\033");
	}
	if (file != NULL)
		(void)fclose(file);
}

/* The floor for a key: one row is drawn again. */
static void
time_bare_keys(char **argv)
{
	static struct times keys = { .what = "a bare key" };
	int master, i;
	pid_t pid = start(argv, &master);

	(void)drawn(master, START_MS);
	for (i = 0; i < STEPS; i++)
		time_key(&keys, master, "j", "");
	stop(pid, master);
	report(&keys);
}

static void
time_keys(char **argv, const char *queries)
{
	static struct times steps = { .what = "one row down" },
	    opened = { .what = "a page, back" },
	    typed = { .what = "a typed key" };
	int master, i;
	pid_t pid = start(argv, &master);

	(void)drawn(master, START_MS);
	for (i = 0; i < STEPS; i++)
		time_key(&steps, master, "j", "");
	for (i = 0; i < PAGES; i++)
		time_key(&opened, master, i % 2 == 0 ? "l" :
		    "h", i % 2 == 0 ? "open" : "back");
	time_typing(&typed, master, queries);
	stop(pid, master);
	report(&steps);
	report(&opened);
	report(&typed);
}

/* Memory. */

/* The number of megabytes that a process does not share. */
static double
private_of(pid_t pid)
{
	char path[64], line[256];
	long kb = 0, sum = 0;
	FILE *file;

	(void)snprintf(path, sizeof(path), "/proc/%ld/smaps_rollup",
	    (long)pid);
	file = fopen(path, "r");
	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		if (sscanf(line, "Private_Dirty: %ld", &kb) == 1)
			sum += kb;
	if (file != NULL)
		(void)fclose(file);
	return (double)sum / 1024;
}

/* The keys after each query: rows, a page and back, other views and back. */
static const char walk[] = "\rjjjjkjGglhjljjhh";

struct typist {
	int	 master;
	pid_t	 pid;
	long	 keys;
	long	 all;
};

/* Types keys one by one; false once enough have been typed. */
static int
type_on(struct typist *typist, const char *keys)
{
	long step = typist->all / LOOKS;

	for (; *keys != '\0' && typist->keys < typist->all; keys++) {
		if (write(typist->master, keys, 1) < 0)
			return 0;
		(void)drawn_by(typist->master, KEY_MS / 10, QUICK_MS);
		if (++typist->keys % (step > 0 ? step : 1) == 0)
			(void)printf(" %ld: %.1f", typist->keys,
			    private_of(typist->pid));
	}
	return typist->keys < typist->all;
}

static int
watch_memory(char **argv, const char *queries, long keys)
{
	struct typist typist = { .all = keys };
	char line[4096];
	FILE *file = fopen(queries, "r");

	typist.pid = start(argv, &typist.master);
	(void)drawn(typist.master, START_MS);
	(void)printf("0: %.1f", private_of(typist.pid));
	while (file != NULL && typist.keys < typist.all) {
		if (fgets(line, sizeof(line), file) == NULL) {
			rewind(file);
			continue;
		}
		line[strcspn(line, "\n")] = '\0';
		if (!type_on(&typist, "/\025") || !type_on(&typist, line) ||
		    !type_on(&typist, walk))
			break;
	}
	(void)printf("\n");
	stop(typist.pid, typist.master);
	return typist.keys < typist.all;
}

enum { ROW_CELLS = 78 };

/* Draws one full screen; then, for each key, two rows, as a list would. */
static int
draw_bare(void)
{
	int row, step = 0;

	if (newterm(NULL, stdout, stdin) == NULL)
		return 2;
	(void)raw();
	for (row = 0; row < LINES; row++)
		(void)mvprintw(row, 0, "%2d the quick brown fox jumps over the "
		    "lazy dog, and nobody knows why it did", row);
	(void)refresh();
	while (getch() != 'q') {
		row = step++ % (LINES - 1);
		(void)mvchgat(row, 0, ROW_CELLS, A_NORMAL, 0, NULL);
		(void)mvchgat(row + 1, 0, ROW_CELLS, A_REVERSE, 0, NULL);
		(void)refresh();
	}
	(void)endwin();
	return 0;
}

/*
 * Starts the program and the floor in turn; takes the median of their ratios.
 */
static void
time_starts(char **argv, char **floor)
{
	static struct times ours = { .what = "first screen" },
	    bare = { .what = "a bare one" };
	double ratios[STARTS];
	int i;

	for (i = 0; i < STARTS; i++) {
		ratios[i] = time_start(&ours, argv);
		ratios[i] /= time_start(&bare, floor);
	}
	qsort(ratios, STARTS, sizeof(*ratios), compare);
	(void)snprintf(ours.worst, sizeof(ours.worst), "%.2f",
	    ratios[STARTS / 2]);
	report(&ours);
	report(&bare);
}

int
main(int argc, char **argv)
{
	static const char memory[] = "--memory=";
	char *floor[] = { argv[0], (char[]){ "--bare" }, NULL };

	if (argc == 2 && strcmp(argv[1], "--bare") == 0)
		return draw_bare();
	(void)signal(SIGPIPE, SIG_IGN);
	if (argc > 3 && strncmp(argv[1], memory, strlen(memory)) == 0)
		return watch_memory(argv + 3, argv[2], atol(argv[1] +
		    strlen(memory)));
	if (argc < 3) {
		(void)fprintf(stderr, "usage: screen [--memory=KEYS] QUERIES "
		    "PROGRAM [ARGUMENT...]\n");
		return 2;
	}
	time_starts(argv + 2, floor);
	time_bare_keys(floor);
	time_keys(argv + 2, argv[1]);
	return 0;
}
