/* The notebook: files edited by parallel sessions and by hand. */
#include "support.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "library/entries.h"
#include "library/list_edit.h"
#include "library/note_edit.h"
#include "library/notebook.h"

enum { BYTES_MAX = 1 << 20 };

static void	*ctx;
static char	*home;

static int
set_up(void **state)
{
	(void)state;
	ctx = mem_context(NULL);
	home = mem_format(ctx, "%s/notebook.XXXXXX", scratch_directory());
	return mkdtemp(home) == NULL ? -1 : 0;
}

static int
tear_down(void **state)
{
	(void)state;
	mem_free(ctx);
	return 0;
}

static char *
list_path(const char *name)
{
	return mem_format(ctx, "%s/lists/%s.xml", home, name);
}

static char *
text_at(const char *path)
{
	struct err err = ERR_INIT;
	char *text;

	assert_int_equal(file_read(ctx, path, BYTES_MAX, &text, &err),
	    FILE_READ);
	return text;
}

static void
write_text(const char *path, const char *text)
{
	struct err err = ERR_INIT;

	assert_true(file_replace(path, 0600, text, strlen(text), &err));
}

static void
save(struct notebook *notebook, struct list_draft *draft, size_t expected)
{
	struct err err = ERR_INIT;
	size_t conflicts;

	if (!notebook_save_list(notebook, draft, &conflicts, &err))
		fail_msg("%s", err.text);
	assert_int_equal(conflicts, expected);
}

static void
change_item(struct list_draft *draft, size_t number,
    const struct item_change *change)
{
	struct err err = ERR_INIT;

	if (!list_change(list_item(draft->list, number, NULL), change, &err))
		fail_msg("%s", err.text);
}

/* The outline of a list: "a b | Week: c" for items a, b and c. */
static char *
outline(const struct reading_list *list)
{
	struct list parts = entries_of(ctx, &list_schema, list);
	struct buf out = { .data = NULL };
	const struct entry_part *part;
	size_t i;

	for (i = 0; i < parts.count; i++) {
		part = list_at(&parts, i);
		if (part->schema == &reading_section_schema)
			buf_format(ctx, &out, "%s| %s:", i > 0 ? " " : "",
			    ((struct reading_section *)part->record)->title);
		else
			buf_format(ctx, &out, "%s%s%s", i > 0 ? " " : "",
			    ((struct reading_item *)part->record)->page + 5,
			    ((struct reading_item *)part->record)->conflict ==
			    NULL ? "" : "!");
	}
	return mem_text(ctx, buf_string(&out));
}

/* A list of works a, b and c, in a new notebook. */
static struct notebook *
notebook_of_three(struct list_draft **draft)
{
	struct notebook *notebook = notebook_open(ctx, home);

	*draft = notebook_new_list(ctx, "week-1", "Week 1");
	(void)list_append((*draft)->list, NULL, "work/a", NULL);
	(void)list_append((*draft)->list, NULL, "work/b", NULL);
	(void)list_append((*draft)->list, "Later", "work/c", NULL);
	save(notebook, *draft, 0);
	return notebook;
}

static void
test_a_list_is_kept(void **state)
{
	struct list_draft *draft;
	const struct reading_list *list;

	(void)state;
	(void)notebook_of_three(&draft);
	list = notebook_list(notebook_open(ctx, home), "week-1");
	assert_non_null(list);
	assert_string_equal(list->title, "Week 1");
	assert_string_equal(outline(list), "a b | Later: c");
}

static void
test_moving_goes_through_sections(void **state)
{
	struct list_draft *draft;

	(void)state;
	(void)notebook_of_three(&draft);
	list_move(draft->list, 2, 1);
	assert_string_equal(outline(draft->list), "a | Later: b c");
	list_move(draft->list, 3, -9);
	assert_string_equal(outline(draft->list), "c a | Later: b");
	list_move_to_section(draft->list, 1, "New");
	assert_string_equal(outline(draft->list), "a | Later: b | New: c");
	list_remove(draft->list, 2);
	assert_string_equal(outline(draft->list), "a | Later: | New: c");
}

