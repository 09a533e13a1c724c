/* Any document can be laid out in any width, and printed in any format. */
#include "fuzz.h"

#include <locale.h>

#include "page/doc.h"

/* Spans of all roles, some of them links. */
static void
add_spans(const void *ctx, struct fuzz_input *input, struct block *block)
{
	unsigned left = fuzz_byte(input) % 5, role;

	while (left-- > 0) {
		role = fuzz_byte(input);
		if (role % 4 == 0)
			block_link(block, "term/pain", fuzz_text(ctx, input));
		else
			block_add(block, role % ROLE_COUNT, fuzz_text(ctx,
			    input));
	}
}

static void
add_table(const void *ctx, struct fuzz_input *input, struct doc *doc)
{
	struct table *table = doc_table(doc, fuzz_byte(input) % 3);
	unsigned columns = 1 + fuzz_byte(input) % 8, rows = fuzz_byte(input) %
	    6, column;
	struct table_row *row;

	for (column = 0; column < columns; column++)
		table_head(table, fuzz_text(ctx, input), fuzz_text(ctx, input),
		    column % 2 == 0 ? "term/pain" : NULL);
	while (rows-- > 0) {
		row = table_row(table, fuzz_byte(input) % 4);
		add_spans(ctx, input, row->head);
		for (column = 0; column < columns; column++)
			add_spans(ctx, input, table_cell(row));
	}
}

static void
add_block(const void *ctx, struct fuzz_input *input, struct doc *doc)
{
	unsigned kind = fuzz_byte(input), indent = fuzz_byte(input) % 8;

	switch (kind % 8) {
	case 0:
		add_spans(ctx, input, doc_heading(doc, fuzz_text(ctx,
		    input)));
		break;
	case 1:
		add_spans(ctx, input, doc_row(doc, fuzz_text(ctx, input)));
		break;
	case 2:
		add_spans(ctx, input, doc_item(doc, indent));
		break;
	case 3:
		add_spans(ctx, input, doc_line(doc));
		break;
	case 4:
		doc_gap(doc);
		break;
	case 5:
		add_table(ctx, input, doc);
		break;
	case 6:
		add_spans(ctx, input, block_spoken(doc_paragraph(doc,
		    indent)));
		break;
	default:
		add_spans(ctx, input, doc_paragraph(doc, indent));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct fuzz_input input = { bytes, bytes + n };
	void *ctx = mem_context(NULL);
	struct doc *doc = doc_new(ctx, "start");
	unsigned pick = fuzz_byte(&input);

	(void)setlocale(LC_ALL, "C.UTF-8");
	(void)doc_title(doc, fuzz_text(ctx, &input));
	while (input.at < input.end)
		add_block(ctx, &input, doc);
	fuzz_print(ctx, doc, pick);
	mem_free(ctx);
	return 0;
}
