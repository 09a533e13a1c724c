/* The results of a search, and how the query was understood, as a document. */
#include "page/page_search.h"

#include <assert.h>

#include "base/text.h"
#include "page/found.h"
#include "page/highlight.h"
#include "page/page_answer.h"
#include "page/wording.h"
#include "page/snippet.h"
#include "page/tell.h"

enum { PIECE_HITS = 100, OUTCOMES_SHOWN = 3, SNIPPET_CELLS = 220,
	CORRECTED_MOST = 46 };

char *
wording_count(const void *ctx, enum rectype kind, long count)
{
	assert(kind < RECTYPE_COUNT);
	assert(count >= 0);
	return mem_format(ctx, "%ld %s", count, count == 1 ?
	    rectype_name(kind) : rectype_plural(kind));
}

char *
wording_total(const void *ctx, const struct result *result)
{
	if (result->repeated > 0)
		return mem_format(ctx, "%s in %ld reports", wording_count(ctx,
		    RECTYPE_WORK, result->total - result->repeated),
		    result->total);
	return wording_count(ctx, result->target, result->total);
}

/* The unknown words, as a list for a sentence. */
static char *
unknown_words(const void *ctx, const struct result *result)
{
	const struct part *part;
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < result->parts.count; i++) {
		part = list_at(&result->parts, i);
		if (part->alone == 0 && !part->negated)
			buf_format(ctx, &out, "%s\"%s\"", out.len > 0 ?
			    ", " : "", part->words);
	}
	return out.data;
}

/*
 * The correction on one line of the screen: for two long texts, only the part
 * that differs.
 */
static char *
wording_corrected(const void *ctx, const char *asked, const char *shown)
{
	size_t a = strlen(asked), b = strlen(shown), start = 0, i;

	if (a + b <= CORRECTED_MOST)
		return mem_format(ctx, "No results for \"%s\". Showing \"%s\"",
		    asked, shown);
	for (i = 0; asked[i] != '\0' && asked[i] == shown[i]; i++)
		if (asked[i] == ' ')
			start = i + 1;
	while (a > start && b > start && asked[a - 1] == shown[b - 1])
		a--, b--;
	while (asked[a] != '\0' && asked[a] != ' ')
		a++, b++;
	return mem_format(ctx, "No results for \"%.*s\". Showing \"%.*s\"",
	    (int)(a - start), asked + start, (int)(b - start), shown + start);
}

char *
wording_relaxation(const void *ctx, const struct result *result)
{
	char *unknown = unknown_words(ctx, result);
	char *corrected = result->corrected == NULL ? mem_text(ctx, "") :
	    wording_corrected(ctx, result->asked, result->corrected);
	const char *between = result->corrected == NULL ? "" : "; ";
	const char *language = result->language == NULL ? "" : mem_format(ctx,
	    "; %s", result->language);

	switch (result->match) {
	case MATCH_ALL:
		if (result->added > 0)
			return mem_format(ctx, "%ld full match%s and %ld more "
			    "from the answer", result->total - result->added,
			    result->total - result->added == 1 ? "" : "es",
			    result->added);
		return result->partial == 0 ? mem_text(ctx, "") :
		    mem_format(ctx, "%ld full match%s, then %zu "
		    "partial", result->total, result->total == 1 ? "" : "es",
		    result->partial);
	case MATCH_CORRECTED:
		return corrected;
	case MATCH_KNOWN:
		return mem_format(ctx, "%s%snot found: %s; showing results "
		    "for the other words%s", corrected, between, unknown,
		    language);
	case MATCH_SOME:
		return mem_format(ctx, "%s%sNo exact match. Showing partial "
		    "matches%s%s%s", corrected, between, unknown != NULL ?
		    "; not found: " : "", unknown != NULL ? unknown :
		    "", language);
	}
	return NULL;
}

