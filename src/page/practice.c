/* Practice: questions whose answers are in the records. */
#include "page/practice.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "library/note_edit.h"
#include "library/notebook.h"
#include "page/page_search.h"
#include "page/practice_kinds.h"
#include "page/wording.h"
#include "record/guide.h"
#include "record/level.h"
#include "record/topic.h"

/* Pages. */

enum { HITS_MAX = 1000 };

static void
add_page_to_ask(const void *ctx, struct list *addresses, enum rectype type,
    const char *id)
{
	struct address *address = mem_new(ctx, struct address);

	*address = (struct address){ .page = PAGE_RECORD, .kind = type,
	    .id = mem_text(address, id), .query = "" };
	list_add(ctx, addresses, address);
}

static void
add_all_to_ask(const void *ctx, struct library *library, struct list *addresses,
    enum rectype type)
{
	struct list ids = library_ids(library, ctx, type);
	size_t i;

	for (i = 0; i < ids.count; i++)
		add_page_to_ask(ctx, addresses, type, list_at(&ids, i));
}

static const struct result *
add_hits_to_ask(const void *ctx, struct library *library,
    struct list *addresses, enum rectype type, const char *query)
{
	const struct search search = { .target = type, .order = ORDER_COUNT,
	    .limit = HITS_MAX, .strict = type == RECTYPE_CLAIM };
	const struct result *result = library_search(library, ctx, &search,
	    query);
	size_t i;

	for (i = 0; i < result->count; i++)
		add_page_to_ask(ctx, addresses, type, library_id(library, ctx,
		    result->hits[i].record));
	return result;
}

/* Adds the works and claims that a query finds. */
static void
add_found_to_ask(const void *ctx, struct library *library,
    struct list *addresses, const char *query, const char **remark)
{
	const struct result *result = add_hits_to_ask(ctx, library, addresses,
	    RECTYPE_WORK, query);
	const char *relaxed = wording_relaxation(ctx, result);

	if (result->count > 0 && *relaxed != '\0')
		*remark = relaxed;
	(void)add_hits_to_ask(ctx, library, addresses, RECTYPE_CLAIM, query);
}

/* The query for the works on a term: "outcome:pain". */
static const char *
query_of_term(const void *ctx, struct library *library, const char *id)
{
	const struct term *term = library_record(library, ctx, RECTYPE_TERM,
	    id);

	return term == NULL ? id : library_clause(library, ctx, term->facet,
	    term->id);
}

bool
practice_is_address(const char *words)
{
	void *scratch = mem_context(NULL);
	struct address address;
	bool is = strchr(words, '/') != NULL && address_parse(scratch, words,
	    &address) && address.page == PAGE_RECORD && address.kind <
	    RECTYPE_COUNT;

	mem_free(scratch);
	return is;
}

struct list
practice_pages(const void *ctx, struct library *library, const char *words,
    const char **remark)
{
	struct list addresses = { .at = NULL };
	struct address address;
	const char *id = text_begins(words, "list/") ? words +
	    strlen("list/") : words;
	bool is_path = practice_is_address(words);

	*remark = NULL;
	if (*words == '\0') {
		add_all_to_ask(ctx, library, &addresses, RECTYPE_WORK);
		add_all_to_ask(ctx, library, &addresses, RECTYPE_PROPOSITION);
		add_all_to_ask(ctx, library, &addresses, RECTYPE_TOPIC);
	} else if (library_record(library, ctx, RECTYPE_LIST, id) != NULL) {
		add_page_to_ask(ctx, &addresses, RECTYPE_LIST, id);
	} else if (library_resolve(library, ctx, words, &address) &&
	    address.page == PAGE_RECORD) {
		if (address.kind != RECTYPE_TERM)
			add_page_to_ask(ctx, &addresses, address.kind,
			    address.id);
		else
			add_found_to_ask(ctx, library, &addresses, is_path ?
			    query_of_term(ctx, library, address.id) : words,
			    remark);
	} else if (!is_path) {
		add_found_to_ask(ctx, library, &addresses, words, remark);
	}
	return addresses;
}

/* State while collecting questions. */
struct collecting {
	const void		*ctx;
	struct library		*library;
	const char		*kind;		/* only this kind, or NULL */
	const struct notes	*notes;
	struct list		 questions;
};

static bool
is_asked_already(const struct collecting *to,
    const struct practice_kind *kind, const char *id)
{
	const struct practice_question *question;
	size_t i;

	for (i = 0; i < to->questions.count; i++) {
		question = list_at(&to->questions, i);
		if (question->kind == kind->name && text_same(question->id,
		    id))
			return true;
	}
	return false;
}

