/* Cells of tables for spreadsheets. */
#include "export/cells.h"

#include <string.h>

const char *
export_cell(const void *ctx, const char *text)
{
	if (text == NULL || *text == '\0')
		return "";
	return strchr("=+-@", *text) == NULL ? text : mem_format(ctx, "'%s",
	    text);
}

void
export_csv_cell(const void *ctx, struct buf *out, const char *text, bool raw)
{
	if (text == NULL || !raw)
		text = export_cell(ctx, text);
	buf_text(ctx, out, out->len > 0 ? ",\"" : "\"");
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_text(ctx, out, "\"");
		buf_add(ctx, out, text, 1);
	}
	buf_text(ctx, out, "\"");
}