char *
wording_notes(const void *ctx, const struct result *result)
{
	struct buf out = { .data = NULL };
	const struct note *note;
	size_t i;

	for (i = 0; i < result->notes.count; i++) {
		note = list_at(&result->notes, i);
		buf_text(ctx, &out, out.len > 0 ? "; \"" : "\"");
		buf_add(ctx, &out, result->asked + note->start, note->end -
		    note->start);
		buf_format(ctx, &out, "\": %s", note->text);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

char *
wording_unread(const void *ctx, const struct result *result, bool unknown)
{
	const char *const texts[] = { result->corrected == NULL ? "" :
	    wording_corrected(ctx, result->asked, result->corrected),
	    wording_notes(ctx, result) };
	const char *words = unknown && result->match > MATCH_CORRECTED ?
	    unknown_words(ctx, result) : NULL;
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < 2; i++)
		if (*texts[i] != '\0')
			buf_format(ctx, &out, "%s%s", out.len > 0 ? "; " : "",
			    texts[i]);
	if (words != NULL)
		buf_format(ctx, &out, "%snot found: %s", out.len > 0 ? "; " :
		    "", words);
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

static char *
wording_part(const void *ctx, const struct part *part)
{
	if (part->negated)
		return mem_format(ctx, "%s excludes %ld", part->words,
		    part->alone);
	if (part->alone == 0 && part->meaning != NULL)
		return mem_format(ctx, "%s (searched as %s): none", part->words,
		    part->meaning);
	if (part->alone == 0)
		return mem_format(ctx, "%s: not found%s%s%s",
		    part->words, part->suggestion == NULL ? "" :
		    "; did you mean \"", part->suggestion == NULL ? "" :
		    part->suggestion, part->suggestion == NULL ? "" :
		    "\"?");
	return mem_format(ctx, "%s%s%s%s: %ld; without it: %ld", part->words,
	    part->meaning == NULL ? "" : " (searched as ",
	    part->meaning == NULL ? "" : part->meaning, part->meaning == NULL ? "" : ")",
	    part->alone, part->without);
}

struct list
wording_emptiness(const void *ctx, const struct result *result)
{
	struct list lines = { .at = NULL };
	const struct part *part, *best = NULL;
	size_t i;

	for (i = 0; i < result->parts.count; i++) {
		part = list_at(&result->parts, i);
		if (!part->noted)
			list_add(ctx, &lines, wording_part(ctx, part));
		if (!part->negated && part->without > 0 &&
		    (best == NULL || part->without < best->without))
			best = part;
	}
	if (best != NULL && result->parts.count > 1)
		list_add(ctx, &lines, mem_format(ctx, "drop \"%s\" to see %ld",
		    best->words, best->without));
	if (result->language != NULL)
		list_add(ctx, &lines, mem_text(ctx, result->language));
	list_add(ctx, &lines, mem_text(ctx, "not covered here; evidence may "
	    "exist elsewhere"));
	return lines;
}

static void
put_snippet(struct doc *doc, const struct highlights *marks,
    const struct work *work)
{
	const char *where;
	char *text = snippet_of_work(doc, marks, work, SNIPPET_CELLS, &where);

	if (text != NULL)
		block_format(doc_paragraph(doc, 1), ROLE_TEXT, "%s: %s",
		    where, text);
}

static void
results_page_put_work(struct doc *doc, struct library *library,
    const struct highlights *marks, const struct asked_for *asked,
    const struct work *work)
{
	char *size = wording_size(doc, work), *about = wording_keywords(doc,
	    work);
	char *found = wording_found(doc, library, work, asked, OUTCOMES_SHOWN);
	struct block *line = doc_paragraph(doc, 0);

	block_link(line, address_of(doc, RECTYPE_WORK, work->id), work->id);
	block_format(line, ROLE_TEXT, "  %s, ", wording_short(doc, work));
	block_add(line, ROLE_GRADE, wording_level(doc, work));
	block_format(line, ROLE_TEXT, ", %s%s%s", work_design_label(work),
	    size == NULL ? "" : ", ", size == NULL ? "" : size);
	block_text(doc_paragraph(doc, 1), work->title);
	put_snippet(doc, marks, work);
	if (found != NULL)
		block_text(doc_paragraph(doc, 1), found);
	else if (about != NULL)
		block_format(doc_paragraph(doc, 1), ROLE_TEXT, "About: %s",
		    about);
	tell_caution(doc, work);
}

static void
results_page_put_claim(struct doc *doc, struct library *library,
    const struct claim *claim)
{
	struct block *line = doc_paragraph(doc, 0);

	block_link(line, address_of(doc, RECTYPE_CLAIM, claim->id), claim->id);
	block_format(line, ROLE_TEXT, "  %s", claim->statement);
	line = doc_paragraph(doc, 1);
	block_add(line, claim->verdict == NULL ? ROLE_TEXT : role_of_code(
	    claim->verdict), claim->verdict == NULL ? "no verdict" :
	    code_label(&verdicts, claim->verdict));
	block_format(line, ROLE_TEXT, "; %s, %s", wording_article_short(doc,
	    library, claim->article),
	    code_label(&hedges, claim->hedge));
	if (claim->verdict_reason != NULL)
		block_text(doc_paragraph(doc, 1), claim->verdict_reason);
}

static void
put_hit(struct doc *doc, struct library *library,
    const struct result *result, const struct highlights *marks,
    const struct asked_for *asked, const struct hit *hit)
{
	void *record;

	if (result->target == RECTYPE_WORK) {
		record = library_row(library, doc, RECTYPE_WORK, hit->record);
		if (record != NULL)
			results_page_put_work(doc, library, marks, asked,
			    record);
	} else {
		record = library_row(library, doc, RECTYPE_CLAIM, hit->record);
		if (record != NULL)
			results_page_put_claim(doc, library, record);
	}
	doc_gap(doc);
}

/* Results from `from` on, at most `most`. */
static void
put_hits(struct doc *doc, struct library *library,
    const struct result *result, const struct highlights *marks,
    const struct asked_for *asked, size_t from, size_t most)
{
	size_t first = doc->blocks.count, i;

	for (i = from; i < result->count && i - from < most; i++) {
		if (i > 0 && result->hits[i].partial &&
		    !result->hits[i - 1].partial) {
			(void)doc_heading(doc, "Partial matches");
			doc_gap(doc);
		}
		put_hit(doc, library, result, marks, asked, &result->hits[i]);
	}
	page_highlight(doc, marks, first);
}

void
put_interpretation(struct doc *doc, const struct result *result)
{
	doc_field(doc, "Searching for", *result->interpretation == '\0' ?
	    NULL : result->interpretation);
}

void
put_remarks(struct doc *doc, const struct result *result)
{
	const char *const remarks[] = { wording_relaxation(doc, result),
	    wording_notes(doc, result) };
	size_t i;

	for (i = 0; i < 2; i++)
		if (*remarks[i] != '\0')
			block_add(doc_row(doc, "Remark"), ROLE_WARNING,
			    remarks[i]);
}

static void
put_head(struct doc *doc, const struct result *result, bool remarks)
{
	struct block *head = doc_paragraph(doc, 0);
	/* Reports of harm come before other works, cited or not. */
	const bool cited_first = result->led && !result->harm;

	block_add(head, ROLE_HEADING, wording_total(doc, result));
	if (*result->query != '\0')
		block_format(head, ROLE_TEXT, " for: %s",
		    result->query);
	block_format(head, ROLE_TEXT, "  (by %s%s)",
	    order_name(result->order), cited_first ?
	    "; works cited in the answer first" : "");
	put_interpretation(doc, result);
	if (remarks)
		put_remarks(doc, result);
	doc_gap(doc);
}

static void
put_tail(struct doc *doc, const struct result *result)
{
	if (result->total > (long)result->count)
		block_format(doc_paragraph(doc, 0), ROLE_TEXT, "%ld more; use "
		    "-n all to print them", result->total -
		    (long)result->count);
}

void
put_result(struct doc *doc, struct library *library,
    const struct result *result, const struct answer *answer, bool remarks)
{
	put_head(doc, result, remarks);
	put_hits(doc, library, result, library_highlights(library, doc,
	    result), found_asked(doc, result, answer), 0, result->count);
	put_tail(doc, result);
}

struct search_pieces {
	struct library		*library;
	const struct result	*result;
	const struct answer	*answer;
	struct highlights	*marks;
	const struct asked_for	*asked;
	bool			 remarks;
	bool			 begun;
	size_t			 at;		/* the next result */
};

struct search_pieces *
page_search_pieces(const void *ctx, struct library *library,
    const struct result *result, bool remarks)
{
	struct search_pieces *pieces = mem_new(ctx, struct search_pieces);

	pieces->library = library;
	pieces->result = result;
	pieces->remarks = remarks;
	pieces->answer = result_answer(pieces, library, result);
	pieces->marks = library_highlights(library, pieces, result);
	pieces->asked = found_asked(pieces, result, pieces->answer);
	return pieces;
}

/* The parts before the results, the answer first. */
static void
put_beginning(struct doc *doc, const struct search_pieces *pieces)
{
	const struct address address = { .page = PAGE_SEARCH,
	    .query = pieces->result->asked };

	doc->address = address_print(doc, &address);
	if (pieces->answer != NULL && put_answer(doc, pieces->library,
	    pieces->answer))
		doc_gap(doc);
	put_found(doc, pieces->library, pieces->result, pieces->asked);
	put_head(doc, pieces->result, pieces->remarks);
}

/* Appends the next piece; false if there are no more. */
static bool
put_next(struct doc *doc, struct search_pieces *pieces, size_t most)
{
	const struct result *result = pieces->result;

	if (pieces->begun && pieces->at >= result->count)
		return false;
	if (!pieces->begun)
		put_beginning(doc, pieces);
	pieces->begun = true;
	put_hits(doc, pieces->library, result, pieces->marks, pieces->asked,
	    pieces->at, most);
	pieces->at = result->count - pieces->at > most ? pieces->at + most :
	    result->count;
	if (pieces->at == result->count)
		put_tail(doc, result);
	return true;
}

struct doc *
page_search_next(const void *ctx, struct search_pieces *pieces)
{
	struct doc *doc = doc_new(ctx, "search");

	if (put_next(doc, pieces, PIECE_HITS))
		return doc;
	mem_free(doc);
	return NULL;
}

struct doc *
page_search(const void *ctx, struct library *library,
    const struct result *result, bool remarks)
{
	struct doc *doc = doc_new(ctx, "search");

	(void)put_next(doc, page_search_pieces(doc, library, result,
	    remarks), result->count);
	return doc;
}
