/*
 * Records as elements of XML, strigil-bibliography(5).
 */
#ifndef RECORD_ELEMENT_H
#define RECORD_ELEMENT_H

#include "record/schema.h"

#define XML_NAMESPACE	"urn:strigil:bibliography:2"

/*
 * Adds a record as an element, `depth` steps in, with all members that are
 * written in XML, by the tables of the schemas.  A work that was imported has
 * no level: that follows from its design, and its reason is not an
 * appraiser's.  Ids of several bibliographies get a hyphen for their colon.
 */
void	 xml_add_record(const void *ctx, struct buf *out, const char *name,
	    const struct schema *schema, const void *record, unsigned depth);

/* Adds the elements inside it alone. */
void	 xml_add_members(const void *ctx, struct buf *out,
	    const struct schema *schema, const void *record, unsigned depth);

#endif
