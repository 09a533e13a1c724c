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
} subject_filters[] = {
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
enum { SUBJECT_FILTERS = COUNT(subject_filters) };

static long *
count_at(struct subject_counts *counts, size_t i)
{
	return (long *)(void *)((char *)counts + subject_filters[i].offset);
}

static size_t
find_subject_filter(const char *id)
{
	size_t i;

	for (i = 0; i < SUBJECT_FILTERS; i++)
		if (text_same(subject_filters[i].id, id))
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
		if (find_subject_filter(row->id) == SUBJECT_FILTERS)
			continue;
		*count_at(&counts, find_subject_filter(row->id)) = row->count;
		counts.unknown -= row->count;
	}
	mem_free(scratch);
	return counts;
}

void
subjects_add(struct subject_counts *counts, const struct work *work)
{
	size_t filter = find_subject_filter(work->subjects);

	++*(filter < SUBJECT_FILTERS ? count_at(counts, filter) :
	    &counts->unknown);
}

char *
subjects_say(const void *ctx, const struct subject_counts *counts)
{
	struct subject_counts copy = *counts;
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < SUBJECT_FILTERS; i++)
		if (*count_at(&copy, i) > 0)
			buf_format(ctx, &out, "%s%.*s %ld", out.len > 0 ?
			    ", " : "", (int)strcspn(subject_filters[i].words, " "),
			    subject_filters[i].words, *count_at(&copy, i));
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
subjects_next(const char *filter)
{
	size_t i = filter == NULL ? 0 : find_subject_filter(filter) + 1;

	return i < SUBJECT_FILTERS && subject_filters[i].in_turn ?
	    subject_filters[i].id : NULL;
}

const char *
subjects_name(const char *filter)
{
	return filter == NULL || find_subject_filter(filter) == SUBJECT_FILTERS ? "all" :
	    subject_filters[find_subject_filter(filter)].only;
}

char *
subjects_query(const void *ctx, const char *query, const char *filter)
{
	bool several = filter != NULL && strstr(query, " OR ") != NULL;

	if (filter == NULL)
		return mem_text(ctx, query);
	return mem_format(ctx, "%s%s%s%ssubjects:%s", several ? "(" : "",
	    query, several ? ")" : "", *query == '\0' ? "" : " ", filter);
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
	at = find_subject_filter(last + sizeof(field) - 1);
	if (at == SUBJECT_FILTERS)
		return NULL;
	*rest = mem_text_n(ctx, query, last == query ? 0 :
	    (size_t)(last - query) - 1);
	return subject_filters[at].id;
}

/* The filter in use, and the number of works that it hides. */
static void
put_shown(struct doc *doc, struct subject_counts *counts, const char *filter)
{
	struct block *row = doc_row(doc, "Shown");
	long hidden = 0;
	size_t i;

	for (i = 0; i < SUBJECT_FILTERS; i++)
		hidden += i == find_subject_filter(filter) ? 0 : *count_at(counts, i);
	block_add(row, ROLE_WARNING, subjects_name(filter));
	if (hidden > 0)
		block_format(row, ROLE_WARNING, "; %ld other %s hidden",
		    hidden, hidden == 1 ? "work is" : "works are");
}

void
subjects_put(struct doc *doc, const struct subject_counts *counts, const char *query,
    const char *filter)
{
	struct subject_counts copy = *counts;
	struct address address = { .page = PAGE_SEARCH };
	struct block *line = NULL;
	bool any = false;
	size_t i;

	for (i = 0; i < SUBJECT_FILTERS; i++) {
		if (*count_at(&copy, i) == 0)
			continue;
		if (!any)
			line = doc_row(doc, "Studied in");
		block_text(line, any ? ", " : "");
		block_format(line, ROLE_TEXT, "%s: ", subject_filters[i].words);
		any = true;
		address.query = query == NULL ? "" : subjects_query(doc, query,
		    subject_filters[i].id);
		if (query != NULL)
			block_link(line, address_print(doc, &address),
			    mem_format(doc, "%ld", *count_at(&copy, i)));
		else
			block_format(line, ROLE_TEXT, "%ld", *count_at(&copy,
			    i));
	}
	if (filter != NULL)
		put_shown(doc, &copy, filter);
	if (subjects_warning(counts) != NULL)
		block_add(doc_paragraph(doc, 0), ROLE_WARNING,
		    subjects_warning(counts));
}

bool
subjects_shows(const char *filter, const struct work *work)
{
	return filter == NULL || text_same(work->subjects, filter);
}
