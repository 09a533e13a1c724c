/* Any file is read to its end or refused with a place; nothing else. */
#include "fuzz.h"

#include <locale.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "import/status_list.h"
#include "library/ingest.h"

/* A diagnostic says something, of a place in the file. */
static void
on_problem(void *user, const struct diag *diag)
{
	(void)user;
	HOLD(*diag->text != '\0');
	HOLD(diag->place.file != NULL);
	HOLD(diag->place.line == 0 || diag->place.column > 0);
}

static void
on_status(void *user, const struct status_line *line)
{
	(void)user;
	HOLD(line->doi != NULL || line->pmid != NULL);
	HOLD(line->notice->kind != NULL);
}

/* The same bytes as a list of retractions. */
static void
read_as_list(const uint8_t *bytes, size_t n)
{
	struct diag_sink sink = { .report = on_problem };
	void *ctx = mem_context(NULL);

	(void)status_list_read(mem_text_n(ctx, (const char *)bytes, n),
	    "list", &sink, on_status, NULL);
	mem_free(ctx);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static char path[64];
	static int fd = -1;
	struct diag_sink sink = { .report = on_problem };
	struct ingest_result result = { .items = 0 };
	struct err err = ERR_INIT;

	if (fd < 0) {
		(void)setlocale(LC_ALL, "C.UTF-8");
		fd = memfd_create("input", MFD_CLOEXEC);
		(void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	}
	read_as_list(bytes, n);
	HOLD(ftruncate(fd, 0) == 0);
	HOLD(pwrite(fd, bytes, n, 0) == (ssize_t)n);
	if (ingest_check(path, NULL, true, NULL, 0, NULL, &sink, &result, &err))
		HOLD(result.refused == 0 || sink.errors > 0);
	else
		HOLD(*err.text != '\0');
	return 0;
}
