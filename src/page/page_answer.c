/* The answer at the top of a page of results. */
#include "page/page_answer.h"

#include "base/text.h"
#include "page/found.h"
#include "page/wording.h"
#include "record/topic.h"

enum {
	STATED_MOST = 5,	/* maximum propositions that a text can state */
	NEAR_SHOWN = 2,
	RATINGS_MOST = 3,
	ARTICLES_MOST = 3,
	REASON_CELLS = 150,
	PARTS_SHOWN = 2,
	PART_CELLS = 50		/* cells of a quoted part of a sentence */
};

/* The first sentence of a text, owned by `ctx`. */
static char *
first_sentence(const void *ctx, const char *text)
{
	const char *end = strstr(text, ". ");

	return end == NULL ? mem_text(ctx, text) : mem_text_n(ctx, text,
	    (size_t)(end - text) + 1);
}

/* Topics. */

static void
answer_page_put_certainty(struct doc *doc, struct library *library,
    const struct topic *topic)
{
	const struct topic_certainty *rating;
	const struct work *work;
	struct block *line;
	size_t i;

	if (topic->certainty.count == 0)
		return;
	line = doc_paragraph(doc, 0);
	block_add(line, ROLE_LABEL, "Certainty: ");
	for (i = 0; i < topic->certainty.count && i < RATINGS_MOST; i++) {
		rating = list_at(&topic->certainty, i);
		work = library_record(library, doc, RECTYPE_WORK, rating->by);
		block_format(line, ROLE_TEXT, "%s%s ", i > 0 ? "; " : "",
		    library_label(library, doc, rating->outcome));
		block_add(line, ROLE_GRADE, rating->rating);
		block_text(line, ", rated by ");
		block_link(line, address_of(doc, RECTYPE_WORK, rating->by),
		    work == NULL ? rating->by : wording_short(doc, work));
	}
}

static void
put_topic(struct doc *doc, struct library *library,
    const struct known *known, bool brief)
{
	const struct topic *topic = library_record(library, doc,
	    RECTYPE_TOPIC, known->id);
	struct block *line = doc_paragraph(doc, 0);

	if (topic == NULL)
		return;
	block_link(line, address_of(doc, RECTYPE_TOPIC, topic->id),
	    topic->question);
	block_text(line, " ");
	block_add(line, ROLE_HEADING, topic->answer);
	if (brief)
		return;
	answer_page_put_certainty(doc, library, topic);
	if (topic->harms == NULL)
		return;
	line = doc_paragraph(doc, 0);
	block_add(line, ROLE_LABEL, "Harms: ");
	block_text(line, topic->harms);
}

/* Quotes at most this many words or parts of the question. */
static void
put_quoted(struct doc *doc, const char *before, const struct list *texts,
    size_t most)
{
	struct block *line;
	size_t i;

	if (texts->count == 0)
		return;
	line = doc_paragraph(doc, 0);
	block_add(line, ROLE_WARNING, before);
	for (i = 0; i < texts->count && i < most; i++)
		block_format(line, ROLE_WARNING, "%s\"%s\"", i == 0 ? "" :
		    ", ", text_cut(doc, list_at(texts, i), PART_CELLS));
	if (texts->count > most)
		block_format(line, ROLE_WARNING, " and %zu more",
		    texts->count - most);
	block_add(line, ROLE_WARNING, ".");
}

/* A topic is about everything in its question, whatever a search excludes. */
static void
put_excluded(struct doc *doc, const struct answer *answer)
{
	char *excluded;

	if (answer->excluded == NULL)
		return;
	excluded = text_clean(doc, answer->excluded, strlen(
	    answer->excluded));
	block_add(doc_paragraph(doc, 0), ROLE_WARNING, mem_format(doc,
	    "Excluded from the works, but not from this answer: \"%s\".",
	    text_cut(doc, excluded, PART_CELLS)));
}

/* The words that the answer read in another way than the search did. */
static void
put_replaced(struct doc *doc, const struct answer *answer)
{
	const struct answer_replaced *replaced;
	struct block *line = NULL;
	size_t i;

	for (i = 0; i < answer->replaced.count; i++) {
		replaced = list_at(&answer->replaced, i);
		if (line == NULL)
			line = doc_paragraph(doc, 0);
		block_format(line, ROLE_WARNING, "%s\"%s\" read as \"%s\"%s",
		    i == 0 ? "" : ", ", replaced->typed, replaced->read,
		    i + 1 == answer->replaced.count ? "." : "");
	}
}

/* Propositions. */

