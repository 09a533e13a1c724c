/* Practice: questions of which the record has the answer. */
#include "page/practice.h"

#include <stdlib.h>
#include <strings.h>

#include "base/text.h"
#include "library/note_edit.h"
#include "page/page_search.h"
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

/* Works and claims that a query finds. */
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

/* The query for what a term is on: "outcome:pain". */
static const char *
query_of_term(const void *ctx, struct library *library, const char *id)
{
	const struct term *term = library_record(library, ctx, RECTYPE_TERM,
	    id);

	return term == NULL ? id : mem_format(ctx, "%s:%s", term->facet,
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

/* While questions are collected. */
struct collecting {
	const void		*ctx;
	struct library		*library;
	const char		*kind;		/* only this one, or NULL */
	const struct notes	*notes;
	struct list		 questions;
};

static bool
is_asked_already(const struct list *questions, const char *kind,
    enum rectype type, const char *id)
{
	const struct practice_question *question;
	size_t i;

	for (i = 0; i < questions->count; i++) {
		question = list_at(questions, i);
		if (question->type == type && text_same(question->id, id) &&
		    text_same(question->kind, kind))
			return true;
	}
	return false;
}

static void
practice_add(struct collecting *to, const char *kind, enum rectype type,
    const char *id)
{
	const struct address address = { .page = PAGE_RECORD, .kind = type,
	    .id = id, .query = "" };
	struct practice_question *question;

	if ((to->kind != NULL && !text_same(to->kind, kind)) ||
	    is_asked_already(&to->questions, kind, type, id))
		return;
	question = mem_new(to->ctx, struct practice_question);
	question->kind = kind;
	question->type = type;
	question->id = mem_text(question, id);
	question->page = library_keep(to->library, question, &address,
	    &question->bibliography);
	if (to->notes != NULL)
		practice_progress_of(to->notes, question->page,
		    question->bibliography, kind, &question->asked,
		    &question->agreed);
	list_add(to->ctx, &to->questions, question);
}

/* "7/10" or "7": the score, and the most that it can be (0: not said). */
static bool
score_read(const char *text, long *score, long *most)
{
	enum { SCORE_MAX = 1000 };
	char *end;

	*most = 0;
	if (text == NULL || *text < '0' || *text > '9')
		return false;
	*score = strtol(text, &end, 10);
	if (*end == '/' && end[1] >= '0' && end[1] <= '9')
		*most = strtol(end + 1, &end, 10);
	return *end == '\0' && *score <= SCORE_MAX && *most <= SCORE_MAX;
}

/* The first appraisal of the work itself with a score in numbers, or NULL. */
static const struct appraisal *
scored_appraisal(const struct work *work, long *score, long *most)
{
	const struct appraisal *appraisal;
	size_t i;

	for (i = 0; i < work->appraisals.count; i++) {
		appraisal = list_at(&work->appraisals, i);
		if (appraisal->of == NULL && score_read(appraisal->score,
		    score, most))
			return appraisal;
	}
	return NULL;
}

static void
questions_of_proposition(struct collecting *to, const char *id)
{
	void *scratch = mem_context(NULL);
	const struct proposition *proposition = id == NULL ? NULL :
	    library_record(to->library, scratch, RECTYPE_PROPOSITION, id);

	if (proposition != NULL && proposition->verdict != NULL)
		practice_add(to, "verdict", RECTYPE_PROPOSITION, id);
	mem_free(scratch);
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
	const struct work *work = library_record(to->library, scratch,
	    RECTYPE_WORK, id);
	struct list claims = { .at = NULL };
	long score, most;
	size_t i;

	/* The level of an imported work is not recorded, but made by rule. */
	if (work != NULL && work->imported == NULL && work_level(work) > 0)
		practice_add(to, "level", RECTYPE_WORK, work->id);
	if (work != NULL && scored_appraisal(work, &score, &most) != NULL)
		practice_add(to, "score", RECTYPE_WORK, work->id);
	if (work != NULL && (to->kind == NULL || text_same(to->kind,
	    "verdict")))
		claims = library_claims_of(to->library, scratch, work->id);
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

/* SplitMix64 (Steele, Lea and Flood 2014), for one order everywhere. */
static uint64_t
next_number(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

/* 0: never answered, 1: once differently, 2: always as recorded. */
static int
practice_turn(const struct practice_question *question)
{
	return question->asked == 0 ? 0 : question->agreed < question->asked ?
	    1 : 2;
}

void
practice_shuffle(struct list *questions, uint64_t seed)
{
	size_t i, k, n = questions->count, put = 0;
	void **all = mem_array(NULL, void *, n + 1), *other;
	int turn;

	for (i = n; i > 1; i--) {
		k = (size_t)(next_number(&seed) % i);
		other = questions->at[i - 1];
		questions->at[i - 1] = questions->at[k];
		questions->at[k] = other;
	}
	for (turn = 0; turn <= 2; turn++)
		for (i = 0; i < n; i++)
			if (practice_turn(questions->at[i]) == turn)
				all[put++] = questions->at[i];
	for (i = 0; i < n; i++)
		questions->at[i] = all[i];
	mem_free(all);
}

/* Asking. */

static void
put_blind_arms(struct doc *doc, const struct work *work)
{
	const struct arm *arm;
	struct block *line;
	size_t i;

	for (i = 0; i < work->arms.count; i++) {
		arm = list_at(&work->arms, i);
		line = doc_row(doc, i == 0 ? "Groups" : "");
		block_text(line, arm->name);
		if (arm->intervention != NULL && !text_same(arm->intervention,
		    arm->name))
			block_format(line, ROLE_TEXT, ": %s",
			    arm->intervention);
		if (arm->n != NULL)
			block_format(line, ROLE_TEXT, " (n = %s)", arm->n);
	}
}

/* What a reader must know to appraise it, and no more. */
static void
put_blind_work(struct doc *doc, struct library *library,
    const struct work *work)
{
	doc_field(doc, "Work", wording_short(doc, work));
	doc_field(doc, "Title", work->title);
	doc_field(doc, "Design", work_design_label(work));
	doc_field(doc, "Studied", wording_studied(doc, work));
	if (work->participants != NULL)
		doc_field(doc, "People", work->participants->population);
	tell_terms(doc, library, "Treatments", &work->techniques);
	tell_terms(doc, library, "Compared with", &work->comparators);
	put_blind_arms(doc, work);
	doc_field(doc, "Follow-up", work->follow_up);
}

static void
ask_level(struct doc *doc, struct library *library, const void *record)
{
	const struct work *work = record;

	put_blind_work(doc, library, work);
	doc_field(doc, "Question", mem_format(doc, "Which level of evidence, "
	    "for a question of %s, and why?", code_label(&level_questions,
	    level_question(work))));
	doc_field(doc, "Answers", "1 (strongest) to 5; your reason is not "
	    "judged");
}

static void
ask_score(struct doc *doc, struct library *library, const void *record)
{
	const struct work *work = record;
	const struct appraisal *appraisal;
	long score, most;

	put_blind_work(doc, library, work);
	appraisal = scored_appraisal(work, &score, &most);
	if (appraisal == NULL)
		return;
	doc_field(doc, "Question", mem_format(doc, "Which score on %s?",
	    appraisal->tool));
	doc_field(doc, "Answers", most == 0 ? "a number" : mem_format(doc,
	    "0 to %ld", most));
}

static void
ask_verdict(struct doc *doc, struct library *library, const void *record)
{
	const struct proposition *proposition = record;
	struct block *line;
	size_t i;

	(void)library;
	doc_field(doc, "Claim", proposition->statement);
	doc_field(doc, "Question", mem_format(doc, "What is the verdict on "
	    "%s?", code_label(&verdict_bases, proposition->verdict_on)));
	line = doc_row(doc, "Answers");
	for (i = 0; i < verdicts.count; i++)
		block_format(line, ROLE_TEXT, "%s%zu %s", i == 0 ? "" : ", ",
		    i + 1, verdicts.at[i].label);
}

/* Revealing. */

static void
put_read(struct doc *doc, const struct practice_question *question,
    const char *doi)
{
	struct block *line = doc_row(doc, "Read");
	const char *address = address_of(doc, question->type, question->id);

	block_link(line, address, address);
	if (doi != NULL)
		block_format(line, ROLE_TEXT, ", https://doi.org/%s", doi);
}

static void
reveal_level(struct doc *doc, struct library *library,
    const struct practice_question *question, const void *record)
{
	const struct work *work = record;
	const struct code *design = code_find(&designs, work_design(work));

	doc_field(doc, "Recorded", wording_level(doc, work));
	doc_field(doc, "Design", design == NULL ? work_design_label(work) :
	    mem_format(doc, "%s: %s", work_design_label(work),
	    design->meaning));
	doc_field(doc, "Why", work->level_reason != NULL ? work->level_reason
	    : "the level of its design; nothing recorded grades it down");
	doc_field(doc, "Caution", wording_caution(doc, work));
	doc_field(doc, "Source", mem_format(doc, "%s, by the rule of "
	    "strigil-evidence(7)", library_title(library)));
	put_read(doc, question, work->doi);
}

static void
reveal_score(struct doc *doc, struct library *library,
    const struct practice_question *question, const void *record)
{
	const struct work *work = record;
	const struct appraisal *appraisal;
	const struct source *source;
	long score, most;

	(void)library;
	appraisal = scored_appraisal(work, &score, &most);
	if (appraisal == NULL)
		return;
	source = appraisal->source == NULL ? NULL : work_source(work,
	    appraisal->source);
	doc_field(doc, "Recorded", mem_format(doc, "%s %s", appraisal->tool,
	    appraisal->score));
	doc_field(doc, "By", appraisal->by);
	doc_field(doc, "Source", source == NULL ? NULL : source->url);
	doc_field(doc, "Limits", work->limitations);
	put_read(doc, question, work->doi);
}

static void
reveal_verdict(struct doc *doc, struct library *library,
    const struct practice_question *question, const void *record)
{
	const struct proposition *proposition = record;
	const struct code *verdict = code_find(&verdicts,
	    proposition->verdict);

	doc_field(doc, "Recorded", code_label(&verdicts,
	    proposition->verdict));
	doc_field(doc, "Meaning", verdict == NULL ? NULL : verdict->meaning);
	doc_field(doc, "Why", proposition->verdict_reason);
	doc_field(doc, "Source", library_title(library));
	put_read(doc, question, NULL);
}

/* Judging. */

/* "2", "Level 2", "2, few people": the number; "2.5" and "2 or 3" are none. */
static bool
number_said(const char *answer, const char *noun, long *number)
{
	static const char *const joins[] = { "or ", "to ", "and " };
	size_t n = strlen(noun), i;
	char *end;

	if (strncasecmp(answer, noun, n) == 0 && answer[n] == ' ')
		answer += n + 1;
	if (*answer < '0' || *answer > '9')
		return false;
	*number = strtol(answer, &end, 10);
	if (*end != '\0' && strchr(",;: ", *end) == NULL)
		return false;
	end += strspn(end, ",;: ");
	for (i = 0; i < sizeof(joins) / sizeof(joins[0]); i++)
		if (text_begins(end, joins[i]))
			return false;
	return *end < '0' || *end > '9';
}

static enum practice_judgement
judge_level(const void *record, const char *answer)
{
	long level;

	if (!number_said(answer, "level", &level) || level < 1 || level > 5)
		return PRACTICE_NOT_CLEAR;
	return level == work_level(record) ? PRACTICE_AGREES :
	    PRACTICE_DIFFERS;
}

static enum practice_judgement
judge_score(const void *record, const char *answer)
{
	long score = 0, most = 0, said, of = 0;

	if (scored_appraisal(record, &score, &most) == NULL ||
	    (!score_read(answer, &said, &of) && !number_said(answer, "score",
	    &said)) || (of != 0 && of != most) || (most != 0 && said > most))
		return PRACTICE_NOT_CLEAR;
	return said == score ? PRACTICE_AGREES : PRACTICE_DIFFERS;
}

static bool
is_code(const struct code *code, const char *folded, bool whole)
{
	const char *const names[] = { code->id, code->label, code->sign };
	char *name;
	bool is = false;
	size_t i;

	for (i = 0; !is && i < sizeof(names) / sizeof(names[0]); i++) {
		name = text_fold(NULL, names[i]);
		is = whole ? text_same(name, folded) : text_begins(name,
		    folded);
		mem_free(name);
	}
	return is;
}

/* The only row with this name, or else with this beginning of one; or NULL. */
static const struct code *
code_said(const struct codelist *list, const char *answer)
{
	char *folded = text_fold(NULL, answer);
	const struct code *found = NULL;
	size_t matches = 0, i;
	int whole;
	long number;

	if (text_natural(folded, 1000, &number) && number >= 1 &&
	    (size_t)number <= list->count) {
		found = &list->at[number - 1];
		matches = 1;
	}
	for (whole = 1; whole >= 0 && matches == 0 && *folded != '\0'; whole--)
		for (i = 0; i < list->count; i++)
			if (is_code(&list->at[i], folded, whole == 1)) {
				found = &list->at[i];
				matches++;
			}
	mem_free(folded);
	return matches == 1 ? found : NULL;
}

static enum practice_judgement
judge_verdict(const void *record, const char *answer)
{
	const struct proposition *proposition = record;
	const struct code *said = code_said(&verdicts, answer);

	if (said == NULL)
		return PRACTICE_NOT_CLEAR;
	return text_same(said->id, proposition->verdict) ? PRACTICE_AGREES :
	    PRACTICE_DIFFERS;
}

/* Kinds. */

static const struct kind {
	const char	*name;
	void		(*ask)(struct doc *doc, struct library *library,
			    const void *record);
	void		(*reveal)(struct doc *doc, struct library *library,
			    const struct practice_question *question,
			    const void *record);
	enum practice_judgement	(*judge)(const void *record,
			    const char *answer);
} kinds[] = {
	{ "level", ask_level, reveal_level, judge_level },
	{ "score", ask_score, reveal_score, judge_score },
	{ "verdict", ask_verdict, reveal_verdict, judge_verdict },
};

static const struct kind *
kind_of(const struct practice_question *question)
{
	size_t i;

	for (i = 0; !text_same(kinds[i].name, question->kind); i++)
		assert(i + 1 < sizeof(kinds) / sizeof(kinds[0]));
	return &kinds[i];
}

void
practice_put(struct doc *doc, struct library *library,
    const struct practice_question *question, size_t number, size_t count)
{
	const void *record = library_record(library, doc, question->type,
	    question->id);

	(void)doc_heading(doc, mem_format(doc, "Question %zu of %zu: %s",
	    number, count, question->kind));
	if (record != NULL)
		kind_of(question)->ask(doc, library, record);
	if (question->asked > 0)
		doc_field(doc, "Before", mem_format(doc, "%ld of %ld as "
		    "recorded", question->agreed, question->asked));
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
	const void *record = library_record(library, scratch, question->type,
	    question->id);
	enum practice_judgement judgement = record == NULL ?
	    PRACTICE_NOT_CLEAR : kind_of(question)->judge(record, answer);

	mem_free(scratch);
	return judgement;
}

struct doc *
practice_reveal(const void *ctx, struct library *library,
    const struct practice_question *question)
{
	struct doc *doc = doc_new(ctx, address_of(ctx, question->type,
	    question->id));
	const void *record = library_record(library, doc, question->type,
	    question->id);

	if (record != NULL)
		kind_of(question)->reveal(doc, library, question, record);
	return doc;
}
