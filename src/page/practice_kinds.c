/* The kinds of practice questions. */
#include "page/practice_kinds.h"

#include <stdlib.h>
#include <strings.h>

#include "base/number.h"
#include "base/text.h"
#include "page/practice_read.h"
#include "page/tell.h"
#include "page/wording.h"
#include "record/level.h"
#include "record/tool.h"

/* Shared by all kinds. */

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

/* Adds the facts needed to appraise a work, without the answer. */
static void
practice_put_work(struct doc *doc, struct library *library,
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

/* Parses "2", "Level 2" or "2, few people"; rejects "2.5" and "2 or 3". */
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
	for (i = 0; i < COUNT(joins); i++)
		if (text_begins(end, joins[i]))
			return false;
	return *end < '0' || *end > '9';
}

/* Level. */

/* The level of an imported work is not recorded but derived by rule. */
static size_t
level_parts(const void *scratch, struct library *library, const void *record)
{
	const struct work *work = record;

	(void)scratch;
	(void)library;
	return work->imported == NULL && work_level(work) > 0;
}

static void
ask_level(struct doc *doc, const struct practice_part *part)
{
	practice_put_work(doc, part->library, part->record);
	doc_field(doc, "Question", mem_format(doc, "Which level of evidence, "
	    "for a question of %s, and why?", code_label(&level_questions,
	    level_question(part->record))));
	doc_field(doc, "Answers", "1 (strongest) to 5; your reason is not "
	    "marked");
}

static void
reveal_level(struct doc *doc, const struct practice_part *part)
{
	const struct work *work = part->record;
	const struct code *design = code_find(&designs, work_design(work));

	doc_field(doc, "Recorded", wording_level(doc, work));
	doc_field(doc, "Design", design == NULL ? work_design_label(work) :
	    mem_format(doc, "%s: %s", work_design_label(work),
	    design->meaning));
	doc_field(doc, "Why", work->level_reason != NULL ? work->level_reason
	    : "the level of its design; no reason to grade it down is "
	        "recorded");
	doc_field(doc, "Caution", wording_caution(doc, work));
	doc_field(doc, "Source", mem_format(doc, "%s, by the rule in "
	    "strigil-evidence(7)", library_title(part->library)));
}

static enum practice_judgement
judge_level(const void *scratch, const struct practice_part *part,
    const char *answer)
{
	long level;

	(void)scratch;
	if (!number_said(answer, "level", &level) || level < 1 || level > 5)
		return PRACTICE_NOT_CLEAR;
	return level == work_level(part->record) ? PRACTICE_AGREES :
	    PRACTICE_DIFFERS;
}

/* Scores. */

/* Parses "7/10" or "7": the score, and its maximum (0: not given). */
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

/*
 * The numeric appraisal with index `number` among those given to the work
 * itself; NULL after the last.
 */
static const struct appraisal *
scored_appraisal(const struct work *work, size_t number, long *score,
    long *most)
{
	const struct appraisal *appraisal = NULL;
	size_t i;

	for (i = 0; i < work->appraisals.count; i++) {
		appraisal = list_at(&work->appraisals, i);
		if (appraisal->of == NULL && score_read(appraisal->score,
		    score, most) && number-- == 0)
			return appraisal;
	}
	return NULL;
}

static size_t
score_parts(const void *scratch, struct library *library, const void *record)
{
	long score, most;
	size_t n = 0;

	(void)scratch;
	(void)library;
	while (scored_appraisal(record, n, &score, &most) != NULL)
		n++;
	return n;
}

static void
ask_score(struct doc *doc, const struct practice_part *part)
{
	long score, most;
	const struct appraisal *appraisal = scored_appraisal(part->record,
	    part->number, &score, &most);

	practice_put_work(doc, part->library, part->record);
	doc_field(doc, "Question", mem_format(doc, "What is the score on %s?",
	    appraisal->tool));
	doc_field(doc, "Answers", most == 0 ? "a number" : mem_format(doc,
	    "0 to %ld", most));
}

static void
reveal_score(struct doc *doc, const struct practice_part *part)
{
	const struct work *work = part->record;
	long score, most;
	const struct appraisal *appraisal = scored_appraisal(work,
	    part->number, &score, &most);

	doc_field(doc, "Recorded", mem_format(doc, "%s %s", appraisal->tool,
	    appraisal->score));
	doc_field(doc, "By", appraisal->by);
	practice_put_source(doc, work, appraisal->source);
	doc_field(doc, "Limits", work->limitations);
}

static enum practice_judgement
judge_score(const void *scratch, const struct practice_part *part,
    const char *answer)
{
	long score = 0, most = 0, said, of = 0;

	(void)scratch;
	if (scored_appraisal(part->record, part->number, &score, &most) ==
	    NULL || (!score_read(answer, &said, &of) && !number_said(answer,
	    "score", &said)) || (of != 0 && of != most) || (most != 0 && said
	    > most))
		return PRACTICE_NOT_CLEAR;
	return said == score ? PRACTICE_AGREES : PRACTICE_DIFFERS;
}

