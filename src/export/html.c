/*
 * The HTML renderer: one file, without scripts or external resources; also
 * well-formed XML.
 */
#include "export/formats.h"

#include <string.h>

#include "base/text.h"
#include "export/links.h"
#include "page/web_link.h"

static const char file_head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
    "<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>";
static const char style[] =
    "</title>\n<style>\n"
    "body { max-width: 44em; margin: 2em auto; padding: 0 1em;"
    " font-family: serif; line-height: 1.45; }\n"
    "h1 { font-size: 1.3em; } h2 { font-size: 1.1em; }\n"
    "dt { font-weight: bold; } .indent { margin-left: 1.5em; }\n"
    "pre { line-height: 1.2; overflow-x: auto; }\n"
    "table { border-collapse: collapse; font-size: 0.9em; }\n"
    "th, td { padding: 0.15em 0.5em; vertical-align: top;"
    " border-bottom: 1px solid; }\n"
    "th { text-align: left; } .grid td { text-align: right; }\n"
    ".warning { font-weight: bold; }\n"
    "mark { background: none; font-weight: bold; }\n"
    ".sheet ul { padding-left: 0; list-style: none; margin: 0.4em 0 0; }\n"
    ".sheet p { margin: 0; }\n"
    "@page { size: A4; margin: 11mm; }\n"
    "@media print { body { max-width: none; margin: 0; padding: 0; }\n"
    ".sheet { font: 8.5pt/1.12 \"Times New Roman\", \"Liberation Serif\",\n"
    "\"DejaVu Serif Condensed\", serif; }"
    " .sheet p.indent { display: inline; }\n"
    " .sheet h2 { margin: 0.5em 0 0; break-after: avoid; }\n"
    ".sheet h1 { margin: 0; } a { color: inherit; text-decoration: none; } }\n"
    "</style>\n</head>\n";

static const char *const classes[ROLE_COUNT] = {
	[ROLE_GRADE] = "strong",
	[ROLE_FOR] = "strong",
	[ROLE_AGAINST] = "strong",
	[ROLE_MIXED] = "strong",
	[ROLE_WARNING] = "strong",
	[ROLE_HIT] = "mark",
};

struct html {
	const void		*ctx;
	const struct list	*docs;
	struct list		 here;		/* addresses in this file */
	struct buf		 out;
	const char		*open;		/* element around the current
						   blocks */
};

static void
put_escaped(struct html *page, const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		switch (text[i]) {
		case '&':
			buf_text(page->ctx, &page->out, "&amp;");
			break;
		case '<':
			buf_text(page->ctx, &page->out, "&lt;");
			break;
		case '>':
			buf_text(page->ctx, &page->out, "&gt;");
			break;
		case '"':
			buf_text(page->ctx, &page->out, "&quot;");
			break;
		default:
			buf_add(page->ctx, &page->out, text + i, 1);
		}
	}
}

static void
html_put(struct html *page, const char *text)
{
	put_escaped(page, text, strlen(text));
}

/* Adds text, with its web addresses as links. */
static void
html_put_text(struct html *page, const char *text)
{
	struct web_link link;
	char *address;

	for (; web_link_find(text, &link); text += link.start + link.length) {
		put_escaped(page, text, link.start);
		address = web_link_address(NULL, text, &link);
		buf_text(page->ctx, &page->out, "<a href=\"");
		put_escaped(page, address, strlen(address));
		mem_free(address);
		buf_text(page->ctx, &page->out, "\">");
		put_escaped(page, text + link.start, link.length);
		buf_text(page->ctx, &page->out, "</a>");
	}
	html_put(page, text);
}

/* Adds a link within the file, or plain text for other addresses. */
static void
html_put_link(struct html *page, const char *link, const char *text)
{
	bool leads = links_lead(&page->here, link);

	if (leads) {
		buf_text(page->ctx, &page->out, "<a href=\"#");
		html_put(page, link);
		buf_text(page->ctx, &page->out, "\">");
	}
	(leads ? html_put : html_put_text)(page, text);
	buf_text(page->ctx, &page->out, leads ? "</a>" : "");
}

static void
put_span(struct html *page, const struct span *span)
{
	const char *element = span->italic ? "em" : classes[span->role];

	if (element != NULL)
		buf_format(page->ctx, &page->out, "<%s>", element);
	html_put_link(page, span->link, span->text);
	if (element != NULL)
		buf_format(page->ctx, &page->out, "</%s>", element);
}

/* Adjacent rows share one element; so do adjacent items, and adjacent lines. */
static void
put_around(struct html *page, enum block_kind kind)
{
	const char *want = kind == BLOCK_ROW ? "dl" : kind == BLOCK_ITEM ?
	    "ul" : kind == BLOCK_VERBATIM ? "pre" : NULL;

	if (text_same(want, page->open))
		return;
	if (page->open != NULL)
		buf_format(page->ctx, &page->out, "</%s>\n", page->open);
	if (want != NULL)
		buf_format(page->ctx, &page->out, "<%s>%s", want,
		    kind == BLOCK_VERBATIM ? "" : "\n");
	page->open = want;
}

