/* Surfaces: the screen as a value. */
#include "page/surface.h"

#include <assert.h>

#include "base/mem.h"
#include "base/text.h"

struct surface *
surface_new(const void *ctx, size_t rows, size_t columns)
{
	struct surface *surface = mem_new(ctx, struct surface);

	surface->rows = rows < 1 ? 1 : rows;
	surface->columns = columns < 1 ? 1 : columns;
	surface->cells = mem_array(surface, struct cell, surface->rows *
	    surface->columns);
	surface_clear(surface);
	return surface;
}

static struct cell *
at(const struct surface *surface, size_t row, size_t column)
{
	assert(row < surface->rows && column < surface->columns);
	return &surface->cells[row * surface->columns + column];
}

const struct cell *
surface_cell(const struct surface *surface, size_t row, size_t column)
{
	return at(surface, row, column);
}

static void
blank_cell(struct cell *cell)
{
	*cell = (struct cell){ .text = " ", .width = 1, .role = ROLE_TEXT };
}

void
surface_clear(struct surface *surface)
{
	size_t i;

	for (i = 0; i < surface->rows * surface->columns; i++)
		blank_cell(&surface->cells[i]);
	surface->cursor_row = surface->cursor_column = 0;
}

/* Overwriting one half of a wide character clears the other half. */
static void
clear_halves(struct surface *surface, size_t row, size_t column)
{
	struct cell *cell = at(surface, row, column);

	if (cell->width == 0 && column > 0)
		blank_cell(at(surface, row, column - 1));
	if (cell->width == 2 && column + 1 < surface->columns)
		blank_cell(at(surface, row, column + 1));
	blank_cell(cell);
}

static void
surface_put_bytes(struct surface *surface, size_t row, size_t column,
    const char *s, size_t n, size_t width, enum role role)
{
	struct cell *cell;

	clear_halves(surface, row, column);
	if (width == 2)
		clear_halves(surface, row, column + 1);
	cell = at(surface, row, column);
	memcpy(cell->text, s, n);
	cell->text[n] = '\0';
	cell->width = (unsigned char)width;
	cell->role = (unsigned char)role;
	if (width < 2)
		return;
	cell = at(surface, row, column + 1);
	cell->text[0] = '\0';
	cell->width = 0;
	cell->role = (unsigned char)role;
}

/* Appends a combining mark to the character before it. */
static void
put_mark(struct surface *surface, size_t row, size_t column, const char *s,
    size_t n)
{
	struct cell *cell;

	if (column == 0)
		return;
	cell = at(surface, row, column - 1);
	if (cell->width == 0 && column > 1)
		cell = at(surface, row, column - 2);
	if (strlen(cell->text) + n < CELL_BYTES)
		strncat(cell->text, s, n);
}

size_t
surface_text(struct surface *surface, size_t row, size_t column, size_t most,
    enum role role, const char *text)
{
	void *scratch = mem_context(NULL);
	size_t start = column, n, width;
	const char *p;
	unsigned code;

	assert(role < ROLE_COUNT);
	assert(text != NULL);
	if (row >= surface->rows || column >= surface->columns) {
		mem_free(scratch);
		return 0;
	}
	if (most > surface->columns - column)
		most = surface->columns - column;
	text = surface->ascii ? text_cut_ascii(scratch, text_ascii(scratch,
	    text), most) : text_cut(scratch, text, most);
	for (p = text; *p != '\0'; p += n) {
		n = text_char(p, &code);
		width = text_width_n(p, n);
		if (width == 0) {
			put_mark(surface, row, column, p, n);
			continue;
		}
		surface_put_bytes(surface, row, column, p, n, width, role);
		column += width;
	}
	mem_free(scratch);
	return column - start;
}

void
surface_right(struct surface *surface, size_t row, enum role role,
    const char *text)
{
	size_t width = text_width(text);

	if (width + 1 < surface->columns)
		(void)surface_text(surface, row, surface->columns - width - 1,
		    width, role, text);
}

void
surface_role(struct surface *surface, size_t row, size_t column, size_t count,
    enum role role)
{
	size_t i;

	assert(role < ROLE_COUNT);
	if (row >= surface->rows)
		return;
	for (i = column; i < column + count && i < surface->columns; i++)
		at(surface, row, i)->role = (unsigned char)role;
}

void
surface_wipe(struct surface *surface, size_t row)
{
	size_t i;

	for (i = 0; row < surface->rows && i < surface->columns; i++)
		surface_put_bytes(surface, row, i, " ", 1, 1, ROLE_TEXT);
}

void
surface_paste(struct surface *surface, size_t row, size_t column,
    const struct surface *from)
{
	const struct cell *cell;
	size_t i, j;

	assert(from != surface);
	for (i = 0; i < from->rows && row + i < surface->rows; i++)
		for (j = 0; j < from->columns && column + j <
		    surface->columns; j++) {
			cell = at(from, i, j);
			if (cell->width == 2 && column + j + 1 >=
			    surface->columns)
				blank_cell(at(surface, row + i, column + j));
			else
				*at(surface, row + i, column + j) = *cell;
		}
}

void
surface_rule(struct surface *surface, size_t row)
{
	size_t i;

	for (i = 0; row < surface->rows && i < surface->columns; i++)
		surface_put_bytes(surface, row, i, surface->ascii ? "-" : "─",
		    surface->ascii ? 1 : strlen("─"), 1, ROLE_BAR);
}

void
surface_cursor(struct surface *surface, size_t row, size_t column)
{
	surface->cursor_row = row < surface->rows ? row : surface->rows - 1;
	surface->cursor_column = column < surface->columns ? column :
	    surface->columns - 1;
}

char *
surface_dump(const void *ctx, const struct surface *surface)
{
	struct buf out = { .data = NULL };
	size_t row, column, end;

	for (row = 0; row < surface->rows; row++) {
		end = out.len;
		for (column = 0; column < surface->columns; column++) {
			buf_text(ctx, &out, at(surface, row, column)->text);
			if (strcmp(at(surface, row, column)->text, " ") != 0)
				end = out.len;
		}
		out.len = end;
		buf_text(ctx, &out, "\n");
	}
	return out.data;
}

char *
surface_dump_roles(const void *ctx, const struct surface *surface)
{
	struct buf out = { .data = NULL };
	size_t row, column;
	char letter;

	for (row = 0; row < surface->rows; row++) {
		for (column = 0; column < surface->columns; column++) {
			letter = role_letter((enum role)at(surface, row,
			    column)->role);
			buf_add(ctx, &out, &letter, 1);
		}
		buf_text(ctx, &out, "\n");
	}
	return out.data;
}
