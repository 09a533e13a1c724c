/*
 * Judge: checks the verdicts of propositions against the rule, using complete
 * records.
 */
#include "index/judge.h"

#include <string.h>

#include "base/text.h"
#include "index/store.h"
#include "record/claim.h"
#include "record/verdict.h"

struct judge {
	struct store		*store;
	const struct about	*about;
	struct diag_sink	*sink;
	void			*ctx;		/* data collected for one
						   proposition */
	struct list		 techniques;	/* techniques of the proposition
						   and its claims */
	bool			 partial;	/* some claims or works are
						   missing */
	struct verdict_entry	*entries;
	size_t			 count;
	size_t			 capacity;
};

/*
 * Whether a work is about a related treatment although the statement is not
 * about that treatment.
 */
static bool
judge_is_indirect(const struct judge *judge, const struct work *work)
{
	const struct directness *d;
	size_t i;

	for (i = 0; judge->about != NULL && i <
	    judge->about->directness.count; i++) {
		d = list_at(&judge->about->directness, i);
		if (text_same(d->id, work->directness))
			return text_same(d->indirect, "yes") &&
			    !list_meets(&work->techniques, &judge->techniques);
	}
	return false;
}

static void
judge_add_bearings(struct judge *judge, const struct list *list)
{
	const struct bearing *bearing;
	const struct work *work;
	size_t i;

	for (i = 0; i < list->count; i++) {
		bearing = list_at(list, i);
		work = store_load(judge->store, judge->ctx, RECTYPE_WORK,
		    bearing->work);
		judge->partial |= work == NULL;
		if (work == NULL)
			continue;
		judge->entries = mem_grow(judge->ctx, judge->entries,
		    &judge->capacity, judge->count + 1,
		    sizeof(*judge->entries));
		judge->entries[judge->count++] = (struct verdict_entry){
		    work, bearing->bears, false };
	}
}

static bool
is_about_animals(const char *statement)
{
	static const char *const words[] = { "rat", "rats", "mouse", "mice",
	    "rabbit", "rabbits", "animals", "dogs", "pigs" };
	char *folded = text_fold(NULL, statement), *word, *next = NULL;
	bool found = false;
	size_t i;

	for (word = strtok_r(folded, " ", &next); word != NULL && !found;
	    word = strtok_r(NULL, " ", &next))
		for (i = 0; i < COUNT(words); i++)
			found |= text_same(word, words[i]);
	mem_free(folded);
	return found;
}

/* Adds the works, kinds and techniques of the proposition's claims. */
static void
judge_take_claims(struct judge *judge, const struct proposition *p,
    struct verdict_case *of)
{
	const struct claim *claim;
	size_t i, j;

	of->mechanism = of->gap = of->safety = p->members.count > 0;
	for (i = 0; i < p->members.count; i++) {
		claim = store_load(judge->store, judge->ctx, RECTYPE_CLAIM,
		    list_at(&p->members, i));
		judge->partial |= claim == NULL;
		if (claim == NULL)
			continue;
		of->mechanism &= text_same(claim->kind, "mechanism");
		of->gap &= text_same(claim->kind, "evidence-gap");
		of->safety &= text_same(claim->kind, "safety");
		for (j = 0; j < claim->techniques.count; j++)
			list_add(judge->ctx, &judge->techniques,
			    list_at(&claim->techniques, j));
		judge_add_bearings(judge, &claim->support);
		judge_add_bearings(judge, &claim->related);
	}
}

static void
judge_one(void *user, const void *record, struct place place)
{
	struct judge *judge = user;
	const struct proposition *p = record;
	struct verdict_case of = { .animals = is_about_animals(p->statement) };
	char *allowed;
	size_t i;

	judge->ctx = mem_context(NULL);
	judge->entries = NULL;
	judge->count = judge->capacity = 0;
	judge->partial = false;
	judge->techniques = (struct list){ .at = NULL };
	for (i = 0; i < p->techniques.count; i++)
		list_add(judge->ctx, &judge->techniques,
		    list_at(&p->techniques, i));
	judge_take_claims(judge, p, &of);
	judge_add_bearings(judge, &p->works);
	for (i = 0; i < judge->count; i++)
		judge->entries[i].indirect = judge_is_indirect(judge,
		    judge->entries[i].work);
	of.entries = judge->entries;
	of.count = judge->count;
	if (!judge->partial && !verdict_is_allowed(judge->ctx, &of, p->verdict,
	    &allowed))
		diag_warning(judge->sink, place, "verdict '%s', but the rule "
		    "gives %s for its works: write that verdict, or correct "
		    "the relations of its works", p->verdict, allowed);
	mem_free(judge->ctx);
}

void
judge_propositions(struct store *store, const struct about *about,
    struct diag_sink *sink)
{
	struct judge judge = { .store = store, .about = about, .sink = sink };

	store_each(store, RECTYPE_PROPOSITION, judge_one, &judge);
}
