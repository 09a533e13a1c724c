/*
 * Replays kept inputs: every file of the folder tests/fuzz/NAME, where NAME
 * is what the program's own name ends in ("replay_query"), and of the folders
 * that are named.  Prints TAP; a crash leaves it unfinished.
 */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

static unsigned count;

static void
replay_file(const char *path, const char *name)
{
	static uint8_t bytes[1 << 20];
	FILE *file = fopen(path, "re");
	size_t n;

	if (file == NULL)
		return;
	n = fread(bytes, 1, sizeof(bytes), file);
	(void)fclose(file);
	(void)LLVMFuzzerTestOneInput(bytes, n);
	(void)printf("ok %u - %s\n", ++count, name);
	(void)fflush(stdout);
}

static void
replay_folder(const char *folder)
{
	struct dirent **entries = NULL;
	char path[4096];
	int n = scandir(folder, &entries, NULL, alphasort), i;

	for (i = 0; i < n; i++) {
		if (*entries[i]->d_name != '.') {
			(void)snprintf(path, sizeof(path), "%s/%s", folder,
			    entries[i]->d_name);
			replay_file(path, entries[i]->d_name);
		}
		free(entries[i]);
	}
	free(entries);
}

int
main(int argc, char **argv)
{
	const char *srcdir = getenv("srcdir");
	const char *name = strrchr(argv[0], '_');
	char folder[4096];
	int i;

	if (name != NULL) {
		(void)snprintf(folder, sizeof(folder), "%s/tests/fuzz/%s",
		    srcdir == NULL ? "." : srcdir, name + 1);
		replay_folder(folder);
	}
	for (i = 1; i < argc; i++)
		replay_folder(argv[i]);
	(void)printf("1..%u\n", count);
	return count == 0;
}