static void
test_the_file_before_is_kept(void **state)
{
	struct list_draft *draft;
	struct notebook *notebook = notebook_of_three(&draft);
	char *before = text_at(list_path("week-1"));

	(void)state;
	list_remove(draft->list, 1);
	save(notebook, draft, 0);
	assert_string_equal(text_at(mem_format(ctx, "%s~", list_path(
	    "week-1"))), before);
	assert_string_not_equal(text_at(list_path("week-1")), before);
}

static void
test_nothing_changed_is_nothing_written(void **state)
{
	struct list_draft *draft;
	struct notebook *notebook = notebook_of_three(&draft);
	char *now, *before;

	(void)state;
	list_remove(draft->list, 1);
	save(notebook, draft, 0);
	before = text_at(mem_format(ctx, "%s~", list_path("week-1")));
	now = file_mark(ctx, list_path("week-1"));
	save(notebook, draft, 0);
	assert_string_equal(text_at(mem_format(ctx, "%s~", list_path(
	    "week-1"))), before);
	assert_string_equal(file_mark(ctx, list_path("week-1")), now);
}

static void
test_two_sessions_merge(void **state)
{
	struct list_draft *one, *other;
	struct notebook *first = notebook_of_three(&one);
	struct notebook *second = notebook_open(ctx, home);

	(void)state;
	other = notebook_edit_list(second, ctx, "week-1");
	(void)list_append(one->list, NULL, "work/d", NULL);
	list_remove(one->list, 1);
	save(first, one, 0);
	list_move(other->list, 2, -1);
	(void)list_append(other->list, "Later", "work/e", NULL);
	save(second, other, 0);
	assert_string_equal(outline(notebook_list(first, "week-1")),
	    "b | Later: c d e");
}

static void
test_both_versions_of_an_item_stay(void **state)
{
	const struct item_change mine = { .note = "mine" };
	const struct item_change theirs = { .note = "theirs" };
	struct list_draft *one, *other;
	struct notebook *first = notebook_of_three(&one);
	struct notebook *second = notebook_open(ctx, home);

	(void)state;
	other = notebook_edit_list(second, ctx, "week-1");
	change_item(one, 2, &theirs);
	save(first, one, 0);
	change_item(other, 2, &mine);
	save(second, other, 1);
	assert_string_equal(outline(other->list), "a b! b! | Later: c");
	assert_string_equal(list_item(other->list, 2, NULL)->note, "theirs");
	assert_string_equal(list_item(other->list, 3, NULL)->note, "mine");
	list_remove(other->list, 3);
	assert_string_equal(outline(other->list), "a b | Later: c");
}

static void
test_what_was_removed_and_changed_stays(void **state)
{
	const struct item_change change = { .question = "Why?" };
	struct list_draft *one, *other;
	struct notebook *first = notebook_of_three(&one);
	struct notebook *second = notebook_open(ctx, home);

	(void)state;
	other = notebook_edit_list(second, ctx, "week-1");
	list_remove(one->list, 1);
	save(first, one, 0);
	change_item(other, 1, &change);
	save(second, other, 1);
	assert_string_equal(outline(other->list), "a! b | Later: c");
}

static void
test_titles_and_tags_merge(void **state)
{
	struct list_draft *one, *other;
	struct notebook *first = notebook_of_three(&one);
	struct notebook *second = notebook_open(ctx, home);

	(void)state;
	other = notebook_edit_list(second, ctx, "week-1");
	one->list->title = "First";
	list_add(one->list, &one->list->tags, mem_text(ctx, "x"));
	save(first, one, 0);
	other->list->title = "Second";
	list_add(other->list, &other->list->tags, mem_text(ctx, "y"));
	save(second, other, 1);
	assert_string_equal(other->list->title,
	    "First (other version: Second)");
	assert_int_equal(other->list->tags.count, 2);
}

