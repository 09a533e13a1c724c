/*
 * Truth: what the records say is on their pages, whatever prints them; and
 * pages say no number that no record has.
 *
 * The test goes through the schemas of the records, so that it also looks for
 * new members.
 */
#include "support.h"

#include <ctype.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/claim.h"
#include "record/rectype.h"
#include "page/page.h"
#include "page/page_notes.h"
#include "export/export.h"
#include "page/wording.h"
#include "record/work_status.h"

static void *ctx;
static struct library *library;

static const struct print_options options = { .width = 80 };

/* Members that do not appear in words on a page, and the reason. */
static const struct {
	const char	*schema;
	const char	*key;
} silent[] = {
	{ "finding", "direction" },	/* see find_direction */
	{ "finding", "side" },
	{ "work", "design_like" },
	{ "estimate", "type_like" },
	{ "estimate", "plot" },		/* names the plot in which it is
					   drawn */
	{ "estimate", "unit" },		/* some repeat the type */
	{ "work", "imported" },		/* shown if nothing was appraised */
	{ "trial", "work" },		/* the link is its citation */
	{ "directness", "id" },
	{ "about", "id" },
	{ "about", "treatment" },	/* called by its label instead */
	{ "estimate", "favours" },		/* in find_direction() */
	{ "about", "treatment_label" },	/* "favours IASTM", on works */
	{ "entry", "id" },		/* its word appears instead */
	{ "tour", "id" },		/* its address appears instead */
};

/* What a format writes for a character. */
static const struct {
	const char	*format;
	const char	*written;
	const char	*meant;
} marks[] = {
	{ "html", "&amp;", "&" }, { "html", "&lt;", "<" },
	{ "html", "&gt;", ">" }, { "html", "&quot;", "\"" },
	{ "man", "\\fB", "" }, { "man", "\\fR", "" }, { "man", "\\&", "" },
	{ "man", "\\(bu", "" }, { "man", "\\e", "\\" }, { "man", "\\", "" },
	{ "markdown", "\\", "" }, { "markdown", "**", "" },
};
enum { MARKS = sizeof(marks) / sizeof(marks[0]) };

static size_t
mark_at(const char *text, const char *format)
{
	size_t i;

	for (i = 0; i < MARKS; i++)
		if (text_same(format, marks[i].format) &&
		    text_begins(text, marks[i].written))
			break;
	return i;
}

/*
 * A text without blanks and without the markup of the format; for plain words
 * the format is "".
 */
static char *
squeeze(const void *owner, const char *text, const char *format)
{
	struct buf out = { .data = NULL };
	size_t mark;

	while (*text != '\0') {
		mark = mark_at(text, format);
		if (text_same(format, "html") && *text == '<') {
			text += strcspn(text, ">") + 1;
		} else if (mark < MARKS) {
			buf_text(owner, &out, marks[mark].meant);
			text += strlen(marks[mark].written);
		} else {
			if (!isspace((unsigned char)*text))
				buf_add(owner, &out, text, 1);
			text++;
		}
	}
	return out.data != NULL ? out.data : mem_text(owner, "");
}

/* A page as a format prints it. */
struct print {
	const struct doc	*doc;
	const struct format	*printer;
	const struct work	*work;	/* the work of the page, or NULL */
	char			*all;	/* the output, without blanks */
};

static void
find(const struct print *print, const char *key, const char *words)
{
	char *part = squeeze(NULL, words, "");

	if (strstr(print->all, part) == NULL)
		fail_msg("%s as %s lacks %s: %s", print->doc->address,
		    print->printer->name, key, words);
	mem_free(part);
}

static bool
is_silent(const struct schema *schema, const struct member *member)
{
	size_t i;

	for (i = 0; i < sizeof(silent) / sizeof(silent[0]); i++)
		if (text_same(silent[i].schema, schema->name) &&
		    text_same(silent[i].key, member->key))
			return true;
	return false;
}

