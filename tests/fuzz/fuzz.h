/*
 * Fuzzing: any bytes in, and what must hold whatever they are.
 *
 * A target is linked with libFuzzer (configure --enable-fuzz with clang), or
 * with replay.c, which runs the kept inputs as a test.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

struct doc;
struct library;

/* Ends the run when something that must hold does not. */
#define HOLD(condition)							\
	do {								\
		if (!(condition))					\
			fuzz_fail(__FILE__, __LINE__, #condition);	\
	} while (0)

_Noreturn void	 fuzz_fail(const char *file, int line, const char *what);

/* The bundled bibliography; opened once, in the locale C.UTF-8. */
struct library	*fuzz_library(void);

/*
 * Nothing failed before and nothing does now; a text that came out is clean:
 * UTF-8 without what acts on a terminal.
 */
void	 fuzz_hold_library(const struct library *library);
void	 fuzz_hold_clean(const char *text);

/*
 * Prints a document in the format of pages, and lays it out in the width, that
 * `pick` chooses; holds what layout_make() promises.
 */
void	 fuzz_print(const void *ctx, const struct doc *doc, unsigned pick);

/* Input in parts: what is not there any more is 0, or "". */
struct fuzz_input {
	const uint8_t	*at;
	const uint8_t	*end;
};

unsigned	 fuzz_byte(struct fuzz_input *input);
uint64_t	 fuzz_number(struct fuzz_input *input, size_t bytes);

/* A byte with the length, then so many of them; what is left of it. */
size_t		 fuzz_bytes(struct fuzz_input *input, const uint8_t **bytes);

/* The same as text that was cleaned, owned by `ctx`. */
char		*fuzz_text(const void *ctx, struct fuzz_input *input);

int	LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#endif
