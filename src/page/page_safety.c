/* What works report on harms, precautions and contraindications. */
#include "page/page_safety.h"

#include "base/text.h"
#include "page/makers.h"
#include "page/page_search.h"
#include "page/reporting.h"
#include "page/wording.h"
#include "record/topic.h"

enum { WORKS_MAX = 500 };

/* The kinds of reports on harms, worst first. */
enum harm { HARM_SEEN, HARM_NOT_SEEN, HARM_SAID, HARM_COUNT };

static const struct {
	const char	*direction;	/* direction of a finding; NULL: free
					   text only */
	const char	*heading;
	const char	*count;
} harms[HARM_COUNT] = {
	[HARM_SEEN] = { "safety-harm-reported", "Harm reported",
	    "harm reported in" },
	[HARM_NOT_SEEN] = { "safety-no-harm-reported",
	    "No harm reported", "no harm reported in" },
	[HARM_SAID] = { NULL, "Other reports of harm",
	    "other statements in" },
};

struct safety_page {
	struct doc		*doc;
	struct library		*library;
	struct list		 works[HARM_COUNT];
	const struct term	*precautions;	/* outcome for precautions;
						   NULL: none */
	struct list		 cautious;	/* struct work, on
						   precautions */
};

static const struct finding *
finding_with(const struct work *work, const char *direction)
{
	const struct finding *finding;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		if (text_same(finding->direction, direction))
			return finding;
	}
	return NULL;
}

static struct list
safety_take(struct safety_page *page, const char *query, const char *more)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL, .limit = WORKS_MAX, .strict = true };
	bool several = strstr(query, " OR ") != NULL;
	struct result *result = library_search(page->library, page->doc,
	    &search, mem_format(page->doc, "%s%s%s%s%s", several ? "(" : "",
	    query, several ? ")" : "", *query == '\0' ? "" : " ", more));
	struct list works = { .at = NULL };
	struct work *work;
	size_t i;

	for (i = 0; i < result->count; i++) {
		work = library_row(page->library, page->doc, RECTYPE_WORK,
		    result->hits[i].record);
		if (work != NULL)
			list_add(page->doc, &works, work);
	}
	return works;
}

static void
sort_out(struct safety_page *page, const struct list *works)
{
	const struct work *work;
	size_t i, harm;

	for (i = 0; i < works->count; i++) {
		work = list_at(works, i);
		for (harm = 0; harm < HARM_SAID; harm++)
			if (finding_with(work, harms[harm].direction) != NULL)
				break;
		if (harm < HARM_SAID || work->adverse_events != NULL)
			list_add(page->doc, &page->works[harm],
			    list_at(works, i));
	}
}

/* The outcome that is named contraindications or precautions. */
static const struct term *
find_precautions(struct safety_page *page)
{
	struct list ids = library_terms_of(page->library, page->doc,
	    facet_name(FACET_OUTCOME));
	const struct term *term;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		term = library_record(page->library, page->doc, RECTYPE_TERM,
		    list_at(&ids, i));
		if (term != NULL && (strstr(text_fold(page->doc, term->label),
		    "contraindication") != NULL || strstr(text_fold(page->doc,
		    term->label), "precaution") != NULL))
			return term;
	}
	return NULL;
}

static struct safety_page
safety_make(struct doc *doc, struct library *library, const char *query)
{
	struct safety_page page = { .doc = doc, .library = library };
	struct list works = safety_take(&page, query, "has:harms");

	sort_out(&page, &works);
	page.precautions = find_precautions(&page);
	if (page.precautions != NULL)
		page.cautious = safety_take(&page, query, library_clause(
		    library, doc, "outcome", page.precautions->id));
	return page;
}

static struct block *
safety_put_work(struct safety_page *page, const struct work *work)
{
	struct block *item = doc_item(page->doc, 0);

	block_link(item, address_of(page->doc, RECTYPE_WORK, work->id),
	    wording_short(page->doc, work));
	block_format(item, ROLE_TEXT, ", %s, %s, %s", work->subjects == NULL ?
	    "subjects not recorded" : code_label(&subjects, work->subjects),
	    work_design_label(work), wording_level(page->doc,
	    work));
	if (text_same(work->design, "expert-consensus"))
		block_add(item, ROLE_WARNING, ". Expert consensus, not "
		    "evidence from trials");
	block_text(item, ": ");
	return item;
}

static void
put_harm(struct safety_page *page, enum harm harm)
{
	const struct finding *finding;
	const struct work *work;
	size_t i;

	if (page->works[harm].count == 0)
		return;
	(void)doc_heading(page->doc, mem_format(page->doc, "%s: %s",
	    harms[harm].heading, wording_count(page->doc, RECTYPE_WORK,
	    (long)page->works[harm].count)));
	for (i = 0; i < page->works[harm].count; i++) {
		work = list_at(&page->works[harm], i);
		finding = harms[harm].direction == NULL ? NULL :
		    finding_with(work, harms[harm].direction);
		block_text(safety_put_work(page, work),
		    work->adverse_events != NULL ? work->adverse_events :
		    finding->statement);
	}
}

