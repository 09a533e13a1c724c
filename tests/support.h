/* What several tests need: places, a library over the bundled bibliography. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "library/library.h"

/* A file of the source tree, owned by `ctx`. */
char	*source_path(const void *ctx, const char *name);

/* A directory of this process's own, removed when it ends; borrowed. */
const char	*scratch_directory(void);

/* Writes a file into it and returns its path, owned by `ctx`. */
char	*scratch_file(const void *ctx, const char *name, const char *text);

/* The whole of a file, owned by `ctx`; NULL when it cannot be read. */
char	*file_text(const void *ctx, const char *path);

/*
 * The library over the given path (NULL: the bundled bibliography), its index
 * in the scratch directory; owned by `ctx`, never NULL.
 */
struct library	*open_library(const void *ctx, const char *path);

/* A bundled bibliography by its name; opened once, it lives as `ctx`. */
struct library	*open_bundled(const void *ctx, const char *name);

/* Gives each page of an index in memory the sum that fits what is in it. */
void	 sum_pages(char *bytes, size_t n);

/* Writes the sum that fits an index: what is wrong with it is within. */
void	 sum_index(const void *ctx, const char *index);

/* A test of one bundled bibliography, or of both: `setup` takes the name. */
#define ON(bundled, test, setup)					\
	{ #test "_of_" bundled, test, setup, NULL,			\
	  (void *)(uintptr_t)bundled }
#define ON_BOTH(test, setup)						\
	ON("iastm", test, setup), ON("insomnia", test, setup)

/* The next line of *s without its end, owned by `ctx`; NULL at the end. */
char	*next_line(const void *ctx, const char **s);

/* Fails with the first line that differs from NAME.screen. */
void	 compare_screens(const char *name, const char *got, const char *want);

/* A file with this text, or the test fails. */
void	 write_golden(const char *path, const char *text);

#endif
