/* Which topic answers a question, and what the works found report on it. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer/answer.h"
#include "answer/knowledge_pack.h"
#include "answer/trace.h"
#include "base/mem.h"
#include "base/text.h"
#include "library/facet.h"
#include "page/found.h"
#include "page/page_answer.h"
#include "record/topic.h"

static void *ctx;
static struct library *library;

/*
 * The least shares of questions answered, or left unanswered, as the case says.
 */
#define RIGHT_LEAST	0.86
#define SILENT_LEAST	0.91

/*
 * Each line of tests/cases/questions is a topic or "-", a tab and a question.
 */
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

/* An answer about a part of a name is near, whatever it states. */
static void
test_answer_half_known_names_are_near(void **state)
{
	static const char *const names[] = {
	    "knee blisters", "carpal tunnel eczema", "plantar fibroma",
	    "high cholesterol" };
	const struct answer *answer;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		answer = answer_find(knowledge_of(library), ctx, mem_format(
		    ctx, "does IASTM help %s", names[i]));
		assert_null(answer->topic);
		assert_int_equal(answer->stated, 0);
	}
	answer = answer_find(knowledge_of(library), ctx,
	    "does IASTM help knee pain");
	assert_non_null(answer->topic);
	answer = answer_find(knowledge_of(library), ctx,
	    "does IASTM help knee blisters");
	assert_non_null(answer->near_topic);
}

static const struct result *
search_for(const char *query)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = 100 };

	return library_search(library, ctx, &search, query);
}

/* Whether a topic lists the work of a hit. */
static bool
is_hit_of_topic(const struct result *result, size_t i, const struct topic *topic)
{
	const char *id = library_id(library, ctx, result->hits[i].record);
	const struct topic_work *work;
	size_t at;

	for (at = 0; at < topic->works.count; at++) {
		work = list_at(&topic->works, at);
		if (strcmp(work->work, id) == 0)
			return true;
	}
	return false;
}

/* How many hits at the start are works of the topic that answers. */
static size_t
led_by_topic(const struct result *result)
{
	const struct answer *answer = result_answer(ctx, library, result);
	const struct topic *topic;
	size_t n = 0;

	assert_non_null(answer->topic);
	topic = library_record(library, ctx, RECTYPE_TOPIC,
	    answer->topic->id);
	while (n < result->count && is_hit_of_topic(result, n, topic))
		n++;
	return n;
}

/*
 * People ask in words that no abstract has: the works of the topic that answers
 * come first, are counted, and are the same for whoever asks.
 */
static void
test_answer_works_of_the_topic_lead(void **state)
{
	static const char *const questions[] = {
	    "my sole is agony in the morning, can scraping sort it",
	    "zzqx does scraping leave purple marks",
	    "is it agony", "zzqx does scraping hurt",
	};
	const struct result *result;
	const struct search all = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
		result = search_for(questions[i]);
		assert_true(result->match > MATCH_CORRECTED);
		assert_true(result->led);
		assert_true(led_by_topic(result) >= 3);
		assert_int_equal(result->total < 100 ? result->total : 100,
		    result->count);
		assert_int_equal(library_search(library, ctx, &all,
		    questions[i])->total, result->total);
	}
}

/* Each count of a facet is that of the works which it leaves. */
static void
test_answer_facets_count_works_of_the_topic(void **state)
{
	const struct result *result = search_for("is it agony");
	const char *const *field = library_facet_fields(library, ctx,
	    RECTYPE_WORK);
	const struct facet_count *value;
	struct list counts;
	size_t tried = 0, i;

	(void)state;
	assert_true(result->led);
	for (; *field != NULL; field++) {
		counts = library_facet(library, ctx, result, *field);
		for (i = 0; i < counts.count; i++, tried++) {
			value = list_at(&counts, i);
			assert_int_equal(search_for(mem_format(ctx,
			    "is it agony %s", library_clause(library, ctx,
			    *field, value->id)))->total, value->count);
		}
	}
	assert_true(tried > 10);
}

/*
 * A question also counts the works of its answer, and says how many they are;
 * words alone count their full matches only.
 */