static void
put_precautions(struct safety_page *page)
{
	const struct finding *finding;
	const struct work *work;
	size_t i, j;

	if (page->precautions == NULL)
		return;
	(void)doc_heading(page->doc, page->precautions->label);
	if (page->cautious.count == 0)
		doc_para(page->doc, "No work recorded here covers this.");
	for (i = 0; i < page->cautious.count; i++) {
		work = list_at(&page->cautious, i);
		for (j = 0; j < work->findings.count; j++) {
			finding = list_at(&work->findings, j);
			if (text_same(finding->outcome,
			    page->precautions->id) || list_holds(
			    &finding->also_outcomes, page->precautions->id))
				block_text(safety_put_work(page, work),
				    finding->statement);
		}
		for (j = 0; j < work->unresolved.count; j++)
			block_format(doc_paragraph(page->doc, 1), ROLE_TEXT,
			    "Not confirmed: %s", (const char *)
			    list_at(&work->unresolved, j));
	}
}

/* Whether the findings on harms include one of the outcomes. */
static bool
has_outcome_of_harms(const struct safety_page *page, const struct list *outcomes)
{
	const struct finding *finding;
	const struct work *work;
	size_t harm, i;

	for (harm = 0; harm < HARM_SAID; harm++)
		for (i = 0; i < page->works[harm].count; i++) {
			work = page->works[harm].at[i];
			finding = finding_with(work, harms[harm].direction);
			if (list_holds(outcomes, finding->outcome))
				return true;
		}
	return false;
}

/* The answer of the first topic on harms in general, if any. */
static void
put_topic_on_harms(struct safety_page *page)
{
	struct list ids = library_ids(page->library, page->doc, RECTYPE_TOPIC);
	const struct topic *topic;
	struct block *line;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		topic = library_record(page->library, page->doc,
		    RECTYPE_TOPIC, ids.at[i]);
		if (topic != NULL && topic->conditions.count == 0 &&
		    has_outcome_of_harms(page, &topic->outcomes))
			break;
	}
	if (i == ids.count)
		return;
	line = doc_paragraph(page->doc, 0);
	block_link(line, address_of(page->doc, RECTYPE_TOPIC, topic->id),
	    topic->question);
	block_format(line, ROLE_TEXT, " %s", topic->answer);
}

/*
 * "Of 119 works, harm reported in 3, no harm reported in 15; not recorded in
 * 98."
 */
static void
put_harm_counts(struct safety_page *page, size_t total)
{
	struct block *line = doc_paragraph(page->doc, 0);
	size_t said = 0, harm;

	block_format(line, ROLE_TEXT, "Of %s: ", wording_count(page->doc,
	    RECTYPE_WORK, (long)total));
	for (harm = 0; harm < HARM_COUNT; harm++) {
		said += page->works[harm].count;
		block_format(line, ROLE_TEXT, "%s %zu, ", harms[harm].count,
		    page->works[harm].count);
	}
	block_format(line, ROLE_TEXT, "harms not recorded in %zu.  A harm that "
	    "is not recorded has not been ruled out.", said < total ? total - said : 0);
}

static void
safety_put_all(struct doc *doc, struct library *library, const char *query,
    size_t total)
{
	struct safety_page page = safety_make(doc, library, query);
	int harm;

	if (*query == '\0')
		put_topic_on_harms(&page);
	put_harm_counts(&page, total);
	for (harm = 0; harm < HARM_COUNT; harm++)
		put_harm(&page, (enum harm)harm);
	put_precautions(&page);
}

/*
 * The query if it finds works, else the corrected one; NULL if neither matches
 * every word.
 */
static const char *
meant(const struct result *result, const char *query)
{
	if (result->match == MATCH_CORRECTED)
		return result->corrected;
	return result->match == MATCH_ALL && result->total > 0 ?
	    query : NULL;
}

struct doc *
page_safety(const void *ctx, struct library *library,
    const struct address *address)
{
	const struct address claims = { .page = PAGE_CLAIMS,
	    .query = "kind:safety" };
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL };
	struct doc *doc = doc_new(ctx, "safety");
	const struct result *result = library_search(library, doc, &search,
	    address->query);
	const char *query = meant(result, address->query);

	doc->address = address_print(doc, address);
	(void)doc_title(doc, mem_format(doc, "Safety%s%s", *address->query ==
	    '\0' ? "" : ": ", address->query));
	put_interpretation(doc, result);
	put_remarks(doc, result);
	doc_gap(doc);
	if (!reports_harms(library))
		doc_para(doc, "No work recorded here mentions harms. A harm "
		    "that is not recorded has not been ruled out.");
	else if (query != NULL)
		safety_put_all(doc, library, query, (size_t)result->total);
	else
		doc_para(doc, "No work matches all of these words, so nothing "
		    "can be said about safety.");
	doc_gap(doc);
	block_link(doc_row(doc, "See also"), address_print(doc, &claims),
	    "what popular articles claim about safety");
	return doc;
}

void
put_safety(struct doc *doc, struct library *library, const char *query)
{
	const struct address address = { .page = PAGE_SAFETY, .query = query };
	struct safety_page page = safety_make(doc, library, query);
	struct buf text = { .data = NULL };
	struct block *line;
	int harm;

	for (harm = 0; harm < HARM_COUNT; harm++)
		if (page.works[harm].count > 0)
			buf_format(doc, &text, "%s%s %s", text.len > 0 ?
			    ", " : "", harms[harm].count, wording_count(doc,
			    RECTYPE_WORK, (long)page.works[harm].count));
	if (page.cautious.count > 0)
		buf_format(doc, &text, "%s%s in %s", text.len > 0 ? ", " : "",
		    page.precautions->label, wording_count(doc, RECTYPE_WORK,
		    (long)page.cautious.count));
	if (text.len == 0)
		return;
	line = doc_row(doc, "Safety");
	block_link(line, address_print(doc, &address), text.data);
}
