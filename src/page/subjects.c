/* The filter by subjects: people, animals or cells. */
#include "page/subjects.h"

#include <stddef.h>

#include "base/text.h"
#include "record/address.h"

static const struct {
	const char	*id;		/* of subjects */
	const char	*words;
	const char	*only;
	size_t		 offset;
	bool		 in_turn;	/* one of the filters that the filter
					   key cycles through */
} lenses[] = {
	{ "human", "people", "people only",
	  offsetof(struct subject_counts, people), true },
	{ "animal", "animals", "animals only",
	  offsetof(struct subject_counts, animals), true },
	{ "cells", "cells", "cells only",
	  offsetof(struct subject_counts, cells), true },
	{ "none", "none (theory, teaching, opinion, bench)",
	  "works without participants",
	  offsetof(struct subject_counts, nobody), false },
};
enum { LENSES = COUNT(lenses) };

static long *
count_at(struct subject_counts *counts, size_t i)
{
	return (long *)(void *)((char *)counts + lenses[i].offset);
}

static size_t
find_lens(const char *id)
{
	size_t i;

	for (i = 0; i < LENSES; i++)
		if (text_same(lenses[i].id, id))
			break;
	return i;
}

struct subject_counts
subjects_of_result(struct library *library, const struct result *result)
{
	void *scratch = mem_context(NULL);
	struct list rows = library_facet(library, scratch, result,
	    "subjects");
	struct subject_counts counts = { .unknown = result->total -
	    result->repeated };
	const struct facet_count *row;
	size_t i;

	for (i = 0; i < rows.count; i++) {
		row = list_at(&rows, i);
		if (find_lens(row->id) == LENSES)
			continue;
		*count_at(&counts, find_lens(row->id)) = row->count;
		counts.unknown -= row->count;
	}
	mem_free(scratch);
	return counts;
}

void
subjects_add(struct subject_counts *counts, const struct work *work)
{
	size_t lens = find_lens(work->subjects);

	++*(lens < LENSES ? count_at(counts, lens) : &counts->unknown);
}

char *
subjects_say(const void *ctx, const struct subject_counts *counts)
{
	struct subject_counts copy = *counts;
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < LENSES; i++)
		if (*count_at(&copy, i) > 0)
			buf_format(ctx, &out, "%s%.*s %ld", out.len > 0 ?
			    ", " : "", (int)strcspn(lenses[i].words, " "),
			    lenses[i].words, *count_at(&copy, i));
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

const char *
subjects_warning(const struct subject_counts *counts)
{
	if (counts->people > 0)
		return counts->unknown > 0 || counts->uncontrolled <
		    counts->people ? NULL :
		    "IN PEOPLE ONLY WITHOUT A FAIR COMPARISON: pilots, cases, "
		    "before-after studies or opinion.";
	if (counts->animals + counts->cells + counts->nobody == 0)
		return NULL;
	if (counts->unknown > 0)
		return "NO STUDY IN PEOPLE IS RECORDED HERE; for some works "
		    "the population is not recorded.";
	return counts->animals + counts->cells == 0 ? "NOT STUDIED "
	    "IN ANYONE: theory, teaching or opinion only." :
	    "NOT STUDIED IN PEOPLE: no study in people is recorded here.";
}

const char *
subjects_next(const char *lens)
{
	size_t i = lens == NULL ? 0 : find_lens(lens) + 1;

	return i < LENSES && lenses[i].in_turn ? lenses[i].id : NULL;
}

const char *
subjects_name(const char *lens)
{
	return lens == NULL || find_lens(lens) == LENSES ? "all" :
	    lenses[find_lens(lens)].only;
}

char *
subjects_query(const void *ctx, const char *query, const char *lens)
{
	bool several = lens != NULL && strstr(query, " OR ") != NULL;

	if (lens == NULL)
		return mem_text(ctx, query);
	return mem_format(ctx, "%s%s%s%ssubjects:%s", several ? "(" : "",
	    query, several ? ")" : "", *query == '\0' ? "" : " ", lens);
}

const char *
subjects_of_query(const void *ctx, const char *query, char **rest)
{
	static const char field[] = "subjects:";
	const char *last = strrchr(query, ' ');
	size_t at;

	last = last == NULL ? query : last + 1;
	*rest = mem_text(ctx, query);
	if (!text_begins(last, field))
		return NULL;
	at = find_lens(last + sizeof(field) - 1);
	if (at == LENSES)
		return NULL;
	*rest = mem_text_n(ctx, query, last == query ? 0 :
	    (size_t)(last - query) - 1);
	return lenses[at].id;
}

/* The filter in use, and the number of works that it hides. */
static void
put_shown(struct doc *doc, struct subject_counts *counts, const char *lens)
{
	struct block *row = doc_row(doc, "Shown");
	long hidden = 0;
	size_t i;

	for (i = 0; i < LENSES; i++)
		hidden += i == find_lens(lens) ? 0 : *count_at(counts, i);
	block_add(row, ROLE_WARNING, subjects_name(lens));
	if (hidden > 0)
		block_format(row, ROLE_WARNING, "; %ld other %s hidden",
		    hidden, hidden == 1 ? "work is" : "works are");
}

void
subjects_put(struct doc *doc, const struct subject_counts *counts, const char *query,
    const char *lens)
{
	struct subject_counts copy = *counts;
	struct address address = { .page = PAGE_SEARCH };
	struct block *line = NULL;
	bool any = false;
	size_t i;

	for (i = 0; i < LENSES; i++) {
		if (*count_at(&copy, i) == 0)
			continue;
		if (!any)
			line = doc_row(doc, "Studied in");
		block_text(line, any ? ", " : "");
		block_format(line, ROLE_TEXT, "%s: ", lenses[i].words);
		any = true;
		address.query = query == NULL ? "" : subjects_query(doc, query,
		    lenses[i].id);
		if (query != NULL)
			block_link(line, address_print(doc, &address),
			    mem_format(doc, "%ld", *count_at(&copy, i)));
		else
			block_format(line, ROLE_TEXT, "%ld", *count_at(&copy,
			    i));
	}
	if (lens != NULL)
		put_shown(doc, &copy, lens);
	if (subjects_warning(counts) != NULL)
		block_add(doc_paragraph(doc, 0), ROLE_WARNING,
		    subjects_warning(counts));
}

bool
subjects_shows(const char *lens, const struct work *work)
{
	return lens == NULL || text_same(work->subjects, lens);
}