/* The words that a page uses for a record or a value. */
static const char *
words_for(const void *scratch, const struct print *print,
    const struct member *member, const char *value)
{
	const struct proposition *proposition;
	const struct claim *claim;
	const struct work *work;
	struct address address;

	if (text_same(member->key, "by") && (work = library_record(library,
	    scratch, RECTYPE_WORK, value)) != NULL)
		return wording_short(scratch, work);
	if (text_same(member->key, "group") && (proposition = library_record(
	    library, scratch, RECTYPE_PROPOSITION, value)) != NULL)
		return proposition->statement;
	if (text_same(member->key, "and_others"))
		return text_same(value, "yes") ? "and others" : "";
	if (text_same(member->key, "indirect"))
		return text_same(value, "yes") ? "(indirect evidence)" : "";
	if (text_same(member->key, "subjects") && print->work != NULL)
		return wording_studied(scratch, print->work);
	switch (member->type) {
	case VALUE_CHOICE:
		return code_label(member->choices, value);
	case VALUE_CODE:
		return about_label(library_about(library), member->choices,
		    value);
	case VALUE_PROPOSITION:
		proposition = library_record(library, scratch,
		    RECTYPE_PROPOSITION, value);
		return proposition == NULL ? value : proposition->statement;
	case VALUE_DIRECTNESS:
		return directness_of(library, print->work)->label;
	case VALUE_TERM:
	case VALUE_ANY_TERM:
		return library_label(library, scratch, value);
	case VALUE_WORK:
		work = library_record(library, scratch, RECTYPE_WORK, value);
		return work == NULL ? value : wording_short(scratch, work);
	case VALUE_ARTICLE:
		return wording_article(scratch, library, value);
	case VALUE_ADDRESS:
		return library_target(library, scratch, value, NULL,
		    &address) == TARGET_HERE ? page_words_for(scratch,
		    library, &address) : value;
	case VALUE_CLAIM:
		claim = library_record(library, scratch, RECTYPE_CLAIM, value);
		return claim == NULL ? value : claim->statement;
	default:
		return value;
	}
}

static void	find_record(const struct print *print,
		    const struct schema *schema, const void *record);

static void
find_value(const struct print *print, const struct member *member,
    const void *value)
{
	void *scratch = mem_context(NULL);

	if (member->type == VALUE_RECORD)
		find_record(print, member->schema, value);
	else
		find(print, member->key, words_for(scratch, print, member,
		    value));
	mem_free(scratch);
}

/* Parts that belong together must be printed together. */
static void
find_estimate(const struct print *print, const struct estimate *e)
{
	char *words = mem_format(NULL, "%s %s", estimate_type_label(e), e->value);

	find(print, "estimate", words);
	mem_free(words);
	if (!text_same(e->unit, "SD") && !text_same(e->unit, "risk ratio") &&
	    !text_same(e->unit, "effect size") &&
	    !text_same(e->unit, e->type)) {
		words = mem_format(NULL, "%s %s", e->value, e->unit);
		find(print, "unit", words);
		mem_free(words);
	}
	if (e->ci_low == NULL)
		return;
	words = mem_format(NULL, "%s%% CI %s to %s", e->ci_level, e->ci_low,
	    e->ci_high);
	find(print, "interval", words);
	mem_free(words);
}

static void
find_direction(const struct print *print, const struct finding *finding)
{
	void *scratch = mem_context(NULL);

	find(print, "direction", wording_finding(scratch, library,
	    print->work, finding));
	if (print->work != NULL && finding->estimate != NULL &&
	    wording_side(scratch, print->work, finding) != NULL)
		find(print, "favours", wording_side(scratch, print->work,
		    finding));
	mem_free(scratch);
}

/*
 * For a work that was not read, "unknown" does not mean that the abstract is
 * silent.
 */
static void
find_bearing(const struct print *print, const struct bearing *bearing)
{
	const struct work *work = library_record(library, ctx, RECTYPE_WORK,
	    bearing->work);
	bool read = text_same(work->confidence, "abstract") ||
	    text_same(work->confidence, "full-text");

	find(print, "bears", wording_bears(work, bearing->bears));
	if (text_same(bearing->bears, "unknown") && !read)
		assert_string_equal(wording_bears(work, "unknown"),
		    "not read");
}

