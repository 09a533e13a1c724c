/* Results: converts the results of searches for pages. */
#include "library/result.h"

#include <string.h>

#include "library/private.h"
#include "library/language.h"
#include "search/correct.h"
#include "search/declared.h"
#include "search/evaluate.h"
#include "search/known_word.h"
#include "search/lead.h"
#include "search/reference.h"
#include "search/vocabulary.h"

static const enum matched matches[] = {
	[RELAXED_NOT] = MATCH_ALL,
	[RELAXED_CORRECTED] = MATCH_CORRECTED,
	[RELAXED_UNKNOWN] = MATCH_KNOWN,
	[RELAXED_SOME] = MATCH_SOME,
};

static void
add_notes(struct result *result, const struct list *notes)
{
	const struct query_note *from;
	struct note *note;
	size_t i;

	for (i = 0; i < notes->count; i++) {
		from = list_at(notes, i);
		note = mem_new(result, struct note);
		*note = (struct note){ from->start, from->end, from->text };
		list_add(result, &result->notes, note);
	}
}

/* Whether no record has what a part excludes. */
static bool
excludes_nothing(struct library *library, const struct plan *plan,
    const struct plan_part *part)
{
	return part->negated && part->match != NULL && evaluate_count(
	    library->se, plan->target, part->match) == 0;
}

/* Whether a note of the plan already explains why a part finds nothing. */
static bool
is_noted(const struct plan *plan, const struct plan_part *part)
{
	const struct query_note *note;
	size_t i;

	for (i = 0; i < plan->notes.count; i++) {
		note = list_at(&plan->notes, i);
		if (note->start == part->start)
			return true;
	}
	return false;
}

static void
add_parts(struct result *result)
{
	const struct search_result *found = result->found;
	const struct part_count *from;
	struct part *part;
	size_t i;

	for (i = 0; i < found->counts.count; i++) {
		from = list_at(&found->counts, i);
		part = mem_new(result, struct part);
		*part = (struct part){ from->part->words, from->part->meaning,
		    from->part->negated, is_noted(found->asked, from->part),
		    from->part->start, from->part->end, from->alone,
		    from->without, from->suggestion };
		list_add(result, &result->parts, part);
	}
}

static void
add_hits(struct result *result)
{
	struct search_result *found = result->found;
	size_t full = found->count - found->partial, i;

	result->count = found->count;
	result->partial = found->partial;
	result->hits = mem_array(result, struct hit, found->count + 1);
	for (i = 0; i < found->count; i++)
		result->hits[i] = (struct hit){ found->records[i], i >= full };
	mem_free(found->records);
	found->records = NULL;
}

/* "" if the whole query is plain text. */
static const char *
interpretation_of(const void *ctx, const struct plan *plan)
{
	const struct plan_part *part;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (part->match != NULL && part->meaning != NULL)
			return plan_interpretation(ctx, plan);
	}
	return "";
}

/* What is known before the hits are in order. */
static void
result_describe(struct result *result, struct search_result *found)
{
	const struct plan *plan = found->plan;

	result->found = found;
	result->target = found->asked->target;
	result->asked = found->asked->query->text;
	result->corrected = found->corrected;
	result->query = plan->query->text;
	result->interpretation = interpretation_of(result, plan);
	result->by_words = plan->ranked;
	result->listed = plan->listed.count > 0;
	result->by_name = plan_is_name(plan);
	result->cites = plan->cites;
	result->harm = plan->harm;
	result->match = matches[found->relaxation];
	result->total = found->total;
}

struct leading {
	struct library	*library;
	struct result	*result;
};

static bool
lead_of_answer(void *user, struct search_result *found, struct list *ids)
{
	const struct leading *leading = user;

	result_describe(leading->result, found);
	return library_lead(leading->library, leading->result, ids);
}

struct result *
library_search(struct library *library, const void *ctx,
    const struct search *search, const char *text)
{
	struct result *result = mem_new(ctx, struct result);
	struct leading leading = { library, result };
	const struct search_request request = { search->target, search->order,
	    search->offset, search->limit, search->strict, search->fill,
	    library->request.lead == NULL ? NULL : lead_of_answer, &leading };
	struct search_result *found = library_run(library, result, &request,
	    text);

	result_describe(result, found);
	result->order = found->order;
	result->added = found->added;
	result->led = found->led && found->order == ORDER_RELEVANCE;
	result->repeated = found->repeated;
	add_hits(result);
	add_parts(result);
	add_notes(result, &found->asked->query->notes);
	add_notes(result, &found->asked->notes);
	if (result->total == 0 || result->match > MATCH_CORRECTED)
		result->language = language_remark(library_language(library,
		    result->asked));
	return result;
}

