/* Status marks: applies lists of statuses to works. */
#include "library/marking.h"

#include "base/text.h"
#include "index/store.h"
#include "library/identity.h"
#include "record/level.h"
#include "record/work_status.h"

static const char *
copy_of(const void *ctx, const char *text)
{
	return text == NULL ? NULL : mem_text(ctx, text);
}

struct status_line *
marking_copy(const void *ctx, const struct status_line *line)
{
	struct status_line *copy = mem_new(ctx, struct status_line);
	struct notice *notice = mem_new(copy, struct notice);
	const struct notice *from = line->notice;

	*copy = (struct status_line){ .doi = copy_of(copy, line->doi),
	    .pmid = copy_of(copy, line->pmid), .notice = notice,
	    .place = line->place };
	*notice = (struct notice){ .at = line->place, .kind = from->kind,
	    .date = copy_of(copy, from->date),
	    .reference = copy_of(copy, from->reference),
	    .doi = copy_of(copy, from->doi),
	    .pmid = copy_of(copy, from->pmid),
	    .url = copy_of(copy, from->url),
	    .reason = copy_of(copy, from->reason),
	    .source = copy_of(copy, from->source) };
	return copy;
}

static void
mark_work(struct store *store, struct work *work, struct status_line *line)
{
	work_add_notice(work, line->notice);
	(void)level_withdraw(work);
	(void)store_replace(store, work, work, NULL);
}

static void
apply_line(struct store *store, struct status_line *line,
    struct diag_sink *sink)
{
	void *scratch = mem_context(NULL);
	const struct work wanted = { .doi = line->doi, .pmid = line->pmid };
	struct place where;
	struct work *work = store_same(store, scratch, &wanted,
	    identity_agrees, &where);

	if (work != NULL && work->pmid != NULL && line->pmid != NULL &&
	    !text_same(work->pmid, line->pmid))
		diag_warning(sink, line->place, "the work with DOI %s at "
		    "%s:%zu has a different PMID; the work was not changed", line->doi,
		    where.file, where.line);
	else if (work != NULL && !work_has_notice(work, line->notice->kind))
		mark_work(store, work, line);
	mem_free(scratch);
}

void
marking_apply(struct store *store, const struct list *lines,
    struct diag_sink *sink)
{
	size_t i;

	for (i = 0; i < lines->count; i++)
		apply_line(store, list_at(lines, i), sink);
}
