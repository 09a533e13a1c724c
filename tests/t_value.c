/* Values: forms of identifiers, numbers and dates; levels; schemas as JSON. */
#include "support.h"

#include <stdlib.h>

#include "base/text.h"
#include "record/rectype.h"
#include "record/level.h"
#include "record/serialize.h"
#include "record/value.h"
#include "record/work_status.h"

static void *ctx;

static bool
is_legal(enum value_type type, const char *text)
{
	const struct member member = { .name = "x", .type = type };

	return value_problem(ctx, &member, text) == NULL;
}

static void
test_value_ids_are_small_letters_digits_and_hyphens(void **state)
{
	(void)state;
	assert_true(is_legal(VALUE_ID, "crothers-2016"));
	assert_true(is_legal(VALUE_ID, "000"));
	assert_false(is_legal(VALUE_ID, "Crothers-2016"));
	assert_false(is_legal(VALUE_ID, "-rf"));
	assert_false(is_legal(VALUE_ID, "../../etc/passwd"));
	assert_false(is_legal(VALUE_ID, ""));
	assert_false(is_legal(VALUE_ID, "a b"));
}

static void
test_value_dois_hold_nothing_for_a_shell(void **state)
{
	(void)state;
	assert_true(is_legal(VALUE_DOI, "10.1186/s12998-016-0096-9"));
	assert_true(is_legal(VALUE_DOI,
	    "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>"
	    "3.0.CO;2-2"));
	assert_true(is_legal(VALUE_DOI, "10.1000.10/123"));
	assert_false(is_legal(VALUE_DOI, "10.1/'DROP TABLE note"));
	assert_false(is_legal(VALUE_DOI, "https://doi.org/10.1186/x"));
	assert_false(is_legal(VALUE_DOI, "10.1186/"));
}

static void
test_value_isbns_are_checked_by_their_digit(void **state)
{
	(void)state;
	assert_true(is_legal(VALUE_ISBN, "978-0-306-40615-7"));
	assert_true(is_legal(VALUE_ISBN, "0-306-40615-2"));
	assert_true(is_legal(VALUE_ISBN, "080442957X"));
	assert_false(is_legal(VALUE_ISBN, "978-0-306-40615-8"));
	assert_false(is_legal(VALUE_ISBN, "0-306-40615-3"));
}

static void
test_value_dates_exist(void **state)
{
	(void)state;
	assert_true(is_legal(VALUE_DATE, "2016"));
	assert_true(is_legal(VALUE_DATE, "2016-07"));
	assert_true(is_legal(VALUE_DATE, "2016-02-29"));
	assert_false(is_legal(VALUE_DATE, "2016-13"));
	assert_false(is_legal(VALUE_DATE, "2016-02-30"));
	assert_false(is_legal(VALUE_DATE, "16-02-03"));
	assert_false(is_legal(VALUE_DATE, "2016-2-3"));
}

static void
test_value_urls_are_http_or_https(void **state)
{
	(void)state;
	assert_true(is_legal(VALUE_URL, "https://doi.org/10.7717/peerj.967"));
	assert_false(is_legal(VALUE_URL, "javascript:alert(1)"));
	assert_false(is_legal(VALUE_URL, "file:///etc/passwd"));
	assert_false(is_legal(VALUE_URL, "https://x/a b"));
	assert_false(is_legal(VALUE_URL, "https://-oProxyCommand=x"));
	assert_true(is_legal(VALUE_LINK, "article:000"));
	assert_false(is_legal(VALUE_LINK, "article:"));
}

/*
 * A work with this design, these subjects, how it was read, and this number of
 * participants.
 */
static struct work *
work_of(const char *design, const char *subjects_of, const char *confidence,
    const char *n)
{
	struct work *work = mem_new(ctx, struct work);

	work->design = design;
	work->subjects = subjects_of;
	work->confidence = confidence;
	work->participants = mem_new(work, struct participants);
	work->participants->n = n;
	return work;
}

static void
test_level_follows_design_subjects_and_what_was_read(void **state)
{
	(void)state;
	assert_int_equal(level_by_rule(work_of("systematic-review", "human",
	    "abstract", NULL)), 1);
	assert_int_equal(level_by_rule(work_of("crossover-trial", "human",
	    "full-text", NULL)), 2);
	assert_int_equal(level_by_rule(work_of("cohort", "human", "abstract",
	    NULL)), 3);
	assert_int_equal(level_by_rule(work_of("case-report", "human",
	    "abstract", NULL)), 4);
	/* Works in animals and cells are level 5, whatever the design. */
	assert_int_equal(level_by_rule(work_of(
	    "randomised-controlled-trial", "animal", "abstract", NULL)), 5);
	assert_int_equal(level_by_rule(work_of("animal-experiment", "animal",
	    "citation", NULL)), 5);
	/* If neither abstract nor text was read, there is no level. */
	assert_int_equal(level_by_rule(work_of("cohort", "human", "citation",
	    NULL)), 0);
	assert_int_equal(level_by_rule(work_of("survey", "human", "abstract",
	    NULL)), 0);
}