static void
test_edits_by_hand_are_read_and_stay(void **state)
{
	static const char by_hand[] = "<?xml version=\"1.0\"?>\n"
	    "<!-- before -->\n"
	    "<bibliography xmlns=\"urn:strigil:bibliography:2\">\n"
	    "  <list id=\"week-1\">\n    <!-- inside -->\n"
	    "    <title>By hand</title>\n    <item page=\"work/x\"/>\n"
	    "  </list>\n  <term id=\"t\" facet=\"outcome\">"
	    "<label>T</label></term>\n</bibliography>\n<!-- after -->\n";
	struct list_draft *draft;
	struct notebook *notebook = notebook_of_three(&draft);
	const char *text;

	(void)state;
	write_text(list_path("week-1"), by_hand);
	assert_string_equal(outline(notebook_list(notebook, "week-1")), "x");
	draft = notebook_edit_list(notebook, ctx, "week-1");
	(void)list_append(draft->list, NULL, "work/y", NULL);
	save(notebook, draft, 0);
	text = text_at(list_path("week-1"));
	assert_non_null(strstr(text, "<!-- before -->\n<bibliography"));
	assert_non_null(strstr(text, "<!-- inside -->"));
	assert_non_null(strstr(text, "<label>T</label></term>\n"
	    "</bibliography>\n<!-- after -->\n"));
	assert_string_equal(outline(notebook_list(notebook, "week-1")),
	    "x y");
	save(notebook, draft, 0);
	assert_string_equal(text, text_at(list_path("week-1")));
}

/* "cp week-1.xml week-2.xml" makes a separate list. */
static void
test_the_name_of_the_file_is_the_id(void **state)
{
	struct list_draft *draft;
	struct notebook *notebook = notebook_of_three(&draft);

	(void)state;
	write_text(list_path("week-2"), text_at(list_path("week-1")));
	draft = notebook_edit_list(notebook, ctx, "week-2");
	assert_string_equal(draft->list->id, "week-2");
	list_remove(draft->list, 1);
	save(notebook, draft, 0);
	assert_string_equal(outline(notebook_list(notebook, "week-2")),
	    "b | Later: c");
	assert_string_equal(outline(notebook_list(notebook, "week-1")),
	    "a b | Later: c");
}

static void
test_a_broken_file_is_left(void **state)
{
	static const char broken[] = "<bibliography "
	    "xmlns=\"urn:strigil:bibliography:2\">\n<list id=\"week-1\">\n"
	    "<title>T</title>\n<item page=\"work/x\" importance=\"must\"/>\n"
	    "</list></bibliography>\n";
	struct list_draft *draft;
	struct notebook *notebook = notebook_of_three(&draft);
	struct err err = ERR_INIT;
	size_t conflicts;

	(void)state;
	write_text(list_path("week-1"), broken);
	assert_null(notebook_list(notebook, "week-1"));
	assert_int_equal(notebook_problems(notebook, ctx).count, 1);
	list_remove(draft->list, 1);
	assert_false(notebook_save_list(notebook, draft, &conflicts, &err));
	assert_non_null(strstr(err.text, "week-1.xml:4:"));
	assert_false(notebook_remove_list(notebook, "week-1", &err));
	assert_string_equal(text_at(list_path("week-1")), broken);
	assert_string_equal(outline(draft->list), "b | Later: c");
}

static void
test_what_cannot_be_read_again_is_not_written(void **state)
{
	struct list_draft *draft;
	struct notebook *notebook = notebook_of_three(&draft);
	char *before = text_at(list_path("week-1"));
	struct err err = ERR_INIT;
	size_t conflicts;

	(void)state;
	list_item(draft->list, 1, NULL)->note = "a\001b";
	assert_false(notebook_save_list(notebook, draft, &conflicts, &err));
	list_item(draft->list, 1, NULL)->note = NULL;
	draft->list->title = NULL;
	assert_false(notebook_save_list(notebook, draft, &conflicts, &err));
	assert_string_equal(text_at(list_path("week-1")), before);
}

static void
test_names_and_renaming(void **state)
{
	struct list_draft *draft;
	struct notebook *notebook = notebook_of_three(&draft);
	struct err err = ERR_INIT;
	struct list names;

	(void)state;
	assert_false(notebook_may_name(notebook, "Week 1", &err));
	assert_false(notebook_may_name(notebook, "../x", &err));
	assert_false(notebook_may_name(notebook, "week-1", &err));
	assert_true(notebook_rename_list(notebook, "week-1", "week-2", &err));
	names = notebook_names(notebook, ctx);
	assert_int_equal(names.count, 1);
	assert_string_equal(list_at(&names, 0), "week-2");
	assert_null(notebook_list(notebook, "week-1"));
	assert_true(notebook_remove_list(notebook, "week-2", &err));
	assert_int_equal(notebook_names(notebook, ctx).count, 0);
	assert_int_equal(access(mem_format(ctx, "%s~", list_path("week-2")),
	    F_OK), 0);
}

