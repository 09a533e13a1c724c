/* PICO: a question in four lines, and how many works match after each line. */
#include "page/page_pico.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "page/makers.h"
#include "page/tell.h"
#include "page/wording.h"

enum { SHOWN_MAX = 10, ALL_LINES = (1 << PICO_LINES) - 1 };

const struct pico_line pico_lines[PICO_LINES] = {
	{ "people", "People", "condition, population or part of the body",
	  { "condition", "population", "region" } },
	{ "intervention", "Intervention", "treatment",
	  { "intervention", "instrument", "exposure" } },
	{ "comparator", "Comparator", "comparison", { "comparator" } },
	{ "outcome", "Outcome", "outcome", { "outcome" } },
};

const char **
pico_words(struct address *address, size_t line)
{
	const char **const slots[PICO_LINES] = { &address->people,
	    &address->intervention, &address->comparator, &address->outcome };

	assert(line < PICO_LINES);
	return slots[line];
}

static const char *
words_in_line(const struct address *address, size_t line)
{
	struct address copy = *address;
	const char *words = *pico_words(&copy, line);

	return words == NULL ? "" : words;
}

/* Queries. */

/* Returns the length of the text up to " or "; *next points past that. */
static size_t
alternative(const char *words, const char **next)
{
	const char *at;

	for (at = words; *at != '\0'; at++)
		if (strncasecmp(at, " or ", 4) == 0) {
			*next = at + 4;
			return (size_t)(at - words);
		}
	*next = at;
	return (size_t)(at - words);
}

/*
 * `FIELD:"WORDS"`; quotes in the words are removed, as they would end the
 * value.
 */
static void
add_value(const void *ctx, struct buf *out, const char *field,
    const char *words, size_t n)
{
	char *value = mem_text_n(ctx, words, n), *p;

	for (p = value; *p != '\0'; p++)
		if (*p == '"')
			*p = ' ';
	value = text_clean(ctx, value, strlen(value));
	if (*value != '\0')
		buf_format(ctx, out, "%s%s:\"%s\"", out->len > 0 ? " OR " : "",
		    field, value);
}

/* The alternatives of a line, each searched in all its fields. */
static char *
line_query(const void *ctx, const struct address *address, size_t line)
{
	const struct pico_line *row = &pico_lines[line];
	const char *at = words_in_line(address, line), *next;
	struct buf out = { .data = NULL };
	size_t n, i;

	for (; *at != '\0'; at = next) {
		n = alternative(at, &next);
		for (i = 0; row->fields[i] != NULL; i++)
			add_value(ctx, &out, row->fields[i], at, n);
	}
	return out.len == 0 ? NULL : strstr(out.data, " OR ") == NULL ?
	    out.data : mem_format(ctx, "(%s)", out.data);
}

char *
pico_query(const void *ctx, const struct address *address, unsigned lines)
{
	struct buf out = { .data = NULL };
	const char *query;
	size_t i;

	for (i = 0; i < PICO_LINES; i++) {
		query = (lines & 1U << i) == 0 ? NULL : line_query(ctx,
		    address, i);
		if (query != NULL)
			buf_format(ctx, &out, "%s%s", out.len > 0 ? " " : "",
			    query);
	}
	return mem_text(ctx, buf_string(&out));
}

/* Counts. */

struct pico {
	struct doc		*doc;
	struct library		*library;
	const struct address	*address;
	unsigned		 filled;	/* lines with words */
	long			 alone[PICO_LINES];
	long			 so_far[PICO_LINES];	/* combined with the
							   lines above */
	long			 without[PICO_LINES];
	long			 all;
};

/* Counts full matches only: no word is dropped or corrected. */
static struct result *
find(const struct pico *pico, const char *query, size_t limit)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL, .limit = limit, .strict = true };

	return library_search(pico->library, pico->doc, &search, query);
}

static long
count_lines(const struct pico *pico, unsigned lines)
{
	return find(pico, pico_query(pico->doc, pico->address, lines),
	    1)->total;
}

static void
count_all(struct pico *pico)
{
	unsigned above = 0;
	size_t i;

	for (i = 0; i < PICO_LINES; i++) {
		if (line_query(pico->doc, pico->address, i) == NULL)
			continue;
		above |= 1U << i;
		pico->alone[i] = count_lines(pico, 1U << i);
		pico->so_far[i] = count_lines(pico, above);
	}
	pico->filled = above;
	for (i = 0; i < PICO_LINES; i++)
		if ((above & 1U << i) != 0)
			pico->without[i] = count_lines(pico, above &
			    ~(1U << i));
	pico->all = count_lines(pico, above);
}

/* The page. */

