/* Searches over the bundled bibliography: interpretations, first hits, counts. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "index/negation.h"
#include "index/tokenizer.h"
#include "library/filter.h"
#include "page/page_search.h"

static void *ctx;
static struct library *library;

static struct result *
run(const char *query, enum rectype target, enum order order)
{
	const struct search search = { .target = target, .order = order,
	    .limit = 1000 };
	struct result *result = library_search(library, ctx, &search, query);
	struct err err = ERR_INIT;

	if (!library_ok(library, &err))
		fail_msg("%s: %s", query, err.text);
	return result;
}

static const struct work *
work_at(const struct result *result, size_t i)
{
	return i < result->count ? library_hit(library, ctx, RECTYPE_WORK,
	    result->hits[i].record) : NULL;
}

static bool
finds(const char *query, const char *id)
{
	const struct result *result = run(query, RECTYPE_WORK, ORDER_COUNT);
	size_t i;

	for (i = 0; i < result->count; i++)
		if (text_same(work_at(result, i)->id, id))
			return true;
	return false;
}

static const char *
skip_remarks(const char *s)
{
	while (*s == '#' || *s == '\n')
		s += strcspn(s, "\n") + (s[strcspn(s, "\n")] == '\n');
	return s;
}

/*
 * Each case of tests/cases/reading is a query, its interpretation, and the
 * first work or "-".
 */
static void
test_search_cases_are_read_and_found(void **state)
{
	const char *s = file_text(ctx, source_path(ctx,
	    "tests/cases/reading"));
	char *query, *reading, *first;
	const struct result *result;
	size_t n = 0;

	(void)state;
	assert_non_null(s);
	for (s = skip_remarks(s); *s != '\0'; s = skip_remarks(s)) {
		query = next_line(ctx, &s);
		reading = next_line(ctx, &s);
		first = next_line(ctx, &s);
		result = run(query, RECTYPE_WORK, ORDER_COUNT);
		assert_string_equal(*result->interpretation == '\0' ? "-" :
		    result->interpretation, reading);
		assert_string_equal(result->count == 0 ? "-" :
		    work_at(result, 0)->id, first);
		n++;
	}
	assert_true(n > 15);
}

static void
test_search_everything_is_in_the_order_of_strength(void **state)
{
	const struct result *result = run("", RECTYPE_WORK, ORDER_COUNT);
	int last = 0, level;
	size_t i;

	(void)state;
	assert_int_equal(result->total, library_count(library, RECTYPE_WORK));
	assert_int_equal(result->order, ORDER_LEVEL);
	for (i = 0; i < result->count; i++) {
		level = work_level(work_at(result, i));
		level = level == 0 ? 6 : level;
		assert_true(level >= last);
		last = level;
	}
}

static void
test_search_a_term_finds_its_narrower_terms(void **state)
{
	(void)state;
	/* Achilles tendinopathy is a tendinopathy. */
	assert_true(finds("condition:tendinopathy", "mccormack-2016"));
	assert_true(finds("condition:achilles-tendinopathy",
	    "mccormack-2016"));
	/* The reverse is not true. */
	assert_false(finds("condition:achilles-tendinopathy",
	    "sevier-2015"));
}

static void
test_search_years_and_levels_have_ranges(void **state)
{
	const struct result *result = run("year:..1999", RECTYPE_WORK,
	    ORDER_COUNT);
	size_t i;

	(void)state;
	assert_true(result->total > 0);
	for (i = 0; i < result->count; i++)
		assert_true(work_year(work_at(result, i)) < 2000);
	result = run("level:1..2", RECTYPE_WORK, ORDER_COUNT);
	assert_true(result->total > 0);
	for (i = 0; i < result->count; i++)
		assert_in_range(work_level(work_at(result, i)), 1, 2);
	assert_int_equal(run("year:2030..", RECTYPE_WORK, ORDER_COUNT)->total,
	    0);
}

/*
 * A number that is too large matches no work, rather than a different number.
 */
static void
test_search_numbers_are_bounded(void **state)
{
	static const char *const huge[] = { "9999", "99999", "100000",
	    "2147483648", "9223372036854775807", "9223372036854775808",
	    "99999999999999999999", "1000000000000000000000000000000" };
	static const char *const of[] = { "year", "level", "score" };
	long all = library_count(library, RECTYPE_WORK);
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof(huge) / sizeof(huge[0]); i++) {
		for (k = 0; k < 3; k++) {
			assert_int_equal(run(mem_format(ctx, "%s:%s", of[k],
			    huge[i]), RECTYPE_WORK, ORDER_COUNT)->total, 0);
			assert_int_equal(run(mem_format(ctx, "%s:>%s", of[k],
			    huge[i]), RECTYPE_WORK, ORDER_COUNT)->total, 0);
		}
		assert_int_equal(run(mem_format(ctx, "year:<%s", huge[i]),
		    RECTYPE_WORK, ORDER_COUNT)->total, all);
	}
	assert_int_equal(run("year:0", RECTYPE_WORK, ORDER_COUNT)->total, 0);
	assert_int_equal(run("year:1..0", RECTYPE_WORK, ORDER_COUNT)->total, 0);
	assert_in_range(run("low NEAR/0 back", RECTYPE_WORK,
	    ORDER_COUNT)->total, 1, all);
}

