/* strigil note: edits notes, tags and reading states. */
#include <unistd.h>

#include "base/text.h"
#include "cli/bibliography.h"
#include "cli/commands.h"
#include "cli/keeping.h"
#include "cli/options.h"
#include "cli/output.h"
#include "export/records.h"
#include "library/note_edit.h"
#include "page/page_notes.h"

static const char *
state_choice(size_t i)
{
	return i < reading_states.count ? reading_states.at[i].id : i ==
	    reading_states.count ? "none" : NULL;
}

const struct option_row cmd_note_options[] = {
	{ 'm', "message", "TEXT", "the text of the note, with its line breaks; "
	  "may be repeated, once for each paragraph",
	  TEXTS(struct note_options, texts) },
	{ 't', "tag", "WORD", "add a tag, or remove it with -WORD; may be "
	  "repeated", TEXTS(struct note_options, tags) },
	{ 's', "state", "STATE", NULL, NAME(struct note_options, state),
	  .choice = state_choice },
	{ 'd', "delete", NULL, "delete the note, its tags and its state",
	  FLAG(struct note_options, deletes) },
	{ 0, "drop", "NUMBER", "drop this version of a note that was changed in "
	  "two sessions", NUMBER(struct note_options, drop, 1000) },
	OPTION_ROW_FORMAT(FORMAT_PAGES | FORMAT_RECORDS),
	OPTION_ROW_JSON,
	OPTION_ROW_NULL("ids on standard input end in NUL"),
	{ .name = NULL }
};

const struct note_options cmd_note_defaults = { .drop = -1 };

/* Whether the options contain all changes, so that no editor is needed. */
static bool
says_what(const struct note_options *options)
{
	return options->deletes || options->drop >= 0 || options->texts.count > 0 ||
	    options->tags.count > 0 || options->state != NULL;
}

/* Prints what was written in the editor, line by line, rather than lose it. */
static void
print_unsaved(struct run *run, const struct list *written)
{
	const char *line;
	size_t i, n;

	for (i = 0; i < written->count; i++) {
		run_complain("the note was not saved; this is its text:");
		for (line = list_at(written, i); *line != '\0'; line += n +
		    (line[n] == '\n')) {
			n = strcspn(line, "\n");
			(void)printf("%s\n", text_clean(run, line, n));
		}
	}
}

/*
 * Edits the note on a page in the editor, and adds its text to `written`; false
 * after complaining.
 */
static bool
edit_note(struct run *run, struct notes *notes, const struct saved_page *kept,
    struct list *written)
{
	struct page_note *note = note_find(notes, kept->page,
	    kept->bibliography);
	struct err err = ERR_INIT;
	char *text = keeping_edit(run, note == NULL ? "" : note_text(run,
	    note), &err);

	if (text == NULL) {
		(void)run_fail(&err);
		return false;
	}
	note_set_text(notes, kept->page, kept->bibliography, text);
	list_add(run, written, text);
	return true;
}

/* Joins the texts as lines; owned by `ctx`. */
static char *
paragraphs_of(const void *ctx, const struct list *texts)
{
	struct buf out = { .data = NULL };
	size_t i;

	for (i = 0; i < texts->count; i++)
		buf_format(ctx, &out, "%s\n", (const char *)list_at(texts,
		    i));
	return mem_text(ctx, buf_string(&out));
}

/*
 * Drops a version of a note; false after complaining that there is no such
 * version.
 */
static bool
drop_one(struct notes *notes, const struct saved_page *kept, long number)
{
	size_t versions = note_versions(notes, kept->page,
	    kept->bibliography);

	if (versions == 0)
		run_complain("no note on %s", kept->page);
	else if (versions == 1)
		run_complain("%s: the note has only one version; --delete "
		    "deletes it", kept->page);
	else if (!note_drop(notes, kept->page, kept->bibliography,
	    (size_t)number))
		run_complain("%s: the note has no version %ld", kept->page,
		    number);
	else
		return true;
	return false;
}

/*
 * Makes the changes of the options; false after complaining about an impossible
 * change.
 */