static void
test_answer_full_matches_are_kept(void **state)
{
	static const char *const queries[] = { "will scraping make me more bendy",
	    "scraping bendy" };
	const struct search strict = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .strict = true };
	const struct result *result;
	long full;
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		result = search_for(queries[i]);
		full = library_search(library, ctx, &strict,
		    queries[i])->total;
		assert_true(full > 0);
		assert_int_equal(result->match, MATCH_ALL);
		assert_int_equal(result->total - result->added, full);
		assert_int_equal(result->total, result->count);
		assert_int_equal(result->added > 0, i == 0);
	}
	assert_true(led_by_topic(search_for(queries[0])) >= 3);
}

/* What is asked for exactly, or excluded, is not led against its words. */
static void
test_answer_leads_against_no_words(void **state)
{
	static const char *const queries[] = { "does-it-hurt pain 10.1000/none",
	    "\"does scraping hurt\" zzqx", "author:nobody does scraping hurt",
	};
	const struct result *result;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(queries) / sizeof(queries[0]); i++)
		assert_false(search_for(queries[i])->led);
	result = search_for("zzqx scraping for neck pain not gua sha");
	assert_true(result->led);
	for (i = 0; i < result->count; i++)
		assert_string_not_equal(library_id(library, ctx,
		    result->hits[i].record), "braun-2011");
	result = search_for("zzqx scraping for neck pain level:2");
	for (i = 0; i < result->count; i++)
		assert_string_not_equal(library_id(library, ctx,
		    result->hits[i].record), "braun-2011");
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

/*
 * Reported harms come before other results, and no benefit appears among them.
 */
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

/* Hits show the outcome asked about, and what it was compared with. */
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
		assert_null(strstr(found + strlen("Pain: "), ": "));
	}
	for (i = 0; i < result->count; i++) {
		found = found_by(result, i);
		compared |= found != NULL && strstr(found,
		    "no difference shown") != NULL && (strstr(found,
		    ", compared with ") != NULL || strstr(found, " vs ") !=
		    NULL);
	}
	assert_true(compared);
}

/* A claim about the treatment named comes before claims about related ones. */
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

/* What a sentence says of the proposition with an id. */
enum stance { STANCE_ABSENT, STANCE_ASSERTED, STANCE_DENIED };

static enum stance
stance_of(const char *sentence, const char *id)
{
	const struct answer *answer = answer_find(knowledge_of(library), ctx,
	    sentence);
	const struct answer_proposition *proposition;
	size_t i;

	for (i = 0; i < answer->propositions.count; i++) {
		proposition = list_at(&answer->propositions, i);
		if (strcmp(proposition->known->id, id) == 0)
			return proposition->denied ? STANCE_DENIED :
			    STANCE_ASSERTED;
	}
	return STANCE_ABSENT;
}

struct stance_case {
	const char	*sentence;
	const char	*id;
	enum stance	 stance;
};

static void
check_stances(const struct stance_case *cases, size_t count)
{
	enum stance stance;
	size_t i;

	for (i = 0; i < count; i++) {
		stance = stance_of(cases[i].sentence, cases[i].id);
		if (stance != cases[i].stance)
			print_message("%s: %s: %d\n", cases[i].sentence,
			    cases[i].id, (int)stance);
		assert_int_equal(stance, cases[i].stance);
	}
}

/* A negation applies to its own clause and to clauses that continue it. */
static void
test_answer_denial_keeps_to_its_clause(void **state)
{
	static const struct stance_case cases[] = {
	    { "IASTM breaks down adhesions but it is not painful",
	      "breaks-adhesions", STANCE_ASSERTED },
	    { "IASTM is not painful, and it breaks down adhesions",
	      "breaks-adhesions", STANCE_ASSERTED },
	    { "Graston increases blood flow and never leaves a bruise",
	      "blood-flow", STANCE_ASSERTED },
	    { "If you cannot take tablets, IASTM reduces pain as well",
	      "pain-relief", STANCE_ASSERTED },
	    { "Although it is no cure, IASTM reduces pain",
	      "pain-relief", STANCE_ASSERTED },
	    { "IASTM, which is not surgery, breaks down scar tissue",
	      "breaks-adhesions", STANCE_ASSERTED },
	    { "IASTM does not reduce pain or break down scar tissue",
	      "breaks-adhesions", STANCE_DENIED },
	    { "Nobody has shown that IASTM breaks down scar tissue",
	      "breaks-adhesions", STANCE_DENIED },
	    { "There is no study which shows that IASTM reduces pain",
	      "pain-relief", STANCE_DENIED },
	    { "That IASTM breaks down scar tissue and reduces pain is a myth",
	      "breaks-adhesions", STANCE_DENIED },
	    { "IASTM reduces pain but does not break down scar tissue",
	      "breaks-adhesions", STANCE_DENIED },
	    { "IASTM reduces pain but does not break down scar tissue",
	      "pain-relief", STANCE_ASSERTED },
	};

	(void)state;
	check_stances(cases, sizeof(cases) / sizeof(cases[0]));
}

