/*
 * The pages of claims, propositions and articles: who makes the claim, on what
 * evidence, and the verdict.
 */
#include "page/makers.h"

#include "base/text.h"
#include "page/subjects.h"
#include "page/tell.h"
#include "page/wording.h"
#include "record/work_status.h"

struct claim_page {
	struct doc		*doc;
	struct library		*library;
	const char		*filter;
	struct list		 bearings;	/* all recorded works of the
						   claim */
};

static void
claim_put_verdict(struct doc *doc, const struct proposition *proposition)
{
	const struct code *row = code_find(&verdicts,
	    proposition->verdict);
	struct block *line = doc_row(doc, "Verdict");

	block_add(line, role_of_code(proposition->verdict), code_label(
	    &verdicts, proposition->verdict));
	block_format(line, ROLE_TEXT, " (on %s)", code_label(&verdict_bases,
	    proposition->verdict_on));
	doc_field(doc, "Why", proposition->verdict_reason);
	if (row != NULL)
		doc_field(doc, "Meaning", row->meaning);
}

/*
 * Adds the treatment studied, if it differs from what the bibliography is
 * about.
 */
static void
put_other_treatment(struct block *item, struct library *library,
    const struct work *work)
{
	const struct directness *directness = directness_of(library, work);

	if (directness != NULL && text_same(directness->indirect, "yes") &&
	    !text_same(work->subjects, "none"))
		block_format(item, ROLE_WARNING, ", treatment: %s",
		    directness->label);
}

static void
put_bearing(struct doc *doc, struct library *library,
    const struct bearing *bearing)
{
	const struct work *work = library_record(library, doc, RECTYPE_WORK,
	    bearing->work);
	struct block *item = doc_item(doc, 0);

	block_link(item, address_of(doc, RECTYPE_WORK, bearing->work),
	    work == NULL ? bearing->work : wording_short(doc, work));
	if (work != NULL) {
		block_format(item, ROLE_TEXT, ", %s, %s, %s", work->subjects ==
		    NULL ? "subjects not recorded" : code_label(&subjects,
		    work->subjects), work_design_label(work),
		    wording_level(doc, work));
		put_other_treatment(item, library, work);
	}
	block_text(item, ": ");
	block_add(item, ROLE_GRADE, wording_bears(work, bearing->bears));
	if (bearing->tie != NULL)
		block_format(item, ROLE_TEXT, " (%s)", code_label(&ties,
		    bearing->tie));
	block_format(item, ROLE_TEXT, ". %s", bearing->why);
	if (work != NULL && (work_is_retracted(work) ||
	    work_is_superseded(work)))
		block_format(item, ROLE_WARNING, " %s.", code_label(
		    &notice_kinds, work_status(work)->kind));
}

/* The headings under which a work may be listed. */
enum side { SIDE_ANY, SIDE_FOR, SIDE_AGAINST, SIDE_OTHER };

static bool
is_on(enum side side, const struct bearing *bearing)
{
	bool against = text_same(bearing->bears, "does-not-support") ||
	    text_same(bearing->bears, "contradicts");
	bool in_favour = text_same(bearing->bears, "supports");

	return side == SIDE_ANY || (side == SIDE_FOR && in_favour) ||
	    (side == SIDE_AGAINST && against) || (side == SIDE_OTHER &&
	    !in_favour && !against);
}

static bool
is_seen(struct library *library, const struct bearing *bearing,
    const char *filter)
{
	struct work *work = filter == NULL ? NULL : library_record(library,
	    NULL, RECTYPE_WORK, bearing->work);
	bool seen = filter == NULL || (work != NULL && subjects_shows(filter, work));

	mem_free(work);
	return seen;
}

/* Lists the studies on one side; if there are none, shows a text (if any). */
static void
put_bearings(struct claim_page *page, const char *heading,
    const struct list *list, enum side side, const char *none)
{
	bool any = false;
	size_t i;

	for (i = 0; i < list->count; i++) {
		if (!is_on(side, list_at(list, i)) || !is_seen(page->library,
		    list_at(list, i), page->filter))
			continue;
		if (!any)
			(void)doc_heading(page->doc, heading);
		any = true;
		put_bearing(page->doc, page->library, list_at(list, i));
	}
	if (list->count > 0 || none == NULL)
		return;
	(void)doc_heading(page->doc, heading);
	doc_para(page->doc, none);
}

