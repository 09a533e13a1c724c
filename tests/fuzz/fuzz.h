/*
 * Fuzzing: any bytes in, and what must hold whatever they are.
 *
 * A target is linked with libFuzzer (configure --enable-fuzz with clang), or
 * with replay.c, which runs the kept inputs as a test.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Ends the run when something that must hold does not. */
#define HOLD(condition)							\
	do {								\
		if (!(condition))					\
			fuzz_fail(__FILE__, __LINE__, #condition);	\
	} while (0)

_Noreturn void	 fuzz_fail(const char *file, int line, const char *what);

int	LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#endif
