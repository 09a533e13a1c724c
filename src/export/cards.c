/*
 * Flashcards: a question with its recorded answer.
 *
 * As text for Anki: the header lines of its manual, "Text files" (separator,
 * html, columns, guid column, tags column, notetype), then one note per line.
 * The guid comes from the address, so that importing a deck again updates it
 * and keeps the learner's progress.  The same cards are exported as CSV for
 * quizzes.
 */
#include <assert.h>

#include "base/text.h"
#include "export/cells.h"
#include "export/records.h"
#include "library/list_edit.h"
#include "page/wording.h"
#include "record/guide.h"
#include "record/tool.h"
#include "record/topic.h"

/* A flashcard; only `source` may be NULL. */
struct card {
	const char	*id;		/* the address of its record, with the
					   part that it asks about */
	const char	*question;
	const char	*answer;
	const char	*source;	/* who says so, or a DOI; may be NULL */
	const char	*tags;		/* separated by spaces */
};

/* State while exporting cards. */
struct deck {
	const void	*ctx;
	struct library	*library;
	const char	*address;	/* address of the current record */
	const char	*tags;
	void		(*each)(void *user, const struct card *card);
	void		*user;
	size_t		*made;		/* cards so far */
};

static void
put_card(const struct deck *deck, const char *part, const char *question,
    const char *answer, const char *source)
{
	const struct card card = { mem_format(deck->ctx, "%s%s%s",
	    deck->address, *part == '\0' ? "" : "#", part), question, answer,
	    source, deck->tags };

	if (question == NULL || answer == NULL)
		return;
	deck->each(deck->user, &card);
	++*deck->made;
}

static char *
item_question(const struct deck *deck, const struct work *work,
    const struct appraisal *appraisal, const struct appraisal_item *item)
{
	const struct tool *tool = tool_find(appraisal->tool);

	return mem_format(deck->ctx, "%s, %s: %s?", wording_short(deck->ctx,
	    work), appraisal->tool, tool == NULL ? item->item : code_label(
	    tool->items, item->item));
}

static void
cards_of_items(const struct deck *deck, const struct work *work)
{
	const struct appraisal *appraisal;
	const struct appraisal_item *item;
	size_t i, j;

	for (i = 0; i < work->appraisals.count; i++) {
		appraisal = list_at(&work->appraisals, i);
		for (j = 0; j < appraisal->items.count; j++) {
			item = list_at(&appraisal->items, j);
			put_card(deck, mem_format(deck->ctx, "%zu-%s", i + 1,
			    item->item), item_question(deck, work, appraisal,
			    item), mem_format(deck->ctx, "%s%s%s", code_label(
			    &answers, item->answer), item->reason == NULL ? "" :
			    ". ", item->reason == NULL ? "" : item->reason),
			    appraisal->by);
		}
	}
}

static void
cards_of_work(const struct deck *deck, const void *record)
{
	const struct work *work = record;
	const char *size = wording_size(deck->ctx, work);
	const char *caution = wording_caution(deck->ctx, work);

	if (work->level != NULL)
		put_card(deck, "level", mem_format(deck->ctx, "%s: %s. Which "
		    "level of evidence, and why?", wording_short(deck->ctx,
		    work), work->title), mem_format(deck->ctx,
		    "%s: %s%s%s%s%s%s%s", wording_level(deck->ctx, work),
		    work_design_label(work), size == NULL ? "" : ", ", size ==
		    NULL ? "" : size, work->level_reason == NULL ? "" : "; ",
		    work->level_reason == NULL ? "" : work->level_reason,
		    caution == NULL ? "" : ". ", caution == NULL ? "" :
		    caution), work->doi);
	put_card(deck, "note", mem_format(deck->ctx, "%s: %s. What did it "
	    "find?", wording_short(deck->ctx, work), work->title),
	    work->evidence_note, work->doi);
	cards_of_items(deck, work);
}

static char *
verdict_text(const struct deck *deck, const struct proposition *proposition)
{
	return proposition == NULL || proposition->verdict == NULL ? NULL :
	    mem_format(deck->ctx, "%s%s%s", code_label(&verdicts,
	    proposition->verdict), proposition->verdict_reason == NULL ? "" :
	    ". ", proposition->verdict_reason == NULL ? "" :
	    proposition->verdict_reason);
}

static void
cards_of_proposition(const struct deck *deck, const void *record)
{
	const struct proposition *proposition = record;

	put_card(deck, "", mem_format(deck->ctx, "What is the verdict? \"%s\"",
	    proposition->statement), verdict_text(deck, proposition), NULL);
}