static void
test_level_falls_for_few_people(void **state)
{
	(void)state;
	assert_int_equal(level_reasons(work_of("crossover-trial", "human",
	    "abstract", "14"), NULL), LEVEL_FEW_PEOPLE);
	assert_int_equal(level_reasons(work_of("crossover-trial", "human",
	    "abstract", "20"), NULL), 0);
	assert_int_equal(level_reasons(work_of("cohort", "human", "abstract",
	    NULL), NULL), LEVEL_NO_NUMBER);
	/*
	 * This does not apply to reviews and case reports, whose n means
	 * something else.
	 */
	assert_int_equal(level_reasons(work_of("systematic-review", "human",
	    "abstract", "7"), NULL), LEVEL_NOT_APPRAISED);
	assert_int_equal(level_reasons(work_of("case-report", "human",
	    "abstract", "1"), NULL), 0);
}

/* The Oxford table has a column for each question. */
static void
test_level_depends_on_the_question(void **state)
{
	static const struct {
		const char	*design;
		const char	*question;
		int		 level;
	} cells[] = {
		{ "diagnostic-accuracy", "diagnosis", 2 },
		{ "diagnostic-accuracy", NULL, 0 },
		{ "cross-sectional", "diagnosis", 2 },
		{ "case-control", "harm", 4 },
		{ "inception-cohort", "prognosis", 2 },
		{ "cohort", "prognosis", 3 },
		{ "cohort", "harm", 3 },
		{ "umbrella-review", "prognosis", 1 },
		{ "clinical-guideline", "benefit", 0 },
	};
	struct work *work;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		work = work_of(cells[i].design, "human", "abstract", "100");
		work->level_question = cells[i].question;
		assert_int_equal(level_by_rule(work), cells[i].level);
	}
}

static void
add_appraisal(struct work *work, const char *tool, const char *of,
    const char *score)
{
	struct appraisal *appraisal = mem_new(work, struct appraisal);

	appraisal->tool = tool;
	appraisal->of = of;
	appraisal->score = score;
	list_add(work, &work->appraisals, appraisal);
}

static void
test_level_ends_with_a_retraction(void **state)
{
	static struct notice erratum = { .kind = "erratum" },
	    withdrawn = { .kind = "withdrawal" },
	    superseded = { .kind = "superseded" };
	struct work *work = work_of("cohort", "human", "full-text", "30");

	(void)state;
	work_add_notice(work, &erratum);
	assert_false(level_withdraw(work));
	level_fill(work, NULL);
	assert_string_equal(work->level, "3");
	/* A graded work, even one graded by hand, loses its level. */
	work->level_adjusted = "4";
	work->level_reason = "graded by hand";
	work_add_notice(work, &superseded);
	level_fill(work, NULL);
	assert_null(work->level);
	assert_null(work->level_adjusted);
	assert_string_equal(work->level_reason,
	    "no level: a newer version has replaced the work");
	/* The reason that someone wrote for a missing level stays. */
	work->level_reason = "the trial was made up";
	work_add_notice(work, &withdrawn);
	level_fill(work, NULL);
	assert_null(work->level);
	assert_string_equal(work->level_reason, "the trial was made up");
}

static void
test_gravest_notice_comes_first(void **state)
{
	static struct notice erratum = { .kind = "erratum" },
	    other = { .kind = "erratum" }, retraction = { .kind =
	    "retraction" }, comment = { .kind = "comment" };
	struct work *work = work_of("cohort", "human", "full-text", "30");

	(void)state;
	list_add(work, &work->notices, &comment);
	list_add(work, &work->notices, &erratum);
	list_add(work, &work->notices, &retraction);
	list_add(work, &work->notices, &other);
	work_sort_notices(work);
	assert_int_equal(work->notices.count, 4);
	assert_ptr_equal(list_at(&work->notices, 0), &retraction);
	assert_ptr_equal(list_at(&work->notices, 1), &erratum);
	assert_ptr_equal(list_at(&work->notices, 2), &other);
	assert_ptr_equal(list_at(&work->notices, 3), &comment);
}

