/* Errors: failures with a cause outside the program, each in one line. */
#include "base/err.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void PRINTF(3, 0)
err_format(struct err *err, enum err_code code, const char *format, va_list ap)
{
	err->code = code;
	(void)vsnprintf(err->text, sizeof(err->text), format, ap);
}

bool
err_set(struct err *err, enum err_code code, const char *format, ...)
{
	va_list ap;

	assert(format != NULL);
	va_start(ap, format);
	err_format(err, code, format, ap);
	va_end(ap);
	return false;
}

bool
err_system(struct err *err, const char *format, ...)
{
	const char *why = strerror(errno);
	size_t used;
	va_list ap;

	assert(err != NULL && format != NULL);
	va_start(ap, format);
	err_format(err, ERR_SYSTEM, format, ap);
	va_end(ap);
	used = strlen(err->text);
	(void)snprintf(err->text + used, sizeof(err->text) - used, ": %s", why);
	return false;
}
