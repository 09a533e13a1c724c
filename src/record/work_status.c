/* The status of a work according to its notices. */
#include "record/work_status.h"

#include <assert.h>

#include "base/text.h"
#include "record/codelist.h"

bool
work_has_notice(const struct work *work, const char *kind)
{
	const struct notice *notice;
	size_t i;

	for (i = 0; i < work->notices.count; i++) {
		notice = list_at(&work->notices, i);
		if (text_same(notice->kind, kind))
			return true;
	}
	return false;
}

bool
work_is_retracted(const struct work *work)
{
	return work_has_notice(work, "retraction") || work_has_notice(work,
	    "withdrawal") || work_has_notice(work,
	    "retraction-and-republication");
}

bool
work_is_superseded(const struct work *work)
{
	return work_has_notice(work, "superseded");
}

/* The list of kinds starts with the most serious. */
void
work_add_notice(struct work *work, struct notice *notice)
{
	const struct code *kind = code_find(&notice_kinds, notice->kind);
	const struct notice *other;
	size_t from = 0, to = work->notices.count, i;

	while (from < to) {
		i = from + (to - from) / 2;
		other = list_at(&work->notices, i);
		if (kind < code_find(&notice_kinds, other->kind))
			to = i;
		else
			from = i + 1;
	}
	list_insert(work, &work->notices, from, notice);
}

void
work_sort_notices(struct work *work)
{
	struct list read = work->notices;
	size_t i;

	work->notices = (struct list){ .at = NULL };
	for (i = 0; i < read.count; i++)
		work_add_notice(work, list_at(&read, i));
}

/* A kind of notice without a sign, such as a comment, is harmless. */
const struct notice *
work_status(const struct work *work)
{
	const struct notice *notice, *gravest = NULL;
	const struct code *kind, *first = NULL;
	size_t i;

	assert(work != NULL);
	for (i = 0; i < work->notices.count; i++) {
		notice = list_at(&work->notices, i);
		kind = code_find(&notice_kinds, notice->kind);
		if (kind == NULL || *kind->sign == '\0' ||
		    (first != NULL && kind >= first))
			continue;
		first = kind;
		gravest = notice;
	}
	return gravest;
}