/* "said by article 000 and 002", or the number of pages that say it. */
static void
put_sayers(struct block *line, struct library *library,
    const struct proposition *proposition)
{
	const struct claim *claim;
	struct list said = { .at = NULL };
	const char *name;
	size_t i;

	for (i = 0; i < proposition->members.count; i++) {
		claim = library_record(library, line, RECTYPE_CLAIM,
		    list_at(&proposition->members, i));
		name = claim == NULL ? NULL : wording_article_short(line,
		    library, claim->article);
		if (name != NULL && !list_holds(&said, name))
			list_add(line, &said, mem_text(line, name));
	}
	for (i = 0; i < said.count && i < ARTICLES_MOST; i++)
		block_format(line, ROLE_TEXT, "%s%s", i == 0 ? " Said by " :
		    ", ", (const char *)list_at(&said, i));
	if (said.count > ARTICLES_MOST)
		block_format(line, ROLE_TEXT, " and %zu more", said.count -
		    ARTICLES_MOST);
	if (said.count > 0)
		block_text(line, ".");
	if (proposition->popular != NULL)
		block_format(line, ROLE_TEXT, " Found on %s popular page%s.",
		    proposition->popular, text_same(proposition->popular,
		    "1") ? "" : "s");
}

static void
put_proposition(struct doc *doc, struct library *library,
    const struct answer_proposition *found, bool brief)
{
	const struct proposition *proposition = library_record(library, doc,
	    RECTYPE_PROPOSITION, found->known->id);
	struct block *item;

	if (proposition == NULL)
		return;
	item = doc_item(doc, 0);
	if (found->denied)
		block_add(item, ROLE_WARNING, "You deny: ");
	block_link(item, address_of(doc, RECTYPE_PROPOSITION,
	    proposition->id), proposition->statement);
	block_text(item, " ");
	block_add(item, ROLE_GRADE, code_label(&verdicts,
	    proposition->verdict));
	block_text(item, ".");
	if (brief)
		return;
	put_sayers(item, library, proposition);
	block_format(item, ROLE_TEXT, " %s", text_cut(doc, first_sentence(doc,
	    proposition->verdict_reason), REASON_CELLS));
}

static const char *
count_word(const void *ctx, size_t count)
{
	static const char *const words[] = { "no", "one", "two", "three",
	    "four", "five" };

	return count < COUNT(words) ? words[count] :
	    mem_format(ctx, "%zu", count);
}

static void
answer_page_put_propositions(struct doc *doc, struct library *library,
    const struct answer *answer)
{
	size_t most = answer->stated < STATED_MOST ? answer->stated :
	    STATED_MOST, i;

	if (answer->sentence && answer->stated > 1)
		doc_para(doc, mem_format(doc, "Your sentence matches %s "
		    "known claims:", count_word(doc, answer->stated)));
	else if (answer->stated > 0)
		doc_para(doc, answer->sentence ? "Your sentence "
		    "matches a known claim:" : "Claims about this:");
	for (i = 0; i < most; i++)
		put_proposition(doc, library, list_at(&answer->propositions, i),
		    most > 2);
}

/* Terms. */

static void
answer_page_put_term(struct doc *doc, struct library *library,
    const struct answer *answer)
{
	const struct concept *concept = answer->terms.count > 0 ?
	    list_at(&answer->terms, 0) : NULL;
	const struct term *term = concept == NULL ? NULL :
	    library_record(library, doc, RECTYPE_TERM, concept->id);
	struct block *line;

	if (term == NULL)
		return;
	line = doc_paragraph(doc, 0);
	block_add(line, ROLE_LABEL, "Term: ");
	block_link(line, address_of(doc, RECTYPE_TERM, term->id),
	    term->label);
	block_format(line, ROLE_TEXT, " (%s)%s%s", term->facet, term->scope ==
	    NULL ? "" : ": ", term->scope == NULL ? "" : term->scope);
}

/* The text to show if there is no answer. */

static void
put_near(struct doc *doc, struct library *library,
    const struct answer *answer)
{
	const struct known *topic = answer->near_topic;
	bool near = topic != NULL || answer->propositions.count > 0;
	struct block *line;
	size_t i;

	line = doc_paragraph(doc, 0);
	block_add(line, ROLE_WARNING, answer->held ?
	    "No summary answers this" : "Not covered here");
	block_format(line, ROLE_TEXT, "; %s.", answer->held ?
	    "see the works" : "evidence may exist elsewhere");
	for (i = 0; i < answer->unheld.count && !answer->held; i++)
		block_format(line, ROLE_TEXT, "%s\"%s\"%s", i == 0 ?
		    " No answer here mentions " : " or ",
		    (const char *)list_at(&answer->unheld, i), i + 1 ==
		    answer->unheld.count ? "." : "");
	block_text(line, near ? " Near it:" : "");
	if (topic != NULL)
		block_link(doc_item(doc, 0), address_of(doc, RECTYPE_TOPIC,
		    topic->id), topic->text);
	for (i = 0; i < answer->propositions.count && i < NEAR_SHOWN; i++)
		put_proposition(doc, library, list_at(&answer->propositions, i),
		    true);
}

/*
 * Whether to say that nothing answers the question.  For a name or a term alone,
 * only if no work matches all words, and either a similar topic exists or a word
 * is not in the knowledge base.
 */
static bool
is_unanswered(const struct answer *answer)
{
	return !answer_is_found(answer) && (answer->sentence ||
	    answer->fragment || answer->question ||
	    (answer->near_topic != NULL && !answer->held) ||
	    (answer->terms.count > 0 && !answer->held &&
	    answer->unheld.count > 0));
}

