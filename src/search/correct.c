/* Corrections: replaces the mistyped words of a query. */
#include "search/correct.h"

#include <assert.h>

#include "base/text.h"
#include "search/clause.h"
#include "search/declared.h"
#include "search/known_word.h"
#include "search/suggest.h"

struct correction {
	struct searcher	*se;
	const char	*text;
	struct buf	 out;
	size_t		 at;		/* offset up to which the query has been
					   copied */
	enum correction_kind	 kind;
	bool		 any;
};

/* The corrected word of a part of a clause; NULL if the part is not a word. */
static const char *
word_of_part(const void *ctx, struct searcher *se,
    const struct clause *clause, size_t at)
{
	const struct clause *part = clause != NULL && at < clause->parts.count ?
	    list_at(&clause->parts, at) : NULL;
	char *word;

	if (part == NULL || part->kind != CLAUSE_WORD || part->exact)
		return NULL;
	word = suggest_word(ctx, se, part->text);
	return word != NULL ? word : part->text;
}

/* Whether the words beside it may decide how a word is corrected. */
static bool
correct_may_replace(const struct correction *to, const char *word)
{
	char *typed = text_fold(NULL, word);
	bool may = (to->kind != CORRECT_MISSPELT || !known_word(typed)) &&
	    suggest_known(to->se, word) < 0;

	mem_free(typed);
	return may;
}

/*
 * Corrects the words of a clause; `at` is its index in `whole`, which is NULL
 * at the top.
 */
static void
correct_clause(const void *ctx, struct correction *to,
    const struct clause *clause, const struct clause *whole, size_t at)
{
	char *word;
	size_t i;

	for (i = 0; i < clause->parts.count; i++)
		correct_clause(ctx, to, list_at(&clause->parts, i), clause, i);
	if (clause->kind != CLAUSE_WORD || clause->exact || clause->prefix)
		return;
	word = suggest_word(ctx, to->se, clause->text);
	if (word == NULL && correct_may_replace(to, clause->text))
		word = suggest_beside(ctx, to->se, clause->text, at == 0 ?
		    NULL : word_of_part(ctx, to->se, whole, at - 1),
		    word_of_part(ctx, to->se, whole, at + 1));
	if (word == NULL)
		return;
	buf_add(ctx, &to->out, to->text + to->at, clause->start - to->at);
	buf_format(ctx, &to->out, "%s%s", to->kind == CORRECT_NOTHING ? "=" :
	    "", to->kind == CORRECT_NOTHING ? clause->text : word);
	to->at = clause->end;
	to->any = true;
}

char *
correct_text(const void *ctx, struct searcher *se, const char *text,
    enum correction_kind kind)
{
	void *scratch = mem_context(NULL);
	const struct query *query = query_read(scratch, se, text,
	    strlen(text));
	struct correction to = { .se = se, .text = query->text,
	    .kind = kind };
	char *corrected = NULL;

	assert(text != NULL);
	correct_clause(scratch, &to, query->root, NULL, 0);
	if (to.any) {
		buf_text(scratch, &to.out, query->text + to.at);
		corrected = mem_text(ctx, to.out.data);
	}
	mem_free(scratch);
	return corrected;
}