/* Adds a note on a page, or a paragraph to an existing note. */
static void
note_down(struct notebook *notebook, const char *page, const char *text)
{
	struct notes_draft *draft = notebook_edit_notes(notebook, ctx);
	struct page_note *note = record_new(draft->notes, &page_note_schema);
	struct err err = ERR_INIT;
	size_t conflicts;

	note->page = page;
	list_add(note, &note->paragraphs, mem_text(note, text));
	list_add(draft->notes, &draft->notes->notes, note);
	if (!notebook_save_notes(notebook, draft, &conflicts, &err))
		fail_msg("%s", err.text);
}

static void
test_notes_are_kept(void **state)
{
	struct notebook *notebook = notebook_open(ctx, home);

	(void)state;
	assert_int_equal(notebook_notes(notebook)->notes.count, 0);
	note_down(notebook, "work/a", "One & <two>");
	note_down(notebook_open(ctx, home), "work/b", "Three");
	assert_int_equal(notebook_notes(notebook)->notes.count, 2);
	assert_string_equal(list_at(&notebook_note(notebook, "work/a", NULL)
	    ->paragraphs, 0), "One & <two>");
}

/* A draft of the notes with one more tag, mark or text on a page. */
static struct notes_draft *
draft_with(struct notebook *notebook, const char *tag, const char *mark,
    const char *text)
{
	struct notes_draft *draft = notebook_edit_notes(notebook, ctx);

	if (text != NULL)
		note_set_text(draft->notes, "work/a", NULL, text);
	if (tag != NULL)
		note_set_tag(draft->notes, "work/a", NULL, tag);
	if (mark != NULL)
		note_set_state(draft->notes, "work/a", NULL, mark);
	return draft;
}

/* The note on a page in short: "exam seminar read: Text". */
static char *
note_in_short(const struct notes *notes)
{
	const struct page_note *note;
	struct buf out = { .data = NULL };
	size_t i, k;

	for (i = 0; i < notes->notes.count; i++) {
		note = list_at(&notes->notes, i);
		buf_text(ctx, &out, i > 0 ? " | " : "");
		for (k = 0; k < note->tags.count; k++)
			buf_format(ctx, &out, "%s ", (const char *)list_at(
			    &note->tags, k));
		buf_format(ctx, &out, "%s:%s%s%s", note->state == NULL ? "" :
		    note->state, note->paragraphs.count > 0 ? " " : "",
		    note->paragraphs.count > 0 ? (const char *)list_at(
		    &note->paragraphs, 0) : "", note->conflict == NULL ? "" :
		    " !");
	}
	return mem_text(ctx, buf_string(&out));
}

static void
save_both(struct notebook *one, struct notes_draft *first,
    struct notebook *other, struct notes_draft *second, size_t expected,
    const char *outcome)
{
	struct err err = ERR_INIT;
	size_t conflicts;

	assert_true(notebook_save_notes(one, first, &conflicts, &err));
	assert_int_equal(conflicts, 0);
	assert_true(notebook_save_notes(other, second, &conflicts, &err));
	assert_int_equal(conflicts, expected);
	assert_string_equal(note_in_short(notebook_notes(one)), outcome);
}

/* Changes of two sessions to one page that do not conflict are merged. */
static void
test_tags_and_marks_are_merged(void **state)
{
	struct notebook *a = notebook_open(ctx, home),
	    *b = notebook_open(ctx, home);

	(void)state;
	/* The same if there was no note before. */
	save_both(a, draft_with(a, "exam", NULL, NULL), b, draft_with(b,
	    "seminar", NULL, NULL), 0, "exam seminar :");
	save_both(a, draft_with(a, "-exam", NULL, NULL), b, draft_with(b,
	    "key", "read", NULL), 0, "seminar key read:");
	save_both(a, draft_with(a, NULL, "to-read", NULL), b, draft_with(b,
	    NULL, "to-read", NULL), 0, "seminar key to-read:");
	save_both(a, draft_with(a, NULL, NULL, "Too small."), b, draft_with(b,
	    "sham", "none", NULL), 0, "seminar key sham : Too small.");
	/* One session removes all that there was, the other adds to it. */
	save_both(a, draft_with(a, "-seminar", NULL, ""), b, draft_with(b,
	    "late", NULL, NULL), 0, "key sham late :");
	save_both(a, draft_with(a, NULL, NULL, "One."), b, draft_with(b,
	    "more", NULL, "Other."), 1,
	    "key sham late more : One. ! | key sham late more : Other. !");
}

