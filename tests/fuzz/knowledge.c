/*
 * The knowledge that an index keeps, with some of its bytes changed, or any
 * bytes in its place: refused, or it can be asked, and what it answers printed.
 * (A changed index is seldom believed; here its bytes come as they are.)
 */
#include "fuzz.h"

#include "answer/knowledge_pack.h"
#include "base/text.h"
#include "export/answers.h"
#include "page/page_answer.h"
#include "page/page_trace.h"

static const char article[] = "Scraping the skin breaks up scar tissue. It "
    "reduces pain of tennis elbow in most people, and is safe.\n";

/* The version stays: bytes of another one are not looked at. */
static struct buf
changed(const void *ctx, struct fuzz_input *input)
{
	struct buf kept = library_prepared(fuzz_library(), ctx), out;
	struct unpacker in = unpack_begin(kept.data, kept.len);
	size_t version = unpack_number(&in), at, n;
	const uint8_t *bytes;

	if (fuzz_byte(input) % 4 == 0) {
		out = (struct buf){ .data = NULL };
		pack_number(ctx, version, &out);
		buf_add(ctx, &out, (const char *)input->at, (size_t)
		    (input->end - input->at));
		return out;
	}
	while (input->at < input->end) {
		at = (size_t)fuzz_number(input, 3) % kept.len;
		n = fuzz_bytes(input, &bytes);
		if (at + n <= kept.len)
			memcpy(kept.data + at, bytes, n);
	}
	return kept;
}

/* With its library and tunings, as knowledge_unpack() wants it. */
static struct knowledge *
empty_knowledge(const void *ctx)
{
	const struct knowledge *whole = knowledge_of(fuzz_library());
	struct knowledge *knowledge = mem_new(ctx, struct knowledge);

	knowledge->library = fuzz_library();
	knowledge->propositions.tuning = whole->propositions.tuning;
	knowledge->topics.tuning = whole->topics.tuning;
	return knowledge;
}

static void
ask(const void *ctx, struct knowledge *knowledge, unsigned pick)
{
	static const char *const questions[] = { "does it help tennis elbow",
	    "is it safe", "breaks up scar tissue", "pain after surgery" };
	struct err err = ERR_INIT;
	const struct trace *trace = trace_article(knowledge, ctx, article,
	    sizeof(article) - 1, &err);
	struct doc *doc = doc_new(ctx, "ask");

	(void)put_answer(doc, knowledge->library, answer_find(knowledge, ctx,
	    questions[pick % 4]));
	fuzz_print(ctx, doc, pick);
	HOLD(trace != NULL);
	fuzz_print(ctx, page_trace(ctx, knowledge->library, trace, "Article"),
	    pick);
	json_decref(trace_json(knowledge->library, trace));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct fuzz_input input = { bytes, bytes + n };
	void *ctx = mem_context(NULL);
	struct buf kept = changed(ctx, &input);
	struct knowledge *knowledge = empty_knowledge(ctx);

	if (knowledge_unpack(knowledge, kept.data, kept.len))
		ask(ctx, knowledge, (unsigned)n);
	library_forgive(fuzz_library());
	fuzz_hold_library(fuzz_library());
	mem_free(ctx);
	return 0;
}
