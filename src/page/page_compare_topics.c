/*
 * Two topics side by side, such as a student's and the bibliography's: what
 * each asks, answers and is based on, and where they disagree.
 */
#include "page/page_compare_topics.h"

#include <string.h>

#include "base/text.h"
#include "page/wording.h"
#include "record/topic.h"

enum { TOPICS = 2 };

struct topic_pair {
	struct doc		*doc;
	struct library		*library;
	const struct topic	*topics[TOPICS];
	struct table		*table;
	struct buf		 same, differ;	/* cells of the labels */
	struct list		 disagree;	/* char *, sentences */
	bool			 common;	/* both topics have the work */
	bool			 rated;		/* both topics have a rated
						   outcome */
};

/* Points. */

static const char *
say_asks_about(const struct topic_pair *pair, const struct topic *topic)
{
	(void)pair;
	return code_label(&level_questions, topic->level_question == NULL ?
	    "benefit" : topic->level_question);
}

/* All ratings of an outcome ("low by Nazari et al. 2019"), or NULL. */
static char *
ratings_for(const struct topic_pair *pair, const struct topic *topic,
    const char *outcome)
{
	const struct topic_certainty *c;
	struct buf out = { .data = NULL };
	const struct work *by;
	size_t i;

	for (i = 0; i < topic->certainty.count; i++) {
		c = list_at(&topic->certainty, i);
		if (!text_same(c->outcome, outcome))
			continue;
		by = library_record(pair->library, pair->doc, RECTYPE_WORK,
		    c->by);
		buf_format(pair->doc, &out, "%s%s by %s", out.len > 0 ? ", " :
		    "", code_label(&ratings, c->rating), by == NULL ? c->by :
		    wording_short(pair->doc, by));
	}
	return out.data;
}

static const char *
say_certainty(const struct topic_pair *pair, const struct topic *topic)
{
	const struct topic_certainty *c;
	struct list seen = { .at = NULL };
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < topic->certainty.count; i++) {
		c = list_at(&topic->certainty, i);
		if (list_holds(&seen, c->outcome))
			continue;
		list_add(pair->doc, &seen, mem_text(pair->doc, c->outcome));
		buf_format(pair->doc, &out, "%s%s: %s", out.len > 0 ? "; " :
		    "", library_label(pair->library, pair->doc, c->outcome),
		    ratings_for(pair, topic, c->outcome));
	}
	return out.data;
}

struct topic_point {
	const char	*label;
	const char	*(*say)(const struct topic_pair *pair,
			    const struct topic *topic);	/* or instead */
	size_t		 text;		/* the offset of a text */
	size_t		 terms;		/* the offset of a list of terms */
};

#define TEXT(member)	.text = offsetof(struct topic, member)
#define TERMS(member)	.terms = offsetof(struct topic, member)

static const struct topic_point points[] = {
	{ "Question", TEXT(question) },
	{ "Population", TEXT(population) },
	{ "Treatments", TERMS(intervention) },
	{ "Compared with", TERMS(comparators) },
	{ "Conditions", TERMS(conditions) },
	{ "Outcomes", TERMS(outcomes) },
	{ "Asks about", .say = say_asks_about },
	{ "Answer", TEXT(answer) },
	{ "Certainty", .say = say_certainty },
	{ "Harms", TEXT(harms) },
	{ "Not known", TEXT(gaps) },
};

static const char *
say_topic_point(const struct topic_pair *pair, const struct topic_point *point,
    const struct topic *topic)
{
	const char *at = (const char *)topic;

	if (point->terms != 0)
		return library_labels(pair->library, pair->doc,
		    (const void *)(at + point->terms));
	if (point->text == 0)
		return point->say(pair, topic);
	return *(const char *const *)(const void *)(at + point->text);
}

static void
put_point(struct topic_pair *pair, const char *label, const char *const *said)
{
	bool same = text_same(said[0], said[1]);
	struct buf *labels = same ? &pair->same : &pair->differ;
	struct table_row *row;
	size_t i;

	if (said[0] == NULL && said[1] == NULL)
		return;
	row = table_row(pair->table, 0);
	block_add(row->head, ROLE_LABEL, label);
	block_add(row->head, same ? ROLE_TEXT : ROLE_WARNING, same ?
	    " (same)" : " (different)");
	buf_format(pair->doc, labels, "%s%s", labels->len > 0 ? ", " : "",
	    label);
	for (i = 0; i < TOPICS; i++)
		block_text(table_cell(row), said[i] == NULL ? "not recorded" :
		    said[i]);
}

