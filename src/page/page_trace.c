/* An article and the propositions that it states. */
#include "page/page_trace.h"

#include "base/text.h"
#include "page/makers.h"
#include "page/wording.h"

static const struct proposition *
trace_page_proposition_of(const void *ctx, struct library *library,
    const struct traced_claim *claim)
{
	return library_record(library, ctx, RECTYPE_PROPOSITION,
	    claim->known->id);
}

/* The number of claims with each verdict, in the order of the list. */
static void
count_verdicts(struct library *library, const struct trace *trace,
    size_t *counts, size_t *denied)
{
	void *scratch = mem_context(NULL);
	const struct proposition *proposition;
	const struct traced_sentence *sentence;
	const struct traced_claim *claim;
	const struct code *code;
	size_t i, j;

	for (i = 0; i < trace->sentences.count; i++) {
		sentence = list_at(&trace->sentences, i);
		for (j = 0; j < sentence->claims.count; j++) {
			claim = list_at(&sentence->claims, j);
			proposition = claim->near ? NULL :
			    trace_page_proposition_of(scratch, library, claim);
			code = proposition == NULL ? NULL : code_find(
			    &verdicts, proposition->verdict);
			if (code != NULL)
				counts[code - verdicts.at]++;
			*denied += !claim->near && claim->denied;
		}
	}
	mem_free(scratch);
}

/*
 * The summary "23 claims found: 2 supported in people, 5 mixed", owned by
 * `ctx`.
 */
static char *
wording_trace(const void *ctx, struct library *library,
    const struct trace *trace)
{
	size_t *counts = mem_array(ctx, size_t, verdicts.count), denied = 0, i;
	struct buf out = { .data = NULL };
	const char *before = ": ";

	if (trace->sentences.count == 0)
		return mem_text(ctx, "The text is empty");
	if (!trace->covered)
		return mem_text(ctx, "Not covered here: the text is about "
		    "another subject");
	if (trace->claims == 0)
		return mem_text(ctx, "No known claim found");
	count_verdicts(library, trace, counts, &denied);
	buf_format(ctx, &out, "%zu claim%s found", trace->claims,
	    trace->claims == 1 ? "" : "s");
	for (i = 0; i < verdicts.count; i++) {
		if (counts[i] == 0)
			continue;
		buf_format(ctx, &out, "%s%zu %s", before, counts[i],
		    verdicts.at[i].label);
		before = ", ";
	}
	if (denied > 0)
		buf_format(ctx, &out, "; the article denies %zu of them",
		    denied);
	return out.data;
}

static void
put_note(struct doc *doc, struct library *library,
    const struct traced_claim *claim, size_t number)
{
	const struct proposition *proposition = trace_page_proposition_of(doc,
	    library, claim);
	struct block *item = doc_item(doc, 1);

	if (proposition == NULL)
		return;
	block_format(item, ROLE_LABEL, "[%zu] ", number);
	if (claim->denied)
		block_add(item, ROLE_WARNING, "the article denies: ");
	block_link(item, address_of(doc, RECTYPE_PROPOSITION,
	    proposition->id), proposition->statement);
	block_text(item, " ");
	block_add(item, ROLE_GRADE, code_label(&verdicts,
	    proposition->verdict));
	block_format(item, ROLE_TEXT, ". %s", proposition->verdict_reason);
}

static bool
trace_page_is_marked(const struct traced_sentence *sentence)
{
	return sentence->claims.count > 0 && !((const struct traced_claim *)
	    list_at(&sentence->claims, 0))->near;
}

/* The notes on the sentences from..to, numbered from `number`. */
static size_t
put_notes(struct doc *doc, struct library *library,
    const struct trace *trace, size_t from, size_t to, size_t number)
{
	const struct traced_sentence *sentence;
	const struct traced_claim *claim;
	size_t i, j;

	for (i = from; i < to; i++) {
		sentence = list_at(&trace->sentences, i);
		if (!trace_page_is_marked(sentence))
			continue;
		number++;
		for (j = 0; j < sentence->claims.count; j++) {
			claim = list_at(&sentence->claims, j);
			if (!claim->near)
				put_note(doc, library, claim, number);
		}
	}
	return number;
}

/* A paragraph that starts at `at`; returns where the next one starts. */
static size_t
trace_page_put_paragraph(struct doc *doc, struct library *library,
    const struct trace *trace, size_t at, size_t *number)
{
	const struct traced_sentence *sentence = list_at(&trace->sentences, at);
	struct block *block;
	size_t end = at + 1, marked = *number, i;

	if (sentence->heading) {
		(void)doc_heading(doc, sentence->text);
		return end;
	}
	block = doc_paragraph(doc, 0);
	while (end < trace->sentences.count && !((const struct
	    traced_sentence *)list_at(&trace->sentences, end))->paragraph)
		end++;
	for (i = at; i < end; i++) {
		sentence = list_at(&trace->sentences, i);
		if (i > at)
			block_text(block, " ");
		block_add(block, trace_page_is_marked(sentence) ? ROLE_HIT :
		    ROLE_TEXT, sentence->text);
		if (trace_page_is_marked(sentence))
			block_format(block, ROLE_LABEL, " [%zu]", ++marked);
	}
	*number = put_notes(doc, library, trace, at, end, *number);
	doc_gap(doc);
	return end;
}

/* The text to trace is the query of the address. */
struct doc *
page_of_trace(const void *ctx, struct library *library,
    const struct address *address)
{
	struct err err = ERR_INIT;
	void *scratch = mem_context(NULL);
	const struct trace *trace = trace_article(knowledge_of(library),
	    scratch, address->query, strlen(address->query), &err);
	struct doc *doc = trace == NULL ? NULL : page_trace(ctx, library,
	    trace, "Your text");

	mem_free(scratch);
	return doc;
}

struct doc *
page_trace(const void *ctx, struct library *library,
    const struct trace *trace, const char *name)
{
	struct doc *doc = doc_new(ctx, "trace");
	size_t number = 0, at = 0;

	(void)doc_title(doc, name);
	block_add(doc_paragraph(doc, 0), ROLE_GRADE, wording_trace(doc,
	    library, trace));
	if (trace->claims > 0)
		doc_para(doc, "Sentences with a number state a proposition of "
		    "this bibliography; its verdict follows the paragraph. "
		    "Sentences without a number were not recognised; they may "
		    "be true or false.");
	if (trace->cut)
		block_add(doc_paragraph(doc, 0), ROLE_WARNING, "The file is "
		    "too large; only its first 4 MiB were read.");
	if (trace->cleaned)
		block_add(doc_paragraph(doc, 0), ROLE_WARNING, "Some bytes "
		    "were not valid UTF-8 and were replaced.");
	doc_gap(doc);
	while (at < trace->sentences.count)
		at = trace_page_put_paragraph(doc, library, trace, at, &number);
	return doc;
}
