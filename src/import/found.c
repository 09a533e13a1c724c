/* Records found in a source. */
#include "import/found.h"

#include <assert.h>

#include "base/text.h"
#include "record/element.h"

struct place
found_place(const struct found *found, const void *record,
    const char *xml_name)
{
	const struct origin *origin;
	size_t i;

	assert(found != NULL);
	for (i = found->origins.count; i-- > 0; ) {
		origin = list_at(&found->origins, i);
		if (origin->record == record &&
		    text_same(origin->member->name, xml_name))
			return origin->place;
	}
	return ((const struct record *)record)->at;
}

/*
 * With more rejected values than this, every member counts as possibly
 * rejected.
 */
enum { LOST_MAX = 1000 };

bool
found_lost(const struct found *found, const void *record,
    const char *xml_name)
{
	const struct origin *lost;
	size_t i;

	for (i = 0; i < found->lost.count && i < LOST_MAX; i++) {
		lost = list_at(&found->lost, i);
		if (lost->record == record && (lost->member == NULL ||
		    text_same(lost->member->name, xml_name)))
			return true;
	}
	return found->lost.count > LOST_MAX;
}