/*
 * A question of this kind about a record; `parts` is the number to choose from.
 */
static struct practice_question *
question_new(const struct collecting *to, const struct practice_kind *kind,
    const char *id, size_t parts)
{
	const struct address address = { .page = PAGE_RECORD,
	    .kind = kind->type, .id = id, .query = "" };
	struct practice_question *question = mem_new(to->ctx,
	    struct practice_question);

	question->kind = kind->name;
	question->type = kind->type;
	question->id = mem_text(question, id);
	question->page = library_keep(to->library, question, &address,
	    &question->bibliography);
	if (to->notes != NULL)
		practice_progress_of(to->notes, question->page,
		    question->bibliography, kind->name, &question->asked,
		    &question->agreed);
	question->part = (size_t)question->asked % parts;
	return question;
}

static bool
is_kind_wanted(const struct collecting *to, const struct practice_kind *kind)
{
	return to->kind == NULL || text_same(to->kind, kind->name);
}

/* Questions that need only the record itself. */
static void
questions_of_record(struct collecting *to, enum rectype type, const char *id)
{
	const struct practice_kind *kind;
	void *scratch = mem_context(NULL);
	const void *record = id == NULL ? NULL : library_record(to->library,
	    scratch, type, id);
	size_t parts, i;

	for (i = 0; record != NULL && i < practice_asks_count; i++) {
		kind = &practice_asks[i];
		if (kind->type != type || !is_kind_wanted(to, kind) ||
		    is_asked_already(to, kind, id))
			continue;
		parts = kind->count(scratch, to->library, record);
		if (parts > 0)
			list_add(to->ctx, &to->questions, question_new(to,
			    kind, id, parts));
	}
	mem_free(scratch);
}

static void
questions_of_proposition(struct collecting *to, const char *id)
{
	questions_of_record(to, RECTYPE_PROPOSITION, id);
}

static void
questions_of_claim(struct collecting *to, const char *id)
{
	void *scratch = mem_context(NULL);
	const struct claim *claim = library_record(to->library, scratch,
	    RECTYPE_CLAIM, id);

	if (claim != NULL)
		questions_of_proposition(to, claim->group);
	mem_free(scratch);
}

static void
questions_of_work(struct collecting *to, const char *id)
{
	void *scratch = mem_context(NULL);
	struct list claims = { .at = NULL };
	size_t i;

	questions_of_record(to, RECTYPE_WORK, id);
	if (is_kind_wanted(to, practice_kind_find("verdict")))
		claims = library_claims_of(to->library, scratch, id);
	for (i = 0; i < claims.count; i++)
		questions_of_claim(to, list_at(&claims, i));
	mem_free(scratch);
}

static void
questions_of_topic(struct collecting *to, const char *id)
{
	void *scratch = mem_context(NULL);
	const struct topic *topic = library_record(to->library, scratch,
	    RECTYPE_TOPIC, id);
	size_t i;

	questions_of_record(to, RECTYPE_TOPIC, id);
	for (i = 0; topic != NULL && i < topic->works.count; i++)
		questions_of_work(to, ((const struct topic_work *)list_at(
		    &topic->works, i))->work);
	for (i = 0; topic != NULL && i < topic->propositions.count; i++)
		questions_of_proposition(to, list_at(&topic->propositions,
		    i));
	mem_free(scratch);
}

static void	questions_of_page(struct collecting *to,
		    const struct address *address);

static void
questions_of_items(struct collecting *to, const struct list *items)
{
	const struct reading_item *item;
	struct address address;
	void *scratch;
	size_t i;

	for (i = 0; i < items->count; i++) {
		item = list_at(items, i);
		scratch = mem_context(NULL);
		if (library_target(to->library, scratch, item->page,
		    item->bibliography, &address) == TARGET_HERE &&
		    address.page == PAGE_RECORD && address.kind !=
		    RECTYPE_LIST)
			questions_of_page(to, &address);
		mem_free(scratch);
	}
}

static void
questions_of_list(struct collecting *to, const char *id)
{
	void *scratch = mem_context(NULL);
	const struct reading_list *list = library_record(to->library, scratch,
	    RECTYPE_LIST, id);
	size_t i;

	if (list != NULL)
		questions_of_items(to, &list->items);
	for (i = 0; list != NULL && i < list->sections.count; i++)
		questions_of_items(to, &((const struct reading_section *)
		    list_at(&list->sections, i))->items);
	mem_free(scratch);
}