static void
test_search_what_is_left_out_is_left_out(void **state)
{
	const struct result *all = run("graston", RECTYPE_WORK, ORDER_COUNT);
	const struct result *some = run("graston -animal", RECTYPE_WORK,
	    ORDER_COUNT);
	size_t i;

	(void)state;
	assert_true(some->total < all->total && some->total > 0);
	for (i = 0; i < some->count; i++)
		assert_string_not_equal(work_at(some, i)->subjects, "animal");
	/* A query with only an exclusion finds everything else. */
	assert_int_equal(run("-subjects:animal", RECTYPE_WORK,
	    ORDER_COUNT)->total + run("subjects:animal", RECTYPE_WORK,
	    ORDER_COUNT)->total, library_count(library, RECTYPE_WORK));
}

static void
test_search_spellings_meet(void **state)
{
	static const char *const same[][2] = {
		{ "gua sha", "guasha" },
		{ "gua-sha", "Gua Sha" },
		{ "mobilisation", "mobilization" },
		{ "randomised", "randomized" },
		{ "Ludtke", "Lüdtke" },
		{ "adhesion", "adhesions" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		assert_int_equal(run(same[i][0], RECTYPE_WORK,
		    ORDER_COUNT)->total, run(same[i][1], RECTYPE_WORK,
		    ORDER_COUNT)->total);
}

static void
test_search_no_typed_prefix_of_a_known_word_is_dead(void **state)
{
	static const char *const words[] = { "mobilization", "flexibility",
	    "epicondylitis", "adhesions", "healing", "contraindications" };
	char prefix[32];
	size_t i, n;

	(void)state;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		for (n = 3; n <= strlen(words[i]); n++) {
			(void)snprintf(prefix, sizeof(prefix), "%.*s", (int)n,
			    words[i]);
			if (run(prefix, RECTYPE_WORK, ORDER_COUNT)->total == 0)
				fail_msg("nothing for %s", prefix);
		}
}

static void
test_search_explains_why_there_is_nothing(void **state)
{
	const struct result *result = run("outcome:pain year:..1970",
	    RECTYPE_WORK, ORDER_COUNT);
	const struct part *part;

	(void)state;
	assert_int_equal(result->total, 0);
	assert_int_equal(result->parts.count, 2);
	part = result->parts.at[0];
	assert_true(part->alone > 0);
	assert_int_equal(part->without, 0);
	part = result->parts.at[1];
	assert_int_equal(part->alone, 0);
	assert_true(part->without > 0);
	assert_true(wording_emptiness(ctx, result).count > 2);
}

static void
test_search_says_what_it_loosened(void **state)
{
	const struct result *result = run("plantar fasciatis", RECTYPE_WORK,
	    ORDER_COUNT);

	(void)state;
	assert_int_equal(result->match, MATCH_CORRECTED);
	assert_string_equal(result->corrected, "plantar fasciitis");
	assert_non_null(strstr(wording_relaxation(ctx, result),
	    "\"plantar fasciitis\""));
	assert_int_equal(run("heel pain", RECTYPE_WORK, ORDER_COUNT)->match,
	    MATCH_ALL);
}

/*
 * A first letter that is wrong, added, missing or swapped with the second is
 * corrected.
 */
static void
test_search_mends_first_letters(void **state)
{
	static const char *const typed[] = { "blantar", "xplantar", "lantar",
	    "lpantar" };
	const struct result *result;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
		result = run(typed[i], RECTYPE_WORK, ORDER_COUNT);
		assert_non_null(result->corrected);
		assert_string_equal(result->corrected, "plantar");
	}
}

/* A word in the word list is never replaced, nor is a name. */
static void
test_search_right_words_are_not_replaced(void **state)
{
	static const char *const right[] = { "measles", "tonsil", "kidneys",
	    "painter", "violin", "hypotension", "crothrs", "anaemia",
	    "qualitative", "explanatory", "dissection", "inefficient",
	    "percussion", "findings", "bindings", "carer", "pmid" };
	const struct result *result;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(right) / sizeof(right[0]); i++) {
		result = run(right[i], RECTYPE_WORK, ORDER_COUNT);
		assert_null(result->corrected);
		assert_int_equal(result->match, MATCH_ALL);
	}
}

/* A correct word is replaced next to a word that occurs with a similar one. */
static void
test_search_mends_right_words_beside_others(void **state)
{
	const struct result *result = run("planter fasciitis", RECTYPE_WORK,
	    ORDER_COUNT);

	(void)state;
	assert_string_equal(result->corrected, "plantar fasciitis");
	assert_null(run("planter", RECTYPE_WORK, ORDER_COUNT)->corrected);
	assert_null(run("planter violin", RECTYPE_WORK,
	    ORDER_COUNT)->corrected);
	/* Two letters may differ if the word is not English. */
	assert_string_equal(run("plantar facitis", RECTYPE_WORK,
	    ORDER_COUNT)->corrected, "plantar fasciitis");
	assert_null(run("facitis", RECTYPE_WORK, ORDER_COUNT)->corrected);
}

static void
test_search_keeps_what_was_typed(void **state)
{
	char *kept = library_as_typed(library, ctx, "plantar fasciatis");
	const struct result *result;

	(void)state;
	assert_string_equal(kept, "plantar =fasciatis");
	result = run(kept, RECTYPE_WORK, ORDER_COUNT);
	assert_null(result->corrected);
	assert_null(library_as_typed(library, ctx, "heel pain"));
}

