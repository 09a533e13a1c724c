/* Any record, member by member, as its schema has it. */
#ifndef PAGE_PAGE_RECORD_H
#define PAGE_PAGE_RECORD_H

#include "page/doc.h"
#include "library/library.h"

/*
 * Everything that a record holds but its id: a row for each member with a
 * value, an item for each of its parts; ids lead to their pages.
 */
void	 put_members(struct doc *doc, struct library *library,
	    const struct schema *schema, const void *record);

/* The parts of one member of a record, below a heading; nothing if none. */
void	 put_parts(struct doc *doc, struct library *library,
	    const char *heading, const struct schema *schema,
	    const void *record, const char *key);

/* All that a part holds, in one line: "outcome: Pain; rating: low". */
void	 put_part_line(struct block *line, struct doc *doc,
	    struct library *library, const struct schema *schema,
	    const void *part);

#endif