/*
 * The labels of the relations of the works to the claim; "not read" depends on
 * the work.
 */
static const char **
claim_label_bearings(struct claim_page *page, const struct list *support)
{
	const char **labels = mem_array(page->doc, const char *,
	    support->count);
	const struct bearing *bearing;
	struct work *work;
	size_t i;

	for (i = 0; i < support->count; i++) {
		bearing = list_at(support, i);
		work = library_record(page->library, NULL, RECTYPE_WORK,
		    bearing->work);
		labels[i] = wording_bears(work, bearing->bears);
		mem_free(work);
	}
	return labels;
}

/*
 * The number of works with the same relation to the claim as work number
 * `first`; 0 if an earlier work has that relation.
 */
static size_t
count_alike(const char *const *labels, size_t n, size_t first)
{
	size_t i, count = 0;

	for (i = 0; i < n; i++) {
		if (!text_same(labels[i], labels[first]))
			continue;
		if (i < first)
			return 0;
		count++;
	}
	return count;
}

/*
 * Counts the cited works by their relation to the claim.  The counts are not
 * votes.
 */
static void
put_bearings_count(struct claim_page *page, const struct list *support)
{
	const char **labels = claim_label_bearings(page, support);
	const struct bearing *bearing;
	struct block *row = NULL;
	size_t i, j, count;

	for (i = 0; i < bearings.count; i++) {
		for (j = 0; j < support->count; j++) {
			bearing = list_at(support, j);
			count = !text_same(bearing->bears, bearings.at[i].id) ?
			    0 : count_alike(labels, support->count, j);
			if (count == 0)
				continue;
			if (row == NULL)
				row = doc_row(page->doc, "Cited sources");
			else
				block_text(row, ", ");
			block_format(row, ROLE_GRADE, "%zu %s", count,
			    labels[j]);
		}
	}
	mem_free(labels);
}

/* Whether the work studied the claim at all. */
static bool
has_studied(const struct bearing *bearing)
{
	return !text_same(bearing->bears, "not-tested") &&
	    !text_same(bearing->bears, "unknown");
}

/* Whether this is the first entry of a work that studied the claim. */
static bool
is_first(const struct list *list, size_t at)
{
	const struct bearing *this = list_at(list, at), *bearing;
	size_t i;

	for (i = 0; i < at; i++) {
		bearing = list_at(list, i);
		if (has_studied(bearing) && text_same(bearing->work,
		    this->work))
			return false;
	}
	return has_studied(this);
}

static void
claim_add_bearings(struct claim_page *page, const struct list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		list_add(page->doc, &page->bearings, list_at(list, i));
}

/* Counts the populations studied, and how many works lack a fair comparison. */
static struct subject_counts
claim_count_works(struct claim_page *page)
{
	struct subject_counts counts = { .people = 0 };
	const struct bearing *bearing;
	struct work *work;
	size_t i;

	for (i = 0; i < page->bearings.count; i++) {
		bearing = list_at(&page->bearings, i);
		work = !is_first(&page->bearings, i) ? NULL : library_record(
		    page->library, NULL, RECTYPE_WORK, bearing->work);
		if (work == NULL)
			continue;
		subjects_add(&counts, work);
		counts.uncontrolled += text_same(work->subjects, "human") &&
		    !text_same(work->design, "design-not-known") &&
		    !work_compares_people(work);
		mem_free(work);
	}
	return counts;
}

/* Only claims of an effect in people need a fair comparison. */
static void
put_subjects(struct claim_page *page, bool of_effects)
{
	struct subject_counts counts = claim_count_works(page);

	if (!of_effects)
		counts.uncontrolled = 0;
	subjects_put(page->doc, &counts, NULL, page->filter);
}

static bool
is_of_effects(const struct claim *claim)
{
	static const char *const kinds[] = { "mechanism", "condition",
		"outcome" };

	return TEXT_AMONG(claim->kind, kinds);
}

static void
put_article(struct doc *doc, struct library *library,
    const struct claim *claim)
{
	struct block *row = doc_row(doc, "Said by");

	block_link(row, address_of(doc, RECTYPE_ARTICLE, claim->article),
	    wording_article(doc, library, claim->article));
	block_format(row, ROLE_TEXT, ", %s", code_label(&hedges,
	    claim->hedge));
	if (claim->where != NULL)
		block_format(row, ROLE_TEXT, "; passage \"%s ...\"",
		    claim->where);
}

