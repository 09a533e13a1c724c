/* What works report on the outcomes or harms that a question asks about. */
#include "page/found.h"

#include "base/text.h"
#include "page/wording.h"

enum {
	OUTCOMES_MOST = 3,
	HARM_CELLS = 200,
	COUNTED_MOST = 300	/* works examined individually */
};

struct asked_for *
found_asked(const void *ctx, const struct result *result,
    const struct answer *answer)
{
	struct asked_for *asked = mem_new(ctx, struct asked_for);
	const struct concept *concept;
	size_t i;

	asked->harm = result->harm;
	for (i = 0; answer != NULL && i < answer->terms.count; i++) {
		concept = list_at(&answer->terms, i);
		if (concept->facet == FACET_OUTCOME &&
		    asked->outcomes.count < OUTCOMES_MOST)
			list_add(asked, &asked->outcomes, mem_text(asked,
			    concept->id));
	}
	return asked;
}

/* What a work reports on harms: harms, no harms, or free text. */
static char *
wording_harm(const void *ctx, const struct work *work)
{
	const struct finding *seen = work_harm(work, true);
	const struct finding *none = work_harm(work, false);
	const char *said = work->adverse_events;

	if (seen != NULL)
		return mem_format(ctx, "Harm reported: %s", text_cut(ctx,
		    seen->statement != NULL ? seen->statement : said != NULL ?
		    said : "see the work's page", HARM_CELLS));
	if (none != NULL)
		return mem_format(ctx, "No harm reported: %s", text_cut(ctx,
		    none->statement != NULL ? none->statement : said != NULL ?
		    said : "see the work's page", HARM_CELLS));
	return said != NULL ? mem_format(ctx, "Harms: %s", text_cut(ctx, said,
	    HARM_CELLS)) : mem_text(ctx, "Harms: not recorded");
}

static bool
compares(const struct code *direction)
{
	return direction == &direction_comparator || direction ==
	    &direction_differs || text_same(direction->id, "favours") ||
	    text_same(direction->id, "no-difference") ||
	    text_same(direction->id, "mixed");
}

char *
wording_found(const void *ctx, struct library *library,
    const struct work *work, const struct asked_for *asked, size_t most)
{
	const struct code *direction;
	struct buf out = { .data = NULL };
	const char *outcome;
	size_t i;

	if (asked->harm)
		return wording_harm(ctx, work);
	for (i = 0; i < asked->outcomes.count; i++) {
		outcome = list_at(&asked->outcomes, i);
		direction = library_direction(library, work, outcome, NULL);
		if (direction == NULL)
			continue;
		buf_format(ctx, &out, "%s%s: %s", out.data == NULL ? "" :
		    "; ", library_label(library, ctx, outcome),
		    wording_result(ctx, library, work, outcome, direction));
	}
	return out.data != NULL ? out.data : wording_directions(ctx, library,
	    work, most);
}

/* Counts. */

/* The categories counted, in display order. */
enum work_group { FOR, AGAINST, NO_DIFFERENCE, UNCLEAR, UNCOMPARED, UNTESTED, GROUPS };

static const char *const group_words[GROUPS] = {
	[FOR] = "in favour of what was studied",
	[AGAINST] = "in favour of the comparison",
	[NO_DIFFERENCE] = "no difference shown", [UNCLEAR] = "mixed",
	[UNCOMPARED] = "no comparison", [UNTESTED] = "not recorded",
};

static enum work_group
group_of(const struct work *work, const struct list *within)
{
	const struct code *direction = work_direction(work, within, NULL);

	if (direction == NULL || text_same(direction->id, "not-tested"))
		return UNTESTED;
	if (direction == &direction_comparator)
		return AGAINST;
	if (text_same(direction->id, "favours"))
		return FOR;
	if (text_same(direction->id, "no-difference"))
		return NO_DIFFERENCE;
	return compares(direction) ? UNCLEAR : UNCOMPARED;
}

enum harm_group { HARM_SEEN, HARM_NONE, HARM_WORDS, HARM_SILENT, HARM_GROUPS };

