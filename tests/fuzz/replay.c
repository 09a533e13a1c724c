/*
 * Replays kept inputs: every line of tests/fuzz/NAME.inputs and of
 * NAME_*.inputs (see pack), where NAME is what the program's own name ends in
 * ("replay_query"), and the files that are named.  Prints TAP; a crash leaves it unfinished, behind the number
 * of the line that did it.
 */
#include "fuzz.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

static unsigned count;

/* Undoes \xNN in place; the length. */
static size_t
unescape(char *line, size_t n)
{
	size_t from, to = 0;
	unsigned byte;

	for (from = 0; from < n; from++) {
		if (sscanf(line + from, "\\x%2x", &byte) == 1) {
			line[to++] = (char)byte;
			from += 3;
		} else {
			line[to++] = line[from];
		}
	}
	return to;
}

static void
replay_lines(const char *path)
{
	FILE *file = fopen(path, "re");
	char *line = NULL;
	size_t room = 0;
	unsigned number = 0;
	ssize_t n;

	if (file == NULL)
		return;
	while ((n = getline(&line, &room, file)) > 0) {
		(void)printf("# %u\n", ++number);
		(void)fflush(stdout);
		n -= line[n - 1] == '\n';
		line[n] = '\0';
		(void)LLVMFuzzerTestOneInput((uint8_t *)line,
		    unescape(line, (size_t)n));
	}
	(void)fclose(file);
	free(line);
	(void)printf("ok %u - %u inputs of %s\n", ++count, number, path);
}

static void
replay_file(const char *path)
{
	static uint8_t bytes[1 << 20];
	FILE *file = fopen(path, "re");
	size_t n;

	if (file == NULL)
		return;
	n = fread(bytes, 1, sizeof(bytes), file);
	(void)fclose(file);
	(void)LLVMFuzzerTestOneInput(bytes, n);
	(void)printf("ok %u - %s\n", ++count, path);
}

static void
replay_kept(const char *name)
{
	static const char *const endings[] = { "", "_*" };
	const char *srcdir = getenv("srcdir");
	char pattern[4096];
	glob_t found;
	size_t i, j;

	for (i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		(void)snprintf(pattern, sizeof(pattern),
		    "%s/tests/fuzz/%s%s.inputs", srcdir == NULL ? "." :
		    srcdir, name, endings[i]);
		if (glob(pattern, 0, NULL, &found) != 0)
			continue;
		for (j = 0; j < found.gl_pathc; j++)
			replay_lines(found.gl_pathv[j]);
		globfree(&found);
	}
}

int
main(int argc, char **argv)
{
	const char *name = strrchr(argv[0], '_');
	int i;

	if (name != NULL)
		replay_kept(name + 1);
	for (i = 1; i < argc; i++)
		replay_file(argv[i]);
	(void)printf("1..%u\n", count);
	return count == 0;
}
