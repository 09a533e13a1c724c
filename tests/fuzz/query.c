/* No query is an error: parsed, printed, planned and run on the real index. */
#include "fuzz.h"

#include <string.h>

#include "search/query.h"
#include "library/library.h"
#include "page/page_search.h"

/* What is printed means the same, and prints the same. */
static void
check_printing(void *ctx, const uint8_t *bytes, size_t n)
{
	struct query *query = query_parse(ctx, NULL, (const char *)bytes, n);
	char *printed = query_print(ctx, query);
	struct query *again = query_parse(ctx, NULL, printed, strlen(printed));
	const struct query_note *note;
	size_t i;

	HOLD(strcmp(query_print(ctx, again), printed) == 0);
	for (i = 0; i < query->notes.count; i++) {
		note = query->notes.at[i];
		HOLD(note->start <= note->end &&
		    note->end <= strlen(query->text));
	}
}

static void
check_search(void *ctx, const char *text, enum rectype target)
{
	struct library *library = fuzz_library();
	const struct search search = { .target = target,
	    .order = ORDER_COUNT, .limit = 20, .fill = 20 };
	struct result *result = library_search(library, ctx, &search, text);

	fuzz_hold_library(library);
	HOLD(result->count <= 20);
	HOLD(result->total >= 0);
	(void)wording_relaxation(ctx, result);
	(void)wording_notes(ctx, result);
	(void)wording_emptiness(ctx, result);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	void *ctx = mem_context(NULL);
	char *text = mem_text_n(ctx, (const char *)bytes, n);

	(void)fuzz_library();
	check_printing(ctx, bytes, n);
	check_search(ctx, text, RECTYPE_WORK);
	check_search(ctx, text, RECTYPE_CLAIM);
	mem_free(ctx);
	return 0;
}
