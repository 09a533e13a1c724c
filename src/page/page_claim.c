/*
 * The pages of claims, propositions and articles: who says so, on what
 * evidence, and what the verdict is.
 */
#include "page/page.h"

#include "base/text.h"
#include "page/lens.h"
#include "page/say.h"

struct view {
	struct doc		*doc;
	struct library		*library;
	const char		*lens;
	struct lens_counts	 counts;
	struct list		 seen;		/* ids of works counted */
};

static void
put_verdict(struct doc *doc, const struct proposition *proposition)
{
	const struct choice *row = choice_find(&verdicts,
	    proposition->verdict);
	struct block *line = doc_row(doc, "Verdict");

	block_add(line, ROLE_GRADE, choice_label(&verdicts,
	    proposition->verdict));
	block_format(line, ROLE_TEXT, " (on %s)", proposition->verdict_on);
	doc_tell(doc, "Why", proposition->verdict_reason);
	if (row != NULL)
		doc_tell(doc, "That means", row->meaning);
}

/* What kind of subjects a work is on, in words that cannot be missed. */
static const char *
nature(const struct work *work)
{
	if (work->subjects == NULL)
		return "subjects not known";
	return choice_label(&subjects, work->subjects);
}

static void
put_bearing(struct doc *doc, struct library *library,
    const struct bearing *bearing)
{
	const struct work *work = library_record(library, doc, KIND_WORK,
	    bearing->work);
	struct block *item = doc_item(doc, 0);

	block_link(item, address_of(doc, KIND_WORK, bearing->work),
	    work == NULL ? bearing->work : say_short(doc, work));
	if (work != NULL)
		block_format(item, ROLE_TEXT, ", %s, %s, %s", nature(work),
		    choice_label(&designs, work->design),
		    say_level(doc, work));
	block_text(item, ": ");
	block_add(item, ROLE_GRADE, choice_label(&bearings, bearing->bears));
	if (bearing->tie != NULL)
		block_format(item, ROLE_TEXT, " (%s)", choice_label(&ties,
		    bearing->tie));
	block_format(item, ROLE_TEXT, ". %s", bearing->why);
	if (work != NULL && work_is_retracted(work))
		block_add(item, ROLE_WARNING, " RETRACTED.");
}

/* Which works of a list stand under a heading. */
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
    const char *lens)
{
	struct work *work = lens == NULL ? NULL : library_record(library,
	    NULL, KIND_WORK, bearing->work);
	bool seen = lens == NULL || (work != NULL && lens_shows(lens, work));

	mem_free(work);
	return seen;
}

/* Bearings on one side; without any, what is said instead, or nothing. */
static void
put_bearings(struct view *view, const char *heading,
    const struct list *list, enum side side, const char *none)
{
	bool any = false;
	size_t i;

	for (i = 0; i < list->count; i++) {
		if (!is_on(side, list->at[i]) || !is_seen(view->library,
		    list->at[i], view->lens))
			continue;
		if (!any)
			(void)doc_heading(view->doc, heading);
		any = true;
		put_bearing(view->doc, view->library, list->at[i]);
	}
	if (any || none == NULL)
		return;
	(void)doc_heading(view->doc, heading);
	doc_say(view->doc, none);
}

/* How the works that are cited for it bear on it: a tally, not a vote. */
static void
put_tally(struct view *view, const struct list *support)
{
	const struct bearing *bearing;
	struct block *row = NULL;
	size_t i, j, count;

	for (i = 0; i < bearings.count; i++) {
		for (j = 0, count = 0; j < support->count; j++) {
			bearing = support->at[j];
			count += text_same(bearing->bears, bearings.at[i].id);
		}
		if (count == 0)
			continue;
		if (row == NULL)
			row = doc_row(view->doc, "Cited for it");
		else
			block_text(row, ", ");
		block_format(row, ROLE_GRADE, "%zu %s", count,
		    bearings.at[i].label);
	}
}

static void
count_works(struct view *view, const struct list *list)
{
	const struct bearing *bearing;
	struct work *work;
	size_t i;

	for (i = 0; i < list->count; i++) {
		bearing = list->at[i];
		if (list_holds(&view->seen, bearing->work))
			continue;
		list_add(view->doc, &view->seen, mem_text(view->doc,
		    bearing->work));
		work = library_record(view->library, NULL, KIND_WORK,
		    bearing->work);
		if (work != NULL)
			lens_add(&view->counts, work);
		mem_free(work);
	}
}

static void
put_article(struct doc *doc, struct library *library,
    const struct claim *claim)
{
	const struct article *article = library_record(library, doc,
	    KIND_ARTICLE, claim->article);
	struct block *row = doc_row(doc, "Said by");

	block_link(row, address_of(doc, KIND_ARTICLE, claim->article),
	    article == NULL ? claim->article : article->label);
	block_format(row, ROLE_TEXT, " (article %s), %s", claim->article,
	    choice_label(&hedges, claim->hedge));
	if (claim->where != NULL)
		block_format(row, ROLE_TEXT, "; passage \"%s ...\"",
		    claim->where);
}

static void
put_claims(struct doc *doc, struct library *library, const char *heading,
    const struct list *ids)
{
	const struct claim *claim;
	struct block *item;
	size_t i;

	if (ids->count == 0)
		return;
	(void)doc_heading(doc, heading);
	for (i = 0; i < ids->count; i++) {
		claim = library_record(library, doc, KIND_CLAIM, ids->at[i]);
		if (claim == NULL)
			continue;
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, KIND_CLAIM, ids->at[i]),
		    claim->statement);
		block_format(item, ROLE_TEXT, " (article %s, %s)",
		    claim->article, choice_label(&hedges, claim->hedge));
	}
}

