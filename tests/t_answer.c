/* Which topic answers a question, and what works found for what was asked. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer/answer.h"
#include "base/mem.h"
#include "base/text.h"
#include "page/found.h"

static void *ctx;
static struct library *library;

/* Shares of the questions that must be answered as the case says. */
#define RIGHT_LEAST	0.82
#define SILENT_LEAST	0.85

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answer_topics_of_questions),
		cmocka_unit_test(test_answer_harms_come_first),
		cmocka_unit_test(test_answer_hits_show_what_was_asked),
		cmocka_unit_test(test_answer_the_named_treatment_leads),
	};
	int failed;

	ctx = mem_context(NULL);
	library = open_library(ctx, NULL);
	failed = cmocka_run_group_tests_name("answer", tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
