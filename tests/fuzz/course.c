/* Any tar archive is read as a course pack or refused; within its limits. */
#include "fuzz.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <zlib.h>

#include "base/mem.h"
#include "import/pack.h"

static char path[64];

static void
remove_pack(void)
{
	(void)unlink(path);
}

static bool
is_xml(const char *name)
{
	size_t n = strlen(name);

	return *name != '.' && n > 4 && strcmp(name + n - 4, ".xml") == 0;
}

static void
write_pack(const uint8_t *bytes, size_t n)
{
	gzFile out = gzopen(path, "wb1");

	HOLD(out != NULL);
	HOLD(n == 0 || gzwrite(out, bytes, (unsigned)n) == (int)n);
	HOLD(gzclose(out) == Z_OK);
}

/* Each source that was listed can be read, to the end of its size. */
static void
read_source(void *ctx, const char *name)
{
	struct err err = ERR_INIT;
	struct input *input = pack_open(mem_format(ctx, "%s/%s", path, name),
	    NULL, &err);
	char bytes[4096];
	size_t got = 1, all = 0;

	HOLD(input != NULL);
	while (got > 0) {
		HOLD(input_read(input, bytes, sizeof(bytes), &got, &err));
		all += got;
	}
	HOLD(all <= PACK_BYTES_MAX);
	input_free(input);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	void *ctx = mem_context(NULL);
	struct list names = { .at = NULL };
	struct err err = ERR_INIT;
	size_t i;

	if (*path == '\0') {
		(void)snprintf(path, sizeof(path), "/tmp/strigil-%ld.tgz",
		    (long)getpid());
		(void)atexit(remove_pack);
	}
	write_pack(bytes, n);
	if (!pack_list(ctx, path, is_xml, &names, &err)) {
		HOLD(*err.text != '\0');
	} else {
		HOLD(names.count > 0 && names.count <= PACK_SOURCES_MAX);
		for (i = 0; i < names.count; i++) {
			HOLD(strstr(list_at(&names, i), "../") == NULL);
			HOLD(*(char *)list_at(&names, i) != '/');
			read_source(ctx, list_at(&names, i));
		}
	}
	mem_free(ctx);
	return 0;
}
