/* Parts that several kinds of page have. */
#include "page/tell.h"

#include "page/wording.h"

void
tell_caution(struct doc *doc, const struct work *work)
{
	char *caution = wording_caution(doc, work);

	if (caution != NULL)
		block_add(doc_paragraph(doc, 1), ROLE_WARNING, caution);
}

void
tell_terms(struct doc *doc, struct library *library, const char *label,
    const struct list *ids)
{
	struct block *row;
	size_t i;

	if (ids->count == 0)
		return;
	row = doc_row(doc, label);
	for (i = 0; i < ids->count; i++) {
		if (i > 0)
			block_text(row, ", ");
		block_link(row, address_of(doc, RECTYPE_TERM, list_at(ids, i)),
		    library_label(library, doc, list_at(ids, i)));
	}
}

void
tell_unknown_value(struct doc *doc, const struct axis *axis)
{
	char *near = wording_near(doc, axis);

	if (axis->unknown != NULL)
		doc_para(doc, mem_format(doc, "No %s is called '%s'.%s%s%s",
		    axis->field, axis->unknown, near == NULL ? "" :
		    "  Did you mean ", near == NULL ? "" : near, near == NULL ?
		    "" : "?"));
}
