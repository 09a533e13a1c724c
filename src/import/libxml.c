/* libxml2, loaded when XML is first read. */
#include "import/libxml.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#ifdef LIBXML2_FILE
#include <dlfcn.h>
#include <stdint.h>

/*
 * This note shows packaging tools which library is loaded late:
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

/* ISO C cannot convert a pointer to an object into one to a function. */
static bool
find_symbol(void *library, const char *name, void *function)
{
	void *found = dlsym(library, name);

	memcpy(function, &found, sizeof(found));
	return found != NULL;
}

/*
 * The loader exits with status 127 if it has no memory for one of its tables
 * (glibc 2.36, elf/dl-lookup.c), so make sure that some is free.
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
