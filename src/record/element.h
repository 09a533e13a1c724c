/* Writes records as XML elements, strigil-bibliography(5). */
#ifndef RECORD_ELEMENT_H
#define RECORD_ELEMENT_H

#include "record/schema.h"

#define XML_NAMESPACE	"urn:strigil:bibliography:2"

/*
 * Adds a record as an element, indented by `depth`, with all members that XML
 * has, using the tables of the schemas.  An imported work has no level, as that
 * follows from its design and its reason does not come from an appraiser.  In
 * prefixed ids, a hyphen replaces the colon.
 */
void	 xml_add_record(const void *ctx, struct buf *out, const char *name,
	    const struct schema *schema, const void *record, unsigned depth);

/* Adds only the elements inside the record's own element. */
void	 xml_add_members(const void *ctx, struct buf *out,
	    const struct schema *schema, const void *record, unsigned depth);

#endif