static bool
is_filled(const struct pico *pico, size_t line)
{
	return (pico->filled & 1U << line) != 0;
}

/* The first line that leaves no results; PICO_LINES if there is none. */
static size_t
emptying_line(const struct pico *pico)
{
	size_t i;

	for (i = 0; i < PICO_LINES; i++)
		if (is_filled(pico, i) && pico->so_far[i] == 0)
			return i;
	return PICO_LINES;
}

static void
put_line(const struct pico *pico, size_t line, size_t emptying)
{
	struct block *row = doc_row(pico->doc, pico_lines[line].label);

	if (!is_filled(pico, line)) {
		block_text(row, "any");
		return;
	}
	block_add(row, ROLE_HIT, words_in_line(pico->address, line));
	block_format(row, ROLE_TEXT, ": %ld alone, %ld with the lines above",
	    pico->alone[line], pico->so_far[line]);
	if (line == emptying)
		block_add(row, ROLE_WARNING, "  <- no results from here on");
	else if (pico->all < pico->without[line])
		block_format(row, ROLE_TEXT, "; without it %ld",
		    pico->without[line]);
}

/*
 * For a line without results of its own, names other fields where its words
 * occur.
 */
static void
put_unknown(const struct pico *pico, size_t line)
{
	const char *words = words_in_line(pico->address, line);
	const struct result *anywhere = find(pico, words, 1);
	struct address search = { .page = PAGE_SEARCH, .query = words };
	struct block *block = doc_paragraph(pico->doc, 0);

	block_format(block, ROLE_WARNING, "No work has \"%s\" as its %s.",
	    words, pico_lines[line].roles);
	block_text(block, " Works that mention it anywhere: ");
	block_link(block, address_print(pico->doc, &search), mem_format(
	    pico->doc, "%ld", anywhere->total));
}

static void
put_without(const struct pico *pico, size_t line)
{
	struct address other = *pico->address;

	*pico_words(&other, line) = NULL;
	block_link(doc_item(pico->doc, 0), address_print(pico->doc, &other),
	    mem_format(pico->doc, "Without %s: %ld work%s",
	    pico_lines[line].name, pico->without[line], pico->without[line]
	    == 1 ? "" : "s"));
}

static void
pico_put_works(const struct pico *pico)
{
	char *query = pico_query(pico->doc, pico->address, ALL_LINES);
	const struct result *result = find(pico, query, SHOWN_MAX);
	struct address search = { .page = PAGE_SEARCH, .query = query };
	const struct work *work;
	struct block *item;
	char *found;
	size_t i;

	block_link(doc_row(pico->doc, "Query"), address_print(pico->doc,
	    &search), query);
	doc_gap(pico->doc);
	(void)doc_heading(pico->doc, mem_format(pico->doc, "%ld work%s%s",
	    result->total, result->total == 1 ? "" : "s", result->total >
	    SHOWN_MAX ? ", the strongest ten" : ""));
	for (i = 0; i < result->count; i++) {
		work = library_row(pico->library, pico->doc, RECTYPE_WORK,
		    result->hits[i].record);
		if (work == NULL)
			continue;
		item = doc_item(pico->doc, 0);
		block_link(item, address_of(pico->doc, RECTYPE_WORK, work->id),
		    wording_short(pico->doc, work));
		found = wording_overall(pico->doc, pico->library, work, NULL);
		block_format(item, ROLE_TEXT, ", %s, %s. %s",
		    work_design_label(work), wording_level(pico->doc, work),
		    found);
		tell_caution(pico->doc, work);
	}
}

struct doc *
page_pico(const void *ctx, struct library *library,
    const struct address *address)
{
	struct pico pico = { .doc = doc_new(ctx, "pico"), .library = library,
	    .address = address };
	size_t emptying, i;

	pico.doc->address = address_print(pico.doc, address);
	count_all(&pico);
	emptying = emptying_line(&pico);
	(void)doc_title(pico.doc, "PICO: a question in four lines");
	for (i = 0; i < PICO_LINES; i++)
		put_line(&pico, i, emptying);
	doc_gap(pico.doc);
	for (i = 0; i < PICO_LINES; i++)
		if (is_filled(&pico, i) && pico.alone[i] == 0)
			put_unknown(&pico, i);
	for (i = 0; i < PICO_LINES; i++)
		if (pico.all == 0 && is_filled(&pico, i) &&
		    pico.without[i] > 0)
			put_without(&pico, i);
	if (pico.filled == 0)
		doc_para(pico.doc, "Type ':people', ':intervention', "
		    "':comparator' or ':outcome' and words; write \"a or "
		    "b\" for alternatives.");
	else
		pico_put_works(&pico);
	pico.doc->found = pico.all;
	return pico.doc;
}