/* A query in another language or script is reported as not covered. */
static void
test_search_says_which_language(void **state)
{
	static const char *const others[] = { "\xe9\x87\x9d",
	    "\xd0\xb1\xd0\xbe\xd0\xbb\xd1\x8c", "\xe8\x82\xa9 pain" };
	static const char *const unsure[] = { "Kreuzschmerzen",
	    "dolor de espalda", "douleur au talon",
	    "la technique Graston est-elle sans danger",
	    "sirve graston para el hombro" };
	const struct result *result;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		result = run(others[i], RECTYPE_WORK, ORDER_COUNT);
		assert_non_null(result->language);
		assert_non_null(strstr(result->language, "use English"));
	}
	for (i = 0; i < sizeof(unsure) / sizeof(unsure[0]); i++) {
		result = run(unsure[i], RECTYPE_WORK, ORDER_COUNT);
		assert_non_null(result->language);
		assert_non_null(strstr(result->language, "if this is not"));
	}
	assert_null(run("heel pain", RECTYPE_WORK, ORDER_COUNT)->language);
	assert_null(run("measles", RECTYPE_WORK, ORDER_COUNT)->language);
}

static const char *
first_of(const char *query)
{
	const struct result *result = run(query, RECTYPE_WORK, ORDER_COUNT);

	return result->count == 0 ? "-" : work_at(result, 0)->id;
}

/* An identifier in any usual form decides, wherever it is. */
static void
test_search_identifiers_decide(void **state)
{
	static const char *const forms[] = { "PMID 27186365",
	    "PMID: 27186365.", "27186365[pmid]", "27186365 [PMID]",
	    "PMCID: PMC4868028", "pmc4868028", "DOI 10.1186/s12998-016-0096-9",
	    "doi: 10.1186/S12998-016-0096-9.", "(10.1186/s12998-016-0096-9)",
	    "www.doi.org/10.1186/s12998-016-0096-9",
	    "see https://dx.doi.org/10.1186/s12998-016-0096-9?a=b for pain",
	    "https://pubmed.ncbi.nlm.nih.gov/27186365/",
	    "pubmed/27186365", "10.1186%2Fs12998-016-0096-9",
	    "id:crothers-2016", "id:10.1186/s12998-016-0096-9",
	    "PMID27186365", "PMID#27186365", "PubMed ID: 27186365",
	    "PubMed PMID: 27186365.", "pain pmid:27186365",
	    "pubmed.gov/27186365", "PMC 4868028",
	    "https://www.ncbi.nlm.nih.gov/pubmed/?term=27186365",
	    "s12998-016-0096-9", "PII: S12998-016-0096-9",
	    /* In any punctuation. */
	    "[27186365]", "(27186365)", "<27186365>", "{27186365}",
	    "'27186365'", "see [27186365], on pain",
	    "(PMID 27186365)", "[PMID: 27186365]",
	    "PMID-27186365", "27186365[PMID]", "PubMed ID: 27186365;",
	    "[PMC4868028].", "(PMCID: PMC4868028)", "[crothers-2016].",
	    ("\xe2\x80\x9c" "10.1186/s12998-016-0096-9\xe2\x80\x9d"),
	    "<https://doi.org/10.1186/s12998-016-0096-9>.",
	    "doi: 10.1186/s12998-016-0096-9;", "doi: 10.1186/s12998-016-0096-9)",
	    "[doi: 10.1186/s12998-016-0096-9],",
	    /* In quotation marks, which otherwise mean these words. */
	    "\"27186365\"", "\"10.1186/s12998-016-0096-9\"",
	    "\"PMID: 27186365\"", "doi: \"10.1186/s12998-016-0096-9\"",
	    "pain \"https://doi.org/10.1186/s12998-016-0096-9\"" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		assert_string_equal(first_of(forms[i]), "crothers-2016");
		assert_int_equal(run(forms[i], RECTYPE_WORK,
		    ORDER_COUNT)->total, 1);
	}
	assert_string_equal(first_of("NCT 02349230"), "kivlan-2015");
	assert_string_equal(first_of("S0192415X1250067X"), "lauche-2012");
	assert_string_equal(first_of("PII S0192-415X(12)50067-X"),
	    "lauche-2012");
	assert_string_equal(first_of("https://www.sciencedirect.com/science/"
	    "article/pii/S0192415X1250067X?via%3Dihub"), "lauche-2012");
	/* Exclusions still apply. */
	assert_int_equal(run("id:crothers-2016 without manipulation",
	    RECTYPE_WORK, ORDER_COUNT)->total, 0);
	/* The kind and the punctuation matter. */
	assert_int_equal(run("doi:10.1186/s1299801600969", RECTYPE_WORK,
	    ORDER_COUNT)->total, 0);
	assert_int_equal(run("doi:27186365", RECTYPE_WORK, ORDER_COUNT)->total,
	    0);
	assert_int_equal(run("pmid:4868028", RECTYPE_WORK, ORDER_COUNT)->total,
	    0);
}