/* Auxiliaries with which "not" denies a sentence: "does not". */
static const char *const auxiliaries[] = {
	"do", "does", "did", "is", "are", "was", "were", "has", "have", "had",
	"can", "could", "may", "might", "will", "would", "should", "must",
};

/* Words that begin a description, before these: "trials that are not". */
static const char *const relatives[] = { "that", "which", "who" };

/* The start of the word before `start`; *n is set to its length. */
static size_t
result_word_before(const char *text, size_t start, size_t *n)
{
	size_t end;

	while (start > 0 && text[start - 1] == ' ')
		start--;
	for (end = start; start > 0 && text[start - 1] != ' '; start--)
		continue;
	*n = end - start;
	return start;
}

/* Whether the part at `start` follows such a word. */
static bool
is_denied_here(const char *text, size_t start)
{
	size_t n;

	start = result_word_before(text, start, &n);
	if (!TEXT_WORD_AMONG(text + start, n, auxiliaries))
		return false;
	start = result_word_before(text, start, &n);
	return !TEXT_WORD_AMONG(text + start, n, relatives);
}

char *
result_kept(const void *ctx, struct library *library,
    const struct result *result, char **excluded)
{
	const struct plan *plan = result->found->asked;
	char *text = mem_text(ctx, plan->query->text);
	struct buf out = { .data = NULL };
	const struct plan_part *part;
	bool kept = true;
	size_t i;

	for (i = 0; i < plan->parts.count; i++) {
		part = list_at(&plan->parts, i);
		if (!part->negated || part->match == NULL ||
		    is_denied_here(plan->query->text, part->start))
			continue;
		if (!excludes_nothing(library, plan, part)) {
			buf_add(ctx, &out, text + part->start, part->end -
			    part->start);
			buf_text(ctx, &out, " ");
		}
		memset(text + part->start, ' ', part->end - part->start);
		kept = false;
	}
	*excluded = out.data;
	return kept ? NULL : text;
}

bool
result_allows(struct library *library, const struct result *result,
    const char *id)
{
	void *scratch = mem_context(NULL);
	struct list ids = { .at = NULL };
	bool allowed;

	list_add(scratch, &ids, mem_text(scratch, id));
	allowed = lead_new(scratch, library->se, result->found->asked, &ids) !=
	    NULL;
	mem_free(scratch);
	return allowed;
}

bool
result_is_begun(struct library *library, const struct result *result)
{
	const struct search search = { .target = result->target,
	    .order = ORDER_COUNT, .strict = true };
	void *scratch = mem_context(NULL);
	long total = library_search(library, scratch, &search, mem_format(
	    scratch, "%s ", result->asked))->total;

	mem_free(scratch);
	return total != result->total - result->added;
}

long
library_count_found(struct library *library, const char *query)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .strict = true };
	struct result *result = library_search(library, NULL, &search, query);
	long total = result->total;

	mem_free(result);
	return total;
}

struct reference_match *
library_reference(struct library *library, const void *ctx, const char *text)
{
	const struct reference_found *match = reference_find(ctx, library->se,
	    text, strlen(text));
	struct reference_match *reference;

	if (match == NULL)
		return NULL;
	reference = mem_new(ctx, struct reference_match);
	*reference = (struct reference_match){ match->work, match->wrong };
	return reference;
}

char *
library_correct(struct library *library, const void *ctx, const char *query)
{
	return correct_text(ctx, library->se, query, CORRECT_ALL);
}

char *
library_correct_misspelt(struct library *library, const void *ctx,
    const char *query)
{
	return correct_text(ctx, library->se, query, CORRECT_MISSPELT);
}

char *
library_as_typed(struct library *library, const void *ctx, const char *query)
{
	return correct_text(ctx, library->se, query, CORRECT_NOTHING);
}

bool
library_is_word(const char *word)
{
	char *folded = text_fold(NULL, word);
	bool known = known_word(folded);

	mem_free(folded);
	return known;
}

char *
library_as_text(struct library *library, const void *ctx, const char *query,
    enum rectype target, size_t off, char **what)
{
	void *scratch = mem_context(NULL);
	const struct plan *plan = plan_make(scratch, library->se,
	    query_read(scratch, library->se, query,
	    strlen(query)), target);
	char *text = plan_as_text(ctx, plan, off, what);

	mem_free(scratch);
	return text;
}

bool
result_has_all(const struct result *result)
{
	const struct list *parts = &result->found->asked->parts;
	const struct plan_part *part;
	size_t i;

	for (i = 0; i < parts->count; i++) {
		part = list_at(parts, i);
		if (part->begun && part->match != NULL)
			return false;
	}
	return result->target == RECTYPE_WORK && result->total > 0 &&
	    (result->match == MATCH_ALL || result->match == MATCH_CORRECTED);
}