/* Both marks stay, each with everything else that is saved about the page. */
static void
test_two_marks_are_a_conflict(void **state)
{
	struct notebook *a = notebook_open(ctx, home),
	    *b = notebook_open(ctx, home);

	(void)state;
	save_both(a, draft_with(a, "exam", NULL, "Too small."), b, draft_with(
	    b, NULL, "read", NULL), 0, "exam read: Too small.");
	save_both(a, draft_with(a, "late", "to-read", NULL), b, draft_with(b,
	    NULL, "none", NULL), 1,
	    "exam late to-read: Too small. ! | exam late : Too small. !");
}

/*
 * If two sessions change different members of an item, both changes are kept.
 */
static void
test_members_of_an_item_are_merged(void **state)
{
	const struct item_change mine = { .minutes = "20", .note = "Mine" };
	const struct item_change theirs = { .importance = "further" };
	const struct item_change later = { .minutes = "5" };
	struct list_draft *one, *other;
	struct notebook *first = notebook_of_three(&one);
	struct notebook *second = notebook_open(ctx, home);
	const struct reading_item *item;

	(void)state;
	other = notebook_edit_list(second, ctx, "week-1");
	change_item(one, 2, &theirs);
	save(first, one, 0);
	change_item(other, 2, &mine);
	save(second, other, 0);
	item = list_item(other->list, 2, NULL);
	assert_string_equal(item->importance, "further");
	assert_string_equal(item->minutes, "20");
	/* The two versions differ in their minutes only. */
	one = notebook_edit_list(first, ctx, "week-1");
	change_item(one, 2, &later);
	list_item(other->list, 2, NULL)->minutes = "9";
	save(first, one, 0);
	save(second, other, 1);
	assert_string_equal(outline(other->list), "a b! b! | Later: c");
	assert_string_equal(list_item(other->list, 2, NULL)->minutes, "5");
	item = list_item(other->list, 3, NULL);
	assert_string_equal(item->minutes, "9");
	assert_string_equal(item->note, "Mine");
	assert_string_equal(item->importance, "further");
}

/* What a session moved stays where that session put it. */
static void
test_moves_of_both_sessions_stay(void **state)
{
	struct list_draft *one, *other;
	struct notebook *first = notebook_of_three(&one);
	struct notebook *second = notebook_open(ctx, home);

	(void)state;
	(void)list_append(one->list, "Last", "work/d", NULL);
	save(first, one, 0);
	assert_string_equal(outline(one->list), "a b | Later: c | Last: d");
	other = notebook_edit_list(second, ctx, "week-1");
	list_move_to_section(one->list, 1, "Last");
	save(first, one, 0);
	list_move_to_section(other->list, 3, "Last");
	list_move_to_section(other->list, 2, "Later");
	save(second, other, 0);
	assert_string_equal(outline(other->list), "| Later: b | Last: d a c");
	/* An item moved to two other sections stays in both. */
	one = notebook_edit_list(first, ctx, "week-1");
	list_move_to_section(one->list, 1, "Last");
	save(first, one, 0);
	list_move_to_section(other->list, 1, "New");
	save(second, other, 1);
	assert_string_equal(outline(other->list),
	    "| Later: | Last: d a c b! | New: b!");
	list_remove(other->list, 5);
	assert_string_equal(outline(other->list),
	    "| Later: | Last: d a c b | New:");
}

/* An aim that both sessions reworded is there twice; the second is marked. */
static void
test_aims_of_both_sessions_stay(void **state)
{
	struct list_draft *one, *other;
	struct notebook *first = notebook_of_three(&one);
	struct notebook *second = notebook_open(ctx, home);

	(void)state;
	list_add(one->list, &one->list->aims, mem_text(ctx, "Read"));
	save(first, one, 0);
	other = notebook_edit_list(second, ctx, "week-1");
	one->list->aims.at[0] = mem_text(ctx, "Read trials");
	save(first, one, 0);
	other->list->aims.at[0] = mem_text(ctx, "Read reviews");
	save(second, other, 1);
	assert_int_equal(other->list->aims.count, 2);
	assert_string_equal(list_at(&other->list->aims, 0), "Read trials");
	assert_string_equal(list_at(&other->list->aims, 1),
	    "Read reviews (other version)");
}