static void
find_level(const struct print *print, const struct work *work)
{
	char *words = mem_format(NULL, work->level == NULL ? "no level" :
	    "level %d%s%s%s", work_level(work), work->level_adjusted == NULL ?
	    "" : " (graded down from ", work->level_adjusted == NULL ? "" :
	    work->level, work->level_adjusted == NULL ? "" : ")");

	find(print, "level", words);
	mem_free(words);
	if (text_same(work->subjects, "animal"))
		find(print, "animals", "ANIMALS, NOT PEOPLE");
	if (text_same(work->subjects, "cells"))
		find(print, "cells", "CELLS, NOT PEOPLE");
	if (work_is_retracted(work))
		find(print, "retraction", "RETRACTED");
}

static void
find_record(const struct print *print, const struct schema *schema,
    const void *record)
{
	const struct member *member;
	const struct list *list;
	size_t i, j;

	if (text_same(schema->name, "finding"))
		find_direction(print, record);
	if (text_same(schema->name, "estimate"))
		find_estimate(print, record);
	if (text_same(schema->name, "work"))
		find_level(print, record);
	for (i = 0; i < schema->count; i++) {
		member = &schema->members[i];
		if (is_silent(schema, member))
			continue;
		if (member->choices == &bearings) {
			find_bearing(print, record);
			continue;
		}
		if (!member->many && record_value(record, member) != NULL)
			find_value(print, member, record_value(record,
			    member));
		list = member->many ? record_list(record, member) : NULL;
		for (j = 0; list != NULL && j < list->count; j++)
			find_value(print, member, list->at[j]);
	}
}

static void
check_record(enum rectype kind, const char *id)
{
	const struct address address = { .page = PAGE_RECORD, .kind = kind,
	    .id = mem_text(ctx, id) };
	void *scratch = mem_context(NULL);
	struct list docs = { .at = NULL };
	void *record = library_record(library, scratch, kind, id);
	struct print print = { .work = kind == RECTYPE_WORK ? record : NULL };
	struct doc *doc = page_make(scratch, library, &address);
	size_t i;

	assert_non_null(doc);
	list_add(scratch, &docs, doc);
	print.doc = doc;
	for (i = 0; i < formats_count; i++) {
		if (formats[i].pages == NULL)
			continue;
		print.printer = &formats[i];
		print.all = squeeze(scratch, formats[i].pages(scratch, &docs,
		    &options), formats[i].name);
		find_record(&print, rectype_schema(kind), record);
	}
	mem_free(scratch);
}

static void
check_all(enum rectype kind)
{
	struct list ids = library_ids(library, ctx, kind);
	size_t i;

	for (i = 0; i < ids.count; i++)
		check_record(kind, ids.at[i]);
}

static void
check_kind(enum rectype kind)
{
	struct list ids = library_ids(library, ctx, kind);

	assert_true(ids.count > 0);
	check_all(kind);
}

static void
test_pages_hide_nothing_of_works(void **state)
{
	(void)state;
	check_kind(RECTYPE_WORK);
}

static void
test_pages_hide_nothing_of_claims(void **state)
{
	(void)state;
	check_kind(RECTYPE_CLAIM);
	check_kind(RECTYPE_PROPOSITION);
	check_kind(RECTYPE_ARTICLE);
}

static void
test_pages_hide_nothing_of_the_rest(void **state)
{
	(void)state;
	check_kind(RECTYPE_TERM);
	check_kind(RECTYPE_TRIAL_LIST);
	check_kind(RECTYPE_ABOUT);
	check_kind(RECTYPE_ENTRY);
	check_kind(RECTYPE_TOUR);
	check_all(RECTYPE_TOPIC);
	check_all(RECTYPE_LIST);
}

/* Numbers without a source. */