static const char *const harm_words[HARM_GROUPS] = {
	[HARM_SEEN] = "with harm reported",
	[HARM_NONE] = "with no harm reported",
	[HARM_WORDS] = "with other reports of harm",
	[HARM_SILENT] = "not recorded",
};

static enum harm_group
harm_group_of(const struct work *work)
{
	if (work_harm(work, true) != NULL)
		return HARM_SEEN;
	if (work_harm(work, false) != NULL)
		return HARM_NONE;
	return work->adverse_events != NULL ? HARM_WORDS : HARM_SILENT;
}

/*
 * Writes counts such as "people: 3 in favour of what was studied, 2 no
 * difference shown".
 */
static void
put_groups(struct doc *doc, const char *whom, const size_t *counts,
    const char *const *words, size_t n)
{
	struct block *line;
	bool first = true;
	size_t i;

	for (i = 0; i < n && counts[i] == 0; i++)
		continue;
	if (i == n)
		return;
	line = doc_item(doc, 0);
	block_format(line, ROLE_TEXT, "%s: ", whom);
	for (i = 0; i < n; i++) {
		if (counts[i] == 0)
			continue;
		block_format(line, ROLE_TEXT, "%s%zu %s", first ? "" : ", ",
		    counts[i], words[i]);
		first = false;
	}
}

static size_t
subjects_of(const struct work *work)
{
	size_t i;

	for (i = 0; i < subjects.count; i++)
		if (text_same(subjects.at[i].id, work->subjects))
			return i;
	return subjects.count;
}

enum { SUBJECTS_MOST = 8 };

/* The works of a result, counted by population. */
struct counted {
	size_t	works;
	size_t	groups[SUBJECTS_MOST][GROUPS];
};

static void
count_work(struct counted *counted, const struct work *work,
    const struct asked_for *asked, const struct list *within)
{
	size_t whom = subjects_of(work);

	counted->works++;
	counted->groups[whom < SUBJECTS_MOST ? whom : SUBJECTS_MOST - 1]
	    [asked->harm ? (size_t)harm_group_of(work) :
	    (size_t)group_of(work, within)]++;
}

/* Counts the full matches of a result, with one work at a time in memory. */
static void
count_works(struct counted *counted, struct library *library,
    const struct result *result, const struct asked_for *asked)
{
	void *scratch = mem_context(NULL);
	struct list within = { .at = NULL };
	struct work *work;
	int64_t row = 0;

	if (!asked->harm)
		within = library_within(library, scratch,
		    list_at(&asked->outcomes, 0));
	while ((work = library_next_results(library, scratch, result, &row)) !=
	    NULL) {
		count_work(counted, work, asked, &within);
		mem_free(work);
	}
	mem_free(scratch);
}

void
put_found(struct doc *doc, struct library *library,
    const struct result *result, const struct asked_for *asked)
{
	struct counted counted = { .works = 0 };
	size_t i;

	if ((asked->harm || asked->outcomes.count > 0) &&
	    result->target == RECTYPE_WORK && result->match <=
	    MATCH_CORRECTED && result->total >= 2 && result->total <=
	    COUNTED_MOST)
		count_works(&counted, library, result, asked);
	if (counted.works == 0)
		return;
	block_format(doc_paragraph(doc, 0), ROLE_LABEL, "%s in %zu %s (a count, "
	    "not a verdict):", asked->harm ? "Harms" : library_label(library,
	    doc, list_at(&asked->outcomes, 0)), counted.works,
	    counted.works == 1 ? rectype_name(RECTYPE_WORK) :
	    rectype_plural(RECTYPE_WORK));
	for (i = 0; i < SUBJECTS_MOST; i++)
		put_groups(doc, i < subjects.count ? subjects.at[i].label :
		    "subjects not recorded", counted.groups[i], asked->harm ?
		    harm_words : group_words, asked->harm ?
		    (size_t)HARM_GROUPS : (size_t)GROUPS);
}