/* Items of an appraisal. */

/*
 * The item with index `number` among all appraisals of the work itself; NULL
 * after the last.
 */
static const struct appraisal_item *
appraised_item(const struct work *work, size_t number,
    const struct appraisal **appraisal)
{
	size_t i;

	for (i = 0; i < work->appraisals.count; i++) {
		*appraisal = list_at(&work->appraisals, i);
		if ((*appraisal)->of != NULL)
			continue;
		if (number < (*appraisal)->items.count)
			return list_at(&(*appraisal)->items, number);
		number -= (*appraisal)->items.count;
	}
	return NULL;
}

static size_t
item_parts(const void *scratch, struct library *library, const void *record)
{
	const struct appraisal *appraisal = NULL;
	size_t n = 0;

	(void)scratch;
	(void)library;
	while (appraised_item(record, n, &appraisal) != NULL)
		n++;
	return n;
}

/*
 * The answers that a tool allows, or all if the tool is unknown; stored in
 * `rows`.
 */
static struct codelist
answers_of(const char *tool, struct code *rows)
{
	const struct tool *known = tool_find(tool);
	struct codelist list = { answers.name, rows, 0 };
	size_t i;

	for (i = 0; i < answers.count; i++)
		if (known == NULL || tool_allows(known, answers.at[i].id))
			rows[list.count++] = answers.at[i];
	return list;
}

enum { ANSWERS_MAX = 16 };

static void
ask_item(struct doc *doc, const struct practice_part *part)
{
	const struct appraisal *appraisal = NULL;
	const struct appraisal_item *item = appraised_item(part->record,
	    part->number, &appraisal);
	const struct tool *tool = tool_find(appraisal->tool);
	const struct code *known = tool == NULL ? NULL : code_find(tool->items,
	    item->item);
	struct code rows[ANSWERS_MAX];
	struct codelist list = answers_of(appraisal->tool, rows);

	practice_put_work(doc, part->library, part->record);
	doc_field(doc, "Question", known == NULL ? mem_format(doc, "%s, item "
	    "%s: what is the answer?", appraisal->tool, item->item) :
	    mem_format(doc, "%s, item %s: %s Is this true?", appraisal->tool,
	    known->sign, known->meaning));
	practice_put_answers(doc, &list);
}

static void
reveal_item(struct doc *doc, const struct practice_part *part)
{
	const struct appraisal *appraisal = NULL;
	const struct appraisal_item *item = appraised_item(part->record,
	    part->number, &appraisal);

	doc_field(doc, "Recorded", code_label(&answers, item->answer));
	doc_field(doc, "Why", item->reason);
	doc_field(doc, "By", appraisal->by);
	practice_put_source(doc, part->record, item->source != NULL ?
	    item->source : appraisal->source);
}

static enum practice_judgement
judge_item(const void *scratch, const struct practice_part *part,
    const char *answer)
{
	const struct appraisal *appraisal = NULL;
	const struct appraisal_item *item = appraised_item(part->record,
	    part->number, &appraisal);
	struct code rows[ANSWERS_MAX];
	struct codelist list = answers_of(appraisal->tool, rows);

	(void)scratch;
	return practice_judge_code(&list, item->answer, answer);
}

/* Directions. */

static const char *const asked_directions[] = { "favours", "no-difference",
    "mixed", "improved-no-control", "unchanged-no-control",
    "worsened-no-control" };
enum { DIRECTIONS = COUNT(asked_directions) };

/*
 * The directions as answers, in `rows` (DIRECTIONS + 1), with the comparator
 * second, worded for a work.
 */
static struct codelist
direction_answers(const void *ctx, const struct work *work, struct code *rows)
{
	struct codelist list = { directions.name, rows, DIRECTIONS + 1 };
	size_t i;

	rows[0] = *code_find(&directions, asked_directions[0]);
	rows[1] = direction_comparator;
	for (i = 1; i < DIRECTIONS; i++) {
		rows[i + 1] = *code_find(&directions, asked_directions[i]);
		rows[i + 1].label = wording_direction_label(ctx, work,
		    &rows[i + 1]);
	}
	return list;
}

/*
 * The finding with index `number` among those with a direction to ask about, or
 * NULL.
 */
static const struct finding *
directed_finding(const struct work *work, size_t number)
{
	const struct finding *finding;
	const struct code *direction;
	size_t i;

	for (i = 0; i < work->findings.count; i++) {
		finding = list_at(&work->findings, i);
		direction = finding_direction(finding);
		if (direction != NULL && finding->outcome != NULL &&
		    (direction == &direction_comparator || TEXT_AMONG(
		    direction->id, asked_directions)) && number-- == 0)
			return finding;
	}
	return NULL;
}

