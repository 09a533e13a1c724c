/* Comma-separated values. */
#include "import/csv.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

enum { CELLS_MAX = 256 };

struct csv
csv_begin(const char *text)
{
	static const char separators[] = ",;\t";
	struct csv csv = { .at = text, .separator = ',', .next = 1 };
	size_t counts[3] = { 0, 0, 0 }, most = 0, i;
	const char *p;

	if (text_begins(text, "\xef\xbb\xbf"))
		csv.at += 3;
	for (p = csv.at; *p != '\0' && *p != '\n' && *p != '\r'; p++)
		for (i = 0; i < 3; i++)
			counts[i] += *p == separators[i];
	for (i = 1; i < 3; i++)
		if (counts[i] > counts[most])
			most = i;
	csv.separator = separators[most];
	return csv;
}

struct csv
csv_begin_with(const char *text, char separator)
{
	assert(text != NULL && separator != '\0');
	return (struct csv){ .at = text, .separator = separator, .next = 1 };
}

/* Makes a cell safe for display, as one line or line by line. */
static char *
csv_clean(const struct csv *csv, const void *ctx, struct buf *cell)
{
	struct buf out = { .data = NULL };
	const char *text = buf_string(cell);
	size_t n;

	if (!csv->keeps_lines || strchr(text, '\n') == NULL)
		return text_clean(ctx, text, cell->len);
	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, "\n");
		buf_text(ctx, &out, out.len > 0 ? "\n" : "");
		buf_text(ctx, &out, text_clean(ctx, text, n));
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* The number of lines that end within `n` bytes. */
static size_t
csv_line_ends(const char *text, size_t n)
{
	const char *end;
	size_t count = 0;

	while ((end = memchr(text, '\n', n)) != NULL) {
		n -= (size_t)(end + 1 - text);
		text = end + 1;
		count++;
	}
	return count;
}

/* Reads a cell; afterwards `at` is at a separator, a line end or the end. */
static char *
csv_cell(struct csv *csv, const void *ctx)
{
	const char ends[] = { csv->separator, '\r', '\n', '\0' };
	struct buf out = { .data = NULL };
	bool quoted = *csv->at == '"';
	size_t n;

	csv->at += quoted;
	while (quoted && *csv->at != '\0') {
		n = strcspn(csv->at, "\"");
		buf_add(ctx, &out, csv->at, n);
		csv->next += csv_line_ends(csv->at, n);
		csv->at += n;
		if (csv->at[0] == '"' && csv->at[1] == '"')
			buf_text(ctx, &out, "\"");
		quoted = csv->at[0] == '"' && csv->at[1] == '"';
		csv->at += *csv->at == '\0' ? 0 : quoted ? 2 : 1;
	}
	n = strcspn(csv->at, ends);
	buf_add(ctx, &out, csv->at, n);
	csv->at += n;
	return csv_clean(csv, ctx, &out);
}

bool
csv_next(struct csv *csv, const void *ctx, struct list *cells)
{
	char *cell;

	assert(cells != NULL);
	*cells = (struct list){ .at = NULL };
	for (; *csv->at == '\r' || *csv->at == '\n'; csv->at++)
		csv->next += *csv->at == '\n';
	csv->line = csv->next;
	if (*csv->at == '\0')
		return false;
	for (;;) {
		cell = csv_cell(csv, ctx);
		if (cells->count < CELLS_MAX)
			list_add(ctx, cells, cell);
		else
			mem_free(cell);
		if (*csv->at != csv->separator)
			return true;
		csv->at++;
	}
}
