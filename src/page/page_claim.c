/*
 * The pages of claims, propositions and articles: who says so, on what
 * evidence, and what the verdict is.
 */
#include "page/page.h"

#include "base/text.h"
#include "page/say.h"

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

static void
put_bearings(struct doc *doc, struct library *library, const char *heading,
    const struct list *list, const char *none)
{
	size_t i;

	(void)doc_heading(doc, heading);
	if (list->count == 0)
		doc_say(doc, none);
	for (i = 0; i < list->count; i++)
		put_bearing(doc, library, list->at[i]);
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
    const struct claim *claim)
{
	const struct proposition *proposition = claim->group == NULL ? NULL :
	    library_record(library, doc, KIND_PROPOSITION, claim->group);
	struct block *row;

	(void)doc_title(doc, claim->statement);
	doc_gap(doc);
	doc_tell(doc, "Claim", mem_format(doc, "%s, about %s", claim->id,
	    choice_label(&claim_kinds, claim->kind)));
	put_article(doc, library, claim);
	if (proposition != NULL) {
		put_verdict(doc, proposition);
		row = doc_row(doc, "Proposition");
		block_link(row, address_of(doc, KIND_PROPOSITION,
		    proposition->id), proposition->statement);
	}
	put_bearings(doc, library, "Works that the article cites for it",
	    &claim->support, "The article ties no work to this sentence.");
	put_bearings(doc, library, "Other works that bear on it",
	    &claim->related, "None is recorded in this bibliography.");
	put_claims(doc, library, "Said in the same sense elsewhere",
	    &claim->same_as);
	put_claims(doc, library, "Claims that share a part with it",
	    &claim->overlaps);
	put_terms(doc, library, &claim->mechanisms, &claim->conditions,
	    &claim->outcomes, &claim->techniques);
}

void
page_proposition(struct doc *doc, struct library *library,
    const struct proposition *proposition)
{
	(void)doc_title(doc, proposition->statement);
	doc_gap(doc);
	doc_tell(doc, "Proposition", proposition->id);
	put_verdict(doc, proposition);
	put_claims(doc, library, "Claims that say so", &proposition->members);
	put_terms(doc, library, &proposition->mechanisms,
	    &proposition->conditions, &proposition->outcomes,
	    &proposition->techniques);
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