static void
cards_of_claim(const struct deck *deck, const void *record)
{
	const struct claim *claim = record;
	const struct proposition *proposition = claim->group == NULL ? NULL :
	    library_record(deck->library, deck->ctx, RECTYPE_PROPOSITION,
	    claim->group);

	put_card(deck, "", mem_format(deck->ctx, "An article says: \"%s\" What "
	    "is the verdict?", claim->statement), verdict_text(deck,
	    proposition), wording_article(deck->ctx, deck->library,
	    claim->article));
}

static void
cards_of_topic(const struct deck *deck, const void *record)
{
	const struct topic *topic = record;

	put_card(deck, "", topic->question, topic->answer, NULL);
}

static void
cards_of_entry(const struct deck *deck, const void *record)
{
	const struct glossary_entry *entry = record;

	put_card(deck, "", mem_format(deck->ctx, "What does \"%s\" mean?",
	    entry->word), entry->text, NULL);
}

static void
cards_of_term(const struct deck *deck, const void *record)
{
	const struct term *term = record;

	put_card(deck, "", mem_format(deck->ctx, "What does \"%s\" mean?",
	    term->label), term->scope, NULL);
}

static const struct {
	void	(*make)(const struct deck *deck, const void *record);
} kinds[RECTYPE_COUNT] = {
	[RECTYPE_TERM] = { cards_of_term },
	[RECTYPE_WORK] = { cards_of_work },
	[RECTYPE_CLAIM] = { cards_of_claim },
	[RECTYPE_PROPOSITION] = { cards_of_proposition },
	[RECTYPE_TOPIC] = { cards_of_topic },
	[RECTYPE_ENTRY] = { cards_of_entry },
};

static void	cards_of_list(struct deck *deck, const struct reading_list *list);

static void
cards_of_record(struct deck *deck, enum rectype type, const void *record,
    const char *id)
{
	const char *name;

	if (record == NULL || type >= RECTYPE_COUNT)
		return;
	/* The bibliography distinguishes records with the same id. */
	name = library_bibliography_of(deck->library, deck->ctx, type, id);
	deck->address = mem_format(deck->ctx, "%s%s%s/%s", name == NULL ? "" :
	    name, name == NULL ? "" : "/", rectype_name(type), id);
	/* Tags contain no spaces; "::" makes a hierarchy. */
	deck->tags = mem_format(deck->ctx, "strigil::%s%s%s", name == NULL ?
	    "" : name, name == NULL ? "" : "::", rectype_name(type));
	if (type == RECTYPE_LIST)
		cards_of_list(deck, record);
	else if (kinds[type].make != NULL)
		kinds[type].make(deck, record);
}

/* The number of an item, from 1, among the items with the same page. */
static size_t
count_of_page(const struct reading_list *list, size_t number)
{
	const char *page = list_item(list, number, NULL)->page;
	size_t count = 0, i;

	for (i = 1; i <= number; i++)
		count += text_same(list_item(list, i, NULL)->page, page);
	return count;
}

static void
cards_of_item(struct deck *deck, const struct reading_list *list,
    size_t number)
{
	const struct reading_item *item = list_item(list, number, NULL);
	size_t count = count_of_page(list, number);
	struct address address;

	deck->address = address_of(deck->ctx, RECTYPE_LIST, list->id);
	deck->tags = mem_format(deck->ctx, "strigil::list::%s", list->id);
	put_card(deck, count == 1 ? item->page : mem_format(deck->ctx,
	    "%s#%zu", item->page, count), item->question, item->answer, NULL);
	if (list_version(list, number, 1) == number && library_target(
	    deck->library, deck->ctx, item->page, item->bibliography,
	    &address) == TARGET_HERE && address.page == PAGE_RECORD &&
	    address.kind < RECTYPE_LIST)
		cards_of_record(deck, address.kind, library_record(
		    deck->library, deck->ctx, address.kind, address.id),
		    address.id);
}

/* The list's own questions, and the cards of its items. */
static void
cards_of_list(struct deck *deck, const struct reading_list *list)
{
	size_t i;

	for (i = 1; i <= list_items(list); i++)
		cards_of_item(deck, list, i);
}

/*
 * The type whose records a page lists; RECTYPE_COUNT if it is not such a page.
 */
static enum rectype
type_of_page(const struct address *address)
{
	if (address->page == PAGE_TYPE)
		return address->kind;
	if (*address->query != '\0')
		return RECTYPE_COUNT;
	return address->page == PAGE_GLOSSARY ? RECTYPE_ENTRY :
	    address->page == PAGE_CLAIMS ? RECTYPE_CLAIM : address->page ==
	    PAGE_TERMS && address->facet == NULL ? RECTYPE_TERM :
	    RECTYPE_COUNT;
}

