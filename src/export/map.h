/* The evidence gap map of a search, as values. */
#ifndef EXPORT_MAP_H
#define EXPORT_MAP_H

#include "export/source.h"

/*
 * Writes the map at an address (PAGE_MAP), with all its columns unless the
 * address selects some.  CSV and TSV: the fields and the ids of the columns,
 * then a line for each row, with id and label; cells are "4 R", or empty for a
 * gap.  JSON: see schema_commands.c.  False if the query finds no work; then
 * only JSON is written.  False if the index cannot be read, see library_ok();
 * then nothing is written.
 */
bool	 export_map_csv(struct library *library, const struct address *address,
	    const struct export_target *target);
bool	 export_map_tsv(struct library *library, const struct address *address,
	    const struct export_target *target);
bool	 export_map_json(struct library *library, const struct address *address,
	    const struct export_target *target);

#endif