static void
put_points_of_topics(struct topic_pair *pair)
{
	const char *said[TOPICS];
	size_t i, k;

	pair->table = doc_table(pair->doc, TABLE_PROSE);
	for (k = 0; k < TOPICS; k++)
		table_head(pair->table, pair->topics[k]->id,
		    pair->topics[k]->id, address_of(pair->doc, RECTYPE_TOPIC,
		    pair->topics[k]->id));
	for (i = 0; i < COUNT(points); i++) {
		for (k = 0; k < TOPICS; k++)
			said[k] = say_topic_point(pair, &points[i],
			    pair->topics[k]);
		put_point(pair, points[i].label, said);
	}
}

/* Works. */

static const struct topic_work *
topic_work_of(const struct topic *topic, const char *work)
{
	const struct topic_work *entry;
	size_t i;

	for (i = 0; i < topic->works.count; i++) {
		entry = list_at(&topic->works, i);
		if (text_same(entry->work, work))
			return entry;
	}
	return NULL;
}

static const char *
work_name(const struct topic_pair *pair, const char *id)
{
	const struct work *work = library_record(pair->library, pair->doc,
	    RECTYPE_WORK, id);

	return work == NULL ? id : wording_short(pair->doc, work);
}

/* A work, how each topic interprets it, and why if they differ. */
static void
put_common_work(struct topic_pair *pair, const struct topic_work *one,
    const struct topic_work *other)
{
	const char *a = code_label(&topic_bearings, one->bears);
	const char *b = code_label(&topic_bearings, other->bears);
	struct block *item = doc_item(pair->doc, 0);

	block_link(item, address_of(pair->doc, RECTYPE_WORK, one->work),
	    work_name(pair, one->work));
	if (text_same(one->bears, other->bears)) {
		block_format(item, ROLE_TEXT, ": %s in both", a);
		return;
	}
	block_add(item, ROLE_WARNING, mem_format(pair->doc, ": %s in %s, %s "
	    "in %s", a, pair->topics[0]->id, b, pair->topics[1]->id));
	list_add(pair->doc, &pair->disagree, mem_format(pair->doc, "%s: %s in "
	    "%s (%s), %s in %s (%s)", work_name(pair, one->work), a,
	    pair->topics[0]->id, one->why, b, pair->topics[1]->id,
	    other->why));
}

static void
put_common_works(struct topic_pair *pair)
{
	const struct topic_work *one, *other;
	size_t count = 0, i;

	(void)doc_heading(pair->doc, "Works in both");
	for (i = 0; i < pair->topics[0]->works.count; i++) {
		one = list_at(&pair->topics[0]->works, i);
		other = topic_work_of(pair->topics[1], one->work);
		if (other == NULL)
			continue;
		put_common_work(pair, one, other);
		count++;
	}
	pair->common = count > 0;
	if (!pair->common)
		doc_para(pair->doc, "None.");
}

static void
put_own_works(struct topic_pair *pair, size_t own)
{
	const struct topic *topic = pair->topics[own];
	const struct topic_work *entry;
	struct block *item;
	size_t count = 0, i;

	(void)doc_heading(pair->doc, mem_format(pair->doc, "Works only in %s",
	    topic->id));
	for (i = 0; i < topic->works.count; i++) {
		entry = list_at(&topic->works, i);
		if (topic_work_of(pair->topics[TOPICS - 1 - own],
		    entry->work) != NULL)
			continue;
		item = doc_item(pair->doc, 0);
		block_link(item, address_of(pair->doc, RECTYPE_WORK,
		    entry->work), work_name(pair, entry->work));
		block_format(item, ROLE_TEXT, ": %s. %s", code_label(
		    &topic_bearings, entry->bears), entry->why);
		count++;
	}
	if (count == 0)
		doc_para(pair->doc, "None.");
}

/* Disagreement. */

/* Whether one topic has all ratings of an outcome that another topic has. */
static bool
has_ratings_of(const struct topic *topic, const struct topic *other,
    const char *outcome)
{
	const struct topic_certainty *c, *found;
	size_t i, k;

	for (i = 0; i < other->certainty.count; i++) {
		c = list_at(&other->certainty, i);
		for (k = 0; k < topic->certainty.count; k++) {
			found = list_at(&topic->certainty, k);
			if (text_same(found->outcome, c->outcome) &&
			    text_same(found->rating, c->rating) &&
			    text_same(found->by, c->by))
				break;
		}
		if (text_same(c->outcome, outcome) && k ==
		    topic->certainty.count)
			return false;
	}
	return true;
}

