/* Restricted mode: limits on the process. */
#include "cli/restrict.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/text.h"
#include "cli/run.h"

extern char **environ;

bool
restrict_is_asked(int argc, char **argv)
{
	int i;

	for (i = 1; i < argc && !text_same(argv[i], "--"); i++)
		if (text_same(argv[i], "--restricted"))
			return true;
	return run_is_set("STRIGIL_RESTRICTED");
}

/* Names of variables, and prefixes that end in "_". */
static const char *const dropped[] = { "TERMINFO", "TERMINFO_DIRS", "TERMCAP",
    "TERMPATH", "NCURSES_", "LOCPATH", "NLSPATH", "I18NPATH", "CHARSET",
    "GCONV_PATH", "GETCONF_DIR", "HOSTALIASES", "RES_OPTIONS", "MALLOC_",
    "TALLOC_", "XML_", "SGML_", "SQLITE_", "TMPDIR" };

static bool
is_dropped(const char *variable, size_t n)
{
	size_t i, m;

	for (i = 0; i < COUNT(dropped); i++) {
		m = strlen(dropped[i]);
		if (strncmp(variable, dropped[i], m) == 0 && (n == m ||
		    dropped[i][m - 1] == '_'))
			return true;
	}
	return false;
}

void
restrict_environment(void)
{
	char **from, **to = environ;

	for (from = environ; from != NULL && *from != NULL; from++)
		if (!is_dropped(*from, strcspn(*from, "=")))
			*to++ = *from;
	if (to != NULL)
		*to = NULL;
}

/* AddressSanitizer needs terabytes of addresses. */
#if defined(__SANITIZE_ADDRESS__)
#define ADDRESSES	RLIM_INFINITY
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESSES	RLIM_INFINITY
#endif
#endif
#ifndef ADDRESSES
#define ADDRESSES	((rlim_t)1 << 30)
#endif

/* 4 GiB; with 32-bit limits, files are smaller anyway. */
#define FILE_BYTES							\
	(sizeof(rlim_t) > 4 ? (rlim_t)((uint64_t)1 << 32) : RLIM_INFINITY)

enum { BROWSER_SECONDS = 3600, COMMAND_SECONDS = 120, GRACE = 5,
    FILES = 64 };

/* Lowers a limit, never raises it. */
static void
lower(struct rlimit *now, rlim_t soft, rlim_t hard)
{
	now->rlim_max = hard < now->rlim_max ? hard : now->rlim_max;
	now->rlim_cur = soft < now->rlim_cur ? soft : now->rlim_cur;
	if (now->rlim_cur > now->rlim_max)
		now->rlim_cur = now->rlim_max;
}

/*
 * A macro, as the type of a resource is an enumeration on some systems and an
 * int on others.
 */
#define LIMIT(resource, soft, hard) do {				\
	struct rlimit now_;						\
									\
	if (getrlimit(resource, &now_) == 0) {				\
		lower(&now_, soft, hard);				\
		(void)setrlimit(resource, &now_);			\
	}								\
} while (0)

void
restrict_resources(bool browser)
{
	rlim_t seconds = browser ? BROWSER_SECONDS : COMMAND_SECONDS;

	LIMIT(RLIMIT_AS, ADDRESSES, ADDRESSES);
	LIMIT(RLIMIT_CPU, seconds, seconds + GRACE);
	LIMIT(RLIMIT_FSIZE, FILE_BYTES, FILE_BYTES);
	LIMIT(RLIMIT_NOFILE, FILES, FILES);
	LIMIT(RLIMIT_CORE, 0, 0);
}
