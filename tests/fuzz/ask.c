/* Whatever is asked, there is an answer or none, and both can be printed. */
#include "fuzz.h"

#include "base/text.h"
#include "page/page_answer.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct library *library = fuzz_library();
	void *ctx = mem_context(NULL);
	struct doc *doc = doc_new(ctx, "ask");
	const struct answer *answer = answer_find(knowledge_of(library), ctx,
	    mem_text_n(ctx, (const char *)bytes, n));

	HOLD(answer->stated <= answer->propositions.count);
	(void)put_answer(doc, library, answer);
	fuzz_print(ctx, doc, (unsigned)n);
	fuzz_hold_library(library);
	mem_free(ctx);
	return 0;
}