static void
add_json(const void *scratch, struct buf *all, enum rectype kind,
    const char *id)
{
	void *record = library_record(library, scratch, kind, id);
	json_t *json;
	char *text;

	if (record == NULL)
		return;
	json = record_json(rectype_schema(kind), record, true);
	text = json_dumps(json, JSON_COMPACT |
	    JSON_REAL_PRECISION(15));
	buf_text(scratch, all, text);
	free(text);
	json_decref(json);
}

/* The data behind a page: its record, and the records that it links to. */
static char *
data_of(const void *scratch, const struct doc *doc,
    const struct address *address)
{
	struct buf all = { .data = NULL };
	const struct block *block;
	const struct span *span;
	struct address to;
	size_t i, j;

	add_json(scratch, &all, address->kind, address->id);
	for (i = 0; i < doc->blocks.count; i++) {
		block = doc->blocks.at[i];
		for (j = 0; j < block->spans.count; j++) {
			span = block->spans.at[j];
			if (span->link != NULL && library_resolve(library,
			    scratch, span->link, &to) && to.page ==
			    PAGE_RECORD)
				add_json(scratch, &all, to.kind, to.id);
		}
	}
	return all.data;
}

/* The next number with a decimal point, or NULL; moves *text past it. */
static char *
next_decimal(const void *scratch, const char **text)
{
	static const char digits[] = "0123456789";
	size_t whole, part;
	const char *at;

	for (at = *text; *at != '\0'; at += whole > 0 ? whole : 1) {
		whole = strspn(at, digits);
		part = whole > 0 && at[whole] == '.' ? strspn(at + whole + 1,
		    digits) : 0;
		if (part == 0)
			continue;
		*text = at + whole + 1 + part;
		return mem_text_n(scratch, at, whole + 1 + part);
	}
	return NULL;
}

/* JSON has 26.0 for 26.00: zeros at the end do not count. */
static bool
has_number(const void *scratch, const char *data, const char *number)
{
	char *shorter = mem_text(scratch, number);
	size_t n = strlen(shorter);

	while (n > 2 && shorter[n - 1] == '0' && shorter[n - 2] != '.')
		shorter[--n] = '\0';
	return strstr(data, number) != NULL || strstr(data, shorter) != NULL;
}

static void
check_numbers(enum rectype kind)
{
	struct list ids = library_ids(library, ctx, kind), docs;
	struct address address = { .page = PAGE_RECORD, .kind = kind };
	void *scratch;
	struct doc *doc;
	const char *text;
	char *data, *number;
	size_t i;

	for (i = 0; i < ids.count; i++) {
		scratch = mem_context(NULL);
		address.id = ids.at[i];
		doc = page_make(scratch, library, &address);
		docs = (struct list){ .at = NULL };
		list_add(scratch, &docs, doc);
		data = data_of(scratch, doc, &address);
		text = print_linear(scratch, &docs, &options);
		while ((number = next_decimal(scratch, &text)) != NULL)
			if (!has_number(scratch, data, number))
				fail_msg("%s says %s, which no record has",
				    doc->address, number);
		mem_free(scratch);
	}
}

static void
test_pages_invent_no_numbers(void **state)
{
	(void)state;
	check_numbers(RECTYPE_WORK);
	check_numbers(RECTYPE_CLAIM);
	check_numbers(RECTYPE_PROPOSITION);
	check_numbers(RECTYPE_TERM);
}

/* Links. */

static void
check_links(const struct block *block, const struct doc *doc)
{
	void *scratch = mem_context(NULL);
	const struct span *span;
	struct address to;
	size_t i;

	for (i = 0; i < block->spans.count; i++) {
		span = block->spans.at[i];
		if (span->link != NULL && !library_resolve(library, scratch,
		    span->link, &to))
			fail_msg("%s leads to %s, where nothing is",
			    doc->address, span->link);
	}
	mem_free(scratch);
}