static void
test_answer_words_that_deny(void **state)
{
	static const struct stance_case cases[] = {
	    { "Neither rubbing nor IASTM reduces pain", "pain-relief",
	      STANCE_DENIED },
	    { "IASTM is far from reducing pain", "pain-relief",
	      STANCE_DENIED },
	    { "IASTM fails to break down scar tissue", "breaks-adhesions",
	      STANCE_DENIED },
	    { "It is wrong that IASTM breaks down scar tissue",
	      "breaks-adhesions", STANCE_DENIED },
	    { "I doubt that IASTM breaks down scar tissue",
	      "breaks-adhesions", STANCE_DENIED },
	    { "It was disproved that IASTM breaks down scar tissue",
	      "breaks-adhesions", STANCE_DENIED },
	    { "Surgeons deny that IASTM breaks down scar tissue",
	      "breaks-adhesions", STANCE_DENIED },
	    { "IASTM doesn\xE2\x80\x99t break down scar tissue",
	      "breaks-adhesions", STANCE_DENIED },
	    { "no effect on pain", "pain-relief", STANCE_DENIED },
	    { "Graston is not effective for thoracic back pain",
	      "thoracic-no-better", STANCE_ASSERTED },
	    { "not a remedy for tennis elbow", "tennis-elbow",
	      STANCE_DENIED },
	    { "There is no doubt that IASTM breaks down scar tissue",
	      "breaks-adhesions", STANCE_ASSERTED },
	    { "Nobody denies that IASTM reduces pain", "pain-relief",
	      STANCE_ASSERTED },
	};

	(void)state;
	check_stances(cases, sizeof(cases) / sizeof(cases[0]));
}

/* "No side effects" is another way to say "safe": it does not deny safety. */
static void
test_answer_no_harm_is_safety(void **state)
{
	static const struct stance_case cases[] = {
	    { "IASTM has no known side effects", "safe-tolerated",
	      STANCE_ASSERTED },
	    { "IASTM is generally safe and well tolerated", "safe-tolerated",
	      STANCE_ASSERTED },
	    { "IASTM is not a safe or a well tolerated treatment",
	      "safe-tolerated", STANCE_DENIED },
	};

	(void)state;
	check_stances(cases, sizeof(cases) / sizeof(cases[0]));
}

/* Whether sentence i of an article states a proposition, or is near it. */
static bool
is_traced(const struct trace *trace, size_t i, const char *id)
{
	const struct traced_sentence *sentence = list_at(&trace->sentences, i);
	const struct traced_claim *claim;
	size_t j;

	for (j = 0; j < sentence->claims.count; j++) {
		claim = list_at(&sentence->claims, j);
		if (strcmp(claim->known->id, id) == 0)
			return true;
	}
	return false;
}

/*
 * If the subject is several treatments, a sentence that names none of them
 * states nothing about a single one, unless the text named it before.
 */
static void
test_answer_nothing_is_said_of_an_unnamed_treatment(void **state)
{
	static const char text[] = "Valerian\n\nSome take valerian. It shortens "
	    "the time to fall asleep. Melatonin is a hormone. It shortens the "
	    "time to fall asleep. Some take valerian. Others take exercise. It "
	    "shortens the time to fall asleep.";
	struct knowledge *knowledge = knowledge_of(open_bundled(ctx,
	    "insomnia"));
	const struct answer *answer;
	const struct trace *trace;
	struct err err = ERR_INIT;

	(void)state;
	answer = answer_find(knowledge, ctx, "does it help people with gout");
	assert_int_equal(answer->propositions.count, 0);
	answer = answer_find(knowledge, ctx, "my back aches, what works best");
	assert_true(answer->question && answer->stated == 0);
	trace = trace_article(knowledge, ctx, text, strlen(text), &err);
	assert_non_null(trace);
	assert_int_equal(trace->sentences.count, 8);
	assert_true(is_traced(trace, 2, "p-val-onset"));
	assert_false(is_traced(trace, 4, "p-val-onset"));
	assert_false(is_traced(trace, 7, "p-val-onset"));
}

