/* Hyperlinks: decides whether to mark web addresses as links (OSC 8). */
#include "cli/hyperlinks.h"

#include <stdlib.h>

#include "base/number.h"
#include "base/text.h"

/*
 * How to recognise a terminal that supports OSC 8. VTE does since 0.50.
 * Konsole is not listed, as its support is off by default.
 */
static const struct {
	const char	*variable;
	const char	*begins;	/* start of its value; NULL: any
					   value */
	long		 least;		/* minimum value as a number; 0: any */
} known[] = {
	{ "TERM", "alacritty", 0 },
	{ "TERM", "contour", 0 },
	{ "TERM", "foot", 0 },
	{ "TERM", "mintty", 0 },
	{ "TERM", "wezterm", 0 },
	{ "TERM", "xterm-ghostty", 0 },
	{ "TERM", "xterm-kitty", 0 },
	{ "KITTY_WINDOW_ID", NULL, 0 },
	{ "TERM_PROGRAM", "ghostty", 0 },
	{ "TERM_PROGRAM", "iTerm.app", 0 },
	{ "TERM_PROGRAM", "mintty", 0 },
	{ "TERM_PROGRAM", "vscode", 0 },
	{ "TERM_PROGRAM", "WezTerm", 0 },
	{ "VTE_VERSION", NULL, 5000 },
	{ "WT_SESSION", NULL, 0 },
};

/*
 * Programs that run inside these terminals (screen, tmux) or on serial lines
 * inherit these variables, so TERM must also name such a terminal.
 */
static const char *const families[] = { "alacritty", "contour", "foot",
    "mintty", "wezterm", "xterm" };

static bool
is_of_family(const char *type)
{
	size_t i;

	for (i = 0; i < COUNT(families); i++)
		if (text_begins(type, families[i]))
			return true;
	return false;
}

static bool
is_known(void)
{
	const char *type = getenv("TERM"), *value;
	long number;
	size_t i;

	if (type == NULL || !is_of_family(type))
		return false;
	for (i = 0; i < COUNT(known); i++) {
		value = getenv(known[i].variable);
		if (value == NULL || *value == '\0' || (known[i].begins !=
		    NULL && !text_begins(value, known[i].begins)))
			continue;
		if (known[i].least == 0 || (number_natural(value, 1000000,
		    &number) && number >= known[i].least))
			return true;
	}
	return false;
}

bool
hyperlinks_are_known(const struct run *run)
{
	return run->hyperlinks == HYPERLINKS_AUTO &&
	    !run->settings->restricted && is_known();
}

/*
 * The version from "less 590 (GNU regular expressions)"; 0 for other programs.
 * The shell finds the pager as it will when starting it; the name is quoted.
 */
static long
version_of_less(const char *program)
{
	char *command = mem_format(NULL, "'%s' --version 2>/dev/null", program);
	FILE *out = strchr(program, '\'') == NULL ? popen(command, "r") : NULL;
	char line[64] = "";
	long version = 0;

	mem_free(command);
	if (out == NULL)
		return 0;
	if (fgets(line, sizeof(line), out) != NULL && text_begins(line,
	    "less "))
		version = strtol(line + strlen("less "), NULL, 10);
	(void)pclose(out);
	return version;
}

/*
 * Whether the options of a command, or of $LESS, include -R or -r; in $LESS the
 * first option needs no hyphen.
 */
static bool
is_raw(const char *options)
{
	size_t n;
	bool raw = false;

	for (; *options != '\0'; options += n + (options[n] == ' ')) {
		n = strcspn(options, " ");
		raw = raw || (!text_begins(options, "--") &&
		    strcspn(options, "Rr") < n);
	}
	return raw;
}

bool
hyperlinks_pass(const struct run *run, const char *pager)
{
	enum { LEAST = 581 };
	size_t n = strcspn(pager, " \t");
	const char *options = getenv("LESS");
	char *program = mem_text_n(NULL, pager, n);
	const char *slash = strrchr(program, '/');
	bool pass = hyperlinks_are_known(run) && text_same(slash == NULL ?
	    program : slash + 1, "less") && (options == NULL || is_raw(pager + n) ||
	    is_raw(options)) && version_of_less(program) >= LEAST;

	mem_free(program);
	return pass;
}
