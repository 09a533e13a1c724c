/* Practice: which questions are asked, in what order, and how answers count. */
#include "support.h"

#include "base/text.h"
#include "library/note_edit.h"
#include "library/notebook.h"
#include "page/practice.h"
#include "page/wording.h"

static void *ctx;
static struct library *library;

/* The questions about one record. */
static struct list
ask_about(enum rectype type, const char *id, const char *kind,
    const struct notes *notes)
{
	struct address *address = mem_new(ctx, struct address);
	struct list addresses = { .at = NULL };

	*address = (struct address){ .page = PAGE_RECORD, .kind = type,
	    .id = id, .query = "" };
	list_add(ctx, &addresses, address);
	return practice_questions(ctx, library, &addresses, kind, notes);
}

/* The number of questions of a kind. */
static size_t
count_kind(const struct list *questions, const char *kind)
{
	size_t n = 0, i;

	for (i = 0; i < questions->count; i++)
		n += text_same(((const struct practice_question *)list_at(
		    questions, i))->kind, kind);
	return n;
}

static void
test_only_what_is_recorded_is_asked(void **state)
{
	struct list ids = library_ids(library, ctx, RECTYPE_WORK), questions;
	const struct work *work;
	size_t levels = 0, scores = 0, i;

	(void)state;
	for (i = 0; i < ids.count; i++) {
		work = library_record(library, ctx, RECTYPE_WORK, list_at(&ids,
		    i));
		questions = ask_about(RECTYPE_WORK, work->id, NULL, NULL);
		assert_int_equal(count_kind(&questions, "level"), work_level(
		    work) > 0);
		assert_true(count_kind(&questions, "score") <=
		    work->appraisals.count);
		assert_true(count_kind(&questions, "direction") <=
		    work->findings.count);
		levels += count_kind(&questions, "level");
		scores += count_kind(&questions, "score");
	}
	assert_true(levels > 50);
	/*
	 * No question is asked about a score in words, or about scores of other
	 * works.
	 */
	assert_true(scores > 5);
	questions = ask_about(RECTYPE_WORK, "artioli-2019", "score", NULL);
	assert_int_equal(questions.count, 0);
	questions = ask_about(RECTYPE_TERM, "pain", NULL, NULL);
	assert_int_equal(questions.count, 0);
	questions = ask_about(RECTYPE_WORK, "nothing-such", NULL, NULL);
	assert_int_equal(questions.count, 0);
}

/* The page of a question never contains the answer. */
static void
test_questions_are_blind(void **state)
{
	struct list questions = ask_about(RECTYPE_LIST, "start-here", NULL,
	    NULL);
	const struct practice_question *question;
	const struct block *block;
	const struct doc *doc;
	const struct work *work;
	size_t i, k;
	char *text;

	(void)state;
	assert_true(questions.count > 20);
	for (i = 0; i < questions.count; i++) {
		question = list_at(&questions, i);
		doc = practice_ask(ctx, library, question, 1, 1);
		if (question->type != RECTYPE_WORK)
			continue;
		work = library_record(library, ctx, RECTYPE_WORK,
		    question->id);
		for (k = 0; k < doc->blocks.count; k++) {
			block = list_at(&doc->blocks, k);
			text = block_plain(ctx, block);
			assert_null(strstr(text, wording_level(ctx, work)));
			assert_null(work->level_reason == NULL ? NULL :
			    strstr(text, work->level_reason));
		}
	}
}

static enum practice_judgement
judge(const char *id, const char *kind, const char *answer)
{
	struct list questions = ask_about(text_same(kind, "verdict") ?
	    RECTYPE_PROPOSITION : RECTYPE_WORK, id, kind, NULL);

	assert_int_equal(questions.count, 1);
	return practice_judge(library, list_at(&questions, 0), answer);
}

