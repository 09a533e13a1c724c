/* The wording of a notice in one line. */
#include "record/notice.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

/*
 * The number of bytes up to a mark that is repeated to quote it: the colon of a
 * label, or the semicolon after a full stop.  0 if there is none at `text`.
 */
static size_t
before_mark(const char *text)
{
	static const char *const labels[] = { "doi:", "PMID:", "Date:",
	    "URL:", "Source:", "Reason:", ".;" };
	size_t i, n;

	for (i = 0; i < COUNT(labels); i++) {
		n = strlen(labels[i]) - 1;
		if (*text == *labels[i] && text_begins(text, labels[i]) &&
		    text[n + strspn(text + n, labels[i] + n)] == ' ')
			return n;
	}
	return 0;
}

/* A copy with each run of these marks `more` marks longer. */
static char *
change_marks(const void *ctx, const char *text, int more)
{
	struct buf out = { .data = NULL };
	size_t n, marks;

	buf_text(ctx, &out, "");
	for (; *text != '\0'; text += n) {
		n = before_mark(text);
		if (n == 0) {
			n = 1;
			buf_add(ctx, &out, text, n);
			continue;
		}
		marks = strspn(text + n, (const char[]){ text[n], '\0' });
		buf_add(ctx, &out, text, n + 1);
		n += marks;
		if (more < 0 && marks > 1)
			marks--;
		else if (more > 0)
			marks++;
		while (--marks > 0)
			buf_add(ctx, &out, text + n - 1, 1);
	}
	return out.data;
}

char *
notice_quote(const void *ctx, const char *text)
{
	assert(text != NULL);
	return change_marks(ctx, text, 1);
}

char *
notice_unquote(const void *ctx, const char *text)
{
	assert(text != NULL);
	return change_marks(ctx, text, -1);
}
