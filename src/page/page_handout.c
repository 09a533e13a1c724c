/* A reading list as a handout, on one printed page. */
#include "page/page_handout.h"

#include "page/makers.h"
#include "page/page.h"
#include "page/page_citations.h"
#include "page/page_notes.h"
#include "page/wording.h"
#include "record/topic.h"

/* The maximum bytes of each text that let ten items fit on a page. */
enum { REASON_BYTES = 130, LINE_BYTES = 230 };

struct handout {
	struct doc			*doc;
	struct library			*library;
	const struct handout_options	*options;
	size_t				 number;	/* number of the last
							   item */
	bool				 addresses;	/* the handout has
							   addresses of pages */
};

/* The first sentences that fit, or as many words as fit. */
static char *
first_sentences(const void *ctx, const char *text, size_t most)
{
	size_t n = strlen(text), i, words = 0, end = 0;

	if (n <= most)
		return mem_text(ctx, text);
	for (i = 1; i < most; i++) {
		if (text[i] == ' ')
			words = i;
		if (text[i] == ' ' && text[i - 1] == '.')
			end = i;
	}
	if (end > most / 3)
		return mem_text_n(ctx, text, end);
	return mem_format(ctx, "%.*s ...", (int)words, text);
}

/* "Level 3 (graded down from 2): few people; randomised trial, 18 people". */
static void
handout_put_level(struct handout *handout, const struct work *work)
{
	struct block *line = doc_paragraph(handout->doc, 1);
	char *size = wording_size(handout->doc, work);
	const char *caution = wording_caution(handout->doc, work);
	const char *reason = work->level_reason == NULL ? "" :
	    first_sentences(handout->doc, work->level_reason, REASON_BYTES);

	block_add(line, ROLE_GRADE, text_begins(wording_level(handout->doc,
	    work), "level ") ? mem_format(handout->doc, "Level %s",
	    wording_level(handout->doc, work) + strlen("level ")) :
	    "No level");
	block_format(line, ROLE_TEXT, ", %s%s%s", work_design_label(work),
	    size == NULL ? "" : ", ", size == NULL ? "" : size);
	block_format(line, ROLE_TEXT, "%s%s%s", *reason == '\0' ? "" : ": ",
	    reason, *reason != '\0' && reason[strlen(reason) - 1] == '.' ?
	    "" : ".");
	if (caution != NULL)
		block_format(line, ROLE_WARNING, " %s", caution);
}

static void
handout_put_line(struct handout *handout, const char *label, const char *text,
    size_t most)
{
	struct block *line;

	if (text == NULL)
		return;
	line = doc_paragraph(handout->doc, 1);
	block_format(line, ROLE_GRADE, "%s: ", label);
	block_text(line, most == 0 ? text : first_sentences(handout->doc,
	    text, most));
}

/*
 * Adds the address, in the bibliography, of a page that has no address on the
 * web.  The address is on a line of its own, so that it is not broken.
 */
static void
handout_put_address(struct handout *handout, const struct address *address)
{
	handout_put_line(handout, "Address", address_print(handout->doc,
	    address), 0);
	handout->addresses = true;
}

static void
handout_put_work(struct handout *handout, struct block *line,
    const struct address *address, const struct work *work)
{
	char *reference = cite_marked(handout->doc, work,
	    handout->options->style);

	block_citation(line, reference);
	if (work->doi == NULL && work->link != NULL && strstr(reference,
	    work->link) == NULL)
		block_format(line, ROLE_TEXT, " %s", work->link);
	if (work->doi == NULL && work->link == NULL)
		handout_put_address(handout, address);
	handout_put_level(handout, work);
	handout_put_line(handout, "Bottom line", work->evidence_note,
	    LINE_BYTES);
}

static void
handout_put_verdict(struct handout *handout, const char *id)
{
	const struct proposition *proposition = id == NULL ? NULL :
	    library_record(handout->library, handout->doc,
	    RECTYPE_PROPOSITION, id);

	if (proposition == NULL)
		return;
	handout_put_line(handout, "Verdict", code_label(&verdicts,
	    proposition->verdict), 0);
	handout_put_line(handout, "Why", proposition->verdict_reason,
	    LINE_BYTES);
}

/* The article that makes the claim, with its address on the web. */
static void
handout_put_claim(struct handout *handout, const struct address *address,
    const struct claim *claim)
{
	const struct article *article = library_record(handout->library,
	    handout->doc, RECTYPE_ARTICLE, claim->article);
	const char *url = article == NULL ? NULL : article->url;

	if (url == NULL)
		handout_put_address(handout, address);
	handout_put_line(handout, "Article", mem_format(handout->doc,
	    "%s%s%s", wording_article(handout->doc, handout->library,
	    claim->article), url == NULL ? "" : ", ", url == NULL ? "" : url),
	    0);
	handout_put_verdict(handout, claim->group);
}

/*
 * Whether the title of a page describes its content: "Map of 64 works for
 * pain".
 */
static bool
has_telling_title(enum page page)
{
	return page == PAGE_MAP || page == PAGE_PLOT || page == PAGE_CLAIMS ||
	    page == PAGE_SAFETY || page == PAGE_DOSES || page ==
	    PAGE_COMPARE || page == PAGE_TERMS;
}