static void
cards_of_type(struct deck *deck, enum rectype type)
{
	const void *ctx = deck->ctx;
	struct list ids = library_ids(deck->library, ctx, type);
	void *scratch;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		deck->ctx = scratch = mem_context(NULL);
		cards_of_record(deck, type, library_record(deck->library,
		    scratch, type, list_at(&ids, i)), list_at(&ids, i));
		mem_free(scratch);
	}
	deck->ctx = ctx;
}

/* The cards for the i-th record of a source, owned by the deck's context. */
static void
cards_of_source(struct deck *deck, const struct export_source *source,
    size_t i)
{
	enum rectype type = export_type(source, i);
	const struct address *address = source->result != NULL ? NULL :
	    list_at(source->addresses, i);
	void *record = type == RECTYPE_COUNT ? NULL : export_record(source,
	    deck->ctx, i, true);

	if (record != NULL)
		cards_of_record(deck, type, record, record_id(rectype_schema(
		    type), record));
	else if (address != NULL && type_of_page(address) < RECTYPE_COUNT)
		cards_of_type(deck, type_of_page(address));
}

/*
 * Calls `each` for the cards of all records of the source, in order: level,
 * findings and appraisal items of a work, the verdict on a claim or
 * proposition, a topic, a word of the glossary, a term with a scope note; for a
 * reading list, its questions and the cards of its items; for a page of all
 * topics, claims, terms or words, those of each.  The card is borrowed for the
 * call.  Returns how many records of the source have cards.
 */
static size_t
cards_each(const struct export_source *source,
    void (*each)(void *user, const struct card *card), void *user)
{
	size_t n = export_count(source), written = 0, made = 0, before, i;
	struct deck deck = { .library = source->library, .each = each,
	    .user = user, .made = &made };
	void *scratch;

	assert(each != NULL);
	for (i = 0; i < n; i++) {
		deck.ctx = scratch = mem_context(NULL);
		before = made;
		cards_of_source(&deck, source, i);
		written += made > before;
		mem_free(scratch);
	}
	return written;
}

/* Printers. */

/* Fields contain neither tabs nor markup. */
static void
anki_put_field(const struct export_target *target, const char *text)
{
	for (; *text != '\0'; text++)
		switch (*text) {
		case '&':
			export_text(target, "&amp;");
			break;
		case '<':
			export_text(target, "&lt;");
			break;
		case '>':
			export_text(target, "&gt;");
			break;
		case '"':
			export_text(target, "&quot;");
			break;
		default:
			target->write(target->user, text, 1);
		}
}

/* Writes cards; the header comes before the first one. */
struct card_target {
	const struct export_target	*target;
	bool				 begun;
};

static void
begin_cards(struct card_target *to, const char *head)
{
	if (!to->begun)
		export_text(to->target, head);
	to->begun = true;
}

static void
anki_put_note(void *user, const struct card *card)
{
	struct card_target *to = user;
	const struct export_target *target = to->target;

	begin_cards(to, "#separator:tab\n#html:true\n#notetype:Basic\n"
	    "#columns:guid\tFront\tBack\tTags\n#guid column:1\n"
	    "#tags column:4\n");
	export_text(target, "strigil:");
	export_text(target, card->id);
	export_text(target, "\t");
	anki_put_field(target, card->question);
	export_text(target, "\t");
	anki_put_field(target, card->answer);
	if (card->source != NULL) {
		export_text(target, "<br><small>");
		anki_put_field(target, card->source);
		export_text(target, "</small>");
	}
	export_text(target, "\t");
	export_text(target, card->tags);
	export_text(target, "\n");
}

size_t
export_all_anki(const struct export_source *source,
    const struct export_target *target)
{
	struct card_target to = { target, false };

	return cards_each(source, anki_put_note, &to);
}

static void
put_quiz_row(void *user, const struct card *card)
{
	struct card_target *to = user;
	const struct export_target *target = to->target;
	const char *const cells[] = { card->id, card->question, card->answer,
	    card->source, card->tags };
	void *scratch = mem_context(NULL);
	struct buf out = { .data = NULL };
	size_t i;

	begin_cards(to, "id,question,answer,source,tags\r\n");
	for (i = 0; i < COUNT(cells); i++)
		export_csv_cell(scratch, &out, cells[i], target->raw);
	export_text(target, out.data);
	export_text(target, "\r\n");
	mem_free(scratch);
}

size_t
export_all_quiz(const struct export_source *source,
    const struct export_target *target)
{
	struct card_target to = { target, false };

	return cards_each(source, put_quiz_row, &to);
}
