/* Diagnostics: problems in input, each with its position. */
#include "base/diag.h"

#include <assert.h>
#include <stdarg.h>

#include "base/mem.h"

void
diag_forward(struct diag_sink *sink, const struct diag *diag)
{
	assert(sink != NULL && diag->text != NULL);
	if (diag->severity == SEVERITY_ERROR)
		sink->errors++;
	else
		sink->warnings++;
	if (sink->report != NULL)
		sink->report(sink->user, diag);
}

static void PRINTF(4, 0)
diag_send(struct diag_sink *sink, enum severity severity, struct place place,
    const char *format, va_list ap)
{
	char *text = mem_format_list(NULL, format, ap);
	const struct diag diag = { severity, place, text };

	diag_forward(sink, &diag);
	talloc_free(text);
}

void
diag_error(struct diag_sink *sink, struct place place, const char *format, ...)
{
	va_list ap;

	assert(sink != NULL);
	va_start(ap, format);
	diag_send(sink, SEVERITY_ERROR, place, format, ap);
	va_end(ap);
}

void
diag_warning(struct diag_sink *sink, struct place place,
    const char *format, ...)
{
	va_list ap;

	assert(sink != NULL);
	va_start(ap, format);
	diag_send(sink, SEVERITY_WARNING, place, format, ap);
	va_end(ap);
}

const char *
severity_name(enum severity severity)
{
	assert(severity <= SEVERITY_ERROR);
	return severity == SEVERITY_ERROR ? "error" : "warning";
}

char *
diag_where(const void *ctx, struct place place)
{
	return place.line == 0 ? mem_text(ctx, place.file) : mem_format(ctx,
	    "%s:%zu:%zu", place.file, place.line, place.column);
}