static void
claim_put_claims(struct doc *doc, struct library *library, const char *heading,
    const struct list *ids)
{
	const struct claim *claim;
	struct block *item;
	size_t i;

	if (ids->count == 0)
		return;
	(void)doc_heading(doc, heading);
	for (i = 0; i < ids->count; i++) {
		claim = library_record(library, doc, RECTYPE_CLAIM,
		    list_at(ids, i));
		if (claim == NULL)
			continue;
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, RECTYPE_CLAIM,
		    list_at(ids, i)), claim->statement);
		block_format(item, ROLE_TEXT, " (%s, %s)", wording_article_short(
		    doc, library, claim->article), code_label(&hedges,
		    claim->hedge));
	}
}

static void
claim_put_terms(struct doc *doc, struct library *library, const struct list *m,
    const struct list *c, const struct list *o, const struct list *t)
{
	doc_gap(doc);
	tell_terms(doc, library, "Mechanisms", m);
	tell_terms(doc, library, "Conditions", c);
	tell_terms(doc, library, "Outcomes", o);
	tell_terms(doc, library, "Techniques", t);
}

static void
put_dates(struct doc *doc, const char *added, const char *changed)
{
	doc_field(doc, "Added", added);
	doc_field(doc, "Changed", changed);
}

void
page_claim(struct doc *doc, struct library *library, const void *record,
    const char *filter)
{
	const struct claim *claim = record;
	const struct proposition *proposition = claim->group == NULL ? NULL :
	    library_record(library, doc, RECTYPE_PROPOSITION, claim->group);
	struct claim_page page = { .doc = doc, .library = library, .filter = filter };
	struct block *row;

	(void)doc_title(doc, claim->statement);
	doc_gap(doc);
	if (proposition != NULL)
		claim_put_verdict(doc, proposition);
	put_article(doc, library, claim);
	put_bearings_count(&page, &claim->support);
	claim_add_bearings(&page, &claim->support);
	claim_add_bearings(&page, &claim->related);
	put_subjects(&page, is_of_effects(claim));
	put_bearings(&page, "Cited by the article",
	    &claim->support, SIDE_ANY, "No cited source is recorded.");
	put_bearings(&page, "Other studies in support", &claim->related,
	    SIDE_FOR, NULL);
	put_bearings(&page, "Studies against",
	    &claim->related, SIDE_AGAINST, NULL);
	put_bearings(&page, "Other relevant studies", &claim->related,
	    SIDE_OTHER, "No other study is recorded in this bibliography.");
	claim_put_claims(doc, library, "Same claim in other articles",
	    &claim->same_as);
	claim_put_claims(doc, library, "Overlapping claims",
	    &claim->overlaps);
	claim_put_terms(doc, library, &claim->mechanisms, &claim->conditions,
	    &claim->outcomes, &claim->techniques);
	doc_field(doc, "About", code_label(&claim_kinds, claim->kind));
	if (proposition != NULL) {
		row = doc_row(doc, "Proposition");
		block_link(row, address_of(doc, RECTYPE_PROPOSITION,
		    proposition->id), proposition->statement);
	}
	tell_terms(doc, library, "Other terms", &claim->terms);
	put_dates(doc, claim->added, claim->changed);
	doc_field(doc, "Id", claim->id);
}

/*
 * Collects the works of a proposition's claims; returns whether any claim is
 * about an effect.
 */
static bool
take_members(struct claim_page *page, const struct proposition *proposition)
{
	const struct claim *claim;
	bool of_effects = false;
	size_t i;

	for (i = 0; i < proposition->members.count; i++) {
		claim = library_record(page->library, page->doc, RECTYPE_CLAIM,
		    list_at(&proposition->members, i));
		if (claim == NULL)
			continue;
		claim_add_bearings(page, &claim->support);
		claim_add_bearings(page, &claim->related);
		of_effects |= is_of_effects(claim);
	}
	return of_effects;
}

/* Lists each work once for each of its relations to the claim. */
static struct list
without_repeats(struct claim_page *page)
{
	struct list once = { .at = NULL };
	const struct bearing *this, *other;
	size_t i, j;

	for (i = 0; i < page->bearings.count; i++) {
		this = list_at(&page->bearings, i);
		for (j = 0; j < once.count; j++) {
			other = list_at(&once, j);
			if (text_same(this->work, other->work) &&
			    text_same(this->bears, other->bears))
				break;
		}
		if (j == once.count)
			list_add(page->doc, &once, list_at(&page->bearings, i));
	}
	return once;
}

