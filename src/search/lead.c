/* The works that support the answer to a query. */
#include "search/lead.h"

#include <string.h>
#include <strings.h>

#include "search/evaluate.h"

/* Whether a word has digits; a field such as "level:2" is not one. */
static bool
has_number(const struct plan *plan)
{
	const struct plan_part *part;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (part->match != NULL && part->words != NULL &&
		    part->kind != PART_FIELD && strpbrk(part->words,
		    "0123456789") != NULL)
			return true;
	}
	return false;
}

/* Whether stop words only join nouns: "a trial", "pain and swelling". */
static bool
is_joining(const char *words)
{
	static const char *const joining[] = { "a", "an", "and", "of", "or",
	    "the" };
	size_t i;

	for (i = 0; i < COUNT(joining); i++)
		if (strcasecmp(words, joining[i]) == 0)
			return true;
	return false;
}

bool
lead_is_question(const struct plan *plan)
{
	const struct plan_part *part;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (part->kind == PART_CHATTER && !is_joining(part->words))
			return true;
	}
	return false;
}

bool
lead_may(const struct plan *plan, bool none, bool full)
{
	if (plan_is_name(plan) || plan->cites || (none && has_number(plan)))
		return false;
	return !full || (plan->parts.count > 1 && (lead_is_question(plan) ||
	    plan_wanted(plan, false) == 0));
}

static bool
is_strict(const struct plan_part *part, void *user)
{
	(void)user;
	return !part_is_optional(part);
}

/* Looks up a work in SQL, so that the cached sets of the query are kept. */
static void
add_id(struct lead *lead, struct searcher *se, const char *id)
{
	struct statement *st = db_prepare(se->db, "SELECT w.row FROM record r "
	    "JOIN work w ON w.record=r.number WHERE r.kind='work' AND r.id=?");
	int64_t row;

	bind_text(st, 1, id);
	row = statement_number(st, 0);
	if (row == 0)
		return;
	bitset_add(lead->rows, row);
	expr_add(lead->match, expr_identifier(lead, IDENTIFIER_ID, id));
}

const struct lead *
lead_new(const void *ctx, struct searcher *se, const struct plan *plan,
    const struct list *ids)
{
	struct lead *lead;
	size_t i;

	if (ids->count == 0)
		return NULL;
	lead = mem_new(ctx, struct lead);
	lead->match = expr_group(lead, true);
	lead->rows = bitset_new(lead, evaluate_all(se, RECTYPE_WORK));
	for (i = 0; i < ids->count; i++)
		add_id(lead, se, list_at(ids, i));
	bitset_and(lead->rows, evaluate(lead, se, RECTYPE_WORK,
	    plan_match(lead, plan, is_strict, NULL, false, NULL)));
	if (bitset_count(lead->rows) > 0)
		return lead;
	mem_free(lead);
	return NULL;
}