/* The outcomes that both topics rate differently. */
static void
find_certainty_differences(struct topic_pair *pair)
{
	const struct topic_certainty *c;
	struct list seen = { .at = NULL };
	const struct topic *one = pair->topics[0], *other = pair->topics[1];
	const char *a, *b;
	size_t i;

	for (i = 0; i < one->certainty.count; i++) {
		c = list_at(&one->certainty, i);
		a = ratings_for(pair, one, c->outcome);
		b = ratings_for(pair, other, c->outcome);
		pair->rated |= b != NULL;
		if (list_holds(&seen, c->outcome) || b == NULL ||
		    (has_ratings_of(one, other, c->outcome) &&
		    has_ratings_of(other, one, c->outcome)))
			continue;
		list_add(pair->doc, &seen, mem_text(pair->doc, c->outcome));
		list_add(pair->doc, &pair->disagree, mem_format(pair->doc,
		    "Certainty for %s: %s in %s; %s in %s", library_label(
		    pair->library, pair->doc, c->outcome), a, one->id, b,
		    other->id));
	}
}

static void
put_disagreement(struct topic_pair *pair)
{
	size_t i;

	find_certainty_differences(pair);
	(void)doc_heading(pair->doc, "Where they disagree");
	if (!text_same(pair->topics[0]->answer, pair->topics[1]->answer))
		doc_para(pair->doc, "The answers are worded differently: "
		    "compare them above.");
	for (i = 0; i < pair->disagree.count; i++)
		block_text(doc_item(pair->doc, 0), list_at(&pair->disagree,
		    i));
	if (pair->disagree.count == 0)
		doc_para(pair->doc, mem_format(pair->doc, "%s, and no outcome "
		    "is rated %s.", pair->common ? "Works in both topics "
		    "point the same way" : "No work is in both topics",
		    pair->rated ? "differently" : "in both"));
}

/* The page. */

bool
compares_topics(struct library *library, const char *addresses)
{
	void *scratch = mem_context(NULL);
	struct address address;
	bool topic = addresses != NULL && library_resolve(library, scratch,
	    mem_text_n(scratch, addresses, strcspn(addresses, ", ")),
	    &address) && address.page == PAGE_RECORD && address.kind ==
	    RECTYPE_TOPIC;

	mem_free(scratch);
	return topic;
}

static bool
take_topics(struct topic_pair *pair, const char *addresses)
{
	char *copy = mem_text(pair->doc, addresses), *text, *next = NULL;
	struct address address;
	size_t count = 0;

	for (text = strtok_r(copy, ", ", &next); text != NULL;
	    text = strtok_r(NULL, ", ", &next)) {
		if (count == TOPICS || !library_resolve(pair->library,
		    pair->doc, text, &address) || address.page != PAGE_RECORD ||
		    address.kind != RECTYPE_TOPIC)
			return false;
		pair->topics[count] = library_record(pair->library, pair->doc,
		    RECTYPE_TOPIC, address.id);
		if (pair->topics[count++] == NULL)
			return false;
	}
	return count == TOPICS;
}

struct doc *
page_compare_topics(const void *ctx, struct library *library,
    const struct address *address)
{
	struct topic_pair pair = { .doc = doc_new(ctx, "compare"),
	    .library = library };
	struct block *same, *differ;
	size_t i;

	pair.doc->address = address_print(pair.doc, address);
	if (!take_topics(&pair, address->works)) {
		mem_free(pair.doc);
		return NULL;
	}
	(void)doc_title(pair.doc, "2 topics compared");
	for (i = 0; i < TOPICS; i++)
		block_link(doc_item(pair.doc, 0), address_of(pair.doc,
		    RECTYPE_TOPIC, pair.topics[i]->id),
		    pair.topics[i]->question);
	doc_gap(pair.doc);
	same = doc_row(pair.doc, "In common");
	differ = doc_row(pair.doc, "Different");
	doc_gap(pair.doc);
	put_points_of_topics(&pair);
	block_text(same, pair.same.len > 0 ? pair.same.data : "nothing");
	block_text(differ, pair.differ.len > 0 ? pair.differ.data : "nothing");
	put_common_works(&pair);
	for (i = 0; i < TOPICS; i++)
		put_own_works(&pair, i);
	put_disagreement(&pair);
	return pair.doc;
}