static void
put_terms(struct doc *doc, struct library *library, const struct list *m,
    const struct list *c, const struct list *o, const struct list *t)
{
	doc_gap(doc);
	tell_terms(doc, library, "Mechanisms", m);
	tell_terms(doc, library, "Conditions", c);
	tell_terms(doc, library, "Outcomes", o);
	tell_terms(doc, library, "Techniques", t);
}

void
page_claim(struct doc *doc, struct library *library,
    const struct claim *claim, const char *lens)
{
	const struct proposition *proposition = claim->group == NULL ? NULL :
	    library_record(library, doc, KIND_PROPOSITION, claim->group);
	struct view view = { .doc = doc, .library = library, .lens = lens };
	struct block *row;

	(void)doc_title(doc, claim->statement);
	doc_gap(doc);
	put_article(doc, library, claim);
	if (proposition != NULL)
		put_verdict(doc, proposition);
	put_tally(&view, &claim->support);
	count_works(&view, &claim->support);
	count_works(&view, &claim->related);
	lens_put(doc, &view.counts, NULL, lens);
	put_bearings(&view, "Works that the article cites for it",
	    &claim->support, SIDE_ANY, "The article ties no work to this "
	    "sentence.");
	put_bearings(&view, "Other works that support it", &claim->related,
	    SIDE_FOR, NULL);
	put_bearings(&view, "Other works that speak against it",
	    &claim->related, SIDE_AGAINST, NULL);
	put_bearings(&view, "Other works that bear on it", &claim->related,
	    SIDE_OTHER, claim->related.count == 0 ? "No other work is "
	    "recorded in this bibliography." : NULL);
	put_claims(doc, library, "Said in the same sense elsewhere",
	    &claim->same_as);
	put_claims(doc, library, "Claims that share a part with it",
	    &claim->overlaps);
	put_terms(doc, library, &claim->mechanisms, &claim->conditions,
	    &claim->outcomes, &claim->techniques);
	doc_tell(doc, "About", choice_label(&claim_kinds, claim->kind));
	if (proposition != NULL) {
		row = doc_row(doc, "Proposition");
		block_link(row, address_of(doc, KIND_PROPOSITION,
		    proposition->id), proposition->statement);
	}
	doc_tell(doc, "Id", claim->id);
}

/* All works that bear on the claims of a proposition, each once. */
static struct list
gather_bearings(struct view *view, const struct proposition *proposition)
{
	struct list gathered = { .at = NULL };
	const struct list *lists[2];
	const struct bearing *bearing;
	const struct claim *claim;
	size_t i, j, k;

	for (i = 0; i < proposition->members.count; i++) {
		claim = library_record(view->library, view->doc, KIND_CLAIM,
		    proposition->members.at[i]);
		if (claim == NULL)
			continue;
		lists[0] = &claim->support;
		lists[1] = &claim->related;
		for (j = 0; j < 2; j++)
			for (k = 0; k < lists[j]->count; k++) {
				bearing = lists[j]->at[k];
				if (list_holds(&view->seen, bearing->work))
					continue;
				list_add(view->doc, &gathered,
				    lists[j]->at[k]);
				count_works(view, &(struct list){
				    &lists[j]->at[k], 1, 1 });
			}
	}
	return gathered;
}

void
page_proposition(struct doc *doc, struct library *library,
    const struct proposition *proposition, const char *lens)
{
	struct view view = { .doc = doc, .library = library, .lens = lens };
	struct list all = gather_bearings(&view, proposition);

	(void)doc_title(doc, proposition->statement);
	doc_gap(doc);
	put_verdict(doc, proposition);
	lens_put(doc, &view.counts, NULL, lens);
	put_claims(doc, library, "Claims that say so", &proposition->members);
	put_bearings(&view, "Works that support it", &all, SIDE_FOR, NULL);
	put_bearings(&view, "Works that speak against it", &all, SIDE_AGAINST,
	    NULL);
	put_bearings(&view, "Other works that bear on it", &all, SIDE_OTHER,
	    all.count == 0 ? "None is recorded in this bibliography." : NULL);
	put_terms(doc, library, &proposition->mechanisms,
	    &proposition->conditions, &proposition->outcomes,
	    &proposition->techniques);
	doc_tell(doc, "Id", proposition->id);
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
		author = article->authors.at[i];
		block_format(row, ROLE_TEXT, "%s%s%s%s", i > 0 ? ", " : "",
		    author->given != NULL ? author->given : "",
		    author->given != NULL ? " " : "", author->family);
	}
	if (article->authors_note != NULL)
		block_format(row, ROLE_TEXT, " (%s)", article->authors_note);
}

void
page_article(struct doc *doc, struct library *library,
    const struct article *article)
{
	const struct work *work;
	struct block *item;
	size_t i;

	(void)doc_title(doc, article->label);
	doc_gap(doc);
	doc_tell(doc, "Article", article->id);
	put_article_authors(doc, article);
	doc_tell(doc, "Site", article->site);
	doc_tell(doc, "Date", article->date == NULL ? NULL :
	    mem_format(doc, "%s%s%s%s", article->date, article->date_note ==
	    NULL ? "" : " (", article->date_note == NULL ? "" :
	    article->date_note, article->date_note == NULL ? "" : ")"));
	doc_tell(doc, "Claims", article->claims);
	doc_gap(doc);
	doc_say(doc, article->description);
	(void)doc_heading(doc, "Works that it cites");
	if (article->works.count == 0)
		doc_say(doc, "None.");
	for (i = 0; i < article->works.count; i++) {
		work = library_record(library, doc, KIND_WORK,
		    article->works.at[i]);
		if (work == NULL)
			continue;
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, KIND_WORK, work->id),
		    say_short(doc, work));
		block_format(item, ROLE_TEXT, ". %s", work->title);
	}
}