/* Two sessions create a list by adding to it; one of them gave it a title. */
static void
test_a_list_begun_twice_is_one(void **state)
{
	struct notebook *notebook = notebook_open(ctx, home);
	struct list_draft *one = notebook_new_list(ctx, "week-1", "Week one");
	struct list_draft *other = notebook_new_list(ctx, "week-1", "week-1");
	struct list_draft *late = notebook_new_list(ctx, "week-1", "week-1");

	(void)state;
	(void)list_append(other->list, NULL, "work/b", NULL);
	(void)list_append(late->list, NULL, "work/c", NULL);
	save(notebook, other, 0);
	save(notebook, one, 0);
	save(notebook, late, 0);
	assert_string_equal(late->list->title, "Week one");
	assert_string_equal(outline(late->list), "b c");
}

static void
test_link_to_nothing_is_a_problem(void **state)
{
	struct notebook *notebook = notebook_open(ctx, home);
	char *path = mem_format(ctx, "%s/notes.xml", home);
	struct list problems;

	(void)state;
	assert_int_equal(symlink("away/notes.xml", path), 0);
	assert_int_equal(notebook_notes(notebook)->notes.count, 0);
	problems = notebook_problems_of(notebook, ctx, NULL);
	assert_int_equal(problems.count, 1);
	assert_string_equal(((struct diag *)list_at(&problems, 0))->text,
	    mem_format(ctx, "cannot open %s: it is a link to a missing "
	    "file", path));
	/* The file is read once it is there again. */
	assert_int_equal(mkdir(mem_format(ctx, "%s/away", home), 0700), 0);
	note_down(notebook_open(ctx, mem_format(ctx, "%s/away", home)),
	    "work/a", "Back");
	assert_int_equal(notebook_notes(notebook)->notes.count, 1);
	assert_int_equal(notebook_problems(notebook, ctx).count, 0);
}

/* Lent notes stay complete while another session changes the file. */
static void
test_lent_notes_outlive_changes(void **state)
{
	struct notebook *notebook = notebook_open(ctx, home);
	const struct notes *lent;
	const struct page_note *note;

	(void)state;
	note_down(notebook_open(ctx, home), "work/a", "first");
	lent = notebook_notes(notebook);
	note_down(notebook_open(ctx, home), "work/b", "second");
	assert_int_equal(notebook_notes(notebook)->notes.count, 2);
	assert_int_equal(lent->notes.count, 1);
	note = list_at(&lent->notes, 0);
	assert_string_equal(note->page, "work/a");
	notebook_settle(notebook);
	assert_int_equal(notebook_notes(notebook)->notes.count, 2);
}

static void
test_in_memory(void **state)
{
	struct notebook *notebook = notebook_open(ctx, NULL);
	struct list_draft *draft = notebook_new_list(ctx, "mine", "Mine");

	(void)state;
	(void)list_append(draft->list, NULL, "work/a", NULL);
	save(notebook, draft, 0);
	assert_int_equal(notebook_names(notebook, ctx).count, 1);
	assert_string_equal(outline(notebook_list(notebook, "mine")), "a");
	note_down(notebook, "work/a", "kept for now");
	assert_non_null(notebook_note(notebook, "work/a", NULL));
	assert_false(notebook_is_kept(notebook));
	/* Nothing was written. */
	assert_int_equal(rmdir(home), 0);
}

/* Runs in a separate process: adds ten items of its own to the list. */
static void
add_ten(int session)
{
	void *own = mem_context(NULL);
	struct notebook *notebook = notebook_open(own, home);
	struct err err = ERR_INIT;
	struct list_draft *draft;
	size_t conflicts;
	int i;

	for (i = 0; i < 10; i++) {
		draft = notebook_edit_list(notebook, own, "week-1");
		if (draft == NULL)
			_exit(1);
		(void)list_append(draft->list, NULL, mem_format(own,
		    "work/s%d-%d", session, i), NULL);
		if (!notebook_save_list(notebook, draft, &conflicts, &err) ||
		    conflicts > 0)
			_exit(2);
	}
	_exit(0);
}

