/* strigil help: prints a part of the manual. */
#include <errno.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/pager.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/tables.h"
#include "export/plain.h"
#include "page/page_start.h"
#include "tui/help.h"

enum { PAGE_MOST = 1 << 20 };

/*
 * Topics and their manual pages.  Each command also has one,
 * strigil-COMMAND(1); "keys" is generated from tables, "reading" from the
 * bibliographies.
 */
static const struct {
	const char	*topic;
	const char	*page;
} topics[] = {
	{ "strigil", "strigil.1" },
	{ "tutorial", "strigil-tutorial.7" },
	{ "educators", "strigil-educators.7" },
	{ "browser", "strigil-browser.7" },
	{ "query", "strigil-query.7" },
	{ "evidence", "strigil-evidence.7" },
	{ "formats", "strigil-formats.5" },
	{ "bibliography", "strigil-bibliography.5" },
	{ "configuration", "strigil.conf.5" },
	{ "admin", "strigil-admin.7" },
};

static enum status
help_print_page(struct run *run, const char *page)
{
	const char *data = run_data_directory(run);
	char *path = mem_format(run, "%s/help/%s.txt", data, page);
	struct buf text = { .data = NULL };
	struct err err = ERR_INIT;

	if (data == NULL) {
		run_complain("the manual is not installed; set STRIGIL_DATA to "
		    "the data directory");
		return STATUS_ERROR;
	}
	switch (file_read_whole(run, path, PAGE_MOST, &text, &err)) {
	case FILE_READ:
		break;
	case FILE_MISSING:
		(void)err_set(&err, ERR_SYSTEM, "cannot open %s: %s", path,
		    strerror(ENOENT));
		return run_fail(&err);
	default:
		return run_fail(&err);
	}
	pager_start(run);
	(void)fwrite(text.data, 1, text.len, stdout);
	return run_finish(STATUS_FOUND);
}

/* How to read the bibliographies, in their authors' words. */
static enum status
print_reading(struct run *run)
{
	enum status status;
	struct library *library = bibliography_open(run, &status);
	struct doc *doc;

	if (library == NULL)
		return status;
	doc = page_reading(run, library);
	if (doc->found == 0) {
		run_complain("this bibliography has no reading advice");
		return run_finish(STATUS_NOTHING);
	}
	output_doc(run, doc);
	return run_finish(STATUS_FOUND);
}

static enum status
print_keys(struct run *run)
{
	struct print_options options;

	pager_start(run);
	options = output_options(run);
	(void)fputs(print_plain(run, help_keys(run, run->settings->keymap,
	    MODE_COUNT, NULL), &options), stdout);
	return run_finish(STATUS_FOUND);
}

void
help_topics_print(const char *start)
{
	char *page;
	size_t i;

	for (i = 0; i < COUNT(topics); i++)
		if (text_begins(topics[i].topic, start))
			(void)printf("%s\n", topics[i].topic);
	for (i = 1; i < commands_count && text_begins(start, "strigil-"); i++) {
		page = mem_format(NULL, "strigil-%s", commands[i].name);
		if (text_begins(page, start))
			(void)printf("%s\n", page);
		mem_free(page);
	}
	if (text_begins("keys", start))
		(void)printf("keys\n");
	if (text_begins("reading", start))
		(void)printf("reading\n");
}

/* Whether a page has this name, with or without its section. */
static bool
help_is_page(const char *page, const char *name)
{
	size_t n = strlen(name);

	return text_begins(page, name) && (page[n] == '\0' || (page[n] == '.' &&
	    strchr(page + n + 1, '.') == NULL));
}

/* The manual page for this topic, or with this name; NULL if there is none. */
static const char *
page_of_topic(const void *ctx, const char *topic)
{
	const char *page;
	size_t i;

	for (i = 0; i < COUNT(topics); i++)
		if (text_same(topics[i].topic, topic) ||
		    help_is_page(topics[i].page, topic))
			return topics[i].page;
	for (i = 1; i < commands_count; i++) {
		page = mem_format(ctx, "strigil-%s.1", commands[i].name);
		if (help_is_page(page, topic))
			return page;
	}
	return NULL;
}

static char *
topics_joined(const void *ctx)
{
	char *names = mem_text(ctx, "");
	size_t i;

	for (i = 0; i < COUNT(topics); i++)
		names = mem_format(ctx, "%s%s, ", names, topics[i].topic);
	return names;
}

enum status
cmd_help(struct run *run, int argc, char **argv)
{
	const char *topic = argc == 0 ? "strigil" : argv[0];
	const char *page = page_of_topic(run, topic);

	if (text_same(topic, "keys"))
		return print_keys(run);
	if (text_same(topic, "reading"))
		return print_reading(run);
	/* For building the manual; not a topic for users. */
	if (text_same(topic, "tables")) {
		tables_print(run);
		return run_finish(STATUS_FOUND);
	}
	if (page != NULL)
		return help_print_page(run, page);
	if (command_find(topic) != NULL) {
		run->command = command_find(topic);
		return command_help(run);
	}
	run_complain("unknown topic '%s'; choose a command, %skeys or reading",
	    topic, topics_joined(run));
	return STATUS_NOTHING;
}
