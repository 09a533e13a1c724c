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
    const char *label, size_t most)
{
	char *name = library_short_label(library, ctx, id);

	if (strlen(name) > 1 && isupper((unsigned char)name[1]))
		return name;
	name = text_fold(ctx, label);
	name[strcspn(name, " ")] = '\0';
	return mem_text_n(ctx, name, text_fit(name, most));
}

char *
grid_distinct(const void *ctx, const struct list *names, size_t number,
    size_t most)
{
	const char *name = list_at(names, number);
	size_t same = 1, i;

	assert(most > 2);
	for (i = 0; i < number; i++)
		same += text_same(name, list_at(names, i));
	if (same == 1)
		return mem_text(ctx, name);
	return mem_format(ctx, "%.*s%zu", (int)text_fit(name, most - (same < 10
	    ? 1 : 2)), name, same);
}
