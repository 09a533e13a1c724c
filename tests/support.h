/*
 * Functions that several tests need: paths, and a library of the bundled
 * bibliography.
 */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "library/library.h"

/* The path of a file in the source tree, owned by `ctx`. */
char	*source_path(const void *ctx, const char *name);

/* A directory for this process only, removed when it ends; borrowed. */
const char	*scratch_directory(void);

/* Writes a file into that directory and returns its path, owned by `ctx`. */
char	*scratch_file(const void *ctx, const char *name, const char *text);

/*
 * How often files of a directory whose names end in `end` are opened, by any
 * process, while a shell runs the command, which must succeed; -1 where the
 * system cannot say.
 */
int	 opens_while(const char *folder, const char *end,
	    const char *command);

/* The content of a file, owned by `ctx`; NULL if it cannot be read. */
char	*file_text(const void *ctx, const char *path);

/*
 * The library of the given path (NULL: the bundled bibliography), with its
 * index in the scratch directory; owned by `ctx`, never NULL.
 */
struct library	*open_library(const void *ctx, const char *path);

/*
 * A bundled bibliography by its name, or "both" of them together; opened once,
 * and owned by `ctx`.
 */
struct library	*open_bundled(const void *ctx, const char *name);

/* Gives each page of an index in memory the checksum of its content. */
void	 sum_pages(char *bytes, size_t n);

/* Writes a matching checksum for an index: only its content can be wrong. */
void	 sum_index(const void *ctx, const char *index);

/* Makes FILE.sum alone fit; the sums of its pages stay as they are. */
void	 sum_file(const void *ctx, const char *index);

/*
 * A test of one bundled bibliography, or of both: `setup` is called with the
 * name.
 */
#define ON(bundled, test, setup)					\
	{ #test "_of_" bundled, test, setup, NULL,			\
	  (void *)(uintptr_t)bundled }
#define ON_BOTH(test, setup)						\
	ON("iastm", test, setup), ON("insomnia", test, setup)

/* The next line of *s without its newline, owned by `ctx`; NULL at the end. */
char	*next_line(const void *ctx, const char **s);

/* Fails with the first line that differs from the file NAME.screen. */
void	 compare_screens(const char *name, const char *got, const char *want);

/* Creates a file with this text, or fails the test. */
void	 write_golden(const char *path, const char *text);

#endif