static const char *
topic_of(const char *question)
{
	const struct answer *answer = answer_find(knowledge_of(library), ctx,
	    question);

	return answer->topic == NULL ? "-" : answer->topic->id;
}

/* Two wordings of one question get the same answer. */
static void
test_answer_same_question_same_topic(void **state)
{
	static const char *const pairs[][2] = {
	    { "who mustn't have it done", "who must not have it done" },
	    { "who can't have it", "who cannot have it" },
	    { "who shouldn\xE2\x80\x99t be treated",
	      "who should not be treated" },
	    { "who is allowed to provide gua sha", "who gives gua sha" },
	    { "who should perform the scraping", "who gives the scraping" },
	    { "is there strong research", "does IASTM work" },
	    { "the proof is weak", "does IASTM work" },
	    { "why are the trials so poor", "does IASTM work" },
	    { "what is the evidence for gua sha", "does gua sha work" },
	    { "what is the research on Astym", "does Astym work" },
	    { "the coach says it smashes up scar tissue, is that so",
	      "does it break up scar tissue" },
	    { "how many appointments do I need", "how many sessions" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		assert_string_not_equal(topic_of(pairs[i][1]), "-");
		assert_string_equal(topic_of(pairs[i][0]), topic_of(
		    pairs[i][1]));
	}
}

/* A question about harm is answered by the topic on harm. */
static void
test_answer_harm_is_answered_by_harms(void **state)
{
	static const char *const harms[] = { "could it crack a rib",
	    "can it injure a nerve", "will it make my hip worse",
	    "may Graston really damage my skin",
	    "could gua sha cause a stroke", "would it aggravate a hernia" };
	static const char *const others[][2] = {
	    { "can it break up adhesions", "scar-tissue" },
	    { "can Graston break scar tissue", "scar-tissue" },
	    { "does it cause bruises", "bruising" },
	    { "does it leave a mark", "bruising" },
	    { "will it make me stronger", "strength" } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(harms) / sizeof(harms[0]); i++)
		assert_string_equal(topic_of(harms[i]), "is-it-safe");
	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_string_equal(topic_of(others[i][0]), others[i][1]);
}

/*
 * A text is not about the person who made something, nor about facts that a
 * page mentions in passing.
 */
static void
test_answer_background_is_not_asked_about(void **state)
{
	static const char *const texts[] = {
	    "a tool made by a dancer who had a bad knee",
	    "The tool was built by a rower whose elbow was sore.",
	    "My shoulder was cold when we walked to the station.",
	    "After twelve weeks you should see a change on the scales." };
	static const char *const places[] = { "knee-pain", "tennis-elbow",
	    "shoulder-motion", "fascia-release" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_string_not_equal(topic_of(texts[i]), places[i]);
	assert_int_equal(stance_of(texts[0], "knee-pain"), STANCE_ABSENT);
}

/* A single word next to the treatment can state what a record says. */
static void
test_answer_short_statements(void **state)
{
	(void)state;
	assert_int_equal(stance_of("IASTM does not hurt", "does-not-hurt"),
	    STANCE_ASSERTED);
	assert_true(answer_find(knowledge_of(library), ctx,
	    "IASTM does not hurt")->stated > 0);
	assert_true(answer_find(knowledge_of(library), ctx,
	    "Graston helps with headaches")->stated > 0);
	assert_int_equal(stance_of("IASTM is not safe", "safe-tolerated"),
	    STANCE_DENIED);
}

/* Sentences on the second bibliography, whose subject is several treatments. */
static void
test_answer_second_bibliography(void **state)
{
	static const struct stance_case cases[] = {
	    { "Valerian is proven to make you fall asleep sooner.",
	      "p-val-onset", STANCE_ASSERTED },
	    { "Valerian does not shorten the time it takes to drop off to "
	      "sleep.", "p-val-onset", STANCE_DENIED },
	    { "Valerian needs two weeks before it works.", "p-val-weeks",
	      STANCE_ASSERTED },
	    { "Half a milligram of melatonin resets the body clock.",
	      "p-mel-dose", STANCE_ASSERTED },
	    { "Melatonin is useless for jet lag.", "p-mel-jetlag",
	      STANCE_DENIED },
	    { "Sleep restriction raises the drive to sleep.", "p-drive",
	      STANCE_ASSERTED },
	    { "can I take melatonin while pregnant", "p-mel-avoid",
	      STANCE_ASSERTED },
	};
	static const char *const others[] = { "Magnesium improves sleep.",
	    "Melatonin prevents cancer.", "is snoring dangerous",
	    "weighted blankets for insomnia" };
	struct library *first = library;
	size_t i;

	(void)state;
	library = open_bundled(ctx, "insomnia");
	check_stances(cases, sizeof(cases) / sizeof(cases[0]));
	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_false(answer_is_found(answer_find(knowledge_of(library),
		    ctx, others[i])));
	library = first;
}

/* No text is answered; names the first one that is. */
static void
expect_not_found(const char *const *texts, size_t count)
{
	const struct answer *answer;
	size_t i;

	for (i = 0; i < count; i++) {
		answer = answer_find(knowledge_of(library), ctx, texts[i]);
		if (answer_is_found(answer))
			print_message("%s: %s\n", texts[i],
			    answer->topic == NULL ? "a proposition" :
			    answer->topic->id);
		assert_false(answer_is_found(answer));
	}
}

/* A single word in common with a long statement is not that statement. */
static void
test_answer_one_common_word_states_nothing(void **state)
{
	static const char *const texts[] = { "IASTM prevents injuries",
	    "Graston prevents injuries", "Graston reduces injuries." };

	(void)state;
	expect_not_found(texts, sizeof(texts) / sizeof(texts[0]));
}

/* Words that occur in any question make no topic near. */
static void
test_answer_general_words_bring_nothing_near(void **state)
{
	static const char *const texts[] = { "what is the population of Peru",
	    "who is the king of Norway", "what is a noun",
	    "how does a lighthouse work", "does it get rid of moths" };
	const struct answer *answer;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		answer = answer_find(knowledge_of(library), ctx, texts[i]);
		assert_null(answer->near_topic);
		assert_int_equal(answer->propositions.count, 0);
	}
}

/* The words beside a word decide what it means. */
static void
test_answer_words_beside_decide(void **state)
{
	static const char *const cases[][2] = {
	    { "how deep are the strokes", "pressure" },
	    { "spastic arm after two strokes", "spasticity" },
	    { "her arm is rigid since the stroke", "spasticity" },
	    { "pain at the back of the ankle", "ankle-sprain" },
	    { "the mattress has hurt my lower back, does scraping help",
	      "low-back-pain" },
	    { "how is gua sha different from scraping with IASTM",
	      "gua-sha-or-iastm" },
	    { "could gua sha cause a stroke", "is-it-safe" },
	    { "gua sha hurts", "does-it-hurt" },
	    { "Astym does not hurt", "does-it-hurt" },
	    { "can scraping hurt me", "is-it-safe" },
	    { "did a patient ever die of it", "is-it-safe" } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(topic_of(cases[i][0]), cases[i][1]);
	assert_string_not_equal(topic_of("strokes with the long edge"),
	    "spasticity");
}

/*
 * A topic or proposition is not about a part of a name, a price or a treatment
 * outside the subject.
 */
static void
test_answer_other_things_are_not_covered(void **state)
{
	static const char *const texts[] = { "first aid for a burn",
	    "athlete's foot", "swimmer's shoulder",
	    "what does a set of scraping tools cost",
	    "does insurance cover it", "does ice help a sprained ankle",
	    "ozone therapy for tennis elbow",
	    "does stretching prevent injury",
	    "best shoes for plantar fasciitis",
	    "chest pain when I laugh" };

	(void)state;
	expect_not_found(texts, sizeof(texts) / sizeof(texts[0]));
	assert_string_equal(topic_of("a cyclist's back pain"),
	    "low-back-pain");
}

/* Only a text with a verb states something; a complaint does not. */
static void
test_answer_statements_have_a_verb(void **state)
{
	static const char *const others[] = { "my elbow aches when I lift",
	    "carpal tunnel graston", "steel or plastic scraping tools",
	    "knots between the shoulder blades" };
	static const char *const statements[] = {
	    "IASTM breaks up scar tissue", "tools of steel reduce pain",
	    "I was told it improves blood flow", "Less pain after scraping." };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_false(answer_find(knowledge_of(library), ctx,
		    others[i])->sentence);
	for (i = 0; i < sizeof(statements) / sizeof(statements[0]); i++)
		assert_true(answer_find(knowledge_of(library), ctx,
		    statements[i])->sentence);
}

/*
 * A text that names its own treatment does not state a proposition on another
 * one.
 */
static void
test_answer_kin_is_near(void **state)
{
	const struct answer *answer = answer_find(knowledge_of(library), ctx,
	    "Trials show that IASTM brings more blood to the area.");
	const struct answer_proposition *proposition;
	size_t i;

	(void)state;
	assert_true(answer->stated > 0);
	for (i = 0; i < answer->stated; i++) {
		proposition = list_at(&answer->propositions, i);
		assert_null(strstr(proposition->known->text, "Gua sha"));
	}
}

/* Words that occur in any question are never reported as uncovered. */
static void
test_answer_general_words_are_not_missed(void **state)
{
	static const char *const texts[] = {
	    "why does my skin get red after scraping",
	    "how many sessions until I feel better",
	    "does scraping help the elbow get better" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_int_equal(answer_find(knowledge_of(library), ctx,
		    texts[i])->uncovered.count, 0);
}

/* An abbreviation must be written exactly: LET is not "letting". */
static void
test_answer_inflected_words_abbreviate_nothing(void **state)
{
	static const char *const texts[] = { "letting it rest for a week",
	    "letting scars alone", "LETTING it heal" };
	const struct answer *answer;
	size_t i, j;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		answer = answer_find(knowledge_of(library), ctx, texts[i]);
		for (j = 0; j < answer->terms.count; j++)
			assert_string_not_equal(((const struct concept *)
			    list_at(&answer->terms, j))->id,
			    "lateral-epicondylalgia");
	}
	assert_string_equal(topic_of("does scraping help LET"),
	    "tennis-elbow");
}

/* The index contains the whole knowledge base that its records give. */
static void
test_answer_index_keeps_the_knowledge(void **state)
{
	struct buf kept = library_prepared(library, ctx), made;

	(void)state;
	assert_true(kept.len > 0);
	made = knowledge_prepare(library, ctx);
	assert_int_equal(kept.len, made.len);
	assert_memory_equal(kept.data, made.data, kept.len);
}

/* An empty knowledge base with the library and tunings of the one in use. */
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

/*
 * Bytes that are too few are rejected; changed ones are, or give a knowledge
 * base that is safe to query.  Damage that a query meets is an error.
 */
static void
test_answer_changed_knowledge_is_safe(void **state)
{
	enum { CHANGES = 200 };
	struct buf kept = library_prepared(library, ctx);
	size_t step = kept.len / CHANGES, at, failures = 0;
	struct knowledge *knowledge;
	struct err err = ERR_INIT;

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
		kept.data[at] ^= (char)(1 << at % 8);
		mem_free(knowledge);
		failures += !library_ok(library, &err);
		library_forgive(library);
	}
	assert_true(failures > 0);
}

/* Bytes of another version of the program are ignored. */
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
		cmocka_unit_test(test_answer_half_known_names_are_near),
		cmocka_unit_test(test_answer_works_of_the_topic_lead),
		cmocka_unit_test(test_answer_facets_count_works_of_the_topic),
		cmocka_unit_test(test_answer_full_matches_are_kept),
		cmocka_unit_test(test_answer_leads_against_no_words),
		cmocka_unit_test(test_answer_harms_come_first),
		cmocka_unit_test(test_answer_hits_show_what_was_asked),
		cmocka_unit_test(test_answer_the_named_treatment_leads),
		cmocka_unit_test(test_answer_denial_keeps_to_its_clause),
		cmocka_unit_test(test_answer_words_that_deny),
		cmocka_unit_test(test_answer_no_harm_is_safety),
		cmocka_unit_test(
		    test_answer_nothing_is_said_of_an_unnamed_treatment),
		cmocka_unit_test(test_answer_words_beside_decide),
		cmocka_unit_test(test_answer_other_things_are_not_covered),
		cmocka_unit_test(test_answer_statements_have_a_verb),
		cmocka_unit_test(test_answer_kin_is_near),
		cmocka_unit_test(test_answer_general_words_are_not_missed),
		cmocka_unit_test(test_answer_same_question_same_topic),
		cmocka_unit_test(test_answer_harm_is_answered_by_harms),
		cmocka_unit_test(test_answer_background_is_not_asked_about),
		cmocka_unit_test(test_answer_short_statements),
		cmocka_unit_test(test_answer_one_common_word_states_nothing),
		cmocka_unit_test(test_answer_second_bibliography),
		cmocka_unit_test(test_answer_general_words_bring_nothing_near),
		cmocka_unit_test(test_answer_inflected_words_abbreviate_nothing),
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
