/* The Markdown renderer (CommonMark 0.31). */
#include "export/formats.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "export/links.h"
#include "page/web_link.h"

struct markdown {
	const void	*ctx;
	struct list	 here;		/* addresses in this file */
	struct list	 wanted;	/* addresses that links in the
					   document lead to */
	const char	*mark;		/* the last mark, and where it ended */
	size_t		 closed;
	struct buf	 out;
};

static void
markdown_put(struct markdown *page, const char *text)
{
	buf_text(page->ctx, &page->out, text);
}

/* Escapes punctuation that could start markup. */
static void
markdown_put_escaped(struct markdown *page, const char *text, size_t n)
{
	for (; n > 0; n--, text++) {
		if (strchr("\\`*_[]<>#|~&", *text) != NULL)
			markdown_put(page, "\\");
		buf_add(page->ctx, &page->out, text, 1);
	}
}

/* Adds text, with its web addresses as links. */
static void
markdown_put_text(struct markdown *page, const char *text, size_t n)
{
	char *copy = mem_text_n(NULL, text, n), *at = copy, *address;
	struct web_link link;

	for (; web_link_find(at, &link); at += link.start + link.length) {
		markdown_put_escaped(page, at, link.start);
		if (link.skip > 0) {
			markdown_put(page, "[");
			markdown_put_escaped(page, at + link.start,
			    link.length);
			markdown_put(page, "](");
		}
		address = web_link_address(NULL, at, &link);
		buf_format(page->ctx, &page->out, "<%s>%s", address,
		    link.skip > 0 ? ")" : "");
		mem_free(address);
	}
	markdown_put_escaped(page, at, strlen(at));
	mem_free(copy);
}

/* Adds a link within the file, or plain text for other addresses. */
static void
markdown_put_link(struct markdown *page, const char *link, const char *text,
    size_t n)
{
	if (!links_lead(&page->here, link)) {
		markdown_put_text(page, text, n);
		return;
	}
	markdown_put(page, "[");
	markdown_put_escaped(page, text, n);
	buf_format(page->ctx, &page->out, "](<#%s>)", link);
}

/*
 * Whether emphasis may not start or end between two characters: the inner one
 * must not be a space, nor punctuation if the outer one is a letter (CommonMark
 * 0.31, 6.2).
 */
static bool
is_no_place(char within, char without)
{
	return within == ' ' || (ispunct((unsigned char)within) &&
	    without != '\0' && without != ' ' &&
	    !ispunct((unsigned char)without));
}

/* Adds a span between its marks; the character `after` follows it. */
static void
markdown_put_span(struct markdown *page, const struct span *span, char after)
{
	const char *mark = role_is_strong(span->role) ? "**" : span->italic ?
	    "*" : "", *text = span->text;
	char before = page->out.len == 0 ? '\0' :
	    page->out.data[page->out.len - 1];
	size_t n = strlen(text), end = n, start = 0;

	if (*mark != '\0') {
		while (start < end && is_no_place(text[start], start == 0 ?
		    before : text[start - 1]))
			start++;
		while (end > start && is_no_place(text[end - 1], end == n ?
		    after : text[end]))
			end--;
	}
	if (start == end) {
		markdown_put_link(page, span->link, text, n);
		return;
	}
	markdown_put_escaped(page, text, start);
	/* Adjacent marks would merge, so the emphasis continues. */
	if (start == 0 && page->closed == page->out.len && text_same(mark,
	    page->mark))
		page->out.len -= strlen(mark);
	else
		markdown_put(page, mark);
	markdown_put_link(page, span->link, text + start, end - start);
	markdown_put(page, mark);
	page->mark = mark;
	page->closed = page->out.len;
	markdown_put_escaped(page, text + end, n - end);
}

static void
markdown_put_spans(struct markdown *page, const struct block *block,
    const char *end)
{
	const struct span *next;
	size_t i;

	for (i = 0; i < block->spans.count; i++) {
		next = i + 1 == block->spans.count ? NULL : list_at(
		    &block->spans, i + 1);
		markdown_put_span(page, list_at(&block->spans, i), next ==
		    NULL ? '\0' : *next->text);
	}
	markdown_put(page, end);
}

/* The target of links within the file. */
static void
markdown_put_anchor(struct markdown *page, const char *anchor)
{
	if (links_lead(&page->wanted, anchor))
		buf_format(page->ctx, &page->out, "<a id=\"%s\"></a>",
		    anchor);
}

