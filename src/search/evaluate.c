/* Evaluation: the set of records that match an expression. */
#include "search/evaluate.h"

#include <assert.h>
#include <string.h>

#include "index/postings.h"

enum {
	REMEMBERED = 24,	/* sets */
	RARE_MAX = 400		/* maximum number of rare words looked up one
				   by one */
};

struct evaluator {
	struct searcher		*se;
	enum rectype	 target;
	size_t			 size;
};

size_t
evaluate_all(struct searcher *se, enum rectype target)
{
	int64_t all = db_number(se->db, target == RECTYPE_WORK ?
	    "SELECT value FROM property WHERE name='works'" :
	    "SELECT value FROM property WHERE name='claims'");

	assert(target == RECTYPE_WORK || target == RECTYPE_CLAIM);
	return all < 0 ? 0 : (size_t)all;
}

/* Adds the matches from FTS5. */
static void
search(const struct evaluator *ev, const char *match, struct bitset *bits)
{
	struct statement *st = db_prepare(ev->se->db, ev->target == RECTYPE_WORK ?
	    "SELECT rowid FROM work_text WHERE work_text MATCH ?" :
	    "SELECT rowid FROM claim_text WHERE claim_text MATCH ?");

	bind_text(st, 1, match);
	while (statement_step(st))
		bitset_add(bits, column_int(st, 0));
}

/*
 * Looked-up sets are cached while the user types, as the next key changes only
 * the last word.
 */

struct remembered {
	char			*match;
	enum rectype	 target;
	struct bitset		*bits;
	unsigned		 used;
};

struct memory {
	struct remembered	at[REMEMBERED];
	unsigned		clock;
};

static struct memory *
saved_state_of(const struct evaluator *ev)
{
	if (ev->se->memory == NULL)
		ev->se->memory = mem_new(ev->se, struct memory);
	return ev->se->memory;
}

static const struct bitset *
recall_set(const struct evaluator *ev, const char *match)
{
	struct memory *memory = saved_state_of(ev);
	struct remembered *r;

	for (r = memory->at; r < memory->at + REMEMBERED; r++) {
		if (r->match == NULL || r->target != ev->target ||
		    strcmp(r->match, match) != 0)
			continue;
		r->used = ++memory->clock;
		return r->bits;
	}
	return NULL;
}

/* Stores a set in place of the least recently used one. */
static void
remember(const struct evaluator *ev, const char *match,
    const struct bitset *bits)
{
	struct memory *memory = saved_state_of(ev);
	struct remembered *oldest = memory->at, *r;
	struct err err;

	if (!db_ok(ev->se->db, &err))	/* interrupted: incomplete */
		return;
	for (r = memory->at; r < memory->at + REMEMBERED; r++)
		if (r->used < oldest->used)
			oldest = r;
	mem_free(oldest->match);
	mem_free(oldest->bits);
	*oldest = (struct remembered){ mem_text(memory, match), ev->target,
	    bitset_copy(memory, bits), ++memory->clock };
}

/* Words. */

struct rare_words {
	const struct evaluator	*ev;
	struct bitset		*bits;
};

static void
search_rare(void *user, const char *word)
{
	struct rare_words *rare = user;
	char *match = mem_format(NULL, "\"%s\"", word);

	search(rare->ev, match, rare->bits);
	mem_free(match);
}

/* Adds the matches of words without a stored set. */
static void
look_up(const struct evaluator *ev, const struct expr *e,
    struct bitset *bits)
{
	char *match = expr_print(NULL, e);
	const struct bitset *known = recall_set(ev, match);
	struct bitset *found;
	struct rare_words rare;

	if (known == NULL) {
		found = bitset_new(NULL, ev->size);
		rare = (struct rare_words){ ev, found };
		if (ev->target != RECTYPE_WORK || e->columns != NULL ||
		    e->count != 1 || !e->prefix ||
		    !postings_add_prefix(found, ev->se->db, e->words, RARE_MAX,
		    search_rare, &rare))
			search(ev, match, found);
		remember(ev, match, found);
		bitset_or(bits, found);
		mem_free(found);
	} else {
		bitset_or(bits, known);
	}
	mem_free(match);
}

static void	evaluate_add(const struct evaluator *ev, const struct expr *e,
		    struct bitset *bits);

static void
evaluate_add_words(const struct evaluator *ev, const struct expr *e,
    struct bitset *bits)
{
	if (ev->target != RECTYPE_WORK || e->outside || e->count != 1 ||
	    !postings_add(bits, ev->se->db, e->columns, e->words, e->prefix))
		look_up(ev, e, bits);
}

/* Intersects all parts and removes the negated ones. */
static void
evaluate_add_all(const struct evaluator *ev, void *const *parts, size_t count,
    struct bitset *bits)
{
	struct bitset *all = bitset_full(NULL, ev->size), *one;
	const struct expr *part;
	size_t i;

	for (i = 0; i < count; i++) {
		part = parts[i];
		one = bitset_new(all, ev->size);
		if (part->kind == EXPR_NOT) {
			evaluate_add(ev, list_at(&part->parts, 0), one);
			bitset_and_not(all, one);
		} else {
			evaluate_add(ev, part, one);
			bitset_and(all, one);
		}
		mem_free(one);
	}
	bitset_or(bits, all);
	mem_free(all);
}

/* Adds the matches of an expression to a set. */
static void
evaluate_add(const struct evaluator *ev, const struct expr *e,
    struct bitset *bits)
{
	void *self = (void *)(uintptr_t)e;
	size_t i;

	if (e->kind == EXPR_WORDS)
		evaluate_add_words(ev, e, bits);
	else if (e->kind == EXPR_NEAR)
		look_up(ev, e, bits);
	else if (e->kind == EXPR_NOT)
		evaluate_add_all(ev, &self, 1, bits);
	else if (e->kind == EXPR_ALL || e->parts.count == 0)
		evaluate_add_all(ev, e->parts.at, e->parts.count, bits);
	else
		for (i = 0; i < e->parts.count; i++)
			evaluate_add(ev, list_at(&e->parts, i), bits);
}

struct bitset *
evaluate(const void *ctx, struct searcher *se, enum rectype target,
    const struct expr *e)
{
	const struct evaluator ev = { se, target, evaluate_all(se, target) };
	struct bitset *bits = bitset_new(ctx, ev.size);

	assert(e != NULL);
	evaluate_add(&ev, e, bits);
	return bits;
}

long
evaluate_count(struct searcher *se, enum rectype target,
    const struct expr *e)
{
	struct bitset *bits = evaluate(NULL, se, target, e);
	size_t count = bitset_count(bits);

	mem_free(bits);
	return (long)count;
}
