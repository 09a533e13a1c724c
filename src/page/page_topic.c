/*
 * The page of a topic: the answer first, its certainty and who rated it, harms,
 * then the works in reading order.
 */

#include "base/text.h"
#include "page/findings_table.h"
#include "page/makers.h"
#include "page/tell.h"
#include "page/wording.h"
#include "record/topic.h"

/* Adds who rated the certainty: the short name of a work. */
static void
put_rater(struct block *row, struct doc *doc, struct library *library,
    const char *by)
{
	const struct work *work = library_record(library, doc, RECTYPE_WORK,
	    by);

	block_text(row, ", rated by ");
	if (work == NULL)
		block_text(row, by);
	else
		block_link(row, address_of(doc, RECTYPE_WORK, by),
		    wording_short(doc, work));
}

/* Adds a row for each rating: "very low for Pain, rated by Nazari 2022". */
static void
put_topic_certainty(struct doc *doc, struct library *library,
    const struct topic *topic)
{
	const struct topic_certainty *c;
	struct block *row;
	size_t i;

	if (topic->certainty.count == 0)
		doc_field(doc, "Certainty", "not recorded");
	for (i = 0; i < topic->certainty.count; i++) {
		c = list_at(&topic->certainty, i);
		row = doc_row(doc, "Certainty");
		block_add(row, ROLE_GRADE, code_label(&ratings, c->rating));
		block_text(row, " for ");
		block_link(row, address_of(doc, RECTYPE_TERM, c->outcome),
		    library_label(library, doc, c->outcome));
		put_rater(row, doc, library, c->by);
		block_format(row, ROLE_TEXT, " [%s]", c->source);
		if (c->note != NULL)
			block_format(row, ROLE_TEXT, " (%s)", c->note);
	}
}

static void
topic_put_work(struct doc *doc, struct library *library,
    const struct topic_work *entry)
{
	const struct work *work = library_record(library, doc, RECTYPE_WORK,
	    entry->work);
	struct block *item = doc_item(doc, 0);

	block_link(item, address_of(doc, RECTYPE_WORK, entry->work),
	    work == NULL ? entry->work : wording_short(doc, work));
	if (work != NULL)
		block_format(item, ROLE_TEXT, ", %s, %s, %s",
		    wording_studied(doc, work) == NULL ?
		    "subjects not recorded" : wording_studied(doc, work),
		    work_design_label(work), wording_level(doc, work));
	block_text(item, ": ");
	block_add(item, ROLE_GRADE, code_label(&topic_bearings,
	    entry->bears));
	block_format(item, ROLE_TEXT, ". %s", entry->why);
	if (work != NULL)
		tell_caution(doc, work);
}

/* The works as records, for tables. */
static struct list
works_of(struct doc *doc, struct library *library, const struct topic *topic)
{
	struct list works = { .at = NULL };
	const struct topic_work *entry;
	struct work *work;
	size_t i;

	for (i = 0; i < topic->works.count; i++) {
		entry = list_at(&topic->works, i);
		work = library_record(library, doc, RECTYPE_WORK, entry->work);
		if (work != NULL)
			list_add(doc, &works, work);
	}
	return works;
}

static void
topic_put_propositions(struct doc *doc, struct library *library,
    const struct topic *topic)
{
	const struct proposition *proposition;
	struct block *item;
	size_t i;

	if (topic->propositions.count > 0)
		(void)doc_heading(doc, "Claims on this topic");
	for (i = 0; i < topic->propositions.count; i++) {
		proposition = library_record(library, doc,
		    RECTYPE_PROPOSITION, list_at(&topic->propositions, i));
		if (proposition == NULL)
			continue;
		item = doc_item(doc, 0);
		block_link(item, address_of(doc, RECTYPE_PROPOSITION,
		    proposition->id), proposition->statement);
		block_add(item, ROLE_GRADE, mem_format(doc, " %s. ",
		    code_label(&verdicts, proposition->verdict)));
		block_text(item, proposition->verdict_reason);
	}
}

/* The terms of the question. */
static void
put_scope(struct doc *doc, struct library *library, const struct topic *topic)
{
	size_t i;

	(void)doc_heading(doc, "The question");
	doc_field(doc, "Population", topic->population);
	tell_terms(doc, library, "Treatments", &topic->intervention);
	tell_terms(doc, library, "Compared with", &topic->comparators);
	tell_terms(doc, library, "Conditions", &topic->conditions);
	tell_terms(doc, library, "Outcomes", &topic->outcomes);
	tell_terms(doc, library, "Mechanisms", &topic->mechanisms);
	tell_terms(doc, library, "Terms", &topic->terms);
	if (topic->level_question != NULL)
		doc_field(doc, "Asks about", code_label(&level_questions,
		    topic->level_question));
	for (i = 0; i < topic->also.count; i++)
		doc_field(doc, "Also asked", list_at(&topic->also, i));
	doc_field(doc, "Updated", topic->updated);
	doc_field(doc, "Added", topic->added);
	doc_field(doc, "Changed", topic->changed);
	doc_field(doc, "Id", topic->id);
}

void
page_topic(struct doc *doc, struct library *library, const void *record,
    const char *only)
{
	const struct topic *topic = record;
	struct list works = works_of(doc, library, topic);
	size_t i;

	(void)only;
	(void)doc_title(doc, topic->question);
	doc_gap(doc);
	block_add(doc_paragraph(doc, 0), ROLE_GRADE, topic->answer);
	doc_gap(doc);
	put_topic_certainty(doc, library, topic);
	doc_field(doc, "Harms", topic->harms);
	doc_field(doc, "Not known", topic->gaps);
	doc_gap(doc);
	doc_para(doc, topic->detail);
	if (topic->works.count > 0)
		(void)doc_heading(doc, "Works, in reading order");
	for (i = 0; i < topic->works.count; i++)
		topic_put_work(doc, library, list_at(&topic->works, i));
	put_summary_of_findings(doc, library, RECTYPE_TOPIC, topic);
	(void)put_doses(doc, &works);
	put_appraisal_items(doc, library, &works);
	topic_put_propositions(doc, library, topic);
	put_scope(doc, library, topic);
}