bool
put_answer(struct doc *doc, struct library *library,
    const struct answer *answer)
{
	bool statement = answer->sentence && answer->stated > 0;
	size_t before = doc->blocks.count;

	if (statement) {
		answer_page_put_propositions(doc, library, answer);
		put_quoted(doc, "Not covered here: ", &answer->parts, PARTS_SHOWN);
	}
	if (answer->topic != NULL) {
		put_topic(doc, library, answer->topic, statement);
		put_quoted(doc, "This answer does not mention ",
		    &answer->uncovered, SIZE_MAX);
		put_excluded(doc, answer);
	}
	if (!statement)
		answer_page_put_propositions(doc, library, answer);
	if (answer->topic == NULL)
		put_quoted(doc, "This answer does not mention ",
		    &answer->uncovered, SIZE_MAX);
	put_replaced(doc, answer);
	if (is_unanswered(answer))
		put_near(doc, library, answer);
	if (!statement)
		answer_page_put_term(doc, library, answer);
	return doc->blocks.count > before;
}

/* Leaves out what the page of results says of corrections. */
static void
drop_corrected(struct answer *answer, const struct result *result)
{
	const struct answer_replaced *replaced;
	size_t i;

	for (i = answer->replaced.count; i-- > 0;) {
		replaced = list_at(&answer->replaced, i);
		if (result->corrected != NULL && strstr(result->corrected,
		    replaced->read) != NULL)
			(void)list_take(&answer->replaced, i);
	}
}

struct answer *
result_answer(const void *ctx, struct library *library,
    const struct result *result)
{
	char *excluded, *kept, *words;
	struct knowledge *knowledge;
	struct answer *answer;

	if (result->answer != NULL)
		return result->answer;
	kept = result_kept(ctx, library, result, &excluded);
	words = filter_plain_words(ctx, library_declared(library), kept !=
	    NULL ? kept : result->corrected != NULL ? result->corrected :
	    result->asked);
	if (*words == '\0')
		return NULL;
	knowledge = knowledge_of(library);
	if (knowledge_is_empty(knowledge))
		return NULL;
	answer = answer_find(knowledge, ctx, words);
	if (excluded != NULL)
		answer_exclude(answer, knowledge, excluded);
	drop_corrected(answer, result);
	answer->held = result_has_all(result);
	return answer;
}

bool
answer_lead(struct library *library, struct result *result, struct list *ids)
{
	const struct topic *topic;
	const struct topic_work *work;
	size_t i;

	result->answer = NULL;
	result->answer = result_answer(result, library, result);
	if (result->answer == NULL || result->answer->topic == NULL)
		return false;
	topic = library_record(library, result, RECTYPE_TOPIC,
	    result->answer->topic->id);
	for (i = 0; topic != NULL && i < topic->works.count; i++) {
		work = list_at(&topic->works, i);
		list_add(result, ids, mem_text(result, work->work));
	}
	return result->answer->uncovered.count == 0;
}

/* The page of the record that answers a whole text; false if none does. */
static bool
resolve_answer(const struct answer *answer, const void *ctx,
    struct address *address)
{
	const struct known *known = answer->topic;

	address->kind = RECTYPE_TOPIC;
	if (known == NULL && answer->stated == 1) {
		address->kind = RECTYPE_PROPOSITION;
		known = ((const struct answer_proposition *)list_at(
		    &answer->propositions, 0))->known;
	}
	if (known == NULL || answer->uncovered.count > 0 ||
	    answer->parts.count > 0 || answer->replaced.count > 0)
		return false;
	address->id = mem_text(ctx, known->id);
	return true;
}

/* The page to which a result leads; false if there is none. */
static bool
resolve_result(struct library *library, const void *ctx,
    const struct result *result, struct address *address)
{
	const struct answer *answer;

	*address = (struct address){ .page = PAGE_RECORD,
	    .kind = RECTYPE_WORK };
	if (result->by_name && result->total == 1) {
		address->id = library_id(library, ctx, result->hits[0].record);
		return address->id != NULL;
	}
	answer = result_answer(result, library, result);
	return answer != NULL && result->corrected == NULL &&
	    resolve_answer(answer, ctx, address);
}

bool
answer_resolve(struct library *library, const void *ctx, const char *text,
    struct address *address)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = 1 };
	struct result *result;
	bool found;

	if (strchr(text, ' ') == NULL)
		return false;
	result = library_search(library, NULL, &search, text);
	found = resolve_result(library, ctx, result, address);
	mem_free(result);
	return found;
}

struct doc *
page_answer(const void *ctx, struct library *library,
    const struct result *result)
{
	const struct answer *answer;
	struct doc *doc = doc_new(ctx, "answer");

	answer = result_answer(doc, library, result);
	if (answer != NULL)
		(void)put_answer(doc, library, answer);
	doc->answers = answer != NULL && answer_is_found(answer);
	put_found(doc, library, result, found_asked(doc, result, answer));
	if (doc->blocks.count == 0) {
		mem_free(doc);
		return NULL;
	}
	return doc;
}
