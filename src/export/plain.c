/* The plain text renderer. */
#include "export/plain.h"

#include "base/text.h"
#include "page/layout.h"
#include "page/web_link.h"

/* ECMA-48: 1 is bold, 4 underlined; there are no colours. */
static const char *const attributes[ROLE_COUNT] = {
	[ROLE_TITLE] = "1",
	[ROLE_HEADING] = "1",
	[ROLE_HIT] = "1;4",
	[ROLE_GRADE] = "1",
	[ROLE_FOR] = "1",
	[ROLE_AGAINST] = "1",
	[ROLE_MIXED] = "1",
	[ROLE_WARNING] = "1",
};

static void
put_piece(const void *ctx, struct buf *out, const struct piece *piece,
    bool style)
{
	const char *attribute = style ? attributes[piece->role] : NULL;

	if (attribute != NULL)
		buf_format(ctx, out, "\033[%sm", attribute);
	if (piece->whole != NULL)
		web_link_mark(ctx, out, piece->whole, piece->from,
		    piece->from + strlen(piece->text));
	else
		buf_text(ctx, out, piece->text);
	if (attribute != NULL)
		buf_text(ctx, out, "\033[m");
}

static void
plain_put_line(const void *ctx, struct buf *out, const struct line *line,
    bool style)
{
	const struct piece *piece;
	size_t column = 0, i;

	for (i = 0; i < line->pieces.count; i++) {
		piece = list_at(&line->pieces, i);
		for (; column < piece->column; column++)
			buf_text(ctx, out, " ");
		put_piece(ctx, out, piece, style);
		column += text_width(piece->text);
	}
	buf_text(ctx, out, "\n");
}

static bool
plain_is_blank(const struct line *line)
{
	return line->pieces.count == 0;
}

char *
print_plain(const void *ctx, const struct doc *doc,
    const struct print_options *options)
{
	const struct layout_options how = { options->width, options->ascii,
	    false, 0, options->hyperlinks && !options->ascii };
	struct layout *layout = layout_make(NULL, doc, &how);
	struct buf out = { .data = NULL };
	size_t i;

	while (layout->lines.count > 0 && plain_is_blank(
	    list_at(&layout->lines, layout->lines.count - 1)))
		layout->lines.count--;
	for (i = 0; i < layout->lines.count; i++)
		plain_put_line(ctx, &out, list_at(&layout->lines, i),
		    options->style);
	mem_free(layout);
	return out.data != NULL ? out.data : mem_text(ctx, "");
}
