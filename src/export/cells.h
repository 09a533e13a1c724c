/* Cells of tables for spreadsheets. */
#ifndef EXPORT_CELLS_H
#define EXPORT_CELLS_H

#include <stdbool.h>

#include "base/mem.h"

/*
 * The text of a cell that a spreadsheet does not take for a formula: an
 * apostrophe is added before "=", "+", "-" or "@" (OWASP, "CSV Injection").
 * Owned by `ctx`, or `text` itself; "" for NULL.
 */
const char	*export_cell(const void *ctx, const char *text);

/*
 * Appends a quoted CSV cell, after a comma unless it is the first; passes it
 * through export_cell() unless `raw`.
 */
void	 export_csv_cell(const void *ctx, struct buf *out, const char *text,
	    bool raw);

#endif
