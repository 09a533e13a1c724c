/* libxml2, loaded when the first XML is read. */
#include "import/libxml.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#ifdef LIBXML2_FILE
#include <dlfcn.h>
#include <stdint.h>

/*
 * Makers of packages learn from this note what is loaded late:
 * https://uapi-group.org/specifications/specs/elf_dlopen_metadata/
 */
#define DLOPEN_NOTE \
	"[{\"feature\":\"xml\",\"description\":\"reads XML\"," \
	"\"priority\":\"required\",\"soname\":[\"" LIBXML2_FILE "\"]}]"

enum { LOADER_ROOM = 1 << 20 };

static const struct {
	uint32_t owner_size;
	uint32_t text_size;
	uint32_t type;
	char	 owner[sizeof("FDO")];
	char	 text[sizeof(DLOPEN_NOTE)];
} note __attribute__((used, aligned(4), section(".note.dlopen"))) = {
	sizeof("FDO"), sizeof(DLOPEN_NOTE), 0x407c0c0a, "FDO", DLOPEN_NOTE
};

/* ISO C has no conversion of the pointer to an object to one of a function. */
static bool
find_symbol(void *library, const char *name, void *function)
{
	void *found = dlsym(library, name);

	memcpy(function, &found, sizeof(found));
	return found != NULL;
}

/*
 * The loader ends the program, with status 127, where there is no memory for
 * one of its tables (glibc 2.36, elf/dl-lookup.c): it begins with some at hand.
 */
static void *
open_library(void)
{
	free(mem_raw(LOADER_ROOM));
	return dlopen(LIBXML2_FILE, RTLD_NOW | RTLD_LOCAL);
}

static bool
libxml_fill(struct libxml *lib, struct err *err)
{
	void *library = open_library();
	bool ok = library != NULL;

#define X(name, function)	\
	ok = ok && find_symbol(library, #function, &lib->name);
	LIBXML_LIST(X)
#undef X
	return ok || err_set(err, ERR_SYSTEM, "cannot load the XML parser: "
	    "%s", dlerror());
}

#else

static bool
libxml_fill(struct libxml *lib, struct err *err)
{
	(void)err;
#define X(name, function)	lib->name = function;
	LIBXML_LIST(X)
#undef X
	return true;
}

#endif

static xmlParserInputPtr
refuse_entity(const char *url, const char *id, xmlParserCtxtPtr context)
{
	(void)url;
	(void)id;
	(void)context;
	return NULL;
}

bool
libxml_load(struct libxml *lib, struct err *err)
{
	if (!libxml_fill(lib, err))
		return false;
	(void)lib->set_memory(free, mem_raw, mem_raw_resize, mem_raw_text);
	lib->init_parser();
	lib->set_entity_loader(refuse_entity);
	return true;
}
