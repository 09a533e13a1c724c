/* Any text is a list of references: each found, not held, or none. */
#include "fuzz.h"

#include "page/page_refs.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct library *library = fuzz_library();
	void *ctx = mem_context(NULL);
	const struct refs *refs = refs_make(ctx, library, mem_text_n(ctx,
	    (const char *)bytes, n));
	const struct refs_row *row;
	size_t i;

	for (i = 0; i < refs->rows.count; i++) {
		row = list_at(&refs->rows, i);
		HOLD((row->status == REFS_NOT_HELD) == (row->reference ==
		    NULL));
	}
	HOLD(refs->rows.count == refs->count[REFS_FOUND] +
	    refs->count[REFS_DIFFERS] + refs->count[REFS_NOT_HELD]);
	fuzz_print(ctx, page_refs(ctx, refs), (unsigned)n);
	fuzz_hold_library(library);
	mem_free(ctx);
	return 0;
}
