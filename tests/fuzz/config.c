/* Any configuration is read to its end; what it chose can be used. */
#include "fuzz.h"

#include <locale.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/config.h"
#include "cli/run.h"
#include "tui/app.h"

static char path[64];

/* Complaints about lines go nowhere. */
static void
set_up(void)
{
	int fd = memfd_create("config", MFD_CLOEXEC);

	HOLD(fd >= 0);
	(void)setlocale(LC_ALL, "C.UTF-8");
	(void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	stderr = fopen("/dev/null", "we");
	HOLD(stderr != NULL);
}

static void
write_config(const uint8_t *bytes, size_t n)
{
	FILE *file = fopen(path, "we");

	HOLD(file != NULL);
	HOLD(fwrite(bytes, 1, n, file) == n);
	HOLD(fclose(file) == 0);
}

static void
check_run(const struct run *run)
{
	const struct settings *settings = run->settings;
	size_t i;

	HOLD(run->escape_delay >= -1 && run->escape_delay <= 2000);
	HOLD(run->history >= 0 && run->history <= 10000);
	HOLD(run->idle_end >= 0 && run->idle_end <= 1440);
	HOLD(settings->theme != NULL);
	for (i = 0; i < SAVED_SEARCHES; i++)
		if (settings->saved[i] != NULL)
			fuzz_hold_clean(settings->saved[i]);
	if (run->config_problem != NULL)
		fuzz_hold_clean(run->config_problem);
}

/* The page of keys lists what was bound; then some keys are pressed. */
static void
try_keys(struct run *run, const uint8_t *bytes, size_t n)
{
	const struct app_options options = { .rows = 24, .columns = 80,
	    .linear = true, .settings = run->settings };
	struct app *app = app_new(run, fuzz_library(), "tennis elbow",
	    &options);
	size_t i;

	HOLD(app != NULL);
	(void)app_key(app, '?');
	(void)app_draw(app);
	for (i = 0; i < n && i < 4; i++)
		(void)app_key(app, bytes[n - 1 - i]);
	(void)app_draw(app);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct run *run = mem_room(NULL, sizeof(struct run), 1 << 18);

	if (*path == '\0')
		set_up();
	write_config(bytes, n);
	run->settings = settings_new(run);
	run->escape_delay = -1;
	run->config = path;
	HOLD(config_read(run));
	check_run(run);
	try_keys(run, bytes, n);
	mem_free(run);
	return 0;
}