static void
test_search_references_find_their_work(void **state)
{
	static const struct { const char *text, *id; } cases[] = {
		{ "Crothers AL, French SD, Hebert JJ, Walker BF. Spinal "
		    "manipulative therapy, Graston technique and placebo for "
		    "non-specific thoracic spine pain: a randomised "
		    "controlled trial. Chiropr Man Therap. 2016;24:16.",
		    "crothers-2016" },
		/* A title with typing errors is found. */
		{ "Spinal manipulatve therapy, Graston tecnique and placebo "
		    "for non-specific thoracic spine pain", "crothers-2016" },
		{ "crothers2016", "crothers-2016" },
		{ "Crothers_2016", "crothers-2016" },
		{ "Crothers16", "crothers-2016" },
		{ "Crothers_etal_2016", "crothers-2016" },
		{ "gardinershires2020", "gardiner-shires-2020" },
		{ "oconnell2003", "oconnell-2003" },
		{ "CrothersEtAl2016", "crothers-2016" },
		/* Citation keys of Zotero and its add-ons are understood. */
		{ "crothersSpinalManipulativeTherapy2016", "crothers-2016" },
		{ "crothers_spinal_2016", "crothers-2016" },
		{ "crothers.2016", "crothers-2016" },
		{ "abdel-aalShortTermEffect2021", "abdel-aal-2021" },
		{ "McCormackEccentric2016a", "mccormack-2016" },
		{ "@article{crothers2016spinal,", "crothers-2016" },
		/* Any of several names may match. */
		{ "(Crothers et al. 2016; Lee 2014)", "lee-2014" },
		{ "Crothers A. 2016", "crothers-2016" },
		/*
		 * The year may be off by one; a first author comes before a
		 * second one.
		 */
		{ "Crothers 2015", "crothers-2016" },
		{ "Lee 2016", "lee-2016" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(first_of(cases[i].text), cases[i].id);
}

/* Year, volume and first page name a work, with or without its journal. */
static void
test_search_place_of_publication_names_a_work(void **state)
{
	static const char *const places[] = { "2021;57:758-766",
	    "2021;57(6):758-66", "vol. 57, no. 6, 2021, pp. 758-766",
	    "57(6), 758 (2021)" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		assert_string_equal(first_of(places[i]), "abdel-aal-2021");
	/* Another journal has another page 758. */
	assert_int_equal(run("Lancet 2021;57:758-766", RECTYPE_WORK,
	    ORDER_COUNT)->total, 0);
	assert_int_equal(run("2021;57:759-766", RECTYPE_WORK,
	    ORDER_COUNT)->total, 0);
}

/* "Not", "without" and "other than" exclude what follows them. */
static void
test_search_negation_in_words_is_honoured(void **state)
{
	static const char *const words[] = { "not", "without", "but not",
	    "other than", "excluding", "exclude", "leaving out", "w/o",
	    "aside from", "minus", "omitting any", "not including",
	    "that does not include", "that didn't involve", "nothing about",
	    "don't want", "not interested in", "trials that aren't on",
	    "that isn\u2019t tested in", "never tested in",
	    "except the ones on", "no trials of",
	    "without any zither or" };
	const struct result *with = run("neck pain headache", RECTYPE_WORK,
	    ORDER_COUNT), *result;
	size_t i, k;

	(void)state;
	assert_true(with->total > 0);
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		result = run(mem_format(ctx, "neck pain %s headache",
		    words[i]), RECTYPE_WORK, ORDER_COUNT);
		assert_true(result->total > 0);
		assert_int_equal(result->match, MATCH_ALL);
		for (k = 0; k < result->count; k++)
			assert_false(list_holds(&work_at(result,
			    k)->conditions, "cervicogenic-headache"));
	}
	/* Words without a subject of their own exclude nothing. */
	assert_string_equal(run(
	    "graston no difference", RECTYPE_WORK, ORDER_COUNT)->interpretation,
	    "Graston Technique (technique) + difference");
}

static bool
any_is_of(const char *query, bool (*is)(const struct work *))
{
	const struct result *result = run(query, RECTYPE_WORK, ORDER_COUNT);
	size_t i;

	assert_true(result->total > 0);
	assert_int_equal(result->match, MATCH_ALL);
	for (i = 0; i < result->count; i++)
		if (is(work_at(result, i)))
			return true;
	return false;
}

static bool
is_in_people(const struct work *work)
{
	return text_same(work->subjects, "human");
}

static bool
is_in_animals(const struct work *work)
{
	return text_same(work->subjects, "animal");
}

static bool
is_by_schleip(const struct work *work)
{
	return text_begins(work->id, "schleip-");
}

/* No result contains what the query excludes. */
static void
test_search_shows_nothing_that_is_ruled_out(void **state)
{
	struct library *whole = library;

	(void)state;
	assert_false(any_is_of("studies not in people", is_in_people));
	assert_false(any_is_of("graston non-human", is_in_people));
	assert_true(any_is_of("non-specific back pain", is_in_people));
	assert_false(any_is_of("exclude animal studies fibroblast",
	    is_in_animals));
	assert_false(any_is_of("animals were excluded graston",
	    is_in_animals));
	assert_false(any_is_of("collagen without animals or cells",
	    is_in_animals));
	assert_false(any_is_of("collagen without animlas", is_in_animals));
	assert_false(any_is_of("everything except reviews", work_is_review));
	assert_false(any_is_of("gua sha no review", work_is_review));
	library = open_bundled(ctx, "insomnia");
	assert_false(any_is_of("sleep restriction other than the reviews",
	    work_is_review));
	library = whole;
	assert_false(any_is_of("fascia apart from schleip", is_by_schleip));
	assert_false(any_is_of("never been tested in people", is_in_people));
	assert_false(any_is_of("no rat studies, tendon", is_in_animals));
	assert_false(any_is_of("tendon, nothing in rats", is_in_animals));
}

/* What is excluded may be several words, and a noun that says who took part. */
static void
test_search_exclusions_end_with_their_noun(void **state)
{
	static const struct {
		const char	*query;
		const char	*read;
	} cases[] = {
		{ "graston except in football players",
		  "Graston Technique (technique) + without football players" },
		{ "graston without healthy people", "Graston Technique "
		  "(technique) + without Healthy volunteers (population)" },
		{ "graston, no studies of neck pain, exercise",
		  "Graston Technique (technique) + without Neck pain "
		  "(condition) + exercise" },
		{ "graston, reviews not included, pain",
		  "Graston Technique (technique) + without reviews + "
		  "Pain (outcome)" },
		{ "I can't take magnesium, graston",
		  "without magnesium + Graston Technique (technique)" },
		{ "graston anything but astym", "Graston Technique (technique) "
		  "+ without Astym treatment (technique)" },
		{ "graston without placebo",
		  "Graston Technique (technique) + without placebo" },
		{ "graston not made of steel", "Graston Technique (technique) "
		  "+ without Stainless steel (instrument)" },
		{ "graston people who can't run", "Graston Technique "
		  "(technique) + run" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(run(cases[i].query, RECTYPE_WORK,
		    ORDER_COUNT)->interpretation, cases[i].read);
}

/* The direction of findings is not searched, and a note says so. */
static void
test_search_denials_are_noted(void **state)
{
	static const char *const denied[] = { "graston doesn't help the neck",
	    "failed in neck pain", "no better than exercise",
	    "not effective in neck pain", "never graston",
	    "graston does not reduce pain", "graston no pain relief",
	    "is it not painful", "graston no scarr reduction" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(denied) / sizeof(denied[0]); i++)
		assert_int_equal(run(denied[i], RECTYPE_WORK,
		    ORDER_COUNT)->notes.count, 1);
	assert_int_equal(run("neck pain", RECTYPE_WORK,
	    ORDER_COUNT)->notes.count, 0);
	/* "scarr" is not corrected for an exclusion that is not made. */
	assert_int_equal(run("scarr and pain excluded", RECTYPE_WORK,
	    ORDER_COUNT)->notes.count, 0);
}

/* Words on the strength of research are not about the strength of the body. */
static void
test_search_strength_of_research_is_no_outcome(void **state)
{
	static const char *const words[] = { "weak", "weakness of the",
	    "strong", "strength of the" };
	const char *found;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		found = run(mem_format(ctx, "%s research", words[i]),
		    RECTYPE_WORK, ORDER_COUNT)->interpretation;
		assert_null(strstr(found, "(outcome)"));
	}
	assert_string_equal(run("weakness", RECTYPE_WORK,
	    ORDER_COUNT)->interpretation, "Muscle strength (outcome)");
}

static void
test_search_fragments_are_read_anywhere(void **state)
{
	const struct result *result = run("syst rev graston", RECTYPE_WORK,
	    ORDER_COUNT);

	(void)state;
	assert_int_equal(result->match, MATCH_ALL);
	assert_true(work_is_review(work_at(result, 0)));
	/*
	 * An English word next to a fragment is itself a fragment; the
	 * interpretation shows this.
	 */
	result = run("plant fasc", RECTYPE_WORK, ORDER_COUNT);
	assert_int_equal(result->match, MATCH_ALL);
	assert_string_equal(result->interpretation, "plant... + fasc");
	assert_int_equal(run("plant violin", RECTYPE_WORK,
	    ORDER_COUNT)->total, 0);
	/* Abbreviations must be typed exactly. */
	assert_string_equal(run("let",
	    RECTYPE_WORK, ORDER_COUNT)->interpretation, "");
	assert_string_not_equal(run("LET",
	    RECTYPE_WORK, ORDER_COUNT)->interpretation, "");
}

/* A pasted page is read whole, up to a limit, and an identifier decides. */
static void
test_search_reads_long_texts_whole(void **state)
{
	struct buf text = { .data = NULL };
	int i;

	(void)state;
	for (i = 0; text.len < 60000; i++)
		buf_format(ctx, &text, "words%d about the pain of a knee, ",
		    i);
	assert_true(run(text.data, RECTYPE_WORK, ORDER_COUNT)->count > 0);
	buf_text(ctx, &text, "https://doi.org/10.1186/s12998-016-0096-9 .");
	assert_string_equal(first_of(text.data), "crothers-2016");
}

static void
test_search_a_term_without_works_stays_empty(void **state)
{
	(void)state;
	assert_int_equal(run("shin splints", RECTYPE_WORK, ORDER_COUNT)->total,
	    0);
	assert_true(run("IT band", RECTYPE_CLAIM, ORDER_COUNT)->total > 0);
}

static void
test_search_claims_by_verdict_and_kind(void **state)
{
	const struct result *result = run("verdict:contradicted", RECTYPE_CLAIM,
	    ORDER_COUNT);
	const struct proposition *proposition;
	const struct claim *claim;
	size_t i;

	(void)state;
	assert_true(result->total > 0);
	for (i = 0; i < result->count; i++) {
		claim = library_hit(library, ctx, RECTYPE_CLAIM,
		    result->hits[i].record);
		proposition = library_record(library, ctx, RECTYPE_PROPOSITION,
		    claim->group);
		assert_string_equal(proposition->verdict, "contradicted");
	}
	assert_true(run("kind:safety", RECTYPE_CLAIM, ORDER_COUNT)->total > 0);
	/* Works have no verdict: nothing is found, and a note says so. */
	assert_int_equal(run("verdict:mixed", RECTYPE_WORK,
	    ORDER_COUNT)->total, 0);
}

static void
test_search_orders_do_what_they_say(void **state)
{
	const struct result *result = run("pain", RECTYPE_WORK, ORDER_YEAR);
	int year, last = 9999;
	long size, largest = 1000000;
	size_t i;

	(void)state;
	for (i = 0; i < result->count; i++) {
		year = work_year(work_at(result, i));
		assert_true(year <= last);
		last = year;
	}
	result = run("pain", RECTYPE_WORK, ORDER_SIZE);
	for (i = 0; i < result->count; i++) {
		size = work_size(work_at(result, i));
		assert_true(size <= largest);
		largest = size;
	}
}

static void
test_search_fts_syntax_is_only_text(void **state)
{
	static const char *const hostile[] = { "meta-analysis", "pain AND",
	    "O'Connell", "c++", "p<0.05", "(", "\"", "NOT pain", "NEAR(a b)",
	    "title:", "{title note}:x", "^graston", "rowid:1", "a:b", "*",
	    "x' OR '1'='1", "; DROP TABLE record;--", "\\", "NULL",
	    ("\xEE\x80\x81" "all"), "-\"", "=", "year:", "level:9..1" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++) {
		(void)run(hostile[i], RECTYPE_WORK, ORDER_COUNT);
		(void)run(hostile[i], RECTYPE_CLAIM, ORDER_COUNT);
	}
}

/*
 * Each count is what the query with that value finds, and no value is missing.
 */
static void
check_facets(const char *query, enum rectype target)
{
	const struct result *all = run(query, target, ORDER_COUNT), *one;
	const char *const *field = facet_fields(target);
	const struct facet_count *row;
	struct list counts;
	size_t i;

	for (; *field != NULL; field++) {
		counts = library_facet(library, ctx, all, *field);
		for (i = 0; i < counts.count; i++) {
			row = counts.at[i];
			one = run(mem_format(ctx, "(%s) %s:\"%s\"", query,
			    *field, text_same(*field, "level") &&
			    text_same(row->id, "0") ? "none" : row->id),
			    target, ORDER_COUNT);
			assert_int_equal(one->total, row->count);
			assert_true(row->count > 0);
		}
	}
}

/*
 * The number that another value would add is what the wider query finds in
 * addition.
 */
static void
check_added(const char *text, const char *field, enum rectype target)
{
	const struct result *all = run(text, target, ORDER_COUNT), *both;
	const char *query = all->asked;
	const struct field *of = field_find(field, strlen(field));
	const struct facet_count *row;
	struct list counts = library_facet(library, ctx, run(filter_beyond(ctx, NULL,
	    query, of), target, ORDER_COUNT), field);
	size_t i;

	assert_true(counts.count > 0);
	for (i = 0; i < counts.count; i++) {
		row = counts.at[i];
		both = run(filter_or(ctx, NULL, query, of, mem_format(ctx,
		    "%s:\"%s\"", field, row->id)), target, ORDER_COUNT);
		assert_int_equal(both->total, all->total + row->count);
	}
}

static void
test_search_counts_what_alternatives_add(void **state)
{
	(void)state;
	check_added("level:2", "level", RECTYPE_WORK);
	check_added("pain (level:1 OR level:2) human", "level", RECTYPE_WORK);
	check_added("heel pain mechanism:tissue-release", "mechanism",
	    RECTYPE_WORK);
	check_added("condition:soft-tissue-injury condition:fascial-disorder",
	    "condition", RECTYPE_WORK);
	check_added("scar verdict:untested", "verdict", RECTYPE_CLAIM);
}

static void
test_search_counts_facets_exactly(void **state)
{
	static const char *const levels = "level";
	const struct result *all = run("", RECTYPE_WORK, ORDER_COUNT);
	struct list counts = library_facet(library, ctx, all, levels);
	const struct facet_count *row;
	long sum = 0;
	size_t i;

	(void)state;
	for (i = 0; i < counts.count; i++) {
		row = counts.at[i];
		sum += row->count;
	}
	assert_int_equal(sum, all->total);
	check_facets("pain", RECTYPE_WORK);
	check_facets("tendon OR elbow", RECTYPE_WORK);
	check_facets("scar", RECTYPE_CLAIM);
	assert_int_equal(library_facet(library, ctx, run("year:1900",
	    RECTYPE_WORK, ORDER_COUNT), levels).count, 0);
}

/* The best kind of study by level, as the bibliography writes it. */
static int
best_level(const struct result *result)
{
	const struct work *work;
	int best = 9, level;
	size_t i;

	for (i = 0; i < result->count; i++) {
		work = work_at(result, i);
		level = work->level == NULL ? 8 : *work->level - '0';
		best = level < best ? level : best;
	}
	return best;
}

/*
 * A cell counts what a search for both values finds, without works that only
 * cover the condition; a gap finds nothing.  Returns the number of these cells.
 */
static size_t
check_map(const char *query, const char *rows, const char *columns)
{
	const struct map *map = library_map(library, ctx, run(query,
	    RECTYPE_WORK, ORDER_COUNT), rows, columns, false);
	const struct map_head *row, *column;
	const struct map_cell *cell;
	const struct result *result;
	size_t step = map->columns.count > 20 ? 3 : 1, left_out = 0, i, j;

	assert_true(map->rows.count > 0 && map->columns.count > 0);
	for (i = 0; i < map->rows.count; i++) {
		row = map->rows.at[i];
		for (j = 0; j < map->columns.count; j += step) {
			column = map->columns.at[j];
			cell = map_cell(map, i, j);
			result = run(mem_format(ctx, "%s %s:%s %s:%s%s%s", query,
			    rows, row->id, columns, column->id, cell->covers ==
			    NULL ? "" : " -covers:", cell->covers == NULL ? "" :
			    cell->covers), RECTYPE_WORK, ORDER_COUNT);
			left_out += cell->covers != NULL;
			assert_int_equal(result->total, cell->count);
			if (cell->count == 0)
				assert_int_equal(cell->best, ' ');
			else if (best_level(result) < 5)
				assert_int_equal(cell->best,
				    "SRNC"[best_level(result) - 1]);
			else
				assert_non_null(strchr("TA-", cell->best));
		}
	}
	return left_out;
}

static void
test_search_maps_are_what_searches_find(void **state)
{
	(void)state;
	assert_int_equal(check_map("", "mechanism", "subjects"), 0);
	assert_true(check_map("pain", "condition", "outcome") > 0);
	assert_true(check_map("id:lee-2010", "outcome", "condition") > 0);
	assert_int_equal(check_map("graston", "region", "design"), 0);
}

/* Words, their forms and other wordings are highlighted, and nothing else. */
static void
test_search_marks_what_it_found(void **state)
{
	static const struct {
		const char	*query;
		const char	*text;
		const char	*marked;
	} cases[] = {
		{ "tennis elbow", "Lateral epicondylitis, or tennis elbow.",
		  "[Lateral epicondylitis], or [tennis elbow]." },
		{ "fibroblasts", "One fibroblast; a fibre.",
		  "One [fibroblast]; a fibre." },
		{ "fibrob", "One fibroblast and two fibroblasts",
		  "One [fibroblast] and two [fibroblasts]" },
		{ "=stretching ", "Stretching after stretches",
		  "[Stretching] after stretches" },
		{ "\"dummy ultrasound\"", "dummy or ultrasound; dummy-ultrasound",
		  "dummy or ultrasound; [dummy-ultrasound]" },
		{ "year:2016 -rat", "In 2016 a rat", "In 2016 a rat" },
		{ "author:kim", "Kim", "Kim" },
		{ "schröpfen ", "Das Schröpfen", "Das [Schröpfen]" },
		{ "", "all of it", "all of it" },
	};
	const struct result *result;
	const struct range *range;
	struct list ranges;
	struct buf out;
	size_t i, j, at;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		result = run(cases[i].query, RECTYPE_WORK, ORDER_COUNT);
		ranges = highlights_find(ctx, library_highlights(library, ctx,
		    result), cases[i].text);
		out = (struct buf){ .data = NULL };
		for (j = 0, at = 0; j < ranges.count; j++) {
			range = ranges.at[j];
			buf_add(ctx, &out, cases[i].text + at, range->start -
			    at);
			buf_text(ctx, &out, "[");
			buf_add(ctx, &out, cases[i].text + range->start,
			    range->end - range->start);
			buf_text(ctx, &out, "]");
			at = range->end;
		}
		buf_text(ctx, &out, cases[i].text + at);
		assert_string_equal(out.data, cases[i].marked);
	}
}

static uint64_t seed = 20161;

static size_t
any(size_t below)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (size_t)(seed >> 33) % below;
}

/* A line of the list with some bytes changed, doubled or removed. */
static char *
mutated(const struct list *lines)
{
	const char *line = lines->at[any(lines->count)];
	struct buf out = { .data = NULL };
	char byte;

	for (; *line != '\0'; line++) {
		byte = any(12) > 0 ? *line : (char)any(256);
		if (any(15) > 0)
			buf_add(ctx, &out, &byte, 1);
		if (any(30) == 0)
			buf_add(ctx, &out, line, 1);
		if (any(60) == 0)
			buf_text(ctx, &out, lines->at[any(lines->count)]);
	}
	return out.data != NULL ? out.data : mem_text(ctx, "");
}

/* No input is an error: every query finds something or nothing. */
static void
test_search_takes_10000_mutated_queries(void **state)
{
	const char *s = file_text(ctx, source_path(ctx,
	    "tests/hostile/queries.txt"));
	struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_COUNT, .limit = 5, .fill = 5 };
	struct list lines = { .at = NULL };
	struct err err = ERR_INIT;
	struct result *result;
	char *line, *query;
	int i;

	(void)state;
	while ((line = next_line(ctx, &s)) != NULL)
		list_add(ctx, &lines, line);
	for (i = 0; i < 10000; i++) {
		query = mutated(&lines);
		search.target = i % 4 == 0 ? RECTYPE_CLAIM : RECTYPE_WORK;
		result = library_search(library, ctx, &search, query);
		if (!library_ok(library, &err))
			fail_msg("%s: %s", query, err.text);
		assert_true(result->count <= 5);
		mem_free(result);
		mem_free(query);
	}
}

