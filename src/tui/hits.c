/* Hits: the current search and its results. */
#include "tui/hits.h"

#include <assert.h>

#include "base/text.h"
#include "page/page_search.h"
#include "page/subjects.h"

enum {
	WINDOW = 200,		/* hits fetched at a time */
	FILL = 20		/* partial matches are added up to
				   this many rows */
};

struct hits *
hits_new(const void *ctx, struct library *library)
{
	struct hits *hits = mem_new(ctx, struct hits);

	assert(library != NULL);
	hits->library = library;
	hits->query = mem_text(hits, "");
	hits->interpretation = hits->remark = hits->studied = NULL;
	return hits;
}

/* Fetches a window of hits; NULL if it was interrupted or failed. */
static struct result *
hits_fetch(struct hits *hits, const char *query, enum rectype target,
    enum order order, size_t offset, size_t limit)
{
	const struct search search = { .target = target, .order = order,
	    .offset = offset, .limit = limit, .fill = limit > 0 ? FILL : 0 };
	struct result *result = library_search(hits->library, hits, &search,
	    query);
	struct err err = ERR_INIT;

	if (!library_was_interrupted(hits->library) &&
	    library_ok(hits->library, &err))
		return result;
	mem_free(result);
	return NULL;
}

/*
 * Counts the matches of the other type; false if interrupted.  Typing errors
 * are not corrected if the bibliography has no records of that type.
 */
static bool
count_others(struct hits *hits, const char *query,
    enum rectype target, long *count, bool *loose)
{
	struct err err = ERR_INIT;
	struct result *others;

	*count = 0;
	*loose = false;
	if (library_count(hits->library, target) == 0)
		return library_ok(hits->library, &err);
	others = hits_fetch(hits, query, target, ORDER_LEVEL, 0, 0);
	if (others == NULL)
		return false;
	*count = others->total;
	*loose = others->total > 0 && others->match > MATCH_CORRECTED;
	mem_free(others);
	return true;
}

static char *
make_remark(const void *ctx, const struct result *result)
{
	char *notes = wording_notes(ctx, result);
	char *relaxation = wording_relaxation(notes, result), *remark;

	remark = mem_format(ctx, "%s%s%s%s", notes, *notes == '\0' ||
	    *relaxation == '\0' ? "" : "; ", relaxation,
	    result->corrected == NULL ? "" : " (= as typed)");
	mem_free(notes);
	return remark;
}

/* Counts the populations of the works found. */
static void
count_studied(const void *ctx, struct hits *hits)
{
	const struct result *result = hits->result;
	struct subject_counts counts = { .people = 0 };
	char *words;

	if (result->target == RECTYPE_WORK && result->total > 0)
		counts = subjects_of_result(hits->library, result);
	hits->unseen = subjects_warning(&counts) != NULL;
	words = subjects_say(NULL, &counts);
	hits->studied = mem_format(ctx, "%s%s%s%s", *words == '\0' ? "" :
	    " ", !hits->unseen ? "" : counts.unknown > 0 ?
	    "NO PEOPLE RECORDED: " : "NOT IN PEOPLE: ", words,
	    *words == '\0' ? "" : " ");
	mem_free(words);
}

/* Remarks on a finished search, which must not be interrupted by a key. */
static void
describe(const void *ctx, struct hits *hits)
{
	library_interrupt_when(hits->library, NULL, NULL);
	hits->interpretation = mem_text(ctx, hits->result->interpretation);
	hits->own = library_technique(hits->library, hits->interpretation,
	    hits->result);
	count_studied(ctx, hits);
	hits->remark = make_remark(ctx, hits->result);
}

static void
forget(const struct hits *hits)
{
	mem_free(hits->query);
	mem_free(hits->result);
	mem_free(hits->interpretation);
	mem_free(hits->remark);
	mem_free(hits->studied);
}

bool
hits_search(struct hits *hits, const char *query, const struct asked *how)
{
	struct hits next = { .library = hits->library, .how = *how };
	struct err err = ERR_INIT;

	assert(query != NULL);
	next.result = hits_fetch(hits, query, how->target, how->order, 0,
	    WINDOW);
	if (next.result == NULL)
		return false;
	if (!count_others(hits, query, how->target == RECTYPE_WORK ?
	    RECTYPE_CLAIM : RECTYPE_WORK, &next.others, &next.others_loose)) {
		mem_free(next.result);
		return false;
	}
	next.query = mem_text(hits, query);
	next.marks = library_highlights(hits->library, next.result,
	    next.result);
	if (library_ok(hits->library, &err))
		describe(hits, &next);
	if (!library_ok(hits->library, &err)) {
		forget(&next);
		return false;
	}
	forget(hits);
	*hits = next;
	return true;
}