static size_t
direction_parts(const void *scratch, struct library *library,
    const void *record)
{
	size_t n = 0;

	(void)scratch;
	(void)library;
	while (directed_finding(record, n) != NULL)
		n++;
	return n;
}

static void
ask_direction(struct doc *doc, const struct practice_part *part)
{
	const struct finding *finding = directed_finding(part->record,
	    part->number);
	struct code rows[DIRECTIONS + 1];
	struct codelist list = direction_answers(doc, part->record, rows);

	practice_put_work(doc, part->library, part->record);
	doc_field(doc, "Outcome", library_label(part->library, doc,
	    finding->outcome));
	doc_field(doc, "Measure", finding->measure);
	doc_field(doc, "Comparison", finding->comparison);
	doc_field(doc, "When", finding->timepoint);
	if (finding->estimate != NULL)
		doc_field(doc, "Estimate", wording_estimate(doc,
		    part->record, finding));
	doc_field(doc, "Question", "What did it find?");
	practice_put_answers(doc, &list);
}

static void
reveal_direction(struct doc *doc, const struct practice_part *part)
{
	const struct finding *finding = directed_finding(part->record,
	    part->number);

	doc_field(doc, "Recorded", wording_finding(doc, part->library,
	    part->record, finding));
	doc_field(doc, "Meaning", finding_direction(finding)->meaning);
	doc_field(doc, "Why", finding->statement);
	practice_put_source(doc, part->record, finding->source);
}

static enum practice_judgement
judge_direction(const void *scratch, const struct practice_part *part,
    const char *answer)
{
	struct code rows[DIRECTIONS + 1];
	struct codelist list = direction_answers(scratch, part->record, rows);

	return practice_judge_code(&list, finding_direction(directed_finding(
	    part->record, part->number))->id, answer);
}

/* Verdicts. */

static size_t
verdict_parts(const void *scratch, struct library *library,
    const void *record)
{
	(void)scratch;
	(void)library;
	return ((const struct proposition *)record)->verdict != NULL;
}

static void
ask_verdict(struct doc *doc, const struct practice_part *part)
{
	const struct proposition *proposition = part->record;

	doc_field(doc, "Claim", proposition->statement);
	doc_field(doc, "Question", mem_format(doc, "What is the verdict on "
	    "%s?", code_label(&verdict_bases, proposition->verdict_on)));
	practice_put_answers(doc, &verdicts);
}

static void
reveal_verdict(struct doc *doc, const struct practice_part *part)
{
	const struct proposition *proposition = part->record;
	const struct code *verdict = code_find(&verdicts,
	    proposition->verdict);

	doc_field(doc, "Recorded", code_label(&verdicts,
	    proposition->verdict));
	doc_field(doc, "Meaning", verdict == NULL ? NULL : verdict->meaning);
	doc_field(doc, "Why", proposition->verdict_reason);
	doc_field(doc, "Source", library_title(part->library));
}

static enum practice_judgement
judge_verdict(const void *scratch, const struct practice_part *part,
    const char *answer)
{
	(void)scratch;
	return practice_judge_code(&verdicts, ((const struct proposition *)
	    part->record)->verdict, answer);
}

/* The table. */

const struct practice_kind practice_asks[] = {
	{ "level", RECTYPE_WORK, "a work with a level",
	  level_parts, ask_level, reveal_level,
	  judge_level },
	{ "score", RECTYPE_WORK, "a work with an appraisal score",
	  score_parts, ask_score, reveal_score,
	  judge_score },
	{ "item", RECTYPE_WORK, "a work with answers to appraisal items",
	  item_parts, ask_item, reveal_item,
	  judge_item },
	{ "direction", RECTYPE_WORK, "a finding with a direction",
	  direction_parts, ask_direction,
	  reveal_direction, judge_direction },
	{ "interval", RECTYPE_WORK, "an estimate with an interval that can be drawn",
	  plot_parts, ask_interval, reveal_interval,
	  judge_interval },
	{ "side", RECTYPE_WORK,
	  "an estimate that says which side favours the treatment",
	  sided_parts, ask_side, reveal_side,
	  judge_side },
	{ "verdict", RECTYPE_PROPOSITION, "a statement with a verdict",
	  verdict_parts, ask_verdict,
	  reveal_verdict, judge_verdict },
	{ "trust", RECTYPE_TOPIC, "a topic with two appraised reviews",
	  pair_parts, ask_pair, reveal_pair,
	  judge_pair },
};
const size_t practice_asks_count = COUNT(practice_asks);

const struct practice_kind *
practice_kind_find(const char *name)
{
	size_t i;

	for (i = 0; i < practice_asks_count; i++)
		if (text_same(practice_asks[i].name, name))
			return &practice_asks[i];
	return NULL;
}