static void
markdown_put_label(struct markdown *page, const struct block *block)
{
	markdown_put(page, "- **");
	markdown_put_link(page, block->label_link, block->label,
	    strlen(block->label));
	markdown_put(page, ":** ");
}

static bool
is_web_address(const struct block *block)
{
	const struct span *first = block->spans.count > 0 ? list_at(
	    &block->spans, 0) : NULL;

	return block->kind == BLOCK_VERBATIM && first != NULL &&
	    text_begins(first->text + strspn(first->text, " "), "http");
}

/* Whether two blocks belong to the same list or code block. */
static bool
markdown_goes_on(const struct block *before, const struct block *block)
{
	bool listed = block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW;

	if (before == NULL)
		return true;
	if (is_web_address(block) || is_web_address(before))
		return false;
	return listed ? before->kind == BLOCK_ITEM || before->kind ==
	    BLOCK_ROW : block->kind == BLOCK_VERBATIM && before->kind ==
	    BLOCK_VERBATIM;
}

/* Tables of GitHub Flavored Markdown, which most renderers support. */
static void
markdown_put_table(struct markdown *page, const struct table *table)
{
	const struct table_head *head;
	const struct table_row *row;
	size_t i, j;

	markdown_put(page, "| |");
	for (i = 0; i < table->heads.count; i++) {
		head = list_at(&table->heads, i);
		markdown_put(page, " ");
		markdown_put_link(page, head->link, head->label,
		    strlen(head->label));
		markdown_put(page, " |");
	}
	markdown_put(page, "\n|---|");
	for (i = 0; i < table->heads.count; i++)
		markdown_put(page, table->kind == TABLE_PROSE ? "---|" :
		    "--:|");
	for (i = 0; i < table->rows.count; i++) {
		row = list_at(&table->rows, i);
		markdown_put(page, "\n| ");
		markdown_put_spans(page, row->head, " |");
		for (j = 0; j < row->cells.count; j++) {
			markdown_put(page, " ");
			markdown_put_spans(page, list_at(&row->cells, j),
			    " |");
		}
	}
	markdown_put(page, "\n");
}

static void
markdown_put_block(struct markdown *page, const struct doc *doc,
    const struct block *block)
{
	const char *text;

	switch (block->kind) {
	case BLOCK_TITLE:
		markdown_put(page, "# ");
		markdown_put_anchor(page, doc->address);
		break;
	case BLOCK_HEADING:
		markdown_put(page, "## ");
		break;
	case BLOCK_ROW:
		markdown_put_label(page, block);
		break;
	case BLOCK_ITEM:
		markdown_put(page, block->indent > 0 ? "  - " : "- ");
		break;
	case BLOCK_VERBATIM:
		text = block_plain(page->ctx, block);
		if (is_web_address(block))
			buf_format(page->ctx, &page->out, "  <%s>\n", text +
			    strspn(text, " "));
		else
			buf_format(page->ctx, &page->out, "    %s\n", text);
		return;
	case BLOCK_PARAGRAPH:
		markdown_put(page, block->indent > 0 ? "  " : "");
		break;
	case BLOCK_TABLE:
		markdown_put_table(page, block->table);
		return;
	case BLOCK_GAP:
		break;
	}
	markdown_put_spans(page, block, "");
	markdown_put_anchor(page, block->anchor);
	markdown_put(page, "\n");
}

char *
print_markdown(const void *ctx, const struct list *docs,
    const struct print_options *options)
{
	bool whole = options->part == PRINT_WHOLE;
	struct markdown page = { ctx, whole ? links_here(ctx, docs) :
	    *options->leads, whole ? links_wanted(ctx, docs) :
	    *options->leads, NULL, 0, { .data = NULL } };
	const struct block *block, *before = NULL;
	const struct doc *doc;
	size_t i, j;

	for (i = 0; i < docs->count; i++) {
		doc = list_at(docs, i);
		for (j = 0; j < doc->blocks.count; j++) {
			block = list_at(&doc->blocks, j);
			if (block->kind == BLOCK_GAP || block->screen)
				continue;
			if (!markdown_goes_on(before, block))
				markdown_put(&page, "\n");
			markdown_put_block(&page, doc, block);
			before = block;
		}
	}
	return page.out.data != NULL ? page.out.data : mem_text(ctx, "");
}