static const struct {
	void	(*add)(struct collecting *to, const char *id);
} askable[RECTYPE_COUNT] = {
	[RECTYPE_WORK] = { questions_of_work },
	[RECTYPE_CLAIM] = { questions_of_claim },
	[RECTYPE_PROPOSITION] = { questions_of_proposition },
	[RECTYPE_TOPIC] = { questions_of_topic },
	[RECTYPE_LIST] = { questions_of_list },
};

static void
questions_of_page(struct collecting *to, const struct address *address)
{
	if (address->page == PAGE_RECORD && address->kind < RECTYPE_COUNT &&
	    askable[address->kind].add != NULL)
		askable[address->kind].add(to, address->id);
}

struct list
practice_questions(const void *ctx, struct library *library,
    const struct list *addresses, const char *kind, const struct notes *notes)
{
	struct collecting to = { ctx, library, kind, notes, { .at = NULL } };
	size_t i;

	for (i = 0; i < addresses->count; i++)
		questions_of_page(&to, list_at(addresses, i));
	return to.questions;
}

/* Order. */

/* SplitMix64 (Steele, Lea and Flood 2014): the same order on every system. */
static uint64_t
next_number(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

/*
 * The priority of a question: 0 if it was never answered, 1 if at least half of
 * the answers differed from the record, 2 otherwise.
 */
static int
practice_turn(const struct practice_question *question)
{
	return question->asked == 0 ? 0 : question->asked - question->agreed >=
	    question->agreed ? 1 : 2;
}

void
practice_shuffle(struct list *questions, uint64_t seed)
{
	void *other;
	size_t i, k;

	for (i = questions->count; i > 1; i--) {
		k = (size_t)(next_number(&seed) % i);
		other = questions->at[i - 1];
		questions->at[i - 1] = questions->at[k];
		questions->at[k] = other;
	}
}

void
practice_order(struct list *questions)
{
	size_t i, n = questions->count, put = 0;
	void **all = mem_array(NULL, void *, n + 1);
	int turn;

	for (turn = 0; turn <= 2; turn++)
		for (i = 0; i < n; i++)
			if (practice_turn(questions->at[i]) == turn)
				all[put++] = questions->at[i];
	for (i = 0; i < n; i++)
		questions->at[i] = all[i];
	mem_free(all);
}

/* Asking. */

/*
 * The part of the record that a question is about; its record is NULL if
 * deleted.
 */
static struct practice_part
part_of(const void *ctx, struct library *library,
    const struct practice_question *question)
{
	const struct practice_kind *kind = practice_kind_find(question->kind);
	struct practice_part part = { library, library_record(library, ctx,
	    question->type, question->id), question->part };

	assert(kind != NULL);
	if (part.record != NULL && question->part >= kind->count(ctx, library,
	    part.record))
		part.record = NULL;
	return part;
}

void
practice_put(struct doc *doc, struct library *library,
    const struct practice_question *question, size_t number, size_t count)
{
	struct practice_part part = part_of(doc, library, question);

	const char *kind = code_label(&practice_kinds, question->kind);

	(void)doc_heading(doc, count == 0 ? mem_format(doc, "Question: %s",
	    kind) : mem_format(doc, "Question %zu of %zu: %s", number, count,
	    kind));
	if (part.record != NULL)
		practice_kind_find(question->kind)->ask(doc, &part);
	if (question->asked > 0)
		doc_field(doc, "Before", mem_format(doc, "%ld of %ld match the "
		    "record", question->agreed, question->asked));
}

struct doc *
practice_ask(const void *ctx, struct library *library,
    const struct practice_question *question, size_t number, size_t count)
{
	struct doc *doc = doc_new(ctx, address_of(ctx, question->type,
	    question->id));

	practice_put(doc, library, question, number, count);
	return doc;
}

enum practice_judgement
practice_judge(struct library *library,
    const struct practice_question *question, const char *answer)
{
	void *scratch = mem_context(NULL);
	struct practice_part part = part_of(scratch, library, question);
	enum practice_judgement judgement = part.record == NULL ?
	    PRACTICE_NOT_CLEAR : practice_kind_find(question->kind)->judge(
	    scratch, &part, answer);

	mem_free(scratch);
	return judgement;
}

void
practice_put_answer(struct doc *doc, struct library *library,
    const struct practice_question *question)
{
	struct practice_part part = part_of(doc, library, question);
	const char *address = address_of(doc, question->type, question->id);
	struct block *line;
	const char *doi;

	if (part.record == NULL)
		return;
	practice_kind_find(question->kind)->reveal(doc, &part);
	doi = question->type == RECTYPE_WORK ? ((const struct work *)
	    part.record)->doi : NULL;
	line = doc_row(doc, "Read");
	block_link(line, address, address);
	if (doi != NULL)
		block_format(line, ROLE_TEXT, ", https://doi.org/%s", doi);
}

struct doc *
practice_reveal(const void *ctx, struct library *library,
    const struct practice_question *question)
{
	struct doc *doc = doc_new(ctx, address_of(ctx, question->type,
	    question->id));

	practice_put_answer(doc, library, question);
	return doc;
}

/* The browser's page. */

/* Reads "work/teapot-2021,score,2": the second score of that work. */
static struct practice_question *
question_about(const void *ctx, struct library *library,
    const struct address *address)
{
	const struct collecting to = { ctx, library, NULL, NULL,
	    { .at = NULL } };
	char *name = mem_text(ctx, address->about);
	char *number = strrchr(name, ','), *word;
	const struct practice_kind *kind = NULL;
	struct practice_question *question;
	struct address record;
	long part;

	if (number != NULL) {
		*number++ = '\0';
		word = strrchr(name, ',');
		if (word != NULL) {
			*word++ = '\0';
			kind = practice_kind_find(word);
		}
	}
	if (kind == NULL || !number_integer(number, 1, LONG_MAX, &part) ||
	    !library_resolve(library, ctx, name, &record) || record.page !=
	    PAGE_RECORD || record.kind != kind->type)
		return NULL;
	question = question_new(&to, kind, record.id, 1);
	question->part = (size_t)part - 1;
	return part_of(ctx, library, question).record == NULL ? NULL :
	    question;
}

/* The index of a question; the number of questions if it is not there. */
static size_t
index_of(const struct list *questions,
    const struct practice_question *question)
{
	const struct practice_question *other;
	size_t i;

	for (i = 0; i < questions->count; i++) {
		other = list_at(questions, i);
		if (other->kind == question->kind && text_same(other->id,
		    question->id))
			break;
	}
	return i;
}

/*
 * The index, among `count` questions from `from` on, of the first question with
 * the lowest priority.
 */
static size_t
first_turn(const struct list *questions, size_t from, size_t count)
{
	int turn = INT_MAX, other;
	size_t best = 0, at, i;

	for (i = 0; i < count; i++) {
		at = (from + i) % questions->count;
		other = practice_turn(list_at(questions, at));
		if (other < turn) {
			best = at;
			turn = other;
		}
	}
	return best;
}

/*
 * Finds the position in the session: the question asked, or the one answered.
 */
static void
find_place(struct practice_session *session, const struct address *address)
{
	size_t n = session->questions.count;
	long skip = 0;

	if (n == 0)
		return;
	if (address->about != NULL && session->question != NULL)
		session->first = index_of(&session->questions,
		    session->question);
	else if (address->skip != NULL && number_natural(address->skip, LONG_MAX,
	    &skip))
		session->first = (size_t)skip % n;
	else
		session->first = first_turn(&session->questions, 0, n);
	/* Do not ask the same question again, unless it is the only one. */
	session->next = first_turn(&session->questions, session->first + 1,
	    n > 1 ? n - 1 : 1);
	if (address->about == NULL)
		session->question = list_at(&session->questions,
		    session->first);
}

void
practice_session_read(const void *ctx, struct library *library,
    const struct address *address, struct practice_session *session)
{
	struct notebook *notebook = library_notebook(library);
	const struct notes *notes = notebook == NULL ? NULL : notebook_notes(
	    notebook);
	const struct practice_question *question;
	struct list pages;
	size_t i;

	/* A fixed seed, so that a redrawn page keeps its order. */
	enum { SEED = 1 };

	*session = (struct practice_session){ .remark = NULL };
	pages = practice_pages(ctx, library, address->query,
	    &session->remark);
	session->questions = practice_questions(ctx, library, &pages,
	    address->plot, notes);
	practice_shuffle(&session->questions, SEED);
	for (i = 0; i < session->questions.count; i++) {
		question = list_at(&session->questions, i);
		session->asked += question->asked;
		session->agreed += question->agreed;
		session->answered += question->asked > 0;
	}
	if (address->about != NULL)
		session->question = question_about(ctx, library, address);
	find_place(session, address);
}

struct address
practice_ask_at(const void *ctx, const struct address *address, size_t index)
{
	struct address next = *address;

	next.skip = mem_format(ctx, "%zu", index);
	next.about = next.answer = NULL;
	return next;
}

char *
practice_about(const void *ctx, const struct practice_question *question)
{
	return mem_format(ctx, "%s,%s,%zu", address_of(ctx, question->type,
	    question->id), question->kind, question->part + 1);
}