static void
test_library_derives_what_is_said_once(void **state)
{
	const struct work *work = library_record(library, ctx, RECTYPE_WORK,
	    "crothers-2016");
	struct address address;

	(void)state;
	assert_int_equal(work->cited_by.count, 1);
	assert_string_equal(work->cited_by.at[0], "004");
	assert_true(library_resolve(library, ctx, "blanchette-2007",
	    &address));
	assert_string_equal(address.id, "blanchette-2011");
	assert_false(library_resolve(library, ctx, "crothers-2017",
	    &address));
	assert_string_equal(library_nearest(library, ctx, "crothers"),
	    "crothers-2016");
	assert_string_equal(library_nearest(library, ctx, "crothers-2017"),
	    "crothers-2016");
}

static bool
any_states(const struct result *result, const char *words, size_t most)
{
	const struct claim *claim;
	size_t i;

	for (i = 0; i < result->count && i < most; i++) {
		claim = library_hit(library, ctx, RECTYPE_CLAIM,
		    result->hits[i].record);
		if (strstr(claim->statement, words) != NULL)
			return true;
	}
	return false;
}

/* A comparison finds differences; "how many" also finds what is unknown. */
static void
test_search_claims_answer_what_was_asked(void **state)
{
	(void)state;
	assert_true(any_states(run("gua sha compared with modern instruments",
	    RECTYPE_CLAIM, ORDER_COUNT), "differ", 1));
	assert_true(any_states(run("how often must treatment be given",
	    RECTYPE_CLAIM, ORDER_COUNT), "not known", 3));
	assert_true(any_states(run("how long are treatments", RECTYPE_CLAIM,
	    ORDER_COUNT), "not known", 3));
}