/* Adds the name of an item; for a page other than a record, its title. */
static void
handout_put_name(struct handout *handout, struct block *line,
    const struct address *address, const struct reading_item *item)
{
	void *scratch = mem_context(NULL);
	struct doc *doc = !has_telling_title(address->page) ? NULL :
	    page_make(scratch, handout->library, address);

	if (doc == NULL || doc->blocks.count == 0)
		page_put_kept(line, handout->library, item->page,
		    item->bibliography);
	else
		block_link(line, address_print(line, address), doc_name(line,
		    doc));
	mem_free(scratch);
}

/* Adds the parts of a record that a handout shows. */
static void
handout_put_record(struct handout *handout, struct block *line,
    const struct address *address, const struct reading_item *item)
{
	const void *record = library_record(handout->library, handout->doc,
	    address->kind, address->id);

	if (record != NULL && address->kind == RECTYPE_WORK) {
		handout_put_work(handout, line, address, record);
		return;
	}
	handout_put_name(handout, line, address, item);
	if (record != NULL && address->kind != RECTYPE_CLAIM)
		handout_put_address(handout, address);
	if (record != NULL && address->kind == RECTYPE_TOPIC)
		handout_put_line(handout, "Bottom line",
		    ((const struct topic *)record)->answer, LINE_BYTES);
	else if (record != NULL && address->kind == RECTYPE_CLAIM)
		handout_put_claim(handout, address, record);
	else if (address->kind == RECTYPE_PROPOSITION)
		handout_put_verdict(handout, address->id);
}

static void
handout_put_item(struct handout *handout, const struct reading_item *item)
{
	struct block *line = doc_item(handout->doc, 0);
	struct address address;
	bool here = library_target(handout->library, handout->doc, item->page,
	    item->bibliography, &address) == TARGET_HERE;

	block_format(line, ROLE_LABEL, "%zu. ", ++handout->number);
	if (item->importance != NULL)
		block_format(line, ROLE_GRADE, "%s: ", code_label(&importances,
		    item->importance));
	if (!here)
		address = (struct address){ .page = PAGE_START };
	if (address.page == PAGE_RECORD)
		handout_put_record(handout, line, &address, item);
	else
		handout_put_name(handout, line, &address, item);
	if (here && address.page != PAGE_RECORD)
		handout_put_address(handout, &address);
	handout_put_line(handout, "Note", item->note, 0);
	handout_put_line(handout, "Question", item->question, 0);
	if (handout->options->answers)
		handout_put_line(handout, "Answer", item->answer, 0);
}

static void
handout_put_items(struct handout *handout, const struct list *items)
{
	size_t i;

	for (i = 0; i < items->count; i++)
		handout_put_item(handout, list_at(items, i));
}

/* Adds the source of the levels, the date, and how to open addresses. */
static void
put_foot(struct doc *doc, struct library *library, bool addresses)
{
	const struct about *about = library_about(library);
	struct block *line;

	doc_gap(doc);
	line = doc_paragraph(doc, 0);
	block_format(line, ROLE_TEXT, "From: %s%s%s. Levels: Oxford CEBM 2011, "
	    "1 (strongest) to 5; graded down where the reason says so.",
	    library_title(library), about == NULL || about->version == NULL ?
	    "" : ", ", about == NULL || about->version == NULL ? "" :
	    about->version);
	if (addresses)
		block_text(line, " To open an address, use 'strigil show "
		    "ADDRESS' with the same bibliography (-b).");
}

struct doc *
page_handout(const void *ctx, struct library *library,
    const struct reading_list *list, const struct handout_options *options)
{
	struct doc *doc = doc_new(ctx, address_of(ctx, RECTYPE_LIST,
	    list->id));
	struct handout handout = { doc, library, options, 0, false };
	const struct reading_section *section;
	size_t i;

	doc->sheet = true;
	doc->name = mem_text(doc, list->title);
	(void)doc_title(doc, list->title);
	doc_para(doc, list->description);
	if (list->aims.count > 0)
		(void)doc_heading(doc, "Aims");
	for (i = 0; i < list->aims.count; i++)
		block_text(doc_item(doc, 0), list_at(&list->aims, i));
	if (list->items.count > 0)
		(void)doc_heading(doc, "To read");
	handout_put_items(&handout, &list->items);
	for (i = 0; i < list->sections.count; i++) {
		section = list_at(&list->sections, i);
		if (section->items.count == 0 && section->note == NULL)
			continue;
		(void)doc_heading(doc, section->title);
		doc_para(doc, section->note);
		handout_put_items(&handout, &section->items);
	}
	put_foot(doc, library, handout.addresses);
	return doc;
}

struct doc *
page_of_handout(const void *ctx, struct library *library,
    const struct address *address)
{
	struct handout_options options = { CITE_AMA, text_same(
	    address->answers, "yes") };
	void *scratch = mem_context(ctx);
	const char *name = text_begins(address->query, "list/") ?
	    address->query + strlen("list/") : address->query;
	const struct reading_list *list = library_record(library, scratch,
	    RECTYPE_LIST, name);
	struct doc *doc;
	int style;

	for (style = 0; style < CITE_STYLES; style++)
		if (text_same(cite_style_name((enum cite_style)style),
		    address->style))
			options.style = (enum cite_style)style;
	if (list != NULL) {
		doc = page_handout(ctx, library, list, &options);
	} else {
		doc = doc_new(ctx, "");
		(void)doc_title(doc, "Handout");
		doc_para(doc, "Handouts are made from reading lists. Open one "
		    "from the \"lists\" page.");
		doc->found = 0;
	}
	doc->address = address_print(doc, address);
	mem_free(scratch);
	return doc;
}
