/* Lines typed earlier. */
#include "tui/lines.h"

#include <assert.h>

#include "base/text.h"

struct lines {
	struct list	all;
	size_t		most;
	size_t		fresh;
};

struct lines *
lines_new(const void *ctx, size_t most)
{
	struct lines *lines = mem_new(ctx, struct lines);

	lines->most = most;
	return lines;
}

static void
lines_drop(struct lines *lines, size_t i)
{
	mem_free(list_take(&lines->all, i));
}

void
lines_add(struct lines *lines, const char *line)
{
	size_t i;

	assert(line != NULL);
	if (*line == '\0' || lines->most == 0)
		return;
	for (i = 0; i < lines->all.count; i++)
		if (text_same(list_at(&lines->all, i), line))
			break;
	if (i < lines->all.count)
		lines_drop(lines, i);
	else if (i == lines->most)
		lines_drop(lines, 0);
	list_add(lines, &lines->all, mem_text(lines, line));
	if (lines->fresh < lines->all.count)
		lines->fresh++;
}

size_t
lines_count(const struct lines *lines)
{
	return lines->all.count;
}

size_t
lines_fresh(const struct lines *lines)
{
	return lines->fresh;
}

void
lines_settle(struct lines *lines)
{
	lines->fresh = 0;
}

const char *
lines_at(const struct lines *lines, size_t i)
{
	assert(i < lines->all.count);
	return list_at(&lines->all, i);
}