static void
put_element(struct html *page, const char *before,
    const struct block *block, const char *after)
{
	size_t i;

	buf_text(page->ctx, &page->out, before);
	for (i = 0; i < block->spans.count; i++)
		put_span(page, list_at(&block->spans, i));
	buf_text(page->ctx, &page->out, after);
}

/* A drawing is followed by its text. */
static void
html_put_line(struct html *page, const struct block *block)
{
	if (block->spoken == NULL) {
		put_element(page, "", block, "\n");
		return;
	}
	buf_text(page->ctx, &page->out, block->spoken->spans.count == 0 ?
	    "<span aria-hidden=\"true\">" : "<span role=\"img\" "
	    "aria-label=\"");
	if (block->spoken->spans.count > 0) {
		html_put(page, block_plain(page->ctx, block->spoken));
		buf_text(page->ctx, &page->out, "\">");
	}
	put_element(page, "", block, "</span>\n");
}

static void
html_put_table(struct html *page, const struct table *table)
{
	const struct table_head *head;
	const struct table_row *row;
	size_t i, j;

	buf_format(page->ctx, &page->out, "<table%s>\n<tr><td></td>",
	    table->kind == TABLE_PROSE ? "" : " class=\"grid\"");
	for (i = 0; i < table->heads.count; i++) {
		head = list_at(&table->heads, i);
		buf_text(page->ctx, &page->out, "<th scope=\"col\">");
		html_put_link(page, head->link, head->label);
		buf_text(page->ctx, &page->out, "</th>");
	}
	for (i = 0; i < table->rows.count; i++) {
		row = list_at(&table->rows, i);
		put_element(page, "</tr>\n<tr><th scope=\"row\">", row->head,
		    "</th>");
		for (j = 0; j < row->cells.count; j++)
			put_element(page, "<td>", list_at(&row->cells, j),
			    "</td>");
	}
	buf_text(page->ctx, &page->out, "</tr>\n</table>\n");
}

static void
html_put_paragraph(struct html *page, const struct block *block)
{
	buf_format(page->ctx, &page->out, "<p%s", block->indent > 0 ?
	    " class=\"indent\"" : "");
	if (block->anchor != NULL) {
		buf_text(page->ctx, &page->out, " id=\"");
		html_put(page, block->anchor);
		buf_text(page->ctx, &page->out, "\"");
	}
	put_element(page, ">", block, "</p>\n");
}

static void
html_put_block(struct html *page, const struct doc *doc,
    const struct block *block)
{
	put_around(page, block->kind);
	switch (block->kind) {
	case BLOCK_TITLE:
		buf_text(page->ctx, &page->out, "<h1 id=\"");
		html_put(page, doc->address);
		put_element(page, "\">", block, "</h1>\n");
		break;
	case BLOCK_HEADING:
		put_element(page, "<h2>", block, "</h2>\n");
		break;
	case BLOCK_PARAGRAPH:
		html_put_paragraph(page, block);
		break;
	case BLOCK_ROW:
		buf_text(page->ctx, &page->out, "<dt>");
		html_put_link(page, block->label_link, block->label);
		put_element(page, "</dt><dd>", block, "</dd>\n");
		break;
	case BLOCK_ITEM:
		put_element(page, "<li>", block, "</li>\n");
		break;
	case BLOCK_VERBATIM:
		html_put_line(page, block);
		break;
	case BLOCK_TABLE:
		html_put_table(page, block->table);
		break;
	case BLOCK_GAP:
		break;
	}
}

/* The title of the file, taken from its first page. */
static void
put_name(struct html *page)
{
	const struct doc *doc = page->docs->count > 0 ? list_at(page->docs, 0) :
	    NULL;
	const struct block *block = doc != NULL && doc->blocks.count > 0 ?
	    list_at(&doc->blocks, 0) : NULL;

	html_put(page, block != NULL && block->kind == BLOCK_TITLE ?
	    block_plain(page->ctx, block) : "strigil");
}

static void
html_begin(struct html *page)
{
	bool sheet = page->docs->count > 0 && ((const struct doc *)list_at(
	    page->docs, 0))->sheet;

	buf_text(page->ctx, &page->out, file_head);
	put_name(page);
	buf_text(page->ctx, &page->out, style);
	buf_text(page->ctx, &page->out, sheet ? "<body class=\"sheet\">\n" :
	    "<body>\n");
}

char *
print_html(const void *ctx, const struct list *docs,
    const struct print_options *options)
{
	struct html page = { ctx, docs, options->part == PRINT_WHOLE ?
	    links_here(ctx, docs) : *options->leads, { .data = NULL }, NULL };
	const struct doc *doc;
	const struct block *block;
	size_t i, j;

	if (options->part <= PRINT_FIRST)
		html_begin(&page);
	for (i = 0; i < docs->count; i++) {
		doc = list_at(docs, i);
		for (j = 0; j < doc->blocks.count; j++) {
			block = list_at(&doc->blocks, j);
			if (block->kind != BLOCK_GAP && !block->screen)
				html_put_block(&page, doc, block);
		}
		put_around(&page, BLOCK_GAP);
	}
	if (options->part == PRINT_WHOLE || options->part == PRINT_LAST)
		buf_text(ctx, &page.out, "</body>\n</html>\n");
	return page.out.data != NULL ? page.out.data : mem_text(ctx, "");
}
