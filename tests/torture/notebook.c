/*
 * notebook DIRECTORY PAGE...: puts each page at the end of the reading list
 * "course", and a note on it into the notes, as the browser does.  Status 2
 * when one was not saved.
 */
#include <stdio.h>

#include "library/list_edit.h"
#include "library/notebook.h"

static bool
add_to_list(struct notebook *notebook, const char *page, struct err *err)
{
	struct list_draft *draft = notebook_list(notebook, "course") != NULL ?
	    notebook_edit_list(notebook, notebook, "course") :
	    notebook_new_list(notebook, "course", "Course");
	size_t conflicts;

	(void)list_append(draft->list, NULL, page, NULL);
	return notebook_save_list(notebook, draft, &conflicts, err);
}

static bool
add_note(struct notebook *notebook, const char *page, struct err *err)
{
	struct notes_draft *draft = notebook_edit_notes(notebook, notebook);
	struct page_note *note = mem_new(draft->notes, struct page_note);
	size_t conflicts;

	note->page = mem_text(note, page);
	list_add(note, &note->paragraphs, mem_text(note, "to be read"));
	list_add(draft->notes, &draft->notes->notes, note);
	return notebook_save_notes(notebook, draft, &conflicts, err);
}

int
main(int argc, char **argv)
{
	struct notebook *notebook;
	struct err err = ERR_INIT;
	int i;

	if (argc < 2)
		return 99;
	notebook = notebook_open(NULL, argv[1]);
	for (i = 2; i < argc; i++)
		if (!add_to_list(notebook, argv[i], &err) ||
		    !add_note(notebook, argv[i], &err)) {
			(void)fprintf(stderr, "%s\n", err.text);
			return 2;
		}
	mem_free(notebook);
	return 0;
}