static void
check_table_links(const struct table *table, const struct doc *doc)
{
	const struct table_row *row;
	size_t i, j;

	for (i = 0; i < table->rows.count; i++) {
		row = table->rows.at[i];
		check_links(row->head, doc);
		for (j = 0; j < row->cells.count; j++)
			check_links(row->cells.at[j], doc);
	}
}

static void
check_page_links(const struct address *address)
{
	void *scratch = mem_context(NULL);
	struct doc *doc = page_make(scratch, library, address);
	const struct block *block;
	size_t i;

	assert_non_null(doc);
	for (i = 0; i < doc->blocks.count; i++) {
		block = doc->blocks.at[i];
		if (block->kind == BLOCK_TABLE)
			check_table_links(block->table, doc);
		else
			check_links(block, doc);
	}
	mem_free(scratch);
}

static void
test_all_links_lead_somewhere(void **state)
{
	static const char *const pages[] = { "start", "glossary", "safety",
	    "claims", "terms", "map", "map?rows=mechanism&columns=subjects",
	    "plot", "facets?q=pain", "search?q=elbow", NULL };
	struct address address = { .page = PAGE_RECORD };
	struct list ids = library_ids(library, ctx, RECTYPE_WORK);
	const char *compare = mem_format(ctx, "compare?works=%s,%s",
	    (const char *)ids.at[0], (const char *)ids.at[1]), *page;
	size_t i;
	int kind;

	(void)state;
	for (kind = 0; kind < RECTYPE_COUNT; kind++) {
		ids = library_ids(library, ctx, (enum rectype)kind);
		address.kind = (enum rectype)kind;
		for (i = 0; i < ids.count; i++) {
			address.id = ids.at[i];
			check_page_links(&address);
		}
	}
	for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		page = pages[i] == NULL ? compare : pages[i];
		assert_true(library_resolve(library, ctx, page, &address));
		check_page_links(&address);
	}
}

/* The page of a term lists all works on it. */

static void
check_terms(const struct work *work, const struct list *terms)
{
	struct address address = { .page = PAGE_RECORD, .kind = RECTYPE_TERM };
	struct list docs;
	struct doc *doc;
	char *text;
	size_t i;

	for (i = 0; i < terms->count; i++) {
		address.id = terms->at[i];
		doc = page_make(NULL, library, &address);
		docs = (struct list){ .at = NULL };
		list_add(doc, &docs, doc);
		text = squeeze(doc, print_linear(doc, &docs, &options), "");
		if (strstr(text, "ofthem") == NULL &&
		    strstr(text, squeeze(doc, wording_short(doc, work), "")) ==
		    NULL)
			fail_msg("%s lacks %s", doc->address, work->id);
		mem_free(doc);
	}
}

static void
test_terms_have_all_their_works(void **state)
{
	struct list ids = library_ids(library, ctx, RECTYPE_WORK);
	const struct work *work;
	size_t i;

	(void)state;
	for (i = 0; i < ids.count; i++) {
		work = library_record(library, ctx, RECTYPE_WORK, ids.at[i]);
		check_terms(work, &work->mechanisms);
		check_terms(work, &work->conditions);
		check_terms(work, &work->instruments);
	}
}

/* A number of works next to a link is how many the link finds. */

/*
 * The number of a link: in its text ("3 S"), before it ("   24  "), or after it
 * (" (24)", " 3 S"); -1 if it has none.
 */
static long
number_of_link(const struct block *block, size_t at)
{
	const struct span *span = block->spans.at[at];
	const struct span *before = at == 0 ? NULL : block->spans.at[at - 1];
	const struct span *after = at + 1 == block->spans.count ? NULL :
	    block->spans.at[at + 1];
	const char *text = span->text;
	size_t n;

	if (before != NULL && before->link == NULL && strspn(before->text,
	    " 0123456789") == strlen(before->text) && strpbrk(before->text,
	    "0123456789") != NULL)
		return strtol(before->text, NULL, 10);
	if (after != NULL && *after->text == ' ' && isdigit((unsigned char)after->text[
	    1 + (after->text[1] == '(')]))
		return strtol(after->text + 1 + (after->text[1] == '('), NULL,
		    10);
	n = strspn(text, "0123456789");
	return n > 0 && (text[n] == '\0' || (text[n] == ' ' && strlen(text) ==
	    n + 2)) ? strtol(text, NULL, 10) : -1;
}

