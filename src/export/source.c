/* The input and output of an export. */
#include "export/source.h"

#include <assert.h>

size_t
export_count(const struct export_source *source)
{
	return source->result != NULL ? source->result->count :
	    source->addresses->count;
}

enum rectype
export_type(const struct export_source *source, size_t i)
{
	const struct address *address;

	assert(source != NULL);
	assert(i < export_count(source));
	if (source->result != NULL)
		return source->result->target;
	address = list_at(source->addresses, i);
	return address->page == PAGE_RECORD ? address->kind : RECTYPE_COUNT;
}

void *
export_record(const struct export_source *source, const void *ctx, size_t i,
    bool whole)
{
	const struct address *address;
	enum rectype type;

	assert(i < export_count(source));
	type = export_type(source, i);
	if (source->result != NULL)
		return (whole ? library_hit : library_row)(source->library,
		    ctx, type, source->result->hits[i].record);
	address = list_at(source->addresses, i);
	return type == RECTYPE_COUNT ? NULL : library_record(source->library,
	    ctx, type, address->id);
}

void
export_text(const struct export_target *target, const char *text)
{
	target->write(target->user, text, strlen(text));
}