static void
test_level_falls_for_quality(void **state)
{
	struct work *trial = work_of("randomised-controlled-trial", "human",
	    "abstract", "50");
	struct work *review = work_of("meta-analysis", "human", "abstract",
	    NULL);
	struct certainty *certainty = mem_new(review, struct certainty);

	(void)state;
	add_appraisal(trial, "PEDro", NULL, "6/10");
	assert_int_equal(level_reasons(trial, NULL), 0);
	add_appraisal(trial, "PEDro", NULL, "5/10");
	assert_int_equal(level_reasons(trial, NULL), LEVEL_POOR_TRIAL);
	add_appraisal(review, "PEDro", "mean of the trials", "5.83 (5 to 7)");
	assert_int_equal(level_reasons(review, NULL), LEVEL_POOR_STUDIES);
	certainty->rating = "very low";
	list_add(review, &review->certainty, certainty);
	assert_int_equal(level_reasons(review, NULL), LEVEL_POOR_STUDIES |
	    LEVEL_LOW_CERTAINTY);
}

/* Each row is stronger than the next one. */
static void
test_strength_goes_by_level_design_appraisal_size_year(void **state)
{
	static const struct {
		const char	*level;
		const char	*adjusted;
		bool		 appraised;
		const char	*n;
		const char	*year;
	} rows[] = {
		{ "1", NULL, false, "3", "2000" },
		{ "1", "2", false, "3", "2000" },
		{ "2", NULL, true, "20", "1990" },
		{ "2", NULL, false, "200", "2020" },
		{ "2", NULL, false, "20", "2021" },
		{ "2", NULL, false, "20", "2020" },
		{ "2", NULL, false, NULL, "2024" },
		{ "2", NULL, false, NULL, NULL },
		{ NULL, NULL, true, "900", "2025" },
	};
	uint64_t rank = 0, next;
	struct work *work;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		work = work_of("randomised-controlled-trial", "human",
		    "abstract", rows[i].n);
		work->level = rows[i].level;
		work->level_adjusted = rows[i].adjusted;
		work->year = rows[i].year;
		if (rows[i].appraised)
			add_appraisal(work, "PEDro", NULL, "8/10");
		next = level_rank(work);
		assert_true(next > rank);
		rank = next;
	}
}

static void
test_record_json_keeps_numbers_as_written(void **state)
{
	struct finding *finding = mem_new(ctx, struct finding);
	struct work *work = mem_new(ctx, struct work);
	json_t *json;
	char *text;

	(void)state;
	work->id = "a-2000";
	work->year = "2000";
	finding->estimate = mem_new(finding, struct estimate);
	finding->estimate->value = "1.0";
	finding->estimate->ci_low = "-2";
	finding->estimate->ci_high = "4.94";
	list_add(work, &work->findings, finding);
	json = record_json(&work_schema, work, false);
	text = json_dumps(json, JSON_COMPACT | JSON_REAL_PRECISION(15));
	assert_non_null(strstr(text, "\"year\":2000"));
	assert_non_null(strstr(text, "\"value\":1.0,"));
	assert_non_null(strstr(text, "\"ci_low\":-2,"));
	assert_non_null(strstr(text, "\"ci_high\":4.94"));
	/* These keys are always present, even if unknown. */
	assert_non_null(strstr(text, "\"level\":null"));
	assert_non_null(strstr(text, "\"conditions\":[]"));
	assert_null(strstr(text, "\"doi\""));
	free(text);
	json_decref(json);
}

static void
test_record_unpack_gives_back_what_was_packed(void **state)
{
	struct finding *finding = mem_new(ctx, struct finding);
	struct work *work = mem_new(ctx, struct work), *back;
	struct buf pack = { .data = NULL };
	size_t n;

	(void)state;
	work->id = "a-2000";
	work->title = "";
	work->abstract = (struct list){ .at = NULL };
	finding->estimate = mem_new(finding, struct estimate);
	finding->estimate->value = "0.50";
	list_add(work, &work->findings, finding);
	list_add(work, &work->findings, mem_new(work, struct finding));
	record_pack(ctx, &work_schema, work, &pack);
	back = record_unpack(ctx, &work_schema, pack.data, pack.len);
	assert_non_null(back);
	assert_string_equal(back->id, "a-2000");
	assert_string_equal(back->title, "");
	assert_null(back->year);
	assert_int_equal(back->findings.count, 2);
	finding = back->findings.at[0];
	assert_string_equal(finding->estimate->value, "0.50");
	assert_null(finding->estimate->ci_low);
	/* A record that is cut off, or that continues, is rejected. */
	for (n = 0; n < pack.len; n++)
		assert_null(record_unpack(ctx, &work_schema, pack.data, n));
	buf_add(ctx, &pack, "", 1);
	assert_null(record_unpack(ctx, &work_schema, pack.data, pack.len));
	/* So is a record with a text that was never cleaned. */
	strstr(pack.data, "2000")[0] = '\x1B';
	assert_null(record_unpack(ctx, &work_schema, pack.data, pack.len - 1));
}

/* Whether a record can be loaded by its id once it is packed. */
static bool
can_be_loaded(const struct schema *schema, const void *record, const char *id)
{
	struct buf pack = { .data = NULL };

	record_pack(ctx, schema, record, &pack);
	return record_load(ctx, schema, id, pack.data, pack.len) != NULL;
}