static void
test_processes_lose_nothing(void **state)
{
	enum { SESSIONS = 4 };
	struct list_draft *draft;
	struct notebook *notebook = notebook_of_three(&draft);
	pid_t pids[SESSIONS];
	int i, status;

	(void)state;
	for (i = 0; i < SESSIONS; i++) {
		pids[i] = fork();
		assert_true(pids[i] >= 0);
		if (pids[i] == 0)
			add_ten(i);
	}
	for (i = 0; i < SESSIONS; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	assert_int_equal(list_items(notebook_list(notebook, "week-1")), 3 +
	    10 * SESSIONS);
}

static void
save_answer(struct notebook *notebook, struct notes_draft *draft,
    const char *kind, bool agreed, size_t expected)
{
	struct err err = ERR_INIT;
	size_t conflicts;

	practice_progress_put(draft->notes, "work/a", "tea", kind, agreed);
	assert_true(notebook_save_notes(notebook, draft, &conflicts, &err));
	assert_int_equal(conflicts, expected);
}

/*
 * Kinds of questions are counted separately; counts of one kind are added up.
 */
static void
test_progress_of_two_sessions_is_merged(void **state)
{
	struct notebook *one = notebook_open(ctx, home),
	    *other = notebook_open(ctx, home);
	struct notes_draft *mine = notebook_edit_notes(one, ctx),
	    *theirs = notebook_edit_notes(other, ctx);
	const struct notes *notes;
	long asked, agreed;

	(void)state;
	save_answer(one, mine, "level", true, 0);
	save_answer(other, theirs, "score", false, 0);
	notes = notebook_notes(one);
	assert_int_equal(notes->practice.count, 2);
	practice_progress_of(notes, "work/a", "tea", "level", &asked, &agreed);
	assert_int_equal(asked * 10 + agreed, 11);
	practice_progress_of(notes, "work/a", "tea", "score", &asked, &agreed);
	assert_int_equal(asked * 10 + agreed, 10);
	practice_progress_of(notes, "work/a", "tea", "verdict", &asked,
	    &agreed);
	assert_int_equal(asked * 10 + agreed, 0);
	mine = notebook_edit_notes(one, ctx);
	theirs = notebook_edit_notes(other, ctx);
	save_answer(one, mine, "level", true, 0);
	practice_progress_put(theirs->notes, "work/a", "tea", "level", true);
	save_answer(other, theirs, "level", false, 0);
	notes = notebook_notes(one);
	assert_int_equal(notes->practice.count, 2);
	practice_progress_of(notes, "work/a", "tea", "level", &asked, &agreed);
	assert_int_equal(asked * 10 + agreed, 43);
	/* The same answer in both sessions counts twice. */
	mine = notebook_edit_notes(one, ctx);
	theirs = notebook_edit_notes(other, ctx);
	save_answer(one, mine, "level", true, 0);
	save_answer(other, theirs, "level", true, 0);
	practice_progress_of(notebook_notes(one), "work/a", "tea", "level",
	    &asked, &agreed);
	assert_int_equal(asked * 10 + agreed, 65);
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_a_list_is_kept),
		TEST(test_moving_goes_through_sections),
		TEST(test_the_file_before_is_kept),
		TEST(test_nothing_changed_is_nothing_written),
		TEST(test_two_sessions_merge),
		TEST(test_both_versions_of_an_item_stay),
		TEST(test_what_was_removed_and_changed_stays),
		TEST(test_titles_and_tags_merge),
		TEST(test_edits_by_hand_are_read_and_stay),
		TEST(test_the_name_of_the_file_is_the_id),
		TEST(test_a_broken_file_is_left),
		TEST(test_what_cannot_be_read_again_is_not_written),
		TEST(test_names_and_renaming),
		TEST(test_notes_are_kept),
		TEST(test_progress_of_two_sessions_is_merged),
		TEST(test_tags_and_marks_are_merged),
		TEST(test_two_marks_are_a_conflict),
		TEST(test_members_of_an_item_are_merged),
		TEST(test_moves_of_both_sessions_stay),
		TEST(test_aims_of_both_sessions_stay),
		TEST(test_a_list_begun_twice_is_one),
		TEST(test_link_to_nothing_is_a_problem),
		TEST(test_lent_notes_outlive_changes),
		TEST(test_in_memory),
		TEST(test_processes_lose_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
