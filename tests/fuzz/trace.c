/* Any article is traced or refused; its sentences are places in it. */
#include "fuzz.h"

#include "export/answers.h"
#include "page/page_trace.h"

static void
check_trace(const void *ctx, struct library *library,
    const struct trace *trace, size_t n)
{
	const struct traced_sentence *sentence;
	size_t at = 0, i;

	for (i = 0; i < trace->sentences.count; i++) {
		sentence = list_at(&trace->sentences, i);
		HOLD(sentence->start >= at);
		HOLD(sentence->start <= sentence->end);
		HOLD(sentence->end <= n);
		at = sentence->start;
	}
	fuzz_print(ctx, page_trace(ctx, library, trace, "Article"),
	    (unsigned)n);
	json_decref(trace_json(library, trace));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct library *library = fuzz_library();
	void *ctx = mem_context(NULL);
	struct err err = ERR_INIT;
	const struct trace *trace = trace_article(knowledge_of(library), ctx,
	    (const char *)bytes, n, &err);

	if (trace != NULL)
		check_trace(ctx, library, trace, n);
	else
		HOLD(*err.text != '\0');
	fuzz_hold_library(library);
	mem_free(ctx);
	return 0;
}
