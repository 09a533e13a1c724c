/* Interpretation: the parts of a plan for words of a run. */
#include "search/interpret_part.h"

#include <assert.h>

char *
interpret_text(struct planner *pl, const struct word_run *run, size_t from, size_t n)
{
	struct buf text = { .data = NULL };
	size_t i;

	assert(n > 0 && from + n <= run->count);
	for (i = from; i < from + n; i++) {
		if (i > from)
			buf_text(pl->ctx, &text, " ");
		buf_text(pl->ctx, &text, run->words[i]->text);
	}
	return text.data;
}

struct plan_part *
interpret_part(struct planner *pl, enum part_kind kind, const struct word_run *run,
    size_t from, size_t n, struct expr *match, const char *meaning)
{
	struct plan_part *part;

	assert(n > 0 && from + n <= run->count);
	part = plan_add_part(pl, kind, run->words[from]->start,
	    run->words[from + n - 1]->end, match, meaning);
	part->plain = true;
	return part;
}