static size_t
check_link_numbers(const struct block *block, const struct doc *doc)
{
	void *scratch = mem_context(NULL);
	const struct search search = { .target = RECTYPE_WORK,
	    .order = ORDER_LEVEL };
	const struct result *result;
	const struct span *span;
	struct address to;
	size_t checked = 0, i;
	long number;

	for (i = 0; i < block->spans.count; i++) {
		span = block->spans.at[i];
		if (span->link == NULL || !library_resolve(library, scratch,
		    span->link, &to) || to.page != PAGE_SEARCH ||
		    (number = number_of_link(block, i)) < 0)
			continue;
		result = library_search(library, scratch, &search, to.query);
		if (result->total - result->repeated != number)
			fail_msg("%s says %ld where %s finds %ld",
			    doc->address, number, to.query, result->total -
			    result->repeated);
		checked++;
	}
	mem_free(scratch);
	return checked;
}

static size_t
check_page_numbers(const struct address *address)
{
	struct doc *doc = page_make(NULL, library, address);
	const struct block *block;
	const struct table_row *row;
	size_t checked = 0, i, j, k;

	for (i = 0; i < doc->blocks.count; i++) {
		block = doc->blocks.at[i];
		checked += check_link_numbers(block, doc);
		for (j = 0; block->kind == BLOCK_TABLE && j < block->table->
		    rows.count; j++) {
			row = block->table->rows.at[j];
			checked += check_link_numbers(row->head, doc);
			for (k = 0; k < row->cells.count; k++)
				checked += check_link_numbers(row->cells.at[k],
				    doc);
		}
	}
	mem_free(doc);
	return checked;
}

static void
test_numbers_are_what_their_links_find(void **state)
{
	static const char *const pages[] = { "start", "terms", "map", "facets",
	    "map?rows=technique&columns=outcome", "facets?q=pain",
	    "map?rows=population&columns=level", "map?q=a+trial",
	    "facets?q=sle", "map?q=sle", "facets?q=sle+", "map?q=pain+OR+mot",
	    "facets?q=pain+OR+mot", "map?q=pain+-level:1+sa",
	    "facets?q=level:2+sa", "facets?q=saf", "map?q=saf",
		"facets?q=is+it+safe+", "map?q=is+it+safe+",
		"facets?q=how+long+does+it+take+to+work+" };
	struct address address = { .page = PAGE_RECORD };
	struct list ids = library_ids(library, ctx, RECTYPE_TERM);
	size_t checked = 0, i;

	(void)state;
	for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		assert_true(library_resolve(library, ctx, pages[i], &address));
		assert_int_not_equal(check_page_numbers(&address), 0);
	}
	address = (struct address){ .page = PAGE_RECORD, .kind = RECTYPE_TERM };
	for (i = 0; i < ids.count; i++) {
		address.id = ids.at[i];
		checked += check_page_numbers(&address);
	}
	assert_true(checked > ids.count);
}

static int
use_bundled(void **state)
{
	library = open_bundled(ctx, *state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ON_BOTH(test_pages_hide_nothing_of_works, use_bundled),
		ON_BOTH(test_pages_hide_nothing_of_claims, use_bundled),
		ON_BOTH(test_pages_hide_nothing_of_the_rest, use_bundled),
		ON_BOTH(test_pages_invent_no_numbers, use_bundled),
		ON_BOTH(test_all_links_lead_somewhere, use_bundled),
		ON_BOTH(test_terms_have_all_their_works, use_bundled),
		ON_BOTH(test_numbers_are_what_their_links_find, use_bundled),
		ON("both", test_numbers_are_what_their_links_find,
		    use_bundled),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
