/* Which topic answers a question, and what works found for what was asked. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer/answer.h"
#include "answer/knowledge_pack.h"
#include "base/mem.h"
#include "base/text.h"
#include "page/found.h"

static void *ctx;
static struct library *library;

/* Shares of the questions that must be answered as the case says. */
#define RIGHT_LEAST	0.86
#define SILENT_LEAST	0.91

/* tests/cases/questions: a topic or "-", a tab, the question. */
static void
test_answer_topics_of_questions(void **state)
{
	const char *rest = file_text(ctx, source_path(ctx,
	    "tests/cases/questions")), *topic;
	size_t asked = 0, right = 0, others = 0, silent = 0;
	struct answer *answer;
	char *line, *question;

	(void)state;
	assert_non_null(rest);
	while ((line = next_line(ctx, &rest)) != NULL) {
		question = strchr(line, '\t');
		if (*line == '#' || question == NULL)
			continue;
		*question++ = '\0';
		answer = answer_find(knowledge_of(library), ctx, question);
		topic = answer->topic == NULL ? "-" : answer->topic->id;
		*(*line == '-' ? &others : &asked) += 1;
		if (strcmp(topic, line) == 0)
			*(*line == '-' ? &silent : &right) += 1;
		else
			print_message("%s: %s, not %s\n", question, topic,
			    line);
	}
	assert_true(asked >= 60 && others >= 40);
	assert_true((double)right >= RIGHT_LEAST * (double)asked);
	assert_true((double)silent >= SILENT_LEAST * (double)others);
}

static const struct result *
search_for(const char *query)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = 100 };

	return library_search(library, ctx, &search, query);
}

static char *
found_by(const struct result *result, size_t i)
{
	const struct answer *answer = answer_find(knowledge_of(library), ctx,
	    result->asked);
	const struct work *work = library_row(library, ctx, RECTYPE_WORK,
	    result->hits[i].record);

	return wording_found(ctx, library, work, found_asked(ctx, result,
	    answer), 3);
}

/* Harms that were reported come before others, and no benefit beside them. */
static void
test_answer_harms_come_first(void **state)
{
	static const char *const starts[] = { "Harm reported: ",
	    "No harm reported: ", "Harms: " };
	const struct result *result = search_for("is it safe");
	size_t last = 0, kind, i;
	const char *found;

	(void)state;
	assert_true(result->count > 3);
	for (i = 0; i < result->count; i++) {
		found = found_by(result, i);
		for (kind = 0; kind < 3 && !text_begins(found, starts[kind]);
		    kind++)
			continue;
		assert_true(kind < 3);
		assert_null(strstr(found, "favours"));
		assert_true((kind > 0) >= (last > 0));
		last = kind;
	}
	assert_true(last > 0);
}

/* The outcome that was asked about, and what it was compared with. */
static void
test_answer_hits_show_what_was_asked(void **state)
{
	const struct result *result = search_for("pain");
	bool compared = false;
	const char *found;
	size_t i;

	(void)state;
	assert_true(result->count > 20);
	for (i = 0; i < 5; i++) {
		found = found_by(result, i);
		assert_true(text_begins(found, "Pain: "));
		assert_null(strchr(found, ';'));
	}
	for (i = 0; i < result->count; i++) {
		found = found_by(result, i);
		compared |= found != NULL && strstr(found,
		    "no difference shown, compared with ") != NULL;
	}
	assert_true(compared);
}

/* A claim about the treatment that is named comes before those of its kin. */
static void
test_answer_the_named_treatment_leads(void **state)
{
	static const char *const named[] = {
	    "Gua sha raises the blood flow of soft tissue",
	    "Gua sha brings more blood to the soft tissue" };
	const struct answer_proposition *first;
	const struct answer *answer;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		answer = answer_find(knowledge_of(library), ctx, named[i]);
		assert_true(answer->stated > 0);
		first = list_at(&answer->propositions, 0);
		assert_non_null(strstr(first->known->text, "Gua sha"));
	}
}

/* What the index keeps is the knowledge that its records make, whole. */
static void
test_answer_index_keeps_the_knowledge(void **state)
{
	struct buf kept = library_prepared(library, ctx), again, made;

	(void)state;
	assert_true(kept.len > 0);
	again = knowledge_pack(ctx, knowledge_of(library));
	made = knowledge_prepare(library, ctx);
	assert_int_equal(kept.len, again.len);
	assert_memory_equal(kept.data, again.data, kept.len);
	assert_int_equal(kept.len, made.len);
	assert_memory_equal(kept.data, made.data, kept.len);
}

/* An empty knowledge of the same library and version as the one at hand. */
static struct knowledge *
empty_knowledge(void)
{
	const struct knowledge *whole = knowledge_of(library);
	struct knowledge *knowledge = mem_new(ctx, struct knowledge);

	knowledge->library = library;
	knowledge->propositions.tuning = whole->propositions.tuning;
	knowledge->topics.tuning = whole->topics.tuning;
	return knowledge;
}

/* Changed bytes are refused, or make a knowledge that can be asked. */
static void
test_answer_changed_knowledge_is_safe(void **state)
{
	enum { CHANGES = 200 };
	struct buf kept = library_prepared(library, ctx);
	size_t step = kept.len / CHANGES, at, refused = 0;
	struct knowledge *knowledge;

	(void)state;
	for (at = step / 2; at < kept.len; at += step) {
		knowledge = empty_knowledge();
		assert_false(knowledge_unpack(knowledge, kept.data, at));
		mem_free(knowledge);
		knowledge = empty_knowledge();
		kept.data[at] ^= (char)(1 << at % 8);
		if (knowledge_unpack(knowledge, kept.data, kept.len))
			(void)answer_find(knowledge, knowledge,
			    "does it help tendon pain in runners");
		else
			refused++;
		kept.data[at] ^= (char)(1 << at % 8);
		mem_free(knowledge);
	}
	assert_true(refused > 0);
}

/* Bytes of another version of the program are read as none. */
static void
test_answer_other_version_is_not_used(void **state)
{
	struct buf kept = library_prepared(library, ctx);
	struct knowledge *knowledge = empty_knowledge();

	(void)state;
	kept.data[0] ^= 1;
	assert_false(knowledge_unpack(knowledge, kept.data, kept.len));
	mem_free(knowledge);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answer_topics_of_questions),
		cmocka_unit_test(test_answer_harms_come_first),
		cmocka_unit_test(test_answer_hits_show_what_was_asked),
		cmocka_unit_test(test_answer_the_named_treatment_leads),
		cmocka_unit_test(test_answer_index_keeps_the_knowledge),
		cmocka_unit_test(test_answer_changed_knowledge_is_safe),
		cmocka_unit_test(test_answer_other_version_is_not_used),
	};
	int failed;

	ctx = mem_context(NULL);
	library = open_library(ctx, NULL);
	failed = cmocka_run_group_tests_name("answer", tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