/* Empties each scalar that a record or a part of it must have. */
static size_t
spoil_each(const struct schema *whole, void *record, const char *id,
    const struct schema *schema, void *part)
{
	const struct member *m;
	const struct list *list;
	void *value;
	size_t n = 0;

	for (m = schema->members; m < schema->members + schema->count; m++) {
		list = m->many ? record_list(part, m) : NULL;
		value = m->many ? list->count == 0 ? NULL : list->at[0] :
		    (void *)(uintptr_t)record_value(part, m);
		if (value != NULL && m->form != FORM_DERIVED &&
		    m->type == VALUE_RECORD)
			n += spoil_each(whole, record, id, m->schema, value);
		if (value == NULL || m->many || !(m->need & NEED_XML))
			continue;
		record_clear(part, m);
		assert_false(can_be_loaded(whole, record, id));
		record_set(part, m, value);
		n++;
	}
	return n;
}

/* What every record has is not missing from one that an index keeps. */
static void
test_record_load_wants_all_that_must_be_there(void **state)
{
	struct library *library = open_bundled(ctx, "iastm");
	const struct schema *schema;
	enum rectype kind;
	struct list ids;
	void *record;
	size_t n = 0;

	(void)state;
	for (kind = 0; kind < RECTYPE_COUNT; kind++) {
		schema = rectype_schema(kind);
		ids = library_ids(library, ctx, kind);
		record = ids.count == 0 ? NULL : library_record(library, ctx,
		    kind, ids.at[0]);
		if (record == NULL)
			continue;
		assert_true(can_be_loaded(schema, record, ids.at[0]));
		assert_false(can_be_loaded(schema, record, "another"));
		n += spoil_each(schema, record, ids.at[0], schema, record);
	}
	assert_true(n > 40);
}

static void
test_shape_rows_are_sound(void **state)
{
	const struct schema *schema;
	const struct member *m;
	size_t i, j;
	int kind;

	(void)state;
	for (kind = 0; kind < RECTYPE_COUNT; kind++) {
		schema = rectype_schema((enum rectype)kind);
		for (i = 0; i < schema->count; i++) {
			m = &schema->members[i];
			assert_true(m->offset < schema->size);
			assert_true(m->type != VALUE_CHOICE ||
			    m->choices != NULL);
			assert_true(m->type != VALUE_RECORD ||
			    m->schema != NULL);
			for (j = 0; j < i; j++)
				assert_string_not_equal(m->key,
				    schema->members[j].key);
		}
	}
}

static void
test_directions_show_which_side_won(void **state)
{
	struct finding finding = { .direction = "favours",
	    .side = "technique" };

	(void)state;
	assert_string_equal(finding_direction(&finding)->sign, "+");
	finding.side = "comparator";
	assert_string_equal(finding_direction(&finding)->sign, "-");
	finding.direction = "no-difference";
	assert_string_equal(finding_direction(&finding)->sign, "=");
	finding.direction = NULL;
	assert_null(finding_direction(&finding));
}

static void
test_suggestions_do_not_mislead(void **state)
{
	(void)state;
	assert_null(code_nearest(&estimate_types, "MR"));
	assert_null(code_nearest(&estimate_types, "PR"));
	assert_string_equal(code_nearest(&designs, "cohorte")->id, "cohort");
	assert_null(code_nearest(&designs, "trial"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_value_ids_are_small_letters_digits_and_hyphens),
		cmocka_unit_test(test_value_dois_hold_nothing_for_a_shell),
		cmocka_unit_test(test_value_isbns_are_checked_by_their_digit),
		cmocka_unit_test(test_value_dates_exist),
		cmocka_unit_test(test_value_urls_are_http_or_https),
		cmocka_unit_test(
		    test_level_follows_design_subjects_and_what_was_read),
		cmocka_unit_test(test_level_falls_for_few_people),
		cmocka_unit_test(test_level_ends_with_a_retraction),
		cmocka_unit_test(test_gravest_notice_comes_first),
		cmocka_unit_test(test_level_depends_on_the_question),
		cmocka_unit_test(test_level_falls_for_quality),
		cmocka_unit_test(
		    test_strength_goes_by_level_design_appraisal_size_year),
		cmocka_unit_test(test_suggestions_do_not_mislead),
		cmocka_unit_test(test_record_json_keeps_numbers_as_written),
		cmocka_unit_test(
		    test_record_unpack_gives_back_what_was_packed),
		cmocka_unit_test(test_record_load_wants_all_that_must_be_there),
		cmocka_unit_test(test_shape_rows_are_sound),
		cmocka_unit_test(test_directions_show_which_side_won),
	};
	int failed;

	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
