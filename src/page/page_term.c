/* The pages of terms, lists of trials, and the bibliography itself. */
#include "page/page.h"

#include "base/text.h"
#include "page/say.h"

enum { SHOWN_MAX = 50 };

static void
put_words(struct doc *doc, const char *label, const struct list *words)
{
	struct buf text = { .data = NULL };
	size_t i;

	for (i = 0; i < words->count; i++)
		buf_format(doc, &text, "%s%s", i > 0 ? ", " : "",
		    (const char *)words->at[i]);
	doc_tell(doc, label, text.data);
}

/* How many are not shown, with a way to see them. */
static void
put_rest(struct doc *doc, const struct result *result, const char *query)
{
	struct address all = { .page = PAGE_SEARCH, .query = query };

	if (result->total <= (long)result->count)
		return;
	block_link(doc_paragraph(doc, 0), address_print(doc, &all),
	    mem_format(doc, "all %ld of them", result->total));
}

/*
 * In whom it was studied, with a way to those works; and, where it was not in
 * people, that it was not.
 */
static void
put_subjects(struct doc *doc, struct library *library,
    const struct result *result, const char *query)
{
	struct list counts = library_facet(library, doc, result, "subjects");
	struct address address = { .page = PAGE_SEARCH };
	const struct facet_count *row;
	struct block *line;
	bool people = false;
	size_t i;

	if (counts.count == 0)
		return;
	line = doc_row(doc, "Studied in");
	for (i = 0; i < counts.count; i++) {
		row = counts.at[i];
		people |= text_same(row->id, "human");
		address.query = mem_format(doc, "%s subjects:%s", query,
		    row->id);
		block_text(line, i > 0 ? ", " : "");
		block_link(line, address_print(doc, &address), mem_format(doc,
		    "%s: %ld", row->label, row->count));
	}
	if (!people)
		block_add(doc_paragraph(doc, 0), ROLE_WARNING, "NOT SEEN IN "
		    "PEOPLE: no work recorded here studied this in people.");
}

static void
put_works(struct doc *doc, struct library *library, const char *query)
{
	const struct search search = { .target = PLAN_WORKS,
	    .order = ORDER_LEVEL, .limit = SHOWN_MAX, .strict = true };
	struct result *result = library_search(library, doc, &search, query);
	const struct work *work;
	struct block *item;
	size_t i;

	put_subjects(doc, library, result, query);
	(void)doc_heading(doc, "Works, the strongest first");
	if (result->count == 0)
		doc_say(doc, "None: a gap in this bibliography, which does "
		    "not mean that there is no evidence.");
	for (i = 0; i < result->count; i++) {
		work = library_row(library, doc, KIND_WORK,
		    result->hits[i].record);
		if (work == NULL)
			continue;
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, KIND_WORK, work->id),
		    say_short(doc, work));
		block_format(item, ROLE_TEXT, ", %s, %s, %s. %s",
		    work->subjects == NULL ? "subjects not known" :
		    choice_label(&subjects, work->subjects),
		    choice_label(&designs, work->design),
		    say_level(doc, work), work->title);
	}
	put_rest(doc, result, query);
}

static void
put_claims(struct doc *doc, struct library *library, const char *query)
{
	const struct search search = { .target = PLAN_CLAIMS,
	    .order = ORDER_LEVEL, .limit = SHOWN_MAX, .strict = true };
	struct result *result = library_search(library, doc, &search, query);
	const struct proposition *proposition;
	const struct claim *claim;
	struct block *item;
	size_t i;

	if (result->count > 0)
		(void)doc_heading(doc, "Claims of popular articles");
	for (i = 0; i < result->count; i++) {
		claim = library_row(library, doc, KIND_CLAIM,
		    result->hits[i].record);
		if (claim == NULL)
			continue;
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, KIND_CLAIM, claim->id),
		    claim->statement);
		proposition = claim->group == NULL ? NULL :
		    library_record(library, doc, KIND_PROPOSITION,
		    claim->group);
		if (proposition != NULL)
			block_format(item, ROLE_GRADE, " [%s]",
			    proposition->verdict);
	}
}

