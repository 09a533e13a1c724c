/* strigil ask: answers a question on one screen. */
#include <string.h>

#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "cli/run.h"
#include "cli/search_log.h"
#include "export/answers.h"
#include "page/found.h"
#include "page/page_answer.h"
#include "page/page_search.h"
#include "page/wording.h"
#include "record/topic.h"

const struct option_row cmd_ask_options[] = {
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_ANSWERS),
	OPTION_ROW_JSON,
	{ .name = NULL }
};

enum { WORKS_SHOWN = 5, WORKS_MOST = 10, CLAIMS_MOST = 10 };

/*
 * A work of the answer; `why` comes from the topic, or is NULL for a search
 * result.
 */
struct answering {
	const char		*id;
	const char		*why;
	const struct asked_for	*asked;
};

static void
ask_add_work(const void *ctx, struct list *works, const char *id,
    const char *why, const struct asked_for *asked)
{
	struct answering *work;
	size_t i;

	for (i = 0; i < works->count; i++)
		if (text_same(((struct answering *)list_at(works, i))->id, id))
			return;
	if (works->count == WORKS_MOST)
		return;
	work = mem_new(ctx, struct answering);
	*work = (struct answering){ id, why, asked };
	list_add(ctx, works, work);
}

/*
 * The topic's works in their order, then search results; without works that the
 * query excludes by a word or a field.
 */
static struct list
ask_find_works(const void *ctx, struct library *library,
    const struct result *result, const struct answer *answer)
{
	const struct topic *topic = answer->topic == NULL ? NULL :
	    library_record(library, ctx, RECTYPE_TOPIC, answer->topic->id);
	const struct asked_for *asked = found_asked(ctx, result, answer);
	struct list works = { .at = NULL };
	const struct topic_work *work;
	size_t i;

	for (i = 0; topic != NULL && i < topic->works.count; i++) {
		work = list_at(&topic->works, i);
		if (result_allows(library, result, work->work))
			ask_add_work(ctx, &works, work->work, work->why,
			    asked);
	}
	for (i = 0; i < result->count; i++)
		ask_add_work(ctx, &works, library_id(library, ctx,
		    result->hits[i].record), NULL, asked);
	return works;
}

static void
put_work_line(struct doc *doc, struct library *library,
    const struct answering *found)
{
	const struct work *work = library_record(library, doc, RECTYPE_WORK,
	    found->id);
	struct block *item;
	char *caution, *found_for;

	if (work == NULL)
		return;
	caution = wording_caution_brief(doc, work);
	item = doc_item(doc, 0);
	block_link(item, address_of(doc, RECTYPE_WORK, work->id),
	    wording_short(doc, work));
	block_format(item, ROLE_TEXT, ", %s, ", code_label(&designs,
	    work->design));
	block_add(item, ROLE_GRADE, wording_level(doc, work));
	if (caution != NULL) {
		block_add(item, ROLE_TEXT, ". ");
		block_add(item, ROLE_WARNING, caution);
	}
	found_for = wording_found(doc, library, work, found->asked, 1);
	if (found->why != NULL || found_for != NULL)
		block_format(item, ROLE_TEXT, "%s %s", caution != NULL ? "" :
		    ".", found->why != NULL ? found->why : found_for);
}

/* What was not understood. */
static void
put_unread(struct doc *doc, const struct result *result,
    const struct answer *answer)
{
	char *unread = wording_unread(doc, result, answer_is_found(answer) &&
	    answer->uncovered.count == 0 && !answer->sentence);

	if (*unread != '\0')
		block_add(doc_row(doc, "Remark"), ROLE_WARNING, unread);
	if (result->language != NULL)
		block_format(doc_paragraph(doc, 0), ROLE_WARNING, "(%s)",
		    result->language);
}

static struct doc *
page_ask(const void *ctx, struct library *library,
    const struct result *result, const struct answer *answer,
    const struct list *works)
{
	struct doc *doc = doc_new(ctx, "ask");
	size_t i;

	(void)doc_title(doc, result->asked);
	if (!put_answer(doc, library, answer))
		doc_para(doc, answer->held ? "No summary answers this; see the "
		    "works." : "Not covered here; evidence may exist "
		    "elsewhere.");
	put_unread(doc, result, answer);
	if (works->count > 0) {
		doc_gap(doc);
		(void)doc_heading(doc, answer_is_found(answer) ||
		    answer->held ? "Works" : "Partial matches");
	}
	for (i = 0; i < works->count && i < WORKS_SHOWN; i++)
		put_work_line(doc, library, list_at(works, i));
	return doc;
}

static json_t *
ask_json(const void *ctx, struct library *library, const char *query,
    const struct answer *answer, const struct list *works)
{
	const struct search search = { .target = RECTYPE_CLAIM,
	    .order = ORDER_COUNT, .limit = CLAIMS_MOST, .fill = CLAIMS_MOST };
	const struct result *claims = library_search(library, ctx, &search,
	    query);
	json_t *all = json_object(), *list = json_array();
	const struct answering *work;
	size_t i;

	(void)json_object_set_new(all, "query", json_string(query));
	(void)json_object_set_new(all, "answer", answer_json(library,
	    answer));
	for (i = 0; i < works->count; i++) {
		work = list_at(works, i);
		(void)json_array_append_new(list, json_pack("{s:s, s:s?}",
		    "id", work->id, "why", work->why));
	}
	(void)json_object_set_new(all, "works", list);
	list = json_array();
	for (i = 0; i < claims->count; i++)
		(void)json_array_append_new(list, json_pack("{s:s}", "id",
		    library_id(library, ctx, claims->hits[i].record)));
	(void)json_object_set_new(all, "claims", list);
	return all;
}

/* The answer to a query, which is empty for a query without words. */
static struct answer *
answer_or_none(const void *ctx, struct library *library,
    const struct result *result)
{
	struct answer *answer = result_answer(ctx, library, result);

	if (answer == NULL) {
		answer = answer_find(knowledge_of(library), ctx, "");
		answer->held = result_has_all(result);
	}
	return answer;
}

enum status
cmd_ask(struct run *run, int argc, char **argv)
{
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = WORKS_MOST, .fill = WORKS_MOST };
	const struct result *result;
	struct library *library;
	struct answer *answer;
	struct list works;
	enum status status;
	bool covered;
	json_t *json;
	char *query;

	if (argc == 0) {
		run_complain("missing question; usage: strigil ask QUESTION");
		return STATUS_ERROR;
	}
	if (!output_may(run, FORMAT_PAGES | FORMAT_ANSWERS))
		return STATUS_ERROR;
	query = run_operands(run, argc, argv);
	if (query[strspn(query, " \t\n")] == '\0') {
		run_complain("empty question; type one, such as: strigil ask "
		    "'does it hurt'");
		return STATUS_ERROR;
	}
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	result = library_search(library, run, &search, query);
	answer = answer_or_none(run, library, result);
	works = ask_find_works(run, library, result, answer);
	search_log_of_command(run, library, RECTYPE_WORK, query);
	if (run->format->pages != NULL) {
		output_doc(run, page_ask(run, library, result, answer,
		    &works));
	} else {
		json = ask_json(run, library, query, answer, &works);
		(void)json_dumpf(json, stdout, JSON_INDENT(1) |
		    JSON_REAL_PRECISION(6));
		(void)fputs("\n", stdout);
		json_decref(json);
	}
	if (run_has_failed(run))
		return STATUS_ERROR;
	covered = answer_is_found(answer) || answer->held;
	status = run_finish(covered ? STATUS_FOUND : STATUS_NOTHING);
	if (!covered)
		paths_tell_others(run);
	return status;
}
