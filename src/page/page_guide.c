/* The glossary, guided tours, and the links to them. */
#include "page/makers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "page/gloss.h"
#include "page/subjects.h"
#include "page/wording.h"
#include "record/guide.h"

/* The glossary. */

static char *
wording_also(const void *ctx, const struct glossary_entry *entry)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < entry->also.count; i++)
		buf_format(ctx, &out, "%s%s", i > 0 ? ", " : "",
		    (const char *)list_at(&entry->also, i));
	return out.data;
}

void
page_entry(struct doc *doc, struct library *library, const void *record,
    const char *only)
{
	const struct glossary_entry *entry = record;
	const struct address all = { .page = PAGE_GLOSSARY, .query = "" };

	(void)only;
	(void)library;
	(void)doc_title(doc, entry->word);
	doc_field(doc, "Also", wording_also(doc, entry));
	doc_gap(doc);
	doc_para(doc, entry->text);
	doc_gap(doc);
	block_link(doc_paragraph(doc, 0), address_print(doc, &all),
	    "the glossary");
}

static int
compare_entries(const void *a, const void *b)
{
	const struct glossary_entry *const *one = a, *const *other = b;

	return strcasecmp((*one)->word, (*other)->word);
}

struct doc *
page_glossary(const void *ctx, struct library *library,
    const struct address *address)
{
	struct doc *doc = doc_new(ctx, "glossary");
	struct list entries = gloss_entries(doc, library);
	const struct glossary_entry *entry;
	struct block *line;
	size_t i;

	(void)address;
	(void)doc_title(doc, "Glossary");
	if (entries.count == 0)
		doc_para(doc, "This bibliography has no glossary.");
	else
		qsort(entries.at, entries.count, sizeof(*entries.at),
		    compare_entries);
	for (i = 0; i < entries.count; i++) {
		entry = list_at(&entries, i);
		doc_gap(doc);
		line = doc_paragraph(doc, 0);
		block_link(line, address_of(doc, RECTYPE_ENTRY, entry->id),
		    entry->word);
		if (entry->also.count > 0)
			block_format(line, ROLE_TEXT, " (%s)", wording_also(doc,
			    entry));
		block_text(doc_paragraph(doc, 1), entry->text);
	}
	return doc;
}

/* Tours. */

static void
guide_put_claim(struct doc *doc, struct library *library, const char *id)
{
	const struct claim *claim = library_record(library, doc, RECTYPE_CLAIM,
	    id);
	struct block *item = doc_item(doc, 0);

	block_link(item, address_of(doc, RECTYPE_CLAIM, id), claim == NULL ? id :
	    claim->statement);
	if (claim != NULL)
		block_format(item, ROLE_TEXT, " (%s, %s)", wording_article_short(
		    doc, library, claim->article), code_label(&hedges, claim->hedge));
	if (claim != NULL && claim->verdict != NULL)
		block_format(item, ROLE_GRADE, " Verdict: %s.",
		    code_label(&verdicts, claim->verdict));
}

static void
guide_put_work(struct doc *doc, struct library *library, const char *id)
{
	const struct work *work = library_record(library, doc, RECTYPE_WORK, id);
	struct block *item = doc_item(doc, 0);
	char *size = work == NULL ? NULL : wording_size(doc, work);

	block_link(item, address_of(doc, RECTYPE_WORK, id), work == NULL ? id :
	    wording_short(doc, work));
	if (work == NULL)
		return;
	block_format(item, ROLE_TEXT, ", %s, %s, ", work_design_label(work),
	    size != NULL ? size : work->subjects == NULL ?
	    "subjects not recorded" : code_label(&subjects, work->subjects));
	block_add(item, ROLE_GRADE, wording_level(doc, work));
	if (wording_caution(doc, work) != NULL)
		block_format(item, ROLE_WARNING, ". %s", wording_caution(doc,
		    work));
}

/* Several works in one step are meant to be compared. */
static void
put_comparison(struct doc *doc, const struct list *works)
{
	struct address address = { .page = PAGE_COMPARE, .query = "" };
	struct buf ids = { .data = NULL };
	size_t i;

	for (i = 0; i < works->count; i++)
		buf_format(doc, &ids, "%s%s", i > 0 ? "," : "",
		    (const char *)list_at(works, i));
	address.works = ids.data;
	if (works->count > 1)
		block_link(doc_item(doc, 0), address_print(doc, &address),
		    "side by side");
}

void
page_tour(struct doc *doc, struct library *library, const void *record,
    const char *only)
{
	const struct tour *tour = record;
	const struct step *step;
	const char *id;
	size_t i, j;

	(void)only;
	(void)doc_title(doc, tour->title);
	for (i = 0; i < tour->steps.count; i++) {
		step = list_at(&tour->steps, i);
		(void)doc_heading(doc, mem_format(doc, "%zu. %s", i + 1,
		    step->heading));
		doc_para(doc, step->text);
		for (j = 0; j < step->claims.count; j++)
			guide_put_claim(doc, library,
			    list_at(&step->claims, j));
		for (j = 0; j < step->works.count; j++)
			guide_put_work(doc, library, list_at(&step->works, j));
		put_comparison(doc, &step->works);
		for (j = 0; j < step->terms.count; j++) {
			id = list_at(&step->terms, j);
			block_link(doc_item(doc, 0), address_of(doc,
			    RECTYPE_TERM, id), library_label(library, doc,
			    id));
		}
	}
}
