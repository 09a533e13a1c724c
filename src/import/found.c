/* Records as they were found in a source. */
#include "import/found.h"

#include "base/text.h"
#include "record/element.h"

struct place
found_place(const struct found *found, const void *record,
    const char *xml_name)
{
	const struct origin *origin;
	size_t i;

	for (i = found->origins.count; i-- > 0; ) {
		origin = list_at(&found->origins, i);
		if (origin->record == record &&
		    text_same(origin->member->name, xml_name))
			return origin->place;
	}
	return ((const struct record *)record)->at;
}
