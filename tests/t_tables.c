/* The tables of the program: incomplete rows are found. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "export/export.h"
#include "page/page.h"
#include "tui/app.h"

static void *ctx;
static struct library *library;

/* A format has the functions for each use that it declares. */
static void
test_every_format_does_what_it_promises(void **state)
{
	const struct format *row;
	unsigned takes;
	size_t i;

	(void)state;
	for (i = 0; i < formats_count; i++) {
		row = &formats[i];
		takes = row->takes;
		if (takes == 0 || *row->purpose == '\0')
			fail_msg("%s takes nothing, or has no purpose",
			    row->name);
		if (((takes & FORMAT_PAGES) != 0) != (row->pages != NULL) ||
		    ((takes & FORMAT_MAP) != 0) != (row->map != NULL) ||
		    ((takes & FORMAT_ROWS) != 0) != (row->rows != NULL) ||
		    ((takes & FORMAT_COUNTS) != 0) != (row->counts != NULL) ||
		    ((takes & FORMAT_RECORDS) != 0 && row->all == NULL) ||
		    ((takes & FORMAT_WORKS) != 0) != (row->work != NULL ||
		    row->all != NULL))
			fail_msg("%s: its functions do not fit what it takes",
			    row->name);
		if (row->all == NULL && ((takes & FORMAT_CLAIMS) != 0) !=
		    (row->claim != NULL))
			fail_msg("%s: no function for claims", row->name);
		if (row->label != NULL && row->work == NULL)
			fail_msg("%s is copied, but not of one work",
			    row->name);
	}
}

static void
test_names_and_suffixes_of_formats_are_found(void **state)
{
	char *path;
	size_t i, j;

	(void)state;
	for (i = 0; i < formats_count; i++) {
		assert_ptr_equal(format_find(formats[i].name, ~0U),
		    &formats[i]);
		if (formats[i].suffix == NULL)
			continue;
		path = mem_format(ctx, "some.%s%s", formats[0].name,
		    formats[i].suffix);
		assert_ptr_equal(format_of_file(path), &formats[i]);
		assert_ptr_not_equal(format_of_file(formats[i].suffix),
		    &formats[i]);
		for (j = 0; j < i; j++)
			assert_false(text_same(formats[j].name,
			    formats[i].name));
	}
	assert_null(format_find("ris", FORMAT_PAGES));
	assert_null(format_of_file("some.doc"));
}

static void
add(void *user, const char *text, size_t n)
{
	buf_add(ctx, user, text, n);
}

/* A work in a format. */
static const char *
work_in(const struct format *format)
{
	struct address *address = mem_new(ctx, struct address);
	struct list addresses = { .at = NULL }, docs = { .at = NULL };
	const struct export_source source = { library, NULL, &addresses, NULL };
	struct buf out = { .data = NULL };
	const struct export_target target = { .write = add, .user = &out,
	    .end = '\n' };
	const struct print_options options = { .width = 76 };

	assert_true(library_resolve(library, ctx, "crothers-2016", address));
	list_add(ctx, &addresses, address);
	list_add(ctx, &docs, page_make(ctx, library, address));
	if (format->pages != NULL)
		return format->pages(ctx, &docs, &options);
	if ((format->takes & FORMAT_WORKS) == 0)
		return NULL;
	assert_int_equal(format_write(format, &source, &target), 1);
	return buf_string(&out);
}

/* No two formats print the same. */
static void
test_no_two_formats_print_the_same(void **state)
{
	const char **texts = mem_array(ctx, const char *, formats_count);
	size_t i, j;

	(void)state;
	for (i = 0; i < formats_count; i++) {
		texts[i] = work_in(&formats[i]);
		if (texts[i] == NULL)
			continue;
		if (strstr(texts[i], "crothers-2016") == NULL &&
		    strstr(texts[i], "Crothers") == NULL)
			fail_msg("%s: not the work", formats[i].name);
		for (j = 0; j < i; j++)
			if (texts[j] != NULL && text_same(texts[i], texts[j]))
				fail_msg("%s prints %s", formats[i].name,
				    formats[j].name);
	}
}

/* A work can be copied in every format, as it can be saved in it. */
static void
test_works_are_copied_in_every_format(void **state)
{
	const struct app_options options = { .rows = 24, .columns = 80,
	    .linear = true, .settings = settings_new(ctx) };
	struct app *app = app_new(ctx, library, "crothers-2016", &options);
	const struct request *request = app_request(app);
	unsigned effects;
	size_t i;

	(void)state;
	for (i = 0; i < formats_count; i++) {
		effects = app_line(app, mem_format(ctx, ":copy %s",
		    formats[i].name));
		if ((effects & EFFECT_REQUEST) == 0 ||
		    request->kind != REQUEST_COPY)
			fail_msg(":copy %s: %s", formats[i].name,
			    app_message(app));
		if (formats[i].work != NULL && !formats[i].lines)
			assert_string_equal(request->text,
			    work_in(&formats[i]));
		assert_true(strlen(request->text) > 0);
	}
}

/*
 * Each page has its own name, and a function that makes it or a key in the
 * browser.
 */
static void
test_every_page_has_an_address_and_a_document(void **state)
{
	struct address address;
	const char *name, *text;
	int page;

	(void)state;
	for (page = 0; (name = address_page_name(page)) != NULL; page++) {
		text = page == PAGE_COMPARE ? mem_format(ctx,
		    "%s?works=crothers-2016,kim-2017", name) : name;
		if (!library_resolve(library, ctx, text, &address) ||
		    (int)address.page != page)
			fail_msg("%s is not the address of its page", name);
		if (page_make(ctx, library, &address) == NULL)
			fail_msg("%s makes no page", name);
		assert_true(text_begins(address_print(ctx, &address), name));
	}
	assert_int_equal(page, PAGE_NAMES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_format_does_what_it_promises),
		cmocka_unit_test(test_names_and_suffixes_of_formats_are_found),
		cmocka_unit_test(test_no_two_formats_print_the_same),
		cmocka_unit_test(test_works_are_copied_in_every_format),
		cmocka_unit_test(
		    test_every_page_has_an_address_and_a_document),
	};
	int failed;

	(void)setlocale(LC_ALL, "C.UTF-8");
	ctx = mem_context(NULL);
	library = open_library(ctx, NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	mem_free(ctx);
	return failed;
}
