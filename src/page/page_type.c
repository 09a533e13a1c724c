/* The page of a record type: all its records by title. */
#include "page/page_type.h"

#include <ctype.h>

#include "base/text.h"
#include "page/page_search.h"

/* The title of a record: the first of these members that is set. */
static const char *
type_title(enum rectype type, const void *record)
{
	static const char *const keys[] = { "label", "title", "question",
	    "statement", "id" };
	const struct schema *schema = rectype_schema(type);
	const struct member *m;
	const char *text;
	size_t i;

	for (i = 0; i < COUNT(keys); i++)
		for (m = schema->members; m < schema->members + schema->count;
		    m++) {
			text = text_same(m->key, keys[i]) ? record_value(
			    record, m) : NULL;
			if (text != NULL)
				return text;
		}
	return "";
}

struct doc *
page_type(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, address_print(ctx, address));
	struct list ids = library_ids(library, doc, address->kind);
	char *title = wording_count(doc, address->kind, (long)ids.count);
	const void *record;
	struct block *item;
	char *to;
	size_t i;

	(void)doc_title(doc, title);
	doc_gap(doc);
	for (i = 0; i < ids.count; i++) {
		record = library_record(library, doc, address->kind,
		    list_at(&ids, i));
		if (record == NULL)
			continue;
		to = address_of(doc, address->kind, list_at(&ids, i));
		item = doc_item(doc, 0);
		block_link(item, to, type_title(address->kind, record));
		block_format(item, ROLE_LABEL, " [%s]", to);
	}
	return doc;
}
