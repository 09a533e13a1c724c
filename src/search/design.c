/* Designs of the format and of the bibliographies. */
#include "search/design.h"

#include <string.h>

#include "base/text.h"
#include "index/db.h"
#include "search/vocabulary.h"

static size_t
read_declared(const void *ctx, struct searcher *se, struct code *rows,
    size_t most)
{
	struct statement *st = db_prepare(se->db,
	    "SELECT id, label, sign FROM design ORDER BY rowid");
	size_t n = 0;

	while (n < most && statement_step(st)) {
		rows[n++] = (struct code){ mem_text(ctx, column_text(st, 0)),
		    mem_text(ctx, column_text(st, 1)),
		    mem_text(ctx, column_text(st, 2)), "" };
	}
	statement_reset(st);
	return n;
}

static bool
is_renamed(const struct code *rows, size_t n, const char *id)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text_same(rows[i].id, id))
			return true;
	return false;
}

struct codelist *
design_list(const void *ctx, struct searcher *se)
{
	struct codelist *list = mem_new(ctx, struct codelist);
	struct statement *st = db_prepare(se->db,
	    "SELECT count(*) FROM design");
	size_t most = statement_step(st) ? (size_t)column_int(st, 0) : 0;
	struct code *rows;
	size_t declared, n, i;

	statement_reset(st);
	rows = mem_array(list, struct code, most + designs.count);
	n = declared = read_declared(list, se, rows, most);
	for (i = 0; i < designs.count; i++)
		if (!is_renamed(rows, declared, designs.at[i].id))
			rows[n++] = designs.at[i];
	*list = (struct codelist){ designs.name, rows, n };
	return list;
}

/* Whether words occur in a label as whole words. */
static bool
label_has(const void *ctx, const char *label, const char *words)
{
	return strstr(mem_format(ctx, " %s ", text_fold(ctx, label)),
	    mem_format(ctx, " %s ", text_fold(ctx, words))) != NULL;
}

struct expr *
design_plan(struct planner *pl, const char *text, const char **meaning)
{
	const struct codelist *all = design_list(pl->ctx, pl->se);
	const struct code *one = vocabulary_choice(all, text);
	struct expr *any = expr_group(pl->ctx, true);
	struct buf words = { .data = NULL };
	size_t i;

	if (one != NULL) {
		*meaning = mem_format(pl->ctx, "%s (design)", one->label);
		return expr_value(pl->ctx, "design", one->id);
	}
	for (i = 0; i < all->count; i++) {
		if (!label_has(pl->ctx, all->at[i].label, text))
			continue;
		expr_add(any, expr_value(pl->ctx, "design", all->at[i].id));
		buf_format(pl->ctx, &words, "%s%s", words.len > 0 ? " or " :
		    "", all->at[i].label);
	}
	if (words.len == 0)
		return NULL;
	*meaning = mem_format(pl->ctx, "%s (design)", words.data);
	return any;
}