static bool
change_note(const struct note_options *options, struct notes *notes,
    const struct saved_page *kept)
{
	size_t i;

	if (options->drop >= 0 && !drop_one(notes, kept, options->drop))
		return false;
	if (options->deletes)
		note_delete(notes, kept->page, kept->bibliography);
	if (options->texts.count > 0)
		note_set_text(notes, kept->page, kept->bibliography,
		    paragraphs_of(notes, &options->texts));
	for (i = 0; i < options->tags.count; i++)
		note_set_tag(notes, kept->page, kept->bibliography, list_at(
		    &options->tags, i));
	if (options->state != NULL)
		note_set_state(notes, kept->page, kept->bibliography,
		    options->state);
	return true;
}

/* Changes the named pages in a draft; false after complaining. */
static bool
change_draft(struct run *run, struct library *library,
    const struct list *asked, struct notes *notes, size_t *unknown,
    struct list *written)
{
	const struct note_options *options = run->options;
	struct saved_page kept;
	size_t i;

	for (i = 0; i < asked->count; i++)
		if (!keeping_page(run, library, list_at(asked, i), &kept))
			(*unknown)++;
		else if (says_what(options)) {
			if (!change_note(options, notes, &kept))
				return false;
		} else if (!edit_note(run, notes, &kept, written))
			return false;
	return keeping_was_read(run);
}

/* Changes all named pages in one step. */
static enum status
change_notes(struct run *run, struct library *library,
    const struct list *asked)
{
	struct notes_draft *draft = notebook_edit_notes(keeping_notebook(run),
	    run);
	struct list written = { .at = NULL };
	size_t unknown = 0;
	enum status status;

	if (keeping_is_broken(run, NULL))
		return STATUS_PROBLEMS;
	status = change_draft(run, library, asked, draft->notes, &unknown,
	    &written) ? keeping_save_notes(run, draft) : STATUS_ERROR;
	if (status == STATUS_ERROR)
		print_unsaved(run, &written);
	return status == STATUS_FOUND && unknown > 0 ? STATUS_NOTHING :
	    status;
}

/* Prints notes in the requested format; false after complaining. */
static bool
print_note_docs(struct run *run, const struct list *docs)
{
	const struct export_target target = output_target(run);

	if (run->format->pages != NULL)
		output_docs(run, docs);
	else if (text_same(run->format->name, "json"))
		export_docs_json(docs, &target);
	else
		run_complain("notes cannot be printed as %s",
		    run->format->name);
	return run->format->pages != NULL || text_same(run->format->name,
	    "json");
}

/* Prints the notes on pages; STATUS_NOTHING if there are none. */
static enum status
print_notes(struct run *run, struct library *library,
    const struct list *asked)
{
	struct list docs = { .at = NULL };
	struct address address;
	struct doc *doc;
	size_t i;

	for (i = 0; i < asked->count; i++) {
		if (!library_resolve(library, run, list_at(asked, i),
		    &address)) {
			run_unknown(run, library, list_at(asked, i));
			continue;
		}
		doc = page_note_on(run, library, &address);
		if (doc != NULL)
			list_add(run, &docs, doc);
		else if (!run->quiet && notebook_failures(run->notebook) == 0)
			run_complain("no note on %s", address_print(run,
			    &address));
	}
	if (docs.count > 0 && !print_note_docs(run, &docs))
		return STATUS_ERROR;
	return docs.count == asked->count ? STATUS_FOUND : STATUS_NOTHING;
}

enum status
cmd_note(struct run *run, int argc, char **argv)
{
	const struct note_options *options = run->options;
	char *all[] = { (char[]){ "notes" } };
	struct list asked = { .at = NULL };
	struct library *library;
	enum status status;
	bool changes = says_what(options);

	if (argc == 0) {
		status = cmd_show(run, 1, all);
		return status == STATUS_FOUND && keeping_is_broken(run, NULL) ?
		    STATUS_PROBLEMS : status;
	}
	changes = changes || (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) &&
	    !run_reads_ids(argc, argv) && !run->settings->restricted);
	if ((changes && !keeping_may(run)) || !run_ids(run, argc, argv,
	    &asked))
		return STATUS_ERROR;
	library = bibliography_open(run, &status);
	if (library == NULL)
		return status;
	return run_finish(changes ? change_notes(run, library, &asked) :
	    print_notes(run, library, &asked));
}