static void
test_levels_and_scores_are_judged(void **state)
{
	static const struct {
		const char	*kind;
		const char	*answer;
		enum practice_judgement	 is;
	} cases[] = {
		{ "level", "2", PRACTICE_AGREES },
		{ "level", "level 2", PRACTICE_AGREES },
		{ "level", "Level 2", PRACTICE_AGREES },
		{ "level", "2, a trial in people", PRACTICE_AGREES },
		{ "level", "3", PRACTICE_DIFFERS },
		{ "level", "1: it compares", PRACTICE_DIFFERS },
		{ "level", "2 or 3", PRACTICE_NOT_CLEAR },
		{ "level", "2 3", PRACTICE_NOT_CLEAR },
		{ "level", "2.5", PRACTICE_NOT_CLEAR },
		{ "level", "0", PRACTICE_NOT_CLEAR },
		{ "level", "6", PRACTICE_NOT_CLEAR },
		{ "level", "99999999999999999999", PRACTICE_NOT_CLEAR },
		{ "level", "two", PRACTICE_NOT_CLEAR },
		{ "level", "level", PRACTICE_NOT_CLEAR },
		{ "score", "7", PRACTICE_AGREES },
		{ "score", "7/10", PRACTICE_AGREES },
		{ "score", "score 7", PRACTICE_AGREES },
		{ "score", "5", PRACTICE_DIFFERS },
		{ "score", "7/11", PRACTICE_NOT_CLEAR },
		{ "score", "11", PRACTICE_NOT_CLEAR },
		{ "score", "-7", PRACTICE_NOT_CLEAR },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (judge(text_same(cases[i].kind, "level") ? "crothers-2016" :
		    "yuen-2017", cases[i].kind, cases[i].answer) !=
		    cases[i].is)
			fail_msg("%s: \"%s\"", cases[i].kind,
			    cases[i].answer);
}

/* Answers may be ids, labels, symbols, numbers and unambiguous prefixes. */
static void
test_verdicts_are_judged(void **state)
{
	struct list ids = library_ids(library, ctx, RECTYPE_PROPOSITION);
	const struct proposition *proposition;
	const struct code *code;
	const char *id;
	size_t i, k;

	(void)state;
	assert_true(ids.count > 0);
	for (i = 0; i < ids.count; i++) {
		id = list_at(&ids, i);
		proposition = library_record(library, ctx,
		    RECTYPE_PROPOSITION, id);
		for (k = 0; k < verdicts.count; k++) {
			code = &verdicts.at[k];
			assert_int_equal(judge(id, "verdict", code->label),
			    text_same(code->id, proposition->verdict) ?
			    PRACTICE_AGREES : PRACTICE_DIFFERS);
			assert_int_equal(judge(id, "verdict", code->id),
			    judge(id, "verdict", code->label));
			assert_int_equal(judge(id, "verdict", mem_format(ctx,
			    "%zu", k + 1)), judge(id, "verdict",
			    code->label));
		}
		assert_int_equal(judge(id, "verdict", "UNT"), judge(id,
		    "verdict", "untested"));
		assert_int_equal(judge(id, "verdict", "not"), judge(id,
		    "verdict", "not supported"));
		assert_int_equal(judge(id, "verdict", "s"),
		    PRACTICE_NOT_CLEAR);
		assert_int_equal(judge(id, "verdict", "9"),
		    PRACTICE_NOT_CLEAR);
		assert_int_equal(judge(id, "verdict", "..."),
		    PRACTICE_NOT_CLEAR);
	}
}

/*
 * The saved answers decide which questions come first; the seed decides the
 * rest.
 */
static void
test_unanswered_questions_come_first(void **state)
{
	struct notebook *notebook = notebook_open(ctx, NULL);
	struct notes_draft *draft = notebook_edit_notes(notebook, ctx);
	struct list first = ask_about(RECTYPE_LIST, "start-here", NULL, NULL),
	    again;
	const struct practice_question *known = list_at(&first, 0),
	    *wrong = list_at(&first, 1), *last;
	struct err err = ERR_INIT;
	size_t conflicts, i;

	(void)state;
	practice_progress_put(draft->notes, known->page, known->bibliography,
	    known->kind, true);
	practice_progress_put(draft->notes, wrong->page, wrong->bibliography,
	    wrong->kind, true);
	practice_progress_put(draft->notes, wrong->page, wrong->bibliography,
	    wrong->kind, false);
	assert_int_equal(draft->notes->practice.count, 2);
	assert_true(notebook_save_notes(notebook, draft, &conflicts, &err));
	for (i = 0; i < 5; i++) {
		again = ask_about(RECTYPE_LIST, "start-here", NULL,
		    notebook_notes(notebook));
		assert_int_equal(again.count, first.count);
		practice_shuffle(&again, i);
		practice_order(&again);
		last = list_at(&again, again.count - 1);
		assert_string_equal(last->page, known->page);
		assert_string_equal(last->kind, known->kind);
		last = list_at(&again, again.count - 2);
		assert_string_equal(last->page, wrong->page);
		assert_int_equal(last->asked, 2);
		assert_int_equal(last->agreed, 1);
	}
}

/* Answers the question of a page; returns the next page. */
static struct address
answer_page(struct notebook *notebook, const struct address *page,
    bool agrees, size_t *number)
{
	struct notes_draft *draft = notebook_edit_notes(notebook, ctx);
	struct practice_session session;
	struct address answered = *page;
	struct err err = ERR_INIT;
	size_t conflicts;

	practice_session_read(ctx, library, page, &session);
	assert_non_null(session.question);
	*number = session.first + 1;
	answered.about = practice_about(ctx, session.question);
	answered.skip = NULL;
	practice_progress_put(draft->notes, session.question->page,
	    session.question->bibliography, session.question->kind, agrees);
	assert_true(notebook_save_notes(notebook, draft, &conflicts, &err));
	practice_session_read(ctx, library, &answered, &session);
	assert_int_equal(session.first + 1, *number);
	return practice_ask_at(ctx, &answered, session.next);
}

/*
 * Each question is asked and counted once; then those answered differently,
 * twice.
 */
static void
test_a_session_counts_up(void **state)
{
	struct notebook *notebook = notebook_open(ctx, NULL);
	struct address page = { .page = PAGE_PRACTICE, .plot = "level",
	    .query = "list/start-here" }, again = page;
	struct practice_session session;
	size_t all, number, before, i;

	(void)state;
	library_attach(library, notebook);
	practice_session_read(ctx, library, &page, &session);
	all = session.questions.count;
	assert_true(all > 4);
	for (i = 1; i <= all; i++) {
		page = answer_page(notebook, &page, i != 2 && i != 4, &number);
		assert_int_equal(number, i);
		assert_string_equal(page.plot, "level");
		if (i != 3)
			continue;
		/* A new session continues where this one is. */
		practice_session_read(ctx, library, &again, &session);
		assert_int_equal(session.first, 3);
		assert_int_equal(session.answered, 3);
	}
	for (i = 0; i < 2; i++) {
		page = answer_page(notebook, &page, true, &number);
		assert_int_equal(number, 2);
		page = answer_page(notebook, &page, true, &number);
		assert_int_equal(number, 4);
	}
	for (before = 4, i = 0; i < 2 * all; i++, before = number) {
		page = answer_page(notebook, &page, true, &number);
		assert_int_equal(number, before % all + 1);
	}
	library_attach(library, NULL);
}

static void
test_a_seed_is_an_order(void **state)
{
	struct list one = ask_about(RECTYPE_LIST, "start-here", NULL, NULL),
	    same = ask_about(RECTYPE_LIST, "start-here", NULL, NULL),
	    other = ask_about(RECTYPE_LIST, "start-here", NULL, NULL);
	size_t equal = 0, i;

	(void)state;
	practice_shuffle(&one, 7);
	practice_shuffle(&same, 7);
	practice_shuffle(&other, 8);
	for (i = 0; i < one.count; i++) {
		assert_string_equal(((struct practice_question *)list_at(&one,
		    i))->page, ((struct practice_question *)list_at(&same,
		    i))->page);
		equal += text_same(((struct practice_question *)list_at(&one,
		    i))->page, ((struct practice_question *)list_at(&other,
		    i))->page);
	}
	assert_true(equal < one.count);
}

/* Every question has a right answer, and most have a wrong one. */
static void
test_every_kind_is_judged_by_the_record(void **state)
{
	static const char *const tried[] = { "1", "2", "3", "4", "5", "6", "7",
	    "8", "9", "10" };
	struct list ids = library_ids(library, ctx, RECTYPE_TOPIC), all;
	size_t right[16] = { 0 }, wrong[16] = { 0 }, i, k, t;
	const struct practice_question *question;
	enum practice_judgement is;

	(void)state;
	for (t = 0; t < ids.count; t++) {
		all = ask_about(RECTYPE_TOPIC, list_at(&ids, t), NULL, NULL);
		for (i = 0; i < all.count; i++) {
			question = list_at(&all, i);
			for (k = 0; !text_same(practice_kinds.at[k].id,
			    question->kind); k++)
				assert_true(k < practice_kinds.count);
			is = PRACTICE_DIFFERS;
			for (size_t n = 0; n < 10 && is != PRACTICE_AGREES;
			    n++) {
				is = practice_judge(library, question,
				    tried[n]);
				right[k] += is == PRACTICE_AGREES;
				wrong[k] += is == PRACTICE_DIFFERS;
			}
			assert_int_equal(is, PRACTICE_AGREES);
		}
	}
	/* No answers to items are recorded for these works. */
	for (k = 0; k < practice_kinds.count; k++)
		assert_int_equal(right[k] > 0, !text_same(
		    practice_kinds.at[k].id, "item"));
	assert_true(wrong[0] > 0 && wrong[1] > 0);
}

static enum practice_judgement
judge_part(const char *id, const char *kind, size_t part, const char *answer)
{
	struct list questions = ask_about(RECTYPE_WORK, id, kind, NULL);
	struct practice_question *question;

	assert_int_equal(questions.count, 1);
	question = list_at(&questions, 0);
	question->part = part;
	return practice_judge(library, question, answer);
}

/* Judged by the numbers in the files. */
static void
test_plots_are_read_by_their_numbers(void **state)
{
	(void)state;
	/* 4.94 degrees [3.29, 6.60], 2.32 [1.30, 3.34], 0.39 cm [-1.34, 2.11] */
	assert_int_equal(judge_part("tang-2024", "interval", 0, "yes"),
	    PRACTICE_AGREES);
	assert_int_equal(judge_part("tang-2024", "interval", 1, "y"),
	    PRACTICE_AGREES);
	assert_int_equal(judge_part("tang-2024", "interval", 2, "yes"),
	    PRACTICE_DIFFERS);
	assert_int_equal(judge_part("tang-2024", "interval", 2, "no"),
	    PRACTICE_AGREES);
	/* Higher is better, so the estimate favours what was studied. */
	assert_int_equal(judge_part("tang-2024", "side", 2, "1"),
	    PRACTICE_AGREES);
	/* -9.5 mm of pain: lower is better. */
	assert_int_equal(judge_part("lee-2010", "side", 0, "what"),
	    PRACTICE_AGREES);
	assert_int_equal(judge_part("lee-2010", "side", 0, "the comp"),
	    PRACTICE_DIFFERS);
	assert_int_equal(judge_part("tang-2024", "interval", 99, "yes"),
	    PRACTICE_NOT_CLEAR);
}

/*
 * A plot in a question has no words that interpret it, and no links to such
 * words.
 */
static void
test_plots_are_blind(void **state)
{
	struct list questions = ask_about(RECTYPE_WORK, "lee-2010",
	    "interval", NULL);
	const struct doc *doc = practice_ask(ctx, library, list_at(
	    &questions, 0), 1, 1);
	const struct block *block;
	size_t drawn = 0, i;
	char *text;

	(void)state;
	for (i = 0; i < doc->blocks.count; i++) {
		block = list_at(&doc->blocks, i);
		text = block_plain(ctx, block->spoken != NULL ?
		    block->spoken : block);
		assert_null(strstr(text, "no difference)"));
		assert_null(strstr(text, "Caution"));
		drawn += block->kind == BLOCK_VERBATIM && text_begins(text,
		    "Row ");
	}
	assert_true(drawn > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_what_is_recorded_is_asked),
		cmocka_unit_test(test_questions_are_blind),
		cmocka_unit_test(test_levels_and_scores_are_judged),
		cmocka_unit_test(test_verdicts_are_judged),
		cmocka_unit_test(test_unanswered_questions_come_first),
		cmocka_unit_test(test_a_session_counts_up),
		cmocka_unit_test(test_a_seed_is_an_order),
		cmocka_unit_test(test_every_kind_is_judged_by_the_record),
		cmocka_unit_test(test_plots_are_read_by_their_numbers),
		cmocka_unit_test(test_plots_are_blind),
	};
	int failed;

	ctx = mem_context(NULL);
	library = open_library(ctx, NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