/* Writes "~" for the mark of a word that the text negates. */
static const char *
with_tildes(const char *text)
{
	struct buf out = { .data = NULL };
	const char *mark;

	for (; (mark = strstr(text, TOKEN_ABSENT)) != NULL;
	    text = mark + strlen(TOKEN_ABSENT)) {
		buf_add(ctx, &out, text, (size_t)(mark - text));
		buf_text(ctx, &out, "~");
	}
	buf_text(ctx, &out, text);
	return buf_string(&out);
}

static void
test_search_negation_has_a_scope(void **state)
{
	static const char *const marked[] = {
		"~Children were excluded, adults came.",
		"No ~adverse ~events ~occurred; pain fell.",
		"Allowed, but not in ~patients ~with ~cancer.",
		"Without ~a ~sham and with a timer.",
		"~Sleep was not measured.",
		"Excluding ~shift ~workers: all adults.",
		"No difference in pain was shown.",
		"No significant change of mood (p = 0.4).",
		"More than no treatment.",
		"With or without exercise.",
		"Children were not excluded.",
		"Not shown to be better than rest.",
		"no", "without.", "",
	};
	struct buf plain;
	const char *c;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(marked) / sizeof(marked[0]); i++) {
		plain = (struct buf){ .data = NULL };
		for (c = marked[i]; *c != '\0'; c++)
			if (*c != '~')
				buf_add(ctx, &plain, c, 1);
		assert_string_equal(with_tildes(negation_mark(ctx,
		    buf_string(&plain))), marked[i]);
	}
}

