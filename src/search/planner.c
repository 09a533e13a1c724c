/*
 * Functions for parts, notes and words, shared by everything that interprets a
 * query.
 */
#include "search/planner.h"

#include <assert.h>

#include "base/text.h"
#include "search/evaluate.h"
#include "search/known_word.h"
#include "search/vocabulary.h"

struct plan_part *
plan_add_part(struct planner *pl, enum part_kind kind, size_t start, size_t end,
    struct expr *match, const char *meaning)
{
	struct plan_part *part = mem_new(pl->plan, struct plan_part);

	assert(start <= end);
	*part = (struct plan_part){ .kind = kind, .start = start, .end = end,
	    .words = text_clean(part, pl->plan->query->text + start,
	    end - start), .match = match, .meaning = meaning };
	list_add(pl->plan, &pl->plan->parts, part);
	return part;
}

void
plan_add_note(struct planner *pl, const struct clause *clause, const char *text)
{
	struct query_note *note = mem_new(pl->plan, struct query_note);

	*note = (struct query_note){ clause->start, clause->end, text };
	list_add(pl->plan, &pl->plan->notes, note);
}

void
plan_note_exclusion(struct planner *pl, const struct clause *first,
    const struct clause *last, const struct expr *match)
{
	const struct clause all = { .start = first->start, .end = last->end };

	if (match != NULL && evaluate_count(pl->se, pl->plan->target, match) ==
	    0)
		plan_add_note(pl, &all, "no record has these words; nothing "
		    "is excluded");
}

struct expr *
plan_nothing(struct planner *pl, const struct clause *clause,
    const char **meaning, const char *why)
{
	plan_add_note(pl, clause, why);
	*meaning = "nothing";
	return expr_none(pl->ctx);
}

/* Words and phrases. */

struct expr *
plan_word(struct planner *pl, const struct clause *clause)
{
	enum word_form form = clause->prefix ? WORD_PREFIX : clause->exact ?
	    WORD_EXACT : clause->unfinished ? WORD_UNFINISHED : WORD_ANY_FORM;
	struct expr *words = expr_words(pl->ctx, pl->se, clause->text, form);

	/*
	 * The record itself must contain the word, not another name of its
	 * terms.
	 */
	return clause->exact ? expr_outside(words, "synonym") : words;
}

/*
 * The word in the other number: "reviews" for "review" and the other way round.
 */
static struct expr *
other_number(struct planner *pl, const char *word)
{
	size_t n = strlen(word);

	if (n < 4)
		return NULL;
	if (word[n - 1] != 's')
		word = mem_format(pl->ctx, "%ss", word);
	else if (strchr("sui", word[n - 2]) == NULL)
		word = mem_text_n(pl->ctx, word, n - 1);
	else
		return NULL;
	return expr_words(pl->ctx, pl->se, word, WORD_EXACT);
}

/*
 * Exclusions are narrow: the term itself, or, if no record has it, the word as
 * typed, in singular and plural, in columns on the subject of a record, not
 * every form of it anywhere.
 * A word that is not English may be an author.
 */
struct expr *
plan_negated_word(struct planner *pl, const struct clause *clause,
    const char **meaning)
{
	struct expr *match = clause->exact ? NULL : vocabulary_term(pl->ctx, pl->se,
	    clause->text, NULL, meaning);

	if (match == NULL && !clause->exact)
		match = vocabulary_field_word(pl->ctx, clause->text, meaning);
	if (match != NULL && evaluate_count(pl->se, pl->plan->target, match) > 0)
		return match;
	*meaning = NULL;
	match = expr_words(pl->ctx, pl->se, clause->text, clause->prefix ?
	    WORD_PREFIX : WORD_EXACT);
	if (!clause->exact && !clause->prefix)
		match = expr_either(pl->ctx, match, other_number(pl,
		    clause->text));
	return expr_in(match, pl->plan->target != RECTYPE_WORK ?
	    "title label note finding side" : known_word(text_fold(pl->ctx,
	    clause->text)) ? "title label note finding abstract side" :
	    "title label note finding abstract side author");
}
