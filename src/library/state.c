/* State: small files of what the user did. */
#include "library/state.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

enum { BYTES_MAX = 1 << 20 };

char *
state_load(const void *ctx, const char *directory, const char *name)
{
	char *path = mem_format(NULL, "%s/%s", directory, name);
	FILE *file = fopen(path, "re");
	struct buf out = { .data = NULL };
	char bytes[4096];
	size_t n;

	mem_free(path);
	while (file != NULL && out.len < BYTES_MAX &&
	    (n = fread(bytes, 1, sizeof(bytes), file)) > 0)
		buf_add(ctx, &out, bytes, n);
	if (file != NULL)
		(void)fclose(file);
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* Makes the directory and those above it; "mkdir -p", for the owner. */
static void
make_directories(const char *directory)
{
	char *path = mem_text(NULL, directory), *slash;

	for (slash = strchr(path + 1, '/'); slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		(void)mkdir(path, 0700);
		*slash = '/';
	}
	(void)mkdir(path, 0700);
	mem_free(path);
}

/* Writes all of a text, and closes. */
static bool
write_all(int fd, const char *text)
{
	size_t n = strlen(text);
	ssize_t k;
	bool ok = true;

	while (ok && n > 0) {
		k = write(fd, text, n);
		ok = k >= 0 || errno == EINTR;
		if (k > 0) {
			text += k;
			n -= (size_t)k;
		}
	}
	return close(fd) == 0 && ok;
}

bool
state_save(const char *directory, const char *name, const char *text,
    struct err *err)
{
	char *path = mem_format(NULL, "%s/%s", directory, name);
	char *new = mem_format(path, "%s.XXXXXX", path);
	bool ok = true;
	int fd;

	make_directories(directory);
	fd = mkstemp(new);
	if (fd < 0 || !write_all(fd, text) || rename(new, path) != 0) {
		ok = err_system(err, "cannot write %s", path);
		if (fd >= 0)
			(void)unlink(new);
	}
	mem_free(path);
	return ok;
}