size_t
hits_total(const struct hits *hits)
{
	assert(hits->result == NULL || hits->result->total >= 0);
	return hits->result == NULL ? 0 : (size_t)hits->result->total +
	    hits->result->partial;
}

/* Fetches the hit if needed. Partial matches come last in every order. */
const struct hit *
hits_at(struct hits *hits, size_t row)
{
	struct result *result;

	if (row >= hits_total(hits))
		return NULL;
	if (hits->how.reversed && row < (size_t)hits->result->total)
		row = (size_t)hits->result->total - 1 - row;
	if (row < hits->offset || row >= hits->offset + hits->result->count) {
		hits->offset = row < WINDOW / 2 ? 0 : row - WINDOW / 2;
		result = hits_fetch(hits, hits->query, hits->how.target,
		    hits->how.order, hits->offset, WINDOW);
		if (result == NULL)
			return NULL;
		mem_free(hits->result);
		hits->result = result;
		hits->marks = library_highlights(hits->library, result,
		    result);
		if (row >= hits->offset + result->count)
			return NULL;
	}
	assert(row >= hits->offset && row - hits->offset <
	    hits->result->count);
	return &hits->result->hits[row - hits->offset];
}

enum rectype
hits_kind(const struct hits *hits)
{
	return hits->how.target;
}

char *
hits_address(struct hits *hits, const void *ctx, size_t row)
{
	const struct hit *hit = hits_at(hits, row);
	enum rectype kind = hits_kind(hits);
	void *record = hit == NULL ? NULL : library_row(hits->library, NULL,
	    kind, hit->record);
	char *address;

	if (record == NULL)
		return NULL;
	address = address_of(ctx, kind, record_id(rectype_schema(kind),
	    record));
	mem_free(record);
	return address;
}

char *
hits_chips(const struct hits *hits, const void *ctx)
{
	const char *query = hits->result->asked;
	void *scratch = mem_context(NULL);
	struct list filters = filter_list(scratch, library_declared(hits->library),
	    query);
	struct buf out = { .data = NULL };
	const struct filter *filter;
	size_t at = 0, i;

	for (i = 0; i < filters.count; i++) {
		filter = list_at(&filters, i);
		buf_add(ctx, &out, query + at, filter->start - at);
		buf_format(ctx, &out, "[%.*s]", (int)(filter->end -
		    filter->start), query + filter->start);
		at = filter->end;
	}
	buf_text(ctx, &out, query + at);
	mem_free(scratch);
	return out.data;
}

/*
 * The part whose removal leaves the fewest results, but at least one; NULL if
 * there is none.
 */
static const struct part *
part_to_leave_out(const struct result *result)
{
	const struct part *part, *best = NULL;
	size_t i;

	for (i = 0; result->total == 0 && result->parts.count > 1 &&
	    i < result->parts.count; i++) {
		part = list_at(&result->parts, i);
		if (!part->negated && part->without > 0 &&
		    part->start < part->end && (best == NULL ||
		    part->without < best->without))
			best = part;
	}
	return best;
}

char *
hits_suggestion(const struct hits *hits, const void *ctx)
{
	const struct result *result = hits->result;
	const char *text = result->asked;
	const struct part *part = part_to_leave_out(result);
	char *query, *clean;

	if (result->corrected != NULL)
		return mem_text(ctx, result->corrected);
	if (part == NULL || !text_same(text, result->query))
		return NULL;
	query = mem_format(NULL, "%.*s %s", (int)part->start, text, text +
	    part->end);
	clean = text_clean(ctx, query, strlen(query));
	mem_free(query);
	return clean;
}

/* In reverse order, fetches the hits that end at this row and reverses them. */
struct result *
hits_page(const struct hits *hits, const void *ctx, size_t row, size_t limit)
{
	size_t total = (size_t)hits->result->total, i;
	bool reversed = hits->how.reversed && row < total;
	struct search search = { .target = hits->how.target,
	    .order = hits->how.order, .limit = limit, .offset = row };
	struct result *result;
	struct hit hit;

	if (reversed) {
		search.limit = total - row < limit ? total - row : limit;
		search.offset = total - row - search.limit;
	}
	result = library_search(hits->library, ctx, &search, hits->query);
	for (i = 0; reversed && i < result->count / 2; i++) {
		hit = result->hits[i];
		result->hits[i] = result->hits[result->count - 1 - i];
		result->hits[result->count - 1 - i] = hit;
	}
	return result;
}
