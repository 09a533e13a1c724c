/* Export: the table of formats, and functions to use it. */
#include "export/export.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "export/cells.h"
#include "export/records.h"
#include "library/list_edit.h"
#include "page/page_citations.h"

const struct format formats[] = {
#define X_PAGES(name_, suffix_, takes_, reading_, citing_, joint_,	\
    function, purpose_)							\
	{ .name = name_, .suffix = suffix_, .purpose = purpose_,	\
	  .takes = FORMAT_PAGES | (takes_), .reading = reading_,	\
	  .citing = citing_, .joint = joint_,				\
	  .pages = function },
#define X_WORKS(name_, suffix_, label_, function, purpose_)		\
	{ .name = name_, .suffix = suffix_, .label = label_,		\
	  .purpose = purpose_, .takes = FORMAT_WORKS, .work = function },
#define X_DATA(name_, suffix_, takes_, purpose_, ...)			\
	{ .name = name_, .suffix = suffix_, .purpose = purpose_,	\
	  .takes = takes_, __VA_ARGS__ },
	FORMAT_LIST(X_PAGES, X_WORKS, X_DATA)
#undef X_PAGES
#undef X_WORKS
#undef X_DATA
};
const size_t formats_count = COUNT(formats);

const struct format *
format_find(const char *name, unsigned uses)
{
	size_t i;

	assert(name != NULL);
	for (i = 0; i < formats_count; i++)
		if (text_same(formats[i].name, name) &&
		    (formats[i].takes & uses) != 0)
			return &formats[i];
	return NULL;
}

const struct format *
format_of_file(const char *path)
{
	const struct format *best = NULL;
	size_t n = strlen(path), longest = 0, end, i;

	for (i = 0; i < formats_count; i++) {
		end = formats[i].suffix == NULL ? 0 :
		    strlen(formats[i].suffix);
		if (end <= longest || end >= n || !text_same(path + n - end,
		    formats[i].suffix))
			continue;
		best = &formats[i];
		longest = end;
	}
	return best;
}

char *
format_suffixes(const void *ctx, size_t most)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < formats_count; i++) {
		/* ".biblatex.bib" is left to completion: ".bib" is shown. */
		if (formats[i].suffix == NULL ||
		    strchr(formats[i].suffix + 1, '.') != NULL)
			continue;
		if (out.len + strlen(formats[i].suffix) >= most) {
			buf_text(ctx, &out, " ...");
			break;
		}
		buf_format(ctx, &out, "%s%s", out.len == 0 ? "" : " ",
		    formats[i].suffix);
	}
	return out.data;
}

char *
export_pages(const void *ctx, const struct format *format,
    struct library *library, const struct list *docs, enum cite_style style,
    const struct print_options *options)
{
	struct list all = { .at = NULL };
	struct doc *cited = !format->citing || library == NULL ? NULL :
	    page_works_cited(ctx, library, docs, style);
	size_t i;

	assert(format->pages != NULL);
	if (cited == NULL)
		return format->pages(ctx, docs, options);
	for (i = 0; i < docs->count; i++)
		list_add(ctx, &all, list_at(docs, i));
	list_add(ctx, &all, cited);
	return format->pages(ctx, &all, options);
}

/* Records. */

/*
 * One record as text, owned by `ctx`; NULL if the format does not support it.
 */
static char *
one(const struct format *format, const struct export_source *source,
    const void *ctx, size_t i)
{
	enum rectype type = export_type(source, i);
	bool taken = type == RECTYPE_WORK ? format->work != NULL :
	    type == RECTYPE_CLAIM && format->claim != NULL;
	void *record = taken ? export_record(source, ctx, i, false) : NULL;

	if (record == NULL)
		return NULL;
	return type == RECTYPE_WORK ? format->work(ctx, record) :
	    format->claim(ctx, record);
}

/*
 * Writes a line of cells, none of which a spreadsheet can take for a formula.
 */
static void
write_cells(const struct export_target *target, const void *ctx, char *line)
{
	char *cell = line, *end;

	for (; (end = strchr(cell, '\t')) != NULL; cell = end + 1) {
		*end = '\0';
		export_text(target, export_cell(ctx, cell));
		export_text(target, "\t");
	}
	export_text(target, export_cell(ctx, cell));
}

/* Adds the work of a list item, once; false if it is not a work. */
static bool
add_listed_work(const void *ctx, struct library *library,
    const struct reading_item *item, struct list *works)
{
	struct address *address = mem_new(ctx, struct address);
	size_t i;

	if (library_target(library, ctx, item->page, item->bibliography,
	    address) != TARGET_HERE || address->page != PAGE_RECORD ||
	    address->kind != RECTYPE_WORK)
		return false;
	for (i = 0; i < works->count; i++)
		if (text_same(((const struct address *)list_at(works, i))->id,
		    address->id))
			return true;
	list_add(ctx, works, address);
	return true;
}

struct list
export_works_of_lists(const void *ctx, const struct format *format,
    struct library *library, const struct list *addresses, size_t *left)
{
	struct list works = { .at = NULL };
	const struct reading_list *list;
	const struct reading_item *item;
	const struct address *address;
	size_t i, k;

	*left = 0;
	for (i = 0; i < addresses->count; i++) {
		address = list_at(addresses, i);
		list = address->page != PAGE_RECORD || address->kind !=
		    RECTYPE_LIST || (format->takes & (FORMAT_PAGES |
		    FORMAT_RECORDS)) != 0 ? NULL : library_record(library,
		    ctx, RECTYPE_LIST, address->id);
		if (list == NULL)
			list_add(ctx, &works, list_at(addresses, i));
		for (k = 1; list != NULL && (item = list_item(list, k,
		    NULL)) != NULL; k++)
			*left += !add_listed_work(ctx, library, item, &works);
	}
	return works;
}

size_t
format_write(const struct format *format, const struct export_source *source,
    const struct export_target *target)
{
	size_t n = export_count(source), written = 0, i;
	void *scratch;
	char *text;

	if (format->all != NULL)
		return format->all(source, target);
	for (i = 0; i < n; i++) {
		scratch = mem_context(NULL);
		text = one(format, source, scratch, i);
		if (text != NULL) {
			if (!format->lines && written > 0)
				export_text(target, "\n");
			if (format->lines && !target->raw)
				write_cells(target, scratch, text);
			else
				export_text(target, text);
			if (format->lines)
				target->write(target->user, &target->end, 1);
			written++;
		}
		mem_free(scratch);
	}
	return written;
}