void
page_term(struct doc *doc, struct library *library, const struct term *term)
{
	struct list narrower = library_narrower(library, doc, term->id);
	struct list broader = { .at = NULL };
	char *query = mem_format(doc, "%s:%s", term->facet, term->id);

	(void)doc_title(doc, term->label);
	doc_gap(doc);
	doc_say(doc, term->scope);
	doc_tell(doc, "Facet", term->facet);
	put_words(doc, "Also called", &term->synonyms);
	put_words(doc, "Short", &term->abbreviations);
	doc_tell(doc, "MeSH", term->mesh);
	if (term->broader != NULL)
		list_add(doc, &broader, mem_text(doc, term->broader));
	tell_terms(doc, library, "Broader", &broader);
	tell_terms(doc, library, "Narrower", &narrower);
	put_works(doc, library, query);
	put_claims(doc, library, query);
}

/* Lists of trials. */

static void
put_trial(struct doc *doc, const struct included_trial *trial)
{
	struct block *item = doc_item(doc, 0);
	size_t i;

	if (trial->work != NULL)
		block_link(item, address_of(doc, KIND_WORK, trial->work),
		    trial->citation);
	else
		block_text(item, trial->citation);
	for (i = 0; i < trial->sources.count; i++)
		block_format(item, ROLE_TEXT, " [%s]",
		    (const char *)trial->sources.at[i]);
	doc_tell(doc, "  Group", trial->group);
	doc_tell(doc, "  Who", trial->participants);
	doc_tell(doc, "  Comparison", trial->comparison);
	doc_tell(doc, "  Dose", trial->dose);
	doc_tell(doc, "  Result", trial->result);
	doc_tell(doc, "  Score", trial->score);
}

void
page_trial_list(struct doc *doc, struct library *library,
    const struct trial_list *list)
{
	const struct source *source;
	struct block *row;
	size_t i;

	(void)library;
	(void)doc_title(doc, list->title);
	doc_gap(doc);
	if (list->review != NULL)
		block_link(doc_row(doc, "Review"), address_of(doc, KIND_WORK,
		    list->review), list->review);
	for (i = 0; i < list->notes.count; i++)
		doc_say(doc, list->notes.at[i]);
	if (list->trials.count > 0)
		(void)doc_heading(doc, "Trials");
	for (i = 0; i < list->trials.count; i++)
		put_trial(doc, list->trials.at[i]);
	(void)doc_heading(doc, "Where the facts were read");
	for (i = 0; i < list->sources.count; i++) {
		source = list->sources.at[i];
		row = doc_row(doc, source->id);
		block_text(row, choice_label(&source_kinds, source->kind));
		if (source->note != NULL)
			block_format(row, ROLE_TEXT, ", %s", source->note);
		if (source->url != NULL)
			doc_verbatim(doc, mem_format(doc, "  %s",
			    source->url));
	}
}

/* The bibliography. */

void
page_about(struct doc *doc, struct library *library,
    const struct about *about)
{
	struct list articles = library_ids(library, doc, KIND_ARTICLE);
	const struct article *article;
	size_t i;

	(void)doc_title(doc, about->title);
	doc_gap(doc);
	doc_say(doc, about->description);
	doc_gap(doc);
	doc_tell(doc, "Version", about->version);
	doc_tell(doc, "Licence", about->rights);
	doc_tell(doc, "Works", mem_format(doc, "%ld", library_count(library,
	    KIND_WORK)));
	doc_tell(doc, "Claims", mem_format(doc, "%ld", library_count(library,
	    KIND_CLAIM)));
	doc_tell(doc, "Terms", mem_format(doc, "%ld", library_count(library,
	    KIND_TERM)));
	if (articles.count > 0)
		(void)doc_heading(doc, "Popular articles");
	for (i = 0; i < articles.count; i++) {
		article = library_record(library, doc, KIND_ARTICLE,
		    articles.at[i]);
		if (article != NULL)
			block_link(doc_item(doc, 0), address_of(doc,
			    KIND_ARTICLE, article->id), article->label);
	}
}