/* Checks that a negated word finds the work only if searched for as written. */
static void
check_negated(struct library *of, const char *word, const char *as_written,
    const char *id)
{
	struct library *whole = library;

	library = of;
	if (finds(word, id) || !finds(as_written, id))
		fail_msg("%s: %s, %s", id, word, as_written);
	library = whole;
}

static void
test_search_negated_text_is_no_content(void **state)
{
	struct library *made_up = open_library(ctx, scratch_file(ctx,
	    "negated.xml", "<bibliography xmlns=\"urn:strigil:bibliography:2\">"
	    "<work id=\"a-2000\" type=\"article\"><title>Kites</title>"
	    "<design>design-not-known</design><abstract>"
	    "Zebras were excluded. No giraffes took part, but camels did. "
	    "No difference between llamas was shown."
	    "</abstract></work></bibliography>"));
	struct library *sleep = open_bundled(ctx, "insomnia");

	(void)state;
	check_negated(made_up, "zebra", "\"zebras were excluded\"", "a-2000");
	check_negated(made_up, "zeb", "=zebras", "a-2000");
	check_negated(made_up, "giraffes", "\"no giraffes\"", "a-2000");
	check_negated(made_up, "ostrich", "camel", "a-2000");
	check_negated(made_up, "ostrich", "llamas", "a-2000");
	check_negated(library, "sham", "\"no sham\"", "saha-2019");
	check_negated(library, "consensus", "\"no consensus\"",
	    "cheatham-2019");
	check_negated(sleep, "comorbid", "\"comorbid insomnia was excluded\"",
	    "trauer-2015");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_search_cases_are_read_and_found),
		cmocka_unit_test(
		    test_search_everything_is_in_the_order_of_strength),
		cmocka_unit_test(test_search_a_term_finds_its_narrower_terms),
		cmocka_unit_test(test_search_years_and_levels_have_ranges),
		cmocka_unit_test(test_search_numbers_are_bounded),
		cmocka_unit_test(test_search_what_is_left_out_is_left_out),
		cmocka_unit_test(test_search_spellings_meet),
		cmocka_unit_test(
		    test_search_no_typed_prefix_of_a_known_word_is_dead),
		cmocka_unit_test(test_search_explains_why_there_is_nothing),
		cmocka_unit_test(test_search_says_what_it_loosened),
		cmocka_unit_test(test_search_place_of_publication_names_a_work),
		cmocka_unit_test(test_search_negation_in_words_is_honoured),
		cmocka_unit_test(test_search_shows_nothing_that_is_ruled_out),
		cmocka_unit_test(test_search_exclusions_end_with_their_noun),
		cmocka_unit_test(test_search_denials_are_noted),
		cmocka_unit_test(
		    test_search_strength_of_research_is_no_outcome),
		cmocka_unit_test(test_search_fragments_are_read_anywhere),
		cmocka_unit_test(test_search_reads_long_texts_whole),
		cmocka_unit_test(test_search_mends_first_letters),
		cmocka_unit_test(test_search_right_words_are_not_replaced),
		cmocka_unit_test(test_search_mends_right_words_beside_others),
		cmocka_unit_test(test_search_keeps_what_was_typed),
		cmocka_unit_test(test_search_says_which_language),
		cmocka_unit_test(test_search_identifiers_decide),
		cmocka_unit_test(test_search_references_find_their_work),
		cmocka_unit_test(test_search_a_term_without_works_stays_empty),
		cmocka_unit_test(test_search_claims_by_verdict_and_kind),
		cmocka_unit_test(test_search_orders_do_what_they_say),
		cmocka_unit_test(test_search_fts_syntax_is_only_text),
		cmocka_unit_test(test_search_counts_facets_exactly),
		cmocka_unit_test(test_search_counts_what_alternatives_add),
		cmocka_unit_test(test_search_maps_are_what_searches_find),
		cmocka_unit_test(test_search_marks_what_it_found),
		cmocka_unit_test(test_search_takes_10000_mutated_queries),
		cmocka_unit_test(test_search_negation_has_a_scope),
		cmocka_unit_test(test_search_negated_text_is_no_content),
		cmocka_unit_test(test_search_claims_answer_what_was_asked),
		cmocka_unit_test(test_library_derives_what_is_said_once),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	library = open_library(ctx, NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
