/* Grids: helpers for pages with their own columns. */
#include "page/grid.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "base/text.h"

void
grid_pad(struct block *line, enum role role, const char *text, size_t cells)
{
	char *cut = text_cut(line, text, cells);
	size_t width = text_width(cut);

	assert(role < ROLE_COUNT);
	block_format(line, role, "%s%*s", cut, (int)(cells - width), "");
}

char *
grid_name(const void *ctx, struct library *library, const char *id,
    const char *label, const struct list *others)
{
	char *name = library_short_label(library, ctx, id);
	const char *aside = strstr(label, " (");

	if (strlen(name) < 2 || !isupper((unsigned char)name[1]))
		name = aside == NULL ? mem_text(ctx, label) : mem_text_n(ctx,
		    label, (size_t)(aside - label));
	return list_holds(others, name) ? mem_text(ctx, label) : name;
}