/*
 * How many web pages make the claim; the bibliography records only the number.
 */
static void
put_popular(struct doc *doc, struct library *library,
    const struct proposition *proposition)
{
	const struct about *about = library_about(library);
	struct block *row;

	if (proposition->popular == NULL)
		return;
	row = doc_row(doc, "Popular");
	block_format(row, ROLE_TEXT, "on %s", proposition->popular);
	if (about != NULL && about->popular != NULL)
		block_format(row, ROLE_TEXT, " of %s",
		    about->popular->pages);
	block_text(row, " web pages");
}

void
page_proposition(struct doc *doc, struct library *library, const void *record,
    const char *filter)
{
	const struct proposition *proposition = record;
	struct claim_page page = { .doc = doc, .library = library, .filter = filter };
	bool of_effects = take_members(&page, proposition);
	struct list all;

	claim_add_bearings(&page, &proposition->works);
	all = without_repeats(&page);

	(void)doc_title(doc, proposition->statement);
	doc_gap(doc);
	claim_put_verdict(doc, proposition);
	put_popular(doc, library, proposition);
	put_subjects(&page, of_effects);
	claim_put_claims(doc, library, "Claims that state this",
	    &proposition->members);
	put_bearings(&page, "Studies in support", &all, SIDE_FOR, NULL);
	put_bearings(&page, "Studies against", &all, SIDE_AGAINST,
	    NULL);
	put_bearings(&page, "Other relevant studies", &all, SIDE_OTHER,
	    "None recorded in this bibliography.");
	claim_put_terms(doc, library, &proposition->mechanisms,
	    &proposition->conditions, &proposition->outcomes,
	    &proposition->techniques);
	tell_terms(doc, library, "Other terms", &proposition->terms);
	put_dates(doc, proposition->added, proposition->changed);
	doc_field(doc, "Id", proposition->id);
}

static void
put_article_authors(struct doc *doc, const struct article *article)
{
	const struct author *author;
	struct block *row;
	size_t i;

	if (article->authors.count == 0)
		return;
	row = doc_row(doc, "By");
	for (i = 0; i < article->authors.count; i++) {
		author = list_at(&article->authors, i);
		block_format(row, ROLE_TEXT, "%s%s%s%s", i > 0 ? ", " : "",
		    author->given != NULL ? author->given : "",
		    author->given != NULL ? " " : "", author->family);
	}
	if (text_same(article->and_others, "yes"))
		block_text(row, " and others");
	if (article->authors_note != NULL)
		block_format(row, ROLE_TEXT, " (%s)", article->authors_note);
}

void
page_article(struct doc *doc, struct library *library, const void *record,
    const char *only)
{
	const struct article *article = record;
	const struct work *work;
	struct block *item;
	size_t i;

	(void)only;
	(void)doc_title(doc, article->label);
	doc_gap(doc);
	doc_field(doc, "Article", article->id);
	if (!text_same(article->title, article->label))
		doc_field(doc, "Title", article->title);
	put_article_authors(doc, article);
	doc_field(doc, "Site", article->site);
	if (article->url != NULL)
		doc_verbatim(doc, article->url);
	doc_field(doc, "Date", article->date == NULL ? NULL :
	    mem_format(doc, "%s%s%s%s", article->date, article->date_note ==
	    NULL ? "" : " (", article->date_note == NULL ? "" :
	    article->date_note, article->date_note == NULL ? "" : ")"));
	doc_field(doc, "Claims", article->claims);
	doc_gap(doc);
	put_dates(doc, article->added, article->changed);
	doc_para(doc, article->description);
	(void)doc_heading(doc, "Works cited");
	if (article->works.count == 0)
		doc_para(doc, "None recorded.");
	for (i = 0; i < article->works.count; i++) {
		work = library_record(library, doc, RECTYPE_WORK,
		    list_at(&article->works, i));
		if (work == NULL)
			continue;
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, RECTYPE_WORK, work->id),
		    wording_short(doc, work));
		block_format(item, ROLE_TEXT, ". %s", work->title);
	}
}
