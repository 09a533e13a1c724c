/* Tables of values that are not records: the terms, for instance. */
#ifndef EXPORT_ROWS_H
#define EXPORT_ROWS_H

#include <jansson.h>

#include "export/source.h"

enum {
	EXPORT_FORMAT_VERSION = 1,	/* of JSON */
	EXPORT_JSON_FLAGS = JSON_INDENT(1) | JSON_REAL_PRECISION(15)
};

/*
 * Writes the list `rows` of an object: objects with the same keys, whose values
 * are texts, integers, lists of texts ("a; b" in a cell) or null (an empty
 * cell).  JSON is the whole object; CSV begins with the keys; TSV is rows only.
 * Cells are cleaned and, unless the target is raw, cannot be formulas: see
 * export_cell().
 */
void	 export_rows_json(const json_t *all, const char *rows,
	    const struct export_target *target);
void	 export_rows_csv(const json_t *all, const char *rows,
	    const struct export_target *target);
void	 export_rows_tsv(const json_t *all, const char *rows,
	    const struct export_target *target);

#endif
