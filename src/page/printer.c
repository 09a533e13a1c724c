/* Printers: the table of them, and those of text. */
#include "page/printer.h"

#include <string.h>

#include "base/text.h"

const struct printer printers[] = {
	{ "text", "for people, broken at the width", print_text },
	{ "linear", "for reading aloud: no columns, no drawing",
	  print_linear },
	{ "markdown", "CommonMark", print_markdown },
	{ "html", "one file for a browser, without scripts", print_html },
	{ "man", "man(7), for mandoc and groff", print_man },
};
const size_t printers_count = sizeof(printers) / sizeof(printers[0]);

const struct printer *
printer_find(const char *name)
{
	size_t i;

	for (i = 0; i < printers_count; i++)
		if (text_same(printers[i].name, name))
			return &printers[i];
	return NULL;
}

char *
block_plain(const void *ctx, const struct block *block)
{
	struct buf out = { .data = NULL };
	const struct span *span;
	size_t i;

	for (i = 0; i < block->spans.count; i++) {
		span = block->spans.at[i];
		buf_text(ctx, &out, span->text);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

char *
print_text(const void *ctx, const struct list *docs,
    const struct print_options *options)
{
	struct buf out = { .data = NULL };
	char *text;
	size_t i;

	for (i = 0; i < docs->count; i++) {
		text = print_plain(NULL, docs->at[i], options);
		buf_format(ctx, &out, "%s%s", i > 0 ? "\n" : "", text);
		mem_free(text);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* Read aloud: every block a line of its own that says what it is. */

static struct doc *
linear_doc(const void *ctx, const struct doc *doc)
{
	static const char *const names[] = { [BLOCK_TITLE] = "Title: ",
	    [BLOCK_HEADING] = "Heading: ", [BLOCK_GAP] = "" };
	struct doc *linear = doc_new(ctx, doc->address);
	const struct block *block;
	const char *name;
	char *text;
	size_t i;

	for (i = 0; i < doc->blocks.count; i++) {
		block = doc->blocks.at[i];
		name = (size_t)block->kind < sizeof(names) / sizeof(names[0])
		    && names[block->kind] != NULL ? names[block->kind] : "";
		text = text_clean(linear, block_plain(linear, block),
		    strlen(block_plain(linear, block)));
		if (block->label != NULL)
			doc_say(linear, mem_format(linear, "%s: %s",
			    text_clean(linear, block->label,
			    strlen(block->label)), text));
		else if (*text != '\0')
			doc_say(linear, mem_format(linear, "%s%s", name,
			    text));
	}
	return linear;
}

char *
print_linear(const void *ctx, const struct list *docs,
    const struct print_options *options)
{
	void *scratch = mem_context(NULL);
	struct list linear = { .at = NULL };
	char *out;
	size_t i;

	for (i = 0; i < docs->count; i++)
		list_add(scratch, &linear, linear_doc(scratch,
		    docs->at[i]));
	out = print_text(ctx, &linear, options);
	mem_free(scratch);
	return out;
}
